"""
Titles and what stands in brackets after them (sections 6.17, 8.14, 9.18 to 9.22, 9.38).

Titles keep the capitals they came with: proper nouns can not be told from other words.
"""

import re

from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.styles.apa.authors import in_order, label
from nizkorcite.styles.apa.terms import Terms
from nizkorcite.styles.rich import RichText, Run
from nizkorcite.wording.words import joined

PARTS: frozenset[ReferenceType] = frozenset(
    (
        *("article-journal", "article-magazine", "article-newspaper", "chapter", "entry"),
        *("entry-dictionary", "entry-encyclopedia", "paper-conference", "post-weblog"),
        *("review", "review-book"),
    )
)
"""Parts of a greater whole, whose titles stand in roman (section 9.19)."""
_NUMBERED = frozenset(("report", "document", "standard", "patent", "regulation", "thesis"))
_STOPS = ".?!…"


def titled(reference: Reference, terms: Terms) -> RichText:
    """The title with its details and a stop."""
    details = _details(reference, terms)
    if reference.title is None:
        return (Run(stopped(details or terms.untitled, terms)),)
    title = Run(reference.title, italic=reference.type not in PARTS)
    if details:
        return (title, Run(f" {details}."))
    ended = stopped(reference.title, terms)
    if ended.startswith(reference.title):
        return (title, Run(ended[len(reference.title) :]))
    return (Run(ended, italic=title.italic),)


def short_title(reference: Reference, terms: Terms) -> RichText:
    """The title that takes the author's place in a text, in title case (section 8.14)."""
    title = reference.title_short or reference.title
    if title is None:
        return (Run(_details(reference, terms) or terms.untitled),)
    if terms.title_case and _takes_title_case(reference):
        title = title_case(title)
    if reference.type in PARTS:
        return (Run(quoted(title, terms)),)
    return (Run(title, italic=True),)


def stopped(text: str, terms: Terms) -> str:
    """
    The text with a full stop, unless it has one; English has it inside quotation marks (6.7).

    >>> from nizkorcite.styles.apa.terms import ENGLISH
    >>> [stopped(text, ENGLISH) for text in ("A title", "Why?", "So “the deal”")]
    ['A title.', 'Why?', 'So “the deal.”']
    """
    if text.endswith("”") and terms.stop_inside:
        inner = text[:-1]
        return text if inner.endswith(tuple(_STOPS)) else f"{inner}.”"
    return text if not text or text[-1] in _STOPS else f"{text}."


def with_comma(text: RichText, terms: Terms) -> RichText:
    """A comma at the end, in English inside closing quotation marks (section 6.7)."""
    *before, last = text
    if not last.text.endswith("”") or not terms.stop_inside:
        return (*text, Run(","))
    words = last.text.rstrip("’”")
    return (*before, Run(f"{words},{last.text[len(words) :]}", italic=last.italic))


def quoted(title: str, terms: Terms, mark: str = "") -> str:
    """A title in quotation marks, with the mark that follows it."""
    inside, outside = (mark, "") if terms.stop_inside else ("", mark)
    return f"“{_nested(title)}{inside}”{outside}"


def is_english(reference: Reference) -> bool:
    """Whether English title case makes sense: not where the record says another language."""
    return (reference.language or "en").split("-")[0] == "en"


def _takes_title_case(reference: Reference) -> bool:
    # Scripts without capitals leave the words that have some, which are mostly English.
    return is_english(reference) or (reference.language or "").split("-")[0] in ("ja", "ko", "zh")


def _nested(title: str) -> str:
    """Quotation marks within quotation marks are single ones."""
    return title.replace("“", "‘").replace("”", "’")


def title_case(title: str) -> str:
    """
    A title in title case (section 6.17): words in small letters get a capital, minor ones do not.

    >>> title_case("Border talks of the year: a history")
    'Border Talks of the Year: A History'
    """
    words = title.split(" ")
    return " ".join(
        word if index and _is_minor(words, index) else _capital(word)
        for index, word in enumerate(words)
    )


def looks_title_cased(title: str) -> bool:
    """Whether all longer words of a title begin with a capital."""
    words = [word for word in re.findall(r"[^\W\d_]+", title) if len(word) >= _LONG]
    return len(words) >= _SOME and all(word[0].isupper() and not word.isupper() for word in words)


def _is_minor(words: list[str], index: int) -> bool:
    starts_part = words[index - 1].endswith((":", "?", "!", "."))
    return words[index].strip(_MARKS) in _MINOR and not starts_part and index < len(words) - 1


def _capital(word: str) -> str:
    if word != word.lower():  # it has a capital of its own
        return word
    for index, character in enumerate(word):
        if character.isalpha():
            return word[:index] + character.upper() + word[index + 1 :]
        if character not in _MARKS:
            return word
    return word


def _details(reference: Reference, terms: Terms) -> str:
    """Translation of the title (9.38), edition, number and contributors (9.19), kind (9.21)."""
    contributors, numbers = _contributors(reference, terms), _numbers(reference, terms)
    bracketed = "; ".join(part for part in (contributors, numbers) if part)
    parts = (
        f"[{reference.title_translated}]" if reference.title_translated else "",
        f"({bracketed})" if bracketed else "",
        f"[{kind}]" if (kind := _description(reference, terms)) else "",
    )
    return " ".join(part for part in parts if part)


def _numbers(reference: Reference, terms: Terms) -> str:
    volume = reference.volume if reference.type == "book" else None
    parts = (
        _edition(reference.edition, terms) if reference.edition else "",
        terms.volume.format(volume) if volume else "",
        _number(reference, terms),
        terms.version.format(reference.version) if reference.version else "",
    )
    return ", ".join(part for part in parts if part)


def _number(reference: Reference, terms: Terms) -> str:
    number = reference.number
    if not number or reference.type not in _NUMBERED:
        return ""
    numbered = terms.number.format(number) if number[0].isdecimal() else number
    kind = _kind(reference, terms) if reference.type in ("report", "thesis") else ""
    return f"{kind} {numbered}" if kind else numbered


def _description(reference: Reference, terms: Terms) -> str:
    """What the work is, where that is out of the ordinary (section 9.21)."""
    if reference.type == "report" and reference.number:
        return reference.medium or ""  # the kind stands before the number
    kind = _kind(reference, terms) or reference.medium or terms.kinds.get(reference.type, "")
    if reference.type == "personal_communication" and reference.recipient:
        return terms.letter_to.format(kind=kind, names=joined(reference.recipient, terms.words))
    if reference.type == "interview" and reference.interviewer:
        return terms.interview_by.format(kind=kind, names=in_order(reference.interviewer, terms))
    return kind


def _kind(reference: Reference, terms: Terms) -> str:
    genre = reference.genre or ""
    return terms.descriptions.get(genre, genre)


def _contributors(reference: Reference, terms: Terms) -> str:
    """Translators, and editors of a whole book that has an author (sections 9.19 and 9.39)."""
    edits = reference.author and reference.type == "book"
    roles = (
        (reference.editor if edits else (), terms.editor),
        (reference.translator, terms.translator),
        (reference.compiler, terms.compiler),
    )
    named = (
        f"{in_order(agents, terms)}, {label(forms, agents)}" for agents, forms in roles if agents
    )
    return "; ".join(named)


def _edition(edition: str, terms: Terms) -> str:
    return terms.edition(int(edition)) if edition.isdecimal() else edition


_LONG, _SOME = 4, 3
_MARKS = "“‘(\"'[¿¡"
_MINOR = frozenset(
    "a an and as at but by down for from in into nor of on onto or over so the till to up via "
    "with yet".split()
)

"""
Titles and what stands in brackets after them (sections 6.17, 8.14, 9.18 to 9.22, 9.38).

Titles keep the capitals they came with: proper nouns can not be told from other words.
"""

import re

from nizkorcite.model import Agent
from nizkorcite.names import family_name
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.styles.apa.authors import in_order
from nizkorcite.styles.rich import RichText, Run

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


def titled(reference: Reference) -> RichText:
    """The title with its details and a stop."""
    details = _details(reference)
    if reference.title is None:
        return (Run(stopped(details or "[Untitled]")),)
    title = Run(reference.title, italic=reference.type not in PARTS)
    if details:
        return (title, Run(f" {details}."))
    ended = stopped(reference.title)
    if ended.startswith(reference.title):
        return (title, Run(ended[len(reference.title) :]))
    return (Run(ended, italic=title.italic),)


def short_title(reference: Reference) -> RichText:
    """The title that takes the author's place in a text, in title case (section 8.14)."""
    title = reference.title_short or reference.title
    if title is None:
        return (Run(_details(reference) or "[Untitled]"),)
    if _takes_title_case(reference):
        title = title_case(title)
    if reference.type in PARTS:
        return (Run(f"“{_nested(title)}”"),)
    return (Run(title, italic=True),)


def stopped(text: str) -> str:
    """
    The text with a full stop, unless it has one; inside a closing quotation mark (section 6.7).

    >>> stopped("A title"), stopped("Why?"), stopped("So “the deal”")
    ('A title.', 'Why?', 'So “the deal.”')
    """
    if text.endswith("”"):
        inner = text[:-1]
        return text if inner.endswith(tuple(_STOPS)) else f"{inner}.”"
    return text if not text or text[-1] in _STOPS else f"{text}."


def with_comma(text: RichText) -> RichText:
    """A comma at the end, inside closing quotation marks (section 6.7)."""
    *before, last = text
    if not last.text.endswith("”"):
        return (*text, Run(","))
    words = last.text.rstrip("’”")
    return (*before, Run(f"{words},{last.text[len(words) :]}", italic=last.italic))


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


def _details(reference: Reference) -> str:
    """Translation of the title (9.38), edition, number and contributors (9.19), kind (9.21)."""
    numbers = "; ".join(part for part in (_contributors(reference), _numbers(reference)) if part)
    parts = (
        f"[{reference.title_translated}]" if reference.title_translated else "",
        f"({numbers})" if numbers else "",
        f"[{kind}]" if (kind := _description(reference)) else "",
    )
    return " ".join(part for part in parts if part)


def _numbers(reference: Reference) -> str:
    parts = (
        _edition(reference.edition) if reference.edition else "",
        f"Vol. {reference.volume}" if reference.volume and reference.type == "book" else "",
        _number(reference),
        f"Version {reference.version}" if reference.version else "",
    )
    return ", ".join(part for part in parts if part)


def _number(reference: Reference) -> str:
    number = reference.number
    if not number or reference.type not in _NUMBERED:
        return ""
    label = f"No. {number}" if number[0].isdecimal() else number
    kind = reference.genre if reference.type in ("report", "thesis") else None
    return f"{kind} {label}" if kind else label


def _description(reference: Reference) -> str:
    """What the work is, where that is out of the ordinary (section 9.21)."""
    if reference.type == "personal_communication":
        to = f" to {_whole(reference.recipient)}" if reference.recipient else ""
        return f"{reference.genre or 'Letter'}{to}"
    if reference.type == "interview":
        by = f" by {in_order(reference.interviewer)}" if reference.interviewer else ""
        return f"{reference.genre or 'Interview'}{by}"
    if reference.type == "report" and reference.number:
        return reference.medium or ""  # the kind stands before the number
    return reference.genre or reference.medium or _KINDS.get(reference.type, "")


def _contributors(reference: Reference) -> str:
    """Translators, and editors of a whole book that has an author (sections 9.19 and 9.39)."""
    parts = [f"{in_order(reference.translator)}, Trans." if reference.translator else ""]
    if reference.editor and reference.author and reference.type == "book":
        label = "Ed." if len(reference.editor) == 1 else "Eds."
        parts.insert(0, f"{in_order(reference.editor)}, {label}")
    if reference.compiler:
        parts.append(f"{in_order(reference.compiler)}, Comp.")
    return "; ".join(part for part in parts if part)


def _whole(agents: tuple[Agent, ...]) -> str:
    names = [agent.name or family_name(agent) for agent in agents]
    return " and ".join(names)


def _edition(edition: str) -> str:
    return f"{_ordinal(int(edition))} ed." if edition.isdecimal() else edition


def _ordinal(number: int) -> str:
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(last, 'th')}"


_LONG, _SOME = 4, 3
_MARKS = "“‘(\"'[¿¡"
_MINOR = frozenset(
    "a an and as at but by down for from in into nor of on onto or over so the till to up via "
    "with yet".split()
)
_KINDS = {
    "broadcast": "Broadcast",
    "dataset": "Data set",
    "map": "Map",
    "motion_picture": "Film",
    "software": "Computer software",
    "speech": "Speech",
}

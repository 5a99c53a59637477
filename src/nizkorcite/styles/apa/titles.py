"""
Titles and what stands in brackets after them (sections 6.17, 8.14, 9.18 to 9.22, 9.38).

Titles keep the capitals they came with: proper nouns can not be told from other words.
"""

import re

from nizkorcite.model import Agent
from nizkorcite.names import family_name
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.styles.apa.authors import editor_label, in_order, responsible
from nizkorcite.styles.rich import RichText, Run

PAGES: frozenset[ReferenceType] = frozenset(("post", "webpage"))
"""Works whose container is a site: it is named, but does not hold them as a book holds chapters."""
_PERIODICALS: frozenset[ReferenceType] = frozenset(
    (
        *("article-journal", "article-magazine", "article-newspaper", "periodical"),
        *("post-weblog", "review", "review-book"),
    )
)
_PRESENTED: frozenset[ReferenceType] = frozenset(("interview", "paper-conference"))
_UNNUMBERED: frozenset[ReferenceType] = frozenset(
    ("broadcast", "event", "patent", "performance", "speech")
)
DESCRIBED_WITH_CONTAINER: frozenset[ReferenceType] = frozenset(
    ("document", "event", "performance", "report", "software", "speech", "standard")
)
"""Works whose kind is told of what holds them (10.4)."""
_STOPS = ".?!…"


def titled(reference: Reference) -> RichText:
    """The title with its details and a stop."""
    details = " ".join(part for part in (_identified(reference), _described(reference)) if part)
    if reference.title is None:
        return (Run(stopped(details or "[Untitled]")),)
    return _title(reference, details)


def title_first(reference: Reference) -> tuple[RichText, str]:
    """Where no one is named: the title for the author's place, and what follows the date (9.12)."""
    if reference.title is None:
        return titled(reference), ""
    return _title(reference, _identified(reference)), stopped(_described(reference))


def _title(reference: Reference, details: str) -> RichText:
    assert reference.title is not None
    title = Run(reference.title, italic=not is_part(reference))
    if details:
        return (title, Run(f" {details}."))
    ended = stopped(reference.title)
    if ended.startswith(reference.title):
        return (title, Run(ended[len(reference.title) :]))
    return (Run(ended, italic=title.italic),)


def is_part(reference: Reference) -> bool:
    """Whether the work stands in a greater one, which makes its title roman (section 9.19)."""
    return bool(reference.container_title) and not (
        reference.type in PAGES or _is_blog_of_author(reference)
    )


def is_in_periodical(reference: Reference) -> bool:
    """Whether what holds it comes out in issues; so for a paper or interview without editors."""
    return reference.type in _PERIODICALS or (
        reference.type in _PRESENTED and not (reference.editor or reference.compiler)
    )


def is_edited(reference: Reference) -> bool:
    """Whether a paper is part of what was published, and not only given (section 10.5)."""
    stated = (reference.editor, reference.compiler, reference.issue, reference.page)
    return any(stated) or bool(reference.volume)


def _is_blog_of_author(reference: Reference) -> bool:
    names = {agent.name for agent in responsible(reference).agents}
    return reference.type == "post-weblog" and reference.container_title in names


def short_title(reference: Reference) -> RichText:
    """The title that takes the author's place in a text, in title case (section 8.14)."""
    title = reference.title_short or reference.title
    if title is None:
        return (Run(_described(reference) or "[Untitled]"),)
    if _takes_title_case(reference):
        title = title_case(title)
    if is_part(reference):
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
    word = words[index].strip(_MARKS)
    return (word in _MINOR or len(word) == 1) and not starts_part and index < len(words) - 1


def _capital(word: str) -> str:
    if word != word.lower():  # it has a capital of its own
        return word
    for index, character in enumerate(word):
        if character.isalpha():
            return word[:index] + character.upper() + word[index + 1 :]
        if character not in _MARKS:
            return word
    return word


def _identified(reference: Reference) -> str:
    """Translation of the title (9.38), contributors and numbers (9.19)."""
    numbers = "" if is_part(reference) else numbered(reference)
    within = "; ".join(part for part in (_contributors(reference), numbers) if part)
    parts = (
        f"[{reference.title_translated}]" if reference.title_translated else "",
        f"({within})" if within else "",
    )
    return " ".join(part for part in parts if part)


def _described(reference: Reference) -> str:
    """The kind of work in brackets (9.21), where it does not follow what holds the work."""
    later = is_part(reference) and reference.type in DESCRIBED_WITH_CONTAINER
    kind = "" if later else description(reference)
    return f"[{kind}]" if kind else ""


def numbered(reference: Reference) -> str:
    """Number, version, edition, volume and pages, of the work itself or of what holds it (9.19)."""
    if is_in_periodical(reference):
        return "" if reference.container_title else _number(reference)
    parts = (
        _number(reference),
        "" if reference.type in _UNNUMBERED | PAGES else _edition(reference),
    )
    return "; ".join(part for part in parts if part)


def _edition(reference: Reference) -> str:
    edition = reference.edition
    parts = (
        f"Version {reference.version}" if reference.version else "",
        f"{_ordinal(int(edition))} ed." if edition and edition.isdecimal() else edition,
        f"Vol. {reference.volume}" if reference.volume else "",
        _pages(reference.page) if reference.page else "",
    )
    return ", ".join(part for part in parts if part)


def _pages(page: str) -> str:
    several = any(mark in page for mark in "-–,&")
    return f"{'pp.' if several else 'p.'} {spanned(page)}"


def spanned(page: str) -> str:
    """Pages with an en dash between the first and the last."""
    return page.replace("--", "–").replace("-", "–")


def _number(reference: Reference) -> str:
    """The number after the kind of work that it counts (section 9.19)."""
    number = reference.number
    if not number:
        return ""
    label = f"No. {number}" if number[0].isdecimal() else number
    if reference.type == "patent":
        return " ".join(part for part in (reference.authority, "Patent", label) if part)
    if reference.type == "thesis":
        return f"Publication {label}" if reference.genre else label
    if not reference.genre:
        return label
    kind = title_case(reference.genre) if is_english(reference) else reference.genre
    return f"{kind} {label}"


def description(reference: Reference) -> str:
    """What the work is, where that is out of the ordinary (section 9.21)."""
    if reference.type == "thesis":
        return _thesis(reference)
    if reference.type == "personal_communication" and reference.recipient:
        return f"{_kind(reference)} to {_whole(reference.recipient)}"
    if reference.type == "interview" and reference.interviewer and reference.title is None:
        return f"{reference.genre or 'Interview'} by {in_order(reference.interviewer)}"
    return _kind(reference)


def _kind(reference: Reference) -> str:
    if not (reference.genre or reference.medium):
        is_kept = reference.archive or reference.archive_collection
        is_unpublished = reference.type == "manuscript" and not is_kept  # section 10.8
        return "Unpublished manuscript" if is_unpublished else _KINDS.get(reference.type, "")
    parts = ("" if reference.number else reference.genre, reference.medium)
    return "; ".join(part[0].upper() + part[1:] for part in parts if part)


def _thesis(reference: Reference) -> str:
    """The university stands with the kind, unless it is all that tells the source (10.6)."""
    university = ", ".join(agent.name for agent in reference.publisher)
    has_source = reference.archive or reference.doi or reference.url
    parts = (reference.genre, university if has_source else "")
    within = ", ".join(part for part in parts if part)
    return "; ".join(part for part in (within, reference.medium) if part)


def _stands_in(reference: Reference) -> bool:
    return is_part(reference) or is_in_periodical(reference)


def _contributors(reference: Reference) -> str:
    """Interviewers, editors of a work that has an author, translators (sections 9.19 and 9.39)."""
    parts = []
    if reference.interviewer and reference.title:
        label = "Interviewer" if len(reference.interviewer) == 1 else "Interviewers"
        parts.append(f"{in_order(reference.interviewer)}, {label}")
    editors = reference.editor if reference.author and not _stands_in(reference) else ()
    is_one_job = bool(editors) and editors == reference.translator
    if editors:
        label = editor_label(editors) + " & Trans." * is_one_job
        parts.append(f"{in_order(editors)}, {label}")
    if reference.translator and not is_one_job:
        parts.append(f"{in_order(reference.translator)}, Trans.")
    if reference.compiler:
        parts.append(f"{in_order(reference.compiler)}, Comp.")
    return "; ".join(parts)


def _whole(agents: tuple[Agent, ...]) -> str:
    names = [agent.name or family_name(agent) for agent in agents]
    return " and ".join(names)


def _ordinal(number: int) -> str:
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(last, 'th')}"


_LONG, _SOME = 4, 3
_MARKS = "“‘(\"'[¿¡"
# "With" and "From" have four letters, and a capital; the rest are minor words of languages near us.
_MINOR = frozenset(
    "a an and as at but by for if in nor of off on or per so the to up via vs. yet "
    "al d’ d' da de del di du el et la le los van von".split()
)
_KINDS = {
    "broadcast": "Broadcast",
    "collection": "Archival collection",
    "dataset": "Data set",
    "figure": "Figure",
    "graphic": "Graphic",
    "interview": "Interview",
    "map": "Map",
    "motion_picture": "Film",
    "personal_communication": "Letter",
    "post": "Online post",
    "software": "Computer software",
    "song": "Audio recording",
    "speech": "Speech",
}

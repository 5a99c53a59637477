"""
Titles and what stands in brackets after them (sections 6.17, 8.14, 9.18 to 9.22, 9.38).

Titles keep the capitals they came with: proper nouns can not be told from other words.
"""

import re

from nizkorcite.locale.prose import joined
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.styles.apa.authors import in_order, label, responsible
from nizkorcite.styles.apa.periodicals import spanned
from nizkorcite.styles.apa.terms.terms import Terms
from nizkorcite.styles.apa.title_case import title_case
from nizkorcite.styles.rich_text import Run, Runs, without_empty_runs

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


def titled(reference: Reference, terms: Terms) -> Runs:
    """The title with its details and a stop."""
    details = _after_space(Run(_identified(reference, terms)), *_described(reference, terms))
    if reference.title is None:
        return (*(details or (Run(terms.untitled),)), Run("."))
    return _title(reference, details, terms)


def title_first(reference: Reference, terms: Terms) -> tuple[Runs, Runs]:
    """Where no one is named: the title for the author's place, and what follows the date (9.12)."""
    if reference.title is None:
        return titled(reference, terms), ()
    identified = _identified(reference, terms)
    title = _title(reference, (Run(identified),) if identified else (), terms)
    described = _described(reference, terms)
    return title, (*described, Run(".")) if described else ()


def _title(reference: Reference, details: Runs, terms: Terms) -> Runs:
    assert reference.title is not None
    title = Run(reference.title, italic=not is_part(reference))
    if details:
        return (title, Run(" "), *details, Run("."))
    ended = stopped(reference.title, terms)
    if ended.startswith(reference.title):
        return (title, Run(ended[len(reference.title) :]))
    return (Run(ended, italic=title.italic),)


def _after_space(before: Run, *after: Run) -> Runs:
    """Two parts with a space between them, or the one that is there."""
    return without_empty_runs((before, Run(" ") if before.text and after else Run(""), *after))


def is_part(reference: Reference) -> bool:
    """Whether the work stands in a greater one, which makes its title roman (section 9.19)."""
    return bool(reference.container_title) and not (
        reference.type in PAGES or _is_blog_of_author(reference)
    )


def is_in_periodical(reference: Reference) -> bool:
    """Whether what holds the work comes out in issues; so where a paper names no editors."""
    return reference.type in _PERIODICALS or (
        reference.type in _PRESENTED and not (reference.editor or reference.compiler)
    )


def is_edited(reference: Reference) -> bool:
    """Whether a paper is part of what was published, and not only given (section 10.5)."""
    stated = (reference.editor, reference.compiler, reference.issue, reference.page)
    return any(stated) or bool(reference.volume)


def _is_blog_of_author(reference: Reference) -> bool:
    if reference.type != "post-weblog":
        return False
    return reference.container_title in {agent.name for agent in responsible(reference).agents}


def short_title(reference: Reference, terms: Terms) -> Runs:
    """The title that takes the author's place in a text, in title case (section 8.14)."""
    title = reference.title_short or reference.title
    if title is None:
        return _described(reference, terms) or (Run(terms.untitled),)
    if terms.title_case and _takes_title_case(reference):
        title = title_case(title)
    if is_part(reference):
        return (Run(quoted(title, terms)),)
    return (Run(title, italic=True),)


def stopped(text: str, terms: Terms) -> str:
    """
    The text with a full stop, unless it has one; English has it inside quotation marks (6.7).

    >>> from nizkorcite.styles.apa.terms.en import ENGLISH
    >>> [stopped(text, ENGLISH) for text in ("A title", "Why?", "So “the deal”")]
    ['A title.', 'Why?', 'So “the deal.”']
    """
    if text.endswith("”") and terms.stop_inside:
        inner = text[:-1]
        return text if inner.endswith(tuple(_STOPS)) else f"{inner}.”"
    return text if not text or text[-1] in _STOPS else f"{text}."


def with_comma(text: Runs, terms: Terms) -> Runs:
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


def _identified(reference: Reference, terms: Terms) -> str:
    """Translation of the title (9.38), contributors and numbers (9.19)."""
    numbers = "" if is_part(reference) else numbered(reference, terms)
    within = "; ".join(part for part in (_contributors(reference, terms), numbers) if part)
    parts = (
        f"[{reference.title_translated}]" if reference.title_translated else "",
        f"({within})" if within else "",
    )
    return " ".join(part for part in parts if part)


def _described(reference: Reference, terms: Terms) -> Runs:
    """The kind of work in brackets (9.21), where it does not follow what holds the work."""
    if is_part(reference) and reference.type in DESCRIBED_WITH_CONTAINER:
        return ()
    if reference.reviewed_title:
        return _review(reference, terms)
    kind = description(reference, terms)
    return (Run(f"[{kind}]"),) if kind else ()


def _review(reference: Reference, terms: Terms) -> Runs:
    """The work that a review is about: its kind, title and authors (section 10.7)."""
    names = in_order(reference.reviewed_author, terms)
    by = f", {terms.by.format(names)}" if names else ""
    work = Run(reference.reviewed_title or "", italic=True)
    return (Run(f"[{_reviewed_kind(reference, terms)} "), work, Run(f"{by}]"))


def _reviewed_kind(reference: Reference, terms: Terms) -> str:
    if reference.reviewed_genre:
        return terms.review_of_kind.format(reference.reviewed_genre)
    return terms.review_of[reference.type == "review-book"]


def numbered(reference: Reference, terms: Terms) -> str:
    """Number, version, edition, volume and pages, of the work itself or of what holds it (9.19)."""
    if is_in_periodical(reference):
        return "" if reference.container_title else _number(reference, terms)
    parts = (
        _number(reference, terms),
        "" if reference.type in _UNNUMBERED | PAGES else _edition(reference, terms),
    )
    return "; ".join(part for part in parts if part)


def _edition(reference: Reference, terms: Terms) -> str:
    parts = (
        terms.version.format(reference.version) if reference.version else "",
        _ordinal(reference.edition, terms) if reference.edition else "",
        terms.volume.format(reference.volume) if reference.volume else "",
        _pages(reference.page, terms) if reference.page else "",
    )
    return ", ".join(part for part in parts if part)


def _ordinal(edition: str, terms: Terms) -> str:
    """
    ``2nd ed.``, however its number is written; other words stand as they are.

    >>> from nizkorcite.styles.apa.terms.en import ENGLISH
    >>> [_ordinal(text, ENGLISH) for text in ("2", "2nd", "Second", "2.ª ed.", "Rev. ed.")]
    ['2nd ed.', '2nd ed.', '2nd ed.', '2nd ed.', 'Rev. ed.']
    """
    match = re.fullmatch(_EDITION, edition.strip())
    number = match and (match["digits"] or _ORDINALS.get(match["word"].lower()))
    return terms.edition(int(number)) if number else edition


def _pages(page: str, terms: Terms) -> str:
    several = any(mark in page for mark in "-–,&")
    return f"{terms.words.labels['page'][several]} {spanned(page, terms)}"


def _number(reference: Reference, terms: Terms) -> str:
    """The number after the kind of work that it counts (section 9.19)."""
    number = reference.number
    if not number:
        return ""
    counted = terms.number.format(number) if number[0].isdecimal() else number
    if reference.type == "patent":
        return " ".join(part for part in (reference.authority, terms.patent, counted) if part)
    if reference.type == "thesis":
        return f"{terms.publication} {counted}" if reference.genre else counted
    if not reference.genre:
        return counted
    kind = _genre(reference, terms)
    if terms.title_case and is_english(reference):
        kind = title_case(kind)
    return f"{kind} {counted}"


def description(reference: Reference, terms: Terms) -> str:
    """What the work is, where that is out of the ordinary (section 9.21)."""
    kind = _kind(reference, terms)
    if reference.type == "thesis":
        return _thesis(reference, terms)
    if reference.type == "personal_communication" and reference.recipient:
        return terms.letter_to.format(kind=kind, names=joined(reference.recipient, terms.words))
    if reference.type == "interview" and reference.interviewer and reference.title is None:
        return terms.interview_by.format(kind=kind, names=in_order(reference.interviewer, terms))
    return kind


def _kind(reference: Reference, terms: Terms) -> str:
    if not (reference.genre or reference.medium):
        is_kept = reference.archive or reference.archive_collection
        is_archival = reference.type == "manuscript" and is_kept  # section 10.8
        kind = terms.kinds.get(reference.type, "")
        return "" if is_archival or (reference.type == "patent" and reference.number) else kind
    parts = ("" if reference.number else _genre(reference, terms), reference.medium)
    return "; ".join(part[0].upper() + part[1:] for part in parts if part)


def _genre(reference: Reference, terms: Terms) -> str:
    """The kind that the reference names; those of records in the language of the citation."""
    genre = reference.genre or ""
    return terms.descriptions.get(genre, genre)


def _thesis(reference: Reference, terms: Terms) -> str:
    """The university stands with the kind, unless it is all that tells the source (10.6)."""
    university = ", ".join(agent.name for agent in reference.publisher)
    has_source = reference.archive or reference.doi or reference.url
    parts = (_genre(reference, terms), university if has_source else "")
    within = ", ".join(part for part in parts if part)
    return "; ".join(part for part in (within, reference.medium) if part)


def _contributors(reference: Reference, terms: Terms) -> str:
    """Interviewers, editors of a work that has an author, translators (sections 9.19 and 9.39)."""
    stands_alone = not (is_part(reference) or is_in_periodical(reference))
    roles = (
        (reference.interviewer if reference.title else (), terms.interviewer),
        (reference.editor if reference.author and stands_alone else (), terms.editor),
        (reference.translator, terms.translator),
        (reference.compiler, terms.compiler),
    )
    named = (
        f"{in_order(agents, terms)}, {label(forms, agents)}" for agents, forms in roles if agents
    )
    return "; ".join(named)


_EDITION = (
    r"(?i)(?:(?P<digits>[0-9]+)(?:st|nd|rd|th|\.?[ªºao])?|(?P<word>[a-z]+))"
    r"\.?(?: ed(?:\.|n\.?|ition|ici[óo]n)?)?"
)
_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )
}

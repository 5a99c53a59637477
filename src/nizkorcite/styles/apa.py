"""
APA style, 7th edition: reference list entries and citations in text.

Own code: no engine measured prints the original layer of a republished wire story, and the
reference implementation differs from the manual in nine of the cases that matter to an archive.
Section numbers are those of the Publication Manual, 7th edition (2020). Titles keep the capitals
they came with.
"""

from collections.abc import Iterator, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.model import Agent
from nizkorcite.names import family_name, initials, inverted_name
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.styles.rich import RichText, Run
from nizkorcite.wording.words import month_name, year_words

_PARTS: frozenset[ReferenceType] = frozenset(
    ("article", "article-journal", "article-magazine", "article-newspaper", "chapter", "entry")
)
_WITH_DAY: frozenset[ReferenceType] = frozenset(
    (
        "article-magazine",
        "article-newspaper",
        "broadcast",
        "document",
        "interview",
        "manuscript",
        "personal_communication",
        "post",
        "post-weblog",
        "speech",
        "webpage",
    )
)
_OWN_FORM: frozenset[ReferenceType] = frozenset(
    ("article-journal", "article-newspaper", "book", "chapter", "document", "report", "webpage")
)
_MOST_AUTHORS = 20  # section 9.8


def entry(reference: Reference) -> RichText:
    """
    The entry of a reference list (chapters 9 and 10).

    >>> from nizkorcite.model import organisation
    >>> entry(Reference(id="a", type="webpage", title="A title",
    ...                 author=(organisation("Example News"),)))[0].text
    'Example News. (n.d.). '
    """
    author = _stopped(_author_list(reference.author))
    date = f"({_date(reference)})."
    if author:
        opening = (Run(f"{author} {date} "), *_title(reference))
    else:  # section 9.12: the title takes the author's place
        opening = (*_title(reference), Run(f" {date}"))
    return _tidy((*opening, *_source(reference), *_note(reference)))


def in_text(reference: Reference) -> RichText:
    """
    The citation in brackets (sections 8.10 to 8.17), both years where they differ (8.15).

    >>> in_text(Reference(id="a", type="book", title="T", issued=PartialDate("2017")))
    (Run(text='(', italic=False), Run(text='T', italic=True), Run(text=', 2017)', italic=False))
    """
    year = _years(reference)
    if reference.author:
        return (Run(f"({_cited_authors(reference.author)}, {year})"),)
    title = reference.title_short or reference.title
    if title is None:
        return (Run(f"([Untitled], {year})"),)
    if reference.type in _PARTS:
        return (Run(f"(“{title},” {year})"),)
    return (Run("("), Run(title, italic=True), Run(f", {year})"))


def sort_key(reference: Reference) -> tuple[str, ...]:
    """By author or title, then by date, then by title (sections 9.44 to 9.47)."""
    title = reference.title or ""
    names = [inverted_name(agent).casefold() for agent in reference.author] or [title.casefold()]
    return (*names, str(reference.issued or ""), title.casefold())


def advice(reference: Reference) -> tuple[str, ...]:
    """Name what a reader of the entry will miss, and types printed in the general form."""
    return tuple(_advice(reference))


def _advice(reference: Reference) -> Iterator[str]:
    if reference.type not in _OWN_FORM:
        yield f'APA has a form of its own for "{reference.type}"; printed in the general form'
    if reference.title is None:
        yield "the document has no title; add one, or a description in brackets (section 9.22)"
    if reference.issued is None:
        yield "no date is stated; printed as n.d."


def _author_list(agents: Sequence[Agent]) -> str:
    """Names inverted, with an ampersand before the last (section 9.8)."""
    names = [_inverted(agent) for agent in agents]
    if len(names) > _MOST_AUTHORS:
        return f"{', '.join(names[: _MOST_AUTHORS - 1])}, . . . {names[-1]}"
    if len(names) <= 1:
        return "".join(names)
    # Two groups take no comma before the ampersand; two persons do.
    two_groups = len(names) == 2 and not any(map(_is_person, agents))  # noqa: PLR2004
    return f"{', '.join(names[:-1])}{'' if two_groups else ','} & {names[-1]}"


def _inverted(agent: Agent) -> str:
    if not _is_person(agent):
        return agent.name
    parts = (family_name(agent), initials(agent.given or ""), agent.suffix)
    return ", ".join(part for part in parts if part)


def _is_person(agent: Agent) -> bool:
    return agent.kind == "person" and bool(agent.family)


def _cited_authors(agents: Sequence[Agent]) -> str:
    """One or two names in full, from three on the first and "et al." (section 8.17)."""
    names = [family_name(agent) for agent in agents]
    if len(names) > 2:  # noqa: PLR2004
        return f"{names[0]} et al."
    return " & ".join(names)


def _date(reference: Reference) -> str:
    """Year alone for books and reports, else as precise as stated (sections 9.13 and 9.14)."""
    if reference.issued is None:
        return "n.d."
    if reference.type not in _WITH_DAY:
        return _year(reference.issued)
    return _day(reference.issued)


def _day(date: PartialDate) -> str:
    """
    Year first: "2017, February 28"; a span has an en dash.

    >>> _day(PartialDate("2017-02-28")), _day(PartialDate("2016/2017"))
    ('2017, February 28', '2016–2017')
    """
    if date.precision == "interval":
        return f"{_day(date.start) if date.start else ''}–{_day(date.end) if date.end else ''}"
    month = " ".join(str(part) for part in (month_name(date), date.day) if part)
    return ", ".join(part for part in (_year(date), month) if part)


def _year(date: PartialDate) -> str:
    if date.precision == "interval":
        ends = (_year(date.start) if date.start else "", _year(date.end) if date.end else "")
        return ends[0] if ends[0] == ends[1] else "–".join(ends)
    return f"{'ca. ' if date.qualifier else ''}{year_words(date)}"


def _years(reference: Reference) -> str:
    issued = _year(reference.issued) if reference.issued else "n.d."
    first = _year(reference.original_date) if reference.original_date else issued
    return issued if first == issued else f"{first}/{issued}"


def _title(reference: Reference) -> RichText:
    """
    The title and its bracketed description (sections 9.18 to 9.22).

    Parts of a greater whole stand in roman, works of their own in italics.
    """
    if reference.title is None:
        return (Run(f"[{reference.genre or 'Untitled'}]."),)
    details = _details(reference)
    title = Run(reference.title, italic=reference.type not in _PARTS)
    if not details:
        return (title, Run("" if reference.title[-1] in ".?!…" else "."))
    return (title, Run(f" {details}."))


def _details(reference: Reference) -> str:
    """A translation of the title, edition and number, description (9.19, 9.21, 9.38)."""
    numbers = [_edition(reference.edition)] if reference.edition else []
    if reference.number and reference.type in ("report", "legal_case", "document"):
        numbers.append(f"No. {reference.number}")
    parts = (
        f"[{reference.title_translated}]" if reference.title_translated else "",
        f"({', '.join(numbers)})" if numbers else "",
        f"[{reference.genre}]" if reference.genre else "",
    )
    return " ".join(part for part in parts if part)


def _edition(edition: str) -> str:
    return f"{_ordinal(int(edition))} ed." if edition.isdecimal() else edition


def _ordinal(number: int) -> str:
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(last, 'th')}"


def _source(reference: Reference) -> RichText:
    """Container, publishers, address (sections 9.23 to 9.37)."""
    container = _container(reference)
    publishers = _publishers(reference)
    parts = (*container, Run(f" {_stopped(publishers)}" if publishers else ""))
    return (*parts, Run(_address(reference)))


def _container(reference: Reference) -> RichText:
    """What holds the work: a periodical in italics with its volume, or a book (9.25, 9.28)."""
    title = reference.container_title
    if title is None or title in {agent.name for agent in reference.author}:
        return ()
    if reference.type == "webpage":
        return (Run(f" {_stopped(title)}"),)
    pages = reference.page.replace("-", "–") if reference.page else ""
    if reference.type == "chapter":
        editors = _editors(reference.editor)
        return (
            Run(f" In {editors}"),
            Run(title, italic=True),
            Run(f" (pp. {pages})." if pages else "."),
        )
    volume = f", {reference.volume}" if reference.volume else ""
    issue = f"({reference.issue})" if reference.issue else ""
    return (Run(" "), Run(title + volume, italic=True), Run(f"{issue}{pages and f', {pages}'}."))


def _editors(agents: Sequence[Agent]) -> str:
    """Editors of a book stand before its title, names not inverted (section 9.28)."""
    if not agents:
        return ""
    names = [f"{initials(a.given)} {family_name(a)}" if a.given else a.name for a in agents]
    listed = " & ".join(names) if len(names) <= 2 else f"{', '.join(names[:-1])}, & {names[-1]}"  # noqa: PLR2004
    return f"{listed} ({'Ed.' if len(names) == 1 else 'Eds.'}), "


def _publishers(reference: Reference) -> str:
    """Publishers with semicolons between them; one that is the author is left out (9.29)."""
    if reference.type in ("article-journal", "article-newspaper", "article-magazine"):
        return ""
    authors = {agent.name for agent in reference.author}
    return "; ".join(agent.name for agent in reference.publisher if agent.name not in authors)


def _address(reference: Reference) -> str:
    """DOI before address; a page without a date names the day it was read (9.16, 9.34)."""
    if reference.doi:
        return f" https://doi.org/{reference.doi}"
    if not reference.url:
        return ""
    if reference.issued is None and reference.accessed is not None:
        date = reference.accessed
        return f" Retrieved {month_name(date)} {date.day}, {date.year}, from {reference.url}"
    return f" {reference.url}"


def _note(reference: Reference) -> RichText:
    """What the entry says of the other layer, in brackets and without a stop (9.39 to 9.41)."""
    words = _layer_note(reference)
    return (Run(f" ({words})"),) if words else ()


def _layer_note(reference: Reference) -> str:
    if reference.republisher:
        layer = _named_layer(reference.republisher, None, reference.republished)
        return f"Not consulted; republished by {layer}"
    if reference.layers == "both" and reference.original_publisher:
        return f"Reprinted from {_reprinted(reference)}"
    original, issued = reference.original_date, reference.issued
    if original is None or (issued is not None and _year(original) == _year(issued)):
        return ""
    return f"Original work published {_year(original)}"


def _reprinted(reference: Reference) -> str:
    """Section 9.40; the manual's order, with agency and place where it has the periodical."""
    title = reference.original_title
    other_title = f"“{title},” " if title and title != reference.title else ""
    container = reference.original_container_title
    layer = _named_layer(
        reference.original_publisher, reference.original_publisher_place, reference.original_date
    )
    return f"{other_title}{f'{container}, ' if container else ''}{layer}"


def _named_layer(publishers: Sequence[Agent], place: str | None, date: PartialDate | None) -> str:
    names = "; ".join(agent.name for agent in publishers)
    parts = (names, place, _day(date) if date else None)
    return ", ".join(part for part in parts if part)


def _stopped(text: str) -> str:
    return text if not text or text[-1] in ".?!…" else f"{text}."


def _tidy(text: RichText) -> RichText:
    return tuple(run for run in text if run.text)

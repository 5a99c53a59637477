"""The source element: container, publishers, archive, address (9.23 to 9.37, 10.1 ff)."""

from nizkorcite.reference import Reference
from nizkorcite.styles.apa.authors import author_element, names_in_order, role_label
from nizkorcite.styles.apa.dates import retrieval_date
from nizkorcite.styles.apa.periodicals import issue_and_pages, with_volume
from nizkorcite.styles.apa.terms.terms import ApaTerms
from nizkorcite.styles.apa.titles import (
    DESCRIBED_WITH_CONTAINER,
    PAGES,
    description,
    is_in_periodical,
    is_part,
    is_published_paper,
    numbers_of_work,
    with_full_stop,
)
from nizkorcite.styles.rich_text import Run, Runs

_EARLY = frozenset(
    ("prepublished", "advance online publication", "ahead of print", "early access", "online first")
)
"""Statuses of an article that is published before its issue."""


def source_element(reference: Reference, terms: ApaTerms) -> Runs:
    """Compose the source of an entry: container, publishers, address (9.4)."""
    return (
        *_container(reference, terms),
        *_publication(reference, terms),
        Run(address(reference, terms)),
    )


def address(reference: Reference, terms: ApaTerms) -> str:
    """
    Return DOI or address (9.34), if needed with the access date (9.16).

    An archived copy does not change; its address is printed without a day, after the address of
    the page, which the manual leaves out.
    """
    if reference.doi:
        return f" https://doi.org/{reference.doi}"
    if not reference.url:
        return f" {reference.archived_url}" if reference.archived_url else ""
    if reference.archived_url:
        return f" {terms.archived.format(url=reference.url, copy=reference.archived_url)}"
    is_dated = reference.issued or reference.issued_literal
    if not is_dated and reference.accessed is not None:
        pattern = terms.retrieved[not reference.accessed.day]
        return (
            f" {pattern.format(day=retrieval_date(reference.accessed, terms), url=reference.url)}"
        )
    return f" {reference.url}"


def _container(reference: Reference, terms: ApaTerms) -> Runs:
    title = reference.container_title
    if title is None or not is_part(reference):
        return ()  # a site follows its publishers
    form = _periodical if is_in_periodical(reference) else _book
    return form(reference, title, terms)


def _book(reference: Reference, title: str, terms: ApaTerms) -> Runs:
    """Compose the containing book, its editors first with names not inverted (9.28)."""
    editors = "" if author_element(reference).role else names_in_order(reference.editor, terms)
    named = f"{editors} ({role_label(terms.editor, reference.editor)}), " if editors else ""
    numbers = numbers_of_work(reference, terms)
    kind = description(reference, terms) if reference.type in DESCRIBED_WITH_CONTAINER else ""
    details = " ".join(part for part in (numbers and f"({numbers})", kind and f"[{kind}]") if part)
    preposition = terms.on_album if reference.type == "song" else terms.in_book
    return (
        Run(f" {preposition} {named}"),
        Run(title, italic=True),
        Run(f" {details}." if details else with_full_stop(title, terms)[len(title) :]),
    )


def _periodical(reference: Reference, title: str, terms: ApaTerms) -> Runs:
    """Compose the periodical in italics with volume, issue and pages in roman (9.25)."""
    # An article's number replaces its pages (9.27); a record's number is a document's symbol, and
    # a newspaper article's that of a database.
    is_numbered = not reference.document and reference.type != "article-newspaper"
    number = reference.number if is_numbered else None
    rest = issue_and_pages(
        reference.volume, reference.issue, None if number else reference.page, terms
    )
    rest += f", {terms.article.format(number)}" if number else ""
    named = with_volume(title, reference.volume)
    ended = with_full_stop(f"{named}{rest}", terms)
    return (Run(" "), Run(named, italic=True), Run(ended.removeprefix(named)))


def _publication(reference: Reference, terms: ApaTerms) -> Runs:
    """Compose publishers, archive, event and site, each with a full stop."""
    is_early = (reference.status or "").casefold() in _EARLY
    parts = (
        *(_publishers(reference), _archive(reference), _event(reference), _site(reference)),
        terms.advance_online if is_early else "",
    )
    return tuple(Run(f" {with_full_stop(part, terms)}") for part in parts if part)


def _event(reference: Reference) -> str:
    """Return event and place of a speech (section 10.5)."""
    if reference.type == "paper-conference" and is_published_paper(reference):
        return ""
    return ", ".join(part for part in (reference.event_title, reference.event_place) if part)


def _archive(reference: Reference) -> str:
    """Return collection and location, repository and town of an archival document."""
    location = f"({reference.archive_location})" if reference.archive_location else ""
    held = (reference.archive_collection, reference.archive)
    first, *rest = [part for part in held if part] or [""]
    parts = (" ".join(part for part in (first, location) if part), *rest, reference.archive_place)
    return ", ".join(part for part in parts if part)


def _publishers(reference: Reference) -> str:
    """Join publishers by semicolons, without one that is the author (9.29)."""
    if not reference.publisher:
        return ""
    if is_in_periodical(reference) and reference.type != "interview":
        return ""
    if reference.type == "thesis" and (reference.archive or reference.doi or reference.url):
        return ""  # it is in brackets (10.6)
    hidden = {agent.name for agent in author_element(reference).agents}
    return "; ".join(agent.name for agent in reference.publisher if agent.name not in hidden)


def _site(reference: Reference) -> str:
    """Return the site, unless it is the stated author (section 9.33)."""
    title = reference.container_title
    if title is None or reference.type not in PAGES:
        return ""
    return "" if title in {agent.name for agent in reference.author} else title

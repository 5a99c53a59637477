"""Where the work can be found: container, publishers, archive, address (9.23 to 9.37, 10.1 ff)."""

from nizkorcite.reference import Reference
from nizkorcite.styles.apa.authors import in_order, label, responsible
from nizkorcite.styles.apa.periodicals import numbered, paged, pages
from nizkorcite.styles.apa.terms import Terms
from nizkorcite.styles.apa.titles import PARTS, stopped
from nizkorcite.styles.apa.when import retrieved
from nizkorcite.styles.rich import RichText, Run

_BOOKS = frozenset(
    ("chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference")
)
_PERIODICALS = PARTS - _BOOKS


def source(reference: Reference, terms: Terms) -> RichText:
    """The fourth element of an entry, each part with a stop, none after an address (9.4)."""
    return (
        *_container(reference, terms),
        *_publication(reference, terms),
        Run(address(reference, terms)),
    )


def address(reference: Reference, terms: Terms) -> str:
    """
    DOI before address (9.34); a page without a date names the day it was read (9.16).

    An archived copy does not change, so it is given itself and needs no such day.
    """
    if reference.doi:
        return f" https://doi.org/{reference.doi}"
    if reference.archived_url:
        return f" {reference.archived_url}"
    if not reference.url:
        return ""
    if reference.issued is None and reference.accessed is not None:
        pattern = terms.retrieved[not reference.accessed.day]
        return f" {pattern.format(day=retrieved(reference.accessed, terms), url=reference.url)}"
    return f" {reference.url}"


def _container(reference: Reference, terms: Terms) -> RichText:
    title = reference.container_title
    if title is None:
        return ()
    if reference.type in _BOOKS:
        return _book(reference, title, terms)
    if reference.type in _PERIODICALS and not _is_blog_of_author(reference):
        return _periodical(reference, title, terms)
    return ()  # a site stands behind its publishers


def _is_blog_of_author(reference: Reference) -> bool:
    names = {agent.name for agent in responsible(reference).agents}
    return reference.type == "post-weblog" and reference.container_title in names


def _book(reference: Reference, title: str, terms: Terms) -> RichText:
    """Editors of a book stand before its title, names not inverted (section 9.28)."""
    editors = "" if responsible(reference).role else in_order(reference.editor, terms)
    named = f"{editors} ({label(terms.editor, reference.editor)}), " if editors else ""
    numbers = (
        terms.volume.format(reference.volume) if reference.volume else "",
        _pages_of_book(reference.page, terms) if reference.page else "",
    )
    listed = ", ".join(part for part in numbers if part)
    return (
        Run(f" {terms.in_book} {named}"),
        Run(title, italic=True),
        Run(f" ({listed})." if listed else "."),
    )


def _pages_of_book(page: str, terms: Terms) -> str:
    several = "-" in page or "–" in page
    return f"{terms.words.labels['page'][several]} {pages(page, terms)}"


def _periodical(reference: Reference, title: str, terms: Terms) -> RichText:
    """In italics with its volume; issue and pages in roman (section 9.25)."""
    rest = paged(reference.volume, reference.issue, reference.page, terms)
    return (
        Run(" "),
        Run(numbered(title, reference.volume), italic=True),
        Run(stopped(rest, terms) or "."),
    )


def _publication(reference: Reference, terms: Terms) -> RichText:
    """Event, archive, publishers and site, each as a sentence of its own."""
    parts = (_event(reference), _archive(reference), _publishers(reference), _site(reference))
    return tuple(Run(f" {stopped(part, terms)}") for part in parts if part)


def _event(reference: Reference) -> str:
    """Where a speech was held (section 10.5)."""
    return ", ".join(part for part in (reference.event_title, reference.event_place) if part)


def _archive(reference: Reference) -> str:
    """Collection with its place in it, repository, town (archival documents)."""
    location = reference.archive_location
    if reference.archive_collection and location:
        location = f"{reference.archive_collection} ({location})"
    parts = (location or reference.archive_collection, reference.archive, reference.archive_place)
    return ", ".join(part for part in parts if part)


def _publishers(reference: Reference) -> str:
    """Publishers with semicolons between them; one that is the author is left out (9.29)."""
    if reference.type in _PERIODICALS:
        return ""
    hidden = {agent.name for agent in responsible(reference).agents}
    return "; ".join(agent.name for agent in reference.publisher if agent.name not in hidden)


def _site(reference: Reference) -> str:
    """A site, in roman; one that is the stated author is left out (section 9.33)."""
    title = reference.container_title
    if title is None or reference.type in PARTS:
        return ""
    return "" if title in {agent.name for agent in reference.author} else title

"""Where the work can be found: container, publishers, archive, address (9.23 to 9.37, 10.1 ff)."""

from nizkorcite.reference import Reference
from nizkorcite.styles.apa.authors import editor_label, in_order, responsible
from nizkorcite.styles.apa.titles import PARTS, stopped
from nizkorcite.styles.apa.when import retrieved
from nizkorcite.styles.rich import RichText, Run

_BOOKS = frozenset(
    ("chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference")
)
_PERIODICALS = PARTS - _BOOKS


def source(reference: Reference) -> RichText:
    """The fourth element of an entry, each part with a stop, none after an address (9.4)."""
    return (*_container(reference), *_publication(reference), Run(address(reference)))


def address(reference: Reference) -> str:
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
        return f" Retrieved {retrieved(reference.accessed)}, from {reference.url}"
    return f" {reference.url}"


def _container(reference: Reference) -> RichText:
    title = reference.container_title
    if title is None:
        return ()
    if reference.type in _BOOKS:
        return _book(reference, title)
    if reference.type in _PERIODICALS and not _is_blog_of_author(reference):
        return _periodical(reference, title)
    return ()  # a site stands behind its publishers


def _is_blog_of_author(reference: Reference) -> bool:
    names = {agent.name for agent in responsible(reference).agents}
    return reference.type == "post-weblog" and reference.container_title in names


def _book(reference: Reference, title: str) -> RichText:
    """Editors of a book stand before its title, names not inverted (section 9.28)."""
    editors = "" if responsible(reference).role else in_order(reference.editor)
    named = f"{editors} ({editor_label(reference.editor)}), " if editors else ""
    numbers = (
        f"Vol. {reference.volume}" if reference.volume else "",
        f"{'pp.' if '-' in reference.page or '–' in reference.page else 'p.'} {_pages(reference)}"
        if reference.page
        else "",
    )
    listed = ", ".join(part for part in numbers if part)
    return (Run(f" In {named}"), Run(title, italic=True), Run(f" ({listed})." if listed else "."))


def _periodical(reference: Reference, title: str) -> RichText:
    """In italics with its volume; issue and pages in roman (section 9.25)."""
    volume = f", {reference.volume}" if reference.volume else ""
    issue = f"({reference.issue})" if reference.issue else ""
    if reference.issue and not reference.volume:
        issue = f", ({reference.issue})"
    pages = f", {_pages(reference)}" if reference.page else ""
    return (Run(" "), Run(title + volume, italic=True), Run(stopped(f"{issue}{pages}") or "."))


def _pages(reference: Reference) -> str:
    return (reference.page or "").replace("--", "–").replace("-", "–")


def _publication(reference: Reference) -> RichText:
    """Event, archive, publishers and site, each as a sentence of its own."""
    parts = (_event(reference), _archive(reference), _publishers(reference), _site(reference))
    return tuple(Run(f" {stopped(part)}") for part in parts if part)


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

"""Where the work can be found: container, publishers, archive, address (9.23 to 9.37, 10.1 ff)."""

from nizkorcite.reference import Reference
from nizkorcite.styles.apa.authors import in_order, label, responsible
from nizkorcite.styles.apa.dates import retrieved
from nizkorcite.styles.apa.periodicals import paged, with_volume
from nizkorcite.styles.apa.terms.terms import Terms
from nizkorcite.styles.apa.titles import (
    DESCRIBED_WITH_CONTAINER,
    PAGES,
    description,
    is_edited,
    is_in_periodical,
    is_part,
    numbered,
    stopped,
)
from nizkorcite.styles.rich_text import Run, Runs


def source(reference: Reference, terms: Terms) -> Runs:
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


def _container(reference: Reference, terms: Terms) -> Runs:
    title = reference.container_title
    if title is None or not is_part(reference):
        return ()  # a site stands behind its publishers
    form = _periodical if is_in_periodical(reference) else _book
    return form(reference, title, terms)


def _book(reference: Reference, title: str, terms: Terms) -> Runs:
    """Editors of a book stand before its title, names not inverted (section 9.28)."""
    editors = "" if responsible(reference).role else in_order(reference.editor, terms)
    named = f"{editors} ({label(terms.editor, reference.editor)}), " if editors else ""
    numbers = numbered(reference, terms)
    kind = description(reference, terms) if reference.type in DESCRIBED_WITH_CONTAINER else ""
    details = " ".join(part for part in (numbers and f"({numbers})", kind and f"[{kind}]") if part)
    preposition = terms.on_album if reference.type == "song" else terms.in_book
    return (
        Run(f" {preposition} {named}"),
        Run(title, italic=True),
        Run(f" {details}." if details else stopped(title, terms)[len(title) :]),
    )


def _periodical(reference: Reference, title: str, terms: Terms) -> Runs:
    """In italics with its volume; issue and pages in roman (section 9.25)."""
    # An article's number stands for its pages (9.27); that of a record is a document's symbol.
    number = None if reference.document else reference.number
    rest = paged(reference.volume, reference.issue, None if number else reference.page, terms)
    rest += f", {terms.article.format(number)}" if number else ""
    named = with_volume(title, reference.volume)
    return (Run(" "), Run(named, italic=True), Run(stopped(rest, terms) or "."))


def _publication(reference: Reference, terms: Terms) -> Runs:
    """Publishers, archive, event and site, each as a sentence of its own."""
    parts = (_publishers(reference), _archive(reference), _event(reference), _site(reference))
    return tuple(Run(f" {stopped(part, terms)}") for part in parts if part)


def _event(reference: Reference) -> str:
    """Where a speech was held (section 10.5)."""
    if reference.type == "paper-conference" and is_edited(reference):
        return ""
    return ", ".join(part for part in (reference.event_title, reference.event_place) if part)


def _archive(reference: Reference) -> str:
    """Collection with its place in it, repository, town (archival documents)."""
    location = f"({reference.archive_location})" if reference.archive_location else ""
    held = (reference.archive_collection, reference.archive)
    first, *rest = [part for part in held if part] or [""]
    parts = (" ".join(part for part in (first, location) if part), *rest, reference.archive_place)
    return ", ".join(part for part in parts if part)


def _publishers(reference: Reference) -> str:
    """Publishers with semicolons between them; one that is the author is left out (9.29)."""
    if not reference.publisher:
        return ""
    if is_in_periodical(reference) and reference.type != "interview":
        return ""
    if reference.type == "thesis" and (reference.archive or reference.doi or reference.url):
        return ""  # it stands in brackets (10.6)
    hidden = {agent.name for agent in responsible(reference).agents}
    return "; ".join(agent.name for agent in reference.publisher if agent.name not in hidden)


def _site(reference: Reference) -> str:
    """A site, in roman; one that is the stated author is left out (section 9.33)."""
    title = reference.container_title
    if title is None or reference.type not in PAGES:
        return ""
    return "" if title in {agent.name for agent in reference.author} else title

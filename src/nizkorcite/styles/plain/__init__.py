"""
Plain sentences for footnotes, both layers in words.

Form: ``Agency (Place), "Title," day; republished by Archive, day, address.`` After The Chicago
Manual of Style, 18th edition, chapter 14 (order, quotation marks), which has no form of its own for
a republished wire story. In Spanish the order is the same, with «comillas».
"""

from collections.abc import Sequence

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.locale.prose import done, in_words, joined, located, quoted
from nizkorcite.locale.terms import Lang
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.reference.locators import Locator
from nizkorcite.styles.disambiguation import ALONE, Disambiguation
from nizkorcite.styles.plain.in_text import in_text, narrative, responsible, sentence
from nizkorcite.styles.plain.order import advice, sort_and_disambiguate
from nizkorcite.styles.plain.terms import Terms, terms_of
from nizkorcite.styles.rich_text import Runs

__all__ = ["advice", "entry", "in_text", "narrative", "note", "sort_and_disambiguate"]


def entry(reference: Reference, disambiguation: Disambiguation = ALONE, lang: Lang = "en") -> Runs:  # noqa: ARG001 - every style takes these
    """
    The whole sentence.

    >>> from nizkorcite.dates import PartialDate
    >>> entry(Reference(id="a", type="webpage", title="T", issued=PartialDate("2017-02")))[0].text
    '"T," February 2017.'
    """
    return note(reference, lang)


def note(reference: Reference, lang: Lang = "en", locators: Sequence[Locator] = ()) -> Runs:
    """The whole sentence, with the place within the work that a footnote speaks of."""
    terms = terms_of(lang)
    place = located(locators, terms.words)
    if reference.layers == "both" and (reference.original_publisher or reference.original_date):
        return sentence(f"{_original(reference, terms)}; {_republication(reference, place, terms)}")
    return sentence(f"{_single(reference, place, terms)}{_unread(reference, terms)}")


@frozen
class _Publication:
    """Who published where and in what, and what follows."""

    publishers: tuple[Agent, ...]
    place: str | None
    container: str
    rest: tuple[str, ...]


def _original(reference: Reference, terms: Terms) -> str:
    container = _numbered(
        reference.original_container_title,
        reference.original_volume,
        reference.original_issue,
        reference.original_page,
        terms,
    )
    rest = (*_days(reference.original_date, terms), reference.original_url or "")
    publication = _Publication(
        reference.original_publisher, reference.original_publisher_place, container, rest
    )
    return _clause(reference, publication, terms)


def _republication(reference: Reference, place: str, terms: Terms) -> str:
    publishers = joined(reference.publisher, terms.words)
    tail = (publishers, *_days(reference.issued, terms), place, _address(reference, terms))
    return terms.republished_by.format(", ".join(part for part in tail if part))


def _single(reference: Reference, place: str, terms: Terms) -> str:
    authors = {agent.name for agent in reference.author}
    site = None if reference.container_title in authors else reference.container_title
    container = _numbered(site, reference.volume, reference.issue, reference.page, terms)
    paper = (_number(reference, terms), reference.authority, *_archive(reference))
    rest = (
        *(part for part in paper if part),
        *_days(reference.issued, terms),
        place,
        _address(reference, terms),
    )
    publication = _Publication(reference.publisher, reference.publisher_place, container, rest)
    return _clause(reference, publication, terms)


def _unread(reference: Reference, terms: Terms) -> str:
    """The copy that was read, where only the original is told."""
    if not reference.republisher:
        return ""
    layer = (joined(reference.republisher, terms.words), *_days(reference.republished, terms))
    return f" ({terms.not_consulted}; {terms.republished_by.format(', '.join(layer))})"


def _clause(reference: Reference, publication: _Publication, terms: Terms) -> str:
    """Who, the title in quotation marks, where, when; a publisher who is the author stands once."""
    publishers, place = joined(publication.publishers, terms.words), publication.place
    where = f"{publishers} ({place})" if publishers and place else publishers
    same = bool(where) and reference.author == publication.publishers
    who = where if same else responsible(reference, terms)
    rest = (
        *_helpers(reference, terms),
        publication.container,
        "" if same else where,
        *publication.rest,
    )
    words = ", ".join(part for part in rest if part)
    return " ".join(
        part for part in (f"{who}," if who else "", _title(reference, words, terms)) if part
    )


def _helpers(reference: Reference, terms: Terms) -> tuple[str, ...]:
    """Translators, and editors of a work that has an author."""
    roles = (
        (reference.translator, terms.translated_by),
        (reference.editor if reference.author else (), terms.edited_by),
    )
    return tuple(pattern.format(joined(agents, terms.words)) for agents, pattern in roles if agents)


def _number(reference: Reference, terms: Terms) -> str:
    number = reference.number or ""
    return terms.issue.format(number) if number[:1].isdecimal() else number


def _title(reference: Reference, rest: str, terms: Terms) -> str:
    """The title and its original where that is another, a comma, and what follows."""
    title, original = reference.title, reference.original_title
    comma = "," if rest else ""
    if title is None:
        return f"{terms.words.untitled}{comma} {rest}".rstrip()
    if reference.layers != "both" or not original or original == reference.title:
        return f"{quoted(title, terms.words, comma)} {rest}".rstrip()
    remark = terms.original_title.format(quoted(original, terms.words))
    return f"{quoted(title, terms.words)} ({remark}){comma} {rest}".rstrip()


def _numbered(
    container: str | None, volume: str | None, issue: str | None, page: str | None, terms: Terms
) -> str:
    """What held the work, with its numbers: ``Journal 12, no. 3, pp. 1–9``."""
    parts = (
        " ".join(part for part in (container, volume) if part),
        terms.issue.format(issue) if issue else "",
        located((Locator("page", page, several="-" in page or "–" in page),), terms.words)
        if page
        else "",
    )
    return ", ".join(part for part in parts if part)


def _archive(reference: Reference) -> tuple[str | None, ...]:
    """Where the paper lies."""
    return (
        reference.archive_location,
        reference.archive_collection,
        reference.archive,
        reference.archive_place,
    )


def _days(date: PartialDate | None, terms: Terms) -> tuple[str, ...]:
    return (in_words(date, terms.words),) if date else ()


def _address(reference: Reference, terms: Terms) -> str:
    """An archived copy does not change, and needs no day on which it was read."""
    address = f"https://doi.org/{reference.doi}" if reference.doi else reference.archived_url
    if address or not reference.url or not reference.accessed:
        return address or reference.url or ""
    address = reference.url
    return f"{address} ({terms.accessed.format(done(reference.accessed, terms.words))})"

"""
The style plain: sentences for footnotes, with both layers in words.

Form: ``Agency (Place), "Title," day; republished by Archive, day, address.`` After The Chicago
Manual of Style, 18th edition, chapter 14 (order, quotation marks), which has no form of its own for
a republished wire story. In Spanish the order is the same, with «comillas».
"""

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.locale.prose import (
    accessed_date,
    in_quotation_marks,
    in_words,
    joined_names,
    locators_in_prose,
)
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.reference.locators import Locator
from nizkorcite.styles.context import DEFAULT, CitationContext
from nizkorcite.styles.plain.in_text import (
    as_sentence,
    author_names,
    in_text,
    narrative,
    republished_without_publishers,
)
from nizkorcite.styles.plain.order import FOOTNOTES, advice, sort_and_disambiguate
from nizkorcite.styles.plain.terms import FootnoteTerms, footnote_terms
from nizkorcite.styles.rich_text import Runs

__all__ = ["FOOTNOTES", "advice", "entry", "in_text", "narrative", "sort_and_disambiguate"]


def entry(reference: Reference, context: CitationContext = DEFAULT) -> Runs:
    """
    Compose the full footnote, with locators.

    >>> from nizkorcite.dates import PartialDate
    >>> entry(Reference(id="a", type="webpage", title="T", issued=PartialDate("2017-02")))[0].text
    '"T," February 2017.'
    """
    terms = footnote_terms(context.lang)
    place = locators_in_prose(context.locators, terms.words)
    if reference.layers == "both" and (reference.original_publisher or reference.original_date):
        return as_sentence(
            f"{_original(reference, terms)}; {_republication(reference, place, terms)}"
        )
    return as_sentence(f"{_single(reference, place, terms)}{_unread(reference, terms)}")


@frozen
class _Publication:
    """Publishers, place, container and further details of one layer."""

    publishers: tuple[Agent, ...]
    place: str | None
    container: str
    rest: tuple[str, ...]


def _original(reference: Reference, terms: FootnoteTerms) -> str:
    container = _container_and_numbers(
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


def _republication(reference: Reference, place: str, terms: FootnoteTerms) -> str:
    rest = (place, _address(reference, terms))
    if not reference.publisher:
        return ", ".join(filter(None, (republished_without_publishers(reference, terms), *rest)))
    publishers = joined_names(reference.publisher, terms.words)
    tail = (publishers, *_issued(reference, terms), *rest)
    return terms.republished_by.format(", ".join(part for part in tail if part))


def _single(reference: Reference, place: str, terms: FootnoteTerms) -> str:
    authors = {agent.name for agent in reference.author}
    site = None if reference.container_title in authors else reference.container_title
    container = _container_and_numbers(
        site, reference.volume, reference.issue, reference.page, terms
    )
    paper = (_number(reference, terms), reference.authority, *_archive(reference))
    rest = (
        *(part for part in paper if part),
        *_issued(reference, terms),
        place,
        _address(reference, terms),
    )
    publication = _Publication(reference.publisher, reference.publisher_place, container, rest)
    return _clause(reference, publication, terms)


def _unread(reference: Reference, terms: FootnoteTerms) -> str:
    """Return the note on the copy read, if only the original is cited."""
    if not reference.republisher:
        return ""
    layer = (joined_names(reference.republisher, terms.words), *_days(reference.republished, terms))
    return f" ({terms.not_consulted}; {terms.republished_by.format(', '.join(layer))})"


def _clause(reference: Reference, publication: _Publication, terms: FootnoteTerms) -> str:
    """Join author, title, place and date; a publisher who is the author is named once."""
    publishers, place = joined_names(publication.publishers, terms.words), publication.place
    where = f"{publishers} ({place})" if publishers and place else publishers
    same = bool(where) and reference.author == publication.publishers
    who = where if same else author_names(reference, terms)
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


def _helpers(reference: Reference, terms: FootnoteTerms) -> tuple[str, ...]:
    """Return translators, and editors of a work with an author."""
    roles = (
        (reference.translator, terms.translated_by),
        (reference.editor if reference.author else (), terms.edited_by),
    )
    return tuple(
        pattern.format(joined_names(agents, terms.words)) for agents, pattern in roles if agents
    )


def _number(reference: Reference, terms: FootnoteTerms) -> str:
    number = reference.number or ""
    return terms.issue.format(number) if number[:1].isdecimal() else number


def _title(reference: Reference, rest: str, terms: FootnoteTerms) -> str:
    """Join the title, the original title if it differs, and the words that follow."""
    title, original = reference.title, reference.original_title
    comma = "," if rest else ""
    if title is None:
        return f"{terms.words.untitled}{comma} {rest}".rstrip()
    if reference.layers != "both" or not original or original == reference.title:
        return f"{in_quotation_marks(title, terms.words, comma)} {rest}".rstrip()
    remark = terms.original_title.format(in_quotation_marks(original, terms.words))
    return f"{in_quotation_marks(title, terms.words)} ({remark}){comma} {rest}".rstrip()


def _container_and_numbers(
    container: str | None,
    volume: str | None,
    issue: str | None,
    page: str | None,
    terms: FootnoteTerms,
) -> str:
    """Join container and numbers: ``Journal 12, no. 3, pp. 1–9``."""
    parts = (
        " ".join(part for part in (container, volume) if part),
        terms.issue.format(issue) if issue else "",
        locators_in_prose((Locator("page", page, several="-" in page or "–" in page),), terms.words)
        if page
        else "",
    )
    return ", ".join(part for part in parts if part)


def _archive(reference: Reference) -> tuple[str | None, ...]:
    """Return location, collection, repository and town of an archival document."""
    return (
        reference.archive_location,
        reference.archive_collection,
        reference.archive,
        reference.archive_place,
    )


def _issued(reference: Reference, terms: FootnoteTerms) -> tuple[str, ...]:
    """Return the date of the layer cited in words, or as printed."""
    literal = reference.issued_literal
    return _days(reference.issued, terms) or ((literal,) if literal else ())


def _days(date: PartialDate | None, terms: FootnoteTerms) -> tuple[str, ...]:
    return (in_words(date, terms.words),) if date else ()


def _address(reference: Reference, terms: FootnoteTerms) -> str:
    """Return the address; an archived copy does not change and needs no access date."""
    if reference.doi:
        return f"https://doi.org/{reference.doi}"
    address, copy = reference.url, reference.archived_url
    if not address:
        return copy or ""
    if copy:
        return f"{address} ({terms.archived.format(copy)})"
    if not reference.accessed:
        return address
    return f"{address} ({terms.accessed.format(accessed_date(reference.accessed, terms.words))})"

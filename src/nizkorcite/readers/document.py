"""Documents built from the facts of a page, each value with its evidence."""

import hashlib
from collections.abc import Iterator

from attrs import evolve

from nizkorcite.dates import Instant, PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact, Facts, Unread
from nizkorcite.readers.reading import Reading
from nizkorcite.readers.record_id import document_id
from nizkorcite.record.model import (
    Capture,
    Document,
    Evidence,
    Original,
    Place,
    Republication,
    Rights,
    TextDigest,
    organisation,
)

_DATES = ("/original/date", "/republication/date")
_REPUBLISHERS = "/republication/publishers"


def build_reading(
    page: Page,
    facts: Facts,
    *,
    reader: str,
    capture: Capture,
    id: str | None = None,  # noqa: A002 - the record's own word
) -> Reading:
    """
    Build the document of a page from its facts.

    Args:
        page: The page.
        facts: Facts that a reader found on the page.
        reader: Name of the reader.
        capture: Capture of the page's bytes, with its address and time if known.
        id: Id of the record; made from the address or the bytes if left out.

    Raises:
        ModelError: `id` is not valid in a record.
    """
    facts = _drop_contradictory_dates(_drop_anonymous_republication(facts))
    facts = _drop_later_dates(facts, capture.accessed)
    document = Document(
        id=id or document_id(capture.url, capture.sha256),
        type=facts.type
        or ("news_article" if facts.source_line and facts.publishers else "web_page"),
        title=facts.title.value if facts.title else None,
        language=facts.language.value if facts.language else "und",
        creators=[creator.value for creator in facts.creators],
        original=_original(facts),
        republication=_republication(facts, capture.url),
        captures=[capture],
        evidence=[_evidence(page, *each) for each in _facts_by_pointer(facts)],
        text=_text_digest(page),
    )
    return Reading(
        document=document, page=page, reader=reader, unread=facts.unread, warnings=facts.warnings
    )


def _drop_anonymous_republication(facts: Facts) -> Facts:
    """Drop date, note and notice of a republication without a publisher."""
    if facts.republishers:
        return facts
    bare = evolve(
        facts,
        republished=None,
        section=None,
        modifications=None,
        statement=None,
        notice=None,
        legal_basis=None,
    )
    if not facts.republished or any(each.field == _REPUBLISHERS for each in facts.unread):
        return bare
    message = Message(
        "the page was published on {date}, but names no publisher",
        date=str(facts.republished.value),
    )
    return evolve(bare, unread=(*facts.unread, Unread("NZ602", _REPUBLISHERS, message)))


def _drop_contradictory_dates(facts: Facts) -> Facts:
    """Drop both dates if the republication is dated before the original."""
    if not (facts.date and facts.republished):
        return facts
    if not facts.republished.value.before(facts.date.value):
        return facts
    message = Message(
        "the republication is dated {republished}, before the original, {original}; neither date "
        "is used",
        republished=str(facts.republished.value),
        original=str(facts.date.value),
    )
    unread = tuple(Unread("NZ632", field, message) for field in _DATES)
    return evolve(facts, date=None, republished=None, unread=(*facts.unread, *unread))


def _drop_later_dates(facts: Facts, accessed: Instant | None) -> Facts:
    """Drop dates after the time at which the page was fetched."""
    if accessed is None:
        return facts
    dates = zip(_DATES, (facts.date, facts.republished), strict=True)
    late = {
        pointer: fact.value for pointer, fact in dates if fact and fact.value.after(accessed.date)
    }
    return evolve(
        facts,
        date=None if _DATES[0] in late else facts.date,
        republished=None if _DATES[1] in late else facts.republished,
        unread=(*facts.unread, *(_late(pointer, date, accessed) for pointer, date in late.items())),
    )


def _late(pointer: str, date: PartialDate, accessed: Instant) -> Unread:
    message = Message(
        "the page is dated {date}, but was fetched earlier, on {accessed}; the date is not used",
        date=str(date),
        accessed=str(accessed.date),
    )
    return Unread("NZ632", pointer, message)


def _original(facts: Facts) -> Original:
    return Original(
        attribution=facts.attribution,
        title=facts.original_title.value if facts.original_title else None,
        publishers=[organisation(publisher.value) for publisher in facts.publishers],
        place=Place(name=facts.place.value) if facts.place else None,
        date=facts.date.value if facts.date else None,
        url=facts.original_url.value if facts.original_url else None,
        volume=facts.volume.value if facts.volume else None,
        issue=facts.issue.value if facts.issue else None,
        pages=facts.pages.value if facts.pages else None,
        source_line=facts.source_line.value if facts.source_line else None,
    )


def _republication(facts: Facts, url: str | None) -> Republication | None:
    if not facts.republishers:
        return None
    return Republication(
        publishers=[organisation(publisher.value) for publisher in facts.republishers],
        date=facts.republished.value if facts.republished else None,
        url=url,
        section=facts.section.value if facts.section else None,
        modifications=facts.modifications.value if facts.modifications else None,
        statement=facts.statement.value if facts.statement else None,
        rights=_rights(facts),
    )


def _rights(facts: Facts) -> Rights | None:
    if not (facts.notice or facts.legal_basis):
        return None
    return Rights(
        statement=facts.notice.value if facts.notice else None,
        legal_basis=[facts.legal_basis.value] if facts.legal_basis else [],
    )


def _text_digest(page: Page) -> TextDigest:
    digest = hashlib.sha256(page.text.encode()).hexdigest()
    return TextDigest(sha256=digest, characters=len(page.text))


def _facts_by_pointer(facts: Facts) -> Iterator[tuple[str, Fact[object]]]:
    """Return each fact with the pointer of its value, in the record's order."""
    members: tuple[tuple[str, Fact[object] | None], ...] = (
        ("/title", facts.title),
        ("/language", facts.language),
        ("/original/title", facts.original_title),
        *((f"/creators/{index}/name", each) for index, each in enumerate(facts.creators)),
        *(
            (f"/original/publishers/{index}/name", each)
            for index, each in enumerate(facts.publishers)
        ),
        ("/original/place/name", facts.place),
        ("/original/date", facts.date),
        ("/original/url", facts.original_url),
        ("/original/volume", facts.volume),
        ("/original/issue", facts.issue),
        ("/original/pages", facts.pages),
        ("/original/source_line", facts.source_line),
        *((f"{_REPUBLISHERS}/{index}/name", each) for index, each in enumerate(facts.republishers)),
        ("/republication/date", facts.republished),
        ("/republication/section", facts.section),
        ("/republication/modifications", facts.modifications),
        ("/republication/statement", facts.statement),
        ("/republication/rights/statement", facts.notice),
        ("/republication/rights/legal_basis/0/citation", facts.legal_basis),
    )
    return ((pointer, fact) for pointer, fact in members if fact is not None)


def _evidence(page: Page, pointer: str, fact: Fact[object]) -> Evidence:
    span = fact.span
    return Evidence(
        field=pointer,
        method=fact.method,
        quote=page.quote(span) if span else fact.quote,
        line=page.line_number_at(span.start) if span else None,
        start=span.start if span else None,
        end=span.end if span else None,
        rule=fact.rule,
        capture=0,
    )

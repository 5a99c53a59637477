"""Documents built from the facts of a page, each value with its evidence."""

import hashlib
from collections.abc import Iterator

from attrs import evolve

from nizkorcite.dates import Instant, PartialDate, day_of
from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.addresses import is_first_publication, with_one_address
from nizkorcite.readers.facts import Fact, Facts, Unread
from nizkorcite.readers.next_steps import with_next_step
from nizkorcite.readers.opened import Opened, capture_facts
from nizkorcite.readers.reading import Reading
from nizkorcite.readers.record_id import document_id
from nizkorcite.readers.source_lines import source_line
from nizkorcite.record.model import (
    AlternativeTitle,
    Document,
    Evidence,
    Original,
    Place,
    Republication,
    Rights,
    TextDigest,
    organisation,
)
from nizkorcite.record.vocabulary import DocumentType

_DATES = ("/original/date", "/republication/date")
_REPUBLISHERS = "/republication/publishers"


def build_reading(
    opened: Opened,
    facts: Facts,
    *,
    reader: str,
    id: str | None = None,  # noqa: A002 - the record's own word
) -> Reading:
    """
    Build the document of a page from its facts.

    Args:
        opened: The page, with the capture of its file.
        facts: Facts that a reader found on the page.
        reader: Name of the reader.
        id: Id of the record; made from the address or the bytes if left out.

    Raises:
        ModelError: `id` is not valid in a record.
    """
    page, capture = opened.page, opened.capture
    facts = _drop_contradictory_dates(_drop_anonymous_republication(facts))
    facts = _drop_later_dates(facts, capture.memento_datetime or capture.accessed)
    facts = with_one_address(facts, capture.url)
    own = _stated_address(facts)
    url = capture.url or (own.value if own else None)
    document = Document(
        id=id or document_id(url, capture.sha256),
        type=_type(facts),
        title=facts.title.value if facts.title else None,
        alternative_titles=_alternative_titles(facts),
        language=facts.language.value if facts.language else "und",
        creators=[creator.value for creator in facts.creators],
        original=_original(facts),
        republication=_republication(facts, url),
        captures=[capture],
        relations=[facts.relation.value] if facts.relation else [],
        evidence=[
            _evidence(page, *each) for each in (*_facts_by_pointer(facts), *capture_facts(opened))
        ],
        text=_text_digest(page),
    )
    layers = 2 if document.republication else 1
    return Reading(
        document=document,
        page=page,
        reader=reader,
        unread=tuple(with_next_step(each, layers) for each in facts.unread),
        warnings=facts.warnings,
    )


def _type(facts: Facts) -> DocumentType:
    if facts.type:
        return facts.type
    return "news_article" if facts.source_line and facts.publishers else "web_page"


def _alternative_titles(facts: Facts) -> list[AlternativeTitle]:
    title = facts.alternative_title
    return [AlternativeTitle(title=title.value, kind="alternative")] if title else []


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


def _drop_later_dates(facts: Facts, accessed: Instant | PartialDate | None) -> Facts:
    """Drop dates after the time at which the page was fetched."""
    if accessed is None:
        return facts
    day = day_of(accessed)
    dates = zip(_DATES, (facts.date, facts.republished), strict=True)
    late = {pointer: fact.value for pointer, fact in dates if fact and fact.value.after(day)}
    return evolve(
        facts,
        date=None if _DATES[0] in late else facts.date,
        republished=None if _DATES[1] in late else facts.republished,
        unread=(*facts.unread, *(_late(pointer, date, day) for pointer, date in late.items())),
    )


def _late(pointer: str, date: PartialDate, accessed: PartialDate) -> Unread:
    message = Message(
        "the page is dated {date}, but was fetched earlier, on {accessed}; the date is not used",
        date=str(date),
        accessed=str(accessed),
    )
    return Unread("NZ632", pointer, message)


def _original(facts: Facts) -> Original:
    return Original(
        attribution=facts.attribution,
        title=facts.original_title.value if facts.original_title else None,
        publishers=[organisation(publisher.value) for publisher in facts.publishers],
        place=Place(name=facts.place.value) if facts.place else None,
        date=facts.date.value if facts.date else None,
        url=address.value if (address := _original_address(facts)) else None,
        container_title=facts.container_title.value if facts.container_title else None,
        volume=facts.volume.value if facts.volume else None,
        issue=facts.issue.value if facts.issue else None,
        pages=facts.pages.value if facts.pages else None,
        identifiers=[identifier.value for identifier in facts.identifiers],
        source_line=facts.source_line.value if facts.source_line else None,
    )


def _original_address(facts: Facts) -> Fact[str] | None:
    """Return the address of the original: the source's, or the page's if it is no copy."""
    return facts.original_url or (_stated_address(facts) if is_first_publication(facts) else None)


def _stated_address(facts: Facts) -> Fact[str] | None:
    return facts.addresses[0] if facts.addresses else None


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
        ("/alternative_titles/0/title", facts.alternative_title),
        ("/language", facts.language),
        ("/original/title", facts.original_title),
        *((f"/creators/{index}/name", each) for index, each in enumerate(facts.creators)),
        *(
            (f"/original/publishers/{index}/name", each)
            for index, each in enumerate(facts.publishers)
        ),
        ("/original/place/name", facts.place),
        ("/original/date", facts.date),
        ("/original/url", _original_address(facts)),
        ("/original/container_title", facts.container_title),
        ("/original/volume", facts.volume),
        ("/original/issue", facts.issue),
        ("/original/pages", facts.pages),
        *(
            (f"/original/identifiers/{index}/value", each)
            for index, each in enumerate(facts.identifiers)
        ),
        ("/original/source_line", facts.source_line),
        *((f"{_REPUBLISHERS}/{index}/name", each) for index, each in enumerate(facts.republishers)),
        ("/republication/date", facts.republished),
        ("/republication/url", _stated_address(facts) if facts.republishers else None),
        ("/republication/section", facts.section),
        ("/republication/modifications", facts.modifications),
        ("/republication/statement", facts.statement),
        ("/republication/rights/statement", facts.notice),
        ("/republication/rights/legal_basis/0/citation", facts.legal_basis),
        ("/relations/0/target", facts.relation),
    )
    return ((pointer, fact) for pointer, fact in members if fact is not None)


def _evidence(page: Page, pointer: str, fact: Fact[object]) -> Evidence:
    span = fact.span
    return Evidence(
        field=pointer,
        method=fact.method,
        quote=page.quote(span) if span else fact.quote,
        line=page.line_number_at(span.start) if span else source_line(page, fact),
        start=span.start if span else None,
        end=span.end if span else None,
        rule=fact.rule,
        capture=0,
    )

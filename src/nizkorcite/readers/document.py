"""From the facts of a page to its document, each value with its evidence."""

import hashlib
from collections.abc import Iterator

from attrs import evolve

from nizkorcite.dates import Instant
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


def assemble(  # noqa: PLR0913 - what the user may say of a page comes here
    page: Page,
    facts: Facts,
    *,
    reader: str,
    url: str | None = None,
    accessed: Instant | None = None,
    id: str | None = None,  # noqa: A002 - the record's own word
) -> Reading:
    """
    Build the document that the facts of a page tell.

    Args:
        page: The page that was read.
        facts: What a reader found on it.
        reader: The reader's name.
        url: Address of the page, as the user gives it.
        accessed: When the page was fetched.
        id: The record's id; made from the address or the bytes where it is not given.

    Raises:
        ModelError: The address, the id or the time of access has a wrong form.
    """
    facts, contradictions = _without_contradictions(_with_whole_layers(facts))
    facts, later = _without_later_dates(facts, accessed)
    document = Document(
        id=id or document_id(url, page.sha256),
        type="news_article" if facts.source_line and facts.publishers else "web_page",
        title=facts.title.value if facts.title else None,
        language=facts.language.value if facts.language else "und",
        creators=[creator.value for creator in facts.creators],
        original=_original(facts),
        republication=_republication(facts, url),
        captures=[_capture(page, url, accessed)],
        evidence=list(_evidence(page, facts)),
        text=_text_digest(page),
    )
    return Reading(
        document=document,
        page=page,
        reader=reader,
        unread=(*facts.unread, *contradictions, *later),
        warnings=facts.warnings,
    )


def _with_whole_layers(facts: Facts) -> Facts:
    """What a page says of its republication has no place where it says not by whom."""
    if facts.republishers:
        return facts
    bare = evolve(
        facts, republished=None, section=None, statement=None, notice=None, legal_basis=None
    )
    if not facts.republished or _tells_of_republishers(facts):
        return bare
    message = f"the page was published on {facts.republished.value} and does not say by whom"
    absent = Unread(field="/republication/publishers", reason="absent", message=message)
    return evolve(bare, unread=(*facts.unread, absent))


def _tells_of_republishers(facts: Facts) -> bool:
    return any(each.field == "/republication/publishers" for each in facts.unread)


def _without_later_dates(
    facts: Facts, accessed: Instant | None
) -> tuple[Facts, tuple[Unread, ...]]:
    """A date after the page was fetched is a misprint, or the time of access is; none is taken."""
    if accessed is None:
        return facts, ()
    dates = {"/original/date": facts.date, "/republication/date": facts.republished}
    later = {
        field: fact for field, fact in dates.items() if fact and fact.value.after(accessed.date)
    }
    unread = tuple(
        Unread(
            field=field,
            reason="ambiguous",
            message=f"the page says {fact.value}, which is after it was fetched, {accessed.date}",
        )
        for field, fact in later.items()
    )
    date = None if "/original/date" in later else facts.date
    republished = None if "/republication/date" in later else facts.republished
    return evolve(facts, date=date, republished=republished), unread


def _without_contradictions(facts: Facts) -> tuple[Facts, tuple[Unread, ...]]:
    """A republication before the original is a misprint of one of two dates; neither is trusted."""
    if not (facts.date and facts.republished):
        return facts, ()
    if not facts.republished.value.before(facts.date.value):
        return facts, ()
    message = (
        f"the page dates its republication {facts.republished.value}, before the original, "
        f"{facts.date.value}; one of the two is wrong"
    )
    fields = ("/original/date", "/republication/date")
    unread = tuple(Unread(field=each, reason="ambiguous", message=message) for each in fields)
    return evolve(facts, date=None, republished=None), unread


def _original(facts: Facts) -> Original:
    return Original(
        attribution=facts.attribution,
        publishers=[organisation(publisher.value) for publisher in facts.publishers],
        place=Place(name=facts.place.value) if facts.place else None,
        date=facts.date.value if facts.date else None,
        url=facts.original_url.value if facts.original_url else None,
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


def _capture(page: Page, url: str | None, accessed: Instant | None) -> Capture:
    return Capture(
        sha256=page.sha256,
        byte_length=page.byte_length,
        media_type=page.media_type,
        url=url,
        accessed=accessed,
        charset=page.charset,
        charset_from=page.charset_from,
    )


def _text_digest(page: Page) -> TextDigest:
    digest = hashlib.sha256(page.text.encode()).hexdigest()
    return TextDigest(sha256=digest, characters=len(page.text))


def _evidence(page: Page, facts: Facts) -> Iterator[Evidence]:
    for pointer, fact in _placed(facts):
        if fact is not None:
            yield _proof(page, pointer, fact)


def _placed(facts: Facts) -> Iterator[tuple[str, Fact[object] | None]]:
    """Each fact with the record's member it fills, in the record's order."""
    yield "/title", facts.title
    yield "/language", facts.language
    for index, creator in enumerate(facts.creators):
        yield f"/creators/{index}/name", creator
    for index, publisher in enumerate(facts.publishers):
        yield f"/original/publishers/{index}/name", publisher
    yield "/original/place/name", facts.place
    yield "/original/date", facts.date
    yield "/original/url", facts.original_url
    yield "/original/source_line", facts.source_line
    for index, publisher in enumerate(facts.republishers):
        yield f"/republication/publishers/{index}/name", publisher
    yield "/republication/date", facts.republished
    yield "/republication/section", facts.section
    yield "/republication/statement", facts.statement
    yield "/republication/rights/statement", facts.notice
    yield "/republication/rights/legal_basis/0/citation", facts.legal_basis


def _proof(page: Page, pointer: str, fact: Fact[object]) -> Evidence:
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

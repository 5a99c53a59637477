"""
WARC files with one page (ISO 28500:2017).

Files of many pages are collections, which `web_archives` reads.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final
from urllib.parse import urljoin

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.containers.http_response import (
    Response,
    page_media_type,
    partial_answer_facts,
    payload,
    response_facts,
)
from nizkorcite.saved_forms.containers.warc_record import WarcRecord, warc_records
from nizkorcite.saved_forms.facts import accessed_facts
from nizkorcite.saved_forms.instants import iso_instant
from nizkorcite.saved_forms.markup import attribute, matched
from nizkorcite.saved_forms.saved_page import (
    FormFacts,
    FormRemark,
    SavedPage,
    Stated,
    WarcPlace,
    combined,
)

_FRAME: Final = re.compile(rb"<i?frame\s[^<>]*>", re.I)
_SOFTWARE: Final = re.compile(rb"^software:[ \t]*([^\r\n]+)", re.M | re.I)
_RECORD_ID: Final = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
_SUCCESS: Final = range(200, 300)


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the one page of the file.

    Raises:
        InputError: The file has several pages or none, or the page is cut off.
    """
    found = list(warc_records(page.data))
    return saved_record(page, found, place=partial(_place, is_compressed="gzip" in page.forms))


def saved_record(
    page: SavedPage,
    found: Sequence[WarcRecord],
    url: str | None = None,
    place: Callable[[WarcRecord], FormFacts] = lambda _: FormFacts(),
) -> SavedPage:
    """
    Return the page among the records of a file.

    Args:
        page: What the records come from.
        found: The records.
        url: The page's address, where a list of pages gives it.
        place: Returns the place of a record, where the file is a WARC file itself.

    Raises:
        InputError: There are several pages or none, or the page is cut off.
    """
    record, response = _page_record(found, url)
    if len(record.block) < record.length:
        raise InputError(Message("the record of the page is cut off; copy the file anew"))
    facts = (place(record), _software(found), _cut_off(found))
    return page_of_record(page, record, response, *facts)


def page_of_record(
    page: SavedPage, record: WarcRecord, response: Response, *more: FormFacts
) -> SavedPage:
    """
    Return the page in a record, with what the record, its answer and the file state.

    Raises:
        InputError: The compression of the page is broken, too large, or not one that is read.
    """
    cut_off = _truncated(record) or partial_answer_facts(response)
    facts = combined(_facts(record), *more, response_facts(response), cut_off)
    media_type = page_media_type(response.media_type)
    return page.inner(facts, payload(response), name="", media_type=media_type)


def _page_record(found: Sequence[WarcRecord], url: str | None) -> tuple[WarcRecord, Response]:
    answers = [
        (record, response)
        for record in found
        if (response := record.response()) and response.status in _SUCCESS
    ]
    if url:
        answers = [each for each in answers if each[0].url == url] or answers
    pages = _without_frames(_of_types(answers, _PAGE_TYPES))
    pages = pages or [
        each
        for each in _of_types(answers, ("text/plain", "application/pdf"))
        if not each[0].url.endswith("/robots.txt")
    ]
    addresses = {record.url for record, _ in pages}
    if len(addresses) > 1:
        raise InputError(many_pages(len(addresses)))
    if not pages:
        raise InputError(Message("holds no page: no answer of a server with HTML or text"))
    return pages[0]


def many_pages(number: int) -> Message:
    """Say that a file holds a collection."""
    return Message(
        "holds {number} pages; give the file's name to `nizkorcite read`, or save one page alone",
        number=number,
    )


def _of_types(
    answers: Sequence[tuple[WarcRecord, Response]], types: Sequence[str]
) -> list[tuple[WarcRecord, Response]]:
    return [each for each in answers if (each[1].media_type or _PAGE_TYPES[0]) in types]


def _without_frames(pages: list[tuple[WarcRecord, Response]]) -> list[tuple[WarcRecord, Response]]:
    """Leave out what the first page shows in frames, and what those show in theirs."""
    waiting = {record.url: response for record, response in pages}
    shown = [(each, waiting.pop(each)) for each in list(waiting)[:1]]
    in_frames = set[str]()
    for address, response in shown:  # grows as frames are found
        sources = dict.fromkeys(_frame_addresses(address, payload(response)))
        found = [(each, waiting.pop(each)) for each in sources if each in waiting]
        in_frames.update(each for each, _ in found)
        shown += found
    return [each for each in pages if each[0].url not in in_frames]


def _frame_addresses(address: str, body: bytes) -> Iterator[str]:
    for tag in _FRAME.finditer(body):
        try:
            yield urljoin(address, attribute(tag[0], "src") or "")
        except ValueError:
            continue


def _facts(record: WarcRecord) -> FormFacts:
    """Return the address and the instant of a record's head."""
    date = record.fields.get("warc-date", "")
    return combined(
        address_facts(Stated(record.url, f"WARC-Target-URI: {record.url}")),
        accessed_facts(Stated(date, f"WARC-Date: {date}") if date else None, iso_instant),
    )


def _truncated(record: WarcRecord) -> FormFacts | None:
    """Return the remark on a record that the crawler cut off (ISO 28500:2017, 5.13)."""
    reason = record.fields.get("warc-truncated")
    if reason is None:
        return None
    message = Message(
        "the page is cut off: its record states the reason {reason} (WARC-Truncated)", reason=reason
    )
    return FormFacts(remarks=(FormRemark("data", message),))


def _place(record: WarcRecord, *, is_compressed: bool) -> FormFacts:
    return warc_place(record, None if is_compressed else record.start)


def warc_place(record: WarcRecord, offset: int | None) -> FormFacts:
    """Return the place of a record in its file, whose first byte is at an offset."""
    stated = record.fields.get("warc-record-id", "")
    record_id = stated.strip("<>").lower()
    is_uuid = bool(_RECORD_ID.fullmatch(record_id))
    place = WarcPlace(record_id=record_id if is_uuid else None, offset=offset)
    return FormFacts(warc=Stated(place, f"WARC-Record-ID: {stated}"))


def _cut_off(found: Sequence[WarcRecord]) -> FormFacts:
    """Return the remark on a file whose last record, which is not the page's, is cut off."""
    if len(found[-1].block) == found[-1].length:
        return FormFacts()
    message = Message("the file ends before its last record does; copy the file anew")
    return FormFacts(remarks=(FormRemark("data", message),))


def _software(found: Sequence[WarcRecord]) -> FormFacts:
    """Return the program that the file's first record names."""
    return next((each for each in map(software_facts, found) if each.tool), FormFacts())


def software_facts(record: WarcRecord) -> FormFacts:
    """Return the program that a record names, if it is one about the file."""
    software = _SOFTWARE.search(record.block)
    if record.fields.get("warc-type") == "warcinfo" and software:
        return FormFacts(tool=matched(software, 1))
    return FormFacts()

"""
WARC files with one page (ISO 28500:2017).

Own parser: a file of one page has a handful of records, fastwarc adds 5 MB to read them, and the
answer inside is parsed by the same lines as one that curl has kept. Lines may end as in wget's
older files, and addresses stand in angle brackets there. Files of many pages are refused.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final
from urllib.parse import urljoin

from attrs import frozen

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.containers.http_response import (
    Response,
    page_media_type,
    parse_response,
    payload,
    response_facts,
)
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

_HEAD: Final = re.compile(  # a head without its end is searched up to the next one only
    rb"^WARC/[0-9.]{3,5}\r?\n(?P<fields>(?:(?!WARC/)[^\r\n]{1,65536}+\r?\n){0,200}+)\r?\n", re.M
)
_FIELD: Final = re.compile(rb"^([!-9;-~]+):[ \t]*([^\r\n]*)", re.M)
_FRAME: Final = re.compile(rb"<i?frame\s[^<>]*>", re.I)
_SOFTWARE: Final = re.compile(rb"^software:[ \t]*([^\r\n]+)", re.M | re.I)
_RECORD_ID: Final = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
_SUCCESS: Final = range(200, 300)


@frozen(kw_only=True)
class WarcRecord:
    """
    A record.

    Attributes:
        fields: Header fields by name in lower case.
        block: Its bytes; fewer than stated where the file is cut.
        length: How many bytes are stated.
        start: Offset of the record.
    """

    fields: Mapping[str, str]
    block: bytes
    length: int
    start: int

    @property
    def url(self) -> str:
        """The target's address; empty where none is stated."""
        return self.fields.get("warc-target-uri", "").strip("<>")

    def response(self) -> Response | None:
        """Return the answer that the record keeps: a response, or a file without a head."""
        kind = self.fields.get("warc-type", "")
        if kind == "resource" and self.url.startswith(("http:", "https:")):
            return Response(status=200, fields=self.fields, body=self.block)
        return parse_response(self.block) if kind == "response" else None


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the one page of the file.

    Raises:
        InputError: The file has several pages or none, or the page is cut off.
    """
    found = list(warc_records(page.data))
    return saved_record(page, found, place=partial(_place, is_compressed="gzip" in page.forms))


def warc_records(data: bytes) -> Iterator[WarcRecord]:
    """Parse the records; bytes between them that are none are skipped."""
    position = 0
    while found := _HEAD.search(data, position):
        fields = {
            name.decode("latin-1").lower(): value.decode("utf-8", "replace").strip()
            for name, value in _FIELD.findall(found["fields"])
        }
        digits = fields.get("content-length", "")
        length = int(digits) if re.fullmatch(r"[0-9]{1,18}", digits) else 0
        position = found.end() + length
        block = data[found.end() : position]
        yield WarcRecord(fields=fields, block=block, length=length, start=found.start())


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
    facts = combined(
        _facts(record), place(record), response_facts(response), _software(found), _cut_off(found)
    )
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
        "holds {number} pages; collections are not read yet, so save one page alone", number=number
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


def _place(record: WarcRecord, *, is_compressed: bool) -> FormFacts:
    stated = record.fields.get("warc-record-id", "")
    record_id = stated.strip("<>").lower()
    is_uuid = bool(_RECORD_ID.fullmatch(record_id))
    place = WarcPlace(
        record_id=record_id if is_uuid else None, offset=None if is_compressed else record.start
    )
    return FormFacts(warc=Stated(place, f"WARC-Record-ID: {stated}"))


def _cut_off(found: Sequence[WarcRecord]) -> FormFacts:
    """Return the remark on a file whose last record, which is not the page's, is cut off."""
    if len(found[-1].block) == found[-1].length:
        return FormFacts()
    message = Message("the file ends before its last record does; copy the file anew")
    return FormFacts(remarks=(FormRemark("data", message),))


def _software(found: Sequence[WarcRecord]) -> FormFacts:
    """Return the program that the file's first record names."""
    for record in found:
        software = _SOFTWARE.search(record.block)
        if record.fields.get("warc-type") == "warcinfo" and software:
            return FormFacts(tool=matched(software, 1))
    return FormFacts()

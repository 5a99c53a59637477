"""
Records one after the other in unpacked bytes, with each loss.

A record is sound if, after the length that it states, empty lines and another record follow, or the
end of the file. Otherwise the next head is looked for from the record's own on, so that a false
length costs one record.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from attrs import frozen

from nizkorcite.messages import Message
from nizkorcite.saved_forms.containers.warc_record import RecordHead, WarcRecord
from nizkorcite.saved_forms.limits import PAGE_BYTES
from nizkorcite.web_archives.archive_bytes import ArchiveBytes
from nizkorcite.web_archives.digests import states_digest
from nizkorcite.web_archives.lost_bytes import CUT_OFF, DAMAGED, LostBytes

FindHead = Callable[[bytes, int], RecordHead | None]
"""Find the first head of a record at or after a position of some bytes."""
_USUAL_HEAD: Final = 1 << 12
_LONGEST_HEAD: Final = 1 << 20
_BLOCK: Final = 1 << 21
_GROWTH: Final = 8
_MOST_NEWLINES: Final = 1 << 10
_FIELD_OF_RECORD: Final = re.compile(rb"^WARC-(?:Type|Record-ID|Target-URI|Date):", re.M | re.I)


@frozen(kw_only=True)
class LargeRecord:
    """
    A record with a block that is larger than any page, which is not kept.

    Attributes:
        head: Its head.
        start: The first bytes of its block.
    """

    head: RecordHead
    start: bytes


RecordEvent = WarcRecord | LargeRecord | LostBytes
NO_RECORD: Final = Message("there are bytes that are no record")


def plain_records(
    source: ArchiveBytes, find_head: FindHead, start: int, stop: int
) -> Iterator[tuple[RecordEvent, int]]:
    """
    Read the records that begin in a range of bytes.

    Args:
        source: The bytes.
        find_head: `find_warc_head` or `find_arc_head`.
        start: Where a record begins, if all is sound.
        stop: The first byte at which no record is begun any more.

    Yields:
        A record or loss, with the offset at which the next one begins.
    """
    position = _after_newlines(source, start)
    while position < stop and source.read_at(position, 1):
        source.forget(position)
        event, position = _next_event(source, find_head, position)
        position = _after_newlines(source, position)
        yield event, position


def next_head(source: ArchiveBytes, find_head: FindHead, start: int) -> int | None:
    """Find the offset of the first head of a record from a place on."""
    position, size = max(start, source.earliest), _USUAL_HEAD
    while block := source.read_at(position, size):
        # The first byte is at the start of a line only by chance.
        found = find_head(b" " + block, 1)
        if found:
            return position + found.start - 1
        if len(block) < size:
            break
        if size == _BLOCK:
            position += _BLOCK - _LONGEST_HEAD
        size = min(size * _GROWTH, _BLOCK)  # mostly the next head is near
    return None


def _next_event(
    source: ArchiveBytes, find_head: FindHead, position: int
) -> tuple[RecordEvent, int]:
    head = _head_at(source, find_head, position)
    if head is None or head.length is None:
        return _loss(source, find_head, position, position + 1)
    end = head.end + head.length
    start = source.read_at(head.end, _USUAL_HEAD)
    # Looking behind the block comes first, so that a false length costs no more than that.
    if not _is_whole(source, find_head, head, end):
        return _loss(source, find_head, position, head.end)
    if head.length > PAGE_BYTES:
        return LargeRecord(head=head, start=start), end
    block = source.read_at(head.end, head.length)
    return WarcRecord(fields=head.fields, block=block, length=head.length, start=position), end


def _head_at(source: ArchiveBytes, find_head: FindHead, position: int) -> RecordHead | None:
    """Return the head at a position, with offsets in the source."""
    for size in (_USUAL_HEAD, _LONGEST_HEAD):
        found = find_head(source.read_at(position, size), 0)
        if found and found.start == 0:
            return RecordHead(
                fields=found.fields,
                start=position,
                end=position + found.end,
                length=found.length,
            )
    return None


def _is_whole(source: ArchiveBytes, find_head: FindHead, head: RecordHead, end: int) -> bool:
    """Check that a record, its empty lines or the end of the file follow a block."""
    after = source.read_at(end, _MOST_NEWLINES)
    length = _blank_length(after)
    if length == len(after) or _head_at(source, find_head, end + length):
        return bool(source.read_at(end - 1, 1))
    # Bytes that are no record follow; whether the block is whole, its digest shows.
    return states_digest(head.fields) and after.startswith(b"\r\n\r\n")


def _after_newlines(source: ArchiveBytes, position: int) -> int:
    while length := _blank_length(source.read_at(position, _MOST_NEWLINES)):
        position += length
    return position


def _blank_length(data: bytes) -> int:
    return len(data) - len(data.lstrip(b"\r\n"))


def _loss(
    source: ArchiveBytes, find_head: FindHead, start: int, search_from: int
) -> tuple[LostBytes, int]:
    """Return the loss of everything up to the next head."""
    following = next_head(source, find_head, search_from)
    end = end_of(source, start) if following is None else following
    has_head = search_from > start + 1
    rest = source.read_at(search_from, min(_BLOCK, end - search_from))
    records = int(has_head) + int(bool(_FIELD_OF_RECORD.search(rest)))
    if following is None and (has_head or source.read_at(start, 5) == b"WARC/"):
        reason = Message("the file ends before the record does")
        return LostBytes(
            start=start, end=end, records=records or 1, code=CUT_OFF, reason=reason
        ), end
    reason = Message("the length of the record is false") if has_head else NO_RECORD
    return LostBytes(start=start, end=end, records=records, code=DAMAGED, reason=reason), end


def end_of(source: ArchiveBytes, position: int) -> int:
    """Return the offset after the last byte."""
    while block := source.read_at(position, _BLOCK):
        position += len(block)
    return position

"""Records of an archive file, compressed or not, with each loss and its bytes."""

from collections.abc import Generator, Iterator
from contextlib import suppress

from attrs import evolve, frozen

from nizkorcite.messages import Message
from nizkorcite.saved_forms.containers.warc_record import (
    WarcRecord,
    find_arc_head,
    find_warc_head,
)
from nizkorcite.saved_forms.limits import PAGE_BYTES
from nizkorcite.web_archives.archive_bytes import ArchiveBytes, UnpackedBytes
from nizkorcite.web_archives.digests import states_digest
from nizkorcite.web_archives.gzip_members import GzipMembers
from nizkorcite.web_archives.lost_bytes import CUT_OFF, DAMAGED, TOO_LARGE, LostBytes
from nizkorcite.web_archives.packed_members import (
    MOST_UNPACKED,
    SHORT_CHUNK,
    Member,
    MemberError,
    Packing,
    bounded_parts,
    first_bytes,
    member_offsets,
    unpacked_member,
)
from nizkorcite.web_archives.plain_records import (
    NO_RECORD,
    FindHead,
    LargeRecord,
    RecordEvent,
    end_of,
    next_head,
    plain_records,
)
from nizkorcite.web_archives.zstd_frames import DICTIONARY, FRAME, ZstdFrames, read_dictionary

_NO_END = 1 << 62
_HEAD = 1 << 10
_NEWLINES = 4
_PROBLEMS = {
    "damaged": (DAMAGED, Message("the compressed data is damaged")),
    "cut off": (CUT_OFF, Message("the file ends before the record does")),
    "bomb": (TOO_LARGE, Message("the data unpacks to far more than a page may have")),
}


@frozen(kw_only=True)
class ArchiveFile:
    """
    The bytes of a WARC or ARC file, with how to find records in them.

    Attributes:
        source: The bytes.
        packing: The compression; `None` if there is none.
        find_head: `find_warc_head` or `find_arc_head`.
    """

    source: ArchiveBytes
    packing: Packing | None
    find_head: FindHead

    def records(self, start: int, stop: int) -> Iterator[tuple[RecordEvent, int]]:
        """
        Read the records that begin in a range of bytes.

        Args:
            start: Where a record begins, if all is sound.
            stop: The first byte at which no record is begun any more.

        Yields:
            A record or loss, with the offset at which the next one begins.
        """
        if self.packing is None:
            return plain_records(self.source, self.find_head, start, stop)
        return _packed_records(self, self.packing, start, stop)

    def begins_record(self, data: bytes) -> bool:
        """Check whether bytes are the first ones of a record."""
        if self.find_head is find_warc_head:
            return data.startswith(b"WARC/")
        head = self.find_head(data, 0)
        return head is not None and head.start == 0

    def next_start(self, start: int) -> int | None:
        """Find where the first record at or after an offset begins."""
        if self.packing is None:
            return next_head(self.source, self.find_head, start)
        return _next_member(self, self.packing, start)


def open_web_archive(source: ArchiveBytes, *, is_arc: bool) -> ArchiveFile:
    """
    Recognise the compression of a file.

    Args:
        source: The bytes of the file.
        is_arc: Whether the file is an ARC file if its start does not show.

    Raises:
        InputError: The file needs the extra ``warc``, or its dictionary is damaged.
    """
    packing = _packing_of(source)
    start = first_bytes(packing, source, 0, _HEAD).data if packing else source.read_at(0, _HEAD)
    is_arc = start.startswith(b"filedesc:") or (is_arc and not start.startswith(b"WARC/"))
    find_head = find_arc_head if is_arc else find_warc_head
    return ArchiveFile(source=source, packing=packing, find_head=find_head)


def _packing_of(source: ArchiveBytes) -> Packing | None:
    start = source.read_at(0, 4)
    if start.startswith(GzipMembers.mark):
        return GzipMembers()
    if start in (FRAME, DICTIONARY):
        return ZstdFrames(read_dictionary(source))
    return None


def _packed_records(
    file: ArchiveFile, packing: Packing, start: int, stop: int
) -> Iterator[tuple[RecordEvent, int]]:
    position = start
    while position < stop and file.source.read_at(position, 1):
        try:
            member = unpacked_member(packing, file.source, position)
        except MemberError as error:
            position = yield from _damaged_member(file, packing, position, error)
            continue
        if member.end is None:
            position = yield from _long_member(file, packing, position)
        else:
            yield from _member_records(file, member, position, member.end)
            position = member.end


def _member_records(
    file: ArchiveFile, member: Member, start: int, end: int
) -> Iterator[tuple[RecordEvent, int]]:
    """Read the records of a member, nearly always one."""
    if record := _only_record(file, member.data, start):
        yield record, end
    elif member.data:
        unpacked = UnpackedBytes(iter([(member.data, end)]))
        for event, _ in plain_records(unpacked, file.find_head, 0, _NO_END):
            yield _placed(event, start, end), end


def _only_record(file: ArchiveFile, data: bytes, start: int) -> WarcRecord | None:
    """Return the record that a member consists of; `None` if it is not as usual."""
    head = file.find_head(data, 0)
    if head is None or head.start or head.length is None or head.length > PAGE_BYTES:
        return None
    end = head.end + head.length
    if end > len(data) or data[end:].strip(b"\r\n"):
        return None
    block = data[head.end : end]
    return WarcRecord(fields=head.fields, block=block, length=head.length, start=start)


def _placed(event: RecordEvent, start: int, end: int) -> RecordEvent:
    """Give an event of unpacked bytes the place of its member."""
    if isinstance(event, WarcRecord):
        return evolve(event, start=start)
    if isinstance(event, LargeRecord):
        return evolve(event, head=evolve(event.head, start=start))
    return evolve(event, start=start, end=end)


def _long_member(
    file: ArchiveFile, packing: Packing, start: int
) -> Generator[tuple[RecordEvent, int], None, int]:
    """Read a member of many records, or of one that is large; return where the member ends."""
    try:
        for _ in bounded_parts(packing, file.source, start):
            pass  # its checksum comes last
    except MemberError as error:
        return (yield from _damaged_member(file, packing, start, error))
    unpacked = UnpackedBytes(packing.parts(file.source, start), start)
    for event, _ in plain_records(unpacked, file.find_head, 0, _NO_END):
        yield _placed(event, start, unpacked.packed_end), unpacked.packed_end
    return unpacked.packed_end


def _damaged_member(
    file: ArchiveFile, packing: Packing, start: int, error: MemberError
) -> Generator[tuple[RecordEvent, int], None, int]:
    """Report a member; of one with many records, read those that their digests prove."""
    if error.problem == "bomb" or not _has_several(file, packing, start):
        loss = _loss(file, packing, start, error)
        yield loss, loss.end
        return loss.end
    parts = _sound_parts(packing.parts(file.source, start, SHORT_CHUNK))
    unpacked = UnpackedBytes(parts, start)
    for event, _ in plain_records(unpacked, file.find_head, 0, _NO_END):
        if isinstance(event, LostBytes):
            break
        yield _proved(_placed(event, start, unpacked.packed_end)), unpacked.packed_end
    loss = evolve(_loss(file, packing, start, error), start=unpacked.packed_end, records=1)
    yield loss, loss.end
    return loss.end


def _sound_parts(parts: Iterator[tuple[bytes, int]]) -> Iterator[tuple[bytes, int]]:
    """Unpack a member up to where the damage shows."""
    with suppress(MemberError):
        yield from parts


def _has_several(file: ArchiveFile, packing: Packing, start: int) -> bool:
    """Check that a second record begins in a member, as far as it can be unpacked."""
    data = first_bytes(packing, file.source, start, MOST_UNPACKED).data
    head = file.find_head(data, 0)
    return head is not None and file.find_head(data, head.end + (head.length or 0)) is not None


def _proved(event: RecordEvent) -> RecordEvent:
    """Replace a record by a loss, unless it states a digest, which is checked later."""
    if not isinstance(event, WarcRecord) or states_digest(event.fields):
        return event
    reason = Message("the compressed data is damaged, and the record has no digest")
    return LostBytes(start=event.start, end=event.start, code=DAMAGED, reason=reason)


def _loss(file: ArchiveFile, packing: Packing, start: int, error: MemberError) -> LostBytes:
    """Return the loss of everything up to the next member."""
    following = _next_member(file, packing, start + 1)
    end = end_of(file.source, start) if following is None else following
    # A bomb is not unpacked a second time to find out where it ends.
    records = 1 if error.problem == "bomb" else _lost_records(file, packing, start, end)
    code, reason = _PROBLEMS[error.problem]
    if error.problem == "cut off" and following is not None:
        code, reason = _PROBLEMS["damaged"]
    if not records:
        reason = NO_RECORD
    return LostBytes(start=start, end=end, records=records, code=code, reason=reason)


def _lost_records(file: ArchiveFile, packing: Packing, start: int, end: int) -> int:
    """Count the records between two offsets, at the first of which a damaged member begins."""
    first = first_bytes(packing, file.source, start, MOST_UNPACKED)
    head = file.find_head(first.data, 0)
    if head and head.start == 0:
        first = evolve(first, stated=head.end + (head.length or 0) + _NEWLINES)
    return packing.lost_records(file.source, end, first)


def _next_member(file: ArchiveFile, packing: Packing, start: int) -> int | None:
    """Find the first member from a place on that begins with the head of a record."""
    for offset in member_offsets(packing, file.source, start):
        if file.begins_record(first_bytes(packing, file.source, offset, _HEAD).data):
            return offset
    return None

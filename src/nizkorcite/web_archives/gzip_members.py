"""Gzip members (RFC 1952)."""

import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from types import ModuleType
from typing import Final

from nizkorcite.web_archives.archive_bytes import ArchiveBytes
from nizkorcite.web_archives.packed_members import LONG_CHUNK, PART, Beginning, MemberError

_WITH_HEADER: Final = 31
_WITHOUT_HEADER: Final = -15
_HEADER: Final = 10
_TRAILER: Final = 8  # checksum and size
_EXTRA, _NAME, _COMMENT, _CHECKSUM = 4, 8, 16, 2
_SMALLEST: Final = 64  # no record with its head is packed to less
_RATIO: Final = 100
_INSERTED: Final = 100  # so many bytes too many are no record


class GzipMembers:
    """Gzip as a kind of compression (`packed_members.Packing`)."""

    mark = b"\x1f\x8b\x08"

    def __init__(self) -> None:
        self._zlib = _fastest_zlib()
        self._errors = (zlib.error, self._zlib.error)

    def parts(
        self, source: ArchiveBytes, offset: int, chunk: int = LONG_CHUNK
    ) -> Iterator[tuple[bytes, int]]:
        """Unpack the member at an offset, and verify its checksum."""
        inflater = self._zlib.decompressobj(_WITH_HEADER)
        position = offset
        while not inflater.eof:
            data = inflater.unconsumed_tail
            if not data:
                data = source.read_at(position, chunk)
                position += len(data)
            if not data:
                raise MemberError("cut off")
            try:
                part = inflater.decompress(data, PART)
            except self._errors as error:
                raise MemberError("damaged") from error
            yield part, position - len(inflater.unused_data) - len(inflater.unconsumed_tail)

    def lost_records(self, source: ArchiveBytes, end: int, first: Beginning) -> int:
        """Count the records by the sizes that members state at their end."""
        if source.read_at(first.start, len(self.mark)) != self.mark:
            return int(_ends_a_member(source, first.start, end))
        if first.stated in (None, _size_stated_at(source, end)):
            return 1
        rest = _end_of_first(source, end, first)
        return 1 + int(rest is not None and _ends_a_member(source, rest, end))


def _end_of_first(source: ArchiveBytes, end: int, first: Beginning) -> int | None:
    """Find where the first member ends, if it ends before all of the bytes do."""
    data_end = _data_end(source, first.start, end)
    if data_end is not None:
        return data_end + _TRAILER if data_end + _TRAILER < end else None
    rest = max(0, (first.stated or 0) - len(first.data))
    # What is left of the member cannot have been packed to more than it was.
    is_exceeded = rest == 0 or end - first.packed_end > rest + _INSERTED
    return first.start if is_exceeded else None


def _fastest_zlib() -> ModuleType:
    """Return the module that unpacks gzip: isal of the extra, in half the time, or zlib."""
    if find_spec("isal") is None:
        return zlib
    from isal import isal_zlib

    return isal_zlib


def _size_stated_at(source: ArchiveBytes, end: int) -> int:
    """Return the unpacked size that a member states in its last four bytes (ISIZE)."""
    return int.from_bytes(source.read_at(end - 4, 4), "little")


def _ends_a_member(source: ArchiveBytes, start: int, end: int) -> bool:
    """Check that the last four bytes may be the size of a member between two offsets."""
    length = end - start
    return length > _SMALLEST and _SMALLEST <= _size_stated_at(source, end) <= length * _RATIO


def _data_end(source: ArchiveBytes, start: int, end: int) -> int | None:
    """Find where the compressed data of a member ends, whose checksum does not fit."""
    inflater = zlib.decompressobj(_WITHOUT_HEADER)
    position = start + _header_length(source.read_at(start, PART))
    while position < end and not inflater.eof:
        data = inflater.unconsumed_tail
        if not data:
            data = source.read_at(position, LONG_CHUNK)
            position += len(data)
        try:
            inflater.decompress(data, PART)
        except zlib.error:
            return None
    found = position - len(inflater.unused_data)
    return found if inflater.eof and found <= end else None


def _header_length(data: bytes) -> int:
    """Return the length of a member's header (RFC 1952, section 2.3)."""
    flags, length = data[3], _HEADER
    if flags & _EXTRA:
        length += 2 + int.from_bytes(data[length : length + 2], "little")
    for flag in (_NAME, _COMMENT):
        if flags & flag:
            length = data.find(b"\0", length) + 1
    return length + 2 if flags & _CHECKSUM else length

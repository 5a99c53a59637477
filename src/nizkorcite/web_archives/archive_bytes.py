"""Bytes of an archive file, read at any place in bounded memory."""

from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol

_BLOCK: Final = 1 << 20
_SHORT_BLOCK: Final = 1 << 16
_LONGEST_LOOK_BACK: Final = (1 << 26) + (1 << 22)  # a page, and what may be kept before it


class ArchiveBytes(Protocol):
    """
    Bytes that may be read at a place.

    Attributes:
        earliest: The first offset that can still be read.
    """

    earliest: int

    def read_at(self, offset: int, size: int) -> bytes:
        """Return at most so many bytes; none after the end."""

    def forget(self, before: int) -> None:
        """Allow that bytes before an offset can be read no more."""


class FileBytes:
    """
    The bytes of a file, or of a part of one.

    Args:
        file: The file, open for reading.
        start: Where the bytes begin in the file.
        size: Their number.
    """

    earliest = 0

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file = file
        self._start = start
        self.size = size
        self._block = b""
        self._block_start = 0
        self._next = 0

    def read_at(self, offset: int, size: int) -> bytes:
        """Return at most so many bytes; none after the end."""
        size = min(size, self.size - offset)
        if size <= 0:
            return b""
        begin = offset - self._block_start
        if begin < 0 or begin + size > len(self._block):
            self._fill(offset, size)
            begin = 0
        return self._block[begin : begin + size]

    def forget(self, before: int) -> None:
        """Do nothing: all bytes of a file can be read again."""

    def _fill(self, offset: int, size: int) -> None:
        # Where reading jumps, as an index makes it do, little is read beyond what is asked for.
        ahead = _BLOCK if offset == self._next or not offset else _SHORT_BLOCK
        self._file.seek(self._start + offset)
        self._block = self._file.read(min(max(size, ahead), self.size - offset))
        self._block_start = offset
        self._next = offset + len(self._block)


class UnpackedBytes:
    """
    Bytes as they are unpacked, which can be read forward only.

    Args:
        parts: The bytes, each part with the end of what it was unpacked from.

    Attributes:
        packed_end: Where the file was read up to.
    """

    def __init__(self, parts: Iterator[tuple[bytes, int]], packed_end: int = 0) -> None:
        self._parts = parts
        self._kept = bytearray()
        self.earliest = 0
        self.packed_end = packed_end

    def read_at(self, offset: int, size: int) -> bytes:
        """Return at most so many bytes; none after the end."""
        while self.earliest + len(self._kept) < offset + size:
            if offset - self.earliest > _LONGEST_LOOK_BACK:
                self._drop(offset)
            part = next(self._parts, None)
            if part is None:
                break
            self._kept += part[0]
            self.packed_end = part[1]
        begin = offset - self.earliest
        return bytes(self._kept[begin : begin + size]) if begin >= 0 else b""

    def forget(self, before: int) -> None:
        """Free the memory of bytes before an offset, from time to time."""
        if before - self.earliest > _BLOCK:
            self._drop(before)

    def _drop(self, before: int) -> None:
        dropped = min(before - self.earliest, len(self._kept))
        del self._kept[:dropped]
        self.earliest += dropped

"""Byte ranges of large JSON Lines files, which processes read for themselves."""

import os
import stat
from collections.abc import Iterator
from typing import IO, Final

from attrs import frozen

from nizkorcite.files.kinds import is_json_lines
from nizkorcite.files.opening import GZIP_START, state_of
from nizkorcite.validation.input.limits import MAXIMUM_RECORD_BYTES

_LENGTH: Final = 1 << 20
_MINIMUM_SIZE: Final = 4 * _LENGTH


@frozen
class ByteRange:
    """
    Whole lines of a file, which a process reads for itself.

    Attributes:
        start, stop: Offsets of its first byte, and of the byte after its last line.
        state: The state of the file when it was divided, as `state_of` returns it.
    """

    start: int
    stop: int
    state: tuple[int, int]


def byte_ranges(name: str) -> Iterator[ByteRange]:
    """
    Divide a JSON Lines file into ranges of about a megabyte.

    Small files, compressed files and files of another kind have no ranges.

    Raises:
        OSError: The file cannot be read.
    """
    status = os.stat(name)
    if not stat.S_ISREG(status.st_mode) or status.st_size < _MINIMUM_SIZE:
        return
    with open(name, "rb") as file:
        state = state_of(file)
        head = file.read(_LENGTH)
        if head.startswith(GZIP_START) or not is_json_lines(name, head):
            return
        start = 0
        while start < state[0]:
            stop = min(_end_of_line(file, start + _LENGTH), state[0])
            yield ByteRange(start, stop, state)
            start = stop


class ByteRangeReader:
    """The bytes of a range as a stream."""

    def __init__(self, file: IO[bytes], byte_range: ByteRange) -> None:
        file.seek(byte_range.start)
        self._file = file
        self._left = byte_range.stop - byte_range.start

    def read(self, size: int, /) -> bytes:
        """Read at most so many bytes of the range."""
        data = self._file.read(min(size, self._left))
        self._left -= len(data)
        return data


def _end_of_line(file: IO[bytes], position: int) -> int:
    file.seek(position)
    while (read := file.readline(MAXIMUM_RECORD_BYTES)) and not read.endswith(b"\n"):
        pass
    return file.tell()

"""Stretches of large files of lines: processes read them, since sending them costs more."""

import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

from attrs import frozen

from nizkorcite.files.opening import COMPRESSED, state_of
from nizkorcite.validation.input.limits import MAXIMUM_RECORD_BYTES
from nizkorcite.validation.input.splitter import is_json_lines

_LENGTH = 1 << 20


_LEAST = 4 * _LENGTH


@frozen
class Stretch:
    """
    Some lines of a file, which a process reads for itself.

    Attributes:
        start, stop: Its first byte, and the one after its last, where a line ends.
        state: What the file was like when it was cut.
    """

    start: int
    stop: int
    state: tuple[int, int]


def stretches(name: str) -> Iterator[Stretch]:
    """
    A file of lines in stretches of a megabyte; none where it is small, compressed or another file.

    Raises:
        OSError: It cannot be read.
    """
    status = os.stat(name)
    if not stat.S_ISREG(status.st_mode) or status.st_size < _LEAST:
        return
    with open(name, "rb") as file:
        state = state_of(file)
        head = file.read(_LENGTH)
        if head.startswith(COMPRESSED) or not is_json_lines(name, head):
            return
        start = 0
        while start < state[0]:
            stop = min(_line_end(file, start + _LENGTH), state[0])
            yield Stretch(start, stop, state)
            start = stop


def _line_end(file: BinaryIO, position: int) -> int:
    """Where the line ends that a position is in."""
    file.seek(position)
    while (read := file.readline(MAXIMUM_RECORD_BYTES)) and not read.endswith(b"\n"):
        pass
    return file.tell()


class _Limited:
    """The bytes of a stretch."""

    def __init__(self, file: BinaryIO, stretch: Stretch) -> None:
        file.seek(stretch.start)
        self._file = file
        self._left = stretch.stop - stretch.start

    def read(self, size: int, /) -> bytes:
        """At most so many bytes, none behind the stretch."""
        data = self._file.read(min(size, self._left))
        self._left -= len(data)
        return data

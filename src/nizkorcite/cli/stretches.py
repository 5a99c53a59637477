"""Stretches of large files of lines: processes read them, since sending them costs more."""

import os
import stat
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from attrs import evolve, frozen

from nizkorcite.cli.checking import Checked, Piece, check_piece
from nizkorcite.errors import InputError
from nizkorcite.validation import Validator
from nizkorcite.validation.input.limits import MAXIMUM_BYTES
from nizkorcite.validation.input.splitter import has_record_a_line, portions
from nizkorcite.validation.opening import CHANGED, COMPRESSED, state_of
from nizkorcite.validation.rules.collection import Facts

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
        if head.startswith(COMPRESSED) or not has_record_a_line(name, head):
            return
        start = 0
        while start < state[0]:
            stop = min(_line_end(file, start + _LENGTH), state[0])
            yield Stretch(start, stop, state)
            start = stop


def _line_end(file: BinaryIO, position: int) -> int:
    """Where the line ends that a position is in."""
    file.seek(position)
    while (read := file.readline(MAXIMUM_BYTES)) and not read.endswith(b"\n"):
        pass
    return file.tell()


@frozen
class Found:
    """
    What was found in a piece of an input, sent from one process to another.

    Attributes:
        checked: Its records, with numbers and lines counted from where the piece begins.
        facts: What rules across records need to know.
        lines: How many lines it has; 0 where its places are those of the input already.
    """

    checked: Sequence[Checked]
    facts: Sequence[Facts]
    lines: int = 0


def check_stretch(validator: Validator, piece: Piece, facts: list[Facts] | None) -> Found:
    """
    Check the records of a stretch.

    Raises:
        OSError: The file cannot be read, or is not as it was.
    """
    stretch = piece.stretch
    assert stretch
    checked: list[Checked] = []
    lines = 0
    with open(piece.name, "rb") as file:
        for portion in portions(_Limited(file, stretch), ".jsonl"):
            lines = portion.line - 1 + (len(portion.lines) or 1)
            checked += check_piece(validator, Piece(piece.name, portion, 0), facts)
        if state_of(file) != stretch.state:
            raise InputError(CHANGED)
    return Found(checked, facts or (), lines)


def below(found: Found, above: int) -> Found:
    """What was found, with its places below so many lines."""
    if not above:
        return found
    facts = [each._replace(record=each.record + above) for each in found.facts]
    return Found([_moved(each, above) for each in found.checked], facts, found.lines)


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


def _moved(checked: Checked, above: int) -> Checked:
    return evolve(
        checked,
        record=checked.record + above if checked.record else None,
        faultless=[number + above for number in checked.faultless],
        findings=tuple(
            evolve(
                finding,
                record=finding.record + above if finding.record else None,
                line=finding.line + above if finding.line else None,
                end_line=finding.end_line + above if finding.end_line else None,
            )
            for finding in checked.findings
        ),
    )

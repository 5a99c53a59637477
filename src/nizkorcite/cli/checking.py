"""Inputs become checked records, one after the other, in the order in which they were given."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader
from typing import cast

from attrs import evolve, frozen

from nizkorcite.cli.inputs import RECORD_NAMES, files, problem_with
from nizkorcite.findings import Finding
from nizkorcite.validation import Validator
from nizkorcite.validation.opening import RecordFile, opened, unpacked
from nizkorcite.validation.streams import Portion, portions

ENDINGS = (*RECORD_NAMES, *(f"{name}.gz" for name in RECORD_NAMES))
"""What files of records end in."""


@frozen(kw_only=True)
class Checked:
    """
    What was found in one record, or why its input could not be read at all.

    Attributes:
        name: The input as the user named it; ``-`` for standard input.
        record: Number of the record in its file, from 1, where the file holds several.
        findings: Everything found, in order of place.
        problem: Why the input could not be read, in words.
        faultless: In the place of a record: the numbers of several in which nothing was found.
    """

    name: str
    record: int | None = None
    findings: Sequence[Finding] = ()
    problem: str | None = None
    faultless: Sequence[int] = ()

    def each(self) -> "Iterator[Checked]":
        """The record itself, or the faultless ones one by one."""
        if not self.faultless:
            yield self
        for number in self.faultless:
            yield evolve(self, record=number, faultless=())


@frozen
class Piece:
    """A portion of an input, and where the input's reading has come to."""

    name: str
    portion: Portion
    position: int


def check(names: Sequence[str], validator: Validator, *, jobs: int = 1) -> Iterator[Checked]:
    """
    Check every record of files, folders and standard input.

    Args:
        names: Files, folders and ``-`` as the user gave them.
        validator: What they are checked by.
        jobs: How many processes share the work.
    """
    pieces = _pieces(names)
    if jobs > 1:
        from nizkorcite.cli.processes import check_in_processes

        yield from check_in_processes(pieces, validator, jobs)
        return
    for each in pieces:
        if isinstance(each, Checked):
            yield each
        else:
            yield from check_piece(validator, each)


def check_piece(validator: Validator, piece: Piece) -> Iterator[Checked]:
    """Check the records of a piece of an input; faultless neighbours are told together."""
    name, portion = piece.name, piece.portion
    if not portion.lines:
        for findings in validator.of_portion(portion, name):
            yield Checked(name=name, record=portion.record, findings=findings)
        return
    faultless: list[int] = []
    for number, findings in validator.of_lines(portion, name):
        if findings:
            if faultless:
                yield Checked(name=name, faultless=faultless)
                faultless = []
            yield Checked(name=name, record=number, findings=findings)
        else:
            faultless.append(number)
    if faultless:
        yield Checked(name=name, faultless=faultless)


def _pieces(names: Iterable[str]) -> Iterator[Piece | Checked]:
    """The inputs piece by piece, and what can not be read of them."""
    for name in names:
        for path in files(name, ENDINGS):
            try:
                yield from _of_file(path, is_named=path == name)
            except OSError as error:
                yield Checked(name=path, problem=problem_with(path, error))


def _of_file(path: str, *, is_named: bool) -> Iterator[Piece]:
    if path == "-":
        yield from _of_stream(path, unpacked(cast(BufferedReader, sys.stdin.buffer), path))
        return
    if not is_named and not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError("it is no regular file")
    with opened(path) as stream:
        yield from _of_stream(path, stream)


def _of_stream(name: str, stream: RecordFile) -> Iterator[Piece]:
    for portion in portions(stream, stream.name):
        yield Piece(name, portion, stream.position if name != "-" else 0)

"""Inputs become checked records, one after the other, in the order in which they were given."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader
from typing import TYPE_CHECKING, cast

from attrs import evolve, frozen

from nizkorcite.cli.paths import RECORD_NAMES, check_regular, files, problem_with
from nizkorcite.findings import Finding
from nizkorcite.messages import Message
from nizkorcite.validation import Validator
from nizkorcite.validation.input.chunk import Portion
from nizkorcite.validation.input.splitter import portions
from nizkorcite.validation.opening import opened, unpacked

if TYPE_CHECKING:
    from nizkorcite.cli.across import Across
    from nizkorcite.cli.progress import Progress
    from nizkorcite.cli.stretches import Stretch
    from nizkorcite.validation.rules.collection import Facts

ENDINGS = RECORD_NAMES
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
        unasked: Findings left out, since others were asked for.
        untold: Findings left out, since there were too many.
        is_record: Whether it is a record, and not the list around records.
        is_again: Whether the record was told before, and this is what it breaks with others.
    """

    name: str
    record: int | None = None
    findings: Sequence[Finding] = ()
    problem: Message | None = None
    faultless: Sequence[int] = ()
    unasked: Sequence[Finding] = ()
    untold: Sequence[Finding] = ()
    is_record: bool = True
    is_again: bool = False

    @property
    def has_errors(self) -> bool:
        """Whether there is an error among what was asked for, told or not."""
        return any(one.severity == "error" for one in (*self.findings, *self.untold))

    def each(self) -> "Iterator[Checked]":
        """The record itself, or the faultless ones one by one."""
        if not self.faultless:
            yield self
        for number in self.faultless:
            yield evolve(self, record=number, faultless=())


@frozen
class Piece:
    """
    A piece of an input.

    Attributes:
        name: The input.
        portion: Some of its records.
        position: Where its reading has come to.
        number: The number of the input.
        stretch: Where the records stand, in the place of a portion.
    """

    name: str
    portion: Portion
    position: int
    number: int = 0
    stretch: "Stretch | None" = None


def check(
    names: Sequence[str],
    validator: Validator,
    *,
    jobs: int = 1,
    across: "Across | None" = None,
    progress: "Progress | None" = None,
) -> Iterator[Checked]:
    """
    Check every record of files, folders and standard input.

    Args:
        names: Files, folders and ``-`` as the user gave them.
        validator: What they are checked by.
        jobs: How many processes share the work.
        across: Compares the records with each other, where that is asked for.
        progress: Is told how far the reading has come.
    """
    pieces = _pieces(names, across, are_shared=jobs > 1)
    if progress:
        pieces = progress.pieces(pieces)
    if jobs > 1:
        from nizkorcite.cli.processes import check_in_processes

        yield from check_in_processes(pieces, validator, jobs, across)
    else:
        yield from _check(pieces, validator, across)
    if across:
        yield from across.checked()


def _check(
    pieces: "Iterable[Piece | Checked]", validator: Validator, across: "Across | None"
) -> Iterator[Checked]:
    for each in pieces:
        if isinstance(each, Checked):
            yield each
        else:
            facts: list[Facts] | None = [] if across else None
            try:
                yield from check_piece(validator, each, facts)
            except OSError as error:  # YAML needs an extra
                yield Checked(name=each.name, problem=problem_with(each.name, error))
            if across and facts:
                across.take(each.number, facts)


def check_piece(
    validator: Validator, piece: Piece, facts: "list[Facts] | None" = None
) -> Iterator[Checked]:
    """Check the records of a piece of an input; faultless neighbours are told together."""
    name, portion = piece.name, piece.portion
    if not portion.lines:
        for findings in validator.of_portion(portion, name, facts):
            record = findings[0].record if findings else portion.record
            is_record = not portion.is_outline
            yield Checked(name=name, record=record, findings=findings, is_record=is_record)
        return
    faultless: list[int] = []
    for number, findings in validator.of_lines(portion, name, facts):
        if findings:
            if faultless:
                yield Checked(name=name, faultless=faultless)
                faultless = []
            yield Checked(name=name, record=number, findings=findings)
        else:
            faultless.append(number)
    if faultless:
        yield Checked(name=name, faultless=faultless)


def _pieces(
    names: Iterable[str], across: "Across | None", *, are_shared: bool
) -> Iterator[Piece | Checked]:
    """The inputs piece by piece, and what cannot be read of them."""
    for name in names:
        for path in files(name, ENDINGS):
            try:
                number = across.number_of(path) if across else 0
                cut = list(_cut(path, number)) if are_shared and path != "-" else []
                yield from cut or _of_file(path, across, number, is_named=path == name)
            except OSError as error:
                yield Checked(name=path, problem=problem_with(path, error))


def _cut(path: str, number: int) -> Iterator[Piece]:
    from nizkorcite.cli.stretches import stretches  # only processes need it

    for each in stretches(path):
        yield Piece(path, Portion(), each.stop, number, each)


def _of_file(path: str, across: "Across | None", number: int, *, is_named: bool) -> Iterator[Piece]:
    if path == "-":
        stream = unpacked(cast(BufferedReader, sys.stdin.buffer), path)
        kept = across.copied(stream) if across else stream
        for portion in portions(kept, stream.name):
            yield Piece(path, portion, 0, number)
        return
    if not is_named:
        check_regular(path)
    with opened(path) as stream:
        for portion in portions(stream, stream.name):
            yield Piece(path, portion, stream.position, number)

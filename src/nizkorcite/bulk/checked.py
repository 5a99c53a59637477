"""Checked records, and the pieces of inputs that they come from."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from nizkorcite.files.kinds import RECORD_NAMES
from nizkorcite.findings import Finding
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON
from nizkorcite.validation import Validator
from nizkorcite.validation.input.chunk import Chunk

if TYPE_CHECKING:
    from nizkorcite.bulk.byte_ranges import Stretch
    from nizkorcite.validation.rules.collection import RecordSummary


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
        chunk: Some of its records.
        position: Where its reading has come to.
        number: The number of the input.
        stretch: Where the records stand, in the place of a chunk.
    """

    name: str
    chunk: Chunk
    position: int
    number: int = 0
    stretch: "Stretch | None" = None


def check_piece(
    validator: Validator, piece: Piece, facts: "list[RecordSummary] | None" = None
) -> Iterator[Checked]:
    """Check the records of a piece of an input; faultless neighbours are told together."""
    name, chunk = piece.name, piece.chunk
    faultless: list[int] = []
    for number, findings, value, is_outline in validator.chunk_findings(chunk, name):
        if facts is not None:
            _gather(facts, value, number or 1)
        if number and chunk.lines and not findings:
            faultless.append(number)
            continue
        if faultless:
            yield Checked(name=name, faultless=faultless)
            faultless = []
        yield Checked(name=name, record=number, findings=findings, is_record=not is_outline)
    if faultless:
        yield Checked(name=name, faultless=faultless)


def _gather(facts: "list[RecordSummary]", record: JSON, number: int) -> None:
    from nizkorcite.validation.rules.collection import summary_of  # only a collection needs it

    if summary := summary_of(record, number):
        facts.append(summary)

"""Checked records, and the pieces of inputs that they come from."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from nizkorcite.findings import Finding
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON
from nizkorcite.validation import Validator
from nizkorcite.validation.input.chunk import Chunk

if TYPE_CHECKING:
    from nizkorcite.bulk.byte_ranges import ByteRange
    from nizkorcite.validation.rules.collection import RecordSummary


@frozen(kw_only=True)
class Checked:
    """
    The findings of one record, or the reason why its input cannot be read.

    Attributes:
        name: The input as the user named it; ``-`` for standard input.
        record: Number of the record in its file, from 1, if the file has several.
        findings: The findings, in order of place.
        problem: The reason why the input cannot be read.
        faultless: Numbers of several records without findings, in the place of one record.
        deselected: Findings left out because the user asked for others.
        beyond_limit: Findings left out because there are too many.
        is_record: Whether the findings are about a record, not about the list of records.
        is_repeated: Whether the record was reported before, and these findings compare it with
            other records.
    """

    name: str
    record: int | None = None
    findings: Sequence[Finding] = ()
    problem: Message | None = None
    faultless: Sequence[int] = ()
    deselected: Sequence[Finding] = ()
    beyond_limit: Sequence[Finding] = ()
    is_record: bool = True
    is_repeated: bool = False

    @property
    def has_errors(self) -> bool:
        """An error is among the selected findings, shown or not."""
        return any(one.severity == "error" for one in (*self.findings, *self.beyond_limit))

    def records(self) -> "Iterator[Checked]":
        """Yield the record itself, or each of several records without findings."""
        if not self.faultless:
            yield self
        for number in self.faultless:
            yield evolve(self, record=number, faultless=())


@frozen
class Piece:
    """
    A piece of an input: records in memory, or a range of a file to read.

    Attributes:
        name: The input.
        chunk: The records.
        position: Offset in the file after the last byte read.
        number: The number of the input.
        byte_range: The range of the file, in the place of records.
    """

    name: str
    chunk: Chunk
    position: int
    number: int = 0
    byte_range: "ByteRange | None" = None


def check_piece(
    validator: Validator, piece: Piece, facts: "list[RecordSummary] | None" = None
) -> Iterator[Checked]:
    """
    Check the records of a piece; adjacent records without findings are yielded together.

    Args:
        validator: The validator.
        piece: Records in memory.
        facts: Gets the facts of each record that rules across records need.
    """
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

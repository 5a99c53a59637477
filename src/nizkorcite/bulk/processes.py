"""Validation in several processes, with results in the order of the inputs."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from nizkorcite.bulk.byte_ranges import ByteRange, ByteRangeReader
from nizkorcite.bulk.checked import Checked, Piece, check_piece
from nizkorcite.bulk.pool import results
from nizkorcite.errors import InputError
from nizkorcite.files.listing import problem_with
from nizkorcite.files.opening import CHANGED, state_of
from nizkorcite.findings import shifted
from nizkorcite.validation import Validator
from nizkorcite.validation.input.splitter import chunks
from nizkorcite.validation.rules.collection import RecordSummary

if TYPE_CHECKING:
    from nizkorcite.bulk.collection import InputCollection


def check_in_processes(
    pieces: Iterable[Piece | Checked],
    validator: Validator,
    jobs: int,
    collection: "InputCollection | None" = None,
) -> Iterator[Checked]:
    """
    Check pieces of inputs, several at a time.

    Args:
        pieces: Pieces, and reports of inputs that cannot be read.
        validator: The validator.
        jobs: Number of processes.
        collection: Gets the facts that rules across records need.

    Raises:
        WorkerError: A process was ended from outside.
    """
    order = _InOrder(collection)
    work = partial(_result, validator, has_facts=collection is not None)
    for piece, result in results(work, pieces, jobs):
        yield from order.checked(piece, result)


@frozen
class _PieceResult:
    """
    The result of checking a piece, sent from one process to another.

    Attributes:
        checked: Its records; of a byte range, with numbers and lines counted from its start.
        facts: Summaries of records, for rules across records.
        lines: Number of lines of a byte range; 0 if places are already those of the file.
    """

    checked: Sequence[Checked]
    facts: Sequence[RecordSummary]
    lines: int = 0

    def offset_by(self, lines: int) -> "_PieceResult":
        """Move all places down by a number of lines."""
        if not lines:
            return self
        facts = [each._replace(record=each.record + lines) for each in self.facts]
        return evolve(self, checked=[_offset(each, lines) for each in self.checked], facts=facts)


def _offset(checked: Checked, lines: int) -> Checked:
    return evolve(
        checked,
        record=checked.record + lines if checked.record else None,
        faultless=[number + lines for number in checked.faultless],
        findings=tuple(
            shifted(finding, lines=lines, record=(finding.record or 0) + lines)
            for finding in checked.findings
        ),
    )


class _InOrder:
    """Results put into the order and place of their inputs."""

    def __init__(self, collection: "InputCollection | None") -> None:
        self._collection = collection
        self._lines_above = 0
        self._is_unreadable = False

    def checked(self, piece: Piece | Checked, result: _PieceResult | Checked) -> Sequence[Checked]:
        """Return the checked records of the next piece; report an unreadable file once."""
        if isinstance(piece, Checked):
            return [piece]
        if not piece.byte_range or piece.byte_range.start == 0:
            self._lines_above, self._is_unreadable = 0, False
        if self._is_unreadable:
            return []
        if isinstance(result, Checked):
            self._is_unreadable = True
            return [result]
        placed = result.offset_by(self._lines_above)
        self._lines_above += placed.lines
        if self._collection:
            self._collection.add_facts(piece.number, placed.facts)
        return placed.checked


def _result(
    validator: Validator, piece: Piece | Checked, *, has_facts: bool
) -> _PieceResult | Checked:
    """Check a piece, or report that its input cannot be read."""
    if isinstance(piece, Checked):
        return piece
    facts: list[RecordSummary] | None = [] if has_facts else None
    try:
        if piece.byte_range:
            return _check_byte_range(validator, piece, piece.byte_range, facts)
        return _PieceResult(list(check_piece(validator, piece, facts)), facts or ())
    except OSError as error:
        return Checked(name=piece.name, problem=problem_with(piece.name, error))


def _check_byte_range(
    validator: Validator, piece: Piece, byte_range: ByteRange, facts: list[RecordSummary] | None
) -> _PieceResult:
    checked: list[Checked] = []
    lines = 0
    with open(piece.name, "rb") as file:
        for chunk in chunks(ByteRangeReader(file, byte_range), ".jsonl"):
            lines = chunk.line - 1 + (len(chunk.lines) or 1)
            checked += check_piece(validator, Piece(piece.name, chunk, 0), facts)
        if state_of(file) != byte_range.state:
            raise InputError(CHANGED)
    return _PieceResult(checked, facts or (), lines)

"""Pieces of inputs checked by several processes; what is told keeps the order of the inputs."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from nizkorcite.bulk.byte_ranges import _Limited
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
    from nizkorcite.bulk.collection import Across
    from nizkorcite.findings import shifted


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
    facts: Sequence[RecordSummary]
    lines: int = 0


def check_stretch(validator: Validator, piece: Piece, facts: list[RecordSummary] | None) -> Found:
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
        for chunk in chunks(_Limited(file, stretch), ".jsonl"):
            lines = chunk.line - 1 + (len(chunk.lines) or 1)
            checked += check_piece(validator, Piece(piece.name, chunk, 0), facts)
        if state_of(file) != stretch.state:
            raise InputError(CHANGED)
    return Found(checked, facts or (), lines)


def below(found: Found, above: int) -> Found:
    """What was found, with its places below so many lines."""
    if not above:
        return found
    facts = [each._replace(record=each.record + above) for each in found.facts]
    return Found([_moved(each, above) for each in found.checked], facts, found.lines)


def _moved(checked: Checked, above: int) -> Checked:
    return evolve(
        checked,
        record=checked.record + above if checked.record else None,
        faultless=[number + above for number in checked.faultless],
        findings=tuple(
            shifted(finding, lines=above, record=(finding.record or 0) + above)
            for finding in checked.findings
        ),
    )


def check_in_processes(
    pieces: Iterable[Piece | Checked],
    validator: "Validator",
    jobs: int,
    across: "Across | None" = None,
) -> Iterator[Checked]:
    """
    Check pieces of inputs, several at a time.

    Args:
        pieces: Pieces, and what is told of inputs that cannot be read.
        validator: What they are checked by.
        jobs: How many processes there are.
        across: Gets what rules across records need to know.

    Raises:
        WorkerError: A process was ended from outside.
    """
    order = _Order(across)
    find = partial(_found, validator, is_across=across is not None)
    for piece, found in results(find, pieces, jobs):
        yield from order.taken(piece, found)


class _Order:
    """What processes found, put in its place."""

    def __init__(self, across: "Across | None") -> None:
        self._across = across
        self._above = 0
        self._is_lost = False

    def taken(self, piece: Piece | Checked, found: Found | Checked) -> Sequence[Checked]:
        """The checked records of what comes next; that a file cannot be read is told once."""
        if isinstance(piece, Checked):
            return [piece]
        if not piece.stretch or piece.stretch.start == 0:
            self._above, self._is_lost = 0, False
        if self._is_lost:
            return []
        if isinstance(found, Checked):
            self._is_lost = True
            return [found]
        known = below(found, self._above)
        self._above += known.lines
        if self._across:
            self._across.take(piece.number, known.facts)
        return known.checked


def _found(validator: "Validator", piece: Piece | Checked, *, is_across: bool) -> Found | Checked:
    """What is found in a piece, or that it cannot be read."""
    if isinstance(piece, Checked):
        return piece
    facts: list[RecordSummary] | None = [] if is_across else None
    try:
        if piece.stretch:
            return check_stretch(validator, piece, facts)
        return Found(list(check_piece(validator, piece, facts)), facts or ())
    except OSError as error:
        return Checked(name=piece.name, problem=problem_with(piece.name, error))

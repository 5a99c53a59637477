"""Pieces of inputs checked by several processes; what is told keeps the order of the inputs."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from nizkorcite.cli.checking import Checked, Piece, check_piece
from nizkorcite.cli.outcome import UNREADABLE
from nizkorcite.cli.paths import problem_with
from nizkorcite.cli.pool import LostWorkerError, results
from nizkorcite.cli.stretches import Found, below, check_stretch
from nizkorcite.messages import Language, Message
from nizkorcite.validation.rules.collection import Facts

if TYPE_CHECKING:
    from nizkorcite.cli.across import Across
    from nizkorcite.validation import Validator


class _LostError(click.ClickException):
    """A process was ended from outside, as a system short of memory does."""

    exit_code = UNREADABLE

    def __init__(self, lang: Language) -> None:
        super().__init__(Message("a process was killed; use fewer --jobs").text(lang))


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
    """
    order = _Order(across)
    find = partial(_found, validator, is_across=across is not None)
    try:
        for piece, found in results(find, pieces, jobs):
            yield from order.taken(piece, found)
    except LostWorkerError as error:
        raise _LostError(validator.lang) from error


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
    facts: list[Facts] | None = [] if is_across else None
    try:
        if piece.stretch:
            return check_stretch(validator, piece, facts)
        return Found(list(check_piece(validator, piece, facts)), facts or ())
    except OSError as error:
        return Checked(name=piece.name, problem=problem_with(piece.name, error))

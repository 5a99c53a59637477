"""Pieces of inputs checked by several processes; what is told keeps the order of the inputs."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import click

from nizkorcite.cli.checking import Checked, Piece, check_piece
from nizkorcite.cli.outcome import UNREADABLE
from nizkorcite.cli.paths import problem_with
from nizkorcite.cli.stretches import Found, below, check_stretch
from nizkorcite.messages import Language, Message
from nizkorcite.validation.collection import Facts

if TYPE_CHECKING:
    from nizkorcite.cli.across import Across
    from nizkorcite.validation import Validator

# Enough that no process waits, and no more, so that memory does not grow with the inputs.
_AHEAD = 3


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
    waiting: deque[Checked | _Submitted] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_be_quiet)
    find = partial(_found, validator, is_across=across is not None)
    try:
        for each in pieces:
            if isinstance(each, Piece):
                waiting.append(_Submitted(each, pool.submit(find, each)))
            else:
                waiting.append(each)
            while len(waiting) > jobs * _AHEAD:
                yield from order.taken(waiting.popleft())
        while waiting:
            yield from order.taken(waiting.popleft())
    except BrokenProcessPool as error:
        raise _LostError(validator.lang) from error
    finally:
        pool.shutdown(cancel_futures=True)


class _Submitted(NamedTuple):
    """A piece that a process works on."""

    piece: Piece
    found: Future[Found]


class _Order:
    """What processes found, put in its place."""

    def __init__(self, across: "Across | None") -> None:
        self._across = across
        self._above = 0
        self._is_lost = False

    def taken(self, each: "Checked | _Submitted") -> Sequence[Checked]:
        """The checked records of what comes next; that a file cannot be read is told once."""
        if isinstance(each, Checked):
            return [each]
        piece = each.piece
        if not piece.stretch or piece.stretch.start == 0:
            self._above, self._is_lost = 0, False
        if self._is_lost:
            each.found.cancel()
            return []
        try:
            known = below(each.found.result(), self._above)
        except OSError as error:
            self._is_lost = True
            return [Checked(name=piece.name, problem=problem_with(piece.name, error))]
        self._above += known.lines
        if self._across:
            self._across.take(piece.number, known.facts)
        return known.checked


def _found(validator: "Validator", piece: Piece, *, is_across: bool) -> Found:
    facts: list[Facts] | None = [] if is_across else None
    if piece.stretch:
        return check_stretch(validator, piece, facts)
    return Found(list(check_piece(validator, piece, facts)), facts or ())


def _be_quiet() -> None:
    """An interruption is told once, by the process that the user started."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

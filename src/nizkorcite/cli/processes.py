"""Pieces of inputs checked by several processes; what is told keeps the order of the inputs."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

import click

from nizkorcite.cli.batch import UNREADABLE
from nizkorcite.cli.checking import Checked, check_piece
from nizkorcite.validation.collection import Facts

if TYPE_CHECKING:
    from nizkorcite.cli.across import Across
    from nizkorcite.cli.checking import Piece
    from nizkorcite.validation import Validator

_Result = tuple[int, list[Checked], list[Facts]]
# Enough that no process waits, and no more, so that memory does not grow with the inputs.
_AHEAD = 3


class _LostError(click.ClickException):
    """A process was ended from outside, as a system short of memory does."""

    exit_code = UNREADABLE

    def __init__(self) -> None:
        super().__init__("a process was ended; use fewer --jobs")


def check_in_processes(
    pieces: "Iterable[Piece | Checked]",
    validator: "Validator",
    jobs: int,
    across: "Across | None" = None,
) -> Iterator[Checked]:
    """
    Check pieces of inputs, several at a time.

    Args:
        pieces: Pieces, and what is told of inputs that can not be read.
        validator: What they are checked by.
        jobs: How many processes there are.
        across: Gets what rules across records need to know.
    """
    waiting: deque[Future[_Result] | Checked] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_be_quiet)
    try:
        for each in pieces:
            waiting.append(
                each
                if isinstance(each, Checked)
                else pool.submit(_checked, validator, each, across is not None)
            )
            while len(waiting) > jobs * _AHEAD:
                yield from _taken(waiting.popleft(), across)
        while waiting:
            yield from _taken(waiting.popleft(), across)
    except BrokenProcessPool as error:
        raise _LostError from error
    finally:
        pool.shutdown(cancel_futures=True)


def _taken(each: Future[_Result] | Checked, across: "Across | None") -> list[Checked]:
    if isinstance(each, Checked):
        return [each]
    number, checked, facts = each.result()
    if across:
        across.take(number, facts)
    return checked


def _checked(validator: "Validator", piece: "Piece", is_across: bool) -> _Result:  # noqa: FBT001 - sent to another process
    facts: list[Facts] = []
    checked = list(check_piece(validator, piece, facts if is_across else None))
    return piece.number, checked, facts


def _be_quiet() -> None:
    """An interruption is told once, by the process that the user started."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

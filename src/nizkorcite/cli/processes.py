"""Pieces of inputs checked by several processes; what is told keeps the order of the inputs."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING

from nizkorcite.cli.checking import Checked, check_piece

if TYPE_CHECKING:
    from nizkorcite.cli.checking import Piece
    from nizkorcite.validation import Validator

# Enough that no process waits, and no more, so that memory does not grow with the inputs.
_AHEAD = 3


def check_in_processes(
    pieces: "Iterable[Piece | Checked]", validator: "Validator", jobs: int
) -> Iterator[Checked]:
    """
    Check pieces of inputs, several at a time.

    Args:
        pieces: Pieces, and what is told of inputs that can not be read.
        validator: What they are checked by.
        jobs: How many processes there are.
    """
    waiting: deque[Future[list[Checked]] | Checked] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_be_quiet)
    try:
        for each in pieces:
            waiting.append(
                each if isinstance(each, Checked) else pool.submit(_checked, validator, each)
            )
            while len(waiting) > jobs * _AHEAD:
                yield from _result(waiting.popleft())
        while waiting:
            yield from _result(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _result(each: Future[list[Checked]] | Checked) -> list[Checked]:
    return [each] if isinstance(each, Checked) else each.result()


def _checked(validator: "Validator", piece: "Piece") -> list[Checked]:
    return list(check_piece(validator, piece))


def _be_quiet() -> None:
    """An interruption is told once, by the process that the user started."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

"""The progress of a long run: a line on standard error, if that is a terminal."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import clear_progress, draw_progress
from nizkorcite.messages import Message

_T = TypeVar("_T")

_PAUSE = 0.2  # seconds between two states of the line


class Clock:
    """The time of a run, and since the progress was shown last."""

    def __init__(self) -> None:
        self._begin = self._shown = time.monotonic()

    @property
    def seconds(self) -> float:
        """The time from the start until the progress was shown last."""
        return self._shown - self._begin

    def is_due(self) -> bool:
        """Check whether to show the progress again."""
        now = time.monotonic()
        is_due = now - self._shown > _PAUSE
        self._shown = now if is_due else self._shown
        return is_due

    def left(self, done: int, total: int) -> str:
        """Return the time left in minutes and seconds, at the rate until now."""
        left = max(0, round(self.seconds * (total - done) / done))
        return f"{left // 60}:{left % 60:02}"


def with_progress(answers: Iterable[_T], total: int) -> Iterator[_T]:
    """Pass the answers of inputs on, and show how many there are until now."""
    clock = Clock()
    is_terminal = sys.stderr.isatty()
    try:
        for done, answer in enumerate(answers):
            if is_terminal and done and clock.is_due():
                draw_progress(_line(clock, done, total).text(message_language()))
            yield answer
    finally:
        clear_progress()


def _line(clock: Clock, done: int, total: int) -> Message:
    return Message(
        "{done} of {total} inputs, {rate} a second, {left} left",
        done=f"{done:,}",
        total=f"{total:,}",
        rate=f"{done / clock.seconds:,.0f}",
        left=clock.left(done, total),
    )

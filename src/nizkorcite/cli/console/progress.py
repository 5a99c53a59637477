"""The progress of a long run: a line on standard error, if that is a terminal."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import clear_progress, draw_progress
from nizkorcite.messages import Language, Message

_T = TypeVar("_T")

_FIVE_DIGITS = 10_000
_THIN_SPACE = "\N{NARROW NO-BREAK SPACE}"
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
                lang = message_language()
                draw_progress(_line(clock, done, total, lang).text(lang))
            yield answer
    finally:
        clear_progress()


def grouped_number(number: float, lang: Language) -> str:
    """Write a number in groups of three digits; in Spanish with spaces, and from five digits on."""
    if lang == "en":
        return f"{number:,.0f}"
    return f"{number:.0f}" if number < _FIVE_DIGITS else f"{number:,.0f}".replace(",", _THIN_SPACE)


def records_line(clock: Clock, records: int, done: int, total: int, lang: Language) -> Message:
    """
    Return the progress of a run over records.

    Args:
        clock: The time of the run.
        records: How many records were read.
        done: How many bytes were read.
        total: How many bytes there are; 0 if unknown.
        lang: The language of the numbers.
    """
    number = grouped_number(records, lang)
    rate = grouped_number(records / clock.seconds, lang)
    if not total or not done:
        return Message("{records} records, {rate} a second", records=number, rate=rate)
    return Message(
        "{records} records, {rate} a second, {left} left",
        records=number,
        rate=rate,
        left=clock.left(done, total),
    )


def _line(clock: Clock, done: int, total: int, lang: Language) -> Message:
    return Message(
        "{done} of {total} inputs, {rate} a second, {left} left",
        done=grouped_number(done, lang),
        total=grouped_number(total, lang),
        rate=grouped_number(done / clock.seconds, lang),
        left=clock.left(done, total),
    )

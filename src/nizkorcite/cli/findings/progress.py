"""Progress of a long run, shown on a terminal."""

import os
from collections.abc import Iterable, Iterator, Sequence

from nizkorcite.bulk.checked import Checked, Piece
from nizkorcite.cli.console.progress import Clock, records_line
from nizkorcite.cli.console.standard_error import clear_progress, draw_progress
from nizkorcite.files.kinds import RECORD_ENDINGS
from nizkorcite.files.listing import input_files
from nizkorcite.messages import Language, Message


class Progress:
    """
    A line on standard error: number of records, their rate, and the time left.

    Args:
        names: Files, folders and ``-`` as the user gave them.
        lang: The language of the line.
    """

    def __init__(self, names: Sequence[str], lang: Language) -> None:
        self._lang = lang
        self._total = _size(names)
        self._clock = Clock()
        self._done = self._position = self._records = 0
        self._name = ""

    def pieces(self, pieces: "Iterable[Piece | Checked]") -> "Iterator[Piece | Checked]":
        """Pass pieces on, noting how much of the inputs has been read."""
        for each in pieces:
            if isinstance(each, Piece):
                if each.name != self._name:
                    self._done += self._position
                    self._name = each.name
                self._position = each.position
            yield each

    def records(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """Pass records on; clear the line before findings are printed."""
        for each in checked:
            self._records += len(each.faultless) or 1
            if each.findings or each.problem:
                clear_progress()
            elif self._clock.is_due():
                draw_progress(self._line().text(self._lang))
            yield each
        clear_progress()

    def _line(self) -> Message:
        read = self._done + self._position
        return records_line(self._clock, self._records, read, self._total, self._lang)


def _size(names: Sequence[str]) -> int:
    """Total size of all files; 0 if unknown, as with standard input."""
    if "-" in names:
        return 0
    try:
        return sum(os.path.getsize(path) for path in input_files(names, RECORD_ENDINGS))
    except OSError:
        return 0

"""What a run over a collection prints: losses, warnings, progress and the sum."""

import sys
from collections import Counter
from collections.abc import Sequence

from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.progress import Clock, grouped_number, records_line
from nizkorcite.cli.console.standard_error import (
    clear_progress,
    draw_progress,
    is_verbose,
    print_message,
    print_note,
    with_count,
)
from nizkorcite.loading.capture_paths import MissingPath, missing_path_warnings
from nizkorcite.messages import Message
from nizkorcite.web_archives.archive_parts import ArchivePiece
from nizkorcite.web_archives.capture_collection import Step
from nizkorcite.web_archives.piece_reading import PageWarning, PieceResult


class CollectionReport:
    """
    Prints losses as they are found, and counts everything else.

    Args:
        steps: The steps of the run.
        is_watched: Whether the progress is shown.
    """

    def __init__(self, steps: Sequence[Step], *, is_watched: bool) -> None:
        self._sizes = [
            each.stop - each.start if isinstance(each, ArchivePiece) else 0 for each in steps
        ]
        self._total = sum(self._sizes)
        self._is_watched = is_watched and sys.stderr.isatty()
        self._clock = Clock()
        self._done = 0
        self._counts = Counter[str]()
        self._problems: set[str] = set()
        self._is_faulty = False
        self._warnings = Counter[str]()
        self._first_warnings: dict[str, str] = {}
        self._missing: dict[MissingPath, None] = {}

    def add(self, step: int, result: PieceResult) -> None:
        """Report what a step gave."""
        self._counts.update(result.counts)
        self._missing.update(dict.fromkeys(result.missing_paths))
        if result.problem and result.problem not in self._problems:
            self._problems.add(result.problem)
            print_message(result.problem)
        for loss in result.losses:
            self._is_faulty = True
            print_message(loss)
        for warning in result.warnings:
            self._add_warning(warning)
        self._show_progress(self._sizes[step] if step < len(self._sizes) else 0)

    def finish(self, base: str | None) -> int:
        """Print the warnings and the sum; return the exit code."""
        clear_progress()
        for warning in missing_path_warnings(list(self._missing), base or ""):
            print_note(warning)
        for kind, line in self._first_warnings.items():
            print_note(with_count(line, self._warnings[kind] - 1))
        print_note(self._sum())
        if self._problems:
            return UNREADABLE
        return FAULTY if self._is_faulty else 0

    def _sum(self) -> Message:
        lang = message_language()
        return Message(
            "records read: {read}, skipped: {skipped}, lost: {lost}",
            read=grouped_number(self._counts["read"], lang),
            skipped=grouped_number(self._counts["skipped"], lang),
            lost=grouped_number(self._counts["lost"], lang),
        )

    def _add_warning(self, warning: PageWarning) -> None:
        if is_verbose():
            print_note(warning.line)
            return
        self._first_warnings.setdefault(warning.kind, warning.line)
        self._warnings[warning.kind] += 1

    def _show_progress(self, size: int) -> None:
        self._done += size
        if self._is_watched and self._clock.is_due():
            lang = message_language()
            read = self._counts["read"]
            line = records_line(self._clock, read, self._done, self._total, lang)
            draw_progress(line.text(lang))


def _size(step: Step) -> int:
    """Return how many bytes a step reads; a file of one page does not count."""
    return step.stop - step.start if isinstance(step, ArchivePiece) else 0

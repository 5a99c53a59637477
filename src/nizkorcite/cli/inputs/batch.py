"""Inputs of a command, shared among processes; a bad input is reported, skipped and counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.progress import with_progress
from nizkorcite.cli.console.standard_error import (
    has_json_lines,
    is_quiet,
    is_verbose,
    print_message,
    print_note,
    print_object,
    with_count,
)
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.cli.inputs.input_report import InputReport, unreadable_report
from nizkorcite.files.listing import PassedOver
from nizkorcite.loading.inputs import Input, Listed, Unreadable, list_inputs
from nizkorcite.messages import Message

_Event = TypeVar("_Event")

_MOST_LISTED = 10
"""Inputs of a run that prints every warning; of more, each kind of warning is printed once."""


class Batch:
    """
    The inputs of one command.

    Args:
        names: Files, folders and ``-`` as the user gave them.
        endings: Endings of the files taken from a folder.
        jobs: Number of processes that share the inputs.
        is_watched: Whether the progress is shown, if standard error is a terminal.

    Attributes:
        inputs: The files to read.
        has_several: Whether there is more than one input.
        is_long: Whether there are so many inputs that each kind of warning is printed once.
    """

    def __init__(
        self,
        names: Sequence[str],
        endings: tuple[str, ...],
        *,
        jobs: int = 1,
        is_watched: bool = False,
    ) -> None:
        self._passed_over = PassedOver()
        self.inputs = list(list_inputs(names, endings, self._passed_over))
        self._jobs = jobs
        self._is_watched = is_watched
        self.has_several = len(self.inputs) > 1
        self.is_long = len(self.inputs) > _MOST_LISTED
        self._bad: set[str] = set()
        self._exit_code = 0
        self._first_warnings: dict[str, InputReport] = {}
        self._warnings = Counter[str]()

    def events(
        self, work: Callable[[Input], Iterable[_Event | InputReport]]
    ) -> Iterator[tuple[str, _Event]]:
        """
        Apply a function to each input, and yield what it finds with the name of the input.

        Reports are printed, and those of a long run counted. The order is that of the inputs,
        whatever the number of processes.

        Args:
            work: The function; several processes need one that can be pickled.
        """
        answers = self._answers(work)
        if self._is_watched:
            answers = with_progress(answers, len(self.inputs))
        for name, events in answers:
            for event in events:
                if isinstance(event, InputReport):
                    self.report(event, name)
                else:
                    yield name, event

    def _answers(
        self, work: Callable[[Input], Iterable[_Event | InputReport]]
    ) -> Iterator[tuple[str, Iterable[_Event | InputReport]]]:
        if self._jobs == 1 or not self.has_several:
            yield from ((each.name, _events(work, each)) for each in self.inputs)
            return
        from nizkorcite.bulk.pool import results  # one process needs none

        workers = min(self._jobs, len(self.inputs))
        for each, events in results(partial(_listed_events, work), self._sources(), workers):
            yield each.name, events

    def _sources(self) -> Iterator[Listed | Input | Unreadable]:
        # A worker has no standard input.
        return (each.read() if each.name == "-" else each for each in self.inputs)

    def refuse_for_many(self, **options: str | None) -> None:
        """
        Refuse options about one input if several are given.

        Raises:
            click.UsageError: One of the options is given.
        """
        given = [name for name, value in options.items() if value is not None]
        if given and self.has_several:
            option = f"--{given[0]}"
            raise usage_error(
                Message("{option} is for one input, and several are given", option=option)
            )

    def report(self, report: InputReport, name: str) -> None:
        """Print a report on an input, or keep a warning of a long run for the end."""
        if report.failure:
            self._bad.add(name)
            code = UNREADABLE if report.failure == "unreadable" else FAULTY
            self._exit_code = max(self._exit_code, code)
        if has_json_lines():
            self._print_as_objects(report, name)
        elif report.failure:
            for line in report.lines:
                print_message(line)
        elif report.kind and self.is_long and not is_verbose():
            self._first_warnings.setdefault(report.kind, report)
            self._warnings[report.kind] += 1
        else:
            print_note(report.line)

    @staticmethod
    def _print_as_objects(report: InputReport, name: str) -> None:
        if report.members and (report.failure or not is_quiet()):
            print_object({"file": name, **report.members})
        elif report.failure or not is_quiet():
            for line in report.lines:
                print_message(line)

    def finish(self) -> int:
        """Report warnings kept, files skipped and bad inputs; return the exit code."""
        self._print_warnings()
        for note in self._passed_over.notes():
            print_note(note)
        if self._bad and self.has_several:
            bad, number = len(self._bad), len(self.inputs)
            print_message(Message("{bad} of {number} inputs failed", bad=bad, number=number))
        return self._exit_code

    def _print_warnings(self) -> None:
        """Print the first warning of each kind with the number of the others, and the sum."""
        for kind, first in self._first_warnings.items():
            print_note(with_count(first.line, self._warnings[kind] - 1))
        if self._warnings:
            print_note(
                Message(
                    "inputs: {inputs}, warnings: {warnings}, kinds of warnings: {kinds}",
                    inputs=len(self.inputs),
                    warnings=self._warnings.total(),
                    kinds=len(self._warnings),
                )
            )


def _listed_events(
    work: Callable[[Input], Iterable[_Event | InputReport]], source: Listed | Input | Unreadable
) -> list[_Event | InputReport]:
    return list(_events(work, source))


def _events(
    work: Callable[[Input], Iterable[_Event | InputReport]], source: Listed | Input | Unreadable
) -> Iterator[_Event | InputReport]:
    """Read an input and apply the function, or report why it cannot be read."""
    each = source.read() if isinstance(source, Listed) else source
    if isinstance(each, Unreadable):
        yield unreadable_report(each.name, each.problem)
    else:
        yield from work(each)

"""Inputs of a command; a bad input is reported, skipped and counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

import click

from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.standard_error import print_message, print_note, with_count
from nizkorcite.errors import InputError, NizkorciteError, PageError, ValidationError
from nizkorcite.files.listing import passed_over_note, unreadable
from nizkorcite.findings import Finding
from nizkorcite.loading.inputs import Input, read_inputs
from nizkorcite.messages import Message

if TYPE_CHECKING:  # pages and records need no parser
    from nizkorcite.formats.citation_file import CitationFinding


class Batch:
    """
    The inputs of one command.

    Args:
        names: Files, folders and ``-`` as the user gave them.
        endings: Endings of the files taken from a folder.

    Attributes:
        has_several: Whether there is more than one input.
        left_out: Findings on values that the parsers of citation files left out.
    """

    def __init__(self, names: Sequence[str], endings: tuple[str, ...]) -> None:
        self._passed_over = Counter[str]()
        self._inputs = read_inputs(names, endings, self._passed_over)
        # Two are enough to know that they are several; more would fill the memory.
        self._ahead = list(islice(self._inputs, 2))
        self.has_several = len(self._ahead) > 1
        self.left_out: list[CitationFinding] = []
        self._seen = 0
        self._faulty = 0
        self._unreadable = 0

    def __iter__(self) -> Iterator[Input]:
        """The inputs that can be read; the others are reported in their turn."""
        while self._ahead:
            each = self._ahead.pop(0)
            if isinstance(each, Input):
                yield each
            else:
                self.report_unreadable(each.name, each.problem)
            if not self._ahead:
                self._ahead = list(islice(self._inputs, 1))

    def refuse_for_many(self, **options: str | None) -> None:
        """
        Refuse options about one input if several are given.

        Raises:
            click.UsageError: One of the options is given.
        """
        given = [name for name, value in options.items() if value is not None]
        if given and self.has_several:
            problem = f"--{given[0]} is for one input, and several are given"
            raise click.UsageError(problem)

    @contextmanager
    def guard(self, name: str) -> Iterator[None]:
        """Report an error of an input or record instead of ending the run."""
        try:
            yield
        except (InputError, PageError) as error:
            self.report_unreadable(name, error)
            return
        except ValidationError as error:
            self._faulty += 1
            print_message("\n".join(str(finding) for finding in error.findings))
        except NizkorciteError as error:
            self._faulty += 1
            print_message(Message("{name}: {problem}", name=name, problem=error.message))
        self._seen += 1

    def report_finding(self, finding: Finding, more: int = 0) -> None:
        """Report a finding, and the number of like ones; an error counts as a bad input."""
        is_error = finding.severity == "error"
        self._faulty += is_error
        (print_message if is_error else print_note)(with_count(str(finding), more))

    def report_unusable(self, problem: str) -> None:
        """Report an unusable part of an input, which counts as a bad input."""
        self._faulty += 1
        print_message(problem)

    def report_unreadable(self, name: str, problem: Message | InputError | PageError) -> None:
        """Report an input that cannot be read, and why."""
        self._seen += 1
        self._unreadable += 1
        words = problem if isinstance(problem, Message) else problem.message
        print_message(unreadable(name, words))

    def finish(self) -> int:
        """Report files passed over and bad inputs; return the exit code."""
        if passed_over := passed_over_note(self._passed_over):
            print_note(passed_over)
        bad = self._faulty + self._unreadable
        if bad and self.has_several:
            print_message(Message("{bad} of {number} inputs failed", bad=bad, number=self._seen))
        return UNREADABLE if self._unreadable else FAULTY if self._faulty else 0

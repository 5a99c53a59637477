"""Working through many inputs: a bad one is told and passed over, and counted at the end."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

import click

from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE, say
from nizkorcite.cli.console.language import locale_language
from nizkorcite.cli.inputs.inputs import Unreadable, read_inputs
from nizkorcite.errors import InputError, NizkorciteError, PageError, ValidationError
from nizkorcite.files.kinds import Input
from nizkorcite.files.listing import unreadable
from nizkorcite.findings import Finding
from nizkorcite.messages import Message


class Batch:
    """
    The inputs of one command, one after the other.

    Args:
        names: Files, folders and ``-`` as the user gave them.
        endings: The endings of the files taken from a folder.
    """

    def __init__(self, names: Sequence[str], endings: tuple[str, ...]) -> None:
        self._inputs = read_inputs(names, endings)
        self._ahead = list(islice(self._inputs, 2))
        self.several = len(self._ahead) > 1
        self._seen = 0
        self._faulty = 0
        self._unreadable = 0

    def __iter__(self) -> Iterator[Input]:
        """The inputs that could be read; the others are told as they come."""
        while self._ahead:
            each = self._ahead.pop(0)
            if isinstance(each, Unreadable):
                self.give_up(each.name, each.problem)
            else:
                yield each
            if not self._ahead:
                self._ahead = list(islice(self._inputs, 1))

    def refuse_for_many(self, **options: str | None) -> None:
        """
        Refuse options that say something about one input where there are several.

        Raises:
            click.UsageError: One of the options is given.
        """
        given = [name for name, value in options.items() if value is not None]
        if given and self.several:
            problem = f"--{given[0]} is about one input, and several are given"
            raise click.UsageError(problem)

    @contextmanager
    def guard(self, name: str) -> Iterator[None]:
        """Tell what is wrong with an input or record instead of stopping at it."""
        self._seen += 1
        try:
            yield
        except (InputError, PageError) as error:
            self._report_unreadable(name, error.message)
        except ValidationError as error:
            self._faulty += 1
            say("\n".join(str(finding) for finding in error.findings))
        except NizkorciteError as error:
            self._faulty += 1
            say(f"{name}: {error.message.text(locale_language())}")

    def give_up(self, name: str, problem: str | Message) -> None:
        """Report an input that cannot be read, and why."""
        self._seen += 1
        self._report_unreadable(name, problem)

    def blame(self, finding: Finding) -> None:
        """Tell what is wrong with a part of an input; an error counts as a bad input."""
        self._faulty += finding.severity == "error"
        say(str(finding))

    def refuse(self, problem: str) -> None:
        """Tell why a part of an input cannot be used; it counts as a bad input."""
        self._faulty += 1
        say(problem)

    def _report_unreadable(self, name: str, problem: str | Message) -> None:
        self._unreadable += 1
        say(unreadable(name, problem).text(locale_language()))

    def finish(self, what: str) -> int:
        """Tell the count of bad inputs, if there were several inputs; give the exit code."""
        bad = self._faulty + self._unreadable
        if bad and self.several:
            say(f"{bad} of {self._seen} {what}s failed")
        return UNREADABLE if self._unreadable else FAULTY if self._faulty else 0

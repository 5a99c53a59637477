"""The output of a command: standard output, or a file replaced as a whole."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import TextIOWrapper
from typing import IO, cast

import click
from attrs import frozen

from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.display import shown_lines
from nizkorcite.errors import ReplacedInputError
from nizkorcite.files.atomic import draft, is_replaceable, same_file
from nizkorcite.files.lasting_draft import LastingDraft, lasting_draft
from nizkorcite.files.output_signatures import has_signature
from nizkorcite.messages import Message

_FOR_PEOPLE = "text"  # this form has colours of its own, and nothing else that is obeyed
_ENCODING = "utf-8"
_ERRORS = "surrogateescape"  # names of files in it keep their bytes


@frozen
class Output:
    """
    The output that the user asks for.

    Attributes:
        name: A file, or ``-`` for standard output.
        is_forced: Whether a file of another kind is replaced too.
    """

    name: str
    is_forced: bool

    @property
    def leaves_terminal_free(self) -> bool:
        """True if the results are not printed on a terminal, where progress would disturb them."""
        return self.name != "-" or not sys.stdout.isatty()

    @contextmanager
    def open(self, form: str, inputs: Iterable[str] = ()) -> Iterator[IO[str]]:
        """
        Open the output for one run.

        An old file stays as it is if the run ends with an exception, or writes nothing.

        Args:
            form: The format, as for `has_signature`.
            inputs: The files that are read; ``-`` for standard input.

        Raises:
            click.UsageError: The output is an input, or a file of another kind.
            click.FileError: The file cannot be written.
        """
        if self.name == "-":
            with _stream("-", form) as file:
                yield file
            return
        try:
            self._refuse_input(inputs)
            with self._file(form) as file:
                yield file
        except ReplacedInputError as error:
            raise self._input_error(error.path) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            raise click.FileError(self.name) from error

    @property
    def is_file(self) -> bool:
        """Whether a file is to be replaced, rather than a stream or a device written into."""
        return self.name != "-" and is_replaceable(self.name)

    @contextmanager
    def open_lasting(self, form: str, inputs: Iterable[str]) -> Iterator[LastingDraft]:
        """
        Open the draft of the output file, which stays if the run is ended before its end.

        Args:
            form: The format, as for `has_signature`.
            inputs: The files that are read.

        Raises:
            click.UsageError: The output is an input, or a file of another kind.
            click.FileError: The file cannot be written.
        """
        self._refuse_input(inputs)
        try:
            self.refuse_foreign(form)
            with lasting_draft(self.name) as draft:
                yield draft
        except OSError as error:
            raise click.FileError(self.name) from error

    def _refuse_input(self, inputs: Iterable[str]) -> None:
        same = same_file(self.name, inputs)
        if same:
            name = Message("standard input") if same == "-" else same
            raise self._input_error(name)

    def _input_error(self, name: str | Message) -> click.UsageError:
        return usage_error(
            Message(
                "the output {output} is also an input: {name}; write to another file",
                output=self.name,
                name=name,
            )
        )

    def _file(self, form: str) -> AbstractContextManager[IO[str]]:
        if not is_replaceable(self.name):
            return _stream(self.name, form)
        self.refuse_foreign(form)
        return _replacement(self.name)

    def refuse_foreign(self, form: str) -> None:
        """
        Refuse to replace a file that is not an earlier output.

        Raises:
            click.UsageError: The file has another form, and its replacement is not forced.
            OSError: The file cannot be read.
        """
        is_old = os.path.exists(self.name) and not self.is_forced
        if is_old and not has_signature(self.name, form):
            raise usage_error(
                Message(
                    "{name} exists and is not an earlier output ({form}); write to another file, "
                    "or add --force to replace it",
                    name=self.name,
                    form=form,
                )
            )


def write_binary(file: IO[str], data: bytes) -> None:
    """
    Write bytes into an opened output, instead of text.

    Raises:
        click.UsageError: The output is a terminal.
    """
    if file.isatty():
        problem = Message("the result is binary, and not for a terminal; add -o FILE")
        raise usage_error(problem)
    file.write("")  # counts as a result
    file.flush()
    cast(TextIOWrapper, file).buffer.write(data)


class _Terminal(TextIOWrapper):
    """A terminal that prints data; what it would obey is shown as escapes."""

    def write(self, text: str, /) -> int:
        return super().write(shown_lines(text))


class _Results(TextIOWrapper):
    """A text file that records whether results were written, even an empty report."""

    is_written = False

    def write(self, text: str, /) -> int:
        self.is_written = True
        return super().write(text)


@contextmanager
def _stream(name: str, form: str) -> Iterator[IO[str]]:
    with click.open_file(name, "w", encoding=_ENCODING, errors=_ERRORS) as file:
        if form != _FOR_PEOPLE and file.isatty():
            with _Terminal(
                open(file.fileno(), "wb", closefd=False), encoding=_ENCODING, errors=_ERRORS
            ) as terminal:
                yield terminal
        else:
            yield file
            file.flush()


@contextmanager
def _replacement(path: str) -> Iterator[IO[str]]:
    with draft(path) as new:
        results = _Results(new.file, encoding=_ENCODING, errors=_ERRORS)
        yield results
        if results.is_written:
            results.flush()
            new.sync()
            new.replace()

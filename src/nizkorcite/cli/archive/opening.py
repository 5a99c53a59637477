"""Archives opened for a command, and the options that several verbs share."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from nizkorcite.archive import Archive
from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.cli.console.typed_text import TYPED_TEXT
from nizkorcite.cli.console.usage_errors import bad_value
from nizkorcite.errors import DocumentError, problem_of
from nizkorcite.files.listing import unreadable
from nizkorcite.messages import Message

archive_argument = click.argument("folder", metavar="DIR")


def _stated(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    if text is not None and not text.strip():
        raise bad_value(Message("the text is empty; the log keeps it for good"))
    return text


by_option = click.option(
    "--by", type=TYPED_TEXT, metavar="NAME", help="Who is responsible; the log records the name."
)
responsible_option = click.option(
    "--by",
    type=TYPED_TEXT,
    callback=_stated,
    metavar="NAME",
    required=True,
    help="Who is responsible; the log records the name.",
)
note_option = click.option(
    "--why",
    "note",
    type=TYPED_TEXT,
    callback=_stated,
    metavar="TEXT",
    required=True,
    help="The reason; the log records it.",
)
json_option = click.option("--json", "is_json", is_flag=True, help="Print JSON.")


@contextmanager
def open_archive(folder: str) -> Iterator[Archive]:
    """
    Open an archive for reading.

    Raises:
        click.exceptions.Exit: It cannot be read, which is reported.
    """
    try:
        archive = Archive(folder)
    except OSError as error:
        print_message(unreadable(folder, problem_of(error)))
        raise click.exceptions.Exit(UNREADABLE) from error
    with archive:
        yield archive


@contextmanager
def written_archive(folder: str) -> Iterator[Archive]:
    """
    Open an archive for writing.

    Raises:
        click.exceptions.Exit: It cannot be read, or has no such document, which is reported.
        click.FileError: It cannot be written.
    """
    with open_archive(folder) as archive, reported_failures(folder):
        try:
            yield archive
        except DocumentError as error:
            print_message(Message("{name}: {problem}", name=folder, problem=problem_of(error)))
            raise click.exceptions.Exit(FAULTY) from error


@contextmanager
def reported_failures(folder: str) -> Iterator[None]:
    """
    Report failures of writing with the name of the archive.

    Raises:
        click.FileError: A file cannot be written, or another process writes.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.FileError(folder) from error

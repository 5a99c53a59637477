"""Archives opened for a command, and the options that several verbs share."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import click

from nizkorcite.archive import Archive, Damage
from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.cli.console.typed_text import TYPED_TEXT
from nizkorcite.cli.console.usage_errors import bad_value
from nizkorcite.errors import DamagedArchiveError, DocumentError, OutputError, problem_of
from nizkorcite.files.listing import unreadable
from nizkorcite.messages import Message

_MOST_DAMAGES: Final = 4
archive_argument = click.argument("folder", metavar="DIR")


def _stated(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    if text is not None and not text.strip():
        raise bad_value(Message("the text is empty; the log keeps it for good"))
    return text


by_option = click.option(
    "--by",
    type=TYPED_TEXT,
    callback=_stated,
    metavar="NAME",
    help="Who is responsible; the log records the name.",
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
        click.exceptions.Exit: It cannot be read, or a file of it is damaged, which is reported.
        click.FileError: Its index cannot be written.
    """
    try:
        archive = Archive(folder)
    except OSError as error:
        print_message(unreadable(folder, problem_of(error)))
        raise click.exceptions.Exit(UNREADABLE) from error
    try:
        with archive:
            yield archive
    except DamagedArchiveError as error:
        print_message(unreadable(folder, error.message))
        raise click.exceptions.Exit(UNREADABLE) from error
    except OutputError as error:  # the index, which reading makes
        raise click.FileError(folder) from error


@contextmanager
def read_archive(folder: str) -> Iterator[Archive]:
    """
    Open an archive for reading, and say at the end whether documents may be missing.

    Raises:
        click.exceptions.Exit: It cannot be read, or is seen to be damaged, which is reported.
    """
    with open_archive(folder) as archive:
        yield archive
        damages = archive.noticed_damages()
    report_damages(folder, damages)


def report_damages(folder: str, damages: Sequence[Damage]) -> None:
    """
    Report damages that reading has noticed.

    Raises:
        click.exceptions.Exit: There are any.
    """
    for damage in damages[:_MOST_DAMAGES]:
        print_message(damage_line(damage))
    if damages:
        print_message(
            Message(
                "the archive is damaged, so documents may be missing here; run `nizkorcite archive "
                "verify {folder}`",
                folder=folder,
            )
        )
        raise click.exceptions.Exit(UNREADABLE)


def damage_line(damage: Damage) -> Message:
    """Return the place, the code and the words of a damage."""
    line = Message(
        "{place}: {code}: {message}", place=damage.place, code=damage.code, message=damage.message
    )
    return line if damage.id is None else Message("{line} [{id}]", line=line, id=damage.id)


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
    except (BrokenPipeError, DamagedArchiveError):
        raise
    except OSError as error:
        raise click.FileError(folder) from error

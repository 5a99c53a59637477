"""Turn an uncaught exception into a message and an exit code."""

import os
import sys
import traceback
from contextlib import suppress
from typing import TextIO

import click

from nizkorcite.cli.console.exit_codes import (
    INTERNAL,
    INTERRUPTED,
    UNREAD,
    UNREADABLE,
    UNWRITTEN,
)
from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.display import brief
from nizkorcite.errors import WorkerError, problem_of
from nizkorcite.messages import Message

DETAILS = "NIZKORCITE_TRACEBACK"
"""Environment variable that asks for the traceback of an internal error."""


def report_failure(error: BaseException) -> int:  # noqa: PLR0911 - one return a kind of failure
    """
    Report why a run ended, and return its exit code.

    Raises:
        SystemExit: The exception itself, if it is one.
    """
    match error:
        case BrokenPipeError() | SystemExit(code=1):  # click's own answer to a closed pipe
            # The reader of our output is gone; users of pipes expect a quiet end.
            discard(sys.stdout)
            return UNREAD
        case SystemExit():
            raise error
        case click.FileError():
            return _report_unwritten(str(error.filename), error.__cause__)
        case WorkerError():
            click.ClickException(error.message.text(message_language())).show()
            return UNREADABLE
        case click.exceptions.NoArgsIsHelpError():  # its message is the help, on many lines
            error.show()
            return error.exit_code
        case click.UsageError():
            return _shown(click.UsageError(brief(error.format_message()), error.ctx))
        case click.ClickException():
            _shown(click.ClickException(brief(error.format_message())))
            return error.exit_code
        case click.Abort() | KeyboardInterrupt():
            print_message(Message("interrupted"))
            return INTERRUPTED
        case OSError():  # inputs that cannot be read are reported while they are read
            discard(sys.stdout)
            return _report_unwritten("-", error)
        case _:
            return _report_internal_error(error)


def _shown(error: click.ClickException) -> int:
    """Print an error, if standard error can be written; return its exit code."""
    with suppress(OSError):
        error.show()
    return error.exit_code


def _report_unwritten(name: str, error: BaseException | None) -> int:
    problem = problem_of(error) if isinstance(error, OSError) else str(error)
    what = Message("the output") if name in ("", "-") else name
    print_message(Message("cannot write {name}: {problem}", name=what, problem=problem))
    return UNWRITTEN


def _report_internal_error(error: BaseException) -> int:
    """Report an error of the program, or of a package that extends the program."""
    *_, last = traceback.extract_tb(error.__traceback__)
    if os.environ.get(DETAILS):
        for line in "".join(traceback.format_exception(error)).splitlines():
            print_message(line)
    fault = f"{type(error).__name__}: {error}"
    place = f"{os.path.basename(last.filename)}:{last.lineno}"
    print_message(
        Message(
            "internal error in nizkorcite, not in your file: {fault} ({place})",
            fault=fault,
            place=place,
        )
    )
    print_message(Message("please report it; {name}=1 shows where it happened", name=DETAILS))
    return INTERNAL


def discard(stream: TextIO) -> None:
    """Discard what a standard stream still holds when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

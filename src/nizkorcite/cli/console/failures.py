"""How a run ends that does not come to its end: words on standard error, and an exit code."""

import os
import sys
import traceback

import click

from nizkorcite.cli.console.exit_codes import FAULT, INTERRUPTED, UNREADABLE, UNWRITTEN, say
from nizkorcite.cli.console.language import locale_language
from nizkorcite.errors import WorkerError, problem_of
from nizkorcite.messages import Message

DETAILS = "NIZKORCITE_TRACEBACK"
"""The variable of the environment that asks for the traceback of a fault of the program."""


def ending(error: BaseException) -> int:  # noqa: PLR0911 - one return a kind of failure
    """
    Tell why a run ended, and give its exit code.

    Raises:
        SystemExit: It was asked for.
    """
    match error:
        case SystemExit():
            raise error
        case click.FileError():
            return _unwritten(error.ui_filename, error.__cause__)
        case WorkerError():
            click.ClickException(error.message.text(locale_language())).show()
            return UNREADABLE
        case click.ClickException():
            error.show()
            return error.exit_code
        case click.Abort() | KeyboardInterrupt():
            _tell(Message("interrupted"))
            return INTERRUPTED
        case BrokenPipeError():
            # The reader of our output has gone; a quiet end is what a pipe expects.
            _leave_output()
            return 0
        case OSError():  # inputs that cannot be read are told where they are read
            _leave_output()
            return _unwritten("-", error)
        case _:
            return _fault(error)


def _unwritten(name: str, error: BaseException | None) -> int:
    problem = problem_of(error) if isinstance(error, OSError) else str(error)
    what = Message("the output") if name == "-" else name
    _tell(Message("cannot write {name}: {problem}", name=what, problem=problem))
    return UNWRITTEN


def _fault(error: BaseException) -> int:
    """What nobody foresaw is a fault of the program, or of a package that adds to it."""
    *_, last = traceback.extract_tb(error.__traceback__)
    if os.environ.get(DETAILS):
        traceback.print_exception(error)
    fault = f"{type(error).__name__}: {error}"
    place = f"{os.path.basename(last.filename)}:{last.lineno}"
    _tell(Message("a fault of the program, not yours: {fault} ({place})", fault=fault, place=place))
    _tell(Message("please report it; {name}=1 shows where it happened", name=DETAILS))
    return FAULT


def _tell(message: Message) -> None:
    say(message.text(locale_language()))


def _leave_output() -> None:
    """Nothing more is written when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

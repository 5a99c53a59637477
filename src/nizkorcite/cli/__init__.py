"""
The command line: one module for each command, imported when the command is used.

Results go to standard output and everything else to standard error. Exit codes: 0 no errors
(warnings allowed), 1 errors in documents or records, 2 wrong usage, 3 an input could not be read,
4 an output could not be written, 70 an internal error, 130 interrupted, 141 the program that reads
the output ended first.
"""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from gettext import gettext
from importlib import import_module
from types import FrameType
from typing import Any, TypeVar

import click

from nizkorcite import __version__
from nizkorcite.cli.console.language import choose_language, help_text, message_language
from nizkorcite.languages import LANGUAGES

_HELP = """
Cite and validate archived documents with their original source and their republication.

\b
Examples:
  nizkorcite page.html                  cite a saved page (APA)
  nizkorcite read --explain page.html   show what each value was read from
  nizkorcite validate records/          check records and locate problems
"""

_COMMANDS = {
    "archive": "Keep documents in an archive that can be verified, searched and cited.",
    "cite": "Cite pages, records, .bib, .ris and CSL-JSON files in APA or other styles.",
    "convert": "Convert records and citation files, and report what is lost.",
    "explain": "Explain an error code.",
    "new": "Print an empty record to fill in by hand.",
    "origins": "Find the pages that republish one original, and keep decisions on them.",
    "read": "Read saved pages into records.",
    "schema": "List, show and check JSON Schemas.",
    "set": "Correct stored records in place, one or many.",
    "site": "Make a site of static pages from records and saved pages.",
    "sites": "List, check and try descriptions of archives' pages.",
    "styles": "List and search citation styles, including CSL styles.",
    "todo": "List what is missing or doubtful in records, as text, table or JSON.",
    "validate": "Check records and show where each problem is.",
}


_Command = TypeVar("_Command", bound=click.Command)


class _Commands(click.Group):
    """Commands imported on use; a file name in the place of a command means `cite`."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        choose_language(args)
        return super(_Commands, _translated(self)).make_context(info_name, args, parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        # Modules are never garbage: collecting would cost time, now and later.
        gc.disable()
        command: click.Command = import_module(f"nizkorcite.cli.{cmd_name}").command
        gc.freeze()
        gc.enable()
        return _translated(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, help_text(text)) for name, text in _COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS:
            from difflib import get_close_matches  # slow to load, and only mistakes need it

            from nizkorcite.cli.console.usage_errors import usage_error
            from nizkorcite.messages import Message

            near = get_close_matches(args[0], _COMMANDS, n=1)
            raise usage_error(
                Message(
                    'no command or file named "{name}"; did you mean "{near}"?',
                    name=args[0],
                    near=near[0],
                )
                if near
                else Message(
                    'no command or file named "{name}". Commands: {commands}',
                    name=args[0],
                    commands=", ".join(_COMMANDS),
                ),
                ctx,
            )
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = _first_operand(args)
        own = {"--help", "--version", "-h"}
        if (
            first is not None
            and first not in _COMMANDS
            and _is_input(first)
            and own.isdisjoint(args)
        ):
            args = ["cite", *args]
        return super().parse_args(ctx, args)


def _first_operand(args: list[str]) -> str | None:
    """Find the first argument that is neither an option nor the value of `--lang`."""
    before = ("", *args)
    return next(
        (
            arg
            for option, arg in zip(before, args, strict=False)
            if option != "--lang" and (arg == "-" or not arg.startswith("-"))
        ),
        None,
    )


def _translated(command: _Command) -> _Command:
    """Return a command with its help in the language of the run."""
    if message_language() == "en":
        return command
    from nizkorcite.cli.console.help_texts import in_spanish

    return in_spanish(command)


def _is_input(name: str) -> bool:
    return name == "-" or os.path.exists(name) or "/" in name or "." in name


@click.command(
    cls=_Commands,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of messages and citations.")
@click.version_option(
    __version__,
    prog_name="nizkorcite",
    message="%(prog)s %(version)s",
    help="Show the version and exit.",
)
def command(lang: str | None) -> None:
    """Run a command."""


def main() -> None:
    """Run the command line and exit; users never see a traceback."""
    _open_closed_streams()
    _interrupt_when_terminated()
    try:
        code = command.main(prog_name="nizkorcite", standalone_mode=False)
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - every exception is reported here
        _end_when_interrupted()
        from nizkorcite.cli.console.failures import report_failure

        code = report_failure(error)
    _end_when_interrupted()
    _flush_messages()
    sys.exit(code if isinstance(code, int) else 0)


def _flush_messages() -> None:
    """Write what standard error still holds; a full disk changes no exit code."""
    try:
        sys.stderr.flush()
    except OSError:
        from nizkorcite.cli.console.failures import discard

        discard(sys.stderr)


def _open_closed_streams() -> None:
    """Replace standard streams that were closed (``>&-``) by empty ones."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - kept


def _interrupt_when_terminated() -> None:
    """Treat termination and hang-up as an interruption, which leaves no partial output."""
    process = os.getpid()

    def interrupt(number: int, _frame: FrameType | None) -> None:
        if os.getpid() == process:
            raise KeyboardInterrupt
        signal.signal(number, signal.SIG_DFL)  # a worker of `--jobs` ends at once
        os.kill(os.getpid(), number)

    for number in _signals("SIGTERM", "SIGHUP"):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, interrupt)


def _end_when_interrupted() -> None:
    """Let a further interruption end the process silently: its outputs are whole or gone."""
    for number in _signals("SIGINT", "SIGTERM", "SIGHUP"):
        signal.signal(number, signal.SIG_DFL)


def _signals(*names: str) -> Iterator[signal.Signals]:
    """Yield the signals that the system has; one that is ignored (`nohup`) stays ignored."""
    for name in names:
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is not signal.SIG_IGN:
            yield number

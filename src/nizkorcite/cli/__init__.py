"""
The command line: one module a verb, imported when the verb is used.

Results go to standard output and everything else to standard error. Exit codes: 0 fine (warnings
allowed), 1 faults in documents or records, 2 wrong usage, 3 an input could not be read, 4 an output
could not be written, 70 a fault of the program itself, 130 interrupted.
"""

import gc
import os
import signal
import sys
from importlib import import_module
from types import FrameType

import click

from nizkorcite import __version__

_HELP = """
Cite and validate archived documents with their original source and their republication.

\b
Examples:
  nizkorcite page.html                  cite a saved page (APA)
  nizkorcite read --explain page.html   show what each value was read from
  nizkorcite validate records/          name every fault with its place
"""

_VERBS = {
    "cite": "Cite pages, records, .bib, .ris and CSL-JSON, in APA or other styles.",
    "convert": "Convert records and files of citations, naming what is lost.",
    "explain": "Tell what a finding's code means.",
    "new": "Print a record to fill in by hand.",
    "read": "Read saved pages into records.",
    "schema": "List and show the JSON Schemas of records.",
    "styles": "List and search the styles of citations, CSL styles among them.",
    "validate": "Check records and name every fault with its place.",
}


class _Verbs(click.Group):
    """The verbs; help needs none of their modules, and a file's name alone means `cite`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _VERBS:
            return None
        # Nothing that is loaded is garbage: the collector need not look for it, now or later.
        gc.disable()
        command: click.Command = import_module(f"nizkorcite.cli.{cmd_name}").command
        gc.freeze()
        gc.enable()
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(_VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _VERBS:
            from difflib import get_close_matches  # slow to load, and only mistakes need it

            near = get_close_matches(args[0], _VERBS, n=1)
            guess = f'; did you mean "{near[0]}"?' if near else f". Verbs: {', '.join(_VERBS)}"
            problem = f'no such verb, and no such file: "{args[0]}"{guess}'
            raise click.UsageError(problem, ctx)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((arg for arg in args if arg == "-" or not arg.startswith("-")), None)
        own = {"--help", "--version", "-h"}
        if first is not None and first not in _VERBS and _is_input(first) and own.isdisjoint(args):
            args = ["cite", *args]
        return super().parse_args(ctx, args)


def _is_input(name: str) -> bool:
    return name == "-" or os.path.exists(name) or "/" in name or "." in name


@click.command(
    cls=_Verbs,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
)
@click.version_option(__version__, prog_name="nizkorcite")
def command() -> None:
    """The whole command line."""


def main() -> None:
    """Run the command line and exit; no traceback ever reaches a user."""
    _open_what_is_closed()
    _interrupt_when_terminated()
    try:
        code = command.main(prog_name="nizkorcite", standalone_mode=False)
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - whatever it is, it ends here
        from nizkorcite.cli.console.failures import ending

        code = ending(error)
    sys.exit(code if isinstance(code, int) else 0)


def _open_what_is_closed() -> None:
    """A standard stream that was closed (``>&-``) takes and gives nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - kept


def _interrupt_when_terminated() -> None:
    """Treat termination and hang-up as an interruption, which leaves nothing half done."""
    process = os.getpid()

    def interrupt(number: int, _frame: FrameType | None) -> None:
        if os.getpid() == process:
            raise KeyboardInterrupt
        signal.signal(number, signal.SIG_DFL)  # a worker of `--jobs` ends at once
        os.kill(os.getpid(), number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # What is ignored (`nohup`) stays so.
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, interrupt)

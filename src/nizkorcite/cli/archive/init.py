"""``nizkorcite archive init``: a new archive."""

import click

from nizkorcite.archive import Archive
from nizkorcite.cli.archive.opening import archive_argument, by_option, reported_failures
from nizkorcite.cli.console.language import language_option
from nizkorcite.cli.console.standard_error import print_note, quiet_option
from nizkorcite.messages import Message

_HELP = """
Make an archive in a new or empty folder.

The folder says by itself how it is read without this program: in README.txt, in English and
Spanish, and with READER.py.

\b
Examples:
  nizkorcite archive init fonds
  nizkorcite archive init fonds --by "Ana Ruiz"
"""


@click.command("init", help=_HELP)
@archive_argument
@by_option
@language_option
@quiet_option
def command(folder: str, *, by: str | None) -> None:
    """Make an archive."""
    with reported_failures(folder):
        Archive.create(folder, by=by).close()
    print_note(
        Message("{folder}: an archive; add pages with `nizkorcite archive add`", folder=folder)
    )

"""``nizkorcite archive recover``: removing what a stopped run left."""

import click

from nizkorcite.cli.archive.opening import archive_argument, written_archive
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.messages import Message

_HELP = """
Remove what a stopped run has left, and complete the manifest.

Nothing that was committed is touched. Files that were being written are removed; packs that no
event of the log names are moved to the folder quarantine, since a log that was put back from a copy
may have lost their events. Every command that writes does so first; run this one before the archive
is copied or verified.

\b
Examples:
  nizkorcite archive recover fonds
"""


@click.command("recover", help=_HELP, short_help="Remove what a stopped run has left.")
@archive_argument
@language_option
def command(folder: str) -> None:
    """Recover an archive."""
    with written_archive(folder) as archive:
        is_complete = archive.is_complete()
        number = archive.recover()
    if number:
        message = Message(
            "files of a stopped run, removed or moved to quarantine: {number}", number=number
        )
    elif is_complete:
        message = Message("nothing to recover")
    else:
        message = Message("manifest and seal made anew from the log")
    click.echo(message.text(message_language()))

"""``nizkorcite archive repair``: damaged files replaced by those of a copy."""

import os

import click

from nizkorcite.archive import Archive
from nizkorcite.cli.archive.opening import (
    archive_argument,
    by_option,
    reported_failures,
    written_archive,
)
from nizkorcite.cli.console.exit_codes import FAULTY
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.display import log_line
from nizkorcite.messages import Message

_HELP = """
Replace damaged files of an archive by those of a copy of the same archive.

A file of the copy is taken only if it has the digest that the log names; the damaged one is kept in
the folder quarantine. A damaged log is replaced if the copy's begins as it did and is whole. What
is missing of declaration, log and folders is put back first. What no copy can mend, such as files
that are no part of the archive, is listed with its code.

Exit codes: 0 all is as the log says, 1 something is not, 3 the archive or the copy cannot be read,
4 the archive could not be written.

\b
Examples:
  nizkorcite archive repair fonds --from /media/backup/fonds
"""


@click.command("repair", help=_HELP, short_help="Replace damaged files by those of a copy.")
@archive_argument
@click.option("--from", "copy", required=True, metavar="COPY", help="Folder of the copy.")
@by_option
@language_option
def command(folder: str, *, copy: str, by: str | None) -> int:
    """Repair an archive."""
    with reported_failures(folder):
        files = [*Archive.restore(folder, copy)] if os.path.isdir(folder) else []
    with written_archive(folder) as archive:
        files += archive.repair(copy, by=by)
        left = archive.verify("quick").damages
    for each in files:
        message = (
            Message("{path}: replaced by that of the copy", path=each.path)
            if each.is_mended
            else Message("{path}: damaged in the copy too, or missing there", path=each.path)
        )
        click.echo(log_line(message.text(message_language())))
    unmended = {each.path for each in files if not each.is_mended}
    for damage in left:
        if damage.path not in unmended:
            line = Message(
                "{place}: {code}: {message}",
                place=damage.place,
                code=damage.code,
                message=damage.message,
            )
            click.echo(log_line(line.text(message_language())))
    if not (files or left):
        click.echo(Message("nothing to repair").text(message_language()))
    return FAULTY if unmended or left else 0

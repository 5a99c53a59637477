"""``nizkorcite archive withdraw`` and ``erase``: documents taken out, with a reason that stays."""

import click

from nizkorcite.archive.checks import faulty_records
from nizkorcite.archive.whole_warcs import is_whole_warc
from nizkorcite.cli.archive.opening import (
    archive_argument,
    note_option,
    responsible_option,
    written_archive,
)
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.typed_text import TYPED_TEXT
from nizkorcite.messages import Message

_WITHDRAW_HELP = """
Withdraw documents: they are no longer listed, found or published; every byte stays.

The log keeps who withdrew them, when and why, and `show` still shows them. Pages in WARC files that
are kept whole stay there, and in copies and bags that contain these files.

\b
Examples:
  nizkorcite archive withdraw fonds ID --by Ana --why "asked by the author"
"""
_ERASE_HELP = """
Erase documents: their bytes and records are overwritten, and cannot be had back.

Ids, digests and the reason stay, and the pages cannot be added again unnoticed. Bytes that another
document has too are kept. In WARC files that are kept whole, the records of the page and the others
of its address are overwritten; all else stays in its place. Backups, copies and the free space of
the disk are not reached.

\b
Examples:
  nizkorcite archive erase fonds ID --by Ana --why "ordered by a court"
"""


@click.command("withdraw", help=_WITHDRAW_HELP, short_help="Withdraw documents; every byte stays.")
@archive_argument
@click.argument("ids", type=TYPED_TEXT, nargs=-1, required=True, metavar="ID...")
@responsible_option
@note_option
@language_option
def withdraw_command(folder: str, ids: tuple[str, ...], *, by: str, note: str) -> None:
    """Withdraw documents."""
    with written_archive(folder) as archive:
        event = archive.withdraw(*ids, by=by, note=note)
        pages = {each.sha256: each for id_ in ids for each in archive.lookup.objects_of(id_)}
    message = Message(
        "documents withdrawn: {number} (event {event})", number=len(ids), event=event.number
    )
    click.echo(message.text(message_language()))
    if number := sum(is_whole_warc(each.file) for each in pages.values()):
        stay = Message(
            "pages that stay in WARC files which are kept whole: {number}", number=number
        )
        click.echo(stay.text(message_language()))


@click.command("erase", help=_ERASE_HELP, short_help="Overwrite bytes and records of documents.")
@archive_argument
@click.argument("ids", type=TYPED_TEXT, nargs=-1, required=True, metavar="ID...")
@responsible_option
@note_option
@language_option
def erase_command(folder: str, ids: tuple[str, ...], *, by: str, note: str) -> None:
    """Erase documents."""
    with written_archive(folder) as archive:
        event = archive.erase(*ids, by=by, note=note)
    message = Message(
        "documents erased: {number} (event {event})", number=len(ids), event=event.number
    )
    click.echo(message.text(message_language()))
    if number := sum(map(len, faulty_records(event).values())):
        records = Message(
            "records overwritten in WARC files that are kept whole: {number}", number=number
        )
        click.echo(records.text(message_language()))

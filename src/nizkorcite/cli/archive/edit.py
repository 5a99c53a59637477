"""``nizkorcite archive edit``: further versions of records, by a person who says why."""

import click

from nizkorcite.archive import Added, Archive, RecordEdit
from nizkorcite.cli.archive.opening import (
    archive_argument,
    note_option,
    responsible_option,
    written_archive,
)
from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.standard_error import print_message, quiet_option
from nizkorcite.cli.console.typed_text import TYPED_TEXT
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.display import log_line
from nizkorcite.errors import CorrectionError, UnknownNameError
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.loading.corrected_file import RecordCorrection
from nizkorcite.loading.correction_table import AskedCorrections, corrections_of_table
from nizkorcite.loading.field_values import parse_change
from nizkorcite.messages import Message

_HELP = """
Correct records in an archive: each gets a further version, and the ones before stay.

FIELD=VALUE is as for `nizkorcite set`; an empty VALUE removes the field. The evidence of a value
that is set names an editor, and the log who it was and why. With --from, each row of a table (CSV)
corrects one record, found by its column "id"; empty cells change nothing.

\b
Examples:
  nizkorcite archive edit fonds ID title="A title" --by Ana --why misprint
  nizkorcite archive edit fonds --from table.csv --by Ana --why checked
"""


@click.command("edit", help=_HELP, short_help="Correct records; the versions before stay.")
@archive_argument
@click.argument("words", type=TYPED_TEXT, nargs=-1, metavar="[ID] [FIELD=VALUE]...")
@click.option(
    "--from", "table", metavar="TABLE", help="Correct many records: a row (CSV, XLSX) for each."
)
@responsible_option
@note_option
@language_option
@quiet_option
def command(folder: str, words: tuple[str, ...], *, table: str | None, by: str, note: str) -> int:
    """Correct records."""
    if bool(table) == bool(words):
        raise usage_error(Message("give FIELD=VALUE, or a table with --from"))
    try:
        asked = corrections_of_table(table) if table else AskedCorrections((_of_words(words),))
    except OSError as error:
        print_message(unreadable(table or "", problem_with(table or "", error)))
        return UNREADABLE
    edits = [
        RecordEdit(id=each.record or "", changes=each.changes, place=each.place)
        for each in asked.corrections
    ]
    for problem in asked.problems:
        print_message(problem)
    with written_archive(folder) as archive:
        problems = _edit(archive, edits, by=by, note=note)
    return FAULTY if problems or asked.problems else 0


def _of_words(words: tuple[str, ...]) -> RecordCorrection:
    id_, *changes = words
    if not changes or "=" not in changes[0]:
        raise usage_error(Message("give the id of a document, and FIELD=VALUE"))
    try:
        return RecordCorrection(record=id_, changes=list(map(parse_change, changes)), place=id_)
    except (CorrectionError, UnknownNameError) as error:
        raise usage_error(error.message) from error


def _edit(archive: Archive, edits: list[RecordEdit], *, by: str, note: str) -> int:
    """Make the edits, report each, and return the number of those that cannot be made."""
    problems = 0
    for added in archive.edit(edits, by=by, note=note):
        if added.problem:
            problems += 1
            print_message(Message("{name}: {problem}", name=added.name, problem=added.problem))
        else:
            click.echo(log_line(_result(added).text(message_language())))
    return problems


def _result(added: Added) -> Message:
    if added.outcome == "known":
        return Message("{name}: {problem}", name=added.id, problem=Message("nothing changes"))
    return Message(
        "{id}: version {number}: {pointers}",
        id=added.id,
        number=added.version,
        pointers=", ".join(added.differing),
    )

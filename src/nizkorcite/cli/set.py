"""``nizkorcite set``: stored records corrected in place."""

from collections.abc import Iterable, Iterator

import click

from nizkorcite.cli.console.changed_file import diff_lines, is_rewritten
from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE, UNWRITTEN
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.standard_error import print_message, print_note, quiet_option
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.display import visible
from nizkorcite.errors import CorrectionError, UnknownNameError
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.loading.corrected_file import CorrectedFile, RecordCorrection, corrected_file
from nizkorcite.loading.correction_table import AskedCorrections, corrections_of_table
from nizkorcite.loading.corrections import Correction
from nizkorcite.loading.field_values import FieldValue, parse_change
from nizkorcite.loading.inputs import read_input
from nizkorcite.messages import Message
from nizkorcite.validation import Validator

_HELP = """
Correct stored records in place, without an editor.

FILE is a record in JSON, JSON Lines or a list of records. RECORD is the id of a record, or its
number: in JSON Lines that of its line. A FIELD is one of those below, or a pointer such as
/original/date; an empty VALUE removes it. The change is printed as a diff, and written with
--write. Only the bytes that change are touched; the evidence of a value that is set names an
editor. A correction that would give its record an error is refused.

With --from, each row of a table (CSV or XLSX) corrects one record: the column "id" names it, every
other column is a FIELD, and empty cells change nothing. Columns named file, record, missing and
doubtful are skipped, so that the table of `nizkorcite todo` can be filled in.

\b
Fields: title, author, date, publisher, place, original-date,
  original-publisher, url, type, language, keywords, x_... and all others
  that are columns of `nizkorcite convert --to csv`
Names: "Ruiz, Ana" is a person, "{Human Rights Watch}" a group.

\b
Examples:
  nizkorcite set putin.json title="Putin in Dushanbe"
  nizkorcite set records.jsonl example:7 author="Ruiz, Ana" date=2017-03-01
  nizkorcite set records.jsonl 200 /original/date=2017-02-27 --write
  nizkorcite set records.jsonl --from corrections.csv --write
"""


@click.command("set", help=_HELP)
@click.argument("name", metavar="FILE")
@click.argument("words", nargs=-1, metavar="[RECORD] [FIELD=VALUE]...")
@click.option(
    "--from", "table", metavar="TABLE", help="Correct many records: a row (CSV, XLSX) for each."
)
@click.option("--write", is_flag=True, help="Write the changes into the file.")
@language_option
@quiet_option
def command(name: str, words: tuple[str, ...], *, table: str | None, write: bool) -> int:
    """Correct records."""
    if bool(table) == bool(words):
        raise usage_error(Message("give FIELD=VALUE, or a table with --from"))
    try:
        asked = (
            corrections_of_table(table) if table else AskedCorrections((_of_words(name, words),))
        )
    except OSError as error:
        return _report_unreadable(table or "", error)
    try:
        file = read_input(name)
        result = corrected_file(file, asked.corrections, Validator(lang=message_language()))
    except OSError as error:
        return _report_unreadable(name, error)
    problems = (*asked.problems, *result.problems)
    for problem in problems:
        print_message(problem)
    with Output("-", is_forced=False).open("diff") as output:
        output.writelines(diff_lines(file.name, file.data, result.data, Message("corrected")))
    if write and result.number and not is_rewritten(file.name, file.data, result.data):
        return UNWRITTEN
    if result.number or not problems:
        print_note(_outcome(result, is_writing=write))
    return FAULTY * bool(problems)


def _of_words(name: str, words: tuple[str, ...]) -> RecordCorrection:
    """Read the words of the command line: perhaps a record, then what to set."""
    record = None if "=" in words[0] else words[0]
    try:
        changes = list(_joined(map(parse_change, words if record is None else words[1:])))
    except (CorrectionError, UnknownNameError) as error:
        raise usage_error(error.message) from error
    if not changes:
        raise usage_error(Message("nothing to set; add FIELD=VALUE"))
    return RecordCorrection(record=record, changes=changes, place=visible(name))


def _joined(changes: Iterable[FieldValue | Correction]) -> Iterator[FieldValue | Correction]:
    """Join the names of a field that is given several times, such as the authors."""
    lists: dict[str, list[str]] = {}
    for each in changes:
        if isinstance(each, FieldValue) and each.is_list:
            lists.setdefault(each.name, []).append(each.text)
        else:
            yield each
    for name, texts in lists.items():
        yield FieldValue(name=name, text="; ".join(texts))


def _outcome(result: CorrectedFile, *, is_writing: bool) -> Message:
    if not result.number:
        return Message("nothing changes")
    if is_writing:
        return Message("records corrected: {number}", number=result.number)
    return Message("records to correct: {number}; add --write", number=result.number)


def _report_unreadable(name: str, error: OSError) -> int:
    print_message(unreadable(name, problem_with(name, error)))
    return UNREADABLE

"""``nizkorcite archive origins``: the documents of an archive that republish one original."""

from collections.abc import Iterator, Sequence

import click

from nizkorcite.archive.origins import (
    origin_decisions,
    record_decisions,
    relate_documents,
    stories_of,
)
from nizkorcite.cli.archive.opening import (
    archive_argument,
    by_option,
    report_damages,
    written_archive,
)
from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.outside_archives import refuse_within_archive
from nizkorcite.cli.console.standard_error import print_message, print_note, quiet_option
from nizkorcite.cli.console.typed_text import TYPED_TEXT
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.cli.groups.forms import GROUP_FORMS
from nizkorcite.cli.groups.notes import count_notes
from nizkorcite.cli.groups.result import PageLabel, Result
from nizkorcite.cli.groups.table import read_decisions
from nizkorcite.cli.inputs.options import output_options
from nizkorcite.errors import DecisionError
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.messages import Message
from nizkorcite.origins import Decision, Origins, Story, find_origins

_HELP = """
List the documents of an archive that republish one original, with the reasons.

Common text proposes, printed facts veto, as for `nizkorcite origins`. With --same or --not-same you
decide on two documents, by their ids; with --decisions on many, in a table that --format csv has
begun: write "same" or "not the same" into its column "decision". The log records who decided and
why, and every later run keeps to the last decision on a pair. Nothing is merged: documents that are
the same get relations to each other, in a further version of their records.

\b
Examples:
  nizkorcite archive origins fonds
  nizkorcite archive origins fonds --not-same a:1 a:2 --by Ana --why update
  nizkorcite archive origins fonds --format csv -o pairs.csv
  nizkorcite archive origins fonds --decisions pairs.csv --by Ana --why done
"""


@click.command("origins", help=_HELP, short_help="Find documents that republish one original.")
@archive_argument
@click.option(
    "--same", type=TYPED_TEXT, nargs=2, multiple=True, metavar="ID ID", help="Two of one original."
)
@click.option(
    "--not-same",
    "apart",
    type=TYPED_TEXT,
    nargs=2,
    multiple=True,
    metavar="ID ID",
    help="Two of two originals.",
)
@click.option("--decisions", "table", metavar="TABLE", help="Table (CSV) of decisions.")
@by_option
@click.option(
    "--why", "note", type=TYPED_TEXT, metavar="TEXT", help="The reason; the log records it."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(GROUP_FORMS)),
    default="text",
    help="Format of the list.",
)
@language_option
@quiet_option
@output_options
def command(
    folder: str,
    *,
    same: tuple[tuple[str, str], ...],
    apart: tuple[tuple[str, str], ...],
    table: str | None,
    by: str | None,
    note: str | None,
    form: str,
    output: Output,
) -> int:
    """List origins."""
    refuse_within_archive(output.name, folder)
    decided = _decisions(same, apart, table)
    if decided and not (by and note):
        raise usage_error(Message("a decision needs --by and --why"))
    labels: dict[str, PageLabel] = {}
    changed: int | None = None
    with output.open(form, [table] if table else []) as file:
        with written_archive(folder) as archive:
            decisions = [*origin_decisions(archive), *decided]
            origins = _origins(_labelled(stories_of(archive), labels), decisions)
            record_decisions(archive, decided, by=by, note=note)
            if by and note and decided:
                changed = relate_documents(archive, decided, origins.confirmed, by=by, note=note)
            damages = archive.noticed_damages()
        result = Result(origins=origins, pages=labels, decisions=decisions)
        file.writelines(GROUP_FORMS[form](result, message_language()))
    for line in count_notes(result, message_language()):
        print_note(line)
    if changed is not None:
        print_note(Message("records whose relations have changed: {number}", number=changed))
    report_damages(folder, damages)
    return 0


def _decisions(
    same: Sequence[tuple[str, str]], apart: Sequence[tuple[str, str]], table: str | None
) -> list[Decision]:
    """
    Return what the user decided.

    Raises:
        click.UsageError: A document is said to be the same as itself.
        click.exceptions.Exit: The table cannot be read, which is reported.
    """
    try:
        of_table = list(read_decisions(table)) if table else []
    except OSError as error:
        print_message(unreadable(table or "", problem_with(table or "", error)))
        raise click.exceptions.Exit(UNREADABLE) from error
    decided = [
        *of_table,
        *(Decision(*pair, "same") for pair in same),
        *(Decision(*pair, "not the same") for pair in apart),
    ]
    if any(each.first == each.second for each in decided):
        raise usage_error(Message("a decision is on two documents"))
    return decided


def _origins(stories: Iterator[Story], decisions: Sequence[Decision]) -> Origins:
    try:
        return find_origins(stories, decisions)
    except DecisionError as error:
        print_message(error.message)
        raise click.exceptions.Exit(FAULTY) from error


def _labelled(stories: Iterator[Story], labels: dict[str, PageLabel]) -> Iterator[Story]:
    for story in stories:
        labels[story.key] = PageLabel("", story.document.title)
        yield story

"""``nizkorcite archive origins``: the documents of an archive that republish one original."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import click

from nizkorcite.archive import Archive
from nizkorcite.archive.origins import origin_decisions, record_decision, stories_of
from nizkorcite.cli.archive.opening import archive_argument, by_option, written_archive
from nizkorcite.cli.console.exit_codes import FAULTY
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.standard_error import print_message, print_note, quiet_option
from nizkorcite.cli.console.typed_text import TYPED_TEXT
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.cli.groups.json import groups_json
from nizkorcite.cli.groups.notes import count_notes
from nizkorcite.cli.groups.result import PageLabel, Result
from nizkorcite.cli.groups.text import groups_text
from nizkorcite.errors import DecisionError
from nizkorcite.messages import Language, Message
from nizkorcite.origins import Decision, Story, find_origins

_HELP = """
List the documents of an archive that republish one original, with the reasons.

Common text proposes, printed facts veto, as for `nizkorcite origins`. With --same or --not-same you
decide on two documents, by their ids; the log of the archive records who decided and why, and every
later run keeps to the last decision on a pair. Nothing is merged.

\b
Examples:
  nizkorcite archive origins fonds
  nizkorcite archive origins fonds --not-same a:1 a:2 --by Ana --why update
"""

_FORMS: Final[Mapping[str, Callable[[Result, Language], Iterator[str]]]] = {
    "text": groups_text,
    "json": groups_json,
}


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
@by_option
@click.option(
    "--why", "note", type=TYPED_TEXT, metavar="TEXT", help="The reason; the log records it."
)
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", help="Format of the list."
)
@language_option
@quiet_option
def command(
    folder: str,
    *,
    same: tuple[tuple[str, str], ...],
    apart: tuple[tuple[str, str], ...],
    by: str | None,
    note: str | None,
    form: str,
) -> int:
    """List origins."""
    decided = [
        *(Decision(*pair, "same") for pair in same),
        *(Decision(*pair, "not the same") for pair in apart),
    ]
    if decided and not (by and note):
        raise usage_error(Message("a decision needs --by and --why"))
    labels: dict[str, PageLabel] = {}
    with written_archive(folder) as archive:
        decisions = [*origin_decisions(archive), *decided]
        try:
            origins = find_origins(_labelled(stories_of(archive), labels), decisions)
        except DecisionError as error:
            print_message(error.message)
            return FAULTY
        _record(archive, decided, by, note)
    result = Result(origins=origins, pages=labels, decisions=decisions)
    for piece in _FORMS[form](result, message_language()):
        click.echo(piece, nl=False)
    for line in count_notes(result, message_language()):
        print_note(line)
    return 0


def _labelled(stories: Iterator[Story], labels: dict[str, PageLabel]) -> Iterator[Story]:
    for story in stories:
        labels[story.key] = PageLabel("", story.document.title)
        yield story


def _record(
    archive: Archive, decisions: Sequence[Decision], by: str | None, note: str | None
) -> None:
    for each in decisions:
        record_decision(archive, each, by=by, note=note)

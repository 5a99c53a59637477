"""``nizkorcite origins``: the pages that republish one original."""

import os
from collections.abc import Iterator

import click
from attrs import frozen

from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE, UNWRITTEN
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.standard_error import (
    print_message,
    print_note,
    quiet_option,
    verbose_option,
)
from nizkorcite.cli.groups.forms import GROUP_FORMS
from nizkorcite.cli.groups.notes import count_notes
from nizkorcite.cli.groups.result import PageLabel, Result
from nizkorcite.cli.groups.table import read_decisions
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.input_report import InputReport, failure_report
from nizkorcite.cli.inputs.options import inputs_argument, jobs_option, output_options
from nizkorcite.display import visible
from nizkorcite.errors import DecisionError, NizkorciteError
from nizkorcite.files.kinds import PAGE_ENDINGS, RECORD_ENDINGS
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.loading.documents import parts_of
from nizkorcite.loading.inputs import Input
from nizkorcite.loading.records import Record
from nizkorcite.loading.stories import load_story
from nizkorcite.messages import Language, Message
from nizkorcite.origins import Story, find_origins

_HELP = """
Find the pages that republish one original: the text proposes, printed facts veto.

INPUT is a saved page, a file of records or a folder of both. The text of a record is that of the
file it names (text, captures), or its member "text" where that is the text itself. Pages that share
30 % of the shorter text, and whose printed publishers, places and dates do not contradict each
other, are listed together with the reasons; pages with the same text and another source line are
listed apart. Texts of less than 80 words are not compared. Nothing is merged.

To decide, write a table (--format csv), put "same" or "not the same" into its column "decision",
and give it to every later run with --decisions. With --write the pages that are the same get
relations to each other in their records.

\b
Examples:
  nizkorcite origins records/
  nizkorcite origins records/ --format csv -o reprints.csv
  nizkorcite origins records/ --decisions reprints.csv --write
"""


@click.command("origins", help=_HELP)
@inputs_argument
@click.option("--decisions", "table", metavar="TABLE", help="Table (CSV) of earlier decisions.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(GROUP_FORMS)),
    default="text",
    help="Format of the list.",
)
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="Folder that paths in records start from; by default that of each file of records.",
)
@click.option("--write", is_flag=True, help="Write the relations of decided pages into records.")
@jobs_option
@language_option
@quiet_option
@verbose_option
@output_options
def command(
    names: tuple[str, ...],
    *,
    table: str | None,
    form: str,
    base: str | None,
    write: bool,
    jobs: int,
    output: Output,
) -> int:
    """Find origins."""
    try:
        decisions = list(read_decisions(table)) if table else []
    except OSError as error:
        print_message(unreadable(table or "", problem_with(table or "", error)))
        return UNREADABLE
    batch = Batch(
        names,
        PAGE_ENDINGS + RECORD_ENDINGS,
        jobs=jobs,
        is_watched=output.leaves_terminal_free,
    )
    pages = _Pages(batch, _StoryReader(base=base, lang=message_language()))
    with output.open(form, [each.name for each in batch.inputs]) as file:
        try:
            origins = find_origins(pages, decisions)
        except DecisionError as error:
            print_message(Message("{name}: {problem}", name=table or "", problem=error.message))
            return FAULTY
        result = Result(origins=origins, pages=pages.labels, decisions=decisions)
        file.writelines(GROUP_FORMS[form](result, message_language()))
    pages.report(result)
    return max(_written(result) if write else 0, batch.finish())


def _written(result: Result) -> int:
    """Write the relations of decided pages; return the exit code."""
    from nizkorcite.cli.groups.relating import write_relations  # few runs write

    number, is_complete = write_relations(result)
    print_note(Message("records with new relations: {number}", number=number))
    return 0 if is_complete else UNWRITTEN


class _Pages:
    """
    The stories of a run, each read once.

    Args:
        batch: The inputs.
        reader: Reads each input.

    Attributes:
        labels: The label of each page so far by its id.
    """

    def __init__(self, batch: Batch, reader: "_StoryReader") -> None:
        self.labels: dict[str, PageLabel] = {}
        self._events = batch.events(reader.events)
        self._repeated = 0

    def __iter__(self) -> Iterator[Story]:
        """Yield the stories; of several with one id, the first."""
        for name, story in self._events:
            if story.key in self.labels:
                self._repeated += 1
            else:
                self.labels[story.key] = PageLabel(name, story.document.title)
                yield story

    def report(self, result: Result) -> None:
        """Print how many pages there were, and what is not listed."""
        for line in count_notes(result, message_language()):
            print_note(line)
        if self._repeated:
            print_note(
                Message(
                    "pages left out, since an earlier one has their id: {number}",
                    number=self._repeated,
                )
            )


@frozen(kw_only=True)
class _StoryReader:
    """
    Reads the stories of an input, in any process.

    Attributes:
        base: The folder from which paths in records start, if not that of their file.
        lang: The language of findings.
    """

    base: str | None
    lang: Language

    def events(self, file: Input) -> Iterator[Story | InputReport]:
        """Yield the stories of an input, and reports on what has none."""
        folder = self.base or os.path.dirname(file.name)
        try:
            for part in parts_of(file, lang=self.lang):
                yield from self._story(part, file.name, folder)
        except NizkorciteError as error:
            yield failure_report(file.name, error, self.lang)

    def _story(self, part: Input | Record, name: str, folder: str) -> Iterator[Story | InputReport]:
        try:
            story = load_story(part, folder)
        except NizkorciteError as error:
            yield failure_report(name, error, self.lang)
            return
        yield story
        if not story.text:
            line = Message(
                "{name}: {id}: no text to compare; the record names no file that can be read from "
                "its folder (or --base)",
                name=visible(name),
                id=story.key,
            )
            yield InputReport(line=line, kind="no text")

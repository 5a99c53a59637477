"""``nizkorcite read``: pages into records."""

import json
from collections.abc import Iterator

import click
from attrs import evolve, frozen

from nizkorcite.cli.console.evidence_table import evidence_rows
from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.standard_error import print_note, quiet_option, verbose_option
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.input_report import InputReport, failure_report, remark_reports
from nizkorcite.cli.inputs.options import (
    inputs_argument,
    jobs_option,
    output_options,
    supplied_options,
)
from nizkorcite.errors import NizkorciteError
from nizkorcite.files.kinds import LINE_ENDINGS, PAGE_ENDINGS
from nizkorcite.files.listing import input_files
from nizkorcite.loading.capture_paths import MissingPath, folder_of, missing_path_warnings
from nizkorcite.loading.documents import Supplied, completed, read_page
from nizkorcite.loading.inputs import Input
from nizkorcite.messages import Language
from nizkorcite.record.codec import to_record

_HELP = """
Read saved pages into records (JSON).

One page gives one indented record; several pages, or -o with a name in .jsonl, give JSON Lines, one
record a line. A folder means the pages in it, "-" standard input. Nothing is fetched and nothing is
guessed: the record leaves out what the page does not state. With -o or --base each record has the
path of its page, so that `nizkorcite validate --files` can compare them later.

A page may be HTML, text, or a file that holds a page: web archives (MHTML, Safari, WARC, WACZ),
mail, clippings in Markdown, PDF (extra pdf). The address and time that the file states are kept.

\b
Examples:
  nizkorcite read -o putin.json page.html
  nizkorcite read --jobs 4 -o records.jsonl pages/
  nizkorcite read --explain page.mhtml
  nizkorcite read --set /original/date=2017-02-27 page.html
"""


@click.command("read", help=_HELP)
@inputs_argument
@click.option("--explain", is_flag=True, help="Show the words, line and rule of each value.")
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="Folder that paths in records start from; by default that of -o.",
)
@jobs_option
@supplied_options
@quiet_option
@verbose_option
@output_options
def command(
    names: tuple[str, ...],
    *,
    explain: bool,
    base: str | None,
    jobs: int,
    supplied: Supplied,
    output: Output,
) -> int:
    """Read pages."""
    form = "text" if explain else "record"
    with output.open(form, input_files(names, PAGE_ENDINGS)) as file:
        batch = Batch(names, PAGE_ENDINGS, jobs=jobs, is_watched=output.leaves_terminal_free)
        batch.refuse_for_many(url=supplied.url, id=supplied.id)
        folder = None if explain else base or folder_of(output.name)
        is_json_lines = batch.has_several or output.name.lower().endswith(LINE_ENDINGS)
        reader = _PageReader(
            supplied=evolve(supplied, base=folder),
            explains=explain,
            indent=None if is_json_lines else 2,
            lang=message_language(),
        )
        missing = []
        for _, event in batch.events(reader.events):
            if isinstance(event, MissingPath):
                missing.append(event)
            else:
                click.echo(event, file)
        for warning in missing_path_warnings(missing, folder or ""):
            print_note(warning)
        return batch.finish()


@frozen(kw_only=True)
class _PageReader:
    """
    Reads pages, in any process.

    Attributes:
        supplied: Facts that the user supplies.
        explains: Whether the result is the table of values instead of the record.
        indent: Indentation of records; `None` for one line.
        lang: Language of remarks.
    """

    supplied: Supplied
    explains: bool
    indent: int | None
    lang: Language

    def events(self, page: Input) -> Iterator[str | MissingPath | InputReport]:
        """Return the result of a page, with its remarks, or the reason why there is none."""
        try:
            reading = read_page(page, self.supplied)
            loaded = completed(reading, page.name, self.supplied)
        except NizkorciteError as error:
            yield failure_report(page.name, error)
            return
        if self.explains:
            yield "\n".join(evidence_rows(page.name, reading, loaded.document))
        else:
            record = to_record(loaded.document)
            yield json.dumps(record, ensure_ascii=False, indent=self.indent)
        yield from remark_reports(page.name, reading.remarks, self.lang)
        if loaded.missing_path:
            yield loaded.missing_path

"""``nizkorcite read``: pages into records."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

import click
from attrs import evolve, frozen

from nizkorcite.cli.collections.options import CollectionChoice, collection_options
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.output_folder import is_folder, output_folder
from nizkorcite.cli.console.standard_error import (
    message_format_option,
    print_note,
    quiet_option,
    verbose_option,
)
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.input_report import InputReport, failure_report, remark_reports
from nizkorcite.cli.inputs.options import (
    checked_address,
    jobs_option,
    listed_inputs,
    output_options,
    supplied_options,
)
from nizkorcite.display import json_text
from nizkorcite.errors import NizkorciteError
from nizkorcite.files.kinds import LINE_ENDINGS, READ_ENDINGS
from nizkorcite.loading.capture_paths import MissingPath, folder_of, missing_path_warnings
from nizkorcite.loading.documents import Supplied, completed, read_page
from nizkorcite.loading.inputs import Input
from nizkorcite.messages import Language, Message
from nizkorcite.record.codec import to_record

if TYPE_CHECKING:  # few runs read a collection
    from nizkorcite.cli.collections.run import CollectionRun

_ONE_FILE = Message(
    "the records of a collection are written to one file, as -o records.jsonl, without --explain"
)
_Events = Iterator[tuple[str, str | MissingPath]]
_HELP = """
Read saved pages into records (JSON).

One page gives one indented record; several pages, or -o with a name in .jsonl, give JSON Lines, one
record a line; a name in .parquet gives a table (extra parquet); -o with a folder (or a name that
ends with /) gives one file for each page, in the folders of the pages. A folder means the pages in
it, "-" standard input. Nothing is fetched and nothing is guessed: the record leaves out what the
page does not state. With -o or --base each record has the path of its page, so that `nizkorcite
validate --files` can compare them later.

A page may be HTML, text, or a file that holds a page: web archives (MHTML, Safari, WARC, WACZ),
mail, clippings in Markdown, PDF (extra pdf). The address and time that the file states are kept.

A WARC, ARC or WACZ file of many pages is a collection: each capture of a page gives a record, and
what is damaged is reported with its bytes (extra warc: twice as fast, and .warc.zst). An index
(CDX, CDXJ) stands for the captures that it names.

\b
Examples:
  nizkorcite read -o putin.json page.html
  nizkorcite read --jobs 4 -o records.jsonl pages/
  nizkorcite read -o records/ --url-base https://example.org/news/ pages/
  nizkorcite read --format jsonl -o records/ pages/ 2> warnings.jsonl
  nizkorcite read --explain page.mhtml
  nizkorcite read --set /original/date=2017-02-27 page.html
  nizkorcite read --jobs 4 -o records.jsonl crawl.warc.gz
  nizkorcite read --only-site example.org --resume -o records.jsonl crawls/
  find . -name "*.warc.gz" | nizkorcite read --files-from - -o records.jsonl
"""


@click.command("read", help=_HELP)
@listed_inputs
@click.option("--explain", is_flag=True, help="Show the words, line and rule of each value.")
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="Folder that paths in records start from; by default that of -o.",
)
@click.option(
    "--url-base",
    metavar="ADDRESS",
    callback=checked_address,
    help="Address of the folder of pages; each page's path is added to it.",
)
@collection_options
@jobs_option
@supplied_options
@language_option
@message_format_option
@quiet_option
@verbose_option
@output_options
def command(
    names: tuple[str, ...],
    *,
    explain: bool,
    base: str | None,
    url_base: str | None,
    choice: CollectionChoice,
    jobs: int,
    supplied: Supplied,
    output: Output,
) -> int:
    """Read pages."""
    if supplied.url and url_base:
        raise usage_error(
            Message("--url is for one page, --url-base for a folder; give one of them")
        )
    batch = Batch(names, READ_ENDINGS, jobs=jobs, is_watched=output.leaves_terminal_free)
    batch.refuse_for_many(url=supplied.url, id=supplied.id)
    collections = choice.collections_among(batch.inputs)
    if collections or output.name.lower().endswith(".parquet"):
        if explain or is_folder(output):
            raise usage_error(_ONE_FILE)
        supplied = evolve(supplied, base=base or folder_of(output.name), url_base=url_base)
        run = _collection_run(batch, collections, choice, supplied, jobs)
        return max(run.write(output), batch.finish())
    reader = _PageReader(
        supplied=evolve(supplied, base=base, url_base=url_base),
        lang=message_language(),
        form="table" if explain else "indented",
    )
    if is_folder(output) and not explain:
        return _read_into_folder(batch, reader, output)
    return _read_into_file(batch, reader, output)


def _collection_run(
    batch: Batch, names: frozenset[str], choice: CollectionChoice, supplied: Supplied, jobs: int
) -> "CollectionRun":
    """Return the run over all captures and pages."""
    from nizkorcite.cli.collections.run import CollectionRun  # few runs read a collection
    from nizkorcite.web_archives.capture_collection import CaptureCollection, steps_of
    from nizkorcite.web_archives.piece_reading import CollectionOptions

    choice.refuse(supplied)
    options = CollectionOptions(
        supplied=supplied, selection=choice.selection(), lang=message_language()
    )
    steps = list(steps_of(batch.inputs, names.__contains__))
    return CollectionRun(
        collection=CaptureCollection(steps=steps, options=options, jobs=jobs),
        inputs=[each.name for each in batch.inputs],
        resume=choice.resume,
    )


def _read_into_folder(batch: Batch, reader: "_PageReader", output: Output) -> int:
    """Write a record for each page."""
    folder = output_folder(output, batch.inputs)
    written = 0
    missing = []
    events: _Events = batch.events(evolve(reader, folder=output.name).events)
    for name, event in events:
        if isinstance(event, MissingPath):
            missing.append(event)
        else:
            folder.write(name, event)
            written += 1
    _print_warnings(missing, reader.supplied.base or output.name)
    exit_code = batch.finish()
    print_note(Message("{folder}: records written: {number}", folder=output.name, number=written))
    return exit_code


def _read_into_file(batch: Batch, reader: "_PageReader", output: Output) -> int:
    """Write all records, or tables of values, one after the other."""
    is_table = reader.form == "table"
    base = None if is_table else reader.supplied.base or folder_of(output.name)
    reader = evolve(reader, supplied=evolve(reader.supplied, base=base))
    if not is_table and (batch.has_several or output.name.lower().endswith(LINE_ENDINGS)):
        reader = evolve(reader, form="line")
    inputs = [page.name for page in batch.inputs]
    missing = []
    with output.open("text" if is_table else "record", inputs) as file:
        events: _Events = batch.events(reader.events)
        for _, event in events:
            if isinstance(event, MissingPath):
                missing.append(event)
            else:
                click.echo(event, file)
        _print_warnings(missing, base or "")
        return batch.finish()


def _print_warnings(missing: Sequence[MissingPath], base: str) -> None:
    for warning in missing_path_warnings(missing, base):
        print_note(warning)


@frozen(kw_only=True)
class _PageReader:
    """
    Reads pages, in any process.

    Attributes:
        supplied: Facts that the user supplies.
        lang: Language of remarks.
        form: A record on one line or indented, or the table of values.
        folder: Folder of the records, if each is a file beside which its path starts.
    """

    supplied: Supplied
    lang: Language
    form: Literal["line", "indented", "table"]
    folder: str | None = None

    def events(self, page: Input) -> Iterator[str | MissingPath | InputReport]:
        """Return the result of a page, with its remarks, or the reason why there is none."""
        try:
            supplied = self._supplied_for(page)
            reading = read_page(page, supplied)
            loaded = completed(reading, page.name, supplied)
        except NizkorciteError as error:
            yield failure_report(page.name, error, self.lang)
            return
        if self.form == "table":
            from nizkorcite.cli.console.evidence_table import evidence_rows  # few runs ask for it

            yield "\n".join(evidence_rows(page.name, reading, loaded.document, self.lang))
        else:
            indent = 2 if self.form == "indented" else None
            yield json_text(to_record(loaded.document), indent)
        yield from remark_reports(page.name, loaded.remarks, self.lang)
        if loaded.missing_path:
            yield loaded.missing_path

    def _supplied_for(self, page: Input) -> Supplied:
        if self.folder is None or self.supplied.base:
            return self.supplied
        folder = os.path.join(self.folder, os.path.dirname(page.path_in_folder))
        return evolve(self.supplied, base=folder)

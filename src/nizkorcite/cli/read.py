"""``nizkorcite read``: pages into records."""

import json

import click
from attrs import evolve

from nizkorcite.cli.console.evidence_table import evidence_rows
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.standard_error import print_note, print_remarks, quiet_option
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.options import inputs_argument, output_options, supplied_options
from nizkorcite.files.kinds import LINE_ENDINGS, PAGE_ENDINGS
from nizkorcite.files.listing import input_files
from nizkorcite.loading.capture_paths import CapturePaths, folder_of
from nizkorcite.loading.documents import Supplied, read_page
from nizkorcite.record.codec import to_record
from nizkorcite.record.model import Document

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
  nizkorcite read -o records.jsonl pages/
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
@supplied_options
@quiet_option
@output_options
def command(
    names: tuple[str, ...], *, explain: bool, base: str | None, supplied: Supplied, output: Output
) -> int:
    """Read pages."""
    form = "text" if explain else "record"
    with output.open(form, input_files(names, PAGE_ENDINGS)) as file:
        batch = Batch(names, PAGE_ENDINGS)
        batch.refuse_for_many(url=supplied.url, id=supplied.id)
        folder = None if explain else base or folder_of(output.name)
        paths = CapturePaths(folder) if folder else None
        supplied = evolve(supplied, paths=paths)
        is_json_lines = batch.has_several or output.name.lower().endswith(LINE_ENDINGS)
        indent = None if is_json_lines else 2
        for page in batch:
            with batch.guard(page.name):
                reading = read_page(page, supplied)
                document = supplied.completed(reading, page.name)
                rows = (
                    evidence_rows(page.name, reading, document)
                    if explain
                    else [_text(document, indent)]
                )
                click.echo("\n".join(rows), file)
                print_remarks(page.name, reading.remarks)
        for problem in paths.warnings() if paths else ():
            print_note(problem)
        return batch.finish()


def _text(document: Document, indent: int | None) -> str:
    return json.dumps(to_record(document), ensure_ascii=False, indent=indent)

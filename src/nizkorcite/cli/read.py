"""``nizkorcite read``: pages into records."""

import json

import click

from nizkorcite.cli.console.evidence_table import explained
from nizkorcite.cli.console.exit_codes import say
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.capture_paths import CapturePaths, folder_of
from nizkorcite.cli.inputs.documents import About, corrected, read_page, warnings_of
from nizkorcite.cli.inputs.options import about_options, inputs_argument, output_options
from nizkorcite.files.kinds import PAGE_NAMES
from nizkorcite.files.listing import input_files
from nizkorcite.record.codec import to_record
from nizkorcite.record.model import Document

_HELP = """
Read saved pages into records (JSON).

One page gives one record over several lines; several pages give JSON Lines, one record a line. A
folder stands for the .html and .txt files in it, "-" for standard input. Nothing is fetched and
nothing is guessed: what a page does not say is absent. With -o or --base each record has the path
of its page, by which `nizkorcite validate --files` finds the page again.

\b
Examples:
  nizkorcite read -o putin.json page.html
  nizkorcite read -o records.jsonl pages/
  nizkorcite read --explain page.html
  nizkorcite read --set /original/date=2017-02-27 page.html
"""


@click.command("read", help=_HELP)
@inputs_argument
@click.option("--explain", is_flag=True, help="Show each value with its words, line and rule.")
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="The folder that paths in records start from; that of -o where it is left out.",
)
@about_options
@output_options
def command(
    names: tuple[str, ...], *, explain: bool, base: str | None, about: About, output: Output
) -> int:
    """Read pages."""
    form = "text" if explain else "record"
    with output.open(form, input_files(names, PAGE_NAMES)) as file:
        batch = Batch(names, PAGE_NAMES)
        batch.refuse_for_many(url=about.url, id=about.id)
        paths = CapturePaths(None if explain else base or folder_of(output))
        for page in batch:
            with batch.guard(page.name):
                reading = read_page(page, about)
                document = corrected(paths.located(reading.document, page.name), about)
                rows = explained(reading, document) if explain else [_text(document, batch)]
                click.echo("\n".join(rows), file)
                for message in warnings_of(reading):
                    say(f"{page.name}: {message}")
        for warning in paths.warnings():
            say(warning)
        return batch.finish("page")


def _text(document: Document, batch: Batch) -> str:
    """One record over several lines, or one of several on one line."""
    indent = None if batch.several else 2
    return json.dumps(to_record(document), ensure_ascii=False, indent=indent)

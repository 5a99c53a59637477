"""``nizkorcite read``: pages into records."""

import json
from typing import IO

import click

from nizkorcite.cli.batch import Batch
from nizkorcite.cli.documents import About, corrected, read_page, warnings_of
from nizkorcite.cli.options import about_options, inputs_argument, output_option
from nizkorcite.cli.outcome import say
from nizkorcite.cli.paths import PAGE_NAMES
from nizkorcite.cli.table import explained
from nizkorcite.codec import to_record
from nizkorcite.model import Document

_HELP = """
Read saved pages into records (JSON).

One page gives one record over several lines; several pages give JSON Lines, one record a line. A
folder stands for the .html and .txt files in it, "-" for standard input. Nothing is fetched and
nothing is guessed: what a page does not say is absent.

\b
Examples:
  nizkorcite read page.html > putin.json
  nizkorcite read --explain page.html
  nizkorcite read --set /original/date=2017-02-27 page.html
"""


@click.command("read", help=_HELP)
@inputs_argument
@click.option("--explain", is_flag=True, help="Show each value with its words, line and rule.")
@about_options
@output_option
def command(names: tuple[str, ...], *, explain: bool, about: About, output: IO[str]) -> int:
    """Read pages."""
    batch = Batch(names, PAGE_NAMES)
    batch.refuse_for_many(url=about.url, id=about.id)
    for page in batch:
        with batch.guard(page):
            reading = read_page(page, about)
            document = corrected(reading.document, about)
            text = "\n".join(explained(reading, document)) if explain else _text(document, batch)
            click.echo(text, output)
            for message in warnings_of(reading):
                say(f"{page.name}: warning: {message}")
    return batch.finish("page")


def _text(document: Document, batch: Batch) -> str:
    """One record over several lines, or one of several on one line."""
    indent = None if batch.several else 2
    return json.dumps(to_record(document), ensure_ascii=False, indent=indent)

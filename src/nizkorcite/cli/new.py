"""``nizkorcite new``: an empty record to fill in by hand."""

import json
from typing import get_args

import click

from nizkorcite.cli.console.language import language_option
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.inputs.options import output_options
from nizkorcite.record.model import SCHEMA_VERSION_WRITTEN
from nizkorcite.record.vocabulary import DocumentType

_HELP = """
Print an empty record to fill in by hand.

Fill in what you know and delete the other lines; `nizkorcite validate` reports every text that is
still empty.

\b
Examples:
  nizkorcite new > mine.json
  nizkorcite new --type report --id archive:report-7 -o mine.json
"""


@click.command("new", help=_HELP)
@click.option(
    "--type",
    "document_type",
    type=click.Choice(get_args(DocumentType)),
    default="news_article",
    help="Kind of work.",
    metavar="TYPE",
)
@click.option("--id", "identifier", default="", metavar="ID", help="Id of the record.")
@language_option
@output_options
def command(document_type: DocumentType, identifier: str, output: Output) -> None:
    """Print an empty record."""
    with output.open("empty record") as file:
        click.echo(json.dumps(_empty(document_type, identifier), indent=2), file)


def _empty(document_type: DocumentType, identifier: str) -> dict[str, object]:
    """Make a record with the usual fields, in the schema's order, and empty texts."""
    publisher = {"kind": "organisation", "name": ""}
    return {
        "schema_version": SCHEMA_VERSION_WRITTEN,
        "id": identifier,
        "type": document_type,
        "title": "",
        "language": "",
        "original": {
            "attribution": "stated",
            "publishers": [publisher],
            "place": {"name": ""},
            "date": "",
            "source_line": "",
        },
        "republication": {"publishers": [publisher], "date": "", "url": ""},
    }

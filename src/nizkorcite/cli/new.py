"""``nizkorcite new``: a record to fill in by hand."""

import json
from typing import get_args

import click

from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.inputs.options import output_options
from nizkorcite.record.model import SCHEMA_VERSION_WRITTEN
from nizkorcite.record.vocabulary import DocumentType

_HELP = """
Print a record to fill in by hand.

Every text is empty. Fill in what you know and delete the lines of what you do not know;
`nizkorcite validate` names each line that is still empty.

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
    help="What kind of work it is.",
    metavar="TYPE",
)
@click.option("--id", "identifier", default="", metavar="ID", help="The record's id.")
@output_options
def command(document_type: DocumentType, identifier: str, output: Output) -> None:
    """Print an empty record."""
    with output.open("record") as file:
        click.echo(json.dumps(_empty(document_type, identifier), indent=2), file)


def _empty(document_type: DocumentType, identifier: str) -> dict[str, object]:
    """The members that most records have, in the schema's order, their texts empty."""
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

"""``nizkorcite schema``: the JSON Schemas of records."""

import click

from nizkorcite.errors import UnknownFormatError
from nizkorcite.schema import names, schema_text

_HELP = """
List and show the JSON Schemas of records.

They are shipped with the program; nothing is fetched.

\b
Examples:
  nizkorcite schema list
  nizkorcite schema show document > document.schema.json
"""


@click.group("schema", help=_HELP)
def command() -> None:
    """List and show schemas."""


@command.command("list")
def list_schemas() -> None:
    """Print the names of the schemas, a line each."""
    click.echo("\n".join(names()))


@command.command("show")
@click.argument("name", default="document")
def show(name: str) -> None:
    """Print a schema as it is shipped."""
    try:
        click.echo(schema_text(name), nl=False)
    except UnknownFormatError as error:
        raise click.BadParameter(str(error), param_hint="NAME") from error

"""``nizkorcite schema``: the JSON Schemas of records and of reports."""

from pathlib import Path

import click

from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.language import help_text, language_option, message_language
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.cli.console.usage_errors import bad_value
from nizkorcite.errors import UnknownNameError
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.messages import Message
from nizkorcite.record.schema import schema, schema_names, schema_text

_HELP = """
List, show and check JSON Schemas.

The schemas of records and reports are part of the program; nothing is fetched.

\b
Examples:
  nizkorcite schema list
  nizkorcite schema show document > document.schema.json
  nizkorcite schema check mine.schema.json
"""
_CHECK_HELP = """
Check schema files of your own, such as one with stricter rules for your records.

A schema must conform to draft 2020-12, and refer only to itself and to the schemas listed here.
Records are checked by `nizkorcite validate`. Exit codes: 0 no errors, 1 errors, 3 a file could not
be read.

\b
Examples:
  nizkorcite schema check mine.schema.json
"""


@click.group("schema", help=_HELP)
@language_option
def command() -> None:
    """List, show and check schemas."""


@command.command("list")
@language_option
def list_schemas() -> None:
    """Print the name and purpose of each schema."""
    for name in schema_names():
        about = str(schema(name)["description"]).partition(". ")[0]
        click.echo(f"{name:17}  {help_text(about.removesuffix('.'))}")


@command.command("show")
@click.argument("name", default="document", metavar="[NAME]")
@language_option
def show(name: str) -> None:
    """Print a schema."""
    try:
        click.echo(schema_text(name), nl=False)
    except UnknownNameError as error:
        raise bad_value(error.message, Message("NAME")) from error


@command.command("check", help=_CHECK_HELP, short_help="Check schema files of your own.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@language_option
def check(files: tuple[str, ...]) -> int:
    """Check schema files."""
    from nizkorcite.validation.schema_files.check import iter_schema_findings  # loads jsonschema

    faulty = unread = 0
    for file in files:
        try:
            found = list(iter_schema_findings(Path(file), file=file, lang=message_language()))
        except OSError as error:
            print_message(unreadable(file, problem_with(file, error)))
            unread += 1
            continue
        faulty += any(finding.severity == "error" for finding in found)
        for finding in found:
            click.echo(finding.text(message_language()))
    return UNREADABLE if unread else FAULTY if faulty else 0

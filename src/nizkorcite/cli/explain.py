"""``nizkorcite explain``: the meaning of an error code."""

import click

from nizkorcite.cli.console.language import language_option
from nizkorcite.errors import UnknownFormatError
from nizkorcite.messages import Language
from nizkorcite.validation.catalogue.codes import explanation, rules

ALL_CODES = "(`nizkorcite explain` lists all)"
"""Where users find the codes, which are too many for a message."""

_HELP = """
Explain an error code, with an example and its remedy; without a code, list all.

\b
Examples:
  nizkorcite explain NZ201
  nizkorcite explain NZ201 --lang es
  nizkorcite explain
"""


@click.command("explain", help=_HELP)
@click.argument("code", required=False)
@language_option
def command(code: str | None, lang: Language) -> None:
    """Explain a code."""
    if code is None:
        table = rules(lang).values()
        click.echo("\n".join(f"{each.code}  {each.severity:7}  {each.title}" for each in table))
        return
    try:
        click.echo(explanation(code, lang))
    except UnknownFormatError as error:
        raise click.BadParameter(f"{error} {ALL_CODES}", param_hint="CODE") from error

"""``nizkorcite explain``: the meaning of an error code."""

import click

from nizkorcite.cli.console.language import language_option
from nizkorcite.errors import UnknownNameError
from nizkorcite.messages import Language
from nizkorcite.validation.catalogue.codes import CODES, explanation

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
        for rule in CODES.values():
            click.echo(f"{rule.code}  {rule.severity:7}  {rule.page(lang).title}")
        return
    try:
        click.echo(explanation(code, lang))
    except UnknownNameError as error:
        raise click.BadParameter(f"{error} {ALL_CODES}", param_hint="CODE") from error

"""``nizkorcite explain``: what a finding's code means."""

import click

from nizkorcite.errors import UnknownFormatError
from nizkorcite.validation.codes import CODES, explanation

_HELP = """
Tell what a finding's code means, with an example and its remedy; without a code, list all.

\b
Examples:
  nizkorcite explain NZ201
  nizkorcite explain
"""


@click.command("explain", help=_HELP)
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain a code."""
    if code is None:
        click.echo(
            "\n".join(f"{each.code}  {each.severity:7}  {each.title}" for each in CODES.values())
        )
        return
    try:
        click.echo(explanation(code))
    except UnknownFormatError as error:
        raise click.BadParameter(str(error), param_hint="CODE") from error

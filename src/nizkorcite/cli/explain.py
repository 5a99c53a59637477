"""``nizkorcite explain``: the meaning of an error code."""

import click

from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.usage_errors import bad_value
from nizkorcite.errors import UnknownNameError
from nizkorcite.faults import severity_word
from nizkorcite.messages import Message
from nizkorcite.validation.catalogue.codes import CODES, explanation


def unknown_code(error: UnknownNameError, place: Message | None = None) -> click.BadParameter:
    """Name the command that lists the codes, which are too many for a message."""
    return bad_value(
        Message("{problem} (`nizkorcite explain` lists all)", problem=error.message), place
    )


_HELP = """
Explain an error code, with an example and its remedy; without a code, list all.

\b
Examples:
  nizkorcite explain NZ201
  nizkorcite explain NZ201 --lang es
  nizkorcite explain
"""


@click.command("explain", help=_HELP)
@click.argument("code", required=False, metavar="[CODE]")
@language_option
def command(code: str | None) -> None:
    """Explain a code."""
    lang = message_language()
    if code is None:
        for rule in CODES.values():
            severity = severity_word(rule.severity).text(lang)
            click.echo(f"{rule.code}  {severity:7}  {rule.page(lang).title}")
        return
    try:
        click.echo(explanation(code, lang))
    except UnknownNameError as error:
        raise unknown_code(error, Message("CODE")) from error

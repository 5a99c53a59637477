"""Errors of usage, in the language of the run."""

import click

from nizkorcite.cli.console.language import message_language
from nizkorcite.messages import Message


def usage_error(problem: Message, context: click.Context | None = None) -> click.UsageError:
    """Make an error about options or inputs that do not go together."""
    return click.UsageError(problem.text(message_language()), context)


def bad_value(problem: Message, place: str | Message | None = None) -> click.BadParameter:
    """Make an error about the value of an option or argument; `place` names it."""
    language = message_language()
    hint = place.text(language) if isinstance(place, Message) else place
    return click.BadParameter(problem.text(language), param_hint=hint)

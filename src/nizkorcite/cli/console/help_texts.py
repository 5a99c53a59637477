"""Help of the commands in Spanish."""

from copy import copy
from inspect import cleandoc
from typing import TypeVar

import click

from nizkorcite.cli.console.spanish_help import TEXTS

_Command = TypeVar("_Command", bound=click.Command)


def in_spanish(command: _Command) -> _Command:
    """Copy a command, its options and its own commands, with their help in Spanish."""
    shown = copy(command)
    shown.help = command.help and spanish_text(command.help)
    shown.short_help = command.short_help and spanish_text(command.short_help)
    shown.options_metavar = command.options_metavar and spanish_text(command.options_metavar)
    shown.params = [_parameter_in_spanish(each) for each in command.params]
    if isinstance(command, click.Group) and isinstance(shown, click.Group):
        shown.subcommand_metavar = spanish_text(command.subcommand_metavar)
        shown.commands = {name: in_spanish(each) for name, each in command.commands.items()}
    return shown


def help_key(text: str) -> str:
    """Return the part of an English text by which its translation is found: its first paragraph."""
    return " ".join(cleandoc(text).partition("\n\n")[0].split())


def spanish_text(text: str) -> str:
    """Return the Spanish text for an English one, which is kept if the table lacks it."""
    spanish = TEXTS.get(help_key(text), text)
    is_summary = "\n\n" not in cleandoc(text)
    return spanish.strip().partition("\n\n")[0] if is_summary else spanish


def _parameter_in_spanish(parameter: click.Parameter) -> click.Parameter:
    shown = copy(parameter)
    shown.metavar = parameter.metavar and spanish_text(parameter.metavar)
    if isinstance(parameter, click.Option) and isinstance(shown, click.Option):
        shown.help = parameter.help and spanish_text(parameter.help)
        if isinstance(parameter.show_default, str):
            shown.show_default = spanish_text(parameter.show_default)
    return shown

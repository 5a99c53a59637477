"""Messages on standard error: errors, and notes that ``--quiet`` silences."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from nizkorcite.cli.console.language import message_language
from nizkorcite.display import json_text, log_line
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON

if TYPE_CHECKING:  # verbs about records read no page
    from nizkorcite.readers import Remark

_QUIET = "nizkorcite.quiet"  # names for all of click's context
_VERBOSE = "nizkorcite.verbose"
_FORMAT = "nizkorcite.format"
_PROGRESS = "nizkorcite.progress"
_CLEAR = "\r\x1b[K"  # to the start of the line, and erase it


def print_message(message: str | Message) -> None:
    """Print a message on standard error, on one line; on a full disk, end as without a message."""
    text = message if isinstance(message, str) else message.text(message_language())
    if has_json_lines():
        print_object({"message": text})
    else:
        _print_line(log_line(text))


def print_object(members: "Mapping[str, JSON | Message]") -> None:
    """Print a message on standard error as a JSON object, in which no log finds a command."""
    lang = message_language()
    texts = {
        name: value.text(lang) if isinstance(value, Message) else value
        for name, value in members.items()
    }
    _print_line(json_text(texts).replace("##[", r"\u0023#["))


def _print_line(line: str) -> None:
    try:
        clear_progress()
        click.echo(line, err=True)
    except BrokenPipeError:
        raise
    except OSError:
        return


def draw_progress(text: str) -> None:
    """Write a line that the next message, or the next such line, replaces."""
    click.get_current_context().meta[_PROGRESS] = True
    click.echo(f"{_CLEAR}{text}", nl=False, err=True)


def clear_progress() -> None:
    """Remove the line of the progress, if one is shown."""
    context = click.get_current_context(silent=True)
    if context and context.meta.pop(_PROGRESS, False):
        click.echo(_CLEAR, nl=False, err=True)


def print_note(message: str | Message) -> None:
    """Print a note or warning on standard error, unless the user asked for quiet."""
    if not is_quiet():
        print_message(message)


def is_quiet() -> bool:
    """Check whether the user asked for errors only."""
    return bool(click.get_current_context().meta.get(_QUIET))


def has_json_lines() -> bool:
    """Check whether the user asked for messages as JSON Lines."""
    context = click.get_current_context(silent=True)
    return context is not None and context.meta.get(_FORMAT) == "jsonl"


def is_verbose() -> bool:
    """Check whether the user asked for every message."""
    return bool(click.get_current_context().meta.get(_VERBOSE))


def with_count(message: str | Message, more: int) -> str | Message:
    """Add the number of further messages of one kind, which are not printed."""
    if not more:
        return message
    return Message(
        "{message} (and {more} more like it; --verbose lists all)", message=message, more=more
    )


def print_remarks(name: str, remarks: "Iterable[Remark]") -> None:
    """Print the remarks of a reader on an input."""
    for remark in remarks:
        print_note(f"{name}: {remark.text(message_language())}")


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    context.meta[f"nizkorcite.{parameter.name}"] = value


quiet_option = click.option(
    "-q",
    "--quiet",
    is_flag=True,
    expose_value=False,
    callback=_keep,
    help="Print errors on standard error, but no notes and warnings.",
)
verbose_option = click.option(
    "-v",
    "--verbose",
    is_flag=True,
    expose_value=False,
    callback=_keep,
    help="Print every error, warning and note, instead of one line for each kind and file.",
)
message_format_option = click.option(
    "--format",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    expose_value=False,
    callback=_keep,
    help="Format of the messages on standard error; jsonl has every one as an object.",
)

"""Options in a file: nizkorcite.toml, or the table [tool.nizkorcite] of pyproject.toml."""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.errors import UnknownNameError, problem_of
from nizkorcite.files.listing import unreadable
from nizkorcite.messages import Message

_NAMES = ("nizkorcite.toml", "pyproject.toml")
_FILE = "nizkorcite.settings"  # a name for all of click's context
# These describe a single run, and belong on its command line.
_NOT_SET = ("help", "names", "output", "force", "settings", "fix", "write", "quiet")


def settings_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--settings FILE`, whose values are the defaults of the command's other options."""
    return click.option(
        "--settings",
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=_load,
        help="Read options from this file instead of the one found; an empty name reads none.",
    )(function)


def settings_files() -> Sequence[str]:
    """The settings file in use, if any."""
    path = click.get_current_context().meta.get(_FILE)
    return [path] if path else []


def _load(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    path = _nearest_file() if value is None else value
    if path:
        context.meta[_FILE] = path
        context.default_map = _defaults(context, path, _table(path))


def _nearest_file() -> str | None:
    """Find the nearest file with settings, from the working folder upwards."""
    try:
        folder = os.getcwd()
    except FileNotFoundError:  # the working folder was removed
        return None
    while True:
        for name in _NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and _table(path):
                return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _table(path: str) -> Mapping[str, Any]:
    """Load our table from a file; a pyproject.toml may have none."""
    data, is_shared = _bytes(path), os.path.basename(path) == "pyproject.toml"
    if is_shared and b"nizkorcite" not in data:
        return {}
    import tomllib  # few folders have such a file

    try:
        table = tomllib.loads(data.decode())
    except ValueError as error:
        if is_shared:
            return {}  # its own tools report it
        problem = Message("not TOML: {problem}", problem=str(error))
        raise _settings_error(path, problem) from error
    if not is_shared:
        return table
    tool = table.get("tool")
    ours = tool.get("nizkorcite", {}) if isinstance(tool, dict) else {}
    if not isinstance(ours, dict):
        raise _settings_error(path, Message("{name} must be a table", name="tool.nizkorcite"))
    return ours


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise usage_error(unreadable(path, problem_of(error))) from error


def _defaults(context: click.Context, path: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """Collect the values of the command's table, by the names of its parameters."""
    command = str(context.command.name)
    _check_names(path, "table", table, (command,))
    options = {
        max(option.opts, key=len).removeprefix("--"): option
        for option in context.command.params
        if isinstance(option, click.Option) and option.name not in _NOT_SET
    }
    stated = table.get(command, {})
    if not isinstance(stated, dict):
        raise _settings_error(path, Message("{name} must be a table", name=command))
    _check_names(path, "option", stated, tuple(options))
    return {
        str(options[name].name): _value(context, options[name], value, f"{path}: {name}")
        for name, value in stated.items()
    }


def _check_names(path: str, what: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for name in table:
        if name not in known:
            raise _settings_error(path, UnknownNameError(what, name, known).message)


def _value(context: click.Context, option: click.Option, value: Any, place: str) -> Any:
    """Check a value as the option does on the command line."""
    if option.multiple != isinstance(value, list) or (option.is_flag != isinstance(value, bool)):
        raise _settings_error(place, Message("must be {kind}", kind=_kind_of_value(option)))
    if isinstance(value, float):
        raise _settings_error(place, Message("must be {kind}", kind=Message("a whole number")))
    try:
        option.process_value(context, value)
    except click.UsageError as error:
        problem = Message("{text}", text=error.message)
        raise _settings_error(place, problem) from error
    return value


def _kind_of_value(option: click.Option) -> Message:
    if option.multiple:
        return Message("a list")
    return Message("true or false") if option.is_flag else Message("one value")


def _settings_error(place: str, problem: Message) -> click.UsageError:
    return usage_error(Message("{name}: {problem}", name=place, problem=problem))

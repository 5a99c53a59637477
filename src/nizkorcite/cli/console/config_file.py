"""
Options in a file: nizkorcite.toml, or the table [tool.nizkorcite] of pyproject.toml.

A file that is found is used only if it is the user's or root's, and lies in the repository, or
where there is none, in the home folder; git trusts files by owner too (`safe.directory`). A file
named with ``--settings`` is used wherever it lies.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import click
from click.core import ParameterSource

from nizkorcite.cli.console.standard_error import print_note
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.errors import UnknownNameError, problem_of
from nizkorcite.files.listing import unreadable
from nizkorcite.messages import Message

_NAMES = ("nizkorcite.toml", "pyproject.toml")
_REPOSITORIES = (".git", ".hg")
_FILE = "nizkorcite.settings"  # a name for all of click's context
# These describe a single run, and belong on its command line.
_NOT_SET = ("help", "names", "output", "force", "settings", "fix", "write", "quiet")
_MOST_BYTES = 1 << 16


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


def is_from_settings(name: str) -> bool:
    """Check whether a parameter of the command has its value from a settings file."""
    source = click.get_current_context().get_parameter_source(name)
    return source is ParameterSource.DEFAULT_MAP


def beside_settings(name: str, path: str | None) -> str | None:
    """Return a path that a parameter has; one from a settings file starts from its folder."""
    if path is None or not is_from_settings(name):
        return path
    return os.path.join(os.path.dirname(settings_files()[0]), path)


def named_option(name: str) -> Message | str:
    """Return the name of an option, with the settings file that sets it, if one does."""
    option = name.replace("_", "-")
    if not is_from_settings(name):
        return f"--{option}"
    return Message("{option} in {file}", option=option, file=settings_files()[0])


def _load(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    path = _nearest_file(context) if value is None else value
    if path:
        context.meta[_FILE] = path
        context.default_map = _defaults(context, path, _table(path))


def _nearest_file(context: click.Context) -> str | None:
    """Find the nearest file with settings, from the working folder upwards."""
    paths = (os.path.join(folder, name) for folder in _folders() for name in _NAMES)
    for path in filter(os.path.isfile, paths):
        if _has_trusted_owner(path):
            if _table(path):
                return path
        elif _may_have_settings(path):
            unused = Message(
                "the settings in {file} are not used, since another user owns the file; "
                "use them with --settings",
                file=path,
            )
            context.call_on_close(partial(print_note, unused))
    return None


def _may_have_settings(path: str) -> bool:
    """Check a file of another user, whose faults must not stop the program."""
    try:
        return bool(_table(path))
    except click.UsageError:
        return True


def _folders() -> Iterator[str]:
    """Yield the working folder and those above it, up to that of the repository, or to HOME."""
    try:
        upwards = [os.getcwd()]
    except FileNotFoundError:  # the working folder was removed
        return
    while (above := os.path.dirname(upwards[-1])) != upwards[-1]:
        upwards.append(above)
    home = os.path.realpath(os.path.expanduser("~"))
    last = next(filter(_is_repository, upwards), home if home in upwards else upwards[0])
    yield from upwards[: upwards.index(last) + 1]


def _is_repository(folder: str) -> bool:
    return any(os.path.exists(os.path.join(folder, name)) for name in _REPOSITORIES)


def _has_trusted_owner(path: str) -> bool:
    return sys.platform == "win32" or os.stat(path).st_uid in (0, os.getuid())


def _table(path: str) -> Mapping[str, Any]:
    """Load our table from a file; a pyproject.toml may have none."""
    data, is_shared = _bytes(path), os.path.basename(path) == "pyproject.toml"
    if is_shared and b"nizkorcite" not in data:
        return {}
    if len(data) > _MOST_BYTES:
        raise _refusal(path, Message("the file is larger than 64 KiB"))
    try:
        table = _parsed(data)
    except _SettingsError as error:
        if is_shared:
            return {}  # its own tools report it
        raise _refusal(path, error.message) from error
    if not is_shared:
        return table
    tool = table.get("tool")
    ours = tool.get("nizkorcite", {}) if isinstance(tool, dict) else {}
    return _checked_table(path, "tool.nizkorcite", ours)


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise usage_error(unreadable(path, problem_of(error))) from error


class _SettingsError(Exception):
    """Bytes that are no settings."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def _parsed(data: bytes) -> Mapping[str, Any]:
    import tomllib  # few folders have such a file

    from nizkorcite.files.toml_text import MOST_LEVELS, line_beyond_levels

    try:
        text = data.decode("utf-8-sig")
        if line := line_beyond_levels(text):
            problem = Message("lists and tables have more than {most} levels", most=MOST_LEVELS)
            raise _SettingsError(Message("line {line}: {problem}", line=line, problem=problem))
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise _SettingsError(Message("not UTF-8; save the file in this encoding")) from error
    except ValueError as error:
        raise _SettingsError(Message("not TOML: {problem}", problem=str(error))) from error


def _refusal(path: str, problem: Message | str) -> click.UsageError:
    return usage_error(Message("{name}: {problem}", name=path, problem=problem))


def _checked_table(path: str, name: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _refusal(path, Message("{name} must be a table", name=name))
    return value


def _defaults(context: click.Context, path: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """Collect the values of the command's table, by the names of its parameters."""
    command = str(context.command.name)
    _check_names(path, "table", table, (command,))
    options = {
        max(option.opts, key=len).removeprefix("--"): option
        for option in context.command.params
        if isinstance(option, click.Option) and option.name not in _NOT_SET
    }
    stated = _checked_table(path, command, table.get(command, {}))
    _check_names(path, "option", stated, tuple(options))
    return {
        str(options[name].name): _value(context, options[name], value, f"{path}: {name}")
        for name, value in stated.items()
    }


def _check_names(path: str, what: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for name in table:
        if name not in known:
            raise _refusal(path, UnknownNameError(what, name, known).message)


def _value(context: click.Context, option: click.Option, value: object, place: str) -> object:
    """Check a value as the option does on the command line."""
    if kind := _missed_kind(option, value):
        raise _refusal(place, Message("must be {kind}", kind=kind))
    given = value if isinstance(value, bool | list) else str(value)
    try:
        option.process_value(context, given)
    except click.UsageError as error:
        raise _refusal(place, error.message) from error
    return given


def _missed_kind(option: click.Option, value: object) -> Message | None:
    """Return the kind of value that the option has, if this value is of another."""
    if option.multiple:
        is_list = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return None if is_list else Message("a list")
    if option.is_flag:
        return None if isinstance(value, bool) else Message("true or false")
    if isinstance(value, float):
        return Message("a whole number")
    is_one = isinstance(value, str | int) and not isinstance(value, bool)
    return None if is_one else Message("one value")

"""Site descriptions in TOML files: loaded and checked, each fault with its line."""

import os
import re
from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from nizkorcite.display import in_quotes
from nizkorcite.errors import SiteError
from nizkorcite.files.toml_text import MOST_LEVELS, line_beyond_levels
from nizkorcite.messages import Message
from nizkorcite.readers.sites.description import Site, site_from
from nizkorcite.readers.sites.shipped import shipped_site
from nizkorcite.readers.text import fold
from nizkorcite.record.constraints import is_single_line

if TYPE_CHECKING:
    from jsonschema import ValidationError

_ENDING = ".toml"
_FOREIGN = re.compile("[^a-z0-9]+")
_LONGEST_NAME = 50


def load_site(source: str | PathLike[str]) -> Site:
    """
    Load the description of a site.

    Args:
        source: The name of a shipped description, or the path of a TOML file.

    Raises:
        OSError: The file cannot be read.
        SiteError: The file is not TOML, does not fit the schema, or has a wrong form; the message
            names the line and the next step.
        UnknownNameError: No shipped description has that name.

    >>> load_site("rebelion").title
    'Rebelión'
    """
    path = fspath(source)
    if not path.endswith(_ENDING) and not os.path.exists(path):
        return shipped_site(path)
    return load_site_file(path)


def load_site_file(path: str) -> Site:
    """
    Load a description from a TOML file.

    Raises:
        OSError, SiteError: As for `load_site`.
    """
    with open(path, "rb") as file:
        return parse_site(file.read(), name_of_file(path))


def name_of_file(path: str) -> str:
    """
    Return the name of the description in a file, which is also that of rules in evidence.

    >>> name_of_file("sites/Mi Archivo.toml"), name_of_file("日本.toml")
    ('mi-archivo', 'site')
    """
    plain = fold(os.path.basename(path).removesuffix(_ENDING))
    return _FOREIGN.sub("-", plain).strip("-")[:_LONGEST_NAME] or "site"


def parse_site(data: bytes, name: str) -> Site:
    """
    Parse the text of a description.

    Raises:
        SiteError: As for `load_site`.
    """
    text = _decoded(data)
    members = _members(text)
    _check_schema(members, text)
    site = site_from(name, members)
    if not all(map(is_single_line, site.publishers)):
        problem = Message("the publishers must be names on one line, without spaces at their ends")
        raise _at(line_of(text, ["publishers"]), problem)
    _check_forms(site, text)
    return site


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _at(line, Message("not UTF-8; save the file in this encoding")) from error


def _members(text: str) -> dict[str, Any]:
    import tomllib  # slow to load, and shipped descriptions do without

    if line := line_beyond_levels(text):
        raise _at(line, Message("lists and tables have more than {most} levels", most=MOST_LEVELS))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r" \(at (?:line ([0-9]+).*|end of document)\)\Z", str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        problem = str(error)[: place.start()] if place else str(error)
        hint = Message(
            "not TOML: {problem}; texts are put in quotation marks, lists in [ ]", problem=problem
        )
        raise _at(line, hint) from error
    except ValueError as error:  # a number that Python does not convert
        before = re.split("[0-9_]{4300}", text, maxsplit=1)[0]
        line = before.count("\n") + 1
        raise _at(line, Message("a number has more than 4,300 digits")) from error


def _check_schema(members: Mapping[str, Any], text: str) -> None:
    from jsonschema import Draft202012Validator  # slow to load, and shipped files are checked

    from nizkorcite.record.schema import schema

    errors = Draft202012Validator(schema("site")).iter_errors(members)
    error = min(errors, key=lambda each: line_of(text, each.absolute_path), default=None)
    if error:
        way = list(error.absolute_path)
        raise _at(line_of(text, _place(way, error)), _schema_problem(way, error))


def _place(way: Sequence[str | int], error: "ValidationError") -> Sequence[str | int]:
    unknown = _unknown_names(error)
    return [*way, unknown[0]] if unknown else way


def _unknown_names(error: "ValidationError") -> list[str]:
    part: Any = error.schema
    if error.validator != "additionalProperties" or "properties" not in part:
        return []
    instance: Any = error.instance
    return [name for name in instance if name not in part["properties"]]


def _schema_problem(way: Sequence[str | int], error: "ValidationError") -> Message:
    """Return the fault of a value and what to write instead."""
    value: Any = error.validator_value
    part: Any = error.schema
    key = next((step for step in reversed(way) if isinstance(step, str)), "")
    name = in_quotes(key)
    match error.validator:
        case "additionalProperties" if unknown := _unknown_names(error):
            known = ", ".join(part["properties"])
            return Message(
                "unknown key {name}; known: {names}", name=in_quotes(unknown[0]), names=known
            )
        case "required":
            instance: Any = error.instance
            missing = next(each for each in value if each not in instance)
            return Message("{name} is missing; add it", name=in_quotes(missing))
        case "minItems" | "minLength":
            return Message("{name} is empty; write a value, or leave it out", name=name)
        case "enum" | "pattern" | "type":
            return _other_value(key, error)
    return Message(
        "{name} does not fit the schema of site descriptions: {problem}",
        name=name,
        problem=error.message,
    )


def _other_value(key: str, error: "ValidationError") -> Message:
    """Return what a value must be."""
    value: Any = error.validator_value
    name = in_quotes(key)
    if error.validator == "enum":
        choices = ", ".join(map(in_quotes, value))
        return Message("{name} must be one of {choices}", name=name, choices=choices)
    if error.validator == "pattern":
        return Message("{name} must be {kind}", name=name, kind=_PATTERNS[key])
    if value == "array" and isinstance(error.instance, dict):
        return Message("write [[{key}]] instead of [{key}]", key=key)
    kind = _KINDS.get(value, Message("a text in quotation marks"))
    return Message("{name} must be {kind}", name=name, kind=kind)


_HOST = Message("a host such as rebelion.org, in lower case, without https:// and path")
_PATTERNS = {
    "hosts": _HOST,
    "mirrors": _HOST,
    "name": Message("lower-case letters, digits and hyphens, beginning with a letter"),
}
_KINDS = {
    "array": Message("a list in [ ]"),
    "integer": Message("a whole number without quotation marks"),
    "object": Message("a table of keys and values"),
}


def _check_forms(site: Site, text: str) -> None:
    """Compile all forms, and name the line of the first wrong one."""
    try:
        site.check_forms()
    except SiteError as error:
        form = dict(error.message.values)["form"]
        raise _at(_line_with(text, str(form)), error.message) from error


def _at(line: int, problem: Message) -> SiteError:
    return SiteError(Message("line {line}: {problem}", line=line, problem=problem))


def _line_with(text: str, words: str) -> int:
    at = text.find(words.partition("\n")[0])
    return text.count("\n", 0, max(at, 0)) + 1


def line_of(text: str, way: Sequence[str | int]) -> int:
    r"""
    Return the line, from 1, of a key in TOML text; of a missing key that of its table.

    >>> line_of('title = "A"\n[[lines]]\nname = "b"\nforms = 3', ["lines", 0, "forms"])
    4
    """
    line, lines = 0, text.split("\n")
    steps = list(way)
    while steps:
        name = steps.pop(0)
        nth = steps.pop(0) if steps and isinstance(steps[0], int) else 0
        found = _nth_header(lines, line, str(name), int(nth))
        if found is None:
            break
        line = found
    return line + 1


def _nth_header(lines: Sequence[str], start: int, name: str, nth: int) -> int | None:
    """Return the index of a key, or of the n-th table of a name, at or below a line."""
    header = re.compile(rf"\s*\[+(?:[\w.-]+\.)?{re.escape(name)}\]+")
    key = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*=")
    below = range(start, len(lines))
    headers = [at for at in below if header.match(lines[at])]
    if headers:
        return headers[min(nth, len(headers) - 1)]
    return next((at for at in below if key.match(lines[at])), None)

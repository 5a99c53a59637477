r"""Macros that a BibTeX file defines in ``@preamble``, and their use in values."""

import re
from collections.abc import Mapping
from functools import partial

from attrs import frozen

_DEFINITION = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|[gex]?def)\*?\s*\{?\s*"
    r"\\(?P<name>[A-Za-z]+)\s*\}?\s*(?:\[(?P<count>[0-9])\]|(?P<places>(?:#[0-9])*))\s*(?=\{)"
)
_USE = re.compile(r"\\([A-Za-z]+)\s*")
_PLACE = re.compile("#([1-9])")
_DEEPEST = 10
_LONGEST = 100_000


@frozen
class Macro:
    """
    A macro of TeX.

    Attributes:
        arguments: The number of its arguments.
        body: Its replacement, with ``#1`` for the first argument.
    """

    arguments: int
    body: str


def defined_macros(preamble: str) -> Mapping[str, Macro]:
    r"""
    Return the macros that a preamble defines, by name.

    >>> defined_macros(r"\newcommand{\noop}[1]{}")
    {'noop': Macro(arguments=1, body='')}
    """
    macros = {}
    for match in _DEFINITION.finditer(preamble):
        count = int(match["count"]) if match["count"] else (match["places"] or "").count("#")
        body, _ = _argument(preamble, match.end())
        macros[match["name"]] = Macro(count, body)
    return macros


def expand_macros(value: str, macros: Mapping[str, Macro]) -> str:
    r"""
    Replace macros in a value by what they stand for.

    Macros within macros are replaced ten times at most, and only while the value does not grow
    beyond 100,000 characters, so that a circle of definitions ends.

    >>> expand_macros(r"{\noop{1973b}}1973", {"noop": Macro(1, "")})
    '{}1973'
    """
    longest = max(_LONGEST, len(value))
    for _ in range(_DEEPEST):
        expanded = _expanded_once(value, macros)
        if expanded == value or len(expanded) > longest:
            break
        value = expanded
    return value


def _expanded_once(value: str, macros: Mapping[str, Macro]) -> str:
    parts, end = [], 0
    for match in _USE.finditer(value):
        if match.start() < end or match[1] not in macros:
            continue
        parts.append(value[end : match.start()])
        macro, end = macros[match[1]], match.end()
        arguments = [""]
        for _ in range(macro.arguments):
            argument, end = _argument(value, end)
            arguments.append(argument)
        parts.append(_PLACE.sub(partial(_given, arguments), macro.body))
    return "".join((*parts, value[end:]))


def _given(arguments: list[str], place: re.Match[str]) -> str:
    number = int(place[1])
    return arguments[number] if number < len(arguments) else ""


def _argument(text: str, start: int) -> tuple[str, int]:
    """Return the group or character at an index, without its braces, and the index after it."""
    if not text.startswith("{", start):
        return text[start : start + 1], start + 1
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] == "{") - (text[index] == "}")
        if not depth:
            return text[start + 1 : index], index + 1
    return text[start + 1 :], len(text)

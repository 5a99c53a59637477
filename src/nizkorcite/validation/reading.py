"""
From the bytes of a record to its value: what is wrong with the file itself (NZ0xx).

Everything is bounded: size and depth are looked at before the text is parsed, so that hostile input
costs no more than its length.
"""

import json
import math
import re
from collections.abc import Iterator

from attrs import frozen

from nizkorcite.codec import JSON
from nizkorcite.constraints import MAXIMUM_INTEGER
from nizkorcite.validation.codes import Fault
from nizkorcite.validation.positions import Positions, scan

MAXIMUM_BYTES = 16 * 1024 * 1024
MAXIMUM_DEPTH = 64

_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[{]|[\]}]')
_MARK = "\ufeff"


@frozen(kw_only=True)
class Text:
    """
    A record's text as far as it could be read.

    Attributes:
        value: The parsed value; meaningless where a fault is fatal.
        text: The text without byte order mark.
        faults: What is wrong with the file.
        is_readable: Whether the value can be looked at further.
    """

    text: str
    value: JSON = None
    faults: tuple[Fault, ...] = ()
    is_readable: bool = True


class _UnfitError(ValueError):
    """A number that no record may hold."""


def read_text(data: str | bytes) -> Text:
    """
    Parse the JSON text of one record.

    Args:
        data: The text, or its bytes in UTF-8.

    Returns:
        The value, and the faults of the file with their offsets.

    >>> read_text('{"a": NaN}').faults[0].code
    'NZ003'
    """
    text, mark = _decoded(data)
    fatal = mark if mark and mark.code == "NZ005" else _unfit(text)
    if fatal:
        return Text(text=text, faults=(fatal,), is_readable=False)
    return _parsed(text, (mark,) if mark else ())


def _decoded(data: str | bytes) -> tuple[str, Fault | None]:
    """The text without byte order mark; of bytes that are no UTF-8 what stands before them."""
    text = data if isinstance(data, str) else ""
    if isinstance(data, bytes):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8")
            message = f"byte {error.start} (0x{data[error.start]:02x}) is no UTF-8"
            return before, Fault(
                "NZ005", message, hint="save the file in UTF-8", offset=len(before)
            )
    if not text.startswith(_MARK):
        return text, None
    message = "the file begins with a byte order mark"
    return text[1:], Fault("NZ006", message, hint="save it without", offset=0)


def _unfit(text: str) -> Fault | None:
    """What keeps a text from being parsed at all."""
    if not text.strip():
        return Fault("NZ010", "the file is empty", offset=0)
    if len(text) > MAXIMUM_BYTES or len(text.encode(errors="replace")) > MAXIMUM_BYTES:
        message = f"the record has more than {MAXIMUM_BYTES} bytes"
        return Fault("NZ008", message, hint="put the text beside it", offset=0)
    too_deep = _too_deep(text)
    if too_deep is None:
        return None
    return Fault("NZ004", f"nested more than {MAXIMUM_DEPTH} levels deep", offset=too_deep)


def _too_deep(text: str) -> int | None:
    """Where the nesting passes its bound; brackets in strings do not count."""
    if text.count("[") + text.count("{") <= MAXIMUM_DEPTH:
        return None
    depth = 0
    for match in _BRACKETS.finditer(text):
        if match[0] in "[{":
            depth += 1
        elif match[0] in "]}":
            depth -= 1
        if depth > MAXIMUM_DEPTH:
            return match.start()
    return None


def _parsed(text: str, faults: tuple[Fault, ...]) -> Text:
    doubled: list[str] = []

    def members(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
        names = dict(pairs)
        if len(names) < len(pairs):
            doubled.append("")
        return names

    try:
        value = json.loads(
            text, object_pairs_hook=members, parse_constant=_number, parse_float=_number,
            parse_int=_number,
        )  # fmt: skip
    except json.JSONDecodeError as error:
        return Text(text=text, faults=(*faults, _broken(text, error)), is_readable=False)
    except _UnfitError as error:
        found = re.search(rf"(?<![\w.]){re.escape(str(error))}(?![\w.])", text)
        message = f"{str(error)[:40]} can not be kept exactly"
        hint = f"numbers go from {-MAXIMUM_INTEGER} to {MAXIMUM_INTEGER}"
        unfit = Fault("NZ003", message, hint=hint, offset=found.start() if found else 0)
        return Text(text=text, faults=(*faults, unfit), is_readable=False)
    if not isinstance(value, dict):
        return Text(text=text, faults=(*faults, _no_object(text)), is_readable=False)
    twice = tuple(_twice(scan(text))) if doubled else ()
    return Text(text=text, value=value, faults=(*faults, *twice))


def _number(literal: str) -> int | float:
    """A number of JSON, if every program can keep it."""
    digits = literal.lstrip("-")
    if digits.isdecimal():
        if len(digits) > len(str(MAXIMUM_INTEGER)) or int(digits) > MAXIMUM_INTEGER:
            raise _UnfitError(literal)
        return int(literal)
    number = float(literal)
    if not math.isfinite(number) or abs(number) > MAXIMUM_INTEGER:
        raise _UnfitError(literal)
    return number


def _broken(text: str, error: json.JSONDecodeError) -> Fault:
    """What json says, in words, at the place where it was noticed."""
    message = error.msg[0].lower() + error.msg[1:]
    before = text[: error.pos].rstrip()
    rest = text[error.pos : error.pos + 1]
    hint = None
    if before.endswith(",") and rest in ("]", "}"):
        hint = "take away the comma before it"
    elif "',' delimiter" in error.msg:
        hint = "is a comma missing before it?"
    elif rest == "'":
        hint = 'JSON has double quotation marks: "'
    return Fault("NZ001", f"no JSON: {message}", hint=hint, offset=error.pos)


def _no_object(text: str) -> Fault:
    offset = len(text) - len(text.lstrip())
    return Fault("NZ009", "a record is one object in braces", offset=offset)


def _twice(positions: Positions) -> Iterator[Fault]:
    for pointer, second, first in positions.duplicates:
        name = pointer.rpartition("/")[2]
        place = positions.place(first)
        message = f'"{name}" stands twice; first at line {place.line}, column {place.column}'
        yield Fault("NZ002", message, hint="delete one of the two", offset=second)

"""
Parse the bytes of a record, and find the file's own faults (NZ0xx).

Everything is bounded: size and depth are checked before the text is parsed, so that hostile input
costs no more than its length. The json module parses faultless texts; any other text is split into
tokens, which names each fault and its place and goes on wherever that is possible.
"""

import json
import math
import re
from collections.abc import Mapping

from attrs import frozen

from nizkorcite.faults import Fault
from nizkorcite.files.kinds import is_wide
from nizkorcite.messages import Message
from nizkorcite.record.constraints import MAXIMUM_INTEGER
from nizkorcite.record.json_types import JSON
from nizkorcite.validation.input.limits import (
    MAXIMUM_DEPTH,
    MAXIMUM_FAULTS,
    MAXIMUM_RECORD_BYTES,
    MAXIMUM_VALUES,
)
from nizkorcite.validation.parsing.positions import TextSpan, ValueSpans
from nizkorcite.validation.parsing.syntax_errors import JsonSyntaxError
from nizkorcite.validation.parsing.tokens import STRING, Token, string_value, tokens
from nizkorcite.validation.parsing.value_builder import ValueBuilder

TOO_DEEP = Message("nested more than {most} levels deep", most=MAXIMUM_DEPTH)
TOO_MANY_VALUES = Message("the record has more than {most} values", most=MAXIMUM_VALUES)

_BRACKETS = re.compile(rf"{STRING}?|[\[\]{{}}]")
_SEPARATORS = re.compile(rf"{STRING}?|[\[{{,]")
_MARK = "\ufeff"
_IN_UTF_8 = Message("save the file in UTF-8")
_NUMBERS = Message(
    "numbers go from {least} to {most}", least=-MAXIMUM_INTEGER, most=MAXIMUM_INTEGER
)
_WORDS: Mapping[str, JSON] = {"true": True, "false": False, "null": None}


@frozen(kw_only=True)
class RecordText:
    """
    A record's text, parsed as far as possible.

    Attributes:
        text: The text without byte order mark.
        value: The parsed value; meaningless where the text is not readable.
        faults: Faults of the file itself.
        is_readable: Whether the value can be examined further.
        is_from_mapping: Whether the text was made from a mapping, so that it has no real lines.
        is_line: Whether the text is one line of a file, in which a carriage return ends no line.
        spans: The spans of all values and names, where the text is YAML.
    """

    text: str
    value: JSON = None
    faults: tuple[Fault, ...] = ()
    is_readable: bool = True
    is_from_mapping: bool = False
    is_line: bool = False
    spans: ValueSpans | None = None


class _FaultyError(ValueError):
    """A fault of the text that the json module accepts."""


def read_text(data: str | bytes) -> RecordText:
    """
    Parse the JSON text of one record.

    Args:
        data: The text, or its bytes in UTF-8.

    Returns:
        The value, and the faults of the file with their offsets.

    >>> read_text('{"a": NaN}').faults[0].code
    'NZ003'
    """
    read = read_value(data)
    if not read.is_readable or isinstance(read.value, dict):
        return read
    return unreadable_text(read.text, *read.faults, _not_an_object(read.text))


def read_value(data: str | bytes) -> RecordText:
    """
    Parse the JSON text of any value, such as a schema that is ``true``.

    Args:
        data: The text, or its bytes in UTF-8.
    """
    if len(data) > MAXIMUM_RECORD_BYTES:
        return unreadable_text("", too_large_fault())
    text, mark = _without_mark(data)
    fatal = mark if mark and mark.code == "NZ005" else _fatal_fault(text)
    return unreadable_text(text, fatal) if fatal else _parse(text, (mark,) if mark else ())


def unreadable_text(text: str, *faults: Fault) -> RecordText:
    """Return a text without a value, and its faults."""
    return RecordText(text=text, faults=faults, is_readable=False)


def too_large_fault(most: int = MAXIMUM_RECORD_BYTES) -> Fault:
    """Report a record that has more bytes than allowed."""
    return oversize_fault(Message("the record has more than {most} bytes", most=most))


def oversize_fault(message: Message) -> Fault:
    """Report a record that is too large, in given words."""
    return Fault("NZ008", message, hint=Message("put the text in a separate file"), offset=0)


def too_deep_fault(offset: int) -> Fault:
    """Report a record that is nested too deeply from an offset on."""
    return Fault("NZ004", TOO_DEEP, offset=offset)


def decode_utf8(data: bytes) -> tuple[str, Fault | None]:
    r"""
    Decode UTF-8, up to the first fault.

    >>> decode_utf8(b"caf\xe9")[0]
    'caf'
    """
    if is_wide(data):
        message = Message("the file is in UTF-16 or UTF-32")
        return "", Fault("NZ005", message, hint=_IN_UTF_8, offset=0)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix(_MARK)
        message = Message(
            "byte {byte} ({value}) is not UTF-8",
            byte=error.start,
            value=f"0x{data[error.start]:02x}",
        )
        return before, Fault("NZ005", message, hint=_IN_UTF_8, offset=len(before))


def number_of(literal: str) -> int | float:
    """
    Convert a number of JSON.

    Raises:
        ValueError: The number is infinite or too large for some programs, or not a number.

    >>> number_of("1e3")
    1000.0
    """
    digits = literal.lstrip("-")
    if digits.isdecimal():
        if len(digits) <= len(str(MAXIMUM_INTEGER)) and int(digits) <= MAXIMUM_INTEGER:
            return int(literal)
        raise ValueError(literal)
    number = float(literal)
    if math.isfinite(number) and abs(number) <= MAXIMUM_INTEGER:
        return number
    raise ValueError(literal)


def _without_mark(data: str | bytes) -> tuple[str, Fault | None]:
    """Decode a text; report its byte order mark or wrong encoding."""
    text, fault = (data, None) if isinstance(data, str) else decode_utf8(data)
    if fault or not text.startswith(_MARK):
        return text, fault
    message = Message("the file begins with a byte order mark")
    return text[1:], Fault("NZ006", message, hint=Message("save it without one"), offset=0)


def _fatal_fault(text: str) -> Fault | None:
    """Find a fault for which a text is not parsed at all."""
    if not text.strip():
        return Fault("NZ010", Message("the file is empty"), offset=0)
    if not text.isascii() and len(text.encode(errors="replace")) > MAXIMUM_RECORD_BYTES:
        return too_large_fault()
    if _has_too_many_values(text):
        return oversize_fault(TOO_MANY_VALUES)
    deep = _where_too_deep(text)
    return None if deep is None else too_deep_fault(deep)


def _has_too_many_values(text: str) -> bool:
    """Count values: all but the first follow a bracket or comma."""
    if text.count("[") + text.count("{") + text.count(",") < MAXIMUM_VALUES:
        return False
    found = sum(match[0] in ("[", "{", ",") for match in _SEPARATORS.finditer(text))
    return found >= MAXIMUM_VALUES


def _where_too_deep(text: str) -> int | None:
    """Find the offset at which the nesting passes its bound."""
    if text.count("[") + text.count("{") <= MAXIMUM_DEPTH:
        return None
    depth = 0
    for match in _BRACKETS.finditer(text):
        if match[0] in ("[", "{"):
            depth += 1
        elif match[0] in ("]", "}"):
            depth -= 1
        if depth > MAXIMUM_DEPTH:
            return match.start()
    return None


def _parse(text: str, faults: tuple[Fault, ...]) -> RecordText:
    try:
        value = _DECODER.decode(text)
    except ValueError:
        return _parse_faulty(text, faults)
    return RecordText(text=text, value=value, faults=faults)


def _members(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise _FaultyError
    return members


_DECODER = json.JSONDecoder(
    object_pairs_hook=_members,
    parse_constant=number_of,
    parse_float=number_of,
    parse_int=number_of,
)


def _not_an_object(text: str) -> Fault:
    offset = len(text) - len(text.lstrip())
    return Fault("NZ009", Message("a record must be a single object in braces"), offset=offset)


def _parse_faulty(text: str, faults: tuple[Fault, ...]) -> RecordText:
    builder = ValueBuilder(text)
    try:
        for token in tokens(text):
            _build(builder, text, token)
            if len(builder.faults) > MAXIMUM_FAULTS:
                return unreadable_text(text, *faults, *builder.faults)
    except JsonSyntaxError as error:
        message = Message("not JSON: {problem}", problem=error.problem)
        broken = Fault("NZ001", message, hint=error.hint, offset=error.offset)
        return unreadable_text(text, *faults, *builder.faults, broken)
    return RecordText(text=text, value=builder.value, faults=(*faults, *builder.faults))


def _build(builder: ValueBuilder, text: str, token: Token) -> None:
    span = TextSpan(token.start, token.end)
    literal = text[slice(*span)]
    if token.kind == "name":
        builder.name(string_value(literal), span)
    elif token.kind == "open":
        builder.open({} if literal == "{" else [])
    elif token.kind == "close":
        builder.close()
    else:
        builder.put(_scalar(builder, literal, span))


def _scalar(builder: ValueBuilder, literal: str, span: TextSpan) -> JSON:
    """Convert a scalar; a number that cannot be kept becomes 0 (NZ003)."""
    if literal in _WORDS:
        return _WORDS[literal]
    if literal.startswith('"'):
        return string_value(literal)
    try:
        return number_of(literal)
    except ValueError:
        message = Message("{number} cannot be kept exactly", number=literal[:40])
        builder.fault("NZ003", message, span, _NUMBERS)
        return 0

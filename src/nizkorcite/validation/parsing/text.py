"""
From the bytes of a record to its value: what is wrong with the file itself (NZ0xx).

Everything is bounded: size and depth are looked at before the text is parsed, so that hostile input
costs no more than its length. The json module parses what is faultless; any other text is walked
part by part, which names each fault and its place and goes on wherever that is possible.
"""

import json
import re

from attrs import frozen

from nizkorcite.files.kinds import is_wide
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON
from nizkorcite.validation.fault import Fault
from nizkorcite.validation.input.limits import (
    MAXIMUM_BYTES,
    MAXIMUM_DEPTH,
    MAXIMUM_FAULTS,
    MAXIMUM_VALUES,
)
from nizkorcite.validation.parsing.positions import Positions
from nizkorcite.validation.parsing.syntax_errors import BrokenError
from nizkorcite.validation.parsing.tokens import TEXT, walk
from nizkorcite.validation.parsing.value_builder import Builder, number_of

TOO_DEEP = Message("nested more than {most} levels deep", most=MAXIMUM_DEPTH)
TOO_MANY_VALUES = Message("the record has more than {most} values", most=MAXIMUM_VALUES)

_BRACKETS = re.compile(rf"{TEXT}?|[\[\]{{}}]")
_SEPARATORS = re.compile(rf"{TEXT}?|[\[{{,]")
_MARK = "\ufeff"
_IN_UTF_8 = Message("save the file in UTF-8")


@frozen(kw_only=True)
class Text:
    """
    A record's text as far as it could be read.

    Attributes:
        text: The text without byte order mark.
        value: The parsed value; meaningless where the text is not readable.
        faults: What is wrong with the file.
        is_readable: Whether the value can be looked at further.
        is_made: Whether the text was made from a mapping, so that its lines mean nothing.
        is_line: Whether the text is one line of a file: a carriage return in it ends none.
        positions: Where everything stands, where the text is no JSON.
    """

    text: str
    value: JSON = None
    faults: tuple[Fault, ...] = ()
    is_readable: bool = True
    is_made: bool = False
    is_line: bool = False
    positions: Positions | None = None


class _FaultyError(ValueError):
    """The text has a fault that the json module would pass over."""


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
    if len(data) > MAXIMUM_BYTES:
        return refused("", too_large())
    text, mark = _unmarked(data)
    fatal = mark if mark and mark.code == "NZ005" else _unfit(text)
    return refused(text, fatal) if fatal else _parsed(text, (mark,) if mark else ())


def refused(text: str, *faults: Fault) -> Text:
    """A text whose value cannot be looked at, and why."""
    return Text(text=text, faults=faults, is_readable=False)


def too_large(most: int = MAXIMUM_BYTES) -> Fault:
    """That a record has more bytes than it may have."""
    return oversized(Message("the record has more than {most} bytes", most=most))


def oversized(message: Message) -> Fault:
    """That a record is larger than it may be, in certain words."""
    return Fault("NZ008", message, hint=Message("put the text in a file beside it"), offset=0)


def too_deep(offset: int) -> Fault:
    """That a record nests deeper than it may, from an offset on."""
    return Fault("NZ004", TOO_DEEP, offset=offset)


def decoded(data: bytes) -> tuple[str, Fault | None]:
    r"""
    The text of bytes; of those that are no UTF-8 what stands before them, and that they are none.

    >>> decoded(b"caf\xe9")[0]
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


def _unmarked(data: str | bytes) -> tuple[str, Fault | None]:
    """The text without byte order mark, and what is wrong with its encoding."""
    text, fault = (data, None) if isinstance(data, str) else decoded(data)
    if fault or not text.startswith(_MARK):
        return text, fault
    message = Message("the file begins with a byte order mark")
    return text[1:], Fault("NZ006", message, hint=Message("save it without one"), offset=0)


def _unfit(text: str) -> Fault | None:
    """What keeps a text from being parsed at all."""
    if not text.strip():
        return Fault("NZ010", Message("the file is empty"), offset=0)
    if not text.isascii() and len(text.encode(errors="replace")) > MAXIMUM_BYTES:
        return too_large()
    if _has_too_many_values(text):
        return oversized(TOO_MANY_VALUES)
    deep = _where_too_deep(text)
    return None if deep is None else too_deep(deep)


def _has_too_many_values(text: str) -> bool:
    """Each value but the first follows a bracket or a comma; those in texts do not count."""
    if text.count("[") + text.count("{") + text.count(",") < MAXIMUM_VALUES:
        return False
    found = sum(match[0] in ("[", "{", ",") for match in _SEPARATORS.finditer(text))
    return found >= MAXIMUM_VALUES


def _where_too_deep(text: str) -> int | None:
    """Where the nesting passes its bound; brackets in texts do not count."""
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


def _parsed(text: str, faults: tuple[Fault, ...]) -> Text:
    try:
        value = _DECODER.decode(text)
    except ValueError:
        return _walked(text, faults)
    if not isinstance(value, dict):
        return refused(text, *faults, _no_object(text))
    return Text(text=text, value=value, faults=faults)


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


def _no_object(text: str) -> Fault:
    offset = len(text) - len(text.lstrip())
    return Fault("NZ009", Message("a record is one object in braces"), offset=offset)


def _walked(text: str, faults: tuple[Fault, ...]) -> Text:
    builder = Builder(text)
    try:
        for part in walk(text):
            builder.take(part)
            if len(builder.faults) > MAXIMUM_FAULTS:
                return refused(text, *faults, *builder.faults)
    except BrokenError as error:
        message = Message("not JSON: {problem}", problem=error.problem)
        broken = Fault("NZ001", message, hint=error.hint, offset=error.offset)
        return refused(text, *faults, *builder.faults, broken)
    if not isinstance(builder.value, dict):
        return refused(text, *faults, *builder.faults, _no_object(text))
    return Text(text=text, value=builder.value, faults=(*faults, *builder.faults))

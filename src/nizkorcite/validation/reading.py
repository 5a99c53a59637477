"""
From the bytes of a record to its value: what is wrong with the file itself (NZ0xx).

Everything is bounded: size and depth are looked at before the text is parsed, so that hostile input
costs no more than its length. The json module parses what is faultless; any other text is walked
part by part, which names each fault and its place and goes on wherever that is possible.
"""

import json
import math
import re
from collections.abc import Mapping
from functools import cached_property
from itertools import islice

from attrs import evolve, field, frozen

from nizkorcite.constraints import MAXIMUM_INTEGER
from nizkorcite.json_value import JSON
from nizkorcite.messages import Message
from nizkorcite.pointers import pointer_to
from nizkorcite.validation.broken import BrokenError
from nizkorcite.validation.faults import Fault
from nizkorcite.validation.limits import (
    MAXIMUM_BYTES,
    MAXIMUM_DEPTH,
    MAXIMUM_FAULTS,
    MAXIMUM_VALUES,
)
from nizkorcite.validation.lines import Lines, lines_of
from nizkorcite.validation.positions import Positions
from nizkorcite.validation.streams import is_wide
from nizkorcite.validation.walking import TEXT, Part, unquoted, walk
from nizkorcite.validation.words import quoted

_TOO_MANY_CHARACTERS = Message("the record has more than {most} characters", most=MAXIMUM_BYTES)
_TOO_MANY_VALUES = Message("the record has more than {most} values", most=MAXIMUM_VALUES)

_NUMBERS = Message(
    "numbers go from {least} to {most}", least=-MAXIMUM_INTEGER, most=MAXIMUM_INTEGER
)

_BRACKETS = re.compile(rf"{TEXT}?|[\[\]{{}}]")
_SEPARATORS = re.compile(rf"{TEXT}?|[\[{{,]")
_MARK = "\ufeff"
_IN_UTF_8 = Message("save the file in UTF-8")
_WORDS: Mapping[str, JSON] = {"true": True, "false": False, "null": None}


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


class _ForeignError(TypeError):
    """A mapping holds a value of a type that JSON does not have."""


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
        return _refused("", too_large())
    text, mark = _unmarked(data)
    fatal = mark if mark and mark.code == "NZ005" else _unfit(text)
    return _refused(text, fatal) if fatal else _parsed(text, (mark,) if mark else ())


def read_mapping(record: object) -> Text:
    """
    Parse a mapping as the text it would be written in, within the same bounds.

    So what JSON can not spell, a mapping that holds itself, and a small mapping that shares parts
    until its text would fill the memory are faults like those of a text.

    >>> print(read_mapping({"a": {1, 2}}).faults[0].message)
    the mapping is no JSON: it holds a value of type set
    """
    return evolve(_of_mapping(record), is_made=True)


def _of_mapping(record: object) -> Text:
    if fault := _unbounded(record):
        return _refused("", fault)
    try:
        return read_text(json.dumps(record, ensure_ascii=False, default=_plain))
    except (TypeError, ValueError, RecursionError) as error:
        message = Message("the mapping is no JSON: {problem}", problem=_foreign(error))
        return _refused("", Fault("NZ009", message, offset=0))


def _foreign(error: Exception) -> Message:
    """What the json module can not write, in the words of each language."""
    if isinstance(error, _ForeignError):
        return Message("it holds a value of type {type}", type=str(error))
    if isinstance(error, TypeError):
        return Message("a name in it is no text")
    return Message("a number in it has too many digits")


def _refused(text: str, fault: Fault, *others: Fault) -> Text:
    return Text(text=text, faults=(*others, fault), is_readable=False)


def too_large(most: int = MAXIMUM_BYTES) -> Fault:
    """That a record has more bytes than it may have."""
    return _too_large(Message("the record has more than {most} bytes", most=most))


def _too_large(message: Message) -> Fault:
    return Fault("NZ008", message, hint=Message("put the text beside it"), offset=0)


def _too_deep(offset: int) -> Fault:
    message = Message("nested more than {most} levels deep", most=MAXIMUM_DEPTH)
    return Fault("NZ004", message, offset=offset)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise _ForeignError(type(value).__name__)


def _unbounded(record: object) -> Fault | None:
    """Whether a mapping's text would pass the bounds; its parts may be shared, even with itself."""
    stack = [(record, 1)]
    values = size = 0
    while stack:
        value, depth = stack.pop()
        if isinstance(value, str):
            size += len(value)
        elif isinstance(value, Mapping | list | tuple):
            values += len(value)
            inner = value.values() if isinstance(value, Mapping) else value
            stack += [(each, depth + 1) for each in islice(inner, MAXIMUM_VALUES)]
        if size > MAXIMUM_BYTES:
            return _too_large(_TOO_MANY_CHARACTERS)
        if values > MAXIMUM_VALUES:
            return _too_large(_TOO_MANY_VALUES)
        if depth > MAXIMUM_DEPTH + 1:
            return _too_deep(0)
    return None


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
            "byte {byte} ({value}) is no UTF-8",
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
    return text[1:], Fault("NZ006", message, hint=Message("save it without"), offset=0)


def _unfit(text: str) -> Fault | None:
    """What keeps a text from being parsed at all."""
    if not text.strip():
        return Fault("NZ010", Message("the file is empty"), offset=0)
    if not text.isascii() and len(text.encode(errors="replace")) > MAXIMUM_BYTES:
        return too_large()
    if _has_too_many_values(text):
        return _too_large(_TOO_MANY_VALUES)
    deep = _where_too_deep(text)
    return None if deep is None else _too_deep(deep)


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
        return _refused(text, _no_object(text), *faults)
    return Text(text=text, value=value, faults=faults)


def _members(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise _FaultyError
    return members


def _number(literal: str) -> int | float:
    """A number of JSON, if every program can keep it."""
    digits = literal.lstrip("-")
    if digits.isdecimal():
        if len(digits) <= len(str(MAXIMUM_INTEGER)) and int(digits) <= MAXIMUM_INTEGER:
            return int(literal)
        raise _FaultyError
    number = float(literal)
    if math.isfinite(number) and abs(number) <= MAXIMUM_INTEGER:
        return number
    raise _FaultyError


_DECODER = json.JSONDecoder(
    object_pairs_hook=_members, parse_constant=_number, parse_float=_number, parse_int=_number
)


def _no_object(text: str) -> Fault:
    offset = len(text) - len(text.lstrip())
    return Fault("NZ009", Message("a record is one object in braces"), offset=offset)


def _walked(text: str, faults: tuple[Fault, ...]) -> Text:
    builder = _Builder(text)
    try:
        for part in walk(text):
            builder.take(part)
            if len(builder.faults) > MAXIMUM_FAULTS:
                return Text(text=text, faults=(*faults, *builder.faults), is_readable=False)
    except BrokenError as error:
        message = Message("no JSON: {problem}", problem=error.problem)
        broken = Fault("NZ001", message, hint=error.hint, offset=error.offset)
        return _refused(text, broken, *faults, *builder.faults)
    if not isinstance(builder.value, dict):
        return _refused(text, _no_object(text), *faults, *builder.faults)
    return Text(text=text, value=builder.value, faults=(*faults, *builder.faults))


@frozen
class _Open:
    """An object or list that is being built, and where each name of an object stands."""

    value: dict[str, JSON] | list[JSON]
    names: dict[str, int] = field(factory=dict)


class _Builder:
    """The value of a text, built part by part, and the faults met on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.value: JSON = None
        self.faults: list[Fault] = []
        self.stack: list[_Open] = []

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return lines_of(self.text)

    def take(self, part: Part) -> None:
        """Take the next part of the text."""
        if part.kind == "name":
            self.name(part)
        elif part.kind == "close":
            self.stack.pop()
        elif part.kind == "open":
            inner: dict[str, JSON] | list[JSON] = {} if self.text[part.start] == "{" else []
            self.put(part, inner)
            self.stack.append(_Open(inner))
        else:
            self.put(part, self.simple(part))

    def name(self, part: Part) -> None:
        """Tell a name that stands a second time."""
        name, names = str(part.path[-1]), self.stack[-1].names
        if name in names:
            first = self.lines.told(names[name], part.start)
            message = Message(
                "{name} stands twice; first at {place}", name=quoted(name), place=first
            )
            self.fault("NZ002", message, part, Message("delete one of the two"))
        names.setdefault(name, part.start)

    def put(self, part: Part, value: JSON) -> None:
        """Add a value to what holds it."""
        holder = self.stack[-1].value if self.stack else None
        if isinstance(holder, dict):
            holder[str(part.path[-1])] = value
        elif isinstance(holder, list):
            holder.append(value)
        else:
            self.value = value

    def simple(self, part: Part) -> JSON:
        """A text, number or word; in the place of a number that can not be kept stands 0."""
        literal = self.text[part.start : part.end]
        if literal in _WORDS:
            return _WORDS[literal]
        if literal.startswith('"'):
            return unquoted(literal)
        try:
            return _number(literal)
        except ValueError:
            message = Message("{number} can not be kept exactly", number=literal[:40])
            self.fault("NZ003", message, part, _NUMBERS)
            return 0

    def fault(self, code: str, message: Message, part: Part, hint: Message) -> None:
        """Note a fault of the part at hand."""
        pointer = pointer_to(part.path)
        self.faults.append(Fault(code, message, pointer, hint, part.start, end=part.end))

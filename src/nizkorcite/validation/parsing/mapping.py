"""A mapping of Python as the text of a record."""

import json
from collections.abc import Mapping
from itertools import islice

from attrs import evolve

from nizkorcite.findings import Fault
from nizkorcite.messages import Message
from nizkorcite.validation.input.limits import MAXIMUM_BYTES, MAXIMUM_DEPTH, MAXIMUM_VALUES
from nizkorcite.validation.parsing.text import (
    TOO_MANY_VALUES,
    Text,
    oversized,
    read_text,
    refused,
    too_deep,
)

_TOO_MANY_CHARACTERS = Message("the record has more than {most} characters", most=MAXIMUM_BYTES)


class _ForeignError(TypeError):
    """A mapping holds a value of a type that JSON does not have."""


def read_mapping(record: object) -> Text:
    """
    Parse a mapping as the text it would be written in, within the same bounds.

    So what JSON cannot spell, a mapping that holds itself, and a small mapping that shares parts
    until its text would fill the memory are faults like those of a text.

    >>> print(read_mapping({"a": {1, 2}}).faults[0].message)
    the mapping is not JSON: it holds a value of type set
    """
    return evolve(_of_mapping(record), is_made=True)


def _of_mapping(record: object) -> Text:
    if fault := _unbounded(record):
        return refused("", fault)
    try:
        return read_text(json.dumps(record, ensure_ascii=False, default=_plain))
    except (TypeError, ValueError, RecursionError) as error:
        message = Message("the mapping is not JSON: {problem}", problem=_foreign(error))
        return refused("", Fault("NZ009", message, offset=0))


def _foreign(error: Exception) -> Message:
    """What the json module cannot write, in the words of each language."""
    if isinstance(error, _ForeignError):
        return Message("it holds a value of type {type}", type=str(error))
    if isinstance(error, TypeError):
        return Message("a name in it is not a text")
    return Message("a number in it has too many digits")


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
            return oversized(_TOO_MANY_CHARACTERS)
        if values > MAXIMUM_VALUES:
            return oversized(TOO_MANY_VALUES)
        if depth > MAXIMUM_DEPTH + 1:
            return too_deep(0)
    return None

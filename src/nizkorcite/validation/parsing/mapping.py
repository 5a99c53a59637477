"""Parse a Python mapping as the text of a record."""

import json
from collections.abc import Mapping
from itertools import islice

from attrs import evolve

from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.validation.input.limits import MAXIMUM_DEPTH, MAXIMUM_RECORD_BYTES, MAXIMUM_VALUES
from nizkorcite.validation.parsing.text import (
    TOO_MANY_VALUES,
    RecordText,
    oversize_fault,
    read_text,
    too_deep_fault,
    unreadable_text,
)

_TOO_MANY_CHARACTERS = Message(
    "the record has more than {most} characters", most=MAXIMUM_RECORD_BYTES
)


class _ForeignError(TypeError):
    """A mapping contains a value that JSON does not have."""


def read_mapping(record: object) -> RecordText:
    """
    Parse a mapping as the JSON text that represents it.

    A value that JSON cannot express, a mapping that contains itself, and a small mapping that
    repeats its parts until the text would fill the memory are reported like faults of a text.

    >>> print(read_mapping({"a": {1, 2}}).faults[0].message)
    the mapping is not JSON: it contains a value of type set
    """
    return evolve(_read(record), is_from_mapping=True)


def _read(record: object) -> RecordText:
    if fault := _bound_fault(record):
        return unreadable_text("", fault)
    try:
        return read_text(json.dumps(record, ensure_ascii=False, default=_plain))
    except (TypeError, ValueError, RecursionError) as error:
        message = Message("the mapping is not JSON: {problem}", problem=_problem(error))
        return unreadable_text("", Fault("NZ009", message, offset=0))


def _problem(error: Exception) -> Message:
    """Describe a value that the json module cannot write."""
    if isinstance(error, _ForeignError):
        return Message("it contains a value of type {type}", type=str(error))
    if isinstance(error, TypeError):
        return Message("one of its keys is not a string")
    return Message("it contains a number with too many digits")


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise _ForeignError(type(value).__name__)


def _bound_fault(record: object) -> Fault | None:
    """
    Find a bound that a mapping's text would pass.

    Parts of a mapping may be shared, even with themselves.
    """
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
        if size > MAXIMUM_RECORD_BYTES:
            return oversize_fault(_TOO_MANY_CHARACTERS)
        if values > MAXIMUM_VALUES:
            return oversize_fault(TOO_MANY_VALUES)
        if depth > MAXIMUM_DEPTH + 1:
            return too_deep_fault(0)
    return None

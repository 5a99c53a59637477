"""
Between documents and their records: the only room that knows how JSON spells the model.

Own code, about a hundred lines: the set of types is closed, and errors must carry the JSON Pointer
of the member that is wrong, which conversion libraries do not give without hooks for every class.
"""

import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeAlias, cast, get_args, get_origin

import attrs

from nizkorcite.dates import Instant, PartialDate
from nizkorcite.errors import DateError, ModelError, RecordError
from nizkorcite.model import Document

JSON: TypeAlias = "None | bool | int | float | str | list[JSON] | dict[str, JSON]"
"""A value of JSON."""

_Read = Callable[[object, str], object]


def to_record(document: Document) -> dict[str, JSON]:
    """
    A document as its record.

    Args:
        document: Any document.

    Returns:
        A mapping that `json.dumps` writes, members in the schema's order, absent ones left out.

    >>> from nizkorcite.model import Original
    >>> to_record(Document(id="a", type="other", language="und",
    ...                    original=Original(attribution="unknown")))["original"]
    {'attribution': 'unknown'}
    """
    return _object(document)


def from_record(record: Mapping[str, JSON]) -> Document:
    """
    The document that a record tells.

    Args:
        record: A record of schema version 1.

    Raises:
        RecordError: The record is none; `pointer` names the first member that is wrong.

    >>> from_record({"schema_version": "1.0"})
    Traceback (most recent call last):
    nizkorcite.errors.RecordError: "id" is missing
    """
    return cast(Document, _value_reader(Document)(record, ""))


def _object(value: attrs.AttrsInstance) -> dict[str, JSON]:
    members = {
        attribute.name: _spelled(getattr(value, attribute.name))
        for attribute in attrs.fields(type(value))
        if attribute.name != "extensions"
    }
    stated = {name: member for name, member in members.items() if member not in (None, [])}
    own: dict[str, JSON] = dict(getattr(value, "extensions", ()))
    return {**stated, **own}


def _spelled(value: object) -> JSON:
    if isinstance(value, tuple):
        return [_spelled(item) for item in value]
    if isinstance(value, PartialDate | Instant):
        return str(value)
    return (
        _object(cast("attrs.AttrsInstance", value))
        if attrs.has(type(value))
        else cast("JSON", value)
    )


@cache
def _value_reader(kind: type) -> _Read:
    """The function that reads a JSON value as a type of the model's attributes."""
    if get_origin(kind) is types.UnionType:
        return _value_reader(next(each for each in get_args(kind) if each is not type(None)))
    if get_origin(kind) is tuple:
        return _list_reader(_value_reader(get_args(kind)[0]))
    if kind in (PartialDate, Instant):
        return _date_reader(kind)
    if kind is int:
        return _read_integer
    return _object_reader(kind) if attrs.has(kind) else _read_as_is


def _read_as_is(value: object, _pointer: str) -> object:
    """Texts and names; the class that holds them checks them."""
    return value


def _read_integer(value: object, _pointer: str) -> object:
    """JSON Schema counts 1.0 among the integers."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _date_reader(kind: type) -> _Read:
    def read(value: object, pointer: str) -> object:
        if not isinstance(value, str):
            raise RecordError(pointer, f"{value!r} is no date; a date is a text")
        try:
            return kind(value)
        except DateError as error:
            raise RecordError(pointer, str(error)) from error

    return read


def _list_reader(item: _Read) -> _Read:
    def read(value: object, pointer: str) -> object:
        if not isinstance(value, list | tuple):
            raise RecordError(pointer, "must be a list")
        if not value:
            raise RecordError(pointer, "an empty list says nothing; leave the member out")
        return tuple(item(each, f"{pointer}/{index}") for index, each in enumerate(value))

    return read


def _object_reader(kind: type) -> _Read:
    members = {
        attribute.name: _value_reader(cast(type, attribute.type))
        for attribute in attrs.fields(kind)
        if attribute.name != "extensions"
    }
    required = _required(kind)

    def read(value: object, pointer: str) -> object:
        if not isinstance(value, Mapping):
            raise RecordError(pointer, f"must be an object ({kind.__name__})")
        for name in required:
            if name not in value:
                raise RecordError(pointer, f'"{name}" is missing')
        return _made(kind, members, value, pointer)

    return read


def _required(kind: type) -> tuple[str, ...]:
    # The version has a default in Python, where it follows from the class; a record states it.
    return tuple(
        attribute.name
        for attribute in attrs.fields(kind)
        if attribute.default is attrs.NOTHING or attribute.name == "schema_version"
    )


def _made(
    kind: type, members: Mapping[str, _Read], value: Mapping[object, object], pointer: str
) -> object:
    arguments: dict[str, object] = {}
    extensions: dict[str, object] = {}
    for name, member in value.items():
        here = f"{pointer}/{str(name).replace('~', '~0').replace('/', '~1')}"
        if not isinstance(name, str) or name not in members:
            extensions[str(name)] = _read_integer(member, here)
        elif member is None:
            raise RecordError(here, "null is no value; leave the member out")
        else:
            arguments[name] = members[name](member, here)
    try:
        return kind(**arguments, extensions=extensions)
    except ModelError as error:
        raise RecordError(pointer + error.pointer, error.problem) from error

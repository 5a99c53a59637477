"""
Convert documents to records and back.

This module alone knows how JSON spells the model.

Own code, about a hundred lines: the set of types is closed, and errors must carry the JSON Pointer
of the member that is wrong, which conversion libraries do not give without hooks for every class
(cattrs alone takes longer to import than attrs).
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import UnionType
from typing import Any, cast, get_args, get_origin

import attrs

from nizkorcite.dates import Instant, PartialDate, instant_or_day
from nizkorcite.display import in_quotes
from nizkorcite.errors import DateError, ModelError, RecordError
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Document

__all__ = ["JSON", "from_record", "to_json", "to_record"]

_Read = Callable[[object], object]


def to_record(document: Document) -> dict[str, JSON]:
    """
    Convert a document to its record.

    Args:
        document: Any document.

    Returns:
        A mapping that `json.dumps` writes: members in the schema's order, the archive's own
        ``x_...`` members last in each object, absent ones left out.

    >>> from nizkorcite.record.model import Original
    >>> to_record(Document(id="a", type="other", language="und",
    ...                    original=Original(attribution="unknown")))["original"]
    {'attribution': 'unknown'}
    """
    return _object(document)


def from_record(record: Mapping[str, JSON]) -> Document:
    """
    Convert a record to its document.

    Args:
        record: A record of schema version 1, as `json.loads` returns it.

    Raises:
        RecordError: The record is invalid; `pointer` leads from the record's root to the first
            member that is wrong. (`nizkorcite.iter_findings` reports every fault.)

    >>> from_record({"schema_version": "1.0"})
    Traceback (most recent call last):
    nizkorcite.errors.RecordError: "id" is missing
    """
    return cast(Document, from_json(Document, record))


def to_json(value: object) -> JSON:
    """
    Convert a value of the model, or a list of values, to JSON.

    >>> from nizkorcite.record.model import organisation
    >>> to_json((organisation("EFE"),))
    [{'kind': 'organisation', 'name': 'EFE'}]
    """
    if isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    return str(value) if isinstance(value, PartialDate | Instant) else _object(value)


def from_json(kind: type, value: object) -> object:
    """
    Convert JSON to a value of the model.

    Raises:
        RecordError: The value is not one of that type.

    >>> from_json(PartialDate, "2017-02")
    PartialDate('2017-02')
    """
    try:
        return _reader(kind)(value)
    except ModelError as error:
        raise RecordError(error.pointer, error.problem) from error


def _object(value: object) -> dict[str, JSON]:
    kind: type = type(value)
    stated = {
        name: to_json(member)
        for name in _members(kind)
        if (member := getattr(value, name)) is not None and member != ()
    }
    own = {name: to_json(member) for name, member in getattr(value, "extensions", ())}
    return {**stated, **own}


@cache
def _members(kind: type) -> dict[str, type]:
    """Return the record's members of a class, with their types."""
    return {
        attribute.name: cast(type, attribute.type)
        for attribute in attrs.fields(kind)
        if attribute.name != "extensions"
    }


@cache
def _required(kind: type) -> tuple[str, ...]:
    # In Python the version follows from the class; a record must state it.
    return tuple(
        attribute.name
        for attribute in attrs.fields(kind)
        if attribute.default is attrs.NOTHING or attribute.name == "schema_version"
    )


@cache
def _reader(kind: type) -> _Read:
    """Return the function that reads a JSON value as a type."""
    if get_origin(kind) is UnionType:
        kinds = [each for each in get_args(kind) if each is not type(None)]
        return _reader(kinds[0]) if len(kinds) == 1 else _date_reader(instant_or_day)
    if get_origin(kind) is tuple:
        return _list_reader(_reader(get_args(kind)[0]))
    if kind in (PartialDate, Instant):
        return _date_reader(kind)
    if kind is int:
        return _read_integer
    return _object_reader(kind) if attrs.has(kind) else _read_as_is


def _read_as_is(value: object) -> object:
    """Return a text or name, which its class checks."""
    return value


def _read_integer(value: object) -> object:
    """Convert an integer such as 1.0, which JSON Schema counts among the integers."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _date_reader(kind: Callable[[Any], object]) -> _Read:
    def read(value: object) -> object:
        try:
            return kind(value)
        except DateError as error:
            raise ModelError("", error.message) from error

    return read


def _list_reader(item: _Read) -> _Read:
    def read(values: object) -> object:
        if not isinstance(values, list | tuple):
            raise ModelError("", Message("must be {kind}", kind=Message("a list")))
        if not values:
            raise ModelError("", Message("empty list; leave the field out"))
        return tuple([_read_at(index, item, value) for index, value in enumerate(values)])

    return read


def _object_reader(kind: type) -> _Read:
    readers = {name: _reader(member) for name, member in _members(kind).items()}
    required = _required(kind)

    def read(value: object) -> object:
        if not isinstance(value, Mapping):
            raise ModelError("", Message("must be {kind}", kind=Message("an object")))
        for name in required:
            if name not in value:
                raise ModelError("", Message("{name} is missing", name=in_quotes(name)))
        return kind(**_arguments(readers, value))

    return read


def _arguments(readers: Mapping[str, _Read], value: Mapping[object, object]) -> dict[str, object]:
    """Split an object into a class's arguments and its own members."""
    arguments: dict[str, object] = {}
    own: dict[str, object] = {}
    for name, member in value.items():
        if isinstance(name, str) and name in readers:
            arguments[name] = _read_at(name, readers[name], member)
        else:
            own[str(name)] = _read_integer(member)
    return {**arguments, "extensions": own} if own else arguments


def _read_at(place: str | int, read: _Read, value: object) -> object:
    if value is None:
        raise ModelError(f"/{place}", Message("null is not allowed; leave the field out"))
    try:
        return read(value)
    except ModelError as error:
        raise ModelError(f"/{place}{error.pointer}", error.problem) from error.__cause__

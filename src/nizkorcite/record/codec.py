"""
Convert documents to records and back.

This module alone knows how JSON spells the model.

Own code, about a hundred lines: the set of types is closed, and errors must carry the JSON Pointer
of the member that is wrong, which conversion libraries do not give without hooks for every class
(cattrs alone takes longer to import than attrs).
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, cast

import attrs

from nizkorcite.dates import Instant, PartialDate, instant_or_day
from nizkorcite.display import in_quotes
from nizkorcite.errors import DateError, ModelError, RecordError
from nizkorcite.messages import Message
from nizkorcite.record.generated import function, item_kind, members, required, stated_kind
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Document

__all__ = ["JSON", "from_record", "to_json", "to_record"]

_Read = Callable[[Any], object]


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
    return cast(dict[str, JSON], _writer(kind)(value))


@cache
def _writer(kind: type) -> _Read:
    """Return the function that converts a value of a class to JSON."""
    writers = {f"write_{name}": _member_writer(each.type) for name, each in members(kind).items()}
    body = [
        "record = {}",
        *(_statement(kind, name, writers[f"write_{name}"]) for name in members(kind)),
        "if value.extensions: record.update(extensions_to_json(value.extensions))",
        "return record",
    ]
    names = {**writers, "extensions_to_json": _extensions_to_json}
    return function("write(value)", body, names)


def _statement(kind: type, name: str, write: _Read | None) -> str:
    """Return the code that puts a member into the record, unless the member is absent."""
    stated = f"write_{name}(value.{name})" if write else f"value.{name}"
    condition = "" if name in required(kind) else f"if value.{name} not in (None, ()): "
    return f"{condition}record[{name!r}] = {stated}"


def _member_writer(kind: object) -> _Read | None:
    """Return the function that converts a member to JSON, if its value is not JSON already."""
    kind = stated_kind(kind)
    if item := item_kind(kind):
        write = _member_writer(item)
        return (lambda values: list(map(write, values))) if write else list
    if kind in _DATES:
        return str
    return _writer(kind) if isinstance(kind, type) and attrs.has(kind) else None


def _extensions_to_json(pairs: tuple[tuple[str, Any], ...]) -> dict[str, JSON]:
    return {name: to_json(value) for name, value in pairs}


def _reader(kind: object) -> _Read:
    """Return the function that reads a JSON value as a type."""
    kind = stated_kind(kind)
    if item := item_kind(kind):
        return _list_reader(_reader(item))
    if kind in _DATES:
        return _date_reader(_DATES[kind])
    if kind is int:
        return _read_integer
    return _object_reader(kind) if isinstance(kind, type) and attrs.has(kind) else _read_as_is


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


@cache
def _object_reader(kind: type) -> _Read:
    readers = {name: _reader(each.type) for name, each in members(kind).items()}

    def read(value: object) -> object:
        if not isinstance(value, Mapping):
            raise ModelError("", Message("must be {kind}", kind=Message("an object")))
        for name in required(kind):
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


_DATES: Mapping[object, Callable[[Any], object]] = {
    PartialDate: PartialDate,
    Instant: Instant,
    Instant | PartialDate | None: instant_or_day,
}

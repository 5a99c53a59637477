"""
Documents of records that are proven valid.

`codec.from_record` checks every value again; these functions check nothing, and need a tenth of
the time. A test requires equal documents from both for every record that is proven.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NewType, cast

import attrs

from nizkorcite.dates import Instant, PartialDate, proven_instant
from nizkorcite.record.consistency import partial_date
from nizkorcite.record.generated import function, item_kind, members, required, stated_kind
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Capture, Document

ProvenRecord = NewType("ProvenRecord", dict[str, JSON])
"""A record that schema and rules are proven to accept; only `Judge.proven_record` makes it."""

_Read = Callable[[Any], Any]


def proven_document(record: ProvenRecord) -> Document:
    """Make the document of a record that is proven valid."""
    return cast(Document, _maker(Document)(record))


def with_captures(document: Document, captures: Iterable[Capture]) -> Document:
    """
    Return a document whose captures differ from those of another in their paths alone.

    No rule between the values of a document asks for a path, so that the rest is proven still.
    """
    copy = object.__new__(Document)
    for each in attrs.fields(Document):
        object.__setattr__(copy, each.name, getattr(document, each.name))
    object.__setattr__(copy, "captures", tuple(captures))
    return copy


@cache
def _maker(kind: type) -> _Read:
    """
    Return the function that makes a value of a class.

    A frozen value takes no attributes. The function sets those of an open twin, which then becomes
    the value; both classes have the same slots.
    """
    readers = {f"read_{name}": _reader(each.type) for name, each in members(kind).items()}
    body = [
        "value = create(open_twin)",
        *(_assignment(kind, name, readers[f"read_{name}"]) for name in members(kind)),
        "value.extensions = () if has_none(record) else extensions_of(record)",
        "value.__class__ = frozen",
        "return value",
    ]
    names = {
        **readers,
        "create": object.__new__,
        "open_twin": _open_twin(kind),
        "frozen": kind,
        "has_none": frozenset(members(kind)).issuperset,
        "extensions_of": _extensions_reader(kind),
    }
    return function("make(record)", body, names)


def _assignment(kind: type, name: str, read: _Read | None) -> str:
    """Return the code that sets a member from the record, or by default."""
    stated = f"read_{name}(record[{name!r}])" if read else f"record[{name!r}]"
    if name in required(kind):
        return f"value.{name} = {stated}"
    return f"value.{name} = {stated} if {name!r} in record else {members(kind)[name].default!r}"


def _open_twin(kind: type) -> type:
    """Return a class with the slots of another, whose attributes can be set."""
    slots = {"__slots__": kind.__dict__["__slots__"]}
    # Both are one slot in CPython, which is slow unless both are those of `object`.
    setters = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(kind.__name__, kind.__bases__, {**slots, **setters})


def _reader(kind: object) -> _Read | None:
    """Return the function that converts a proven value to a type, if it is not that already."""
    kind = stated_kind(kind)
    if item := item_kind(kind):
        read = _reader(item)
        return (lambda values: tuple(map(read, values))) if read else tuple
    if kind in _READERS:
        return _READERS[kind]
    return _maker(kind) if isinstance(kind, type) and attrs.has(kind) else None


def _extensions_reader(kind: type) -> _Read:
    """Return the function that reads the archive's own members of an object."""
    known = members(kind)
    convert = attrs.fields_dict(kind)["extensions"].converter

    def extensions(record: Mapping[str, JSON]) -> object:
        # JSON Schema counts 1.0 among the integers.
        own = {
            name: int(value) if isinstance(value, float) else value
            for name, value in record.items()
            if name not in known
        }
        return cast(_Read, convert)(own)

    return extensions


def _instant_or_day(text: str) -> Instant | PartialDate:
    return proven_instant(text) if "T" in text else partial_date(text)


_READERS: dict[object, _Read] = {
    int: int,
    PartialDate: partial_date,
    Instant: proven_instant,
    Instant | PartialDate | None: _instant_or_day,
}

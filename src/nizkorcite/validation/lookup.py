"""Looking into a record of any shape: what is missing or of another type is passed over."""

from collections.abc import Iterator
from typing import TypeGuard

from nizkorcite.json_value import JSON


def at(value: JSON, *names: str) -> JSON:
    """
    The member at the end of a path of names, or nothing.

    >>> at({"original": {"date": "2017"}}, "original", "date")
    '2017'
    """
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def items(value: JSON) -> Iterator[tuple[int, JSON]]:
    """The items of a list with their indices; none of what is no list."""
    yield from enumerate(value if isinstance(value, list) else ())


def is_count(value: JSON) -> TypeGuard[int]:
    """Whether a value is a whole number; JSON Schema counts 1.0 among them."""
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


def holders(pointer: str) -> Iterator[str]:
    """
    The pointers of what holds a value, from the inmost on, without the whole record.

    >>> list(holders("/original/place/name"))
    ['/original/place', '/original']
    """
    while pointer := pointer.rpartition("/")[0]:
        yield pointer

"""Looking into a record of any shape: what is missing or of another type is passed over."""

import re
from collections.abc import Iterator
from typing import TypeGuard

from nizkorcite.record.json_types import JSON, path_of, pointer_to

INDEX = re.compile("0|[1-9][0-9]{0,8}")
"""The index of an item in a JSON Pointer (RFC 6901, section 4), of a list that fits a record."""


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


def parts(value: JSON) -> Iterator[tuple[str, JSON]]:
    """
    A value and everything in it, each with its pointer, in no certain order.

    Args:
        value: A value that nests no deeper than records are read.

    >>> list(parts({"a": [1]}))
    [('', {'a': [1]}), ('/a', [1]), ('/a/0', 1)]
    """
    stack: list[tuple[str, JSON]] = [("", value)]
    while stack:
        pointer, current = stack.pop()
        yield pointer, current
        if isinstance(current, dict):
            stack += [(f"{pointer}{pointer_to([name])}", each) for name, each in current.items()]
        elif isinstance(current, list):
            stack += [(f"{pointer}/{index}", each) for index, each in enumerate(current)]


def parts_at(value: JSON, pointer: str) -> Iterator[tuple[str, JSON]]:
    """
    The values that a pointer with ``*`` for any index means, each with its own pointer.

    >>> list(parts_at({"a": [{"b": 1}, {"c": 2}]}, "/a/*/b"))
    [('/a/0/b', 1)]
    """
    found: list[tuple[str, JSON]] = [("", value)]
    for step in pointer.split("/")[1:]:
        if step == "*":
            found = [
                (f"{above}/{index}", each)
                for above, holder in found
                for index, each in items(holder)
            ]
        else:
            found = [(f"{above}/{step}", at(holder, step)) for above, holder in found]
    yield from ((where, each) for where, each in found if each is not None)


def has(value: JSON, pointer: str) -> bool:
    """
    Whether something stands at a pointer within a value; null is nothing.

    >>> has({"a": [1]}, "/a/0"), has({"a": [1]}, "/a/01")
    (True, False)
    """
    for step in path_of(pointer):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and INDEX.fullmatch(step):
            value = value[int(step)] if int(step) < len(value) else None
        else:
            return False
        if value is None:
            return False
    return pointer.startswith("/")

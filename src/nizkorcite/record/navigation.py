"""
Navigation in records of any shape.

Values that are absent or mistyped are skipped.
"""

import re
from collections.abc import Iterator
from typing import Final, TypeGuard

from nizkorcite.record.json_types import escaped, path_of

INDEX: Final = re.compile("0|[1-9][0-9]{0,8}")
"""The index of an item in a JSON Pointer (RFC 6901, section 4), of a list that fits a record."""

_WITHOUT_MEMBERS: Final = (str, int, float, list, tuple, type(None))


def member(value: object, *names: str) -> object:
    """
    Return the member at the end of a path, or `None`.

    Args:
        value: A value of JSON, or an object of the model, whose attributes have the same names.
        names: The path.

    >>> member({"original": {"date": "2017"}}, "original", "date")
    '2017'
    """
    for name in names:
        if isinstance(value, dict):
            value = value.get(name)
        elif isinstance(value, _WITHOUT_MEMBERS):
            return None
        else:
            value = getattr(value, name, None)
    return value


def indexed_items(value: object) -> Iterator[tuple[int, object]]:
    """
    Yield the items of a list with their indices.

    A value that is not a list has none.
    """
    yield from enumerate(value if isinstance(value, list | tuple) else ())


def is_whole_number(value: object) -> TypeGuard[int]:
    """Check whether a value is a whole number, such as 1.0."""
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


def parent_pointers(pointer: str) -> Iterator[str]:
    """
    Yield the pointers of a value's parents, innermost first.

    The record itself is not among them.

    >>> list(parent_pointers("/original/place/name"))
    ['/original/place', '/original']
    """
    while pointer := pointer.rpartition("/")[0]:
        yield pointer


def values_within(value: object) -> Iterator[tuple[str, object]]:
    """
    Yield a value of JSON and all values in it, with pointers.

    Args:
        value: A value that nests no deeper than records are read.

    >>> list(values_within({"a": [1]}))
    [('', {'a': [1]}), ('/a', [1]), ('/a/0', 1)]
    """
    stack = [("", value)]
    while stack:
        pointer, current = stack.pop()
        yield pointer, current
        if isinstance(current, dict):
            stack += [(f"{pointer}/{escaped(name)}", each) for name, each in current.items()]
        elif isinstance(current, list):
            stack += [(f"{pointer}/{index}", each) for index, each in enumerate(current)]


def values_at(value: object, pattern: str) -> Iterator[tuple[str, object]]:
    """
    Yield the values that a pattern matches, with their pointers.

    >>> list(values_at({"a": [{"b": 1}, {"c": 2}]}, "/a/*/b"))
    [('/a/0/b', 1)]
    """
    found = [("", value)]
    for step in pattern.split("/")[1:]:
        if step == "*":
            found = [
                (f"{above}/{index}", each)
                for above, holder in found
                for index, each in indexed_items(holder)
            ]
        else:
            found = [(f"{above}/{step}", member(holder, step)) for above, holder in found]
    yield from ((pointer, each) for pointer, each in found if each is not None)


def has_value(value: object, pointer: str) -> bool:
    """
    Check whether a pointer leads to a value other than null.

    >>> has_value({"a": [1]}, "/a/0"), has_value({"a": [1]}, "/a/01")
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

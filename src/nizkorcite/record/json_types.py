"""JSON values and JSON Pointers (RFC 6901)."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

JSON: TypeAlias = "None | bool | int | float | str | list[JSON] | dict[str, JSON]"
"""A value of JSON."""


def pointer_to(path: Iterable[str | int]) -> str:
    """
    Join a path of names and indices to a JSON Pointer.

    >>> pointer_to(["captures", 0, "x_a/b"])
    '/captures/0/x_a~1b'
    """
    return "".join([f"/{escaped(str(part))}" for part in path])


def escaped(name: str) -> str:
    """
    Return a name as a step of a JSON Pointer.

    >>> escaped("x_a/b")
    'x_a~1b'
    """
    return name.replace("~", "~0").replace("/", "~1")


@lru_cache(maxsize=1024)  # records have the same members
def path_of(pointer: str) -> tuple[str, ...]:
    """
    Split a JSON Pointer into its steps.

    An index is a text too, since only a list distinguishes it from a name.

    >>> path_of("/captures/0/x_a~1b")
    ('captures', '0', 'x_a/b')
    """
    parts = pointer.split("/")[1:]
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in parts)

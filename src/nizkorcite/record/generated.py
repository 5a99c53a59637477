"""
Functions whose code is generated from the classes of the model, as attrs generates its own.

A function that goes through the members of a class in a loop needs half as long again. Members are
attributes of our own classes, so no text from outside becomes code.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Any, cast, get_args, get_origin

import attrs


@cache
def members(kind: type) -> dict[str, "attrs.Attribute[Any]"]:
    """Return the attributes of a class that are members of the record."""
    return {each.name: each for each in attrs.fields(kind) if each.name != "extensions"}


@cache
def required(kind: type) -> tuple[str, ...]:
    """Return the names of the members that every object of a class has in a record."""
    # In Python the version follows from the class; a record must state it.
    return tuple(
        name
        for name, each in members(kind).items()
        if each.default is attrs.NOTHING or name == "schema_version"
    )


def stated_kind(kind: object) -> object:
    """
    Return the type of a member where it is not ``None``.

    >>> stated_kind(int | None), stated_kind(int)
    (<class 'int'>, <class 'int'>)
    """
    if get_origin(kind) is not UnionType:
        return kind
    kinds = [each for each in get_args(kind) if each is not type(None)]
    return kinds[0] if len(kinds) == 1 else kind


def item_kind(kind: object) -> object:
    """
    Return the type of a list's items, or ``None`` if the type is no list.

    >>> item_kind(tuple[int, ...]), item_kind(int)
    (<class 'int'>, None)
    """
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def function(head: str, body: Sequence[str], names: Mapping[str, object]) -> Callable[..., Any]:
    """
    Return a function from its code.

    Args:
        head: The name and the arguments.
        body: The statements.
        names: The values of the names in the code.

    >>> function("add(a, b)", ["return a + b"], {})(1, 2)
    3
    """
    known = dict(names)
    exec("\n    ".join([f"def {head}:", *body]), known)  # noqa: S102 - see the module
    return cast(Callable[..., Any], known[head.partition("(")[0]])

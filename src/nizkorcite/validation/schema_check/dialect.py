"""
The reference validator: jsonschema's for draft 2020-12, with three changes.

Patterns mean what they mean in ECMA-262, where ``$`` does not match before a final line break. No
list takes time quadratic in its length. A list that is too long has that fault alone.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

_KEYWORDS: Final[Mapping[str, Any]] = Draft202012Validator.VALIDATORS


def validator_class() -> type[Draft202012Validator]:
    """Return jsonschema's validator class with the changes of this module."""
    keywords = {
        "pattern": _pattern,
        "additionalProperties": _additional,
        "items": _items,
        "uniqueItems": _unique_items,
    }
    kind: type[Draft202012Validator] = extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]  # jsonschema has no types here
    return kind


def _pattern(
    _validator: object, pattern: str, instance: object, _schema: object
) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not compiled(pattern).search(instance):
        yield ValidationError("another form")


def _additional(
    validator: Draft202012Validator, allowed: object, instance: object, subschema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    if allowed is not False:
        yield from _KEYWORDS["additionalProperties"](validator, allowed, instance, subschema)
    elif isinstance(instance, dict) and unknown_names(instance, subschema):
        yield ValidationError("unknown members")


def _items(
    validator: Draft202012Validator, part: object, instance: object, subschema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    """Check the items of a list, unless the list is too long."""
    if isinstance(instance, list) and len(instance) <= subschema.get("maxItems", len(instance)):
        yield from _KEYWORDS["items"](validator, part, instance, subschema)


def _unique_items(
    _validator: object, asked: object, instance: object, _subschema: object
) -> Iterator[ValidationError]:
    """Check for repeated items in linear time."""
    items = instance if asked is True and isinstance(instance, list) else []
    if len({hashable(item) for item in items}) < len(items):
        yield ValidationError("the same twice")


def hashable(value: object) -> object:
    """Make a value hashable: 1 equals 1.0, and not true."""
    if isinstance(value, list):
        return ("list", *map(hashable, value))
    if isinstance(value, dict):
        return ("object", frozenset((name, hashable(each)) for name, each in value.items()))
    return (type(value) is bool, value)


def unknown_names(instance: Mapping[str, object], subschema: Mapping[str, Any]) -> list[str]:
    """Return the names of members that the schema does not have."""
    own = [compiled(pattern) for pattern in subschema.get("patternProperties", ())]
    known = subschema.get("properties", ())
    return [
        name
        for name in instance
        if name not in known and not any(pattern.search(name) for pattern in own)
    ]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    r"""Compile a pattern of the schema; ECMA-262's final ``$`` is Python's ``\Z``."""
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)

"""
JSON Schema as the reference verdict has it: draft 2020-12 by jsonschema, with these changes.

Patterns mean what they mean in ECMA-262, where ``$`` does not match before a final line break, and
no list takes time quadratic in its length. A list that is too long has that fault alone.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

_KEYWORDS: Final[Mapping[str, Any]] = Draft202012Validator.VALIDATORS


def extended() -> type[Draft202012Validator]:
    """The validator of Draft 2020-12 with patterns as ECMA-262 has them, in linear time."""
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
    """The items of a list that is not too long; a list that is too long has that fault alone."""
    if isinstance(instance, list) and len(instance) <= subschema.get("maxItems", len(instance)):
        yield from _KEYWORDS["items"](validator, part, instance, subschema)


def _unique_items(
    _validator: object, asked: object, instance: object, _subschema: object
) -> Iterator[ValidationError]:
    """In jsonschema itself items of several types take time quadratic in their number."""
    items = instance if asked is True and isinstance(instance, list) else []
    if len({hashable(item) for item in items}) < len(items):
        yield ValidationError("the same twice")


def hashable(value: object) -> object:
    """A value that equals another where JSON Schema says so: 1 is 1.0, and neither is true."""
    if isinstance(value, list):
        return ("list", *map(hashable, value))
    if isinstance(value, dict):
        return ("object", frozenset((name, hashable(each)) for name, each in value.items()))
    return (type(value) is bool, value)


def unknown_names(instance: Mapping[str, object], subschema: Mapping[str, Any]) -> list[str]:
    """The names of an object's members that its schema does not have."""
    own = [compiled(pattern) for pattern in subschema.get("patternProperties", ())]
    known = subschema.get("properties", ())
    return [
        name
        for name in instance
        if name not in known and not any(pattern.search(name) for pattern in own)
    ]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    r"""A pattern of the schema; its final ``$`` is Python's ``\Z``, as ECMA-262 means it."""
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)

"""
The reference validator: jsonschema's for draft 2020-12, with three changes.

Patterns mean what they mean in ECMA-262, where ``$`` does not match before a final line break. No
list takes time quadratic in its length. A list that is too long has that fault alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final, TypeGuard

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

_KEYWORDS: Final[Mapping[str, Any]] = Draft202012Validator.VALIDATORS
_Part = Mapping[str, Any]


def explaining_class(
    accepts: Callable[[_Part, object], bool],
) -> type[Draft202012Validator]:
    """
    Return `validator_class` for a value that has faults, most members of which have none.

    Args:
        accepts: Whether a part of the schema is known to accept a value, which is then skipped.
    """

    def properties(
        validator: Draft202012Validator,
        parts: Mapping[str, _Part],
        instance: object,
        subschema: _Part,
    ) -> Iterator[ValidationError]:
        members = instance if isinstance(instance, dict) else {}
        doubtful = {
            name: part
            for name, part in parts.items()
            if name in members and not accepts(part, members[name])
        }
        yield from _KEYWORDS["properties"](validator, doubtful, instance, subschema)

    def items(
        validator: Draft202012Validator, part: _Part, instance: object, subschema: _Part
    ) -> Iterator[ValidationError]:
        for index, item in enumerate(instance if _is_examined(instance, subschema) else ()):
            if not accepts(part, item):
                yield from validator.descend(item, part, path=index)

    return _extended(validator_class(), {"properties": properties, "items": items})


def validator_class() -> type[Draft202012Validator]:
    """Return jsonschema's validator class with the changes of this module."""
    keywords = {
        "pattern": _pattern,
        "additionalProperties": _additional,
        "items": _items,
        "uniqueItems": _unique_items,
    }
    return _extended(Draft202012Validator, keywords)


def _extended(
    base: type[Draft202012Validator], keywords: Mapping[str, Any]
) -> type[Draft202012Validator]:
    kind: type[Draft202012Validator] = extend(base, keywords)  # type: ignore[no-untyped-call]  # jsonschema has no types here
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
    if _is_examined(instance, subschema):
        yield from _KEYWORDS["items"](validator, part, instance, subschema)


def _is_examined(instance: object, subschema: Mapping[str, Any]) -> TypeGuard[list[object]]:
    """Check for a list that is not too long."""
    return isinstance(instance, list) and len(instance) <= subschema.get("maxItems", len(instance))


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

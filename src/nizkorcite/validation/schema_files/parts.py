"""The parts of a schema: the schemas within it, by their keywords."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from nizkorcite.record.json_types import pointer_to

Part: TypeAlias = Mapping[str, Any]
"""A schema that is an object."""

# Keywords whose value is a schema, a list of schemas, or an object of schemas. The first of each
# applies its schemas to the value itself, the second to values within it (draft 2020-12, core,
# section 10; the last is of older drafts).
_SCHEMA: Final = (
    ("not", "if", "then", "else"),
    ("additionalProperties", "unevaluatedProperties", "propertyNames", "items", "contains",
     "unevaluatedItems", "contentSchema"),
)  # fmt: skip
_LIST: Final = (("allOf", "anyOf", "oneOf"), ("prefixItems",))
_OBJECT: Final = (
    ("dependentSchemas",),
    ("properties", "patternProperties", "$defs", "definitions"),
)


def iter_parts(schema: object) -> Iterator[tuple[str, Part]]:
    """
    Yield a schema and every schema in it, with pointers.

    A value that is not a schema, such as an item of ``enum``, is skipped.

    >>> [pointer for pointer, _ in iter_parts({"properties": {"a": {"enum": [{}]}}, "items": {}})]
    ['', '/properties/a', '/items']
    """
    stack = [("", schema)]
    while stack:
        pointer, part = stack.pop()
        if isinstance(part, Mapping):
            yield pointer, part
            stack += _below(pointer, part, 1)
            stack += _below(pointer, part, 0)


def applied_parts(pointer: str, part: Part) -> Iterator[tuple[str, object]]:
    """Yield the schemas that a schema applies to the same value, with pointers."""
    yield from _below(pointer, part, 0)


def _below(pointer: str, part: Part, column: int) -> Iterator[tuple[str, object]]:
    for keyword in _SCHEMA[column]:
        if keyword in part:
            yield f"{pointer}/{keyword}", part[keyword]
    for keyword in _LIST[column]:
        if isinstance(part.get(keyword), list):
            for index, each in enumerate(part[keyword]):
                yield f"{pointer}/{keyword}/{index}", each
    for keyword in _OBJECT[column]:
        if isinstance(part.get(keyword), Mapping):
            for name, each in part[keyword].items():
                yield f"{pointer}/{keyword}{pointer_to([name])}", each

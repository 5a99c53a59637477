"""The JSON Schemas of records, as shipped; nothing is ever fetched."""

import json
import os
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from nizkorcite.errors import UnknownNameError
from nizkorcite.record.json_types import path_of, pointer_to

if TYPE_CHECKING:
    from referencing import Registry


Profile = Literal["base", "complete"]
"""A name of what a record is validated against: required fields, or those of a full citation."""


SCHEMAS: Final[Mapping[Profile, str]] = {"base": "document", "complete": "document.complete"}
"""The schema of each profile."""


_FILES = {
    "document": "document/1.0/document.schema.json",
    "document.complete": "document/1.0/document.complete.schema.json",
    "report": "report/1.0/report.schema.json",
    "report.finding": "report/1.0/report.finding.schema.json",
    "site": "site/1.0/site.schema.json",
}


FILE_NAMES: Mapping[str, tuple[str, ...]] = {"document": ("*.nizkor.json",)}
"""The file names for which editors choose a schema by themselves."""


def schema_names() -> tuple[str, ...]:
    """
    Return the names of the schemas.

    >>> schema_names()
    ('document', 'document.complete', 'report', 'report.finding', 'site')
    """
    return tuple(_FILES)


def schema_path(name: str) -> str:
    """
    Return the path of a schema in the folder of schemas.

    >>> schema_path("document")
    'document/1.0/document.schema.json'
    """
    return _FILES[name]


def schema_text(name: str = "document") -> str:
    """
    Return the text of a schema as it is shipped.

    Raises:
        UnknownNameError: No schema has that name.
    """
    if name not in _FILES:
        raise UnknownNameError("schema", name, schema_names())
    # importlib.resources and pathlib take longer to load than the whole verdict on a record.
    with open(os.path.join(_folder(), _FILES[name]), encoding="utf-8") as file:  # noqa: PTH118, PTH123 - pathlib is slow to load
        return file.read()


def schema(name: str = "document") -> Mapping[str, object]:
    """
    Return a schema as a mapping, which must not be changed.

    Raises:
        UnknownNameError: No schema has that name.

    >>> schema()["title"]
    'nizkorcite document 1.0'
    """
    return _loaded(name)


def schema_registry() -> "Registry[Any]":
    """Return the registry of all schemas by their ``$id``."""
    from referencing import Registry  # comes with jsonschema, and only explaining needs it
    from referencing.jsonschema import DRAFT202012

    # A part that names its dialect would be judged by jsonschema's own validator, not by ours.
    bare = (
        {key: part for key, part in schema(name).items() if key != "$schema"}
        for name in schema_names()
    )
    resources = (DRAFT202012.create_resource(each) for each in bare)
    return Registry().with_resources((str(each.id()), each) for each in resources)


def keyword_location(name: str, path: Sequence[str | int], part: object) -> str:
    """
    Return the way from a schema to one of its keywords.

    Args:
        name: A name of `schema_names`.
        path: The steps without those through a ``$ref``, as jsonschema reports them.
        part: The part of the schema that has the keyword; two ways may differ in a ``$ref`` alone.

    Returns:
        A JSON Pointer: the ``keywordLocation`` of JSON Schema (draft 2020-12, section 12.3.1).

    >>> keyword_location("document", ["properties", "title", "maxLength"],
    ...                  schema()["properties"]["title"])
    '/properties/title/maxLength'
    """
    way = _way(schema(name), tuple(path), part) or path
    return pointer_to(way)


def _way(start: object, path: tuple[str | int, ...], part: object) -> list[str | int] | None:
    """Find the steps from a part of a schema to a keyword."""
    if not isinstance(start, Mapping):
        return None
    if len(path) == 1 and _is_same(start, part):
        return [path[0]]
    if path[0] in start and (way := _way(start[path[0]], path[1:], part)):
        return [path[0], *way]
    if "$ref" in start and (way := _way(_referred(start["$ref"]), path, part)):
        return ["$ref", *way]
    return None


def _is_same(one: Mapping[str, object], other: object) -> bool:
    """Check whether two parts are the same; the registry holds copies."""
    return one is other or (
        "$id" in one and isinstance(other, Mapping) and one["$id"] == other.get("$id")
    )


def absolute_location(name: str, location: str) -> str:
    """
    Return the address of a keyword.

    >>> absolute_location("document", "/properties/title/$ref/pattern").partition("#")[2]
    '/$defs/line/pattern'
    """
    part: Any = schema(name)
    base, pointer = str(part["$id"]), ""
    for step in path_of(location):
        if step == "$ref":
            address, _, pointer = part["$ref"].partition("#")
            base = address or base
            part = _referred(part["$ref"])
        else:
            pointer += pointer_to([step])
            part = part.get(step) if isinstance(part, Mapping) else None
    return f"{base}#{pointer}"


def _referred(reference: str) -> object:
    """Return the part that a reference leads to."""
    part: Any = schema("document")
    for step in reference.partition("#")[2].split("/")[1:]:
        part = part[step]
    return part


@cache
def _loaded(name: str) -> Mapping[str, object]:
    loaded: Mapping[str, object] = json.loads(schema_text(name))
    return loaded


def _folder() -> str:
    """Find the folder of schemas, in a wheel or in a checkout."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib is slow to load
    packaged, above = (os.path.join(package, *way, "schemas") for way in ((), ("..", "..")))  # noqa: PTH118 - pathlib is slow to load
    return packaged if os.path.isdir(packaged) else above  # noqa: PTH112 - pathlib is slow to load

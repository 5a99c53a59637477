"""The JSON Schemas of records, as shipped; nothing is ever fetched."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nizkorcite.errors import UnknownFormatError

if TYPE_CHECKING:
    from referencing import Registry

_FILES = {
    "document": "document/1.0/document.schema.json",
    "document.complete": "document/1.0/document.complete.schema.json",
}


def names() -> tuple[str, ...]:
    """
    The names of the schemas.

    >>> names()
    ('document', 'document.complete')
    """
    return tuple(_FILES)


def schema_text(name: str = "document") -> str:
    """
    A schema as it is shipped.

    Raises:
        UnknownFormatError: No schema has that name.
    """
    if name not in _FILES:
        raise UnknownFormatError("schema", name, names())
    return _folder().joinpath(_FILES[name]).read_text("utf-8")


def schema(name: str = "document") -> Mapping[str, object]:
    """
    A schema as a mapping, which must not be changed.

    Raises:
        UnknownFormatError: No schema has that name.

    >>> schema()["title"]
    'nizkorcite document 1.0'
    """
    return _loaded(name)


def registry() -> "Registry[Any]":
    """All schemas by their `$id`; what it does not hold can not be found."""
    from referencing import Registry  # comes with jsonschema, and only explaining needs it
    from referencing.jsonschema import DRAFT202012

    resources = (DRAFT202012.create_resource(schema(name)) for name in names())
    return Registry().with_resources((str(each.id()), each) for each in resources)


@cache
def _loaded(name: str) -> Mapping[str, object]:
    loaded: Mapping[str, object] = json.loads(schema_text(name))
    return loaded


def _folder() -> Traversable:
    # A wheel carries the schemas inside the package; an editable install leaves them at the top.
    packaged = files("nizkorcite") / "schemas"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "schemas"

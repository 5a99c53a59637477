"""An archive's schema for the members of its own, those whose names begin with ``x_``."""

import json
from collections.abc import Iterator
from functools import cache

from attrs import frozen
from jsonschema_rs import Draft202012Validator, RegexOptions, Registry, ValidationError

from nizkorcite.record.json_types import JSON
from nizkorcite.record.schema import schema, schema_names

_OWN = "x_"


@frozen
class ExtensionSchema:
    """
    A schema for the members of an archive's own; it sees these alone, each in its place.

    Attributes:
        name: The name of its file, for findings.
        text: The schema as JSON, checked before.

    >>> own = ExtensionSchema("own.json", '{"properties": {"x_box": {"type": "integer"}}}')
    >>> own.is_valid({"title": 7, "x_box": 7}), own.is_valid({"x_box": "7"})
    (True, False)
    """

    name: str
    text: str

    def is_valid(self, record: JSON) -> bool:
        """Check the own members of a record."""
        try:
            return _validator(self.text).is_valid(_own_members(record) or {})
        except ValueError:  # half a character, which has no form in UTF-8
            return False

    def iter_errors(self, record: JSON) -> Iterator[ValidationError]:
        """Yield the errors of the own members of a record, unless they have half a character."""
        try:
            yield from _validator(self.text).iter_errors(_own_members(record) or {})
        except ValueError:
            return


def is_own(name: object) -> bool:
    """Check for the name of a member of an archive's own."""
    return isinstance(name, str) and name.startswith(_OWN)


def compiled_schema(text: str) -> Draft202012Validator:
    """
    Make the validator of a schema; it is offline, and its patterns need linear time.

    Raises:
        ValidationError: A pattern has a form that needs more.
    """
    registry = Registry([(str(schema(name)["$id"]), dict(schema(name))) for name in schema_names()])
    return Draft202012Validator(
        json.loads(text),
        registry=registry,
        offline=True,
        pattern_options=RegexOptions(),
        validate_formats=True,
    )


_validator = cache(compiled_schema)


def _own_members(value: JSON) -> JSON:
    """Return an object with its own members, and with the objects and lists that lead to some."""
    if isinstance(value, dict):
        kept = {name: each if is_own(name) else _own_members(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each or is_own(name)}
    if isinstance(value, list):
        items = list(map(_own_members, value))
        return [each or {} for each in items] if any(items) else None
    return None

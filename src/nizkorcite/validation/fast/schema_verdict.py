r"""
Fast verdict of the schema on a record's text.

"Valid" is final; anything else is left to the reference verdict (`schema_check`), which explains
it, so nothing here has to be explained. orjson parses: it refuses a byte order mark, other
encodings than UTF-8, NaN, lone surrogates, control characters and nesting beyond 1,024 levels; an
integer beyond 2^64 becomes a float of that size, which every number in the schema excludes, and no
record nests deeper than its schema, which does not refer to itself. jsonschema-rs judges: offline,
with an engine of patterns that needs linear time.
"""

from collections.abc import Mapping
from functools import cache

import orjson
from jsonschema_rs import Draft202012Validator, RegexOptions, Registry

from nizkorcite.record.json_types import JSON
from nizkorcite.record.schema import schema, schema_names

# A text this short holds fewer values than a record may have.
_MAXIMUM_BYTES = 500_000


def parse(text: bytes) -> dict[str, JSON] | None:
    """
    Parse a text as an object; `None` where anything is odd.

    A name used twice is not noticed: see `has_unique_names`.

    >>> parse(b'{"title": "A"}'), parse(b'{"title": NaN}')
    ({'title': 'A'}, None)
    """
    if len(text) > _MAXIMUM_BYTES:
        return None
    try:
        record = orjson.loads(text)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None


def is_valid(record: JSON, schema_name: str) -> bool:
    """
    Check a record, of limited depth, by a schema of `schema_names`.

    >>> is_valid({"title": "A"}, "document")
    False
    """
    try:
        return _validator(schema_name).is_valid(record)
    except ValueError:  # half a character, which has no form in UTF-8
        return False


def has_unique_names(text: bytes, record: JSON) -> bool:
    r"""
    Check whether no object in a text has two equal names.

    Each member of the text has one colon outside of quotation marks. The parser keeps the last of
    equal names, so the record written anew has fewer members, and in what is kept not more colons
    inside of quotation marks: unless one was written as \u003a. Equal counts are the proof.

    Args:
        text: A JSON text.
        record: The value that the parser made of the text.

    >>> has_unique_names(b'{"a": ":", "a": ":"}', {"a": ":"})
    False
    """
    if b"\\" in text and b"\\u003" in text:
        return False
    return orjson.dumps(record).count(b":") == text.count(b":")


def part_accepts(part: Mapping[str, object], value: object) -> bool:
    """
    Check whether a part of the schema of documents is proven to accept a value.

    >>> part_accepts(schema()["properties"]["title"], "A")
    True
    """
    try:
        return _part_validator(part).is_valid(value)
    except ValueError:  # half a character, which has no form in UTF-8
        return False


def _part_validator(part: Mapping[str, object]) -> Draft202012Validator:
    """Return the validator of a part, made once; each keeps its part, whose identity is the key."""
    if id(part) not in _PARTS:
        whole = {**part, "$defs": schema()["$defs"]}
        _PARTS[id(part)] = part, _made(whole, Registry([]))
    return _PARTS[id(part)][1]


_PARTS: dict[int, tuple[Mapping[str, object], Draft202012Validator]] = {}


@cache
def _validator(schema_name: str) -> Draft202012Validator:
    # Every schema in a registry costs time to search, so the common schema goes without.
    others = () if schema_name == "document" else schema_names()
    registry = Registry([(str(schema(name)["$id"]), dict(schema(name))) for name in others])
    return _made(dict(schema(schema_name)), registry)


def _made(whole: dict[str, object], registry: Registry) -> Draft202012Validator:
    return Draft202012Validator(
        whole, registry=registry, offline=True, pattern_options=RegexOptions()
    )

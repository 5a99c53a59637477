r"""
The fast verdict: whether a record's text is proven to be right by the schema.

"Yes" is final. "No" only means that it is not proven: the reference (`explain`) then decides and
tells why, so nothing here has to be explained and whatever is odd is left to it. orjson parses: it
refuses a byte order mark, other encodings than UTF-8, NaN, lone surrogates, control characters and
nesting beyond 1,024 levels; an integer beyond 2^64 becomes a float of that size, which every number
in the schema excludes, and no record nests deeper than its schema, which does not refer to itself.
jsonschema-rs judges: offline, with an engine of patterns that needs linear time.
"""

from functools import cache

import orjson
from jsonschema_rs import Draft202012Validator, RegexOptions, Registry

from nizkorcite.record.json_types import JSON
from nizkorcite.record.schema import names, schema

# A text this short holds fewer values than a record may have.
MAXIMUM_BYTES = 500_000


def accepted(text: bytes, schema_name: str) -> dict[str, JSON] | None:
    r"""
    The record of a text, if nothing is wrong with the text and the schema has nothing against it.

    Args:
        text: A JSON text; that no name stands twice in it is for `names_stand_once`.
        schema_name: A name of `nizkorcite.schema.names`.

    Returns:
        The record, or `None` where that is not proven.

    >>> accepted(b'{"title": "A"}', "document") is None
    True
    """
    if len(text) > MAXIMUM_BYTES:
        return None
    try:
        record: dict[str, JSON] = orjson.loads(text)
    except ValueError:
        return None
    return record if _validator(schema_name).is_valid(record) else None


def is_valid(record: JSON, schema_name: str) -> bool:
    """
    Whether the schema has nothing against a record, which must not nest without bounds.

    >>> is_valid({"title": "A"}, "document")
    False
    """
    try:
        return _validator(schema_name).is_valid(record)
    except ValueError:  # half a character, which has no form in UTF-8
        return False


def names_stand_once(text: bytes, record: JSON) -> bool:
    r"""
    Whether it is proven that no name stands twice in an object of a text.

    Each member of the text has one colon outside of quotation marks. The parser keeps the last of
    equal names, so the record written anew has fewer members, and in what is kept not more colons
    inside of quotation marks: unless one was written as \u003a. Equal counts are the proof.

    Args:
        text: A JSON text.
        record: What the parser made of it.

    >>> names_stand_once(b'{"a": ":", "a": ":"}', {"a": ":"})
    False
    """
    if b"\\" in text and b"\\u003" in text:
        return False
    return orjson.dumps(record).count(b":") == text.count(b":")


@cache
def _validator(schema_name: str) -> Draft202012Validator:
    # Whatever is in the registry is looked through, so the common schema goes without.
    others = () if schema_name == "document" else names()
    registry = Registry([(str(schema(name)["$id"]), dict(schema(name))) for name in others])
    return Draft202012Validator(
        dict(schema(schema_name)), registry=registry, offline=True, pattern_options=RegexOptions()
    )

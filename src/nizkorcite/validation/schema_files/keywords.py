"""Keywords, formats and patterns of a schema that are not what their author meant."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any, Final

import jsonschema_rs
from jsonschema import Draft202012Validator
from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]  # no types

from nizkorcite.display import in_quotes
from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.record.json_types import pointer_to
from nizkorcite.validation.schema_check.suggestions import nearest_name, with_guess
from nizkorcite.validation.schema_files.parts import Part

# Draft 2020-12, validation, section 7.3.
_FORMATS: Final = (
    "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname",
    "ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template",
    "json-pointer", "relative-json-pointer", "regex",
)  # fmt: skip
# Keywords of older drafts, which have no meaning in draft 2020-12.
_RENAMED: Final = {
    "definitions": "$defs",
    "id": "$id",
    "dependencies": "dependentRequired",
    "additionalItems": "items",
    "extends": "allOf",
    "disallow": "not",
    "divisibleBy": "multipleOf",
    "$recursiveRef": "$dynamicRef",
    "$recursiveAnchor": "$dynamicAnchor",
}
# Forms of other engines, which mean something else in ECMA-262 or nothing.
_FOREIGN: Final = re.compile(
    r"\(\?P[<=>]|\(\?[#>]|\(\?[a-zA-Z]+\)|\\[AZzGh]|\[\[:\w+:\]\]"
    r"|[*+?]\+|(?<!\\u)\{[0-9]+(?:,[0-9]*)?\}\+"
)
# A class of characters but [[:alpha:]], and an escaped backslash.
_PLAIN: Final = re.compile(r"\\\\|\[(?!\[:)(?:[^\]\\]|\\.)*\]")
# Forms of ECMA-262 that no engine has, and their spelling in Python.
_SPELLINGS: Final = (
    (r"\(\?<(?![=!])", "(?P<"),
    (r"\\k<(\w+)>", r"(?P=\1)"),
    (r"\[\^\]", r"[\\s\\S]"),
    (r"\[\]", r"[^\\s\\S]"),
    (r"\\[pP]\{[^{}]*\}|\\u\{[0-9a-fA-F]+\}|\\c[a-zA-Z]", r"\\w"),
)


def keyword_faults(pointer: str, part: Part) -> Iterator[Fault]:
    """
    Find the keywords, formats and patterns of a part that mean nothing (NZ501, NZ503).

    >>> [str(fault.message) for fault in keyword_faults("", {"requried": ["a"]})]
    ['unknown keyword "requried"; did you mean "required"?']
    """
    for keyword in part:
        yield from _unknown_keyword(pointer, keyword)
    if isinstance(part.get("format"), str):
        yield from _unknown_format(pointer, part["format"])
    if isinstance(part.get("pattern"), str):
        yield from _pattern_faults(f"{pointer}/pattern", part["pattern"])
    if isinstance(part.get("$id"), str) and not _addresses().is_valid(part["$id"]):
        message = Message("{name} is not an address", name=in_quotes("$id"))
        yield Fault("NZ501", message, f"{pointer}/$id")
    for pattern in part.get("patternProperties", ()):
        yield from _pattern_faults(f"{pointer}/patternProperties{pointer_to([pattern])}", pattern)


@cache
def _addresses() -> jsonschema_rs.Draft202012Validator:
    """Return the validator of ``$id`` (draft 2020-12, core, section 8.2.1)."""
    return jsonschema_rs.Draft202012Validator({"format": "uri-reference"}, validate_formats=True)


def _unknown_keyword(pointer: str, keyword: str) -> Iterator[Fault]:
    """Report a keyword that is misspelt or of an older draft; any other is an annotation."""
    if keyword in _keywords():
        return
    message = Message("unknown keyword {name}", name=in_quotes(keyword))
    place = pointer + pointer_to([keyword])
    if new := _RENAMED.get(keyword):
        hint = Message("in draft 2020-12 write {text}", text=in_quotes(new))
        yield Fault("NZ503", message, place, hint, at_name=True)
    elif near := nearest_name(keyword, _keywords())[0]:
        yield Fault("NZ503", with_guess(message, near), place, at_name=True)


@cache
def _keywords() -> tuple[str, ...]:
    """Return the keywords of all vocabularies of draft 2020-12."""
    metaschema: Any = Draft202012Validator.META_SCHEMA
    vocabularies: Any = (
        REGISTRY.resolver(metaschema["$id"]).lookup(each["$ref"]).contents
        for each in metaschema["allOf"]
    )
    return tuple(keyword for each in vocabularies for keyword in each["properties"])


def _unknown_format(pointer: str, name: str) -> Iterator[Fault]:
    if name in _FORMATS:
        return
    message = Message("unknown format {name}", name=in_quotes(name))
    near = nearest_name(name, _FORMATS)[0]
    if near:
        message = with_guess(message, near)
    yield Fault("NZ503", message, f"{pointer}/format")


def _pattern_faults(pointer: str, pattern: str) -> Iterator[Fault]:
    at_name = "/patternProperties/" in pointer
    if not is_pattern(pattern):
        problem = Message("{pattern} is not a regular expression", pattern=in_quotes(pattern))
        message = Message("not a schema: {problem}", problem=problem)
        yield Fault("NZ501", message, pointer, at_name=at_name)
    elif foreign := _FOREIGN.search(_PLAIN.sub("", pattern)):
        message = Message("ECMA-262 does not have {text} in patterns", text=in_quotes(foreign[0]))
        yield Fault("NZ503", message, pointer, at_name=at_name)


@cache
def is_pattern(pattern: str) -> bool:
    r"""
    Check whether a text is a regular expression.

    ECMA-262 is the dialect of JSON Schema (draft 2020-12, core, section 6.4), and no engine in
    Python has all of it: a pattern that either of two engines knows is taken.

    >>> is_pattern(r"^\p{L}+$"), is_pattern("(?<year>[0-9]+)"), is_pattern("^(a")
    (True, True, False)
    """
    with suppress(jsonschema_rs.ValidationError):
        return bool(jsonschema_rs.Draft202012Validator({"pattern": pattern}))
    for form, spelling in _SPELLINGS:
        pattern = re.sub(form, spelling, pattern)
    with suppress(re.error, OverflowError, RecursionError):
        return bool(re.compile(pattern))
    return False

"""Turn an error of jsonschema into a fault, by its keyword."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, reduce
from itertools import chain
from typing import Any

from jsonschema import ValidationError

from nizkorcite.display import in_quotes
from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.record.json_types import pointer_to
from nizkorcite.record.model import SCHEMA_VERSION_WRITTEN
from nizkorcite.record.schema import schema
from nizkorcite.validation.schema_check.dialect import compiled, hashable
from nizkorcite.validation.schema_check.suggestions import (
    Suggestion,
    nearest_name,
    spelling_suggestion,
    type_suggestion,
    with_guess,
    write_hint,
)

_FORMATS = {
    "date": (
        "NZ106",
        Message("is not an EDTF date"),
        Message("such as 2017-02-27, 2017-02 or 2017"),
    ),
    "url": ("NZ107", Message("is not an http or https address"), None),
    "sha256": (
        "NZ108",
        Message("is not a SHA-256 digest"),
        Message("64 hexadecimal digits in lower case"),
    ),
    "line": (
        "NZ105",
        Message("must be a single line without leading or trailing spaces"),
        None,
    ),
    "lines": ("NZ105", Message("has leading or trailing spaces, or control characters"), None),
    "language": (
        "NZ105",
        Message("is not a language tag"),
        Message("such as en, pt-BR or zh-Hant-TW"),
    ),
    "country": (
        "NZ105",
        Message("is not a country code"),
        Message("two capital letters, such as TJ"),
    ),
    "path": (
        "NZ105",
        Message("is not a relative path"),
        Message("parts joined by /, none of them . or .."),
    ),
}
_TYPES = {
    "object": Message("an object"),
    "array": Message("a list"),
    "string": Message("text"),
    "integer": Message("a whole number"),
    "number": Message("a number"),
    "null": Message("null"),
    "boolean": Message("true or false"),
}
_EMPTY = {
    "minLength": Message("empty text"),
    "minItems": Message("empty list"),
    "minProperties": Message("empty object"),
}
_LONGEST = 60
_VERSION = re.compile(r"([0-9]{1,9})\.[0-9]{1,9}")


def keyword_fault(error: ValidationError) -> Fault:
    """Describe an error of a value; unknown and missing names are the business of `violations`."""
    return _FAULTS[str(error.validator)](error)


def _fault(
    error: ValidationError, code: str, message: Message, suggestion: Suggestion | None = None
) -> Fault:
    pointer = pointer_to(error.absolute_path)
    if suggestion is None:
        return Fault(code, message, pointer)
    return Fault(code, message, pointer, suggestion.hint, fix=suggestion.operations(pointer))


def _wrong_type(error: ValidationError) -> Fault:
    value = error.instance
    types: Any = error.validator_value
    if value is None:
        return _null(error)
    names = [types] if isinstance(types, str) else types
    message = expected_type(names, value)
    subschema: Any = error.schema
    suggestion = type_suggestion(value, str(types), subschema, _definition(error))
    return _fault(error, "NZ103", message, suggestion)


def expected_type(names: Sequence[str], value: object) -> Message:
    """Say which types a value may have, and what it is instead."""
    return _expected(reduce(_and, (_TYPES[name] for name in names)), value)


def _null(error: ValidationError) -> Fault:
    hint = Message("leave the field out if the value is unknown")
    return _fault(error, "NZ103", Message("null is not allowed"), _removal(hint, error))


def _removal(hint: Message, error: ValidationError) -> Suggestion:
    """
    Suggest to remove a member, unless some object requires its name.

    The archive's own members are not removed either.
    """
    name = error.absolute_path[-1] if error.absolute_path else 0
    is_own = _definition(error) == "extension"
    is_free = isinstance(name, str) and name not in _required_names() and not is_own
    return Suggestion(hint, removed=("",) if is_free else ())


@cache
def _required_names() -> frozenset[str]:
    parts: Any = [schema(), *_named_definitions().values()]
    required = (each.get("required", ()) for part in parts for each in (part, part.get("then", {})))
    return frozenset(chain.from_iterable(required))


def _expected(type_name: Message, value: object) -> Message:
    return Message("expected {type}; found {value}", type=type_name, value=_in_words(value))


def _and(one: Message, other: Message) -> Message:
    return Message("{one}, {other}", one=one, other=other)


def _none_of(error: ValidationError) -> Fault:
    names: Any = error.validator_value
    value = error.instance
    if value is None:
        return _null(error)
    if not isinstance(value, str):
        return _fault(error, "NZ103", _expected(_TYPES["string"], value))
    message = Message("{value} is not one of the allowed names", value=in_quotes(value))
    near, is_same = nearest_name(value, names)
    if near is None:
        hint = Message("one of {names}", names=", ".join(names))
        return _fault(error, "NZ104", message, Suggestion(hint))
    text = in_quotes(near)
    suggestion = Suggestion(write_hint(text), text if is_same else None)
    return _fault(error, "NZ104", with_guess(message, near), suggestion)


def _wrong_format(error: ValidationError) -> Fault:
    version = _VERSION.fullmatch(str(error.instance))
    if version and list(error.absolute_path) == ["schema_version"]:
        return _other_version(error, int(version[1]))
    value, subschema = str(error.instance), _subschema(error)
    code, problem, hint = _FORMATS.get(
        _definition(error), ("NZ105", Message("is not valid here"), _example(error))
    )
    message = Message("{value} {problem}", value=in_quotes(value), problem=problem)
    suggestion = spelling_suggestion(value, _definition(error), lambda text: _fits(text, subschema))
    return _fault(error, code, message, suggestion or (Suggestion(hint) if hint else None))


def _other_version(error: ValidationError, major: int) -> Fault:
    known = SCHEMA_VERSION_WRITTEN.partition(".")[0]
    if major <= int(known):
        message = Message(
            "{value} is no version of the record; this program knows {known}.x",
            value=in_quotes(str(error.instance)),
            known=known,
        )
        return _fault(error, "NZ105", message, Suggestion(_example(error)))
    message = Message(
        "{value} is newer than this program, which knows {known}.x",
        value=in_quotes(str(error.instance)),
        known=known,
    )
    return _fault(error, "NZ105", message, Suggestion(Message("install a later nizkorcite")))


def _fits(text: str, subschema: Mapping[str, Any]) -> bool:
    return bool(compiled(subschema["pattern"]).search(text))


def _empty(error: ValidationError) -> Fault:
    if error.instance:
        message = Message("{value} is too short", value=_in_words(error.instance))
        return _fault(error, "NZ105", message, Suggestion(_example(error)))
    hint = Message("fill in the field, or leave it out")
    return _fault(error, "NZ110", _EMPTY[str(error.validator)], _removal(hint, error))


def _too_long(error: ValidationError) -> Fault:
    value: Any = error.instance
    most: Any = error.validator_value
    if error.validator == "maxLength":
        message = Message(
            "{length} characters; at most {most} are allowed", length=len(value), most=most
        )
    else:
        message = Message(
            "{length} items; at most {most} are allowed", length=len(value), most=most
        )
    return _fault(error, "NZ109", message)


def _repeated_item(error: ValidationError) -> Fault:
    items: Any = error.instance
    seen: set[object] = set()
    repeated = [
        index
        for index, item in enumerate(map(hashable, items))
        if item in seen or seen.add(item)  # type: ignore[func-returns-value]  # it adds
    ]
    # From the last on, so that a step moves no item of a later one.
    removed = tuple(f"/{index}" for index in reversed(repeated))
    message = Message("the same item appears twice in the list")
    suggestion = Suggestion(Message("delete one of the two"), removed=removed)
    return _fault(error, "NZ111", message, suggestion)


def _out_of_bounds(error: ValidationError) -> Fault:
    value: Any = error.instance
    bound: Any = error.validator_value
    if error.validator == "minimum":
        message = Message("{value} must be at least {bound}", value=value, bound=bound)
    else:
        message = Message("{value} must be at most {bound}", value=value, bound=bound)
    return _fault(error, "NZ112", message)


def _in_words(value: object) -> str | Message:
    """Write a value as JSON has it, or name its type."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return in_quotes(value)
    if isinstance(value, Mapping):
        return _TYPES["object"]
    return _TYPES["array"] if isinstance(value, list) else str(value)[:_LONGEST]


def _example(error: ValidationError) -> Message:
    examples = _subschema(error).get("examples")
    if not examples:
        return Message("see the schema")
    return Message("expected, for example, {example}", example=str(examples[0]))


def _subschema(error: ValidationError) -> Mapping[str, Any]:
    subschema: Any = error.schema
    part: Mapping[str, Any] = subschema
    return part


def _named_definitions() -> Mapping[str, Any]:
    definitions: Any = schema()["$defs"]
    named: Mapping[str, Any] = definitions
    return named


@cache
def _definitions() -> dict[int, str]:
    return {id(definition): name for name, definition in _named_definitions().items()}


def _definition(error: ValidationError) -> str:
    """Name the definition that the error's part of the schema is."""
    return _definitions().get(id(error.schema), "")


_FAULTS: Mapping[str, Callable[[ValidationError], Fault]] = {
    "type": _wrong_type,
    "enum": _none_of,
    "pattern": _wrong_format,
    "minLength": _empty,
    "minItems": _empty,
    "minProperties": _empty,
    "maxLength": _too_long,
    "maxItems": _too_long,
    "uniqueItems": _repeated_item,
    "minimum": _out_of_bounds,
    "maximum": _out_of_bounds,
}

"""What is told of an error of the schema, by its keyword: a code, words and a remedy."""

from collections.abc import Callable, Mapping
from functools import cache, reduce
from itertools import chain
from typing import Any

from attrs import frozen
from jsonschema import ValidationError

from nizkorcite.display import in_quotes
from nizkorcite.messages import Message
from nizkorcite.record.schema import schema
from nizkorcite.validation.schema_check.dialect import compiled, hashable
from nizkorcite.validation.schema_check.suggestions import (
    Remedy,
    meant,
    nearest,
    respelt,
    retyped,
    write,
)

_FORMS = {
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
    "line": ("NZ105", Message("is not one line without white space at its ends"), None),
    "lines": ("NZ105", Message("has white space at its ends, or control characters"), None),
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
    "string": Message("a text"),
    "integer": Message("a whole number"),
    "boolean": Message("true or false"),
}

_LONGEST = 60


@frozen
class Told:
    """What is told of an error; jsonschema's have values of any type, the schema's and ours."""

    code: str
    message: Message
    remedy: Remedy | None = None


def told(error: ValidationError) -> Told:
    """What is told of an error of any keyword but ``additionalProperties`` and ``required``."""
    return _TOLD[str(error.validator)](error)


def _null(error: ValidationError) -> Told:
    hint = Message("leave the member out where nothing is known")
    return Told("NZ103", Message("null is not allowed"), _left_out(hint, error))


def _left_out(hint: Message, error: ValidationError) -> Remedy:
    """
    A member that says nothing is taken away, unless some object must have one of its name, or it is
    the archive's own.
    """
    name = error.absolute_path[-1] if error.absolute_path else 0
    is_own = _definition(error) == "extension"
    is_free = isinstance(name, str) and name not in _required_names() and not is_own
    return Remedy(hint, removed=("",) if is_free else ())


@cache
def _required_names() -> frozenset[str]:
    parts: Any = [schema(), *_named_definitions().values()]
    required = (each.get("required", ()) for part in parts for each in (part, part.get("then", {})))
    return frozenset(chain.from_iterable(required))


def _wrong_type(error: ValidationError) -> Told:
    value = error.instance
    kinds: Any = error.validator_value
    needed = [_TYPES[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    if value is None:
        return _null(error)
    message = Message("{value} is not {type}", value=_in_words(value), type=reduce(_or, needed))
    subschema: Any = error.schema
    return Told("NZ103", message, retyped(value, str(kinds), subschema, _definition(error)))


def _or(one: Message, other: Message) -> Message:
    return Message("{one} or {other}", one=one, other=other)


def _none_of(error: ValidationError) -> Told:
    names: Any = error.validator_value
    value = error.instance
    if value is None:
        return _null(error)
    if not isinstance(value, str):
        message = Message("{value} is not {type}", value=_in_words(value), type=_TYPES["string"])
        return Told("NZ103", message)
    message = Message("{value} is not one of the allowed names", value=in_quotes(value))
    near, is_same = nearest(value, names)
    if near is None:
        return Told("NZ104", message, Remedy(Message("one of {names}", names=", ".join(names))))
    text = in_quotes(near)
    return Told("NZ104", meant(message, near), Remedy(write(text), text if is_same else None))


def _other_form(error: ValidationError) -> Told:
    value = str(error.instance)
    code, problem, hint = _FORMS.get(
        _definition(error),
        ("NZ105", Message("does not have the form asked for"), _such_as(error)),
    )
    message = Message("{value} {problem}", value=in_quotes(value), problem=problem)
    subschema: Any = error.schema
    remedy = respelt(value, _definition(error), lambda text: _fits(text, subschema))
    return Told(code, message, remedy or (Remedy(hint) if hint else None))


def _fits(text: str, subschema: Mapping[str, Any]) -> bool:
    return bool(compiled(subschema["pattern"]).search(text))


def _empty(error: ValidationError) -> Told:
    if error.instance:
        message = Message("{value} is too short", value=_in_words(error.instance))
        return Told("NZ105", message, Remedy(_such_as(error)))
    hint = Message("leave the member out, or fill it in")
    return Told("NZ110", _EMPTY[str(error.validator)], _left_out(hint, error))


def _too_long(error: ValidationError) -> Told:
    value: Any = error.instance
    most: Any = error.validator_value
    length = len(value)
    if error.validator == "maxLength":
        message = Message(
            "{length} characters; at most {most} are allowed", length=length, most=most
        )
    else:
        message = Message("{length} items; at most {most} are allowed", length=length, most=most)
    return Told("NZ109", message)


def _same_twice(error: ValidationError) -> Told:
    items: Any = error.instance
    seen: set[object] = set()
    again = [
        index
        for index, item in enumerate(map(hashable, items))
        if item in seen or seen.add(item)  # type: ignore[func-returns-value]  # it adds
    ]
    # From the last on, so that a step moves no item of a later one.
    removed = tuple(f"/{index}" for index in reversed(again))
    message = Message("the same item appears twice in the list")
    return Told("NZ111", message, Remedy(Message("delete one of the two"), removed=removed))


def _out_of_bounds(error: ValidationError) -> Told:
    value: Any = error.instance
    bound: Any = error.validator_value
    if error.validator == "minimum":
        message = Message("{value} must be at least {bound}", value=value, bound=bound)
    else:
        message = Message("{value} must be at most {bound}", value=value, bound=bound)
    return Told("NZ112", message)


def _needs_another(error: ValidationError) -> Told:
    needs: Any = error.validator_value
    instance: Any = error.instance
    for name, others in needs.items():
        for other in others:
            if name in instance and other not in instance:
                message = Message(
                    "{name} needs {other} beside it", name=in_quotes(name), other=in_quotes(other)
                )
                return Told("NZ113", message)
    raise AssertionError(error)  # jsonschema told that one is missing


def _in_words(value: object) -> str | Message:
    """Write a short value as JSON has it, and name the type of a longer one."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return in_quotes(value)
    if isinstance(value, Mapping):
        return _TYPES["object"]
    return _TYPES["array"] if isinstance(value, list) else str(value)[:_LONGEST]


def _such_as(error: ValidationError) -> Message:
    subschema: Any = error.schema
    examples = subschema.get("examples")
    if not examples:
        return Message("see the schema")
    return Message("such as {example}", example=str(examples[0]))


def _named_definitions() -> Mapping[str, Any]:
    definitions: Any = schema()["$defs"]
    named: Mapping[str, Any] = definitions
    return named


@cache
def _definitions() -> dict[int, str]:
    return {id(definition): name for name, definition in _named_definitions().items()}


def _definition(error: ValidationError) -> str:
    """The name that the part of the schema is defined by, if it has one."""
    return _definitions().get(id(error.schema), "")


_EMPTY = {
    "minLength": Message("an empty text says nothing"),
    "minItems": Message("an empty list says nothing"),
    "minProperties": Message("an empty object says nothing"),
}
_TOLD: Mapping[str, Callable[[ValidationError], Told]] = {
    "type": _wrong_type,
    "enum": _none_of,
    "pattern": _other_form,
    "minLength": _empty,
    "minItems": _empty,
    "minProperties": _empty,
    "maxLength": _too_long,
    "maxItems": _too_long,
    "uniqueItems": _same_twice,
    "minimum": _out_of_bounds,
    "maximum": _out_of_bounds,
    "dependentRequired": _needs_another,
}

"""
What the schema has against a record, in words: one fault a cause (NZ1xx).

The verdict is that of `dialect`; nothing is ever fetched.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import chain, islice
from typing import Any

from attrs import evolve, frozen
from jsonschema import Draft202012Validator, ValidationError

from nizkorcite.findings import Operation
from nizkorcite.json_value import JSON
from nizkorcite.messages import Message
from nizkorcite.pointers import pointer_to
from nizkorcite.schema import keyword_location, registry, schema
from nizkorcite.validation.dialect import compiled, extended, hashable, unknown_names
from nizkorcite.validation.faults import Fault
from nizkorcite.validation.limits import MAXIMUM_FAULTS
from nizkorcite.validation.remedies import Remedy, nearest, respelt, retyped, write
from nizkorcite.validation.words import quoted, shown

# Of several faults of one value the first in this order is its cause.
_ORDER = (
    "type",
    "additionalProperties",
    "required",
    "enum",
    "minLength",
    "pattern",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "minimum",
    "maximum",
    "dependentRequired",
)
_MOST_ERRORS = 10_000
_FORMS = {
    "date": (
        "NZ106",
        Message("is no date in EDTF"),
        Message("such as 2017-02-27, 2017-02 or 2017"),
    ),
    "url": ("NZ107", Message("is no http or https address"), None),
    "sha256": (
        "NZ108",
        Message("is no SHA-256 digest"),
        Message("64 hexadecimal digits in lower case"),
    ),
    "line": ("NZ105", Message("is not one line without white space at its ends"), None),
    "lines": ("NZ105", Message("has white space at its ends, or control characters"), None),
    "language": (
        "NZ105",
        Message("is no language tag"),
        Message("such as en, pt-BR or zh-Hant-TW"),
    ),
    "country": (
        "NZ105",
        Message("is no country code"),
        Message("two capital letters, such as TJ"),
    ),
    "path": (
        "NZ105",
        Message("is no relative path"),
        Message("parts joined by /, none of them . or .."),
    ),
}
_TYPES = {
    "object": Message("an object"),
    "array": Message("a list"),
    "string": Message("a text"),
    "integer": Message("a whole number"),
    "boolean": Message("a truth value"),
}


# An error of jsonschema, and what it is told as.
_Cause = tuple[ValidationError, Fault]


def schema_faults(record: JSON, name: str = "document") -> Iterator[Fault]:
    """
    Every fault that a schema finds, one a cause.

    Args:
        record: The value of a record.
        name: A schema of `nizkorcite.schema.names`.

    Of a hostile record's errors the first ten thousand are looked at; since at most six have one
    cause, these are more faults than are told of one record.

    >>> print(next(schema_faults({"langauge": "en"})).message)
    "langauge" is no member of a document; did you mean "language"?
    """
    errors: dict[str, list[ValidationError]] = {}
    for error in islice(_validator(name).iter_errors(record), _MOST_ERRORS):
        errors.setdefault(pointer_to(error.absolute_path), []).append(error)
    for pointer, group in errors.items():
        for error, fault in _causes(pointer, group):
            where = keyword_location(name, error.absolute_schema_path, error.schema)
            yield evolve(fault, schema_location=where)


def _causes(pointer: str, errors: Sequence[ValidationError]) -> Iterator[_Cause]:
    """An object's faults are told each, with misspelt names joined; of a value's the first."""
    ranked = sorted(errors, key=lambda error: _ORDER.index(str(error.validator)))
    if ranked[0].validator not in ("additionalProperties", "required", "dependentRequired"):
        yield ranked[0], _fault(pointer, ranked[0])
        return
    missing = {_missing(error): error for error in ranked if error.validator == "required"}
    for error in ranked:
        if error.validator == "additionalProperties":
            for fault in _unknown(pointer, error, missing):
                yield error, fault
        elif error.validator == "dependentRequired":
            yield error, _fault(pointer, error)
    for name, error in missing.items():
        message = Message("{name} is missing", name=quoted(name))
        about = f"{pointer}/{name}"
        yield error, Fault("NZ101", message, pointer, hint=_reason(error), about=about)


def _reason(error: ValidationError) -> Message | None:
    """Why a member is required that is not always."""
    conditions: Any = _conditions().get(id(error.schema), {})
    for name, part in conditions.items():
        return Message("since {name} is {value}", name=quoted(name), value=quoted(part["const"]))
    return None


@cache
def _conditions() -> dict[int, object]:
    """What an object must say for the branch of a condition to hold."""
    definitions: Any = schema()["$defs"]
    branches = [each for each in definitions.values() if "then" in each]
    return {id(each["then"]): each["if"]["properties"] for each in branches}


def _unknown(
    pointer: str, error: ValidationError, missing: dict[str, ValidationError]
) -> Iterator[Fault]:
    """Unknown names; one that is near a missing name is its misspelling, told once."""
    subschema: Any = error.schema
    instance: Any = error.instance
    known = list(subschema["properties"])
    # Each takes a while to compare with all known names, and no more are told of a record.
    for name in unknown_names(instance, subschema)[: MAXIMUM_FAULTS + 1]:
        near, is_same = nearest(name, known)
        message = Message("{name} is no member of {what}", name=quoted(name), what=_what(pointer))
        is_missing = near is not None and missing.pop(near, None) is not None
        is_safe = is_missing or (is_same and near not in instance)
        yield Fault(
            "NZ102",
            _meant(message, near) if near else message,
            pointer + pointer_to([name]),
            hint=_instead(near, instance),
            at_name=True,
            about=f"{pointer}/{near}" if is_missing else None,
            fix=_renamed(pointer, name, near) if near and is_safe else (),
        )


def _instead(near: str | None, instance: Mapping[str, object]) -> Message:
    """What to do about an unknown name."""
    if near is None:
        return Message("names of your own begin with x_")
    if near in instance:
        return Message("{name} stands here too; keep one of the two", name=quoted(near))
    return write(quoted(near))


def _meant(message: Message, near: str) -> Message:
    """A message with the name that is likely meant."""
    return Message("{fault}; did you mean {name}?", fault=message, name=quoted(near))


def _renamed(pointer: str, name: str, near: str) -> tuple[Operation, ...]:
    source = pointer + pointer_to([name])
    return (Operation(op="move", path=f"{pointer}/{near}", source=source),)


def _fault(pointer: str, error: ValidationError) -> Fault:
    words = _MESSAGES[str(error.validator)](error)
    return Fault(
        words.code,
        words.message,
        pointer,
        hint=words.remedy.hint if words.remedy else None,
        fix=words.remedy.operations(pointer) if words.remedy else (),
    )


@frozen
class _Words:
    """What is told of an error; jsonschema's have values of any type, the schema's and ours."""

    code: str
    message: Message
    remedy: Remedy | None = None


def _null(error: ValidationError) -> _Words:
    hint = Message("leave the member out where nothing is known")
    return _Words("NZ103", Message("null is no value"), _left_out(hint, error))


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


def _wrong_type(error: ValidationError) -> _Words:
    value = error.instance
    kinds: Any = error.validator_value
    needed = [_TYPES[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    if value is None:
        return _null(error)
    message = Message("{value} is not {type}", value=shown(value), type=reduce(_or, needed))
    subschema: Any = error.schema
    return _Words("NZ103", message, retyped(value, str(kinds), subschema, _definition(error)))


def _or(one: Message, other: Message) -> Message:
    return Message("{one} or {other}", one=one, other=other)


def _none_of(error: ValidationError) -> _Words:
    names: Any = error.validator_value
    value = error.instance
    if value is None:
        return _null(error)
    if not isinstance(value, str):
        message = Message("{value} is not {type}", value=shown(value), type=_TYPES["string"])
        return _Words("NZ103", message)
    message = Message("{value} is none of the names here", value=quoted(value))
    near, is_same = nearest(value, names)
    if near is None:
        return _Words("NZ104", message, Remedy(Message("one of {names}", names=", ".join(names))))
    text = quoted(near)
    return _Words("NZ104", _meant(message, near), Remedy(write(text), text if is_same else None))


def _other_form(error: ValidationError) -> _Words:
    value = str(error.instance)
    code, problem, hint = _FORMS.get(
        _definition(error),
        ("NZ105", Message("does not have the form asked for"), _such_as(error)),
    )
    message = Message("{value} {problem}", value=quoted(value), problem=problem)
    subschema: Any = error.schema
    remedy = respelt(value, _definition(error), lambda text: _fits(text, subschema))
    return _Words(code, message, remedy or (Remedy(hint) if hint else None))


def _fits(text: str, subschema: Mapping[str, Any]) -> bool:
    return bool(compiled(subschema["pattern"]).search(text))


def _empty(error: ValidationError) -> _Words:
    if error.instance:
        message = Message("{value} is too short", value=shown(error.instance))
        return _Words("NZ105", message, Remedy(_such_as(error)))
    hint = Message("leave the member out, or fill it in")
    return _Words("NZ110", _EMPTY[str(error.validator)], _left_out(hint, error))


def _too_long(error: ValidationError) -> _Words:
    value: Any = error.instance
    most: Any = error.validator_value
    length = len(value)
    if error.validator == "maxLength":
        message = Message(
            "{length} characters; at most {most} are allowed", length=length, most=most
        )
    else:
        message = Message("{length} items; at most {most} are allowed", length=length, most=most)
    return _Words("NZ109", message)


def _same_twice(error: ValidationError) -> _Words:
    items: Any = error.instance
    seen: set[object] = set()
    again = [
        index
        for index, item in enumerate(map(hashable, items))
        if item in seen or seen.add(item)  # type: ignore[func-returns-value]  # it adds
    ]
    # From the last on, so that a step moves no item of a later one.
    removed = tuple(f"/{index}" for index in reversed(again))
    message = Message("the same item stands twice in the list")
    return _Words("NZ111", message, Remedy(Message("delete one of the two"), removed=removed))


def _out_of_bounds(error: ValidationError) -> _Words:
    value: Any = error.instance
    bound: Any = error.validator_value
    if error.validator == "minimum":
        message = Message("{value} must be at least {bound}", value=value, bound=bound)
    else:
        message = Message("{value} must be at most {bound}", value=value, bound=bound)
    return _Words("NZ112", message)


def _needs_another(error: ValidationError) -> _Words:
    needs: Any = error.validator_value
    instance: Any = error.instance
    for name, others in needs.items():
        for other in others:
            if name in instance and other not in instance:
                message = Message(
                    "{name} needs {other} beside it", name=quoted(name), other=quoted(other)
                )
                return _Words("NZ113", message)
    raise AssertionError(error)  # jsonschema told that one is missing


_EMPTY = {
    "minLength": Message("an empty text says nothing"),
    "minItems": Message("an empty list says nothing"),
    "minProperties": Message("an empty object says nothing"),
}
_MESSAGES = {
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


def _missing(error: ValidationError) -> str:
    names: Any = error.validator_value
    return next(str(name) for name in names if error.message.startswith(f"{name!r} is a required"))


def _what(pointer: str) -> str | Message:
    """What an object is called, from the last name of its pointer."""
    names = [part for part in pointer.split("/") if part and not part.isdecimal()]
    return quoted(names[-1]) if names else Message("a document")


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


@cache
def _validator(name: str) -> Draft202012Validator:
    validator: Draft202012Validator = extended()(schema(name), registry=registry())
    return validator

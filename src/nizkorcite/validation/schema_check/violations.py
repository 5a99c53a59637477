"""
What the schema has against a record, in words: one fault a cause (NZ1xx).

The verdict is that of `dialect`; nothing is ever fetched.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any

from attrs import evolve
from jsonschema import Draft202012Validator, ValidationError

from nizkorcite.display import in_quotes
from nizkorcite.findings import Fault, Operation
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON, pointer_to
from nizkorcite.record.schema import keyword_location, schema, schema_registry
from nizkorcite.validation.input.limits import MAXIMUM_FAULTS
from nizkorcite.validation.schema_check.dialect import extended, unknown_names
from nizkorcite.validation.schema_check.keyword_messages import told
from nizkorcite.validation.schema_check.suggestions import meant, nearest, write

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
    "langauge" is not a member of a document; did you mean "language"?
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
        message = Message("{name} is missing", name=in_quotes(name))
        about = f"{pointer}/{name}"
        yield error, Fault("NZ101", message, pointer, hint=_reason(error), about=about)


def _reason(error: ValidationError) -> Message | None:
    """Why a member is required that is not always."""
    conditions: Any = _conditions().get(id(error.schema), {})
    for name, part in conditions.items():
        return Message(
            "because {name} is {value}", name=in_quotes(name), value=in_quotes(part["const"])
        )
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
        message = Message(
            "{name} is not a member of {what}", name=in_quotes(name), what=_what(pointer)
        )
        is_missing = near is not None and missing.pop(near, None) is not None
        is_safe = is_missing or (is_same and near not in instance)
        yield Fault(
            "NZ102",
            meant(message, near) if near else message,
            pointer + pointer_to([name]),
            hint=_instead(near, instance),
            at_name=True,
            about=f"{pointer}/{near}" if is_missing else None,
            fix=_renamed(pointer, name, near) if near and is_safe else (),
        )


def _instead(near: str | None, instance: Mapping[str, object]) -> Message:
    """What to do about an unknown name."""
    if near is None:
        return Message("members of your own begin with x_")
    if near in instance:
        return Message("{name} is here too; keep one of the two", name=in_quotes(near))
    return write(in_quotes(near))


def _renamed(pointer: str, name: str, near: str) -> tuple[Operation, ...]:
    source = pointer + pointer_to([name])
    return (Operation(op="move", path=f"{pointer}/{near}", source=source),)


def _fault(pointer: str, error: ValidationError) -> Fault:
    words = told(error)
    return Fault(
        words.code,
        words.message,
        pointer,
        hint=words.remedy.hint if words.remedy else None,
        fix=words.remedy.operations(pointer) if words.remedy else (),
    )


def _missing(error: ValidationError) -> str:
    names: Any = error.validator_value
    return next(str(name) for name in names if error.message.startswith(f"{name!r} is a required"))


def _what(pointer: str) -> str | Message:
    """What an object is called, from the last name of its pointer."""
    names = [part for part in pointer.split("/") if part and not part.isdecimal()]
    return in_quotes(names[-1]) if names else Message("a document")


@cache
def _validator(name: str) -> Draft202012Validator:
    validator: Draft202012Validator = extended()(schema(name), registry=schema_registry())
    return validator

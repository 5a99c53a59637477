"""
Find the violations of a schema, one fault for each cause (NZ1xx).

The validator is that of `dialect`; nothing is fetched.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any

from attrs import evolve
from jsonschema import Draft202012Validator, ValidationError

from nizkorcite.display import in_quotes
from nizkorcite.faults import Fault, Operation
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON, pointer_to
from nizkorcite.record.schema import SCHEMAS, keyword_location, schema, schema_registry
from nizkorcite.validation.fast.schema_verdict import part_accepts
from nizkorcite.validation.input.limits import MAXIMUM_FAULTS
from nizkorcite.validation.schema_check.dialect import (
    explaining_class,
    unknown_names,
    validator_class,
)
from nizkorcite.validation.schema_check.keyword_messages import keyword_fault
from nizkorcite.validation.schema_check.suggestions import nearest_name, with_guess, write_hint

# Of several errors of one value the first in this order is their cause.
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
# An error of jsonschema, and the fault reported for it.
_Cause = tuple[ValidationError, Fault]


def schema_faults(record: JSON, name: str = "document") -> Iterator[Fault]:
    """
    Find a record's faults by a schema, one for each cause.

    Args:
        record: The value of a record.
        name: A name of `nizkorcite.schema_names`.

    Of a hostile record only the first ten thousand errors are examined; since at most six have one
    cause, these are more faults than are reported of one record.

    >>> print(next(schema_faults({"langauge": "en"})).message)
    unknown field "langauge"; did you mean "language"?
    """
    errors: dict[str, list[ValidationError]] = {}
    for error in islice(_validator(name).iter_errors(record), _MOST_ERRORS):
        errors.setdefault(pointer_to(error.absolute_path), []).append(error)
    for pointer, group in errors.items():
        for error, fault in _causes(pointer, group):
            where = keyword_location(name, error.absolute_schema_path, error.schema)
            yield evolve(fault, schema_location=where)


def _causes(pointer: str, errors: Sequence[ValidationError]) -> Iterator[_Cause]:
    """
    Find the causes of a value's errors.

    Of an object the unknown and the missing names are causes, of other values the first error.
    """
    ranked = sorted(errors, key=lambda error: _ORDER.index(str(error.validator)))
    if ranked[0].validator not in ("additionalProperties", "required", "dependentRequired"):
        yield ranked[0], keyword_fault(ranked[0])
        return
    missing = _missing_names(ranked)
    unknown = [
        (error, fault)
        for error in ranked
        if error.validator == "additionalProperties"
        for fault in _unknown(pointer, error, missing)
    ]
    absent = list(_absent(pointer, missing))
    if len(unknown) == len(absent) == 1 and unknown[0][1].about == (f"{pointer}/*",):
        (error, stranger), (_, other) = *unknown, *absent
        yield error, _one_for_the_other(stranger, other)
    else:
        yield from (*unknown, *absent)


def _missing_names(errors: Sequence[ValidationError]) -> dict[str, ValidationError]:
    """Return the names that are missing in an object, each with its error."""
    missing: dict[str, ValidationError] = {}
    for error in errors:
        if error.validator == "required":
            missing[_missing_name(error)] = error
        elif error.validator == "dependentRequired":
            missing.update((name, error) for name, _ in _dependencies(error))
    return missing


def _dependencies(error: ValidationError) -> list[tuple[str, list[str]]]:
    """Return missing names, each with the names that require it."""
    needs: Any = error.validator_value
    instance: Any = error.instance
    present = {name: others for name, others in needs.items() if name in instance}
    wanted = dict.fromkeys(other for others in present.values() for other in others)
    return [
        (other, [name for name, others in present.items() if other in others])
        for other in wanted
        if other not in instance
    ]


def _absent(pointer: str, missing: Mapping[str, ValidationError]) -> Iterator[_Cause]:
    """Report missing names: those that one keyword requires together."""
    required: dict[int, list[str]] = {}
    for name, error in missing.items():
        if error.validator == "required":
            required.setdefault(id(error.schema), []).append(name)
        else:
            message = _requirement(dict(_dependencies(error))[name], name)
            yield error, Fault("NZ113", message, pointer, about=(f"{pointer}/{name}",))
    for names in required.values():
        error = missing[names[0]]
        about = tuple(f"{pointer}/{name}" for name in names)
        hint = _condition_hint(error)
        yield error, Fault("NZ101", _absence(names), pointer, hint, about=about)


def _absence(names: Sequence[str]) -> Message:
    if len(names) == 1:
        return Message("{name} is missing", name=in_quotes(names[0]))
    return Message("{names} are missing", names=_enumeration(names))


def _requirement(names: Sequence[str], other: str) -> Message:
    if len(names) == 1:
        return Message("{name} requires {other}", name=in_quotes(names[0]), other=in_quotes(other))
    return Message("{names} require {other}", names=_enumeration(names), other=in_quotes(other))


def _enumeration(names: Sequence[str]) -> Message:
    *others, last = map(in_quotes, names)
    return Message("{one} and {other}", one=", ".join(others), other=last)


def _one_for_the_other(unknown: Fault, absent: Fault) -> Fault:
    """Report an unknown name and the missing one that it may stand for as one fault."""
    message = Message("{one}; {other}", one=unknown.message, other=absent.message)
    return evolve(unknown, message=message, about=absent.about)


def _condition_hint(error: ValidationError) -> Message | None:
    """Explain why a member is required that is optional elsewhere."""
    conditions: Any = _conditions().get(id(error.schema), {})
    for name, part in conditions.items():
        return Message(
            "because {name} is {value}", name=in_quotes(name), value=in_quotes(part["const"])
        )
    return None


@cache
def _conditions() -> dict[int, object]:
    """Return the values on which each conditional part of the schema depends."""
    definitions: Any = schema()["$defs"]
    branches = [each for each in definitions.values() if "then" in each]
    return {id(each["then"]): each["if"]["properties"] for each in branches}


def _unknown(
    pointer: str, error: ValidationError, missing: dict[str, ValidationError]
) -> Iterator[Fault]:
    """Report unknown names, each with the known name that is nearest."""
    subschema: Any = error.schema
    instance: Any = error.instance
    known = list(subschema["properties"])
    # Comparing a name with all known names takes a while, and no more are reported of a record.
    for name in unknown_names(instance, subschema)[: MAXIMUM_FAULTS + 1]:
        near, is_same = nearest_name(name, known)
        message = Message("unknown field {name}", name=in_quotes(name))
        is_missing = near is not None and missing.pop(near, None) is not None
        is_safe = is_missing or (is_same and near not in instance)
        yield Fault(
            "NZ102",
            with_guess(message, near) if near else message,
            pointer + pointer_to([name]),
            hint=_name_hint(near, instance),
            at_name=True,
            about=(f"{pointer}/{near or '*'}",) if near not in instance else (),
            fix=_renaming(pointer, name, near) if near and is_safe else (),
        )


def _name_hint(near: str | None, instance: Mapping[str, object]) -> Message:
    if near is None:
        return Message("start your own fields with x_")
    if near in instance:
        return Message("{name} is also present; keep one of the two", name=in_quotes(near))
    return write_hint(in_quotes(near))


def _renaming(pointer: str, name: str, near: str) -> tuple[Operation, ...]:
    source = pointer + pointer_to([name])
    return (Operation(op="move", path=f"{pointer}/{near}", source=source),)


def _missing_name(error: ValidationError) -> str:
    names: Any = error.validator_value
    return next(str(name) for name in names if error.message.startswith(f"{name!r} is a required"))


@cache
def _validator(name: str) -> Draft202012Validator:
    kind = explaining_class(part_accepts) if name in SCHEMAS.values() else validator_class()
    validator: Draft202012Validator = kind(schema(name), registry=schema_registry())
    return validator

"""
What the schema has against a record, in words: one fault a cause (NZ1xx).

The verdict is jsonschema's (Draft 2020-12) with these changes: patterns mean what they mean in
ECMA-262, where ``$`` does not match before a final line break; nothing is ever fetched; and no list
takes time quadratic in its length.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from nizkorcite.codec import JSON
from nizkorcite.dates import read_printed
from nizkorcite.errors import DateError
from nizkorcite.schema import registry, schema
from nizkorcite.validation.codes import Fault
from nizkorcite.validation.positions import pointer_to
from nizkorcite.validation.words import quoted, shown

# Of several faults of one value the first in this order is its cause.
_ORDER = (
    "type",
    "additionalProperties",
    "required",
    "enum",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "minimum",
    "maximum",
    "dependentRequired",
)
_NEAR = 0.7
_MOST_ERRORS = 10_000
_LONGEST_NAME = 60
_LONGEST_NUMBER = 16
# The objects that people write as a mere text.
_OBJECTS = {
    "agent": '{{"kind": "organisation", "name": {}}}',
    "place": '{{"name": {}}}',
    "alternative_title": '{{"title": {}}}',
    "legal_basis": '{{"citation": {}}}',
}
_FORMS = {
    "date": ("NZ106", "is no date in EDTF", "such as 2017-02-27, 2017-02 or 2017"),
    "url": ("NZ107", "is no http or https address", None),
    "sha256": ("NZ108", "is no SHA-256 digest", "64 hexadecimal digits in lower case"),
    "line": ("NZ105", "is not one line without white space at its ends", None),
    "lines": ("NZ105", "has white space at its ends, or control characters", None),
    "language": ("NZ105", "is no language tag", "such as en, pt-BR or zh-Hant-TW"),
    "country": ("NZ105", "is no country code", "two capital letters, such as TJ"),
    "path": ("NZ105", "is no relative path", "parts joined by /, none of them . or .."),
}
_TYPES = {
    "object": "an object",
    "array": "a list",
    "string": "a text",
    "integer": "a whole number",
    "boolean": "a truth value",
}


def schema_faults(record: JSON, name: str = "document") -> Iterator[Fault]:
    """
    Every fault that a schema finds, one a cause.

    Args:
        record: The value of a record.
        name: A schema of `nizkorcite.schema.names`.

    Of a hostile record's errors the first ten thousand are looked at; since at most six have one
    cause, these are more faults than are told of one record.

    >>> [fault.message for fault in schema_faults({"langauge": "en"})][0]
    '"langauge" is no member of a document; did you mean "language"?'
    """
    errors: dict[str, list[ValidationError]] = {}
    for error in islice(_validator(name).iter_errors(record), _MOST_ERRORS):
        errors.setdefault(_pointer(error), []).append(error)
    for pointer, group in errors.items():
        yield from _causes(pointer, group)


def _causes(pointer: str, errors: Sequence[ValidationError]) -> Iterator[Fault]:
    """An object's faults are told each, with misspelt names joined; of a value's the first."""
    ranked = sorted(errors, key=lambda error: _ORDER.index(str(error.validator)))
    if ranked[0].validator not in ("additionalProperties", "required", "dependentRequired"):
        yield _fault(pointer, ranked[0])
        return
    missing = {_missing(error): error for error in ranked if error.validator == "required"}
    for error in ranked:
        if error.validator == "additionalProperties":
            yield from _unknown(pointer, error, missing)
        elif error.validator == "dependentRequired":
            yield _fault(pointer, error)
    for name, error in missing.items():
        yield Fault(
            "NZ101",
            f'"{name}" is missing',
            pointer,
            hint=_reason(error),
            schema_location=_location(error),
            about=f"{pointer}/{name}",
        )


def _reason(error: ValidationError) -> str | None:
    """Why a member is required that is not always."""
    conditions: Any = _conditions().get(id(error.schema), {})
    return (
        " and ".join(f'since "{name}" is "{part["const"]}"' for name, part in conditions.items())
        or None
    )


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
    for name in _unknown_names(instance, subschema):
        near = _nearest(name, known)
        message = f"{quoted(name)} is no member of {_what(pointer)}"
        hint, about = "names of your own begin with x_", None
        if near:
            message += f'; did you mean "{near}"?'
            hint = f'write "{near}"'
            about = f"{pointer}/{near}" if missing.pop(near, None) else None
        yield Fault(
            "NZ102",
            message,
            pointer + pointer_to([name]),
            hint=hint,
            at_name=True,
            schema_location=_location(error),
            about=about,
        )


def _nearest(name: str, known: Sequence[str]) -> str | None:
    """The known name that is meant, if one is near; only names of a common length are compared."""
    plain = name[:_LONGEST_NAME].strip().lower().replace("-", "_").replace(" ", "_")
    if plain in known:
        return plain
    return next(iter(get_close_matches(plain, known, n=1, cutoff=_NEAR)), None)


def _fault(pointer: str, error: ValidationError) -> Fault:
    code, message, hint = _MESSAGES[str(error.validator)](error)
    return Fault(code, message, pointer, hint=hint, schema_location=_location(error))


# jsonschema's errors hold values of any type: the schema's and the record's.
_Words = tuple[str, str, str | None]
_NULL: _Words = ("NZ103", "null is no value", "leave the member out where nothing is known")


def _wrong_type(error: ValidationError) -> _Words:
    value = error.instance
    kinds: Any = error.validator_value
    needed = " or ".join(_TYPES[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds))
    if value is None:
        return _NULL
    return "NZ103", f"{shown(value)} is not {needed}", _retyped(value, error)


def _retyped(value: object, error: ValidationError) -> str | None:
    """How the value is written in the type asked for."""
    kind: Any = error.validator_value
    subschema: Any = error.schema
    if kind == "integer" and isinstance(value, str):
        number = value.strip().lstrip("0") or "0"
        is_number = number.isdecimal() and len(number) <= _LONGEST_NUMBER
        number = number if is_number else "a whole number such as 3104"
        return f"write {number} without quotation marks"
    if kind == "object" and isinstance(value, str):
        form = _OBJECTS.get(_definition(error))
        return f"write {form.format(quoted(value))}" if form else None
    if kind == "array" and isinstance(value, str):
        form = _OBJECTS.get(subschema["items"]["$ref"].rpartition("/")[2], "{}")
        return f"write [{form.format(quoted(value))}]"
    return "put it in a list: [...]" if kind == "array" and isinstance(value, dict) else None


def _none_of(error: ValidationError) -> _Words:
    names: Any = error.validator_value
    value = error.instance
    if value is None:
        return _NULL
    if not isinstance(value, str):
        return "NZ103", f"{shown(value)} is not a text", None
    message = f"{shown(value)} is none of the names here"
    if near := _nearest(value, names):
        return "NZ104", f'{message}; did you mean "{near}"?', f'write "{near}"'
    return "NZ104", message, f"one of {', '.join(names)}"


def _other_form(error: ValidationError) -> _Words:
    value = str(error.instance)
    code, message, hint = _FORMS.get(
        _definition(error),
        ("NZ105", "does not have the form asked for", f"such as {_example(error)}"),
    )
    return code, f"{shown(value)} {message}", _remedy(code, value) or hint


def _remedy(code: str, value: str) -> str | None:
    """The right spelling, where the wrong one leaves no doubt."""
    if code == "NZ106":
        return _as_edtf(value)
    if code == "NZ107" and re.fullmatch(r"(?:www\.)?[a-z0-9.-]+\.[a-z]{2,}(?:/\S*)?", value, re.I):
        return f"write https://{value}"
    if code == "NZ108" and re.fullmatch("[0-9A-Fa-f]{64}", value):
        return "write it in lower case"
    if code == "NZ105" and value != value.strip():
        return "take away the white space at its ends"
    return None


def _as_edtf(value: str) -> str | None:
    try:
        return f"write {read_printed(value)}"
    except DateError as error:
        if "two digits" in str(error):
            return "write the year in full and the month as a number, such as 2017-02-27"
        return None


def _empty(error: ValidationError) -> _Words:
    what = {"minLength": "text", "minItems": "list", "minProperties": "object"}
    kind = what[str(error.validator)]
    if error.instance:
        return (
            "NZ105",
            f"{shown(error.instance)} is too short",
            (f"such as {_example(error)}"),
        )
    return "NZ110", f"an empty {kind} says nothing", "leave the member out, or fill it in"


def _too_long(error: ValidationError) -> _Words:
    unit = "characters" if error.validator == "maxLength" else "items"
    value: Any = error.instance
    length, most = len(value), error.validator_value
    return "NZ109", f"{length} {unit}; at most {most} are allowed", None


def _same_twice(error: ValidationError) -> _Words:  # noqa: ARG001 - one of a table of functions
    return "NZ111", "the same item stands twice in the list", "delete one of the two"


def _out_of_bounds(error: ValidationError) -> _Words:
    bound = "at least" if error.validator == "minimum" else "at most"
    return "NZ112", f"{shown(error.instance)} must be {bound} {error.validator_value}", None


def _needs_another(error: ValidationError) -> _Words:
    needs: Any = error.validator_value
    instance: Any = error.instance
    for name, others in needs.items():
        for other in others:
            if name in instance and other not in instance:
                return "NZ113", f'"{name}" needs "{other}" beside it', None
    return "NZ113", "a member is missing beside another", None


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


def _pointer(error: ValidationError) -> str:
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in error.absolute_path)
    return "".join(f"/{part}" for part in parts)


def _location(error: ValidationError) -> str:
    return "".join(f"/{part}" for part in error.absolute_schema_path)


def _what(pointer: str) -> str:
    """What an object is called, from the last name of its pointer."""
    names = [part for part in pointer.split("/") if part and not part.isdecimal()]
    return f'"{names[-1]}"' if names else "a document"


def _example(error: ValidationError) -> str:
    subschema: Any = error.schema
    examples = subschema.get("examples") or ["(see the schema)"]
    return str(examples[0])


@cache
def _definitions() -> dict[int, str]:
    definitions: Any = schema()["$defs"]
    return {id(definition): name for name, definition in definitions.items()}


def _definition(error: ValidationError) -> str:
    """The name that the part of the schema is defined by, if it has one."""
    return _definitions().get(id(error.schema), "")


@cache
def _validator(name: str) -> Draft202012Validator:
    validator: Draft202012Validator = extended()(schema(name), registry=registry())
    return validator


def extended() -> type[Draft202012Validator]:
    """The validator of Draft 2020-12 with patterns as ECMA-262 has them, in linear time."""
    keywords = {
        "pattern": _pattern,
        "additionalProperties": _additional,
        "items": _items,
        "uniqueItems": _unique_items,
    }
    kind: type[Draft202012Validator] = extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]  # jsonschema has no types here
    return kind


def _pattern(
    _validator: object, pattern: str, instance: object, _schema: object
) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not _compiled(pattern).search(instance):
        yield ValidationError("another form")


def _additional(
    _validator: object, allowed: object, instance: object, subschema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    if allowed is False and isinstance(instance, dict) and _unknown_names(instance, subschema):
        yield ValidationError("unknown members")


def _items(
    validator: Draft202012Validator, part: object, instance: object, subschema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    """The items of a list that is not too long; a list that is too long has that fault alone."""
    if isinstance(instance, list) and len(instance) <= subschema.get("maxItems", len(instance)):
        yield from Draft202012Validator.VALIDATORS["items"](validator, part, instance, subschema)


def _unique_items(
    _validator: object, asked: object, instance: object, _subschema: object
) -> Iterator[ValidationError]:
    """In jsonschema itself items of several types take time quadratic in their number."""
    items = instance if asked is True and isinstance(instance, list) else []
    if len({_hashable(item) for item in items}) < len(items):
        yield ValidationError("the same twice")


def _hashable(value: object) -> object:
    """A value that equals another where JSON Schema says so: 1 is 1.0, and neither is true."""
    if isinstance(value, list):
        return ("list", *map(_hashable, value))
    if isinstance(value, dict):
        return ("object", frozenset((name, _hashable(each)) for name, each in value.items()))
    return (type(value) is bool, value)


def _unknown_names(instance: Mapping[str, object], subschema: Mapping[str, Any]) -> list[str]:
    own = [_compiled(pattern) for pattern in subschema["patternProperties"]]
    known = subschema["properties"]
    return [
        name
        for name in instance
        if name not in known and not any(pattern.search(name) for pattern in own)
    ]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    r"""A pattern of the schema; its final ``$`` is Python's ``\Z``, as ECMA-262 means it."""
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)

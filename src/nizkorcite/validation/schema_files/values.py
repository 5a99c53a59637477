"""Values that a schema gives and does not allow: examples, defaults and constants (NZ507)."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final, cast
from urllib.parse import quote

import jsonschema_rs
from attrs import define, field
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON
from nizkorcite.record.navigation import indexed_items
from nizkorcite.validation.schema_check.dialect import hashable, validator_class
from nizkorcite.validation.schema_files.misfits import misfit_message
from nizkorcite.validation.schema_files.parts import Part
from nizkorcite.validation.schema_files.references import registry_of

_Errors = Iterator[ValidationError]
_Keyword = Callable[[Any, Any, Any, Any], _Errors]

# References that double forty times need more steps than anybody has, so that the work for all
# values of a file is bounded; each level is at most four of Python's recursion.
_MOST_STEPS: Final = 200_000
_DEEPEST: Final = 120


class _UndecidedError(Exception):
    """Whether a value fits cannot be decided here."""


class _TooInvolvedError(Exception):
    """The bound of work is reached."""


@define
class _Work:
    """The work done for the values of a file."""

    steps: int = 0
    depth: int = 0
    lists: dict[int, frozenset[object]] = field(factory=dict)

    def begin(self) -> None:
        self.steps += 1
        self.depth += 1
        if self.steps > _MOST_STEPS or self.depth > _DEEPEST:
            raise _TooInvolvedError

    def counted(self, keyword: _Keyword) -> _Keyword:
        """Count each use of a keyword, and how many are under way."""

        def run(validator: object, asked: object, instance: object, part: object) -> _Errors:
            self.begin()
            try:
                yield from keyword(validator, asked, instance, part) or ()
            finally:
                self.depth -= 1

        return run

    def enumerated(
        self, _validator: object, allowed: list[object], instance: object, _part: object
    ) -> _Errors:
        """Look a value up in a list, which is made a set once."""
        if id(allowed) not in self.lists:
            self.lists[id(allowed)] = frozenset(map(hashable, allowed))
        if hashable(instance) not in self.lists[id(allowed)]:
            yield ValidationError(f"{instance!r} is not one of the allowed values")


def value_faults(schema: Part, parts: Mapping[str, Part]) -> Iterator[Fault]:
    """
    Find the values that a schema gives and does not allow.

    Args:
        schema: A schema whose references lead somewhere and end.
        parts: The parts of the schema, by pointer.
    """
    problem_at = _judge(schema)
    try:
        for pointer, part in parts.items():
            for place, value, misfit in _given_values(part):
                if problem := problem_at(pointer, value):
                    yield Fault("NZ507", misfit(problem), f"{pointer}/{place}")
    except _TooInvolvedError:
        message = Message("too many references to compare all examples with the schema")
        yield Fault("NZ506", message, severity="warning")


def _given_values(part: Part) -> Iterator[tuple[str, object, Callable[[Message], Message]]]:
    """Yield the values that a part gives, with their places and the message for a misfit."""
    for index, value in indexed_items(part.get("examples")):
        yield f"examples/{index}", value, _misfit_of_example
    if "default" in part:
        yield "default", part["default"], _misfit_of_default
    for index, value in indexed_items(part.get("enum")):
        yield f"enum/{index}", value, _misfit_of_constant
    if "const" in part:
        yield "const", part["const"], _misfit_of_constant


def _misfit_of_example(problem: Message) -> Message:
    return Message("the example does not fit the schema: {problem}", problem=problem)


def _misfit_of_default(problem: Message) -> Message:
    return Message("the default does not fit the schema: {problem}", problem=problem)


def _misfit_of_constant(problem: Message) -> Message:
    return Message("the rest of the schema does not allow this value: {problem}", problem=problem)


def _judge(schema: Part) -> Callable[[str, object], Message | None]:
    """Return a function that compares a value with the part of a schema at a pointer."""
    registry, address = registry_of(_without_dialect(schema))
    kind = _counting_class(_Work())

    def problem_at(pointer: str, value: object) -> Message | None:
        validator = kind({"$ref": f"{address}#{quote(pointer)}"}, registry=registry)
        try:
            error = next(validator.iter_errors(value), None)
        except _UndecidedError:
            return None
        return misfit_message(error) if error else None

    return problem_at


def _without_dialect(schema: Part) -> Part:
    """Return a schema without ``$schema``, where jsonschema would put its own validator."""
    bare: Part = json.loads(
        json.dumps(schema),
        object_hook=lambda part: {
            name: value
            for name, value in part.items()
            if name != "$schema" or not isinstance(value, str)
        },
    )
    return bare


def _counting_class(work: _Work) -> type[Draft202012Validator]:
    """Return a validator whose work is bounded and whose patterns need linear time."""
    keywords: dict[str, _Keyword] = {
        **validator_class().VALIDATORS,
        "enum": work.enumerated,
        "pattern": _pattern,
        "patternProperties": _pattern_properties,
        "additionalProperties": _additional,
        "unevaluatedProperties": _undecided,
        "unevaluatedItems": _undecided,
    }
    counted = {name: work.counted(keyword) for name, keyword in keywords.items()}
    kind: type[Draft202012Validator] = extend(Draft202012Validator, counted)  # type: ignore[no-untyped-call]  # jsonschema has no types here
    return kind


def _undecided(*_: object) -> _Errors:
    """Leave open what no one keyword decides."""
    raise _UndecidedError
    yield  # it is a generator, as every keyword is


def _pattern(_validator: object, pattern: str, instance: object, _part: object) -> _Errors:
    if isinstance(instance, str) and not _matches(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _pattern_properties(
    validator: Draft202012Validator, parts: Part, instance: object, _part: object
) -> _Errors:
    for name, value in instance.items() if isinstance(instance, dict) else ():
        for pattern in parts:
            if _matches(pattern, name):
                yield from validator.descend(value, parts[pattern], path=name, schema_path=pattern)


def _additional(
    validator: Draft202012Validator, allowed: JSON, instance: object, part: Part
) -> _Errors:
    patterns = part.get("patternProperties", ())
    for name, value in instance.items() if isinstance(instance, dict) else ():
        if name in part.get("properties", ()) or any(_matches(each, name) for each in patterns):
            continue
        if allowed is False:
            yield ValidationError(repr(name))  # the name alone, put into words by `misfits`
        else:
            yield from validator.descend(value, cast(Part, allowed), path=name)


def _matches(pattern: str, text: str) -> bool:
    try:
        return _matcher(pattern).is_valid(text)
    except jsonschema_rs.ValidationError:  # a form that the engine does not have
        raise _UndecidedError from None


@cache
def _matcher(pattern: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({"pattern": pattern})

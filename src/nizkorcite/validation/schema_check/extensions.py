"""Turn what an archive's schema refuses of its own members into faults (NZ114)."""

import json
from collections.abc import Iterator

from jsonschema_rs import ValidationError

from nizkorcite.display import in_quotes
from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON, pointer_to
from nizkorcite.validation.fast.extension_schema import ExtensionSchema, is_own
from nizkorcite.validation.schema_check.keyword_messages import expected_type

_CODE = "NZ114"
_FORBIDDING = ("additionalProperties", "unevaluatedProperties")


def extension_faults(schema: ExtensionSchema, record: JSON) -> Iterator[Fault]:
    """
    Find every fault of the members of an archive's own.

    >>> schema = ExtensionSchema("own.json", '{"required": ["x_box"]}')
    >>> [str(fault.message) for fault in extension_faults(schema, {})]
    ['the record does not fit own.json: "x_box" is missing; add it']
    """
    for error in schema.iter_errors(record):
        if error.kind.name in _FORBIDDING:
            for name in error.kind.value:
                place = [*error.instance_path, name]
                problem = Message("{name} is not allowed", name=in_quotes(name))
                yield _fault(schema, place, problem, at_name=True)
        else:
            yield _fault(schema, error.instance_path, _problem(error))


def _fault(
    schema: ExtensionSchema, place: list[str | int], problem: Message, *, at_name: bool = False
) -> Fault:
    field = next((in_quotes(str(each)) for each in place if is_own(each)), Message("the record"))
    message = Message(
        "{field} does not fit {schema}: {problem}", field=field, schema=schema.name, problem=problem
    )
    return Fault(_CODE, message, pointer_to(place), at_name=at_name)


def _problem(error: ValidationError) -> Message:
    value, bound = _shown(error.instance), error.kind.value
    match error.kind.name:
        case "type":
            return expected_type(bound, error.instance)
        case "required":
            return Message("{name} is missing; add it", name=in_quotes(bound))
        case "enum" | "const":
            allowed = bound if error.kind.name == "enum" else [bound]
            names = ", ".join(map(_shown, allowed))
            return Message("{value} is not one of {names}", value=value, names=names)
        case "pattern":
            return Message("{value} does not match {pattern}", value=value, pattern=_shown(bound))
        case "falseSchema":
            return Message("{name} is not allowed", name=value)
    is_told = isinstance(bound, str | int | float)
    return Message(
        "{value} does not satisfy {keyword}: {bound}",
        value=value,
        keyword=in_quotes(error.kind.name),
        bound=_shown(bound) if is_told else Message("see the schema"),
    )


def _shown(value: object) -> str:
    if isinstance(value, str):
        return in_quotes(value)
    return in_quotes(json.dumps(value, ensure_ascii=False))[1:-1]

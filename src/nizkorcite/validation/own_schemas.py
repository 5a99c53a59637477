"""
Check schema files of archives that narrow the schema of records (NZ5xx).

A schema must be one of draft 2020-12, and refer only to itself and to the schemas shipped here;
nothing is fetched.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from nizkorcite.display import in_quotes
from nizkorcite.faults import Fault
from nizkorcite.findings import Finding
from nizkorcite.messages import Language, Message
from nizkorcite.record.json_types import pointer_to
from nizkorcite.record.schema import schema_names, schema_registry
from nizkorcite.validation.diagnosis.placement import placed_findings
from nizkorcite.validation.input.limits import MAXIMUM_RECORD_BYTES
from nizkorcite.validation.parsing.text import read_text

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
# These keywords contain values, not schemas.
_VALUES: Final = ("const", "default", "enum", "examples")


def iter_schema_findings(
    path: Path, *, file: str | None = None, lang: Language = "en"
) -> Iterator[Finding]:
    """
    Find every fault of a schema file.

    Args:
        path: The file.
        file: The name of the file in findings; by default the path.
        lang: The language of messages and hints.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as stream:
        read = read_text(stream.read(MAXIMUM_RECORD_BYTES + 1))
    faults = list(read.faults)
    if read.is_readable and isinstance(read.value, dict):
        faults += _faults(read.value)
    yield from placed_findings(read, faults, file or str(path), lang)


def _faults(schema: Mapping[str, Any]) -> Iterator[Fault]:
    dialect = schema.get("$schema", _DIALECT)
    if dialect != _DIALECT:
        message = Message("the dialect is not draft 2020-12")
        yield Fault(
            "NZ501", message, "/$schema", hint=Message("write {text}", text=in_quotes(_DIALECT))
        )
        return
    errors = list(Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema))
    causes = {pointer_to(each.absolute_path): each for each in map(_deepest, errors)}
    for pointer, error in causes.items():
        yield Fault("NZ501", Message("not a schema: {problem}", problem=error.message), pointer)
    if not errors:
        yield from _lost_references(schema)


def _deepest(error: ValidationError) -> ValidationError:
    """Return the first alternative, the common case in the metaschema."""
    while error.context:
        error = error.context[0]
    return error


def _lost_references(schema: Mapping[str, Any]) -> Iterator[Fault]:
    resource = DRAFT202012.create_resource(schema)
    known: Registry[Any] = schema_registry().with_resource(resource.id() or "", resource)
    resolver = known.resolver(resource.id() or "")
    for pointer, reference in _references(schema, ""):
        try:
            resolver.lookup(reference)
        except Unresolvable:
            message = Message("{reference} refers to nothing", reference=in_quotes(reference))
            hint = Message(
                "nothing is fetched; schemas shipped with nizkorcite: {names}",
                names=", ".join(schema_names()),
            )
            yield Fault("NZ502", message, pointer, hint=hint)


def _references(part: object, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, Mapping):
        for name, inner in part.items():
            place = pointer + pointer_to([name])
            if name == "$ref" and isinstance(inner, str):
                yield place, inner
            elif name not in _VALUES:
                yield from _references(inner, place)
    elif isinstance(part, list):
        for index, inner in enumerate(part):
            yield from _references(inner, f"{pointer}/{index}")

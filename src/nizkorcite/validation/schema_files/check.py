"""Every fault of a schema file, with its place."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
from jsonschema import Draft202012Validator, ValidationError

from nizkorcite.display import in_quotes
from nizkorcite.faults import Fault
from nizkorcite.findings import Finding
from nizkorcite.messages import Language, Message
from nizkorcite.record.json_types import JSON, pointer_to
from nizkorcite.validation.diagnosis.placement import placed_findings
from nizkorcite.validation.diagnosis.record import first_faults
from nizkorcite.validation.parsing.text import read_value, too_large_fault, unreadable_text
from nizkorcite.validation.schema_files.contradictions import contradiction_faults
from nizkorcite.validation.schema_files.keywords import keyword_faults
from nizkorcite.validation.schema_files.misfits import misfit_message
from nizkorcite.validation.schema_files.parts import Part, iter_parts
from nizkorcite.validation.schema_files.references import reference_faults, references_of
from nizkorcite.validation.schema_files.values import value_faults

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
# The metaschema explains ten bytes in a hundred microseconds.
_MOST_BYTES: Final = 1 << 20


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
        data = stream.read(_MOST_BYTES + 1)
    is_large = len(data) > _MOST_BYTES
    read = unreadable_text("", too_large_fault(_MOST_BYTES)) if is_large else read_value(data)
    found = _faults(read.value) if read.is_readable else ()
    faults = [*read.faults, *first_faults(found)]
    yield from placed_findings(read, faults, file or str(path), lang)


def _faults(schema: JSON) -> Iterator[Fault]:
    if isinstance(schema, bool):
        return  # it allows everything, or nothing (draft 2020-12, core, section 4.3.2)
    if not isinstance(schema, dict):
        yield Fault("NZ501", Message("a schema is an object, or true or false"))
        return
    if schema.get("$schema", _DIALECT) != _DIALECT:
        message = Message("the dialect is not draft 2020-12")
        yield Fault("NZ501", message, "/$schema", _WRITE_DIALECT)
        return
    if "$schema" not in schema:
        message = Message("the schema does not name its dialect, {name}", name=in_quotes("$schema"))
        yield Fault("NZ501", message, hint=_WRITE_DIALECT, severity="warning")
    yield from _faults_of_parts(schema)


_WRITE_DIALECT: Final = Message("write {text}", text=in_quotes(_DIALECT))


def _faults_of_parts(schema: Part) -> Iterator[Fault]:
    violations = list(_metaschema_faults(schema))
    yield from violations
    for pointer, part in iter_parts(schema):
        yield from keyword_faults(pointer, part)
        yield from contradiction_faults(pointer, part)
    if not violations:
        references = references_of(schema)
        found = list(reference_faults(references))
        yield from found
        if all(fault.code == "NZ505" for fault in found):
            yield from value_faults(schema, references.parts)


def _metaschema_faults(schema: Part) -> Iterator[Fault]:
    """Find values that a keyword cannot have; patterns are examined elsewhere."""
    if jsonschema_rs.meta.is_valid(dict(schema)):
        return
    errors = Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema)
    causes: dict[str, Any] = {}
    for error in map(_deepest, errors):
        causes.setdefault(pointer_to(error.absolute_path), error)
    for pointer, error in causes.items():
        yield Fault(
            "NZ501", Message("not a schema: {problem}", problem=misfit_message(error)), pointer
        )


def _deepest(error: ValidationError) -> ValidationError:
    """Return the first alternative, the common case in the metaschema."""
    while error.context:
        error = error.context[0]
    return error

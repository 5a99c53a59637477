"""
Validation: every fault of a record, with its place, its reason and a next step.

A record is parsed with bounds (`reading`), judged by its schema (`explain`) and by the rules a
schema can not state (`rules`); faults become findings once their lines and columns are known.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from attrs import evolve

from nizkorcite.codec import JSON, from_record
from nizkorcite.errors import ValidationError
from nizkorcite.findings import Finding
from nizkorcite.model import Document
from nizkorcite.validation.codes import CODES, Fault
from nizkorcite.validation.positions import Place, Positions, lines_of, scan
from nizkorcite.validation.reading import read_text
from nizkorcite.validation.rules import rule_faults

__all__ = ["Profile", "iter_findings", "validate"]

Profile = Literal["base", "complete"]
_SCHEMAS = {"base": "document", "complete": "document.complete"}


def iter_findings(
    source: Mapping[str, JSON] | str | bytes | Path,
    *,
    profile: Profile = "base",
    file: str | None = None,
) -> Iterator[Finding]:
    """
    Find every fault of a record.

    Args:
        source: The record: a mapping, its JSON text, or a file that holds it.
        profile: ``base``: what every record has; ``complete``: what a full citation of both
            layers needs.
        file: What findings call the input; a path's own name where it is not given.

    Yields:
        Findings in order of place, one a cause. Those of a mapping have no lines; they come in the
        order of the record.

    Raises:
        OSError: The file can not be read.

    >>> print(next(iter_findings("{]")))
    1:2: error NZ001 no JSON: expecting property name enclosed in double quotes
    """
    if isinstance(source, Path):
        yield from iter_findings(source.read_bytes(), profile=profile, file=file or str(source))
    elif isinstance(source, str | bytes):
        yield from _of_text(source, profile, file)
    else:
        yield from _of_mapping(source, profile, file)


def validate(
    source: Mapping[str, JSON] | str | bytes | Path,
    *,
    profile: Profile = "base",
    file: str | None = None,
) -> Document:
    """
    The document of a valid record.

    Args:
        source: As for `iter_findings`.
        profile: As there.
        file: As there.

    Raises:
        ValidationError: The record has errors; `findings` holds them and the warnings.
        OSError: The file can not be read.

    >>> validate('{"title": "A"}')
    Traceback (most recent call last):
    nizkorcite.errors.ValidationError: 1:1: error NZ101 "schema_version" is missing
    1:1: error NZ101 "id" is missing
    1:1: error NZ101 "type" is missing
    1:1: error NZ101 "language" is missing
    1:1: error NZ101 "original" is missing
    """
    findings = tuple(iter_findings(source, profile=profile, file=file))
    if any(finding.severity == "error" for finding in findings):
        raise ValidationError(findings)
    return from_record(_record(source))


def _record(source: Mapping[str, JSON] | str | bytes | Path) -> Mapping[str, JSON]:
    if isinstance(source, Mapping):
        return source
    data = source.read_bytes() if isinstance(source, Path) else source
    record: dict[str, JSON] = json.loads(data)
    return record


def _of_text(data: str | bytes, profile: Profile, file: str | None) -> Iterator[Finding]:
    read = read_text(data)
    faults = list(read.faults)
    if read.is_readable:
        faults += _judged(read.value, profile)
    if faults:
        positions = scan(read.text) if read.is_readable else lines_of(read.text)
        found = [_finding(fault, file, _place(fault, positions)) for fault in faults]
        yield from sorted(found, key=lambda each: (each.line or 0, each.column or 0, each.code))


def _of_mapping(
    record: Mapping[str, JSON], profile: Profile, file: str | None
) -> Iterator[Finding]:
    """A mapping becomes text first: so it is bounded, and what JSON can not spell is told."""
    try:
        text = json.dumps(record, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError) as error:
        message = f"the mapping is no JSON: {error}"
        yield _finding(Fault("NZ009", message), file, None)
        return
    for finding in _of_text(text, profile, file):
        yield evolve(finding, line=None, column=None)


def _judged(record: JSON, profile: Profile) -> Iterator[Fault]:
    """What schema and rules find; of a value that the schema refuses no rule speaks."""
    from nizkorcite.validation.explain import schema_faults  # loads jsonschema

    told = list(schema_faults(record, _SCHEMAS[profile]))
    yield from told
    refused = {fault.pointer for fault in told if fault.code not in ("NZ101", "NZ113")}
    yield from (fault for fault in rule_faults(record) if fault.pointer not in refused)


def _place(fault: Fault, positions: Positions) -> Place:
    if fault.offset is not None:
        return positions.place(fault.offset)
    return positions.of_name(fault.pointer) if fault.at_name else positions.of(fault.pointer)


def _finding(fault: Fault, file: str | None, place: Place | None) -> Finding:
    return Finding(
        code=fault.code,
        severity=fault.severity or CODES[fault.code].severity,
        pointer=fault.pointer,
        message=fault.message,
        hint=fault.hint,
        file=file,
        line=place.line if place else None,
        column=place.column if place else None,
        schema_location=fault.schema_location,
    )

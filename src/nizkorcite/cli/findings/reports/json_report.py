"""Findings and checked records as JSON objects; absent means unknown, as in a record."""

import json
from typing import Any

from attrs import asdict

from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.findings.reports import Setting
from nizkorcite.findings import Finding, Operation
from nizkorcite.validation.schema_check.output import basic_output

# What was found in a file or among records says nothing of the schema's verdict.
_NOT_OF_ONE = ("file", "collection")


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding with all that is known of it."""
    plain = asdict(finding, filter=lambda attribute, _: attribute.name not in {"fix", "excerpt"})
    stated = {name: value for name, value in plain.items() if value is not None}
    fix = [_operation(operation) for operation in finding.fix]
    return stated | {"origin": finding.origin} | ({"fix": fix} if fix else {})


def record_object(checked: Checked, setting: Setting) -> dict[str, Any]:
    """A record's findings, and the verdict of the schema as an output unit of JSON Schema."""
    stated: dict[str, Any] = {"file": checked.name}
    if checked.record is not None:
        stated["record"] = checked.record
    stated["valid"] = not checked.has_errors
    stated["findings"] = [finding_object(finding) for finding in checked.findings]
    known = (*checked.findings, *checked.unasked, *checked.untold)
    if checked.is_record and all(finding.origin not in _NOT_OF_ONE for finding in known):
        stated["output"] = basic_output(known, setting.profile)
    return stated


def _operation(operation: Operation) -> dict[str, Any]:
    """A step of a JSON Patch, as RFC 6902 has it."""
    step: dict[str, Any] = {"op": operation.op, "path": operation.path}
    if operation.source is not None:
        step["from"] = operation.source
    if operation.value is not None:
        step["value"] = json.loads(operation.value)
    return step


def dumped(value: object) -> str:
    """JSON on one line; half characters and other marks as escapes where UTF-8 has no form."""
    text = json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if any("\ud800" <= char <= "\udfff" for char in text) else text

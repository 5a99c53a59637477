"""
The reports `json` and `jsonl`.

`json` is one object: every record with its findings and the verdict of the schema, and the summary.
`jsonl` has a line for each finding and each unreadable input. As in a record, unknown members are
absent.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import asdict

from nizkorcite import __version__
from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.findings.reports import ReportSettings
from nizkorcite.display import json_text
from nizkorcite.faults import Operation
from nizkorcite.findings import Finding
from nizkorcite.messages import Language
from nizkorcite.validation.schema_check.output import basic_output

# Findings about a file or several records say nothing about the schema's verdict on one.
_NOT_OF_ONE_RECORD = ("file", "collection")


def json_report(checked: Iterable[Checked], settings: ReportSettings) -> Iterator[str]:
    """Write the object that `schemas/report/1.0/report.schema.json` describes, a record a line."""
    yield f'{{"tool": "nizkorcite", "version": {json_text(__version__)}, "results": ['
    problems = []
    separator = "\n"
    for each in checked:
        if each.problem is not None:
            problems.append(_problem_object(each, settings.lang))
            continue
        for record in each.records():
            yield separator + json_text(_record_object(record, settings))
            separator = ",\n"
    summary = asdict(settings.summary, filter=lambda attribute, _: attribute.init)
    yield f'\n], "problems": {json_text(problems)}, "summary": {json_text(summary)}}}\n'


def json_lines_report(checked: Iterable[Checked], settings: ReportSettings) -> Iterator[str]:
    """Write lines that `schemas/report/1.0/report.finding.schema.json` describes."""
    for each in checked:
        if each.problem is not None:
            yield json_text(_problem_object(each, settings.lang)) + "\n"
        for finding in each.findings:
            yield json_text(_finding_object(finding)) + "\n"


def _problem_object(checked: Checked, lang: Language) -> dict[str, str]:
    assert checked.problem
    return {"file": checked.name, "problem": checked.problem.text(lang)}


def _record_object(checked: Checked, settings: ReportSettings) -> dict[str, Any]:
    """Findings of a record, and the schema's verdict as a JSON Schema output unit."""
    stated: dict[str, Any] = {"file": checked.name}
    if checked.record is not None:
        stated["record"] = checked.record
    stated["valid"] = not checked.has_errors
    stated["findings"] = [_finding_object(finding) for finding in checked.findings]
    known = (*checked.findings, *checked.deselected, *checked.beyond_limit)
    if checked.is_record and all(one.origin not in _NOT_OF_ONE_RECORD for one in known):
        stated["output"] = basic_output(known, settings.profile)
    return stated


def _finding_object(finding: Finding) -> dict[str, Any]:
    plain = asdict(finding, filter=lambda attribute, _: attribute.name not in {"fix", "excerpt"})
    stated = {name: value for name, value in plain.items() if value not in (None, ())}
    fix = [_patch_operation(operation) for operation in finding.fix]
    return stated | {"origin": finding.origin} | ({"fix": fix} if fix else {})


def _patch_operation(operation: Operation) -> dict[str, Any]:
    """An operation of a JSON Patch (RFC 6902)."""
    step: dict[str, Any] = {"op": operation.op, "path": operation.path}
    if operation.source is not None:
        step["from"] = operation.source
    if operation.value is not None:
        step["value"] = json.loads(operation.value)
    return step

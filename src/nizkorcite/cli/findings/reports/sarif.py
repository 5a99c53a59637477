"""SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines of a file."""

import os
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from nizkorcite import __version__
from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.findings.reports import ReportSettings
from nizkorcite.display import json_text, visible
from nizkorcite.findings import Finding
from nizkorcite.messages import Language
from nizkorcite.validation.catalogue.codes import CODES
from nizkorcite.validation.catalogue.rule import Rule

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_INDEX = {code: index for index, code in enumerate(CODES)}


def sarif_report(checked: Iterable[Checked], settings: ReportSettings) -> Iterator[str]:
    """Write a log with one run; unreadable inputs are notifications at its end."""
    head = json_text(_driver(settings.lang))
    yield f'{{"version": "2.1.0", "runs": [{{"tool": {{"driver": {head}}},\n'
    yield f'"language": "{settings.lang}", "columnKind": "unicodeCodePoints", "results": ['
    separator = "\n"
    problems = []
    for each in checked:
        if each.problem is not None:
            problems.append(_notification(each.name, each.problem.text(settings.lang)))
        for finding in each.findings:
            yield separator + json_text(_result(finding))
            separator = ",\n"
    invocation = {"executionSuccessful": not problems, "toolExecutionNotifications": problems}
    yield f'\n], "invocations": [{json_text(invocation)}]}}]}}\n'


def _driver(lang: Language) -> dict[str, Any]:
    return {
        "name": "nizkorcite",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule, lang) for rule in CODES.values()],
    }


def _rule(rule: Rule, lang: Language) -> dict[str, Any]:
    page = rule.page(lang)
    return {
        "id": rule.code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding) -> dict[str, Any]:
    hint = f" ({finding.hint})" if finding.hint else ""
    return {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{hint}"},
        "locations": [_location(finding)],
    }


def _location(finding: Finding) -> dict[str, Any]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    physical: dict[str, Any] = {"artifactLocation": {"uri": _address(finding.file or "-")}}
    if finding.line is not None:
        physical["region"] = {name: value for name, value in region.items() if value is not None}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": visible(finding.pointer), "kind": "member"}],
    }


def _notification(name: str, problem: str) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": _address(name)}}}
    return {"level": "error", "message": {"text": problem}, "locations": [place]}


def _address(name: str) -> str:
    """Encode a file name as a relative reference (RFC 3986)."""
    return quote(os.fsencode(name.replace("\\", "/")))

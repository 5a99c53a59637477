"""Workflow commands of GitHub Actions, which show each finding at its line of a change."""

from collections.abc import Iterable, Iterator, Mapping

from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.findings.reports import ReportSettings
from nizkorcite.display import visible
from nizkorcite.findings import Finding
from nizkorcite.messages import Message

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA: Mapping[str, str | int | None] = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY: Mapping[str, str | int | None] = {**_DATA, ":": "%3A", ",": "%2C"}


def github_report(checked: Iterable[Checked], settings: ReportSettings) -> Iterator[str]:
    """Write ``::error file=...,line=...,col=...,endLine=...,endColumn=...,title=CODE::message``."""
    for each in checked:
        if each.problem is not None:
            name = _escaped(visible(each.name), _PROPERTY)
            problem = Message("cannot read: {problem}", problem=each.problem).text(settings.lang)
            yield f"::error file={name}::{_escaped(problem, _DATA)}\n"
        for finding in each.findings:
            yield _command(finding)


def _command(finding: Finding) -> str:
    hint = f" ({finding.hint})" if finding.hint else ""
    properties = {
        "file": finding.file and visible(finding.file),
        "line": finding.line,
        "col": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "title": finding.code,
    }
    stated = ",".join(
        f"{name}={_escaped(str(value), _PROPERTY)}"
        for name, value in properties.items()
        if value is not None
    )
    text = _escaped(f"{finding.message}{hint}", _DATA)
    return f"::{_COMMANDS[finding.severity]} {stated}::{text}\n"


def _escaped(text: str, escapes: Mapping[str, str | int | None]) -> str:
    return text.translate(str.maketrans(dict(escapes)))

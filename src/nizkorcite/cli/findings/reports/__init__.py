"""
Reports of findings for people and programs: a function for each format, imported on use.

A report takes checked records one by one and yields its text in pieces, so that no run has to fit
in memory.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from attrs import frozen

from nizkorcite.messages import Language
from nizkorcite.validation import Profile

if TYPE_CHECKING:
    from nizkorcite.bulk.checked import Checked
    from nizkorcite.cli.findings.summary import Summary

REPORTS: Mapping[str, tuple[str, str]] = {
    "text": ("text", "text_report"),
    "json": ("json_report", "json_report"),
    "jsonl": ("json_report", "json_lines_report"),
    "sarif": ("sarif", "sarif_report"),
    "github": ("github", "github_report"),
    "junit": ("junit", "junit_report"),
}
"""Module and function of each format."""

BY_CODE = ("by_code", "report_by_code")
"""Module and function of the report that counts findings."""


@frozen(kw_only=True)
class ReportSettings:
    """
    Settings of a report.

    Attributes:
        lang: The language of findings.
        profile: The profile that the records were validated against.
        summary: The counts of the run, complete once all records have passed.
        frame: Whether the line of each finding is shown.
        colour: Whether the text is for a terminal with colours.
    """

    lang: Language
    profile: Profile
    summary: "Summary"
    frame: bool = False
    colour: bool = False


Report = Callable[[Iterable["Checked"], ReportSettings], Iterator[str]]


def report_in(name: str, *, is_grouped: bool = False) -> Report:
    """Import the report of a format, or the one that counts findings by code."""
    module, function = BY_CODE if is_grouped else REPORTS[name]
    report: Report = getattr(import_module(f"nizkorcite.cli.findings.reports.{module}"), function)
    return report

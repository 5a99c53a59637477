"""
Findings as text for people and machines: one module a format, loaded when it is asked for.

A report takes checked records as they come and gives its text piece by piece, so that no run has to
fit in memory.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from attrs import frozen

from nizkorcite.messages import Language
from nizkorcite.validation import Profile

if TYPE_CHECKING:
    from nizkorcite.bulk.checked import Checked
    from nizkorcite.cli.findings.summary import Tally

FORMATS: Mapping[str, str] = {
    "text": "text",
    "json": "envelope",
    "jsonl": "lines",
    "sarif": "sarif",
    "github": "github",
    "junit": "junit",
}
"""The module of each format; its function `report` writes it."""


@frozen(kw_only=True)
class Setting:
    """
    What a report is made with.

    Attributes:
        lang: The language of findings.
        profile: What the records were checked against.
        tally: The sum of the run, complete once all records have passed.
        frame: Whether the line of each finding is shown.
        colour: Whether the text is for a terminal that shows colours.
    """

    lang: Language
    profile: Profile
    tally: "Tally"
    frame: bool = False
    colour: bool = False


Report = Callable[[Iterable["Checked"], Setting], Iterator[str]]


def report_in(name: str) -> Report:
    """The report of a format."""
    report: Report = import_module(f"nizkorcite.cli.findings.reports.{FORMATS[name]}").report
    return report

"""Findings for people: a line for each, and on request the line of the record."""

import unicodedata
from collections.abc import Iterable, Iterator

import click

from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.findings.reports import ReportSettings
from nizkorcite.findings import Excerpt, Finding

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def text_report(checked: Iterable[Checked], settings: ReportSettings) -> Iterator[str]:
    """Write ``path:line:column: severity CODE message (hint) [id members]``."""
    for each in checked:
        for finding in each.findings:
            line = finding.named_text(settings.lang)
            yield f"{_coloured(line, finding) if settings.colour else line}\n"
            if settings.frame and finding.excerpt and finding.line:
                yield f"{_frame(finding, finding.excerpt, colour=settings.colour)}\n"


def _coloured(line: str, finding: Finding) -> str:
    place, code, words = line.partition(f" {finding.code} ")
    *before, severity = place.rpartition(" ")
    label = click.style(f"{severity}{code[:-1]}", fg=_COLOURS[finding.severity], bold=True)
    return f"{''.join(before)}{label} {words}"


def _frame(finding: Finding, excerpt: Excerpt, *, colour: bool) -> str:
    """Show the line and the line above, with carets below the place."""
    number = finding.line or 1
    width = len(str(number))
    marks = "^" * (_width(excerpt.text[excerpt.start : excerpt.end]) or 1)
    carets = " " * _width(excerpt.text[: excerpt.start]) + (
        click.style(marks, fg=_COLOURS[finding.severity]) if colour else marks
    )
    lines = [(str(number), excerpt.text), ("", carets)]
    if excerpt.before is not None:
        lines.insert(0, (str(number - 1), excerpt.before))
    return "\n".join(f"  {name:>{width}} | {text}".rstrip() for name, text in lines)


def _width(text: str) -> int:
    """Number of columns that a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )

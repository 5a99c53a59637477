"""Faults become findings: their places in lines and columns, their words in a language."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from nizkorcite.findings import Excerpt, Fault, Finding
from nizkorcite.messages import Language
from nizkorcite.validation.catalogue.codes import CODES
from nizkorcite.validation.input.chunk import Portion
from nizkorcite.validation.parsing.lines import ONE_LINE, Lines, lines_of
from nizkorcite.validation.parsing.positions import Positions, Span, locate
from nizkorcite.validation.parsing.text import Text

_WIDTH = 72
_LEAD = 24


def placed(
    read: Text, faults: Iterable[Fault], file: str | None, lang: Language
) -> Iterator[Finding]:
    """
    The findings of a record in order of place.

    Args:
        read: The record's text; one that was made from a mapping has places for the order only.
        faults: What is wrong with it.
        file: What findings call the input.
        lang: The language of messages and hints.
    """
    found = list(faults)
    asked = {fault.pointer for fault in found if fault.offset is None}
    positions = read.positions or (
        locate(read.text, asked) if asked else Positions(values={}, names={})
    )
    lines = ONE_LINE if read.is_line else lines_of(read.text)
    spans = [(_span(fault, positions, read.text), fault) for fault in found]
    for span, fault in sorted(spans, key=lambda each: each[0].start):
        finding = _finding(fault, file, lang)
        yield finding if read.is_made else _at(finding, read.text, lines, span)


def _span(fault: Fault, positions: Positions, text: str) -> Span:
    """What a fault is about; an object or list is marked by its bracket."""
    if fault.offset is not None:
        return Span(fault.offset, fault.end or min(fault.offset + 1, len(text)))
    places = positions.names if fault.at_name else positions.values
    start, end = places.get(fault.pointer, (0, 1))
    return Span(start, start + 1 if text[start : start + 1] in ("{", "[") else end)


def _finding(fault: Fault, file: str | None, lang: Language) -> Finding:
    return Finding(
        code=fault.code,
        severity=fault.severity or CODES[fault.code].severity,
        pointer=fault.pointer,
        message=fault.message.text(lang),
        hint=fault.hint.text(lang) if fault.hint else None,
        file=file,
        schema_location=fault.schema_location,
        fix=fault.fix,
    )


def _at(finding: Finding, text: str, lines: Lines, span: Span) -> Finding:
    """A finding with its place."""
    start, end = lines.place(span.start), lines.place(span.end)
    return evolve(
        finding,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        excerpt=_excerpt(text, lines, span),
    )


def _excerpt(text: str, lines: Lines, span: Span) -> Excerpt:
    """The line of a span, and the line above; of a long line a piece that has the span's start."""
    number = lines.place(span.start).line
    first, last = _line(text, lines, number)
    left = max(first, min(span.start - _LEAD, last - _WIDTH)) if last - first > _WIDTH else first
    right = min(left + _WIDTH, last)
    above = _line(text, lines, number - 1) if number > 1 and left == first else None
    return Excerpt(
        before=_visible(text[above[0] : min(above[1], above[0] + _WIDTH)]) if above else None,
        text=_visible(text[left:right]),
        start=span.start - left,
        end=max(span.start + 1, min(span.end, right)) - left,
    )


def _line(text: str, lines: Lines, number: int) -> tuple[int, int]:
    """The span of a line without its end."""
    start = lines.starts[number - 1]
    end = lines.starts[number] if number < len(lines.starts) else len(text)
    return start, start + len(text[start:end].rstrip("\r\n"))


def _visible(text: str) -> str:
    """A line as a terminal can show it, each character in its place."""
    return "".join(
        char if char.isprintable() else " " if char == "\t" else "\u00b7" for char in text
    )


def moved(finding: Finding, portion: Portion) -> Finding:
    """A finding of a record with the places of its stream."""
    if finding.line is None or finding.column is None:
        return finding
    return evolve(
        finding,
        record=portion.record,
        line=finding.line + portion.line - 1,
        column=finding.column + (portion.column - 1 if finding.line == 1 else 0),
        end_line=(finding.end_line or 1) + portion.line - 1,
        end_column=(finding.end_column or 1) + (portion.column - 1 if finding.end_line == 1 else 0),
    )

"""Turn faults into findings: places in a text, words in a language."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from nizkorcite.faults import Fault
from nizkorcite.findings import Excerpt, Finding
from nizkorcite.messages import Language
from nizkorcite.record.navigation import member
from nizkorcite.validation.catalogue.codes import CODES
from nizkorcite.validation.parsing.lines import ONE_LINE, Lines, lines_of
from nizkorcite.validation.parsing.positions import TextSpan, ValueSpans, locate
from nizkorcite.validation.parsing.text import RecordText

_WIDTH = 72
_LEAD = 24


def placed_findings(
    read: RecordText, faults: Iterable[Fault], file: str | None, lang: Language
) -> Iterator[Finding]:
    """
    Turn the faults of a record into findings, in order of place.

    Args:
        read: The record's text; places in a text made from a mapping serve for the order only.
        faults: The faults of the record.
        file: The name of the input in findings.
        lang: The language of messages and hints.
    """
    found = list(faults)
    # Where there are no lines, places give the order alone.
    is_in_order = read.is_from_mapping and len(found) == 1
    asked = {fault.pointer for fault in found if fault.offset is None and not is_in_order}
    known = read.spans or (locate(read.text, asked) if asked else ValueSpans(values={}, names={}))
    lines = ONE_LINE if read.is_line else lines_of(read.text)
    spans = [(_span(fault, known, read.text), fault) for fault in found]
    for span, fault in sorted(spans, key=lambda each: each[0].start):
        finding = _finding(fault, file, lang, _id_of(read))
        yield finding if read.is_from_mapping else _with_place(finding, read.text, lines, span)


def _span(fault: Fault, known: ValueSpans, text: str) -> TextSpan:
    """Find the span of a faulty value: its opening bracket, if it has one."""
    if fault.offset is not None:
        return TextSpan(fault.offset, fault.end or min(fault.offset + 1, len(text)))
    spans = known.names if fault.at_name else known.values
    start, end = spans.get(fault.pointer, (0, 1))
    return TextSpan(start, start + 1 if text[start : start + 1] in ("{", "[") else end)


def _id_of(read: RecordText) -> str | None:
    stated = member(read.value, "id") if read.is_readable else None
    return stated if isinstance(stated, str) else None


def _finding(fault: Fault, file: str | None, lang: Language, record_id: str | None) -> Finding:
    missing = fault.about if fault.code == "NZ101" else ()
    return Finding(
        code=fault.code,
        severity=fault.severity or CODES[fault.code].severity,
        pointer=fault.pointer,
        message=fault.message.text(lang),
        hint=fault.hint.text(lang) if fault.hint else None,
        file=file,
        schema_location=fault.schema_location,
        fix=fault.fix,
        id=record_id,
        members=missing or ((fault.pointer,) if fault.pointer else ()),
    )


def _with_place(finding: Finding, text: str, lines: Lines, span: TextSpan) -> Finding:
    start, end = lines.position(span.start), lines.position(span.end)
    return evolve(
        finding,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        excerpt=_excerpt(text, lines, span),
    )


def _excerpt(text: str, lines: Lines, span: TextSpan) -> Excerpt:
    """
    Cut out the line of a span, and the line above.

    Of a long line only the surroundings of the span are kept.
    """
    number = lines.position(span.start).line
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
    """Find the offsets of a line without its line end."""
    start = lines.starts[number - 1]
    end = lines.starts[number] if number < len(lines.starts) else len(text)
    return start, start + len(text[start:end].rstrip("\r\n"))


def _visible(text: str) -> str:
    """Replace the characters of a line that a terminal cannot show."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else " " if char == "\t" else "\u00b7" for char in text
    )

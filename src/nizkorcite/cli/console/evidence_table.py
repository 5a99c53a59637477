"""The table of ``read --explain``: the words, line and rule of each value."""

import shutil
import sys
from collections.abc import Iterator, Sequence

from nizkorcite.display import log_line, one_line
from nizkorcite.messages import Language, Message
from nizkorcite.readers import Reading
from nizkorcite.record.model import Document, Evidence, value_at

_HEADINGS = (
    Message("field"),
    Message("value"),
    Message("quote"),
    Message("line"),
    Message("rule"),
)
_GAP = "  "
_LONGEST = 90  # a long headline is shown whole


def evidence_rows(name: str, reading: Reading, document: Document, lang: Language) -> Iterator[str]:
    """
    Format the table under the name of the page, followed by the values that were not found.

    Long notes and notices are cut; the record has all of them. On a terminal too narrow for the
    table, each value is followed by its words in a second line, cut to the width of the terminal.
    """
    rows = [_row(document, evidence, lang) for evidence in document.evidence]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    yield log_line(f"{name}:")
    headings = [heading.text(lang) for heading in _HEADINGS]
    yield from _table([headings, *rows], width) or _stacked(rows, width, lang)
    for unread in reading.unread:
        yield Message(
            "not found: {field}: {code} {problem}",
            field=unread.field,
            code=unread.code,
            problem=unread.message,
        ).text(lang)


def _row(document: Document, evidence: Evidence, lang: Language) -> tuple[str, ...]:
    return (
        evidence.field,
        _first_words(str(value_at(document, evidence.field))),
        _first_words(evidence.quote or ""),
        _line(evidence, lang),
        evidence.rule or evidence.method,
    )


def _line(evidence: Evidence, lang: Language) -> str:
    """Return the line of the words; that of the markup is counted in the source."""
    if evidence.line is None:
        return ""
    if evidence.method != "markup":
        return str(evidence.line)
    return Message("{line} (source)", line=evidence.line).text(lang)


def _first_words(text: str) -> str:
    """Put a text on one line, cut to its first words if it is long."""
    return _cut(one_line(" ".join(text.split())), _LONGEST)


def _table(rows: Sequence[Sequence[str]], width: int | None) -> list[str]:
    """Align the rows in columns; return nothing if they are wider than the terminal."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    if width is not None and sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        return []
    return [
        _GAP.join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _stacked(rows: Sequence[Sequence[str]], width: int | None, lang: Language) -> Iterator[str]:
    for field, value, quote, line, rule in rows:
        yield _cut(f"{field}: {value}", width)
        place = Message("{text}", text=rule)
        if line:
            place = Message("line {line}, {rule}", line=line, rule=rule)
        if quote:
            place = Message("{place}: “{quote}”", place=place, quote=quote)
        yield _cut(f"    {place.text(lang)}", width)


def _cut(text: str, width: int | None) -> str:
    return text if width is None or len(text) <= width else f"{text[: width - 1]}…"

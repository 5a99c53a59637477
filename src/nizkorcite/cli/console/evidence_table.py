"""The table of ``read --explain``: each value with its words, line and rule."""

import shutil
import sys
from collections.abc import Iterator, Sequence

from nizkorcite.cli.console.language import locale_language
from nizkorcite.messages import Message
from nizkorcite.readers import Reading
from nizkorcite.record.model import Document, Evidence, value_at

_HEADINGS = ("field", "value", "quote", "line", "rule")
_GAP = "  "
_LONGEST = 90  # a long headline is shown whole


def explained(reading: Reading, document: Document) -> Iterator[str]:
    """
    The lines of the table, and below them what was looked for and not found.

    Notes and notices are cut after their first words, which the record has whole. A terminal too
    narrow for the table gets each value with its words in a second line, cut to its width.
    """
    rows = [_row(document, evidence) for evidence in document.evidence]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    yield from _table([_HEADINGS, *rows], width) or _stacked(rows, width)
    for unread in reading.unread:
        yield Message(
            "not found: {field}: {code} {problem}",
            field=unread.field,
            code=unread.code,
            problem=unread.message,
        ).text(locale_language())


def _row(document: Document, evidence: Evidence) -> tuple[str, ...]:
    return (
        evidence.field,
        _opening(str(value_at(document, evidence.field))),
        _opening(evidence.quote or ""),
        str(evidence.line or ""),
        evidence.rule or evidence.method,
    )


def _opening(text: str) -> str:
    """A text on one line; of a long one its first words."""
    return _cut(" ".join(text.split()), _LONGEST)


def _table(rows: Sequence[Sequence[str]], width: int | None) -> list[str]:
    """The rows in columns; nothing where they are wider than the terminal."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    if width is not None and sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        return []
    return [
        _GAP.join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _stacked(rows: Sequence[Sequence[str]], width: int | None) -> Iterator[str]:
    for field, value, quote, line, rule in rows:
        yield _cut(f"{field}: {value}", width)
        place = f"line {line}, " if line else ""
        yield _cut(f"    {place}{rule}{f': “{quote}”' if quote else ''}", width)


def _cut(text: str, width: int | None) -> str:
    return text if width is None or len(text) <= width else f"{text[: width - 1]}…"

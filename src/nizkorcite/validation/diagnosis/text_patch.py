"""
Mending a record's text: the fixes of findings, written into it by their spans.

Every other byte stays as it was: the layout, the order and the names of the archive's own. Where
the mended text would not read as well as before, nothing is changed.
"""

import json
import re
from collections.abc import Iterable, Iterator

from nizkorcite.findings import Finding, Operation
from nizkorcite.validation.parsing.positions import Positions, Span, locate
from nizkorcite.validation.parsing.text import read_text

_SPACE = re.compile(r"[ \t\n\r]*")
_MARK = "\ufeff"
_Edit = tuple[int, int, str]


def mended(text: str, findings: Iterable[Finding]) -> str:
    """
    A record's text with the fixes of its findings.

    Args:
        text: The JSON text that the findings are about.
        findings: What was found in it; those without a fix are passed over.

    Returns:
        The text mended, or as it was where there is nothing to mend.

    >>> from nizkorcite import iter_findings
    >>> text = '{"Title":  "A", "description": ""}'
    >>> print(mended(text, iter_findings(text)))
    {"title":  "A"}
    """
    mark = _MARK if text.startswith(_MARK) else ""
    body = text.removeprefix(_MARK)
    operations = [operation for finding in findings for operation in finding.fix]
    if not operations or not read_text(body).is_readable:
        return text
    fixed = _applied(body, operations)
    return mark + fixed if _reads_as_well(fixed, body) else text


def _reads_as_well(fixed: str, body: str) -> bool:
    """Whether a text is a record still, and no name stands twice that did not before."""
    after, before = read_text(fixed), read_text(body)
    return after.is_readable and len(after.faults) <= len(before.faults)


def _applied(text: str, operations: list[Operation]) -> str:
    pointers = {operation.source or operation.path for operation in operations}
    positions = locate(text, pointers)
    edits = [*_written(text, operations, positions), *_taken_away(text, operations, positions)]
    pieces, done = [], 0
    for start, end, new in sorted(edits):
        if start < done:
            continue  # within what is changed already; another run mends it
        pieces += [text[done:start], new]
        done = end
    return "".join((*pieces, text[done:]))


def _written(text: str, operations: list[Operation], positions: Positions) -> Iterator[_Edit]:
    """New values in the place of old ones, and new names."""
    for operation in operations:
        if operation.op == "replace" and operation.path in positions.values:
            span = positions.values[operation.path]
            yield *span, _new(text[slice(*span)], operation.value or "")
        elif operation.source and operation.source in positions.names:
            name = operation.path.rpartition("/")[2]
            yield *positions.names[operation.source], json.dumps(name)


def _new(old: str, value: str) -> str:
    """The new value; where it is a list of the old one, that keeps its layout."""
    return f"[{old}]" if json.loads(value) == [json.loads(old)] else value


def _taken_away(text: str, operations: list[Operation], positions: Positions) -> Iterator[_Edit]:
    """Members and items with one comma each; what stands side by side goes at once."""
    removed = sorted(
        Span(positions.names.get(operation.path, value).start, value.end)
        for operation in operations
        if operation.op == "remove" and (value := positions.values.get(operation.path))
    )
    groups: list[Span] = []
    for span in removed:
        if groups and re.fullmatch(r"[ \t\n\r]*,[ \t\n\r]*", text[groups[-1].end : span.start]):
            groups[-1] = Span(groups[-1].start, span.end)
        elif not groups or groups[-1] != span:
            groups.append(span)
    for start, end in groups:
        yield *_with_comma(text, start, end), ""


def _with_comma(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the comma after it and the space up to what follows, else the comma before."""
    after = _after_space(text, end)
    if text[after] == ",":
        return start, _after_space(text, after + 1)
    before = text[:start].rstrip(" \t\n\r")
    return (len(before) - 1, end) if before.endswith(",") else (start, end)


def _after_space(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset

"""
Apply the steps of a patch to a record's text: the fixes of findings, and corrections by hand.

Every other byte stays as it was: layout, order and the archive's own members. Where the new text
would have more faults than the old one, nothing is changed.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from nizkorcite.faults import Operation
from nizkorcite.findings import Finding
from nizkorcite.validation.diagnosis.layout import Edit, additions, indentation_at, laid_out
from nizkorcite.validation.parsing.positions import TextSpan, ValueSpans, locate
from nizkorcite.validation.parsing.text import read_text

_SPACE = re.compile(r"[ \t\n\r]*")
_MARK = "\ufeff"


def apply_fixes(text: str, findings: Iterable[Finding]) -> str:
    """
    Apply the fixes of findings to a record's text.

    Every other character stays as it was.

    Args:
        text: The JSON text of one record.
        findings: The findings of this text; findings without a fix are skipped.

    Returns:
        The fixed text. It is the same text where there is nothing to fix, or where the fixed text
        would have further faults. A fixed text may have new findings with fixes of their own, such
        as those of a field that had a misspelt name.

    >>> from nizkorcite import iter_findings
    >>> text = '{"Title":  "A", "description": ""}'
    >>> print(apply_fixes(text, iter_findings(text)))
    {"title":  "A"}
    """
    return patched_text(text, [step for finding in findings for step in finding.fix])


def patched_text(text: str, operations: Sequence[Operation]) -> str:
    """
    Apply the steps of a patch to a record's text; every other character stays as it was.

    Args:
        text: The JSON text of one record.
        operations: The steps; the pointers of all of them are those of this text.

    Returns:
        The new text, or the same one where it is no record or would have further faults.

    >>> print(patched_text('{"title":  "A"}', [Operation(op="add", path="/id", value='"a"')]))
    {"title":  "A", "id":  "a"}
    """
    mark = _MARK if text.startswith(_MARK) else ""
    body = text.removeprefix(_MARK)
    if not operations or not read_text(body).is_readable:
        return text
    fixed = _patched(body, operations)
    return mark + fixed if _reads_as_well(fixed, body) else text


def _reads_as_well(fixed: str, body: str) -> bool:
    """Check that a fixed text is a record without further faults."""
    after, before = read_text(fixed), read_text(body)
    return after.is_readable and len(after.faults) <= len(before.faults)


def _patched(text: str, operations: Sequence[Operation]) -> str:
    pointers = {operation.source or operation.path for operation in operations}
    spans = locate(text, pointers)
    edits = [
        *additions(text, operations),
        *_replacements(text, operations, spans),
        *_removals(text, operations, spans),
    ]
    pieces, done = [], 0
    for start, end, new in sorted(edits, key=itemgetter(0, 1)):
        if start < done:
            continue  # within a change already made; another run fixes it
        pieces += [text[done:start], new]
        done = end
    return "".join((*pieces, text[done:]))


def _replacements(text: str, operations: Sequence[Operation], spans: ValueSpans) -> Iterator[Edit]:
    """Yield new values in the place of old ones, and new names."""
    for operation in operations:
        if operation.op == "replace" and operation.path in spans.values:
            span = spans.values[operation.path]
            yield *span, _new_value(text, span, operation.value or "")
        elif operation.source and operation.source in spans.names:
            name = operation.path.rpartition("/")[2]
            yield *spans.names[operation.source], json.dumps(name)


def _new_value(text: str, span: TextSpan, value: str) -> str:
    """Return the new value; a list that only wraps the old value keeps its layout."""
    old = text[slice(*span)]
    if json.loads(value) == [json.loads(old)]:
        return f"[{old}]"
    return laid_out(value, text, indentation_at(text, span.start)) if "\n" in old else value


def _removals(text: str, operations: Sequence[Operation], spans: ValueSpans) -> Iterator[Edit]:
    """Yield the spans to remove, with neighbours joined."""
    removed = sorted(
        TextSpan(spans.names.get(operation.path, value).start, value.end)
        for operation in operations
        if operation.op == "remove" and (value := spans.values.get(operation.path))
    )
    groups: list[TextSpan] = []
    for span in removed:
        if groups and re.fullmatch(r"[ \t\n\r]*,[ \t\n\r]*", text[groups[-1].end : span.start]):
            groups[-1] = TextSpan(groups[-1].start, span.end)
        elif not groups or groups[-1] != span:
            groups.append(span)
    for start, end in groups:
        yield *_with_comma(text, start, end), ""


def _with_comma(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span by the comma after it, or else before it."""
    after = _after_space(text, end)
    if text[after] == ",":
        return start, _after_space(text, after + 1)
    before = text[:start].rstrip(" \t\n\r")
    return (len(before) - 1, end) if before.endswith(",") else (start, end)


def _after_space(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset

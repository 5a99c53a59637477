"""Files of records fixed where no decision is needed; text between records is kept."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Final

from nizkorcite.findings import Finding
from nizkorcite.validation import Validator
from nizkorcite.validation.diagnosis.text_patch import apply_fixes
from nizkorcite.validation.input.chunk import Chunk, records
from nizkorcite.validation.input.splitter import chunks

FindingFilter = Callable[[Iterable[Finding]], Iterable[Finding]]
"""Selects the findings to fix."""

# A name, a list in the place of one thing, its value; and a few more for combinations.
_MAXIMUM_ROUNDS: Final = 10


def fixed_file(name: str, data: bytes, validator: Validator, select: FindingFilter) -> bytes:
    """
    Fix every record of a file.

    Args:
        name: The file name, whose ending shows how records are stored.
        data: The content of the file.
        validator: The validator.
        select: Selects the findings to fix.
    """
    pieces: list[bytes] = []
    done = 0
    for chunk in chunks(BytesIO(data), name):
        if chunk.is_outline:
            continue
        text = chunk.text or b"\n".join(chunk.lines)
        start = data.index(text, done)
        pieces += [data[done:start], _fixed_chunk(chunk, validator, select)]
        done = start + len(text)
    return b"".join((*pieces, data[done:]))


def _fixed_chunk(chunk: Chunk, validator: Validator, select: FindingFilter) -> bytes:
    if chunk.is_yaml:
        return chunk.text  # a patch is for JSON
    lines = list(chunk.lines) or [chunk.text]
    found = validator.chunk_findings(chunk)
    for record, (_, findings, *_) in zip(records(chunk), found, strict=True):
        lines[record.line - chunk.line] = _fixed_record(record.data, findings, validator, select)
    return b"\n".join(lines)


def _fixed_record(
    data: bytes, findings: Iterable[Finding], validator: Validator, select: FindingFilter
) -> bytes:
    """Fix a record repeatedly: a value is checked only once its name is right."""
    for _ in range(_MAXIMUM_ROUNDS):
        fixed = _patched(data, select(findings))
        if fixed == data:
            break
        data, findings = fixed, validator.iter_findings(fixed)
    return data


def _patched(data: bytes, findings: Iterable[Finding]) -> bytes:
    try:
        return apply_fixes(data.decode("utf-8"), findings).encode("utf-8")
    except UnicodeError:
        return data

"""Files of records fixed where no decision is needed; text between records is kept."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Final

from nizkorcite.findings import Finding
from nizkorcite.validation import Validator
from nizkorcite.validation.diagnosis.text_patch import mended
from nizkorcite.validation.input.chunk import Portion
from nizkorcite.validation.input.splitter import portions

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
    for portion in portions(BytesIO(data), name):
        if portion.is_outline:
            continue
        text = portion.text or b"\n".join(portion.lines)
        start = data.index(text, done)
        pieces += [data[done:start], _fixed_portion(portion, validator, select)]
        done = start + len(text)
    return b"".join((*pieces, data[done:]))


def _fixed_portion(portion: Portion, validator: Validator, select: FindingFilter) -> bytes:
    if portion.is_yaml:
        return portion.text  # a patch is for JSON
    if not portion.lines:
        (findings,) = validator.of_portion(portion, None)
        return _fixed_record(portion.text, findings, validator, select)
    lines = list(portion.lines)
    for number, findings in validator.of_lines(portion, None):
        index = number - portion.line
        lines[index] = _fixed_record(lines[index], findings, validator, select)
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
        return mended(data.decode("utf-8"), findings).encode("utf-8")
    except UnicodeError:
        return data

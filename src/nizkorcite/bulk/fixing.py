"""Files of records fixed where no decision is needed; text between records is kept."""

from collections.abc import Callable, Iterable
from typing import Final

from nizkorcite.findings import Finding
from nizkorcite.validation import Validator
from nizkorcite.validation.diagnosis.text_patch import apply_fixes
from nizkorcite.validation.input.chunk import RecordBytes
from nizkorcite.validation.input.rewriting import rewritten_file

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

    def fix(record: RecordBytes) -> bytes:
        return _fixed_record(record.data, validator, select)

    return rewritten_file(name, data, fix)


def _fixed_record(data: bytes, validator: Validator, select: FindingFilter) -> bytes:
    """Fix a record repeatedly: a value is checked only once its name is right."""
    for _ in range(_MAXIMUM_ROUNDS):
        fixed = _patched(data, select(validator.iter_findings(data)))
        if fixed == data:
            break
        data = fixed
    return data


def _patched(data: bytes, findings: Iterable[Finding]) -> bytes:
    try:
        return apply_fixes(data.decode("utf-8"), findings).encode("utf-8")
    except UnicodeError:
        return data

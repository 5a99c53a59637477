"""What a validation says about one fault: a frozen value that compares, hashes and prints."""

from typing import Literal

from attrs import frozen

Severity = Literal["error", "warning", "info"]


@frozen(kw_only=True)
class Finding:
    """
    One fault of one record, with its place and a next step.

    Attributes:
        code: ``NZ`` and three digits; `nizkorcite explain CODE` tells the rule.
        severity: Only an ``error`` makes a record invalid.
        pointer: JSON Pointer (RFC 6901) of the value or object meant; ``""`` is the whole record.
        message: What is wrong, in words.
        hint: What to write instead, where that is likely known.
        file: Name of the input as it was given, ``None`` for text and mappings.
        record: Number of the record in its file, from 1, where the file holds several.
        line: Line of the value, from 1; ``None`` where the source was no text.
        column: Column of the value in code points, from 1.
        schema_location: The schema's keyword as a JSON Pointer, for findings of the schema.

    >>> print(Finding(code="NZ101", severity="error", pointer="", message='"title" is missing'))
    error NZ101 "title" is missing
    """

    code: str
    severity: Severity
    pointer: str
    message: str
    hint: str | None = None
    file: str | None = None
    record: int | None = None
    line: int | None = None
    column: int | None = None
    schema_location: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place + ': ' if place else ''}{self.severity} {self.code} {self.message}{hint}"

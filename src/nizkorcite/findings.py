"""What a validation says about one fault: a frozen value that compares, hashes and prints."""

from typing import Literal

from attrs import field, frozen

from nizkorcite.display import stated_repr, visible

Severity = Literal["error", "warning", "info"]
Origin = Literal["file", "schema", "rule", "collection", "citation", "schema_file", "page"]

_ORIGINS: dict[str, Origin] = {
    "0": "file",
    "1": "schema",
    "2": "rule",
    "3": "collection",
    "4": "citation",
    "5": "schema_file",
    "6": "page",
}


@frozen(kw_only=True)
class Operation:
    """
    A step of a JSON Patch (RFC 6902) that mends a record without a choice.

    Attributes:
        op: ``replace`` and ``remove`` the value at `path`; ``move`` gives the member at `source`
            another name.
        path: JSON Pointer of the value, or of the member's new name.
        value: The new value as JSON text, for ``replace``.
        source: JSON Pointer of the member that is moved (``from``).
    """

    op: Literal["replace", "remove", "move"]
    path: str
    value: str | None = None
    source: str | None = None


@frozen(kw_only=True)
class Excerpt:
    """
    The line that a finding is about, as far as it fits a terminal; what cannot be seen is a dot.

    Attributes:
        before: The line above it, if there is one.
        text: The line, or a piece of it.
        start, end: The span of the fault in `text`, in code points from 0, the end exclusive.
    """

    before: str | None
    text: str
    start: int
    end: int


@frozen(kw_only=True, repr=False)
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
        line: Line of the value or of the member's name, from 1; ``None`` where the source was no
            text.
        column: Its column in code points, from 1.
        end_line, end_column: The place after its last character; of an object or list only the
            opening bracket counts.
        schema_location: The schema's keyword as a JSON Pointer, for findings of the schema.
        fix: How the record is mended, where that takes no choice.
        excerpt: The line meant. Findings that differ in nothing else are equal.

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
    end_line: int | None = None
    end_column: int | None = None
    schema_location: str | None = None
    fix: tuple[Operation, ...] = ()
    excerpt: Excerpt | None = field(default=None, eq=False, repr=False)

    def __repr__(self) -> str:
        return stated_repr(self)

    def __str__(self) -> str:
        file = visible(self.file) if self.file else None
        place = ":".join(str(part) for part in (file, self.line, self.column) if part)
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place + ': ' if place else ''}{self.severity} {self.code} {self.message}{hint}"

    @property
    def origin(self) -> Origin:
        """What found the fault: the hundreds of its code."""
        return _ORIGINS[self.code[2]]

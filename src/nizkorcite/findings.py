"""Findings: faults of records with their place, in words."""

from typing import Literal

from attrs import evolve, field, frozen

from nizkorcite.display import brief, log_line, stated_repr
from nizkorcite.faults import Operation, Severity, severity_word
from nizkorcite.messages import Language

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
class Excerpt:
    """
    The line of a finding, as far as it fits a terminal.

    Invisible characters are shown as dots.

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
        code: ``NZ`` and three digits; `nizkorcite explain CODE` explains the rule.
        severity: Only an ``error`` makes a record invalid.
        pointer: JSON Pointer (RFC 6901) of the faulty value or object; ``""`` is the whole record.
        message: The fault in words.
        hint: The next step, or the value to write instead, if known.
        file: Name of the input as it was given; ``None`` for texts and mappings.
        record: Number of the record in its file, from 1, if the file has several.
        line: Line of the value or of the member's name, from 1; ``None`` if the source was not a
            text.
        column: Column of the value or name in code points, from 1.
        end_line, end_column: The place after the last character; an object or list is marked by
            its opening bracket.
        schema_location: JSON Pointer of the schema's keyword, for findings of the schema.
        fix: The patch of the record, if it needs no decision.
        id: The id of the record, if stated. Findings that differ only in this and the following
            attributes are equal.
        members: JSON Pointers of the members in question: of those that are missing, where they
            belong; otherwise `pointer` alone. None for the whole record.
        excerpt: The line of the fault.

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
    id: str | None = field(default=None, eq=False, repr=False)
    members: tuple[str, ...] = field(default=(), eq=False, repr=False)
    excerpt: Excerpt | None = field(default=None, eq=False, repr=False)

    def __repr__(self) -> str:
        return stated_repr(self)

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: Language) -> str:
        """Return the finding on one line, with the word for its severity in a language."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        hint = f" ({self.hint})" if self.hint else ""
        severity = severity_word(self.severity).text(language)
        words = f"{severity} {self.code} {self.message}{hint}"
        return log_line(f"{place}: {words}" if place else words)

    def named_text(self, language: Language) -> str:
        """Return the finding on one line, with the record and the members in question."""
        names = " ".join(brief(name) for name in (self.id, *self.members) if name)
        return log_line(f"{self.text(language)} [{names}]") if names else self.text(language)

    @property
    def origin(self) -> Origin:
        """The kind of rule that found the fault: the hundreds of its code."""
        return _ORIGINS[self.code[2]]


def shifted(finding: Finding, *, lines: int, columns: int = 0, record: int | None) -> Finding:
    """
    Move a finding to the place of its text in a file.

    Args:
        finding: A finding in a text of its own; without a place it stays as it is.
        lines: How many lines of the file precede the text.
        columns: How many columns precede the text on its first line.
        record: The number of the record in the file, where the file has several.

    >>> finding = Finding(code="NZ001", severity="error", pointer="", message="a", line=1, column=2)
    >>> print(shifted(finding, lines=3, columns=10, record=1))
    4:12: error NZ001 a
    """
    if finding.line is None or finding.column is None:
        return finding
    line, end_line = finding.line, finding.end_line or finding.line
    end_column = finding.end_column or finding.column
    return evolve(
        finding,
        record=record,
        line=line + lines,
        column=finding.column + (columns if line == 1 else 0),
        end_line=end_line + lines,
        end_column=end_column + (columns if end_line == 1 else 0),
    )

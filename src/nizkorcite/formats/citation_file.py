"""What the reading of a file of citations gives: its entries, and what was wrong with others."""

from collections.abc import Iterable, Mapping

from attrs import define, field, frozen

from nizkorcite.findings import Finding
from nizkorcite.reference import Reference


@define(kw_only=True)
class Remarks:
    """
    What is told of one entry; the place is moved along while the entry is read.

    Attributes:
        opening: What each message begins with, where the place alone does not name the entry.
        record: Number of the entry in its file, from 1, where entries are counted.
        line, pointer: The place being read.
        findings: What was told so far.
    """

    opening: str = ""
    record: int | None = None
    line: int | None = None
    pointer: str = ""
    findings: list[Finding] = field(factory=list)

    def tell(self, code: str, message: str) -> None:
        """Tell something of the place being read."""
        self.findings.append(
            finding(
                code,
                f"{self.opening}{message}",
                line=self.line,
                record=self.record,
                pointer=self.pointer,
            )
        )

    def leave_out(self, name: str, problem: object) -> None:
        """Tell that a value can not be read."""
        self.tell("NZ402", f"{name}: {problem}; it is left out")

    def no_place(self, name: str) -> None:
        """Tell that a reference has no variable for a field."""
        self.tell("NZ403", f'a reference has no place for "{name}"; it is left out')

    def unlike(self, name: str, other: str) -> None:
        """Tell that a field says otherwise than another one of the same variable."""
        self.tell("NZ403", f'"{name}" says otherwise than {other}; it is left out')


def finding(  # noqa: PLR0913 - a place has several parts
    code: str,
    message: str,
    *,
    line: int | None = None,
    column: int | None = None,
    record: int | None = None,
    pointer: str = "",
    hint: str | None = None,
) -> Finding:
    """
    A finding of a file of citations; only what could not be read at all is an error.

    >>> print(finding("NZ401", "the entry has no end (ER)", line=3))
    3: error NZ401 the entry has no end (ER)
    """
    return Finding(
        code=code,
        severity="error" if code == "NZ401" else "warning",
        pointer=pointer,
        message=message,
        hint=hint,
        record=record,
        line=line,
        column=column,
    )


def by_line(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of their lines."""
    return tuple(sorted(findings, key=lambda each: each.line or 0))


@frozen(kw_only=True)
class CitationFile:
    """
    The entries of a file.

    Attributes:
        references: The entries that could be read, in their order.
        findings: An error for each entry that could not (NZ401), a warning for each value that
            could not and was left out (NZ402), one for each field that a reference has no place
            for (NZ403), and one for a second entry of the same id (NZ404); with lines.
    """

    references: tuple[Reference, ...]
    findings: tuple[Finding, ...] = ()


def reference_of(variables: Mapping[str, object]) -> Reference:
    """
    The reference of the variables that an entry states.

    It has both layers where one of the variables is the original's.

    Raises:
        ModelError: A variable has a value of another type.

    >>> reference_of({"id": "a", "type": "book", "original_title": "Ley"}).layers
    'both'
    """
    has_original = any(name.startswith("original_") for name in variables)
    layers = "both" if has_original else "republication"
    return Reference(**variables, layers=layers)  # type: ignore[arg-type]  # checked by the class

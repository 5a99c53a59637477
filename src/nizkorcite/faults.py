"""Faults of records, before they are placed in a text and put into words."""

from typing import Literal

from attrs import frozen

from nizkorcite.messages import Message

Severity = Literal["error", "warning", "info"]
_SEVERITY_WORDS = {
    "error": Message("error"),
    "warning": Message("warning"),
    "info": Message("info"),
}


def severity_word(severity: Severity) -> Message:
    """Return the word for a severity that people read; reports for programs have its name."""
    return _SEVERITY_WORDS[severity]


@frozen(kw_only=True)
class Operation:
    """
    A step of a JSON Patch (RFC 6902) that fixes or corrects a record.

    Attributes:
        op: ``add``, ``replace`` and ``remove`` the value at `path`; ``move`` gives the member at
            `source` another name.
        path: JSON Pointer of the value, or of the member's new name; after the last item of a list
            it ends in ``/-``.
        value: The new value as JSON text, for ``add`` and ``replace``.
        source: JSON Pointer of the member that is moved (``from``).
    """

    op: Literal["add", "replace", "remove", "move"]
    path: str
    value: str | None = None
    source: str | None = None


@frozen
class Fault:
    """
    A fault before its place and language are known.

    Attributes:
        code: The rule's code.
        message: A description of the fault.
        pointer: JSON Pointer of the faulty value or object.
        hint: The next step.
        offset: Offset in the record's text, for a fault without a pointer.
        severity: The severity, where it differs from the rule's.
        at_name: Whether the fault is in a member's name, not in its value.
        schema_location: JSON Pointer of the schema's keyword, for a fault that the schema finds.
        about: JSON Pointers of other values on which the fault depends; in a fault of the schema,
            of members that are missing, where ``*`` is a member whose name cannot be guessed.
        fix: The patch of the record, where no choice is left.
        end: Offset after the faulty text; by default one character is faulty.
    """

    code: str
    message: Message
    pointer: str = ""
    hint: Message | None = None
    offset: int | None = None
    severity: Severity | None = None
    at_name: bool = False
    schema_location: str | None = None
    about: tuple[str, ...] = ()
    fix: tuple[Operation, ...] = ()
    end: int | None = None

"""What rules find, before lines, columns and a language are known."""

from collections.abc import Mapping

from attrs import frozen

from nizkorcite.display import visible
from nizkorcite.findings import Operation, Severity
from nizkorcite.messages import Message

_LONGEST = 60


_REST = "..."


def quoted(text: str) -> str:
    r"""
    A text of the record in quotation marks, at most 60 characters of it, all of them visible.

    >>> print(quoted("a\nb\u202e"))
    "a\nb\u202e"
    """
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - len(_REST)] + _REST
    return f'"{visible(cut)}"'


def shown(value: object) -> str | Message:
    """
    A value of the record, as JSON has it where it is short.

    >>> print(shown(True), shown([1, 2]))
    true a list
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return Message("an object")
    return Message("a list") if isinstance(value, list) else str(value)[:_LONGEST]


@frozen
class Fault:
    """
    One breach of a rule, before its place is known in lines and columns.

    Attributes:
        code: The rule.
        message: What is wrong, in words.
        pointer: JSON Pointer of the value or object meant.
        hint: What to do.
        offset: Place in the text, where the fault has no pointer.
        severity: Where it is not the rule's.
        at_name: Whether the member's name is meant and not its value.
        schema_location: The schema's keyword, for faults of the schema.
        about: JSON Pointer of the member that is missing, or that is looked for and not found.
        fix: How the record is mended, where that takes no choice.
        end: Where what stands at `offset` ends; the next character where it is not given.
    """

    code: str
    message: Message
    pointer: str = ""
    hint: Message | None = None
    offset: int | None = None
    severity: Severity | None = None
    at_name: bool = False
    schema_location: str | None = None
    about: str | None = None
    fix: tuple[Operation, ...] = ()
    end: int | None = None

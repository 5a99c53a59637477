"""What rules find, before lines, columns and a language are known."""

from attrs import frozen

from nizkorcite.findings import Operation, Severity
from nizkorcite.messages import Message


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

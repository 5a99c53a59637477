"""
From the text of one record to its faults, on one of two paths.

Most records are right: the fast verdict proves it and nothing else is done or loaded. Only what is
not proven is parsed for its places and explained (`unproven`).
"""

from typing import TYPE_CHECKING

from attrs import frozen

from nizkorcite.record.json_types import JSON
from nizkorcite.validation.fast import schema_verdict
from nizkorcite.validation.fast.rule_verdict import obeys_all_rules

if TYPE_CHECKING:
    from nizkorcite.validation.parsing.text import Text


@frozen
class Judge:
    """
    What records are judged by.

    Attributes:
        schema_name: A name of `nizkorcite.schema.names`.
        is_schema_only: Whether rules beyond the schema, and names that stand twice in a record that
            has no other fault, are passed over.
    """

    schema_name: str = "document"
    is_schema_only: bool = False

    def look(self, text: bytes) -> "tuple[JSON, Text | None]":
        """
        A record, and its text as far as it can be read, or `None` where it is proven to be right.

        >>> Judge().look(b"{}")[1].value
        {}
        """
        record = schema_verdict.accepted(text, self.schema_name)
        if record is not None and self.is_schema_only:
            return record, None
        if record is None or not schema_verdict.names_stand_once(text, record):
            from nizkorcite.validation.parsing.text import read_text

            read = read_text(text)
            return read.value, read
        return record, None if obeys_all_rules(record) else parsed(text, record)


def parsed(text: bytes, record: JSON) -> "Text":
    """The text of a record in which nothing is wrong with the file."""
    from nizkorcite.validation.parsing.text import Text

    return Text(text=text.decode(), value=record)

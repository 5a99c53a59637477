"""
Judge the text of a record without places and words.

Most records are faultless: for these the proof is all that is done and loaded.
"""

from typing import TYPE_CHECKING, NamedTuple, cast

from attrs import frozen

from nizkorcite.record.json_types import JSON
from nizkorcite.validation.fast import schema_verdict
from nizkorcite.validation.fast.rule_verdict import obeys_all_rules

if TYPE_CHECKING:  # a verdict alone needs no model, and few archives have a schema
    from nizkorcite.record.proven import ProvenRecord
    from nizkorcite.validation.fast.extension_schema import ExtensionSchema


class Verdict(NamedTuple):
    """
    Verdict on the text of a record.

    Attributes:
        value: The record; `None` where the text is not simple JSON.
        is_valid: The schema's verdict; `None` where it was not asked.
        is_parsed: Whether the value is proven to be all that the text says.
        is_faultless: Whether the record is proven to have no finding.
    """

    value: JSON = None
    is_valid: bool | None = None
    is_parsed: bool = False
    is_faultless: bool = False


UNDECIDED = Verdict()
"""The verdict on a record that the fast parser has not read."""


@frozen
class Judge:
    """
    A fast judge of records.

    Attributes:
        schema_name: A name of `nizkorcite.schema_names`.
        is_schema_only: Whether rules beyond the schema are skipped, and names used twice in a
            record that has no other fault.
        extensions: The archive's schema for members of its own, if it has one.
    """

    schema_name: str = "document"
    is_schema_only: bool = False
    extensions: "ExtensionSchema | None" = None

    def verdict(self, text: bytes) -> Verdict:
        """
        Judge the text of a record.

        >>> Judge().verdict(b"{}")
        Verdict(value={}, is_valid=False, is_parsed=False, is_faultless=False)
        """
        record = schema_verdict.parse(text)
        if record is None:
            return UNDECIDED
        if not schema_verdict.is_valid(record, self.schema_name):
            return Verdict(record, is_valid=False)
        if self.extensions and not self.extensions.is_valid(record):
            return Verdict(record, is_valid=True)
        if self.is_schema_only:
            return Verdict(record, True, True, True)
        if not schema_verdict.has_unique_names(text, record):
            return Verdict(record, is_valid=True)
        return Verdict(record, True, True, obeys_all_rules(record))

    def proven_record(self, text: bytes) -> "ProvenRecord | None":
        """
        Return the record of a text if schema and rules are proven to find nothing in it.

        >>> Judge().proven_record(b"{}") is None
        True
        """
        verdict = self.verdict(text)
        is_proven = verdict.is_faultless and not self.is_schema_only
        return cast("ProvenRecord", verdict.value) if is_proven else None

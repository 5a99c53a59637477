"""The schema's verdict on a record in JSON Schema's output format ``basic``."""

from collections.abc import Iterable

from nizkorcite.findings import Finding
from nizkorcite.record.json_types import JSON
from nizkorcite.record.schema import SCHEMAS, Profile, absolute_location


def basic_output(findings: Iterable[Finding], profile: Profile = "base") -> dict[str, JSON]:
    """
    Build an output unit of the format ``basic`` (draft 2020-12, section 12.4.2).

    Args:
        findings: The findings of one record. Findings of rules beyond the schema are skipped, since
            they come from no keyword.
        profile: What the record was checked against.

    >>> basic_output([])
    {'valid': True, 'keywordLocation': '', 'instanceLocation': ''}
    """
    errors: list[JSON] = [
        {
            "valid": False,
            "keywordLocation": finding.schema_location,
            "absoluteKeywordLocation": absolute_location(SCHEMAS[profile], finding.schema_location),
            "instanceLocation": finding.pointer,
            "error": finding.message,
        }
        for finding in findings
        if finding.schema_location is not None
    ]
    unit: dict[str, JSON] = {"valid": not errors, "keywordLocation": "", "instanceLocation": ""}
    return unit | {"errors": errors} if errors else unit

"""The schema's verdict on a record in the output format of JSON Schema (draft 2020-12)."""

from collections.abc import Iterable

from nizkorcite.findings import Finding
from nizkorcite.json_value import JSON
from nizkorcite.schema import absolute_location
from nizkorcite.validation.profiles import SCHEMAS, Profile


def basic_output(findings: Iterable[Finding], profile: Profile = "base") -> dict[str, JSON]:
    """
    An output unit of the format ``basic`` (section 12.4.2), with one error a cause.

    Args:
        findings: The findings of one record; those of other rules than the schema's are passed
            over, since they come from no keyword.
        profile: What the record was checked against.

    >>> basic_output([])
    {'valid': True, 'keywordLocation': '', 'instanceLocation': ''}
    """
    name = SCHEMAS[profile]
    errors: list[JSON] = [
        {
            "valid": False,
            "keywordLocation": finding.schema_location,
            "absoluteKeywordLocation": absolute_location(name, finding.schema_location),
            "instanceLocation": finding.pointer,
            "error": finding.message,
        }
        for finding in findings
        if finding.schema_location is not None
    ]
    unit: dict[str, JSON] = {"valid": not errors, "keywordLocation": "", "instanceLocation": ""}
    return unit | {"errors": errors} if errors else unit

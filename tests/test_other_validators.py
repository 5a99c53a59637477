"""What validators that know only the schema do not see, as the documentation states it."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from nizkorcite import iter_findings
from nizkorcite.record.schema import schema
from nizkorcite.validation.catalogue.codes import CODES

HERE = Path(__file__).parent
PAGE = (HERE.parent / "docs/reference/schemas.md").read_text("utf-8")
BEYOND = [code for code in CODES if code[2] in "23"]
PLAIN = jsonschema.Draft202012Validator(schema())
STRICT = jsonschema_rs.Draft202012Validator(dict(schema()))
LINE_BREAKS: list[Any] = json.loads((HERE / "cases/final-line-breaks.json").read_text("utf-8"))


@pytest.mark.parametrize("code", BEYOND)
def test_the_schema_alone_accepts_what_a_rule_refuses(code: str) -> None:
    """The records of the fixture that break the rule are valid by the schema."""
    records = json.loads((HERE / f"cases/findings/{code}.json").read_text("utf-8"))

    assert [True] == [PLAIN.is_valid(record) for record in records if "x_finding" in record]


def test_the_documentation_lists_every_rule_beyond_the_schema() -> None:
    """The table has each code once."""
    table = PAGE.partition("## What other validators do not see")[2].partition("## Versions")[0]
    rows = [row for row in table.splitlines() if row.startswith("| ")]

    assert BEYOND == sorted(re.findall(r"NZ[23]\d\d", "".join(rows)))


@pytest.mark.parametrize("record", LINE_BREAKS, ids=range(len(LINE_BREAKS)))
def test_a_final_line_break_is_seen_by_ecma_262_alone(record: Any) -> None:
    """Python's own reading of `$` takes the record, and no other does."""
    assert (True, False) == (PLAIN.is_valid(record), STRICT.is_valid(record))
    assert [] != [each for each in iter_findings(record) if each.severity == "error"]

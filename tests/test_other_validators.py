"""What validators that know only the schema do not see, as the documentation states it."""

import json
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from nizkorcite import iter_findings
from nizkorcite.record.schema import schema
from nizkorcite.validation.catalogue.codes import CODES

HERE = Path(__file__).parent
ROOT = HERE.parent
PAGE = (ROOT / "docs/reference/schemas.md").read_text("utf-8")
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


def test_the_published_fixtures_are_current() -> None:
    """They are made of the cases of the findings, one file a code."""
    made = runpy.run_path(str(ROOT / "docs/conformance.py"))["files"]()
    folder = ROOT / "examples/conformance"

    assert sorted(made) == sorted(folder.glob("*.json")), "run python docs/conformance.py"
    for path, text in made.items():
        assert text == path.read_text("utf-8"), f"run python docs/conformance.py: {path.name}"


def _conformance(schema_file: Path) -> tuple[int, str, str]:
    """Exit code and output of the published runner for Python."""
    run = subprocess.run(
        [sys.executable, str(ROOT / "examples/conformance/run.py"), str(schema_file)],
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout, run.stderr


def test_the_published_fixtures_agree_with_the_schema() -> None:
    """The runner prints the line that the documentation shows."""
    code, out, err = _conformance(ROOT / "schemas/document/1.0/document.schema.json")

    assert (0, "") == (code, err)
    assert f"document.schema.json\n{out}" in PAGE


def test_a_fixture_that_a_validator_misses_is_named(tmp_path: Path) -> None:
    """The runner's exit code is 1, and standard error has the file and the record."""
    lax = tmp_path / "lax.schema.json"
    lax.write_text("true", "utf-8")
    missed = [
        f"{path.name}: {test['data']['id']!r} should be False\n"
        for path in sorted((ROOT / "examples/conformance").glob("[!i]*.json"))
        for test in json.loads(path.read_text("utf-8"))["tests"]
        if not test["valid"]
    ]

    code, _, err = _conformance(lax)
    assert (1, "".join(missed)) == (code, err)


@pytest.mark.parametrize("record", LINE_BREAKS, ids=range(len(LINE_BREAKS)))
def test_a_final_line_break_is_seen_by_ecma_262_alone(record: Any) -> None:
    """Python's own reading of `$` takes the record, and no other does."""
    assert (True, False) == (PLAIN.is_valid(record), STRICT.is_valid(record))
    assert [] != [each for each in iter_findings(record) if each.severity == "error"]

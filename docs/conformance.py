"""
Write the fixtures for validators of other languages, from the test cases of the findings.

    python docs/conformance.py        a test fails if they are not current
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs

import nizkorcite as nz
from nizkorcite.record.schema import schema
from nizkorcite.validation.catalogue.codes import CODES

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "examples/conformance"
CASES = ROOT / "tests/cases"
_SCHEMA = jsonschema_rs.Draft202012Validator(dict(schema()))


def files() -> dict[Path, str]:
    """Return the index and, for each rule on single records, its file."""
    groups = {f"{code}.json": _group(code) for code in CODES if code[2] in "12"}
    # What a rule reports of files or of other records is not in the record.
    made = {name: group for name, group in groups.items() if _is_reported(group)}
    made["final-line-breaks.json"] = _final_line_breaks()
    index = {"schema": "document/1.0/document.schema.json", "files": sorted(made)}
    return {FOLDER / name: _text(each) for name, each in {**made, "index.json": index}.items()}


def _group(code: str) -> dict[str, Any]:
    records = json.loads((CASES / f"findings/{code}.json").read_text("utf-8"))
    return {"code": code, "description": CODES[code].title, "tests": list(map(_test, records))}


def _final_line_breaks() -> dict[str, Any]:
    records = json.loads((CASES / "final-line-breaks.json").read_text("utf-8"))
    what = "in patterns, $ is the end of the text (ECMA-262)"
    return {"description": what, "tests": list(map(_test, records))}


def _test(case: Mapping[str, Any]) -> dict[str, Any]:
    record = {name: value for name, value in case.items() if name != "x_finding"}
    found = sorted({each.code for each in nz.iter_findings(record)})
    return {"data": record, "valid": _SCHEMA.is_valid(record), "findings": found}


def _is_reported(group: Mapping[str, Any]) -> bool:
    return any(group["code"] in test["findings"] for test in group["tests"])


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, text in files().items():
        path.write_text(text, encoding="utf-8", newline="\n")

"""Model and schema can not drift: every single edit of a full record, judged by both."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nizkorcite import schema, validation
from nizkorcite.codec import from_record
from nizkorcite.errors import RecordError
from nizkorcite.validation import explain

FULL = json.loads((Path(__file__).parent / "records/full.json").read_text("utf-8"))
ODD = (
    None, "", "a", "A", " a", "a\n", "a\nb", "\ud800", "x" * 10_001, 0, -1, 1.0, 1.5, 2**53, True, [],
    [None], ["a", "a"], {}, {"x_a": "b"}, {"kind": "organisation", "name": "a"}, "2017-02-29",
    "2017-02-28", "2017-02-30T10:00:00Z", "2016-12-31T23:59:60Z", "2017-02-27\n", "../2017",
    "2018/2017", "0000", "2017-21", "2017-XX-01", "https://example.org/", "http://", "https://a b",
    "en-us", "/nowhere", "/captures/00", "A" * 64, "../a", "a\u2028b", "2.0",
)  # fmt: skip
NAMES = sorted(
    {name for part in (schema.schema(), *schema.schema()["$defs"].values())
     for name in part.get("properties", {})}
)  # fmt: skip
Path_ = tuple[str | int, ...]


def places(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The path of every value inside another; of a list's items, which are alike, the first."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(min(len(value), 1)):
            yield (*path, key)
            yield from places(value[key], (*path, key))


def holder(record: Any, path: Path_) -> Any:
    """What holds the value at a path."""
    for part in path[:-1]:
        record = record[part]
    return record


def edits() -> Iterator[tuple[str, Any]]:
    """Every record one edit away from the full one, with the edit in words."""
    for path in places(FULL):
        where = "/".join(map(str, path))
        record = copy.deepcopy(FULL)
        del holder(record, path)[path[-1]]
        yield f"drop {where}", record
        for odd in ODD:
            record = copy.deepcopy(FULL)
            holder(record, path)[path[-1]] = odd
            yield f"{where} = {odd!r}"[:200], record
    for path in [(), *places(FULL)]:
        value = FULL if not path else holder(FULL, path)[path[-1]]
        if isinstance(value, dict):
            yield from additions(path, value)


def additions(path: Path_, value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each known name where it does not belong, and names that nobody knows."""
    for name in (*NAMES, "extensions", "x_", "x_A", "x_own", "x_own\n", "langauge", "\ud800"):
        if name not in value:
            record = copy.deepcopy(FULL)
            (record if not path else holder(record, path)[path[-1]])[name] = "a"
            yield f"add {name!r} to {'/'.join(map(str, path))}", record


def model_accepts(record: Any) -> bool:
    """The verdict of the classes."""
    try:
        from_record(record)
    except RecordError:
        return False
    return True


def schema_accepts(record: Any) -> bool:
    """The verdict of schema and rules."""
    return all(finding.severity != "error" for finding in validation.iter_findings(record))


def disagreements() -> Iterator[str]:
    """The edits on which the two verdicts differ."""
    for edit, record in edits():
        accepted = model_accepts(record)
        if accepted != schema_accepts(record):
            yield f"{edit}: the model {'takes' if accepted else 'refuses'} it"


def test_the_full_record_has_every_member_and_is_valid() -> None:
    """The judge starts from a record that leaves nothing out and that both accept."""
    missing = {
        f"{name}/{member}"
        for name, part in schema.schema()["$defs"].items()
        for member in part.get("properties", {})
        if not any(member in value for value in objects(FULL))
    }

    assert set() == missing
    assert [] == list(validation.iter_findings(FULL))
    assert model_accepts(FULL)


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a record."""
    if isinstance(value, dict):
        yield value
    for each in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from objects(each)


def test_model_and_schema_agree_on_every_single_edit() -> None:
    """No edit of the full record is taken by one and refused by the other."""
    assert [] == list(disagreements())
    assert sum(1 for _edit in edits()) > 1000


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("$defs", "line", "minLength"), 2),
        (("$defs", "evidence", "properties", "line", "minimum"), 0),
        (("$defs", "original", "properties", "title", "maxLength"), 20_000),
        (("$defs", "capture", "required"), ["sha256"]),
        (("$defs", "agent", "properties", "kind", "enum"), ["person", "organisation", "a"]),
        (("$defs", "sha256", "pattern"), "^[0-9a-fA-F]{64}$"),
        (("properties", "keywords", "uniqueItems"), False),
    ],
    ids=lambda value: "/".join(value) if isinstance(value, tuple) else "",
)
def test_a_planted_drift_is_found(
    path: Path_, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bound or name changed in the schema alone makes the judge speak."""
    drifted = copy.deepcopy(schema.schema())
    holder(drifted, path)[path[-1]] = value
    kind = explain.extended()
    monkeypatch.setattr(explain, "_validator", lambda _name: kind(drifted))

    assert next(disagreements(), None)

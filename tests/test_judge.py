"""
Model and schema can not drift: every single edit of a full record, judged by both.

One verdict is that of the classes (`from_record`), the other that of the schema with the rules
beyond it (`iter_findings`). An edit on which they differ is a fault of one of the two.
"""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from nizkorcite import RecordError, from_record, iter_findings
from nizkorcite.record import schema
from nizkorcite.validation.catalogue.codes import CODES
from nizkorcite.validation.rules.record import rule_faults
from nizkorcite.validation.schema_check import dialect

FULL = json.loads((Path(__file__).parent / "records/full.json").read_text("utf-8"))
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1.0, 1.5, 2**53, "", " a", "a", "A", "a\n", "a\nb", "a\u2028b", "\ud800",
    "x" * 10_001, [], [None], [[]], ["a", "a"], {}, {"x_own": "a"}, {"kind": "organisation", "name": "a"},
    "2.0", "2017-02-28", "2017-02-29", "2017-02-27\n", "27Feb17", "2017-21", "2017-XX-01", "0000",
    "../2017", "2018/2017", "2016-12-31T23:59:60Z", "2017-02-30T10:00:00Z", "0000-01-01T00:00:00Z",
    "https://example.org/", "http://", "https://a b", "en-us", "/nowhere", "/captures/00", "/__doc__",
    "../a", "A" * 64,
)  # fmt: skip
BASE: Any = schema.schema()
MEMBERS = sorted(
    {name for part in (BASE, *BASE["$defs"].values())
     for name in part.get("properties", {})}
)  # fmt: skip
UNKNOWN = ("extensions", "x_", "x_A", "x_own\n", "x_" + "a" * 61, "langauge", "", "\ud800")
MOST = {
    "alternative_titles": 100,
    "creators": 1000,
    "publishers": 100,
    "identifiers": 100,
    "legal_basis": 100,
}
Place = tuple[str | int, ...]
Edit = tuple[str, Any]
Verdict = Callable[[Any], bool]


def model_accepts(record: Any) -> bool:
    """The verdict of the classes."""
    try:
        from_record(record)
    except RecordError:
        return False
    return True


def schema_accepts(record: Any) -> bool:
    """The verdict of schema and rules."""
    return all(finding.severity != "error" for finding in iter_findings(record))


def disagreements(edits: Iterator[Edit], model: Verdict, other: Verdict) -> Iterator[str]:
    """The edits on which two verdicts differ, in words."""
    for edit, record in edits:
        accepted = model(record)
        if accepted != other(record):
            yield f"{edit}: the model {'takes' if accepted else 'refuses'} it"


def edits_of(part: str) -> Iterator[Edit]:
    """Every record one edit within a part away from the full one, with the edit in words."""
    for place in (place for place in places(FULL) if f"{pointer(place)}/".startswith(f"{part}/")):
        yield from replacements(place)
        value = value_at(FULL, place)
        if isinstance(value, dict):
            yield from additions(place, value)
        if isinstance(value, list):
            yield from repetitions(place, value)


def replacements(place: Place) -> Iterator[Edit]:
    """A value dropped, and odd values in its stead."""
    where = pointer(place)
    record = copy.deepcopy(FULL)
    del value_at(record, place[:-1])[place[-1]]
    yield f"drop {where}", record
    for odd in ODD:
        yield f"{where} = {odd!r}"[:200], replaced(place, odd)


def additions(place: Place, value: dict[str, Any]) -> Iterator[Edit]:
    """Each known name where it does not stand, a name of one's own, and names nobody knows."""
    for name in (*MEMBERS, "x_own", *UNKNOWN):
        if name not in value:
            yield (
                f"add {name!r} to {pointer(place)}",
                replaced(place, {**value, name: "a"}),
            )


def repetitions(place: Place, value: list[Any]) -> Iterator[Edit]:
    """A list with its first item twice, as long as it may be, and longer by one."""
    most = MOST.get(str(place[-1]), 2)
    for count in {2, most, most + 1}:
        yield f"{count} items in {pointer(place)}", replaced(place, value[:1] * count)


def pointer(place: Place) -> str:
    """A place in words."""
    return "/".join(map(str, place))


def replaced(place: Place, value: Any) -> Any:
    """The full record with another value at a place."""
    if not place:
        return value
    record = copy.deepcopy(FULL)
    value_at(record, place[:-1])[place[-1]] = value
    return record


def value_at(value: Any, place: Place) -> Any:
    """What stands at a place."""
    for part in place:
        value = value[part]
    return value


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """The place of every value inside another; of a list's items, which are alike, the first."""
    inner = (
        value
        if isinstance(value, dict)
        else range(min(len(value), 1))
        if isinstance(value, list)
        else ()
    )
    for part in inner:
        yield (*place, part)
        yield from places(value[part], (*place, part))


def test_the_full_record_is_valid() -> None:
    """The judge starts from a record that both accept, without so much as a warning."""
    assert [] == list(iter_findings(FULL))
    assert model_accepts(FULL)


def test_the_full_record_has_every_member_of_every_object() -> None:
    """The judge's edits reach every part of the schema."""
    seen = set(reached(FULL, BASE, ""))
    parts = {"": BASE, **BASE["$defs"]}

    assert (
        set()
        == {(name, member) for name, part in parts.items() for member in part.get("properties", {})}
        - seen
    )


def reached(value: Any, part: Any, name: str) -> Iterator[tuple[str, str]]:
    """The members that a record has, each with the definition that it belongs to."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        part = BASE["$defs"][name]
    for item in value if isinstance(value, list) else ():
        yield from reached(item, part["items"], name)
    for member in value if isinstance(value, dict) else ():
        if member in part["properties"]:
            yield name, member
            yield from reached(value[member], part["properties"][member], name)


@pytest.mark.parametrize("member", FULL)
def test_model_and_schema_agree_on_every_single_edit(member: str) -> None:
    """No edit of the full record is taken by one and refused by the other."""
    assert [] == list(disagreements(edits_of(member), model_accepts, schema_accepts))


def test_model_and_schema_agree_on_added_members() -> None:
    """Nor is a member that does not belong into the record itself."""
    assert [] == list(disagreements(additions((), FULL), model_accepts, schema_accepts))


def test_the_judge_sees_more_than_a_thousand_edits() -> None:
    """The number of edits is what gives the verdict its weight."""
    assert sum(1 for member in FULL for _edit in edits_of(member)) > 1000


DRIFTS = {
    "$defs/line/minLength": ("title", 2),
    "$defs/line/pattern": ("title", "^.+$"),
    "$defs/original/properties/title/maxLength": ("original/title", 20_000),
    "$defs/original/then/required": ("original", []),
    "$defs/original/properties/identifiers/maxItems": ("original/identifiers", 99),
    "$defs/agent/properties/kind/enum": (
        "creators/0/kind",
        ["person", "organisation", "unknown", "a"],
    ),
    "$defs/agent/dependentRequired/given": ("creators/0", ["suffix"]),
    "$defs/rights/minProperties": ("republication/rights", 2),
    "$defs/capture/required": ("captures/0", ["sha256"]),
    "$defs/sha256/pattern": ("captures/0/sha256", "^[0-9a-fA-F]{64}$"),
    "$defs/capture/properties/status/minimum": ("captures/0/status", 0),
    "$defs/evidence/properties/line/minimum": ("evidence/0/line", 0),
    "$defs/text/additionalProperties": ("text", True),
    "$defs/extension/type": ("x_reviewed", ["string", "boolean"]),
    "properties/keywords/uniqueItems": ("keywords", False),
    "properties/keywords/minItems": ("keywords", 0),
}


@pytest.mark.parametrize(
    ("place", "part", "value"),
    [(place, *drift) for place, drift in DRIFTS.items()],
    ids=DRIFTS,
)
def test_a_drift_of_the_schema_is_found(place: str, part: str, value: object) -> None:
    """A bound or a name changed in the schema alone makes the judge speak."""
    drifted: Any = copy.deepcopy(schema.schema())
    *path, last = place.split("/")
    value_at(drifted, tuple(path))[last] = value

    assert next(disagreements(edits_of(part), model_accepts, verdict_of(drifted)), None)


def verdict_of(a_schema: Any) -> Verdict:
    """The verdict of another schema with the rules beyond it."""
    validator = dialect.validator_class()(a_schema)
    return lambda record: (
        validator.is_valid(record)
        and not any(
            (fault.severity or CODES[fault.code].severity) == "error"
            for fault in rule_faults(record)
        )
    )


@pytest.mark.parametrize("member", ["schema_version", "id", "language"])
def test_a_drift_of_the_model_is_found(member: str) -> None:
    """A key that the model alone would not require makes the judge speak."""

    def drifted(record: Any) -> bool:
        return model_accepts({member: FULL[member], **record})

    assert [f"drop {member}: the model takes it"] == list(
        disagreements(edits_of(member), drifted, schema_accepts)
    )

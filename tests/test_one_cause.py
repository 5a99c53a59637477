"""One cause, one finding: every single edit of a full record, and what is found of it."""

import copy
import json
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from nizkorcite import iter_findings
from test_judge import FULL, Place, places, pointer, replaced, value_at

VALUES: tuple[Any, ...] = (
    None, True, 7, -1, 1.5, "", " a", "a", "2099-01-01", "1990-01-01T00:00:00Z", "x" * 30_000,
    [], [None], ["a"], {}, {"a": 1}, {"a": 1, "b": 2}, {"x_own": "a"},
)  # fmt: skip
# Edits that are two mistakes, with the reason.
TWO = {
    "original is called x_original": "an own field holds an object, and a required field is missing",
    "republication is called x_republication": "an own field holds an object, and evidence supports"
    " a value that is not there",
    "captures is called x_captures": "an own field holds a list, and evidence names a capture that is"
    " not there",
    "original/publishers is called x_publishers": "an own field holds a list, and a required field"
    " is missing",
    "republication/publishers is called x_publishers": "an own field holds a list, and a required"
    " field is missing",
    "evidence is called x_evidence": "each object in an own list, which holds texts, is a finding",
    **dict.fromkeys(
        (f"{place} = {{'a': 1, 'b': 2}}" for place in (
            "alternative_titles/0", "creators/0", "creators/0/identifiers/0", "original",
            "original/place", "original/place/identifiers/0", "original/identifiers/0",
            "original/publishers/0", "original/publishers/0/identifiers/0", "republication",
            "republication/publishers/0", "republication/rights", "republication/rights/holder",
            "republication/rights/legal_basis/0", "captures/0", "captures/0/warc", "relations/0",
            "evidence/0", "text",
        )),
        "each field that nobody knows is a finding of its own",
    ),
}  # fmt: skip


def edits() -> Iterator[tuple[str, Any]]:
    """Every single edit, with its name and the record, or the text of the record."""
    for place in places(FULL):
        for value in VALUES:
            yield f"{pointer(place)} = {str(value)[:40]}", replaced(place, value)
        value = value_at(FULL, place)
        yield f"{pointer(place)} in a list", replaced(place, [value])
        if isinstance(value, list):
            yield f"{pointer(place)} twice over", replaced(place, value + value)
            yield f"{pointer(place)} for its list", replaced(place, value[0])
        if isinstance(value, int):
            yield f"{pointer(place)} as text", replaced(place, str(value))
        if isinstance(place[-1], str):
            yield from renamings(place, place[-1])
        yield f"{pointer(place)} deleted", without(place)
    for at in places(FULL):
        field: Place = ("evidence", 0, "field")
        yield f"evidence/0/field = {pointer(at)}", replaced(field, f"/{pointer(at)}s")


def renamings(place: Place, name: str) -> Iterator[tuple[str, Any]]:
    """A member under other names, and twice."""
    for new in (name[:-1], f"{name}s", name.title(), name[::-1], "zzz", "", f"x_{name}"):
        record = copy.deepcopy(FULL)
        holder = value_at(record, place[:-1])
        members = {new if each == name else each: value for each, value in holder.items()}
        holder.clear()
        holder.update(members)
        yield f"{pointer(place)} is called {new}", record
    record = copy.deepcopy(FULL)
    value_at(record, place[:-1])["again"] = value_at(FULL, place)
    yield f"{pointer(place)} appears twice", json.dumps(record).replace('"again"', f'"{name}"')


def without(place: Place) -> Any:
    """The full record without the value at a place."""
    record = copy.deepcopy(FULL)
    del value_at(record, place[:-1])[place[-1]]
    return record


def test_a_single_edit_has_one_finding_at_most() -> None:
    """What follows from a mistake is not reported beside it, and no mistake hides another."""
    several = {}
    for name, record in edits():
        found = [f"{finding.code} {finding.message}" for finding in iter_findings(record)]
        if len(found) > 1:
            several[name] = found

    assert {} == {name: found for name, found in several.items() if name not in TWO}
    assert set() == set(TWO) - set(several)


@pytest.mark.parametrize(
    "holder",
    [(), *(place for place in places(FULL) if isinstance(value_at(FULL, place), dict))],
    ids=pointer,
)
def test_values_that_change_places_are_faults_at_these_places_alone(holder: Place) -> None:
    """Two values in each other's place are two mistakes, and nothing else is in doubt."""
    names = list(value_at(FULL, holder))
    for one, other in combinations(names, 2):
        record = copy.deepcopy(FULL)
        members = value_at(record, holder)
        members[one], members[other] = members[other], members[one]
        changed = tuple(f"/{pointer((*holder, name))}" for name in (one, other))

        elsewhere = [
            str(finding)
            for finding in iter_findings(record)
            if not any(f"{finding.pointer}/".startswith(f"{place}/") for place in changed)
            and (finding.code, holder) not in ELSEWHERE
        ]
        assert [] == elsewhere, f"{changed} swapped"


# A rule between two values is reported at the value that is to be put right.
ELSEWHERE = {("NZ244", ("creators", 0)), ("NZ244", ("original", "publishers", 0))}


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ({"given": "A", "particles": "B", "suffix": "C"},
         ['NZ113 "given", "particles" and "suffix" require "family"']),
        ({"given": "A", "famly": "B"}, ['NZ102 unknown field "famly"; did you mean "family"?']),
        ({"given": "A", "zzz": "B"}, ['NZ102 unknown field "zzz"; "given" requires "family"']),
        ({"kind": ..., "name": ...}, ['NZ101 "kind" and "name" are missing']),
        ({"kind": ..., "name": ..., "zzz": 1},
         ['NZ102 unknown field "zzz"; "kind" and "name" are missing']),
        ({"name": ..., "zzz": 1, "yyy": 1},
         ['NZ102 unknown field "zzz"', 'NZ102 unknown field "yyy"', 'NZ101 "name" is missing']),
    ],
    ids=["family", "misspelt", "renamed", "two missing", "another object", "two unknown"],
)  # fmt: skip
def test_names_that_are_missing_are_one_line(record: dict[str, Any], found: list[str]) -> None:
    """An object that lacks several names, or has another one in place of one, is one mistake."""
    agent = {"kind": "person", "name": "A", **record}
    agent = {name: value for name, value in agent.items() if value is not ...}
    messages = [
        f"{finding.code} {finding.message}"
        for finding in iter_findings({**FULL, "creators": [agent]})
    ]

    assert sorted(found) == sorted(messages)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"original": "2099"}, ["NZ203 /original/date"]),
        ({"republication": "2099"}, ["NZ202 /republication/date"]),
        ({"original": "2099", "republication": "2099"}, ["NZ203 /original/date"]),
        ({"original": "2017-03"}, ["NZ201 /republication/date"]),
    ],
    ids=["original", "republication", "both", "order"],
)
def test_a_day_that_is_wrong_is_one_finding(changes: dict[str, str], found: list[str]) -> None:
    """An original later than the capture is no second fault of its republication."""
    record = copy.deepcopy(FULL)
    for layer, date in changes.items():
        record[layer]["date"] = date

    assert found == [f"{each.code} {each.pointer}" for each in iter_findings(record)]

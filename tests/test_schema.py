"""The published schemas: described, bounded, closed, portable; each constraint with a failing case."""

import copy
import json
import re
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing.exceptions import NoSuchResource

from nizkorcite import PartialDate, RecordError, UnknownNameError, from_record, iter_findings
from nizkorcite.dates import Instant
from nizkorcite.errors import DateError
from nizkorcite.record import schema
from nizkorcite.validation.schema_check import dialect
from test_codec import law

HERE = Path(__file__).parent
FULL = json.loads((HERE / "records/full.json").read_text("utf-8"))
BASE: Any = schema.schema("document")
COMPLETE: Any = schema.schema("document.complete")
LARGEST = 2**53 - 1
STANDARDS = (
    "BCP 47", "BagIt", "CDX", "CFF", "CSL", "DataCite", "EDTF", "HTML", "IANA", "IIIF", "ISBD", "ISO ",
    "InvenioRDM", "MARC", "PREMIS", "PROV-O", "RFC ", "W3C", "WACZ", "WARC", "WHATWG", "biblatex", "dc:",
    "dcterms:", "ninjs", "schema.org",
)  # fmt: skip
Part = dict[str, Any]


def parts(part: Part, place: str = "") -> Iterator[tuple[str, Part]]:
    """Every subschema with its place; what stands below `if` is a question, no constraint."""
    yield place, part
    for keyword in ("properties", "patternProperties", "$defs"):
        for name, inner in part.get(keyword, {}).items():
            yield from parts(inner, f"{place}/{keyword}/{name}")
    for keyword in ("items", "then"):
        if keyword in part:
            yield from parts(part[keyword], f"{place}/{keyword}")


def properties() -> dict[str, Part]:
    """Every property of the schema of documents."""
    return {
        f"{place}/{name}": inner
        for place, part in parts(BASE)
        for name, inner in part.get("properties", {}).items()
    }


def whole(part: Part) -> Part:
    """A subschema with the definition it refers to."""
    return {**BASE["$defs"][part["$ref"].rpartition("/")[2]], **part} if "$ref" in part else part


def patterns() -> dict[str, str]:
    """Every pattern with its place, those of names included."""
    values = {
        f"{place}/pattern": part["pattern"] for place, part in parts(BASE) if "pattern" in part
    }
    names = {
        f"{place} {each}": each
        for place, part in parts(BASE)
        for each in part.get("patternProperties", ())
    }
    return values | names


@pytest.mark.parametrize("name", schema.schema_names())
def test_schemas_are_schemas_of_draft_2020_12(name: str) -> None:
    """Each shipped file passes the metaschema that it names."""
    assert "https://json-schema.org/draft/2020-12/schema" == schema.schema(name)["$schema"]
    Draft202012Validator.check_schema(schema.schema(name))


@pytest.mark.parametrize("name", schema.schema_names())
def test_schemas_have_name_version_and_an_id_that_nobody_can_fetch(name: str) -> None:
    """The title is name and version; the id is a random UUID as a URN."""
    identifier = str(schema.schema(name)["$id"])

    assert f"nizkorcite {name} 1.0" == schema.schema(name)["title"]
    assert 4 == uuid.UUID(identifier.removeprefix("urn:uuid:")).version
    assert f"urn:uuid:{uuid.UUID(identifier)}" == identifier


def test_the_ids_are_those_of_the_version() -> None:
    """Other people's tools hold on to these ids; another schema needs another id."""
    expected = {
        "document": "urn:uuid:f991993d-ca0b-455a-94e3-c4d825efbd2f",
        "document.complete": "urn:uuid:35468f85-c0e2-41b8-9ae5-96e20ba2ed10",
        "report": "urn:uuid:7c5fa24d-16f7-48b4-969e-a34b6a8526d7",
        "report.finding": "urn:uuid:3887d48b-3bf6-4c1e-994a-d48cd10513d4",
        "site": "urn:uuid:6ae95b08-238b-44be-91b5-3384efaffb5c",
    }

    assert expected == {name: schema.schema(name)["$id"] for name in schema.schema_names()}


def test_every_schema_is_found_by_its_id_and_nothing_else_is() -> None:
    """The registry is offline: an id that it does not hold is an error, never a request."""
    registry = schema.schema_registry()

    for name in schema.schema_names():
        held = registry.contents(str(schema.schema(name)["$id"]))
        assert schema.schema(name) == {"$schema": schema.schema(name)["$schema"], **held}
    with pytest.raises(NoSuchResource):
        registry.get_or_retrieve("https://example.org/schema.json")


def test_an_unknown_schema_is_named_with_the_nearest() -> None:
    """A misspelt name is told with the one that was meant."""
    with pytest.raises(UnknownNameError) as caught:
        schema.schema_text("document.complet")

    assert (
        'no schema "document.complet"; did you mean "document.complete"? '
        "Known: document, document.complete, report, report.finding, site" == str(caught.value)
    )


def test_the_text_of_a_schema_is_its_file() -> None:
    """What `schema_text` gives is what is parsed."""
    assert schema.schema("document") == json.loads(schema.schema_text("document"))
    assert schema.schema_text("document").endswith("}\n")


@pytest.mark.parametrize("place", properties())
def test_every_property_is_described_and_names_what_it_mirrors(place: str) -> None:
    """A description says in words what a property is, and which standard has it."""
    description = properties()[place]["description"]

    assert description.endswith(")." if "(" in description else ".")
    assert [name for name in STANDARDS if name in description]


@pytest.mark.parametrize("place", properties())
def test_every_property_has_an_example_that_is_valid(place: str) -> None:
    """Nobody copies an example from the schema that the schema refuses."""
    part = properties()[place]
    validator = dialect.validator_class()(BASE).evolve(schema=part)

    assert part["examples"]
    assert [] == [
        error.message for example in part["examples"] for error in validator.iter_errors(example)
    ]


@pytest.mark.parametrize("place", [place for place, _part in parts(BASE)])
def test_every_value_is_bounded(place: str) -> None:
    """Texts and lists have a length from 1, numbers have both ends, objects are closed."""
    part = whole(dict(parts(BASE))[place])
    kinds = part.get("type", [])
    if "string" in kinds:
        assert 1 == part["minLength"]
        assert "pattern" in part
        assert "maxLength" in part or place == "/$defs/line"  # each use of a line sets its own
    if "integer" in kinds:
        assert -LARGEST <= part["minimum"] < part["maximum"] <= LARGEST
    if "array" in kinds:
        assert (1, True) == (part["minItems"], 1 <= part["maxItems"] <= 10_000)
    if "object" in kinds:
        assert part["additionalProperties"] is False
        assert {"^x_[a-z0-9_]{1,60}$": {"$ref": "#/$defs/extension"}} == part["patternProperties"]
    assert kinds or "enum" in part or place.endswith("/then")


@pytest.mark.parametrize("place", patterns())
def test_patterns_need_time_linear_in_the_text(place: str) -> None:
    """No repetition is followed by another that could take over its characters."""
    assert [] == re.findall(r"[*+]\[[^\]]*\][*+]", patterns()[place])


@pytest.mark.parametrize("place", patterns())
def test_patterns_mean_the_same_everywhere(place: str) -> None:
    """Anchored, without classes and assertions that engines read differently, valid with ECMA's u flag."""
    pattern = patterns()[place]
    escapes = re.findall(r"\\(u[0-9a-f]{4}|.)", pattern)

    assert pattern.startswith("^")
    assert pattern.endswith("$")
    assert [] == [
        each for each in escapes if not re.fullmatch(r"u[0-9a-f]{4}|[\^$\\.*+?()\[\]{}|/]", each)
    ]
    assert [] == re.findall(r"\(\?(?!:)", pattern)
    assert [] == re.findall(r"\\u[dD][89a-fA-F]", pattern)
    assert re.compile(pattern)


def test_a_validator_in_another_language_gives_the_same_verdicts() -> None:
    """Nothing in the schema depends on Python: jsonschema-rs breaks the same cases."""
    other = jsonschema_rs.Draft202012Validator(BASE)

    assert other.is_valid(FULL)
    assert [] == [name for name, case in CASES.items() if other.is_valid(edited(case))]


def test_every_reference_is_local_and_nothing_refers_to_itself() -> None:
    """A record's depth is bounded by the schema; every definition is used."""
    uses = {
        name: {
            inner["$ref"].removeprefix("#/$defs/")
            for _place, inner in parts(part)
            if "$ref" in inner
        }
        for name, part in {**BASE["$defs"], "": {**BASE, "$defs": {}}}.items()
    }
    reached: set[str] = set()
    pending: list[tuple[str, tuple[str, ...]]] = [("", ())]
    while pending:
        name, path = pending.pop()
        assert name not in path, path
        reached.add(name)
        pending += [(used, (*path, name)) for used in uses[name]]

    assert set(uses) == reached


def test_the_complete_schema_adds_required_members_and_nothing_else() -> None:
    """What is complete is valid, and what is valid lacks at most a member."""
    assert BASE["$id"] == COMPLETE["$ref"]
    assert ["title", "republication", "captures"] == COMPLETE["required"]
    assert {
        "original": {"required": ["date"]},
        "republication": {"required": ["date"]},
    } == COMPLETE["properties"]
    assert {"$schema", "$id", "title", "description", "$ref", "required", "properties"} == set(
        COMPLETE
    )


@pytest.mark.parametrize(
    "place", ["title", "captures", "republication", "original/date", "republication/date"]
)
def test_the_complete_schema_asks_for_what_a_citation_needs(place: str) -> None:
    """Without these a record is valid, and not complete."""
    record = edited({"at": f"/{place}", "drop": True})
    del record["evidence"]
    expected = [
        f'{"/" + place.rpartition("/")[0] if "/" in place else ""} "{place.rpartition("/")[2]}" is missing'
    ]

    assert [] == [finding for finding in iter_findings(record) if finding.severity == "error"]
    assert expected == [
        f"{finding.pointer} {finding.message}"
        for finding in iter_findings(record, profile="complete")
        if finding.severity == "error"
    ]


# Every constraint has a case that breaks it ------------------------------------------------------

CASES = {
    case["name"]: case
    for case in map(json.loads, (HERE / "cases/schema.jsonl").read_text("utf-8").splitlines())
}
BOUNDS = (
    "type", "enum", "minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems",
    "uniqueItems", "minProperties", "additionalProperties",
)  # fmt: skip
BY_NAME = ("required", "dependentRequired")


def constraints(base: Part) -> Iterator[str]:
    """The place of every constraint of a schema; of required members, one for each."""
    for place, part in parts(base):
        yield from (f"{place}/{keyword}" for keyword in BOUNDS if keyword in part)
        for keyword in BY_NAME:
            yield from (f"{place}/{keyword}/{name}" for name in part.get(keyword, ()))


def edited(case: dict[str, Any]) -> Any:
    """
    The full record with a case's edit.

    ``value`` stands at ``at`` instead of what stood there, ``drop`` takes it away; ``times``
    appends ``repeat`` so often to a text, or the first item so often to a list.
    """
    holder: Any = {"": copy.deepcopy(FULL)}
    root = holder
    *path, last = case["at"].split("/")
    for part in path:
        holder = holder[key_of(holder, part)]
    key = key_of(holder, last)
    if "drop" in case:
        del holder[key]
    elif "repeat" in case:
        holder[key] = case.get("value", "") + case["repeat"] * case["times"]
    else:
        holder[key] = holder[key][:1] * case["times"] if "times" in case else case["value"]
    return root[""]


def key_of(holder: Any, part: str) -> str | int:
    """A part of a pointer as the key of a list or an object."""
    return int(part) if isinstance(holder, list) else part


def broken(record: Any) -> set[str]:
    """The places of all constraints that a record breaks."""
    return {place for error in validator().iter_errors(record) for place in locations(error)}


@cache
def validator() -> Draft202012Validator:
    """The validator of the schema of documents."""
    return dialect.validator_class()(BASE)


def locations(error: Any) -> Iterator[str]:
    """The place of an error's constraint in the schema; jsonschema's path leaves out references."""
    place, part = "", BASE
    for name in error.absolute_schema_path:
        if name not in part:
            place = part["$ref"].removeprefix("#")
            part = BASE["$defs"][place.rpartition("/")[2]]
        place, part = f"{place}/{name}", part[name]
    if error.validator == "required":
        yield from (f"{place}/{name}" for name in part if name not in error.instance)
    elif error.validator == "dependentRequired":
        yield from (f"{place}/{name}" for name in part if lacks(error.instance, name, part[name]))
    else:
        yield place


def lacks(value: dict[str, Any], name: str, others: list[str]) -> bool:
    """Whether a member stands without those that it needs."""
    return name in value and not all(other in value for other in others)


@pytest.mark.parametrize("name", CASES)
def test_a_broken_constraint_is_found_where_it_is(name: str) -> None:
    """The record of each case breaks exactly what the case says, and the classes refuse it too."""
    record = edited(CASES[name])

    assert sorted(CASES[name]["breaks"]) == sorted(broken(record))
    with pytest.raises(RecordError):
        from_record(record)


def test_every_constraint_has_a_case_that_breaks_it() -> None:
    """A constraint that nothing breaks is not known to work."""
    assert set() == set(constraints(BASE)) - {
        place for case in CASES.values() for place in case["breaks"]
    }


def test_a_constraint_without_a_case_is_noticed() -> None:
    """A bound added to the schema is reported until a case breaks it."""
    more = copy.deepcopy(BASE)
    more["$defs"]["original"]["maxProperties"] = 20
    more["$defs"]["original"]["properties"]["place"]["minProperties"] = 2

    assert {"/$defs/original/properties/place/minProperties"} == set(constraints(more)) - set(
        constraints(BASE)
    )


# Dates: the pattern and the calendar together are the class ---------------------------------------

YEARS = (
    "2017",
    "0001",
    "0000",
    "1900",
    "9999",
    "201X",
    "000X",
    "001X",
    "20XX",
    "00XX",
    "2XXX",
    "XXXX",
    "017",
    "20170",
)
MONTHS = ("", "-02", "-00", "-12", "-13", "-20", "-21", "-24", "-25", "-XX", "-1X", "-2", "-")
DAYS = ("", "-27", "-00", "-29", "-30", "-31", "-32", "-XX", "-2X", "-7")
MARKS = ("", "?", "~", "%", "?~")
DATES = [
    year + month + day + mark
    for year in YEARS
    for month in MONTHS
    for day in DAYS
    for mark in MARKS
]
ENDS = (
    "",
    "..",
    ".",
    "2017",
    "2016-02-29",
    "2017-02-29",
    "2018~",
    "201X",
    "20XX",
    "2017-21",
    "2017-XX",
    "0000",
)
INTERVALS = [f"{start}/{end}" for start in ENDS for end in ENDS] + [
    "2016/2017/2018",
    "/",
    "//",
    "2017/",
]


@pytest.mark.parametrize("texts", [DATES, INTERVALS], ids=["dates", "intervals"])
def test_every_date_of_the_class_has_the_schemas_form(texts: list[str]) -> None:
    """What `PartialDate` accepts, the pattern accepts; what it refuses beyond that is the calendar's."""
    form = re.compile(BASE["$defs"]["date"]["pattern"].removesuffix("$"))
    by_form = {text for text in texts if form.fullmatch(text)}
    by_class = {text for text in texts if is_made(PartialDate, text)}

    assert set() == by_class - by_form
    assert [] == [text for text in by_form - by_class if not reason(text)]


def reason(text: str) -> bool:
    """Whether a date of the right form is refused for its calendar or for the order of its ends."""
    with pytest.raises(DateError) as caught:
        PartialDate(text)
    return bool(
        re.search(r" has \d\d days$|the interval ends before it begins$", str(caught.value))
    )


@law
@given(
    st.from_regex(
        re.compile(BASE["$defs"]["instant"]["pattern"][1:-1]),
        fullmatch=True,
    )
)
def test_every_instant_of_the_schemas_form_is_one_of_the_calendar_or_refused_as_such(
    text: str,
) -> None:
    """The pattern of instants admits nothing but the days that months have not."""
    if not is_made(Instant, text):
        day = text[:10]
        assert not is_made(PartialDate, day)


def is_made(kind: type, text: str) -> bool:
    """Whether a class accepts a text."""
    try:
        kind(text)
    except DateError:
        return False
    return True

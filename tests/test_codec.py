"""Documents and records: what is written is what is read, and what is wrong is named."""

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from nizkorcite import (
    Document,
    Original,
    RecordError,
    from_record,
    iter_findings,
    organisation,
    to_record,
)
from nizkorcite.record import schema
from strategies import documents

FULL = json.loads((Path(__file__).parent / "records/full.json").read_text("utf-8"))
DEFINITIONS: Any = schema.schema()["$defs"]
law = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@law
@given(documents())
def test_every_document_survives_its_record(document: Document) -> None:
    """A document read from its own record is the same document."""
    assert document == from_record(to_record(document))


@law
@given(documents())
def test_every_document_survives_json_text(document: Document) -> None:
    """Nothing is lost when the record is written as JSON in UTF-8 and read again."""
    data = json.dumps(to_record(document), ensure_ascii=False).encode()

    assert document == from_record(json.loads(data))


@law
@given(documents())
def test_every_record_of_a_document_is_valid(document: Document) -> None:
    """What the classes accept, the schema and the rules accept."""
    findings = iter_findings(to_record(document))

    assert [] == [finding for finding in findings if finding.severity == "error"]


@law
@given(documents())
def test_every_document_pickles(document: Document) -> None:
    """Documents can be sent to other processes."""
    assert document == pickle.loads(pickle.dumps(document))


@law
@given(documents())
def test_no_record_states_what_is_not_known(document: Document) -> None:
    """A record holds no null, no empty text, no empty list and no empty object."""
    assert [] == [value for value in _values(to_record(document)) if value in (None, "", [], {})]


@law
@given(documents())
def test_every_record_has_its_members_in_the_order_of_the_schema(document: Document) -> None:
    """Records of the same document are the same text; an object's own members come last."""
    for names in _orders(to_record(document), schema.schema()):
        assert sorted(names) == names


def _values(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(each for item in inner for each in _values(item))]


def _orders(value: Any, part: Any) -> list[list[int]]:
    """For each object of a record, the places that the schema gives to its members."""
    if "$ref" in part:
        part = DEFINITIONS[part["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        return [order for item in value for order in _orders(item, part["items"])]
    if not isinstance(value, dict):
        return []
    known = list(part["properties"])
    order = [known.index(name) if name in known else len(known) for name in value]
    inner = [_orders(value[name], part["properties"][name]) for name in value if name in known]
    return [order, *(each for orders in inner for each in orders)]


def test_a_record_is_written_in_the_order_of_the_schema() -> None:
    """The full record comes back member by member, in the same order."""
    assert json.dumps(FULL) == json.dumps(to_record(from_record(FULL)))


def test_reading_leaves_the_record_as_it_is() -> None:
    """A record is data; reading it does not change it."""
    record = copy.deepcopy(FULL)
    from_record(record)

    assert FULL == record


def test_own_members_are_read_and_written() -> None:
    """An archive's own members live in every object, as pairs in the order of their names."""
    own: dict[str, str | int | bool] = {"x_b": 1, "x_a": "kept", "x_c": False}
    document = Document(
        id="a",
        type="other",
        language="und",
        original=Original(attribution="unknown", extensions=own),
    )
    record = to_record(document)

    assert {"attribution": "unknown", "x_a": "kept", "x_b": 1, "x_c": False} == record["original"]
    assert ["attribution", "x_a", "x_b", "x_c"] == list(record["original"])
    assert document == from_record(record)


def test_a_whole_number_may_be_spelt_with_a_point() -> None:
    """JSON Schema counts 1.0 among the integers; the record that is written says 1."""
    record = _edited("captures/0/status", 200.0)
    record["x_count"] = 3.0
    written: Any = to_record(from_record(record))

    assert "200" == json.dumps(written["captures"][0]["status"])
    assert "3" == json.dumps(written["x_count"])


def test_a_later_minor_version_is_kept() -> None:
    """A record of version 1.7 is not rewritten as 1.0."""
    assert "1.7" == to_record(from_record({**FULL, "schema_version": "1.7"}))["schema_version"]


def test_the_version_is_stated_in_every_record() -> None:
    """In Python the version need not be given; in a record it stands."""
    document = Document(
        id="a",
        type="other",
        language="und",
        original=Original(attribution="stated", publishers=[organisation("Itar Tass")]),
    )

    assert "1.0" == to_record(document)["schema_version"]


DROPPED = object()
WRONG = {
    "a list for the record": ("", [], "must be an object"),
    "a missing member": ("language", DROPPED, '"language" is missing'),
    "a missing version": ("schema_version", DROPPED, '"schema_version" is missing'),
    "a missing member of a member": (
        "captures/0/sha256",
        DROPPED,
        '/captures/0: "sha256" is missing',
    ),
    "an unknown member": (
        "langauge",
        "en",
        "/langauge: unknown field; start your own fields with x_",
    ),
    "an unknown member with a slash": (
        "original/a~1b",
        1,
        "/original/a~1b: unknown field; start your own fields with x_",
    ),
    "null": ("title", None, "/title: null is not allowed; leave the field out"),
    "null in a list": (
        "keywords/0",
        None,
        "/keywords/0: null is not allowed; leave the field out",
    ),
    "an empty list": (
        "original/publishers",
        [],
        "/original/publishers: empty list; leave the field out",
    ),
    "a text for a list": ("keywords", "border", "/keywords: must be a list"),
    "a text for an object": ("original/place", "Dushanbe", "/original/place: must be an object"),
    "a number for a text": ("title", 5, "/title: 5 is not text"),
    "an unknown name": (
        "original/attribution",
        "maybe",
        "/original/attribution: 'maybe' is not one of stated, inferred, unknown",
    ),
    "true for a number": (
        "captures/0/status",
        True,
        "/captures/0/status: True is not a whole number from 100 to 599",
    ),
    "a fraction for a number": (
        "captures/0/status",
        200.5,
        "/captures/0/status: 200.5 is not a whole number from 100 to 599",
    ),
    "a printed date": (
        "original/date",
        "27Feb17",
        '/original/date: "27Feb17" is not a date such as 2017-02-27, 2017-02 or 2017',
    ),
    "a day that the calendar has not": (
        "republication/date",
        "2017-02-29",
        '/republication/date: "2017-02-29": February 2017 has 28 days',
    ),
    "an instant without zone": (
        "captures/0/accessed",
        "2026-11-24T10:10:00",
        '/captures/0/accessed: "2026-11-24T10:10:00" is not a day, or a date and time; write 2026-11-24 or 2026-11-24T10:10:00Z',
    ),
    "a wrong check digit": (
        "original/identifiers/0/value",
        "0378-5954",
        '/original/identifiers/0/value: "0378-5954" is not a valid ISSN: its check digit is wrong',
    ),
    "a republication before the original": (
        "republication/date",
        "2016",
        "/republication/date: 2016 is earlier than the original's date, 2017-02-27",
    ),
}


@pytest.mark.parametrize(("place", "value", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_record_is_refused_with_place_and_reason(
    place: str, value: Any, message: str
) -> None:
    """The error names the member from the record's root and says what is wrong with it."""
    with pytest.raises(RecordError) as caught:
        from_record(_edited(place, value) if place else value)

    assert message == str(caught.value)


def _edited(place: str, value: object) -> Any:
    record = copy.deepcopy(FULL)
    *path, last = (part.replace("~1", "/") for part in place.split("/"))
    holder: Any = record
    for part in path:
        holder = holder[int(part) if isinstance(holder, list) else part]
    key = int(last) if isinstance(holder, list) else last
    if value is DROPPED:
        del holder[key]
    else:
        holder[key] = value
    return record


def test_classes_and_schema_have_the_same_members_in_the_same_order() -> None:
    """Every class mirrors one object of the schema."""
    pairs = list(_pairs(Document, schema.schema()))

    assert 14 == len({kind for kind, _part in pairs})
    for kind, part in pairs:
        attributes = [attribute.name for attribute in attrs.fields(kind)]
        assert ["extensions", *part["properties"]] == attributes, kind


def _pairs(kind: type, part: Any) -> list[tuple[type, Any]]:
    """Each class with the part of the schema that stands in its place."""
    found = [(kind, part)]
    for attribute in attrs.fields(kind):
        for inner in _classes(attribute.type):
            place = part["properties"][attribute.name]
            reference = place.get("items", place)["$ref"]
            found += _pairs(inner, DEFINITIONS[reference.rpartition("/")[2]])
    return found


def _classes(kind: Any) -> list[type]:
    """The model's classes in the type of an attribute."""
    arguments = getattr(kind, "__args__", ())
    own = (
        [kind] if getattr(kind, "__module__", "") == Document.__module__ and attrs.has(kind) else []
    )
    return own + [each for argument in arguments for each in _classes(argument)]

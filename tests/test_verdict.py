"""The fast verdict: what it calls right is right, and what is right it does not call wrong."""

import itertools
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import mutations
from nizkorcite import Validator, iter_findings
from nizkorcite.record.schema import SCHEMAS, schema, schema_names, schema_registry
from nizkorcite.validation.fast import schema_verdict
from nizkorcite.validation.fast.judge import Judge, Verdict
from nizkorcite.validation.parsing.text import read_text
from nizkorcite.validation.rules.record import rule_faults
from nizkorcite.validation.schema_check import violations
from nizkorcite.validation.schema_check.dialect import validator_class

HERE = Path(__file__).parent
FULL = json.loads((HERE / "records/full.json").read_text("utf-8"))
SEED = json.loads((HERE.parent / "examples/putin-tajikistan.json").read_text("utf-8"))
PLAIN: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "example.org:a",
    "type": "report",
    "language": "en",
    "original": {"attribution": "inferred", "date": "2017-02-27"},
    "republication": {"publishers": [{"kind": "organisation", "name": "A"}], "date": "2017-02-28"},
    "captures": [{"sha256": "a" * 64, "byte_length": 1, "accessed": "2020-01-01T00:00:00Z"}],
}
BASES = [FULL, SEED, PLAIN, PLAIN]
# `.ci/run` asks for a hundred thousand.
COUNT = int(os.environ.get("NIZKORCITE_MUTATIONS", "4000"))


@cache
def reference(name: str) -> Any:
    """The validator that alone says what is valid; it examines every value."""
    return validator_class()(schema(name), registry=schema_registry())


@pytest.mark.parametrize("name", schema_names())
def test_both_verdicts_agree_on_mutated_records(name: str) -> None:
    """The reference and the fast verdict say the same of every record, valid or not."""
    mutated = itertools.islice(mutations.records(1, BASES), COUNT // 2)
    differing = [
        record
        for record in mutated
        if schema_verdict.is_valid(record, name) != reference(name).is_valid(record)
        and not _has_half_character(record)
    ]

    assert [] == differing


@pytest.mark.parametrize("name", SCHEMAS.values())
def test_what_is_skipped_when_explaining_has_no_error(name: str) -> None:
    """Members that the fast verdict accepts hide no error, and change no order of errors."""
    explaining: Any = violations._validator(name)  # noqa: SLF001 - it is no part of the library's face
    for record in itertools.islice(mutations.records(4, BASES), COUNT // 8):
        assert _errors(reference(name), record) == _errors(explaining, record), record


def _errors(validator: Any, record: Any) -> list[Any]:
    return [
        (each.absolute_path, each.absolute_schema_path, each.message)
        for each in validator.iter_errors(record)
    ]


def _has_half_character(record: Any) -> bool:
    """What has no form in UTF-8; the fast verdict leaves it to the reader's rule (NZ007)."""
    return "\\ud8" in json.dumps(record)


def test_what_is_proven_has_no_finding() -> None:
    """In a mutated text that the fast judge calls faultless, reader, reference and rules find nothing."""
    proven = 0
    for text in itertools.islice(mutations.texts(2, BASES), COUNT):
        data = text.encode(errors="surrogatepass")
        if not Judge().verdict(data).is_faultless:
            continue
        proven += 1
        read = read_text(data)
        assert (text, (), [], True) == (
            text,
            read.faults,
            list(rule_faults(read.value)),
            reference("document").is_valid(read.value),
        )

    assert COUNT // 20 < proven


def test_what_is_right_is_proven() -> None:
    """The common records take the fast path: nothing is explained that needs no explanation."""
    for record in BASES:
        for text in (json.dumps(record), json.dumps(record, indent=2, ensure_ascii=False)):
            assert Verdict(record, True, True, True) == Judge().verdict(text.encode())


@pytest.mark.parametrize(
    "path", sorted((HERE / "cases/findings").glob("NZ[012]*.json")), ids=lambda path: path.name
)
def test_both_paths_agree_on_the_fixtures(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings of a fixture are those of the slow path alone."""
    fast = list(iter_findings(path))
    monkeypatch.setattr(schema_verdict, "parse", lambda _text: None)
    monkeypatch.setattr(schema_verdict, "is_valid", lambda _record, _name: False)

    assert list(iter_findings(path)) == fast


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "A", "title": "B"}',
        '{"title": "A", "title": "a\\u003ab"}',
        '{"title": "A", "title": "a\\u003Ab"}',
        '{"title": "A:", "title": "B"}',
        '{"title": "A", "t\\u0069tle": "B"}',
        '{"original": {"title": "A"}, "original": {"title": "::"}}',
        '{"a": {"title" : "A", "title"\n: ":"}}',
    ],
)
def test_a_name_that_stands_twice_is_never_missed(text: str) -> None:
    """Colons in texts, escapes and lost objects hide no second name."""
    assert not schema_verdict.has_unique_names(text.encode(), json.loads(text))


def test_a_schema_only_verdict_passes_rules_over() -> None:
    """What a schema can not say is not looked at; what it says is told with its place."""
    late = {**PLAIN, "republication": {**PLAIN["republication"], "date": "2016"}}
    wrong = {**late, "title": ""}

    assert ["NZ201"] == [finding.code for finding in Validator().iter_findings(late)]
    assert [] == list(Validator(schema_only=True).iter_findings(json.dumps(late)))
    assert ["NZ110"] == [
        finding.code for finding in Validator(schema_only=True).iter_findings(json.dumps(wrong))
    ]

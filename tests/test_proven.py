"""Proven records: the documents made without checks are those made with them."""

import itertools
import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import mutations
import nizkorcite
from nizkorcite import (
    Document,
    NizkorciteError,
    ValidationError,
    from_record,
    iter_documents,
    to_record,
    validate,
)
from nizkorcite.record.proven import proven_document, with_captures
from nizkorcite.validation.fast.judge import Judge
from nizkorcite.validation.parsing.text import read_text
from strategies import documents

HERE = Path(__file__).parent
FULL = json.loads((HERE / "records/full.json").read_text("utf-8"))
SEED = json.loads((HERE.parent / "examples/putin-tajikistan.json").read_text("utf-8"))
FIXTURES = sorted((HERE / "cases/findings").glob("*.json"))
WARNED = {**FULL, "creators": [{"kind": "person", "name": "A B", "literal": "C D"}]}
OWN = {"x_b": [1.0, "a"][1:], "x_a": 3.0, "x_c": True}


def checked(text: bytes) -> Document:
    """The document that is made with every check."""
    value: Any = read_text(text).value
    return from_record(value)


def assert_equal(expected: Document, actual: Document) -> None:
    """Equal values, of equal types: 1, 1.0 and True are equal in Python."""
    assert expected == actual
    assert json.dumps(to_record(expected)) == json.dumps(to_record(actual))


def proven(texts: Iterator[bytes]) -> Iterator[tuple[bytes, Document]]:
    """The texts that are proven, each with the document made without checks."""
    for text in texts:
        if record := Judge().proven_record(text):
            yield text, proven_document(record)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(documents())
def test_a_generated_document_comes_back_from_its_proven_record(document: Document) -> None:
    """Whatever a document holds, its record gives it back."""
    text = json.dumps(to_record(document)).encode()
    for _, made in proven(iter([text])):
        assert_equal(document, made)


def test_a_document_with_other_paths_is_that_made_with_checks() -> None:
    """Nothing but the captures differs, and those of the first document stay."""
    document = from_record(FULL)
    captures = [attrs.evolve(each, path=f"moved/{n}") for n, each in enumerate(document.captures)]

    moved = with_captures(document, captures)

    assert_equal(attrs.evolve(document, captures=captures), moved)
    assert from_record(FULL) == document != moved
    assert pickle.loads(pickle.dumps(moved)) == moved


def test_proven_mutated_records_give_equal_documents() -> None:
    """A slip of the pen that leaves a record valid is read as the checks read it."""
    texts = (
        text.encode(errors="surrogatepass")
        for text in itertools.islice(mutations.texts(3, [FULL, SEED]), 4000)
    )
    found = list(proven(texts))

    assert len(found) > 200
    for text, made in found:
        assert_equal(checked(text), made)


def test_proven_fixtures_give_equal_documents() -> None:
    """Every fixture that is proven is read as the checks read it."""
    found = list(proven(path.read_bytes() for path in FIXTURES))

    assert len(found) > 8
    for text, made in found:
        assert_equal(checked(text), made)


def test_a_record_that_is_not_proven_is_checked() -> None:
    """A record with a warning gives its document, one with an error none."""
    warned = json.dumps(WARNED)
    late = {**FULL["republication"], "date": "2016"}

    assert Judge().proven_record(warned.encode()) is None
    assert from_record(WARNED) == validate(warned)
    with pytest.raises(ValidationError, match="2016 is earlier than the original's date"):
        validate(json.dumps({**FULL, "republication": late}))


@pytest.mark.parametrize(
    "members",
    [
        {},
        OWN,
        {"captures": [{**FULL["captures"][0], "status": 200.0, "x_n": 2.0}]},
        {"captures": [{**FULL["captures"][0], "accessed": "2026-11-24"}]},
        {"original": {**FULL["original"], **OWN}},
        {"keywords": ["a", "b"], "schema_version": "1.7"},
    ],
    ids=["as it is", "own members", "numbers with a point", "a day", "in a part", "keywords"],
)
def test_every_member_is_read_without_checks_as_with_them(members: dict[str, Any]) -> None:
    """The full record has every member of every object."""
    text = json.dumps({**FULL, **members}).encode()
    ((_, made),) = proven(iter([text]))

    assert_equal(checked(text), made)


def test_a_proven_document_is_like_any_other() -> None:
    """It is frozen, has a hash, can be pickled and changed by a copy."""
    ((_, made),) = proven(iter([json.dumps(FULL).encode()]))
    other = from_record(FULL)

    assert Document is type(made)
    assert (hash(other), repr(other)) == (hash(made), repr(made))
    assert made == pickle.loads(pickle.dumps(made))
    assert attrs.evolve(other, title="A") == attrs.evolve(made, title="A")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.title = "A"  # type: ignore[misc]  # what the test is about


def test_a_file_of_many_records_gives_the_documents_of_each(tmp_path: Path) -> None:
    """Records that are proven, only warned about, and refused: in order, none lost."""
    kinds: list[Any] = [FULL, WARNED, {**FULL, "original": {"attribution": "stated"}}]
    records = [{**kinds[number % 3], "id": f"a:{number}"} for number in range(300)]
    path = tmp_path / "many.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in records), "utf-8")
    refused: list[NizkorciteError] = []
    expected = [from_record(each) for number, each in enumerate(records) if number % 3 != 2]

    assert expected == list(iter_documents(path, on_error=refused.append))
    assert 100 == len(refused)
    assert f"{path}:300:819: error NZ101" in str(refused[-1])


def test_the_judge_alone_declares_a_record_proven() -> None:
    """Nothing else in the library turns a record into one that is trusted."""
    source = Path(nizkorcite.__file__).parent
    declaring = [
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if 'cast("ProvenRecord"' in (text := path.read_text("utf-8")) or "ProvenRecord(" in text
    ]

    assert ["validation/fast/judge.py"] == declaring

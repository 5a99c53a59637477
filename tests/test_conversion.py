"""Conversion: what is carried comes back equal, and what is not is named."""

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from nizkorcite import FORMATS, Document, Reference, convert, from_record, to_record
from nizkorcite.formats.registry import READABLE
from nizkorcite.record.model import organisation
from seed import SEED
from strategies import documents
from test_cli import EXAMPLES, Ran, here  # noqa: F401 - commands run in a folder of their own

TWO_WAY = tuple(name for name in READABLE if name in FORMATS)


def without(record: dict[str, Any], pointer: str) -> None:
    """Take a member away, or leave a mark in the place of a list's item."""
    *path, last = pointer.split("/")[1:]
    holder: Any = record
    for part in path:
        holder = holder[int(part)] if isinstance(holder, list) else holder.get(part, {})
        if holder is None:
            return
    if isinstance(holder, list):
        holder[int(last) :] = [None] * len(holder[int(last) :])
    else:
        holder.pop(last, None)


def kept(document: Document, pointers: list[str]) -> dict[str, Any]:
    """The record's members that are not named as lost."""
    record: dict[str, Any] = json.loads(json.dumps(to_record(document)))
    for pointer in sorted(pointers, reverse=True):
        without(record, pointer)
    return record


def told_by(record: Any, other: Any) -> bool:
    """Whether the second says all that the first says."""
    if isinstance(record, dict):
        return isinstance(other, dict) and all(
            value in (None, {}, []) or told_by(value, other.get(name))
            for name, value in record.items()
        )
    if isinstance(record, list):
        pairs = zip(record, [*(other or ()), *record[len(other or ()) :]], strict=False)
        return all(one is None or told_by(one, two) for one, two in pairs)
    return bool(record == other)


def test_losses_are_found_when_they_are_asked_for() -> None:
    """A run with --quiet writes the same file, and notes nothing; a copy has the same losses."""
    command = ("convert", EXAMPLES / "putin-tajikistan.json", "--to", "bibtex")
    loud, quiet = Ran(*command), Ran(*command, "--quiet")
    converted = convert([SEED], "plain")

    assert (loud.out, 0, "") == (quiet.out, quiet.code, quiet.err)
    assert converted.losses
    assert converted.losses == pickle.loads(pickle.dumps(convert([SEED], "plain"))).losses


@settings(deadline=None, max_examples=150)
@given(document=documents())
def test_every_record_comes_back_but_for_the_losses_named(document: Document) -> None:
    """Record, format, record: whatever is not named as lost is the same."""
    for name in TWO_WAY:  # to draw a document takes ten times as long as to convert it
        there = convert([document], name)
        back = convert(there.text, "record", from_=name)
        (line,) = back.text.splitlines()
        pointers = [loss.pointer for loss in there.losses]

        assert told_by(kept(document, pointers), to_record(from_record(json.loads(line)))), name


@pytest.mark.parametrize("name", TWO_WAY)
def test_the_seed_loses_only_what_no_citation_has(name: str) -> None:
    """Who, when and where of both layers are carried by every format that can be read."""
    lost = {loss.pointer.split("/")[1] for loss in convert([SEED], name).losses}

    assert set() == lost & {"title", "creators", "language", "type", "id"}
    assert not [
        loss
        for loss in convert([SEED], name).losses
        if loss.pointer.startswith(("/original/publishers", "/original/place", "/original/date"))
        or loss.pointer.startswith(("/republication/publishers", "/republication/date"))
    ]


def test_losses_are_told_on_standard_error() -> None:
    """In short, or every one of them."""
    record = EXAMPLES / "putin-tajikistan.json"
    short = Ran("convert", record, "--to", "bibtex")
    long = Ran("convert", record, "--to", "bibtex", "--report-loss")

    assert short.out == long.out
    assert "lost: republication (3), original (1), captures (1)" in short.err
    assert "sha256:d691c0e1bdb6a9f9: /republication/section is dropped\n" in long.err
    assert (0, 0) == (short.code, long.code)


def test_a_file_of_citations_becomes_records() -> None:
    """Entries are converted to valid records, one a line."""
    bib = b"@book{Smith2017, author = {Smith, Ana}, title = {Law}, year = 2017, publisher = {P}}"
    ran = Ran("convert", "-", "--to", "record", given=bib)

    assert {
        "schema_version": "1.0", "id": "smith2017", "type": "book", "title": "Law",
        "language": "und",
        "creators": [{"kind": "person", "name": "Ana Smith", "family": "Smith", "given": "Ana"}],
        "original": {"attribution": "stated", "publishers": [{"kind": "organisation", "name": "P"}],
                     "date": "2017"},
    } == json.loads(ran.out)  # fmt: skip
    assert (0, "lost: id (1); list every value with --report-loss\n") == (ran.code, ran.err)
    assert (0, "") == ((checked := Ran("validate", "-", given=ran.out.encode())).code, checked.out)


@pytest.mark.parametrize("long", ["x" * 501, "a:" * 300 + "a", "b" * 499 + ":a"])
def test_an_id_longer_than_those_of_records_is_cut(long: str) -> None:
    """The record is valid, and the loss of the id is reported."""
    made = convert([Reference(id=long, type="book", title="Law")], "record")

    assert long[:499] == json.loads(made.text)["id"][:499]
    assert [("/id", "changed")] == [(loss.pointer, loss.kind) for loss in made.losses]


@pytest.mark.parametrize(
    ("target", "lost"),
    [
        ("apa", "schema_version id type language original/attribution original/publishers/0/kind "
                "republication/publishers/0/kind republication/publishers/1/kind"),
        ("json-ld", "schema_version type original/attribution original/publishers/0/kind "
                    "republication/publishers/0/kind republication/publishers/1/kind"),
    ],
)  # fmt: skip
def test_what_stands_nowhere_in_a_text_is_lost(target: str, lost: str) -> None:
    """Of a target that is not read, a value is carried where its words stand in the text."""
    losses = convert([SEED], target).losses

    assert [f"/{name}" for name in lost.split()] == [loss.pointer for loss in losses]
    assert {"dropped"} == {loss.kind for loss in losses}


def test_a_member_that_is_lost_whole_is_named_once() -> None:
    """Evidence, captures and a notice are named as members, not by each of their values."""
    (line, *others) = Ran(
        "convert", EXAMPLES / "putin-tajikistan.json", "--to", "plain", "--report-loss"
    ).err.splitlines()[-4:]

    assert [
        "sha256:d691c0e1bdb6a9f9: /republication/rights is dropped",
        "sha256:d691c0e1bdb6a9f9: /captures is dropped",
        "sha256:d691c0e1bdb6a9f9: /evidence is dropped",
        "sha256:d691c0e1bdb6a9f9: /text is dropped",
    ] == [line, *others]


def test_a_missing_target_is_told_in_a_few_lines() -> None:
    """With the names of the targets, not one a line."""
    ran = Ran("convert", EXAMPLES / "putin-tajikistan.json")

    assert (2, "", 4) == (ran.code, ran.out, len(ran.err.splitlines()))
    assert "Error: the target is missing; add --to and one of record, apa, " in ran.err


def test_a_text_is_converted_from_a_format_that_is_named() -> None:
    """It is not guessed."""
    with pytest.raises(TypeError) as refused:
        convert("@book{a, title = {Law}}", "apa")

    assert (
        "a text needs from_, its format: one of biblatex, biblatex-apa, biblatex-related, bibtex, "
        "csl-json, csl-json-zotero, csl-yaml, csv, endnote-xml, enw, nbib, ris, ris-zotero, xlsx"
    ) == str(refused.value)


CSL_WITH_MORE = """[{"id": "a", "type": "webpage", "title": "Law", "PMID": "12",
 "publisher": "Example Press", "container-title": "Example", "number": "98765"}]"""


def test_what_a_parser_leaves_out_is_a_loss() -> None:
    """So is a value that another field has in the target, which is named."""
    converted = convert(CSL_WITH_MORE, "biblatex", from_="csl-json")

    assert ["a: /PMID was not read", "a: /number is moved to /note"] == [
        str(loss) for loss in converted.losses if loss.pointer in ("/PMID", "/number")
    ]


def test_losses_of_parsers_and_moves_are_on_standard_error() -> None:
    """In one line each, or every one of them."""
    Path("items.json").write_text(CSL_WITH_MORE, "utf-8")
    short = Ran("convert", "items.json", "--to", "biblatex").err.splitlines()
    long = Ran("convert", "items.json", "--to", "biblatex", "--report-loss").err.splitlines()

    assert short[1].startswith("lost: PMID (1)")
    assert "number → note (1)" in short[2]
    assert "a: /PMID was not read" == long[1]


def test_equal_items_are_written_once_with_their_inputs() -> None:
    """Two different entries of one key are both written."""
    one, other = ("@book{a, title = {Law}}", "@book{a, title = {Order}}")
    for name, text in {"one.bib": one, "same.bib": one, "other.bib": other}.items():
        Path(name).write_text(text, "utf-8")
    ran = Ran("convert", "one.bib", "same.bib", "other.bib", "--to", "csl-json")

    assert ["Law", "Order"] == [item["title"] for item in json.loads(ran.out)]
    assert "a: note: 2 equal items in one.bib, same.bib; one is written\n" == ran.err


def test_equal_works_of_two_inputs_are_noted() -> None:
    """Both are written, since their ids differ."""
    fields = "title = {Law}, author = {Roe, Ann}, publisher = {P}, year = 2001"
    Path("one.bib").write_text(f"@book{{a, {fields}}}", "utf-8")
    Path("two.bib").write_text(f"@book{{b, {fields}}}", "utf-8")
    ran = Ran("convert", "one.bib", "two.bib", "--to", "csl-json")

    assert ["a", "b"] == [item["id"] for item in json.loads(ran.out)]
    assert "b: note: the same work is in one.bib and two.bib; both are written\n" == ran.err


@pytest.mark.parametrize("target", ["record", "csv"])
def test_more_publishers_than_a_record_holds_are_reported(target: str) -> None:
    """Without them no attribution is stated; a hundred are the most."""
    book = Reference(
        id="a", type="book", title="T", publisher=[organisation(f"P{i}") for i in range(101)]
    )
    converted = convert([book], target)

    assert "unknown" in converted.text
    assert "/publisher" in {each.pointer for each in converted.losses}

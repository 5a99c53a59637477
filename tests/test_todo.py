"""`nizkorcite todo` and `validate --group-by code`: what is open, by record and by kind."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nizkorcite.cli import command


def run(*words: str) -> Result:
    """The command line in this process."""
    return CliRunner().invoke(command, words)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    base = {"schema_version": "1.0", "type": "other", "language": "en"}
    stated = {"attribution": "stated", "publishers": "EFE", "date": "27Feb2017"}
    records = [
        {**base, "id": "a:1", "title": "=One", "original": {"attribution": "unknown"}},
        {**base, "id": "a:2", "title": "Two", "original": stated},
    ]
    Path("all.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in records), "utf-8")


def test_a_list_has_the_title_and_what_is_missing_or_doubtful() -> None:
    """A paragraph for each record with open questions."""
    result = run("todo", "all.jsonl")

    assert (
        "all.jsonl:1 [a:1] =One\n    missing: /republication\n    missing: /captures\n    missing: /original/date\n"
    ) == result.stdout.partition("all.jsonl:2")[0]
    assert '    doubtful: /original/date NZ106 "27Feb2017" is not an EDTF date\n' in result.stdout
    assert "records with open questions: 2\n" == result.stderr


def test_the_table_is_filled_in_and_given_to_set() -> None:
    """Its own columns are no fields, and its title is no formula."""
    Path("todo.csv").write_text(run("todo", "all.jsonl", "--format", "csv").stdout, "utf-8")
    with Path("todo.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    filled = [[*rows[0], "original-date"], [*rows[1], "2017-02"], [*rows[2], "2017-02-27"]]
    with Path("todo.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(filled)
    result = run("set", "all.jsonl", "--from", "todo.csv", "--write")
    records = [json.loads(line) for line in Path("all.jsonl").read_text("utf-8").splitlines()]

    assert ["file", "record", "id", "title", "missing", "doubtful"] == rows[0]
    assert ["all.jsonl", "1", "a:1", "'=One"] == rows[1][:4]
    assert "records corrected: 2\n" == result.stderr
    assert [("=One", "2017-02"), ("Two", "2017-02-27")] == [
        (each["title"], each["original"]["date"]) for each in records
    ]


def test_json_leaves_out_what_is_not_known() -> None:
    """An object for each record."""
    Path("broken.json").write_text("{", "utf-8")
    first, second = json.loads(run("todo", "--format", "json", "all.jsonl", "broken.json").stdout)[
        1:
    ]

    assert ("all.jsonl", 2, "a:2", "Two") == tuple(
        first[name] for name in ("file", "record", "id", "title")
    )
    assert ["doubtful", "file"] == sorted(second)


def test_findings_are_counted_by_code_and_member() -> None:
    """With the first place of each kind, in the language asked for."""
    assert (
        "1 error NZ103 the wrong type of value\n"
        "    1 /original/publishers, first in all.jsonl:2:143 [a:2]\n"
        "1 error NZ106 not an EDTF date\n"
        "    1 /original/date, first in all.jsonl:2:158 [a:2]\n"
    ) == run("validate", "--group-by", "code", "all.jsonl").stdout  # fmt: skip
    assert (
        "    1 /original/date; primero en all.jsonl:2:158 [a:2]\n"
        in run("validate", "--group-by", "code", "--lang", "es", "all.jsonl").stdout
    )


def test_an_input_that_is_no_record_is_reported() -> None:
    """The others are listed."""
    Path("page.html").write_text("<html><title>A</title></html>", "utf-8")
    result = run("todo", "page.html", "all.jsonl", "--format", "json")

    assert 2 == len(json.loads(result.stdout))
    assert result.stderr.startswith("cannot read page.html: is a page; make a record of it")

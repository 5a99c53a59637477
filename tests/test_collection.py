"""Records of a collection compared with each other, whatever their number, order and files."""

import json
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any, get_args

import pytest

from nizkorcite import Finding, iter_collection_findings
from nizkorcite.record.vocabulary import RelationType
from nizkorcite.validation.rules.collection import INVERSES, Collection, RecordSummary, summary_of


def record(name: str, *relations: tuple[str, str], language: str = "en") -> dict[str, Any]:
    """A record that is valid, with relations."""
    made: dict[str, Any] = {
        "schema_version": "1.0", "id": name, "type": "report", "language": language,
        "original": {"attribution": "unknown"},
    }  # fmt: skip
    if relations:
        made["relations"] = [{"type": kind, "target": target} for kind, target in relations]
    return made


def found(folder: Path, *records: dict[str, Any]) -> list[tuple[str, int | None, str]]:
    """Code, record and pointer of every finding across records."""
    path = folder / "all.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in records), "utf-8")
    return [told(finding) for finding in iter_collection_findings([path])]


def told(finding: Finding) -> tuple[str, int | None, str]:
    """What is compared of a finding."""
    return finding.code, finding.record, finding.pointer


def test_every_relation_has_the_inverse_that_has_it() -> None:
    """The inverse of an inverse is the relation itself; only one relation has none."""
    assert {"is_published_in"} == set(get_args(RelationType)) - set(INVERSES)
    assert all(INVERSES[INVERSES[name]] == name for name in INVERSES)


def test_the_second_of_equal_ids_is_told(tmp_path: Path) -> None:
    """And the third; a relation to either is to one that is there."""
    records = [
        record("a:1"),
        record("a:1"),
        record("a:2", ("is_published_in", "a:1")),
        record("a:1"),
    ]

    assert [("NZ301", 2, "/id"), ("NZ301", 4, "/id")] == found(tmp_path, *records)


def test_a_circle_of_any_length_is_told_once(tmp_path: Path) -> None:
    """Whatever leads into it; one end of each relation is enough."""
    ring = [record(f"a:{number}", ("is_part_of", f"a:{(number + 1) % 50}")) for number in range(50)]
    tail = record("b", ("is_part_of", "a:0"))
    codes = [code for code, _, _ in found(tmp_path, tail, *ring)]

    assert 1 == codes.count("NZ304")
    assert {"NZ303", "NZ304"} == set(codes)


def test_a_long_chain_is_no_circle(tmp_path: Path) -> None:
    """Nor does its length matter: nothing here is recursive."""
    chain = [
        record(
            f"a:{number}", ("is_version_of", f"a:{number + 1}"), ("has_version", f"a:{number - 1}")
        )
        for number in range(1, 3000)
    ]
    first, last = (
        record("a:0", ("is_version_of", "a:1")),
        record("a:3000", ("has_version", "a:2999")),
    )

    assert [] == found(tmp_path, *chain, first, last)


def test_targets_of_the_whole_world_are_not_looked_for(tmp_path: Path) -> None:
    """Addresses and identifiers are no ids of this collection."""
    targets = (
        "https://example.org/1",
        "doi:10.1000/182",
        "urn:isbn:9780306406157",
        "issn:0378-5955",
    )

    assert [] == found(tmp_path, record("a:1", *(("cites", target) for target in targets)))
    assert [("NZ302", 1, "/relations/0/target")] == found(tmp_path, record("a:1", ("cites", "a:2")))


def test_a_language_that_is_not_told_is_no_contradiction(tmp_path: Path) -> None:
    """`und` says nothing."""
    records = [
        record("a:1", ("is_translation_of", "a:2"), language="und"),
        record("a:2", ("has_translation", "a:1"), language="und"),
    ]

    assert [] == found(tmp_path, *records)


def test_a_million_records_fit() -> None:
    """No more than 40 bytes are kept of a record, and as many are needed to compare them."""
    tracemalloc.start()
    collection = Collection()
    for start in range(0, 100_000, 1000):
        facts = [
            summary_of({"id": f"a:{number}", "language": "en"}, number)
            for number in range(start, start + 1000)
        ]
        collection.add(0, [each for each in facts if each])
    suspects = collection.suspects()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [] == suspects
    assert peak < 100_000 * 60


def test_hashes_are_the_same_in_every_process() -> None:
    """Other processes tell what they found by them."""
    assert RecordSummary(1, 3_089_718_838_847_596_536, "en") == summary_of(
        {"id": "example.org:1", "language": "en"}, 1
    )


def run(*arguments: object, text: str = "") -> tuple[int, str, str]:
    """The program's exit code, its results and what it says besides."""
    program = [sys.executable, "-m", "nizkorcite", "validate", *map(str, arguments)]
    ran = subprocess.run(program, capture_output=True, check=False, text=True, input=text)
    return ran.returncode, ran.stdout, ran.stderr


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_command_line_compares_files_folders_and_standard_input(
    jobs: int, tmp_path: Path
) -> None:
    """Findings across records come last, in the order of the inputs, with their places."""
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(record("a:1", ("cites", "a:9")), indent=1), "utf-8")
    (folder / "b.json").write_text(json.dumps(record("a:2")), "utf-8")
    lines = json.dumps(record("a:3")) + "\n" + json.dumps(record("a:2")) + "\n"
    code, results, sums = run("--across", "--jobs", jobs, folder, "-", text=lines)

    assert [
        f'{folder}/a.json:12:14: warning NZ302 no record here has the id "a:9" [a:1 /relations/0/target]',
        f'-:2:33: error NZ301 "a:2" is also the id of record 1 of {folder}/b.json [a:2 /id]',
    ] == results.splitlines()
    assert "1 error in 1 of 4 records, 1 warning\n" == sums
    assert 1 == code


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_record_with_faults_of_its_own_and_with_others_is_counted_once(
    jobs: int, tmp_path: Path
) -> None:
    """Whether its file holds one record or several."""
    faulty = json.dumps({**record("a:1"), "title": ""})
    (tmp_path / "a.json").write_text(faulty, "utf-8")
    (tmp_path / "b.jsonl").write_text(f"{faulty}\n{faulty}\n", "utf-8")
    _, results, sums = run("--across", "--jobs", jobs, tmp_path)

    assert (3, 2) == (results.count("NZ110"), results.count("NZ301"))
    assert "5 errors in 3 of 3 records, 0 warnings\n" == sums


def test_records_are_compared_only_where_that_is_asked_for(tmp_path: Path) -> None:
    """A part of an archive has relations to what is not given."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(record("a:1", ("cites", "a:9"))), "utf-8")

    assert (0, "", "") == run(path)


def test_files_are_compared_where_that_is_asked_for() -> None:
    """Digests, lengths and quotes, beside the record's own file."""
    path = Path(__file__).parent / "cases/findings/NZ231.json"

    code, results, _ = run("--files", path)

    assert (0, "", "") == run(path)
    assert (1, True) == (code, "NZ231" in results)


def test_processes_find_what_one_finds_in_the_same_order(tmp_path: Path) -> None:
    """In a file of many megabytes, with empty lines, a line that is too large and an open last one."""
    path = tmp_path / "a.jsonl"
    good, bad = record("a:1"), {**record("a:2"), "title": "", "x_a": "\u00f1" * 5000}
    with path.open("w", encoding="utf-8") as file:
        for number in range(400):
            file.write(json.dumps({**good, "id": f"b:{number}"}) + "\n" * (1 + number % 3))
            file.write(json.dumps(bad, ensure_ascii=number % 2 == 0) + "\n")
            if number == 200:
                file.write("x" * 17_000_000 + "\n")
        file.write('{"a"')

    assert run("--across", path) == run("--across", "--jobs", 2, path)

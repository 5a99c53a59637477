"""``nizkorcite archive origins``: reprints within an archive, and decisions in its log."""

import json
from pathlib import Path

import pytest

from nizkorcite.archive import Archive, RecordEdit
from nizkorcite.loading.corrections import Correction
from test_cli import EXAMPLES, Ran

FIRST, SECOND = "sha256:d691c0e1bdb6a9f9", "sha256:be301deadd541485"


@pytest.fixture
def fonds(tmp_path: Path) -> Path:
    """An archive of two pages that republish one original."""
    folder = tmp_path / "fonds"
    pages = [EXAMPLES / f"putin-tajikistan.{ending}" for ending in ("html", "txt")]
    assert Ran("archive", "init", folder).code == 0
    assert Ran("archive", "add", folder, *pages).code == 0
    return folder


def _decide(fonds: Path, option: str, *ids: str) -> Ran:
    return Ran(
        "archive", "origins", fonds, option, *ids, "--by", "Ana Ruiz", "--why", "I compared them"
    )


def test_groups(fonds: Path) -> None:
    """The documents are compared by the texts that the archive has."""
    ran = Ran("archive", "origins", fonds)
    assert ran.out.startswith("2 pages, 1 source\n\n1. Itar Tass, Dushanbe, 2017-02-27: 2 pages\n")
    assert (ran.code, ran.err) == (0, "pages: 2, in no group: 0\n")


def test_decisions_are_events(fonds: Path) -> None:
    """A decision holds in later runs, the last one on a pair; the log has who and why."""
    apart = _decide(fonds, "--not-same", FIRST, SECOND)
    later = Ran("archive", "origins", fonds)
    assert apart.out == later.out == "no pages republish one original\n"
    assert _decide(fonds, "--same", SECOND, FIRST).code == 0
    found = json.loads(Ran("archive", "origins", fonds, "--format", "json").out)
    assert [each["decision"] for each in found["groups"][0]["reasons"]] == ["same"]
    lines = [
        json.loads(line) for path in fonds.glob("log/*") for line in path.read_bytes().splitlines()
    ]
    decisions = [line for line in lines if line["type"] == "decision"]
    assert [(each["agent"], each["note"], each["detail"]) for each in decisions] == [
        ("Ana Ruiz", "I compared them", {"origin": "not the same"}),
        ("Ana Ruiz", "I compared them", {"origin": "same"}),
    ]
    assert Ran("archive", "verify", fonds).code == 0


def test_decision_needs_a_person_and_a_reason(fonds: Path) -> None:
    """Nothing is decided without a name and a reason."""
    ran = Ran("archive", "origins", fonds, "--same", FIRST, SECOND, "--by", "Ana Ruiz")
    assert ran.code == 2
    assert ran.err.endswith("Error: a decision needs --by and --why\n")


def test_decision_on_an_unknown_document(fonds: Path) -> None:
    """A document that the archive does not have cannot be decided on."""
    ran = _decide(fonds, "--same", FIRST, "example:9")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f'{fonds}: no document has the id "example:9"\n'


def test_contradiction_is_not_recorded(fonds: Path) -> None:
    """Decisions that contradict each other are refused, and none is recorded."""
    page = fonds.parent / "third.html"
    page.write_text("<title>Another page</title><p>Other words.</p>", "utf-8")
    third = _added(fonds, page)
    before = _log(fonds)
    ran = Ran(
        "archive", "origins", fonds, "--same", FIRST, SECOND, "--same", SECOND, third,
        "--not-same", FIRST, third, "--by", "Ana Ruiz", "--why", "a slip",
    )  # fmt: skip
    assert (ran.code, ran.out) == (1, "")
    assert _log(fonds) == before


def _log(fonds: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in fonds.glob("log/*")}


def _added(fonds: Path, page: Path) -> str:
    assert Ran("archive", "add", fonds, page).code == 0
    with Archive(fonds) as archive:
        return [version.id for version in archive.documents()][-1]


def test_a_decision_on_one_document(fonds: Path) -> None:
    """A document is the same as itself in any case."""
    ran = _decide(fonds, "--same", FIRST, FIRST)
    assert ran.code == 2
    assert ran.err.endswith("Error: a decision is on two documents\n")


def _relations(fonds: Path) -> list[list[tuple[int, str, str]]]:
    """The number of the current version, type and target of each relation of both documents."""
    with Archive(fonds) as archive:
        versions = [version for id_ in (FIRST, SECOND) if (version := archive.document(id_))]
    return [
        [(version.number, each.type, each.target) for each in version.document.relations]
        for version in versions
    ]


def test_what_is_the_same_is_related(fonds: Path) -> None:
    """In a further version of both records, whose history says who and why; once."""
    ran = _decide(fonds, "--same", FIRST, SECOND)
    assert ran.err == "pages: 2, in no group: 0\nrecords whose relations have changed: 2\n"
    related = [[(2, "has_version", SECOND)], [(2, "is_version_of", FIRST)]]
    assert _relations(fonds) == related
    log = _log(fonds)
    again = _decide(fonds, "--same", SECOND, FIRST)
    assert again.err.endswith("records whose relations have changed: 0\n")
    assert (_relations(fonds), _log(fonds)) == (related, log)
    history = Ran("archive", "show", fonds, FIRST, "--history").out
    assert "Ana Ruiz" in history
    assert "I compared them" in history
    assert Ran("archive", "verify", fonds, "--deep").code == 0


def test_a_later_decision_parts_what_an_earlier_one_related(fonds: Path) -> None:
    """The relations of the earlier one are taken out; those that others stated stay."""
    with Archive(fonds) as archive:
        other = Correction(
            pointer="/relations", value=[{"type": "is_part_of", "target": "https://example.org/"}]
        )
        edits = [RecordEdit(id=FIRST, changes=[other])]
        assert [each.version for each in archive.edit(edits, by="Eva", note="a series")] == [2]
    _decide(fonds, "--same", FIRST, SECOND)
    stated = (3, "is_part_of", "https://example.org/")
    assert _relations(fonds) == [
        [stated, (3, "has_version", SECOND)],
        [(2, "is_version_of", FIRST)],
    ]
    ran = _decide(fonds, "--not-same", FIRST, SECOND)
    assert ran.err.endswith("records whose relations have changed: 2\n")
    assert _relations(fonds) == [[(4, *stated[1:])], []]


def test_relations_that_no_decision_made_are_left_alone(fonds: Path) -> None:
    """Whoever said that one is a version of the other may have meant something else."""
    with Archive(fonds) as archive:
        stated = Correction(pointer="/relations", value=[{"type": "has_version", "target": SECOND}])
        edits = [RecordEdit(id=FIRST, changes=[stated])]
        assert [each.version for each in archive.edit(edits, by="Eva", note="known")] == [2]
    ran = _decide(fonds, "--not-same", FIRST, SECOND)
    assert ran.err.endswith("records whose relations have changed: 0\n")
    assert _relations(fonds) == [[(2, "has_version", SECOND)], []]


def test_a_table_of_decisions(fonds: Path) -> None:
    """What the list proposed is decided in its first column; given again, it adds nothing."""
    table = fonds.parent / "reprints.csv"
    assert Ran("archive", "origins", fonds, "--format", "csv", "-o", table).code == 0
    table.write_text(table.read_text("utf-8").replace("\n,", "\nsame,"), "utf-8")
    options = ("--decisions", table, "--by", "Ana Ruiz", "--why", "I read them")
    ran = Ran("archive", "origins", fonds, *options)
    assert ran.err.endswith("records whose relations have changed: 2\n")
    log = _log(fonds)
    again = Ran("archive", "origins", fonds, *options, "--format", "csv")
    assert (again.code, _log(fonds)) == (0, log)
    assert again.out.splitlines()[1].startswith(f"same,{FIRST},{SECOND},1,")


def test_no_decision_of_a_table_is_recorded_if_one_cannot_be(fonds: Path) -> None:
    """The log has all of them or none."""
    table = fonds.parent / "reprints.csv"
    table.write_text(
        f"decision,first,second\nsame,{FIRST},{SECOND}\nsame,{FIRST},example:9\n", "utf-8"
    )
    log = _log(fonds)
    ran = Ran("archive", "origins", fonds, "--decisions", table, "--by", "Ana", "--why", "read")
    assert (ran.code, ran.err) == (1, f'{fonds}: no document has the id "example:9"\n')
    assert _log(fonds) == log

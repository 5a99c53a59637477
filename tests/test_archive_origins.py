"""``nizkorcite archive origins``: reprints within an archive, and decisions in its log."""

import json
from pathlib import Path

import pytest

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
    before = {path: path.read_bytes() for path in fonds.glob("log/*")}
    ran = Ran(
        "archive", "origins", fonds, "--same", FIRST, SECOND, "--not-same", FIRST, FIRST,
        "--by", "Ana Ruiz", "--why", "a slip",
    )  # fmt: skip
    assert (ran.code, ran.out) == (1, "")
    assert {path: path.read_bytes() for path in fonds.glob("log/*")} == before

"""``nizkorcite origins``: groups of reprints on the command line."""

import hashlib
import json
from pathlib import Path

import pytest

from nizkorcite import to_record
from nizkorcite.origins import Story
from test_cli import EXAMPLES, Ran
from test_origins import _OTHER, _TEXT, _story

SEED_PAGES = (EXAMPLES / "putin-tajikistan.html", EXAMPLES / "putin-tajikistan.txt")


def _line(story: Story) -> str:
    return json.dumps({**to_record(story.document), "text": story.text})


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Three pages of one story, one of them with another day, and a page of another story."""
    stories = (
        _story("a", publisher="EFE", place="Lima", date="2017-02-27"),
        _story("b", _TEXT[:150], publisher="Agencia EFE", date="2017-02-27"),
        _story("c", publisher="EFE", place="Lima", date="2017-02-28"),
        _story("d", _OTHER),
        _story("e", _TEXT[:50]),
    )
    path = tmp_path / "records.jsonl"
    path.write_text("".join(f"{_line(each)}\n" for each in stories), "utf-8")
    return path


def test_pages() -> None:
    """Saved pages are compared as they are."""
    ran = Ran("origins", *SEED_PAGES)
    assert ran.out == (
        "2 pages, 1 source\n"
        "\n"
        "1. Itar Tass, Dushanbe, 2017-02-27: 2 pages\n"
        "   sha256:d691c0e1bdb6a9f9  Putin: Russia's military base in Tajikistan to\n"
        "     ensure security of border with Afghanistan\n"
        "   sha256:be301deadd541485  Putin: Russia's military base in Tajikistan to\n"
        "     ensure security of border with Afghanistan\n"
        "     99 % of its text in sha256:d691c0e1bdb6a9f9; publisher: Itar Tass; place:\n"
        "     Dushanbe; date: 2017-02-27\n"
    )
    assert (ran.code, ran.err) == (0, "pages: 2, in no group: 0\n")


def test_records_with_text(records: Path) -> None:
    """Each page has its reason, in words; what differs in a fact is listed apart."""
    ran = Ran("origins", records)
    assert ran.out == (
        "2 pages, 1 source\n"
        "\n"
        "1. EFE, Lima, 2017-02-27: 2 pages\n"
        "   a  a\n"
        "   b  b\n"
        "     100 % of its text in a; publisher: “EFE” and “Agencia EFE”; date:\n"
        "     2017-02-27\n"
        "\n"
        "same text, different source line: 2\n"
        "   a  a\n"
        "   c  c\n"
        "     the same words as a; publisher: EFE; place: Lima; date: “2017-02-27”\n"
        "     against “2017-02-28”\n"
        "   c  c\n"
        "   b  b\n"
        "     100 % of its text in c; publisher: “EFE” and “Agencia EFE”; date:\n"
        "     “2017-02-28” against “2017-02-27”\n"
    )
    assert ran.err == "pages: 5, in no group: 3, not compared (less than 80 words): 1\n"
    assert max(map(len, ran.out.splitlines())) <= 80


def test_spanish(records: Path) -> None:
    """The list can be read in Spanish."""
    ran = Ran("origins", "--lang", "es", records)
    assert ran.out.startswith(
        "2 páginas, 1 fuente\n"
        "\n"
        "1. EFE, Lima, 2017-02-27: 2 páginas\n"
        "   a  a\n"
        "   b  b\n"
        "     el 100 % de su texto está en a; editor: «EFE» y «Agencia EFE»; fecha:\n"
        "     2017-02-27\n"
        "\n"
        "mismo texto con distinta línea de fuente: 2\n"
    )
    assert ran.err == "páginas: 5, sin grupo: 3, sin comparar (menos de 80 palabras): 1\n"


def test_json(records: Path) -> None:
    """Programs read the groups, their reasons and what is in none."""
    found = json.loads(Ran("origins", records, "--format", "json").out)
    assert found["groups"] == [
        {
            "source": {"publishers": ["EFE"], "place": "Lima", "date": "2017-02-27"},
            "pages": [
                {"id": "a", "file": str(records), "title": "a"},
                {"id": "b", "file": str(records), "title": "b"},
            ],
            "reasons": [
                {
                    "first": "a",
                    "second": "b",
                    "share": 1.0,
                    "agreeing": [
                        {"fact": "publisher", "first": "EFE", "second": "Agencia EFE"},
                        {"fact": "date", "first": "2017-02-27", "second": "2017-02-27"},
                    ],
                    "contradicting": [],
                }
            ],
        }
    ]
    assert [(each["first"], each["second"]) for each in found["differing"]] == [
        ("a", "c"),
        ("c", "b"),
    ]
    assert (found["single"], found["short"]) == (["c", "d", "e"], ["e"])


def test_decisions_survive_a_rerun(records: Path, tmp_path: Path) -> None:
    """A table is written, decided in, and given back; it keeps the decisions when written again."""
    table = tmp_path / "reprints.csv"
    Ran("origins", records, "--format", "csv", "-o", table)
    assert table.read_text("utf-8") == (
        "decision,first,second,group,share,agreeing,contradicting,first title,second title\n"
        ",a,b,1,1.000,publisher: EFE | Agencia EFE; date: 2017-02-27,,a,b\n"
        ",a,c,,1.000,publisher: EFE; place: Lima,date: 2017-02-27 | 2017-02-28,a,c\n"
        ",c,b,,1.000,publisher: EFE | Agencia EFE,date: 2017-02-28 | 2017-02-27,c,b\n"
    )
    decided = table.read_text("utf-8").replace("\n,a,b", "\nnot the same,a,b", 1)
    table.write_text(decided.replace("\n,a,c", "\nsame,a,c", 1), "utf-8")
    again = Ran("origins", records, "--decisions", table, "--format", "csv", "-o", table)
    assert (again.code, table.read_text("utf-8")) == (
        0,
        "decision,first,second,group,share,agreeing,contradicting,first title,second title\n"
        "same,a,c,1,1.000,publisher: EFE; place: Lima,date: 2017-02-27 | 2017-02-28,a,c\n"
        ",c,b,,1.000,publisher: EFE | Agencia EFE,date: 2017-02-28 | 2017-02-27,c,b\n"
        "not the same,a,b,,,,,a,b\n",
    )


def test_relations_are_written(records: Path, tmp_path: Path) -> None:
    """With --write, decided pages name each other in their records, once."""
    lines = [json.loads(line) for line in records.read_text("utf-8").splitlines()]
    for line in lines:
        text = line.pop("text")
        (tmp_path / f"{line['id']}.txt").write_text(text, "utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        line["text"] = {"sha256": digest, "characters": len(text), "path": f"{line['id']}.txt"}
    records.write_text("".join(f"{json.dumps(each)}\n" for each in lines), "utf-8")
    table = tmp_path / "decided.csv"
    table.write_text("first,second,decision\nb,a,same\na,c,same\n", "utf-8")
    first = Ran("origins", records, "--decisions", table, "--write")
    after = records.read_bytes()
    second = Ran("origins", records, "--decisions", table, "--write")
    read = [json.loads(line) for line in after.splitlines()]
    assert [each.get("relations") for each in read] == [
        [{"type": "has_version", "target": "b"}, {"type": "is_identical_to", "target": "c"}],
        [{"type": "is_version_of", "target": "a"}],
        [{"type": "is_identical_to", "target": "a"}],
        None,
        None,
    ]
    assert first.err.endswith("records with new relations: 3\n")
    assert second.err.endswith("records with new relations: 0\n")
    assert records.read_bytes() == after
    assert Ran("validate", "--across", records).code == 0


@pytest.mark.parametrize(
    ("table", "code", "message"),
    [
        pytest.param(
            "first,second\na,b\n",
            3,
            'cannot read {table}: the table has no column "decision"\n',
            id="no-column",
        ),
        pytest.param(
            "first,second,decision\na,b,yes\n",
            3,
            'cannot read {table}: line 2: "yes" is no decision; write "same" or "not the same"\n',
            id="no-decision",
        ),
        pytest.param(
            "first,second,decision\na,,same\n",
            3,
            "cannot read {table}: line 2 does not name two pages\n",
            id="one-page",
        ),
        pytest.param(
            "first,second,decision\na,b,same\nb,c,same\na,c,not the same\n",
            1,
            '{table}: the decisions contradict each other: "a" and "c" are not the same, but other '
            "decisions make them the same; change one of them\n",
            id="contradiction",
        ),
    ],
)
def test_wrong_decisions(
    records: Path, tmp_path: Path, table: str, code: int, message: str
) -> None:
    """A table that cannot be followed is refused with its place."""
    path = tmp_path / "decisions.csv"
    path.write_text(table, "utf-8")
    ran = Ran("origins", records, "--decisions", path)
    assert (ran.code, ran.out, ran.err) == (code, "", message.format(table=path))


def test_record_without_text(tmp_path: Path) -> None:
    """A record whose page cannot be found is named, and nothing is said of it."""
    path = tmp_path / "record.json"
    path.write_text((EXAMPLES / "putin-tajikistan.json").read_text("utf-8"), "utf-8")
    ran = Ran("origins", path)
    assert (ran.code, ran.out) == (0, "no pages republish one original\n")
    assert ran.err == (
        f"{path}: sha256:d691c0e1bdb6a9f9: no text to compare; the record names no file that can "
        "be read from its folder (or --base)\n"
        "pages: 1, in no group: 1, not compared (less than 80 words): 1\n"
    )


def test_records_beside_their_pages(tmp_path: Path) -> None:
    """The text of a record is that of the page it names, from its own folder."""
    for page in SEED_PAGES:
        (tmp_path / page.name).write_bytes(page.read_bytes())
    assert Ran("read", "-o", tmp_path / "records.jsonl", *sorted(tmp_path.iterdir())).code == 0
    ran = Ran("origins", tmp_path / "records.jsonl")
    assert ran.out.startswith("2 pages, 1 source\n")
    beside = Ran("origins", tmp_path)
    assert beside.out == ran.out
    assert beside.err.endswith("pages left out, since an earlier one has their id: 2\n")


def test_unknown_pages_of_decisions(records: Path, tmp_path: Path) -> None:
    """Decisions on pages that are not among the inputs are counted."""
    table = tmp_path / "decisions.csv"
    table.write_text("first,second,decision\na,zz,same\n", "utf-8")
    ran = Ran("origins", records, "--decisions", table)
    assert ran.err.endswith("decisions on pages that were not given: 1\n")

"""Tables: a row for each record, out and back in, with no formula and no loss that is not told."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nizkorcite as nz
from nizkorcite.cli import command
from nizkorcite.formats.table.cells import harmless_cell, text_of_cell
from nizkorcite.formats.table.records import read_all, write_all
from nizkorcite.reference.fields import RECORD_FIELDS
from strategies import documents

PAGE = Path(__file__).parents[1] / "docs/reference/formats/csv.md"
RECORD: dict[str, nz.JSON] = {
    "schema_version": "1.0",
    "id": "example:1",
    "type": "news_article",
    "title": '=HYPERLINK("http://example.org")',
    "language": "es",
    "keywords": ["paz", "guerra"],
    "creators": [
        {"kind": "person", "name": "Ana de la Cruz", "family": "Cruz", "given": "Ana", "particles": "de la"},
        {"kind": "organisation", "name": "Human Rights Watch"},
        {"kind": "unknown", "name": "Redacción"},
        {"kind": "person", "name": "Eva Roe", "family": "Roe", "given": "Eva", "role": "translator"},
    ],
    "original": {
        "attribution": "stated",
        "publishers": [{"kind": "organisation", "name": "Farrar, Straus and Giroux"}],
        "place": {"name": "Dushanbe"},
        "date": "2017-02",
        "identifiers": [{"scheme": "doi", "value": "10.1000/182"}],
    },
    "republication": {
        "publishers": [{"kind": "organisation", "name": "Equipo Nizkor"}],
        "date": "2017-02-28",
        "rights": {"statement": "A notice,\nin two lines."},
    },
    "captures": [
        {"sha256": "0" * 64, "byte_length": 12, "accessed": "2026-11-24", "path": "pages/1.html"}
    ],
    "x_box": 7,
    "x_shelf": "7",
    "x_tags": ["a", "b"],
}  # fmt: skip


def run(*words: str) -> Result:
    """The command line in this process."""
    return CliRunner().invoke(command, words)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(json.dumps(RECORD), "utf-8")


def test_a_record_is_the_same_after_a_table() -> None:
    """Every member that has a column, with the types of the archive's own."""
    written = run("convert", "a.json", "--to", "csv", "-o", "a.csv")
    read = run("convert", "a.csv", "--to", "record")

    assert ("", "") == (written.stderr, read.stderr)
    assert RECORD == json.loads(read.stdout)


def test_a_table_has_a_header_and_texts_that_are_no_formulas() -> None:
    """Spreadsheets show the text; the columns are always the same."""
    run("convert", "a.json", "--to", "csv", "-o", "a.csv")
    with Path("a.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)

    assert [*RECORD_FIELDS, "x_box", "x_shelf", "x_tags"] == list(row)
    assert {
        "title": "'=HYPERLINK(\"http://example.org\")",
        "author": "de la Cruz, Ana; {Human Rights Watch}; Redacción",
        "translator": "Roe, Eva",
        "original_publisher": "Farrar, Straus and Giroux",
        "original_identifiers": "doi 10.1000/182",
        "rights": "A notice,\nin two lines.",
        "capture_byte_length": "12",
        "x_box": "7",
        "x_shelf": '"7"',
        "x_tags": '["a", "b"]',
    } == {name: row[name] for name in row if name in (
        "title", "author", "translator", "original_publisher", "original_identifiers", "rights",
        "capture_byte_length", "x_box", "x_shelf", "x_tags",
    )}  # fmt: skip


@given(st.text())
def test_a_cell_is_read_as_the_text_it_was_written_from(text: str) -> None:
    """No text begins like a formula, and none is taken for a neutralised one."""
    cell = harmless_cell(text)

    assert text == text_of_cell(cell)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d"))


@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
@given(documents())
def test_what_a_table_carries_is_read_back_and_the_rest_is_reported(document: nz.Document) -> None:
    """A second table is equal to the first, and a record that differs has a loss."""
    first = nz.convert([document], "csv")
    found = read_all(first.text)
    (back,) = (reference.document for reference in found.references)

    assert () == found.findings
    assert first.text == write_all(found.references)
    assert back is not None
    assert bool(first.losses) or nz.to_record(document) == nz.to_record(back)


def test_a_table_of_a_spreadsheet_is_read() -> None:
    """With semicolons, a byte order mark and Windows line ends, and some of the columns."""
    Path("mine.csv").write_bytes(
        "\ufeffid;type;language;title;original_date;author\r\n"
        'a:1;report;es;"Uno; dos";2017;Ruiz, Ana\r\n'
        ";;;;;\r\n".encode()
    )

    assert "Ruiz, A. (2017). Uno; dos.\n" == run("cite", "mine.csv").stdout


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("id,type,language,title,colour\na,other,en,T,red\n",
         'bad.csv:1: warning NZ403 no column is called "colour"; left out'),
        ("id,type,language,title\na,other,en,T\nb,,en,T\n", 'bad.csv:3: error NZ401 b: "type" is missing'),
        ("id,type,language,original_date\na,other,en,T\nb,other,en,27/02/2017\n",
         'bad.csv:3: error NZ401 b: /original/date: "27/02/2017" is not a date such as 2017-02-27, '
         "2017-02 or 2017"),
        ("id,type,language,author\na,other,en,T\nb,other,en,{T\n",
         'bad.csv:3: error NZ401 b: a brace has no partner in "{T"'),
        ("id,type,language,title\na,other,en,T,U\n",
         "bad.csv:1: error NZ401 line 2 has 5 cells, but there are 4 columns"),
    ],
)  # fmt: skip
def test_a_row_that_is_no_record_is_reported(table: str, problem: str) -> None:
    """With its line; the other rows are read."""
    Path("bad.csv").write_text(table, "utf-8")

    assert problem in run("convert", "--verbose", "bad.csv", "--to", "record").stderr


def test_the_page_of_the_format_lists_every_column() -> None:
    """In the order of the table."""
    listed = [
        line.split("`")[1]
        for line in PAGE.read_text("utf-8").splitlines()
        if line.startswith("| `")
    ]

    assert [*RECORD_FIELDS, "x_..."] == listed


def test_a_value_without_a_column_is_a_loss() -> None:
    """It is named, as for every format."""
    conversion = nz.convert(
        [nz.from_record({**RECORD, "alternative_titles": [{"title": "Otro"}]})], "csv"
    )

    assert ["example:1: /alternative_titles is dropped"] == [
        str(loss) for loss in conversion.losses
    ]
    assert 2 == len(list(csv.reader(io.StringIO(conversion.text))))

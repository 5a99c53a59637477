"""Workbooks of Excel: what CSV carries, and what spreadsheet programs make of it."""

import json
import os
import pty
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings

import nizkorcite as nz
from nizkorcite.cli import command
from strategies import documents

RECORD: dict[str, nz.JSON] = {
    "schema_version": "1.0",
    "id": "example:1",
    "type": "news_article",
    "title": '=HYPERLINK("http://example.org")',
    "language": "es",
    "creators": [{"kind": "person", "name": "Ana Ruiz", "family": "Ruiz", "given": "Ana"}],
    "original": {"attribution": "unknown", "date": "2017-02", "volume": "007"},
    "republication": {
        "publishers": [{"kind": "organisation", "name": "Equipo Nizkor"}],
        "date": "2017-02-28",
        "rights": {"statement": "A notice,\nin “two” lines <b>&amp; _x0041_\t."},
    },
    "captures": [{"sha256": "0" * 64, "byte_length": 12, "accessed": "2026-11-24"}],
    "x_box": 7,
    "x_shelf": "7",
    "x_tags": ["a", "b"],
    "x_lost": False,
}
DAY = datetime(2017, 2, 1)  # noqa: DTZ001 - cells have no time zone
HEADS = ("id", "type", "language", "title", "original_date")


def run(*words: str) -> Result:
    """The command line in this process."""
    return CliRunner().invoke(command, words)


def saved(rows: Sequence[Sequence[object]], formats: dict[str, str] | None = None) -> bytes:
    """A workbook as a spreadsheet program saves it, with typed cells."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for cell, form in (formats or {}).items():
        sheet[cell].number_format = form
    book.create_sheet("Sheet2")
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def rows_of(path: str) -> list[tuple[object, ...]]:
    """The rows of a workbook."""
    return list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(json.dumps(RECORD), "utf-8")


def test_a_record_is_the_same_after_a_workbook() -> None:
    """As after CSV: dates without a day, zeros before a number and types of own fields stay."""
    written = run("convert", "a.json", "--to", "xlsx", "-o", "a.xlsx")
    read = run("convert", "a.xlsx", "--to", "record")

    assert ("", "") == (written.stderr, read.stderr)
    assert RECORD == json.loads(read.stdout)


def test_every_cell_is_a_text_as_in_csv() -> None:
    """No date, no number and no formula; the header stays in view."""
    run("convert", "a.json", "--to", "xlsx", "-o", "a.xlsx")
    sheet = openpyxl.load_workbook("a.xlsx").worksheets[0]
    (row,) = nz.convert([nz.from_record(RECORD)], "csv").text.splitlines()[1:2]

    assert {"s", "n"} >= {cell.data_type for each in sheet.iter_rows() for cell in each}
    assert {"@"} == {cell.number_format for cell in sheet[2] if cell.value}
    assert '\'=HYPERLINK("http://example.org")' == sheet["D2"].value
    assert row.startswith("example:1,news_article,es,\"'=HYPERLINK(")
    assert "A2" == sheet.freeze_panes


@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
@given(documents())
def test_a_workbook_carries_what_csv_carries(document: nz.Document) -> None:
    """The records read back are equal, and so are the losses."""
    text, book = nz.convert([document], "csv"), nz.convert([document], "xlsx")
    of_text = nz.read_references(text.data, "csv")
    of_book = nz.read_references(book.data, "xlsx")

    assert (of_text.references, of_text.findings) == (of_book.references, of_book.findings)
    assert [*map(str, text.losses)] == [*map(str, book.losses)]


def test_the_same_records_give_the_same_bytes() -> None:
    """The file has no time of its making, so a repository sees no change."""
    document = nz.from_record(RECORD)

    assert nz.convert([document], "xlsx").data == nz.convert([document], "xlsx").data


def test_cells_of_a_spreadsheet_program_are_read_as_printed() -> None:
    """A date has the precision that its format prints, a number its zeros."""
    Path("mine.xlsx").write_bytes(
        saved(
            [
                (*HEADS, "original_volume", "capture_byte_length", "x_box", "x_lost", "capture_sha256"),
                ("a:1", "report", "es", "Uno", DAY, 7, 12345.0, 4, True, "0" * 64),
                ("a:2", "report", "es", "Dos", DAY, 7, None, 0.5, None),
                (None, None, None, None, None, None, None, None, None),
                ("a:3", "report", "es", 2017, DAY, "7a", None, 2.5, False),
            ],
            {"E2": "dd/mm/yyyy", "E3": "mmm\\-yy", "E5": "yyyy", "F2": "000", "I3": "@",
             "G2": "#,##0", "H3": "0.00"},
        )
    )  # fmt: skip
    records = [
        json.loads(line)
        for line in run("convert", "mine.xlsx", "--to", "record").stdout.splitlines()
    ]

    assert [("2017-02-01", "007"), ("2017-02", "7"), ("2017", "7a")] == [
        (each["original"]["date"], each["original"]["volume"]) for each in records
    ]
    assert [(4, True), ("0.50", None), ("2.5", False)] == [
        (each["x_box"], each.get("x_lost")) for each in records
    ]
    assert ("2017", 12345) == (records[2].get("title"), records[0]["captures"][0]["byte_length"])


@pytest.mark.parametrize(
    ("cells", "formats", "problem"),
    [
        (("a", "report", "es", "T", DAY), {"E2": "d-mmm"},
         'bad.xlsx:2: error NZ401 a: /original/date: "--02-01" is not a date such as'),
        (("a", "report", "es", '=A1&"b"'), {},
         "bad.xlsx:1: error NZ401 D2 is a formula without a value; save the file in a spreadsheet program"),
        (("a", "report", "es", "#REF!"), {}, "bad.xlsx:1: error NZ401 D2 has the error #REF!"),
        (("a", None, "es", "T"), {}, 'bad.xlsx:2: error NZ401 a: "type" is missing'),
        (("a", "report", "es", "T", "2017", "more"), {},
         "bad.xlsx:1: error NZ401 line 2 has 6 cells, but there are 5 columns"),
    ],
    ids=["year added by Excel", "formula", "error", "missing", "wide row"],
)  # fmt: skip
def test_a_cell_that_states_no_value_is_reported(
    cells: Sequence[object], formats: dict[str, str], problem: str
) -> None:
    """With its place, and never read as another value."""
    Path("bad.xlsx").write_bytes(saved([HEADS, cells], formats))
    result = run("convert", "bad.xlsx", "--to", "record")

    assert problem in result.stderr


def test_a_formula_with_its_value_is_read() -> None:
    """As spreadsheet programs save it."""
    data = saved([HEADS, ("a", "report", "es", "=1")])
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b"<f>1</f><v></v>", b"<f>1</f><v>5</v>")
            new.writestr(name, part.replace(b"<f>1</f><v />", b"<f>1</f><v>5</v>"))

    assert ["5"] == [
        each.title for each in nz.read_references(changed.getvalue(), "xlsx").references
    ]


def _with_two_sheets() -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].append(HEADS)
    book.create_sheet("Notes").append(["A note"])
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _bomb() -> bytes:
    """A zip file whose directory states a part of 2 GiB."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", "")
    entry = data.getvalue().index(b"PK\x01\x02")
    data.seek(entry + 24)  # APPNOTE, section 4.3.12: the uncompressed size
    data.write(b"\xff\xff\xff\x7f")
    return data.getvalue()


def _with_sheet(xml: bytes) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(BytesIO(saved([HEADS]))) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return data.getvalue()


SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
FAR = SHEET % b'<row r="999999999"><c r="A999999999"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04 no zip file", "is no workbook (XLSX), or is damaged; save it again, or as CSV"),
        (b"", "is empty; there is nothing to read"),
        (saved([HEADS])[:-300], "is no workbook (XLSX), or is damaged; save it again, or as CSV"),
        (_with_sheet(b"<worksheet>"), "is no workbook (XLSX), or is damaged; save it again, or as CSV"),
        (_with_two_sheets(), "the workbook has several sheets with cells (Sheet, Notes); keep only the table"),
        (_bomb(), "the workbook has more than 536870912 bytes"),
        (_with_sheet(FAR), "the sheet has more than 20000000 cells"),
    ],
    ids=["bytes", "empty", "cut", "broken XML", "two sheets", "bomb", "far cell"],
)  # fmt: skip
def test_a_file_that_is_no_table_is_refused(data: bytes, problem: str) -> None:
    """In words, in bounded memory, and in both doors."""
    Path("bad.xlsx").write_bytes(data)
    converted = run("convert", "bad.xlsx", "--to", "record")
    corrected = run("set", "a.json", "--from", "bad.xlsx")

    assert f"bad.xlsx:1: error NZ401 {problem}\n" == converted.stderr
    assert f"cannot read bad.xlsx: {problem}\n" == corrected.stderr


def test_corrections_come_from_a_workbook() -> None:
    """A list of open questions, filled in and saved in a spreadsheet program."""
    Path("todo.xlsx").write_bytes(
        saved(
            [("file", "id", "missing", "original-date", "title"),
             ("a.json", "example:1", "/original/date", DAY, None)],
            {"D2": "yyyy\\-mm\\-dd"},
        )
    )  # fmt: skip
    result = run("set", "a.json", "--from", "todo.xlsx", "--write")
    record = json.loads(Path("a.json").read_text("utf-8"))

    assert (0, "records corrected: 1\n") == (result.exit_code, result.stderr)
    assert ("2017-02-01", RECORD["title"]) == (record["original"]["date"], record["title"])


def _saved_by_libreoffice(name: str) -> Path:
    """A table opened and saved again, as a workbook."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is a Debian package, which a machine for tests may lack")
    home = {**os.environ, "HOME": str(Path.cwd())}
    words = [program, "--headless", "--convert-to", "xlsx", "--outdir", "saved", name]
    subprocess.run(words, capture_output=True, check=True, timeout=300, env=home)
    return Path("saved", name).with_suffix(".xlsx")


def test_what_libreoffice_saves_again_is_the_same_record() -> None:
    """It keeps texts as texts, with line breaks and apostrophes."""
    run("convert", "a.json", "--to", "xlsx", "-o", "a.xlsx")

    assert RECORD == json.loads(
        run("convert", str(_saved_by_libreoffice("a.xlsx")), "--to", "record").stdout
    )


def test_the_date_cells_of_libreoffice_are_days() -> None:
    """It makes them of a CSV, and numbers of what looks like one."""
    Path("typed.csv").write_text(
        "id,type,language,title,original_date,x_box\na:1,report,es,Uno,2017-02-27,4\n", "utf-8"
    )
    saved_again = _saved_by_libreoffice("typed.csv")
    record = json.loads(run("convert", str(saved_again), "--to", "record").stdout)

    assert ("2017-02-27", 4) == (record["original"]["date"], record["x_box"])


def test_a_workbook_is_known_by_its_content() -> None:
    """Whatever it is called, as from a pipe."""
    book = nz.convert([nz.from_record(RECORD)], "xlsx").data
    for data in (book, saved(rows_of_bytes(book))):
        result = CliRunner().invoke(command, ["convert", "-", "--to", "apa"], input=data)

        assert (0, "Ruiz, A. (2017, February 28).") == (result.exit_code, result.stdout[:29])


def rows_of_bytes(data: bytes) -> list[tuple[object, ...]]:
    """The rows of a workbook in memory."""
    return list(openpyxl.load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True))


@pytest.mark.parametrize("name", ["a.ods", "a.xls"])
def test_other_spreadsheets_are_refused_with_the_next_step(name: str) -> None:
    """They are read after they were saved in one of two forms."""
    Path(name).write_bytes(b"PK\x03\x04")

    assert (
        f"cannot read {name}: is a spreadsheet; save it as .xlsx or .csv\n"
        == run("cite", name).stderr
    )


def test_a_workbook_is_not_printed_on_a_terminal() -> None:
    """A pipe gets the bytes."""
    words = [sys.executable, "-m", "nizkorcite", "convert", "a.json", "--to", "xlsx"]
    piped = subprocess.run(words, capture_output=True, check=False, timeout=60)
    leader, terminal = pty.openpty()
    refused = subprocess.run(
        words, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False, timeout=60
    )
    os.close(terminal)
    os.close(leader)

    assert (0, b"PK\x03\x04") == (piped.returncode, piped.stdout[:4])
    assert 2 == refused.returncode
    assert "the result is binary, and not for a terminal; add -o FILE" in refused.stderr


def test_only_an_earlier_workbook_is_replaced() -> None:
    """One that a spreadsheet program saved has changes of a person."""
    first = run("convert", "a.json", "--to", "xlsx", "-o", "a.xlsx")
    again = run("convert", "a.json", "--to", "xlsx", "-o", "a.xlsx")
    Path("a.xlsx").write_bytes(changed := saved(rows_of("a.xlsx")))
    refused = run("convert", "a.json", "--to", "xlsx", "-o", "a.xlsx")

    assert (0, 0, 2) == (first.exit_code, again.exit_code, refused.exit_code)
    assert "a.xlsx exists and is not an earlier output (xlsx)" in refused.stderr
    assert changed == Path("a.xlsx").read_bytes()


def test_a_text_that_no_cell_holds_is_a_loss() -> None:
    """It is left out whole and named; a spreadsheet would cut it."""
    long = ["a" * 9_000] * 4
    conversion = nz.convert([nz.from_record({**RECORD, "x_tags": [*long]})], "xlsx")

    assert ["example:1: /x_tags is dropped"] == [
        str(loss) for loss in conversion.losses if "tags" in loss.pointer
    ]


def test_a_workbook_is_no_text() -> None:
    """The library says which door takes it."""
    with pytest.raises(OSError, match="xlsx is read from bytes or a path"):
        nz.read_references("id,type", "xlsx")


def test_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it neither direction works, and both say what to type."""
    Path("mine.xlsx").write_bytes(saved([HEADS]))
    for name in ("openpyxl", "xlsxwriter"):
        monkeypatch.setitem(sys.modules, name, None)
    written = run("convert", "a.json", "--to", "xlsx", "-o", "b.xlsx")
    read = run("convert", "mine.xlsx", "--to", "record")

    assert "\nError: a workbook needs an extra: " in written.stderr
    assert "mine.xlsx:1: error NZ401 a workbook needs an extra: " == read.stderr[:52]
    assert not Path("b.xlsx").exists()

"""`nizkorcite set`: stored records corrected in place, with every other byte kept."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from nizkorcite.cli import command
from nizkorcite.record.codec import to_record
from nizkorcite.record.json_types import JSON
from nizkorcite.validation.diagnosis.json_patch import operations_between
from nizkorcite.validation.diagnosis.text_patch import patched_text

RECORD = """{
  "schema_version": "1.0",
  "id": "example:1",
  "type": "news_article",
  "x_box":   7,
  "language": "en",
  "original": {"attribution": "stated", "publishers": [{"kind": "organisation", "name": "EFE"}]},
  "evidence": [
    {"field": "/language", "method": "markup", "quote": "en"},
    {"field": "/original/publishers/0/name", "method": "page", "quote": "EFE"}
  ]
}
"""


def line(number: int, **members: JSON) -> str:
    """A record on one line."""
    record: dict[str, JSON] = {"schema_version": "1.0", "id": f"example:{number}", "type": "other"}
    return json.dumps(
        {**record, "language": "en", "original": {"attribution": "unknown"}, **members}
    )


def run(*words: str) -> Result:
    """The command line in this process."""
    return CliRunner().invoke(command, ["set", *words])


def lines_of(diff: str) -> list[str]:
    """The changed lines of a diff."""
    return [
        each for each in diff.splitlines() if each[:1] in "+-" and each[:3] not in ("---", "+++")
    ]


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(RECORD, "utf-8")
    many = [line(1), line(2, title="Two"), "", line(3, title="Three").replace(" ", "")]
    Path("many.jsonl").write_text("\n".join(many) + "\n", "utf-8")


def test_only_the_bytes_of_the_fields_change() -> None:
    """A new member takes its place in the record's order; its evidence names an editor."""
    result = run("a.json", "title=Peace", "original-publisher=EFE; Télam", "original-date=2017")

    assert [
        '+  "title": "Peace",',
        '-  "original": {"attribution": "stated", "publishers": [{"kind": "organisation", "name": "EFE"}]},',
        '+  "original": {"attribution": "stated", "publishers": [{"kind": "organisation", "name": "EFE"}, '
        '{"kind": "organisation", "name": "Télam"}], "date": "2017"},',
        '-    {"field": "/original/publishers/0/name", "method": "page", "quote": "EFE"}',
        '+    {"field": "/title", "method": "editor"},',
        '+    {"field": "/original/date", "method": "editor"},',
        '+    {"field": "/original/publishers", "method": "editor"}',
    ] == lines_of(result.stdout)  # fmt: skip
    assert "records to correct: 1; add --write\n" == result.stderr
    assert RECORD == Path("a.json").read_text("utf-8")


def test_the_change_is_written_on_request_alone() -> None:
    """What the diff shows is what the file has afterwards."""
    shown = run("a.json", "x_box=8").stdout
    written = run("a.json", "x_box=8", "--write")

    assert (shown, "records corrected: 1\n") == (written.stdout, written.stderr)
    assert RECORD.replace('"x_box":   7', '"x_box":   8') == Path("a.json").read_text("utf-8").replace(
        ',\n    {"field": "/x_box", "method": "editor"}', ""
    )  # fmt: skip


@pytest.mark.parametrize(
    ("record", "number"),
    [("example:2", 1), ("2", 1), ("example:3", 3), ("4", 3)],
    ids=["id", "line", "id of the last", "line after an empty one"],
)
def test_a_record_of_many_is_named_by_its_id_or_line(record: str, number: int) -> None:
    """Every other line of the file is the same afterwards."""
    before = Path("many.jsonl").read_text("utf-8").splitlines()
    run("many.jsonl", record, "title=New", "--write")
    after = Path("many.jsonl").read_text("utf-8").splitlines()

    assert [number] == [
        at for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]
    ]
    assert "New" == json.loads(after[number])["title"]


def test_the_spelling_of_a_line_is_kept() -> None:
    """A line without spaces gets none, and the new member takes its place in the record's order."""
    run("many.jsonl", "4", "keywords=law; treaty", "--write")

    assert (
        '{"schema_version":"1.0","id":"example:3","type":"other","language":"en",'
        '"keywords":["law","treaty"],"original":{"attribution":"unknown"},'
        '"evidence":[{"field":"/keywords","method":"editor"}],"title":"Three"}'
    ) == Path("many.jsonl").read_text("utf-8").splitlines()[3]


def test_an_empty_text_removes_a_field() -> None:
    """The field and its evidence."""
    run("a.json", "original-publisher=", "--write")

    record = json.loads(Path("a.json").read_text("utf-8"))
    assert {"attribution": "unknown"} == record["original"]
    assert ["/language"] == [each["field"] for each in record["evidence"]]


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        (["a.json", "date=27/02/2017"], 0,
         'a.json: not set, since the record would get an error: NZ106 "27/02/2017" is not an EDTF '
         "date (write 2017-02-27)"),
        (["a.json", "id="], 0,
         'a.json: not set, since the record would get an error: NZ101 "id" is missing'),
        (["a.json", "/title/0=A", "title=B"], 0,
         'a.json: "/title/0" leads to nothing that can be set in this record'),
        (["a.json", "titel=A"], 2, 'Error: no field name "titel"; did you mean "title"?'),
        (["a.json", "author=Ruiz, Ana, María"], 2,
         'Error: "Ruiz, Ana, María" is not understood; write "Family, Given" for a person, "{Ruiz, '
         'Ana, María}" for a group'),
        (["a.json"], 2, "Error: give FIELD=VALUE, or a table with --from"),
        (["a.json", "example:1"], 2, "Error: nothing to set; add FIELD=VALUE"),
        (["a.json", "example:2", "title=A"], 0,
         'a.json: no record of a.json has the id or number "example:2"'),
        (["many.jsonl", "title=A"], 0, "many.jsonl has 3 records; name one by its id or its number"),
        (["missing", "title=A"], 0, "cannot read missing: no such file"),
        (["broken.json", "title=A"], 0,
         "broken.json: the text of the record has faults; correct them first in an editor"),
        (["twice.jsonl", "example:1", "title=A"], 0,
         'twice.jsonl: 2 records of twice.jsonl have the id "example:1"; name one by its number: 1, 2'),
        (["a.yaml", "title=A"], 0,
         "cannot read a.yaml: it is YAML; correct it in an editor, since only JSON is changed here"),
        (["page.html", "title=A"], 0,
         "cannot read page.html: is a page; make a record of it with `nizkorcite read`"),
    ],
)  # fmt: skip
def test_a_correction_that_cannot_be_made_is_explained(
    words: list[str], code: int, problem: str
) -> None:
    """No file changes, and the last line says why."""
    Path("broken.json").write_text('{"id": "a",}', "utf-8")
    Path("twice.jsonl").write_text(f"{line(1)}\n{line(1)}\n", "utf-8")
    Path("a.yaml").write_text("id: a\nschema_version: '1.0'\n", "utf-8")
    Path("page.html").write_text("<html><title>A</title><p>B.</html>", "utf-8")
    before = {each: each.read_bytes() for each in Path().iterdir()}
    result = run(*words, "--write")

    assert (code, problem) == (result.exit_code, result.stderr.splitlines()[-1])
    assert before == {each: each.read_bytes() for each in Path().iterdir()}


def test_a_table_corrects_many_records() -> None:
    """Rows that name no record, or would harm one, are reported; the others are applied."""
    Path("new.csv").write_text(
        "id;title;original-date;x_box;missing\n"
        "example:1;'=One;;7;date\n"
        "example:2;Two;2017-02-30;;\n"
        ";Nobody;;;\n"
        "example:9;Nine;;;\n"
        "example:3;Three;2017;;\n",
        "utf-8",
    )  # fmt: skip
    result = run("many.jsonl", "--from", "new.csv", "--write")
    records = [
        json.loads(each) for each in Path("many.jsonl").read_text("utf-8").split("\n") if each
    ]

    assert (
        "new.csv:4: the row has no id\n"
        'new.csv:5: no record of many.jsonl has the id or number "example:9"\n'
        'new.csv:3: not set, since the record would get an error: NZ204 "2017-02-30": February 2017 '
        "has 28 days\n"
        "records corrected: 2\n"
    ) == result.stderr
    assert ["=One", "Two", "Three"] == [each.get("title") for each in records]
    assert [None, None, "2017"] == [each["original"].get("date") for each in records]
    assert [{"field": "/original/date", "method": "editor"}] == records[2]["evidence"]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("title\nA\n", 'the table has no column "id", which names the record of a row'),
        ("id,titel\na,A\n", 'no field name "titel"; did you mean "title"?'),
        ("id,title,title\na,A,B\n", 'two columns are called "title"'),
        ("id,,title\na,A,B\n", "a column has no name; write the names in the first row"),
        ("id,title\na,A,B\n", "line 2 has 3 cells, but there are 2 columns"),
        ('id,title\na,"A\n', "line 2: unexpected end of data"),
        ("", 'the table has no column "id", which names the record of a row'),
    ],
)
def test_a_table_that_is_none_changes_nothing(table: str, problem: str) -> None:
    """A mistake in the names of the columns is that of every row."""
    Path("new.csv").write_text(table, "utf-8")
    result = run("many.jsonl", "--from", "new.csv", "--write")

    assert f"cannot read new.csv: {problem}\n" == result.stderr


VALUES: st.SearchStrategy[JSON] = st.recursive(
    st.text(max_size=4) | st.integers(-9, 9) | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "é", "x/y", "~", "id", "title"]), inner, max_size=4)
    ),
    max_leaves=12,
)
LAYOUTS: list[Callable[[JSON], str]] = [
    json.dumps,
    lambda value: json.dumps(value, separators=(",", ":")),
    lambda value: json.dumps(value, indent=2, ensure_ascii=False),
    lambda value: json.dumps(value, indent="\t").replace("\n", "\r\n"),
]


@settings(max_examples=300)
@given(VALUES, VALUES, st.sampled_from(LAYOUTS))
def test_the_steps_between_two_records_lead_from_one_text_to_the_other(
    before: JSON, after: JSON, layout: Callable[[JSON], str]
) -> None:
    """In every layout, and for every kind of change."""
    old, new = {"id": before, "x": 1}, {"id": after, "x": 1}
    text = patched_text(layout(old), list(operations_between(old, new)))

    assert json.dumps(new, sort_keys=True) == json.dumps(json.loads(text), sort_keys=True)


def test_the_record_keeps_its_other_members(full_record: dict[str, JSON]) -> None:
    """Setting a field of a record with every member changes that field and its evidence."""
    Path("full.json").write_text(json.dumps(full_record, indent=2), "utf-8")
    run("full.json", "title=New", "--write")
    after = json.loads(Path("full.json").read_text("utf-8"))

    assert {"title", "evidence"} == {name for name in after if after[name] != full_record[name]}


@pytest.fixture
def full_record() -> dict[str, JSON]:
    """A record with every member."""
    path = Path(__file__).parent / "records/full.json"
    record: dict[str, JSON] = json.loads(path.read_text("utf-8"))
    return record


def test_a_record_read_and_corrected_is_valid(full_record: dict[str, JSON]) -> None:
    """The classes accept what the command writes."""
    from nizkorcite import from_record

    Path("full.json").write_text(json.dumps(full_record), "utf-8")
    run("full.json", "author=Ruiz, Ana", "author={EFE}", "place=Madrid", "--write")
    after = json.loads(Path("full.json").read_text("utf-8"))

    assert after == to_record(from_record(after))

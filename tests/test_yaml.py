"""Records in YAML: what stands there is what is meant, and nothing grows."""

import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from nizkorcite import ValidationError, Validator, iter_findings, validate
from nizkorcite.validation.input.chunk import Chunk
from nizkorcite.validation.parsing.yaml_text import yaml_texts

RECORD = """schema_version: 1.0
id: example.org:a
type: report
language: en
original: {attribution: unknown}
"""


def value(text: str) -> Any:
    """The value of one document."""
    (read,) = yaml_texts(text.encode())
    return read.value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("title: NO", {"title": "NO"}),
        ("title: yes", {"title": "yes"}),
        ("title: 12:30:45", {"title": "12:30:45"}),
        ("title: 017", {"title": "017"}),
        ("title: 1.0", {"title": "1.0"}),
        ("title: 2017-02-27", {"title": "2017-02-27"}),
        ("title: ~", {"title": None}),
        ("title: null", {"title": None}),
        ("title: 'null'", {"title": "null"}),
        ("title: Null", {"title": "Null"}),
        ("title:", {"title": ""}),
        ("title: 0x1F", {"title": "0x1F"}),
        ("title: .inf", {"title": ".inf"}),
        ("title: true", {"title": "true"}),
        ("<<: {title: a}", {"<<": {"title": "a"}}),
        ("captures: [{byte_length: 12}]", {"captures": [{"byte_length": 12}]}),
        ('captures: [{byte_length: "12"}]', {"captures": [{"byte_length": "12"}]}),
        ("captures: [{byte_length: 012}]", {"captures": [{"byte_length": "012"}]}),
        ("captures: [{byte_length: 1e3}]", {"captures": [{"byte_length": "1e3"}]}),
        ("x_a: 12", {"x_a": 12}),
        ("x_a: true", {"x_a": True}),
        ("x_a: 'true'", {"x_a": "true"}),
        ("description: |\n  a\n  b\n", {"description": "a\nb\n"}),
    ],
)  # fmt: skip
def test_a_scalar_is_a_text_unless_the_schema_has_a_number_there(written: str, meant: Any) -> None:
    """YAML's own types are not looked at."""
    assert meant == value(written)


def test_findings_have_lines_and_columns(tmp_path: Path) -> None:
    """Of names and of values, in block and in flow style."""
    path = tmp_path / "a.yaml"
    path.write_text(
        RECORD.replace("type: report", "typ: report")
        + "republication:\n  publishers: [{kind: organisation, nam: A}]\n  date: 27Feb2017\n",
        "utf-8",
    )

    assert [
        f'{path}:3:1: error NZ102 unknown field "typ"; did you mean "type"? (write "type")',
        f'{path}:7:37: error NZ102 unknown field "nam"; did you mean "name"? (write "name")',
        f'{path}:8:9: error NZ106 "27Feb2017" is not an EDTF date (write 2017-02-27)',
    ] == [str(finding) for finding in iter_findings(path)]


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("title:", ["NZ110", 6, 7]),
        ("?", ["NZ102", 6, 2]),
    ],
    ids=["no value", "no name"],
)
def test_what_is_empty_at_the_very_end_has_a_place(last: str, found: list[str | int]) -> None:
    """Found by the fuzz target: a file that ends with a colon and no line break."""
    chunk = Chunk(text=f"{RECORD}{last}".encode(), is_yaml=True)
    ((_, (finding,), *_),) = Validator().chunk_findings(chunk, "a.yaml")

    assert found == [finding.code, finding.line, finding.column]


def test_bytes_behind_a_byte_order_mark_have_their_place() -> None:
    """Found by the fuzz target: the codec that passes the mark over counts from behind it."""
    chunk = Chunk(text=b"\xef\xbb\xbftitle: caf\xe9", is_yaml=True)
    found = [
        str(each) for part in Validator().chunk_findings(chunk, "a.yaml") for each in part.findings
    ]

    assert [
        "a.yaml:1:11: error NZ005 byte 13 (0xe9) is not UTF-8 (save the file in UTF-8)"
    ] == found


def test_each_document_is_a_record(tmp_path: Path) -> None:
    """They are numbered; the places are those of the file."""
    path = tmp_path / "a.yml"
    path.write_text(f"---\n{RECORD}---\n{RECORD}title:\n", "utf-8")

    assert [(2, 13, "NZ110")] == [
        (each.record, each.line, each.code) for each in iter_findings(path)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [x]\nb: *a", "NZ013"),
        ("title: !!python/object/apply:os.system [ls]", "NZ013"),
        ("title: !!int 3", "NZ013"),
        ("title: a\ntitle: b", "NZ002"),
        ("[" * 100_000, "NZ004"),
        ("a: {" * 500, "NZ004"),
        ("- a", "NZ009"),
        ("a", "NZ009"),
        ("", "NZ010"),
        ("# nothing\n", "NZ010"),
        ("a: b: c", "NZ012"),
        ("{[a]: b}", "NZ012"),
        ("a: \x01", "NZ012"),
        ("a: " + "b" * 5_000_000, "NZ008"),
    ],
    ids=range(14),
)  # fmt: skip
def test_hostile_yaml_is_one_finding_at_a_place(text: str, code: str, tmp_path: Path) -> None:
    """In bounded time, and never an exception."""
    path = tmp_path / "a.yaml"
    path.write_text(text, "utf-8")
    found = [each for each in iter_findings(path) if each.code[2] == "0"]

    assert {code} == {each.code for each in found}
    assert all(each.line and each.column for each in found)


def test_a_bomb_of_anchors_is_told_before_it_grows(tmp_path: Path) -> None:
    """Nine lines that stand for ten to the ninth texts."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join('*' + above for _ in range(10))}]"
        for above, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    path = tmp_path / "a.yaml"
    path.write_text("\n".join(lines), "utf-8")
    tracemalloc.start()
    codes = {each.code for each in iter_findings(path)}
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert {"NZ013"} == codes
    assert peak < 10_000_000


def test_bytes_that_are_no_utf_8_are_told(tmp_path: Path) -> None:
    """With the byte that is none."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"title: \xf3")

    assert ["1:8: error NZ005 byte 7 (0xf3) is not UTF-8 (save the file in UTF-8)"] == [
        str(each).removeprefix(f"{path}:") for each in iter_findings(path)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {a: b}\n", "1:1: error NZ009 a record in YAML must be a mapping (separate records by a line with ---)"),
        ("a text\n", "1:1: error NZ009 a record in YAML must be a mapping"),
        ("title: Putin: no", "1:13: error NZ012 not YAML: unexpected colon (put text that contains a "
         "colon and a space in quotation marks)"),
        ('title: "A\nb: c\n', "1:8: error NZ012 not YAML: the text that begins here is not closed (close it with the "
         "same quotation mark)"),
        ("a:\n\tb: 1\n", "2:1: error NZ012 not YAML: a value cannot begin with this character (put text in quotation "
         "marks, and use spaces instead of tabs)"),
        ("keywords: [a, b\n", "2:1: error NZ012 not YAML: a comma or ] is missing here"),
        ("place: {name: A\n", "2:1: error NZ012 not YAML: a comma or } is missing here"),
        ("title: 'it's'", "1:12: error NZ012 not YAML: a name with a colon is expected here (align the names of an "
         "object, and the hyphens of a list, in one column)"),
        ('title: "\\q"', "1:9: error NZ012 not YAML: this is not a valid escape (write the backslash twice, or use single "
         "quotation marks)"),
        ("a: b\n...\nc: d\n", "3:1: error NZ012 not YAML: unexpected text after the record (write --- between two records)"),
        ("a: \x01", "1:4: error NZ012 not YAML: unexpected control character"),
        ("%YAML 3.0\n---\na: b", "1:1: error NZ012 not YAML: found incompatible YAML document"),
    ],
    ids=["records in a list", "no mapping", "colon", "not closed", "tab", "list", "mapping", "apostrophe", "escape", "end", "control", "rare"],
)  # fmt: skip
def test_what_is_no_yaml_is_told_in_our_words(text: str, expected: str, tmp_path: Path) -> None:
    """With a next step; what libyaml tells seldom is told in its own."""
    path = tmp_path / "a.yaml"
    path.write_text(text, "utf-8")

    assert expected == str(list(iter_findings(path))[-1]).removeprefix(f"{path}:")


def test_a_file_in_utf_16_is_told_as_such(tmp_path: Path) -> None:
    """As in JSON."""
    path = tmp_path / "a.yaml"
    path.write_bytes(RECORD.encode("utf-16"))

    assert ["1:1: error NZ005 the file is in UTF-16 or UTF-32 (save the file in UTF-8)"] == [
        str(each).removeprefix(f"{path}:") for each in iter_findings(path)
    ]


def test_null_is_told(tmp_path: Path) -> None:
    """What is not known is left out; the word itself is a text in quotation marks."""
    path = tmp_path / "a.yaml"
    path.write_text(f"{RECORD}title: null\ndescription: 'null'\n", "utf-8")

    assert [
        "6:8: error NZ103 null is not allowed (leave the field out if the value is unknown)"
    ] == [str(each).removeprefix(f"{path}:") for each in iter_findings(path)]


def test_a_record_in_yaml_becomes_a_document(tmp_path: Path) -> None:
    """If it is the only one of its file."""
    path = tmp_path / "a.yaml"
    path.write_text(RECORD, "utf-8")

    assert "example.org:a" == validate(path).id

    path.write_text(f"{RECORD}---\n{RECORD}", "utf-8")
    with pytest.raises(ValidationError, match="the file has several records"):
        validate(path)

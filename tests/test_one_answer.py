"""One answer: every command says of a file of records the same, whatever its encoding and form."""

import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from test_cli import here  # noqa: F401 - each test works in a folder of its own
from test_one_door import RECORD, run

CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
          "latin-1")  # fmt: skip
SPOILT: Mapping[str, Callable[[bytes], bytes]] = {
    "whole": bytes,
    "cut off": lambda data: data[:-40],
    "NUL": lambda data: data + b"\0",
}
FIRST = {**RECORD, "title": "Señal"}
RECORDS: Mapping[str, str] = {
    "right": json.dumps(FIRST, ensure_ascii=False),
    "repeated": json.dumps(FIRST, ensure_ascii=False)[:-1] + ', "title": "Otra"}',
    "repeated alike": json.dumps(FIRST, ensure_ascii=False)[:-1] + ', "title": "Señal"}',
    "wrong": json.dumps({**FIRST, "language": 1}, ensure_ascii=False),
}
FORMS: Mapping[str, Callable[[str], str]] = {
    "a.json": str,
    "lines.json": lambda text: text.replace(', "', ',\n  "'),
    "list.json": lambda text: f"[{text},\n {text.replace(RECORD['id'], 'a:b')}]",
    "a.jsonl": lambda text: f"{text}\n{text.replace(RECORD['id'], 'a:b')}\n",
    "a.yaml": str,
    "block.yaml": lambda text: yaml.safe_dump(json.loads(text), allow_unicode=True),
    "a": str,
    "a.txt": str,
}


def findings(lines: str) -> list[str]:
    """The findings with severity error among the lines of a command."""
    return [line for line in lines.splitlines() if ": error NZ" in line]


# Of a folder, only files with the names of records are taken.
PLACES = [
    (form, place)
    for form in FORMS
    for place in ("file", "compressed", "standard input", "folder")
    if place != "folder" or form not in {"a", "a.txt"}
]


@pytest.mark.parametrize(("form", "place"), PLACES)
@pytest.mark.parametrize(
    ("codec", "spoilt"),
    [*((codec, "whole") for codec in CODECS), ("utf-8", "cut off"), ("utf-8", "NUL")],
)
def test_commands_agree_on_a_file(codec: str, spoilt: str, form: str, place: str) -> None:
    """What `validate` finds is what `cite` and `convert` say, and a valid file is cited."""
    for record in RECORDS.values():
        data = SPOILT[spoilt](FORMS[form](record).encode(codec))
        source, given = put(form, data, place)
        validated = run("validate", source, given=given)
        expected = (validated.return_value, findings(validated.stdout))
        cited = run("cite", source, given=given)
        converted = run("convert", "--to", "record", source, given=given)
        read = run("read", source, given=given)

        assert validated.return_value in {0, 1}
        assert expected == (cited.return_value, findings(cited.stderr))
        assert expected == (converted.return_value, findings(converted.stderr))
        if place != "folder":
            assert (3, f"cannot read {source}: is a record already; cite or validate it\n") == (
                read.return_value, read.stderr,
            )  # fmt: skip


@pytest.mark.parametrize("name", ["a", "a.txt", "-"])
def test_a_file_of_nothing_is_refused_by_every_command(name: str) -> None:
    """`validate` finds it empty, and the commands that take pages too cannot read it."""
    if name != "-":
        Path(name).write_bytes(b"")
    answers = [run(*words, name) for words in (("cite",), ("read",), ("convert", "--to", "record"))]

    assert f"{name}:1:1: error NZ010 the file is empty" in run("validate", name).stdout
    assert {(3, f"cannot read {name}: is empty; there is nothing to read\n")} == {
        (each.return_value, each.stderr) for each in answers
    }


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz", "a.pdf", "a.zip", "a.mhtml"])
def test_an_empty_file_is_called_empty_whatever_its_ending(name: str) -> None:
    """Before its ending is judged, which is that of no text."""
    Path(name).write_bytes(b"")
    answers = {run(*words, name).stderr for words in (("cite",), ("read",), ("validate",))}

    assert {f"cannot read {name}: is empty; there is nothing to read\n"} == answers


def test_an_option_for_collections_does_not_hide_a_missing_one() -> None:
    """That none is given would be no help."""
    ran = run("read", "--resume", "-o", "out.jsonl", "a.warc.gz")

    assert (3, "cannot read a.warc.gz: no such file\n") == (ran.return_value, ran.stderr)


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.yaml", "a.bib", "a.ris"])
def test_read_calls_a_file_of_nothing_empty_whatever_its_name(name: str) -> None:
    """A file without a byte is neither a record nor a citation file."""
    Path(name).write_bytes(b"\n")

    assert f"cannot read {name}: is empty; there is nothing to read\n" == run("read", name).stderr


def test_a_compressed_file_is_read_to_its_end() -> None:
    """Its length when decompressed is beyond the bytes by which its kind is recognised."""
    lines = "".join(json.dumps({**RECORD, "id": f"a:{number}"}) + "\n" for number in range(500))
    source, _ = put("a.jsonl", lines.encode(), "compressed")

    assert 500 == len(run("cite", source).stdout.splitlines())
    assert lines.count("\n") == run("convert", "--to", "record", source).stdout.count('"id": "a:')


@pytest.mark.parametrize("place", ["file", "compressed"])
def test_white_space_beyond_the_longest_record_is_too_large(place: str) -> None:
    """The file is not called empty before all of it was read."""
    source, _ = put("a.json", b" " * (1 << 24) + b" ", place)
    answers = [
        run(*words, source) for words in (("validate",), ("cite",), ("convert", "--to", "record"))
    ]

    assert [["a.json.gz" if place == "compressed" else "folder/a.json"]] * 3 == [
        [line.partition(":1:1: error NZ008 ")[0] for line in findings(each.stdout + each.stderr)]
        for each in answers
    ]


def put(form: str, data: bytes, place: str) -> tuple[str, bytes]:
    """Put data where a command finds it: the source to name, and what standard input has."""
    if place == "standard input":
        return "-", data
    if place == "compressed":
        Path(f"{form}.gz").write_bytes(gzip.compress(data))
        return f"{form}.gz", b""
    Path("folder").mkdir(exist_ok=True)
    (Path("folder") / form).write_bytes(data)
    return ("folder" if place == "folder" else f"folder/{form}"), b""

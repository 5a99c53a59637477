"""From a record to its page and back: the paths that `read` writes and `validate --files` follows."""

import json
import os
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from test_cli import SEED, Ran, here  # noqa: F401 - each test works in a folder of its own

HINT = "`nizkorcite read -o FILE` writes the path of each page into its record"


def pages(*names: str) -> None:
    """Pages that differ, in folders that are made for them."""
    for number, name in enumerate(names):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SEED.read_bytes() + b"<p>%d" % number)


def paths(records: str) -> list[str | None]:
    """The path of each record of a file or text of JSON Lines."""
    text = Path(records).read_text("utf-8") if records.endswith(".jsonl") else records
    return [json.loads(line)["captures"][0].get("path") for line in text.splitlines()]


def test_every_page_is_found_from_its_record_and_every_change_told() -> None:
    """A page that is gone, and one with another byte, are errors with the place of the record."""
    pages("pages/1.html", "pages/in/2.html", "pages/ñandú & más.html")
    read = Ran("read", "pages", "-o", "records.jsonl")
    clean = Ran("validate", "--files", "records.jsonl")
    Path("pages/1.html").unlink()
    before = digest_of("pages/in/2.html")
    with Path("pages/in/2.html").open("ab") as page:
        page.write(b"x")
    changed = Ran("validate", "--files", "records.jsonl")
    parallel = Ran("validate", "--files", "--jobs", "2", "records.jsonl")

    assert ["pages/1.html", "pages/in/2.html", "pages/ñandú & más.html"] == paths("records.jsonl")
    assert (0, "", "") == (read.code, read.out, read.err)
    assert (0, "", "") == (clean.code, clean.out, clean.err)
    assert 1 == changed.code
    assert [
        ("records.jsonl", "1", '"pages/1.html" does not exist; nothing was compared with it (paths start '
         "from the folder of the record, or from --base)"),
        ("records.jsonl", "2", f'"pages/in/2.html" does not match: the record says SHA-256 {before[:12]}..., '
         f'the file has {digest_of("pages/in/2.html")} (has the file changed?)'),
    ] == [
        (*line.split(":")[:2], line.partition(" error NZ231 ")[2].partition(" [")[0])
        for line in changed.out.splitlines()
    ]  # fmt: skip
    assert changed.out == parallel.out


def digest_of(name: str) -> str:
    """The SHA-256 digest of a file."""
    import hashlib

    return hashlib.sha256(Path(name).read_bytes()).hexdigest()


def test_a_path_starts_from_the_folder_of_the_output_or_from_the_base() -> None:
    """However the page is named; standard output has a folder only where --base gives it."""
    pages("a/pages/1.html")
    page = str(Path("a/pages/1.html").resolve())
    for words, expected in {
        ("-o", "out.jsonl", "a/pages/1.html"): "a/pages/1.html",
        ("-o", "a/out.jsonl", "./a/../a/pages/1.html"): "pages/1.html",
        ("-o", "a/pages/out.jsonl", page): "1.html",
        ("-o", str(Path("a/out.jsonl").resolve()), "a/pages/1.html"): "pages/1.html",
        ("-o", "out.jsonl", "--base", "a", "a/pages/1.html"): "pages/1.html",
        ("--base", "a", "a/pages/1.html"): "pages/1.html",
        ("--base", "/", page): page[1:],
        ("a/pages/1.html",): None,
        ("-o", "-", "a/pages/1.html"): None,
        ("-o", "/dev/stdout", "a/pages/1.html"): None,
        ("-o", "out.jsonl", "-"): None,
    }.items():
        ran = Ran("read", *words, given=SEED.read_bytes())
        written = words[1] if words[0] == "-o" and words[1].endswith("jsonl") else None
        record = json.loads(Path(written).read_text("utf-8") if written else ran.out)

        assert (0, "") == (ran.code, ran.err)
        assert expected == record["captures"][0].get("path")


def test_a_page_outside_the_folder_has_no_path_and_one_line_says_why() -> None:
    """A path never leads upwards; one line for all pages, with the option that helps."""
    pages("pages/1.html", "pages/2.html", "pages/3.html")
    Path("records").mkdir()
    outside = Ran("read", "pages", "-o", "records/all.jsonl")
    unlocated = paths("records/all.jsonl")
    based = Ran("read", "pages", "-o", "records/all.jsonl", "--base", ".")

    assert (
        'pages/1.html and 2 more: warning: the record has no path, since the page lies outside the '
        'folder "records"; give a folder above both with --base\n'
    ) == outside.err  # fmt: skip
    assert (0, [None] * 3) == (outside.code, unlocated)
    assert (0, "") == (based.code, based.err)
    assert 1 == Ran("validate", "--files", "records/all.jsonl").code
    assert (0, "") == (
        (checked := Ran("validate", "--files", "--base", ".", "records/all.jsonl")).code,
        checked.out,
    )


def test_a_link_is_followed_within_the_folder_alone() -> None:
    """A page may be a link into the same archive, as git-annex has them, and keeps its name."""
    pages("archive/store/ab12", "elsewhere.html")
    Path("archive/1.html").symlink_to("store/ab12")
    Path("archive/2.html").symlink_to("../elsewhere.html")
    Path("link").symlink_to("archive")
    Ran("read", "archive/1.html", "-o", "archive/1.json")
    outside = Ran("read", "archive/2.html", "-o", "archive/2.json")
    Ran("read", "link/1.html", "-o", "archive/3.jsonl")

    assert '"path": "1.html"' in Path("archive/1.json").read_text("utf-8")
    assert (0, "") == ((ran := Ran("validate", "--files", "archive/1.json")).code, ran.out)
    assert outside.err.startswith("archive/2.html: warning: the record has no path, since the page")
    assert '"path": "1.html"' in Path("archive/3.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "shown"),
    [(b"p\xe1gina.html", "p\\udce1gina.html"), (b"a\\b.html", "a\\b.html"), (b"a\nb.html", "a\\nb.html")],
    ids=["Latin 1", "backslash", "line break"],
)  # fmt: skip
def test_a_name_that_no_record_can_hold_is_told(name: bytes, shown: str) -> None:
    """The record has no path rather than a wrong one."""
    Path(os.fsdecode(name)).write_bytes(SEED.read_bytes())
    ran = Ran("read", os.fsdecode(name), "-o", "a.jsonl")

    assert (
        f"{shown}: warning: the record has no path, since the name of the page is too long, not UTF-8, "
        "or has a backslash or control character; rename the page\n"
    ) == ran.err
    assert (0, [None]) == (ran.code, paths(json.dumps(json.loads(Path("a.jsonl").read_text()))))


def test_what_the_user_sets_comes_last() -> None:
    """A path set by hand stands; the table of values has no path, and no warning of one."""
    pages("pages/1.html")
    Path("out").mkdir()
    given = Ran("read", "--base", ".", "--set", "/captures/0/path=other/1.html", "pages/1.html")
    explained = Ran("read", "--explain", "-o", "out/table.txt", "pages/1.html")

    assert "other/1.html" == json.loads(given.out)["captures"][0]["path"]
    assert (0, "") == (explained.code, explained.err)


def write_nameless_records(number: int) -> None:
    """A file of records that name no file."""
    record = json.loads(SEED.with_suffix(".json").read_text("utf-8"))
    Path("all.jsonl").write_text((json.dumps(record) + "\n") * number, "utf-8")


def message_in(form: str, text: str) -> Any:
    """The code and message of the one finding in a report for machines."""
    if form == "jsonl":
        (line,) = text.splitlines()
        return json.loads(line)["code"], json.loads(line)["message"]
    if form == "json":
        (finding,) = [each for one in json.loads(text)["results"] for each in one["findings"]]
        return finding["code"], finding["message"]
    if form == "sarif":
        (result,) = json.loads(text)["runs"][0]["results"]
        return result["ruleId"], result["message"]["text"].partition(" (")[0]
    if form == "junit":
        (case,) = ET.fromstring(text).iter("system-out")  # noqa: S314 - our own
        return message_in("github", str(case.text).replace(": warning NZ234 ", "title=NZ234::"))
    head, _, message = text.partition("title=")[2].partition("::")
    return head, message.partition(" (")[0]


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "github", "junit"])
def test_that_nothing_was_compared_is_told_in_every_form(form: str) -> None:
    """One finding for the run, not one for each record."""
    write_nameless_records(200)
    ran = Ran("validate", "--files", "--format", form, "all.jsonl")

    assert ("NZ234", "0 of 200 records name a file, so nothing was compared") == message_in(
        form, ran.out
    )
    assert (0, "0 errors in 0 of 200 records, 1 warning\n") == (ran.code, ran.err)


@pytest.mark.parametrize(
    ("options", "code", "results"),
    [
        (("--files",), 0,
         f"all.jsonl: warning NZ234 0 of 200 records name a file, so nothing was compared ({HINT})\n"),
        (("--files", "--jobs", "2"), 0,
         f"all.jsonl: warning NZ234 0 of 200 records name a file, so nothing was compared ({HINT})\n"),
        (("--files", "--strict"), 1,
         f"all.jsonl: error NZ234 0 of 200 records name a file, so nothing was compared ({HINT})\n"),
        (("--files", "--ignore", "NZ234"), 0, ""),
        (("--files", "--lang", "es"), 0,
         "all.jsonl: aviso NZ234 0 de 200 registros nombran un archivo, así que no se comparó nada "
         "(`nizkorcite read -o ARCHIVO` escribe en cada registro la ruta de su página)\n"),
        ((), 0, ""),
    ],
    ids=["files", "processes", "strict", "ignored", "Spanish", "not asked for"],
)  # fmt: skip
def test_that_nothing_was_compared_is_a_warning(
    options: tuple[str, ...], code: int, results: str
) -> None:
    """It can be chosen, made an error and left out like every other."""
    write_nameless_records(200)
    ran = Ran("validate", *options, "all.jsonl")

    assert (code, results) == (ran.code, ran.out)


def test_records_that_were_not_compared_among_others_are_a_note() -> None:
    """Their number is told; what holds the inputs stands for them, or the working folder."""
    pages("pages/1.html")
    Ran("read", "pages/1.html", "-o", "one.json")
    write_nameless_records(2)
    Path("records").mkdir()
    shutil.copy("all.jsonl", "records/a.jsonl")
    shutil.copy("all.jsonl", "records/b.jsonl")

    assert (
        0,
        f".: info NZ234 2 of 3 records name no file and were not compared ({HINT})\n",
        "",
    ) == ((ran := Ran("validate", "--files", "one.json", "all.jsonl")).code, ran.out, ran.err)
    assert Ran("validate", "--files", "records/a.jsonl", "records/b.jsonl").out.startswith(
        "records: warning NZ234 0 of 4 records name a file"
    )
    assert Ran("validate", "--files", "-", given=b"{}").out.endswith(
        f"-: warning NZ234 0 of 1 record names a file, so nothing was compared ({HINT})\n"
    )


def test_a_record_that_can_not_be_read_names_nothing() -> None:
    """Its own fault is enough."""
    Path("a.json").write_text("{]", "utf-8")

    assert ["NZ001"] == [
        each["code"]
        for each in map(
            json.loads, Ran("validate", "--files", "--format", "jsonl", "a.json").out.splitlines()
        )
    ]


def test_a_record_on_standard_input_names_files_from_the_working_folder() -> None:
    """So what `read --base` prints can be checked at once."""
    pages("pages/1.html")
    record = Ran("read", "--base", ".", "pages/1.html").out
    found = Ran("validate", "--files", "-", given=record.encode())
    Path("pages/1.html").unlink()
    lost = Ran("validate", "--files", "-", given=record.encode())

    assert (0, "", "") == (found.code, found.out, found.err)
    assert (1, 1) == (lost.code, lost.out.count("error NZ231"))


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("read", "--base", "nowhere", "a.html"), "Directory 'nowhere' does not exist."),
        (("validate", "--files", "--base", "nowhere", "a.json"), "Directory 'nowhere' does not exist."),
        (("validate", "--base", ".", "a.json"), "--base is for --files"),
    ],
    ids=["read", "validate", "without files"],
)  # fmt: skip
def test_a_base_that_means_nothing_is_refused(words: tuple[str, ...], problem: str) -> None:
    """Before anything is read."""
    ran = Ran(*words)

    assert 2 == ran.code
    assert problem in ran.err

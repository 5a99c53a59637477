"""What `cite`, `convert` and `read` take for a page, a record or citations, and what they refuse."""

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nizkorcite.errors import InputError, PageError
from nizkorcite.extras import install_command
from nizkorcite.files.kinds import Kind, kind_of
from test_cli import SEED, Ran, here  # noqa: F401 - each test works in a folder of its own

RECORD = json.loads(SEED.with_suffix(".json").read_text("utf-8"))
LINE = json.dumps(RECORD)
CITED = (
    "Itar Tass. (2017, February 28). Putin: Russia's military base in Tajikistan to ensure security "
    "of border with Afghanistan. Equipo Nizkor; Derechos Human Rights. (Reprinted from Itar Tass, "
    "Dushanbe, 2017, February 27)\n"
)
OTHER = "; give a page (.html, .txt), a record (.json, .yaml) or citations (.bib, .ris)\n"
NOTHING = (
    "no title, source or date was found in the text; add what you know, as in "
    "`nizkorcite cite --title ...`\n"
)
WITHOUT_YAML = "import sys; sys.modules['yaml'] = None; from nizkorcite.cli import main; main()"


def as_yaml() -> str:
    """The record in YAML: a member a line, each value as JSON writes it."""
    return "".join(
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in RECORD.items()
    )


RECORDS = {
    "a.json": (LINE.encode(), 1),
    "a.json.gz": (gzip.compress(LINE.encode()), 1),
    "list.json": (f"[{LINE}, {LINE}]".encode(), 2),
    "list with mark.json": (b"\xef\xbb\xbf" + f"[{LINE}]".encode(), 1),
    "lines.jsonl": (f"{LINE}\n\n{LINE}\n".encode(), 2),
    "lines.jsonl.gz": (gzip.compress(f"{LINE}\n{LINE}\n".encode()), 2),
    "a.yaml": (as_yaml().encode(), 1),
    "two.yml": (f"{as_yaml()}---\n{as_yaml()}".encode(), 2),
    "a.yaml.gz": (gzip.compress(as_yaml().encode()), 1),
    "record": (as_yaml().encode(), 1),
    "record.txt": (b"\xef\xbb\xbf# mine\r\n---\r\n" + as_yaml().encode(), 1),
    "record.data": (LINE.encode(), 1),
    "record.md": (f"{{\n{LINE[1:]}".encode(), 1),
}  # fmt: skip


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_is_cited_in_every_form_that_is_validated(name: str) -> None:
    """By its name or its content, as a file and on standard input; the document is that of JSON."""
    data, number = RECORDS[name]
    Path(name).write_bytes(data)
    expected = (0, CITED * number, "")
    ran = Ran("cite", name)
    given = Ran("cite", "-", given=data)

    assert expected == (ran.code, ran.out, ran.err)
    assert expected == (given.code, given.out, given.err)
    assert RECORD == json.loads(Ran("convert", "--to", "record", name).out.splitlines()[0])


def test_a_folder_of_records_holds_yaml_and_compressed_ones() -> None:
    """The files that `validate` takes from a folder."""
    Path("records").mkdir()
    for name in ("a.json.gz", "a.yaml", "lines.jsonl"):
        (Path("records") / name).write_bytes(RECORDS[name][0])
    Path("records/table.csv").write_text("id,title\n1,Putin\n", "utf-8")

    assert (0, CITED * 4, "1 file skipped: .csv (1)\n") == (
        (ran := Ran("cite", "records")).code, ran.out, ran.err,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.yaml", as_yaml().replace("language: ", "langauge: "),
         'a.yaml:5:1: error NZ102 unknown field "langauge"; did you mean "language"? '
         '(write "language")\n'),
        ("a.yaml", as_yaml() + "title: Other\n",
         'a.yaml:11:1: error NZ002 "title" appears twice; first at line 4, column 1 (delete one of the '
         "two)\n"),
        ("a.json", '{"title": "Other",\n' + LINE[1:],
         'a.json:2:83: error NZ002 "title" appears twice; first at line 1, column 2 (delete one of the '
         "two)\n"),
    ],
    ids=["a misspelt member", "a name twice in YAML", "a name twice in JSON"],
)  # fmt: skip
def test_a_faulty_record_is_not_cited(name: str, text: str, told: str) -> None:
    """Its faults have their places in the file, and nothing is printed."""
    Path(name).write_text(text, "utf-8")
    ran = Ran("cite", name)

    assert (1, "", told) == (ran.code, ran.out, re.sub(r" \[.*\]$", "", ran.err, flags=re.M))


def test_a_faulty_record_costs_no_other() -> None:
    """In a list as in lines, and the place is that of the whole file."""
    bad = json.dumps({**RECORD, "type": "News"})
    Path("a.json").write_text(f"[{LINE},\n{bad},\n{LINE}]", "utf-8")
    Path("a.jsonl").write_text(f"{LINE}\n{bad}\n{LINE}\n", "utf-8")
    problem = 'error NZ104 "News" is not one of the allowed names'

    for name, place in {"a.json": "a.json:2:", "a.jsonl": "a.jsonl:2:"}.items():
        ran = Ran("cite", name)

        assert (1, CITED * 2) == (ran.code, ran.out)
        assert ran.err.startswith(place)
        assert problem in ran.err


def test_yaml_without_its_extra_is_one_line_that_names_it() -> None:
    """In `cite`, `convert` and `validate`, and other inputs are read all the same."""
    Path("a.yaml").write_text(as_yaml(), "utf-8")
    Path("b.json").write_text(LINE, "utf-8")
    told = f"cannot read {{}}: YAML needs an extra: {install_command('yaml')}\n"
    for words, expected in {
        ("cite", "a.yaml"): ("", told.format("a.yaml")),
        ("cite", "-"): ("", told.format("-")),
        ("convert", "--to", "record", "a.yaml"): ("", told.format("a.yaml")),
        ("validate", "a.yaml", "b.json"): ("", told.format("a.yaml")),
        ("validate", "--fix", "a.yaml"): ("", told.format("a.yaml")),
        ("cite", "a.yaml", "b.json"): (CITED, f"{told.format('a.yaml')}1 of 2 inputs failed\n"),
    }.items():
        ran = subprocess.run(
            [sys.executable, "-c", WITHOUT_YAML, *words], capture_output=True, check=False,
            input=as_yaml(), text=True, encoding="utf-8",
        )  # fmt: skip

        assert (3, *expected) == (ran.returncode, ran.stdout, ran.stderr)


REFUSED = {
    "rec.csv": ("id,title,date\n1,Putin,2017-02-27\n", f"looks like a table{OTHER}"),
    "rec.tsv": ("id\ttitle\n1\tPutin\n", f"looks like a table{OTHER}"),
    "data.txt": ('id;title\n1;"Putin; and others"\n', f"looks like a table{OTHER}"),
    "data": (",id,title\n0,1,Putin\n1,2,Others\n", f"looks like a table{OTHER}"),
    "setup.py": ("@cache\ndef f():\n    return '<p>'\n", f"looks like a program{OTHER}"),
    "script": ("#!/bin/sh\necho\n", f"looks like a program{OTHER}"),
    "page.php": ("<?php echo '<p>';", f"looks like a program{OTHER}"),
    "a.js": ('{"a": "<p>"}', f"looks like a program{OTHER}"),
    "paper.rtf": ("{\\rtf1\\ansi A title}",
                  "looks like an RTF file; only HTML and text pages and records are read here\n"),
    "a.css": ("@media (print) { p { color: red } }", f"looks like a style sheet{OTHER}"),
    "a.toml": ("[a]\nb = 1\n", f"looks like a configuration file{OTHER}"),
    "a.ini": ("[a]\nb = 1\n", f"looks like a configuration file{OTHER}"),
    "a.log": ("2017-02-27 12:00 error <br>\n", f"looks like a log file{OTHER}"),
    "a.xml": ("<records><record>A</record></records>", f"looks like XML other than XHTML{OTHER}"),
    "feed": ('<?xml version="1.0"?><rss><title>Feed</title></rss>',
             f"looks like XML other than XHTML{OTHER}"),
    "feed.txt": ('<rss version="2.0"><title>Feed</title></rss>',
                 f"looks like XML other than XHTML{OTHER}"),
    "article": ('<!DOCTYPE article PUBLIC "JATS"><article><title>A</title></article>',
                f"looks like XML other than XHTML{OTHER}"),
    "text": ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><title>A</title></TEI>',
             f"looks like XML other than XHTML{OTHER}"),
    "note.md": ("# Putin\n\nA note.<br>\n",
                "looks like Markdown, which does not separate a page from notes about it"
                f"{OTHER}"),
    "a.foo": ("A text of words.\n", 'the ending ".foo" is not that of a page, record or citation '
              "file; if it is a page of plain text, rename it to .txt\n"),
    "a.jpg": ("\ufffd\x01", 'the ending ".jpg" is not that of a page, record or citation '
              "file; if it is a page of plain text, rename it to .txt\n"),
    "a.dat": ("%PDF-1.7", "the PDF file is damaged or cut off\n"),
    "bytes": ("ab\x00cd", "looks like binary data; only HTML and text pages and records are read here\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize(
    "verb", [("cite",), ("read",), ("convert", "--to", "record")], ids=" ".join
)
def test_what_is_neither_page_nor_record_is_refused_in_a_line(
    name: str, verb: tuple[str, ...]
) -> None:
    """What it seems to be and what to give, by its name and its first characters; exit code 3."""
    text, told = REFUSED[name]
    Path(name).write_text(text, "utf-8")
    ran = Ran(*verb, name)

    assert (3, "", f"cannot read {name}: {told}") == (ran.code, ran.out, ran.err)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_as_a_file_is_not_cited_from_standard_input(name: str) -> None:
    """No name helps here: what is not recognised has no title, source or date."""
    ran = Ran("cite", "-", given=REFUSED[name][0].encode())

    assert "" == ran.out
    assert ran.code in (1, 3)


def test_a_table_in_utf_16_is_one() -> None:
    """As a spreadsheet saves text."""
    Path("a.txt").write_text("id\ttitle\n1\tPutin\n", "utf-16")

    assert f"cannot read a.txt: looks like a table{OTHER}" == Ran("read", "a.txt").err


@pytest.mark.parametrize(
    "text",
    [
        "Some prose, with words, here.\nAnd more, of them, too.\n",
        "One,\nTwo,\n",
        "\tThe first paragraph.\n\tThe second one.\n",
        "Title: a page\nBy: nobody\n",
        "@nobody said so\n",
    ],
    ids=["commas", "enumeration", "tabs", "heads", "at sign"],
)
def test_a_text_of_which_nothing_is_read_is_not_cited(text: str) -> None:
    """It is prose and is read into a record; a citation needs what the user knows of it."""
    Path("a.txt").write_text(text, "utf-8")
    cited = Ran("cite", "a.txt")

    assert (3, "", f"cannot read a.txt: {NOTHING}") == (cited.code, cited.out, cited.err)
    assert "text/plain" == json.loads(Ran("read", "a.txt").out)["captures"][0]["media_type"]
    assert "A title. (n.d.).\n" == Ran("cite", "--set", "/title=A title", "a.txt").out


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("page.php", "<!-- saved --><html><title>A page</title><p>x"),
        ("page.asp", "<center><b>A</b></center><title>A page</title>"),
        ("page.html.1", "<title>A page</title>"),
        ("www.example.org", "<!DOCTYPE html><title>A page</title>"),
        ("page.xml", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">\n'
                     '<html xmlns="http://www.w3.org/1999/xhtml"><title>A page</title></html>'),
        ("table.csv", "<!doctype html><title>A page</title><p>The table is gone."),
        ("-", '<p xmlns="http://www.w3.org/1999/xhtml">A</p><title>A page</title>'),
        ("page.html", "original, copy\n<title>A page</title>"),
    ],
)  # fmt: skip
def test_html_is_a_page_whatever_its_name(name: str, page: str) -> None:
    """Where the file begins with markup; and a name in .html is believed."""
    if name != "-":
        Path(name).write_text(page, "utf-8")

    assert "A page. (n.d.).\n" == Ran("cite", name, given=page.encode()).out


def test_an_html_page_without_a_title_is_cited_as_before() -> None:
    """It is a page beyond doubt, and what it lacks is told."""
    Path("a.html").write_text("<p>A body.", "utf-8")
    ran = Ran("cite", "a.html")

    assert (0, "[Untitled]. (n.d.).\n") == (ran.code, ran.out)
    assert "no title found; cited as [Untitled]" in ran.err


def test_what_an_input_is_can_be_said() -> None:
    """`--from page` reads a page of text under any name, `--from record` nothing but records."""
    Path("a.bak").write_bytes(SEED.with_suffix(".txt").read_bytes())
    Path("a.yaml").write_text(as_yaml(), "utf-8")
    Path("a.csv").write_text("a,b\n1,2\n", "utf-8")
    Path("a.html").write_text("<title>A", "utf-8")

    assert CITED == Ran("cite", "--from", "page", "a.bak").out
    assert CITED == Ran("cite", "--from", "record", "a.yaml").out
    assert f"cannot read a.csv: {NOTHING}" == Ran("cite", "--from", "page", "a.csv").err
    assert (
        f"cannot read a.csv: looks like a table{OTHER}"
        == Ran("cite", "--from", "record", "a.csv").err
    )
    assert (
        "cannot read a.html: is not a record (JSON, YAML); leave out --from to have it recognized\n"
    ) == Ran("cite", "--from", "record", "a.html").err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.yaml", as_yaml().encode(), "is a record already; cite or validate it"),
        ("a.bib", b"@book{a, title = {T}}", "is a citation file; cite or convert it"),
        ("a.json.gz", gzip.compress(LINE.encode()),
         "is a record already; cite or validate it"),
    ],
    ids=["YAML", "citations", "compressed record"],
)  # fmt: skip
def test_read_takes_pages_alone(name: str, data: bytes, told: str) -> None:
    """Other inputs are told with the verb that takes them."""
    Path(name).write_bytes(data)

    assert (3, f"cannot read {name}: {told}\n") == ((ran := Ran("read", name)).code, ran.err)


def test_compressed_data_that_is_cut_off_is_told() -> None:
    """It is an input that cannot be read, not one without a citation."""
    Path("a.json.gz").write_bytes(gzip.compress(LINE.encode())[:-20])
    ran = Ran("cite", "a.json.gz")

    assert (3, "", "cannot read a.json.gz: the compressed data is cut off\n") == (
        ran.code, ran.out, ran.err,
    )  # fmt: skip


def test_a_file_without_a_record_is_told_by_cite() -> None:
    """Nothing in, nothing out, but not without a word."""
    Path("a.jsonl").touch()
    ran = Ran("cite", "a.jsonl")

    assert (0, "", "a.jsonl: note: the file has no record\n") == (ran.code, ran.out, ran.err)


@given(
    st.sampled_from(["-", "a", "a.txt", "a.html", "a.md", "a.foo", "a.yaml", "a.json", "a.bib"]),
    st.binary(max_size=200) | st.text('<!?-@{}[]":;,\t\n\r #axmlns=', max_size=200).map(str.encode),
)
def test_any_input_has_a_kind_or_is_refused_in_words(name: str, data: bytes) -> None:
    """No name and no bytes end in anything else."""
    try:
        kind = kind_of(name, data)
    except (InputError, PageError):
        return
    assert kind in get_args(Kind)

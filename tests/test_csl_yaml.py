"""CSL-YAML, as pandoc reads and writes it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import nizkorcite as nz
from nizkorcite import Document, PartialDate, Reference, refer
from nizkorcite.csl.pandoc import pandoc_programs
from nizkorcite.extras import install_command
from nizkorcite.files.kinds import kind_of
from nizkorcite.formats.csl_yaml import read_all, write_all
from nizkorcite.formats.yaml_text import yaml_text
from seed import SEED
from strategies import documents
from test_cli import Ran, here  # noqa: F401 - commands run in a folder of their own

PANDOCS = """---
nocite: "[@*]"
references:
- author:
  - family: Roe
    given: Ann
  id: roe
  issued: 2017-02-28
  language: no
  title: "No: a law"
  type: book
  volume: 012
---
"""
VALUES = st.recursive(
    st.text() | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(documents())
def test_every_document_comes_back(document: Document) -> None:
    """With its record, as from CSL-JSON."""
    reference = refer(document)

    found = read_all(write_all([reference]))

    assert ((reference,), ()) == (found.references, found.findings)
    assert document == found.references[0].document


@given(st.dictionaries(st.text(), VALUES, min_size=1, max_size=3))
def test_other_parsers_read_the_same_values(members: dict[str, Any]) -> None:
    """Whatever the texts contain."""
    assert members == yaml.safe_load(yaml_text(members))


def test_what_pandoc_writes_is_read() -> None:
    """No country, number or day is taken for something else."""
    Path("works.yaml").write_text(PANDOCS, "utf-8")
    (work,) = nz.read_references(Path("works.yaml")).references

    assert ("roe", "No: a law", "no", "012", PartialDate("2017-02-28")) == (
        work.citation_key, work.title, work.language, work.volume, work.issued,
    )  # fmt: skip
    assert "Roe, A. (2017). No: a law (Vol. 012).\n" == Ran("cite", "works.yaml").out


@pytest.mark.skipif(not pandoc_programs(), reason="no pandoc is installed (extra csl)")
def test_pandoc_reads_what_we_write() -> None:
    """As metadata of a document."""
    run = subprocess.run(
        [pandoc_programs()[-1], "--from=markdown", "--to=csljson"], check=True,
        input=nz.cite(SEED, "csl-yaml"), capture_output=True, encoding="utf-8",
    )  # fmt: skip
    (item,) = json.loads(run.stdout)

    assert ("itartass2017putin", SEED.title, [[2017, 2, 27]], "Itar Tass") == (
        item["id"], item["title"].replace("’", "'"), item["original-date"]["date-parts"],
        item["original-publisher"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.yaml", b"references:\n- id: a\n  type: book\n"),
        ("a.yml", b"title: T\nreferences: [{id: a, type: book}]\n"),
        ("a.yaml", b"# list\n---\n- type: book\n  id: a\n"),
        ("-", b"---\r\nreferences:\r\n- id: a\r\n  type: book\r\n"),
        ("a.txt", b"references:\n  - id: a\n    type: book\n"),
    ],
    ids=["references", "in brackets", "list", "stdin", "text"],
)
def test_a_list_of_items_is_recognized(name: str, data: bytes) -> None:
    """By its name or its first lines."""
    assert "csl-yaml" == kind_of(name, data)
    assert ["a"] == [each.id for each in read_all(data.decode()).references]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.yaml", b"- schema_version: '1.0'\n  type: book\n", "record"),
        ("a.yaml", b"- type: book\n  original: {}\n", "record"),
        ("a.txt", b"references: see below\n- one\n", "text"),
        ("a.txt", b"A page.\nreferences:\n- one\n", "text"),
    ],
    ids=["version", "original", "prose", "within a text"],
)
def test_records_and_pages_are_not_taken_for_it(name: str, data: bytes, kind: str) -> None:
    """A record has other members; a page begins otherwise."""
    assert kind == kind_of(name, data)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("references:\n- id: [a\n  type: book\n",
         "3:7: error NZ401 not YAML: a comma or ] is missing here"),
        ("references: &a\n- id: x\n  note: *a\n",
         "1:13: error NZ401 an alias of YAML is used here; write out what it stands for"),
        ("references:\n- id: a\n  id: b\n", '3:3: error NZ401 the name "id" is given twice'),
        ("references:\n- ? [a]\n  : b\n", "2:5: error NZ401 a field name must be text"),
        ("title: A\n", "error NZ401 no item found; CSL-YAML has a list below references"),
        ("a: \0\n", "1:1: error NZ401 not YAML: unexpected control character"),
        (f"references: {'[' * 900}{']' * 900}\n", "1:76: error NZ401 nested more than 64 levels deep"),
    ],
    ids=["syntax", "alias", "twice", "name", "no item", "control character", "deep"],
)  # fmt: skip
def test_what_cannot_be_read_is_an_error_with_its_place(text: str, finding: str) -> None:
    """It costs the file, without a traceback."""
    found = read_all(text)

    assert ((), [finding]) == (found.references, [*map(str, found.findings)])


def test_without_its_extra_the_command_names_it() -> None:
    """Writing needs no extra."""
    program = "import sys; sys.modules['yaml'] = None; from nizkorcite.cli import main; main()"
    Path("a.yaml").write_text(write_all([Reference(id="a", type="book", title="A")]), "utf-8")
    run = subprocess.run(
        [sys.executable, "-c", program, "cite", "a.yaml"],
        text=True,
        check=False,
        capture_output=True,
    )

    assert (3, f"cannot read a.yaml: YAML needs an extra: {install_command('yaml')}\n") == (
        run.returncode, run.stderr,
    )  # fmt: skip

"""Formats by name: the table, the files that can be read, and formats of other packages."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

import nizkorcite as nz
from nizkorcite.errors import InputError
from nizkorcite.files.output_signatures import has_signature
from nizkorcite.formats.registry import READABLE
from seed import SEED
from test_cli import Ran, here  # noqa: F401 - commands run in a folder of their own

ENTRY = "@book{law, title = {Ley de Ñuñoa}, foo = {x}}"


def test_a_name_is_a_style_or_a_format() -> None:
    """No name is both, and a dialect varies a format of the table."""
    assert set() == {*nz.STYLES} & {*nz.FORMATS}
    assert {each.dialect_of for each in nz.FORMATS.values()} - {None} <= {*nz.FORMATS}
    assert {name: each.name for name, each in nz.FORMATS.items()} == {n: n for n in nz.FORMATS}


@pytest.mark.parametrize("name", nz.FORMATS)
def test_an_output_is_known_as_an_earlier_one(name: str, tmp_path: Path) -> None:
    """A file of each format may be replaced by another one of it."""
    path = tmp_path / "out"
    path.write_text(nz.cite(SEED, name), "utf-8")

    assert has_signature(str(path), name)


@pytest.mark.parametrize("name", [name for name in READABLE if name in nz.FORMATS])
def test_every_format_with_a_parser_reads_what_it_writes(name: str) -> None:
    """Text, and its bytes."""
    text = nz.cite(SEED, name)

    for source in (text, text.encode()):
        assert [SEED.title] == [each.title for each in nz.read_references(source, name).references]


@pytest.mark.parametrize("name", ["refs.bib", "REFS.BIB", "refs.bib.gz", "refs.txt"])
def test_the_format_of_a_file_is_recognized_by_its_name_or_first_bytes(
    name: str, tmp_path: Path
) -> None:
    """Findings have the line; compressed files are read as they are by every command."""
    path = tmp_path / name
    data = ENTRY.encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    found = nz.read_references(path)

    assert ["Ley de Ñuñoa"] == [each.title for each in found.references]
    assert ['1: warning NZ403 law: cannot use the field "foo"; left out'] == [
        *map(str, found.findings)
    ]


def test_findings_are_in_the_language_asked_for() -> None:
    """The entry's key and the field are data, and stay."""
    found = nz.read_references(ENTRY, "bibtex", lang="es")

    assert ["law: el campo «foo» no tiene uso; se omite"] == [
        each.message for each in found.findings
    ]


def test_notes_are_in_the_language_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here of the command line, by the locale."""
    Path("a.bib").write_text("@book{a, author = {Roe, Ann}, title = {Ley}}", "utf-8")
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")

    assert "a: nota: no se encontró fecha; se cita como s.f.\n" == Ran("cite", "a.bib").err


@pytest.mark.parametrize(
    ("source", "name", "problem"),
    [
        (ENTRY, "bibtx", 'no format that can be read "bibtx"; did you mean "bibtex"?'),
        (ENTRY, "coins", 'no format that can be read "coins".'),
        (
            ENTRY,
            None,
            "a text or bytes need the format, such as bibtex; give a file as a pathlib.Path",
        ),
        (
            Path("page.txt"),
            None,
            "is not a citation file; nizkorcite.read reads pages, and nizkorcite.iter_documents records",
        ),
    ],
    ids=["misspelt", "written only", "no name", "page"],
)
def test_what_is_no_format_is_refused(source: str | Path, name: str | None, problem: str) -> None:
    """With the names that can be used."""
    Path("page.txt").write_text("A page.", "utf-8")
    with pytest.raises(nz.NizkorciteError) as caught:
        nz.read_references(source, name)

    assert str(caught.value).startswith(problem)


def test_bytes_that_are_not_utf_8_are_refused_with_their_line() -> None:
    """They are not guessed."""
    with pytest.raises(InputError) as caught:
        nz.read_references("@book{a,\ntitle = {Ñ}}".encode("latin-1"), "bibtex")

    assert "line 2 is not in UTF-8; name the encoding, or save the file in UTF-8" == str(
        caught.value
    )


def test_a_package_brings_its_own_format_and_style() -> None:
    """Both are found by their entry points, and used by their names."""
    Path("marc.py").write_text(
        "from nizkorcite import Format, CitationFile, Reference\n"
        "from nizkorcite.styles.plain import *\n"
        "FORMAT = Format('marc', 'marc:write', 'marc:parse')\n"
        "def write(references):\n"
        "    return ''.join(f'245 {each.title}\\n' for each in references)\n"
        "def parse(text, lang):\n"
        "    titles = [line[4:] for line in text.splitlines()]\n"
        "    found = [Reference(id=name, type='book', title=name) for name in titles]\n"
        "    return CitationFile(references=tuple(found))\n",
        "utf-8",
    )
    about = Path("marc-1.dist-info")
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: marc\nVersion: 1\n")
    points = "[nizkorcite.formats]\nmarc = marc:FORMAT\n[nizkorcite.styles]\nnotes = marc\n"
    (about / "entry_points.txt").write_text(points)
    program = (
        "import nizkorcite as nz\n"
        "(law,) = nz.read_references('245 Law\\n', 'marc').references\n"
        "print(nz.cite(law, 'marc'), nz.cite(law, 'notes'), nz.advice(law, 'marc'), sep='|')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )

    assert '245 Law|"Law".|()\n' == run.stdout


def test_a_citation_composes_its_parts_in_every_markup() -> None:
    """Its words are those of the functions for one part."""
    law = nz.Reference(id="a", type="book", title="Law & order")
    (cited,) = nz.citations([law], lang="es")

    assert ("Law & order. (s.f.).", "(Law & order, s.f.)", "Law & order (s.f.)") == (
        str(cited), str(cited.in_text), str(cited.narrative))  # fmt: skip
    assert "(<i>Law &amp; order</i>, s.f.)" == cited.in_text.html
    assert nz.in_text(law, lang="es", markup="markdown") == cited.in_text.markdown
    assert nz.Citation(reference=law, context=nz.CitationContext(lang="es")) == cited

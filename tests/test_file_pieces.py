"""A citation file read in pieces has the references and findings of one that is read whole."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nizkorcite.citing.conversion import convert
from nizkorcite.cli import command
from nizkorcite.formats.citation_file import Remarks
from nizkorcite.formats.lines import lines_of_pieces
from nizkorcite.formats.registry import FORMATS, find_read_format, read_references
from nizkorcite.loading.inputs import read_input
from oracle.items import items

CSL = json.dumps(items(12, 3), ensure_ascii=False)
LINES = "".join(f"{json.dumps(item)}\n" for item in items(12, 4))
REFERENCES = read_references(CSL, "csl-json").references
BIB = FORMATS["biblatex"].write_all(REFERENCES)
BROKEN_BIB = """% by hand
@string{efe = "Agencia EFE"}
@ book{a title = {A {"law"} \\unknown{x} $\\frac{a}{b}$}, author = efe # { and Roe, Ann}, foo = {x}}
@book{open, title = {never closed
@book{a, title = {Second}, title = {Third}, year = 2001}
  @comment{x} @misc{b, note = undefined, title = {\\unknown{y}},} stray = {x},
@preamble{"\\newcommand{\\m}[1]{#1}"}
@misc{title = {\\m{No} key}}
@string{efe = "EFE"}
@misc{c, author = efe}"""
RIS = FORMATS["ris"].write_all(REFERENCES)
BROKEN_RIS = (
    "AU  - Early\r\nTY  - BOOK\rTI  - One\n  more\nID  - a\nTY  - JOUR\nID  - a\nXX  - y\nER  -\n"
)
NBIB = (
    "PMID- 1\nTI  - On law\n      and order.\nZZ  - x\r\n\r\nPMID- 1\nTI  - Two\nFAU - Roe, Ann\n"
)
FILES = [
    pytest.param("csl-json", CSL, id="CSL-JSON"),
    pytest.param("csl-json", LINES, id="CSL-JSON, an item a line"),
    pytest.param("csl-json", " [ ] ", id="CSL-JSON without items"),
    pytest.param("csl-json", '[{"id": 1}, 12, "a", {"id": 1, "type": "x", "type": "y"}]', id="CSL-JSON with faults"),
    pytest.param("bibtex", BIB, id="BibLaTeX"),
    pytest.param("bibtex", BROKEN_BIB, id="BibTeX with faults"),
    pytest.param("ris", RIS, id="RIS"),
    pytest.param("ris", BROKEN_RIS, id="RIS with faults"),
    pytest.param("nbib", NBIB, id="PubMed"),
]  # fmt: skip


def cut(text: str, size: int) -> Callable[[], Iterator[str]]:
    """A function that returns a text in pieces of a size."""
    return lambda: (text[start : start + size] for start in range(0, len(text), size))


@pytest.mark.parametrize("size", [1, 7, 100, 1000, 100_000])
@pytest.mark.parametrize(("name", "text"), FILES)
def test_pieces_give_what_the_whole_file_gives(name: str, text: str, size: int) -> None:
    """Wherever a file is cut, its references and findings are the same."""
    known = find_read_format(name)
    assert known is not None
    whole, remarks = known.read_all(text), Remarks()
    references = known.read_pieces(cut(text, size), remarks)
    assert references is not None
    assert tuple(references) == whole.references
    assert remarks.sorted_findings() == whole.findings


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("csl-json", '[{"id": 1}, {"id": 2}', id="cut off"),
        pytest.param("csl-json", '[{"id": 1},]', id="comma too many"),
        pytest.param("csl-json", '[{"id": 1}] x', id="text behind the list"),
        pytest.param("csl-json", '[{"id": 1} {"id": 2}]', id="missing comma"),
        pytest.param("csl-json", "[" * 100_000, id="too deep"),
        pytest.param("csl-json", '{"id": 1}\n{"id"\n', id="faulty line"),
        pytest.param("bibtex", "@book{a, crossref = {b}}\n@book{b, title = {B}}", id="inherited"),
        pytest.param("ris", "no entry", id="no RIS"),
        pytest.param("nbib", "no entry", id="no PubMed"),
        pytest.param("endnote-xml", "<xml/>", id="format that is read whole"),
    ],
)
def test_other_files_are_read_whole(name: str, text: str) -> None:
    """A file of which a part is unsound, or whose entries need each other, has no pieces."""
    known = find_read_format(name)
    assert known is not None
    assert known.read_pieces(cut(text, 3), Remarks()) is None


@given(st.text("ab\r\n", max_size=12), st.integers(1, 5))
def test_lines_do_not_depend_on_the_pieces(text: str, size: int) -> None:
    """A break of two characters that is cut is one break."""
    assert list(lines_of_pieces(cut(text, size)())) == list(lines_of_pieces([text]))


@pytest.mark.parametrize("arguments", [["cite"], ["cite", "--bibliography"],
                                       ["convert", "--to", "bibtex"]])  # fmt: skip
def test_long_files_are_read_in_pieces(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The commands print the same, however long a file counts as long."""
    path = tmp_path / "items.json"
    path.write_text(CSL, "utf-8")
    printed = []
    for length in (1, 1 << 30):
        monkeypatch.setattr("nizkorcite.loading.inputs._LONG", length)
        assert command.main([*arguments, str(path)], standalone_mode=False) == 0
        printed.append(capfd.readouterr().out)
    assert printed[0] == printed[1]


def test_a_long_file_in_another_encoding_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A file that states its encoding is decoded by it, also if it is long."""
    path = tmp_path / "a.bib"
    path.write_bytes("% Encoding: Cp1252\n@book{a, title = {Año}}\n".encode("cp1252"))
    monkeypatch.setattr("nizkorcite.loading.inputs._LONG", 1)
    assert command.main(["cite", str(path)], standalone_mode=False) == 0
    assert capfd.readouterr().out == "Año. (n.d.).\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no resource usage on Windows")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """Citing one by one keeps no items: four times as many take hardly more memory."""
    peaks = []
    for count in (10_000, 40_000):
        path = tmp_path / f"{count}.json"
        item = '{"type": "book", "title": "A law of the sea", "URL": "https://example.org/a"'
        path.write_text("[" + ",\n".join(f'{item}, "id": "{i}"}}' for i in range(count)) + "]")
        code = f"import resource, sys\nfrom nizkorcite.cli import command\ntry:\n command.main(['cite', {str(path)!r}])\nfinally:\n print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
        done = run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.count("\n") == count
        peaks.append(int(done.stderr.split()[-1]))
    assert peaks[1] < 1.3 * peaks[0]


def test_a_long_file_that_changes_is_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A file that was replaced after it was listed is reported, and nothing of it is cited."""
    path = tmp_path / "a.bib"
    path.write_text("@book{a, title = {Law}}\n", "utf-8")
    monkeypatch.setattr("nizkorcite.loading.inputs._LONG", 1)
    long = read_input(path)
    path.write_text("@book{a, title = {Other}}\n", "utf-8")
    monkeypatch.setattr("nizkorcite.loading.inputs.read_input", lambda _: long)
    assert command.main(["cite", str(path)], standalone_mode=False) == 3
    assert capfd.readouterr() == ("", f"cannot read {path}: it changed while it was read\n")


@pytest.mark.parametrize("target", ["csl-json", "bibtex", "ris", "csl-yaml"])
def test_losses_of_a_long_conversion(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The losses are the same, whether the result is read back whole or in pieces."""
    expected = convert(CSL, target, from_="csl-json").losses
    monkeypatch.setattr("nizkorcite.citing.conversion._LONG", 1)
    assert convert(CSL, target, from_="csl-json").losses == expected


@pytest.mark.parametrize("target", ["csl-json", "csl-json-zotero", "bibtex", "ris"])
def test_pieces_of_a_result_are_the_result(target: str) -> None:
    """A file that is written in pieces has the text of one that is written whole."""
    known = FORMATS[target]
    for references in ((), REFERENCES[:1], REFERENCES):
        assert "".join(known.write_pieces(references)) == known.write_all(references)

"""Encodings of citation files: named by the user, a byte order mark or the file."""

import codecs
from pathlib import Path

import pytest

from nizkorcite import read_references
from nizkorcite.errors import InputError, UnknownNameError

ENTRY = "@book{a, title = {Año “uno”}, year = 2001}\n"
FILES = {
    "UTF-8": (ENTRY.encode(), None),
    "UTF-8 with a mark": (codecs.BOM_UTF8 + ENTRY.encode(), None),
    "UTF-16 with a mark": (ENTRY.encode("utf-16"), None),
    "UTF-16 without a mark": (ENTRY.encode("utf-16-le"), None),
    "a mark beside a wrong name": (ENTRY.encode("utf-16"), "latin-1"),
    "stated as JabRef does": (f"% Encoding: Cp1252\n{ENTRY}".encode("cp1252"), None),
    "stated as Emacs does": (f"% -*- coding: windows-1252 -*-\n{ENTRY}".encode("cp1252"), None),
    "stated, and converted since": (f"% Encoding: Cp1252\n{ENTRY}".encode(), None),
    "named": (ENTRY.encode("cp1252"), "cp1252"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_is_read_in_its_encoding(kind: str) -> None:
    """Whoever names it."""
    data, encoding = FILES[kind]

    read = read_references(data, "bibtex", encoding=encoding)

    assert ["Año “uno”"] == [each.title for each in read.references]


def test_the_encoding_of_a_path_can_be_named(tmp_path: Path) -> None:
    """As for bytes."""
    path = tmp_path / "refs.bib"
    path.write_bytes(ENTRY.encode("cp1252"))

    assert "Año “uno”" == read_references(path, encoding="cp1252").references[0].title


def test_bytes_in_no_stated_encoding_are_refused() -> None:
    """No encoding is guessed."""
    with pytest.raises(InputError, match=r"^line 1 is not in UTF-8; name the encoding, or save"):
        read_references(ENTRY.encode("cp1252"), "bibtex")


@pytest.mark.parametrize(
    "name", ["nosuch", "hex", "idna", "punycode", "unicode_escape", "undefined"]
)
def test_an_unknown_encoding_is_refused(name: str) -> None:
    """With the names of some that are known."""
    with pytest.raises(UnknownNameError, match=rf'^no encoding "{name}"\. Known: utf-8, latin-1'):
        read_references(ENTRY.encode("cp1252"), "bibtex", encoding=name)

"""Splitting BibTeX files into pieces gives what bibtexparser gives for the whole file."""

import pytest
from bibtexparser import splitter
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st

from nizkorcite.formats.bibtex.parser import read_all
from nizkorcite.formats.bibtex.pieces import pieces, regular_entry
from nizkorcite.formats.bibtex.values import joined_values

NOISE = st.sampled_from(
    ["{", "}", '"', ",", "=", "@", "\n", "\\", "#", " ", "(", "\f", "\n @misc{k,", "\n\f@misc{",
     '@string{s = "x"}\n', "\n@comment{x}", "\\}", "{}"]
)  # fmt: skip
FIELDS = st.sampled_from(
    ["title = {T},", "note = {a {b {c}}},\n", "note={a {b {c {d {e}}}}},", 'x = "a, b" ,',
     " month = feb,", "\n year\n=2001,", 'y = {\\{ = "},', "z={@},"]
)  # fmt: skip
ENTRIES = st.builds(
    lambda fields, noise, end: f"@misc{{a,{''.join(fields)}{noise}{end}",
    st.lists(FIELDS | NOISE, max_size=3) | st.lists(FIELDS, max_size=4),
    st.just("") | NOISE,
    st.sampled_from(["}", "\n}\n", ""]),
)
TEXTS = st.lists(ENTRIES | NOISE, max_size=4).map("".join)


def whole(text: str) -> list[tuple[object, ...]]:
    """The entries of a file that bibtexparser splits, if it finds nothing but entries."""
    blocks = splitter.Splitter(text).split().blocks
    return [
        (block.entry_type, block.key, block.start_line, [
            (name, list(parts))
            for field in block.fields
            for name, parts in joined_values(field.key.lower(), str(field.value))
        ])
        for block in blocks
        if isinstance(block, Entry)
    ]  # fmt: skip


@given(ENTRIES)
def test_regular_entry_is_what_bibtexparser_reads(text: str) -> None:
    """A piece that counts as regular has the entry, key, fields and values of bibtexparser."""
    for piece in pieces(text):
        if entry := regular_entry(piece):
            assert whole(piece.text) == [
                (entry.entry_type.lower(), entry.key, 0, [(n, list(p)) for n, p in entry.fields])
            ]


@given(TEXTS)
def test_pieces_are_the_whole_file(text: str) -> None:
    """No character is lost or doubled, and each piece knows how many lines precede it."""
    found = list(pieces(text))
    assert "".join(piece.text for piece in found) == text
    before = ""
    for piece in found:
        assert piece.lines_before == before.count("\n")
        before += piece.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('@misc{a, title = {A {law} of {{two}} "words"}, month = feb,}', id="usual"),
        pytest.param('  @Book{ a:1 ,\n title={A}\n, note = "x, y" }\n\n', id="blanks"),
        pytest.param(r"@misc{a, title = {100\% \{of\} it}}", id="escaped braces"),
        pytest.param("@misc{, title = {A}}", id="no key"),
        pytest.param("@misc{a,}", id="no fields"),
    ],
)
def test_usual_entries_need_no_bibtexparser(text: str) -> None:
    """Entries as programs write them are regular."""
    (piece,) = pieces(text)
    assert regular_entry(piece) is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('@string{a = "x"}', id="string"),
        pytest.param("@comment{x, a = {b}}", id="comment"),
        pytest.param("@misc(a, title = {A})", id="parentheses"),
        pytest.param("@misc{a, title = {A} # b}", id="joined"),
        pytest.param("@misc{a, title = {A} note = {b}}", id="missing comma"),
        pytest.param("@misc{a, title = {A}", id="open"),
        pytest.param("@misc{a, title = {A}, title = {B}}", id="twice"),
        pytest.param("@misc{a, title = {A}} @misc{b, title = {B}}", id="two in a line"),
        pytest.param("@misc{a, title = {A\n\f@b{c}}}", id="next entry in a value"),
    ],
)
def test_other_entries_are_left_to_bibtexparser(text: str) -> None:
    """Entries in any other form are none that is split here."""
    assert [regular_entry(piece) for piece in pieces(text)] == [None]


def test_lines_are_counted_behind_a_backslash() -> None:
    """A backslash at the end of a line does not shift the lines of findings behind it."""
    found = read_all("@misc{a, title = {A\\\n law}}\n@misc{b, foo = {x}}")
    assert [finding.line for finding in found.findings] == [3]

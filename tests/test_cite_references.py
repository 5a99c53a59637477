"""The command line on files of citations, and lists of citations."""

import json
import re
from pathlib import Path

import pytest

from nizkorcite.formats.registry import read_references
from test_cli import SEED, Ran, here  # noqa: F401 - each test works in a folder of its own

BIB = """@book{one, author = {Fisk, Robert}, title = {War}, year = 1990}
@book{two, author = {Fisk, Robert}, title = {Peace}, year = 1990}
"""
CSL = [
    {"id": 7, "type": "book", "title": "War", "issued": {"date-parts": [[2001, 5]]}},
    {"id": "x", "type": "webpage", "title": "Page", "custom-field": 1},
]


def test_entries_of_bibtex_are_cited_by_name_or_content() -> None:
    """A file's ending tells what it holds; of standard input, its first characters."""
    Path("refs.bib").write_text(BIB, "utf-8")
    expected = "Fisk, R. (1990). War.\nFisk, R. (1990). Peace.\n"

    assert (0, expected) == ((ran := Ran("cite", "refs.bib")).code, ran.out)
    assert expected == Ran("cite", "-", given=BIB.encode()).out


def test_a_list_tells_equal_citations_apart() -> None:
    """Letters follow the order of the list, and citations in text have them too."""
    Path("refs.bib").write_text(BIB, "utf-8")
    listed = Ran("cite", "--bibliography", "refs.bib")
    cited = Ran("cite", "--bibliography", "--json", "refs.bib")

    assert "Fisk, R. (1990a). Peace.\nFisk, R. (1990b). War.\n" == listed.out
    assert [("two", "(Fisk, 1990a)"), ("one", "(Fisk, 1990b)")] == [
        (each["id"], each["in_text"]) for each in map(json.loads, cited.out.splitlines())
    ]


def test_items_of_csl_json_keep_their_ids() -> None:
    """What a reference has no place for is told, and the rest is cited."""
    Path("items.json").write_text(json.dumps(CSL), "utf-8")
    ran = Ran("cite", "--json", "items.json")

    assert [
        {"id": "7", "citation_key": "7", "style": "apa", "text": "War. (2001).", "html": "<i>War</i>. (2001).",
         "in_text": "(War, 2001)"},
        {"id": "x", "citation_key": "x", "style": "apa", "text": "Page. (n.d.).", "html": "<i>Page</i>. (n.d.).",
         "in_text": "(Page, n.d.)"},
    ] == [json.loads(line) for line in ran.out.splitlines()]  # fmt: skip
    assert (
        'items.json: warning NZ403 item 2: cannot use the field "custom-field"; left out\n'
    ) in ran.err
    assert 0 == ran.code


def test_a_broken_entry_costs_no_other() -> None:
    """Good entries are cited, the fault is told with its line, and the exit code says so."""
    Path("refs.bib").write_text("@book{open, title = {never\n" + BIB, "utf-8")
    ran = Ran("cite", "refs.bib")

    assert "Fisk, R. (1990). War.\nFisk, R. (1990). Peace.\n" == ran.out
    assert (
        "refs.bib:1: error NZ401 cannot read the entry; is a brace or quotation mark missing?\n"
    ) == ran.err
    assert 1 == ran.code


def test_a_citation_survives_its_own_formats() -> None:
    """What is written in BibTeX or BibLaTeX is cited again with both layers."""
    expected = Ran("cite", SEED).out
    for style in ("bibtex", "biblatex"):
        written = Ran("cite", "--style", style, SEED).out

        assert expected == Ran("cite", "-", given=written.encode()).out


def test_a_list_in_html_hangs_out_its_first_lines() -> None:
    """The list has the classes of citation processors."""
    ran = Ran("cite", "--bibliography", "--markup", "html", SEED)

    assert ran.out.startswith('<div class="csl-bib-body">\n  <p class="csl-entry" style="')
    assert ran.out.endswith("</p>\n</div>\n")


def test_other_encodings_are_told() -> None:
    """A file of citations is UTF-8; the line of the first other byte is named."""
    Path("refs.bib").write_bytes(b"@book{one,\n title = {Espa\xf1a}}\n")
    ran = Ran("cite", "refs.bib")

    assert (
        "cannot read refs.bib: line 2 is not in UTF-8; name the encoding, or save the file in UTF-8\n"
        == ran.err
    )
    assert 3 == ran.code


def test_a_file_without_an_entry_is_told() -> None:
    """Nothing in, nothing out, but not without a word."""
    Path("refs.bib").write_text("", "utf-8")
    ran = Ran("cite", "refs.bib")

    assert (0, "", "refs.bib: note: the file has no entry\n") == (ran.code, ran.out, ran.err)


def test_a_list_is_one_of_items_whatever_its_first_is() -> None:
    """Faulty items are told, and the good ones cited."""
    Path("items.json").write_text('[7, {"id": "a"}, {"id": "b", "type": "book", "title": "T"}]')
    ran = Ran("cite", "items.json")

    assert (1, "[Untitled]. (n.d.).\nT. (n.d.).\n") == (ran.code, ran.out)
    assert ran.err.startswith(
        "items.json: error NZ401 item 1: an item of CSL-JSON must be a JSON object\n"
    )


def test_citations_for_a_text() -> None:
    """In brackets or in a sentence, with a place, in either language."""
    Path("refs.bib").write_text(BIB, "utf-8")

    assert "(Itar Tass, 2017, p. 5)\n" == Ran("cite", "--in-text", "--locator", "p. 5", SEED).out
    assert "Itar Tass (2017)\n" == Ran("cite", "--narrative", "--lang", "es", SEED).out
    assert (
        "(Fisk, 1990a)\n(Fisk, 1990b)\n"
        == Ran("cite", "--bibliography", "--in-text", "refs.bib").out
    )
    assert (
        "Fisk (1990a)\nFisk (1990b)\n"
        == Ran("cite", "--bibliography", "--narrative", "refs.bib").out
    )


def test_an_object_has_the_citation_that_was_asked_for() -> None:
    """With its place, in brackets or in a sentence."""
    for options, expected in {
        ("--locator", "p. 5", "--in-text"): "(Itar Tass, 2017, p. 5)",
        ("--narrative",): "Itar Tass (2017)",
        ("--lang", "es", "--locator", "párr. 3", "--in-text"): "(Itar Tass, 2017, párr. 3)",
    }.items():
        assert expected == json.loads(Ran("cite", "--json", *options, SEED).out)["in_text"]


def test_a_place_that_no_citation_has_room_for_is_refused() -> None:
    """Before any input is read."""
    told = {
        ("--locator", "p. 5"): 'Invalid value for --locator: entries of the style "apa" take no '
                               "locators; cite in the text, or use plain or short (--in-text, "
                               "--style plain)",
        ("--in-text", "--locator", "zz 5"): 'Invalid value for --locator: "zz" is not a kind of locator',
        ("--in-text", "--style", "ris"): '"ris" is a file format; it has no in-text citations',
        ("--lang", "es", "--style", "ris"): "«ris» no tiene texto que traducir; --lang es para estilos",
    }  # fmt: skip
    for options, problem in told.items():
        ran = Ran("cite", *options, "none.html")

        assert 2 == ran.code
        assert problem in " ".join(ran.err.split())


@pytest.mark.parametrize("text", ["PMID- 1\nTI  - Law\n", "%0 Book\n%T Law\n"])
def test_a_file_of_citations_is_no_page(text: str) -> None:
    """It is recognized by its first line."""
    ran = Ran("cite", "-", given=text.encode())

    assert (0, "Law. (n.d.).\n") == (ran.code, ran.out)


def test_doubts_of_two_kinds_are_two_lines() -> None:
    """One does not hide the other."""
    text = "@book{a, title = {A &amp; B} year = 2001}\n"
    Path("refs.bib").write_text(text, "utf-8")

    assert [
        "refs.bib:1: warning NZ402 a: title: a comma is missing after the value",
        'refs.bib:1: warning NZ402 a: title: "&amp;" is HTML, and kept as it is',
    ] == Ran("cite", "refs.bib").err.splitlines()


def test_findings_of_one_kind_are_one_line() -> None:
    """Of a file, with the number of the others; `--verbose` prints them all."""
    entries = "".join(
        f"TY  - BOOK\nID  - {name}\nTI  - Law {name}\nXX  - x\nPY  - {name}\nER  -\n"
        for name in ("a", "b", "c")
    )
    Path("refs.ris").write_text(f"{entries}TI  - lost\nTI  - lost\n", "utf-8")
    error = "error NZ401 tag TI is outside an entry; entries start with TY"

    assert [
        'refs.ris:4: warning NZ403 cannot use the field "XX"; left out '
        "(and 2 more like it; --verbose lists all)",
        'refs.ris:5: warning NZ402 PY: "a" is not a date; printed as it is '
        "(and 2 more like it; --verbose lists all)",
        f"refs.ris:19: {error} (and 1 more like it; --verbose lists all)",
    ] == Ran("cite", "refs.ris").err.splitlines()
    assert [
        *(
            line
            for number, name in ((4, "a"), (10, "b"), (16, "c"))
            for line in (
                f'refs.ris:{number}: warning NZ403 cannot use the field "XX"; left out',
                f'refs.ris:{number + 1}: warning NZ402 PY: "{name}" is not a date; '
                "printed as it is",
            )
        ),
        f"refs.ris:19: {error}",
        f"refs.ris:20: {error}",
    ] == Ran("cite", "--verbose", "refs.ris").err.splitlines()


def test_values_of_any_length_are_cut_in_messages() -> None:
    """A line of a log is no place for a book: dates as other values, ids, names, types, options."""
    long = "x" * 70_000
    entry = f"@{long}{{{long}, title = {{T}}, year = {{{long}}}, {long} = {{x}}}}\n"
    Path("refs.bib").write_text(entry, "utf-8")
    Path("a.json").write_text(json.dumps({"id": long, "type": long, long: 1}), "utf-8")
    runs = [Ran(*words.split()) for words in (
        "cite refs.bib", "validate a.json", f"cite --lang {long} refs.bib", f"explain {long}",
        f"{long}", f"cite {long}", f"convert --to {long} refs.bib",
    )]  # fmt: skip

    assert f'year: "{"x" * 57}..." is not a date; printed as it is\n' in runs[0].err
    assert [] == [line for run in runs for line in run.err.splitlines() if len(line) > 1600]


def test_notes_of_one_kind_are_one_line() -> None:
    """The advice of a style is counted as findings are."""
    items = [{"id": name, "type": "book", "title": "T"} for name in "abc"]
    Path("items.json").write_text(json.dumps(items), "utf-8")
    note = "note: no date found; cited as n.d."

    assert f"a: {note} (and 2 more like it; --verbose lists all)\n" == Ran("cite", "items.json").err
    assert f"a: {note}\nb: {note}\nc: {note}\n" == Ran("cite", "-v", "items.json").err


def test_a_list_has_one_entry_a_work() -> None:
    """The list's own outputs in its folder are the same work; a note names both inputs."""
    for style, name in {"bibtex": "a.bib", "csl-json": "b.json", "ris": "c.ris"}.items():
        Ran("cite", "--style", style, SEED, "-o", name)
    listed = Ran("cite", "--bibliography", SEED, "a.bib", "b.json", "c.ris")

    assert Ran("cite", SEED).out == listed.out
    assert [
        f"sha256:d691c0e1bdb6a9f9: note: the same work is in {SEED} and {name}; listed once"
        for name in ("a.bib", "b.json", "c.ris")
    ] == listed.err.splitlines()


def test_entries_of_one_file_stay_apart_from_each_other_only() -> None:
    """Those of a second file repeat the first of them, or the one of their own id."""
    for name, keys in {"one.bib": "ab", "two.bib": "bc"}.items():
        text = "".join(f"@book{{{key}, title = {{T}}, year = 2001}}\n" for key in keys)
        Path(name).write_text(text, "utf-8")
    listed = Ran("cite", "--bibliography", "--style", "plain", "one.bib", "two.bib")

    assert 2 == len(listed.out.splitlines())
    assert [
        "b: note: the same work is in one.bib and two.bib; listed once",
        "c: note: the same work is in one.bib and two.bib; listed once",
    ] == [line for line in listed.err.splitlines() if "same work" in line]


def test_works_that_differ_in_anything_stay_apart() -> None:
    """A second address, a second record or no title at all."""
    items = [
        {"id": "a", "type": "webpage", "title": "T", "URL": "https://example.org/1"},
        {"id": "b", "type": "webpage", "title": "T", "URL": "https://example.org/2"},
        {"id": "c", "type": "webpage"},
        {"id": "d", "type": "webpage"},
    ]
    Path("items.json").write_text(json.dumps(items), "utf-8")

    assert 4 == len(Ran("cite", "--bibliography", "items.json").out.splitlines())


def test_a_work_has_one_key() -> None:
    """Texts cite it by the same key from BibTeX and CSL-JSON; its own id stays apart."""
    key = "itartass2017putin"
    (item,) = json.loads(Ran("cite", "--style", "csl-json", SEED).out)
    (cited,) = map(json.loads, Ran("cite", "--json", SEED).out.splitlines())

    assert Ran("cite", "--style", "bibtex", SEED).out.startswith(f"@misc{{{key},")
    assert (key, key) == (item["id"], item["citation-key"])
    assert ("sha256:d691c0e1bdb6a9f9", key) == (cited["id"], cited["citation_key"])


def test_keys_of_a_list_differ_and_can_be_typed() -> None:
    """In every format the same, whatever the ids of the items are."""
    ids = ("http://zotero.org/users/1/items/ÁB", "a b")
    items = [{"id": name, "type": "book", "title": "Law", "issued": "1998"} for name in ids]
    Path("items.json").write_text(json.dumps(items), "utf-8")
    written = json.loads(Ran("convert", "items.json", "--to", "csl-json").out)
    cited = Ran("cite", "--bibliography", "--json", "items.json").out.splitlines()
    bib = Ran("convert", "items.json", "--to", "bibtex").out
    keys = [item["id"] for item in written]

    assert all(re.fullmatch("law1998-[0-9a-f]{6}", key) for key in keys)
    assert keys == re.findall(r"@book\{(.*),", bib)
    assert {*zip(ids, keys, strict=True)} == {
        (each["id"], each["citation_key"]) for each in map(json.loads, cited)
    }
    assert list(ids) == [
        each.id for each in read_references(json.dumps(written), "csl-json").references
    ]

"""The command line on files of citations, and lists of citations."""

import json
from pathlib import Path

import pytest

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
        {"id": "7", "style": "apa", "text": "War. (2001).", "html": "<i>War</i>. (2001).",
         "in_text": "(War, 2001)"},
        {"id": "x", "style": "apa", "text": "Page. (n.d.).", "html": "<i>Page</i>. (n.d.).",
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

    assert "cannot read refs.bib: line 2 is not in UTF-8; save the file in UTF-8\n" == ran.err
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
        ("--in-text", "--locator", "zz 5"): 'Invalid value for --locator: "zz" is not a kind of place',
        ("--in-text", "--style", "ris"): '"ris" is a file format; it has no in-text citations',
        ("--lang", "es", "--style", "ris"): '"ris" has no translatable wording; --lang is for styles',
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

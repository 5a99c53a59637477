"""EndNote's tagged format and its XML, in files of our own with the fields that EndNote writes."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from attrs import asdict

import nizkorcite as nz
from nizkorcite import PartialDate, organisation, person
from nizkorcite.files.kinds import kind_of
from nizkorcite.formats.citation_file import CitationFile
from nizkorcite.formats.endnote import tagged, xml
from test_cli import Ran, here  # noqa: F401 - commands run in a folder of their own

ROE = person(family="Roe", given="Ann")
CASES = {
    "newspaper article": (
        "%0 Newspaper Article\n%A Roe, Ann\n%A Itar Tass\n%T A base\n%B El País\n%C Madrid\n%D 2017\n"
        "%8 February 27\n%P 3\n%U http://example.org/a\n%K law\norder; peace\n%Z A note\n%G English\n",
        {"type": "article-newspaper", "author": (ROE, organisation("Itar Tass")), "title": "A base",
         "container_title": "El País", "publisher_place": "Madrid", "language": "en",
         "issued": PartialDate("2017-02-27"), "page": "3", "url": "http://example.org/a",
         "keyword": ("law", "order", "peace"), "note": "A note"}),
    "journal article": (
        "%0 Journal Article\n%A Roe, Ann\n%T B\n%B Journal\n%V 4\n%N 2\n%P 1-9\n%@ 0378-5955\n"
        "%R 10.1000/182\n%9 Journal Article\n%D 2017\n%X First part.\n",
        {"type": "article-journal", "author": (ROE,), "title": "B", "container_title": "Journal",
         "volume": "4", "issue": "2", "page": "1-9", "issn": "0378-5955", "doi": "10.1000/182",
         "issued": PartialDate("2017"), "abstract": "First part."}),
    "book": (
        "%0 Book\n%A Acme, Inc,\n%T C\n%B Series\n%I House\n%C Paris\n%7 2nd\n%@ 9780306406157\n"
        "%? Roe, Ann\n%D 1990\n%( 1951\n",
        {"type": "book", "author": (organisation("Acme, Inc"),), "title": "C",
         "collection_title": "Series", "publisher": (organisation("House"),),
         "publisher_place": "Paris", "edition": "2nd", "isbn": "9780306406157",
         "translator": (ROE,), "issued": PartialDate("1990"),
         "original_date": PartialDate("1951")}),
    "edited book": (
        "%0 Edited Book\n%A Roe, Ann\n%T C\n%D In press\n",
        {"type": "book", "editor": (ROE,), "title": "C", "status": "In press"}),
    "book section": (
        "%0 Book Section\n%T C\n%B Host\n%E Roe, Ann\n%S Series\n",
        {"type": "chapter", "title": "C", "container_title": "Host", "editor": (ROE,),
         "collection_title": "Series"}),
    "report": (
        "%0 Report\n%T C\n%@ S/2017/1\n%9 Working paper\n%I UN\n",
        {"type": "report", "title": "C", "number": "S/2017/1", "genre": "Working paper",
         "publisher": (organisation("UN"),)}),
    "web page": (
        "%0 Web Page\n%T C\n%D 2017\n%8 27 Feb 2017\n%[ 2020-01-02\n%U http://example.org\n",
        {"type": "webpage", "title": "C", "issued": PartialDate("2017-02-27"),
         "accessed": PartialDate("2020-01-02"), "url": "http://example.org"}),
    "press release": (
        "%0 Press Release\n%T C\n",
        {"type": "webpage", "genre": "Press release", "title": "C"}),
}  # fmt: skip
PATHS = {
    "%A": "contributors/authors/author", "%E": "contributors/secondary-authors/author",
    "%?": "contributors/subsidiary-authors/author", "%T": "titles/title",
    "%B": "titles/secondary-title", "%S": "titles/tertiary-title", "%P": "pages", "%V": "volume",
    "%N": "number", "%7": "edition", "%K": "keywords/keyword", "%D": "dates/year",
    "%8": "dates/pub-dates/date", "%C": "pub-location", "%I": "publisher", "%@": "isbn",
    "%R": "electronic-resource-num", "%U": "urls/related-urls/url", "%G": "language",
    "%X": "abstract", "%Z": "notes", "%9": "work-type", "%[": "access-date", "%(": "orig-pub",
}  # fmt: skip
"""Where EndNote's XML has each field."""


def as_xml(entry: str) -> str:
    """A tagged entry as EndNote's XML has it, with its typefaces."""
    kind, *fields = entry.replace("\norder; peace", "; order; peace").splitlines()
    parts = "".join(_nested(field[:2], field[3:]) for field in fields)
    return (
        '<?xml version="1.0" encoding="UTF-16"?>\n<xml><records><record><database name="a.enl">a'
        "</database><rec-number>7</rec-number><foreign-keys><key>7</key></foreign-keys>"
        f'<ref-type name="{kind[3:]}">1</ref-type>{parts}</record></records></xml>'
    )


def _nested(tag: str, value: str) -> str:
    text = f'<style face="normal">{escape(value[:2])}</style><style>{escape(value[2:])}</style>'
    for name in reversed(PATHS[tag].split("/")):
        text = f"<{name}>{text}</{name}>"
    return text


def variables(found: CitationFile) -> dict[str, object]:
    """The stated variables of the only entry."""
    (reference,) = found.references
    stated = asdict(reference, recurse=False, filter=lambda _, value: value not in (None, ()))
    return {name: value for name, value in stated.items() if name not in ("layers", "id")}


@pytest.mark.parametrize("name", CASES)
def test_each_type_is_read_from_both_formats(name: str) -> None:
    """The meaning of a field depends on the type."""
    text, expected = CASES[name]

    for found in (tagged.read_all(text), xml.read_all(as_xml(text))):
        assert (expected, ()) == (variables(found), found.findings)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("%0 Book\n%T A\n%X One.\n\nTwo.\n%D 1990\n\n%0 Book\n%T B\n", ["A", "B"]),
        ("%0 Book\n%T A\n%0 Book\n%T B\n", ["A", "B"]),
        ("%A Roe, Ann\n%T A\n\n%A Roe, Ann\n%T B\n", ["A", "B"]),
        ("\ufeff%0 Book\r\n%T A\r\n\r\n\r\n", ["A"]),
        ("", []),
    ],
    ids=["blank line within", "none between", "refer", "mark", "empty"],
)
def test_entries_begin_with_their_types(text: str, titles: list[str | None]) -> None:
    """Or, in a file without types, after a blank line."""
    assert titles == [each.title for each in tagged.read_all(text).references]


@pytest.mark.parametrize(
    ("fields", "date", "finding"),
    [
        ("%D 2017\n%8 2016/12/01", "2017",
         '3: warning NZ402 %8: "2016/12/01" is not of the year 2017; left out'),
        ("%8 Feb 27", None, '2: warning NZ402 %8: "Feb 27" has no year; left out'),
        ("%D 2017\n%8 2017/02/27", "2017-02-27", None),
        ("%D 2017\n%8 soon", "2017",
         '3: warning NZ402 %8: "soon 2017" is not a date in a known form such as 27 February 2017 '
         "or 2017-02-27; left out"),
        ("%+ Address\n%+ Another", None, '2: warning NZ403 cannot use the field "%+"; left out'),
        ("%T A\n%T B", None, '3: warning NZ403 "%T" contradicts another tag; left out'),
        ("%G Klingon", None, '2: warning NZ402 %G: "Klingon" is not a known language; left out'),
        ("%R available online", None, '2: warning NZ403 cannot use the field "%R"; left out'),
    ],
    ids=["another year", "no year", "slashes", "words", "unused", "two titles", "language", "DOI"],
)  # fmt: skip
def test_what_is_not_understood_is_reported(
    fields: str, date: str | None, finding: str | None
) -> None:
    """It is neither guessed nor dropped without a word."""
    found = tagged.read_all(f"%0 Journal Article\n{fields}\n")

    assert ([PartialDate(date) if date else None], [finding] if finding else []) == (
        [each.issued for each in found.references], [*map(str, found.findings)],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "cited", "finding"),
    [
        ("%A Cruz, Ana; Roe, Ann\n%D 2017", "Cruz, A., & Roe, A. (2017). T.", None),
        ("%A Cruz, Ana and Roe, Ann\n%D 2017", "Cruz, A., & Roe, A. (2017). T.", None),
        ("%A Cruz, Ana, et al.\n%D 2017", "Cruz, A., et al. (2017). T.", None),
        ("%A Cruz, A., Roe, A.\n%D 2017", "Cruz, A., Roe, A. (2017). T.",
         '2: warning NZ402 %A: "Cruz, A., Roe, A." may be several names or a group; printed as it is'),
        ("%A Cruz, Ana\n%D im Druck", "Cruz, A. (im Druck). T.",
         '3: warning NZ402 %D: "im Druck" is not a date; printed as it is'),
        ("%A Cruz, Ana\n%D s.f.", "Cruz, A. (n.d.). T.", None),
        ("%A Cruz, Ana\n%D [1923] 1961", "Cruz, A. (1961). T. (Original work published 1923)", None),
    ],
    ids=["semicolon", "and", "et al.", "commas", "date in words", "no date", "reprint"],
)  # fmt: skip
def test_names_and_dates_are_read_as_in_ris(fields: str, cited: str, finding: str | None) -> None:
    """Several names in one field are several authors, and a date in words is printed."""
    found = tagged.read_all(f"%0 Book\n{fields}\n%T T\n")

    assert [cited] == [nz.cite(each, "apa") for each in found.references]
    assert ([finding] if finding else []) == [*map(str, found.findings)]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("<xml>\n<rec", "2:1: error NZ401 not XML; the file was not read"),
        ("<xml/>", "error NZ401 no record found; EndNote's XML has them in <records>"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><xml>&a;</xml>',
         "error NZ401 the file declares entities; the file was not read"),
        ("<xml><records><record><ref-type name='Scroll'/></record></records></xml>",
         'warning NZ403 item 1: unknown type "Scroll"; read as a document'),
        ("<xml><records><record><auth-address>A</auth-address></record></records></xml>",
         'warning NZ403 item 1: cannot use the field "auth-address"; left out'),
    ],
    ids=["syntax", "no record", "entities", "type", "unused"],
)  # fmt: skip
def test_a_fault_of_xml_is_reported(text: str, finding: str) -> None:
    """With its place, if there is one."""
    assert [finding] == [*map(str, xml.read_all(text).findings)]


def test_a_record_within_a_record_is_none() -> None:
    """A hundred thousand of them are one entry, and take no longer than others."""
    depth = 100_000
    text = f"<xml><records>{'<record>' * depth}T{'</record>' * depth}</records></xml>"

    assert 1 == len(xml.read_all(text).references)


def test_files_are_recognized_and_cited() -> None:
    """By their endings or their beginnings."""
    text, _ = CASES["newspaper article"]
    Path("works.enw").write_text(text, "utf-8")
    Path("works.xml").write_text(as_xml(text), "utf-8")
    cited = "Roe, A., & Itar Tass. (2017, February 27). A base. El País, 3. http://example.org/a\n"

    assert [cited, cited] == [Ran("cite", name).out for name in ("works.enw", "works.xml")]
    assert ["enw", "enw", "endnote-xml"] == [
        kind_of("a.enw", b""), kind_of("-", b"%0 Book\n"), kind_of("-", as_xml(text).encode()),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["nbib", "enw", "endnote-xml"])
def test_a_format_that_is_only_read_is_not_written(name: str) -> None:
    """The error names the formats that are."""
    with pytest.raises(nz.UnknownNameError):
        nz.cite(nz.Reference(id="a", type="book"), name)
    assert 2 == Ran("convert", "--to", name, "a.bib").code

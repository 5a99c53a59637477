"""What a terminal and a notebook show of a value."""

import pytest
from attrs import evolve
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

import nizkorcite as nz
from nizkorcite import citations, read
from nizkorcite.record.model import Document
from seed import SEED
from strategies import documents
from test_cli import EXAMPLES


def cells(value: object) -> list[list[str]]:
    """The rows of the table that a notebook shows."""
    page = LexborHTMLParser(value._repr_html_())  # type: ignore[attr-defined]
    return [[cell.text() for cell in row.css("th, td")] for row in page.css("tr")]


@given(document=documents())
def test_python_shows_every_value_so_that_it_can_be_typed(document: Document) -> None:
    """Without what is not known; of a document all but the evidence."""
    reference = nz.refer(document)
    names = vars(nz) | {name: getattr(nz, name) for name in nz.__all__}

    assert reference == eval(repr(reference), names)  # noqa: S307
    assert evolve(document, evidence=()) == eval(repr(document), names)  # noqa: S307


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (nz.organisation("EFE"), "Agent(kind='organisation', name='EFE')"),
        (
            nz.Finding(code="NZ101", severity="error", pointer="", message="no title", line=3),
            "Finding(code='NZ101', severity='error', pointer='', message='no title', line=3)",
        ),
        (
            citations([nz.Reference(id="a", type="book", title="Law")])[0],
            "Citation(id='a', style='apa', entry='Law. (n.d.).', in_text='(Law, n.d.)')",
        ),
    ],
    ids=["agent", "finding", "citation"],
)
def test_python_shows_what_is_known(value: object, shown: str) -> None:
    """Absent members would bury it."""
    assert shown == repr(value)


def test_a_reading_is_shown_without_the_whole_page() -> None:
    """The page's text is what a reading was made of, not what was found."""
    assert "page=" not in repr(read(EXAMPLES / "putin-tajikistan.html"))


def test_citations_are_printed_as_their_entries() -> None:
    """What a script prints is what can be pasted."""
    both = citations([nz.Reference(id=title, type="book", title=title) for title in ("B", "A")])

    assert "A. (n.d.)." == str(both[0])
    assert "A. (n.d.).\nB. (n.d.)." == str(both)


def test_a_document_shows_its_layers() -> None:
    """A row each, with what is known."""
    assert [
        ["A & <b>", "publishers", "place", "date", "address"],
        ["original", "Itar Tass", "Dushanbe", "2017-02-27", ""],
        ["republication", "Equipo Nizkor; Derechos Human Rights", "", "2017-02-28", ""],
    ] == cells(evolve(SEED, title="A & <b>"))


def test_a_document_without_a_title_shows_its_id() -> None:
    """Nothing is made up."""
    document: Document = evolve(SEED, title=None, republication=None)

    assert [["seed", "original"], 2] == [[row[0] for row in cells(document)], len(cells(document))]


def test_a_reading_shows_the_words_of_its_values() -> None:
    """As `read --explain` does."""
    rows = cells(read(EXAMPLES / "putin-tajikistan.html"))

    assert ["field", "value", "quote", "line", "rule"] == rows[0]
    assert ["/original/date", "2017-02-27", "27Feb17", "33", "nizkor.source-line"] in rows


def test_a_citation_hangs_out_its_first_line() -> None:
    """In HTML, with the title in italics."""
    (cited,) = citations([SEED])
    html = cited._repr_html_()

    assert html.startswith('<p class="csl-entry" style="padding-left: 2em; text-indent: -2em">')
    assert "<i>Putin: Russia's military base in Tajikistan</i>" in html
    assert "*Putin: Russia's military base in Tajikistan*" in cited._repr_markdown_()


def test_a_list_of_citations_is_shown_as_one_list() -> None:
    """In its order, whichever form a notebook takes."""
    cited = citations([evolve(SEED, id="b", title="B"), evolve(SEED, id="a", title="A <i>")])
    page = LexborHTMLParser(cited._repr_html_())

    assert [each.text for each in cited] == [p.text() for p in page.css(".csl-bib-body .csl-entry")]
    assert "".join(f"{each.markdown}\n\n" for each in cited) == cited._repr_markdown_()

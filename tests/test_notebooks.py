"""What a notebook shows of a value."""

from attrs import evolve
from selectolax.lexbor import LexborHTMLParser

from nizkorcite import citations, read
from nizkorcite.model import Document
from seed import SEED
from test_cli import EXAMPLES


def cells(value: object) -> list[list[str]]:
    """The rows of the table that a notebook shows."""
    page = LexborHTMLParser(value._repr_html_())  # type: ignore[attr-defined]
    return [[cell.text() for cell in row.css("th, td")] for row in page.css("tr")]


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

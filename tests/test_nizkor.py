"""Pages of the Nizkor sites: every stated value is read, and nothing else."""

import pytest

import nizkor_pages
from nizkorcite.readers import Reading, read

WIRES = [facts for facts in nizkor_pages.FACTS if facts["kind"] == "wire"]
EVERY_SHAPE = pytest.mark.parametrize("shape", nizkor_pages.SHAPES)
EVERY_PAGE = pytest.mark.parametrize("facts", nizkor_pages.FACTS, ids=lambda facts: facts["case"])
EVERY_WIRE = pytest.mark.parametrize("facts", WIRES, ids=lambda facts: facts["case"])
NIZKOR = ["Equipo Nizkor", "Derechos Human Rights"]


def rebuilt(shape: str, facts: nizkor_pages.Facts, *, cut: bool = False) -> Reading:
    """The page of a case in one shape, read."""
    return read(nizkor_pages.SHAPES[shape](facts, cut=cut))


@EVERY_SHAPE
@EVERY_PAGE
def test_title_and_original_are_read_as_stated(shape: str, facts: nizkor_pages.Facts) -> None:
    """Title, publishers, place, date and source line are the page's; what it lacks is absent."""
    document = rebuilt(shape, facts).document
    original = document.original

    assert {
        "title": facts["title"],
        "attribution": "stated" if "publishers" in facts else "unknown",
        "publishers": facts.get("publishers", []),
        "place": facts.get("place"),
        "date": facts.get("date"),
        "source_line": facts.get("source_line"),
    } == {
        "title": document.title,
        "attribution": original.attribution,
        "publishers": [publisher.name for publisher in original.publishers],
        "place": original.place.name if original.place else None,
        "date": str(original.date) if original.date else None,
        "source_line": original.source_line,
    }


@EVERY_SHAPE
@EVERY_PAGE
def test_republication_is_read_from_the_note_alone(shape: str, facts: nizkor_pages.Facts) -> None:
    """Publishers, day, note, notice and statute come from the foot; without a note there is none."""
    republication = rebuilt(shape, facts).document.republication

    if "note" not in facts:
        assert republication is None
        return
    assert republication is not None
    rights = republication.rights
    assert {
        "publishers": NIZKOR,
        "date": facts["republished"],
        "statement": facts["note"],
        "notice": facts.get("notice"),
        "legal_basis": ["17 U.S.C. § 107"] if "notice" in facts else [],
    } == {
        "publishers": [publisher.name for publisher in republication.publishers],
        "date": str(republication.date),
        "statement": republication.statement,
        "notice": rights.statement if rights else None,
        "legal_basis": [basis.citation for basis in rights.legal_basis] if rights else [],
    }


@pytest.mark.parametrize("shape", ["text", "html"])
@EVERY_WIRE
def test_section_is_the_label_above_the_note(shape: str, facts: nizkor_pages.Facts) -> None:
    """The section label is read where the shape keeps it, and never taken from the navigation."""
    republication = rebuilt(shape, facts).document.republication

    assert facts.get("section") == (republication.section if republication else None)


@EVERY_SHAPE
@EVERY_WIRE
def test_a_page_cut_in_its_body_yields_nothing_from_its_foot(
    shape: str, facts: nizkor_pages.Facts
) -> None:
    """Of a page that ends in the body only title and date line are known."""
    reading = rebuilt(shape, facts, cut=True)
    original = reading.document.original

    assert (facts["title"], "unknown", (), None, None) == (
        reading.document.title,
        original.attribution,
        original.publishers,
        original.place,
        reading.document.republication,
    )
    assert (facts["date"] if "date_line" in facts else None) == (
        str(original.date) if original.date else None
    )
    assert {"/original/publishers", "/republication"} <= {each.field for each in reading.unread}


@EVERY_SHAPE
@EVERY_PAGE
@pytest.mark.parametrize("cut", [False, True], ids=["whole", "cut"])
def test_language_is_that_of_the_body(shape: str, facts: nizkor_pages.Facts, *, cut: bool) -> None:
    """The English note and masthead tell nothing of the text's language."""
    language = rebuilt(shape, facts, cut=cut).document.language

    assert language in (facts["language"], "und")


@EVERY_SHAPE
@EVERY_PAGE
def test_every_quote_stands_where_the_evidence_says(shape: str, facts: nizkor_pages.Facts) -> None:
    """Quote, span and line of each piece of evidence are those of the page's text."""
    reading = rebuilt(shape, facts)
    page = reading.page

    for evidence in reading.document.evidence:
        if evidence.start is None:
            assert evidence.method == "model"
            continue
        assert evidence.quote is not None
        assert evidence.line is not None
        assert evidence.quote == page.text[evidence.start : evidence.end]
        assert evidence.quote.split("\n")[0] in page.lines[evidence.line - 1].raw

"""APA style, 7th edition: entries and citations in text, both layers."""

from typing import Any

import pytest
from attrs import evolve

from nizkorcite.citing import advice, bibliography, cite, in_text
from nizkorcite.dates import PartialDate
from nizkorcite.record.model import (
    Agent,
    AlternativeTitle,
    Capture,
    Document,
    Original,
    Republication,
    organisation,
)
from nizkorcite.reference import Layers, Reference
from seed import NIZKOR, SEED

ENTRY = "Itar Tass. (2017, February 28). Putin: Russia's military base in Tajikistan. "
SITE = "Equipo Nizkor; Derechos Human Rights."


def person(given: str, family: str, **parts: Any) -> Agent:
    """A person by given and family name."""
    return Agent(kind="person", name=f"{given} {family}", family=family, given=given, **parts)


def original_of(year: str) -> Document:
    """The seed with an original of another year."""
    return evolve(SEED, original=evolve(SEED.original, date=PartialDate(year)))


@pytest.mark.parametrize(
    ("layers", "entry"),
    [
        ("both", f"{ENTRY}{SITE} (Reprinted from Itar Tass, Dushanbe, 2017, February 27)"),
        ("republication", f"{ENTRY}{SITE}"),
        (
            "original",
            "Itar Tass. (2017, February 27). Putin: Russia's military base in Tajikistan. (Not "
            "consulted; republished by Equipo Nizkor; Derechos Human Rights, 2017, February 28)",
        ),
    ],
)
def test_layers_are_told_as_asked(layers: Layers, entry: str) -> None:
    """Both layers, the copy read alone, or the original marked as not read."""
    assert entry == cite(SEED, "apa", layers=layers)


def test_years_that_differ_are_told_in_list_and_text() -> None:
    """The strict entry names the year of the original, and the text both years."""
    document = original_of("2010-05-03")

    assert f"{ENTRY}{SITE} (Original work published 2010)" == cite(
        document, "apa", layers="republication"
    )
    assert "(Itar Tass, 2010/2017)" == in_text(document, "apa")
    assert "(Itar Tass, 2017)" == in_text(SEED, "apa")


def test_a_document_without_republication_has_one_layer() -> None:
    """A court paper's own date and address are cited, with the title in the author's place."""
    document = Document(
        id="paper",
        type="web_page",
        title="Sentencia condenatoria en el caso del robo de niños",
        language="es",
        original=Original(attribution="unknown", date=PartialDate("2012-09-17")),
        captures=[Capture(sha256="0" * 64, byte_length=1, url="https://example.org/ninos16.html")],
    )

    for layers in ("both", "republication", "original"):
        assert (
            "Sentencia condenatoria en el caso del robo de niños. (2012, September 17). "
            "https://example.org/ninos16.html"
        ) == cite(document, "apa", layers=layers)
    assert "(Sentencia condenatoria en el caso del robo de niños, 2012)" == in_text(document, "apa")


def test_publisher_that_is_the_author_is_left_out() -> None:
    """Section 9.29: a name stands once."""
    document = evolve(
        SEED, republication=Republication(publishers=[organisation("Itar Tass"), NIZKOR[0]])
    )

    assert (
        "Itar Tass. (n.d.). Putin: Russia's military base in Tajikistan. Equipo Nizkor."
        == cite(document, "apa", layers="republication").split(" (Orig")[0]
    )


@pytest.mark.parametrize(
    ("authors", "listed", "cited"),
    [
        ([organisation("Itar Tass")], "Itar Tass.", "Itar Tass"),
        ([organisation("EFE"), organisation("Reuters")], "EFE & Reuters.", "EFE & Reuters"),
        ([person("Robert", "Fisk")], "Fisk, R.", "Fisk"),
        ([person("Martin Luther", "King", suffix="Jr.")], "King, M. L., Jr.", "King"),
        ([person("Ana", "Cruz", particles="de la")], "de la Cruz, A.", "de la Cruz"),
        ([person("Jean-Paul", "Sartre"), person("Ana", "B")], "Sartre, J.-P., & B, A.",
         "Sartre & B"),
        ([person("Ana", "B"), organisation("EFE")], "B, A., & EFE.", "B & EFE"),
        ([person("A", "B"), person("C", "D"), person("E", "F")], "B, A., D, C., & F, E.",
         "B et al."),
        ([Agent(kind="person", name="Juan_UHP")], "Juan_UHP.", "Juan_UHP"),
        ([person("A", f"N{n}") for n in range(21)],
         f"{', '.join(f'N{n}, A.' for n in range(19))}, . . . N20, A.", "N0 et al."),
    ],
    ids=["group", "groups", "person", "suffix", "particle", "hyphen", "mixed", "three", "unparted",
         "many"],
)  # fmt: skip
def test_authors_are_listed_and_cited(authors: list[Agent], listed: str, cited: str) -> None:
    """Sections 9.8 and 8.17: inverted names in the list, family names in the text."""
    reference = Reference(
        id="a", type="webpage", title="T", author=tuple(authors), issued=PartialDate("2017")
    )

    assert f"{listed} (2017). T." == cite(reference, "apa")
    assert f"({cited}, 2017)" == in_text(reference, "apa")


@pytest.mark.parametrize(
    ("date", "listed", "cited"),
    [
        ("2017-02-28", "2017, February 28", "2017"),
        ("2017-02", "2017, February", "2017"),
        ("2017", "2017", "2017"),
        ("2017-21", "2017, Spring", "2017"),
        ("1848~", "ca. 1848", "ca. 1848"),
        ("2015/2017", "2015–2017", "2015–2017"),
        ("201X", "2010–2019", "2010–2019"),
    ],
)
def test_dates_are_as_precise_as_stated(date: str, listed: str, cited: str) -> None:
    """Section 9.14: year first, and nothing that the record does not say."""
    reference = Reference(id="a", type="webpage", title="T", issued=PartialDate(date))

    assert f"T. ({listed})." == cite(reference, "apa")
    assert f"(T, {cited})" == in_text(reference, "apa")


@pytest.mark.parametrize(
    ("reference", "entry"),
    [
        (Reference(id="a", type="book", title="A book", author=(person("Ana", "B"),),
                   issued=PartialDate("2010-05-03"), edition="2", publisher=(NIZKOR[0],)),
         "B, A. (2010). *A book* (2nd ed.). Equipo Nizkor."),
        (Reference(id="a", type="article-journal", title="A part", container_title="A Journal",
                   volume="12", issue="3", page="1-9", issued=PartialDate("2010"), doi="10.5555/x"),
         "A part. (2010). *A Journal, 12*(3), 1–9. https://doi.org/10.5555/x"),
        (Reference(id="a", type="article-newspaper", title="News", container_title="El País",
                   issued=PartialDate("2003-06-19"), publisher=(NIZKOR[0],)),
         "News. (2003, June 19). *El País*."),
        (Reference(id="a", type="chapter", title="A part", container_title="A Book", page="1-9",
                   editor=(person("Ana", "B"),), issued=PartialDate("2010"), publisher=(NIZKOR[0],)),
         "B, A. (Ed.). (2010). A part. In *A Book* (pp. 1–9). Equipo Nizkor."),
        (Reference(id="a", type="report", title="A report", number="34/96",
                   issued=PartialDate("1996"), publisher=(NIZKOR[0],), url="https://example.org/r"),
         "*A report* (No. 34/96). (1996). Equipo Nizkor. https://example.org/r"),
        (Reference(id="a", type="webpage", title="What next?", url="https://example.org/a_b",
                   accessed=PartialDate("2026-11-24")),
         "*What next?* (n.d.). Retrieved November 24, 2026, from https://example.org/a_b"),
    ],
    ids=["book", "journal", "newspaper", "chapter", "report", "retrieved"],
)  # fmt: skip
def test_types_have_their_form(reference: Reference, entry: str) -> None:
    """Chapter 10: what stands in italics, and what follows the title."""
    assert entry == cite(reference, "apa", markup="markdown")


def test_html_marks_italics_and_escapes_the_rest() -> None:
    """The markup is safe to paste into a page."""
    reference = Reference(id="a", type="webpage", title="A < B & C", issued=PartialDate("2017"))

    assert "<i>A &lt; B &amp; C</i>. (2017)." == cite(reference, "apa", markup="html")


def test_a_title_in_title_case_is_told() -> None:
    """Capitals are never changed, but a person should look at them."""
    reference = Reference(
        id="a", type="report", title="The Report on Border Security", issued=PartialDate("2017")
    )

    assert "The Report on Border Security. (2017)." == cite(reference, "apa")
    assert (
        "the title seems to be in title case; APA uses sentence case (section 6.17)",
    ) == advice(reference, "apa")


def test_a_translated_title_stands_in_brackets() -> None:
    """Section 9.38: the original title first, then its translation."""
    document = evolve(
        SEED, alternative_titles=[AlternativeTitle(title="Another title", kind="translated")]
    )

    assert "Tajikistan [Another title]. Equipo" in cite(document, "apa")


def test_a_list_is_sorted_by_author_and_date() -> None:
    """The bibliography does not keep the order of its input."""
    items = [
        Reference(id=name, type="webpage", title=name, author=(organisation(author),),
                  issued=PartialDate(year))
        for name, author, year in (("c", "Reuters", "2015"), ("b", "EFE", "2017"), ("a", "EFE", "2016"))
    ]  # fmt: skip

    assert "EFE. (2016). a.\nEFE. (2017). b.\nReuters. (2015). c.\n" == bibliography(items, "apa")


def test_an_archive_is_not_the_author_of_what_it_republishes() -> None:
    """A site's publisher may be its author (9.11), but not of a text first published elsewhere."""
    page = Reference(id="a", type="webpage", title="Law", publisher=(organisation("Nizkor"),))

    assert "Nizkor. (n.d.). Law." == cite(page, "apa")
    assert "Law. (n.d.). Nizkor. (Reprinted from El Mundo)" == cite(
        evolve(page, layers="both", original_publisher=(organisation("El Mundo"),)), "apa"
    )

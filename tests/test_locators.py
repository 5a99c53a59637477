"""Places within a work: how they are read, and how each style and language prints them."""

import pytest

from nizkorcite import LocatorError, PartialDate, Reference, cite, in_text, narrative, organisation
from nizkorcite.reference.locators import Locator, read_locators
from seed import SEED

EFE = Reference(
    id="a",
    type="webpage",
    title="Talks",
    author=(organisation("EFE"),),
    issued=PartialDate("2017"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", (Locator("page", "12"),)),
        ("5-7", (Locator("page", "5-7", several=True),)),
        ("xii", (Locator("page", "xii"),)),
        ("A5", (Locator("page", "A5"),)),
        ("p. 5", (Locator("page", "5"),)),
        ("p.5", (Locator("page", "5"),)),
        ("pp. 5, 7-9", (Locator("page", "5, 7-9", several=True),)),
        ("p. 3-2", (Locator("page", "3-2"),)),
        ("PÁGS. 5–7", (Locator("page", "5–7", several=True),)),
        ("párr. 3", (Locator("paragraph", "3"),)),
        ("¶ 3", (Locator("paragraph", "3"),)),
        ("paras. 3-4", (Locator("paragraph", "3-4", several=True),)),
        ("Chapter 3", (Locator("chapter", "3"),)),
        ("capítulo III, p. 9", (Locator("chapter", "III"), Locator("page", "9"))),
        ("§ 107", (Locator("section", "107"),)),
        ("Osteoarthritis section, para. 2",
         (Locator("section", "Osteoarthritis"), Locator("paragraph", "2"))),
        ("sección Hechos probados", (Locator("section", "Hechos probados"),)),
        ("1:23:45", (Locator("timestamp", "1:23:45"),)),
    ],
)  # fmt: skip
def test_a_place_is_read_in_either_language(text: str, expected: tuple[Locator, ...]) -> None:
    """Labels may be whole or short, English or Spanish, with or without a stop."""
    assert expected == read_locators(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty locator; write a place such as p. 5"),
        ("p.", 'no number after "p."; write a place such as p. 5'),
        ("chaptr 3", '"chaptr" is not a kind of locator; did you mean "chapter"?'),
        ("zzz 3",
         '"zzz" is not a kind of locator; use p., pp., para., párr., ch., cap., sec., '
         "fig., table, tabla, note, nota, fol., vol., or a page alone"),
    ],
)  # fmt: skip
def test_what_is_no_place_is_refused_in_words(text: str, problem: str) -> None:
    """A misspelt label is told, never printed."""
    with pytest.raises(LocatorError) as caught:
        in_text(EFE, locator=text)

    assert problem == str(caught.value)


@pytest.mark.parametrize(
    ("locator", "english", "spanish"),
    [
        ("p. 5", "(EFE, 2017, p. 5)", "(EFE, 2017, p. 5)"),
        ("5-7", "(EFE, 2017, pp. 5–7)", "(EFE, 2017, pp. 5-7)"),
        ("párr. 3", "(EFE, 2017, para. 3)", "(EFE, 2017, párr. 3)"),
        ("paras. 3, 5", "(EFE, 2017, paras. 3, 5)", "(EFE, 2017, párrs. 3, 5)"),
        ("ch. 2", "(EFE, 2017, Chapter 2)", "(EFE, 2017, cap. 2)"),
        ("tabla 2", "(EFE, 2017, Table 2)", "(EFE, 2017, Tabla 2)"),
        ("sec. Facts, para. 2", "(EFE, 2017, Facts section, para. 2)",
         "(EFE, 2017, sección Facts, párr. 2)"),
        ("1:23:45", "(EFE, 2017, 1:23:45)", "(EFE, 2017, 1:23:45)"),
    ],
)  # fmt: skip
def test_apa_prints_a_place_in_the_language_of_the_text(
    locator: str, english: str, spanish: str
) -> None:
    """Section 8.13; whatever language the label was given in."""
    assert english == in_text(EFE, "apa", locator=locator)
    assert spanish == in_text(EFE, "apa", locator=locator, lang="es")


def test_a_narrative_citation_has_the_place_in_its_brackets() -> None:
    """Section 8.11: names outside the brackets."""
    assert "Itar Tass (2017, p. 5)" == narrative(SEED, "apa", locator="p. 5")
    assert "Itar Tass (27 de febrero de 2017, p. 5)" == narrative(
        SEED, "plain", locator="p. 5", lang="es"
    )


def test_a_reference_list_has_no_places() -> None:
    """An entry speaks of the whole work."""
    with pytest.raises(LocatorError) as caught:
        cite(SEED, "apa", locator="p. 5")

    assert str(caught.value) == (
        'entries of the style "apa" take no locators; cite in the text, or use plain or short'
    )


def test_a_file_for_programs_has_no_places() -> None:
    """A format has no citations in a text either."""
    with pytest.raises(LocatorError) as caught:
        cite(SEED, "bibtex", locator="p. 5")

    assert str(caught.value) == 'the format "bibtex" takes no locators; use plain or short'


def test_a_citation_with_a_place_is_told_apart_within_its_list() -> None:
    """The letter of the list stands beside the page."""
    other = Reference(
        id="b", type="webpage", title="A first", author=EFE.author, issued=PartialDate("2017")
    )

    assert "(EFE, 2017b, p. 5)" == in_text(EFE, locator="5", within=[EFE, other])
    assert "EFE (2017b)" == narrative(EFE, within=[EFE, other])

"""Places within a work: read in two languages, written in the language of the citation."""

import pytest

from nizkorcite import LocatorError, Reference, cite, in_text, narrative, organisation
from nizkorcite.locators import locators
from nizkorcite.model import Agent
from seed import SEED

WIRE = Reference(
    id="a",
    type="webpage",
    title="A title",
    author=(
        organisation("EFE"),
        Agent(kind="person", name="Íñigo P", family="Ibáñez", given="Íñigo"),
    ),
)


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("p. 5", "p. 5", "p. 5"),
        ("12", "p. 12", "p. 12"),
        ("pp. 5-7", "pp. 5–7", "pp. 5-7"),
        ("5–7", "pp. 5–7", "pp. 5-7"),
        ("xiv", "p. xiv", "p. xiv"),
        ("párr. 3", "para. 3", "párr. 3"),
        ("paras 3, 5", "paras. 3, 5", "párrs. 3, 5"),
        ("cap. 2, párrs. 3-4", "Chapter 2, paras. 3–4", "cap. 2, párrs. 3-4"),
        ("CAPÍTULO 2", "Chapter 2", "cap. 2"),
        ("fig. 1", "Figure 1", "Figura 1"),
        ("tabla 2", "Table 2", "Tabla 2"),
        ("§ 107", "Section 107", "sec. 107"),
        ("art. 5", "Article 5", "art. 5"),
        ("Results section", "Results section", "sección Results"),
        ("1:02:33", "1:02:33", "1:02:33"),
        ("p. A3-2", "p. A3-2", "p. A3-2"),
    ],
)
def test_a_place_is_read_and_written_in_both_languages(
    text: str, english: str, spanish: str
) -> None:
    """APA section 8.13, and the labels of the Spanish locale of CSL."""
    assert f"(Itar Tass, 2017, {english})" == in_text(SEED, locator=text)
    assert f"(Itar Tass, 2017, {spanish})" == in_text(SEED, locator=text, lang="es")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "a locator is empty; write a place such as p. 5"),
        ("p.", '"p." names no number; write a place such as p. 5'),
        ("zzz 3", '"zzz 3" begins with no known label; write one of p., pp., para., párr., '
                     "ch., cap., sec., fig., table, tabla, note, nota, fol., vol., or a page alone"),
        ("chaptr 3", '"chaptr 3" begins with no known label; did you mean "chapter"?'),
    ],
)  # fmt: skip
def test_a_place_that_can_not_be_read_is_refused(text: str, problem: str) -> None:
    """A label is never guessed."""
    with pytest.raises(LocatorError) as error:
        locators(text)

    assert problem == str(error.value)


def test_names_are_joined_as_the_language_does() -> None:
    """An ampersand in brackets and "and" in a sentence (section 8.17); in Spanish "y", or "e" before i."""
    assert [
        "(EFE & Ibáñez, n.d.)", "EFE and Ibáñez (n.d.)", "(EFE e Ibáñez, s.f.)", "EFE e Ibáñez (s.f.)",
    ] == [in_text(WIRE), narrative(WIRE), in_text(WIRE, lang="es"), narrative(WIRE, lang="es")]  # fmt: skip


def test_a_citation_within_a_list_is_told_apart() -> None:
    """The letter is that of the list."""
    items = [Reference(id=name, type="book", title=name, author=WIRE.author) for name in "BA"]

    assert "(EFE & Ibáñez, n.d.-b, p. 5)" == in_text(items[0], within=items, locator="p. 5")
    assert "EFE and Ibáñez (n.d.-a)" == narrative(items[1], within=items)


def test_a_footnote_ends_with_its_place() -> None:
    """Sentences have room for it; an entry of a list has none, and formats no citations."""
    assert cite(SEED, "plain", locator="p. 5").endswith("28 February 2017, p. 5.")
    assert cite(SEED, "short", locator="p. 5").endswith("(republished 28 February 2017), p. 5.")
    assert (None, None) == (in_text(SEED, "ris"), narrative(SEED, "ris"))
    with pytest.raises(LocatorError, match="has no place for a locator"):
        cite(SEED, "apa", locator="p. 5")

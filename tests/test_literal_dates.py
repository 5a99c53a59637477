"""Dates that are stated and cannot be read: printed as they are, never "no date"."""

import json

import pytest
from attrs import evolve

from nizkorcite import Reference, cite, in_text, organisation
from nizkorcite.citing import advice, bibliography

UNREAD = Reference(
    id="a",
    type="article-newspaper",
    title="A title",
    author=(organisation("EFE"),),
    issued_literal="Holy Week 1999",
)


@pytest.mark.parametrize(
    ("style", "entry", "cited"),
    [
        ("apa", "EFE. (Holy Week 1999). A title.", "(EFE, Holy Week 1999)"),
        ("plain", 'EFE, "A title," Holy Week 1999.', "(EFE, Holy Week 1999)"),
        ("short", 'EFE, "A title," Holy Week 1999.', "(EFE, Holy Week 1999)"),
    ],
)
def test_a_literal_date_is_printed_as_it_is(style: str, entry: str, cited: str) -> None:
    """In every style, and no advice calls the date missing."""
    assert (entry, cited, ()) == (
        cite(UNREAD, style),
        in_text(UNREAD, style),
        advice(UNREAD, style),
    )


def test_two_works_of_one_literal_date_get_letters() -> None:
    """A letter follows a hyphen, as after "n.d."."""
    both = [UNREAD, evolve(UNREAD, id="b", title="Zebra")]

    expected = "EFE. (Holy Week 1999-a). A title.\nEFE. (Holy Week 1999-b). Zebra.\n"

    assert expected == bibliography(both)


def test_in_press_is_no_literal_to_spanish_readers() -> None:
    """The words are translated wherever the entry states them."""
    work = Reference(id="a", type="book", title="Law", issued_literal="In press")

    assert "Law. (en prensa)." == cite(work, lang="es")


def test_a_literal_date_is_a_literal_in_csl_json() -> None:
    """CSL 1.0.2 prints it unchanged."""
    (item,) = json.loads(cite(UNREAD, "csl-json"))

    assert {"literal": "Holy Week 1999"} == item["issued"]


def test_the_key_of_a_work_has_the_year_of_a_literal_date() -> None:
    """No date is "nd" alone where none is stated."""
    assert cite(UNREAD, "bibtex").startswith("@misc{efe1999title,")

"""Dates that are stated and cannot be read: printed as they are, never "no date"."""

import json

import pytest
from attrs import evolve

from nizkorcite import PartialDate, Reference, cite, in_text, organisation
from nizkorcite.citing import advice, bibliography
from nizkorcite.formats.dates import publication_date

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


@pytest.mark.parametrize(
    ("printed", "date"),
    {
        "2015/october": "2015-10",
        "2015 Oct 3": "2015-10-03",
        "2015-Oct-3": "2015-10-03",
        "2015 (Oct)": "2015-10",
        "2015 Mar-Apr": "2015-03/2015-04",
        "March/April 2015": "2015-03/2015-04",
        "2015 Spring": "2015-21",
        "May 7-9, 2015": "2015-05-07/2015-05-09",
        "7-9 May 2015": "2015-05-07/2015-05-09",
        "2015-3-7": "2015-03-07",
        "2015.03.07": "2015-03-07",
        "20150307": "2015-03-07",
        "3/2015": "2015-03",
        "2012-00-00": "2012",
        "1998-1999": "1998/1999",
        "1998-99": "1998/1999",
        "2004-04-05T14:34:00+02:00": "2004-04-05",
        "Wed, 21 Feb 2024 10:00:00 GMT": "2024-02-21",
        "c1998.": "1998",
        "© 1998": "1998",
        "[1998]": "1998",
        "[1890?]": "1890?",
        "ca. 1890": "1890~",
    }.items(),
)
def test_dates_of_databases_are_read(printed: str, date: str) -> None:
    """Every form has one meaning, whatever the language of the month."""
    assert {"issued": PartialDate(date)} == publication_date(printed)


@pytest.mark.parametrize(
    "printed",
    ["03/04/2012", "Winter 2016-2017", "2001 Winter-Spring", "31 February 2015", "44 BC", "200?"],
)
def test_dates_with_no_single_meaning_stay_literal(printed: str) -> None:
    """Days before months or after them, years before 1, and days that no calendar has."""
    assert {"issued_literal": printed} == publication_date(printed)


@pytest.mark.parametrize("printed", ["n.d.", "[s.f.]", "No date", "s. f.", " "])
def test_no_date_in_words_is_no_date(printed: str) -> None:
    """Nothing is set."""
    assert {} == publication_date(printed)


@pytest.mark.parametrize("status", ["in press", "forthcoming"])
def test_a_work_in_press_is_not_undated(status: str) -> None:
    """APA 7, section 9.14; the footnote styles print the words as they are stated."""
    work = Reference(id="a", type="book", title="Law", status=status)

    assert ("Law. (in press).", f'"Law," {status}.') == (cite(work), cite(work, "short"))


@pytest.mark.parametrize(("style", "name"), [("coins", "COinS"), ("json-ld", "JSON-LD")])
def test_formats_without_literal_dates_say_so(style: str, name: str) -> None:
    """Their dates are those of ISO 8601."""
    assert (f"{name} cannot express the date Holy Week 1999; left out",) == advice(UNREAD, style)


def test_dublin_core_has_a_literal_date() -> None:
    """A text without a scheme."""
    assert "Holy Week 1999" in cite(UNREAD, "dublin-core")

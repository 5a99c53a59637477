"""Lists in APA style: their order, letters, names and initials (sections 8.18 to 8.20, 9.44 ff)."""

import pytest
from attrs import evolve

from nizkorcite import PartialDate, Reference, bibliography, citations, organisation
from nizkorcite.record.model import Agent


def person(given: str, family: str) -> Agent:
    """A person with parts of the name."""
    return Agent(kind="person", name=f"{given} {family}", family=family, given=given)


def item(title: str, issued: str | None, *names: str, original: str | None = None) -> Reference:
    """A web page of authors given as "Given Family"."""
    return Reference(
        id=title,
        type="webpage",
        title=title,
        author=tuple(person(*name.rsplit(" ", 1)) for name in names),
        issued=PartialDate(issued) if issued else None,
        original_date=PartialDate(original) if original else None,
    )


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([item("The B", "2017", "A Roe"), item("A", "2017-03-01", "A Roe"), item("C", "2017-02", "A Roe")],
         {"The B": "(Roe, 2017a)", "C": "(Roe, 2017b)", "A": "(Roe, 2017c)"}),
        ([item("B", None, "A Roe"), item("A", None, "A Roe")],
         {"A": "(Roe, n.d.-a)", "B": "(Roe, n.d.-b)"}),
        ([item("A", "1967", "E Sapir", original="1926"), item("B", "1967", "E Sapir", original="1926"),
          item("C", "1967", "E Sapir", original="1927")],
         {"A": "(Sapir, 1926/1967a)", "B": "(Sapir, 1926/1967b)", "C": "(Sapir, 1927/1967c)"}),
        ([item("A", "2017", "A Roe"), item("B", "2017", "B Roe")],
         {"A": "(A. Roe, 2017)", "B": "(B. Roe, 2017)"}),
        ([item("A", "2017", "A Roe", "A Poe", "A Doe", "A Loe", "A Zoe"), item("B", "2017", "A Roe", "A Poe", "A Moe", "A Loe", "A Zoe")],
         {"A": "(Roe, Poe, Doe, et al., 2017)", "B": "(Roe, Poe, Moe, et al., 2017)"}),
        ([item("A", "2017", "A Roe", "A Poe", "A Doe"), item("B", "2017", "A Roe", "A Poe", "A Moe")],
         {"A": "(Roe, Poe, & Doe, 2017)", "B": "(Roe, Poe, & Moe, 2017)"}),
        ([item("A", "2017", "A Roe", "A Poe", "A Doe", "A Loe"), item("B", "2017", "A Roe", "A Moe", "A Zoe"),
          item("C", "2017", "A Roe", "A Poe", "A Doe", "A Zoe")],
         {"B": "(Roe, Moe, & Zoe, 2017)", "A": "(Roe, Poe, Doe, & Loe, 2017)", "C": "(Roe, Poe, Doe, & Zoe, 2017)"}),
        ([item("A", "2017", "A Roe", "A Poe", "A Doe"), item("B", "2016", "A Roe", "A Poe", "A Moe")],
         {"A": "(Roe et al., 2017)", "B": "(Roe et al., 2016)"}),
        ([item("A", "2016", "A Roe", "A Poe"), item("B", "2017", "A Roe")],
         {"B": "(Roe, 2017)", "A": "(Roe & Poe, 2016)"}),
        ([item("The law", "2016"), item("Land", "2016")], {"Land": "(Land, 2016)", "The law": "(The Law, 2016)"}),
    ],
    ids=["precision", "no-date", "original-year", "initials", "five-authors", "three-authors", "three-lists",
         "other-year", "one-author-first", "article"],
)  # fmt: skip
def test_items_of_a_list_are_told_apart(items: list[Reference], expected: dict[str, str]) -> None:
    """Whatever the order of the input, the list has one order and no two equal citations."""
    for given in (items, items[::-1]):
        cited = {each.id: str(each.in_text) for each in citations(given)}

        assert [*expected.items()] == [*cited.items()]


def test_more_than_26_works_have_pairs_of_letters() -> None:
    """After z comes aa."""
    works = [item(f"T{number:02d}", "2017", "A Roe") for number in range(28)]

    assert ["(Roe, 2017z)", "(Roe, 2017aa)", "(Roe, 2017ab)"] == [
        str(each.in_text) for each in citations(works)
    ][25:]


def test_works_of_law_stand_under_their_names() -> None:
    """Section 11.1: two judgments of one court and year need no letters; two of one name do."""
    court = Agent(kind="organisation", name="Supreme Court")
    names = ("State v. B", "State v. A", "State v. A")
    cases = [
        Reference(id=str(number), type="legal_case", title=name, author=(court,),
                  issued=PartialDate("2010"))
        for number, name in enumerate(names)
    ]  # fmt: skip

    assert [
        ("State v. A (Supreme Court 2010a).", "(State v. A, 2010a)"),
        ("State v. A (Supreme Court 2010b).", "(State v. A, 2010b)"),
        ("State v. B (Supreme Court 2010).", "(State v. B, 2010)"),
    ] == [(each.text, str(each.in_text)) for each in citations(cases)]


def test_accents_and_signs_have_no_part_in_the_order() -> None:
    """Section 9.44: letter by letter, and nothing precedes something."""
    names = ("Ana Zorn", "Ana Álvarez", "Ana O’Neil", "Ana Onush", "Ana De-Vega", "Ana Dean")
    works = [item(name, "2017", name) for name in names]

    assert ["Álvarez", "Dean", "De-Vega", "O’Neil", "Onush", "Zorn"] == [
        each.text.split(",")[0] for each in citations(works)
    ]


def test_a_span_over_two_years_keeps_its_letter() -> None:
    """The letter follows the years, and no date stands twice."""
    works = [item("A", "2016-11/2017-02", "A Roe"), item("B", "2016-11/2017-02", "A Roe")]

    assert ["Roe, A. (2016–2017a). A.", "Roe, A. (2016–2017b). B."] == [
        each.text for each in citations(works)
    ]


def test_a_work_dated_by_its_year_stands_before_those_of_a_day() -> None:
    """Section 9.47: what is printed counts, also where more of the date is known."""
    efe = (organisation("EFE"),)
    page = Reference(
        id="page", type="webpage", title="A", author=efe, issued=PartialDate("1966-01-05")
    )
    book = Reference(
        id="book", type="book", title="B", author=efe, issued=PartialDate("1966-05-05")
    )

    assert "EFE. (1966a). B.\nEFE. (1966b, January 5). A.\n" == bibliography([page, book])


def test_works_in_press_stand_last_and_have_letters_of_their_own() -> None:
    """Sections 8.19 and 9.46: "in press" is a date, and no year."""
    pressed = [evolve(item(title, None, "A Roe"), status="in press") for title in ("Y", "X")]
    listed = citations([*pressed, item("B", "2017", "A Roe"), item("C", None, "A Roe")])

    assert [
        "(Roe, n.d.)", "(Roe, 2017)", "(Roe, in press-a)", "(Roe, in press-b)",
    ] == [str(each.in_text) for each in listed]  # fmt: skip

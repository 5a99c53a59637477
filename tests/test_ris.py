"""RIS, written and read: line for line, with a second reader."""

import pytest
import rispy

from hostile import addresses, one_line_texts
from nizkorcite import Agent, PartialDate, Reference, cite, organisation, refer
from nizkorcite.formats import ris, ris_zotero
from nizkorcite.formats.ris_reader import read_all
from seed import SEED

PERSON = Agent(kind="person", name="Ana Cruz", family="Cruz", given="Ana")


def test_the_seed_as_ris() -> None:
    """Both layers: the republication in tags, the original in a note, in words and as data."""
    expected = (
        "TY  - ELEC|ID  - seed|AU  - Itar Tass|TI  - Putin: Russia's military base in Tajikistan|"
        "LA  - en|PB  - Equipo Nizkor|PB  - Derechos Human Rights|PY  - 2017|DA  - 2017/02/28/|"
        "N1  - Originally published by Itar Tass, Dushanbe, 27 February 2017|"
        "N1  - original-publisher: Itar Tass|N1  - original-publisher-place: Dushanbe|"
        "N1  - original-date: 2017-02-27|ER  - |"
    ).replace("|", "\r\n")  # fmt: skip

    assert expected == ris.write_all([refer(SEED)])


def test_both_layers_survive() -> None:
    """The data are read back; the sentence that says them again is no note."""
    (back,) = read_all(ris.write_all([refer(SEED)])).references

    assert refer(SEED).original_publisher == back.original_publisher
    assert ("Dushanbe", PartialDate("2017-02-27"), None) == (
        back.original_publisher_place,
        back.original_date,
        back.note,
    )


@pytest.mark.parametrize(
    ("printed", "read"),
    {
        "2017": "2017",
        "2017/02": "2017-02",
        "2017/2/8": "2017-02-08",
        "2017/02/28/": "2017-02-28",
        "2017///Spring": "2017-21",
        "2017///early": "2017",
        "2017//05/": "2017",
    }.items(),
)
def test_dates(printed: str, read: str) -> None:
    """As far as they are stated: a day without its month tells the year alone."""
    found = read_all(f"TY  - BOOK\nDA  - {printed}\nER  - \n")

    assert (PartialDate(read), ()) == (found.references[0].issued, found.findings)


MALFORMED = """\
TI  - stands before any entry
TY  - JOUR
AU  - Fisk, Robert
AU  - Human Rights Council,, Working Group
TI  - A long title
that goes on
JO  - The Independent
VL  - 3
SP  - 12
EP  - 19
PY  - 1998
XX  - what is this
TY  - BOOK
ID  - law
TI  - Law
DA  - 31/31/31
no tag here either
ER  -
free text
TY  - BOOK
ID  - law
ER  - \
"""


def test_every_good_entry_is_read_and_every_fault_told() -> None:
    """Entries without an end, unknown tags, wrong dates and equal ids are told with their lines."""
    found = read_all(MALFORMED)

    assert [
        "1: error NZ401 TI stands before the type (TY) of any entry",
        "2: error NZ401 the entry has no end (ER)",
        '12: warning NZ403 a reference has no place for "XX"; it is left out',
        '16: warning NZ402 DA: "31-31-31 no tag here either" is no date such as 2017-02-27, 2017-02 or 2017; it is left out',
        "19: error NZ401 the line has no tag, such as TI  - ",
        '21: warning NZ404 "law" is the id of two entries',
    ] == [str(finding) for finding in found.findings]  # fmt: skip
    assert (
        "Fisk, R., & Human Rights Council, Working Group. (1998). A long title that goes on. "
        "The Independent, 3, 12–19."
    ) == cite(found.references[0])


def test_ten_thousand_hostile_texts_survive() -> None:
    """Every character comes back, for us and for rispy, which finds the same entries."""
    texts, urls = one_line_texts(5), addresses(5)
    expected = [
        Reference(
            id=f"k{number}",
            type="webpage",
            title=next(texts),
            note=next(texts),
            author=(organisation(" ".join(next(texts).split())), PERSON),
            keyword=(next(texts),),
            url=next(urls),
        )
        for number in range(2_500)
    ]
    text = ris.write_all(expected)

    assert (expected, ()) == ([*(found := read_all(text)).references], found.findings)
    second = rispy.loads(text)
    assert [each.title for each in expected] == [each["title"] for each in second]
    # rispy takes a semicolon for the end of an address.
    assert [(each.url or "").rstrip(";") for each in expected] == [
        ";".join(each["urls"]).rstrip(";") for each in second
    ]
    assert [[each.note] for each in expected] == [each["notes"] for each in second]


def test_no_value_can_end_its_line() -> None:
    """A break in an abstract would make the rest of it a tag of its own."""
    text = ris.write_all([Reference(id="a", type="book", abstract="One\nER  - \u2028two\n")])

    assert "AB  - One ER  -  two\r\n" in text


def test_what_ris_has_no_form_for_is_told() -> None:
    """Types and dates."""
    treaty = Reference(id="a", type="treaty", issued=PartialDate("1998~"))

    assert (
        'RIS has no type for "treaty"; written as GEN',
        "RIS can not say the date 1998~; left out",
    ) == ris.advice(treaty)


def test_the_profile_of_zotero_has_the_original_in_extra() -> None:
    """Zotero reads ``M2`` into Extra; a page's first publisher is its website, and it has no other."""
    expected = (
        "TY  - ELEC|ID  - seed|AU  - Itar Tass|TI  - Putin: Russia's military base in Tajikistan|"
        "LA  - en|PY  - 2017|DA  - 2017/02/28/|"
        "N1  - Originally published by Itar Tass, Dushanbe, 27 February 2017|T2  - Equipo Nizkor|"
        "M2  - original-publisher: Itar Tass|M2  - original-publisher-place: Dushanbe|"
        "M2  - original-date: 2017-02-27|M2  - publisher: Derechos Human Rights|ER  - |"
    ).replace("|", "\r\n")  # fmt: skip

    assert expected == ris_zotero.write_all([refer(SEED)])
    (back,) = read_all(expected).references
    assert ("Equipo Nizkor", (organisation("Derechos Human Rights"),), "Dushanbe", None) == (
        back.container_title,
        back.publisher,
        back.original_publisher_place,
        back.note,
    )

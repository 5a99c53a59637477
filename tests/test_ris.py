"""RIS, written and read: line for line, with a second reader."""

import pytest
import rispy

from hostile import addresses, one_line_texts
from nizkorcite import Agent, PartialDate, Reference, cite, organisation, person, refer
from nizkorcite.formats.ris import writer
from nizkorcite.formats.ris.parser import read_all
from nizkorcite.reference.names import ET_AL
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

    assert expected == writer.write_all([refer(SEED)])


def test_a_shortened_list_survives() -> None:
    """The words for others are the last name of the file, and nobody's name when it is read."""
    shortened = Reference(id="a", type="book", author=(PERSON, ET_AL))
    text = writer.write_all([shortened])

    assert "AU  - Cruz, Ana\r\nAU  - et al.\r\n" in text
    assert ((shortened,), ()) == (read_all(text).references, read_all(text).findings)


def test_both_layers_survive() -> None:
    """The data are read back; the sentence that says them again is no note."""
    (back,) = read_all(writer.write_all([refer(SEED)])).references

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
        "1: error NZ401 tag TI is outside an entry; entries start with TY",
        "2: error NZ401 the entry has no end (a line ER  - )",
        '12: warning NZ403 cannot use the field "XX"; left out',
        '16: warning NZ402 DA: "31/31/31 no tag here either" is not a date; printed as it is',
        '19: error NZ401 no tag such as "TI  - " in this line',
        '21: warning NZ404 two entries have the id "law"',
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
            author=(organisation(f"{_group(next(texts))} Press"), PERSON),
            keyword=(next(texts),),
            url=next(urls),
        )
        for number in range(2_500)
    ]
    text = writer.write_all(expected)

    assert (expected, ()) == ([*(found := read_all(text)).references], found.findings)
    second = rispy.loads(text)
    assert [each.title for each in expected] == [each["title"] for each in second]
    # rispy takes a semicolon for the end of an address.
    assert [(each.url or "").rstrip(";") for each in expected] == [
        ";".join(each["urls"]).rstrip(";") for each in second
    ]
    assert [[each.note] for each in expected] == [each["notes"] for each in second]


def _group(text: str) -> str:
    """Return a name on one line, and without the mark that may part two names."""
    return " ".join(text.replace(";", ":").split())


def test_no_value_can_end_its_line() -> None:
    """A break in an abstract would make the rest of it a tag of its own."""
    text = writer.write_all([Reference(id="a", type="book", abstract="One\nER  - \u2028two\n")])

    assert "AB  - One ER  -  two\r\n" in text


def test_what_ris_has_no_form_for_is_told() -> None:
    """Types and dates."""
    treaty = Reference(id="a", type="treaty", issued=PartialDate("1998~"))

    assert [
        'RIS has no type for "treaty"; written as GEN',
        'RIS cannot express the date 1998~; written as "about 1998"',
    ] == [*map(str, writer.advice(treaty))]


@pytest.mark.parametrize(
    "date", ["1998~", "2001/2003", "2001/..", "../2001", "2019-03/2019-04", "2020-01-05/2020-01-07"]
)
def test_dates_that_ris_has_no_form_for_come_back_from_words(date: str) -> None:
    """Otherwise they would be cited as n.d."""
    work = Reference(id="a", type="book", issued=PartialDate(date))

    assert [PartialDate(date)] == [
        each.issued for each in read_all(writer.write_all([work])).references
    ]


@pytest.mark.parametrize("status", ["in press", "submitted"])
def test_a_state_of_publication_stands_for_the_date(status: str) -> None:
    """As in exports of EndNote."""
    work = Reference(id="a", type="book", title="T", status=status)

    (back,) = read_all(writer.write_all([work])).references
    assert f"T. ({status})." == cite(back, "apa")


def test_the_profile_of_zotero_has_the_original_in_extra() -> None:
    """Zotero reads ``M2`` into Extra; a page's first publisher is its website, and it has no other."""
    expected = (
        "TY  - ELEC|ID  - seed|AU  - Itar Tass|TI  - Putin: Russia's military base in Tajikistan|"
        "LA  - en|PY  - 2017|DA  - 2017/02/28/|"
        "N1  - Originally published by Itar Tass, Dushanbe, 27 February 2017|T2  - Equipo Nizkor|"
        "M2  - original-publisher: Itar Tass|M2  - original-publisher-place: Dushanbe|"
        "M2  - original-date: 2017-02-27|M2  - publisher: Derechos Human Rights|ER  - |"
    ).replace("|", "\r\n")  # fmt: skip

    assert expected == writer.write_zotero([refer(SEED)])
    (back,) = read_all(expected).references
    assert ("Equipo Nizkor", (organisation("Derechos Human Rights"),), "Dushanbe", None) == (
        back.container_title,
        back.publisher,
        back.original_publisher_place,
        back.note,
    )


def entry(name: str, *tags: str) -> tuple[Reference, list[str]]:
    """What a file with one entry tells."""
    found = read_all("\n".join((f"TY  - {name}", *tags, "ER  - ")))
    return found.references[0], [finding.message for finding in found.findings]


READ: dict[str, tuple[tuple[str, ...], dict[str, object]]] = {
    "suffix in French": (
        ("JOUR", "AU  - Dupont, Jean, fils"), {"author": (person(family="Dupont", given="Jean", suffix="fils"),)}),
    "day apart from its year, as EndNote writes it": (
        ("JOUR", "PY  - 2003", "DA  - Jan 15"), {"issued": PartialDate("2003-01-15")}),
    "day before its year": (
        ("JOUR", "DA  - 3 May", "PY  - 2019"), {"issued": PartialDate("2019-05-03")}),
    "printed date": (("NEWS", "DA  - 3 May 2019"), {"issued": PartialDate("2019-05-03")}),
    "printed day of access": (
        ("ELEC", "Y2  - May 5, 2021"), {"accessed": PartialDate("2021-05-05")}),
    "one page": (("JOUR", "SP  - 7", "EP  - 7"), {"page": "7"}),
    "range as first page": (("JOUR", "SP  - 206-223", "EP  - 223"), {"page": "206-223"}),
    "last page first": (("JOUR", "EP  - 9", "SP  - 7"), {"page": "7-9"}),
    "number of a report": (
        ("RPRT", "SN  - WHO/CDS/2020.1"), {"number": "WHO/CDS/2020.1", "isbn": None}),
    "series of a book": (
        ("BOOK", "T2  - Law Series"),
        {"collection_title": "Law Series", "container_title": None}),
    "editors of a book": (("BOOK", "A3  - Roe, Jane"), {"author": ()}),
    "number of an article": (("JOUR", "C7  - e1234"), {"number": "e1234"}),
    "several authors in a line": (
        ("JOUR", "AU  - Cordon, P. J.; Montoya, M.", "AU  - Reis, Ana and Roe, Jane"),
        {"author": tuple(person(family=family, given=given) for family, given in (
            ("Cordon", "P. J."), ("Montoya", "M."), ("Reis", "Ana"), ("Roe", "Jane")))}),
    "authors with initials alone": (
        ("JOUR", "AU  - Cordon PJ; Montoya M"),
        {"author": (person(family="Cordon", given="P. J."), person(family="Montoya", given="M."))}),
    "a semicolon after the last name": (
        ("JOUR", "AU  - Roe, Jane;"), {"author": (person(family="Roe", given="Jane"),)}),
    "names in two tags": (
        ("JOUR", "AU  - Roe, Jane", "A1  - Roe, Jane"), {"author": (person(family="Roe", given="Jane"),)}),
    "a company": (
        ("BOOK", "AU  - Barnes and Noble, Inc."),
        {"author": (organisation("Barnes and Noble, Inc."),)}),
    "titles that differ in capitals": (("JOUR", "TI  - On Law", "T1  - On law "), {"title": "On Law"}),
    "section of a newspaper": (("NEWS", "SE  - Local"), {"section": "Local"}),
    "A2 of a book without a series": (("BOOK", "A2  - Roe, Jane"), {"editor": (person(family="Roe", given="Jane"),)}),
    "AU of an edited book": (
        ("EDBOOK", "AU  - Roe, Jane"), {"author": (), "editor": (person(family="Roe", given="Jane"),)}),
    "DOI in M3 of a chapter": (
        ("CHAP", "M3  - doi:10.5555/ex.1", "DO  - 10.5555/EX.1"),
        {"doi": "10.5555/ex.1", "genre": None}),
    "a comma after a name": (
        ("JOUR", "AU  - Roe, Jane,"), {"author": (person(family="Roe", given="Jane"),)}),
    "slashes after a date": (("JOUR", "PY  - 2012/Apr/03/"), {"issued": PartialDate("2012-04-03")}),
    "slashes alone": (("JOUR", "PY  - ////"), {"issued": None, "issued_literal": None}),
    "month in words": (("JOUR", "PY  - 2015/october"), {"issued": PartialDate("2015-10")}),
    "month in words after a slash": (
        ("JOUR", "Y1  - 2015///Oct 3"), {"issued": PartialDate("2015-10-03")}),
    "year with copyright": (("BOOK", "PY  - c1998."), {"issued": PartialDate("1998")}),
    "work in press": (("JOUR", "PY  - in press"), {"issued": None, "status": "in press"}),
    "no date in words": (("JOUR", "PY  - n.d."), {"issued": None, "issued_literal": None}),
    "time of access": (
        ("ELEC", "Y2  - 2021-05-05T10:00:00Z"), {"accessed": PartialDate("2021-05-05")}),
    "publisher and place of Web of Science": (
        ("BOOK", "PU  - Example", "PI  - Madrid"),
        {"publisher": (organisation("Example"),), "publisher_place": "Madrid"}),
    "others after a name": (
        ("JOUR", "AU  - Roe, Jane y cols."), {"author": (person(family="Roe", given="Jane"), ET_AL)}),
    "others alone in a line": (
        ("JOUR", "AU  - Roe, Jane", "AU  - et al."),
        {"author": (person(family="Roe", given="Jane"), ET_AL)}),
    "year of the original": (("BOOK", "OP  - 1901"), {"original_date": PartialDate("1901")}),
    "group with a comma behind": (("NEWS", "AU  - EFE,"), {"author": (organisation("EFE"),)}),
    "DOI in M3": (("JOUR", "M3  - doi:10.5555/ex.1"), {"doi": "10.5555/ex.1", "genre": None}),
    "kind that the type tells": (("JOUR", "M3  - Article"), {"genre": None}),
    "type of the year 2011": (("GOVDOC",), {"type": "report"}),
    "address as a link": (("ELEC", "LK  - https://example.org/a"), {"url": "https://example.org/a"}),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_tags_are_read_by_the_type_of_their_entry(name: str) -> None:
    """And without a word, where nothing is lost."""
    tags, expected = READ[name]
    reference, told = entry(*tags)

    assert (expected, []) == ({each: getattr(reference, each) for each in expected}, told)


TOLD = {
    "a file of somebody's disk is no archived copy": (
        ("JOUR", "L1  - internal-pdf://1/a.pdf"),
        'cannot use the field "L1"; left out'),
    "editors of a series edit no chapter": (
        ("CHAP", "A3  - Roe, Jane"), 'cannot use the field "A3"; left out'),
    "a short title of a journal": (
        ("JOUR", "JO  - Nat.", "JF  - Nature"),
        '"JO" contradicts another tag; left out'),
    "a second address": (
        ("ELEC", "UR  - https://a.example", "UR  - https://b.example"),
        '"UR" contradicts another tag; left out'),
    "a database that an article was found in": (
        ("JOUR", "DB  - Example Index"), 'cannot use the field "DB"; left out'),
    "a database that a newspaper was found in": (
        ("NEWS", "AN  - 123456"), 'cannot use the field "AN"; left out'),
    "a type of nowhere": (("XYZ",), 'unknown type "XYZ"; read as a document'),
    "a type without a name": (("",), 'unknown type ""; read as a document'),
    "a series' editors edit no book": (
        ("BOOK", "T2  - Law Series", "A2  - Roe, Jane"), 'cannot use the field "A2"; left out'),
    "two years": (
        ("JOUR", "PY  - 2013", "DA  - 2014"), '"PY" contradicts another tag; left out'),
    "a date beside one that cannot be read": (
        ("JOUR", "PY  - 2013", "DA  - early"), 'DA: "early" is not a date; left out'),
    "names by commas": (
        ("JOUR", "AU  - Roe, J., Poe, E., Low, K."),
        'AU: "Roe, J., Poe, E., Low, K." may be several names or a group; printed as it is'),
    "names by semicolons, given name first": (
        ("JOUR", "AU  - Jane Roe; Ed Poe"),
        'AU: "Jane Roe; Ed Poe" may be several names or a group; printed as it is'),
    "a name without a comma": (
        ("JOUR", "AU  - J. A. Roe"),
        'AU: "J. A. Roe" has no comma after a family name; printed as it is'),
    "initials without a comma": (
        ("JOUR", "AU  - Roe JA"),
        'AU: "Roe JA" has no comma after a family name; printed as it is'),
    "names in order": (
        ("JOUR", "AU  - Jane Roe and Ed Poe"),
        'AU: "Jane Roe and Ed Poe" may be several names or a group; printed as it is'),
    "an original publication in words": (
        ("BOOK", "OP  - Example Press"),
        'OP: "Example Press" is not a date in a known form such as 27 February 2017 or '
        "2017-02-27; left out"),
    "addresses in a line": (
        ("ELEC", "UR  - https://a.example; https://b.example"),
        '"UR" contradicts another tag; left out'),
    "others alone": (
        ("JOUR", "AU  - et al."), 'AU: "et al." names authors only in part; left out'),
    "an acronym after a comma": (
        ("RPRT", "AU  - Example Commission on Persons, ECP"),
        'AU: "Example Commission on Persons, ECP" may be several names or a group; '
        "printed as it is"),
    "a ministry": (
        ("RPRT", "AU  - Ministry of Trade, Industry and Labour"),
        'AU: "Ministry of Trade, Industry and Labour" may be several names or a group; '
        "printed as it is"),
    "a day without a year": (
        ("JOUR", "DA  - Jan 15"), 'DA: "Jan 15" is not a date; printed as it is'),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_what_is_left_out_is_told(name: str) -> None:
    """Nothing is lost in silence."""
    tags, expected = TOLD[name]
    reference, told = entry(*tags)

    assert ([expected], None, ()) == (told, reference.archived_url, reference.editor)


def test_what_is_no_ris_is_told_once() -> None:
    """Not once a line."""
    found = read_all("@book{a,\n title = {T},\n year = 2017\n}\n")

    assert ["1: error NZ401 no entry found; an entry starts with a line such as TY  - BOOK"] == [
        *map(str, found.findings)
    ]


def test_an_archived_copy_and_a_book_that_holds_another_survive() -> None:
    """RIS has no tags for them: a note of ours brings them back."""
    expected = Reference(
        id="a", type="report", title="T", container_title="Papers", collection_title="Series",
        archived_url="https://archive.example.org/1/a",
    )  # fmt: skip

    assert (expected,) == read_all(writer.write_all([expected])).references


def test_sections_and_literal_dates_survive() -> None:
    """A newspaper has a tag for its section, and any text may be a date."""
    expected = Reference(
        id="a", type="article-newspaper", section="Local", issued_literal="Holy Week 1999"
    )

    assert (expected,) == read_all(writer.write_all([expected])).references


@pytest.mark.parametrize(
    ("date", "lines"),
    [
        ("2017-XX", ["PY  - 2017", "DA  - 2017///"]),
        ("2017-02-XX", ["PY  - 2017", "DA  - 2017/02//"]),
        ("2017-21", ["PY  - 2017", "DA  - 2017///Spring"]),
        ("2017~", ["DA  - about 2017"]),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(date: str, lines: list[str]) -> None:
    """RIS has no letters for a month or day that is not known."""
    item = Reference(id="a", type="book", title="T", issued=PartialDate(date))

    assert lines == [
        line for line in cite(item, "ris").splitlines() if line.startswith(("PY", "DA"))
    ]

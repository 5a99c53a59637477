"""PubMed's format, in files of our own with the tags that PubMed writes."""

from pathlib import Path

import pytest
from attrs import asdict

import nizkorcite as nz
from nizkorcite import Agent, PartialDate, organisation, person
from nizkorcite.files.kinds import kind_of
from nizkorcite.formats.nbib import read_all
from test_cli import Ran, here  # noqa: F401 - commands run in a folder of their own

ARTICLE = """
PMID- 12345678
OWN - NLM
STAT- MEDLINE
DCOM- 20180101
IS  - 1234-5679 (Electronic)
IS  - 0378-5955 (Print)
VI  - 542
IP  - 7642
DP  - 2017 Feb 27
TI  - Laws of the world, with a title that is
      continued on another line.
PG  - 456-62
LID - 10.1000/182 [doi]
LID - S123-4 [pii]
AB  - First sentence. Second
      sentence.
FAU - King, Martin Luther Jr
AU  - King ML Jr
AD  - A university.
AD  - Another one.
FAU - de la Cruz, María
AU  - de la Cruz M
AU  - Roe AB
CN  - Group for Law, Inc
LA  - eng
PT  - Journal Article
PT  - Review
PL  - England
TA  - J Law
JT  - Journal of law
MH  - *Law/history
OT  - courts
CI  - (c) The authors
"""


def variables(text: str) -> dict[str, object]:
    """The stated variables of the only entry."""
    (reference,) = read_all(text).references
    stated = asdict(reference, recurse=False, filter=lambda _, value: value not in (None, ()))
    return {name: value for name, value in stated.items() if name != "layers"}


def test_an_article_is_read_whole() -> None:
    """Names with their suffixes, the printed journal's ISSN, whole page numbers."""
    assert {
        "id": "pmid:12345678",
        "type": "article-journal",
        "title": "Laws of the world, with a title that is continued on another line",
        "language": "en",
        "author": (
            person(family="King", given="Martin Luther", suffix="Jr"), person(family="de la Cruz", given="María"),
            person(family="Roe", given="A. B."), organisation("Group for Law, Inc"),
        ),
        "container_title": "Journal of law",
        "volume": "542",
        "issue": "7642",
        "page": "456-462",
        "issued": PartialDate("2017-02-27"),
        "doi": "10.1000/182",
        "issn": "0378-5955",
        "rights": "(c) The authors",
        "keyword": ("Law/history", "courts"),
        "abstract": "First sentence. Second sentence.",
    } == variables(ARTICLE)  # fmt: skip


def test_the_title_of_a_volume_is_not_its_number() -> None:
    """``VTI`` has words, and no variable of ours holds them."""
    found = read_all("PMID- 1\nTI  - A\nVI  - 4\nVTI - Handbook of Sleep\n")

    assert "4" == found.references[0].volume
    assert ['cannot use the field "VTI"; left out'] == [each.message for each in found.findings]


def test_a_field_without_a_variable_is_reported_once() -> None:
    """Tags about the entry in the database are not: they say nothing of the work."""
    assert ['20: warning NZ403 cannot use the field "AD"; left out'] == [
        *map(str, read_all(ARTICLE).findings)
    ]


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2017", "2017"),
        ("2017 Feb", "2017-02"),
        ("2017 Mar-Apr", "2017-03/2017-04"),
        ("2017 Mar 3-9", "2017-03-03/2017-03-09"),
        ("2016 Dec 30-2017 Jan 5", "2016-12-30/2017-01-05"),
        ("2017 Feb 27-Mar 3", "2017-02-27/2017-03-03"),
        ("2017 Spring", "2017-21"),
        ("2016 Fall-Winter", "2016-23/2016-24"),
        ("2016-2017", "2016/2017"),
    ],
)
def test_every_form_of_a_date_is_read(printed: str, date: str) -> None:
    """With both ends of a span."""
    assert PartialDate(date) == variables(f"PMID- 1\nDP  - {printed}\n")["issued"]


def test_a_date_that_is_not_understood_keeps_its_year() -> None:
    """It is reported; a date without a year is none."""
    found = read_all("PMID- 1\nDP  - 2016 1st Quarter\n\nPMID- 2\nDP  - soon\n")

    assert [PartialDate("2016"), None] == [each.issued for each in found.references]
    assert [
        '2: warning NZ402 DP: of "2016 1st Quarter" only the year is read',
        '5: warning NZ402 DP: "soon" is not a date in a known form such as 27 February 2017 or '
        "2017-02-27; left out",
    ] == [*map(str, found.findings)]


def test_the_electronic_date_replaces_a_missing_one() -> None:
    """It is written as one number."""
    assert PartialDate("2017-02-27") == variables("PMID- 1\nDEP - 20170227\n")["issued"]


@pytest.mark.parametrize(
    ("printed", "pages"),
    [("1321-6", "1321-1326"), ("456-62, 1010-5", "456-462, 1010-1015"), ("e123", "e123"),
     ("S12-S15", "S12-S15"), ("99-101", "99-101")],
)  # fmt: skip
def test_page_numbers_are_completed(printed: str, pages: str) -> None:
    """PubMed leaves out the digits that do not change."""
    assert pages == variables(f"PMID- 1\nPG  - {printed}\n")["page"]


@pytest.mark.parametrize(
    ("lines", "title", "translated"),
    [
        ("TI  - On law.\n", "On law", None),
        ("TI  - Courts of the U.S.\n", "Courts of the U.S.", None),
        ("TI  - What is law?\n", "What is law?", None),
        ("TI  - [On law].\nTT  - Sobre la ley.\n", "Sobre la ley", "On law"),
    ],
    ids=["stop", "abbreviation", "question", "translated"],
)
def test_a_title_is_read_as_its_author_wrote_it(
    lines: str, title: str, translated: str | None
) -> None:
    """Without the stop that PubMed adds, and in its own language."""
    (work,) = read_all(f"PMID- 1\n{lines}").references

    assert (title, translated) == (work.title, work.title_translated)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("AU  - Roe A", person(family="Roe", given="A.")),
        ("AU  - van der Berg JM 3rd", person(family="van der Berg", given="J. M.", suffix="3rd")),
        ("AU  - Plato", organisation("Plato")),
        ("FAU - Roe, Ann B", person(family="Roe", given="Ann B")),
        ("CN  - Group", organisation("Group")),
    ],
)
def test_names_are_read_in_both_forms(line: str, author: Agent) -> None:
    """A name without initials is not split."""
    assert (author,) == variables(f"PMID- 1\n{line}\n")["author"]


def test_a_chapter_has_its_book_and_publisher() -> None:
    """The place of a journal is that of the database."""
    text = "PMID- 1\nTI  - Part.\nBTI - Whole.\nPB  - House\nPL  - Bethesda (MD)\nISBN- 9780306406157 (pbk.)\n"

    assert {
        "id": "pmid:1", "type": "chapter", "title": "Part", "container_title": "Whole",
        "publisher": (organisation("House"),), "publisher_place": "Bethesda (MD)",
        "isbn": "9780306406157",
    } == variables(text)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "A text.\n",
            "1: error NZ401 no entry found; an entry starts with a line such as PMID- 12345678",
        ),
        ("PMID- 1\n\nPMID- 1\n", '3: warning NZ404 two entries have the id "pmid:1"'),
        (
            f"PMID- 1\nFAU - {'A' * 501}\n",
            "2: warning NZ402 FAU: 501 characters; at most 500 are allowed; left out",
        ),
        ("PMID- 1\nLA  - ?\n", '2: warning NZ402 LA: "?" is not a known language; left out'),
    ],
    ids=["no entry", "same number", "long name", "language"],
)
def test_a_fault_is_reported_with_its_line(text: str, finding: str) -> None:
    """Each costs itself alone."""
    assert [finding] == [*map(str, read_all(text).findings)]


def test_a_file_is_recognized_and_cited() -> None:
    """By its ending or its first tag, with any line breaks."""
    Path("works.nbib").write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())

    assert ("nbib", "nbib") == (kind_of("a.nbib", b""), kind_of("-", b"\nPMID- 1\n"))
    assert ["pmid:12345678"] == [
        each.id for each in nz.read_references(Path("works.nbib")).references
    ]
    assert Ran("cite", "works.nbib").out.startswith("King, M. L., Jr, de la Cruz, M., Roe, A. B.,")

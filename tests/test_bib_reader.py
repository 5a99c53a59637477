"""Reading BibTeX and BibLaTeX files of all kinds."""

import logging

import pytest

from hostile import addresses, one_line_texts
from nizkorcite import PartialDate, Reference, cite, organisation, refer
from nizkorcite.formats.bibtex import biblatex, bibtex
from nizkorcite.formats.bibtex.parser import read_all
from seed import SEED

FORMATS = {"bibtex": bibtex, "biblatex": biblatex}

MALFORMED = """\
@string{agency = "Itar Tass"}
@article{good, author = {{} # agency, title = {A {Law} of 50\\%}, journal = {El Pa{\\'i}s},
  year = 2003, month = jun, day = 19}
@book{open, title = {never closed
@book{after, title = "Second", year = {1998}, foo = {bar}, author = {García Márquez, Gabriel}}
@misc{twice, title = {One}, title = {Two}, date = {31 Feb}}
@book{after, title = {Third}}
"""


def test_every_good_entry_is_read_and_every_fault_told() -> None:
    """A broken entry costs no other; each fault has its code and line."""
    text = MALFORMED.replace("{{} # agency", "agency")
    found = read_all(text)

    assert ["good", "after", "twice", "after"] == [each.id for each in found.references]
    assert [
        "4: error NZ401 cannot read the entry; is a brace or quotation mark missing?",
        '5: warning NZ403 after: cannot use the field "foo"; left out',
        '6: warning NZ402 "title": given twice; the last value was used',
        '6: warning NZ402 twice: date: "31 Feb" is not a date; printed as it is',
        '7: warning NZ404 two entries have the key "after"',
    ] == [str(finding) for finding in found.findings]  # fmt: skip


def test_an_entry_is_cited_as_it_is() -> None:
    """What was read can be cited without becoming a record."""
    first = read_all(MALFORMED.replace("{{} # agency", "agency")).references[0]

    assert "Tass, I. (2003). A Law of 50%. El País." == cite(first)


@pytest.mark.parametrize("name", FORMATS)
def test_both_layers_survive(name: str) -> None:
    """The original's agency, place and day are read back, and the remark on them is dropped."""
    reference = refer(SEED)
    found = read_all(FORMATS[name].write_all([reference]))
    (back,) = found.references

    assert () == found.findings
    assert reference.original_publisher == back.original_publisher
    assert ("Dushanbe", PartialDate("2017-02-27")) == (
        back.original_publisher_place,
        back.original_date,
    )
    assert ("seed", None) == (back.id, back.note)


@pytest.mark.parametrize("name", FORMATS)
def test_a_remark_of_somebody_else_is_kept(name: str) -> None:
    """Only a note that says again what the data say is dropped."""
    text = FORMATS[name].write_all([refer(SEED)])
    changed = text.replace("Originally published by", "First seen at")
    (back,) = read_all(changed).references

    assert "First seen at Itar Tass, Dushanbe, 27 February 2017" == back.note


@pytest.mark.parametrize("name", FORMATS)
def test_ten_thousand_hostile_texts_survive(name: str) -> None:
    """Titles, notes and groups come back character for character, and so do addresses."""
    texts, urls = one_line_texts(3), addresses(3)
    expected = [
        Reference(
            id=f"k{number}",
            citation_key=f"k{number}",
            type="webpage",
            title=next(texts),
            note=next(texts),
            author=(organisation(next(texts)), organisation(next(texts))),
            url=next(urls),
        )
        for number in range(2_500)
    ]
    found = read_all(FORMATS[name].write_all(expected))

    assert () == found.findings
    assert expected == [*found.references]


def test_reading_is_silent(caplog: pytest.LogCaptureFixture) -> None:
    """Faults are findings, not lines of a log."""
    with caplog.at_level(logging.DEBUG):
        read_all("@book{open, title = {never closed")

    assert [] == caplog.records


def read(text: str) -> tuple[Reference, list[str]]:
    """The last entry of a file, and what was told."""
    found = read_all(text)
    return found.references[-1], [str(finding) for finding in found.findings]


FIELDS: dict[str, tuple[str, dict[str, object]]] = {
    "subtitle": ("@book{a, title = {Law}, subtitle = {a history}}", {"title": "Law: a history"}),
    "subtitle after a question": (
        "@book{a, title = {Why?}, subtitle = {A history}}", {"title": "Why? A history"}),
    "subtitle of what holds it": (
        "@incollection{a, booktitle = {Law}, booksubtitle = {a history}}",
        {"container_title": "Law: a history"}),
    "number of a report": ("@techreport{a, number = {12}}", {"number": "12", "issue": None}),
    "number in a series": (
        "@book{a, series = {Studies}, number = {12}}",
        {"collection_title": "Studies", "collection_number": "12"}),
    "number of an article": ("@article{a, eid = {e1234}}", {"number": "e1234"}),
    "number of a journal": ("@article{a, number = {12}}", {"issue": "12", "number": None}),
    "key of a kind of thesis": (
        "@thesis{a, type = {mathesis}}", {"genre": "Master’s thesis"}),
    "kind that the entry type tells": ("@phdthesis{a}", {"genre": "Doctoral dissertation"}),
    "kind in other words": ("@phdthesis{a, type = {Tesis doctoral}}", {"genre": "Tesis doctoral"}),
    "kind of patent": ("@patent{a, type = {patentus}}", {"authority": "U.S.", "genre": None}),
    "state": ("@book{a, pubstate = {inpress}}", {"status": "in press"}),
    "preprint": (
        "@article{a, eprint = {2001.01234}, archiveprefix = {arXiv}, primaryclass = {cs.AI}}",
        {"type": "article", "url": "https://arxiv.org/abs/2001.01234",
         "publisher": (organisation("arXiv"),)}),
    "language in its own words": ("@book{a, language = {Español}}", {"language": "es"}),
    "language by ISO 639-2": ("@book{a, language = {spa}}", {"language": "es"}),
    "remarks in two fields": (
        "@book{a, note = {First.}, addendum = {Second}}", {"note": "First. Second"}),
    "publisher and institution": (
        "@inproceedings{a, publisher = {ACM}, organization = {IEEE}}",
        {"publisher": (organisation("ACM"), organisation("IEEE"))}),
    "day in the month's macro": ('@book{a, year = 2017, month = "28~" # feb}',
                                 {"issued": PartialDate("2017-02-28")}),
    "month by its name": ("@book{a, year = 2017, month = {mayo}}",
                          {"issued": PartialDate("2017-05")}),
    "month as JabRef writes it": ("@book{a, year = 2017, month = {#may#}}",
                                  {"issued": PartialDate("2017-05")}),
    "two months": ("@book{a, year = 2017, month = {May-June}}",
                   {"issued": PartialDate("2017-05/2017-06")}),
    "names of programs": ("@book{a, title = {The {\\TeX}book of \\LaTeX{} {\\TeX}}}", {"title": "The TeXbook of LaTeX TeX"}),
    "fields without a value": ("@book{a, year = {}, title = {}}", {"issued": None, "title": None}),
    "season": ("@book{a, year = 2017, month = {Spring}}", {"issued": PartialDate("2017-21")}),
}  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
def test_fields_are_read_by_the_type_of_their_entry(name: str) -> None:
    """And without a word, where nothing is lost."""
    text, expected = FIELDS[name]
    reference, told = read(text)

    assert (expected, []) == ({each: getattr(reference, each) for each in expected}, told)


TOLD = {
    "letter of a year": (
        "@book{a, year = {1967a}}", 'year: removed the letter of "1967a"; reference lists add letters'),
    "month of nowhere": (
        "@book{a, year = 2017, month = {Brumaire}}",
        'month: "Brumaire 2017" is not a date in a known form such as 27 February 2017 or 2017-02-27; '
        "left out"),
    "language of nowhere": (
        "@book{a, language = {Klingon}}",
        'language: "Klingon" is not a known value; left out'),
    "two titles of journals": (
        "@article{a, journal = {One}, journaltitle = {Two}}",
        '"journaltitle" contradicts an earlier field; left out'),
    "entry that is not there": (
        "@inproceedings{a, crossref = {none}}",
        'the file has no entry "none" to take fields from'),
    "entry that takes from itself": (
        "@inproceedings{a, crossref = {A}}",
        '"A" takes its own fields from this entry; nothing is taken from it'),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_what_is_left_out_is_told(name: str) -> None:
    """Nothing is lost in silence."""
    text, expected = TOLD[name]
    _, (told,) = read(text)

    assert expected == told.partition(" a: ")[2]


def test_fields_are_taken_from_other_entries() -> None:
    """The title of proceedings is that of the book; an xdata entry is no item."""
    text = """
    @inproceedings{a, author = {Roe, Jane}, title = {Law}, pages = {1--5}, crossref = {P}}
    @proceedings{p, title = {Papers}, editor = {Poe, Edgar}, date = {2001}, xdata = {press}}
    @xdata{press, publisher = {Example Press}}"""

    assert [
        "Roe, J. (2001). Law. In E. Poe (Ed.), Papers (pp. 1–5). Example Press.",
        "Poe, E. (Ed.). (2001). Papers. Example Press.",
    ] == [cite(each) for each in read_all(text).references]


def test_names_with_named_parts() -> None:
    """The extended format of BibLaTeX."""
    reference, _ = read("@book{a, author = {family=Cruz, given=Ana, prefix=de la and Roe, Jane}}")

    assert ("Ana", "de la", "Cruz") == (
        reference.author[0].given, reference.author[0].particles, reference.author[0].family)  # fmt: skip
    assert "Roe" == reference.author[1].family


def test_a_circle_of_entries_ends() -> None:
    """Each entry is read, and one of them says that it takes nothing."""
    _, told = read("@book{a, title = {T}, crossref = {b}}\n@book{b, crossref = {a}}")

    assert [
        '2: warning NZ403 b: "a" takes its own fields from this entry; nothing is taken from it'
    ] == told


@pytest.mark.parametrize("name", FORMATS)
def test_a_series_and_its_number_survive(name: str) -> None:
    """Of books, and of chapters and papers in them."""
    expected = Reference(
        id="a", citation_key="a", type="chapter", title="Law", container_title="A book",
        collection_title="Studies", collection_number="12",
    )  # fmt: skip

    assert (expected,) == read_all(FORMATS[name].write_all([expected])).references


@pytest.mark.parametrize("name", FORMATS)
def test_the_number_of_an_article_survives(name: str) -> None:
    """Journals without pages number their articles."""
    expected = Reference(
        id="a", citation_key="a", type="article-journal", title="Law", container_title="Journal",
        issue="2", number="e1234",
    )  # fmt: skip

    assert (expected,) == read_all(FORMATS[name].write_all([expected])).references


def test_entries_without_a_key_are_numbered() -> None:
    """Programs leave it blank; such entries are no doubles of each other."""
    read = read_all("@article{, title={Law}, year=2001}\n@article{, title={Right}, year=2002}\n")

    assert () == read.findings
    assert [("item1", None, "Law"), ("item2", None, "Right")] == [
        (each.id, each.citation_key, each.title) for each in read.references
    ]

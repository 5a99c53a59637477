"""Reading BibTeX and BibLaTeX files of all kinds."""

import logging

import pytest

from hostile import addresses, one_line_texts
from nizkorcite import PartialDate, Reference, cite, organisation, refer
from nizkorcite.formats import biblatex, bibtex
from nizkorcite.formats.bib_reader import read_all
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
        "4: error NZ401 the entry can not be read: is a brace or a quotation mark missing?",
        '5: warning NZ403 after: a reference has no place for "foo"; it is left out',
        '6: warning NZ402 the entry has "title" twice; the last is read',
        '6: warning NZ402 twice: date: "31 Feb" is no date such as 2017-02-27, 2017-02 or 2017; '
        "it is left out",
        '7: warning NZ404 "after" is the key of two entries',
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

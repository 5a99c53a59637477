"""Hayagriva, as Typst reads it."""

import re
from html import unescape
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings

from nizkorcite import Document, PartialDate, Reference, advice, cite, organisation, person, refer
from nizkorcite.formats.hayagriva import write_all
from nizkorcite.reference.reference import ReferenceType
from seed import SEED
from strategies import documents
from test_cli import here  # noqa: F401 - files are written in a folder of their own

typst = pytest.importorskip("typst", reason="the extra typst is not installed")

ROE = person(family="Roe", given="Ann", particles="de la", suffix="Jr.")


def compiled(text: str, style: str, target: str) -> bytes:
    """Typst's output for a list of all entries of a file."""
    Path("works.yaml").write_text(text, "utf-8")
    Path("list.typ").write_text(
        f'#bibliography("works.yaml", title: none, style: "{style}", full: true)'
    )
    output: bytes = typst.compile("list.typ", format=target)
    return output


def printed(text: str, style: str = "apa") -> str:
    """The bibliography that Typst makes of a file."""
    html = compiled(text, style, "html").decode()
    return " ".join(unescape(re.sub("<[^>]+>", "", html.partition("<body>")[2])).split())


def test_both_layers_of_a_wire_story_are_entries() -> None:
    """The original is the parent, and Typst prints the copy."""
    text = cite(SEED, "hayagriva")

    assert (
        '  parent:\n  - type: "misc"\n    date: "2017-02-27"\n    publisher:\n      name:\n'
        '        value: "Itar Tass"\n        verbatim: true\n      location: "Dushanbe"'
    ) in text  # fmt: skip
    assert (
        "Itar Tass. (2017, February 28). Putin: Russia's military base in Tajikistan. "
        "Equipo Nizkor; Derechos Human Rights."
    ) == printed(text)


@pytest.mark.parametrize("style", ["apa", "chicago-notes", "ieee", "mla"])
def test_what_the_original_alone_states_is_not_printed_as_the_copys(style: str) -> None:
    """A copy without date, publisher and address is printed without them."""
    page = Reference(
        id="a", type="webpage", title="Law", layers="both", original_title="Ley",
        original_publisher=[organisation("Knopf")], original_publisher_place="New York",
        original_date=PartialDate("1926"), original_url="http://example.org/original",
    )  # fmt: skip

    text = write_all([page])
    shown = printed(text, style)

    assert [] == [
        each for each in ("Knopf", "New York", "1926", "original", "Ley") if each in shown
    ]
    assert "Originally published as “Ley” by Knopf, New York, 1926" in text


@pytest.mark.parametrize("kind", get_args(ReferenceType))
def test_typst_reads_every_type(kind: ReferenceType) -> None:
    """With all that an entry can have; nothing of the original is printed."""
    work = Reference(
        id="a", type=kind, title="The Work", author=[ROE], editor=[ROE], translator=[ROE],
        compiler=[ROE], director=[ROE], container_title="The Container", volume="X", issue="S1",
        page="S1-S3, 5", edition="2nd rev.", publisher=[organisation("P; Q")],
        publisher_place="Paris", issued=PartialDate("2017-02~"), url="http://example.org/1",
        accessed=PartialDate("2020-01-02"), doi="10.1/x", isbn="0-306-40615-2", issn="0378-5955",
        number="N1", genre="Kind", language="zh-Hant-TW", archive="A", archive_location="B",
        abstract="Words", note="Note", layers="both", original_publisher=[organisation("Knopf")],
        original_publisher_place="New York", original_date=PartialDate("1926"),
        original_url="http://example.org/original",
    )  # fmt: skip
    shown = printed(write_all([work]))

    assert "The Work" in shown
    assert "ca. 2017" in shown
    assert [] == [each for each in ("Knopf", "New York", "1926", "original") if each in shown]


@pytest.mark.parametrize(
    "title", ["1e5", "no", "2017-02-28", "null", "a: b # c", "'q'", "\\x", "- a", "e\u0301👩"]
)
def test_a_title_stays_a_text(title: str) -> None:
    """Whatever YAML would read without quotation marks."""
    shown = printed(write_all([Reference(id="a", type="book", title=title)]))

    assert f"{title}. (n.d.)." == shown.replace("‘", "'").replace("’", "'")


@pytest.mark.parametrize("address", ["www.example.org", "10.1/x", "http://[::1", "http://a:99999/"])
def test_an_address_that_typst_refuses_does_not_cost_the_file(address: str) -> None:
    """It is kept in the note."""
    page = Reference(id="a", type="webpage", title="Law", url=address, accessed=PartialDate("2020"))
    text = write_all([page])

    assert "Law. (n.d.)." == printed(text)
    assert f'note: "{address}"' in text
    assert (f'Typst refuses the address "{address}"; written in the note',) == tuple(
        each for each in advice(page, "hayagriva") if "address" in each
    )


@given(documents())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_typst_reads_any_document(document: Document) -> None:
    """Any text, name, date and language; HTML would refuse noncharacters such as U+FFFE."""
    assert compiled(write_all([refer(document)]), "apa", "pdf").startswith(b"%PDF")


def test_typst_reads_a_noncharacter() -> None:
    """Only its HTML cannot hold one."""
    work = Reference(id="a", type="book", title="Law", container_title="\ufffe")

    assert compiled(write_all([work]), "apa", "pdf").startswith(b"%PDF")


def test_a_date_without_a_form_is_left_out_with_a_note() -> None:
    """It is not shortened to its year."""
    work = Reference(id="a", type="book", title="Law", issued=PartialDate("1848?"))

    assert "date" not in write_all([work])
    assert ("Hayagriva cannot express the date 1848?; left out",) == advice(work, "hayagriva")

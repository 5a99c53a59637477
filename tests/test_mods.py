"""MODS, as a catalogue reads it."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from nizkorcite import Document, PartialDate, Reference, cite, organisation, person, refer
from nizkorcite.formats.mods import write_all
from seed import SEED
from strategies import documents

NAMES = {"m": "http://www.loc.gov/mods/v3"}


def found(text: str, path: str) -> list[str | None]:
    """The texts of the elements at a path of the only record."""
    (mods,) = ET.fromstring(text).findall("m:mods", NAMES)  # noqa: S314 - a text of ours
    steps = "/".join(step if step == "." else f"m:{step}" for step in path.split("/"))
    return [element.text for element in mods.findall(steps, NAMES)]


WORK = Reference(
    id="a", type="chapter", title="The Work", title_translated="La obra", layers="both",
    author=[person("Roe", "Ann", "de la", "Jr."), organisation("Group")], container_title="Host",
    editor=[person("Paz", "Ed")], volume="2", issue="3", page="4-5", edition="2nd", issn="0378-5955",
    issued=PartialDate("2017-02~"), doi="10.1/x", isbn="0-306-40615-2", number="N 1",
    collection_title="Series", collection_number="9", url="http://example.org/a",
    accessed=PartialDate("2020-01-02"), archived_url="http://example.org/b", keyword=["law"],
    original_title="Original", original_container_title="Journal", original_volume="8",
    original_publisher=[organisation("Knopf")], original_publisher_place="Paris",
    original_date=PartialDate("1926"), original_url="http://example.org/o", original_language="fr",
)  # fmt: skip
ORIGINAL = "relatedItem[@type='original']"
HOST = "relatedItem[@type='host']"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("titleInfo/title", ["The Work", "La obra"]),
        ("name[@type='personal']/namePart", ["de la Roe", "Ann", "Jr.", "Paz", "Ed"]),
        ("name[@type='corporate']/namePart", ["Group"]),
        ("name/role/roleTerm", ["aut", "aut", "edt"]),
        ("originInfo/dateIssued[@encoding='edtf']", ["2017-02~"]),
        ("originInfo/edition", ["2nd"]),
        (f"{HOST}/titleInfo/title", ["Host"]),
        (f"{HOST}/part/detail/number", ["2", "3"]),
        (f"{HOST}/part/extent/list", ["4-5"]),
        (f"{HOST}/identifier", ["0378-5955"]),
        ("relatedItem[@type='series']/titleInfo/partNumber", ["9"]),
        (f"{ORIGINAL}/titleInfo/title", ["Original"]),
        (f"{ORIGINAL}/originInfo/publisher", ["Knopf"]),
        (f"{ORIGINAL}/originInfo/place/placeTerm", ["Paris"]),
        (f"{ORIGINAL}/originInfo/dateIssued[@encoding='w3cdtf']", ["1926"]),
        (f"{ORIGINAL}/language/languageTerm", ["fr"]),
        (f"{ORIGINAL}/{HOST}/part/detail/number", ["8"]),
        (f"{ORIGINAL}/location/url", ["http://example.org/o"]),
        ("identifier", ["10.1/x", "0-306-40615-2", "N 1"]),
        ("location/url", ["http://example.org/a", "http://example.org/b"]),
        ("location/url[@dateLastAccessed='2020-01-02']", ["http://example.org/a"]),
        ("subject/topic", ["law"]),
        ("recordInfo/recordIdentifier", ["a"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_value_has_its_element(path: str, expected: list[str]) -> None:
    """The original has a record of its own within that of the copy."""
    assert expected == found(write_all([WORK]), path)


def test_a_copy_that_was_read_instead_is_another_version() -> None:
    """The original is then the record itself."""
    text = cite(SEED, "mods", layers="original")

    assert ["2017-02-27"] == found(text, "originInfo/dateIssued")
    assert ["Equipo Nizkor", "Derechos Human Rights"] == found(
        text, "relatedItem[@type='otherVersion']/originInfo/publisher"
    )


@given(documents())
def test_any_document_is_a_record(document: Document) -> None:
    """Whatever characters it has."""
    text = write_all([refer(document)])

    assert [document.id] == found(text, "recordInfo/recordIdentifier")

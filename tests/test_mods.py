"""MODS, as a catalogue reads it."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given

from hostile import addresses, one_line_texts
from nizkorcite import Document, PartialDate, Reference, cite, organisation, person, refer
from nizkorcite.formats.mods import write_all
from nizkorcite.reference import Layers, ReferenceType
from nizkorcite.reference.names import ET_AL
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
    author=[person(family="Roe", given="Ann", particles="de la", suffix="Jr."), organisation("Group")], container_title="Host",
    editor=[person(family="Paz", given="Ed")], volume="2", issue="3", page="4-5", edition="2nd", issn="0378-5955",
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


def test_a_shortened_list_of_names_says_so(schema: Any) -> None:
    """The last name is the element for others, which has a role but no name."""
    text = write_all([evolve(WORK, author=[person(family="Roe", given="Ann"), ET_AL])])

    assert ["Roe", "Ann", "Paz", "Ed"] == found(text, "name/namePart")
    assert [None] == found(text, "name/etal")
    assert [] == schema_errors(schema, text)


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


XML_ATTRIBUTES = """
<schema xmlns="http://www.w3.org/2001/XMLSchema"
        targetNamespace="http://www.w3.org/XML/1998/namespace">
  <attribute name="lang" type="language"/>
  <attribute name="space" type="NCName"/>
</schema>
"""


@pytest.fixture(scope="module")
def schema() -> Any:
    """The Library of Congress's schema of MODS 3.6, the newest that a package brings (eulxml).

    It names addresses of the web, which are its neighbours in the package.
    """
    etree = pytest.importorskip("lxml.etree", reason="lxml of the extra test is not installed")
    package = find_spec("eulxml")  # its own code needs a pkg_resources that setuptools dropped
    if package is None or not package.submodule_search_locations:
        pytest.skip("eulxml of the extra test is not installed")
    folder = Path(package.submodule_search_locations[0], "schema_data")

    class Shipped(etree.Resolver):  # type: ignore[name-defined,misc]  # Any
        def resolve(self, url: str, _public_id: object, context: object) -> object:
            name = url.rpartition("/")[2]
            if name == "xml.xsd":
                return self.resolve_string(XML_ATTRIBUTES, context)
            return self.resolve_filename(str(folder / name), context)

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Shipped())
    return etree.XMLSchema(etree.parse(str(folder / "mods.xsd"), parser))


def schema_errors(schema: Any, text: str) -> list[str]:
    """The errors of a text; what version 3.7 added to 3.6 is not used."""
    etree = pytest.importorskip("lxml.etree")
    schema.validate(etree.fromstring(text.replace('version="3.7"', 'version="3.6"').encode()))
    return [str(error) for error in schema.error_log]


@pytest.mark.parametrize("kind", get_args(ReferenceType))
def test_every_type_is_valid_by_the_schema(schema: Any, kind: ReferenceType) -> None:
    """With a value in every element that is written."""
    assert [] == schema_errors(schema, write_all([evolve(WORK, type=kind)]))


def test_hostile_values_are_valid_by_the_schema(schema: Any) -> None:
    """Texts and addresses of any characters, in each layer."""
    texts, urls = one_line_texts(7), addresses(7)
    for layers in get_args(Layers):
        works = [
            evolve(
                WORK, layers=layers, title=next(texts), url=next(urls),
                original_url=next(urls), republisher=[organisation(next(texts))],
            )
            for _ in range(300)
        ]  # fmt: skip
        assert [] == schema_errors(schema, write_all(works))


def test_the_schema_finds_what_is_wrong(schema: Any) -> None:
    """An element of nowhere has one error."""
    (error,) = schema_errors(schema, write_all([WORK]).replace("<subject>", "<theme/><subject>"))

    assert "Element '{http://www.loc.gov/mods/v3}theme': This element is not expected" in error

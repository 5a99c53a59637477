"""What describes a document on a page or in a repository: JSON-LD, Dublin Core, COinS."""

import json
from typing import Any
from urllib.parse import parse_qs
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from selectolax.lexbor import LexborHTMLParser

from hostile import one_line_texts
from nizkorcite import Agent, Capture, PartialDate, Reference, bibliography, cite, organisation
from nizkorcite.citing import advice
from nizkorcite.formats import coins, dublin_core, dublin_core_meta, schema_org
from seed import SEED

TITLE = "Putin: Russia's military base in Tajikistan"


def test_the_copy_is_based_on_the_original() -> None:
    """JSON-LD tells both layers as works of their own, each with its publisher and its day."""
    assert {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "name": TITLE,
        "author": [{"@type": "Organization", "name": "Itar Tass"}],
        "publisher": [
            {"@type": "Organization", "name": "Equipo Nizkor"},
            {"@type": "Organization", "name": "Derechos Human Rights"},
        ],
        "datePublished": "2017-02-28",
        "inLanguage": "en",
        "identifier": [{"@type": "PropertyValue", "propertyID": "record", "value": "seed"}],
        "isBasedOn": {
            "@type": "NewsArticle",
            "publisher": [{"@type": "Organization", "name": "Itar Tass"}],
            "datePublished": "2017-02-27",
            "dateline": "Dushanbe",
            "locationCreated": {"@type": "Place", "name": "Dushanbe"},
        },
    } == json.loads(cite(SEED, "json-ld"))


def test_one_layer_is_based_on_nothing() -> None:
    """The original alone, or the copy alone, is one work."""
    works = [
        json.loads(cite(SEED, "json-ld", layers=layer)) for layer in ("original", "republication")
    ]

    assert [("2017-02-27", None), ("2017-02-28", None)] == [
        (work["datePublished"], work.get("isBasedOn")) for work in works
    ]


def test_saved_bytes_have_their_digest() -> None:
    """A capture is an encoding of the work."""
    capture = Capture(sha256="ab" * 32, byte_length=3104, media_type="text/html")

    assert [
        {"@type": "MediaObject", "encodingFormat": "text/html", "contentSize": "3104",
         "sha256": "ab" * 32}
    ] == json.loads(cite(evolve(SEED, captures=[capture]), "json-ld"))["encoding"]  # fmt: skip


def test_several_works_are_a_graph() -> None:
    """One context serves them all."""
    value = json.loads(bibliography([SEED, evolve(SEED, id="other")], "json-ld"))

    assert (["@context", "@graph"], 2) == (list(value), len(value["@graph"]))


def test_no_title_ends_the_script_that_holds_it() -> None:
    """A page's script element ends at the first end tag in it."""
    text = cite(evolve(SEED, title="The tag </script><b>"), "json-ld")

    assert "<" not in text
    assert "The tag </script><b>" == json.loads(text)["headline"]


@pytest.mark.parametrize("style", ["json-ld", "dublin-core", "coins"])
def test_dates_that_iso_8601_can_not_say_are_told(style: str) -> None:
    """An approximate year is never made an exact one."""
    about = Reference(id="a", type="webpage", issued=PartialDate("2017~"))

    assert {
        "json-ld": ("JSON-LD cannot express the date 2017~; left out",),
        "dublin-core": ("Dublin Core has no scheme for the date 2017~; written as text",),
        "coins": ("COinS cannot express the date 2017~; left out",),
    }[style] == advice(about, style)
    assert "2017" not in cite(about, style) or style == "dublin-core"


def terms(text: str) -> list[tuple[str, str]]:
    """The terms of the first record of Dublin Core in XML."""
    record = ET.fromstring(text)[0]  # noqa: S314 - the text is our own
    return [
        (each.tag.removeprefix("{http://purl.org/dc/terms/}"), each.text or "") for each in record
    ]


def test_dublin_core_has_the_original_as_source() -> None:
    """In words, with agency, place and day; a place of publication is no topic (``spatial``)."""
    expected = [
        ("type", "Text"),
        ("identifier", "seed"),
        ("title", TITLE),
        ("language", "en"),
        ("source", "Originally published by Itar Tass, Dushanbe, 27 February 2017"),
        ("creator", "Itar Tass"),
        ("publisher", "Equipo Nizkor"),
        ("publisher", "Derechos Human Rights"),
        ("issued", "2017-02-28"),
    ]

    assert expected == terms(cite(SEED, "dublin-core"))


def elements(text: str) -> list[tuple[str, str]]:
    """The names and contents of the elements of a head, as a browser reads them."""
    return [
        (str(each.attributes["name"]), str(each.attributes["content"]))
        for each in LexborHTMLParser(text).css("meta")
    ]


def test_a_head_has_what_zotero_needs() -> None:
    """Zotero's own translators found the original in Extra, the agency whole and the right site."""
    assert [
        ("DCTERMS.type", "Text"),
        ("DCTERMS.identifier", "seed"),
        ("DCTERMS.title", TITLE),
        ("DCTERMS.language", "en"),
        ("DCTERMS.creator", "Itar Tass,"),
        ("DCTERMS.publisher", "Equipo Nizkor"),
        ("DCTERMS.publisher", "Derechos Human Rights"),
        ("DCTERMS.issued", "2017-02-28"),
        ("z:itemType", "webpage"),
        ("z:publicationTitle", "Equipo Nizkor"),
        (
            "z:extra",
            "original-publisher: Itar Tass\noriginal-publisher-place: Dushanbe\n"
            "original-date: 2017-02-27\npublisher: Derechos Human Rights",
        ),
    ] == elements(cite(SEED, "dublin-core-meta"))


@pytest.mark.parametrize(
    ("agent", "expected"),
    [
        (Agent(kind="person", name="Ana de la Cruz", family="Cruz", given="Ana", particles="de la"), "de la Cruz, Ana"),
        (Agent(kind="person", name="Robert Fisk"), "Robert Fisk,"),
        (Agent(kind="unknown", name="Redacción"), "Redacción,"),
    ],
    ids=["a person's parts", "a person without parts", "a name of no stated kind"],
)  # fmt: skip
def test_zotero_splits_no_name_by_itself(agent: Agent, expected: str) -> None:
    """It takes the last word of a name without a comma for the family name."""
    head = cite(Reference(id="a", type="book", author=(agent,)), "dublin-core-meta")

    assert expected == dict(elements(head))["DCTERMS.creator"]


def test_a_groups_comma_is_reported() -> None:
    """No form of a name keeps Zotero from splitting it at a comma."""
    book = Reference(id="a", type="book", author=(organisation("Trabajo, Paz y Tierra"),))

    assert ('Zotero splits the name "Trabajo, Paz y Tierra" at its comma',) == advice(
        book, "dublin-core-meta"
    )
    assert () == advice(book, "dublin-core")


def keys(text: str) -> dict[str, Any]:
    """The keys of a context object, from the element's attribute."""
    (span,) = LexborHTMLParser(text).css("span.Z3988")
    return parse_qs(str(span.attributes["title"]), strict_parsing=True)


def test_coins_tells_a_page_as_dublin_core() -> None:
    """A wire story has no matrix of its own; the original stands in words."""
    assert {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
        "rft.type": ["webpage"],
        "rft.title": [TITLE],
        "rft.creator": ["Itar Tass"],
        "rft.publisher": ["Equipo Nizkor", "Derechos Human Rights"],
        "rft.date": ["2017-02-28"],
        "rft.language": ["en"],
        "rft.source": ["Originally published by Itar Tass, Dushanbe, 27 February 2017"],
    } == keys(cite(SEED, "coins"))


def test_coins_tells_articles_and_books_in_their_own_keys() -> None:
    """A chapter's title is the article's, its book's the book's."""
    person = Agent(kind="person", name="Ana Prueba", family="Prueba", given="Ana")
    chapter = Reference(
        id="a", type="chapter", title="A part", container_title="A book", page="1-2",
        author=(person, organisation("EFE")), issued=PartialDate("1998"), isbn="0-306-40615-2",
    )  # fmt: skip

    assert {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:book"],
        "rft.genre": ["bookitem"],
        "rft.atitle": ["A part"],
        "rft.btitle": ["A book"],
        "rft.pages": ["1-2"],
        "rft.isbn": ["0-306-40615-2"],
        "rft.date": ["1998"],
        "rft.aulast": ["Prueba"],
        "rft.aufirst": ["Ana"],
        "rft.au": ["EFE"],
    } == keys(cite(chapter, "coins"))


def test_an_articles_original_is_told_as_missing() -> None:
    """The matrix of articles has no key for it."""
    article = Reference(
        id="a", type="article-journal", layers="both", original_date=PartialDate("1926")
    )

    assert ['COinS has no key for the original of type "article-journal"; left out'] == [
        *map(str, coins.advice(article))
    ]


def test_hostile_texts_stand_whole_in_every_description() -> None:
    """JSON, XML and HTML have each their own escaping; not a text breaks out of its place."""
    texts = one_line_texts(6)
    for title in (next(texts) for _ in range(1_000)):
        item = Reference(id="a", type="webpage", title=title)

        assert title == json.loads(schema_org.write_all([item]))["name"]
        assert [title] == keys(coins.write_all([item]))["rft.title"]
        assert title == dict(terms(dublin_core.write_all([item])))["title"]
        (element,) = LexborHTMLParser(dublin_core_meta.write_all([item])).css(
            'meta[name="DCTERMS.title"]'
        )
        assert title == element.attributes["content"]

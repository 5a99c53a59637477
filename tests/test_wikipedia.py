"""Wikipedia's citation templates, parsed back as Wikipedia's programs do."""

import re
from html import unescape

import mwparserfromhell
import pytest
from attrs import evolve
from hypothesis import given
from mwparserfromhell.nodes import HTMLEntity, Template, Text

from nizkorcite import PartialDate, Reference, advice, cite, convert, organisation, person, refer
from seed import SEED
from strategies import lines

ROE = person(family="Roe", given="Ann")
COPY = "https://example.org/a?b=c|d"
ARCHIVED = "https://web.archive.org/web/20200102030405/https://example.org/a"


def parameters(text: str) -> dict[str, str]:
    """The parameters of the only template of a text, with its name under the empty one."""
    (template,) = mwparserfromhell.parse(text).nodes
    assert isinstance(template, Template)
    found = {str(each.name): unescape(str(each.value)).strip() for each in template.params}
    return {"": str(template.name).strip(), **found}


@pytest.mark.parametrize(
    ("style", "layers", "expected"),
    [
        ("wikipedia", "both",
         {"": "cite news", "date": "28 February 2017", "orig-date": "27 February 2017",
          "title": "Putin: Russia's military base in Tajikistan", "agency": "Itar Tass",
          "location": "Dushanbe", "via": "Equipo Nizkor and Derechos Human Rights",
          "language": "en"}),
        ("wikipedia", "original",
         {"": "cite news", "date": "27 February 2017",
          "title": "Putin: Russia's military base in Tajikistan", "agency": "Itar Tass",
          "location": "Dushanbe", "via": "Equipo Nizkor and Derechos Human Rights",
          "language": "en"}),
        ("wikipedia", "republication",
         {"": "cite news", "author1": "Itar Tass", "date": "28 February 2017",
          "title": "Putin: Russia's military base in Tajikistan", "work": "Equipo Nizkor",
          "publisher": "Derechos Human Rights", "language": "en"}),
        ("wikipedia-es", "both",
         {"": "cita noticia", "fecha": "28 de febrero de 2017",
          "año-original": "27 de febrero de 2017",
          "título": "Putin: Russia's military base in Tajikistan", "agencia": "Itar Tass",
          "ubicación": "Dushanbe", "via": "Equipo Nizkor y Derechos Human Rights",
          "idioma": "en"}),
    ],
    ids=["both", "original", "republication", "Spanish"],
)  # fmt: skip
def test_a_wire_story_names_its_agency_and_its_archive(
    style: str, layers: str, expected: dict[str, str]
) -> None:
    """The agency is no author, and the archive no publisher of the original."""
    assert expected == parameters(cite(SEED, style, layers=layers))  # type: ignore[arg-type]


ONLINE = {
    "url": COPY,
    "accessed": PartialDate("2020-01-03"),
    "archived_url": ARCHIVED,
    "publisher": [organisation("Equipo Nizkor")],
}
CASES = {
    "archived web page": (
        {"type": "webpage", "title": "A", **ONLINE},
        {"": "cite web", "title": "A", "website": "Equipo Nizkor", "url": COPY.replace("|", "%7C"),
         "access-date": "3 January 2020", "archive-url": ARCHIVED,
         "archive-date": "2 January 2020", "url-status": "live"},
        {"": "cita web", "título": "A", "sitioweb": "Equipo Nizkor", "url": COPY.replace("|", "%7C"),
         "fechaacceso": "3 de enero de 2020", "urlarchivo": ARCHIVED,
         "fechaarchivo": "2 de enero de 2020", "urlmuerta": "no"}),
    "web page without address": (
        {"type": "webpage", "title": "A"},
        {"": "citation", "title": "A"},
        {"": "obra citada", "título": "A"}),
    "archived copy alone": (
        {"type": "webpage", "title": "A", "archived_url": ARCHIVED,
         "accessed": PartialDate("2020-01-03")},
        {"": "cite web", "title": "A", "url": ARCHIVED},
        {"": "cita web", "título": "A", "url": ARCHIVED}),
    "page without address that was read": (
        {"type": "webpage", "title": "A", "accessed": PartialDate("2020-01-03")},
        {"": "citation", "title": "A"},
        {"": "obra citada", "título": "A"}),
    "press release": (
        {"type": "webpage", "genre": "Press release", "title": "A", "layers": "both",
         "publisher": [organisation("Archive")], "original_publisher": [organisation("NGO")],
         "original_date": PartialDate("2001-02")},
        {"": "cite press release", "date": "February 2001", "title": "A", "publisher": "NGO",
         "via": "Archive", "type": "Press release"},
        {"": "obra citada", "fecha": "febrero de 2001", "título": "A", "editorial": "NGO",
         "via": "Archive", "tipo": "Press release"}),
    "reprinted book": (
        {"type": "book", "title": "A", "author": [ROE], "issued": PartialDate("1967"),
         "publisher": [organisation("Penguin")], "layers": "both", "edition": "2",
         "original_publisher": [organisation("Knopf")], "original_publisher_place": "New York",
         "original_date": PartialDate("1926"), "isbn": "0-306-40615-2"},
        {"": "cite book", "last1": "Roe", "first1": "Ann", "date": "1967",
         "orig-date": "Knopf, New York, 1926", "title": "A", "publisher": "Penguin", "edition": "2",
         "isbn": "0-306-40615-2"},
        {"": "cita libro", "apellidos1": "Roe", "nombre1": "Ann", "fecha": "1967",
         "año-original": "Knopf, New York, 1926", "título": "A", "editorial": "Penguin",
         "edición": "2", "isbn": "0-306-40615-2"}),
    "newspaper article": (
        {"type": "article-newspaper", "title": "A", "container_title": "El País", "page": "3-5",
         "author": [organisation("Roe, Paz & Co.")], "editor": [person(family="Paz", given="Luis", particles="de la")]},
        {"": "cite news", "author1": "((Roe, Paz & Co.))", "editor-last1": "de la Paz",
         "editor-first1": "Luis", "title": "A", "newspaper": "El País", "pages": "3-5"},
        {"": "cita noticia", "autor1": "Roe, Paz & Co.", "apellido-editor1": "de la Paz",
         "nombre-editor1": "Luis", "título": "A", "periódico": "El País", "páginas": "3-5"}),
    "journal article": (
        {"type": "article-journal", "title": "A", "container_title": "J", "volume": "4",
         "issue": "2", "page": "7", "doi": "10.1000/182", "issued": PartialDate("2017-21")},
        {"": "cite journal", "date": "Spring 2017", "title": "A", "journal": "J", "volume": "4",
         "issue": "2", "page": "7", "doi": "10.1000/182"},
        {"": "cita publicación", "fecha": "primavera de 2017", "título": "A", "publicación": "J",
         "volumen": "4", "número": "2", "página": "7", "doi": "10.1000/182"}),
    "chapter": (
        {"type": "chapter", "title": "C", "container_title": "B", "translator": [ROE]},
        {"": "cite book", "translator": "Ann Roe", "chapter": "C", "title": "B"},
        {"": "cita libro", "traductor": "Ann Roe", "capítulo": "C", "título": "B"}),
    "report": (
        {"type": "report", "title": "A", "number": "S/2017/1", "publisher": [organisation("UN")]},
        {"": "cite report", "title": "A", "publisher": "UN", "id": "S/2017/1"},
        {"": "cita libro", "título": "A", "editorial": "UN", "id": "S/2017/1"}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_work_has_its_template(name: str) -> None:
    """In both languages."""
    variables, english, spanish = CASES[name]
    reference = Reference(id="a", **variables)  # type: ignore[arg-type]

    assert english == parameters(cite(reference, "wikipedia"))
    assert spanish == parameters(cite(reference, "wikipedia-es"))


@given(lines())
def test_any_title_survives_a_template(title: str) -> None:
    """Markup in it neither ends the parameter nor becomes a link, a tag or a signature."""
    text = cite(Reference(id="a", type="book", title=title), "wikipedia")
    nodes = mwparserfromhell.parse(text).filter()[1:]

    assert " ".join(title.split()) == parameters(text)["title"]
    assert set() == {type(node) for node in nodes} - {Text, HTMLEntity}


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("A | B}}", "A &#124; B&#125;&#125;"),
        ("[[Law]] <ref>", "&#91;&#91;Law&#93;&#93; &#60;ref&#62;"),
        ("''On'' '''law''' ~~~~", "&#39;&#39;On&#39;&#39; &#39;&#39;&#39;law&#39;&#39;&#39; &#126;&#126;&#126;&#126;"),
        ("R&D &lt; AT&T's", "R&D &#38;lt; AT&T's"),
        ("__NOTOC__ http://a.org", "&#95;&#95;NOTOC&#95;&#95; http&#58;//a.org"),
        ("two\nlines", "two lines"),
    ],
    ids=["template", "link", "bold", "entity", "switch", "lines"],
)  # fmt: skip
def test_markup_is_written_as_entities(title: str, written: str) -> None:
    """Other signs stay legible."""
    text = cite(Reference(id="a", type="book", title=title), "wikipedia")

    assert f"{{{{cite book |title={written}}}}}" == text


def test_what_a_template_refuses_is_left_out_with_a_note() -> None:
    """A date that is not certain, and the unknown date of an archived copy."""
    reference = Reference(
        id="a",
        type="webpage",
        title="A",
        url="https://example.org/a",
        issued=PartialDate("1848~"),
        archived_url="https://archive.example.org/1",
    )

    assert {
        "": "cite web", "title": "A", "url": "https://example.org/a",
        "archive-url": "https://archive.example.org/1",
    } == parameters(cite(reference, "wikipedia"))  # fmt: skip
    for style in ("wikipedia", "wikipedia-es"):
        assert (
            "Wikipedia cannot express the date 1848~; left out",
            "the address of the archived copy has no date; add the day of archiving to the template",
        ) == advice(reference, style)


@pytest.mark.parametrize("address", ["20201345000000", "2020"])
def test_a_number_that_is_no_day_dates_no_copy(address: str) -> None:
    """It is not guessed."""
    reference = Reference(
        id="a",
        type="book",
        url="https://example.org/x",
        archived_url=f"https://web.archive.org/web/{address}/x",
    )

    assert {"", "url", "archive-url"} == {*parameters(cite(reference, "wikipedia"))}


@pytest.mark.parametrize("style", ["wikipedia", "wikipedia-es"])
def test_dates_and_names_of_a_story_count_as_kept(style: str) -> None:
    """The report of losses reads the dates of both languages."""
    lost = {loss.pointer for loss in convert([SEED], style).losses}

    assert set() == {each for each in lost if re.search("date|publishers/./name|place|title", each)}


def test_the_words_of_a_work_are_not_quoted() -> None:
    """Neither abstract nor note is a quotation."""
    text = cite(evolve(refer(SEED), abstract="Words", note="More"), "wikipedia")

    assert "quote" not in parameters(text)

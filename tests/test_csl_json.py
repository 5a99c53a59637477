"""CSL-JSON, written and read: both layers, and in ``custom`` what CSL has no variable for."""

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from csl_input import SCHEMA
from hostile import one_line_texts
from nizkorcite import Agent, Document, PartialDate, Reference, cite, organisation, refer, to_record
from nizkorcite.formats.csl_json import writer, zotero
from nizkorcite.formats.csl_json.parser import read_all
from seed import SEED
from strategies import documents


def test_csl_json_has_both_layers_in_its_own_variables() -> None:
    """The original's publisher, place and day stand beside those of the copy read."""
    (item,) = json.loads(cite(SEED, "csl-json"))

    assert {"nizkorcite": {"layers": "both", "record": to_record(SEED)}} == item.pop("custom")
    assert {
        "id": "itartass2017putin",
        "citation-key": "itartass2017putin",
        "type": "webpage",
        "title": "Putin: Russia's military base in Tajikistan",
        "language": "en",
        "author": [{"literal": "Itar Tass"}],
        "container-title": "Equipo Nizkor",
        "publisher": "Derechos Human Rights",
        "issued": {"date-parts": [[2017, 2, 28]]},
        "original-publisher": "Itar Tass",
        "original-publisher-place": "Dushanbe",
        "original-date": {"date-parts": [[2017, 2, 27]]},
    } == item


@pytest.mark.parametrize(
    ("date", "variable"),
    [
        ("2017-02-28", {"date-parts": [[2017, 2, 28]]}),
        ("2017-02", {"date-parts": [[2017, 2]]}),
        ("2017-XX", {"date-parts": [[2017]]}),
        ("2017-22", {"date-parts": [[2017]], "season": 2}),
        ("2017~", {"date-parts": [[2017]], "circa": True}),
        ("2016/2017-03", {"date-parts": [[2016], [2017, 3]]}),
        ("201X", {"literal": "201X"}),
        ("../2017", {"literal": "../2017"}),
    ],
)
def test_csl_dates_say_no_more_than_the_record(date: str, variable: dict[str, object]) -> None:
    """A date that CSL can not spell is a literal, never a day that nobody stated."""
    (item,) = json.loads(
        cite(Reference(id="a", type="webpage", issued=PartialDate(date)), "csl-json")
    )

    assert variable == item["issued"]


def test_csl_persons_have_their_parts() -> None:
    """Particles and suffix stand in CSL's own members."""
    person = Agent(
        kind="person", name="x", family="Cruz", given="Ana", particles="de la", suffix="Jr."
    )
    (item,) = json.loads(cite(Reference(id="a", type="book", author=(person,)), "csl-json"))

    assert [
        {"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la", "suffix": "Jr."}
    ] == item["author"]


def read_one(item: dict[str, Any]) -> tuple[Reference, list[str]]:
    """The reference of an item, and what is told of it."""
    found = read_all(json.dumps([item]))
    return found.references[0], [str(finding) for finding in found.findings]


def test_an_item_that_was_changed_is_read_and_not_its_record() -> None:
    """Somebody has corrected the title in Zotero: the record in ``custom`` is no longer its."""
    (item,) = json.loads(cite(SEED, "csl-json"))
    reference, told = read_one({**item, "title": "Corrected"})

    assert ("Corrected", None) == (reference.title, reference.document)
    assert [
        'warning NZ402 item 1: "custom" does not match the item, which was edited; left out'
    ] == told


@pytest.mark.parametrize("custom", [7, {}, {"record": 7}, {"variables": 7}, {"variables": {"x": 1}},
                                    {"record": {}}, {"variables": {"publisher": "EFE"}}])  # fmt: skip
def test_what_others_wrote_into_our_member_is_left_out(custom: object) -> None:
    """It is told, and the item is read as it stands."""
    item = {"id": "a", "type": "book", "title": "Law", "custom": {"nizkorcite": custom}}

    assert (
        Reference(id="a", citation_key="a", type="book", title="Law"),
        ['warning NZ402 item 1: "custom" does not match the item, which was edited; left out'],
    ) == read_one(item)


VARIABLES = Reference(
    id="a",
    citation_key="a",
    type="webpage",
    layers="both",
    title="Law",
    publisher=(organisation("Equipo Nizkor"), organisation("Derechos; Human Rights")),
    issued=PartialDate("2017"),
    original_publisher=(Agent(kind="person", name="Ana Prueba"), organisation("EFE")),
    original_url="https://example.org/wire",
    original_volume="3",
    archived_url="https://archive.example.org/1",
    rights="All rights reserved",
    keyword=("law, and order", "peace"),
)


def test_variables_that_csl_lacks_come_back() -> None:
    """Of an item without a record they stand in ``custom``, each in the record's spelling."""
    text = writer.write_all([VARIABLES])

    assert "EFE" == json.loads(text)[0]["custom"]["nizkorcite"]["variables"][
        "original_publisher"
    ][1]["name"]  # fmt: skip
    assert ((VARIABLES,), ()) == ((found := read_all(text)).references, found.findings)


def test_publishers_whose_names_fill_more_than_one_name_may_have_survive() -> None:
    """CSL has one text for all of them; found by the fuzz target."""
    publishers = tuple(organisation(f"Example Press {'x' * 60} {number}") for number in range(9))
    reference = Reference(id="a", type="book", title="T", publisher=publishers)

    assert (reference,) == read_all(cite(reference, "csl-json")).references


@pytest.mark.parametrize(
    "date", ["1926?", "1926%", "1926-05~", "1926~/1930", "192X", "1926/..", "1926-03/1926-24"]
)
def test_dates_keep_what_csl_has_no_numbers_for(date: str) -> None:
    """CSL can say approximate, but not uncertain; found by the fuzz target."""
    reference = Reference(id="a", citation_key="a", type="book", issued=PartialDate(date))

    assert (reference,) == read_all(cite(reference, "csl-json")).references


def test_an_item_that_csl_tells_whole_has_no_custom() -> None:
    """Nothing is added where nothing is lacking."""
    plain = Reference(
        id="a", citation_key="a", type="book", publisher=(organisation("EFE"),), keyword=("a", "b")
    )

    assert "custom" not in json.loads(writer.write_all([plain]))[0]


@settings(deadline=None)
@given(document=documents())
def test_every_document_gives_items_that_the_csl_input_schema_allows(document: Document) -> None:
    """With ``custom``, and in Zotero's profile without it."""
    for style in ("csl-json", "csl-json-zotero"):
        assert [] == list(
            Draft202012Validator(SCHEMA).iter_errors(json.loads(cite(document, style)))
        )


@settings(deadline=None)
@given(document=documents())
def test_every_document_survives_csl_json(document: Document) -> None:
    """The record comes back whole, whichever layers the item tells."""
    for layers in ("both", "original", "republication"):
        (back,) = read_all(cite(document, "csl-json", layers=layers)).references

        assert (document, refer(document, layers)) == (back.document, back)


def test_ten_thousand_hostile_texts_survive() -> None:
    """JSON escapes what it must, and our own member keeps lists apart."""
    texts = one_line_texts(4)
    expected = [
        evolve(VARIABLES, id=f"k{number}", citation_key=f"k{number}", title=next(texts),
               abstract=next(texts), keyword=(next(texts), next(texts)))
        for number in range(2_500)
    ]  # fmt: skip

    assert (tuple(expected), ()) == (
        (found := read_all(writer.write_all(expected))).references,
        found.findings,
    )


def test_the_profile_of_zotero_has_the_original_in_extra() -> None:
    """The lines that Zotero's importer would drop as variables; the site is the page's website."""
    (item,) = json.loads(zotero.write_all([refer(SEED)]))

    assert {
        "id": "seed",
        "citation-key": "itartass2017putin",
        "type": "webpage",
        "title": "Putin: Russia's military base in Tajikistan",
        "language": "en",
        "author": [{"literal": "Itar Tass"}],
        "container-title": "Equipo Nizkor",
        "issued": {"date-parts": [[2017, 2, 28]]},
        "note": "original-publisher: Itar Tass\noriginal-publisher-place: Dushanbe\n"
                "original-date: 2017-02-27\npublisher: Derechos Human Rights",
    } == item  # fmt: skip


def test_lines_of_zoteros_extra_are_variables() -> None:
    """As Zotero has them, in its own spelling or that of CSL; other lines stay in the note."""
    note = "Read in 2026\nOriginal Date: 2017-02-27\noriginal-publisher-place: Dushanbe"
    reference, told = read_one({"id": "a", "type": "webpage", "note": note})

    assert ("Read in 2026", PartialDate("2017-02-27"), "Dushanbe", "both", []) == (
        reference.note,
        reference.original_date,
        reference.original_publisher_place,
        reference.layers,
        told,
    )


def test_items_of_crossref_are_read() -> None:
    """Titles are lists of one, a group has a name, and types are Crossref's own."""
    reference, told = read_one(
        {"id": "a", "type": "journal-article", "title": ["Law"], "container-title": ["J"],
         "author": [{"family": "Roe", "given": "Ann"}, {"name": "The Group"}], "page": "1 - 3",
         "issued": {"date-parts": [[2001, 3]], "timestamp": 1}}
    )  # fmt: skip

    assert ("Roe, A., & The Group. (2001). Law. J, 1–3.", []) == (cite(reference), told)


def test_items_of_zotero_are_tidied() -> None:
    """Blanks are single, and the place of a newspaper is not that of an event."""
    reference, told = read_one(
        {"id": "a", "type": "article-newspaper", "title": " Law  and order ",
         "publisher-place": "Madrid", "event-place": "Madrid"}
    )  # fmt: skip

    assert ("Law and order", "Madrid", None, []) == (
        *(reference.title, reference.publisher_place, reference.event_place),
        told,
    )


def test_an_id_of_two_items_is_told() -> None:
    """Both are read, and a text that cites the id may mean either."""
    found = read_all('[{"id": "a", "type": "book"}, {"id": "a", "type": "map"}]')

    assert ["book", "map"] == [each.type for each in found.references]
    assert ['warning NZ404 item 2: two items have the id "a"'] == [*map(str, found.findings)]


def test_a_line_that_tells_no_date_stays_in_the_note() -> None:
    """What Zotero's users write by hand is never lost."""
    reference, told = read_one({"id": "a", "type": "book", "note": "original-date: May 1926"})

    assert ("original-date: May 1926", None) == (reference.note, reference.original_date)
    assert [
        'warning NZ402 item 1: note: "May 1926" is not a date such as 2017-02-27, 2017-02 or 2017; '
        "the line stays in the note"
    ] == told  # fmt: skip


@pytest.mark.parametrize(
    ("member", "problem"),
    [
        ({"title": ["Law", "Order"]}, "title: not a text"),
        ({"author": "Ana Cruz"}, "author: not a list of names"),
        ({"author": ["Ana Cruz"]}, "author: a name is not a JSON object"),
        ({"author": [{"family": " "}]}, "author: the name is empty"),
        ({"issued": [2017]}, "issued: not a text"),
        ({"issued": {"date-parts": ["2017"]}}, "issued: date-parts is not a list of lists"),
        ({"issued": {"month": 2}}, "issued: the date has no date-parts"),
        ({"type": "song-book"}, 'type: "song-book" is not an item type of CSL'),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_value_of_another_form_is_left_out_by_name(member: dict[str, Any], problem: str) -> None:
    """The finding names the variable and what is wrong with it; the item is read without it."""
    reference, told = read_one({"id": "a", "type": "book"} | member)

    assert [f"warning NZ402 item 1: {problem}; left out"] == told
    assert ((), None, None) == (reference.author, reference.issued, reference.title)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2017-02-28", "2017-02-28"),
        ({"edtf": "2017~"}, "2017~"),
        ({"raw": "2017-02"}, "2017-02"),
        ({"raw": "May 5, 2017"}, "2017-05-05"),
        ({"literal": "12 de octubre de 1998"}, "1998-10-12"),
        ({"raw": "2024 Feb 21"}, "2024-02-21"),
        ({"year": 2017, "month": "2"}, "2017-02"),
        ([{"year": 2017, "season": 1}], "2017-21"),
        ([{"year": 2016}, {"year": 2017}], "2016/2017"),
        ({"literal": "c1998"}, "1998"),
        ({"literal": "1890", "circa": True}, "1890~"),
        (2017, "2017"),
        ({"date-parts": [["2017", "2"]]}, "2017-02"),
        ({"date-parts": [["May", 1926]]}, "1926-05"),
        ({"date-parts": [[2017, 0, 0]]}, "2017"),
        ({"date-parts": [[2017]], "season": "Spring"}, "2017-21"),
        ({"date-parts": [[2017, 15]]}, "2017-23"),
        ({"date-parts": [[2017]], "season": "3"}, "2017-23"),
        ({"date-parts": [[2016], [2017, 3]]}, "2016/2017-03"),
    ],
)
def test_dates_are_read_in_every_form_of_the_input_schema(value: object, date: str) -> None:
    """A date may be an EDTF text alone."""
    reference, told = read_one({"id": "a", "type": "book", "issued": value})

    assert (PartialDate(date), []) == (reference.issued, told)


def test_archival_variables_are_spelled_as_the_schema_spells_them() -> None:
    """Two of them have an underscore, where CSL has hyphens else."""
    reference = Reference(
        id="a", type="document", citation_key="a", archive_collection="Papers", archive_location="Box 1",
        archive_place="Bogotá",
    )  # fmt: skip
    (item,) = json.loads(cite(reference, "csl-json"))

    assert ("Papers", "Box 1", "Bogotá") == tuple(
        item[name] for name in ("archive_collection", "archive_location", "archive-place")
    )
    assert [reference] == list(read_all(json.dumps([item])).references)


def test_a_dropping_particle_follows_the_given_names() -> None:
    """It drops off where the family name stands alone, and is no initial."""
    author = [{"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}]
    (read,) = read_all(json.dumps([{"id": "a", "type": "book", "author": author}])).references

    assert ("Ludwig van", None) == (read.author[0].given, read.author[0].particles)
    assert cite(read, "apa").startswith("Beethoven, L. van. (n.d.).")


def test_markup_of_titles_is_no_part_of_them() -> None:
    """CSL lets titles hold some HTML; what protects a word's capitals says nothing to a reader."""
    item = {"id": "a", "type": "book", "title": 'On <span class="nocase">NASA</span> and A < B'}
    plain = read_all(json.dumps([item]))
    set_ = read_all(json.dumps([item | {"title": "<b>On <i>Homo</i></b> H<sub>2</sub>O <i>"}]))

    assert ("On NASA and A < B", ()) == (plain.references[0].title, plain.findings)
    assert "On Homo H2O <i>" == set_.references[0].title
    assert ["item 1: title: italics or other markup was removed"] == [
        finding.message for finding in set_.findings
    ]


def test_a_season_in_words_is_a_date() -> None:
    """As Zotero writes what its date field holds."""
    item = {"id": "a", "type": "book", "issued": {"literal": "Spring 2020"}}

    assert PartialDate("2020-21") == read_all(json.dumps([item])).references[0].issued


def test_the_work_that_a_review_is_about_survives() -> None:
    """CSL 1.0.2 has variables for it."""
    review = Reference(
        id="a", citation_key="a", type="review", reviewed_title="The border",
        reviewed_genre="film", reviewed_author=(organisation("Example"),),
    )  # fmt: skip

    assert (review,) == read_all(writer.write_all([review])).references


@pytest.mark.parametrize(
    ("value", "printed", "told"),
    [
        ({"literal": "Holy Week 1999"}, "Holy Week 1999", []),
        (
            {"raw": "Holy Week 1999"},
            "Holy Week 1999",
            ['item 1: issued: "Holy Week 1999" is not a date; printed as it is'],
        ),
        (
            {"date-parts": [[2017, 13, 1]]},
            "2017-13-01",
            ['item 1: issued: "2017-13-01" is not a date; printed as it is'],
        ),
        (
            {"date-parts": [[2017]], "season": "monsoon"},
            "monsoon 2017",
            ['item 1: issued: "monsoon 2017" is not a date; printed as it is'],
        ),
        ({"date-parts": [[-44]]}, "44 B.C.E.", []),
        (
            {"date-parts": [[-44, 3, 15]]},
            "44 B.C.E.",
            ['item 1: issued: "44 B.C.E." is not a date; printed as it is'],
        ),
    ],
    ids=[
        "literal",
        "raw",
        "no day of a calendar",
        "no season",
        "before year 1",
        "a day before year 1",
    ],
)
def test_a_date_that_cannot_be_read_is_printed(
    value: object, printed: str, told: list[str]
) -> None:
    """And reported, unless CSL prints it unchanged too."""
    found = read_all(json.dumps([{"id": "a", "type": "book", "title": "T", "issued": value}]))

    assert (f"T. ({printed}).", told) == (
        cite(found.references[0]),
        [finding.message for finding in found.findings],
    )


def test_markup_of_any_depth_takes_linear_time() -> None:
    """Nested tags are removed in one pass; a tag that is not closed stays."""
    depth = 20_000
    nested = "<i>" * depth + "Law" + "</i>" * depth + " a <b> c"

    assert "Law a <b> c" == read_one({"id": "a", "type": "book", "title": nested})[0].title


def test_a_statement_on_the_reprint_is_printed_as_it_is() -> None:
    """`references` says more than the note that the original's variables would give."""
    item = {
        "id": "a",
        "type": "chapter",
        "title": "Law",
        "issued": {"date-parts": [[2001]]},
        "original-date": {"date-parts": [[1984]]},
        "original-publisher": "CUP",
        "references": "(Reprinted from Essays, pp. 1-9, by A. Roe, 1984, CUP.)",
    }

    assert "Law. (2001). (Reprinted from Essays, pp. 1-9, by A. Roe, 1984, CUP)" == cite(
        read_one(item)[0]
    )


def test_padding_is_no_part_of_a_value() -> None:
    """Nor is a line break within a title."""
    reference, _ = read_one({"id": "a", "type": "book", "title": " A law\n  of 1984 "})

    assert "A law of 1984" == reference.title


def test_a_name_that_cannot_be_read_costs_itself_alone() -> None:
    """The other names of its list are read."""
    author = [{"family": "Roe"}, {"family": ""}, "Poe", {"family": "Low"}]
    reference, told = read_one({"id": "a", "type": "book", "author": author})

    assert ["Roe", "Low"] == [each.name for each in reference.author]
    assert [
        "warning NZ402 item 1: author: the name is empty; left out",
        "warning NZ402 item 1: author: a name is not a JSON object; left out",
    ] == told


@pytest.mark.parametrize(
    ("text", "ids", "message"),
    [
        pytest.param('[{"id": "a"}, {"id"', [], "nothing in the file was read", id="cut off"),
        pytest.param('[{"id": "a", "volume": NaN}]', [], "not JSON: NaN", id="no number"),
        pytest.param('{"id": "a"}\nx', ["a"], "the rest of the file was not read", id="lines"),
    ],
)
def test_what_is_not_json_is_not_read(text: str, ids: list[str], message: str) -> None:
    """A file that is not JSON says how much of it was read."""
    found = read_all(text)
    assert [each.id for each in found.references] == ids
    assert message in "\n".join(str(finding) for finding in found.findings)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('[{"id": "a", "title": "x", "title": "y"}]', id="list"),
        pytest.param('{"id":"a","title":"x","title":"y"}\n{"id":"b"}', id="an item a line"),
        pytest.param('{"id" : "a:\\":", "title"\n: "x", "title" :"y"}', id="blanks and quotes"),
        pytest.param(
            r'{"id": "a\u0022:", "title": "x", "title": "y"}', id="escaped quotation mark"
        ),
    ],
)
def test_members_given_twice_are_reported(text: str) -> None:
    """Of a member that an item has twice, the last value is used, and reported."""
    found = read_all(text)
    assert found.references[0].title == "y"
    assert [finding.message for finding in found.findings] == [
        'item 1: "title": given twice; the last value was used'
    ]

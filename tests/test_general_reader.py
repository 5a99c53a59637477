"""Any page: what its markup states is taken, and nothing is made of the rest."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nizkorcite.readers import Reading, read

TEXT = (
    "<p>Some words of a page that says little, published on 3 March 2012 by nobody in particular."
)


def page(*head: str) -> Reading:
    """A page with certain elements in its head, read."""
    return read(f"<html><head>{''.join(head)}</head><body>{TEXT}</body></html>".encode())


def linked(**members: object) -> str:
    """A JSON-LD script."""
    return f'<script type="application/ld+json">{json.dumps(members)}</script>'


def test_a_page_that_states_nothing_gives_nothing() -> None:
    """A date in the text, however clear, is not the page's."""
    document = page().document

    assert (None, "unknown", (), None, None) == (
        document.title,
        document.original.attribution,
        document.original.publishers,
        document.original.date,
        document.republication,
    )


def test_plain_text_has_no_title_of_its_own() -> None:
    """The first line of a text may be anything."""
    assert read(b"Some line\n\nSome text").document.title is None


def test_json_ld_is_taken_as_stated() -> None:
    """Headline, author, publisher and day of publication come from the article's JSON-LD."""
    document = page(
        "<title>A - Example News</title>",
        linked(
            **{"@type": "NewsArticle"},
            headline="A",
            datePublished="2017-02-28T00:30:00+03:00",
            dateModified="2019-01-01",
            author={"@type": "Person", "name": "Ana Prueba"},
            publisher={"@type": "Organization", "name": "Example News"},
        ),
    ).document

    assert ("news_article", "A", ["Ana Prueba"], "inferred", ["Example News"], "2017-02-28") == (
        document.type,
        document.title,
        [creator.name for creator in document.creators],
        document.original.attribution,
        [publisher.name for publisher in document.original.publishers],
        str(document.original.date),
    )


def test_what_a_page_is_based_on_is_its_original() -> None:
    """JSON-LD that names another work gives both layers."""
    document = page(
        linked(
            **{"@type": "NewsArticle"},
            headline="A",
            datePublished="2017-02-28",
            publisher={"name": "Example Archive"},
            isBasedOn={
                "@type": "NewsArticle",
                "url": "https://example.org/a",
                "datePublished": "2017-02-27",
                "publisher": {"name": "Example News"},
            },
        )
    ).document

    republication = document.republication
    assert republication is not None
    assert ("stated", "Example News", "2017-02-27", "Example Archive", "2017-02-28") == (
        document.original.attribution,
        document.original.publishers[0].name,
        str(document.original.date),
        republication.publishers[0].name,
        str(republication.date),
    )


def test_dates_that_disagree_are_told_and_not_taken() -> None:
    """Two statements of the day leave it open; a change date is no statement."""
    reading = page(
        '<meta property="article:published_time" content="2017-02-28">',
        '<meta name="dc.date" content="2017-03-01">',
        '<meta property="article:modified_time" content="2018-01-01">',
    )

    assert reading.document.original.date is None
    assert (
        "NZ632 the page's metadata gives different dates of publication: 2017-02-28, 2017-03-01"
    ) in [f"{unread.code} {unread.message}" for unread in reading.unread]


def test_a_less_precise_statement_agrees_with_a_more_precise_one() -> None:
    """A year beside a day of that year is no contradiction."""
    reading = page(
        '<meta name="dc.date" content="2017">',
        '<meta name="citation_publication_date" content="2017/02/28">',
    )

    assert "2017-02-28" == str(reading.document.original.date)


@pytest.mark.parametrize("content", ["yesterday", "2017-02-30", "02/03/2017", "1488182400", ""])
def test_a_date_without_one_meaning_is_not_taken(content: str) -> None:
    """Only days of the calendar with one reading are read from markup."""
    reading = page(f'<meta name="dc.date" content="{content}">')

    assert reading.document.original.date is None


def test_an_author_whose_kind_is_not_stated_is_of_kind_unknown() -> None:
    """A meta element does not say whether its author is a person or an organisation."""
    reading = page('<meta name="author" content="EFE">')

    assert [("unknown", "EFE")] == [(each.kind, each.name) for each in reading.document.creators]
    assert () == tuple(each for each in reading.unread if each.field.startswith("/creators"))


def test_highwire_authors_are_persons_with_their_parts() -> None:
    """A name with one comma is family name and given name."""
    reading = page('<meta name="citation_author" content="Prueba, Ana">')

    assert [("Ana Prueba", "Prueba", "Ana")] == [
        (creator.name, creator.family, creator.given) for creator in reading.document.creators
    ]


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, "3", '{"@type": ["X", 3], "headline": 4}', '"text"']
)
def test_broken_json_ld_does_no_harm(script: str) -> None:
    """A script that is no JSON, or says nothing of an article, is skipped."""
    reading = page("<title>A</title>", f'<script type="application/ld+json">{script}</script>')

    assert "A" == reading.document.title


@pytest.mark.parametrize(
    ("script", "remark"),
    [
        ("{", "the page's JSON-LD is not valid JSON and was skipped"),
        ('{"isPartOf": ' * 9999 + "1" + "}" * 9999, "the page's JSON-LD nests too deeply and was skipped"),
    ],
    ids=["broken", "deep"],
)  # fmt: skip
def test_a_script_that_is_skipped_is_reported_with_the_reason(script: str, remark: str) -> None:
    """JSON that is valid and nests too deeply is not called invalid."""
    reading = page("<title>A</title>", f'<script type="application/ld+json">{script}</script>')

    assert [f"warning NZ642 {remark}"] == [str(each) for each in reading.warnings]


def test_a_declared_language_counts_where_the_text_is_too_short() -> None:
    """The detector decides first; the declaration fills in for it."""
    assert "es" == read(b'<html lang="es"><title>x</title><p>Hola').document.language


NEWS = {"@type": "NewsArticle"}


def stated(*head: str) -> tuple[str | None, list[str], list[str], str | None]:
    """Title, authors, publishers and date of the page."""
    document = page(*head).document
    return (
        document.title,
        [creator.name for creator in document.creators],
        [publisher.name for publisher in document.original.publishers],
        str(document.original.date or "") or None,
    )


def test_what_json_ld_refers_to_is_looked_up() -> None:
    """Author and publisher may be described beside the article and named by their ids."""
    graph = [
        {"@type": "WebPage", "@id": "#page", "name": "A page", "datePublished": "2010-01-01"},
        {"@type": "Organization", "@id": "#news", "name": "Example News"},
        {"@type": ["Person"], "@id": "#ana", "name": "Ana Prueba"},
        {**NEWS, "headline": "A", "datePublished": "2017-02-27", "publisher": {"@id": "#news"},
         "author": [{"@id": "#ana"}]},
    ]  # fmt: skip

    assert ("A", ["Ana Prueba"], ["Example News"], "2017-02-27") == stated(
        linked(**{"@graph": graph})
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="og:title" content="Mine">', ("Mine", [], [], "2017-02-27")),
        ('<link rel="canonical" href="https://example.org/mine">', ("Mine", [], [], "2017-02-27")),
        ("", (None, [], [], None)),
    ],
    ids=["title", "address", "neither"],
)
def test_of_several_articles_the_pages_own_is_taken(
    head: str, expected: tuple[str | None, list[str], list[str], str | None]
) -> None:
    """Related stories are described too; without a sign of which is the page's none is taken."""
    other = linked(**NEWS, headline="Related", datePublished="2010-01-01")
    own = linked(
        **NEWS, headline="Mine", datePublished="2017-02-27", url="https://example.org/mine"
    )

    assert expected == stated(other, own, head)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ({"url": "https://example.org/a", "datePublished": "2017-02-27"}, "https://example.org/a"),
        ("https://example.org/a", "https://example.org/a"),
        (
            {
                "@type": "ScholarlyArticle",
                "@id": "https://doi.org/10.1000/182",
                "publisher": {"name": "Example Journal"},
            },
            "https://doi.org/10.1000/182",
        ),
        (
            {"url": "https://example.org/a", "publisher": {"name": "Example News"}},
            "https://example.org/a",
        ),
        ("http://www.example.org/own/#text", None),
    ],
    ids=["described", "address", "study", "same-house", "itself"],
)
def test_a_base_that_is_no_named_source_makes_no_republication(
    base: object, target: str | None
) -> None:
    """An address alone is a relation, a study is what an article is about, a page is no copy of itself."""
    document = page(
        '<link rel="canonical" href="https://example.org/own">',
        linked(**NEWS, datePublished="2017-02-28", publisher="Example News", isBasedOn=base),
    ).document

    assert (None, "inferred", "Example News", "2017-02-28", "https://example.org/own") == (
        document.republication,
        document.original.attribution,
        document.original.publishers[0].name,
        str(document.original.date),
        document.original.url,
    )
    assert [("is_derived_from", target)] * bool(target) == [
        (relation.type, relation.target) for relation in document.relations
    ]


def test_a_republication_by_nobody_is_told() -> None:
    """Its date has no place in the record where the page does not say by whom."""
    base = {"publisher": {"name": "Example News"}}
    reading = page(linked(**NEWS, datePublished="2017-02-28", isBasedOn=base))

    assert reading.document.republication is None
    assert "NZ602 the page was published on 2017-02-28, but names no publisher" in [
        f"{each.code} {each.message}" for each in reading.unread
    ]


@pytest.mark.parametrize(
    "script",
    [
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "A"}\n//]]>',
        '<!-- {"@type": "NewsArticle", "headline": "A"} -->',
        '{"@type": "https://schema.org/NewsArticle", "headline": "A"}',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "A"}}',
        '{"@type": "NewsArticle", "description": "a\nb", "headline": "A"}',
    ],
    ids=["cdata", "comment", "full-type", "main-entity", "line-break"],
)
def test_json_ld_is_read_as_pages_write_it(script: str) -> None:
    """Wrappings of old markup, full names of types and raw line breaks do no harm."""
    head = f'<script type="application/ld+json; charset=utf-8">{script}</script>'

    assert "A" == page(head).document.title


@pytest.mark.parametrize(
    "title", ["a\\u0000b", "a\\ud800b", "{{title}}", "%SITE_TITLE%", "a\\u001b[31mb"]
)
def test_what_is_no_text_or_a_templates_gap_is_not_taken(title: str) -> None:
    """It costs its own value only, never the page."""
    script = f'{{"@type": "NewsArticle", "headline": "{title}", "datePublished": "2017-02-27"}}'

    assert ("B", [], [], "2017-02-27") == stated(
        f'<script type="application/ld+json">{script}</script><title>B</title>'
    )


@pytest.mark.parametrize(
    ("content", "date"),
    [("2017/2/7", "2017-02-07"), ("0001-01-01", None), ("1970-01-01T00:00:00Z", None),
     ("1970-01-01", "1970-01-01"), ("02/27/2017", "2017-02-27"),
     ("02/03/2017", None)],
)  # fmt: skip
def test_a_date_is_one_that_a_person_gave(content: str, date: str | None) -> None:
    """The zero of a program's clock is no date, and a form that is not read is told."""
    reading = page(f'<meta name="citation_date" content="{content}">')

    assert date == (str(reading.document.original.date or "") or None)
    told = [each.reason for each in reading.unread if each.field == "/original/date"]
    assert told == ([] if date else ["unreadable"])


@pytest.mark.parametrize("name", ["https://example.org/ana", "Por Ana Prueba", "A. B.; C. D."])
def test_what_is_more_or_less_than_a_name_is_no_author(name: str) -> None:
    """Addresses, bylines and lists stand where a name should."""
    assert [] == stated(linked(**NEWS, author={"@type": "Person", "name": name}))[1]
    assert [] == stated(f'<meta name="citation_author" content="{name}">')[1]


def test_two_names_of_the_publisher_are_told() -> None:
    """The publisher of the article is taken, and the site's other name is shown."""
    reading = page(
        linked(**NEWS, publisher={"name": "News A"}),
        '<meta property="og:site_name" content="News B">',
    )

    assert ["News A"] == [each.name for each in reading.document.original.publishers]
    assert (
        'NZ644 the page\'s metadata names two publishers, "News A" and "News B"; the first is used',
    ) == tuple(f"{each.code} {each.message}" for each in reading.warnings)


def test_an_address_with_half_a_bracket_costs_only_its_id() -> None:
    """The id is made from the bytes then."""
    assert read(b"x", url="https://[::1/a").document.id.startswith("sha256:")


@pytest.mark.parametrize(
    ("html", "warning"),
    [
        ('<frameset cols="*,*"><frame src="menu.html"><frame src="text.html"></frameset>',
         "NZ641 the page consists of frames; read their files: menu.html, text.html"),
        ("<html><title>A<body><p>Text", "NZ641 the page shows no text; is it cut off, or built by a script?"),
        ("<html><body><script>show()</script>",
         "NZ641 the page shows no text; is it cut off, or built by a script?"),
    ],
    ids=["frames", "open-title", "script"],
)  # fmt: skip
def test_a_page_without_text_is_told(html: str, warning: str) -> None:
    """Nothing can be read from it, and the reader says where the text may be."""
    assert [warning] == [f"{each.code} {each.message}" for each in read(html.encode()).warnings]


def test_an_author_that_was_read_elsewhere_is_not_left_out() -> None:
    """A meta element repeats the name whose kind the JSON-LD states."""
    reading = page(
        linked(**NEWS, author={"@type": "Person", "name": "Ana Prueba"}),
        '<meta name="author" content="Ana  Prueba">',
    )

    assert ["Ana Prueba"] == [creator.name for creator in reading.document.creators]
    assert [] == [each for each in reading.unread if each.field.startswith("/creators")]


READER = """\

from nizkorcite.readers.embedded import reader

NAME = "example"
print("loaded")

def read(page):
    return reader.read(page) if "Example archive" in page.text else None
"""


def test_a_reader_of_another_package_comes_before_the_general_one(tmp_path: Path) -> None:
    """It is found by its entry point, loaded once, and asked where no built-in reader knows a page."""
    about = tmp_path / "example_archive-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: example-archive\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[nizkorcite.readers]\nexample = example_reader\n")
    (tmp_path / "example_reader.py").write_text(READER)
    program = (
        "import nizkorcite as nz\n"
        "for page in (b'Example archive', b'Another', b'A\\n\\n[Source: X, Y, 09Sep15]'):\n"
        "    print(nz.read(page).reader)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert ["loaded", "example", "general", "nizkor"] == run.stdout.split()

"""Any page: what its markup states is taken, and nothing is made of the rest."""

import json

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

    assert ("web_page", "A", ["Ana Prueba"], "inferred", ["Example News"], "2017-02-28") == (
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

    assert ("stated", "Example News", "2017-02-27", "Example Archive", "2017-02-28") == (
        document.original.attribution,
        document.original.publishers[0].name,
        str(document.original.date),
        document.republication.publishers[0].name,
        str(document.republication.date),
    )


def test_dates_that_disagree_are_told_and_not_taken() -> None:
    """Two statements of the day leave it open; a change date is no statement."""
    reading = page(
        '<meta property="article:published_time" content="2017-02-28">',
        '<meta name="dc.date" content="2017-03-01">',
        '<meta property="article:modified_time" content="2018-01-01">',
    )

    assert reading.document.original.date is None
    assert "the page's markup states different dates of publication: 2017-02-28, 2017-03-01" in [
        unread.message for unread in reading.unread
    ]


def test_a_less_precise_statement_agrees_with_a_more_precise_one() -> None:
    """A year beside a day of that year is no contradiction."""
    reading = page(
        '<meta name="dc.date" content="2017">',
        '<meta name="citation_publication_date" content="2017/02/28">',
    )

    assert "2017-02-28" == str(reading.document.original.date)


@pytest.mark.parametrize("content", ["yesterday", "2017-02-30", "28/02/2017", "2017-2-28", ""])
def test_a_date_in_another_form_is_not_taken(content: str) -> None:
    """Only ISO 8601 dates that exist are read from markup."""
    reading = page(f'<meta name="dc.date" content="{content}">')

    assert reading.document.original.date is None


def test_an_author_of_unknown_kind_is_told_and_not_taken() -> None:
    """A meta element does not say whether its author is a person or an organisation."""
    reading = page('<meta name="author" content="EFE">')

    assert () == reading.document.creators
    assert (
        'the page names "EFE" as its author but not whether that is a person or an organisation; '
        "not taken",
    ) == reading.warnings


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
    """A script that is no JSON, or says nothing of an article, is passed over."""
    reading = page("<title>A</title>", f'<script type="application/ld+json">{script}</script>')

    assert "A" == reading.document.title


def test_a_declared_language_counts_where_the_text_is_too_short() -> None:
    """The detector decides first; the declaration fills in for it."""
    assert "es" == read(b'<html lang="es"><title>x</title><p>Hola').document.language

"""Titles, authors, dates, addresses and journals that the markup of any page states."""

import json

import pytest

from nizkorcite.readers import Reading, read
from nizkorcite.record.model import value_at

TEXT = (
    "<p>Some words of a page that says little, published on 3 March 2012 by nobody in particular."
)
NEWS = {"@type": "NewsArticle"}


def page(head: str = "", body: str = "") -> Reading:
    """A page with certain markup, read."""
    return read(f"<html><head>{head}</head><body>{body}{TEXT}</body></html>".encode())


def linked(**members: object) -> str:
    """A JSON-LD script."""
    return f'<script type="application/ld+json">{json.dumps(members)}</script>'


def meta(**contents: str) -> str:
    """Meta elements; ``__`` stands for a colon, ``_`` in a name stays."""
    return "".join(
        f'<meta name="{name.replace("__", ":")}" content="{content}">'
        for name, content in contents.items()
    )


def remarks(reading: Reading) -> list[str]:
    """Codes and messages of the remarks a person should check, without that on the source."""
    return [f"{each.code} {each.message}" for each in reading.remarks if each.code != "NZ601"]


# Titles


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (linked(**NEWS, headline="Zoë&#8217;s pier &amp; port"), "", "Zoë’s pier & port"),
        (meta(og__title="Pier &amp;amp; port"), "", "Pier & port"),
        (linked(**NEWS, headline="A <em>new</em> pier"), "", "A new pier"),
        (meta(og__title="Profit & loss at R&D"), "", "Profit & loss at R&D"),
        ("<title>Ships leave - Port Gazette</title>", "<h1>Ships leave</h1>", "Ships leave"),
        ("<title>Port Gazette | Ships leave the old port</title>",
         "<h1>Ships leave the old port</h1>", "Ships leave the old port"),
        ("<title>Ships leave - Port Gazette</title>",
         "<h1>Port Gazette</h1><h2>Ships leave</h2>", "Ships leave - Port Gazette"),
        ("<title>Port Gazette - Ships leave the old port</title>",
         "<h1>Port Gazette</h1>", "Port Gazette - Ships leave the old port"),
        ("<title>Port Gazette | Ships leave</title>", "<h1>Ships leave</h1>", "Ships leave"),
        ("<title>Ships leave - Port Gazette</title>",
         '<h1><a href="/">Ships leave</a></h1>', "Ships leave - Port Gazette"),
        (meta(og__title="Ships leave | Port Gazette", og__site_name="Port Gazette"), "",
         "Ships leave"),
        (meta(og__title="Ships leave · Port Gazette")
         + '<link rel="canonical" href="https://theportgazette.example/1">', "", "Ships leave"),
        (meta(og__title="Ships leave -- portgazette.example")
         + '<link rel="canonical" href="https://www.portgazette.example/1">', "", "Ships leave"),
        (meta(og__title="The Port Gazette: ships leave", og__site_name="The Port Gazette"), "",
         "The Port Gazette: ships leave"),
        (meta(og__title="The Port Gazette: ships leave", og__site_name="The Port Gazette"),
         "<h1>Ships leave</h1>", "Ships leave"),
        (meta(og__title="船只离开旧港-港口报", og__site_name="港口报"), "", "船只离开旧港"),
        (meta(og__title="船只离开旧港_要闻_港口报", og__site_name="港口报"), "", "船只离开旧港_要闻"),
        (meta(og__title="港口报—船只2月离开", og__site_name="港口报"), "", "船只2月离开"),
        (meta(og__title="船只离开旧港-portgazette.example")
         + '<link rel="canonical" href="https://www.portgazette.example/1">', "", "船只离开旧港"),
        (meta(og__title="船只离开旧港-港口报"), "", "船只离开旧港-港口报"),
        (meta(og__title="Ships-Gazette", og__site_name="Gazette"), "", "Ships-Gazette"),
        (meta(og__title="Né-Gazette", og__site_name="Gazette"), "", "Né-Gazette"),
        (meta(og__title="Ports: ships leave"), "<h1>Ports: ships leave</h1>", "Ports: ships leave"),
        (meta(og__title="Ships leave at dawn"), "<h1>Ships leave</h1>", "Ships leave at dawn"),
        ("<title>Ships leave the old port » Local » News » Port Gazette</title>",
         "<h3>Ships leave the old port</h3><p>A. B.", "Ships leave the old port"),
        ("<title>Ships leave the old port - the crews are glad about it</title>",
         "<h3>Ships leave the old port</h3>", "Ships leave the old port - the crews are glad about it"),
        ("<title>Ships leave the old port » Local</title>",
         "<h3>Ships leave the old port » Local</h3><p>Ships leave the old port</p>",
         "Ships leave the old port » Local"),
        (meta(og__title="Ships leave the…") + "<title>Ships leave the old port</title>", "",
         "Ships leave the old port"),
        (linked(**NEWS, headline={"@value": "Ships leave", "@language": "en"}), "", "Ships leave"),
        ("", "<h1>Ships<br>leave</h1>", "Ships leave"),
        ("", "<div hidden><h1>Hidden words</h1></div>", None),
        ("", "<h1>One heading</h1><h1>Another heading</h1>", None),
        ("", '<h1>One heading</h1><h1 itemprop="headline">Another one</h1>', "Another one"),
        ("", '<h1>One heading</h1><h1 class="post entry-title">Another one</h1>', "Another one"),
        ("", '<h1 class="entry-title">One heading</h1><h1 class="entry-title">Another</h1>', None),
    ],
    ids=[
        "entities", "entities-twice", "tags", "ampersands", "site-after", "site-before", "site-h1",
        "site-h1-first", "short",
        "logo", "site-name", "host-in-words", "host", "no-separator", "colon",
        "dense-site-after", "dense-section", "dense-site-before", "dense-host", "dense-no-site",
        "hyphenated", "hyphenated-accent",
        "kicker", "longer", "sections-after", "sentence-after", "printed-whole", "cut",
        "typed-value", "line-break", "hidden", "two-headings",
        "marked-headline", "marked-class", "two-marked",
    ],
)  # fmt: skip
def test_the_title_is_that_of_the_text(head: str, body: str, title: str | None) -> None:
    """Neither the escapes of a content system nor the site's name are part of it."""
    assert title == page(head, body).document.title


@pytest.mark.parametrize("title", ["Untitled Document", "Documento sin título", "Neue Seite 1"])
def test_what_an_editor_of_pages_fills_in_is_no_title(title: str) -> None:
    """The heading is the title; without one, the page has none."""
    assert ("Ships leave", None) == (
        page(f"<title>{title}</title>", "<h1>Ships leave</h1>").document.title,
        page(f"<title>{title}</title>").document.title,
    )


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Home", "<h1>Ships leave the port</h1>", "Ships leave the port"),
        ("Startseite | Port Gazette", "<h1>Ships leave the port</h1>", "Ships leave the port"),
        ("Port Gazette", "<h1>Ships leave the port</h1>", "Ships leave the port"),
        ("default.aspx", "<h1>Ships leave the port</h1>", "Ships leave the port"),
        ("Microsoft Word - ships2.doc", "<h1>Ships leave the port</h1>", "Ships leave the port"),
        ("Inicio", "<p>Ships leave the port</p>", None),
        ("Welcome to the Port Gazette", "<h1>Welcome to the Port Gazette</h1>", None),
        ("Port Gazette", "<h1>Port Gazette</h1><h1>Ships leave</h1>", None),
        ("Print - Ships leave", "<h1>Ships leave</h1>", "Ships leave"),
        ("Quayside » Blog Archive » Ships leave", "<h2>Ships leave</h2>", "Ships leave"),
        ("Quayside :: View topic - Ships leave", "<p>Ships leave</p>", "Ships leave"),
        ("Quayside: Ships leave port", "<p>Quayside</p><h1>Ships leave port</h1>",
         "Ships leave port"),
        ("RE: Ships leave port - Quay talk - Page 3", "<h1>Ships leave port</h1>",
         "Ships leave port"),
        ("Watch! Ships leave port (VIDEO)", "<h1>Ships leave port</h1>", "Ships leave port"),
        ("Ships leave port [Archive]", "<h1>Ships leave port</h1>", "Ships leave port"),
        ("Ships leave port by Ana Prueba", "<h1>Ships leave port</h1><p>By Ana Prueba</p>",
         "Ships leave port"),
        ("Ships leave port by night", "<h1>Ships leave port</h1>", "Ships leave port by night"),
        ("Fellowships leave portrait", "<h1>ships leave port</h1>", "Fellowships leave portrait"),
        ("A pilot - Notes from sea - Quay", "<h1>Notes from sea</h1><p>A pilot</p>",
         "A pilot - Notes from sea - Quay"),
    ],
    ids=[
        "first-page", "first-page-of-site", "site", "file", "word-processor", "nothing-else",
        "welcome", "site-twice", "print-view", "blog-archive", "topic", "unknown-site", "forum",
        "exclamation", "brackets", "byline", "same-sentence", "within-words", "section-heading",
    ],
)  # fmt: skip
def test_names_of_site_first_page_view_and_file_are_no_title(
    title: str, body: str, expected: str | None
) -> None:
    """The only heading is the title where the metadata has no more than such names around it."""
    head = f"<title>{title}</title>" + meta(og__site_name="Port Gazette")
    assert expected == page(head, body).document.title


def test_a_printed_heading_comes_before_a_headline_for_search_engines() -> None:
    """Metadata confirms the heading, and the other headline is an alternative title."""
    head = linked(**NEWS, headline="Pier: what you need to know") + "<title>Ships leave | X</title>"
    document = page(head, "<h1>Ships leave</h1>").document

    assert "Ships leave" == document.title
    assert [("Pier: what you need to know", "alternative")] == [
        (each.title, each.kind) for each in document.alternative_titles
    ]


def test_a_heading_that_nothing_confirms_is_reported() -> None:
    """It may be the heading of a section, so the metadata is used."""
    reading = page(meta(og__title="Ships leave"), "<h1>Harbour news</h1>")

    assert [
        'NZ652 the page is headed "Harbour news", but its metadata says "Ships leave"; the latter '
        "is used"
    ] == remarks(reading)


# Authors


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        (linked(**NEWS, author="Ana Prueba"), "", [("unknown", "Ana Prueba", None)]),
        (linked(**NEWS, author={"@type": "Person", "name": "Ana Prueba", "familyName": "Prueba",
                                "givenName": "Ana"}), "", [("person", "Ana Prueba", "Prueba")]),
        (linked(**NEWS, author={"@type": "Person", "familyName": "Prueba", "givenName": "Ana"}), "",
         [("person", "Ana Prueba", "Prueba")]),
        (linked(**NEWS, author={"@type": "Person", "name": "Prueba Ana", "familyName": "Prueba",
                                "givenName": "Ana"}), "", [("person", "Prueba Ana", None)]),
        (linked(**NEWS, author={"@type": "Person", "name": "Port News Desk"}), "",
         [("unknown", "Port News Desk", None)]),
        (linked(**NEWS, author={"@type": "Person", "name": "dpa"}), "", [("unknown", "dpa", None)]),
        (linked(**NEWS, author={"@type": "Person", "name": "By Ana Prueba"}), "",
         [("person", "Ana Prueba", None)]),
        (linked(**NEWS, author={"@type": "Person", "name": "Ana Prueba, Jr."}), "",
         [("person", "Ana Prueba, Jr.", None)]),
        (linked(**NEWS, author={"@type": "Person", "name": "Ana Prueba, gazette.example"}), "",
         [("person", "Ana Prueba", None)]),
        (meta(author="Ana Prueba, Port Gazette", og__site_name="Port Gazette"), "",
         [("unknown", "Ana Prueba", None)]),
        (meta(author="Ana Prueba | Port Gazette", og__site_name="Port Gazette"), "",
         [("unknown", "Ana Prueba", None)]),
        (meta(author="Ana Prueba (Port Gazette)", og__site_name="Port Gazette"), "",
         [("unknown", "Ana Prueba", None)]),
        (linked(**NEWS, creator={"@type": "Person", "name": "Ana Prueba"}), "",
         [("person", "Ana Prueba", None)]),
        (meta(citation_authors="Prueba, Ana; Ejemplo, Luis"), "",
         [("person", "Ana Prueba", "Prueba"), ("person", "Luis Ejemplo", "Ejemplo")]),
        (meta(**{"dc.creator": "EFE"}), "", [("unknown", "EFE", None)]),
        (meta(**{"dc.creator": "Prueba, Ana"}), "", [("person", "Ana Prueba", "Prueba")]),
        (meta(**{"dcterms.creator": "Prueba, A. B."}), "", [("person", "A. B. Prueba", "Prueba")]),
        (meta(**{"dc.creator": "van der Prueba, Ana"}), "",
         [("person", "Ana van der Prueba", "van der Prueba")]),
        (meta(**{"dc.creator": "Ana Prueba, Berlin"}), "", []),
        (meta(**{"dc.creator": "Reuters, AFP"}), "", []),
        (meta(**{"dc.creator": "Ana Prueba, Luis Ejemplo"}), "", []),
        ("", '<span itemprop="author" itemscope itemtype="https://schema.org/Person">'
             '<b itemprop="name">Ana Prueba</b></span>', [("person", "Ana Prueba", None)]),
        ("", '<p>By <a rel="author" href="/ana">Ana Prueba</a></p>',
         [("unknown", "Ana Prueba", None)]),
        ("", '<p>By <a rel="author">Ana Prueba</a> and <a rel="author">Luis Ejemplo</a></p>',
         [("unknown", "Ana Prueba", None), ("unknown", "Luis Ejemplo", None)]),
        ("", '<span class="author vcard"><a class="fn">Ana Prueba</a></span>',
         [("unknown", "Ana Prueba", None)]),
        (linked(**NEWS, author="admin") + meta(author="Ana Prueba"), "",
         [("unknown", "Ana Prueba", None)]),
    ],
    ids=[
        "text", "parts", "parts-only", "other-order", "desk", "acronym", "label", "suffix", "host",
        "house", "house-after-bar", "house-in-brackets", "creator", "old-highwire", "dublin-core",
        "inverted", "inverted-initials", "particles", "name-and-place", "two-agencies", "two-names",
        "microdata", "link", "two-links", "card", "next-witness",
    ],
)  # fmt: skip
def test_authors_are_read_wherever_the_markup_names_them(
    head: str, body: str, authors: list[tuple[str, str, str | None]]
) -> None:
    """A kind or the parts of a name are taken only where they are stated."""
    creators = page(head, body).document.creators

    assert authors == [(each.kind, each.name, each.family) for each in creators]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (", The Port Gazette", "an address, account or label is not a name"),
        ("@anaprueba", "an address, account or label is not a name"),
        ("ana@example.org", "an address, account or label is not a name"),
        ("https://www.example.org/ana", "an address, account or label is not a name"),
        ("admin", "an address, account or label is not a name"),
        ("Staff Writer", "an address, account or label is not a name"),
        ("Redacción", "an address, account or label is not a name"),
        ("Port-Gazette", "the publisher has this name"),
        ("Ana Prueba and Luis Ejemplo", "perhaps several names in one"),
        ("Ana Prueba, Luis Ejemplo", "perhaps several names in one"),
        ("Ana Prueba y Luis Ejemplo", "perhaps several names in one"),
    ],
)
def test_what_is_not_the_name_of_one_author_is_reported(name: str, problem: str) -> None:
    """Content systems write accounts, labels, the site and lists where a person should be."""
    author = {"@type": "Person", "name": name}
    reading = page(meta(og__site_name="Port Gazette") + linked(**NEWS, author=author))

    assert () == reading.document.creators
    assert [f'NZ634 left out author "{name}": {problem}'] == remarks(reading)


@pytest.mark.parametrize(
    "body",
    [
        '<p><a rel="author">Ana Prueba</a></p><p><a rel="author">Luis Ejemplo</a></p>',
        '<div itemscope itemtype="https://schema.org/Article"><b itemprop="author">Ana Prueba</b>'
        '</div><div itemscope itemtype="https://schema.org/Article"><b itemprop="author">Luis '
        "Ejemplo</b></div>",
        '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Luis</b></div>',
    ],
    ids=["links", "articles", "comment"],
)
def test_authors_of_other_texts_are_not_the_pages(body: str) -> None:
    """Lists of articles and comments name many people."""
    assert () == page(body=body).document.creators


@pytest.mark.parametrize(
    "outside",
    [
        "<article><h2>Other</h2>{}</article>",
        '<div class="related">{}</div>',
        '<div class="sidebar">{}</div>',
        '<div class="comment">{}</div>',
        "<footer>{}</footer>",
    ],
)
def test_people_and_days_outside_the_article_are_of_others(outside: str) -> None:
    """Another story, a commenter or a widget has an author and a day of its own."""
    other = '<a rel="author" href="/z">Zoe Other</a><time datetime="2019-01-02">then</time>'
    body = f"<article><h1>Ships leave</h1><p>By Ann Lee</p></article>{outside.format(other)}"
    document = page("<title>Ships leave</title>", body).document

    assert (["Ann Lee"], None) == (
        [each.name for each in document.creators],
        document.original.date,
    )


def test_a_day_outside_the_article_makes_that_of_the_article_doubtful() -> None:
    """Nothing says which of two unmarked times is that of publication."""
    inside, outside = '<time datetime="2017-02-27">x</time>', '<time datetime="2019-01-02">y</time>'
    article = f"<article><h1>Ships leave</h1>{inside}</article>"

    assert ["2017-02-27", "None"] == [
        str(page("", body).document.original.date)
        for body in (article, f"{article}<aside>{outside}</aside>")
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Updated ", ""),
        ("Last modified: ", ""),
        ("Event: ", ""),
        ("Actualizado el ", ""),
        ("The law of ", " says so"),
    ],
)
def test_a_time_behind_another_event_is_no_day_of_publication(before: str, after: str) -> None:
    """The words around the element say what the day is."""
    time = '<time datetime="2019-01-02">2 January</time>'
    body = f"<h1>Ships leave</h1><p>{before}{time}{after}</p>"

    assert page("", body).document.original.date is None


@pytest.mark.parametrize(
    "title",
    [
        "The old ships leave the port [Archived]",
        "RE: The old ships leave the port - Forum - Page 3",
        "The old ships leave the port by Ann Lee",
        "Home",
        "index.html",
    ],
)
def test_a_heading_within_the_title_element_is_the_title(title: str) -> None:
    """What programs add to ``<title>`` is not printed."""
    body = "<h1>The old ships leave the port</h1>"

    assert "The old ships leave the port" == page(f"<title>{title}</title>", body).document.title


def test_the_name_of_the_site_is_not_the_title_of_a_page_with_a_heading() -> None:
    """Some sites have one ``<title>`` for all their pages."""
    head = "<title>Port Gazette</title>" + meta(og__site_name="Port Gazette")

    assert "Ships leave the port" == page(head, "<h1>Ships leave the port</h1>").document.title


def test_the_address_of_a_translator_is_not_the_pages_own() -> None:
    """It holds that of the page, which the page itself does not state."""
    address = "https://translate.google.com/translate?u=https://gazette.example/a"

    assert page(f'<link rel="canonical" href="{address}">').document.original.url is None


# Dates

ZONED = "2017-02-27T21:25:54-05:00"
UNIVERSAL = "2017-02-28T02:25:54Z"


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        *((meta(date=text), "", date) for text, date in {
            "20170227T080000Z": "2017-02-27",
            "2017-2-7 22:17:36": "2017-02-07",
            "Mon, 27 Feb 2017 08:00:00 +0100": "2017-02-27",
            "Mon Feb 27 08:00:00 CET 2017": "2017-02-27",
            "27.02.2017": "2017-02-27",
            "February 27, 2017 8:00 am": "2017-02-27",
            "27 de febrero de 2017": "2017-02-27",
        }.items()),
        (meta(og__article__published_time="2017-02-27T08:00:00Z"), "", "2017-02-27"),
        (meta(dcterms__created="2017-02-27"), "", "2017-02-27"),
        (meta(pubdate="2017-02-27"), "", "2017-02-27"),
        (meta(citation_online_date="2017/02/27"), "", "2017-02-27"),
        ("", '<meta itemprop="datePublished" content="2017-02-27">', "2017-02-27"),
        ("", '<time pubdate datetime="2017-02-27">then</time>'
             '<time datetime="2019-01-02">now</time>', "2017-02-27"),
        ("", '<time datetime="2017-02-27">then</time>', "2017-02-27"),
        ("", '<abbr class="published" title="2017-02-27T08:00:00+01:00">then</abbr>', "2017-02-27"),
        ("", '<time datetime="2017-02-27">x</time><time datetime="2019-01-02">y</time>', None),
        *(("", body.format('<time datetime="2019-01-02">x</time>'), None)
          for body in ('<div class="comment">{}</div>', '<ol id="comments"><li>{}</ol>')),
        ("", '<time datetime="2017-02-27">x</time>'
             '<div class="comment"><time datetime="2019-01-02">y</time></div>', "2017-02-27"),
        (meta(article__published_time=UNIVERSAL, **{"parsely-pub-date": ZONED}), "", "2017-02-27"),
        (meta(article__published_time=UNIVERSAL, pubdate="2017-02-27"), "", "2017-02-27"),
        (meta(article__published_time=UNIVERSAL, pubdate="2017-02-25"), "", None),
        (meta(article__published_time=UNIVERSAL),
         f'<time datetime="{UNIVERSAL}">Feb. 27, 2017</time>', "2017-02-27"),
        (meta(article__modified_time="2017-02-27"), "", None),
        (linked(**NEWS, datePublished="2017-02-27"),
         '<div itemscope itemtype="https://schema.org/Comment">'
         '<time itemprop="datePublished" datetime="2019-01-02">x</time></div>', "2017-02-27"),
        (linked(**NEWS, headline="X", datePublished="2017-02-27")
         + linked(**NEWS, headline="Y", datePublished="2017-02-27T08:00:00Z"), "", "2017-02-27"),
        (linked(**NEWS, headline="X", datePublished="2017-02-27")
         + linked(**NEWS, headline="Y", datePublished="2017-02-28"), "", None),
        *((linked(**{"@type": kind}, datePublished="2017-02-27"), "", "2017-02-27")
          for kind in ("TechArticle", "LiveBlogPosting", "Review")),
    ],
)  # fmt: skip
def test_the_day_of_publication_is_one_that_all_statements_allow(
    head: str, body: str, date: str | None
) -> None:
    """An instant of Universal Time gives way to the day at the place of publication."""
    assert date == (str(page(head, body).document.original.date or "") or None)


def test_a_day_of_universal_time_near_midnight_is_reported() -> None:
    """In America it was still the day before."""
    reading = page(meta(article__published_time=UNIVERSAL))

    assert "2017-02-28" == str(reading.document.original.date)
    assert [
        "NZ653 2017-02-28T02:25:54Z is Universal Time; where the page was published it may have "
        "been the day before 2017-02-28"
    ] == remarks(reading)


@pytest.mark.parametrize(
    ("head", "body", "date", "remark"),
    [
        (meta(article__published_time=ZONED, date="2019-01-05"), "", "2017-02-27",
         "NZ654 the page also gives the date 2019-01-05, perhaps that of a change; 2017-02-27 is "
         "used"),
        (meta(article__published_time=ZONED, date="2012-01-05"), "", None,
         "NZ632 the page was published on 2017-02-27 or 2012-01-05; neither date is used"),
        (meta(article__published_time=ZONED), "<h1>Pier</h1><p>Published: 3 May 2012</p>", None,
         "NZ632 the page was published on 2017-02-27 or 2012-05-03; neither date is used"),
        (meta(article__published_time=ZONED), "<h1>Pier</h1><p>3 May 2012</p>", "2017-02-27",
         "NZ654 the page also gives the date 2012-05-03, perhaps that of a change; 2017-02-27 is "
         "used"),
    ],
    ids=["later-date", "earlier-date", "printed-publication", "printed-day"],
)  # fmt: skip
def test_a_second_day_is_never_passed_over_in_silence(
    head: str, body: str, date: str | None, remark: str
) -> None:
    """Of two days of publication neither is used; a day of unknown meaning is reported."""
    reading = page(head + "<title>Pier</title>", body)

    assert (date, [remark]) == (
        str(reading.document.original.date or "") or None,
        [each for each in remarks(reading) if "NZ65" in each or "NZ63" in each],
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (meta(article__published_time=ZONED, date="2017-02-28"), ""),
        (meta(article__published_time=ZONED, dcterms__created="2017-01-05"), ""),
        (meta(article__published_time=UNIVERSAL), "<h1>Pier</h1><p>Published: 27 Feb 2017</p>"),
        (meta(article__published_time=ZONED), "<h1>Pier</h1><p>Updated: 3 May 2019</p>"),
    ],
    ids=["next-day", "created-before", "day-before", "updated"],
)
def test_days_that_can_both_be_right_are_not_reported(head: str, body: str) -> None:
    """A day begins at different times on earth, and pages are changed."""
    reading = page(head + "<title>Pier</title>", body)

    assert [] == [each for each in remarks(reading) if "NZ654" in each or "NZ632" in each]


def test_different_days_of_the_elements_are_shown() -> None:
    """A person sees what was found and can choose."""
    times = '<time datetime="2017-02-27">x</time><time datetime="2019-01-02">y</time>'

    assert [
        "NZ632 the page's metadata gives different dates of publication: 2017-02-27, 2019-01-02"
    ] == remarks(page(body=times))


# JSON-LD as pages write it


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "Article", "headline": "A", "datePublished": "2017-02-27",}',
        '{"@type": "Article", "headline": "A", "datePublished": "2017-02-27"};',
        '{"@type": "Article", // the kind\n "headline": "A", /* x */ "datePublished": "2017-02-27"}',
        '{"@type": "WebSite"}\n{"@type": "Article", "headline": "A", "datePublished": "2017-02-27"}',
        '/*<![CDATA[*/{"@type": "Article", "headline": "A", "datePublished": "2017-02-27"}/*]]>*/',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;A&quot;, "
        "&quot;datePublished&quot;: &quot;2017-02-27&quot;}",
        '[{"@type": "Article", "headline": "A", "url": "https://a.example/, //x",\n'
        ' "datePublished": "2017-02-27",},]',
    ],
    ids=["comma", "semicolon", "comments", "two-values", "cdata", "escaped", "inside-strings"],
)
def test_slips_that_search_engines_forgive_are_forgiven(script: str) -> None:
    """Only what lies outside the strings is repaired."""
    reading = page(f'<script type="application/ld+json">{script}</script>')

    assert ("A", "2017-02-27") == (reading.document.title, str(reading.document.original.date))
    assert [] == remarks(reading)


# Addresses


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://example.org/a">', "https://example.org/a"),
        (meta(og__url="https://example.org/a?b=1&amp;c=2"), "https://example.org/a?b=1&c=2"),
        (linked(**NEWS, mainEntityOfPage={"@id": "https://example.org/a"}), "https://example.org/a"),
        ('<link rel="canonical" href="https://example.org/a">'
         + meta(og__url="http://www.example.org/a/")
         + linked(**NEWS, url="https://example.org/a#text", mainEntityOfPage="https://example.org/"),
         "https://example.org/a"),
        ('<link rel="canonical" href="/a">', None),
        ('<link rel="canonical" href="https://archive.example/2017/https://example.org/a">', None),
        ('<link rel="canonical" href="https://example.org/a">' + meta(og__url="https://b.example/a"),
         None),
    ],
    ids=["canonical", "open-graph", "json-ld", "all", "relative", "archive", "differing"],
)  # fmt: skip
def test_the_address_is_the_one_that_all_statements_give(head: str, url: str | None) -> None:
    """It is the original's, since the page names no other source; the id follows it."""
    document = page(head).document

    assert (url, bool(url)) == (document.original.url, document.id.startswith("example.org:a"))


def test_addresses_that_differ_are_reported_with_the_option_to_type() -> None:
    """The user's address is the right one then, and the id follows it."""
    html = '<link rel="canonical" href="https://example.org/a">' + meta(
        og__url="https://b.example/"
    )
    other = meta(og__url="https://b.example/b")

    assert [] == remarks(page(html))
    assert [
        "NZ651 the page states different addresses, https://example.org/a and https://b.example/b; "
        "give the right one, as in --url https://example.org/a"
    ] == remarks(page(html + other))


def test_the_users_address_comes_before_the_pages() -> None:
    """The other is reported, and is no address of the record."""
    html = f'<html><link rel="canonical" href="https://example.org/a">{TEXT}'.encode()
    reading = read(html, url="https://copy.example/a")

    assert ("copy.example:a", None) == (reading.document.id, reading.document.original.url)
    assert [
        "NZ651 the page states another address, https://example.org/a; https://copy.example/a is "
        "used"
    ] == remarks(reading)


def test_the_address_of_a_copy_is_the_republications() -> None:
    """The original has the address of the work that the page is based on."""
    base = {"url": "https://source.example/1", "publisher": {"name": "Example News"}}
    head = '<link rel="canonical" href="https://archive.example/2">' + linked(
        **NEWS, publisher="Example Archive", isBasedOn=base
    )
    document = page(head).document

    assert document.republication is not None
    assert ("https://source.example/1", "https://archive.example/2") == (
        document.original.url,
        document.republication.url,
    )


def test_the_publisher_of_microdata_is_read() -> None:
    """It is that of the article, not of a comment."""
    body = "".join(
        f'<div itemscope itemtype="https://schema.org/{kind}"><p itemprop="publisher" itemscope>'
        f'<meta itemprop="name" content="{name}"></p></div>'
        for kind, name in (("Comment", "Example Forum"), ("NewsArticle", "Port Gazette"))
    )

    assert ["Port Gazette"] == [each.name for each in page("", body).document.original.publishers]


def test_a_site_named_as_the_headline_is_no_publisher() -> None:
    """Content systems fill in the wrong field."""
    assert () == page(meta(og__title="Pier", og__site_name="Pier")).document.original.publishers


# Journals


def test_a_journal_article_is_read_whole() -> None:
    """Highwire's names give the journal, volume, issue, pages and identifiers."""
    document = page(
        meta(
            citation_title="On piers", citation_author="Prueba, Ana",
            citation_journal_title="Journal of Ports", citation_volume="7", citation_issue="2",
            citation_firstpage="121", citation_lastpage="130", citation_date="2017/2",
            citation_doi="doi:10.1000/182", citation_issn="0378-5955",
        )
    ).document  # fmt: skip
    original = document.original

    assert ("article", "Journal of Ports", "7", "2", "121-130", "2017-02") == (
        document.type, original.container_title, original.volume, original.issue, original.pages,
        str(original.date),
    )  # fmt: skip
    assert [("doi", "10.1000/182"), ("issn", "0378-5955")] == [
        (each.scheme, each.value) for each in original.identifiers
    ]


def test_an_identifier_with_a_wrong_check_digit_is_left_out() -> None:
    """The rest of the page is read."""
    reading = page(meta(citation_title="On piers", citation_issn="0378-5954"))

    assert ("On piers", ()) == (reading.document.title, reading.document.original.identifiers)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (linked(**{"@type": "ReportageNewsArticle"}), "news_article"),
        (linked(**{"@type": "ScholarlyArticle"}), "article"),
        (linked(**{"@type": ["Article", "Report"]}), "report"),
        (linked(**{"@type": "BlogPosting"}), "web_page"),
        (meta(og__type="book"), "book"),
        (meta(og__type="article"), "web_page"),
    ],
)
def test_the_type_is_that_of_the_markup(head: str, kind: str) -> None:
    """A type that says no more than a page does is not taken."""
    assert kind == page(head).document.type


# Evidence


def test_values_of_the_markup_have_a_line_of_the_source() -> None:
    """The quote has the words as the source spells them, entities of JSON included."""
    source = (
        '<html lang="en">\n<title>Pier &amp; port</title>\n'
        '<meta name="date"\n content="2017-02-27">\n'
        '<script type="application/ld+json">\n{"@type": "Article",\n'
        '"headline": "Pier &amp; port", "author": "Ana \\u00d1u"}</script>\n'
        '<link rel="canonical" href="https://example.org/a">'
    )
    document = read(f"{source}{TEXT}".encode()).document

    assert [
        ("/title", "Pier & port", "Pier &amp; port", 7, "general.json-ld"),
        ("/creators/0/name", "Ana Ñu", "Ana Ñu", 7, "general.json-ld"),
        ("/original/date", "2017-02-27", "2017-02-27", 4, "general.meta"),
        ("/original/url", "https://example.org/a", "https://example.org/a", 8, "general.canonical"),
    ] == [
        (each.field, str(value), each.quote, each.line, each.rule)
        for each in document.evidence
        if each.method == "markup" and (value := value_at(document, each.field))
    ]


# Language

SPANISH = (
    "Los ministros se reunieron el martes en la capital y hablaron de la vigilancia de la frontera. "
    "Según el portavoz, las tres rondas anteriores habían terminado sin ningún documento firmado. "
    "Los comercios abrieron tarde y las calles siguieron tranquilas hasta bien entrada la noche. "
    "Nadie quiso decir cuánto tiempo durará esta vez el trabajo de la comisión de expertos. "
)


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("fr", SPANISH, "es"),
        ("en", SPANISH[:120], "und"),
        ("es", SPANISH[:120], "es"),
        ("hi", "मंत्रियों ने मंगलवार को राजधानी में मुलाकात की और सीमा की सुरक्षा पर बात की। " * 3,
         "hi"),
        ("fr", "मंत्रियों ने मंगलवार को राजधानी में मुलाकात की और सीमा की सुरक्षा पर बात की। " * 3,
         "und"),
        ("en", "閣僚たちは火曜日に首都で会談し、国境の警備について話し合った。", "ja"),
        ("en", "รัฐมนตรีพบกันเมื่อวันอังคารที่เมืองหลวง", "th"),
    ],
    ids=["detector", "differing", "agreeing", "script", "other-script", "kana", "thai"],
)  # fmt: skip
def test_script_and_declaration_are_witnesses_of_the_language(
    declared: str, text: str, language: str
) -> None:
    """A declaration of another script is that of a template."""
    html = f'<html lang="{declared}"><body><p>{text}</p></body></html>'

    assert language == read(html.encode()).document.language


def test_menus_do_not_decide_the_language() -> None:
    """The longest lines are the text."""
    menu = "".join(f"<li>Start Kontakt Impressum {number}</li>" for number in range(200))
    text = "<p>The ministers met on Tuesday in the capital and spoke of the guarding of the border."

    assert "en" == read(f"<html><body><ul>{menu}</ul>{text * 4}".encode()).document.language


def test_streamed_text_is_visible() -> None:
    """React sends text in hidden elements and moves it to its place by a script."""
    reading = page(body='<template id="B:0"></template><div hidden id="S:0"><p>Streamed</div>')

    assert "Streamed" in reading.page.text

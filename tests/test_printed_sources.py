"""Printed sources: every formula on a page, and what looks like one and is none."""

from collections.abc import Mapping

import pytest

from nizkorcite.readers import Reading, read
from nizkorcite.readers.printed_sources.formula import Formula
from nizkorcite.readers.printed_sources.formulas import FORMULAS
from nizkorcite.record.model import Document

BODY = (
    "The delegates sat for two hours and will sit again next month in the same old hall.",
    "In the capital the shops opened late, and the streets stayed quiet until the evening.",
    "Nobody could say how long the work of the commission on the harbour would take.",
)


def page(
    *lines: str, at: str = "foot", day: str | None = None, site: str = "Harbour Daily"
) -> Reading:
    """A page of a news site with lines at the head or foot of its article."""
    own = "".join(f"<p>{line}</p>" for line in lines)
    body = "".join(f"<p>{line}</p>" for line in BODY)
    date = f'<meta property="article:published_time" content="{day}">' if day else ""
    html = (
        f'<html lang="en"><title>A quiet harbour</title><meta property="og:site_name" content="{site}">'
        f"{date}<h1>A quiet harbour</h1>{own + body if at == 'head' else body + own}"
    )
    return read(html.encode())


def stated(document: Document) -> dict[str, str]:
    """What a document says beyond its page's own site, by the words of the examples."""
    original, republication = document.original, document.republication
    values: dict[str, object] = {
        "publisher": ", ".join(
            each.name for each in original.publishers if original.attribution == "stated"
        ),
        "place": original.place and original.place.name,
        "date": original.date,
        "title": original.title,
        "volume": original.volume,
        "issue": original.issue,
        "pages": original.pages,
        **{each.role or "author": each.name for each in reversed(document.creators)},
    }
    if republication:
        others = [each for each in republication.publishers if each.name != "Harbour Daily"]
        values["republisher"] = ", ".join(each.name for each in others)
        values["republished"] = republication.date
        values["modifications"] = republication.modifications
        rights = republication.rights
        values["grant"] = rights and ", ".join(each.citation for each in rights.legal_basis)
    return {name: str(value) for name, value in values.items() if value}


def place_of(formula: Formula) -> str:
    """The end of the article at which a formula's lines are printed."""
    return "foot" if formula.zone in ("article", "foot") else "head"


EXAMPLES = [
    pytest.param(formula, line, expected, id=f"{formula.name}: {line[:40]}")
    for formula in FORMULAS
    for line, expected in formula.examples.items()
]
COUNTER_EXAMPLES = [
    pytest.param(formula, line, id=f"{formula.name}: {line[:40]}")
    for formula in FORMULAS
    for line in formula.counter_examples
]


@pytest.mark.parametrize(("formula", "line", "expected"), EXAMPLES)
def test_a_formula_states_what_its_example_says(
    formula: Formula, line: str, expected: Mapping[str, str]
) -> None:
    """Each value is read, no other value is, and the page's own site is not the original."""
    reading = page(line, at=place_of(formula))

    assert dict(expected) == stated(reading.document)


@pytest.mark.parametrize(("formula", "line"), COUNTER_EXAMPLES)
def test_a_counter_example_states_nothing(formula: Formula, line: str) -> None:
    """The page's own site stays the inferred publisher, and there is no republication."""
    document = page(line, at=place_of(formula)).document

    assert ({}, "inferred", None) == (
        stated(document),
        document.original.attribution,
        document.republication,
    )


def test_a_page_without_a_printed_source_stays_as_it_is() -> None:
    """The page's own site is the inferred publisher, and the remark says that no line was found."""
    reading = page("The talks will go on next week.", day="2021-03-05")

    assert ("inferred", ["Harbour Daily"], "2021-03-05", None) == (
        reading.document.original.attribution,
        [each.name for each in reading.document.original.publishers],
        str(reading.document.original.date),
        reading.document.republication,
    )
    assert ["NZ601"] == [each.code for each in reading.unread]


@pytest.mark.parametrize(("lines", "codes"), [(5, []), (60, ["NZ601"])])
def test_a_source_may_follow_some_labelled_lines(lines: int, codes: list[str]) -> None:
    """Fifty and more are a table, so that its last line is reported and not used."""
    text = "<p>" + "The delegations met in the capital and agreed to meet again. " * 3
    labelled = "".join(f"<p>Tags: item {number}" for number in range(lines))
    reading = read(
        f"<h1>Talks</h1>{text}{labelled}<p>Source: Itar Tass, Dushanbe, 27Feb17".encode()
    )

    assert codes == [each.code for each in reading.unread if each.code == "NZ601"]
    assert (not codes) == bool(reading.document.original.publishers)


@pytest.mark.parametrize("joint", ["<br>", " "], ids=["broken", "one line"])
def test_a_source_may_be_broken_after_its_commas(joint: str) -> None:
    """Publisher, city and day are read from four lines as from one."""
    line = joint.join(("Source:", "The Lantern,", "Nairobi,", "4 January 2010"))

    assert {"publisher": "The Lantern", "place": "Nairobi", "date": "2010-01-04"} == stated(
        page(line).document
    )


def test_a_line_below_a_chart_is_named_but_not_used() -> None:
    """The remark does not say that there is no such line."""
    reading = page("Source: Eurostat", BODY[0])

    assert [("NZ601", "line 9 names a source, but does not end the text in a known form", 9)] == [
        (each.code, str(each.message), each.line) for each in reading.unread if each.line
    ]


OUTSIDE = [
    "<aside><p>{}</p></aside>",
    "<nav><p>{}</p></nav>",
    '<div class="sidebar"><p>{}</p></div>',
    '<div class="post comments"><p>{}</p></div>',
    '<section id="disqus_thread"><p>{}</p></section>',
    '<ul class="most-read"><li>{}</li></ul>',
    '<div id="footer"><p>{}</p></div>',
    '<div role="dialog"><p>{}</p></div>',
    "<figure><img src='a.png'><p>{}</p></figure>",
    "<h3>Related stories</h3><p>{}</p>",
    "<h3>2 comments</h3><p>A reader</p><p>{}</p>",
    "<p>Tim says: May 5, 2020 at 3:00 pm</p><p>{}</p>",
]


@pytest.mark.parametrize("outside", OUTSIDE)
@pytest.mark.parametrize(
    "line",
    [
        "First published in The Lantern on 3 June 2014.",
        "Source: The Lantern, 3 June 2014",
        "PARIS, June 3, 2014 (AFP) - The first round of the talks ended on Monday in the old hall.",
    ],
    ids=["sentence", "label", "dateline"],
)
def test_what_is_outside_the_article_states_no_source(outside: str, line: str) -> None:
    """Menus, sidebars, dialogues, figures, other stories and comments are of other texts."""
    document = page("The talks will go on.", outside.format(line)).document

    assert {} == stated(document)


@pytest.mark.parametrize(
    "form",
    [
        "<article>{body}</article><p>{line}</p>",
        "<article>{body}<footer><p>{line}</p></footer></article>",
        "<article>{body}<aside class='note'><p>{line}</p></aside></article>",
        "<article>{body}<blockquote><p><em>{line}</em></p></blockquote></article>",
        "<article>{body}<div class='entry-footer'><p>{line}</p></div></article>",
        "{body}<h3>Related</h3><ul><li>Another story</li></ul><p>{line}</p>",
    ],
    ids=["below", "footer", "aside", "quotation", "class", "related"],
)
def test_a_note_at_the_end_of_an_article_is_its_source(form: str) -> None:
    """Where publishers print it differs."""
    body = "<h1>A quiet harbour</h1>" + "".join(f"<p>{each}</p>" for each in BODY)
    line = "This article was originally published in The Lantern on 3 June 2014."
    document = read(f"<html>{form.format(body=body, line=line)}".encode()).document

    assert {"publisher": "The Lantern", "date": "2014-06-03"} == stated(document)


def test_a_class_of_the_whole_page_sets_nothing_apart() -> None:
    """Themes give ``<body>`` classes such as ``sidebar``."""
    line = "Source: The Lantern, 3 June 2014"
    html = f'<body class="sidebar comments"><h1>A quiet harbour</h1><p>{BODY[0]}<p>{line}'

    assert "The Lantern" == stated(read(html.encode()).document)["publisher"]


@pytest.mark.parametrize(
    "summary", ["", "<p>Water wars: the house has sold the reservoir above the old valley.</p>"]
)
def test_a_dateline_may_follow_a_summary(summary: str) -> None:
    """Agency stories often have one below the title; a first paragraph may also be short."""
    line = f"{summary}<p>NAIROBI (AP) — The law was passed.</p>"

    assert {"publisher": "AP", "place": "NAIROBI"} == stated(page(line, at="head").document)


@pytest.mark.parametrize(
    "line",
    [
        "This article has been republished by The Lantern.",
        "Reprinted in The Lantern, 9 May 2020.",
        "Originally published in London in 1910.",
        "Source: Letter to the editor",
        "Source: Wikipedia contributors",
    ],
)
def test_what_is_no_publication_is_no_publisher(line: str) -> None:
    """Others republish the page; a place and a letter publish nothing."""
    assert "publisher" not in stated(page(line).document)


@pytest.mark.parametrize(
    "address", ["https://en.wikipedia.org/wiki/Lantern", "https://twitter.com/lantern"]
)
def test_an_address_about_a_paper_is_not_that_of_a_text(address: str) -> None:
    """Profiles and encyclopedias tell of the publisher."""
    line = f'Originally published in <a href="{address}">The Lantern</a> on 3 June 2014.'

    assert page(line).document.original.url is None


def test_datelines_are_near_the_title() -> None:
    """Further down, an agency's report is quoted, or belongs to another story."""
    line = "LONDON, May 2, 2014 (Reuters) - The letter is genuine, the museum said on Friday."

    assert {} == stated(page(f"<blockquote>{line}</blockquote>").document)
    assert "Reuters" == stated(page(line, at="head").document)["publisher"]


@pytest.mark.parametrize(
    "apart",
    [
        "<figure><figcaption>{}</figcaption></figure>",
        '<ol class="footnotes"><li>{} ↩</li></ol>',
        '<section id="comments"><p>A reader:</p><p>{}</p></section>',
    ],
    ids=["caption", "footnote", "comment"],
)
def test_captions_footnotes_and_comments_state_no_source(apart: str) -> None:
    """The same words count if they are in the article, too."""
    line = "First published in The Lantern on 3 June 2014."

    assert {} == stated(page(apart.format(line)).document)
    assert {"publisher": "The Lantern", "date": "2014-06-03"} == stated(
        page(line, apart.format(line)).document
    )


def test_the_notes_of_a_clipper_are_not_the_pages_own() -> None:
    """The front matter of a saved text names the page that was saved, not its source."""
    assert {} == stated(read(b"---\ntitle: A\nsource: B\n---\nA note.\n").document)


def test_the_own_site_and_day_become_the_republication() -> None:
    """The source is the original with its own date; nothing says any more that there is none."""
    reading = page("Source: The Lantern, 24 June 2015", day="2015-06-26")
    original, republication = reading.document.original, reading.document.republication

    assert republication
    assert ("stated", "The Lantern", "2015-06-24", "Source: The Lantern, 24 June 2015") == (
        original.attribution,
        original.publishers[0].name,
        str(original.date),
        original.source_line,
    )
    assert (["Harbour Daily"], "2015-06-26") == (
        [each.name for each in republication.publishers],
        str(republication.date),
    )
    assert [] == [each.code for each in reading.unread]


def test_each_value_of_the_source_has_its_words() -> None:
    """The evidence names line, words and rule."""
    reading = page("Source: The Lantern, 24 June 2015")
    proofs = [
        (proof.quote, proof.line, proof.rule, proof.method)
        for field in ("/original/publishers/0/name", "/original/date", "/original/source_line")
        if (proof := reading.evidence[field])
    ]

    assert [
        ("The Lantern", 9, "printed.label", "page"),
        ("24 June 2015", 9, "printed.label", "rule"),
        ("Source: The Lantern, 24 June 2015", 9, "printed.label", "page"),
    ] == proofs


def test_a_source_that_is_not_understood_is_reported() -> None:
    """The site is no longer the original, and the line can be found."""
    reading = page("Source: The Lantern, Harbour City, 3 March 2015", day="2021-03-05")
    document = reading.document

    assert ("unknown", (), None) == (
        document.original.attribution,
        document.original.publishers,
        document.original.date,
    )
    assert document.republication
    assert ["Harbour Daily"] == [each.name for each in document.republication.publishers]
    assert [
        (
            "NZ622",
            'the line "Source: The Lantern, Harbour City, 3 March 2015" names a source in a form'
            " that is not understood",
            9,
        )
    ] == [(each.code, str(each.message), each.line) for each in reading.unread]


def test_lines_that_contradict_each_other_leave_the_source_open() -> None:
    """Of two sources of one strength, neither is chosen."""
    reading = page(
        "Reprinted with permission from The Lantern.", "Source: Harbour Gazette", day="2021-03-05"
    )

    assert ("unknown", ()) == (
        reading.document.original.attribution,
        reading.document.original.publishers,
    )
    assert [
        'two lines state different sources, "Reprinted with permission from The Lantern." and'
        ' "Source: Harbour Gazette"; neither is used'
    ] == [str(each.message) for each in reading.unread]


@pytest.mark.parametrize(
    ("lines", "publisher", "date"),
    [
        pytest.param(
            ("First Published: The Lantern, June 1, 1848", "Source: Collected Works, Volume 7"),
            "The Lantern",
            "1848-06-01",
            id="the first publication over the copied one",
        ),
        pytest.param(
            ("Source: The Lantern", "LONDON (AP) — " + BODY[0]), "The Lantern", None, id="over AP"
        ),
        pytest.param(
            ("Source: The Lantern", "Source: The Lantern, 24 June 2015"),
            "The Lantern",
            "2015-06-24",
            id="two that agree complete each other",
        ),
    ],
)
def test_the_stronger_line_is_used(
    lines: tuple[str, ...], publisher: str, date: str | None
) -> None:
    """A page may name more than one source if their roles differ."""
    original = page(*lines, at="head").document.original

    assert ([publisher], date) == (
        [each.name for each in original.publishers],
        str(original.date) if original.date else None,
    )


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("Source: Harbour Daily", "Harbour Daily"),
        ("Source: The Harbour Daily", "Harbour Daily"),
        ("This article originally appeared on harbour.example.", "harbour.example"),
        ("LONDON (AP) — " + BODY[0], "AP News"),
        ("© 2017 AFP", "Agence France-Presse"),
    ],
)
def test_a_page_that_names_itself_is_no_republication(line: str, site: str) -> None:
    """The site is the source of its own text, also by a short form of its name."""
    document = page(line, at="head" if line.startswith("LONDON") else "foot", site=site).document

    assert ("inferred", [site], None) == (
        document.original.attribution,
        [each.name for each in document.original.publishers],
        document.republication,
    )


def test_a_page_known_by_its_title_alone_may_name_itself() -> None:
    """The end of the title is the site's name, and the line states it as the source."""
    document = read(
        b"<title>A quiet harbour | Harbour Daily</title><p>Source: Harbour Daily</p>"
    ).document

    assert ("stated", ["Harbour Daily"], None) == (
        document.original.attribution,
        [each.name for each in document.original.publishers],
        document.republication,
    )


@pytest.mark.parametrize(
    ("day", "date"),
    [
        pytest.param("2017-02-28", "2017-02-27", id="the day before"),
        pytest.param("2018-01-02", None, id="too long before"),
        pytest.param(None, None, id="no year on the page"),
    ],
)
def test_a_day_without_a_year_has_the_year_of_the_page(day: str | None, date: str | None) -> None:
    """A dateline has no year; the page's own day gives it, if it is at most a month later."""
    original = page(
        "MOSCOW, February 27. /TASS/. The first round ended on Monday.", at="head", day=day
    ).document.original

    assert date == (str(original.date) if original.date else None)


@pytest.mark.parametrize(
    ("line", "url"),
    [
        pytest.param(
            'Republished from <a href="https://lantern.example">The Lantern</a>. Read the'
            ' <a href="https://lantern.example/a">original article</a>.',
            "https://lantern.example/a",
            id="the link to the text and not that to the site",
        ),
        pytest.param(
            'Originally published in <a href="https://lantern.example/">The Lantern</a>.',
            None,
            id="a front page is no text",
        ),
        pytest.param(
            'Originally published in <a href="https://lantern.example/a">The Lantern</a>, with'
            ' <a href="https://lantern.example/b">pictures</a>.',
            None,
            id="one of several",
        ),
    ],
)
def test_the_link_of_the_line_is_the_address_of_the_original(line: str, url: str | None) -> None:
    """Only a single link to a text counts."""
    assert url == page(line).document.original.url


def test_an_agency_is_no_person() -> None:
    """The author that the markup makes of an agency is dropped; the agency is the publisher."""
    document = read(
        b'<title>A</title><meta property="og:site_name" content="Harbour Daily">'
        b'<meta name="citation_author" content="Associated Press">'
        b"<h1>A</h1><p>By Associated Press</p><p>The talks ended on Monday, and nobody could say"
        b" how long the commission would take.</p>"
    ).document

    assert ((), ["Associated Press"]) == (
        document.creators,
        [each.name for each in document.original.publishers],
    )


def test_a_label_may_have_its_source_on_the_next_line() -> None:
    """A label that fills its line is read with the line below."""
    assert {"publisher": "The Lantern"} == stated(page("Source:", "The Lantern").document)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("Source: Eurostat", BODY[0]), id="a chart within the text"),
        pytest.param(("2014", "17 %", "Source: Eurostat"), id="below a table"),
        pytest.param(
            ("Figure 2. Exports by year and harbour.", "Source: Eurostat"), id="a caption"
        ),
        pytest.param(("Notes", "Source: The Lantern, 2014"), id="a note"),
        pytest.param(("References", "Originally published in The Lantern."), id="a reference"),
        pytest.param(("Photo: Ann Writer / Reuters",), id="a photo credit"),
        pytest.param(("(AP Photo/Ann Writer)",), id="a photo credit in brackets"),
        pytest.param(("AP writer Ann Writer contributed to this report.",), id="a contributor"),
        pytest.param(("(Con información de AFP, EFE y Reuters)",), id="material of agencies"),
        pytest.param(("Mit Material von dpa",), id="material of an agency"),
        pytest.param(("Via WhatsApp teilen", "Via E-Mail empfehlen"), id="share buttons"),
        pytest.param(("Updated: 3 March 2015", "Last modified 3 March 2015"), id="updates"),
        pytest.param(("© 2021 Harbour Media Group. All rights reserved.",), id="the own notice"),
        pytest.param(("Sources: Eurostat; World Bank",), id="a list of sources"),
        pytest.param(("Cross-posted at The Lantern.",), id="another copy"),
    ],
)
def test_a_false_friend_states_no_source(lines: tuple[str, ...]) -> None:
    """The page's own site stays the inferred original."""
    document = page(*lines).document

    assert ({}, "inferred", None) == (
        stated(document),
        document.original.attribution,
        document.republication,
    )


OWN_DAY = [
    pytest.param("<h1>A quiet harbour</h1><p>March 24, 2005", "2005-03-24", [], id="below the title"),
    pytest.param("<p>24.03.2005<h1>A quiet harbour</h1>", "2005-03-24", [], id="above the title"),
    pytest.param("<p>March 24, 2005<p>Home<h1>A quiet harbour</h1>", None, [], id="masthead"),
    pytest.param(
        "<h1>A quiet harbour</h1><p>March 24, 2005<p>March 26, 2005", None, ["NZ632"], id="two days"
    ),
    pytest.param(
        "<h1>A quiet harbour</h1><p>March 24, 2005<p>Published: March 26, 2005", "2005-03-26", [],
        id="a label decides",
    ),
    pytest.param("<h1>A quiet harbour</h1><p>03/04/2005", None, ["NZ631"], id="two readings"),
    pytest.param("<p>Wednesday, 23 March 2005 11:49 By Ann Writer", "2005-03-23", [], id="no title"),
    pytest.param("<p>March 24, 2005<p>Home<p>Contact<p>Log in", None, [], id="far from the text"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "day", "codes"), OWN_DAY)
def test_a_day_beside_the_title_is_the_pages_own(
    head: str, day: str | None, codes: list[str]
) -> None:
    """The date of a masthead is that of the visit, and of two days neither is used."""
    body = "".join(f"<p>{line}</p>" for line in BODY)
    title = "<title>A quiet harbour</title>" if "<h1>" in head else ""
    reading = read(f"{title}{head}{body}".encode())

    found = reading.document.original.date
    assert day == (str(found) if found else None)
    assert codes == [each.code for each in reading.unread if each.code in ("NZ631", "NZ632")]


BESIDE_A_SOURCE = [
    pytest.param("March 24, 2005", "The Lantern", (None, None, ["NZ631"]), id="no label"),
    pytest.param("Posted: March 24, 2005", "The Lantern", (None, "2005-03-24", []), id="label"),
    pytest.param(
        "March 24, 2005", "The Lantern, 20 March 2005", ("2005-03-20", "2005-03-24", []),
        id="the source has its own day",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "source", "expected"), BESIDE_A_SOURCE)
def test_a_day_beside_a_source_is_the_pages_only_where_that_is_certain(
    line: str, source: str, expected: tuple[str | None, str | None, list[str]]
) -> None:
    """A day without a label may be that of the source."""
    reading = page(line, f"Source: {source}", at="head")
    original, republication = reading.document.original, reading.document.republication

    assert republication
    dates = [str(each.date) if each.date else None for each in (original, republication)]
    assert expected == (*dates, [each.code for each in reading.unread if each.code == "NZ631"])


def test_a_source_that_is_not_understood_can_be_given() -> None:
    """The remark names the option of the command line."""
    remarks = page("Distributed by Harbour Content Agency, LLC.").remarks

    assert [
        'warning NZ622 the line "Distributed by Harbour Content Agency, LLC." names a source in a '
        "form that is not understood (add --original-publisher NAME if you know it)"
    ] == [str(each) for each in remarks]


def test_the_authors_of_the_markup_come_before_a_byline() -> None:
    """A byline adds nothing to the names that the page states for programs."""
    html = '<title>A quiet harbour</title><meta name="author" content="Ann Lee"><h1>A quiet harbour</h1>'
    reading = read(f"{html}<p>By Ann C. Lee<p>{BODY[0]}".encode())

    assert ["Ann Lee"] == [each.name for each in reading.document.creators]


def test_a_byline_that_names_no_certain_person_is_reported() -> None:
    """The remark shows the name and how to add it."""
    reading = page("By Lantern-User", at="head")

    assert [
        'warning NZ634 left out "Lantern-User": not certainly the name of one person (add '
        "--author NAME for each author if you know them)"
    ] == [str(each) for each in reading.unread if each.code == "NZ634"]

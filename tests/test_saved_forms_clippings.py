"""Texts taken from a page: Markdown of clippers, and text of a browser's print."""

import pytest

import nizkorcite as nz
from saved_pages import ADDRESS, WORDS, read, remarks, stated

BODY = f"{WORDS}\n\nThe vote was close.\n"
AT = {"url": ADDRESS}
TITLED = AT | {"title": "Pier let again"}

CLIPPED = {
    "obsidian": (
        f'---\ntitle: "Pier let again"\nsource: "{ADDRESS}"\nauthor:\n  - "[[Ann Writer]]"\n  - "[[Bo Scribe]]"\n'
        f'published: 2017-02-27\ncreated: 2024-03-05\ndescription: "The council: let it."\ntags:\n  - "clippings"\n---\n{BODY}',
        TITLED
        | {
            "authors": ["Ann Writer", "Bo Scribe"],
            "date": "2017-02-27",
            "accessed": "2024-03-05",
        },
    ),
    "obsidian_without_values": (
        f'---\ntitle: "Ann\'s \\"pier\\""\nsource: "{ADDRESS}"\nauthor:\npublished:\ncreated: 2024-03-05T10:11:12+01:00\ntags:\n  - clippings\n---\n{BODY}',
        AT | {"title": 'Ann\'s "pier"', "accessed": "2024-03-05T10:11:12+01:00"},
    ),
    "markdownload": (
        f"---\ncreated: 2024-03-05T10:11:12 (UTC +01:00)\ntags: [pier, council]\nsource: {ADDRESS}\nauthor: Ann Writer\n---\n\n"
        f"# Pier let again\n\n> ## Excerpt\n> A summary that no one printed.\n\n---\n{BODY}",
        TITLED | {"authors": ["Ann Writer"], "accessed": "2024-03-05T10:11:12+01:00"},
    ),
    "markdownload_of_2020": (
        f"# Pier let again\n\n---\n\ncreated: 2020-03-05T10:11:12 (UTC -05:00)\ntags: #pier\nsource: {ADDRESS}\n\n---\n\n"
        f"> ## Excerpt\n> A summary that no one printed.\n\n---\n{BODY}",
        TITLED | {"accessed": "2020-03-05T10:11:12-05:00"},
    ),
    "joplin": (
        f"---\ntitle: Pier let again\nupdated: 2024-03-06 08:00:00Z\ncreated: 2024-03-05 09:11:12Z\nsource: {ADDRESS}\n"
        f"author: ''\nlatitude: 51.5000\ntags:\n  - pier\n---\n\n{BODY}",
        TITLED | {"accessed": "2024-03-05T09:11:12Z"},
    ),
    "trafilatura": (
        f"---\ntitle: Pier let again\nauthor: Ann Writer; Bo Scribe\nurl: {ADDRESS}\nhostname: harbour.example.org\n"
        f"description: Words.\nsitename: Harbour Post\ndate: 2017-02-27\ncategories: ['News']\nfingerprint: 1a2b\n---\n{BODY}",
        TITLED
        | {
            "authors": ["Ann Writer", "Bo Scribe"],
            "publisher": "Harbour Post",
            "date": "2017-02-27",
        },
    ),
    "date_of_clipping": (
        f"---\ntitle: Pier let again\nurl: {ADDRESS}\ndate: 2024-03-05\n---\n{BODY}",
        TITLED,
    ),
    "own_post": (
        f"---\ntitle: 'Pier let again'\ndate: 2017-02-27T10:00:00+03:00\nauthor: [Ann Writer, \"Scribe, Bo\"]\n---\n{BODY}",
        {
            "title": "Pier let again",
            "date": "2017-02-27",
            "authors": ["Ann Writer", "Scribe, Bo"],
        },
    ),
    "folded_title": (
        f"---\ntitle: >-\n  Pier let\n  again\nsource: {ADDRESS}\n---\n{BODY}",
        TITLED,
    ),
    "comment_and_link": (
        f"---\ntitle: Pier let again # checked\nsource: <{ADDRESS}>\nauthor: [Ann Writer](https://harbour.example.org/ann)\n---\n{BODY}",
        TITLED | {"authors": ["Ann Writer"]},
    ),
    "saved_and_published": (
        f"---\ntitle: Pier let again\nurl: {ADDRESS}\ndate_saved: 2024-03-05T09:11:12.000Z\ndate_published: 2017-02-27T08:00:00.000Z\nsite: Harbour Post\n---\n{BODY}",
        TITLED
        | {
            "accessed": "2024-03-05T09:11:12.000Z",
            "date": "2017-02-27",
            "publisher": "Harbour Post",
        },
    ),
    "jina": (
        f"Title: Pier let again\n\nURL Source: {ADDRESS}\n\nPublished Time: 2017-02-27T08:00:00Z\n\nMarkdown Content:\n{BODY}",
        TITLED | {"date": "2017-02-27"},
    ),
    "jina_with_a_warning": (
        f"Title: Pier let again\n\nURL Source: {ADDRESS}\n\nPublished Time: Mon, 27 Feb 2017 08:00:00 GMT\n\nWarning: cached\n\nMarkdown Content:\n{BODY}",
        TITLED | {"date": "2017-02-27"},
    ),
    "notion": (
        f"# Pier let again\n\nURL: {ADDRESS}\nCreated: March 5, 2024 10:11 AM\nTags: pier, council\n\n{BODY}",
        TITLED,
    ),
    "windows_lines": (
        f"\ufeff---\r\ntitle: Pier let again\r\nsource: {ADDRESS}\r\n---\r\n{WORDS}\r\n",
        TITLED,
    ),
}


@pytest.mark.parametrize("case", CLIPPED)
def test_notes_of_a_clipper_state_what_they_state(case: str) -> None:
    """Names that differ between clippers mean one thing each; local times name no instant."""
    data, expected = CLIPPED[case]

    assert expected == stated(read(data, "page.md"))


@pytest.mark.parametrize("case", CLIPPED)
def test_the_text_follows_the_notes(case: str) -> None:
    """The notes and the clipper's summary are no text of the page."""
    text = read(CLIPPED[case][0], "page.md").data.decode()
    notes = ("created", "tags", "URL", "http", "Excerpt", "no one printed", "---", "Markdown")

    assert (True, []) == (
        text.rstrip().endswith((WORDS, "The vote was close.")),
        [word for word in notes if word in text],
    )


def test_a_value_has_its_words() -> None:
    """Evidence is the entry of the notes."""
    authors = read(CLIPPED["obsidian"][0]).facts.authors

    assert 'author: - "[[Ann Writer]]" - "[[Bo Scribe]]"' == authors[1].quote


LOCAL = {
    "clock_without_zone": ("created: 2024-03-05T10:11:12", '"2024-03-05T10:11:12"'),
    "no_day_of_the_calendar": ("created: 2024-02-31", '"2024-02-31"'),
}


@pytest.mark.parametrize("case", LOCAL)
def test_a_local_time_of_clipping_is_remarked_on(case: str) -> None:
    """It has no zone or is no day, so a person must give the instant or the day."""
    line, shown = LOCAL[case]
    page = read(f"---\ntitle: Pier\nsource: {ADDRESS}\n{line}\n---\n{BODY}")

    assert [
        f"the page was saved at {shown}, which has no time zone or is no date; give --accessed"
    ] == remarks(page)


def test_a_date_that_cannot_be_read_is_remarked_on() -> None:
    """Slashes leave the order of day and month open."""
    page = read(f"---\ntitle: Pier\nsource: {ADDRESS}\npublished: 03/04/2017\n---\n{BODY}")

    assert [
        'the clipping gives "03/04/2017" as the page\'s date, which is not read; set it: --set /original/date=...'
    ] == remarks(page)


NO_CLIPPINGS = {
    "heading": f"# Pier let again\n\n{BODY}",
    "properties_without_address": f"# Pier let again\n\nCreated: today\n\n{BODY}",
    "fence_that_never_closes": f"---\ntitle: Pier\n\n{BODY}",
    "title_and_text": f"Title: Pier let again\n\n{BODY}",
    "notes_without_title_and_address": f"---\nlayout: post\n---\n{BODY}",
}


@pytest.mark.parametrize("case", NO_CLIPPINGS)
def test_other_texts_have_no_notes(case: str) -> None:
    """A text that only looks like a clipping is given back as it is."""
    page = read(NO_CLIPPINGS[case], "page.md")

    assert (NO_CLIPPINGS[case], ()) == (page.data.decode(), page.forms)


TEXT = f"Pier let again\n\n{WORDS}\n\nThe vote was close."
PRINTED = {
    "chrome": f"05/03/2024, 10:11\tPier let again - Harbour Post\n\n{TEXT}\n\n{ADDRESS}\t1/1\n",
    "chrome_two_sheets": (
        f"3/5/24, 10:11 AM    Pier let again - Harbour Post\n\nPier let again\n\n{WORDS}\n\n{ADDRESS}    1/2\n\f"
        f"3/5/24, 10:11 AM    Pier let again - Harbour Post\n\nThe vote was close.\n\n{ADDRESS}    2/2\n\f"
    ),
    "chrome_sheets_in_one": (
        f"3/5/24, 10:11 AM\tPier let again - Harbour Post\nPier let again\n{WORDS}\nOne.\nTwo.\nThree.\n{ADDRESS}\t1/2\n"
        f"3/5/24, 10:11 AM\tPier let again - Harbour Post\nFour.\nFive.\nThe vote was close.\n{ADDRESS}\t2/2\n"
    ),
    "chrome_cells_on_lines": f"11/27/26, 6:40 AM\n\nPier let again – Harbour Post\n\n{TEXT}\n\n{ADDRESS}\n\n1/1\n",
    "chrome_after_the_text": f"{TEXT}\n11/27/26, 6:40 AM Pier let again – Harbour Post\n{ADDRESS} 1/3",
    "chrome_german": f"05.03.24, 10:11  Pier let again | Harbour Post\n\n{TEXT}\n\n{ADDRESS}  1/1\n",
    "chrome_korean": f"24. 3. 5. 오전 10:11\tPier let again - Harbour Post\n\n{TEXT}\n\n{ADDRESS}\t1/1\n",
    "firefox": f"Pier let again - Harbour Post\t{ADDRESS}\n\n{TEXT}\n\n1 of 2\t3/5/2024, 10:11 AM\n",
    "firefox_spanish": f"Pier let again - Harbour Post    {ADDRESS}\n\n{TEXT}\n\n1 de 2    5/3/24 10:11\n",
    "firefox_german": f"Pier let again - Harbour Post {ADDRESS}\n\n{TEXT}\n\n1 von 2 05.03.2024, 10:11\n",
    "explorer": f"Pier let again - Harbour Post\tPage 1 of 1\n\n{TEXT}\n\n{ADDRESS}\t05/03/2024\n",
}


@pytest.mark.parametrize("case", PRINTED)
def test_printed_lines_state_the_address_and_the_title(case: str) -> None:
    """The site's name goes where the text proves it; the time has no zone."""
    assert TITLED == stated(read(PRINTED[case], "print.txt"))


@pytest.mark.parametrize("case", PRINTED)
def test_printed_lines_are_no_text_of_the_page(case: str) -> None:
    """Head and foot of each sheet go, the page's own lines stay."""
    text = read(PRINTED[case], "print.txt").data.decode()
    frame = ("10:11", "6:40", ADDRESS, "Harbour Post", "1/", "2/", "1 of", "1 von", "1 de", "05/03")

    assert (True, []) == (
        text.startswith("Pier let again") and WORDS in text and "The vote was close." in text,
        [word for word in frame if word in text],
    )


def test_a_shortened_address_is_none() -> None:
    """Browsers cut long addresses with three dots."""
    page = read(
        f"05/03/2024, 10:11\tPier\n\n{TEXT}\n\nhttps://harbour.example.org/2017/02/…\t1/1\n",
        "print.txt",
    )

    assert {"title": "Pier"} == stated(page)


PROSE = {
    "address_at_the_end": f"{TEXT}\n\nSource: {ADDRESS}\n",
    "date_at_the_start": f"05/03/2024\n\n{TEXT}\n\n{ADDRESS}\n",
    "fraction": f"{TEXT}\n\nAbout {ADDRESS} 1/2\n",
}


@pytest.mark.parametrize("case", PROSE)
def test_a_text_with_dates_and_addresses_is_no_print(case: str) -> None:
    """Only date, address and page number together tell a print."""
    page = read(PROSE[case], "page.txt")

    assert (PROSE[case], ()) == (page.data.decode(), page.forms)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("First published in The Lantern on 24 June 2015.", "2015-06-24"),
        ("This article originally appeared in The Lantern.", None),
    ],
    ids=["with its day", "without a day"],
)
def test_the_day_of_a_clipping_is_not_that_of_its_printed_source(
    line: str, date: str | None
) -> None:
    """The day and the site that a clipper noted are those of the page, thus of a republication."""
    clipping = (
        f"---\ntitle: Pier\nurl: {ADDRESS}\ndate_published: 2017-02-27T08:00:00.000Z\n"
        f"date_saved: 2024-03-05T09:11:12.000Z\nsite: Harbour Post\n---\n{BODY}\n{line}\n"
    )
    document = nz.read(clipping.encode(), name="pier.md").document
    original, republication = document.original, document.republication

    assert republication
    assert ("The Lantern", date, "Harbour Post", "2017-02-27") == (
        original.publishers[0].name,
        str(original.date) if original.date else None,
        republication.publishers[0].name,
        str(republication.date),
    )

"""Marks inside a saved page: what programs and archives write into it, and how it looks without."""

import pytest

from saved_pages import ADDRESS, BODY, COPY, HEAD, PAGE, WORDS, quotes, read, remarks, stated

WAYBACK_HEAD = (
    '<script src="//archive.org/includes/athena.js" type="text/javascript"></script>'
    '<script type="text/javascript" src="https://web-static.archive.org/_static/js/'
    'bundle-playback.js?v=7YQSqjSh" charset="utf-8"></script>'
    '<script type="text/javascript">__wm.init("https://web.archive.org/web");\n'
    f'  __wm.wombat("{ADDRESS}","20170301120000","https://web.archive.org/","web",'
    '"https://web-static.archive.org/_static/", "1488369600");\n</script>'
    '<link rel="stylesheet" type="text/css" href="https://web-static.archive.org/_static/css/'
    'banner-styles.css?v=1utQkbB3" />\n<!-- End Wayback Rewrite JS Include -->\n'
)
WAYBACK_BAR = (
    "<!-- BEGIN WAYBACK TOOLBAR INSERT --><script>__wm.rw(0);</script>"
    '<div id="wm-ipp-base" lang="en"><div id="wm-ipp"><a href="/web/">INTERNET ARCHIVE</a>'
    f'<form action="/web/submit" name="wmtb"><input type="text" name="url" id="wmtbURL" value="{ADDRESS}">'
    '<input type="hidden" name="date" value="20170301120000"></form>7 captures</div></div>'
    f'<div id="wm-ipp-print">The Wayback Machine - {COPY}</div>'
    "<script>__wm.bt(725,27,25,2,'web');</script><!-- END WAYBACK TOOLBAR INSERT -->"
)


def note(archived: str, retrieved: str) -> str:
    """The note at the end of a page of the Wayback Machine."""
    return (
        f"\n<!--\n     FILE ARCHIVED ON {archived} AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON "
        f"{retrieved}.\n     JAVASCRIPT APPENDED BY WAYBACK MACHINE, COPYRIGHT INTERNET ARCHIVE.\n"
        "     SECTION 108(a)(3)).\n-->\n<!--\nplayback timings (ms):\n  captures_list: 0.5\n-->"
    )


WAYBACK = PAGE.replace("<head>", "<head>" + WAYBACK_HEAD).replace(
    f'href="{ADDRESS}"', f'href="{COPY}"'
).replace("<body>", "<body>" + WAYBACK_BAR) + note("12:00:00 Mar 01, 2017", "09:15:00 Nov 20, 2023")


def single_file(lines: str, title: str = "Page saved with SingleFile") -> str:
    """A page with SingleFile's comment."""
    return (
        f"<!DOCTYPE html> <html lang=en><!--\n {title} \n{lines}--><meta charset=utf-8>" + PAGE[31:]
    )


SAVED = {
    "single_file": (
        single_file(
            f" url: {ADDRESS} \n saved date: Tue Mar 05 2024 10:11:12 GMT+0100 (Central European "
            "Standard Time)\n"
        ),
        {"url": ADDRESS, "accessed": "2024-03-05T10:11:12+01:00", "tool": "SingleFile"},
    ),
    "single_file_german_zone": (
        single_file(
            f" url: {ADDRESS}\n saved date: Wed Jul 03 2024 23:59:01 GMT+0200 (Mitteleuropäische "
            "Sommerzeit)\n"
        ),
        {"url": ADDRESS, "accessed": "2024-07-03T23:59:01+02:00", "tool": "SingleFile"},
    ),
    "single_file_chinese_zone_and_note": (
        single_file(
            f" url: {ADDRESS} \n saved date: Fri May 31 2024 08:00:00 GMT+0800 (中国标准时间) \n"
            " info: url: https://other.example/ read this \n"
        ),
        {"url": ADDRESS, "accessed": "2024-05-31T08:00:00+08:00", "tool": "SingleFile"},
    ),
    "single_file_half_hours": (
        single_file(f" url: {ADDRESS} \n saved date: Sun Feb 18 2024 14:24:57 GMT-0330\n"),
        {"url": ADDRESS, "accessed": "2024-02-18T14:24:57-03:30", "tool": "SingleFile"},
    ),
    "single_file_old_header": (
        single_file(
            f" url: {ADDRESS} \n saved date: Tue Aug 08 2017 21:46:41 GMT-0400 (Eastern Daylight "
            "Time) \n",
            "Archive processed by SingleFile",
        ),
        {"url": ADDRESS, "accessed": "2017-08-08T21:46:41-04:00", "tool": "SingleFile"},
    ),
    "single_file_utc": (
        single_file(f" url: {ADDRESS} \n saved date: Tue, 05 Mar 2024 09:11:12 GMT\n"),
        {"url": ADDRESS, "accessed": "2024-03-05T09:11:12Z", "tool": "SingleFile"},
    ),
    "single_file_without_date": (
        single_file(f" url: {ADDRESS}\n"),
        {"url": ADDRESS, "tool": "SingleFile"},
    ),
    "single_file_of_a_file": (
        single_file(
            " url: file:///C:/Users/reader/page.html\n saved date: Tue Mar 05 2024 10:11:12 GMT+0000 (GMT)\n"
        ),
        {"accessed": "2024-03-05T10:11:12Z", "tool": "SingleFile"},
    ),
    "single_file_of_the_wayback_machine": (
        single_file(
            f" url: {COPY} \n saved date: Mon Nov 20 2023 10:15:00 GMT+0100 (CET)\n"
        ).replace(
            "<body>",
            f"<body><div id=wm-ipp-base lang=en><div>7 captures</div></div><div id=wm-ipp-print>The Wayback Machine - {COPY}</div>",
        ),
        {
            "url": ADDRESS,
            "accessed": "2023-11-20T10:15:00+01:00",
            "tool": "SingleFile",
            "memento": COPY,
            "captured": "2017-03-01T12:00:00Z",
        },
    ),
    "single_file_of_a_reader_view": (
        single_file(
            " url: about:reader?url=https%3A%2F%2Fharbour.example.org%2F2017%2F02%2F27%2Fpier.html \n"
        ),
        {"url": ADDRESS, "tool": "SingleFile"},
    ),
    "saved_from": (
        PAGE.replace("<html", f"\n<!-- saved from url=(0049){ADDRESS} -->\n<html"),
        {"url": ADDRESS},
    ),
    "saved_from_with_hyphens": (
        PAGE.replace(
            "<html",
            "\r\n<!-- saved from url=(0034)https://a.example.org/one%2D%2Dtwo.html -->\r\n<html",
        ),
        {"url": "https://a.example.org/one--two.html"},
    ),
    "saved_from_the_internet": (
        PAGE.replace("<html", "\n<!-- saved from url=(0014)about:internet -->\n<html"),
        {},
    ),
    "saved_from_a_mail": (
        PAGE.replace("<html", "\n<!-- saved from url=(0022)http://internet.e-mail -->\n<html"),
        {},
    ),
    "saved_from_the_wayback_machine": (
        WAYBACK.replace("<html", f"\n<!-- saved from url=(0098){COPY} -->\n<html"),
        {
            "url": ADDRESS,
            "accessed": "2023-11-20T09:15:00Z",
            "memento": COPY,
            "captured": "2017-03-01T12:00:00Z",
        },
    ),
    "wayback": (
        WAYBACK,
        {
            "url": ADDRESS,
            "accessed": "2023-11-20T09:15:00Z",
            "memento": COPY,
            "captured": "2017-03-01T12:00:00Z",
        },
    ),
    "wayback_german_month": (
        PAGE.replace("<body>", "<body>" + WAYBACK_BAR)
        + note("8:14:30 Okt 7, 2014", "22:26:55 Dez 20, 2014"),
        {
            "url": ADDRESS,
            "accessed": "2014-12-20T22:26:55Z",
            "memento": COPY,
            "captured": "2017-03-01T12:00:00Z",
        },
    ),
    "wayback_note_alone": (
        PAGE + note("06:03:32 févr. 12, 2019", "10:33:06 août 13, 2023"),
        {"accessed": "2023-08-13T10:33:06Z", "captured": "2019-02-12T06:03:32Z"},
    ),
    "wayback_japanese_months": (
        PAGE + note("06:03:32 2月 12, 2019", "10:33:06 12月 13, 2023"),
        {"accessed": "2023-12-13T10:33:06Z", "captured": "2019-02-12T06:03:32Z"},
    ),
    "wayback_before_2011": (
        PAGE.replace(
            "<head>",
            '<head><base href="http://old.example.org/"><!-- SOME LINK HREF\'S ON THIS PAGE HAVE BEEN REWRITTEN BY THE WAYBACK MACHINE\nOF THE INTERNET ARCHIVE -->',
        )
        + '\n<SCRIPT language="Javascript">\n<!--\n\n// FILE ARCHIVED ON 20071030074443 AND RETRIEVED '
        "FROM THE\n// INTERNET ARCHIVE ON 20110214025052.\n// JAVASCRIPT APPENDED BY WAYBACK MACHINE\n\n"
        '   var sWayBackCGI = "http://web.archive.org/web/20071030074443/";\n\n//-->\n</SCRIPT>\n',
        {"accessed": "2011-02-14T02:50:52Z", "captured": "2007-10-30T07:44:43Z"},
    ),
    "wayback_of_2014": (
        PAGE.replace(
            "<body>",
            '<body><!-- BEGIN WAYBACK TOOLBAR INSERT -->\n<script>var wbPrefix = "/web/";</script>'
            '<div id="wm-ipp" style="display:none;"><form name="wmtb" id="wmtb"><input type="text" '
            f'name="url" id="wmtbURL" value="{ADDRESS}" style="width:400px;" /><input type="hidden" '
            'name="date" value="20140322034217" /></form>11 captures</div>\n'
            "<!-- END WAYBACK TOOLBAR INSERT -->",
        )
        + note("3:42:17 Mar 22, 2014", "8:20:01 Sep 4, 2015"),
        {
            "url": ADDRESS,
            "accessed": "2015-09-04T08:20:01Z",
            "captured": "2014-03-22T03:42:17Z",
        },
    ),
    "pywb": (
        PAGE.replace(
            "<head>",
            "<head>\n<!-- WB Insert -->\n<script>\n  wbinfo = {};\n  wbinfo.top_url = "
            f'"https://arquivo.pt/wayback/20170301120000/{ADDRESS}";\n  wbinfo.url = "{ADDRESS}";\n'
            '  wbinfo.timestamp = "20170301120000";\n  wbinfo.request_ts = "20170301";\n'
            '  wbinfo.prefix = decodeURI("https://arquivo.pt/wayback/");\n  wbinfo.mod = "mp_";\n'
            "</script>\n<script src='/static/wombat.js'> </script>\n<!-- End WB Insert -->\n",
        ).replace(
            f'href="{ADDRESS}"', f'href="https://arquivo.pt/wayback/20170301120000mp_/{ADDRESS}"'
        ),
        {
            "url": ADDRESS,
            "memento": f"https://arquivo.pt/wayback/20170301120000/{ADDRESS}",
            "captured": "2017-03-01T12:00:00Z",
        },
    ),
    "replay_in_the_browser": (
        PAGE.replace(
            "<head>",
            f'<head><!-- WB Insert --><script>wbinfo = {{}};\nwbinfo.url = "{ADDRESS}";\n'
            'wbinfo.timestamp = "20170301120000";\nwbinfo.prefix = decodeURI("https://replayweb.page/'
            'w/id-1f2e3d/");</script><!-- End WB Insert -->',
        ),
        {"url": ADDRESS, "captured": "2017-03-01T12:00:00Z"},
    ),
    "national_archive": (
        PAGE.replace(
            ADDRESS, f"https://webarchive.nationalarchives.gov.uk/ukgwa/20170301120000mp_/{ADDRESS}"
        ),
        {
            "url": ADDRESS,
            "memento": f"https://webarchive.nationalarchives.gov.uk/ukgwa/20170301120000mp_/{ADDRESS}",
            "captured": "2017-03-01T12:00:00Z",
        },
    ),
    "unknown_archive": (
        PAGE.replace(ADDRESS, f"https://webarchiv.example.ch/all/20170301120000/{ADDRESS}"),
        {
            "url": ADDRESS,
            "memento": f"https://webarchiv.example.ch/all/20170301120000/{ADDRESS}",
            "captured": "2017-03-01T12:00:00Z",
        },
    ),
    "httrack": (
        f"<!DOCTYPE html>\n<!-- Mirrored from {ADDRESS[8:]} by HTTrack Website Copier/3.x "
        "[XR&CO'2014], Wed, 07 Jan 2015 12:27:45 GMT -->\n"
        + PAGE[15:].replace(
            "<head>",
            '<head><!-- Added by HTTrack --><meta http-equiv="content-type" content="text/html;charset=iso-8859-15" /><!-- /Added by HTTrack -->',
        ),
        {
            "url": ADDRESS,
            "accessed": "2015-01-07T12:27:45Z",
            "tool": "HTTrack Website Copier/3.x",
            "charset": "iso8859-15",
        },
    ),
    "httrack_of_2002": (
        f"<html><!-- Mirrored from old.example.org/ by HTTrack Website Copier/3.20-2 [XR&CO'2002], Sat, 05 Oct "
        f"2002 08:01:02 GMT -->{HEAD}{BODY}</html>",
        {"accessed": "2002-10-05T08:01:02Z", "tool": "HTTrack Website Copier/3.20-2"},
    ),
    "monolith": (
        f"<!-- Saved from {ADDRESS} at 2024-03-05T09:11:12Z using monolith v2.8.1 -->\n" + PAGE,
        {"url": ADDRESS, "accessed": "2024-03-05T09:11:12Z", "tool": "monolith v2.8.1"},
    ),
    "monolith_of_a_file": (
        "<!-- Saved from local source at 2024-03-05T09:11:12Z using monolith v2.10.1 -->\n" + PAGE,
        {"accessed": "2024-03-05T09:11:12Z", "tool": "monolith v2.10.1"},
    ),
    "webscrapbook": (
        PAGE.replace(
            "<html",
            f'<html data-scrapbook-source="{ADDRESS}" data-scrapbook-create="20240305091112345" '
            'data-scrapbook-title="Pier" data-scrapbook-type="file"',
        ).replace(
            "<body>", '<body><div data-scrapbook-elem="sticky-note">my note: a bargain</div>'
        ),
        {"url": ADDRESS, "accessed": "2024-03-05T09:11:12Z", "tool": "WebScrapBook"},
    ),
    "google_cache": (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'
        f'<base href="{ADDRESS}"><style>body{{margin:0}}#bN015htcoyT__google-cache-hdr{{border:0}}</style>'
        '</head><body><div id="bN015htcoyT__google-cache-hdr"><div><span>This is Google&#39;s cache of '
        f'<a href="{ADDRESS}">{ADDRESS}</a>.</span>&nbsp;<span>It is a snapshot of the page as it appeared on '
        f"Aug 7, 2018 15:53:18 GMT.</span></div></div>{PAGE}",
        {"url": ADDRESS, "captured": "2018-08-07T15:53:18Z"},
    ),
    "google_cache_spanish": (
        f'<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><base href="{ADDRESS}">'
        '<div style="margin:-1px"><div>Esta es la versión caché de Google de '
        f'<a href="{ADDRESS}">{ADDRESS}</a>. Se trata de una captura de la página tal como esta se mostraba '
        f'el 5 Mar 2024 09:11:12 GMT.</div></div><div style="position:relative">{PAGE}</div>',
        {"url": ADDRESS, "captured": "2024-03-05T09:11:12Z"},
    ),
    "firefox_reader": (
        '<html lang="en"><head><meta charset="utf-8"><title>Pier let again</title></head><body class="light">'
        '<div id="toolbar" class="toolbar-container"><button>Close Reader View</button></div>'
        '<div class="container"><div class="header reader-header reader-show-element">'
        f'<a class="domain reader-domain" href="{ADDRESS}">harbour.example.org</a>'
        '<div class="domain-border"></div><h1 class="reader-title">Pier let again</h1>'
        '<div class="credits reader-credits">Ann Writer</div><div class="meta-data">'
        '<div class="reader-estimated-time" dir="ltr">2–3 minutes</div></div></div><hr><div class="content">'
        '<div class="moz-reader-content reader-show-element"><div id="readability-page-1" class="page">'
        f"<p>{WORDS}</p></div></div></div></div></body></html>",
        {"url": ADDRESS, "title": "Pier let again", "authors": ["Ann Writer"]},
    ),
    "old_firefox_reader": (
        f'<html><head><title>Pier</title></head><body><a id="reader-domain" href="{ADDRESS}">harbour</a>'
        '<h1 id="reader-title">Pier let again</h1><div id="reader-credits"></div>'
        f'<div id="readability-page-1" class="page"><p>{WORDS}</p></div></body></html>',
        {"url": ADDRESS, "title": "Pier let again"},
    ),
    "view_source_of_chrome": (
        f'<html><head><title>view-source:{ADDRESS}</title></head><body><div class="line-gutter-backdrop"></div>'
        '<table><tbody><tr><td class="line-number" value="1"></td><td class="line-content">'
        '<span class="html-doctype">&lt;!DOCTYPE html&gt;</span></td></tr><tr><td class="line-number" '
        'value="2"></td><td class="line-content"><span class="html-tag">&lt;title&gt;</span>Pier let again'
        f'<span class="html-tag">&lt;/title&gt;</span>&lt;p&gt;{WORDS}</td></tr></tbody></table></body></html>',
        {"url": ADDRESS},
    ),
    "view_source_of_firefox": (
        f'<!DOCTYPE html><html><head><title>{ADDRESS}</title><link rel="stylesheet" href="resource://'
        'content-accessible/viewsource.css"></head><body id="viewsource" class="highlight" style="tab-size: 4">'
        '<pre id="line1"><span></span>&lt;<span class="start-tag">p</span>&gt;<span>'
        f"</span>{WORDS}</pre></body></html>",
        {"url": ADDRESS},
    ),
}


@pytest.mark.parametrize("case", SAVED)
def test_marks_state_what_they_state_and_nothing_else(case: str) -> None:
    """Each form's address, instant, tool and copy are read; what it does not say is absent."""
    data, expected = SAVED[case]

    assert expected == stated(read(data, "page.html"))


@pytest.mark.parametrize("case", SAVED)
def test_the_page_stays_and_the_frame_goes(case: str) -> None:
    """The page's words stay, those of the program or the archive do not."""
    text = read(SAVED[case][0], "page.html").data.decode()
    frame = (
        "Wayback",
        "WAYBACK",
        "ARCHIVED ON",
        "captures",
        "web.archive.org",
        "arquivo",
        "SingleFile",
        "saved from",
        "HTTrack",
        "monolith",
        "scrapbook",
        "my note",
        "Google",
        "GMT",
        "Close Reader",
        "minutes",
        "line-number",
        "viewsource",
        "wbinfo",
        "20170301",
    )

    assert ([WORDS], []) == (
        [word for word in [WORDS] if word in text],
        [word for word in frame if word in text],
    )


def test_only_the_marks_are_cut_out() -> None:
    """Without its frame a page of the Wayback Machine is the page, byte for byte."""
    assert PAGE == read(WAYBACK).data.decode().rstrip()


TODAY = (
    '<!DOCTYPE html><html style="background-color:#EEEEEE" prefix="og: http://ogp.me/ns#"><!--203.0.113.9-->'
    '<head><meta http-equiv="Content-Type" content="text/html;charset=utf-8"/><meta property="og:type" '
    'content="article"/><meta property="og:site_name" content="HOST"/><meta property="og:url" '
    'content="https://HOST/AbCd1"/><meta property="og:title" content="Pier let again"/><meta '
    'property="article:published_time" content="2017-12-16T07:40:22Z" itemprop="dateCreated"/>'
    f'<link rel="canonical" href="https://HOST/2017.12.16-074022/{ADDRESS}"/><title>Pier let again</title></head>'
    '<body><center><div id="HEADER"><form action="https://HOST/search/"><input type="text" name="q" value="'
    f'{ADDRESS}"/></form>HOST webpage capture, all snapshots</div><div id="DIVSHARE">share</div>'
    '<div id="SOLID"><div id="CONTENT"><div class="html"><h1>Pier let again</h1><p>'
    f'{WORDS} <a href="https://HOST/o/AbCd1/https://harbour.example.org/map">map</a></p></div></div></div></center></body></html>'
)


@pytest.mark.parametrize(
    "host", [f"archive.{end}" for end in ("today", "is", "ph", "li", "vn", "fo", "md")]
)
def test_archive_today_is_a_frame_under_each_of_its_names(host: str) -> None:
    """Its names, times and links are the archive's; the page has a title and a text."""
    page = read(TODAY.replace("HOST", host))
    text = page.data.decode()

    assert {
        "url": ADDRESS,
        "memento": f"https://{host}/2017.12.16-074022/{ADDRESS}",
        "captured": "2017-12-16T07:40:22Z",
    } == stated(page)
    assert (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Pier let again</title></head><body>'
        f'<div class="html"><h1>Pier let again</h1><p>{WORDS} <a href="https://harbour.example.org/map">map</a>'
        "</p></div></body></html>"
    ) == text


def test_a_copy_saved_under_its_short_address_has_the_long_one() -> None:
    """A short address of archive.today says nothing of the page; the page's mark does."""
    data = TODAY.replace("HOST", "archive.ph").replace(
        "<html ", "<!-- saved from url=(0024)https://archive.ph/AbCd1 --><html ", 1
    )

    assert {
        "url": ADDRESS,
        "memento": f"https://archive.ph/2017.12.16-074022/{ADDRESS}",
        "captured": "2017-12-16T07:40:22Z",
    } == stated(read(data))


GIVEN = {
    "as_it_was": (
        f"https://web.archive.org/web/20170301120000id_/{ADDRESS}",
        "2017-03-01T12:00:00Z",
    ),
    "in_a_frame": (
        f"http://web.archive.org/web/20170301120000if_/{ADDRESS}",
        "2017-03-01T12:00:00Z",
    ),
    "a_picture": (
        f"https://web.archive.org/web/20170301120000im_/{ADDRESS}",
        "2017-03-01T12:00:00Z",
    ),
    "nearest_to_a_year": (f"https://web.archive.org/web/2017/{ADDRESS}", None),
    "arquivo": (
        f"https://arquivo.pt/noFrame/replay/20170301120000/{ADDRESS}",
        "2017-03-01T12:00:00Z",
    ),
    "archive_it": (
        f"https://wayback.archive-it.org/924/20170301120000/{ADDRESS}",
        "2017-03-01T12:00:00Z",
    ),
    "archive_today": (f"https://archive.ph/20170301120000/{ADDRESS}", "2017-03-01T12:00:00Z"),
    "unknown_host": (
        f"https://archiv.example.at:8080/wayback/20170301120000mp_/{ADDRESS}",
        "2017-03-01T12:00:00Z",
    ),
}


@pytest.mark.parametrize("case", GIVEN)
def test_the_address_of_a_copy_states_two(case: str) -> None:
    """Bytes without marks have the page's address and the copy's by the address given."""
    address, captured = GIVEN[case]
    expected = {"url": ADDRESS, "memento": address} | ({"captured": captured} if captured else {})

    assert expected == stated(read(PAGE, url=address))


def test_no_other_address_is_that_of_a_copy() -> None:
    """Digits in a path are no time stamp, nor is an address in a query a page."""
    addresses = (
        "https://harbour.example.org/20170301120000/pier.html",
        "https://harbour.example.org/2017/https://other.example.org/",
        "https://harbour.example.org/share?u=https://web.archive.org/web/20170301120000/https://a.example",
    )

    assert [{"url": each} for each in addresses] == [
        stated(read(PAGE, url=each)) for each in addresses
    ]


def test_links_are_undone_in_tags_and_linked_data_alone() -> None:
    """Rewritten links become the page's own; words that name a copy are the page's words."""
    body = (
        f'<a href="/web/20160101000000/http://one.example/">one</a><img src="{COPY[:42]}im_/http://two.example/2.png">'
        f'<a href="//web.archive.org/web/20170301120000/mailto:ann@example.org">Ann</a><p>Kept at {COPY}.</p>'
        '<script type="application/ld+json">{"url": "https:\\/\\/web.archive.org\\/web\\/20170301120000\\/'
        'https:\\/\\/three.example\\/"}</script>'
    )
    text = read(WAYBACK.replace("</body>", f"{body}</body>")).data.decode()

    assert [
        '<a href="http://one.example/">one</a><img src="http://two.example/2.png">',
        '<a href="mailto:ann@example.org">Ann</a>',
        f"<p>Kept at {COPY}.</p>",
        '{"url": "https:\\/\\/three.example\\/"}',
    ] == [
        part
        for part in (
            '<a href="http://one.example/">one</a><img src="http://two.example/2.png">',
            '<a href="mailto:ann@example.org">Ann</a>',
            f"<p>Kept at {COPY}.</p>",
            '{"url": "https:\\/\\/three.example\\/"}',
        )
        if part in text
    ]


def test_bytes_given_as_they_were_keep_links_to_archives() -> None:
    """A page that cites a copy itself is not changed where the archive has changed nothing."""
    data = PAGE.replace("</body>", f'<a href="{COPY}">an older copy</a></body>')

    assert data == read(data, url=COPY.replace("/https", "id_/https", 1)).data.decode()


PLAIN = {
    "page": PAGE,
    "links_to_a_copy": PAGE.replace("</body>", f'<a href="{COPY}">copy</a></body>'),
    "writes_of_singlefile": PAGE.replace(
        WORDS, "SingleFile, monolith, HTTrack and the Wayback Machine save pages."
    ),
    "base": PAGE.replace("<head>", '<head><base href="/2017/">'),
    "text": "The pier\n\nThe council let the pier.\n",
    "text_like_a_field": "Note: the pier is let.\n\nWords.\n",
    "rule_and_heading": "---\n\nNo front matter: a rule, and a line with a colon.\n",
    "own_url_in_json": PAGE.replace(
        "</head>",
        '<script>x = {"url": "https://a.example/", "timestamp": "20170301120000"}</script></head>',
    ),
}


@pytest.mark.parametrize("case", PLAIN)
def test_pages_without_marks_stay_as_they_are(case: str) -> None:
    """What is of no form is given back byte for byte, and nothing is stated of it."""
    page = read(PLAIN[case], "page.html")

    assert (PLAIN[case], {}, ()) == (page.data.decode(), stated(page), page.forms)


def test_every_value_has_its_words() -> None:
    """Evidence is what the saved file says."""
    data = single_file(f" url: {ADDRESS} \n saved date: Tue Mar 05 2024 10:11:12 GMT+0100 (CET)\n")
    found = quotes(read(data))

    assert f"url: {ADDRESS}" == found["url"]
    assert "saved date: Tue Mar 05 2024 10:11:12 GMT+0100 (CET)" == found["accessed"]


_NOTE_AS_WORDS = note("12:00:00 Mar 01, 2017", "09:15:00 Nov 20, 2023").replace("<", "&lt;")
WITHIN = {
    "wayback_note_as_words": f"<pre>{_NOTE_AS_WORDS}</pre>",
    "single_file": "<!--\n Page saved with SingleFile \n url: https://other.example.org/\n-->",
    "saved_from": "<!-- saved from url=(0026)https://other.example.org/ -->",
    "monolith": "<!-- Saved from https://other.example.org/ at 2024-03-05T09:11:12Z using monolith v2 -->",
}


@pytest.mark.parametrize("case", WITHIN)
def test_a_mark_within_the_text_is_a_quotation(case: str) -> None:
    """It states nothing of the page, whose bytes stay as they are."""
    data = PAGE.replace("</body>", f"{WITHIN[case]}</body>")
    page = read(data)

    assert ({}, data.encode()) == (stated(page), page.data)


REMARKS = {
    "address_without_scheme": (
        SAVED["httrack_of_2002"][0],
        [
            "the saved page gives its address as old.example.org/, without http or https; give it with --url"
        ],
    ),
    "date_without_zone": (
        single_file(f" url: {ADDRESS}\n saved date: 3/5/2024, 10:11:12 AM\n"),
        [
            'the page was saved at "3/5/2024, 10:11:12 AM", which has no time zone or is no date; give --accessed'
        ],
    ),
    "address_with_a_space": (
        single_file(" url: https://harbour.example.org/a b\n"),
        [
            "the saved page gives no usable address: https://harbour.example.org/a b; give it with --url"
        ],
    ),
}


@pytest.mark.parametrize("case", REMARKS)
def test_what_cannot_be_used_is_remarked_on(case: str) -> None:
    """A value that is there and cannot stand in a record is named, with what to give instead."""
    data, expected = REMARKS[case]

    assert expected == remarks(read(data))


def test_pages_in_utf_16_have_marks_too() -> None:
    """Internet Explorer saved pages in the encoding of their site."""
    data = SAVED["saved_from"][0].encode("utf-16")

    page = read(data)

    assert {"url": ADDRESS} == stated(page)
    assert WORDS in page.data.decode()

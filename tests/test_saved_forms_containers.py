"""Files that hold a page beside other things: the page comes out, with what the file states."""

import base64
import gzip
import io
import json
import plistlib
import quopri
import zipfile
import zlib
from collections.abc import Mapping

import pytest

from nizkorcite.errors import InputError
from nizkorcite.extras import install_command
from nizkorcite.saved_forms.recognition import read_saved_page
from nizkorcite.saved_forms.saved_page import SavedPage
from saved_pages import ADDRESS, COPY, PAGE, WORDS, quotes, read, remarks, stated

LATIN = PAGE.replace('<meta charset="utf-8">', "").replace("Post", "Café").encode("cp1252")


def mhtml(parts: list[tuple[str, bytes]], head: str, boundary: str = "----=_Part") -> bytes:
    """A message with parts, each a head and bytes."""
    lines = [
        f'{head}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\t'
        f'boundary="{boundary}"\r\n\r\n'.encode()
    ]
    lines += [
        f"--{boundary}\r\n{fields}\r\n\r\n".encode() + data + b"\r\n" for fields, data in parts
    ]
    return b"".join([*lines, f"--{boundary}--\r\n".encode()])


def quoted(data: bytes) -> bytes:
    """Bytes as quoted-printable."""
    return quopri.encodestring(data).replace(b"\n", b"\r\n")


CHROME = (
    f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: =?utf-8?Q?Pier=20let=20again?=\r\n"
    "Date: Tue, 5 Mar 2024 09:11:12 GMT"
)
EXPLORER = (
    'From: "Saved by Windows Internet Explorer 11"\r\nSubject: Pier let again\r\nDate: Tue, 5 Mar 2024 10:11:12 +0100\r\n'
    "X-MimeOLE: Produced By Microsoft MimeOLE V6.1.7601"
)
PICTURE = (
    "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: a.png",
    b"iVBORw0KGgo=",
)


def webarchive(form: plistlib.PlistFormat, **main: object) -> bytes:
    """Safari's property list."""
    resource = {
        "WebResourceData": PAGE.encode(), "WebResourceMIMEType": "text/html", "WebResourceURL": ADDRESS,
        "WebResourceTextEncodingName": "UTF-8", "WebResourceFrameName": "", **main,
    }  # fmt: skip
    return plistlib.dumps({"WebMainResource": resource, "WebSubresources": []}, fmt=form)


def mail(fields: str, body: str = WORDS) -> str:
    """A mail."""
    return f"{fields}\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n\n{body}\n"


MAIL = "From: Ann Writer <ann@example.org>\nTo: readers@example.org\nSubject: Pier let again\nDate: Mon, 27 Feb 2017 23:30:00 -0500"


def enex(*notes: str, application: str = 'application="Evernote" version="10.50.9"') -> str:
    """Evernote's export."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM '
        '"http://xml.evernote.com/pub/evernote-export4.dtd">\n'
        f'<en-export export-date="20240401T000000Z" {application}>{"".join(notes)}</en-export>'
    )


NOTE = (
    f"<note><title>Pier let again</title><created>20240305T091112Z</created><updated>20240306T000000Z</updated>"
    f"<note-attributes><author>Reader Who Clipped</author><source>web.clip7</source><source-url>{ADDRESS}"
    '</source-url></note-attributes><content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM '
    f'"http://xml.evernote.com/pub/enml2.dtd"><en-note><div>{WORDS} caf\u00e9</div></en-note>]]></content></note>'
)


def record(
    kind: str,
    address: str,
    block: bytes,
    media_type: str = "application/http; msgtype=response",
    more: str = "",
) -> bytes:
    """A WARC record."""
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    return (
        (
            f"WARC/1.1\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2017-03-01T12:00:00Z\r\nWARC-Record-ID: "
            f"<urn:uuid:1>\r\nContent-Type: {media_type}\r\n{more}Content-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def answer(
    body: bytes,
    media_type: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    more: str = "",
) -> bytes:
    """A server's answer."""
    return (
        f"HTTP/1.1 {status}\r\nDate: Wed, 01 Mar 2017 12:00:01 GMT\r\nContent-Type: {media_type}\r\n{more}\r\n"
    ).encode() + body


INFO = record(
    "warcinfo",
    "",
    b"software: Wget/1.21.3 (linux-gnu)\r\nformat: WARC File Format 1.0\r\n",
    "application/warc-fields",
)
REQUEST = record("request", ADDRESS, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
RESPONSE = record("response", ADDRESS, answer(PAGE.encode()))
ROBOTS = record(
    "response", "https://harbour.example.org/robots.txt", answer(b"User-agent: *\n", "text/plain")
)
STYLE = record(
    "response", "https://harbour.example.org/a.css", answer(b"p { margin: 0 }", "text/css")
)
FRAMED = record(
    "response",
    ADDRESS,
    answer(PAGE.replace("</body>", '<iframe src="/ad.html"></iframe></body>').encode()),
)
FRAME = record("response", "https://harbour.example.org/ad.html", answer(b"<p>buy this"))
MOVED = record(
    "response",
    "http://harbour.example.org/",
    answer(b"<h1>Moved</h1>", status="301 Moved Permanently"),
)


def zipped(**members: str | bytes) -> bytes:
    """A zip file; two underscores in a name are a slash, one before the last part a full stop."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/").replace("_", "."), data)
    return buffer.getvalue()


def wacz(pages: list[str], package: dict[str, object], warc: bytes = RESPONSE) -> bytes:
    """A WACZ file."""
    listed = '{"format": "json-pages-1.0"}\n' + "".join(
        json.dumps({"url": url, "ts": "2017-03-01T12:00:00Z"}) + "\n" for url in pages
    )
    return zipped(
        pages__pages_jsonl=listed,
        datapackage_json=json.dumps(package),
        archive__data_warc_gz=gzip.compress(warc),
    )


RDF = (
    '<?xml version="1.0"?>\n<RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#" '
    'xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n  <RDF:Description RDF:about="urn:root">\n'
    f'    <MAF:originalurl RDF:resource="{ADDRESS}?a=1&amp;b=2"/>\n    <MAF:title RDF:resource="Pier"/>\n'
    '    <MAF:archivetime RDF:resource="Tue, 05 Mar 2024 10:11:12 +0100"/>\n'
    '    <MAF:indexfilename RDF:resource="index.html"/>\n    <MAF:charset RDF:resource="UTF-8"/>\n'
    "  </RDF:Description>\n</RDF:RDF>\n"
)
SCRAPBOOK = PAGE.replace(
    "<html", f'<html data-scrapbook-source="{ADDRESS}" data-scrapbook-create="20240305091112345"'
)
SINGLE_FILE = f"<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Tue Mar 05 2024 10:11:12 GMT+0100 (CET)\n--><body>wait"
AT = {"url": ADDRESS}
FETCHED = {"url": ADDRESS, "accessed": "2017-03-01T12:00:00Z"}

SAVED: Mapping[str, tuple[bytes | str, str, Mapping[str, object]]] = {
    "mhtml_of_chrome": (
        mhtml(
            [
                (
                    f"Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: {ADDRESS}",
                    quoted(PAGE.encode()),
                ),
                PICTURE,
            ],
            CHROME,
        ),
        "a.mhtml",
        AT | {"accessed": "2024-03-05T09:11:12Z", "tool": "Blink"},
    ),
    "mhtml_of_explorer": (
        mhtml(
            [
                PICTURE,
                (
                    f'Content-Type: text/html;\r\n\tcharset="windows-1252"\r\nContent-Transfer-Encoding: base64\r\nContent-Location: {ADDRESS}',
                    base64.encodebytes(LATIN),
                ),
            ],
            EXPLORER,
        ),
        "a.mht",
        AT
        | {
            "accessed": "2024-03-05T10:11:12+01:00",
            "tool": "Windows Internet Explorer 11",
            "charset": "cp1252",
        },
    ),
    "mhtml_with_a_start": (
        mhtml(
            [
                ("Content-Type: text/html\r\nContent-ID: <other@x>", b"<p>another page"),
                ("Content-Type: text/html\r\nContent-ID: <root@x>", PAGE.encode()),
            ],
            CHROME,
        ).replace(b'type="text/html";', b'type="text/html"; start="<root@x>";'),
        "a.mhtml",
        AT | {"accessed": "2024-03-05T09:11:12Z", "tool": "Blink"},
    ),
    "mhtml_without_parts": (
        f"{EXPLORER}\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: {ADDRESS}\r\n\r\n{PAGE}",
        "a.mht",
        AT
        | {
            "accessed": "2024-03-05T10:11:12+01:00",
            "tool": "Windows Internet Explorer 11",
            "charset": "utf-8",
        },
    ),
    "mhtml_of_the_wayback_machine": (
        mhtml(
            [("Content-Type: text/html", PAGE.replace(ADDRESS, COPY).encode())],
            CHROME.replace(ADDRESS, COPY),
        ),
        "a.mhtml",
        AT
        | {
            "accessed": "2024-03-05T09:11:12Z",
            "tool": "Blink",
            "memento": COPY,
            "captured": "2017-03-01T12:00:00Z",
        },
    ),
    "mhtml_with_frames": (
        mhtml(
            [
                (
                    "Content-Type: text/html",
                    b'<html><head><title>Pier</title></head><frameset cols="*,*"><frame src="cid:menu@x"><frame src="https://harbour.example.org/main.html"></frameset>',
                ),
                ("Content-Type: text/html\r\nContent-ID: <menu@x>", b"<p>menu"),
                (
                    "Content-Type: text/html; charset=windows-1252\r\nContent-Location: https://harbour.example.org/main.html",
                    f"<p>caf\u00e9: {WORDS}".encode("cp1252"),
                ),
            ],
            CHROME,
        ),
        "a.mhtml",
        AT | {"accessed": "2024-03-05T09:11:12Z", "tool": "Blink"},
    ),
    "webarchive_binary": (
        webarchive(plistlib.FMT_BINARY),
        "a.webarchive",
        AT | {"tool": "Safari", "charset": "utf-8"},
    ),
    "webarchive_xml": (
        webarchive(plistlib.FMT_XML),
        "a.webarchive",
        AT | {"tool": "Safari", "charset": "utf-8"},
    ),
    "webarchive_latin": (
        webarchive(
            plistlib.FMT_BINARY, WebResourceData=LATIN, WebResourceTextEncodingName="ISO-8859-1"
        ),
        "",
        AT | {"tool": "Safari", "charset": "iso8859-1"},
    ),
    "mail": (
        mail(MAIL),
        "a.eml",
        {"title": "Pier let again", "authors": ["Ann Writer"], "date": "2017-02-27"},
    ),
    "mail_encoded": (
        mail(
            "From: =?iso-8859-1?q?Ana_N=FA=F1ez?= <ana@example.org>\nSubject: =?UTF-8?B?RWwgbXVlbGxlIOKAkyBvdHJhIHZleg==?=\n =?UTF-8?Q?_m=C3=A1s?=\nDate: Mon, 27 Feb 2017 10:00 +0000\nContent-Type: text/plain; charset=iso-8859-1"
        ),
        "a.eml",
        {
            "title": "El muelle – otra vez más",
            "authors": ["Ana Núñez"],
            "date": "2017-02-27",
            "charset": "iso8859-1",
        },
    ),
    "mail_of_a_list": (
        mail(
            "From: Example List <list@example.org>\nList-Post: <mailto:list@example.org>\nSubject: Pier let again\nDate: Mon, 27 Feb 2017 10:00:00 +0300\nArchived-At: <https://lists.example.org/a/1>"
        ),
        "a.eml",
        {
            "title": "Pier let again",
            "publisher": "Example List",
            "date": "2017-02-27",
            "url": "https://lists.example.org/a/1",
        },
    ),
    "mail_sent_via_a_list": (
        mail(
            'From: "Ann Writer via Example List" <list@example.org>\nList-Id: Example List <list@example.org>\nSubject: Pier\nDate: Mon, 27 Feb 2017 10:00:00 GMT'
        ),
        "a.eml",
        {
            "title": "Pier",
            "authors": ["Ann Writer"],
            "publisher": "Example List",
            "date": "2017-02-27",
        },
    ),
    "mail_without_names": (
        mail("From: ann@example.org\nSubject: Pier\nDate: Mon, 27 Feb 2017 10:00:00 EST"),
        "",
        {"title": "Pier", "date": "2017-02-27"},
    ),
    "mail_of_alternatives": (
        mail(
            f'{MAIL}\nContent-Type: multipart/alternative; boundary="x"',
            f"--x\nContent-Type: text/plain\n\nsee the other part\n--x\nContent-Type: text/html; charset=utf-8\n\n{PAGE}\n--x--",
        ),
        "a.eml",
        {
            "title": "Pier let again",
            "authors": ["Ann Writer"],
            "date": "2017-02-27",
            "charset": "utf-8",
        },
    ),
    "mail_with_a_page_attached": (
        mail(
            f'{MAIL}\nContent-Type: multipart/mixed; boundary="x"',
            f'--x\nContent-Type: text/plain\n\n \n--x\nContent-Type: text/html; name="pier.html"\nContent-Disposition: attachment; filename="pier.html"\n\n<!-- saved from url=(0049){ADDRESS} -->{PAGE}\n--x--',
        ),
        "a.eml",
        AT,
    ),
    "mbox_of_one": (
        "From ann@example.org Mon Feb 27 10:00:00 2017\n" + mail(MAIL),
        "a.mbox",
        {"title": "Pier let again", "authors": ["Ann Writer"], "date": "2017-02-27"},
    ),
    "enex": (
        enex(NOTE),
        "a.enex",
        AT
        | {
            "accessed": "2024-03-05T09:11:12Z",
            "tool": "Evernote 10.50.9",
            "title": "Pier let again",
        },
    ),
    "enex_content_first": (
        enex(
            f"<note><title>Pier</title><content><![CDATA[<en-note>{WORDS}</en-note>]]></content><created>20240305T091112Z</created><note-attributes><source-url>{ADDRESS}</source-url></note-attributes></note>",
            application="",
        ),
        "a.enex",
        AT | {"accessed": "2024-03-05T09:11:12Z", "title": "Pier"},
    ),
    "enex_of_an_own_note": (
        enex(
            f"<note><title>Pier</title><created>20240305T091112Z</created><content><![CDATA[<en-note>{WORDS}</en-note>]]></content></note>"
        ),
        "a.enex",
        {"title": "Pier"},
    ),
    "http_of_wget": (
        answer(PAGE.encode()),
        "a.html",
        {"accessed": "2017-03-01T12:00:01Z", "charset": "utf-8"},
    ),
    "http_with_line_feeds": (
        answer(PAGE.encode()).replace(b"\r\n", b"\n"),
        "a.html",
        {"accessed": "2017-03-01T12:00:01Z", "charset": "utf-8"},
    ),
    "http_2": (
        b"HTTP/2 200 \r\ndate: Wed, 01 Mar 2017 12:00:01 GMT\r\ncontent-type: text/html\r\n\r\n"
        + PAGE.encode(),
        "a.html",
        {"accessed": "2017-03-01T12:00:01Z"},
    ),
    "http_redirected": (
        f"HTTP/1.1 301 Moved\r\nLocation: {ADDRESS}\r\nDate: Wed, 01 Mar 2017 11:59:59 GMT\r\n\r\n".encode()
        + answer(PAGE.encode()),
        "a.html",
        AT | {"accessed": "2017-03-01T12:00:01Z", "charset": "utf-8"},
    ),
    "http_from_a_cache": (
        answer(PAGE.encode(), more="Age: 86400\r\n"),
        "a.html",
        {"accessed": "2017-03-02T12:00:01Z", "charset": "utf-8"},
    ),
    "http_chunked": (
        answer(
            b"%x\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n"
            % (100, PAGE.encode()[:100], len(PAGE.encode()) - 100, PAGE.encode()[100:]),
            more="Transfer-Encoding: chunked\r\n",
        ),
        "a.html",
        {"accessed": "2017-03-01T12:00:01Z", "charset": "utf-8"},
    ),
    "http_chunks_undone": (
        answer(PAGE.encode(), more="Transfer-Encoding: chunked\r\n"),
        "a.html",
        {"accessed": "2017-03-01T12:00:01Z", "charset": "utf-8"},
    ),
    "http_gzip": (
        answer(gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n"),
        "a.html",
        {"accessed": "2017-03-01T12:00:01Z", "charset": "utf-8"},
    ),
    "http_gzip_undone": (
        answer(PAGE.encode(), more="Content-Encoding: gzip\r\n"),
        "a.html",
        {"accessed": "2017-03-01T12:00:01Z", "charset": "utf-8"},
    ),
    "http_deflate": (
        answer(zlib.compress(PAGE.encode()), more="Content-Encoding: deflate\r\n"),
        "a.html",
        {"accessed": "2017-03-01T12:00:01Z", "charset": "utf-8"},
    ),
    "http_of_an_archive": (
        answer(
            PAGE.encode(),
            more=f'Memento-Datetime: Wed, 01 Mar 2017 12:00:00 GMT\r\nLink: <{ADDRESS}>; rel="original", <https://web.archive.org/web/{ADDRESS}>; rel="timegate", <{COPY}>; rel="first last memento"; datetime="Wed, 01 Mar 2017 12:00:00 GMT"\r\n',
        ),
        "a.html",
        AT
        | {
            "accessed": "2017-03-01T12:00:01Z",
            "charset": "utf-8",
            "memento": COPY,
            "captured": "2017-03-01T12:00:00Z",
        },
    ),
    "warc": (
        INFO + REQUEST + RESPONSE,
        "a.warc",
        FETCHED | {"tool": "Wget/1.21.3 (linux-gnu)", "charset": "utf-8"},
    ),
    "warc_gzip": (
        b"".join(gzip.compress(each) for each in (INFO, REQUEST, RESPONSE)),
        "a.warc.gz",
        FETCHED | {"tool": "Wget/1.21.3 (linux-gnu)", "charset": "utf-8"},
    ),
    "warc_with_its_parts": (
        MOVED + FRAMED + FRAME + STYLE + ROBOTS,
        "a.warc",
        FETCHED | {"charset": "utf-8"},
    ),
    "warc_with_line_feeds": (
        RESPONSE.replace(b"\r\n", b"\n").replace(
            b"Content-Length: %d" % len(answer(PAGE.encode())),
            b"Content-Length: %d" % len(answer(PAGE.encode()).replace(b"\r\n", b"\n")),
        ),
        "",
        FETCHED | {"charset": "utf-8"},
    ),
    "warc_in_brackets": (
        record("response", f"<{ADDRESS}>", answer(PAGE.encode())),
        "a.warc",
        FETCHED | {"charset": "utf-8"},
    ),
    "warc_resource": (record("resource", ADDRESS, PAGE.encode(), "text/html"), "a.warc", FETCHED),
    "warc_gzip_inside": (
        record(
            "response",
            ADDRESS,
            answer(gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n"),
        ),
        "a.warc",
        FETCHED | {"charset": "utf-8"},
    ),
    "wacz": (
        wacz([ADDRESS], {"software": "Browsertrix-Crawler 1.1.0"}),
        "a.wacz",
        FETCHED | {"tool": "Browsertrix-Crawler 1.1.0", "charset": "utf-8"},
    ),
    "wacz_of_perma": (
        wacz(
            ["file:///screenshot.png", ADDRESS, "file:///provenance-summary.html"],
            {"mainPageUrl": ADDRESS, "software": "scoop @ Perma.cc"},
            INFO + MOVED + FRAMED + FRAME + RESPONSE,
        ),
        "a.wacz",
        FETCHED | {"tool": "scoop @ Perma.cc", "charset": "utf-8"},
    ),
    "wacz_without_a_list": (
        wacz([], {"mainPageUrl": ADDRESS, "mainPageDate": "2017-03-01T12:00:00Z"}),
        "a.wacz",
        FETCHED | {"charset": "utf-8"},
    ),
    "htz": (
        zipped(index_html=SCRAPBOOK, pier_jpg=b"\xff\xd8"),
        "a.htz",
        AT | {"accessed": "2024-03-05T09:11:12Z", "tool": "WebScrapBook"},
    ),
    "maff": (
        zipped(_20240305091112__index_rdf=RDF, _20240305091112__index_html=PAGE),
        "a.maff",
        {"url": f"{ADDRESS}?a=1&b=2", "accessed": "2024-03-05T10:11:12+01:00", "charset": "utf-8"},
    ),
    "single_file_zip": (
        SINGLE_FILE.encode() + zipped(index_html=PAGE),
        "a.zip.html",
        AT | {"accessed": "2024-03-05T10:11:12+01:00", "tool": "SingleFile"},
    ),
    "gzip_of_a_page": (
        gzip.compress(f"<!-- saved from url=(0049){ADDRESS} -->{PAGE}".encode()),
        "a.html.gz",
        AT,
    ),
}


@pytest.mark.parametrize("case", SAVED)
def test_files_state_what_they_state_and_nothing_else(case: str) -> None:
    """Address, instant, tool, title and date are read where the file states them."""
    data, name, expected = SAVED[case]

    assert expected == stated(read(data, name))


@pytest.mark.parametrize("case", SAVED)
def test_the_page_comes_out_of_the_file(case: str) -> None:
    """What comes out has the page's words, and nothing that stands beside it in the file."""
    page = read(*SAVED[case][:2])
    text = page.data.decode("cp1252" if b"caf\xe9" in page.data.lower() else "utf-8")
    other = (
        "Saved by",
        "boundary",
        "Content-",
        "Reader Who",
        "HTTP/",
        "WARC",
        "Date:",
        "another page",
        "wait",
        "Subject",
        "buy this",
        "User-agent",
    )

    assert ([WORDS], []) == (
        [word for word in [WORDS] if word in text],
        [word for word in other if word in text],
    )


def test_the_root_of_frames_is_followed_by_what_they_show() -> None:
    """A set of frames has no text of its own; its frames come after its head, in their order."""
    text = read(*SAVED["mhtml_with_frames"][:2]).data.decode()

    assert ("<html><head><title>Pier</title></head>", "<p>menu", f"<p>caf\u00e9: {WORDS}") == tuple(
        text.split("\n")
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_values_are_shown_with_the_header_that_states_them(end: str) -> None:
    """Evidence names the header."""
    page = read(answer(PAGE.encode()).replace(b"\r\n", end.encode()))

    assert "date: Wed, 01 Mar 2017 12:00:01 GMT" == quotes(page)["accessed"]


def twice(data: bytes) -> bytes:
    """A zip file whose two pages have the same name."""
    return data.replace(b"indey.html", b"index.html")


def encrypted(data: bytes) -> bytes:
    """A zip file with the mark of encryption (APPNOTE, section 4.4.4) on each member."""
    marked = bytearray(data)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        marked[data.index(signature) + place] |= 1
    return bytes(marked)


REFUSED: Mapping[str, tuple[bytes | str, str, str]] = {
    "parts_in_parts": (
        "From: <Saved by Blink>\n"
        + "".join(
            f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(120)
        ),
        "a.mhtml",
        "has parts that nest too deeply",
    ),
    "very_many_parts": (
        "From: <Saved by Blink>\nContent-Type: multipart/mixed; boundary=b\n\n"
        + "--b\n\n" * 20_001,
        "a.mhtml",
        "has more than 20000 parts, so it is no saved page or mail",
    ),
    "grows_without_bounds": (
        gzip.compress(b"<p>" + bytes(64 * 1024 * 1024)),
        "a.html.gz",
        "holds more than 67108864 bytes; save the page alone",
    ),
    "unknown_compression": (
        answer(b"\x1b\x00", more="Content-Encoding: compress\r\n"),
        "a.html",
        "is compressed with compress, which is not read; fetch it without compression",
    ),
    "member_is_missing": (
        zipped(a__index_rdf='<MAF:indexfilename RDF:resource="page.html"/>'),
        "a.maff",
        "the zip file lacks a/page.html",
    ),
    "member_is_twice": (
        twice(zipped(index_html="<p>A page.", indey_html="<p>Another page.")),
        "a.htz",
        "the zip file has more than one file called index.html",
    ),
    "member_is_encrypted": (
        encrypted(zipped(index_html="<p>A page.")),
        "a.htz",
        "index.html in the zip file is encrypted or packed in a rare way",
    ),
    "several_notes": (enex(NOTE, NOTE, NOTE), "a.enex", "holds 3 notes; export one note alone"),
    "no_note": (enex(), "a.enex", "holds 0 notes; export one note alone"),
    "cut_notes": (enex(NOTE)[:-30], "a.enex", "Evernote's file is damaged or cut off"),
    "entities": (
        '<?xml version="1.0"?><!DOCTYPE en-export [<!ENTITY a "aaaa">]><en-export><note/></en-export>',
        "a.enex",
        "Evernote's file is damaged or cut off",
    ),
    "several_mails": (
        "From a@b.c Mon Feb 27 10:00:00 2017\n"
        + mail(MAIL)
        + "\nFrom a@b.c Mon Feb 27 10:00:00 2017\n"
        + mail(MAIL),
        "a.mbox",
        "holds 2 mails; save one mail alone",
    ),
    "mail_without_text": (
        mail(
            f'{MAIL}\nContent-Type: multipart/mixed; boundary="x"',
            "--x\nContent-Type: image/png\n\nx\n--x--",
        ),
        "a.eml",
        "is an email message without text; save what is attached to it",
    ),
    "mhtml_without_page": (
        mhtml([PICTURE], CHROME),
        "a.mhtml",
        "holds no part of HTML or text, so no page",
    ),
    "cut_property_list": (
        webarchive(plistlib.FMT_BINARY)[:-40],
        "a.webarchive",
        "the property list is damaged or cut off",
    ),
    "cut_xml_property_list": (
        webarchive(plistlib.FMT_XML)[:-40],
        "a.webarchive",
        "the property list is damaged or cut off",
    ),
    "settings": (
        plistlib.dumps({"WindowSize": 3}),
        "a.plist",
        "is a property list without a page; save the page in Safari",
    ),
    "several_pages": (
        RESPONSE + record("response", "https://harbour.example.org/2.html", answer(PAGE.encode())),
        "a.warc",
        "holds 2 pages; give the file's name to `nizkorcite read`, or save one page alone",
    ),
    "several_pages_in_wacz": (
        wacz([ADDRESS, f"{ADDRESS}?2", f"{ADDRESS}?3"], {}),
        "a.wacz",
        "holds 3 pages; give the file's name to `nizkorcite read`, or save one page alone",
    ),
    "several_pages_in_maff": (
        zipped(a__index_rdf=RDF, b__index_rdf=RDF),
        "a.maff",
        "holds 2 pages; save one page alone",
    ),
    "no_page": (
        INFO + STYLE + ROBOTS,
        "a.warc",
        "holds no page: no answer of a server with HTML or text",
    ),
    "cut_warc": (
        RESPONSE[:-200],
        "a.warc",
        "the record of the page is cut off; copy the file anew",
    ),
    "cut_gzip": (gzip.compress(RESPONSE)[:-20], "a.warc.gz", "the compressed data is cut off"),
    "broken_gzip": (
        gzip.compress(RESPONSE)[:40] + b"\0" * 400,
        "a.warc.gz",
        "the compressed data is damaged",
    ),
    "cut_zip": (zipped(index_html=SCRAPBOOK)[:-30], "a.htz", "the zip file is damaged or cut off"),
    "htz_without_page": (
        zipped(pier_jpg=b"\xff\xd8"),
        "a.htz",
        "has no index.html, so no page that can be read",
    ),
    "maff_without_page": (zipped(a__index_rdf=RDF), "a.maff", "the zip file lacks a/index.html"),
    "wacz_without_warc": (
        zipped(archive__x_txt="", datapackage_json="{}"),
        "a.wacz",
        "holds no WARC file, so no page",
    ),
    "bar_of_an_archive": (
        '<!DOCTYPE html><html><body><div id="wb_iframe_div"><iframe id="replay_iframe" class="wb_iframe"></iframe></div></body></html>',
        "a.html",
        "is the bar of a web archive without the page; open the page alone and save it",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_without_one_readable_page_is_refused_in_one_line(case: str) -> None:
    """Several pages, none, or damage: the message says which, and what to do."""
    data, name, message = REFUSED[case]

    with pytest.raises(InputError) as caught:
        read(data, name)

    assert message == str(caught.value.message)


OTHERS: Mapping[str, bytes | str] = {
    "text": "Words.",
    "table": "a,b\n1,2\n",
    "word": zipped(**{"word__document_xml": "<x/>", "[Content_Types]_xml": "<x/>"}),
    "epub": zipped(mimetype="application/epub+zip", index_html="<p>"),
    "picture": b"\x89PNG\r\n\x1a\n",
    "xml": '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
    "record": '---\nschema_version: "1.0"\ntitle: Pier\n---\n',
}


@pytest.mark.parametrize("case", OTHERS)
def test_a_file_of_no_known_form_is_given_back(case: str) -> None:
    """Whether it is a page at all is asked elsewhere."""
    data = OTHERS[case]
    page = read(data)

    assert (data if isinstance(data, bytes) else data.encode(), ()) == (page.data, page.forms)


def test_what_is_left_out_of_a_mail_is_named() -> None:
    """A mail's text is the document; its attachments are not, and are named."""
    parts = "".join(
        f'--x\nContent-Type: text/html; name="{name}.html"\nContent-Disposition: attachment\n\n{PAGE}\n'
        for name in ("one", "two")
    )
    data = mail(
        f'{MAIL}\nContent-Type: multipart/mixed; boundary="x"',
        f"--x\nContent-Type: text/plain\n\n{WORDS}\n{parts}--x--",
    )

    assert ["left out what is attached to the mail (2): one.html, two.html"] == remarks(read(data))


def test_an_unknown_encoding_is_remarked_on() -> None:
    """A name that no encoding has states none."""
    page = read(answer(PAGE.encode(), "text/html; charset=utf-88"))

    assert [
        'the saved page gives "utf-88" as its encoding, which is not known; if letters are wrong, give --encoding'
    ] == remarks(page)


INDEX = {
    "url": ADDRESS, "timestamp": "1709629872.0", "title": "Pier let again",
    "archive_results": [
        {"extractor": "wget", "status": "failed", "output": "singlefile.html", "start_ts": "2024-03-05T09:11:00+00:00"},
        {"extractor": "singlefile", "status": "succeeded", "output": "singlefile.html", "start_ts": "2024-03-05T09:11:13.123456+00:00"},
    ],
}  # fmt: skip
OLD_INDEX = {
    "url": ADDRESS, "timestamp": "1709629872.0", "title": None,
    "history": {
        "dom": [{"status": "succeeded", "output": "output.html", "start_ts": "2024-03-05T09:11:14+00:00"}],
        "wget": [{"status": "succeeded", "output": "harbour.example.org/2017/02/27/pier.html", "start_ts": "2024-03-05T09:11:13+00:00"}],
        "singlefile": [{"status": "succeeded", "output": "singlefile.html", "start_ts": "2019-05-01T10:00:00.123"}],
    },
}  # fmt: skip
LINES = "\n".join(
    json.dumps(each)
    for each in (
        {"type": "Crawl", "urls": "https://other.example/"},
        {"type": "Snapshot", "url": ADDRESS, "timestamp": "1709629872", "title": "Pier let again"},
        {
            "type": "ArchiveResult",
            "plugin": "singlefile",
            "status": "succeeded",
            "output_str": "singlefile.html",
            "start_ts": "2024-03-05T09:11:13+00:00",
        },
    )
)
BOX = AT | {"tool": "ArchiveBox"}
SNAPSHOTS = {
    "result": (
        "data/1709629872.0/singlefile.html",
        "index.json",
        json.dumps(INDEX),
        BOX | {"accessed": "2024-03-05T09:11:13.123456Z"},
    ),
    "history": (
        "1709629872/output.html",
        "index.json",
        json.dumps(OLD_INDEX),
        BOX | {"accessed": "2024-03-05T09:11:14Z"},
    ),
    "local_time": ("1709629872/singlefile.html", "index.json", json.dumps(OLD_INDEX), BOX),
    "in_folders": (
        "1709629872.5/harbour.example.org/2017/02/27/pier.html",
        "../../../../index.json",
        json.dumps(OLD_INDEX),
        BOX | {"accessed": "2024-03-05T09:11:13Z"},
    ),
    "lines": (
        "0190a1b2-snapshot/singlefile/singlefile.html",
        "../index.jsonl",
        LINES,
        BOX | {"accessed": "2024-03-05T09:11:13Z"},
    ),
    "index_of_another_program": (
        "web/output.html",
        "index.json",
        '{"url": "https://a.example/", "name": "x"}',
        {},
    ),
    "damaged_index": ("1709629872/output.html", "index.json", '{"url": ', {}),
    "no_snapshot": ("web/page.html", "index.json", json.dumps(INDEX), {}),
}


@pytest.mark.parametrize("case", SNAPSHOTS)
def test_the_index_of_a_snapshot_folder_speaks_for_its_files(case: str) -> None:
    """ArchiveBox states in a file beside the page where it is from, and when each file was made."""
    path, place, index, expected = SNAPSHOTS[case]

    def neighbour(other: str) -> bytes | None:
        return index.encode() if other == place else None

    page = read_saved_page(PAGE.encode(), path, neighbour=neighbour)

    assert (expected, PAGE.encode()) == (stated(page), page.data)


def pdf(text: str, *information: str) -> bytes:
    """A PDF file of one sheet in Helvetica, with its document information."""
    lines = "".join(f"({line}) Tj 0 -14 Td " for line in text.split("\n"))
    stream = f"BT /F1 10 Tf 40 780 Td {lines}ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<<{''.join(information)}>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj{each}endobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        data
        + f"xref\n0 7\n0000000000 65535 f \n{table}trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(data)}\n%%EOF\n".encode()
    )


CHROME_PRINT = (
    "/Title(Pier let again - Harbour Post)",
    "/Creator(Mozilla/5.0 Chrome/120.0)",
    "/Producer(Skia/PDF m120)",
    "/CreationDate(D:20240305101112+01'00')",
)
PRINTED = f"Pier let again\n{WORDS}\n3/5/24, 10:11 AM Pier let again - Harbour Post\n{ADDRESS} 1/1"
PRINT = {
    "accessed": "2024-03-05T10:11:12+01:00",
    "tool": "Skia/PDF m120",
    "title": "Pier let again",
}
PDFS = {
    "print_of_chrome": (pdf(PRINTED, *CHROME_PRINT), AT | PRINT),
    "print_without_head_and_foot": (pdf(f"Pier let again\n{WORDS}", *CHROME_PRINT), PRINT),
    "print_without_offset": (
        pdf(f"Pier\n{WORDS}", "/Producer(Skia/PDF m120)", "/CreationDate(D:20240305101112)"),
        {"tool": "Skia/PDF m120"},
    ),
    "word_file": (
        pdf(
            f"Pier\n{WORDS}",
            "/Title(Microsoft Word - pier.docx)",
            "/Author(Ann Writer)",
            "/Producer(A Word Processor)",
            "/CreationDate(D:20170227101112Z)",
        ),
        {"authors": ["Ann Writer"]},
    ),
    "damaged": (
        pdf(f"{WORDS}", *CHROME_PRINT)
        .partition(b"xref")[0]
        .replace(b"%PDF-1.4\n1 0 obj<</Type/Catalog", b"%PDF-1.4\n1 0 obj<</Lost")
        + b"trailer<</Info 6 0 R>>",
        PRINT | {"title": "Pier let again - Harbour Post"},
    ),
}


@pytest.mark.parametrize("case", PDFS)
def test_a_print_states_its_program_and_its_time(case: str) -> None:
    """Document information and printed lines speak for a print; other files state less."""
    data, expected = PDFS[case]

    assert expected == stated(read(data, "a.pdf"))


def test_the_text_of_a_print_is_without_head_and_foot() -> None:
    """What the browser prints around the page is no text of the page."""
    assert f"Pier let again\n{WORDS}" == read(pdf(PRINTED, *CHROME_PRINT)).data.decode()


def test_without_the_extra_a_pdf_is_refused_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names what to install."""
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)

    with pytest.raises(InputError) as caught:
        read(pdf(WORDS))

    told = f"is a PDF file; to read it, install the extra: {install_command('pdf')}"
    assert told == str(caught.value.message)


def test_names_of_forms_are_told_from_the_outside_in() -> None:
    """A page saved from an archive into one file has the marks of both."""
    page: SavedPage = read(*SAVED["mhtml_of_the_wayback_machine"][:2])

    assert ("mhtml", "archive") == page.forms

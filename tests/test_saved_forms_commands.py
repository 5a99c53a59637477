"""Pages in saved forms as users meet them: `read`, `cite`, `convert`, `validate` and the library."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import nizkorcite as nz
from saved_pages import ADDRESS, COPY, PAGE, WORDS
from test_cli import Ran, here  # noqa: F401 - each test works in a folder of its own

ARTICLE = PAGE.replace(
    "<title>",
    '<meta property="article:published_time" content="2017-02-27T10:00:00+01:00">'
    '<meta property="og:site_name" content="Harbour Post"><title>',
).replace(" - Harbour Post", "")
SINGLE_FILE = ARTICLE.replace(
    '<html lang="en">',
    f'<html lang="en"><!--\n Page saved with SingleFile \n url: {ADDRESS} \n'
    " saved date: Tue Mar 05 2024 10:11:12 GMT+0100 (hora estándar de Europa central)\n-->",
)
MHTML = (
    f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\n"
    "Subject: Pier let again\r\nDate: Tue, 5 Mar 2024 09:11:12 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
    f"Content-Type: text/html\r\nContent-Location: {ADDRESS}\r\n\r\n{ARTICLE}\r\n--b--\r\n"
)
WAYBACK = ARTICLE.replace(ADDRESS, COPY).replace(
    "<head>",
    '<head><script src="https://web-static.archive.org/_static/js/bundle-playback.js"></script>'
    f'<script>__wm.wombat("{ADDRESS}","20170301120000","https://web.archive.org/","web",'
    '"https://web-static.archive.org/_static/");</script><!-- End Wayback Rewrite JS Include -->',
) + (
    "<!--\n     FILE ARCHIVED ON 12:00:00 Mar 01, 2017 AND RETRIEVED FROM THE\n"
    "     INTERNET ARCHIVE ON 09:15:00 Nov 20, 2023.\n-->"
)
ENTRY = "Harbour Post. (2017, February 27). Pier let again. "


def written(name: str, data: str | bytes) -> Path:
    """A file of the test's folder."""
    Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
    return Path(name)


def capture(name: str, *options: str) -> dict[str, Any]:
    """The capture of a page that `read` makes a record of."""
    record = json.loads(Ran("read", *options, name).out)
    (found,) = record["captures"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("name", "data", "address"),
    [
        ("page.html", SINGLE_FILE, ADDRESS),
        ("page.mhtml", MHTML, ADDRESS),
        ("copy.html", WAYBACK, f"{ADDRESS} (archived at {COPY})"),
    ],
)
def test_one_article_saved_in_three_ways_is_cited_alike(name: str, data: str, address: str) -> None:
    """The entry has the address of the page, and that of its archived copy where there is one."""
    written(name, data)

    assert f"{ENTRY}{address}\n" == Ran("cite", name).out


def test_a_capture_describes_the_file_and_states_where_the_page_is_from() -> None:
    """The digest is that of the file; the archive's instant is beside its address."""
    path = written("copy.html", WAYBACK)

    assert {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "byte_length": len(WAYBACK.encode()),
        "media_type": "text/html",
        "url": ADDRESS,
        "accessed": "2023-11-20T09:15:00Z",
        "charset": "utf-8",
        "charset_from": "utf_8",
        "memento": COPY,
        "memento_datetime": "2017-03-01T12:00:00Z",
    } == capture("copy.html")


def test_a_container_has_a_media_type_of_its_own() -> None:
    """The capture is that of the file, and the record's id that of the page."""
    path = written("page.mhtml", MHTML)
    document = nz.read(path).document

    assert ("harbour.example.org:2017:02:27:pier.html", "multipart/related", "Blink") == (
        document.id, document.captures[0].media_type, document.captures[0].tool,
    )  # fmt: skip
    assert document.captures == nz.read(path.read_bytes(), name="page.mhtml").document.captures


def test_each_member_of_a_capture_has_its_words() -> None:
    """`read --explain` shows the line of the saved file that states an address or instant."""
    written("page.html", SINGLE_FILE)
    explained = Ran("read", "--explain", "page.html").out

    assert f"url: {ADDRESS}" in explained
    assert "saved date: Tue Mar 05 2024 10:11:12 GMT+0100 (hora estándar de Europa ce" in explained


def test_what_the_user_supplies_replaces_what_the_file_states() -> None:
    """Address and instant of the command line are those of the capture."""
    written("page.html", SINGLE_FILE)
    given = ("--url", "https://harbour.example.org/b", "--accessed", "2025-01-01T00:00:00Z")
    found = capture("page.html", *given)

    assert ("https://harbour.example.org/b", "2025-01-01T00:00:00Z", "SingleFile") == (
        found["url"], found["accessed"], found["tool"],
    )  # fmt: skip


def test_the_address_of_an_archived_copy_states_two_addresses() -> None:
    """`--url` with the copy's address gives the page's address and the memento."""
    written("page.html", ARTICLE)
    copy = COPY.replace("/https", "id_/https", 1)
    found = capture("page.html", "--url", copy)

    assert (ADDRESS, copy, "2017-03-01T12:00:00Z") == (
        found["url"], found["memento"], found["memento_datetime"],
    )  # fmt: skip


def test_a_page_dated_after_its_capture_by_an_archive_is_not_believed() -> None:
    """A date of an update, or a wrong one, is left out and reported."""
    written("copy.html", WAYBACK.replace("2017-02-27T10:00:00+01:00", "2019-02-27"))
    ran = Ran("read", "copy.html")

    assert "date" not in json.loads(ran.out)["original"]
    assert "the page is dated 2019-02-27, but was fetched earlier, on 2017-03-01" in ran.err


def test_what_a_saved_file_notes_and_a_record_cannot_have_is_reported() -> None:
    """A local time names no instant; the option that sets it is named."""
    page = SINGLE_FILE.replace("Tue Mar 05 2024 10:11:12 GMT+0100", "05.03.2024, 10:11")
    written("page.html", page)
    noted = "warning NZ647 the page was saved at"

    assert noted in Ran("read", "page.html").err
    assert noted not in Ran("read", "--accessed", "2024-03-05T09:11:00Z", "page.html").err


def test_a_compressed_page_is_read_and_compared_as_it_is_kept() -> None:
    """The record has the digest of the compressed file, with which `validate --files` agrees."""
    path = written("page.html.gz", gzip.compress(ARTICLE.encode()))
    Ran("read", "-o", "record.json", "page.html.gz")
    (found,) = json.loads(Path("record.json").read_text("utf-8"))["captures"]

    assert (hashlib.sha256(path.read_bytes()).hexdigest(), "application/gzip", path.name) == (
        found["sha256"], found["media_type"], found["path"],
    )  # fmt: skip
    assert (0, "") == ((ran := Ran("validate", "--files", "record.json")).code, ran.out)


def test_a_page_on_standard_input_is_recognized_by_its_content() -> None:
    """As in a file; there is no name to help."""
    ran = Ran("cite", "-", given=MHTML.encode())

    assert f"{ENTRY}{ADDRESS}\n" == ran.out


def test_a_clipping_states_title_date_and_address() -> None:
    """Notes of a clipper are facts and no text; an author of unknown kind is printed as stated."""
    written(
        "Pier let again.md",
        f'---\ntitle: "Pier let again"\nsource: "{ADDRESS}"\nauthor:\n  - "[[Ann Writer]]"\n'
        f"published: 2017-02-27\n---\n{WORDS}\n",
    )
    ran = Ran("cite", "Pier let again.md")

    assert f"Ann Writer. (2017, February 27). Pier let again. {ADDRESS}\n" == ran.out


def test_a_mail_is_a_letter_of_its_day() -> None:
    """Its subject is the title and its date the day in the sender's zone."""
    written(
        "a.eml",
        "From: Ann Writer <ann@example.org>\nTo: list@example.org\nMessage-ID: <1@example.org>\n"
        f"Date: Mon, 27 Feb 2017 23:30:00 -0500\nSubject: The pier\n\n{WORDS}\n",
    )
    record = json.loads(Ran("read", "a.eml").out)

    assert ("letter", "The pier", "2017-02-27") == (
        record["type"], record["title"], record["original"]["date"],
    )  # fmt: skip


def test_markdown_without_notes_is_refused() -> None:
    """Nothing separates a page from notes about it, also where a heading begins the file."""
    written("README.md", "# A project\n\nIt has a page.\n")
    ran = Ran("read", "README.md")

    assert 3 == ran.code
    assert ran.err.startswith("cannot read README.md: looks like Markdown, which does not separate")


def test_of_a_snapshot_with_several_files_one_is_read() -> None:
    """A folder of ArchiveBox holds one page; the files skipped are counted."""
    folder = Path("archive/1709629872.0")
    (folder / "dom").mkdir(parents=True)
    index = {
        "url": ADDRESS, "timestamp": "1709629872.0",
        "archive_results": [
            {"plugin": "singlefile", "status": "succeeded", "output": "singlefile.html",
             "start_ts": "2024-03-05T09:11:13+00:00"},
        ],
    }  # fmt: skip
    written(str(folder / "index.json"), json.dumps(index))
    written(str(folder / "singlefile.html"), ARTICLE)
    written(str(folder / "dom/output.html"), "<p>As the browser had it.")
    ran = Ran("read", "archive")
    (found,) = json.loads(ran.out)["captures"]

    assert (ADDRESS, "2024-03-05T09:11:13Z", "ArchiveBox") == (
        found["url"], found["accessed"], found["tool"],
    )  # fmt: skip
    assert "2 files skipped: .html (1), .json (1)\n" in ran.err


def test_a_folder_gives_its_pages_in_every_form() -> None:
    """What is no page is counted, and a bad file costs itself alone."""
    Path("pages").mkdir()
    for name, data in {"a.html": ARTICLE, "b.mhtml": MHTML, "c.csv": "a,b\n1,2\n"}.items():
        written(f"pages/{name}", data)
    written("pages/d.pdf", b"%PDF-1.7\n")
    ran = Ran("read", "pages")

    assert (3, 2) == (ran.code, len(ran.out.splitlines()))
    assert "cannot read pages/d.pdf: the PDF file is damaged or cut off\n" in ran.err
    assert "1 file skipped: .csv (1)\n" in ran.err
    assert "1 of 3 inputs failed\n" in ran.err


def test_templates_that_begin_with_a_long_style_are_pages() -> None:
    """Tags are looked for after what sites print before their document."""
    style = "<style>" + "p { margin: 0 }\n" * 1000 + "</style>"
    written("page", style + ARTICLE)

    assert f"{ENTRY}{ADDRESS}\n" == Ran("cite", "page").out


def test_a_post_to_a_list_is_published_by_the_list() -> None:
    """Where a list sends in its own name, the list is the publisher of what its member wrote."""
    written(
        "a.eml",
        "From: Ann Writer via Harbour News <news@lists.example.org>\nMessage-ID: <1@example.org>\n"
        "List-Post: <mailto:news@lists.example.org>\nArchived-At: <https://lists.example.org/m/1>\n"
        f"Date: yesterday\nSubject: The pier\n\n{WORDS}\n",
    )
    ran = Ran("cite", "a.eml")

    assert (
        "Ann Writer. (n.d.). The pier [Letter]. Harbour News. https://lists.example.org/m/1\n"
        == ran.out
    )
    assert 'NZ647 the mail has "yesterday" as its date, which is none' in ran.err


LONG_MAILS = {
    "a subject": (
        f"From: Ann Writer <ann@example.org>\nSubject: {'The pier ' * 7000}",
        'warning NZ621 the file states "The pier The pier The pier The pier The pier The pier The..." '
        "(62999 characters); a record has at most 1000 (add --title if you know it)",
        "Ann Writer. (2017, February 27). [Letter].\n",
    ),
    "a sender": (
        f"From: {'Ann ' * 5000} <ann@example.org>\nSubject: The pier",
        "warning NZ647 the sender of the mail has 20017 characters; not read, give --author NAME",
        "The pier. (2017, February 27). [Letter].\n",
    ),
    "a list": (
        f"From: {'Ann ' * 200} <ann@example.org>\nList-Post: <mailto:ann@example.org>\n"
        "Subject: The pier",
        'warning NZ621 the file states "Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann A..." '
        "(799 characters); a record has at most 500 (add --original-publisher NAME if you know it)",
        "The pier. (2017, February 27). [Letter].\n",
    ),
}


@pytest.mark.parametrize(("head", "said", "cited"), LONG_MAILS.values(), ids=LONG_MAILS)
def test_a_value_too_long_for_a_record_is_left_out_and_said(
    head: str, said: str, cited: str
) -> None:
    """The mail is read without the subject, sender or list that no record can hold."""
    written("a.eml", f"{head}\nDate: Mon, 27 Feb 2017 10:00:00 +0000\n\n{WORDS}\n")
    ran = Ran("cite", "a.eml")

    assert (0, cited) == (ran.code, ran.out)
    assert f"a.eml: {said}\n" in ran.err


def test_an_encoding_that_the_bytes_contradict_is_not_believed() -> None:
    """A server that says UTF-8 of a page in another encoding costs no letter."""
    page = ARTICLE.replace('<meta charset="utf-8">', "").replace("Pier let", "El muelle según")
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    written("a.html", head.encode() + page.encode("cp1252"))
    found = capture("a.html")

    assert ("windows-1252", "fallback") == (found["charset"], found["charset_from"])
    assert "El muelle según again" in Ran("cite", "a.html").out


def test_text_taken_out_of_a_file_has_no_encoding_of_the_file() -> None:
    """The encoding that the user supplies is that of pages, and changes no text of a PDF file."""
    written(
        "a.enex",
        f"<en-export><note><title>Café</title><content>{WORDS}</content></note></en-export>",
    )
    found = capture("a.enex", "--encoding", "cp1252")

    assert "charset" not in found
    assert Ran("cite", "--encoding", "cp1252", "a.enex").out.startswith("Café. ")


def test_a_parsed_page_is_read_with_a_supplied_address() -> None:
    """The address of an archived copy has its two addresses here too."""
    (found,) = nz.read(nz.Page.from_bytes(ARTICLE.encode()), url=COPY).document.captures

    assert (ADDRESS, COPY) == (found.url, found.memento)


def test_an_archives_short_address_is_the_memento() -> None:
    """It does not say which page it is of."""
    written("a.html", ARTICLE)
    found = capture("a.html", "--url", "https://archive.ph/AbCd1")

    assert ("https://archive.ph/AbCd1", None) == (found["memento"], found.get("url"))


PART = f'Content-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n{ARTICLE}'
CUT_OFF = {
    "MHTML": ("a.mhtml", f"From: <Saved by Blink>\nMIME-Version: 1.0\n{PART}", "\n--x--\n"),
    "mail": ("a.eml", f"From: Ann Test <ann@example.org>\nMIME-Version: 1.0\n{PART}", "\n--x--\n"),
}


@pytest.mark.parametrize(("name", "data", "end"), CUT_OFF.values(), ids=CUT_OFF)
def test_a_saved_page_or_mail_that_is_cut_off_is_reported(name: str, data: str, end: str) -> None:
    """The boundary after the last part is missing (RFC 2046, section 5.1.1)."""
    message = "NZ647 the file ends before its last part does; save it again"
    written(name, data)
    cut_off = Ran("cite", name).err
    written(name, data + end)

    assert (True, False) == (message in cut_off, message in Ran("cite", name).err)


RECORD_ID = "urn:uuid:2f7b1e1c-0d2e-4a57-8d7b-3f4b6e1a9c10"


def warc(cut: int = 0) -> bytes:
    """A WARC file with a page and its robots.txt, without some bytes at its end."""
    answers = [
        (ADDRESS, "text/html", ARTICLE.encode()),
        ("https://harbour.example.org/robots.txt", "text/plain", b"User-agent: *"),
    ]
    data = b"".join(
        f"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: {url}\r\nContent-Type: {kind}\r\n"
        f"WARC-Record-ID: <{RECORD_ID.upper()}>\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body + b"\r\n\r\n"
        for url, kind, body in answers
    )  # fmt: skip
    return data[: len(data) - cut]


def test_a_page_from_a_warc_file_leads_back_to_its_record() -> None:
    """The id as a record holds it, the offset, and the path from the folder of the output."""
    Path("in").mkdir()
    written("in/a.warc", warc())
    written("in/a.warc.gz", gzip.compress(warc()))
    Ran("read", "in/a.warc.gz", "-o", "record.json")
    packed = json.loads(Path("record.json").read_text("utf-8"))["captures"][0]

    assert {"file": "a.warc", "record_id": RECORD_ID, "offset": 0} == capture("in/a.warc")["warc"]
    assert {"file": "in/a.warc.gz", "record_id": RECORD_ID} == packed["warc"]


@pytest.mark.parametrize(("cut", "is_reported"), [(0, False), (8, True)], ids=["whole", "cut off"])
def test_a_warc_file_that_ends_within_a_record_is_reported(cut: int, is_reported: bool) -> None:
    """The page itself is whole, so it is cited."""
    written("a.warc", warc(cut))
    ran = Ran("cite", "a.warc")

    assert f"{ENTRY}{ADDRESS}\n" == ran.out
    assert is_reported == (
        "NZ647 the file ends before its last record does; copy the file anew" in ran.err
    )

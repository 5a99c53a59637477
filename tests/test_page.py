"""From bytes to visible text: encodings, HTML, lines and spans."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nizkorcite.errors import PageError
from nizkorcite.page import Page, Span
from nizkorcite.page.html_depth import limit_depth

SPANISH = "Información sobre la región del niño"
NOT_OF_TEXTS = ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined")


@pytest.mark.parametrize(
    ("data", "charset", "told_by"),
    [
        (SPANISH.encode(), "utf-8", "utf_8"),
        (b"\xef\xbb\xbf" + SPANISH.encode(), "utf-8", "bom"),
        (SPANISH.encode("utf-16"), "utf-16-le", "bom"),
        (SPANISH.encode("utf-16-le"), "utf-16-le", "detected"),
        (SPANISH.encode("utf-16-be"), "utf-16-be", "detected"),
        (SPANISH.encode("latin-1"), "windows-1252", "fallback"),
        (b'<meta charset="iso-8859-1">' + SPANISH.encode("latin-1"), "windows-1252", "meta"),
        (b'<meta charset="iso-8859-15">' + SPANISH.encode("latin-1"), "iso-8859-15", "meta"),
        (b'<meta charset="utf-8">' + SPANISH.encode("latin-1"), "windows-1252", "fallback"),
        (b'<meta charset="iso-8859-1">' + SPANISH.encode(), "utf-8", "utf_8"),
        (b'<meta charset="nonsense">' + SPANISH.encode("latin-1"), "windows-1252", "fallback"),
        *((f'<meta charset="{name}">{SPANISH}'.encode("latin-1"), "windows-1252", "fallback")
          for name in NOT_OF_TEXTS),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "declared", "declared-15", "false-utf-8",
         "false-latin", "unknown", *NOT_OF_TEXTS],
)  # fmt: skip
def test_encoding_is_told_by_mark_validity_declaration_or_fallback(
    data: bytes, charset: str, told_by: str
) -> None:
    """The page says which encoding was used and what told it, and no letter is lost."""
    page = Page.from_bytes(data)

    assert (SPANISH, charset, told_by) == (page.text, page.charset, page.charset_from)


def test_a_text_that_is_no_western_one_is_left_to_the_detector() -> None:
    """Cyrillic bytes without a declaration are not taken for accented Latin."""
    russian = "Совет Безопасности ООН собрался на заседание во вторник. " * 5

    page = Page.from_bytes(russian.encode("windows-1251"))

    assert (russian, "detected") == (page.text, page.charset_from)


def test_the_encoding_given_wins_over_the_bytes() -> None:
    """A person who knows better than the page is believed."""
    page = Page.from_bytes("señal".encode(), charset="latin-1")

    assert ("seÃ±al", "given") == (page.text, page.charset_from)


def test_a_person_may_tell_that_a_file_is_utf_16() -> None:
    """Zero bytes are no sign of a binary file where they are told to be half of the letters."""
    page = Page.from_bytes("日本".encode("utf-16-le") + b"x\x00", charset="utf-16-le")

    assert ("日本x", "given") == (page.text, page.charset_from)


@pytest.mark.parametrize("label", ["klingon", "hex", *NOT_OF_TEXTS])
def test_an_unknown_encoding_is_refused_in_words(label: str) -> None:
    """The message names the label and some that exist."""
    with pytest.raises(PageError, match=f'unknown charset "{label}"; common ones are utf-8'):
        Page.from_bytes(b"x", charset=label)


def test_an_empty_encoding_is_none() -> None:
    """As where an HTTP header has no charset."""
    assert Page.from_bytes(b"x") == Page.from_bytes(b"x", charset="")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7", "looks like a PDF file; only HTML and text pages and records are read here"),
        (b"PK\x03\x04x", "looks like a ZIP archive or a word processor's file; only HTML and "
                         "text pages and records are read here"),
        (b"\n %PDF-1.7", "looks like a PDF file; only HTML and text pages and records are read here"),
        (b"HTTP/1.1 200 OK\r\n\r\n<p>x", "looks like a server's response with its headers; only "
                                       "HTML and text pages and records are read here"),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\r\n<p>x",
         "looks like a page saved as one file (MHTML); save it as HTML, since only HTML and text "
         "pages and records are read here"),
        (b"\xef\xbb\xbf \n", "is empty; there is nothing to read"),
        (b"ab\x00cd", "looks like binary data; only HTML and text pages and records are read here"),
    ],
    ids=["pdf", "zip", "late-pdf", "http", "mhtml", "mark-alone", "binary"],
)  # fmt: skip
def test_what_is_no_text_is_refused_by_its_kind(data: bytes, message: str) -> None:
    """A user who gives another kind of file is told what it looks like."""
    with pytest.raises(PageError) as raised:
        Page.from_bytes(data)

    assert message == str(raised.value)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one<p>two", "one\n\ntwo"),
        ("<p>one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<table><tr><td>a<td>b</table>", "a\n\nb"),
        ("<p>a&nbsp;b &amp; c &#91;d&#93;", "a\xa0b & c [d]"),
        ("<p>a <b>bold</b>, <i> spaced </i>word", "a bold, spaced word"),
        ("<p>a\n   b", "a b"),
        ("<pre>a\n   b</pre>", "a\n   b"),
        ('<p><img alt="small logo">This', "small logoThis"),
        ("<p>x<script>var a='y'</script><style>p{}</style><!-- z -->", "x"),
        ("<p hidden>no<p style='display: none'>no<p>yes", "yes"),
        ("<title>T</title><p>x", "x"),
        ("<p>" * 20_000 + "deep", "deep"),
        ("<div>" * 100_000 + "deep", "deep"),
        ("<div>" * 600 + "a<div>b", "a\n\nb"),
        ("<body><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x", "x"),
        (f"<body><img alt=x src=data:{'A' * 70_000}>", "x"),
        ("<b>" * 600 + "a</b>b", "ab"),
        ("<p>a\u2028b", "a\nb"),
        ("<p>Reu\u00adters, Mos\u200bcow\u200e, \u202a09Sep15\u202c", "Reuters, Moscow, 09Sep15"),
        ("<p>می\u200cخواهم", "می\u200cخواهم"),
        ('<div id="wm-ipp-base"><p>Wayback Machine</div><p>x', "x"),
        ("<p style='font-size: 0'>no<p style='font-size: 0.8em'>yes", "yes"),
        ("<svg><title>Logo</title><text>x</text></svg><p>y", "y"),
        ("<div>x<noscript><p>Turn on JavaScript</noscript>", "x"),
        ("<body><noscript><p>x</noscript>", "x"),
    ],
    ids=["paragraphs", "breaks", "cells", "entities", "inline", "white-space", "pre", "logo",
         "unseen", "hidden", "title", "deep", "deep-blocks", "blocks-past-the-bound",
         "attributes", "data-address",
         "formats-past-the-bound", "separator", "invisible", "joiner", "wayback", "no-size", "drawing",
         "no-script", "no-script-alone"],
)  # fmt: skip
def test_html_becomes_its_visible_text(html: str, text: str) -> None:
    """Blocks stand between blank lines, and what no reader sees is left out."""
    assert text == Page.from_bytes(html.encode()).text


def test_text_with_a_less_than_sign_is_no_html() -> None:
    """Plain text keeps its angle brackets."""
    page = Page.from_bytes(b"a < b and <i.e.> c")

    assert ("text/plain", "a < b and <i.e.> c") == (page.media_type, page.text)


def test_markup_states_title_language_metadata_and_linked_data() -> None:
    """What a page says of itself is kept beside its text."""
    page = Page.from_bytes(
        b'<html lang="es"><title> A\n B </title><meta name="DC.date" content="2017">'
        b'<meta property="og:title" content="C"><link rel="canonical" href="https://example.org/">'
        b'<script type="application/ld+json">{}</script><p>x'
    )
    markup = page.markup

    assert (
        "A B",
        "es",
        (("dc.date", "2017"), ("og:title", "C")),
        ("{}",),
        "https://example.org/",
    ) == (markup.title, markup.language, markup.metadata, markup.linked_data, markup.canonical)


def test_lines_are_stripped_of_space_and_pipes_and_keep_their_place() -> None:
    """A line's words can be found again in the text by its span."""
    page = Page.from_bytes("| a\xa0|\r\n\r\n\xa0 b |c | ||".encode())

    assert ["a", "", "b |c"] == [line.words for line in page.lines]
    assert ("b", "c") == page.lines[2].cells
    assert ["a", "", "b |c"] == [page.quote(line.span) for line in page.lines]


def test_some_lines_of_a_page_keep_their_numbers() -> None:
    """A part of the lines counts from 1 as the whole does, from either end."""
    lines = Page.from_bytes(b"a\nb\nc\nd\n").lines

    assert [(2, "b"), (3, "c")] == [(line.number, line.raw) for line in lines[1:3]]
    assert ["", "d", "c"] == [line.raw for line in reversed(lines[2:])]
    assert ("d", 2) == (lines[1:-1][-1].raw, len(lines[3:]))


@given(st.binary(max_size=400))
def test_any_bytes_are_a_page_or_refused_in_words(data: bytes) -> None:
    """No input ends in anything but a page or a PageError."""
    try:
        page = Page.from_bytes(data)
    except PageError:
        return
    assert page == pickle.loads(pickle.dumps(page))
    assert len(page.text.split("\n")) == len(page.lines)


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=200),
       st.data())  # fmt: skip
def test_every_offset_has_the_line_that_holds_it(text: str, data: st.DataObject) -> None:
    """`line_number_at` and `lines` count alike."""
    page = Page.from_bytes(f"x{text}".encode(errors="replace"))
    offset = data.draw(st.integers(0, len(page.text) - 1))

    assert page.text[:offset].count("\n") + 1 == page.line_number_at(offset)
    assert (
        page.quote(Span(offset, offset + 1))
        in page.lines[page.line_number_at(offset) - 1].raw + "\n"
    )


MANY = "<br>" * 3000  # a page of fewer tags is not looked at


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "<div>",
                    "</div>",
                    "<DIV class=a>",
                    "</DIV >",
                    "</div x>",
                    "<i-x>",
                    "</i-x>",
                    "<p>",
                ]
            ),
            st.sampled_from([1, 100, 400, 513]),
        ),
        max_size=8,
    )
)
def test_no_page_has_more_than_512_elements_of_a_kind_open(runs: list[tuple[str, int]]) -> None:
    """On a page of many tags; end tags without a start tag close nothing."""
    tags = ["<br>"] * 1024 + [tag for tag, number in runs for _ in range(number)]
    open_now = {"div": 0, "i-x": 0}
    expected = []
    for tag in tags:
        name = tag.strip("</>").split()[0].lower()
        is_end = tag.startswith("</")
        if name in open_now:
            open_now[name] = max(0, open_now[name] + (-1 if is_end else 1))
        too_deep = not is_end and open_now.get(name, 0) > 512
        expected.append({"div": "<p>", "i-x": ""}[name] if too_deep else tag)

    assert MANY + "".join(expected) == limit_depth(MANY + "".join(tags))


def test_a_page_of_few_tags_is_parsed_as_written() -> None:
    """Any of 1,024 tags, and those of 3,000 that end most of their elements."""
    few = "<div>" * 1024
    usual = "<div>" * 900 + "<b>" * 900 + "</i>" * 1200

    assert few == limit_depth(few)
    assert few + "<div>" != limit_depth(few + "<div>")
    assert usual == limit_depth(usual)
    assert usual + "<br>" != limit_depth(usual + "<br>")


@pytest.mark.parametrize("before", [0, 1, 32_760, 65_535, 100_000])
def test_a_tag_of_thousands_of_attributes_loses_them(before: int) -> None:
    """The parser compares each attribute of a tag with all others."""
    attributes = " ".join(f"a{number}=1" for number in range(10_000))
    page = f"<script>{'a' * before}</script><div {{}}>b"

    assert page.replace(" {}", "") == limit_depth(page.replace("{}", attributes))


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>'</div>'</script>", "<!-- </div> -->", "<!--></div>", "<title></div></title>",
        "<p title='</div>'>", '<p title = "> </div>">', "<p a=b title='\n</div>'/>", "</section>",
        "</ul></DIV\t title='>'></div x></br>",
    ],
)  # fmt: skip
def test_end_tags_that_close_nothing_do_not_count(hidden: str) -> None:
    """In scripts, comments and attributes, or of another name; those of the last rows do close."""
    html = f"<div>{hidden}" * 2000
    closes = hidden.startswith(("<!-->", "</ul>"))

    assert (2000 if closes else 512) == limit_depth(html).count("<div>")


@pytest.mark.parametrize(("tag", "end"), [
    ("<object>", ""), ("<x-y>", "</y-x>"), ("<svg><td>", ""), ("<h1><x-y>", "</x-z>"), ("<FONT a=1>", ""),
    ("<select><optgroup>", ""), ("<span a='>'>", "</i>"), ("<template>", ""), ("<math><mi>", ""),
    ("<rt>", ""), ("<rp>", ""),
])  # fmt: skip
def test_elements_of_any_name_are_limited(tag: str, end: str) -> None:
    """The parser searches all open elements, also those that HTML does not know."""
    html = limit_depth(f"{tag}{end}" * 3000)

    assert 3000 * end.count("<") == html.count("</")
    assert 1024 >= html.count("<") - html.count("</") - html.count("<p>") > 0


def test_the_readings_of_ruby_are_not_limited() -> None:
    """Each ends the one before, which the parser does only within `<ruby>`."""
    html = "<ruby>\u6f22<rp>(<rt>kan<rp>)</ruby>" * 3000

    assert html == limit_depth(html)


def test_pages_of_many_tags_have_few_formatting_elements_open() -> None:
    """The parser repeats those in every paragraph; links and text stay."""
    start = "".join(f"<b a={number}><a href={number}>" for number in range(100))
    html = limit_depth(f"<p>{start}</p>{'<p>x</p>' * 25_000}")

    assert (19, 100, 25_000) == (html.count("<b"), html.count("<a"), html.count("<p>x</p>"))


def test_options_beyond_the_thousandth_are_paragraphs() -> None:
    """The text of a page is the same, and its time grows with its length alone."""
    options = "".join(f"<Option value={number}>x{number}</option>" for number in range(1002))
    html = MANY + options

    assert (1000, 2) == (limit_depth(html).count("<Option"), limit_depth(html).count("<p>"))
    assert limit_depth(html).endswith("x1000</p><p>x1001</p>")


@pytest.mark.parametrize("hidden", ["<!-- <option> -->", "<p title='<option>'>"])
def test_options_that_the_parser_does_not_read_are_not_counted(hidden: str) -> None:
    """In comments and attributes."""
    html = MANY + hidden * 2000 + "<option label='>'>x</option>" * 1001

    assert html.removesuffix("<option label='>'>x</option>") + "<p>x</p>" == limit_depth(html)


@pytest.mark.parametrize("start", ["<p ", '<p a="', "<p a='b\" ", "<p a=", "</p ", "<p/", "<p a=b"])
def test_a_tag_without_an_end_is_the_rest_of_the_page(start: str) -> None:
    """Looking on from each of 16,000 starts took twelve seconds."""
    html = MANY + start * 100_000

    assert html == limit_depth(html)

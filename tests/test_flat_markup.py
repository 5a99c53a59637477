"""Pages in flat markup, read without a tree: equal to what the tree gives, or left to the tree."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nizkor_pages import FACTS, as_html
from nizkorcite.page.flat_markup import read_flat_markup
from nizkorcite.page.html import PageMarkup, read_markup

PAGES = sorted(Path(__file__).parent.glob("cases/**/*.htm*"))
HEADS = (
    "",
    "<title>A &amp; b</title>",
    "<html lang=es><head><title>T\n u</title></head>\n<body bgcolor='white'>",
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><html><head>'
    '<meta name="author" content="a  b"><title></title><meta property="og:x" content="y"/></head>',
)
ENDS = ("", "</body></html>\n", "</body>", "</html> ", "</body>x", "</body></html><p>z")
WORDS = ("x", "y  z", " ", "\n", " q\t", "&amp;", "&nbsp;", "é&#8220;", "& ", "&lt", "&#10;", "1>2")
INLINE = ("b", "font", "i", "strong", "span", "small", "sup")
BLOCKS = ("center", "div", "blockquote", "h2", "h3")
SMALL = (
    "<br>", "<br />", "<hr>", "<img alt=' i  j'>", "<a href='http://k/ '>l m</a>", "<a name=x></a>",
    "<h1> n o</h1>", "<P ALIGN=center>q",
)  # fmt: skip
OTHER = (
    "<b hidden>", "<tt>", "<pre>", "<select>", "<form>", "<script>", "<!-- c -->", "<td>", "<tr>",
    "<table>", "</table>", "</td>", "<li>", "</ul>", "<p>", "</p>", "</b>", "</i>", "</div>", "</h2>",
    "<h3>", "<a href='http://k/'>", "</a>", "<h1>", "</h1>", "<title>", "<body lang=fr>", "</br>", "<",
)  # fmt: skip


def nested(inner: SearchStrategy[str]) -> SearchStrategy[str]:
    """Elements around markup, their end tags left out where HTML lets them be."""

    def element(name: str) -> SearchStrategy[str]:
        return inner.map(lambda words: f"<{name}>{words}</{name}>")

    def items(opening: str, *closing: str) -> SearchStrategy[str]:
        item = st.tuples(inner, st.sampled_from(closing)).map(lambda each: opening + "".join(each))
        return st.lists(item, max_size=3).map("".join)

    rows = items("<td>", "", "</td>").map(lambda cells: f"<tr>{cells}</tr>\n")
    return st.one_of(
        st.sampled_from(INLINE + BLOCKS).flatmap(element),
        items("<p>", "", "</p>", "\n"),
        items("<li>", "", "</li>", "\n").map(lambda all_: f"<ul>{all_}</ul>"),
        rows.map(lambda all_: f"<table>{all_}</table>"),
        rows.map(lambda all_: f"<table>\n<tbody>{all_}</tbody></table>"),
    )


parts = st.recursive(
    st.sampled_from(WORDS + SMALL),
    lambda inner: st.lists(nested(inner) | inner, max_size=4).map("".join),
    max_leaves=12,
)
pages = st.builds("{}{}{}".format, st.sampled_from(HEADS), parts, st.sampled_from(ENDS))


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Pages with tags put in, cut out or doubled at any place."""
    page = draw(pages)
    for _ in range(draw(st.integers(1, 3))):
        start, end, place = (draw(st.integers(0, len(page))) for _ in range(3))
        kept = page[:start] + page[min(end, start + 9) :] if start < end else page
        page = kept[:place] + draw(st.sampled_from(("", *OTHER, page[start:end]))) + kept[place:]
    return page


def assert_as_the_tree(html: str) -> None:
    """Equal markup, or none."""
    flat = read_flat_markup(html)
    if flat:
        assert values(read_markup(html)) == values(flat)


def values(markup: PageMarkup) -> dict[str, object]:
    """The values of a page's markup; the elements of no flat page state anything."""
    return attrs.asdict(markup, recurse=False) | {
        "elements": attrs.astuple(markup.elements),
    }


@settings(max_examples=300, deadline=None)
@given(pages)
def test_a_page_is_as_the_tree_has_it(page: str) -> None:
    """Nested elements, with and without the end tags that HTML lets be left out."""
    assert_as_the_tree(page)


@settings(max_examples=600, deadline=None)
@given(spoilt())
def test_a_spoilt_page_is_as_the_tree_has_it(page: str) -> None:
    """Tags that are left over, missing, nested wrongly, or of elements with rules of their own."""
    assert_as_the_tree(page)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_pages_of_all_cases_are_as_the_tree_has_them(path: Path) -> None:
    """Whatever the encoding, which only gives other letters."""
    assert_as_the_tree(path.read_bytes().decode("utf-8", "replace"))


def test_the_pages_of_the_archive_need_no_tree() -> None:
    """All their forms, cut pages too."""
    made = [as_html(facts, cut=cut).decode("latin-1") for facts in FACTS for cut in (False, True)]

    assert [] == [page for page in made if read_flat_markup(page) is None]
    for page in made:
        assert_as_the_tree(page)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>a<div hidden>b</div>", id="hidden"),
        pytest.param("<p>a<div style='display:none'>b</div>", id="style"),
        pytest.param("<p class='author vcard'>a</p>", id="named"),
        pytest.param("<p>a<script>b</script>", id="script"),
        pytest.param("<p>a<!-- <p>b -->", id="comment"),
        pytest.param("<table>a<tr><td>b</table>", id="words-beside-cells"),
        pytest.param("<table><b><tr><td>b</table>", id="element-beside-cells"),
        pytest.param("<td>a</td>", id="cell-without-table"),
        pytest.param("<b><p>a</b>b", id="nested-wrongly"),
        pytest.param("<p>a</div>b", id="end-of-nothing"),
        pytest.param("<p>a</p></p>b", id="second-end"),
        pytest.param("<p>a</body>b", id="words-after-the-end"),
        pytest.param("<p>a<title>b</title>", id="title-in-body"),
        pytest.param("<h2>a<h3>b</h3>c", id="heading-in-heading"),
        pytest.param("<h1>a<br>b</h1>", id="elements-in-heading"),
        pytest.param("<a href='http://a/'>a<b>b</b></a>", id="elements-in-link"),
        pytest.param("<metal name=date content=1>a", id="no-meta"),
        pytest.param("<htmlx><p>a", id="no-html"),
        pytest.param("<bodyx><p>a", id="no-body"),
        pytest.param("<p>a&b;", id="unknown-name"),
        pytest.param("<p>a&ampb", id="name-without-end"),
        pytest.param("<p>a&#128;", id="number-that-is-replaced"),
        pytest.param("<p>a &#10; b", id="number-of-white-space"),
        pytest.param("<p title=a>b", id="attribute-not-known"),
        pytest.param("<p align=a align=b>c", id="attribute-twice"),
        pytest.param("<p>a<font size=1color=2>b", id="attributes-without-space"),
        pytest.param("<p>a < b", id="angle-bracket"),
        pytest.param("<p>a<br", id="tag-without-end"),
        pytest.param("<p>a\0b", id="zero"),
        pytest.param("<p>a" + "<b>" * 64, id="deep"),
        pytest.param("<p>a" + "<br>" * 1001, id="many-tags"),
    ],
)
def test_other_pages_are_left_to_the_parser(html: str) -> None:
    """A page that is not plainly flat."""
    assert read_flat_markup(html) is None

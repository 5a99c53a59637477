"""
Conversion of HTML to visible text and to the metadata of its markup.

The text is a function of the markup alone. Blank lines surround a block (paragraph, cell, heading,
list item), ``<br>`` ends a line, white space collapses as in HTML (a non-breaking space stays), an
image becomes its alternative text, and hidden elements are left out, as is ``<noscript>`` unless a
page has no other text.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from nizkorcite.page.elements import TIMES, Elements, read_elements
from nizkorcite.page.html_depth import limit_depth

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

RECORD_ID = "nizkorcite-record"
"""The id of the script in which pages of `nizkorcite site` hold the record of their document."""
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe "
    "legend li main menu nav ol option p pre search section select summary table tbody td "
    "tfoot th thead tr ul xmp".split()
)
_UNSEEN = frozenset(
    (
        *(None, "-comment"),  # the parser's tags of instructions and comments
        *"audio canvas head noframes object script style svg template video".split(),
    )
)
_VERBATIM = frozenset(("pre", "textarea", "xmp", "listing"))
_MARKING = _BLOCKS | _VERBATIM | {"br"}  # other elements leave the text as it is
_WHITE = "\t\n\f\r"  # HTML, section 2.4: ASCII white space besides the space, no other
_SPACES = f" {_WHITE}"
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.0-9]*[1-9])", re.I
)
# Elements that the Wayback Machine lays over archived pages; not part of the page.
_OVERLAYS = frozenset(("wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato"))
_MAYBE_HIDDEN = ", ".join(("[hidden]", "[style]", *(f"#{name}" for name in sorted(_OVERLAYS))))
# Found in one pass over the tree, since each costs a seventh of parsing; none share a node.
_STATEMENTS = (
    f'title, script[type^="application/ld+json" i], script#{RECORD_ID}, link[rel="canonical"], '
    f'frame, noscript, h1, meta[content], a[href^="http" i], {TIMES}'
)
_TEXT = "-text"  # the parser's tag of a text node
# React streams parts of a page into hidden elements, which a script moves to their places.
_STREAMED = re.compile(r"S:[0-9a-f]+")
MOST_HEADINGS = 100
_HEADLINE_NAMES = frozenset(("headline", "entry-title", "p-name"))
_LOGO = re.compile(r"logo|brand|masthead|site-?(?:title|name)", re.IGNORECASE)


@frozen(kw_only=True, repr=False)
class PageMarkup:
    """
    Visible text and metadata of an HTML page.

    Attributes:
        text: The visible text.
        title: Content of ``<title>``, with white space collapsed.
        language: Content of ``<html lang>``.
        metadata: ``<meta>`` contents by lower-case name or property, in page order.
        linked_data: Texts of the JSON-LD scripts.
        records: Texts of the scripts that hold records.
        canonical: Address of ``<link rel="canonical">``.
        frames: Addresses of the files in the page's frames.
        headings: Texts of the visible ``<h1>``.
        elements: Elements that may name the author or the day.
        links: Words and address of each link to ``http`` or ``https``.
        source: The markup itself.
    """

    text: str
    title: str | None = None
    language: str | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    linked_data: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    canonical: str | None = None
    frames: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    elements: Elements = field(factory=Elements)
    links: tuple[tuple[str, str], ...] = ()
    source: str = ""


def read_markup(html: str) -> PageMarkup:
    r"""
    Parse HTML as browsers do and return its text and metadata.

    >>> read_markup("<title>T</title><p>a<br>b &amp; <img alt='logo'>c<td>d").text
    'a\nb & logocd'
    >>> read_markup("<a href='https://example.org/a'>An <b>a</b></a> <a href='#b'>b</a>").links
    (('An a', 'https://example.org/a'),)
    """
    from selectolax.lexbor import LexborHTMLParser  # slow to load; plain text needs no parser

    root = LexborHTMLParser(limit_depth(html)).root
    if root is None:
        return PageMarkup(text="")
    found = _nodes_by_tag(root)
    # A drawing (SVG) in the page has titles too.
    titles = (collapsed(each.text()) for each in found["title"] if not _in_drawing(each))
    return PageMarkup(
        text=_page_text(root, found["noscript"]),
        title=next((title for title in titles if title), None),
        language=_attribute(root, "lang"),
        metadata=tuple(_metadata(found["meta"])),
        linked_data=tuple(script.text() for script in found["script"] if not _is_record(script)),
        records=tuple(script.text() for script in found["script"] if _is_record(script)),
        canonical=next((_attribute(link, "href") for link in found["link"]), None),
        frames=tuple(address for frame in found["frame"] if (address := _attribute(frame, "src"))),
        headings=tuple(_headings(found["h1"])),
        elements=read_elements(root, found["time"]),
        links=tuple(_links(found["a"])),
        source=html,
    )


def _nodes_by_tag(root: "LexborNode") -> "Mapping[str | None, Sequence[LexborNode]]":
    """Return the nodes that state something about the page, in page order; `time` with `abbr`."""
    nodes: defaultdict[str | None, list[LexborNode]] = defaultdict(list)
    for node in root.css(_STATEMENTS):
        nodes["time" if node.tag == "abbr" else node.tag].append(node)
    return nodes


def _is_record(script: "LexborNode") -> bool:
    return script.attributes.get("id") == RECORD_ID


def _in_drawing(node: "LexborNode") -> bool:
    return node.parent is not None and node.parent.tag not in ("head", "body", "html")


def _headings(nodes: "Sequence[LexborNode]") -> Iterator[str]:
    """
    Return the texts of the headings, without hidden ones and the site's logo.

    Of several headings, the only one that is marked as the article's is left.
    """
    marked = [node for node in nodes if len(nodes) > 1 and _is_marked_headline(node)]
    for node in (marked if len(marked) == 1 else nodes)[:MOST_HEADINGS]:
        text = _own_text(node)
        if text and not _is_logo(node) and not any(map(_is_hidden, _with_parents(node))):
            yield text


def _is_marked_headline(node: "LexborNode") -> bool:
    """Check for schema.org's property, and the classes of hAtom and h-entry."""
    names = f"{node.attributes.get('itemprop')} {node.attributes.get('class')}".split()
    return not _HEADLINE_NAMES.isdisjoint(names)


def _own_text(node: "LexborNode") -> str | None:
    """Return an element's text on one line, with a space for each line break."""
    if node.css_first("br, p, div, span") is None:
        return collapsed(node.text())
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(node.html or "").root
    return collapsed(_visible_text(root, _hidden(root))) if root else None


def _is_logo(node: "LexborNode") -> bool:
    """Check whether a heading is the name of the site, with a link to its first page."""
    names = f"{node.attributes.get('class')} {node.attributes.get('id')}"
    return bool(_LOGO.search(names)) or node.css_first('a[href="/"], a[rel~="home"]') is not None


def _with_parents(node: "LexborNode | None") -> Iterator["LexborNode"]:
    while node is not None:
        yield node
        node = node.parent


def _links(nodes: "Iterable[LexborNode]") -> Iterator[tuple[str, str]]:
    for link in nodes:
        words, address = collapsed(link.text()), _attribute(link, "href")
        if words and address:
            yield words, address


def _metadata(nodes: "Iterable[LexborNode]") -> Iterator[tuple[str, str]]:
    for node in nodes:
        name = _attribute(node, "property") or _attribute(node, "name")
        content = _attribute(node, "content")
        if name and content:
            yield name.lower(), content


def _attribute(node: "LexborNode", name: str) -> str | None:
    return collapsed(node.attrs.get(name))


def collapsed(text: str | None) -> str | None:
    """Collapse white space; return ``None`` for blank text."""
    return " ".join((text or "").split()) or None


def _page_text(root: "LexborNode", noscripts: "Iterable[LexborNode]") -> str:
    """Return the text of a page; what it shows without scripts is left out if it has other text."""
    hidden = _hidden(root)
    unscripted = hidden | {node.mem_id for node in noscripts}
    return _visible_text(root, unscripted) or _visible_text(root, hidden)


def _hidden(root: "LexborNode") -> set[int]:
    return {node.mem_id for node in root.css(_MAYBE_HIDDEN) if _is_hidden(node)}


def _visible_text(root: "LexborNode", hidden: Container[int]) -> str:
    """
    Collect the text of a tree, without recursion: pages nest deeper than Python's stack.

    Serialising the tree and splitting it by tags took longer (1.6 against 1.0 ms a page).
    """
    text = _Text()
    # What follows each open element, and its tag if its end matters.
    waiting: list[tuple[LexborNode | None, str | None]] = []
    node: LexborNode | None = root
    while node is not None or waiting:
        if node is None:
            node, tag = waiting.pop()
            if tag:
                text.leave(tag)
            continue
        following, tag = node.next, node.tag
        if tag == _TEXT:
            text.add(node.text_content or "")
        elif tag not in _UNSEEN and not (hidden and node.mem_id in hidden):
            if tag in _MARKING:
                text.enter(tag)
                waiting.append((following, tag))
            elif following is not None:
                waiting.append((following, None))
            if tag == "img":
                text.add(node.attributes.get("alt") or "")
            following = node.child
        node = following
    return text.text()


def _is_hidden(node: "LexborNode") -> bool:
    attributes = node.attributes
    return bool(attributes) and (
        ("hidden" in attributes and not _STREAMED.fullmatch(attributes.get("id") or ""))
        or attributes.get("id") in _OVERLAYS
        or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
    )


class _Text:
    """Visible text under construction, with the white space due before the next word."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._due = ""
        self._verbatim = 0

    def enter(self, tag: str | None) -> None:
        if tag == "br":
            self._due = "\n" if self._due in ("", " ") else self._due + "\n"
            return
        if tag in _BLOCKS:
            self._due = "\n\n"
        if tag in _VERBATIM:
            self._verbatim += 1

    def leave(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._due = "\n\n"
        if tag in _VERBATIM:
            self._verbatim -= 1

    def add(self, text: str) -> None:
        if self._verbatim:
            self._put(text)
        elif words := text.strip(_SPACES):
            if not self._due and text[0] in _SPACES:
                self._due = " "
            self._put(on_one_line(words))
            if text[-1] in _SPACES:
                self._due = " "
        elif text and not self._due:
            self._due = " "

    def text(self) -> str:
        return "".join(self._parts)

    def _put(self, text: str) -> None:
        if text:
            self._parts += (self._due if self._parts else "", text)
            self._due = ""


def on_one_line(text: str) -> str:
    """Collapse white space, without a regular expression: most of a page's letters pass here."""
    for white in _WHITE:
        text = text.replace(white, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text

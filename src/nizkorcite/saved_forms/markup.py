"""
Places in a page's bytes: comments, tags with their attributes, and whole elements to be cut out.

The page is not parsed, so that what stays of it stays byte for byte. Each pattern stops at the next
angle bracket or runs to the end of the page once, so that the time is linear in its length.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from typing import Final

from nizkorcite.saved_forms.saved_page import Stated

Cut = tuple[int, int]
"""Start and end of bytes that are left out."""

_TEXTS: Final = rb"(?P<raw>script|style|textarea|title|xmp)"
_TOKEN: Final = re.compile(
    rb"<!--.*?(?:-->|\Z)"
    rb"|<" + _TEXTS + rb"\b[^<>]*>.*?(?:</(?P=raw)\s*>|\Z)"
    rb"|<(?P<close>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>[^<>]*)>",
    re.I | re.S,
)
_COMMENT: Final = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)
_SCRIPT: Final = re.compile(rb"<script\b[^<>]*>.*?(?:</script\s*>|\Z)", re.I | re.S)
_CONTENT: Final = re.compile(
    rb"<(?:body|frameset|main|article|section|header|table|div|h[1-6]|p)\b", re.I
)
_VOID: Final = frozenset(
    b"area base br col embed hr img input link meta param source track wbr".split()
)
OWN_ADDRESS: Final = re.compile(
    rb"""<(?:link\s[^<>]*\brel\s*=\s*["']?canonical\b|meta\s[^<>]*\bog:url\b)[^<>]*>""", re.I
)
"""Tags in which a page states its own address."""

_LONGEST_QUOTE = 300
_MOST_UNCLOSED = 2


def decoded(data: bytes) -> str:
    """Decode UTF-8, with a byte order mark or without, else windows-1252."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def words_of(data: bytes) -> str:
    r"""
    Decode words of a page; white space is collapsed.

    >>> words_of(b"Okt\n 20"), words_of(b"f\xe9vr.")
    ('Okt 20', 'févr.')
    """
    return " ".join(decoded(data).split())


def matched(match: re.Match[bytes], group: str | int = 0) -> Stated[str]:
    """Return a group of a match with all words of the match."""
    return Stated(words_of(match[group] or b""), words_of(match[0])[:_LONGEST_QUOTE])


def matched_attribute(tag: re.Match[bytes] | None, *names: str) -> Stated[str] | None:
    """Return the first of some attributes that a start tag has, with the words of the tag."""
    values = (value for name in names if tag and (value := attribute(tag[0], name)))
    value = next(values, None)
    return matched(tag).carrying(value) if tag and value else None


def attribute(tag: bytes, name: str) -> str | None:
    """
    Return an attribute of a start tag, with its references resolved.

    >>> attribute(b'<a href="?a&amp;b" id=x>', "href"), attribute(b"<a id=x>", "id")
    ('?a&b', 'x')
    """
    match = _attribute_pattern(name).search(tag)
    return unescape(words_of(match[match.lastindex or 0])) if match else None


@cache
def _attribute_pattern(name: str) -> re.Pattern[bytes]:
    return re.compile(
        rb"""\s%s\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""" % re.escape(name).encode(), re.I
    )


def elements(data: bytes, start_tag: re.Pattern[bytes]) -> Iterator[Cut]:
    """
    Find elements by their start tags, the outermost only; one that never ends is left out.

    >>> page = b'<p>a<div id=x><div>b</div></div>c'
    >>> [page[start:end] for start, end in elements(page, tag_with(r"id=x"))]
    [b'<div id=x><div>b</div></div>']
    """
    end = unclosed = 0
    for start in start_tag.finditer(data):
        if start.start() < end:
            continue
        found = element_end(data, start.start())
        if found:
            end = found
            yield start.start(), end
            continue
        unclosed += 1  # each costs a walk to the end of the page
        if unclosed == _MOST_UNCLOSED:
            return


def tag_with(attribute_pattern: str) -> re.Pattern[bytes]:
    """Return the pattern of start tags with an attribute such as ``id=["']?banner``."""
    return re.compile(rb"<[a-z][^<>]*\s%s[^<>]*>" % attribute_pattern.encode(), re.I)


def element_end(data: bytes, start: int) -> int | None:
    """Return the end of the element that starts at a byte; `None` where it is not closed."""
    depth = 0
    name = None
    for token in _TOKEN.finditer(data, start):
        tag = (token["name"] or b"").lower()
        if name is None:
            if not tag or tag in _VOID:
                return token.end()
            name = tag
        if tag == name:
            depth += -1 if token["close"] else 1
            if depth == 0:
                return token.end()
    return None


def inner_span(data: bytes, element: Cut) -> Cut:
    """Return the span of an element's content."""
    start, end = element
    return data.index(b">", start) + 1, max(data.rfind(b"</", start, end), start)


def without(data: bytes, cuts: Iterable[Cut]) -> bytes:
    """
    Leave stretches of bytes out, whatever their order; they may overlap.

    >>> without(b"abcdef", [(3, 5), (0, 1), (4, 5)])
    b'bcf'
    """
    kept: list[bytes] = []
    position = 0
    for start, end in sorted(cuts):
        if start > position:
            kept.append(data[position:start])
        position = max(position, end)
    return b"".join((*kept, data[position:]))


def between(data: bytes, begin: re.Pattern[bytes], end: re.Pattern[bytes]) -> Iterator[Cut]:
    """Find stretches from a mark to the next end mark, both included."""
    position = 0
    while (first := begin.search(data, position)) and (last := end.search(data, first.end())):
        yield first.start(), last.end()
        position = last.end()


def comments(data: bytes) -> Iterator[Cut]:
    """Find the comments of a page; one that never ends reaches to the end of the page."""
    return (each.span() for each in _COMMENT.finditer(data))


def body_start(data: bytes) -> int:
    """
    Return where the content of a page begins; programs that save pages write their mark before it.

    >>> body_start(b"<!-- a --><html><title>b</title><p>c")
    32
    """
    content = _CONTENT.search(data)
    return content.start() if content else len(data)


def scripts(data: bytes) -> Iterator[Cut]:
    """Find the scripts of a page, with their tags."""
    return (each.span() for each in _SCRIPT.finditer(data))

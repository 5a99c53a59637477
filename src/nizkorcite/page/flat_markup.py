r"""
Flat markup: pages whose text follows from their tags alone, read without a tree.

Pages of archives are paragraphs, lines, headings, lists and tables, one after the other. Their tags
must be spelt and nested so that the parser (HTML, section 13.2.6) moves, adds and leaves out
nothing; any other page is parsed. Both ways give equal pages, which tests make sure of; this one
takes half the time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html.entities import html5
from typing import Final

from attrs import frozen

from nizkorcite.page.html import MOST_HEADINGS, PageMarkup, collapsed, on_one_line

_MOST_TAGS = 1000
_DEEPEST = 64  # places are kept, with the elements that are open
_LONGEST_TAG = 1000
_SPACES = " \t\n\f\r"
_HEAD: Final = re.compile(
    r"S(?:<!doctype[^<>]*>S)?(?:<(?P<html>html[^<>]*)>S)?(?:<head>S)?"
    r"(?P<above>(?:<meta[^<>]*>S)*)(?:<title>(?P<title>[^<]*)</title>S)?"
    r"(?P<below>(?:<meta[^<>]*>S)*)(?:</head>S)?(?:<(?P<body>body[^<>]*)>)?".replace(
        "S", rf"[{_SPACES}]*"
    ),
    re.IGNORECASE | re.ASCII,
)
_END: Final = re.compile(" *(?:</html> *)*", re.IGNORECASE | re.ASCII)
_META: Final = re.compile(r"<([^<>]*)>")
_NAME: Final = re.compile(r"/?[a-z][a-z0-9]*", re.IGNORECASE | re.ASCII)
_ATTRIBUTE: Final = re.compile(
    rf"[{_SPACES}]+([a-z-]+)=(?:\"([^\"<>&]*)\"|'([^'<>&]*)'|([^\s\"'<>=`&/]+))",
    re.IGNORECASE | re.ASCII,
)
# Attributes that neither hide an element nor name it for a reader.
_ATTRIBUTES: Final = frozenset(
    "align alink alt bgcolor border cellpadding cellspacing charset color colspan content face "
    "height href hspace http-equiv lang link name noshade property rowspan size src target text "
    "valign vlink vspace width".split()
)
_INLINE: Final = frozenset("b big cite code em font i small span strike strong sub sup u".split())
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
_VOID: Final = frozenset("br hr img".split())
_BLOCKS: Final = frozenset("blockquote center div li ol p table tbody td th tr ul".split())
_ELEMENTS: Final = _INLINE | _HEADINGS | _VOID | _BLOCKS | {"a"}
_HOLDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "li": ("ol", "ul"),
    "tbody": ("table",),
    "tr": ("table", "tbody"),
    "td": ("tr",),
    "th": ("tr",),
}
"""The elements that certain others must be in, since the parser adds what is missing."""
_HOLDING: Final = frozenset(name for names in _HOLDERS.values() for name in names)
_OF_WORDS: Final = frozenset(("a", "h1"))  # whose words are asked for
_WITHOUT_OTHERS: Final = _HOLDING | _OF_WORDS
_BY_DEFAULT: Final = ("p",)
_ENDED: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys((*_INLINE, "a", "br", "img"), ()),
    **dict.fromkeys((*(f"/{name}" for name in _INLINE), "/a", "/h1", "/p"), ()),
    "li": ("p", "li"),
    "td": ("p", "td", "th"),
    "th": ("p", "td", "th"),
    "tr": ("p", "td", "th", "tr"),
    "/ol": ("p", "li"),
    "/ul": ("p", "li"),
    "/tr": ("p", "td", "th"),
    "/tbody": ("p", "td", "th", "tr"),
    "/table": ("p", "td", "th", "tr", "tbody"),
}
"""The elements that a tag ends besides its own, the innermost first, unless by default."""
_BLANK_LINE: Final = "\n\n"
_GAPS: Final[Mapping[str, str]] = {**dict.fromkeys((*_INLINE, "a", "img"), ""), "br": "\n"}
"""White space that elements other than blocks put between words."""
_STATING: Final = frozenset(("a", "/a", "/h1", "img"))
_LAST: Final = frozenset(("/body", "/html"))
_REFERENCE: Final = re.compile(
    r"&(?:#([0-9]{2,6});|#x([0-9a-f]{2,5});|([a-z][a-z0-9]{1,30};))?", re.IGNORECASE | re.ASCII
)
_PLAIN_NUMBERS: Final = (range(0x21, 0x7F), range(0xA0, 0xD800), range(0xE000, 0xFDD0))


class _NotFlatError(Exception):
    """A page that must be parsed."""


@frozen(eq=False, repr=False)
class _Tag:
    """
    A tag.

    Attributes:
        name: In small letters; that of an end tag begins with a slash.
        attributes: Its attributes by their names.
    """

    name: str
    attributes: Mapping[str, str]


@frozen(kw_only=True, eq=False, repr=False)
class _Place:
    """
    A place after a tag.

    Attributes:
        open: The elements that are open, the outermost first.
        gap: White space that the tag puts between words: a line break or a blank line.
        tag: The tag, if it states something itself.
        is_last: Whether the page ends.
        is_wordless: Whether the parser would move words from the place.
    """

    open: tuple[str, ...] = ()
    gap: str = ""
    tag: _Tag | None = None
    is_last: bool = False
    is_wordless: bool = False


def read_flat_markup(html: str) -> PageMarkup | None:
    r"""
    Return the markup of a page without parsing it; ``None`` for a page that must be parsed.

    >>> read_flat_markup("<title>T</title><p>a<br>b &amp; <img alt='logo'>c").text
    'a\nb & logoc'
    >>> read_flat_markup("<p>a<div hidden>b</div>")
    """
    head = _HEAD.match(html)
    if head is None:
        return None
    try:
        _check(html, head.end())
        return _markup(html, head)
    except _NotFlatError:
        return None


def _check(html: str, start: int) -> None:
    """Check the first tag of a body, which most other pages end at, and what a search finds."""
    first = html.find("<", start)
    if first >= 0:
        _place_after(html[first + 1 : html.find(">", first)], ())
    if "\0" in html or html.count("<") > _MOST_TAGS:
        raise _NotFlatError


def _markup(html: str, head: re.Match[str]) -> PageMarkup:
    _attributes_of("body", head["body"] or "body")
    body = _Body(on_one_line(html[head.end() :]))
    return PageMarkup(
        text="".join(body.text),
        title=collapsed(_resolved(head["title"] or "")),
        language=collapsed(_attributes_of("html", head["html"] or "html").get("lang")),
        metadata=tuple(_metadata(head["above"] + head["below"])),
        headings=tuple(body.headings[:MOST_HEADINGS]),
        links=tuple(body.links),
        source=html,
    )


def _metadata(tags: str) -> Iterator[tuple[str, str]]:
    for words in _META.findall(tags):
        attributes = _attributes_of("meta", words)
        name = collapsed(attributes.get("property")) or collapsed(attributes.get("name"))
        content = collapsed(attributes.get("content"))
        if name and content:
            yield name.lower(), content


class _Body:
    """
    The text of a page, its headings and its links.

    Args:
        html: What follows the head, its white space collapsed.
    """

    def __init__(self, html: str) -> None:
        self.text: list[str] = []
        self.headings: list[str] = []
        self.links: list[tuple[str, str]] = []
        self._due = ""
        self._address: str | None = None
        words, *parts = f"{html}</html>".split("<")
        self._add(words)
        self._read(parts)

    def _read(self, parts: Sequence[str]) -> None:
        """Read what follows each angle bracket: a tag, and words."""
        open_: tuple[str, ...] = ()
        before = ""
        for number, part in enumerate(parts, 1):
            tag, is_ended, words = part.partition(">")
            place = _place_after(tag if is_ended else "", open_)
            open_ = place.open
            if place.gap:
                self._due = _with_gap(self._due, place.gap)
            if place.tag:
                self._note(place.tag, before)
            if place.is_last or place.is_wordless:
                _check_no_words([words, *parts[number:]] if place.is_last else [words])
            elif words:
                self._add(words)
            if place.is_last:
                return
            before = words

    def _note(self, tag: _Tag, before: str) -> None:
        """Note what a tag states, with the words before it."""
        if tag.name == "img":
            self._add(tag.attributes.get("alt", ""))
        elif tag.name == "a":
            address = tag.attributes.get("href", "")
            self._address = collapsed(address) if address[:4].lower() == "http" else None
        elif shown := collapsed(_resolved(before)):
            if tag.name == "/h1":
                self.headings.append(shown)
            elif self._address:
                self.links.append((shown, self._address))

    def _add(self, words: str) -> None:
        """Add words with the white space due before them."""
        shown = _resolved(words).strip(" ")
        if shown:
            self.text += (self._due or words[: words[0] == " "]) if self.text else "", shown
            self._due = " " if words[-1] == " " else ""
        elif words and not self._due:
            self._due = " "


def _with_gap(due: str, gap: str) -> str:
    """Return the white space that is due after a block, or after a line break."""
    return gap if gap == _BLANK_LINE or due in {"", " "} else due + gap


def _check_no_words(parts: Sequence[str]) -> None:
    """Check for white space, which the end of the page may follow."""
    if not _END.fullmatch("<".join(parts)):
        raise _NotFlatError


@lru_cache(4096)  # a page has few different tags, and few places for them
def _place_after(tag_words: str, open_: tuple[str, ...]) -> _Place:
    """Return the place after a tag, given the elements open before it."""
    tag = _tag(tag_words)
    name = tag.name
    if name in _LAST and _OF_WORDS.isdisjoint(open_):
        return _Place(is_last=True)
    inner = _ended(open_, name) if name[0] == "/" else _begun(open_, name)
    return _Place(
        open=inner,
        gap=_GAPS.get(name.removeprefix("/"), _BLANK_LINE),
        tag=tag if name in _STATING else None,
        is_wordless=not _HOLDING.isdisjoint(inner[-1:]),
    )


def _begun(open_: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Return what is open after a start tag, unless the parser ends or adds more."""
    ended = _ENDED.get(name, _BY_DEFAULT)
    kept = _without(open_, ended)
    if name not in _ELEMENTS or len(kept) >= _DEEPEST or not _may_hold(kept[-1:], name):
        raise _NotFlatError
    if ended and name not in _HOLDERS and "p" in kept:
        raise _NotFlatError
    return kept if name in _VOID else (*kept, name)


def _may_hold(holder: tuple[str, ...], name: str) -> bool:
    """Check that the innermost element may hold another."""
    if name in _HOLDERS:
        return bool(holder) and holder[0] in _HOLDERS[name]
    others = _WITHOUT_OTHERS | _HEADINGS if name in _HEADINGS else _WITHOUT_OTHERS
    return others.isdisjoint(holder)


def _ended(open_: tuple[str, ...], tag: str) -> tuple[str, ...]:
    """Return what is open after an end tag, unless the parser ends more or less."""
    kept = _without(open_, _ENDED.get(tag, _BY_DEFAULT))
    if kept[-1:] != (tag[1:],):
        raise _NotFlatError
    return kept[:-1]


def _without(open_: tuple[str, ...], names: Sequence[str]) -> tuple[str, ...]:
    while open_ and open_[-1] in names:
        open_ = open_[:-1]
    return open_


def _attributes_of(name: str, words: str) -> Mapping[str, str]:
    """Return the attributes of a tag, which must have a name."""
    tag = _tag(words)
    if tag.name != name:
        raise _NotFlatError
    return tag.attributes


def _tag(words: str) -> _Tag:
    name = _NAME.match(words)
    if name is None or len(words) > _LONGEST_TAG:
        raise _NotFlatError
    kind = name[0].lower()
    rest = words[name.end() :].rstrip(_SPACES)
    if kind in _VOID or kind == "meta":
        rest = rest.removesuffix("/").rstrip(_SPACES)
    return _Tag(kind, _attributes(rest))


def _attributes(words: str) -> Mapping[str, str]:
    attributes: dict[str, str] = {}
    place = 0
    while place < len(words):
        found = _ATTRIBUTE.match(words, place)
        name = found[1].lower() if found else ""
        if found is None or name not in _ATTRIBUTES or name in attributes:
            raise _NotFlatError
        attributes[name] = found[2] or found[3] or found[4] or ""
        place = found.end()
    return attributes


def _resolved(words: str) -> str:
    """Return words with the characters that their references stand for."""
    return _REFERENCE.sub(_character, words) if "&" in words else words


def _character(reference: re.Match[str]) -> str:
    decimal, hexadecimal, name = reference.groups()
    if name:
        return _named(name)
    if decimal or hexadecimal:
        return _numbered(int(decimal) if decimal else int(hexadecimal, 16))
    if reference.string[reference.end() :][:1] in ("", *_SPACES):
        return "&"  # begins no reference
    raise _NotFlatError


def _named(name: str) -> str:
    """Return the character of a name, unless it is white space."""
    character = html5.get(name, " ")
    if character in _SPACES:
        raise _NotFlatError
    return character


def _numbered(number: int) -> str:
    """Return the character of a number, unless the parser may replace it."""
    if not any(number in plain for plain in _PLAIN_NUMBERS):
        raise _NotFlatError
    return chr(number)

"""
Depth limit for HTML, as browsers have one.

The parser searches all open elements at many tags: a page of 200 KB that opens 40,000 ``<div>``
takes ten seconds, one of 300,000 had not ended after eight minutes. Blink closes elements nested
deeper than 512; here a deeper start tag of a block becomes ``<p>``, which breaks the text at the
same place, and any other is removed. The parser repeats open formatting elements in each paragraph
(HTML, 13.2.4.3): 500 of them and 2,000 paragraphs took 390 MB, so that a page of many tags may
have fewer open. It compares each attribute of a tag with all others, so a tag over 64 KiB with more
than 1,000 attributes loses them. At each ``<option>`` it searches all options of the ``<select>``:
50,000 took 18 seconds, so that from the 1,001st on they become ``<p>``, which begins a line too.

An end tag counts where the parser obeys it: not in an attribute, a script or a comment, and only if
an element of its name is open. Pages of at most 1,024 tags are as they are, and those of 3,000 with
end tags for most elements, as usual pages have: the slowest takes a second to parse.
"""

import re
from collections import defaultdict
from functools import cache

_DEEPEST = 512
_FEW_TAGS = 1024
_USUAL_TAGS = 3000
_FEWEST_REPEATED = 8
_MOST_COPIES = 1_000_000  # of formatting elements, in all paragraphs of a page
_BLOCKS = frozenset(
    "address article aside blockquote center dd details dir div dl fieldset figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup main menu nav ol pre search section summary table ul".split()
)
_REPEATED = frozenset("b big code em font h1 h2 h3 h4 h5 h6 i s small strike strong tt u".split())
_EMPTY = frozenset(
    "area base br col embed frame hr image img input link meta param source track wbr".split()
)
# Elements that the next one of their kind ends, where no drawing or formula is open.
_ENDED = frozenset(
    "a body caption colgroup dd dt head html li nobr option p tbody td tfoot th thead tr".split()
)
# The same, where a `<ruby>` is open.
_RUBY = frozenset("rb rp rt rtc".split())
_FOREIGN = ("svg", "math")
_RAW_TEXTS = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
# A comment, a raw text, or a tag as the parser reads it (HTML, 13.2.5.6 to 13.2.5.40), up to the
# end of the page if nothing ends it. Sets of characters up to a sign take a twentieth of the time
# of any characters up to a text; attributes of the usual form in two thirds of that of all forms.
_TOKEN = (
    r"<(?:!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))"
    + "".join(
        rf"|{name}(?=[\s/>])[^<]*+(?:<(?!/{name}[\s/>])[^<]*+)*+(?:</{name}|\Z)"
        for name in _RAW_TEXTS
    )
    + r"|(?P<tag>/?[a-z][^\s/>]*+)(?:>"
    r"|(?:[^<>\"'=]*+(?<=[^\s/])=(?:\"[^\"]*+\"|'[^']*+'))*+[^<>\"'=]*+>"
    r"|(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>][^\s>]*+)?+)?+)*+"
    r"(?:>|\Z)))"
)
_HALF = 32768
_LONG_TAG = re.compile(rf"<([a-z][a-z0-9]*)\s[^<>]{{{2 * _HALF},}}>", re.IGNORECASE)
_MOST_ATTRIBUTES = 1000
_MOST_OPTIONS = 1000
_END = re.compile("<(?=/)")  # half the time of a search for both signs


def limit_depth(html: str) -> str:
    """
    Return HTML with at most 512 blocks and 512 other elements open at once.

    >>> limit_depth("<div>" * 1100 + "x").count("<div>")
    512
    """
    if _may_have_long_tag(html):
        html = _LONG_TAG.sub(_few_attributes, html)
    tags = html.count("<")
    if tags <= _FEW_TAGS or (tags <= _USUAL_TAGS and len(_END.findall(html)) * 5 >= tags * 2):
        return html
    repeated = max(_FEWEST_REPEATED, min(_DEEPEST, _MOST_COPIES // tags))
    return _token().sub(_Depth(repeated).replacement, html) if _is_deep(html, repeated) else html


@cache
def _token() -> re.Pattern[str]:
    """Compile the pattern of a token for the first page of many tags."""
    return re.compile(_TOKEN, re.IGNORECASE | re.ASCII)


def _is_deep(html: str, most_repeated: int) -> bool:
    """Check whether too many elements are open at a place; twice as fast as replacing them."""
    tags = filter(None, map(str.lower, _token().findall(html)))
    return any(map(_Depth(most_repeated).is_exceeded, tags))


def _may_have_long_tag(html: str) -> bool:
    """Check for a tag that is open where half a long tag has no angle bracket."""
    starts = range(0, len(html) - _HALF, _HALF)
    bare = {start for start in starts if not _has_bracket(html, start)}
    return any(_is_tag_open(html, start) for start in bare if start - _HALF not in bare)


def _has_bracket(html: str, start: int) -> bool:
    end = start + _HALF
    return html.find("<", start, end) >= 0 or html.find(">", start, end) >= 0


def _is_tag_open(html: str, place: int) -> bool:
    before = max(0, place - _HALF)
    return html.rfind("<", before, place) > html.rfind(">", before, place)


def _few_attributes(tag: re.Match[str]) -> str:
    return (
        tag[0]
        if len(tag[0].split(maxsplit=_MOST_ATTRIBUTES)) <= _MOST_ATTRIBUTES
        else f"<{tag[1]}>"
    )


class _Depth:
    """Counts of the elements that are open at a place in the page."""

    def __init__(self, most_repeated: int) -> None:
        self._most_repeated = most_repeated
        self._open = defaultdict[str, int](int)
        self._blocks = self._repeated = self._drawings = self._others = self._options = 0

    def is_exceeded(self, tag: str) -> bool:
        """Count a tag; check whether it opens one element too many, or ends an option too many."""
        name = tag.lstrip("/")
        if name == "option":
            self._options += name == tag
            return self._options > _MOST_OPTIONS
        if name in _EMPTY or (name in _ENDED and not self._drawings):
            return False
        if name in _RUBY and self._open["ruby"]:
            return False
        if name != tag:
            self._close(name)
            return False
        self._open[name] += 1
        return self._is_too_deep(name, 1)

    def replacement(self, token: re.Match[str]) -> str:
        """Return the token itself, or what replaces a tag below the depth limit."""
        tag = (token["tag"] or "").lower()
        if not tag or not self.is_exceeded(tag):
            return token[0]
        return {"option": "<p>", "/option": "</p>"}.get(tag, "<p>" if tag in _BLOCKS else "")

    def _close(self, name: str) -> None:
        if self._open[name]:
            self._open[name] -= 1
            self._is_too_deep(name, -1)

    def _is_too_deep(self, name: str, step: int) -> bool:
        """Add to the number of open elements of a kind; check whether these are too many."""
        if name in _REPEATED:
            self._repeated += step
            return self._repeated > self._most_repeated
        if name in _BLOCKS:
            self._blocks += step
            return self._blocks > _DEEPEST
        if name in _FOREIGN:
            self._drawings += step
        self._others += step
        return self._others > _DEEPEST

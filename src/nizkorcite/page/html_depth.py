"""
Depth limit for HTML, as browsers have one.

The parser searches all open elements at many start tags: a page of 200 KB that opens 40,000
``<div>`` takes ten seconds, one of 300,000 had not ended after eight minutes. Blink closes elements
nested deeper than 512; here a deeper start tag of a block becomes ``<p>``, which breaks the text at
the same place, and a deeper formatting tag is removed. The parser also compares each attribute of a
tag with all others, so a tag over 64 KiB with more than 1,000 attributes loses them. At each
``<option>`` it searches all options of the ``<select>``: 50,000 took 18 seconds, so that from the
1,001st on they become ``<p>``, which begins a line too. On pages of more than 10,000 tags, end
tags in scripts and comments do not count: 200 scripts with 500 of them hid 100,000 open elements.
Pages of at most 3,000 tags, as most are, stay as they are: the slowest takes a second to parse.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import islice

_DEEPEST = 512
_BLOCKS = frozenset(
    "address article aside blockquote center dd details dir div dl fieldset figure footer form "
    "header hgroup main menu nav ol pre search section summary table ul".split()
)
_FORMATS = frozenset(
    "a abbr b bdi bdo big cite code em font i ins kbd mark nobr q s samp small span strike strong "
    "sub sup tt u var".split()
)
# Compiled on use, since few pages are this deep.
_TAG = (
    rf"(?i)<(?P<close>/?)(?P<name>{'|'.join(sorted(_BLOCKS | _FORMATS))})(?=[\s/>])[^<>]{{0,2000}}>"
)
# Too many start tags and too few end tags are found, so that no deep page is missed.
_TAG_NAME = re.compile(r"<([a-zA-Z]+|/[a-zA-Z]+(?=\s*>))")
_RUN = 200  # tags, fewer than half of the deepest
_FEW_TAGS = 3000
_MANY_TAGS = 10_000
_RAW_TEXT = (
    r"(?is)<(script|style|title|textarea|xmp|iframe|noembed|noframes)\b.*?(?:</\1|\Z)"
    r"|<!--.*?(?:-->|\Z)"
)
_HALF = 32768
_LONG_TAG = re.compile(rf"<([a-z][a-z0-9]*)\s[^<>]{{{2 * _HALF},}}>", re.IGNORECASE)
_MOST_ATTRIBUTES = 1000
_OPTION = re.compile(r"<(/?)option(?=[\s/>])[^<>]{0,2000}>", re.IGNORECASE)
_MOST_OPTIONS = 1000


def limit_depth(html: str) -> str:
    """
    Return HTML with at most 512 blocks and 512 formatting elements open at once.

    Of pages of at most 3,000 tags, only tags with too many attributes change.

    >>> limit_depth("<div>" * 4000 + "x").count("<div>")
    512
    """
    if _may_have_long_tag(html):
        html = _LONG_TAG.sub(_few_attributes, html)
    tags = html.count("<")
    return html if tags <= _FEW_TAGS else _limit_depth_of_many(html, tags)


def _limit_depth_of_many(html: str, tags: int) -> str:
    runs = _runs_of_tags(html)
    if _number_of_options(runs) > _MOST_OPTIONS:
        html = _few_options(html)
    if tags > _MANY_TAGS:
        html = re.sub(_RAW_TEXT, _without_end_tags, html)
        runs = _runs_of_tags(html)
    return re.sub(_TAG, _Depth().replacement, html) if _may_be_deep(runs) else html


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


def _few_options(html: str) -> str:
    """Keep the first thousand options of a page."""
    starts = (tag.start() for tag in _OPTION.finditer(html) if not tag[1])
    end = next(islice(starts, _MOST_OPTIONS, None), len(html))
    return html[:end] + _OPTION.sub(r"<\1p>", html[end:])


def _without_end_tags(raw: re.Match[str]) -> str:
    r"""
    Write end tags in scripts and comments, which close nothing, as JSON may have them.

    >>> re.sub(_RAW_TEXT, _without_end_tags, "<script>'</p>'</script>")
    "<script>'<\\/p>'</script>"
    """
    start, end = raw.start(), raw.end() - len(f"</{raw[1]}" if raw[1] else "")
    text = raw.string
    return text[start:end].replace("</", "<\\/") + text[end : raw.end()]


def _runs_of_tags(html: str) -> list[Counter[str]]:
    """Count the tags of each stretch of a page by name; ten times as fast as reading the tags."""
    names = _TAG_NAME.findall(html)
    return [Counter(names[start : start + _RUN]) for start in range(0, len(names), _RUN)]


def _number_of_options(runs: Iterable[Mapping[str, int]]) -> int:
    tags = (tag for counts in runs for tag in counts.items())
    return sum(number for name, number in tags if name.lower() == "option")


def _may_be_deep(runs: Sequence[Mapping[str, int]]) -> bool:
    """Check whether too many elements may be open at once."""
    return any(_most_open(runs, kind) > _DEEPEST for kind in (_BLOCKS, _FORMATS))


def _most_open(runs: Iterable[Mapping[str, int]], kind: Container[str]) -> int:
    """
    Return a bound on the number of elements of a kind that are open at once.

    In each run of tags all end tags may come first, of which those too many close nothing, or last.
    """
    most = still_open = 0
    for counts in runs:
        opened = sum(number for name, number in counts.items() if name.lower() in kind)
        closed = sum(
            number for name, number in counts.items() if name[0] == "/" and name[1:].lower() in kind
        )
        most = max(most, still_open + opened)
        still_open = max(opened, still_open + opened - closed)
    return most


class _Depth:
    """Counts of the blocks and formatting elements open at a place in the page."""

    def __init__(self) -> None:
        self._blocks = 0
        self._formats = 0

    def replacement(self, tag: re.Match[str]) -> str:
        """Return the tag itself, or its replacement below the depth limit."""
        step = -1 if tag["close"] else 1
        if tag["name"].lower() in _BLOCKS:
            self._blocks = max(0, self._blocks + step)
            return tag[0] if self._blocks <= _DEEPEST or step < 0 else "<p>"
        self._formats = max(0, self._formats + step)
        return tag[0] if self._formats <= _DEEPEST or step < 0 else ""

"""
Depth limit for HTML, as browsers have one.

The parser searches all open elements at many start tags: a page of 200 KB that opens 40,000
``<div>`` takes ten seconds, one of 300,000 had not ended after eight minutes. Blink closes elements
nested deeper than 512; here a deeper start tag of a block becomes ``<p>``, which breaks the text at
the same place, and a deeper formatting tag is removed. The parser also compares each attribute of a
tag with all others, so a tag over 64 KiB with more than 1,000 attributes loses them.
"""

import re
from collections.abc import Collection, Iterable
from itertools import accumulate

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
_HALF = 32768
_LONG_TAG = re.compile(rf"<([a-z][a-z0-9]*)\s[^<>]{{{2 * _HALF},}}>", re.IGNORECASE)
_MOST_ATTRIBUTES = 1000


def limit_depth(html: str) -> str:
    """
    Return HTML with at most 512 blocks and 512 formatting elements open at once.

    >>> limit_depth("<div>" * 600 + "x").count("<div>")
    512
    """
    if _may_have_long_tag(html):
        html = _LONG_TAG.sub(_few_attributes, html)
    return re.sub(_TAG, _Depth().replacement, html) if _may_be_deep(html) else html


def _may_have_long_tag(html: str) -> bool:
    """Check for half a long tag without another tag's start: cheaper than looking at every tag."""
    return any(
        html.find("<", start, start + _HALF) < 0 for start in range(0, len(html) - _HALF, _HALF)
    )


def _few_attributes(tag: re.Match[str]) -> str:
    return (
        tag[0]
        if len(tag[0].split(maxsplit=_MOST_ATTRIBUTES)) <= _MOST_ATTRIBUTES
        else f"<{tag[1]}>"
    )


def _may_be_deep(html: str) -> bool:
    """Check whether too many elements may be open at once; seven times as fast as counting them."""
    if html.count("<") <= _DEEPEST:
        return False
    names = [name.lower() for name in _TAG_NAME.findall(html)]
    return max(_most_open(names, _BLOCKS), _most_open(names, _FORMATS)) > _DEEPEST


def _most_open(names: Iterable[str], kind: Collection[str]) -> int:
    """Return how many elements of a kind are open at most; an end tag too many closes nothing."""
    steps = dict.fromkeys(kind, 1) | {f"/{name}": -1 for name in kind}
    balances = list(accumulate((steps[name] for name in names if name in steps), initial=0))
    lowest = accumulate(balances, min)
    return max(balance - low for balance, low in zip(balances, lowest, strict=True))


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

"""
Markup without bounds, made as flat as browsers make it.

The parser looks through all open elements at many a start tag: a page of 200 KB that opens forty
thousand ``<div>`` takes it ten seconds, one of 300,000 had not ended after eight minutes. Blink
closes what nests deeper than 512; here a block's start tag below is a paragraph's, which breaks
the text at the same place, and tags that only format are left out. The parser also compares each
attribute of a tag with all others, so tags of more than 64 KiB lose theirs where they are many.
"""

import re

_DEEPEST = 512
_BLOCKS = frozenset(
    "address article aside blockquote center dd details dir div dl fieldset figure footer form "
    "header hgroup main menu nav ol pre search section summary table ul".split()
)
_FORMATS = frozenset(
    "a abbr b bdi bdo big cite code em font i ins kbd mark nobr q s samp small span strike strong "
    "sub sup tt u var".split()
)
# Compiled when it is used, which is seldom.
_TAG = (
    rf"(?i)<(?P<close>/?)(?P<name>{'|'.join(sorted(_BLOCKS | _FORMATS))})(?=[\s/>])[^<>]{{0,2000}}>"
)
_LONG_TAG = re.compile(r"<([a-z][a-z0-9]*)\s[^<>]{65536,}>", re.IGNORECASE)
_MOST_ATTRIBUTES = 1000


def flattened(html: str) -> str:
    """
    Markup in which no more than 512 blocks and 512 formatting elements are open at once.

    >>> flattened("<div>" * 600 + "x").count("<div>")
    512
    """
    html = _LONG_TAG.sub(_few_attributes, html)
    if html.count("<") <= _DEEPEST:
        return html
    depth = _Depth()
    return re.sub(_TAG, depth.kept, html) if _is_deep(html) else html


def _few_attributes(tag: re.Match[str]) -> str:
    return (
        tag[0]
        if len(tag[0].split(maxsplit=_MOST_ATTRIBUTES)) <= _MOST_ATTRIBUTES
        else f"<{tag[1]}>"
    )


def _is_deep(html: str) -> bool:
    depth = _Depth()
    return any(depth.kept(tag) != tag[0] for tag in re.finditer(_TAG, html))


class _Depth:
    """How many blocks and formatting elements are open where a page has been read to."""

    def __init__(self) -> None:
        self._blocks = 0
        self._formats = 0

    def kept(self, tag: re.Match[str]) -> str:
        """A tag as it stays in the page."""
        step = -1 if tag["close"] else 1
        if tag["name"].lower() in _BLOCKS:
            self._blocks = max(0, self._blocks + step)
            return tag[0] if self._blocks <= _DEEPEST or step < 0 else "<p>"
        self._formats = max(0, self._formats + step)
        return tag[0] if self._formats <= _DEEPEST or step < 0 else ""

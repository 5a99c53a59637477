"""
Google's cache: a banner before the page, in the language of the reader.

"This is Google's cache of ADDRESS. It is a snapshot of the page as it appeared on 5 Mar 2024
09:11:12 GMT." The banner is an element of its own since 2018; before, the first one of the page.
"""

import re
from collections.abc import Iterator
from typing import Final

from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.instants import day_and_clock_instant
from nizkorcite.saved_forms.markup import (
    Cut,
    element_end,
    elements,
    matched_attribute,
    tag_with,
    without,
    words_of,
)
from nizkorcite.saved_forms.saved_page import FormFacts, Memento, SavedPage, Stated, combined

_OWN_ELEMENTS: Final = tag_with(r"""id=["']?\w*google-cache-hdr(?=["'\s>])""")
_BASE: Final = re.compile(rb"(?:<!--\s*)?<base\s[^<>]*>(?:\s*-->)?\s*", re.I)
_FIRST: Final = re.compile(rb"<(?:div|table|center)\b[^<>]*>", re.I)
_MARKUP: Final = re.compile(rb"<[^<>]*>|&nbsp;")
_LINK: Final = re.compile(rb"<a\s[^<>]*>", re.I)
_RULE: Final = re.compile(rb"\s*<hr\b[^<>]*>", re.I)
_WORDS: Final = re.compile(
    r"Google\W{0,8}s?\s*.{0,40}cach|cach.{0,40}Google|Google.{0,40}(?:キャッシュ|缓存|快取|кэш)",
    re.I,
)
_HEAD = 64 * 1024
_LONGEST_BANNER = 16 * 1024


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the page without the banner and the address that Google puts before it."""
    data = page.data
    for start, end in _banners(data):
        words = words_of(_MARKUP.sub(b" ", data[start:end]))
        if _WORDS.search(words):
            bases = (each.span() for each in _BASE.finditer(data, 0, start))
            rule = _RULE.match(data, end)
            content = without(data, [*bases, (start, rule.end() if rule else end)])
            address = address_facts(matched_attribute(_LINK.search(data, start, end), "href"))
            return page.inner(combined(address, _captured(words)), content, media_type="text/html")
    return None


def _banners(data: bytes) -> Iterator[Cut]:
    """Find the banner, or what may be one: the first element."""
    yield from elements(data[:_HEAD], _OWN_ELEMENTS)
    first = _FIRST.search(data, 0, _HEAD)
    end = element_end(data[:_HEAD], first.start()) if first else None
    if first and end and end - first.start() < _LONGEST_BANNER:
        yield first.start(), end


def _captured(words: str) -> FormFacts:
    instant = day_and_clock_instant(words)
    return FormFacts(memento=Stated(Memento(instant=instant), words) if instant else None)

"""
archive.today and its other names: archive.is, .ph, .li, .vn, .fo, .md.

The metadata are the archive's: ``og:site_name`` is its name, ``article:published_time`` the
instant of the capture. Of the page there are its title and ``#CONTENT``; the rest is the frame.
"""

import re
from typing import Final

from nizkorcite.saved_forms.archive_addresses import ARCHIVE_TODAY, address_facts, stamped_address
from nizkorcite.saved_forms.instants import iso_instant
from nizkorcite.saved_forms.markup import (
    attribute,
    elements,
    inner_span,
    matched_attribute,
    tag_with,
    without,
)
from nizkorcite.saved_forms.saved_page import FormFacts, Memento, SavedPage, combined

_HOST: Final = ARCHIVE_TODAY.encode()
_LINK: Final = re.compile(
    rb"""<link\s[^<>]*\brel\s*=\s*["']?(?:canonical|bookmark)\b[^<>]*>""", re.I
)
_SITE: Final = re.compile(
    rb"""<meta\s[^<>]*\bog:site_name["']?\s[^<>]*\bcontent\s*=\s*["']?(?:%s)["'\s/>]""" % _HOST,
    re.I,
)
_LINKED_HOST: Final = re.compile(rb"""\bhref\s*=\s*["']?https?://(?:www\.)?(?:%s)/""" % _HOST, re.I)
_PUBLISHED: Final = re.compile(rb"""<meta\s[^<>]*\barticle:published_time\b[^<>]*>""", re.I)
_QUERY: Final = re.compile(rb"""<input\s[^<>]*\bname\s*=\s*["']?q\b[^<>]*>""", re.I)
_TITLE: Final = re.compile(rb"<title[^<>]*>(.*?)</title", re.I | re.S)
_OUTWARD: Final = re.compile(rb"(?:https?://(?:www\.)?(?:%s))?/o/\w{4,6}/(?=https?:)" % _HOST, re.I)
_TAG: Final = re.compile(rb"<[a-z][^<>]*>", re.I)
_CONTENT: Final = tag_with(r"""id=["']?CONTENT(?=["'\s>])""")
_OWN_ELEMENTS: Final = tag_with(r"""id=["']?(?:HEADER|DIVALREADY2?|DIVSHARE|hashtags)(?=["'\s>])""")
_OWN_METADATA: Final = re.compile(
    rb"""<(?:meta\s[^<>]*\b(?:og:|twitter:|article:)|link\s[^<>]*\brel\s*=\s*["']?(?:canonical|bookmark"""
    rb"""|image_src))[^<>]*>""",
    re.I,
)
_PAGE: Final = b'<!DOCTYPE html><html><head><meta charset="utf-8">%s</head><body>%s</body></html>'


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the title and the content of the page that was archived."""
    links = [each for each in _LINK.finditer(page.data) if _LINKED_HOST.search(each[0])]
    if not links and not _SITE.search(page.data):
        return None
    facts = _facts(page.data, links)
    return page.inner(facts, _TAG.sub(_outward, _content(page.data)), media_type="text/html")


def _facts(data: bytes, links: list[re.Match[bytes]]) -> FormFacts:
    stamped = [each for each in links if stamped_address(attribute(each[0], "href") or "")]
    copies = (address_facts(matched_attribute(each, "href")) for each in stamped)
    page = address_facts(matched_attribute(_QUERY.search(data), "value"))
    return combined(*copies, page, _captured(_PUBLISHED.search(data)))


def _captured(published: re.Match[bytes] | None) -> FormFacts:
    words = matched_attribute(published, "content")
    instant = iso_instant(words.value) if words else None
    if words is None or instant is None:
        return FormFacts()
    return FormFacts(memento=words.carrying(Memento(instant=instant)))


def _content(data: bytes) -> bytes:
    for element in elements(data, _CONTENT):
        start, end = inner_span(data, element)
        title = _TITLE.search(data)
        return _PAGE % (b"<title>%s</title>" % title[1] if title else b"", data[start:end])
    metadata = (each.span() for each in _OWN_METADATA.finditer(data))
    return without(data, [*metadata, *elements(data, _OWN_ELEMENTS)])


def _outward(tag: re.Match[bytes]) -> bytes:
    """Undo the links that lead out of the archive."""
    return _OUTWARD.sub(b"", tag[0])

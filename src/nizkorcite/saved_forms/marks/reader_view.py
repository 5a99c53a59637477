"""
Reader views: Firefox (and the programs that copied it), Chrome's distilled pages.

The head of the view has the address, the title, the byline as the page printed it, and the time
that reading takes; the bar has buttons. The article stands in an element of its own.
"""

import re
from html import unescape
from typing import Final

from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.markup import (
    Cut,
    elements,
    inner_span,
    matched_attribute,
    tag_with,
    words_of,
)
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, Stated, combined

_NAMED: Final = r"""(?:class|id)=["']?(?:[\w\s-]*\s)?(?:{})(?=["'\s>])"""
_DOMAIN: Final = re.compile(
    rb"""<a\s[^<>]*(?:class|id)\s*=\s*["']?(?:[\w\s-]*\s)?reader-domain\b[^<>]*>""", re.I
)
_TITLE: Final = tag_with(_NAMED.format("reader-title|titleHeader|title-holder"))
_CREDITS: Final = tag_with(_NAMED.format("reader-credits"))
_CONTENT: Final = tag_with(_NAMED.format("moz-reader-content|page"))
_FIREFOX_ARTICLE: Final = tag_with(r"""id=["']?readability-page-[0-9]+(?=["'\s>])""")
_CHROME_ARTICLE: Final = tag_with(r"""id=["']?(?:main-content|content)(?=["'\s>])""")
_CHROME: Final = re.compile(
    rb"""\bid\s*=\s*["']?(?:titleHeader|title-holder|closeReaderView)\b""", re.I
)
_CHROME_SOURCE: Final = re.compile(
    rb"""<a\s[^<>]*\bid\s*=\s*["']?(?:closeReaderView|showOriginal|view-original)\b[^<>]*>""", re.I
)
_ROOT: Final = re.compile(rb"<html\b[^<>]*>", re.I)
_CHARSET: Final = re.compile(rb"<meta\s[^<>]*\bcharset[^<>]*>", re.I)
_MARKUP: Final = re.compile(rb"<[^<>]*>")


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the title and the article, without the bar and the head of the view."""
    data = page.data
    domain = _DOMAIN.search(data)
    source = domain or _CHROME_SOURCE.search(data)
    patterns = (_FIREFOX_ARTICLE, _CONTENT) if domain else (_CHROME_ARTICLE,)
    articles = next((found for each in patterns if (found := list(elements(data, each)))), [])
    if not articles or not (domain or _CHROME.search(data)):
        return None
    return page.inner(_facts(data, source), _content(data, articles), media_type="text/html")


def _facts(data: bytes, source: re.Match[bytes] | None) -> FormFacts:
    title, byline = _words(data, _TITLE), _words(data, _CREDITS)
    words = FormFacts(title=title, authors=(byline,) if byline else ())
    return combined(words, address_facts(matched_attribute(source, "href")))


def _words(data: bytes, pattern: re.Pattern[bytes]) -> Stated[str] | None:
    """Return the text of the first element of a name, if it has any."""
    for element in elements(data, pattern):
        start, end = inner_span(data, element)
        text = unescape(words_of(_MARKUP.sub(b"", data[start:end])))
        return Stated(text, text) if text else None
    return None


def _content(data: bytes, articles: list[Cut]) -> bytes:
    """Return a page of the view's title and article, in the view's encoding and language."""
    root, charset = _ROOT.search(data), _CHARSET.search(data)
    title = next((data[slice(*inner_span(data, each))] for each in elements(data, _TITLE)), b"")
    return b"<!DOCTYPE html>%s<head>%s<title>%s</title></head><body><h1>%s</h1>%s</body></html>" % (
        root[0] if root else b"<html>",
        charset[0] if charset else b"",
        title,
        title,
        b"".join(data[start:end] for start, end in articles),
    )

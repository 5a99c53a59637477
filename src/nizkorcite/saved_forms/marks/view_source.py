"""
Views of the source, saved as a page: Chrome's table of lines, Firefox's ``<pre>``.

The words of the view are the markup of the page, which is put together again.
"""

import re
from html import unescape
from typing import Final

from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.markup import elements, matched, tag_with
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage

_CHROME: Final = re.compile(rb"""<td\s[^<>]*\bclass\s*=\s*["']?line-number\b""", re.I)
_CHROME_LINES: Final = tag_with(r"""class=["']?line-content(?=["'\s>])""")
_FIREFOX: Final = re.compile(
    rb"""<body\s[^<>]*\bid\s*=\s*["']?viewsource\b.*<pre\b[^<>]*>\n?(?P<text>.*)</pre>""",
    re.I | re.S,
)
_TITLE: Final = re.compile(rb"<title[^<>]*>((?:view-source:)?https?://.*?)</title", re.I | re.S)
_MARKUP: Final = re.compile(r"<[^<>]*>")
_BREAK: Final = re.compile(r"<br\s*/?>\n?", re.I)


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the page whose source is shown."""
    if _CHROME.search(page.data):
        lines = (page.data[start:end] for start, end in elements(page.data, _CHROME_LINES))
        source = "\n".join(_words(line) for line in lines)
    elif text := _FIREFOX.search(page.data):
        source = _words(text["text"])
    else:
        return None
    return page.inner(_address(page.data), source, media_type="text/html")


def _words(markup: bytes) -> str:
    """Return the text of a view's markup, with its references resolved."""
    text = markup.decode("utf-8", "replace")
    return unescape(_MARKUP.sub("", _BREAK.sub("\n", text)))


def _address(data: bytes) -> FormFacts:
    """Read the address in the title: ``view-source:https://...``."""
    title = _TITLE.search(data)
    words = matched(title, 1) if title else None
    return address_facts(words.carrying(unescape(words.value)) if words else None)

"""Facts stated by `<meta>` elements, and the texts of markup."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from attrs import evolve

from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact
from nizkorcite.readers.text import collapse_space

TITLE_KEYS = ("citation_title", "dc.title", "dcterms.title", "og:title")
OTHER_TITLE_KEYS = ("twitter:title", "parsely-title", "sailthru.title")
MAXIMUM_ITEMS = 100

_PLACEHOLDER = re.compile(r"\{\{|\}\}|%[A-Z_]+%|\$\{")
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_MAXIMUM_LINE = 500
# A reference without its semicolon ("R&D", "?a=1&copy=2") is text.
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_INLINE_TAG = re.compile(r"</?(?:b|br|em|i|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.I)
_PREFIX = re.compile(r"(?:dc|dcterms|prism)[:_.-]|bepress_(?=citation_)")


def text_fact(value: object, rule: str) -> Fact[str] | None:
    """
    Return a text of the markup, unless it is empty, too long or a placeholder.

    Content systems escape HTML in JSON, and some twice, so references and inline tags are resolved;
    the quote keeps the words of the markup.

    >>> text_fact("Ann&amp;#8217;s <em>harbour</em>", "json-ld").value
    'Ann’s harbour'
    """
    quote = collapse_space(value) if isinstance(value, str) else ""
    words = collapse_space(_plain(quote))
    if not words or len(words) > _MAXIMUM_LINE or _NOT_TEXT.search(words + quote):
        return None
    if _PLACEHOLDER.search(words):
        return None
    return Fact(value=words, rule=f"general.{rule}", quote=quote, method="markup")


def _plain(text: str) -> str:
    if "&" in text:
        for _ in range(2):
            text = _ENTITY.sub(lambda reference: html.unescape(reference[0]), text)
    return _INLINE_TAG.sub("", text) if "<" in text else text


def address_fact(value: object, rule: str) -> Fact[str] | None:
    """Return an absolute address of the markup; relative ones have no base in a saved page."""
    fact = text_fact(value, rule)
    if fact is None or fact.quote is None or not _URL.fullmatch(fact.quote):
        return None
    return evolve(fact, value=fact.quote.replace("&amp;", "&"))


_URL = re.compile(r"https?://[A-Za-z0-9\[][!#-;=?-\[\]_a-z~\u00a1-\ufffd]*", re.IGNORECASE)


def meta_facts(page: Page, names: Sequence[str]) -> Iterator[Fact[str]]:
    """Return the contents of a page's meta elements, in the order of `names`."""
    for name in names:
        for content in islice(_contents_by_name(page.markup.metadata).get(name, ()), MAXIMUM_ITEMS):
            if fact := text_fact(content, "meta"):
                yield fact


@lru_cache(maxsize=1)  # a page is asked for thirty names
def _contents_by_name(metadata: tuple[tuple[str, str], ...]) -> Mapping[str, Sequence[str]]:
    contents: dict[str, list[str]] = {}
    for key, content in metadata:
        contents.setdefault(_meta_name(key), []).append(content)
    return contents


@lru_cache(maxsize=1024)  # pages of a site have the same names
def _meta_name(key: str) -> str:
    """Return a name as Dublin Core and Highwire write it: ``dc.date`` for ``dc:date``."""
    match = _PREFIX.match(key)
    if not match:
        return key
    prefix = match[0]
    return key[match.end() :] if prefix == "bepress_" else f"{prefix[:-1]}.{key[match.end() :]}"

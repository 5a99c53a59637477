"""Lines of a page's source in which its markup states values."""

from collections.abc import Iterator, Mapping
from itertools import islice

from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact

# The tag before the words of a rule, what the tag contains, and what ends its reach.
_CONTEXTS: Mapping[str, tuple[str, str, str]] = {
    "general.json-ld": ("<script", "ld+json", "</script"),
    "general.meta": ("<meta", "", "<"),
    "general.title-element": ("<title", "", "</title"),
    "general.heading": ("<h1", "", "</h1"),
    "general.microdata": ("<", "", "<"),
    "general.time-element": ("<time", "", "<"),
    "general.author-link": ("<a", "author", "</a"),
    "general.author-card": ("<", "", "<"),
    "general.canonical": ("<link", "", "<"),
    "general.html-lang": ("<html", "", "<"),
}
_MOST_PLACES = 1000
_LONGEST_TAG = 1000


def source_line(page: Page, fact: Fact[object]) -> int | None:
    """
    Return the line of the source, from 1, in which the markup states a value.

    ``None`` if the words are spelt in a way that is not found, or the value is not from the markup.
    """
    context = _CONTEXTS.get(fact.rule)
    if context is None or fact.quote is None:
        return None
    source = page.markup.source
    for spelling in _spellings(fact.quote):
        for place in islice(_places(source, spelling), _MOST_PLACES):
            if _is_inside(source, place, *context):
                return source.count("\n", 0, place) + 1
    return None


def _places(source: str, words: str) -> Iterator[int]:
    place = source.find(words)
    while place >= 0:
        yield place
        place = source.find(words, place + 1)


def _is_inside(source: str, place: int, tag: str, contents: str, end: str) -> bool:
    """Check whether the last such tag before a place reaches it."""
    start = source.rfind(tag, 0, place)
    start = source.rfind(tag.upper(), 0, place) if start < 0 else start
    return (
        start >= 0
        and source.find(end, start + 1, place) < 0
        and (not contents or contents in source[start : start + _LONGEST_TAG])
    )


def _spellings(quote: str) -> Iterator[str]:
    """Return the spellings that words may have in HTML and JSON."""
    import html  # archives' own pages state nothing in markup
    import json

    in_json = json.dumps(quote)[1:-1]
    plain = json.dumps(quote, ensure_ascii=False)[1:-1]
    spellings = (quote, html.escape(quote, quote=False), html.escape(quote), plain, in_json)
    yield from dict.fromkeys((*spellings, *(each.replace("/", r"\/") for each in (plain, in_json))))

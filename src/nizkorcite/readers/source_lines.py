"""Lines of a page's source in which its markup states values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact
from nizkorcite.readers.text import places

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
    tag, contents, end = context
    source, spellings = page.markup.source, _spellings(fact.quote)
    found = (
        _places_within(source, tuple(spellings), _reaches(source, tag, contents, end))
        if contents
        else _places_inside(source, spellings, tag, end)
    )
    place = next(found, None)
    return None if place is None else source.count("\n", 0, place) + 1


def _reaches(source: str, tag: str, contents: str, end: str) -> Iterator[tuple[int, int]]:
    """Find each element whose tag has certain contents, by them, since few elements do."""
    for place in islice(places(source, contents), _MOST_PLACES):
        start = _start_of(source, tag, place)
        if start >= 0 and place - start <= _LONGEST_TAG:
            stop = source.find(end, start + 1)
            yield start, stop if stop >= 0 else len(source)


def _places_within(
    source: str, spellings: Sequence[str], reaches: Iterable[tuple[int, int]]
) -> Iterator[int]:
    found = (source.find(words, *reach) for reach in reaches for words in spellings)
    return (place for place in found if place >= 0)


def _places_inside(source: str, spellings: Iterable[str], tag: str, end: str) -> Iterator[int]:
    for words in spellings:
        found = islice(places(source, words), _MOST_PLACES)
        yield from (place for place in found if _is_inside(source, place, tag, end))


def _is_inside(source: str, place: int, tag: str, end: str) -> bool:
    """Check whether the last such tag before a place reaches it."""
    start = _start_of(source, tag, place)
    return start >= 0 and source.find(end, start + 1, place) < 0


def _start_of(source: str, tag: str, place: int) -> int:
    start = source.rfind(tag, 0, place)
    return source.rfind(tag.upper(), 0, place) if start < 0 else start


def _spellings(quote: str) -> Iterator[str]:
    """Return the spellings that words may have in HTML and JSON, most often their own."""
    yield quote
    import html  # archives' own pages state nothing in markup
    import json

    in_json = json.dumps(quote)[1:-1]
    plain = json.dumps(quote, ensure_ascii=False)[1:-1]
    spellings = (html.escape(quote, quote=False), html.escape(quote), plain, in_json)
    slashed = (each.replace("/", r"\/") for each in (plain, in_json))
    yield from (each for each in dict.fromkeys((*spellings, *slashed)) if each != quote)

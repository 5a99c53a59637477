"""Lines of a page's source in which its markup states values."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact

# The opening of an element that has the words of a rule, and the end of the element.
_ELEMENTS: Mapping[str, tuple[str, str]] = {
    "general.json-ld": ("<script[^>]*ld\\+json", "</script"),
    "general.meta": (r"<meta\b", ">"),
    "general.title-element": (r"<title\b", "</title"),
    "general.heading": (r"<h1\b", "</h1"),
    "general.microdata": (r"\bitemprop\b", "</div"),
    "general.time-element": (r"<time\b", ">"),
    "general.author-link": (r"<a\b[^>]*\bauthor\b", "</a"),
    "general.author-card": (r"<[^>]*\b(?:author|byline)\b", "</div"),
    "general.canonical": (r"<link\b", ">"),
    "general.html-lang": (r"<html\b", ">"),
}
_MOST_ELEMENTS = 1000


def source_line(page: Page, fact: Fact[object]) -> int | None:
    """
    Return the line of the source, from 1, in which the markup states a value.

    ``None`` if the words are spelt in a way that is not found, or the value is not from the markup.
    """
    element = _ELEMENTS.get(fact.rule)
    if element is None or fact.quote is None:
        return None
    source = page.markup.source
    spellings = tuple(_spellings(fact.quote))
    for opening in islice(re.finditer(element[0], source, re.IGNORECASE), _MOST_ELEMENTS):
        end = source.find(element[1], opening.end())
        for words in spellings:
            place = source.find(words, opening.end(), end if end >= 0 else len(source))
            if place >= 0:
                return source.count("\n", 0, place) + 1
    return None


def _spellings(quote: str) -> Iterator[str]:
    """Return the spellings that words may have in HTML and JSON."""
    in_json = json.dumps(quote)[1:-1]
    plain = json.dumps(quote, ensure_ascii=False)[1:-1]
    spellings = (quote, html.escape(quote, quote=False), html.escape(quote), plain, in_json)
    yield from dict.fromkeys((*spellings, *(each.replace("/", r"\/") for each in (plain, in_json))))

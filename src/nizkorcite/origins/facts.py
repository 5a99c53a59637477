"""
Printed facts of the original: what a page states about who published it, where and when.

A publisher counts where the page states it; one that was inferred is the page's own. Facts that
only one page states agree with nothing and contradict nothing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.readers.text import fold
from nizkorcite.record.model import Document

FactName = Literal["publisher", "place", "date"]

_WORD: Final = re.compile(r"\w+")
_ARTICLES: Final = frozenset("the el la los las le les der die das il".split())


@frozen
class PrintedFacts:
    """
    The facts that a page states about its original.

    Attributes:
        publishers: Names as cited; empty where none is stated.
        place: The place, such as that of a dateline.
        date: The day, or what of it is stated.
    """

    publishers: tuple[str, ...] = ()
    place: str | None = None
    date: PartialDate | None = None


@frozen
class ComparedFact:
    """
    A fact that two pages state.

    Attributes:
        name: The fact.
        first, second: The words of each page.
        agrees: Whether both can be true of one original.
    """

    name: FactName
    first: str
    second: str
    agrees: bool


def printed_facts(document: Document) -> PrintedFacts:
    """Return what the page of a document states about its original."""
    original = document.original
    is_stated = original.attribution == "stated"
    return PrintedFacts(
        publishers=tuple(each.name for each in original.publishers) if is_stated else (),
        place=original.place.name if original.place else None,
        date=None if original.attribution == "inferred" else original.date,
    )


@lru_cache(1 << 14)
def compared_facts(first: PrintedFacts, second: PrintedFacts) -> tuple[ComparedFact, ...]:
    """
    Compare the facts that both of two pages state.

    >>> [each.agrees for each in compared_facts(
    ...     PrintedFacts(("AFP",), "Paris", PartialDate("2017-02-27")),
    ...     PrintedFacts(("Agence France-Presse",), None, PartialDate("2017-02-28")))]
    [True, False]
    """
    return tuple(_compared(first, second))


def _compared(first: PrintedFacts, second: PrintedFacts) -> Iterator[ComparedFact]:
    if first.publishers and second.publishers:
        names, others = first.publishers, second.publishers
        agrees = any(_is_one_name(name, other) for name in names for other in others)
        yield ComparedFact("publisher", "; ".join(names), "; ".join(others), agrees)
    if first.place and second.place:
        agrees = _is_one_name(first.place, second.place)
        yield ComparedFact("place", first.place, second.place, agrees)
    if first.date and second.date:
        is_certain = not (first.date.qualifier or second.date.qualifier)
        agrees = first.date.overlaps(second.date) or not is_certain
        yield ComparedFact("date", str(first.date), str(second.date), agrees)


def _is_one_name(name: str, other: str) -> bool:
    """Check that one name has all words of the other, or is its initials."""
    words, others = sorted((_words(name), _words(other)), key=len)
    if set(words) <= set(others) or "".join(words) == "".join(others):
        return True
    return len(words) == 1 and len(others) > 1 and words[0] == "".join(each[0] for each in others)


@lru_cache(1 << 12)
def _words(name: str) -> tuple[str, ...]:
    words = tuple(_WORD.findall(fold(name)))
    return tuple(word for word in words if word not in _ARTICLES) or words

"""Overlap of texts: the pairs that share passages, and how much of the shorter text."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from nizkorcite.origins.passages import Passages

LEAST_PASSAGES: Final = 77
"""Passages of the shortest text that is compared: 80 words."""

_SKETCH: Final = 32
_MOST_PAGES: Final = 10
_LEAST_COMMON: Final = 3


class Overlap(NamedTuple):
    """
    The part of a text that another text has too.

    Attributes:
        share: Share of the shorter text's passages, 0 to 1.
        gap: Share of the shorter text that is its longest stretch without a common passage.
    """

    share: float
    gap: float


def overlap_of(text: Passages, other: Passages) -> Overlap:
    """
    Compare two texts passage by passage.

    >>> from nizkorcite.origins.passages import passages_of
    >>> overlap_of(passages_of("a b c d e"), passages_of("a b c d f g"))
    Overlap(share=0.5, gap=0.5)
    """
    shorter, longer = sorted((text, other), key=len)
    hits = bytes(map(set(longer).__contains__, shorter))
    if not hits:
        return Overlap(0.0, 1.0)
    return Overlap(hits.count(1) / len(hits), max(map(len, hits.split(b"\1"))) / len(hits))


def iter_overlaps(texts: Mapping[str, Passages]) -> Iterator[tuple[str, str, Overlap]]:
    """
    Yield the pairs of texts that share passages, each once, the earlier text first.

    Pairs are proposed by the 32 lowest numbers of each text, looked up in an index of the texts
    before it, and then compared passage by passage. Of the texts with one passage, the index keeps
    the first ten, so that the work grows with the number of texts and not with that of the pairs.
    """
    index = _Index()
    for key, text in texts.items():
        if len(text) >= LEAST_PASSAGES:
            for other in index.partners(key, text):
                yield other, key, overlap_of(texts[other], text)


class _Index:
    """The texts so far by their lowest numbers."""

    def __init__(self) -> None:
        self._first: dict[int, str] = {}
        self._others: dict[int, list[str]] = {}

    def partners(self, key: str, text: Passages) -> list[str]:
        """Return the texts before one that may share passages with it, and add it."""
        found: list[str] = []
        for number in sorted(set(text))[:_SKETCH]:
            first = self._first.setdefault(number, key)
            if first != key:
                others = self._others.setdefault(number, [])
                found += (first, *others)
                if len(others) < _MOST_PAGES:
                    others.append(key)
        return [each for each, common in Counter(found).items() if common >= _LEAST_COMMON]

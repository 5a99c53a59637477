"""How many of the planted reprints are found, and how many pairs are found wrongly."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from attrs import frozen

from nizkorcite.origins import Origins, find_origins
from wire_stories import Planted, planted_stories

Pairs = set[frozenset[str]]


@frozen
class Quality:
    """
    Shares of pairs.

    Attributes:
        precision: Share of the pairs found that republish one original.
        recall: Share of the planted pairs that were found.
    """

    precision: float
    recall: float


@frozen(kw_only=True)
class Measured:
    """
    The qualities of one run.

    Attributes:
        grouped: Of the pairs within groups.
        with_differing: Of these and the pairs whose source lines differ.
        recall_of: Recall of originals and their reprints by kind, among both.
    """

    grouped: Quality
    with_differing: Quality
    recall_of: Mapping[str, float]


def measured(number: int, seed: int, *, wrong: float = 0.0) -> Measured:
    """Find the origins of planted stories, and compare."""
    planted = list(planted_stories(number, seed, wrong=wrong))
    return quality(planted, find_origins(each.story for each in planted))


def quality(planted: Iterable[Planted], origins: Origins) -> Measured:
    """Compare what was planted with what was found."""
    kinds = {each.story.key: each.kind for each in planted}
    true = _pairs(_by_original(planted).values())
    grouped = _pairs(each.pages for each in origins.groups)
    found = grouped | {frozenset((each.first, each.second)) for each in origins.differing}
    return Measured(
        grouped=_quality(grouped, true),
        with_differing=_quality(found, true),
        recall_of={
            kind: _quality(found, _of_kind(true, kind, kinds)).recall
            for kind in ("verbatim", "cut", "edited", "misread")
        },
    )


def _of_kind(pairs: Pairs, kind: str, kinds: Mapping[str, str]) -> Pairs:
    return {pair for pair in pairs if {kinds[key] for key in pair} == {"original", kind}}


def _by_original(planted: Iterable[Planted]) -> dict[int, list[str]]:
    pages: dict[int, list[str]] = {}
    for each in planted:
        pages.setdefault(each.original, []).append(each.story.key)
    return pages


def _pairs(groups: Iterable[Iterable[str]]) -> Pairs:
    return {frozenset(pair) for pages in groups for pair in combinations(pages, 2)}


def _quality(found: Pairs, true: Pairs) -> Quality:
    right = len(found & true)
    return Quality(right / max(1, len(found)), right / max(1, len(true)))

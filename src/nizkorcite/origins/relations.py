"""Relations of records that follow from what a person confirmed."""

from collections.abc import Iterable, Mapping
from typing import Final

from nizkorcite.origins.results import Proposal
from nizkorcite.record.model import Relation
from nizkorcite.record.vocabulary import RelationType

CONFIRMED_TYPES: Final[tuple[RelationType, ...]] = (
    "is_identical_to",
    "has_version",
    "is_version_of",
)
"""The relations that `confirmed_relations` makes."""


def confirmed_relations(confirmed: Iterable[Proposal]) -> Mapping[str, tuple[Relation, ...]]:
    """
    Return the relations of each page to others that a person decided to be the same.

    Pages with the same words are `is_identical_to` each other (DataCite 4.6, appendix A). Of
    others the fuller text `has_version` the other one, which says nothing about their order in
    time.

    Args:
        confirmed: The pairs; their keys are ids of records.
    """
    relations: dict[str, list[Relation]] = {}
    for each in confirmed:
        for page, other, kind in _relations(each):
            relations.setdefault(page, []).append(Relation(type=kind, target=other))
    return {page: tuple(each) for page, each in relations.items()}


def _relations(pair: Proposal) -> tuple[tuple[str, str, RelationType], ...]:
    of_first, of_second = _types(pair)
    return (pair.first, pair.second, of_first), (pair.second, pair.first, of_second)


def _types(pair: Proposal) -> tuple[RelationType, RelationType]:
    if pair.is_whole:
        return "is_identical_to", "is_identical_to"
    return "has_version", "is_version_of"

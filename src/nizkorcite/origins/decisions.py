"""Decisions of a person on two pages, which hold in every later run."""

from collections.abc import Iterable
from typing import Final, Literal, get_args

from attrs import field, frozen, validators

from nizkorcite.errors import DecisionError

DecisionValue = Literal["same", "not the same"]
DECISION_VALUES: Final[tuple[DecisionValue, ...]] = get_args(DecisionValue)


@frozen
class Decision:
    """
    A person's decision whether two pages republish one original.

    Attributes:
        first, second: Keys of the pages; their order has no meaning.
        value: ``same`` or ``not the same``.
    """

    first: str
    second: str
    value: DecisionValue = field(validator=validators.in_(DECISION_VALUES))


class Decided:
    """
    Decisions by pair, with what follows from them: what is the same as one page is one original.

    Args:
        decisions: The decisions; the last one on a pair holds.

    Raises:
        DecisionError: Two pages are not the same and, by way of others, the same.
    """

    def __init__(self, decisions: Iterable[Decision]) -> None:
        pairs = {frozenset((each.first, each.second)): each for each in decisions}
        self.same = [each for each in pairs.values() if each.value == "same"]
        self.apart = [each for each in pairs.values() if each.value != "same"]
        self._pairs = pairs
        self._apart = _neighbours(self.apart)
        self._refuse_contradictions()

    def on(self, first: str, second: str) -> DecisionValue | None:
        """Return the decision on two pages."""
        decision = self._pairs.get(frozenset((first, second)))
        return decision.value if decision else None

    def are_apart(self, pages: set[str], others: set[str]) -> bool:
        """Check whether one of some pages is not the same as one of others."""
        return any(not others.isdisjoint(self._apart[page]) for page in self._apart.keys() & pages)

    def _refuse_contradictions(self) -> None:
        originals: dict[str, set[str]] = {}
        for each in self.same:
            joined = originals.get(each.first, {each.first}) | originals.get(
                each.second, {each.second}
            )
            originals |= dict.fromkeys(joined, joined)
        for each in self.apart:
            if each.second in originals.get(each.first, {each.first}):
                raise DecisionError(each.first, each.second)


def _neighbours(pairs: Iterable[Decision]) -> dict[str, set[str]]:
    neighbours: dict[str, set[str]] = {}
    for each in pairs:
        neighbours.setdefault(each.first, set()).add(each.second)
        neighbours.setdefault(each.second, set()).add(each.first)
    return neighbours

"""Groups of pages from pairs: joined one by one, so that no group has two facts that contradict."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from attrs import define, field

from nizkorcite.origins.decisions import Decided
from nizkorcite.origins.facts import PrintedFacts, compared_facts
from nizkorcite.origins.results import Proposal


@define(eq=False)
class _Members:
    """
    A group in the making.

    Attributes:
        pages: The pages.
        facts: What they state, each statement once.
        carriers: The pages that others may join by text alone: they state facts, and are the first
            or agree with another page. A page that was itself joined by text alone carries none.
        reasons: The proposals that joined the pages.
    """

    pages: set[str]
    facts: set[PrintedFacts]
    carriers: set[str]
    reasons: list[Proposal] = field(factory=list)

    def add(self, other: "_Members", by: Proposal) -> None:
        """Add the pages of another group; facts that a person has overruled veto no more."""
        is_overruled = _contradict(self.facts, other.facts)
        self.facts = set() if is_overruled else self.facts | other.facts
        if by.decision or by.agreeing:
            self.carriers |= other.carriers | {by.first, by.second}
        self.pages |= other.pages
        self.reasons += [*other.reasons, by]


class Grouping:
    """
    Pages joined to groups.

    Args:
        facts: The facts of each page.
        decided: The decisions that hold against all proposals.
        proposals: The pairs that no fact forbids; the best reasons join first.
    """

    def __init__(
        self,
        facts: Mapping[str, PrintedFacts],
        decided: Decided,
        proposals: Sequence[Proposal],
    ) -> None:
        self._facts = facts
        self._decided = decided
        self._proposed = {(each.first, each.second) for each in proposals}
        self._groups: dict[str, _Members] = {}
        for each in sorted(proposals, key=_strength):
            self._join(each)

    def _join(self, by: Proposal) -> None:
        first, second = self._group(by.first), self._group(by.second)
        if first is second or not (by.decision or self._may_join(by, first, second)):
            return
        larger, smaller = sorted((first, second), key=lambda each: -len(each.pages))
        larger.add(smaller, by)
        self._groups |= dict.fromkeys(smaller.pages, larger)

    def _group(self, page: str) -> _Members:
        group = self._groups.get(page)
        if group is None:
            facts = self._facts[page]
            carriers = {page} if facts != PrintedFacts() else set()
            group = self._groups[page] = _Members({page}, {facts}, carriers)
        return group

    def _may_join(self, by: Proposal, first: _Members, second: _Members) -> bool:
        return (
            (bool(by.agreeing) or self._is_carried(by, first, second))
            and not self._decided.are_apart(first.pages, second.pages)
            and not _contradict(first.facts, second.facts)
        )

    def _is_carried(self, by: Proposal, first: _Members, second: _Members) -> bool:
        """
        Check that one page joins a group by its text alone.

        The page that it shares text with carries it, or it shares text with all of the group.
        """
        if len(first.pages) == 1:
            return by.second in second.carriers or self._shares(by.first, second)
        if len(second.pages) == 1:
            return by.first in first.carriers or self._shares(by.second, first)
        return False

    def _shares(self, page: str, group: _Members) -> bool:
        return all(
            (page, other) in self._proposed or (other, page) in self._proposed
            for other in group.pages
        )

    def __iter__(self) -> Iterator[tuple[set[str], Sequence[Proposal]]]:
        """Yield each group of two pages or more, with the proposals that joined it."""
        seen: set[int] = set()
        for group in self._groups.values():
            if len(group.pages) > 1 and id(group) not in seen:
                seen.add(id(group))
                yield group.pages, group.reasons


def _strength(proposal: Proposal) -> tuple[bool, bool, float, str, str]:
    """Order decisions before agreeing facts before text alone, and more text before less."""
    return (
        proposal.decision is None,
        not proposal.agreeing,
        -proposal.share,
        proposal.first,
        proposal.second,
    )


def _contradict(facts: set[PrintedFacts], others: set[PrintedFacts]) -> bool:
    return any(not each.agrees for pair in product(facts, others) for each in compared_facts(*pair))

"""Records that are part of themselves: circles among the steps from record to record."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple


class Edge(NamedTuple):
    """A step from a record to the one above it, and the relation that states it."""

    source: int
    target: int
    relation: int


class Edges:
    """Steps from record to record, in columns."""

    def __init__(self) -> None:
        self._sources = array("I")
        self._targets = array("I")
        self._relations = array("I")

    def add(self, source: int, target: int, relation: int) -> None:
        """Add a step."""
        self._sources.append(source)
        self._targets.append(target)
        self._relations.append(relation)

    def pruned(self, records: int) -> Iterator[Edge]:
        """The steps that may be part of a circle: what they lead to has a step of its own."""
        kept: Sequence[int] = range(len(self._sources))
        while kept:
            has_step = bytearray(records)
            for each in kept:
                has_step[self._sources[each]] = True
            fewer = array("I", (each for each in kept if has_step[self._targets[each]]))
            is_done, kept = len(fewer) > len(kept) // 2, fewer
            if is_done:
                break
        return (
            Edge(self._sources[each], self._targets[each], self._relations[each]) for each in kept
        )


def closing(edges: Iterable[Edge]) -> Iterator[Edge]:
    """
    One step of each circle: the one that leads back to where the walk has been.

    >>> [edge.relation for edge in closing([Edge(1, 2, 7), Edge(2, 1, 8), Edge(3, 1, 9)])]
    [8]
    """
    steps: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        steps[edge.source].append(edge)
    done: set[int] = set()
    for start in list(steps):
        if start not in done:
            yield from _walk(start, steps, done)


def _walk(start: int, steps: Mapping[int, list[Edge]], done: set[int]) -> Iterator[Edge]:
    """A walk in depth from a record, without recursion."""
    open_ = {start}
    path = [(start, iter(steps[start]))]
    while path:
        place, left = path[-1]
        edge = next(left, None)
        if edge is None:
            path.pop()
            open_.discard(place)
            done.add(place)
        elif edge.target in open_:
            yield edge
        elif edge.target not in done and edge.target in steps:
            open_.add(edge.target)
            path.append((edge.target, iter(steps[edge.target])))

"""Cycles of records that are part of each other."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple


class Edge(NamedTuple):
    """A step to the record above, and the relation that states it."""

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

    def in_possible_cycles(self, records: int) -> Iterator[Edge]:
        """
        Yield the steps whose targets have a step of their own.

        Args:
            records: How many records there are in the collection.
        """
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


def cycle_closing_edges(edges: Iterable[Edge]) -> Iterator[Edge]:
    """
    Yield the step of each cycle that leads back onto the walk's path.

    >>> edges = [Edge(1, 2, 7), Edge(2, 1, 8), Edge(3, 1, 9)]
    >>> [edge.relation for edge in cycle_closing_edges(edges)]
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
    """Walk in depth from a record; a loop, since chains may be long."""
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

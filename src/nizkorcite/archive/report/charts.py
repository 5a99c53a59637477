"""Charts as numbers: bars with their lengths, and columns of a time line; templates draw them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from nizkorcite.archive.report.tally import Layer, Years

MOST_BARS: Final = 15
"""Bars of a chart of names; the others are one bar together."""

_MOST_COLUMNS: Final = 100
_MOST_MARKS: Final = 6
_STEPS: Final = (1, 10, 100, 1000)

Labelled = tuple[str, int, str]
"""A label, a number, and the number in words."""


@frozen
class Bar:
    """
    A bar.

    Attributes:
        label: The words beside it.
        value: The number in words.
        length: Its length, 0 to 100; `None` for what belongs to no group, or to many, which would
            dwarf the others.
    """

    label: str
    value: str
    length: float | None


@frozen
class Column:
    """
    The columns of one time.

    Attributes:
        label: The year or years.
        mark: The words below it; empty where there is no room for them.
        left, width: Its place, 0 to 100.
        numbers: The documents of each layer.
        heights: The heights of its columns, 0 to 100.
    """

    label: str
    mark: str
    left: float
    width: float
    numbers: Mapping[Layer, int]
    heights: Mapping[Layer, float]


@frozen
class TimeLine:
    """
    Documents over time, by layer.

    Attributes:
        columns: The columns from the first to the last year, also empty ones.
        step: Number of years of a column.
        highest: The number of documents that a column of full height stands for.
        vague: For each layer, the documents whose date spans more than one column.
    """

    columns: tuple[Column, ...]
    step: int
    highest: int
    vague: Mapping[Layer, int]


def bars(
    items: Sequence[Labelled], rest: Iterable[Labelled] = (), whole: int | None = None
) -> tuple[Bar, ...]:
    """
    Return bars for labels, numbers and the numbers in words, all to one scale.

    Args:
        items: The groups.
        rest: What belongs to no group, or to many.
        whole: The number of a bar of full length; the highest one if it is not given.

    >>> [each.length for each in bars([("a", 4, "4"), ("b", 1, "1")], [("others", 9, "9")])]
    [100.0, 25.0, None]
    """
    full = max((number for _, number, _ in items), default=0) if whole is None else whole
    return (
        *(Bar(label, words, _percent(number, full)) for label, number, words in items),
        *(Bar(label, words, None) for label, _, words in rest),
    )


def largest(counts: Mapping[str, int]) -> tuple[list[tuple[str, int]], list[int]]:
    """
    Return the groups with the most documents, and the numbers of the others.

    >>> largest({"b": 1, "a": 1, "c": 2})
    ([('c', 2), ('a', 1), ('b', 1)], [])
    """
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    most = len(ordered) if len(ordered) <= MOST_BARS + 1 else MOST_BARS
    return ordered[:most], [number for _, number in ordered[most:]]


def time_line(years: Mapping[Layer, Counter[Years]]) -> TimeLine | None:
    """
    Return documents over time; `None` if no date can be drawn.

    A column stands for a year, or for 10, 100 or 1000 if the years are many. What spans more than
    one column is drawn in none.
    """
    for step in _STEPS:
        found = {layer: _columns_of(counts, step) for layer, counts in years.items()}
        places = [place for counts in found.values() for place in counts]
        if places and max(places) - min(places) < _MOST_COLUMNS:
            vague = {layer: years[layer].total() - found[layer].total() for layer in years}
            return _drawn(found, range(min(places), max(places) + 1), step, vague)
    return None


def _columns_of(years: Counter[Years], step: int) -> Counter[int]:
    found = Counter[int]()
    for (first, last), number in years.items():
        if first // step == last // step:
            found[first // step] += number
    return found


def _drawn(
    found: Mapping[Layer, Counter[int]], places: range, step: int, vague: Mapping[Layer, int]
) -> TimeLine:
    highest = max(max(counts.values(), default=0) for counts in found.values())
    width = 100 / len(places)
    every = -(-len(places) // _MOST_MARKS)
    columns = tuple(
        Column(
            label=_label(place, step),
            mark="" if index % every else str(place * step),
            left=round(index * width, 3),
            width=round(width, 3),
            numbers={layer: counts[place] for layer, counts in found.items()},
            heights={layer: _percent(counts[place], highest) for layer, counts in found.items()},
        )
        for index, place in enumerate(places)
    )
    return TimeLine(columns, step, highest, vague)


def _label(place: int, step: int) -> str:
    first = place * step
    return str(first) if step == 1 else f"{first}\N{EN DASH}{first + step - 1}"


def _percent(number: int, whole: int) -> float:
    return round(100 * number / whole, 3) if whole else 0.0


def counted_by_class(
    spans: Mapping[tuple[int, int], int], highest: Sequence[int]
) -> tuple[list[int], int]:
    """
    Count spans by the class in which all of them lies.

    Args:
        spans: How many there are of each least and greatest number.
        highest: The highest number of each class but the last.

    Returns:
        The number in each class, and that of the spans that lie in more than one.

    >>> counted_by_class({(0, 0): 2, (3, 9): 1, (40, 50): 1}, [0, 7])
    ([2, 0, 1], 1)
    """
    classes, vague = [0] * (len(highest) + 1), 0
    for (least, greatest), number in spans.items():
        places = set(_classes((least, greatest), highest))
        if len(places) == 1:
            classes[places.pop()] += number
        else:
            vague += number
    return classes, vague


def _classes(numbers: Iterable[int], highest: Sequence[int]) -> Iterator[int]:
    for number in numbers:
        yield sum(number > each for each in highest)

"""A text in HTML in which the words that values were read from are marked."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from markupsafe import Markup, escape

from nizkorcite.display import shown_lines
from nizkorcite.record.model import Evidence

_MOST_NESTED = 16  # browsers flatten what is nested by the hundred


@frozen
class MarkedText:
    """
    A text with marks.

    Attributes:
        html: The text; the mark of evidence number 1 has the id ``m1``.
        numbers: Numbers of the evidence, from 1, that have a mark.
    """

    html: Markup
    numbers: frozenset[int]


@frozen
class _Mark:
    number: int
    start: int
    end: int


def marked_text(text: str, evidence: Sequence[Evidence], titles: Mapping[int, str]) -> MarkedText:
    """
    Mark the words of evidence that the text has at their place.

    Marks lie within each other as their words do; one that crosses the end of another is continued
    behind that end.

    Args:
        text: The text.
        evidence: The evidence of a document.
        titles: The tooltip of each mark, by the number of its evidence, from 1.

    >>> proof = Evidence(field="/title", method="page", quote="EFE", start=3, end=6)
    >>> print(marked_text("By EFE.", [proof], {1: "title"}).html)
    By <mark id="m1" title="title">EFE</mark>.
    """
    marks = list(_few_nested(sorted(_marks(text, evidence), key=_outer_first)))
    pieces = _pieces(text, marks, titles)
    return MarkedText(Markup("").join(pieces), frozenset(mark.number for mark in marks))


def _marks(text: str, evidence: Sequence[Evidence]) -> Iterator[_Mark]:
    for number, each in enumerate(evidence, start=1):
        if each.start is None or each.end is None or each.method == "markup":
            continue
        if text[each.start : each.end] == each.quote:
            yield _Mark(number, each.start, each.end)


def _outer_first(mark: _Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _few_nested(marks: Sequence[_Mark]) -> Iterator[_Mark]:
    ends: list[int] = []
    for mark in marks:
        ends = [end for end in ends if end > mark.start]
        if len(ends) < _MOST_NESTED and mark.start < mark.end:
            ends.append(mark.end)
            yield mark


def _pieces(text: str, marks: Sequence[_Mark], titles: Mapping[int, str]) -> Iterator[Markup]:
    place, stack = 0, list[_Mark]()
    for mark in (*marks, _Mark(0, len(text), len(text))):
        while stack and min(each.end for each in stack) <= mark.start:
            end = min(each.end for each in stack)
            yield _shown(text[place:end])
            yield from _ended(stack, end)
            place = end
        yield _shown(text[place : mark.start])
        place = mark.start
        if mark.number:
            stack.append(mark)
            yield Markup('<mark id="m{}" title="{}">').format(mark.number, titles[mark.number])


def _ended(stack: list[_Mark], end: int) -> Iterator[Markup]:
    """Close the marks that end here, and open again those that do not."""
    first = next(index for index, mark in enumerate(stack) if mark.end <= end)
    crossing = [mark for mark in stack[first:] if mark.end > end]
    yield Markup("</mark>") * (len(stack) - first)
    yield Markup("<mark>") * len(crossing)
    stack[first:] = crossing


def _shown(text: str) -> Markup:
    return escape(shown_lines(text))

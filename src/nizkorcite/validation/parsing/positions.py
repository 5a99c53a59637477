"""Where the values and names of a JSON text stand."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from attrs import frozen

from nizkorcite.record.json_types import path_of
from nizkorcite.validation.parsing.tokens import walk


class Span(NamedTuple):
    """A piece of a text, in code points from 0, the end exclusive."""

    start: int
    end: int


@frozen(kw_only=True)
class Positions:
    """
    Where values and names of a text stand.

    Attributes:
        values: The span of each value by its JSON Pointer.
        names: The span of each member's name, quotation marks included, by the member's JSON
            Pointer.
    """

    values: Mapping[str, Span]
    names: Mapping[str, Span]


def locate(text: str, pointers: Collection[str]) -> Positions:
    """
    Find where some values stand; of a name that stands twice, the last, which is the one read.

    Args:
        text: A JSON text.
        pointers: The JSON Pointers asked for. No others are kept, so that a large text with few
            findings needs little memory.

    Raises:
        BrokenError: The text is no JSON.

    >>> locate('{"a": [1, 2]}', ["/a", "/a/1"]).values
    {'/a': Span(start=6, end=12), '/a/1': Span(start=10, end=11)}
    """
    wanted = {tuple(path_of(pointer)): pointer for pointer in pointers}
    values: dict[str, Span] = {}
    names: dict[str, Span] = {}
    for part in walk(text):
        pointer = wanted.get(tuple(map(str, part.path)))
        if pointer is None:
            continue
        spans = names if part.kind == "name" else values
        start = spans[pointer].start if part.kind == "close" else part.start
        spans[pointer] = Span(start, part.end)
    return Positions(values=values, names=names)

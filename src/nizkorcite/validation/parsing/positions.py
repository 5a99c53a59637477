"""Places of the values and names of a JSON text."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from attrs import frozen

from nizkorcite.record.json_types import path_of
from nizkorcite.validation.parsing.tokens import tokens


class TextSpan(NamedTuple):
    """A piece of a text, in code points, the end exclusive."""

    start: int
    end: int


@frozen(kw_only=True)
class ValueSpans:
    """
    The spans of values and names of a text.

    Attributes:
        values: The span of each value by its JSON Pointer.
        names: The span of each member's name, quotation marks included, by the member's JSON
            Pointer.
    """

    values: Mapping[str, TextSpan]
    names: Mapping[str, TextSpan]


def locate(text: str, pointers: Collection[str]) -> ValueSpans:
    """
    Find the spans of some values.

    Of members with the same name the last counts, whose value is kept.

    Args:
        text: A JSON text.
        pointers: The JSON Pointers asked for. No others are kept, so that a large text with few
            findings needs little memory.

    Raises:
        JsonSyntaxError: The text is not JSON.

    >>> locate('{"a": [1, 2]}', ["/a", "/a/1"]).values
    {'/a': TextSpan(start=6, end=12), '/a/1': TextSpan(start=10, end=11)}
    """
    wanted = {tuple(path_of(pointer)): pointer for pointer in pointers}
    values: dict[str, TextSpan] = {}
    names: dict[str, TextSpan] = {}
    for token in tokens(text):
        pointer = wanted.get(tuple(map(str, token.path)))
        if pointer is None:
            continue
        spans = names if token.kind == "name" else values
        start = spans[pointer].start if token.kind == "close" else token.start
        spans[pointer] = TextSpan(start, token.end)
    return ValueSpans(values=values, names=names)

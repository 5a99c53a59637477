"""Places of the values and names of a JSON text."""

import json
import re
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from attrs import define, field, frozen

from nizkorcite.record.json_types import path_of
from nizkorcite.validation.parsing.tokens import STRING, string_value

_SPACE: Final = re.compile(r"[ \t\n\r]*+")
_NAME: Final = re.compile(rf"[ \t\n\r]*+({STRING})[ \t\n\r]*+:[ \t\n\r]*+", re.DOTALL)
# Finds the end of a value that nobody asked for; numbers of any length are left as they are.
_PASSED_OVER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)


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
        text: A JSON text that has been parsed; it may contain NaN, Infinity and names used twice.
        pointers: The JSON Pointers asked for. No others are kept, and values without one of them
            are passed over.

    >>> locate('{"a": [1, 2]}', ["/a", "/a/1"]).values
    {'/a/1': TextSpan(start=10, end=11), '/a': TextSpan(start=6, end=12)}
    """
    locator = _Locator(text, values={}, names={})
    locator.note_value(_after_space(text, 0), _wanted(pointers))
    return ValueSpans(values=locator.values, names=locator.names)


@define
class _Wanted:
    """
    A place in a record.

    Attributes:
        pointer: The pointer of the place, if it is asked for.
        inner: The places within it that lead to values asked for, by name or index.
    """

    pointer: str | None = None
    inner: "dict[str, _Wanted]" = field(factory=dict)


def _wanted(pointers: Collection[str]) -> _Wanted:
    root = _Wanted()
    for pointer in pointers:
        place = root
        for step in path_of(pointer):
            place = place.inner.setdefault(step, _Wanted())
        place.pointer = pointer
    return root


@define
class _Locator:
    """The spans found in a text so far; each method returns the offset after what it read."""

    text: str
    values: dict[str, TextSpan]
    names: dict[str, TextSpan]

    def note_value(self, start: int, wanted: _Wanted | None) -> int:
        """Note the spans asked for of a value and of the values in it."""
        if wanted is None:
            return _end_of_value(self.text, start)
        end = self._end_of(start, wanted)
        if wanted.pointer is not None:
            self.values[wanted.pointer] = TextSpan(start, end)
        return end

    def _end_of(self, start: int, wanted: _Wanted) -> int:
        if wanted.inner and self.text[start] == "{":
            return self._note_members(start + 1, wanted)
        if wanted.inner and self.text[start] == "[":
            return self._note_items(start + 1, wanted)
        return _end_of_value(self.text, start)

    def _note_members(self, at: int, wanted: _Wanted) -> int:
        while name := _NAME.match(self.text, at):
            inner = wanted.inner.get(string_value(name[1]))
            if inner and inner.pointer is not None:
                self.names[inner.pointer] = TextSpan(*name.span(1))
            at = _after_space(self.text, self.note_value(name.end(), inner)) + 1
            if self.text[at - 1] == "}":
                return at
        return _after_space(self.text, at) + 1  # of an empty object

    def _note_items(self, at: int, wanted: _Wanted) -> int:
        index, at = 0, _after_space(self.text, at)
        while self.text[at] != "]":
            at = _after_space(self.text, self.note_value(at, wanted.inner.get(str(index))))
            if self.text[at] == ",":
                index, at = index + 1, _after_space(self.text, at + 1)
        return at + 1


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _end_of_value(text: str, start: int) -> int:
    return _PASSED_OVER.raw_decode(text, start)[1]

"""Lines and columns of a text."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from attrs import field, frozen

from nizkorcite.messages import Message

_LINE_END: Final = re.compile(r"\r\n?|\n")


@frozen
class Place:
    """A line and a column, both from 1, the column in code points."""

    line: int
    column: int


@frozen
class Lines:
    """The lines of a text, ended by a line feed, a carriage return or both."""

    starts: Sequence[int] = field(repr=False)

    def place(self, offset: int) -> Place:
        r"""
        The line and column of an offset.

        >>> lines_of('{\n "a": 1}').place(8)
        Place(line=2, column=7)
        """
        line = bisect_right(self.starts, offset)
        return Place(line, offset - self.starts[line - 1] + 1)

    def told(self, offset: int, near: int) -> Message:
        r"""
        A place in words, for a finding at another: without a line where both are on the same.

        The record may be one line of a larger file, where its own lines are not counted.

        >>> print(lines_of("{\n  {").told(0, 4), "-", lines_of("{\n  {").told(4, 5))
        line 1, column 1 - column 3
        """
        place = self.place(offset)
        if place.line == self.place(near).line:
            return Message("column {column}", column=place.column)
        return Message("line {line}, column {column}", line=place.line, column=place.column)


ONE_LINE: Final = Lines((0,))


def lines_of(text: str) -> Lines:
    """The lines of any text."""
    starts = array("L", (0,))
    starts.extend(match.end() for match in _LINE_END.finditer(text))
    return Lines(starts)

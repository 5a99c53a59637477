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
class Position:
    """A line and a column, from 1, in code points."""

    line: int
    column: int


@frozen
class Lines:
    """The lines of a text; they may end as in any system."""

    starts: Sequence[int] = field(repr=False)

    def position(self, offset: int) -> Position:
        r"""
        Return the line and column of an offset.

        >>> lines_of('{\n "a": 1}').position(8)
        Position(line=2, column=7)
        """
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def position_in_words(self, offset: int, near: int) -> Message:
        r"""
        Describe a position; without its line if `near` is on it.

        The record may be one line of a larger file, where its own lines are not counted.

        >>> lines = lines_of("{\n  {")
        >>> print(lines.position_in_words(0, 4), "-", lines.position_in_words(4, 5))
        line 1, column 1 - column 3
        """
        position = self.position(offset)
        if position.line == self.position(near).line:
            return Message("column {column}", column=position.column)
        return Message("line {line}, column {column}", line=position.line, column=position.column)


ONE_LINE: Final = Lines((0,))
"""The lines of a text in which nothing ends a line."""


def lines_of(text: str) -> Lines:
    """Find the lines of a text."""
    starts = array("L", (0,))
    starts.extend(match.end() for match in _LINE_END.finditer(text))
    return Lines(starts)

"""
Where the values of a JSON text stand.

Own code: json gives no places, and json-source-map, twice as slow as this, does not see that a
name stands twice in one object. A text is scanned only when there is something to show.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_NAME_ESCAPES = str.maketrans({"~": "~0", "/": "~1"})


@frozen
class Place:
    """A line and a column, both from 1, the column in code points."""

    line: int
    column: int


@frozen(kw_only=True)
class Positions:
    """
    The places of a JSON text.

    Attributes:
        values: Offset of each value by its JSON Pointer.
        names: Offset of each member's name by the member's JSON Pointer.
        duplicates: JSON Pointer of each member that stands a second time, with the offsets of its
            name there and at its first place.
    """

    values: Mapping[str, int]
    names: Mapping[str, int]
    duplicates: tuple[tuple[str, int, int], ...]
    line_starts: tuple[int, ...] = field(repr=False)

    def place(self, offset: int) -> Place:
        r"""
        The line and column of an offset.

        >>> scan('{\n "a": 1}').place(8)
        Place(line=2, column=7)
        """
        line = bisect_right(self.line_starts, offset)
        return Place(line, offset - self.line_starts[line - 1] + 1)

    def of(self, pointer: str) -> Place:
        """The place of a value; where it is missing, of the nearest value that holds it."""
        while pointer and pointer not in self.values:
            pointer = pointer.rpartition("/")[0]
        return self.place(self.values.get(pointer, 0))

    def of_name(self, pointer: str) -> Place:
        """The place of a member's name, or of the value where it has none."""
        return self.place(self.names[pointer]) if pointer in self.names else self.of(pointer)


def scan(text: str) -> Positions:
    """
    Find the places of a valid JSON text.

    >>> scan('{"a": [1, 2]}').values["/a/1"]
    10
    """
    values: dict[str, int] = {}
    names: dict[str, int] = {}
    duplicates: list[tuple[str, int, int]] = []
    for pointer, name_at, value_at in _members(text):
        if name_at is not None and pointer in names:
            duplicates.append((pointer, name_at, names[pointer]))
        elif name_at is not None:
            names[pointer] = name_at
        values[pointer] = value_at
    return evolve(lines_of(text), values=values, names=names, duplicates=tuple(duplicates))


def lines_of(text: str) -> Positions:
    """The lines alone of a text that is no JSON."""
    starts = (0, *(match.end() for match in re.finditer("\n", text)))
    return Positions(values={}, names={}, duplicates=(), line_starts=starts)


class _Holder:
    """An object or array that is being read."""

    def __init__(self, pointer: str, *, is_array: bool) -> None:
        self.pointer = pointer
        self.index = 0 if is_array else None
        self.name: str | None = None
        self.name_at: int | None = None

    def member(self) -> tuple[str, int | None]:
        """The pointer of the value at hand, and where its name stands."""
        part = self.name if self.index is None else str(self.index)
        return f"{self.pointer}/{part}", self.name_at

    def go_on(self) -> None:
        """Pass a comma."""
        self.name = self.name_at = None
        if self.index is not None:
            self.index += 1


def _members(text: str) -> Iterator[tuple[str, int | None, int]]:
    """Each value with its pointer, the offset of its name, and its own."""
    stack: list[_Holder] = []
    for match in _TOKEN.finditer(text):
        sign, holder = match[0], stack[-1] if stack else None
        if sign in "]}":
            stack.pop()
        elif sign == ",":
            stack[-1].go_on()
        elif holder and holder.index is None and holder.name is None:
            holder.name = _unquoted(sign).translate(_NAME_ESCAPES)
            holder.name_at = match.start()
        elif sign != ":":
            pointer, name_at = holder.member() if holder else ("", None)
            yield pointer, name_at, match.start()
            if sign in "[{":
                stack.append(_Holder(pointer, is_array=sign == "["))


def _unquoted(name: str) -> str:
    return str(json.loads(name)) if "\\" in name else name[1:-1]

"""
The parts of a JSON text, one after the other.

Own code: the json module gives no places, words its errors otherwise in each release of Python and
keeps silent about a name that stands twice; json-source-map needs 1.04 ms for a record of 3.5 kB
and does not see such names either. A text is walked only when there is something to show.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from nizkorcite.validation.parsing.syntax_errors import (
    PARTNER,
    Expected,
    Stop,
    broken,
    check_text,
    check_word,
)

# Possessive, so that a long text needs neither memory nor a second look.
TEXT: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_TOKEN: Final = re.compile(
    rf'[ \t\n\r]*+(?:(?P<sign>[\[\]{{}},:])|(?P<text>{TEXT})|(?P<word>[^\s\[\]{{}},:"]++)'
    r"|(?P<end>\Z)|(?P<other>.))",
    re.DOTALL,
)
_VALUE: Final = frozenset(("[", "{", "text", "word"))
_ALLOWED: Final[Mapping[Expected, frozenset[str]]] = {
    "value": _VALUE,
    "first item": _VALUE | {"]"},
    "name": frozenset(("text",)),
    "first name": frozenset(("text", "}")),
    "colon": frozenset((":",)),
    "comma": frozenset((",", "]", "}")),
    "nothing": frozenset(("end",)),
}


class Part(NamedTuple):
    """
    A part of a JSON text.

    Attributes:
        kind: ``open`` and ``close`` of an object or list, ``name`` of a member, ``value``: a text,
            number or word.
        start, end: Its span.
        path: Names and indices of the value, or of the member that is named; it changes with the
            next part.
    """

    kind: Literal["open", "close", "name", "value"]
    start: int
    end: int
    path: Sequence[str | int]


def walk(text: str) -> Iterator[Part]:
    """
    Go through the parts of a JSON text (RFC 8259, and the words NaN and Infinity) in order.

    Raises:
        BrokenError: The text is no JSON; what stands before has been gone through.

    >>> [(part.kind, list(part.path)) for part in walk('{"a": 1}')]
    [('open', []), ('name', ['a']), ('value', ['a']), ('close', [])]
    """
    return _Walk(text).parts()


class _Walk:
    """A walk through a text, and where it has come to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.expected: Expected = "value"
        self.opened: list[int] = []
        self.path: list[str | int] = []

    def parts(self) -> Iterator[Part]:
        for match in _TOKEN.finditer(self.text):
            sort = str(match.lastgroup)
            start, end = match.span(sort)
            kind = match[sort] if sort == "sign" else sort
            if kind not in _ALLOWED[self.expected] or self.closes_another(kind):
                raise broken(self.stop(kind, start, end))
            if kind == "end":
                return
            yield from self.passed(kind, start, end)

    def stop(self, kind: str, start: int, end: int) -> Stop:
        opened = self.opened[-1] if self.opened else None
        return Stop(self.text, self.expected, opened, kind, start, end)

    def closes_another(self, kind: str) -> bool:
        return kind in ("]", "}") and self.text[self.opened[-1]] != PARTNER[kind]

    def passed(self, kind: str, start: int, end: int) -> Iterator[Part]:
        if kind in ("[", "{"):
            yield Part("open", start, end, self.path)
            self.opened.append(start)
            self.path.append(0 if kind == "[" else "")
            self.expected = "first item" if kind == "[" else "first name"
        elif kind in ("]", "}"):
            self.opened.pop()
            self.path.pop()
            self.value_ends()
            yield Part("close", start, end, self.path)
        elif kind == ",":
            self.comma()
        elif kind == ":":
            self.expected = "value"
        elif self.expected in ("name", "first name"):
            check_text(self.text, start, end)
            self.path[-1] = unquoted(self.text[start:end])
            self.expected = "colon"
            yield Part("name", start, end, self.path)
        else:
            (check_text if kind == "text" else check_word)(self.text, start, end)
            self.value_ends()
            yield Part("value", start, end, self.path)

    def value_ends(self) -> None:
        self.expected = "comma" if self.opened else "nothing"

    def comma(self) -> None:
        last = self.path[-1]
        if isinstance(last, int):
            self.path[-1] = last + 1
        self.expected = "value" if isinstance(last, int) else "name"


def unquoted(token: str) -> str:
    """The value of a text of JSON that has no faults."""
    return str(json.loads(token)) if "\\" in token else token[1:-1]

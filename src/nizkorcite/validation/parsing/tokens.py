"""
Tokens of a JSON text with their places.

Own code: the json module gives no places, words its errors differently in each release of Python
and accepts a name used twice; json-source-map needs 1.04 ms for a record of 3.5 kB and does not
report such names either. A text is split into tokens only where the json module finds a fault.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from nizkorcite.validation.parsing.syntax_errors import (
    PARTNER,
    Expected,
    Stop,
    check_string,
    check_word,
    syntax_error,
)

# Possessive, so that a long string needs neither memory nor backtracking.
STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_TOKEN: Final = re.compile(
    rf'[ \t\n\r]*+(?:(?P<sign>[\[\]{{}},:])|(?P<text>{STRING})|(?P<word>[^\s\[\]{{}},:"]++)'
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


class Token(NamedTuple):
    """
    A token of a JSON text.

    Attributes:
        kind: ``open`` and ``close`` of an object or list, ``name`` of a member, ``value``: a
            string, number or word.
        start, end: The span of the token, in code points.
        path: Names and indices that lead to the value or to the named member; the list changes
            with the next token.
    """

    kind: Literal["open", "close", "name", "value"]
    start: int
    end: int
    path: Sequence[str | int]


def tokens(text: str) -> Iterator[Token]:
    """
    Yield the tokens of a JSON text in order.

    The grammar is that of RFC 8259 with the words NaN and Infinity.

    Raises:
        JsonSyntaxError: The text is not JSON; the tokens before the error have been yielded.

    >>> [(token.kind, list(token.path)) for token in tokens('{"a": 1}')]
    [('open', []), ('name', ['a']), ('value', ['a']), ('close', [])]
    """
    return _Tokenizer(text).tokens()


class _Tokenizer:
    """The state of a text that is being split into tokens."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.expected: Expected = "value"
        self.opened: list[int] = []
        self.path: list[str | int] = []

    def tokens(self) -> Iterator[Token]:
        for match in _TOKEN.finditer(self.text):
            sort = str(match.lastgroup)
            start, end = match.span(sort)
            kind = match[sort] if sort == "sign" else sort
            if kind not in _ALLOWED[self.expected] or self.closes_another(kind):
                raise syntax_error(self.stop(kind, start, end))
            if kind == "end":
                return
            yield from self.accept(kind, start, end)

    def stop(self, kind: str, start: int, end: int) -> Stop:
        opened = self.opened[-1] if self.opened else None
        return Stop(self.text, self.expected, opened, kind, start, end)

    def closes_another(self, kind: str) -> bool:
        return kind in ("]", "}") and self.text[self.opened[-1]] != PARTNER[kind]

    def accept(self, kind: str, start: int, end: int) -> Iterator[Token]:
        if kind in ("[", "{"):
            yield Token("open", start, end, self.path)
            self.opened.append(start)
            self.path.append(0 if kind == "[" else "")
            self.expected = "first item" if kind == "[" else "first name"
        elif kind in ("]", "}"):
            self.opened.pop()
            self.path.pop()
            self.end_value()
            yield Token("close", start, end, self.path)
        elif kind == ",":
            self.comma()
        elif kind == ":":
            self.expected = "value"
        elif self.expected in ("name", "first name"):
            check_string(self.text, start, end)
            self.path[-1] = string_value(self.text[start:end])
            self.expected = "colon"
            yield Token("name", start, end, self.path)
        else:
            (check_string if kind == "text" else check_word)(self.text, start, end)
            self.end_value()
            yield Token("value", start, end, self.path)

    def end_value(self) -> None:
        self.expected = "comma" if self.opened else "nothing"

    def comma(self) -> None:
        last = self.path[-1]
        if isinstance(last, int):
            self.path[-1] = last + 1
        self.expected = "value" if isinstance(last, int) else "name"


def string_value(token: str) -> str:
    """Return the value of a JSON string without faults."""
    return str(json.loads(token)) if "\\" in token else token[1:-1]

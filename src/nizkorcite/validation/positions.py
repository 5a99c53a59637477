"""
The parts of a JSON text and where they stand.

Own code: the json module gives no places, words its errors otherwise in each release of Python and
keeps silent about a name that stands twice; json-source-map needs 1.04 ms for a record of 3.5 kB
and does not see such names either. A text is walked only when there is something to show.
"""

import json
import re
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from attrs import field, frozen

from nizkorcite.messages import Message
from nizkorcite.pointers import path_of
from nizkorcite.validation.words import quoted

# Possessive, so that a long text needs neither memory nor a second look.
TEXT: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_TOKEN: Final = re.compile(
    rf'[ \t\n\r]*+(?:(?P<sign>[\[\]{{}},:])|(?P<text>{TEXT})|(?P<word>[^\s\[\]{{}},:"]++)'
    r"|(?P<end>\Z)|(?P<other>.))",
    re.DOTALL,
)
_LINE_END: Final = re.compile(r"\r\n?|\n")
_IN_TEXT: Final = re.compile(
    r'(?P<control>[\x00-\x1f])|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}|(?P<bad>.))'
)
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_COMMENTS: Final = ("//", "/*", "#")
_OTHER_QUOTES: Final = "'\u2018\u2019\u201c\u201d`"
_FILES: Final = (".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".gz")
_NUMBER_LIKE: Final = re.compile(r"[+-]?\.?[0-9]")
_LEADING: Final = re.compile(r"\A(?:\+|(-))?0*(?=[0-9])")
_LONGEST_NUMBER: Final = 40
_WORDS: Final = ("true", "false", "null", "NaN", "Infinity", "-Infinity")
# What Python, JavaScript and YAML write for a value that JSON spells in another way.
_TRUE, _FALSE = Message("write {text}", text="true"), Message("write {text}", text="false")
_LEAVE_OUT = Message("leave the member out")
_MEANT: Final = {"True": _TRUE, "TRUE": _TRUE, "False": _FALSE, "FALSE": _FALSE,
                 "None": _LEAVE_OUT, "undefined": _LEAVE_OUT}  # fmt: skip
_PARTNER: Final = {"]": "[", "}": "{", "[": "]", "{": "}"}

_Expected = Literal["value", "first item", "name", "first name", "colon", "comma", "nothing"]
_VALUE: Final = frozenset(("[", "{", "text", "word"))
_ALLOWED: Final[Mapping[_Expected, frozenset[str]]] = {
    "value": _VALUE,
    "first item": _VALUE | {"]"},
    "name": frozenset(("text",)),
    "first name": frozenset(("text", "}")),
    "colon": frozenset((":",)),
    "comma": frozenset((",", "]", "}")),
    "nothing": frozenset(("end",)),
}


class BrokenError(ValueError):
    """
    A text is no JSON.

    Attributes:
        offset: Where it was noticed.
        problem: What is wrong, in words.
        hint: What to do.
    """

    def __init__(self, offset: int, problem: Message, hint: Message | None = None) -> None:
        super().__init__(offset, problem, hint)
        self.offset = offset
        self.problem = problem
        self.hint = hint


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
        self.expected: _Expected = "value"
        self.opened: list[int] = []
        self.path: list[str | int] = []

    def parts(self) -> Iterator[Part]:
        for match in _TOKEN.finditer(self.text):
            sort = str(match.lastgroup)
            start, end = match.span(sort)
            kind = match[sort] if sort == "sign" else sort
            if kind not in _ALLOWED[self.expected] or self.closes_another(kind):
                raise _complaint(self, kind, start, end)
            if kind == "end":
                return
            yield from self.passed(kind, start, end)

    def closes_another(self, kind: str) -> bool:
        return kind in ("]", "}") and self.text[self.opened[-1]] != _PARTNER[kind]

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
            _check_text(self.text, start, end)
            self.path[-1] = unquoted(self.text[start:end])
            self.expected = "colon"
            yield Part("name", start, end, self.path)
        else:
            (_check_text if kind == "text" else _check_word)(self.text, start, end)
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


def _check_text(text: str, start: int, end: int) -> None:
    for match in _IN_TEXT.finditer(text, start, end - 1):
        if match["bad"]:
            problem = Message("{text} is no escape", text=quoted(match[0])[1:-1])
            raise BrokenError(match.start(), problem, Message(r"write \\ for a backslash"))
        if match["control"] in ("\n", "\r"):
            problem = Message("the text that begins here is not closed on its line")
            hint = Message(r'close it with ", or write a line break as \n')
            raise BrokenError(start, problem, hint)
        if match["control"]:
            code = ord(match["control"])
            escape = r"\t" if match["control"] == "\t" else rf"\u{code:04x}"
            problem = Message("a text holds the control character {code}", code=f"U+{code:04X}")
            raise BrokenError(match.start(), problem, Message("write {text}", text=escape))


def _check_word(text: str, start: int, end: int) -> None:
    word = text[start:end]
    if word not in _WORDS and not _NUMBER.fullmatch(word):
        raise _wrong_word(word, start)


def _wrong_word(word: str, offset: int) -> BrokenError:
    if word.startswith(_COMMENTS):
        hint = Message("take the comment away; members of your own begin with x_")
        return BrokenError(offset, Message("JSON has no comments"), hint)
    if word[0] in _OTHER_QUOTES:
        problem = Message("{sign} is no quotation mark of JSON", sign=word[0])
        return BrokenError(offset, problem, Message("write {text}", text='"'))
    shown = quoted(word)[1:-1]
    if _NUMBER_LIKE.match(word):
        problem = Message("{text} is no number of JSON", text=shown)
        return BrokenError(offset, problem, _number_meant(word))
    if word.startswith("<"):
        hint = Message("of a page, `nizkorcite read` makes a record")
        return BrokenError(offset, Message("JSON does not begin with <"), hint)
    if word.endswith(_FILES):
        hint = Message("give a file as a pathlib.Path, not as a text")
        return BrokenError(offset, Message("{text} is no value of JSON", text=shown), hint)
    hint = _MEANT.get(word, Message("put a text in quotation marks"))
    return BrokenError(offset, Message("{text} is no value of JSON", text=shown), hint)


def _number_meant(word: str) -> Message:
    """The hint to write a number without plus sign and leading zeros, if that makes it one."""
    plain = _LEADING.sub(r"\1", word)
    if len(plain) <= _LONGEST_NUMBER and _NUMBER.fullmatch(plain):
        return Message("write {text}", text=plain)
    return Message("put a text in quotation marks")


def _complaint(at: _Walk, kind: str, start: int, end: int) -> BrokenError:
    """Why a part can not stand where it does."""
    found = at.text[start:end]
    if kind == "end":
        return _unfinished(at, start)
    if kind == "other":
        return _stray(found, start)
    if kind == "word" and found.startswith((*_COMMENTS, *_OTHER_QUOTES)):
        return _wrong_word(found, start)
    if at.expected == "nothing":
        hint = Message("a file of several records has one a line and a name in .jsonl")
        return BrokenError(start, Message("the record ends before this"), hint)
    if kind in ("]", "}") and at.expected in ("name", "value") and _after_comma(at.text, start):
        problem = Message("a comma stands before {sign}", sign=kind)
        return BrokenError(start, problem, Message("take away the comma"))
    return _missing(at, kind, start, found)


def _missing(at: _Walk, kind: str, start: int, found: str) -> BrokenError:
    shown = found if len(found) == 1 else quoted(found.strip('"'))
    if at.expected == "colon":
        hint = Message('write ":" before {text}', text=shown)
        return BrokenError(start, Message("a colon is missing after the name"), hint)
    if at.expected == "comma" and kind in ("]", "}"):
        problem = Message(
            "{sign} closes no {partner}: open is {opened}",
            sign=kind,
            partner=_PARTNER[kind],
            opened=_last_opened(at, start),
        )
        return BrokenError(start, problem, Message("write {text}", text=_closing(at)))
    if at.expected == "comma" and kind != ":":
        hint = Message("write a comma before {text}", text=shown)
        return BrokenError(start, Message("a comma is missing here"), hint)
    if at.expected in ("name", "first name"):
        name = Message("write {text}", text=quoted(found)) if kind == "word" else None
        problem = Message("{text} stands where a name in quotation marks must", text=shown)
        return BrokenError(start, problem, name)
    if at.expected == "comma":
        return BrokenError(start, Message("{text} stands where a comma must", text=shown))
    return BrokenError(start, Message("{text} stands where a value must", text=shown))


def _after_comma(text: str, offset: int) -> bool:
    return text[:offset].rstrip(" \t\n\r").endswith(",")


def _unfinished(at: _Walk, offset: int) -> BrokenError:
    if not at.opened:
        return BrokenError(offset, Message("the text ends before there is a value"))
    problem = Message("the text ends, but {opened} is open", opened=_last_opened(at, offset))
    return BrokenError(offset, problem, Message("close it with {text}", text=_closing(at)))


def _last_opened(at: _Walk, near: int) -> Message:
    opened = at.opened[-1]
    place = lines_of(at.text).told(opened, near)
    return Message("the {sign} at {place}", sign=at.text[opened], place=place)


def _closing(at: _Walk) -> str:
    return _PARTNER[at.text[at.opened[-1]]]


def _stray(found: str, offset: int) -> BrokenError:
    if found == '"':
        hint = Message("close it with {text}", text='"')
        return BrokenError(offset, Message("the text that begins here is not closed"), hint)
    problem = Message(
        "the character {code} stands outside quotation marks", code=f"U+{ord(found):04X}"
    )
    return BrokenError(offset, problem, Message("take it away, or write a space"))

r"""
From a stream of bytes to the records in it, in memory that does not grow with the stream.

A stream holds one record, records one a line (JSON Lines), or a list of records. Records are handed
on in portions, since a portion is worth sending to another process and a record is not.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from attrs import frozen

from nizkorcite.validation.limits import MAXIMUM_BYTES

BLOCK = 1 << 18
HEAD = 1 << 16
# A portion of very short records would have very many findings.
MAXIMUM_LINES = 1024
LINE_NAMES = (".jsonl", ".ndjson")
YAML_NAMES = (".yaml", ".yml")

_MARK = b"\xef\xbb\xbf"
_BLANK = b" \t\r\n"
_WIDE = re.compile(
    rb"\xff\xfe|\xfe\xff|\0\0\0[^\0]|\0[^\0]\0[^\0]|[^\0]\0\0\0|[^\0]\0[^\0]\0", re.DOTALL
)
_BEGINS_WITH_RECORD = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[^\n]*\}[ \t\r]*\n\s*\S")
_LINE_END = re.compile(rb"\r\n?|\n")
# What stands between two brackets, texts among it; possessive, so that no byte is looked at twice.
_BETWEEN = rb'(?:[^"\[\]{}%s]++|"(?:[^"\\]++|\\.)*+")*+'
_NEXT_BRACKET = re.compile(_BETWEEN % b"" + rb"([\[\]{}])", re.DOTALL)
_NEXT_SIGN = re.compile(_BETWEEN % b"," + rb"([\[\]{},])", re.DOTALL)
_UNFINISHED = re.compile(_BETWEEN % b"", re.DOTALL)


class Stream(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


@frozen(kw_only=True)
class Portion:
    """
    A piece of a stream that can be judged alone.

    Attributes:
        text: The text of one record.
        lines: In its place: the lines of a stream that has a record a line.
        record: The number of its first record, from 1; `None` where the stream is one record.
        line, column: Where it begins in the stream, from 1.
        is_yaml: Whether it is a file in YAML, whose documents are its records.
        is_outline: Whether it is no record: a broken list, with 0 for each of its records.
    """

    text: bytes = b""
    lines: Sequence[bytes] = ()
    record: int | None = None
    line: int = 1
    column: int = 1
    is_yaml: bool = False
    is_outline: bool = False


def portions(stream: Stream, name: str = "") -> Iterator[Portion]:
    r"""
    The records of a stream.

    Args:
        stream: What is read.
        name: A name that ends in ``.jsonl`` or ``.ndjson`` says that there is a record a line.

    Raises:
        OSError: It can not be read further; what was read before has been handed on.

    >>> from io import BytesIO
    >>> [portion.text for portion in portions(BytesIO(b'[{"a": 1}, {}]'))]
    [b'{"a": 1}', b'{}']
    """
    head = _head(stream)
    if name.lower().endswith(YAML_NAMES):
        return _whole(stream, head, is_yaml=True)
    if is_wide(head):
        return _whole(stream, head)
    if has_record_a_line(name, head):
        return _lines(stream, head)
    if head.removeprefix(_MARK).lstrip(_BLANK).startswith(b"["):
        return _Items(stream, head).portions()
    return _whole(stream, head)


def has_record_a_line(name: str, head: bytes) -> bool:
    r"""
    Whether a stream has a record a line, by its name or its beginning.

    >>> has_record_a_line("a.jsonl", b""), has_record_a_line("a.json", b"{}\n{}")
    (True, True)
    """
    if is_wide(head):
        return False
    return name.lower().endswith(LINE_NAMES) or bool(_BEGINS_WITH_RECORD.match(head))


def is_wide(data: bytes) -> bool:
    """
    Whether a text is in UTF-16 or UTF-32: by its byte order mark, or by where zeros stand among
    its first four bytes (RFC 4627, section 3).

    >>> is_wide("{}".encode("utf-16-le")), is_wide(b"{}")
    (True, False)
    """
    return bool(_WIDE.match(data))


def _head(stream: Stream) -> bytes:
    """So much of a stream that it tells how records stand in it, however slowly it comes."""
    head = b""
    while len(head) < HEAD and (block := stream.read(BLOCK)):
        head += block
    return head


def _whole(stream: Stream, head: bytes, *, is_yaml: bool = False) -> Iterator[Portion]:
    while len(head) <= MAXIMUM_BYTES and (block := stream.read(BLOCK)):
        head += block
    yield Portion(text=head, is_yaml=is_yaml)


def _lines(stream: Stream, block: bytes) -> Iterator[Portion]:
    number, rest = 1, b""
    while block:
        lines = block.split(b"\n")
        lines[0] = rest + lines[0]
        rest = lines.pop()
        for start in range(0, len(lines), MAXIMUM_LINES):
            part = lines[start : start + MAXIMUM_LINES]
            yield Portion(lines=part, record=number, line=number)
            number += len(part)
        if len(rest) > MAXIMUM_BYTES:
            yield Portion(text=rest, record=number, line=number)
            number, rest, block = number + 1, b"", _after_line(stream)
        else:
            block = stream.read(BLOCK)
    if rest:
        yield Portion(lines=[rest], record=number, line=number)


def _after_line(stream: Stream) -> bytes:
    """What follows the line that is being read, whatever its length."""
    while block := stream.read(BLOCK):
        _, end, rest = block.partition(b"\n")
        if end:
            return rest
    return b""


class _Items:
    """The items of a list, cut apart at the commas between them."""

    def __init__(self, stream: Stream, head: bytes) -> None:
        start = head.index(b"[") + 1
        self.stream = stream
        self.buffer = head
        self.start = start
        self.line, self.column = 1, 1
        self.pass_over(head[:start].removeprefix(_MARK))
        self.marked = head.startswith(_MARK)
        self.number = 0
        self.is_unfinished = False

    def portions(self) -> Iterator[Portion]:
        """
        The items one by one; where the list itself is broken, that is the last portion.

        A list that ends within an item is told of the item, and not a second time.
        """
        if self.marked:
            yield Portion(text=_MARK + b"[]", is_outline=True)
        before = b"["
        while True:
            item, sign = self.item()
            self.skip_blanks(item)
            text = item.strip(_BLANK)
            if text:
                self.number += 1
                yield Portion(text=text, record=self.number, line=self.line, column=self.column)
                self.pass_over(item[len(item) - len(item.lstrip(_BLANK)) :])
                before = b"[0"
            if sign == b"," and text:
                self.pass_over(sign)
                before = b"[0,"
            elif sign == b"]" and before != b"[0,":
                yield from self.rest()
                return
            else:
                if sign or not self.is_unfinished:
                    yield self.outline(before, sign)
                return

    def item(self) -> tuple[bytes, bytes]:
        """The text up to the next sign of the list itself, and that sign; none at the end."""
        depth, at = 0, self.start
        while True:
            match = (_NEXT_BRACKET if depth else _NEXT_SIGN).match(self.buffer, at)
            if match is None:
                at -= self.start
                if len(self.buffer) - self.start > MAXIMUM_BYTES:
                    return self.too_large(depth, at)
                if not self.fill():
                    return self.last(depth, at), b""
                continue
            at, sign = match.end(), match[1]
            if not depth and sign in b",]}":
                text = self.taken(at - 1)
                self.start = at
                return text, sign
            depth += 1 if sign in b"[{" else -1

    def last(self, depth: int, at: int) -> bytes:
        """The text up to the end of the stream: whole, or with a bracket or text still open."""
        is_open = depth > 0 or not _UNFINISHED.fullmatch(self.buffer, at)
        text = self.taken(len(self.buffer))
        stripped = text.strip(_BLANK)
        self.is_unfinished = is_open or stripped[:1] + stripped[-1:] == b"{]"
        return text

    def taken(self, end: int) -> bytes:
        """What has not been handed on, up to an offset."""
        text = self.buffer[self.start : end]
        self.start = end
        return text

    def fill(self) -> bool:
        """Read on, if there is more, and forget what has been handed on."""
        # As much again, so that a long text is not looked through over and over.
        block = self.stream.read(max(BLOCK, len(self.buffer) - self.start))
        self.buffer = self.buffer[self.start :] + block
        self.start = 0
        return bool(block)

    def too_large(self, depth: int, at: int) -> tuple[bytes, bytes]:
        """The beginning of an item that is too large; the rest of it is read and let go."""
        text = self.taken(len(self.buffer))
        self.buffer, self.start = _kept(text[at:]), 0
        while self.fill():
            at = 0
            while match := (_NEXT_BRACKET if depth else _NEXT_SIGN).match(self.buffer, at):
                at, sign = match.end(), match[1]
                if not depth and sign in b",]}":
                    self.start = at
                    return text, sign
                depth += 1 if sign in b"[{" else -1
            self.buffer = _kept(self.buffer[at:])
        self.is_unfinished = True
        return text, b""

    def skip_blanks(self, item: bytes) -> None:
        """Move to where an item begins."""
        self.pass_over(item[: len(item) - len(item.lstrip(_BLANK))])

    def pass_over(self, text: bytes) -> None:
        """Move over a text."""
        ends = list(_LINE_END.finditer(text)) if b"\r" in text else []
        count = len(ends) if ends else text.count(b"\n")
        if count:
            last = ends[-1].end() if ends else text.rindex(b"\n") + 1
            self.line, self.column, text = self.line + count, 1, text[last:]
        self.column += len(text.decode("utf-8", "replace"))

    def rest(self) -> Iterator[Portion]:
        """What follows the list, which is nothing where the text is right."""
        self.pass_over(b"]")
        while True:
            left = self.taken(len(self.buffer))
            self.skip_blanks(left)
            if found := left.lstrip(_BLANK):
                yield self.outline(b"[0] ", found[:1])
                return
            if not self.fill():
                return

    def outline(self, before: bytes, sign: bytes) -> Portion:
        """The list with 0 for its items, up to the sign that must not stand where it does."""
        column = self.column - len(before)
        return Portion(text=before + sign, line=self.line, column=column, is_outline=True)


def _kept(text: bytes) -> bytes:
    """Of an item that is let go, what tells whether a text is open: its quotation mark."""
    if b'"' not in text:
        return b""
    match = _UNFINISHED.match(text)
    text = text[match.end() :] if match else text
    slashes = len(text) - len(text.rstrip(b"\\"))
    return text[:1] + b"\\" * (slashes % 2)

"""
Split a list of any length into its records.

Own code: ijson, which reads lists from streams, hands out values; a finding needs the text of each
record and its place in the stream.
"""

import re
from collections.abc import Iterator

from nizkorcite.validation.input.chunk import BLANK, BLOCK, MARK, Chunk, Stream
from nizkorcite.validation.input.limits import MAXIMUM_RECORD_BYTES

_LINE_END = re.compile(rb"\r\n?|\n")
# Anything between two brackets, strings included; possessive, so that no byte is read twice.
# (?!) never matches: it takes Python before 3.11.5 back to where an unfinished string begins
# (gh-106052).
_BETWEEN = rb'(?:[^"\[\]{}%s]++|"(?:[^"\\]++|\\.)*+"|(?!))*+'
_NEXT_BRACKET = re.compile(_BETWEEN % b"" + rb"([\[\]{}])", re.DOTALL)
_NEXT_SIGN = re.compile(_BETWEEN % b"," + rb"([\[\]{},])", re.DOTALL)
_UNFINISHED = re.compile(_BETWEEN % b"", re.DOTALL)


class JsonArray:
    """A list in a stream, split at the commas between its items."""

    def __init__(self, stream: Stream, head: bytes) -> None:
        start = head.index(b"[") + 1
        self.stream = stream
        self.buffer = head
        self.start = start
        self.line, self.column = 1, 1
        self.advance_over(head[:start].removeprefix(MARK))
        self.has_mark = head.startswith(MARK)
        self.number = 0
        self.is_unfinished = False

    def chunks(self) -> Iterator[Chunk]:
        """
        Yield the items one by one, and an outline of a broken list.

        A list that ends within an item has a fault of the item, and not another of the list.
        """
        if self.has_mark:
            yield Chunk(text=MARK + b"[]", is_outline=True)
        before = b"["
        while True:
            item, sign = self.next_item()
            self.advance_over_blanks(item)
            text = item.strip(BLANK)
            if text:
                self.number += 1
                yield Chunk(text=text, record=self.number, line=self.line, column=self.column)
                self.advance_over(item[len(item) - len(item.lstrip(BLANK)) :])
                before = b"[0"
            if sign == b"," and text:
                self.advance_over(sign)
                before = b"[0,"
            elif sign == b"]" and before != b"[0,":
                yield from self.after_list()
                return
            elif sign or not self.is_unfinished:
                yield self.outline(before, sign)
                return
            else:
                return

    def next_item(self) -> tuple[bytes, bytes]:
        """Return the next item, and the sign of the list after it."""
        depth, at = 0, self.start
        while True:
            match = (_NEXT_BRACKET if depth else _NEXT_SIGN).match(self.buffer, at)
            if match is None:
                at -= self.start
                if len(self.buffer) - self.start > MAXIMUM_RECORD_BYTES:
                    return self.skip_large_item(depth, at)
                if not self.fill():
                    return self.last_item(depth, at), b""
                continue
            at, sign = match.end(), match[1]
            if not depth and sign in b",]}":
                text = self.take_until(at - 1)
                self.start = at
                return text, sign
            depth += 1 if sign in b"[{" else -1

    def last_item(self, depth: int, at: int) -> bytes:
        """Return the text up to the end; note whether it is unfinished."""
        is_open = depth > 0 or not _UNFINISHED.fullmatch(self.buffer, at)
        text = self.take_until(len(self.buffer))
        stripped = text.strip(BLANK)
        # Brackets are counted whatever their kind: an object without its closing brace ends with
        # the bracket of the list. The object has that fault, and the list is complete.
        self.is_unfinished = is_open or stripped[:1] + stripped[-1:] == b"{]"
        return text

    def take_until(self, end: int) -> bytes:
        """Return the text up to an offset, and move on."""
        text = self.buffer[self.start : end]
        self.start = end
        return text

    def fill(self) -> bool:
        """Read on; return whether there was more."""
        # As much again, so that a long item is not searched over and over.
        block = self.stream.read(max(BLOCK, len(self.buffer) - self.start))
        self.buffer = self.buffer[self.start :] + block
        self.start = 0
        return bool(block)

    def skip_large_item(self, depth: int, at: int) -> tuple[bytes, bytes]:
        """Return the beginning of an item that is too large; skip its rest."""
        text = self.take_until(len(self.buffer))
        self.buffer, self.start = _open_string(text[at:]), 0
        while self.fill():
            at = 0
            while match := (_NEXT_BRACKET if depth else _NEXT_SIGN).match(self.buffer, at):
                at, sign = match.end(), match[1]
                if not depth and sign in b",]}":
                    self.start = at
                    return text, sign
                depth += 1 if sign in b"[{" else -1
            self.buffer = _open_string(self.buffer[at:])
        self.is_unfinished = True
        return text, b""

    def advance_over_blanks(self, item: bytes) -> None:
        """Move the line and column over the white space before an item."""
        self.advance_over(item[: len(item) - len(item.lstrip(BLANK))])

    def advance_over(self, text: bytes) -> None:
        """Move the line and column over a text."""
        ends = list(_LINE_END.finditer(text)) if b"\r" in text else []
        count = len(ends) if ends else text.count(b"\n")
        if count:
            last = ends[-1].end() if ends else text.rindex(b"\n") + 1
            self.line, self.column, text = self.line + count, 1, text[last:]
        self.column += len(text.decode("utf-8", "replace"))

    def after_list(self) -> Iterator[Chunk]:
        """Yield an outline of the list where more than white space follows."""
        self.advance_over(b"]")
        while True:
            left = self.take_until(len(self.buffer))
            self.advance_over_blanks(left)
            if found := left.lstrip(BLANK):
                yield self.outline(b"[0] ", found[:1])
                return
            if not self.fill():
                return

    def outline(self, before: bytes, sign: bytes) -> Chunk:
        """Return the list with 0 for its items, up to a misplaced sign."""
        column = self.column - len(before)
        return Chunk(text=before + sign, line=self.line, column=column, is_outline=True)


def _open_string(text: bytes) -> bytes:
    """Keep only the quotation mark of a string that is open."""
    if b'"' not in text:
        return b""
    match = _UNFINISHED.match(text)
    text = text[match.end() :] if match else text
    slashes = len(text) - len(text.rstrip(b"\\"))
    return text[:1] + b"\\" * (slashes % 2)

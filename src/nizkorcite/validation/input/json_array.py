"""The records of a list in a stream, one by one, however long the list is."""

import re
from collections.abc import Iterator

from nizkorcite.validation.input.chunk import BLANK, BLOCK, MARK, Portion, Stream
from nizkorcite.validation.input.limits import MAXIMUM_BYTES

_LINE_END = re.compile(rb"\r\n?|\n")
# What stands between two brackets, texts among it; possessive, so that no byte is looked at twice.
# (?!) never matches: it takes Python before 3.11.5 back to where a text begins that does not end
# (gh-106052).
_BETWEEN = rb'(?:[^"\[\]{}%s]++|"(?:[^"\\]++|\\.)*+"|(?!))*+'
_NEXT_BRACKET = re.compile(_BETWEEN % b"" + rb"([\[\]{}])", re.DOTALL)
_NEXT_SIGN = re.compile(_BETWEEN % b"," + rb"([\[\]{},])", re.DOTALL)
_UNFINISHED = re.compile(_BETWEEN % b"", re.DOTALL)


class ListItems:
    """The items of a list, cut apart at the commas between them."""

    def __init__(self, stream: Stream, head: bytes) -> None:
        start = head.index(b"[") + 1
        self.stream = stream
        self.buffer = head
        self.start = start
        self.line, self.column = 1, 1
        self.pass_over(head[:start].removeprefix(MARK))
        self.marked = head.startswith(MARK)
        self.number = 0
        self.is_unfinished = False

    def portions(self) -> Iterator[Portion]:
        """
        The items one by one; where the list itself is broken, that is the last portion.

        A list that ends within an item is told of the item, and not a second time.
        """
        if self.marked:
            yield Portion(text=MARK + b"[]", is_outline=True)
        before = b"["
        while True:
            item, sign = self.item()
            self.skip_blanks(item)
            text = item.strip(BLANK)
            if text:
                self.number += 1
                yield Portion(text=text, record=self.number, line=self.line, column=self.column)
                self.pass_over(item[len(item) - len(item.lstrip(BLANK)) :])
                before = b"[0"
            if sign == b"," and text:
                self.pass_over(sign)
                before = b"[0,"
            elif sign == b"]" and before != b"[0,":
                yield from self.rest()
                return
            elif sign or not self.is_unfinished:
                yield self.outline(before, sign)
                return
            else:
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
        stripped = text.strip(BLANK)
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
        self.pass_over(item[: len(item) - len(item.lstrip(BLANK))])

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
            if found := left.lstrip(BLANK):
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

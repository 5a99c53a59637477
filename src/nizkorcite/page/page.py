"""Pages as text with lines and spans."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import overload

from attrs import field, frozen

from nizkorcite.page.charset import decode, wide_charset
from nizkorcite.page.file_types import refuse_binary, refuse_other_kinds
from nizkorcite.page.flat_markup import read_flat_markup
from nizkorcite.page.html import PageMarkup, read_markup
from nizkorcite.record.constraints import CharsetSource

_TAG = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|frameset|article|section|main|title|meta|table|tr|td|center|font|div|span|p|br|hr|pre|ul|ol|li|b|i|h[1-6]|img|a)"
    r"(?:\s[^<>]*)?/?)>",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:\s++|<!--.*?-->|<(style|script)\b[^<>]*>.*?</\1\s*>)++", re.IGNORECASE | re.DOTALL
)
_HEAD = 8192
# Soft hyphens, spaces and joiners without width, and marks of writing direction are invisible and
# would split words; joiners of letters (U+200C, U+200D) are part of a word.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# Each control character becomes one other code point, so that spans stay valid.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAKS = re.compile("\r\n?|\x85|\u2028|\u2029")
_PLAIN = bytes((*range(32, 127), *b"\t\n"))
# None of these; matching a whole text takes a seventh of the time of three searches, and matching
# its rare characters a third of that.
_PRINTABLE = re.compile(
    "[^\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]*+"
)
# White space of Unicode, table pipes, and marks without width.
_EDGES = (
    "|\t \x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)


@frozen
class Span:
    """
    A range of a page's visible text.

    Attributes:
        start, end: Code points from 0, end exclusive.
    """

    start: int
    end: int


@frozen
class Line:
    """
    A line of a page's visible text.

    Attributes:
        number: From 1.
        span: Range of the words, without white space and table pipes at the line's ends; empty
            for a blank line.
        words: The text of the span.
        raw: The whole line.
    """

    number: int
    span: Span
    words: str
    raw: str

    @property
    def cells(self) -> tuple[str, ...]:
        """
        The words between table pipes, without empty cells.

        >>> Page.from_bytes(b"| Bookshop | Donate | ||").lines[0].cells
        ('Bookshop', 'Donate')
        """
        return tuple(cell for cell in (part.strip() for part in self.words.split("|")) if cell)


class PageLines(Sequence[Line]):
    """
    PageLines of a text, each made when it is asked for: readers need few of a page's lines.

    Args:
        text: The text.
        starts: Offset of each line of the text.
        indices: The lines that the sequence has.
    """

    def __init__(
        self,
        text: str,
        starts: Sequence[int],
        indices: range,
        made: dict[int, Line] | None = None,
    ) -> None:
        self._text = text
        self._starts = starts
        self._indices = indices
        self._made = {} if made is None else made  # some are asked for several times

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._indices)

    @overload
    def __getitem__(self, at: int) -> Line: ...

    @overload
    def __getitem__(self, at: slice) -> "PageLines": ...

    def __getitem__(self, at: int | slice) -> "Line | PageLines":
        """Return a line by its index, or some of the lines."""
        if isinstance(at, slice):
            return PageLines(self._text, self._starts, self._indices[at], self._made)
        index = self._indices[at]
        line = self._made.get(index)
        if line is None:
            line = self._made[index] = self._line(index)
        return line

    def _line(self, index: int) -> Line:
        start = self._starts[index]
        is_last = index + 1 == len(self._starts)
        raw = self._text[start : len(self._text) if is_last else self._starts[index + 1] - 1]
        if not raw:  # most lines of a page
            return Line(index + 1, Span(start, start), "", "")
        words = raw.strip(_EDGES)
        first = start + len(raw) - len(raw.lstrip(_EDGES))
        return Line(index + 1, Span(first, first + len(words)), words, raw)


@frozen(kw_only=True)
class Page:
    r"""
    A saved page.

    Attributes:
        text: The visible text; a function of the bytes and the encoding alone.
        sha256, byte_length: Digest and number of the bytes.
        media_type: ``text/html`` or ``text/plain``.
        charset, charset_from: Encoding of the bytes, and the source of that encoding.
        markup: Metadata of an HTML page; empty for plain text.

    >>> Page.from_bytes(b"<title>T</title><p>one<p>two").text
    'one\n\ntwo'
    """

    text: str = field(repr=False)
    sha256: str
    byte_length: int
    media_type: str
    charset: str
    charset_from: CharsetSource
    markup: PageMarkup = field(repr=False)

    @classmethod
    def from_bytes(
        cls,
        data: bytes,
        *,
        charset: str | None = None,
        charset_from: CharsetSource = "given",
        media_type: str | None = None,
    ) -> "Page":
        """
        Read bytes as a page of HTML or plain text.

        Args:
            data: The bytes as saved, at most 64 MiB.
            charset: The encoding, if stated by a person, an HTTP header or a record.
            charset_from: Source of `charset`.
            media_type: ``text/html`` or ``text/plain``, if stated; otherwise recognized by tags.

        Raises:
            PageError: The bytes are empty, too many, or not text (a PDF, an image, an archive), or
                `charset` is unknown.
        """
        if media_type != "text/plain" or data.strip():  # prints of pictures have no text
            refuse_other_kinds(data)
        known = charset or wide_charset(data[:4096])
        refuse_binary(data, known)
        decoded = decode(data, known, charset_from if charset else "detected")
        is_html = media_type == "text/html" if media_type else _has_tags(decoded.text)
        markup = _markup(decoded.text) if is_html else PageMarkup(text=decoded.text)
        return cls(
            text=_printable(markup.text),
            sha256=hashlib.sha256(data).hexdigest(),
            byte_length=len(data),
            media_type="text/html" if is_html else "text/plain",
            charset=decoded.charset,
            charset_from=decoded.charset_from,
            markup=markup,
        )

    @cached_property
    def lines(self) -> PageLines:
        """The lines of the text; the line numbered n has index n - 1."""
        return PageLines(self.text, self._line_starts, range(len(self._line_starts)))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        ends = accumulate(map(len, self.text.split("\n")))
        return (0, *(end + breaks for breaks, end in enumerate(ends, 1)))[:-1]

    def line_number_at(self, offset: int) -> int:
        """Return the number, from 1, of the line at a code point of the text."""
        return bisect_right(self._line_starts, offset)

    def quote(self, span: Span) -> str:
        """Return the words of a span unchanged."""
        return self.text[span.start : span.end]


def _has_tags(text: str) -> bool:
    """Recognize HTML near its start, past the scripts and styles that templates put first."""
    leading = _LEADING.match(text)
    start = leading.end() if leading else 0
    return bool(_TAG.search(text, start, start + _HEAD))


def _markup(html: str) -> PageMarkup:
    return read_flat_markup(html) or read_markup(html)


def _printable(text: str) -> str:
    rare = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    if _PRINTABLE.fullmatch(rare.decode("utf-8", "surrogatepass")):
        return text
    return _CONTROLS.sub("\ufffd", _BREAKS.sub("\n", _INVISIBLE.sub("", text)))

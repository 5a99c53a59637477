"""Chunks of a stream of records, and the records of a chunk."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Protocol

from attrs import frozen

BLOCK: Final = 1 << 18
"""How many bytes are read at a time."""

MARK: Final = b"\xef\xbb\xbf"
"""The byte order mark in UTF-8."""

BLANK: Final = b" \t\r\n"
"""The white space of JSON (RFC 8259, section 2)."""


class Stream(Protocol):
    """A source of bytes."""

    def read(self, size: int, /) -> bytes:
        """Read at most this many bytes; at the end none."""
        ...


@frozen(kw_only=True)
class Chunk:
    """
    A part of a stream with whole records.

    Attributes:
        text: The text of one record.
        lines: Instead of a text: lines of JSON Lines, a record each.
        record: Number of the first record, from 1; `None` where the stream is one record.
        line, column: Where the chunk begins in the stream, from 1.
        is_yaml: Whether the text is a file in YAML, whose documents are its records.
        is_outline: Whether the text is a broken list with 0 for each of its records.
    """

    text: bytes = b""
    lines: Sequence[bytes] = ()
    record: int | None = None
    line: int = 1
    column: int = 1
    is_yaml: bool = False
    is_outline: bool = False


class RecordBytes(NamedTuple):
    """
    The bytes of one record, and their place in a stream.

    Attributes:
        data: The bytes; a line of JSON Lines without its line feed.
        number: Number of the record, from 1; `None` where the stream is one record.
        line, column: Where the record begins in the stream, from 1.
        is_line: Whether the record is a line of JSON Lines.
    """

    data: bytes
    number: int | None = None
    line: int = 1
    column: int = 1
    is_line: bool = False


def records(chunk: Chunk) -> Iterator[RecordBytes]:
    """
    Yield the records of a chunk, unparsed.

    Blank lines are skipped, and an outline has no records.

    >>> [record.number for record in records(Chunk(lines=[b"{}", b"", b"{}"], record=1))]
    [1, 3]
    """
    if not chunk.lines and not chunk.is_outline:
        yield RecordBytes(chunk.text, chunk.record, chunk.line, chunk.column)
    for number, line in enumerate(chunk.lines, chunk.line):
        if line and not line.isspace():
            yield RecordBytes(line, number, number, 1, True)

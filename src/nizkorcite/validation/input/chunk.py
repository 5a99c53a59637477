"""A portion of a stream of records, and what a stream is."""

from collections.abc import Sequence
from typing import Final, Protocol

from attrs import frozen

BLOCK: Final = 1 << 18
"""So many bytes are read at a time."""

MARK: Final = b"\xef\xbb\xbf"
"""The byte order mark in UTF-8."""

BLANK: Final = b" \t\r\n"
"""The white space of JSON (RFC 8259, section 2)."""


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

"""
Members of a compressed archive file, one after the other.

A WARC file is compressed record by record (ISO 28500:2017, annex D), so that a member is a record,
and a damaged one costs no other. A member's checksum is verified before anything of it is used.
"""

from collections.abc import Iterator
from typing import Final, Literal, Protocol

from attrs import frozen

from nizkorcite.saved_forms.limits import PAGE_BYTES
from nizkorcite.web_archives.archive_bytes import ArchiveBytes

MOST_UNPACKED: Final = PAGE_BYTES + (1 << 20)
"""The longest member that is unpacked whole: a page with its heads."""
LONG_CHUNK: Final = 1 << 15
SHORT_CHUNK: Final = 1 << 6
PART: Final = 1 << 20
"""The most bytes that are unpacked at once."""
_RATIO: Final = 200  # a longer member may unpack to so many times its size; text seldom reaches 20


class MemberError(Exception):
    """
    A member that cannot be unpacked.

    Attributes:
        problem: It is damaged, cut off, or grows beyond all measure.
    """

    def __init__(self, problem: Literal["damaged", "cut off", "bomb"]) -> None:
        super().__init__(problem)
        self.problem = problem


@frozen
class Member:
    """
    A member unpacked.

    Attributes:
        data: Its bytes.
        end: Where the member ends; `None` if it is longer than `MOST_UNPACKED`, and only its first
            bytes were unpacked.
    """

    data: bytes
    end: int | None


class Packing(Protocol):
    """A kind of compression."""

    @property
    def mark(self) -> bytes:
        """The bytes that each member begins with."""

    def parts(
        self, source: ArchiveBytes, offset: int, chunk: int = LONG_CHUNK
    ) -> Iterator[tuple[bytes, int]]:
        """
        Unpack the member at an offset, in parts of at most `PART` bytes.

        Args:
            source: The file.
            offset: Where the member begins.
            chunk: How many bytes to read at once.

        Yields:
            A part, with the end of the bytes that it was unpacked from.

        Raises:
            MemberError: The member is damaged or cut off.
        """

    def lost_records(self, source: ArchiveBytes, end: int, first: "Beginning") -> int:
        """
        Count the records in bytes that cannot be unpacked.

        Args:
            source: The file.
            end: The end of the bytes; a sound member or the end of the file follows.
            first: What is known of the member that they begin with.
        """


@frozen(kw_only=True)
class Beginning:
    """
    The beginning of a member that cannot be unpacked whole.

    Attributes:
        start: Where the member begins.
        data: Its first bytes, unpacked.
        packed_end: The end of what they were unpacked from.
        stated: How many bytes its record has, head included, as the head states; `None` if it has
            no head.
    """

    start: int
    data: bytes
    packed_end: int
    stated: int | None = None


def unpacked_member(packing: Packing, source: ArchiveBytes, offset: int) -> Member:
    """
    Unpack the member at an offset, if it is no longer than `MOST_UNPACKED`.

    Raises:
        MemberError: The member is damaged or cut off.
    """
    parts: list[bytes] = []
    length, end = 0, offset
    for part, end in packing.parts(source, offset):  # noqa: B007 - the last end is the member's
        parts.append(part)
        length += len(part)
        if length > MOST_UNPACKED:
            return Member(b"".join(parts), None)
    return Member(b"".join(parts), end)


def bounded_parts(
    packing: Packing, source: ArchiveBytes, offset: int
) -> Iterator[tuple[bytes, int]]:
    """
    Unpack a member of any length, unless it is a decompression bomb.

    Raises:
        MemberError: The member is damaged, cut off, or a bomb.
    """
    length = 0
    for part, end in packing.parts(source, offset):
        length += len(part)
        if length > MOST_UNPACKED + (end - offset) * _RATIO:
            raise MemberError("bomb")
        yield part, end


def first_bytes(packing: Packing, source: ArchiveBytes, offset: int, most: int) -> Beginning:
    """Unpack the first bytes of a member, as far as they can be unpacked."""
    parts: list[bytes] = []
    length, end = 0, offset
    try:
        for part, end in packing.parts(source, offset, SHORT_CHUNK):  # noqa: B007 - the last end
            parts.append(part)
            length += len(part)
            if length >= most:
                break
    except MemberError:
        pass
    return Beginning(start=offset, data=b"".join(parts), packed_end=end)


def member_offsets(packing: Packing, source: ArchiveBytes, start: int) -> Iterator[int]:
    """Find the offsets, from a place on, at which a member may begin."""
    position = start
    while block := source.read_at(position, PART):
        found = block.find(packing.mark)
        while found >= 0:
            yield position + found
            found = block.find(packing.mark, found + 1)
        position += max(1, len(block) - len(packing.mark) + 1)

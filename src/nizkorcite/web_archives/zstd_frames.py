"""
Zstandard frames (RFC 8878), as in .warc.zst files.

The first frame of a file may hold a dictionary for all others (WARC with Zstandard 1.0, IIPC).
"""

from collections.abc import Iterator
from types import ModuleType
from typing import Final

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.limits import compression_package
from nizkorcite.web_archives.archive_bytes import ArchiveBytes
from nizkorcite.web_archives.packed_members import LONG_CHUNK, PART, Beginning, MemberError

FRAME: Final = b"\x28\xb5\x2f\xfd"
_SKIPPABLE: Final = range(0x184D2A50, 0x184D2A60)
DICTIONARY: Final = b"\x5d\x2a\x4d\x18"
_MOST_DICTIONARY: Final = 1 << 24
_SMALLEST: Final = 200  # no record with its head is packed to less
_LARGEST_WINDOW: Final = 1 << 27  # what the program zstd accepts
_RAW, _RLE, _PACKED, _RESERVED = range(4)


class ZstdFrames:
    """
    Zstandard as a kind of compression (`packed_members.Packing`).

    Args:
        dictionary: The dictionary of the file; empty if there is none.

    Raises:
        InputError: The extra ``warc`` is missing.
    """

    mark = FRAME

    def __init__(self, dictionary: bytes = b"") -> None:
        self._zstandard = _zstandard()
        self._dictionary = self._zstandard.ZstdCompressionDict(dictionary) if dictionary else None

    def parts(
        self, source: ArchiveBytes, offset: int, chunk: int = LONG_CHUNK
    ) -> Iterator[tuple[bytes, int]]:
        """Unpack the frame at an offset; one that is to be skipped is empty."""
        end = _skippable_end(source, offset)
        if end is not None:
            yield b"", end
            return
        frame = _Frame(source, offset, frame_end(source, offset), chunk)
        unpacker = self._zstandard.ZstdDecompressor(
            dict_data=self._dictionary, max_window_size=_LARGEST_WINDOW
        )
        reader = unpacker.stream_reader(frame, read_size=chunk)
        try:
            while part := reader.read(PART):
                yield part, frame.position
        except self._zstandard.ZstdError as error:
            raise MemberError("damaged") from error
        yield b"", frame.end

    def lost_records(self, source: ArchiveBytes, end: int, first: Beginning) -> int:
        """Count the records by the end of the first frame, where its heads show that."""
        try:
            first_end = frame_end(source, first.start)
        except MemberError:
            return 1
        return 1 + int(first_end + _SMALLEST < end)


def read_dictionary(source: ArchiveBytes) -> bytes:
    """
    Return the dictionary that a file begins with; empty if there is none.

    Raises:
        InputError: The dictionary is damaged, or the extra ``warc`` is missing.
    """
    if source.read_at(0, 4) != DICTIONARY:
        return b""
    length = int.from_bytes(source.read_at(4, 4), "little")
    data = source.read_at(8, min(length, _MOST_DICTIONARY))
    if not data.startswith(FRAME):
        return data
    module = _zstandard()
    try:
        unpacked: bytes = module.ZstdDecompressor().decompress(
            data, max_output_size=_MOST_DICTIONARY
        )
    except module.ZstdError as error:
        raise InputError(Message("the dictionary at its start is damaged")) from error
    return unpacked


def frame_end(source: ArchiveBytes, offset: int) -> int:
    """
    Find the end of a frame by its heads, without unpacking it (RFC 8878, section 3.1.1).

    Raises:
        MemberError: The heads make no sense, or the file ends before the frame.
    """
    head = source.read_at(offset, 18)
    if len(head) < 6 or not head.startswith(FRAME):  # noqa: PLR2004 - the shortest head
        raise MemberError("cut off" if FRAME.startswith(head[:4]) else "damaged")
    descriptor = head[4]
    position = offset + _frame_head_length(descriptor)
    is_last = False
    while not is_last:
        block = source.read_at(position, 3)
        is_last, kind, length = _block(int.from_bytes(block, "little"))
        if len(block) < 3:  # noqa: PLR2004 - the head of a block
            raise MemberError("cut off")
        if kind == _RESERVED:
            raise MemberError("damaged")
        position += 3 + (1 if kind == _RLE else length)
    position += 4 if descriptor & 4 else 0
    if not source.read_at(position - 1, 1):
        raise MemberError("cut off")
    return position


def _frame_head_length(descriptor: int) -> int:
    is_single = bool(descriptor & 0x20)
    size = (1 if is_single else 0, 2, 4, 8)[descriptor >> 6]
    return 5 + (0 if is_single else 1) + (0, 1, 2, 4)[descriptor & 3] + size


def _block(head: int) -> tuple[bool, int, int]:
    return bool(head & 1), (head >> 1) & 3, head >> 3


def _skippable_end(source: ArchiveBytes, offset: int) -> int | None:
    head = source.read_at(offset, 8)
    if int.from_bytes(head[:4], "little") not in _SKIPPABLE:
        return None
    return offset + 8 + int.from_bytes(head[4:], "little")


class _Frame:
    """The bytes of a frame as a file."""

    def __init__(self, source: ArchiveBytes, start: int, end: int, chunk: int) -> None:
        self._source = source
        self.position = start
        self.end = end
        self._chunk = chunk

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        most = self._chunk if size < 0 else size
        data = self._source.read_at(self.position, min(most, self.end - self.position))
        self.position += len(data)
        return data


def _zstandard() -> ModuleType:
    return compression_package("zstandard", "Zstandard")

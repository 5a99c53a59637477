"""
Opening a file of records: plain or compressed, and the same at the end as at the beginning.

Whatever keeps a file from being read to its end is an `OSError`, also broken compression.
"""

import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast

from attrs import frozen

from nizkorcite.errors import InputError
from nizkorcite.messages import Message

CHANGED = Message("it changed while it was read")
COMPRESSED = b"\x1f\x8b"
_ENDING = ".gz"
_BUFFER = 1 << 17


@frozen
class RecordFile:
    """
    An opened file of records.

    Attributes:
        name: Its name without the ending of compression: it tells how the records stand in it.
    """

    name: str
    _file: BinaryIO
    _bytes: BinaryIO

    @property
    def position(self) -> int:
        """How many bytes of the file have been read, compressed as they are; 0 of a pipe."""
        return self._bytes.tell() if self._bytes.seekable() else 0

    def read(self, size: int = -1, /) -> bytes:
        """
        Read on, decompressed; at most so many bytes.

        Raises:
            OSError: The file cannot be read further.
        """
        try:
            return self._file.read(size)
        except (EOFError, OSError, zlib.error) as error:
            raise _told(error) from error


def _told(error: Exception) -> OSError:
    """What keeps compressed data from being read, in our words; other errors as they are."""
    from gzip import BadGzipFile  # only compressed files need it

    if isinstance(error, EOFError):
        return InputError(Message("the compressed data is cut off"))
    if isinstance(error, OSError) and not isinstance(error, BadGzipFile):
        return error
    return InputError(Message("the compressed data is broken"))


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[RecordFile]:
    """
    Open a file of records, compressed (gzip) or not.

    Raises:
        OSError: It cannot be opened or read, or it changed in the meantime.
    """
    with open(path, "rb") as file:
        before = state_of(file)
        yield unpacked(file, os.fspath(path))
        if state_of(file) != before:
            raise InputError(CHANGED)


def unpacked(file: BufferedReader, name: str) -> RecordFile:
    """A file of records that is open already; what is compressed begins in a way of its own."""
    inner = name[: -len(_ENDING)] if name.lower().endswith(_ENDING) else name
    if file.peek(len(COMPRESSED))[: len(COMPRESSED)] != COMPRESSED:
        return RecordFile(inner, file, file)
    from gzip import GzipFile  # only compressed files need it

    plain = BufferedReader(cast(RawIOBase, GzipFile(fileobj=file)), _BUFFER)
    return RecordFile(inner, cast(BinaryIO, plain), file)


def state_of(file: BufferedReader) -> tuple[int, int]:
    """What tells whether a file has changed: its size, and when it was written; not of a pipe."""
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        return 0, 0
    return status.st_size, status.st_mtime_ns

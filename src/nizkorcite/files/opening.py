"""
Opening an input: a file or standard input, compressed or not.

All failures to read an input to its end are an `OSError`, broken compression included.
"""

import errno
import os
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase, UnsupportedOperation
from typing import IO, Final, cast

from nizkorcite.errors import InputError
from nizkorcite.files.kinds import HEAD, kind_of, refuse_unless_page, refuse_unless_record
from nizkorcite.messages import Message

CHANGED: Final = Message("it changed while it was read")
GZIP_START: Final = b"\x1f\x8b"  # RFC 1952, section 2.3.1
_ENDING = ".gz"
_BUFFER = 1 << 17


class InputFile:
    """
    An open input whose first bytes can be inspected before they are read.

    Attributes:
        name: The name of the input, without ``.gz``.
        head: The first `HEAD` bytes, decompressed; fewer if the input is shorter.
        is_compressed: Whether the input is compressed (gzip).
    """

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.name = name[: -len(_ENDING)] if name.lower().endswith(_ENDING) else name
        self._raw = _Inspected(file)
        self.is_compressed = self._raw.head.startswith(GZIP_START)
        self._file = file
        self._data = _Inspected(_decompressed(self._raw)) if self.is_compressed else self._raw
        self.head = self._data.head

    @property
    def state(self) -> tuple[int, int]:
        """Size and time of an uncompressed file; zeros for others."""
        return (0, 0) if self.is_compressed else state_of(self._file)

    @property
    def position(self) -> int:
        """Number of bytes read so far, before decompression; 0 for a pipe."""
        return self._file.tell() if self._file.seekable() else 0

    def read(self, size: int = -1, /) -> bytes:
        """
        Read at most so many bytes more, decompressed.

        Raises:
            OSError: The file cannot be read further.
        """
        self._raw.forget()
        return self._data.read(size)

    def read_rest(self, most: int) -> bytes:
        """
        Read all bytes that are left, decompressed, but no more than a number.

        Raises:
            OSError: The file cannot be read further.
        """
        ahead = self.read(most)  # the bytes that were inspected
        return ahead + self.read(most - len(ahead))

    def read_as_kept(self) -> bytes:
        """
        Read all bytes of the file without decompressing any.

        Raises:
            OSError: The file cannot be read further.
        """
        return self._raw.read_from_start()


class _Inspected:
    """A stream whose first bytes were read ahead, however slowly a pipe delivers them."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._start: list[bytes] | None = []
        self.head = self._ahead = self._read(HEAD)

    def forget(self) -> None:
        """Keep no more of what was read."""
        self._start = None

    def read_from_start(self) -> bytes:
        rest = self._read(-1)
        return b"".join(self._start or [rest])

    def read(self, size: int = -1, /) -> bytes:
        ahead = self._ahead if size < 0 else self._ahead[:size]
        self._ahead = self._ahead[len(ahead) :]
        if size < 0:
            return ahead + self._read(size)
        return ahead or self._read(size)

    def _read(self, size: int) -> bytes:
        try:
            data = self._file.read(size)
        except (EOFError, OSError, zlib.error) as error:
            raise _compression_error(error) from error
        if self._start is not None:
            self._start.append(data)
        return data


def _decompressed(raw: _Inspected) -> IO[bytes]:
    from gzip import GzipFile  # few inputs are compressed

    plain = GzipFile(fileobj=cast(IO[bytes], raw))
    return BufferedReader(cast(RawIOBase, plain), _BUFFER)


def _compression_error(error: Exception) -> OSError:
    """Describe an error of decompression; return any other error."""
    from gzip import BadGzipFile

    if isinstance(error, EOFError):
        return InputError(Message("the compressed data is cut off"))
    if isinstance(error, OSError) and not isinstance(error, BadGzipFile):
        return error
    return InputError(Message("the compressed data is damaged"))


@contextmanager
def open_input(path: str | os.PathLike[str]) -> Iterator[InputFile]:
    """
    Open a file, or standard input if the path is ``-``.

    Raises:
        OSError: The file cannot be opened or read, or it changed in the meantime.
    """
    if path == "-":
        yield InputFile(sys.stdin.buffer, path)
        return
    if "\0" in os.fspath(path):  # in a list of names; `open` raises a `ValueError`
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    with open(path, "rb") as file:
        before = state_of(file)
        yield InputFile(file, os.fspath(path))
        if state_of(file) != before:
            raise InputError(CHANGED)


@contextmanager
def open_page(path: str | os.PathLike[str]) -> Iterator[InputFile]:
    """
    Open a page.

    Raises:
        OSError: As for `open_input`, or the input is recognized as another kind.
        PageError: The input is a binary file.
    """
    with open_input(path) as file:
        refuse_unless_page(kind_of(file.name, file.head), file.head)
        yield file


@contextmanager
def open_records(path: str | os.PathLike[str]) -> Iterator[InputFile]:
    """
    Open an input of records.

    Raises:
        OSError: As for `open_input`, or the input is recognized as another kind.
    """
    with open_input(path) as file:
        refuse_unless_record(file.name, file.head)
        yield file


def state_of(file: IO[bytes]) -> tuple[int, int]:
    """Size and modification time of a file; zeros for a pipe and for bytes in memory."""
    try:
        status = os.fstat(file.fileno())
    except UnsupportedOperation:
        return 0, 0
    if not stat.S_ISREG(status.st_mode):
        return 0, 0
    return status.st_size, status.st_mtime_ns

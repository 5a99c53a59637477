"""
The writes of an archive: each function is one step, and says what survives a loss of power.

POSIX promises the content of a file after `fsync` of the file, and its name after `fsync` of its
folder (fsync(2), rename(2)). Own functions over `os`, because the tests stop a run at each call of
them, and drop what was not synced.
"""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress

_WHOLE = 1 << 20
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""A link in the place of a file that is written into would lead out of the archive."""


class NewFile:
    """
    A file that is being written; nothing of it survives before `sync`.

    Args:
        path: The file.
        watch: Called with each block of bytes before it is written.

    Raises:
        FileExistsError: The file exists.
        OSError: The file cannot be made.
    """

    def __init__(self, path: str, watch: Callable[[bytes], object] = lambda _block: None) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self._descriptor = os.open(path, flags, 0o666)
        self._watch = watch
        self._waiting: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> None:
        """Write bytes, a megabyte at a time."""
        self._waiting.append(data)
        self._size += len(data)
        if self._size >= _WHOLE:
            self._flush()

    def sync(self) -> None:
        """Write all bytes to the disk, so that they survive."""
        self._flush()
        os.fsync(self._descriptor)

    def close(self) -> None:
        """Close the file, which stays as it is."""
        os.close(self._descriptor)

    def _flush(self) -> None:
        waiting, self._waiting, self._size = self._waiting, [], 0
        block = b"".join(waiting)
        self._watch(block)
        _write_all(self._descriptor, block)


def write_synced(path: str, pieces: Iterable[bytes]) -> None:
    """
    Write a new file and sync its content.

    Raises:
        OSError: The file exists or cannot be written.
    """
    file = NewFile(path)
    try:
        for piece in pieces:
            file.write(piece)
        file.sync()
    finally:
        file.close()


def write_anew(path: str, pieces: Iterable[bytes]) -> None:
    """
    Write a file in the place of what a stopped run left, and sync its content.

    Raises:
        OSError: The file cannot be written.
    """
    with suppress(FileNotFoundError):
        remove(path)
    write_synced(path, pieces)


def append(path: str, data: bytes) -> None:
    """
    Append bytes to a file, and sync them.

    Raises:
        OSError: They cannot be written, or not all of them: the file may have a part of them.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | NO_LINK | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666)
    try:
        _write_all(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def truncate(path: str, size: int) -> None:
    """
    Cut a file, and sync its new length.

    Raises:
        OSError: The file cannot be changed.
    """
    descriptor = os.open(path, os.O_WRONLY | NO_LINK | getattr(os, "O_BINARY", 0))
    try:
        os.ftruncate(descriptor, size)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def rename(old: str, new: str) -> None:
    """
    Give a file another name, replacing what has that name; it survives after `sync_folder`.

    Raises:
        OSError: The file cannot be renamed.
    """
    os.replace(old, new)


def link(old: str, new: str) -> None:
    """
    Give a file a second name; where there are no hard links, make a copy.

    Raises:
        OSError: The file cannot be read, or the name exists.
    """
    try:
        os.link(old, new)
    except OSError:
        with open(old, "rb") as file:
            write_synced(new, iter(lambda: file.read(_WHOLE), b""))


def remove(path: str) -> None:
    """
    Remove a file.

    Raises:
        OSError: The file cannot be removed.
    """
    os.unlink(path)


def make_folder(path: str) -> None:
    """
    Make a folder, unless there is one; it survives after `sync_folder` of the one above.

    Raises:
        OSError: The folder cannot be made.
    """
    if not os.path.isdir(path):
        os.mkdir(path)


def sync_folder(path: str) -> None:
    """
    Sync the names in a folder.

    Raises:
        OSError: The system refuses.
    """
    if sys.platform == "win32":  # NTFS keeps names in order by itself, and opens no folder
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]

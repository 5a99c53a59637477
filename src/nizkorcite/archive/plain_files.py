"""Files of an archive as they are read: ordinary ones alone."""

import os
import stat
from io import BufferedReader

from nizkorcite.errors import ArchiveError, DamagedArchiveError, FileError, problem_of
from nizkorcite.messages import Message

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


def open_plain(folder: str, path: str) -> BufferedReader:
    """
    Open a file of an archive for reading.

    Opening a pipe would wait for a writer, and reading a device need not end.

    Args:
        folder: The archive.
        path: The file, relative to the archive.

    Raises:
        ArchiveError: A folder, a pipe or a device is in its place.
        OSError: The file does not exist, or cannot be read.
    """
    descriptor = os.open(os.path.join(folder, path), _FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ArchiveError(Message("{path} is no ordinary file", path=path))
    return open(descriptor, "rb")


def bytes_in(folder: str, path: str, offset: int, length: int) -> bytes:
    """
    Read bytes in the middle of a file of an archive.

    Raises:
        OSError: It cannot be read.
    """
    with open_plain(folder, path) as file:
        file.seek(offset)
        return file.read(length)


def damaged_file(folder: str, path: str, cause: Exception | None = None) -> DamagedArchiveError:
    """
    Return the error for a file that is missing, or not as the log says.

    Args:
        folder: The archive.
        path: The file, relative to it.
        cause: The reason why it cannot be read, if the system gives one.
    """
    if isinstance(cause, OSError) and not isinstance(cause, FileNotFoundError | FileError):
        problem = problem_of(cause)
        return DamagedArchiveError(Message("{name}: {problem}", name=path, problem=problem))
    return DamagedArchiveError(
        Message(
            "{path} is missing or damaged; run `nizkorcite archive verify {folder}`, and mend it "
            "with `nizkorcite archive repair {folder} --from COPY`",
            path=path,
            folder=folder,
        )
    )

"""
The lock of an archive: one writer at a time, and readers never wait.

The file names host and process of the writer. The kernel releases the lock of a process that has
ended (flock(2)); where a network file system has no such locks, a writer of this host that has
ended is recognised by its process number, and one of another host only by a person.
"""

import errno
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal

from attrs import frozen

from nizkorcite.archive.disk import NO_LINK
from nizkorcite.archive.layout import LOCK
from nizkorcite.errors import ArchiveError
from nizkorcite.files.atomic import WRITABLE
from nizkorcite.messages import Message

if sys.platform != "win32":
    from fcntl import LOCK_EX, LOCK_NB, flock

_State = Literal["ours", "held", "unknown"]


@contextmanager
def writer_lock(folder: str) -> Iterator[None]:
    """
    Hold the lock of an archive.

    Raises:
        ArchiveError: Another process holds the lock, or one of another host may; or something that
            is no file is in the place of the lock.
        OSError: The file of the lock cannot or may not be written.
    """
    path = os.path.join(folder, LOCK)
    _refuse_protected(path)
    if os.path.islink(path) or (os.path.exists(path) and not os.path.isfile(path)):
        raise ArchiveError(Message("{path} is no ordinary file; remove it", path=path))
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | NO_LINK, 0o666)
    try:
        state = _state(descriptor)
        holder = _holder(os.pread(descriptor, 4096, 0))
        _refuse_held(path, state, holder)
        _write(descriptor, json.dumps({"host": socket.gethostname(), "process": os.getpid()}))
        try:
            yield
        finally:
            _write(descriptor, "")
    finally:
        os.close(descriptor)


def _refuse_protected(path: str) -> None:
    """Refuse an archive that was protected from writing, which root could write."""
    with suppress(FileNotFoundError):
        if not os.stat(path, follow_symlinks=False).st_mode & WRITABLE:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@frozen
class _Holder:
    host: str
    process: int


def _state(descriptor: int) -> _State:
    if sys.platform == "win32":
        return "unknown"
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return "held"
    except OSError:  # this file system has no locks
        return "unknown"
    return "ours"


def _holder(data: bytes) -> _Holder | None:
    """Parse what the file says; a file that a crash left half written names nobody."""
    try:
        stated = json.loads(data)
        return _Holder(str(stated["host"]), int(stated["process"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _refuse_held(path: str, state: _State, holder: _Holder | None) -> None:
    if state == "held":
        host, process = (holder.host, holder.process) if holder else ("?", 0)
        raise ArchiveError(
            Message(
                "another process is writing into the archive: {process} on {host}; wait for it "
                "to end",
                process=process,
                host=host,
            )
        )
    if holder is None or (state == "ours" and holder.host == socket.gethostname()):
        return
    if holder.host == socket.gethostname() and not _is_running(holder.process):
        return
    raise ArchiveError(
        Message(
            "{host} may be writing into the archive (process {process}); if it is not, remove "
            "{path}",
            host=holder.host,
            process=holder.process,
            path=path,
        )
    )


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # of another user
        return True
    return True


def _write(descriptor: int, text: str) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, text.encode(), 0)

"""
Atomic replacement of files, and the identity of files.

A draft is written beside its target and renamed: at every moment the target is the old file or the
new one (POSIX.1-2017, `rename`). A killed run cannot remove its draft; the next run that writes
into the folder does.
"""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import BinaryIO

from attrs import frozen

from nizkorcite.errors import InputError, OutputError
from nizkorcite.files.opening import CHANGED
from nizkorcite.messages import Message

if sys.platform != "win32":  # Windows removes no file that is open, which is lock enough
    from fcntl import LOCK_EX, LOCK_NB, flock, lockf

_DRAFT = re.compile(r"\.nizkorcite-[0-9a-f]{16}\.part")
_NEW = 0o666  # less what the umask takes away
WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
# Names of open descriptors: whoever holds the file behind one would go on writing into the old one.
_DESCRIPTORS = ("/dev/fd/", "/dev/stderr", "/dev/stdout", "/proc/")


@frozen
class Draft:
    """
    A file written beside the target, which the draft may replace.

    Attributes:
        file: The draft, open for writing.
    """

    file: BinaryIO
    _path: str
    _target: str

    def sync(self) -> None:
        """
        Write the draft to the disk.

        Raises:
            OSError: A write failed, as on a full disk.
        """
        self.file.flush()
        os.fsync(self.file.fileno())

    def replace(self) -> None:
        """
        Rename the synced draft to its target.

        Raises:
            OSError: The draft cannot be renamed; the target is as before.
        """
        if sys.platform == "win32":
            self.file.close()
        os.replace(self._path, self._target)


@contextmanager
def draft(path: str) -> Iterator[Draft]:
    """
    Open a draft of a file, removed unless the draft has replaced the file.

    Owner, mode, extended attributes and access control list are those of the file. A symbolic link
    stays a link: the file at its end is replaced.

    Raises:
        OSError: The file may not be written.
        OutputError: The owner of the file cannot be kept, the file has other names that would keep
            the old content, or no draft can be made in its folder.
    """
    if not path:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    target = os.path.realpath(path) if os.path.islink(path) else path
    old = check_replaceable(target)
    folder = os.path.dirname(target)
    _remove_leftovers(folder or ".")
    with _locked_file(folder, stat.S_IMODE(old.st_mode) if old else _NEW) as file:
        copy_status(target, file.name)
        yield Draft(file, file.name, target)


def check_replaceable(path: str) -> os.stat_result | None:
    """
    Check that a file may be replaced, and return its status; `None` if there is none yet.

    Raises:
        OSError: The file may not be written.
        OutputError: The file has other names that would keep the old content.
    """
    old = _status(path)
    if old:
        _refuse_protected(path, old)
    return old


def copy_status(old: str, new: str) -> None:
    """
    Give a file the owner, attributes and mode of another one, if that exists.

    Raises:
        OutputError: The owner cannot be kept.
    """
    status = _status(old)
    if status:
        _copy_owner(status, new)
        _copy_attributes(old, new)
        _copy_mode(status, new)


def is_locked(file: BinaryIO) -> bool:
    """
    Lock a file until it is closed; return whether another run has it locked.

    The lock is one of `lockf`, which the processes of a run do not inherit: they may outlive it.
    """
    if sys.platform == "win32":
        return False
    try:
        lockf(file, LOCK_EX | LOCK_NB)
    except (BlockingIOError, PermissionError):
        return True
    except OSError:  # some network file systems have no locks
        return False
    return False


def replace_unchanged(path: str, before: bytes, after: bytes) -> None:
    """
    Replace the content of a file, unless the content has changed since it was read.

    Its times are kept, by which an archive sorts records.

    Raises:
        OSError: As for `draft`, or the file cannot be written.
        InputError: The file has changed.
    """
    with draft(path) as new:
        new.file.write(after)
        new.sync()
        with open(path, "rb") as file:
            old = os.fstat(file.fileno())
            if file.read() != before:
                raise InputError(CHANGED)
        os.utime(new.file.name, ns=(old.st_atime_ns, old.st_mtime_ns))
        new.replace()


def is_replaceable(path: str) -> bool:
    """
    Check that a path leads to a regular file or to nothing yet.

    Devices, pipes and open descriptors are written into, and folders are no outputs.

    Raises:
        OSError: The path leads nowhere, as links in a circle do.
    """
    status = _status(path)
    return not status or (stat.S_ISREG(status.st_mode) and not path.startswith(_DESCRIPTORS))


def same_file(path: str, others: Iterable[str]) -> str | None:
    """
    Find another path that leads to this regular file.

    Device and inode are compared: by links, folders and letter case a file has many names.

    Args:
        path: A file, or nothing yet, which is no other file.
        others: Paths; ``-`` is standard input. Those that lead nowhere are skipped.
    """
    status = _status(path)
    if not status or not stat.S_ISREG(status.st_mode):
        return None
    for other in others:
        with suppress(OSError):  # whoever reads the file reports why it cannot be read
            if os.path.samestat(status, os.stat(0 if other == "-" else other)):
                return other
    return None


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _refuse_protected(path: str, status: os.stat_result) -> None:
    """Refuse a file that nobody may write (root could), or that has other names."""
    if not (status.st_mode & WRITABLE and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if status.st_nlink > 1:
        problem = Message(
            "it has {number} names (hard links), and only this one would change; replace it with "
            "a copy first",
            number=status.st_nlink,
        )
        raise OutputError(problem)


@contextmanager
def _locked_file(folder: str, mode: int) -> Iterator[BinaryIO]:
    """Create a file that other runs do not remove; remove it unless renamed."""
    is_lost = True
    while is_lost:
        path = os.path.join(folder, f".nizkorcite-{os.urandom(8).hex()}.part")
        try:
            with _new_file(path, mode) as file:
                _lock(file)
                # Before it was locked, another run may have removed it.
                is_lost = not os.fstat(file.fileno()).st_nlink
                if not is_lost:
                    yield file
        finally:
            with suppress(FileNotFoundError):
                os.unlink(path)


def _new_file(path: str, mode: int) -> BinaryIO:
    try:
        return open(path, "xb", opener=lambda path, flags: os.open(path, flags, mode))
    except PermissionError as error:
        raise OutputError(Message("no file may be created in its folder")) from error


def _lock(file: BinaryIO) -> None:
    if sys.platform != "win32":
        with suppress(OSError):  # some network file systems have no locks
            flock(file, LOCK_EX)


def _copy_owner(old: os.stat_result, path: str) -> None:
    new = os.stat(path)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.chown(path, old.st_uid, old.st_gid)
        except PermissionError as error:
            problem = Message("it belongs to another user or group, and would become yours")
            raise OutputError(problem) from error


def _copy_mode(old: os.stat_result, path: str) -> None:
    if stat.S_IMODE(os.stat(path).st_mode) != stat.S_IMODE(old.st_mode):
        os.chmod(path, stat.S_IMODE(old.st_mode))


def _copy_attributes(old: str, new: str) -> None:
    """Copy extended attributes and access control list (acl(5)), where the system has them."""
    if sys.platform == "linux":
        kept, inherited = _attributes(old), _attributes(new)
        for name in inherited | kept:
            with suppress(PermissionError):  # those of the system are for root
                if name in kept:
                    os.setxattr(new, name, os.getxattr(old, name))
                else:  # from the default list of the folder
                    os.removexattr(new, name)


def _attributes(path: str) -> frozenset[str]:
    try:
        return frozenset(os.listxattr(path))
    except OSError:  # a file system without attributes
        return frozenset()


@cache  # once a folder, of which many files may be replaced
def _remove_leftovers(folder: str) -> None:
    """Remove the drafts of killed runs from a folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _DRAFT.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                _remove_unlocked(entry.path)


def _remove_unlocked(path: str) -> None:
    """Remove a draft that no run holds a lock on."""
    with suppress(OSError):
        if sys.platform == "win32":
            os.unlink(path)
            return
        with open(path, "rb+") as file:
            flock(file, LOCK_EX | LOCK_NB)
            os.unlink(path)

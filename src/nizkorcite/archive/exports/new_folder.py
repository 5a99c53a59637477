"""A folder that is written beside its place, and gets its name when it is whole."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from nizkorcite.archive import disk
from nizkorcite.errors import ArchiveError
from nizkorcite.files.draft_folder import draft_folder
from nizkorcite.messages import Message


@contextmanager
def new_folder(path: str) -> Iterator[str]:
    """
    Make a folder, removed unless the block ends well.

    Yields:
        The folder under its name until then.

    Raises:
        ArchiveError: The path exists, and is no empty folder.
        OSError: The folder cannot be made.
    """
    target = os.path.abspath(path)
    refuse_existing(path)
    with draft_folder(os.path.dirname(target)) as staged:
        yield staged
        if sys.platform != "win32":
            os.sync()  # once, since a sync for each of many files takes minutes
        disk.rename(staged, target)
        disk.sync_folder(os.path.dirname(target))


def write_new_file(folder: str, path: str, data: bytes) -> None:
    """
    Write a new file, with the folders above it; `new_folder` syncs all of them at its end.

    Raises:
        OSError: It cannot be written.
    """
    whole = os.path.join(folder, path)
    os.makedirs(os.path.dirname(whole), exist_ok=True)
    with open(whole, "xb") as file:
        file.write(data)


def refuse_existing(path: str) -> None:
    """
    Refuse a path where something is that is no empty folder.

    Raises:
        ArchiveError: There is something.
    """
    if os.path.lexists(path) and not (
        os.path.isdir(path) and not os.path.islink(path) and not os.listdir(path)
    ):
        raise ArchiveError(
            Message("{name} exists; export to a name that does not exist yet", name=path)
        )

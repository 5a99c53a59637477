"""The folder of files that are no part of an archive any more, or are not sure to be one."""

import os
import stat

from nizkorcite.archive import disk
from nizkorcite.archive.layout import QUARANTINE
from nizkorcite.archive.store import now
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message


def keep_in_quarantine(folder: str, path: str) -> None:
    """
    Keep a file, which stays in its place until it is replaced or removed.

    Args:
        folder: The archive.
        path: The file, relative to it; nothing is done if there is none.

    Raises:
        ArchiveError: The folder of quarantine is a link.
        OSError: It cannot be kept.
    """
    target = os.path.join(folder, path)
    if not os.path.lexists(target):
        return
    place = os.path.join(folder, QUARANTINE)
    if os.path.islink(place):
        raise ArchiveError(
            Message("{path} is a link, which leads out of the archive; remove it", path=place)
        )
    if not os.path.isdir(place):
        disk.make_folder(place)
        disk.sync_folder(folder)
    name = f"{now().replace(':', '')}-{os.urandom(3).hex()}-{os.path.basename(path)}"
    kept = os.path.join(place, name)
    if stat.S_ISREG(os.lstat(target).st_mode):
        disk.link(target, kept)
    else:  # a link, a pipe or a folder is no file to keep reading from
        disk.rename(target, kept)
    disk.sync_folder(place)

"""
A draft that outlasts its run, so that a later run can go on with it.

Unlike the drafts of `atomic`, it has a name that the next run finds: that of its target with
``.part``, and a journal beside it with ``.journal``.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from attrs import frozen

from nizkorcite.errors import OutputError
from nizkorcite.files.atomic import check_replaceable, copy_status, is_locked
from nizkorcite.messages import Message


@frozen
class LastingDraft:
    """
    A draft and its journal, open for reading and for writing at their ends.

    Attributes:
        file: The draft.
        journal: The journal.
    """

    file: BinaryIO
    journal: BinaryIO
    _target: str

    @property
    def size(self) -> int:
        """The number of bytes written."""
        return self.file.seek(0, os.SEEK_END)

    def sync(self) -> None:
        """
        Write the draft to the disk.

        Raises:
            OSError: A write failed, as on a full disk.
        """
        self.file.flush()
        os.fsync(self.file.fileno())

    def finish(self) -> None:
        """
        Replace the target by the draft, unless it is empty, and remove the journal.

        Raises:
            OSError: A write failed, or the target may not be replaced.
        """
        self.sync()
        if self.size:
            copy_status(self._target, self.file.name)
            os.replace(self.file.name, self._target)
            os.unlink(self.journal.name)
        else:
            self.remove()

    def remove(self) -> None:
        """Remove the draft and the journal."""
        os.unlink(self.file.name)
        os.unlink(self.journal.name)


@contextmanager
def lasting_draft(path: str) -> Iterator[LastingDraft]:
    """
    Open the draft of a file, with what an earlier run has written.

    Raises:
        OSError: The file may not be written.
        OutputError: Another run is writing the draft, or the file cannot keep its owner or names.
    """
    target = os.path.realpath(path) if os.path.islink(path) else path
    check_replaceable(target)
    with open(f"{target}.part", "a+b") as file, open(f"{target}.journal", "a+b") as journal:
        if is_locked(file):
            raise OutputError(Message("another run is writing it"))
        yield LastingDraft(file, journal, target)

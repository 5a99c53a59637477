"""
A folder of drafts, removed with all that is left in it.

A killed run cannot remove its folder; the next run that makes one in the same place does. Windows
has no lock that shows whether a run lives, so there such folders stay.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress

if sys.platform != "win32":
    from fcntl import LOCK_EX, LOCK_NB, flock

_NAME = re.compile(r"\.nizkorcite-[0-9a-f]{16}\.part")


def is_draft(name: str) -> bool:
    """Check that a name is one of those that drafts have."""
    return bool(_NAME.fullmatch(name))


@contextmanager
def draft_folder(parent: str) -> Iterator[str]:
    """
    Make a folder, and remove it unless the block renames it.

    Raises:
        OSError: The folder cannot be made.
    """
    path = os.path.join(parent, f".nizkorcite-{os.urandom(8).hex()}.part")
    with ExitStack() as draft:
        draft.callback(shutil.rmtree, path, ignore_errors=True)
        with _locked(parent):  # until the draft itself is locked
            _remove_leftovers(parent)
            os.mkdir(path)
            draft.enter_context(_locked(path))
        yield path


def _remove_leftovers(parent: str) -> None:
    for name in os.listdir(parent):
        path = os.path.join(parent, name)
        if is_draft(name) and os.path.isdir(path) and _is_left(path):
            shutil.rmtree(path, ignore_errors=True)


if sys.platform == "win32":

    def _locked(folder: str) -> AbstractContextManager[None]:  # noqa: ARG001 - there are no locks
        return nullcontext()

    def _is_left(folder: str) -> bool:  # noqa: ARG001 - nothing shows it
        return False

else:

    @contextmanager
    def _locked(folder: str) -> Iterator[None]:
        with _opened(folder) as descriptor:
            with suppress(OSError):  # some network file systems have no locks
                flock(descriptor, LOCK_EX)
            yield

    def _is_left(folder: str) -> bool:
        """Check that no run has locked a draft."""
        with suppress(OSError), _opened(folder) as descriptor:
            flock(descriptor, LOCK_EX | LOCK_NB)
            return True
        return False

    @contextmanager
    def _opened(folder: str) -> Iterator[int]:
        descriptor = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

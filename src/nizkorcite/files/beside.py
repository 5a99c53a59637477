"""Files that lie beside an input, and the folders that hold one page in several forms."""

import os
from collections.abc import Callable, Sequence
from typing import Final

_MOST_BYTES: Final = 1 << 24


def reader_beside(path: str) -> Callable[[str], bytes | None]:
    """
    Return a function that reads files by their path from the folder of an input.

    The function returns `None` for a file that is missing, larger than 16 MiB or cannot be read.
    """
    folder = os.path.dirname(path)

    def read(name: str) -> bytes | None:
        found = os.path.join(folder, name)
        if not os.path.isfile(found):
            return None
        try:
            with open(found, "rb") as file:
                data = file.read(_MOST_BYTES + 1)
        except OSError:
            return None
        return data if len(data) <= _MOST_BYTES else None

    return read


def page_of_snapshot(folder: str, files: Sequence[str]) -> str | None:
    """
    Return the most faithful page of a snapshot of ArchiveBox; `None` for any other folder.

    Args:
        folder: A folder.
        files: The names of the files in it.
    """
    from nizkorcite.saved_forms.containers.archivebox import (
        SNAPSHOT_INDEXES,
        SNAPSHOT_PAGES,
        is_snapshot_index,
    )

    indexes = [name for name in SNAPSHOT_INDEXES if name in files]
    read = reader_beside(os.path.join(folder, ""))
    if not any(is_snapshot_index(read(name) or b"") for name in indexes):
        return None
    paths = (os.path.join(folder, *name.split("/")) for name in SNAPSHOT_PAGES)
    return next((path for path in paths if os.path.isfile(path)), None)

"""
A folder of generated files, which a later run replaces; other files in the folder stay.

All files are written into a folder of their own first and then renamed to their places, so that a
run that fails changes nothing. The list of the files is in the folder too.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final

from nizkorcite.files.atomic import check_replaceable, copy_status
from nizkorcite.files.draft_folder import draft_folder, is_draft

LIST: Final = "nizkorcite-files.json"


def is_generated_folder(folder: str) -> bool:
    """
    Check that a folder is the work of an earlier run, empty or missing.

    Raises:
        OSError: The folder cannot be read, or the name is that of a file.
    """
    if not os.path.lexists(folder):
        return True
    names = [name for name in os.listdir(folder) if not is_draft(name)]
    return not names or LIST in names


def replace_generated_files(folder: str, files: Iterable[tuple[str, bytes]]) -> int:
    """
    Write generated files, and remove those that an earlier run wrote and this one did not.

    Args:
        folder: The folder, made if missing.
        files: The path of each file below the folder, with ``/``, and its content.

    Returns:
        The number of files.

    Raises:
        OSError: A file cannot be written.
        OutputError: A file to be replaced cannot keep its owner, or has other names.
    """
    with _made(folder), draft_folder(folder) as draft:
        written = [_write(draft, path, data) for path, data in files]
        for path in written:  # before the first is renamed
            _keep_status(os.path.join(folder, path), os.path.join(draft, path))
        earlier = _listed(folder)
        # A run that is cut off below leaves no unknown file.
        _write_list(folder, draft, [*written, *earlier])
        for path in written:
            _make_folder_of(os.path.join(folder, path))
            os.replace(os.path.join(draft, path), os.path.join(folder, path))
        _remove(folder, set(earlier) - set(written))
        _write_list(folder, draft, written)
    return len(written)


@contextmanager
def _made(folder: str) -> Iterator[None]:
    """Make a folder, and remove it if nothing could be written into it."""
    is_new = not os.path.isdir(folder)
    os.makedirs(folder, exist_ok=True)
    try:
        yield
    except BaseException:
        if is_new:
            with suppress(OSError):
                os.rmdir(folder)
        raise


def _write(draft: str, path: str, data: bytes) -> str:
    place = os.path.join(draft, path)
    _make_folder_of(place)
    with open(place, "xb") as file:
        file.write(data)
    return path


def _keep_status(old: str, new: str) -> None:
    check_replaceable(old)
    copy_status(old, new)


def _make_folder_of(place: str) -> None:
    os.makedirs(os.path.dirname(place), exist_ok=True)


def _listed(folder: str) -> Sequence[str]:
    """Return the files of the earlier run; a list that was edited names no file outside."""
    try:
        with open(os.path.join(folder, LIST), encoding="utf-8") as file:
            listed = json.load(file)
    except (OSError, ValueError, RecursionError):
        return ()
    names = listed.get("files", []) if isinstance(listed, dict) else []
    return [name for name in names if isinstance(name, str) and _is_inside(name)]


def _is_inside(name: str) -> bool:
    return bool(name) and not os.path.isabs(name) and ".." not in name.split("/")


def _write_list(folder: str, draft: str, names: Iterable[str]) -> None:
    text = json.dumps({"files": sorted(set(names))}, indent=1) + "\n"
    _write(draft, LIST, text.encode())
    os.replace(os.path.join(draft, LIST), os.path.join(folder, LIST))


def _remove(folder: str, names: Iterable[str]) -> None:
    for name in names:
        with suppress(FileNotFoundError):
            os.remove(os.path.join(folder, name))
        with suppress(OSError):  # a folder that is not empty stays
            os.rmdir(os.path.dirname(os.path.join(folder, name)))

"""Names of inputs: the files that one stands for, and what is wrong with one that is no file."""

import os
from collections.abc import Sequence

PAGE_NAMES = (".html", ".htm", ".txt", ".xhtml")
RECORD_NAMES = (".json", ".jsonl", ".ndjson")


def files(name: str, endings: tuple[str, ...]) -> Sequence[str]:
    """
    The files of a folder with certain endings, sorted; anything else is itself.

    A folder inside that can not be looked into is among them, so that it is told.
    """
    if name == "-" or not os.path.isdir(name):
        return [name]
    closed: list[OSError] = []
    found = [
        os.path.join(folder, file)
        for folder, _, inside in os.walk(name, onerror=closed.append)
        for file in inside
        if file.lower().endswith(endings)
    ]
    return sorted([*found, *(error.filename for error in closed)]) or [name]


def problem_with(name: str, error: OSError) -> str:
    """Why a file can not be read, in words."""
    if isinstance(error, FileNotFoundError):
        return f"no such file{_near(name)}"
    if isinstance(error, IsADirectoryError) and os.access(name, os.R_OK | os.X_OK):
        return "the folder holds no file of a kind that is read"
    return (error.strerror or str(error)).lower()


def _near(name: str) -> str:
    """A file of the same folder with nearly the same name."""
    from difflib import get_close_matches  # slow to import, and only mistakes need it

    if os.path.islink(name):
        return ": the link leads nowhere"
    folder, file = os.path.split(name)
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return f'; there is no folder "{folder}" either'
    near = get_close_matches(file, names, n=1, cutoff=0.7)
    return f'; did you mean "{os.path.join(folder, near[0])}"?' if near else ""

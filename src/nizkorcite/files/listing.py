"""Names of inputs: the files that one stands for, and what is wrong with one that is not a file."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence

from nizkorcite.display import visible
from nizkorcite.errors import InputError, problem_of
from nizkorcite.messages import Message


def files(name: str, endings: tuple[str, ...]) -> Sequence[str]:
    """
    The files of a folder with certain endings, sorted; anything else is itself.

    A folder inside that cannot be looked into is among them, so that it is told.
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


def input_files(names: Iterable[str], endings: tuple[str, ...]) -> Iterator[str]:
    """The files of all inputs, one after the other."""
    for name in names:
        yield from files(name, endings)


def check_regular(path: str) -> None:
    """
    Make sure that a file of a folder is one: a pipe would be waited for.

    Raises:
        InputError: It is none.
        OSError: It is not there, or a folder that cannot be looked into.
    """
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        os.listdir(path)
    if not stat.S_ISREG(mode):
        raise InputError(Message("it is not a regular file"))


def problem_with(name: str, error: OSError) -> Message:
    """Why a file cannot be read, in the words of each language."""
    if isinstance(error, FileNotFoundError):
        return _not_there(name)
    if isinstance(error, IsADirectoryError) and os.access(name, os.R_OK | os.X_OK):
        return Message("the folder holds no file of a kind that is read")
    return problem_of(error)


def unreadable(name: str, problem: str | Message) -> Message:
    """What is told of an input that cannot be read."""
    return Message("cannot read {name}: {problem}", name=visible(name), problem=problem)


def _not_there(name: str) -> Message:
    """That there is no such file, and a file of the same folder with nearly the same name."""
    from difflib import get_close_matches  # slow to import, and only mistakes need it

    if os.path.islink(name):
        return Message("no such file: the link leads nowhere")
    folder, file = os.path.split(name)
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return Message('no such file; there is no folder "{folder}" either', folder=visible(folder))
    for near in get_close_matches(file, names, n=1, cutoff=0.7):
        path = os.path.join(folder, near)
        return Message('no such file; did you mean "{path}"?', path=visible(path))
    return Message("no such file")

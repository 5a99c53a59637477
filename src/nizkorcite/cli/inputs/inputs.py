"""Files, folders and standard input as bytes, one after the other."""

import sys
from collections.abc import Iterable, Iterator

from attrs import frozen

from nizkorcite.files.kinds import Input
from nizkorcite.files.listing import check_regular, files, problem_with
from nizkorcite.messages import Message


@frozen(kw_only=True)
class Unreadable:
    """An input that could not be read, and why in words."""

    name: str
    problem: Message


def read_inputs(names: Iterable[str], endings: tuple[str, ...]) -> Iterator[Input | Unreadable]:
    """
    Read inputs in the order given; a folder stands for its files with certain endings, sorted.

    Nothing is held longer than it is used, so that any number of files can be given.
    """
    for name in names:
        for path in files(name, endings):
            yield _read(path, is_named=path == name)


def _read(name: str, *, is_named: bool) -> Input | Unreadable:
    try:
        if not is_named:
            check_regular(name)
        data = sys.stdin.buffer.read() if name == "-" else _bytes(name)
    except OSError as error:
        return Unreadable(name=name, problem=problem_with(name, error))
    return Input(name=name, data=data)


def _bytes(name: str) -> bytes:
    with open(name, "rb") as file:
        return file.read()

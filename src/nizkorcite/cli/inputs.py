"""Files, folders and standard input as bytes, one after the other."""

import re
import sys
from collections.abc import Iterable, Iterator

from attrs import frozen

from nizkorcite.cli.paths import RECORD_NAMES, check_regular, files, problem_with
from nizkorcite.messages import Message

_LINES = (".jsonl", ".ndjson")
# A text that begins with a bracket is a page; JSON has an object next.
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{")
_JSON_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\{[^\n]*\}[ \t\r]*\n")


@frozen(kw_only=True)
class Input:
    """
    One input, read.

    Attributes:
        name: As the user gave it; ``-`` for standard input.
        data: Its bytes.
        record: Number of the record in its file, from 1, where the file holds one a line.
    """

    name: str
    data: bytes
    record: int | None = None

    @property
    def is_record(self) -> bool:
        """Whether this is JSON: by its name, or by its first character."""
        return self.name.lower().endswith(RECORD_NAMES) or bool(_JSON.match(self.data))


def parts(each: Input) -> Iterator[Input]:
    """The records of a file of JSON Lines one by one; any other input as it is."""
    if not each.is_record or not (
        each.name.lower().endswith(_LINES) or _JSON_LINE.match(each.data)
    ):
        yield each
        return
    for number, line in enumerate(each.data.split(b"\n"), 1):
        if line.strip():
            yield Input(name=each.name, data=line, record=number)


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

"""The log of an archive: what its lines say together, and the line that is appended next."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import define, evolve, frozen

from nizkorcite.archive.events import ArchiveEvent, FileState, event_line, parse_event
from nizkorcite.archive.layout import DECLARATION, LOG, MANIFEST, SHIPPED_TEXTS

_ENTRY: Final = 66  # 64 digits and two spaces before a name in the manifest


@frozen
class LogLine:
    """
    A line of the log.

    Attributes:
        path: The file of the line, relative to the archive.
        line: Its number in that file, from 1.
        offset: Its first byte in that file.
        event: The event; `None` if the line is none, or does not continue the chain.
        is_torn: Whether the line is the last of all, and has no line feed: it was never synced.
    """

    path: str
    line: int
    offset: int
    event: ArchiveEvent | None
    is_torn: bool = False


@define
class Log:
    """
    The events of an archive, as far as the chain holds.

    Attributes:
        events: The events.
        head: Digest of the last of them, which the next one must name.
        intact: Number of events before the first line that breaks the chain.
        broken: Lines that are no events of the chain.
        torn: A last line that was never synced.
    """

    events: list[ArchiveEvent]
    head: str
    intact: int = 0
    broken: Sequence[LogLine] = ()
    torn: LogLine | None = None

    def files(self) -> dict[str, FileState]:
        """Return the state of each file, by its path, in the order of their first events."""
        return {each.path: each for event in self.events for each in event.files}

    def next_pack(self) -> int:
        """Return the number of the next pack, which no event has named."""
        used = (each.detail.get("pack") for each in self.events)
        return 1 + max((number for number in used if isinstance(number, int)), default=0)

    def take(self, event: ArchiveEvent) -> None:
        """Add an event that has its final place."""
        self.events.append(event)
        self.head = event.sha256


def read_log(folder: str) -> Log:
    """
    Read the log of an archive.

    Raises:
        OSError: A file cannot be read.
    """
    head = _declaration_digest(folder)
    events: list[ArchiveEvent] = []
    broken: list[LogLine] = []
    torn, intact = None, sys.maxsize
    for each in _lines(folder):
        event = each.event
        if each.is_torn:
            torn = each
        elif event is None or event.previous != head or event.number != len(events) + 1:
            broken.append(evolve(each, event=None))
            intact = min(intact, len(events))
            # The chain is taken up again, so that one fault is reported once.
            head = event.sha256 if event else head
            events += [event] if event else []
        else:
            events.append(event)
            head = event.sha256
    return Log(events, head, min(intact, len(events)), broken, torn)


def next_event(log: Log, event: ArchiveEvent) -> tuple[ArchiveEvent, bytes]:
    """Return an event with its place after all others, and its line."""
    placed = evolve(event, number=len(log.events) + 1, previous=log.head)
    line = event_line(placed)
    return evolve(placed, sha256=hashlib.sha256(line).hexdigest()), line


def manifest_lines(states: Iterable[FileState]) -> bytes:
    r"""
    Return the manifest of files, for ``sha256sum -c``.

    >>> manifest_lines([FileState("packs/000001.warc", 0, "e3b0")])
    b'e3b0  packs/000001.warc\n'
    """
    return b"".join(f"{each.sha256}  {each.path}\n".encode() for each in states)


def manifest_content(folder: str) -> bytes:
    """
    Return the manifest as it is on the disk; nothing if there is none.

    Raises:
        OSError: It cannot be read.
    """
    try:
        with open(os.path.join(folder, MANIFEST), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return b""


def manifest_paths(manifest: bytes) -> list[str]:
    """Return the files that a manifest names, in its whole lines."""
    lines = manifest.decode("utf-8", "replace").splitlines(keepends=True)
    return [line[_ENTRY:-1] for line in lines if line.endswith("\n")]


def log_files(folder: str) -> list[str]:
    """
    List the files of the log in the order of their months, relative to the archive.

    Raises:
        OSError: The folder cannot be read.
    """
    names = (name for name in os.listdir(os.path.join(folder, LOG)) if name.endswith(".jsonl"))
    return [f"{LOG}/{name}" for name in sorted(names)]


def first_files(folder: str) -> Iterator[FileState]:
    """Yield the states of the files that an archive begins with."""
    for name in (DECLARATION, *SHIPPED_TEXTS):
        yield file_state(folder, name)


def file_state(folder: str, path: str) -> FileState:
    """
    Read a file and return its state.

    Raises:
        OSError: The file cannot be read.
    """
    with open(os.path.join(folder, path), "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return FileState(path, file.tell(), digest)


def _declaration_digest(folder: str) -> str:
    return file_state(folder, DECLARATION).sha256


def _lines(folder: str) -> Iterator[LogLine]:
    paths = log_files(folder)
    for path in paths:
        offset = 0
        if not os.path.isfile(os.path.join(folder, path)):  # reading a pipe would wait for ever
            yield LogLine(path, 1, 0, None)
            continue
        with open(os.path.join(folder, path), "rb") as file:
            for number, line in enumerate(file, 1):
                is_torn = path == paths[-1] and not line.endswith(b"\n")
                yield LogLine(path, number, offset, _event(line), is_torn)
                offset += len(line)


def _event(line: bytes) -> ArchiveEvent | None:
    try:
        return parse_event(line)
    except ValueError:
        return None

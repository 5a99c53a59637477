"""The log of an archive: what its lines say together, and the line that is appended next."""

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import define, evolve, field, frozen

from nizkorcite.archive.declaration import read_declaration
from nizkorcite.archive.events import ArchiveEvent, FileState, event_line, parse_event
from nizkorcite.archive.layout import (
    DECLARATION,
    LAST_PACK,
    LOG,
    MANIFEST,
    SHIPPED_TEXTS,
    is_own_path,
    log_path,
)
from nizkorcite.archive.plain_files import open_plain

_MONTH: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\.jsonl")
_ENTRY: Final = re.compile(r"([0-9a-f]{64})  (.+)\n")


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
        path: The file of the last event, relative to the archive.
        misnamed: Files whose events are of another month than their names.
        empty: Files without a line.
        is_declaration_altered: Whether the declaration is not the one that the first event names.
        is_sealed: Whether the archive has a seal since it was made.
    """

    events: list[ArchiveEvent]
    head: str
    intact: int = sys.maxsize
    broken: list[LogLine] = field(factory=list)
    torn: LogLine | None = None
    path: str = ""
    misnamed: list[str] = field(factory=list)
    empty: Sequence[str] = ()
    is_declaration_altered: bool = False
    is_sealed: bool = True

    def files(self, until: int | None = None) -> dict[str, FileState]:
        """
        Return the state of each file, by its path, in the order of their first events.

        Args:
            until: The number of the last event that counts.
        """
        return {each.path: each for event in self.events[:until] for each in event.files}

    def next_pack(self) -> int:
        """Return the number of the next pack, which no event has named."""
        used = (each.detail.get("pack") for each in self.events)
        numbers = (each for each in used if isinstance(each, int) and each < LAST_PACK)
        return 1 + max(numbers, default=0)

    def path_of(self, time: str) -> str:
        """Return the file for an event of an instant; none before the last, whatever the clock."""
        return max(log_path(time), self.path)

    def take(self, event: ArchiveEvent) -> None:
        """Add an event that has its final place."""
        self.path = self.path_of(event.time)
        self.events.append(event)
        self.head = event.sha256


def read_log(folder: str) -> Log:
    """
    Read the log of an archive.

    Raises:
        ArchiveError: The archive is of a layout that only a newer version knows.
        OSError: A file cannot be read.
    """
    declaration = read_declaration(folder)
    log = Log([], declaration.sha256, is_sealed=declaration.has_seal)
    for each in _lines(folder):
        if each.is_torn:
            log.torn = each
        elif each.event is None:
            _break(log, each)
        else:
            _take_read(log, each, each.event)
    log.intact = min(log.intact, len(log.events))
    log.empty = [each for each in log_files(folder) if _is_empty(os.path.join(folder, each))]
    return log


def _take_read(log: Log, line: LogLine, event: ArchiveEvent) -> None:
    if not log.events and event.previous != log.head and event.previous == _declared(event):
        log.head = event.previous
        log.is_declaration_altered = True
    if event.previous != log.head or event.number != len(log.events) + 1:
        # The chain is taken up again, so that one fault is reported once.
        _break(log, line)
    if line.path != log.path_of(event.time) and line.path not in log.misnamed:
        log.misnamed.append(line.path)
    log.take(event)
    log.path = line.path


def _break(log: Log, line: LogLine) -> None:
    log.intact = min(log.intact, len(log.events))
    log.broken.append(evolve(line, event=None))


def _declared(event: ArchiveEvent) -> str | None:
    """Return the digest of the declaration that an event names."""
    return next((each.sha256 for each in event.files if each.path == DECLARATION), None)


def _is_empty(path: str) -> bool:
    return os.path.isfile(path) and not os.path.getsize(path)


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


def manifest_content(folder: str) -> bytes | None:
    """
    Return the manifest as it is on the disk; `None` if no file is in its place.

    Raises:
        OSError: It cannot be read.
    """
    path = os.path.join(folder, MANIFEST)
    if not os.path.isfile(path) or os.path.islink(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def manifest_entries(manifest: bytes) -> list[tuple[str, str]]:
    r"""
    Return digest and path of each whole line of a manifest that names a file of an archive.

    >>> manifest_entries(b"e3b0" * 16 + b"  packs/000001.warc\n" + b"{}\n")[0][1]
    'packs/000001.warc'
    """
    lines = manifest.decode("utf-8", "replace").splitlines(keepends=True)
    found = (match.groups() for match in map(_ENTRY.fullmatch, lines) if match)
    return [(sha256, path) for sha256, path in found if is_own_path(path)]


def log_files(folder: str) -> list[str]:
    """
    List the files of the log in the order of their months, relative to the archive.

    Raises:
        OSError: The folder cannot be read.
    """
    names = os.listdir(os.path.join(folder, LOG))
    return [f"{LOG}/{name}" for name in sorted(names) if _MONTH.fullmatch(name)]


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
    with open_plain(folder, path) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return FileState(path, file.tell(), digest)


def _lines(folder: str) -> Iterator[LogLine]:
    paths = log_files(folder)
    last = [each for each in paths if not _is_empty(os.path.join(folder, each))][-1:]
    for path in paths:
        offset = 0
        if not os.path.isfile(os.path.join(folder, path)):  # reading a pipe would wait for ever
            yield LogLine(path, 1, 0, None)
            continue
        with open_plain(folder, path) as file:
            for number, line in enumerate(file, 1):
                is_torn = [path] == last and not line.endswith(b"\n")
                yield LogLine(path, number, offset, _event(line), is_torn)
                offset += len(line)


def _event(line: bytes) -> ArchiveEvent | None:
    try:
        return parse_event(line)
    except ValueError:
        return None

"""
The journal of a run over a collection: what each finished step gave, in order.

A run that was ended from outside is continued after the last step that the journal has whole. A
step is noted after its records were written. Each line begins with its checksum; a line that is cut
off or damaged is forgotten, with all that follow.
"""

import json
import os
from collections import Counter, deque
from collections.abc import Iterator
from typing import Any, BinaryIO
from zlib import crc32

from attrs import asdict, frozen

from nizkorcite.loading.capture_paths import MissingPath
from nizkorcite.web_archives.piece_reading import PageWarning, PieceResult

_CHECKSUM = 9
"""The length of a checksum with its space."""


@frozen(kw_only=True)
class JournalEntry:
    """
    A finished step.

    Attributes:
        step: Its number, from 0.
        size: How many bytes the output has after it.
        result: What it gave, without the records.
    """

    step: int
    size: int
    result: PieceResult

    def line(self) -> bytes:
        """Return the entry as a line."""
        result = asdict(self.result, filter=lambda field, _: field.name != "records")
        entry = {"step": self.step, "size": self.size, "result": result}
        text = json.dumps(entry, separators=(",", ":")).encode()
        return _checksum(text) + text + b"\n"


class Journal:
    """
    The journal in a file.

    Args:
        file: The file, open for reading and writing.
        fingerprint: What the run depends on; a journal of another run is not continued.
    """

    def __init__(self, file: BinaryIO, fingerprint: str) -> None:
        self._file = file
        self._start = json.dumps({"fingerprint": fingerprint}).encode() + b"\n"

    def is_of_same_run(self) -> bool:
        """Check that the file is the journal of a run with the same inputs and options."""
        self._file.seek(0)
        return self._file.readline() == self._start

    def begin(self) -> None:
        """Begin a new journal."""
        self._file.seek(0)
        self._file.truncate()
        self._write(self._start)

    def kept_size(self) -> int:
        """Cut off lines that are not as they were written; return the size of the output then."""
        self._forget_damaged()
        last = deque(self.entries(), maxlen=1)
        return last[0].size if last else 0

    def _forget_damaged(self) -> None:
        kept = len(self._start)
        self._file.seek(kept)
        for line in self._file:
            text = line[_CHECKSUM:-1]
            if line != _checksum(text) + text + b"\n":
                break
            kept += len(line)
        self._file.seek(kept)
        self._file.truncate()

    def entries(self) -> Iterator[JournalEntry]:
        """Read the entries from the first on."""
        position = len(self._start)
        while True:
            self._file.seek(position)
            line = self._file.readline()
            if not line:
                return
            position = self._file.tell()
            yield _entry(json.loads(line[_CHECKSUM:]))

    def append(self, entry: JournalEntry) -> None:
        """Note a finished step."""
        self._file.seek(0, os.SEEK_END)
        self._write(entry.line())

    def _write(self, line: bytes) -> None:
        self._file.write(line)
        self._file.flush()
        os.fsync(self._file.fileno())


def _checksum(text: bytes) -> bytes:
    return b"%08x " % crc32(text)


def _entry(stated: dict[str, Any]) -> JournalEntry:
    result = stated["result"]
    return JournalEntry(
        step=stated["step"],
        size=stated["size"],
        result=PieceResult(
            first=result["first"],
            end=result["end"],
            losses=result["losses"],
            warnings=[PageWarning(**each) for each in result["warnings"]],
            missing_paths=[MissingPath(**each) for each in result["missing_paths"]],
            revisits=[tuple(each) for each in result["revisits"]],
            counts=Counter(result["counts"]),
            problem=result["problem"],
        ),
    )

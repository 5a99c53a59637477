"""
Seals: one line that fixes the state of an archive, to be kept elsewhere too.

The line names an event of the log by its number and its digest. The chain leads from there to the
first event, and the events to every file. The archive has the seal of the last event in a file, so
that the end of the log cannot be lost unnoticed; only a seal that is kept elsewhere shows that the
archive as a whole was replaced.
"""

import os
import re
from typing import Final

from nizkorcite.archive.events import ArchiveEvent
from nizkorcite.archive.layout import SEAL
from nizkorcite.archive.log import Log
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message

_SEAL: Final = re.compile(r"nizkorcite-seal ([0-9]{1,12}) ([0-9a-f]{64})(?: \S+)?")
_LONGEST: Final = 1000


def seal_of(event: ArchiveEvent) -> str:
    """Return the seal of an event: its number, digest and instant."""
    return f"nizkorcite-seal {event.number} {event.sha256} {event.time}"


def seal_content(folder: str) -> str | None:
    """
    Return the seal in the archive; `None` if no file is in its place.

    Raises:
        OSError: The file cannot be read.
    """
    path = os.path.join(folder, SEAL)
    if not os.path.isfile(path) or os.path.islink(path):
        return None
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read(_LONGEST)


def is_seal(text: str) -> bool:
    """
    Check that a text is a seal.

    >>> is_seal("nizkorcite-seal 7")
    False
    """
    return _SEAL.fullmatch(" ".join(text.split())) is not None


def sealed_event(log: Log, seal: str) -> int | None:
    """
    Return the place of a seal's event in the log, from 1.

    Returns:
        The place; `None` if the log does not have the event.

    Raises:
        ArchiveError: The text is no seal.
    """
    match = _SEAL.fullmatch(" ".join(seal.split()))
    if match is None:
        raise ArchiveError(
            Message('"{text}" is no seal; give the line that `verify --seal` printed', text=seal)
        )
    number = int(match[1])
    for place in range(len(log.events), 0, -1):  # lines before it may be lost
        event = log.events[place - 1]
        if (event.number, event.sha256) == (number, match[2]):
            return place
    return None

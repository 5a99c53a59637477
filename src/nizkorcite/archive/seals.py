"""
Seals: one line that fixes the state of an archive, to be kept elsewhere.

The line names an event of the log by its number and its digest. The chain leads from there to the
first event, and the events to every file.
"""

import re
from typing import Final

from nizkorcite.archive.log import Log
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message

_SEAL: Final = re.compile(r"nizkorcite-seal ([0-9]{1,12}) ([0-9a-f]{64})(?: \S+)?")


def seal_of(log: Log) -> str:
    """Return the seal of the last event: its number, digest and instant."""
    last = log.events[-1]
    return f"nizkorcite-seal {last.number} {last.sha256} {last.time}"


def agrees_with_seal(log: Log, seal: str) -> bool:
    """
    Check that a log has the event of a seal.

    Raises:
        ArchiveError: The text is no seal.
    """
    match = _SEAL.fullmatch(" ".join(seal.split()))
    if match is None:
        raise ArchiveError(
            Message('"{text}" is no seal; give the line that `verify --seal` printed', text=seal)
        )
    number = int(match[1])
    return 0 < number <= len(log.events) and log.events[number - 1].sha256 == match[2]

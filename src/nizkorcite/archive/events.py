"""
Events of an archive, as lines of its log: the vocabulary is that of PREMIS 3.0.

Each line has the digest of the line before, and the first one that of the declaration: a line that
is changed, left out or put elsewhere breaks the chain. A line is an event once it is synced with
its final line feed, and no earlier.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, Literal, get_args

import orjson
from attrs import field, frozen

from nizkorcite.archive.layout import checked_path
from nizkorcite.record.json_types import JSON

EventType = Literal[
    "creation",
    "ingestion",
    "metadata modification",
    "fixity check",
    "recovery",
    "replacement",
    "deaccession",
    "deletion",
    "decision",
]
"""Kinds of events: `creation` of the archive, `deaccession` is a withdrawal, `deletion` an erasure,
`replacement` a damaged file mended from a copy, `decision` a judgement of a person."""

EVENT_TYPES: Final[Sequence[EventType]] = get_args(EventType)

_MOST_EVENTS: Final = 1 << 53
_INSTANT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


@frozen
class FileState:
    """
    The state of a file of the archive.

    Attributes:
        path: Its path, relative to the archive.
        bytes: Its length.
        sha256: Its digest.
    """

    path: str
    bytes: int
    sha256: str


@frozen(kw_only=True)
class ArchiveEvent:
    """
    An event in the life of an archive.

    Attributes:
        number: Its number, from 1; the line of the log, counted through all its files.
        previous: SHA-256 of the line before, line feed included; of the declaration for the first.
        time: UTC instant, RFC 3339 (eventDateTime).
        type: The kind (eventType).
        agent: The person responsible (linkingAgentIdentifier), as given with ``--by``.
        program: The program that acted, with its version.
        documents: Ids of the documents concerned (linkingObjectIdentifier); of an ingestion, they
            are the documents of its pack.
        files: Files that are new, or have a new content, from this event on.
        note: The reason that a person gave (eventDetail).
        detail: What else belongs to the event; never words of a document.
        sha256: SHA-256 of the event's own line.
    """

    number: int
    previous: str
    time: str
    type: EventType
    agent: str | None = None
    program: str
    documents: tuple[str, ...] = ()
    files: tuple[FileState, ...] = ()
    note: str | None = None
    detail: Mapping[str, JSON] = field(factory=dict)
    sha256: str = ""


def event_line(event: ArchiveEvent) -> bytes:
    """Encode an event as a line of the log; members that say nothing are left out."""
    members = {
        "number": event.number,
        "previous": event.previous,
        "time": event.time,
        "type": event.type,
        "agent": event.agent,
        "program": event.program,
        "documents": event.documents,
        "files": [
            {"path": each.path, "bytes": each.bytes, "sha256": each.sha256} for each in event.files
        ],
        "note": event.note,
        "detail": event.detail,
    }
    stated = {name: value for name, value in members.items() if value not in (None, (), [], {})}
    return orjson.dumps(stated, option=orjson.OPT_APPEND_NEWLINE)


def parse_event(line: bytes) -> ArchiveEvent:
    """
    Parse a line of the log.

    Raises:
        ValueError: The line is no event.
    """
    stated = orjson.loads(line)
    try:
        if stated["type"] not in EVENT_TYPES:
            raise ValueError
        return ArchiveEvent(
            number=_number(stated["number"]),
            previous=str(stated["previous"]),
            time=_instant(stated["time"]),
            type=stated["type"],
            agent=_text(stated.get("agent")),
            program=str(stated["program"]),
            documents=tuple(map(str, stated.get("documents", ()))),
            files=tuple(_file_state(each) for each in stated.get("files", ())),
            note=_text(stated.get("note")),
            detail=dict(stated.get("detail", {})),
            sha256=hashlib.sha256(line).hexdigest(),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError from error


def _number(stated: int) -> int:
    if not (isinstance(stated, int) and 0 < stated <= _MOST_EVENTS):
        raise ValueError(stated)
    return stated


def _instant(stated: str) -> str:
    if not _INSTANT.fullmatch(stated):
        raise ValueError(stated)
    datetime.fromisoformat(stated)
    return stated


def _text(stated: object) -> str | None:
    if stated is None or isinstance(stated, str):
        return stated
    raise TypeError


def _file_state(stated: Mapping[str, object]) -> FileState:
    path = checked_path(str(stated["path"]))
    return FileState(path, int(str(stated["bytes"])), str(stated["sha256"]))

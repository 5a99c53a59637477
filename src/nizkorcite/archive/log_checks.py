"""
The log compared with what else says how far it goes: the manifest and the seal.

A run appends events, then completes the manifest, and then seals the last event. So the log is
never behind the seal, and the manifest is never behind it either, whatever stops a run.
"""

import os
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from nizkorcite.archive.damage import Damage
from nizkorcite.archive.events import EventType
from nizkorcite.archive.layout import DECLARATION, MANIFEST, SEAL
from nizkorcite.archive.log import (
    Log,
    manifest_content,
    manifest_entries,
    manifest_lines,
)
from nizkorcite.archive.seals import is_seal, seal_content, seal_of, sealed_event

_OF_A_BEGINNING: Final[frozenset[EventType]] = frozenset({"creation", "recovery"})
"""Events that may be there before manifest and seal are, after a stopped `init`."""


@frozen
class LogWitnesses:
    """
    What says beside the log how far it goes.

    Attributes:
        seal: The seal in the archive; `None` if there is no such file.
        manifest: The manifest; `None` if there is no such file.
    """

    seal: str | None
    manifest: bytes | None


def read_witnesses(folder: str) -> LogWitnesses:
    """
    Read manifest and seal; the log is to be read after them, since it is ahead.

    Raises:
        OSError: A file cannot be read.
    """
    seal = seal_content(folder)
    return LogWitnesses(seal, manifest_content(folder))


def log_damages(folder: str, log: Log, witnesses: LogWitnesses) -> Iterator[Damage]:
    """Yield what is wrong with the log, and with manifest and seal as far as the log decides."""
    if log.is_declaration_altered:
        yield Damage("altered", DECLARATION)
    for each in log.broken:
        if os.path.isfile(os.path.join(folder, each.path)):
            yield Damage("broken-chain", each.path, line=each.line)
        else:
            yield Damage("not-a-file", each.path)
    yield from (Damage("log-name", path) for path in log.misnamed)
    for damage in (*_manifest_damages(log, witnesses), *_seal_damages(log, witnesses.seal)):
        path = os.path.join(folder, damage.path)
        if damage.code == "missing" and os.path.lexists(path):
            yield Damage("link" if os.path.islink(path) else "not-a-file", damage.path)
        else:
            yield damage


def lost_files(log: Log, manifest: bytes | None) -> list[str]:
    """
    Return the files that a manifest lists and no event names.

    A line with a known digest, or one that names no file of an archive, is damage to the manifest.
    """
    known = {each.path for event in log.events for each in event.files}
    digests = {each.sha256 for event in log.events for each in event.files}
    entries = manifest_entries(manifest or b"")
    return [path for sha256, path in entries if path not in known and sha256 not in digests]


def has_lost_end(log: Log, seal: str | None) -> bool:
    """Check whether the log lacks the event of the seal in the archive."""
    return seal is not None and is_seal(seal) and sealed_event(log, seal) is None


def is_complete(log: Log, witnesses: LogWitnesses) -> bool:
    """Check whether manifest and seal are those of the whole log, and need not be written anew."""
    wanted = manifest_lines(log.files().values())
    seals = [f"{seal_of(each)}\n" for each in log.events[-1:]]
    is_before_seals = witnesses.seal is None and not log.is_sealed
    return witnesses.manifest == wanted and (witnesses.seal in seals or is_before_seals)


def is_begun(log: Log, witnesses: LogWitnesses) -> bool:
    """Check whether a stopped run left manifest or seal behind the log; both are sound then."""
    damages = (*_manifest_damages(log, witnesses), *_seal_damages(log, witnesses.seal))
    return not damages and not is_complete(log, witnesses)


def _manifest_damages(log: Log, witnesses: LogWitnesses) -> Iterator[Damage]:
    lost = lost_files(log, witnesses.manifest)
    yield from (Damage("lost-events", path) for path in lost)
    if witnesses.manifest is None:
        if _is_in_use(log):
            yield Damage("missing", MANIFEST)
    elif not lost and not _is_right(log, witnesses.manifest, _sealed(log, witnesses.seal)):
        yield Damage("manifest", MANIFEST)


def _is_right(log: Log, manifest: bytes, sealed: int) -> bool:
    """Check that a manifest is that of the sealed state, or of a later one, or is being written."""
    first = manifest_lines(log.files(max(sealed, 1 if _is_in_use(log) else 0)).values())
    last = manifest_lines(log.files().values())
    return manifest == first or (manifest.startswith(first) and last.startswith(manifest))


def _seal_damages(log: Log, seal: str | None) -> Iterator[Damage]:
    if seal is None:
        if log.is_sealed and _is_in_use(log):
            yield Damage("missing", SEAL)
    elif has_lost_end(log, seal):
        yield Damage("lost-end", log.path or SEAL)
    elif seal != f"{seal_of(log.events[_sealed(log, seal) - 1])}\n":
        yield Damage("seal", SEAL)


def _sealed(log: Log, seal: str | None) -> int:
    return (seal is not None and is_seal(seal) and sealed_event(log, seal)) or 0


def _is_in_use(log: Log) -> bool:
    return any(each.type not in _OF_A_BEGINNING for each in log.events)

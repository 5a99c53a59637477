"""What a crash leaves in an archive, and its removal before anything else is written."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final

from attrs import frozen

from nizkorcite.archive import disk
from nizkorcite.archive.damage import Damage
from nizkorcite.archive.layout import (
    DECLARATION,
    LOG,
    MANIFEST,
    PACKS,
    QUARANTINE,
    SEAL,
    STAGING,
    WARCS,
    is_own_path,
    log_path,
    pack_of,
)
from nizkorcite.archive.lock import writer_lock
from nizkorcite.archive.log import Log, file_state, read_log
from nizkorcite.archive.log_checks import has_lost_end, lost_files, read_witnesses
from nizkorcite.archive.packs import staged_path
from nizkorcite.archive.quarantine import keep_in_quarantine
from nizkorcite.archive.store import StoreWriter, is_archive, now
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON

_PACK_FILE: Final = re.compile(rf"{PACKS}/[0-9]{{6,}}\.(?:warc|jsonl)")


@frozen
class Leftovers:
    """
    What a stopped run left, none of which was ever part of the archive.

    Attributes:
        files: Staged files, packs without an event, and files of the log without a line,
            relative to the archive.
        has_torn_line: Whether the log ends with a part of a line.
    """

    files: Sequence[str]
    has_torn_line: bool

    def __bool__(self) -> bool:
        return bool(self.files) or self.has_torn_line


@contextmanager
def open_writer(folder: str) -> Iterator[StoreWriter]:
    """
    Open an archive for writing, after removing what a crash left; write the manifest at the end.

    Raises:
        ArchiveError: The folder is no archive, another process writes into it, or its log is
            damaged.
        OSError: A file cannot be read or written.
    """
    refuse_unless_archive(folder)
    with writer_lock(folder):
        disk.make_folder(os.path.join(folder, STAGING))  # copies often lack empty folders
        writer = StoreWriter(folder, read_log(folder))
        refuse_damaged_log(writer)
        complete_committed(writer)
        _remove_leftovers(writer)
        writer.update_manifest()
        writer.update_seal()
        yield writer
        writer.update_manifest()
        writer.update_seal()


def refuse_unless_archive(folder: str) -> None:
    """
    Refuse a folder that is no archive.

    Raises:
        ArchiveError: It is none, or there is no such folder.
    """
    if not os.path.isdir(folder):
        raise ArchiveError(
            Message(
                "no such folder; make an archive with `nizkorcite archive init {path}`", path=folder
            )
        )
    if not is_archive(folder):
        raise ArchiveError(_problem_with(folder))


def _problem_with(folder: str) -> Message:
    """Say what a folder lacks of an archive; one that has packs is an archive that was damaged."""
    has_manifest = os.path.lexists(os.path.join(folder, MANIFEST))
    is_in_use = has_manifest or bool(names_below(folder, PACKS))
    if os.path.isfile(os.path.join(folder, DECLARATION)):
        if is_in_use:
            return Message(
                "it is an archive whose log is missing or empty; put the folder {name} back from "
                "a copy",
                name=LOG,
            )
        return Message(
            "making the archive was stopped; run `nizkorcite archive init {path}` again",
            path=folder,
        )
    if is_in_use and os.path.isdir(os.path.join(folder, LOG)):
        return Message(
            "it is an archive without {name}; put that file back from a copy", name=DECLARATION
        )
    return Message(
        "the folder is no archive (it has no {name}); make one with `nizkorcite archive "
        "init {path}`",
        name=DECLARATION,
        path=folder,
    )


def complete_committed(writer: StoreWriter) -> None:
    """
    Complete an erasure or a repair whose event is in the log, or whose file is staged.

    Staged files whose content the log names are moved into their places; files in quarantine that
    an erasure has named are removed.

    Raises:
        OSError: A file cannot be read, renamed or removed.
    """
    for path in _erased_quarantine(writer.log):
        if os.path.lexists(writer.path(path)):
            disk.remove(writer.path(path))
    places = {staged_path(each.path): each for each in writer.log.files().values()}
    found = {
        staged: places[staged].path
        for staged in names_below(writer.folder, STAGING)
        if staged in places and file_state(writer.folder, staged).sha256 == places[staged].sha256
    }
    for staged, path in found.items():
        _put_in_place(writer.path(staged), writer.path(path))
    for folder in {os.path.dirname(path) for path in found.values()}:
        disk.sync_folder(writer.path(folder))
    for staged in found:
        disk.remove(writer.path(staged))
    writer.has_completed = bool(found)


def _put_in_place(staged: str, path: str) -> None:
    """
    Replace a file by a staged one, which keeps its name.

    A file system without a journal may keep the one half of a renaming alone: that the old name is
    gone. The event has been committed, so the bytes must not be lost.
    """
    second = f"{staged}.second"
    with suppress(FileNotFoundError):
        disk.remove(second)
    disk.link(staged, second)
    disk.rename(second, path)


def leftovers(folder: str, log: Log) -> Leftovers:
    """
    Find what a stopped run left.

    Raises:
        OSError: A folder cannot be read.
    """
    staged = names_below(folder, STAGING)
    known = log.files()
    placed = [
        path
        for path in names_below(folder, PACKS)
        if path not in known and _PACK_FILE.fullmatch(path) and pack_of(path) >= log.next_pack()
    ]
    whole = [path for path in names_below(folder, WARCS) if path not in known and is_own_path(path)]
    months = [path for path in log.empty if log.path < path <= log_path(now())]
    return Leftovers([*staged, *placed, *whole, *months], log.torn is not None)


def refuse_damaged_log(writer: StoreWriter) -> None:
    """
    Refuse to write after a log whose chain is broken, or whose end was lost.

    Raises:
        ArchiveError: The log is damaged; the place is named.
    """
    for each in writer.log.broken[:1]:
        raise ArchiveError(
            Message(
                "the log is damaged at {path}:{line}, so nothing is written; run `nizkorcite "
                "archive verify {folder}`",
                path=each.path,
                line=each.line,
                folder=writer.folder,
            )
        )
    if writer.log.is_declaration_altered:
        raise ArchiveError(
            Message(
                "{path} is damaged: {problem}; mend it first with `nizkorcite archive repair`",
                path=DECLARATION,
                problem=Damage("altered", DECLARATION).message,
            )
        )
    _refuse_lost_events(writer)


def _refuse_lost_events(writer: StoreWriter) -> None:
    for path in (writer.path(name) for name in (MANIFEST, SEAL)):
        if os.path.isdir(path):
            raise ArchiveError(Message("{path} is no ordinary file; remove it", path=path))
    witnesses = read_witnesses(writer.folder)
    for path in lost_files(writer.log, witnesses.manifest):
        raise ArchiveError(
            Message(
                "the log has lost the event of {path}, which {manifest} lists, so nothing is "
                "written; mend it with `nizkorcite archive repair {folder} --from COPY`",
                path=path,
                manifest=MANIFEST,
                folder=writer.folder,
            )
        )
    if has_lost_end(writer.log, witnesses.seal):
        raise ArchiveError(
            Message(
                "the log has lost the event that {seal} names, or it was changed, so nothing is "
                "written; mend it with `nizkorcite archive repair {folder} --from COPY`",
                seal=SEAL,
                folder=writer.folder,
            )
        )


def _remove_leftovers(writer: StoreWriter) -> None:
    found = leftovers(writer.folder, writer.log)
    if writer.log.torn:
        disk.truncate(writer.path(writer.log.torn.path), writer.log.torn.offset)
        writer.log.torn = None
    staged = [path for path in found.files if path.startswith((f"{STAGING}/", f"{LOG}/"))]
    placed = [path for path in found.files if path not in staged]
    for path in staged:
        disk.remove(writer.path(path))
    for path in placed:  # their event may be lost, as after a log was put back from a copy
        keep_in_quarantine(writer.folder, path)
        with suppress(FileNotFoundError):
            disk.remove(writer.path(path))
    if found:
        detail: dict[str, JSON] = {"removed": len(staged), "torn_line": found.has_torn_line}
        if placed:
            detail["quarantined"] = list[JSON](placed)
        writer.append(writer.event("recovery", detail=detail))
    writer.recovered = len(found.files) + found.has_torn_line


def _erased_quarantine(log: Log) -> Iterator[str]:
    for event in log.events:
        paths = event.detail.get("quarantine") if event.type == "deletion" else None
        for path in paths if isinstance(paths, list) else ():
            folder, _, name = str(path).partition("/")
            if folder == QUARANTINE and name == os.path.basename(name):
                yield f"{folder}/{name}"


def names_below(folder: str, below: str) -> list[str]:
    """Return the paths of the files in a folder of an archive, relative to the archive."""
    place = os.path.join(folder, below)
    return [f"{below}/{name}" for name in sorted(os.listdir(place))] if os.path.isdir(place) else []

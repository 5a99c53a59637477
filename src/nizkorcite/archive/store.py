"""
The folder of an archive: how it begins, and how a batch becomes part of it.

A batch is staged and synced, renamed into its place, and committed by one line of the log. Whatever
a crash leaves before that line is no part of the archive, and the next writer removes it
(`recovery`). A write that fails leaves the archive as it was.
"""

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Final

from attrs import evolve

from nizkorcite import __version__
from nizkorcite.archive import disk
from nizkorcite.archive.events import ArchiveEvent, EventType, FileState, parse_event
from nizkorcite.archive.layout import (
    DECLARATION,
    KIND,
    LAYOUT_VERSION,
    LOG,
    MANIFEST,
    PACKS,
    SEAL,
    SHIPPED_TEXTS,
    STAGING,
    WARCS,
    shipped_text,
)
from nizkorcite.archive.log import (
    Log,
    first_files,
    log_files,
    manifest_content,
    manifest_lines,
    next_event,
)
from nizkorcite.archive.packs import PackWriter, staged_path
from nizkorcite.archive.seals import seal_content, seal_of
from nizkorcite.display import json_text
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON

PROGRAM: Final = f"nizkorcite {__version__}"
_OWN: Final = (DECLARATION, *SHIPPED_TEXTS, PACKS, LOG, STAGING)


def now() -> str:
    """Return the time in UTC, to the second (RFC 3339)."""
    return utc(dt.datetime.now(dt.UTC))


def utc(instant: dt.datetime) -> str:
    """Return an instant in UTC, to the second (RFC 3339)."""
    return instant.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def is_archive(folder: str) -> bool:
    """Check for an archive: a declaration, and a log whose first event is committed."""
    declared = os.path.join(folder, DECLARATION)
    if not (os.path.isfile(declared) and os.path.isdir(os.path.join(folder, LOG))):
        return False
    return any(_is_begun(os.path.join(folder, path)) for path in log_files(folder)[:1])


def _is_begun(log: str) -> bool:
    """Check for a first event; `verify` names what is no file."""
    if not os.path.isfile(log):
        return True
    with open(log, "rb") as file:
        return file.readline().endswith(b"\n")


def create_store(folder: str, agent: str | None) -> None:
    """
    Make the folder of an archive; complete one whose making was stopped.

    Raises:
        ArchiveError: The folder is an archive, or contains other files.
        OSError: It cannot be written.
    """
    _refuse_used(folder)
    disk.make_folder(folder)
    for name in (PACKS, LOG, STAGING):
        disk.make_folder(os.path.join(folder, name))
    for name in log_files(folder):  # a first line that was never synced
        disk.remove(os.path.join(folder, name))
    texts = {name: shipped_text(name) for name in SHIPPED_TEXTS}
    for name, text in {**texts, DECLARATION: _declaration()}.items():
        disk.write_anew(os.path.join(folder, name), [text])
    disk.sync_folder(folder)
    disk.sync_folder(os.path.dirname(os.path.abspath(folder)))
    states = tuple(first_files(folder))
    writer = StoreWriter(folder, Log([], states[0].sha256))
    writer.append(writer.event("creation", agent=agent, files=states))
    writer.update_manifest()
    writer.update_seal()


def _refuse_used(folder: str) -> None:
    if not os.path.lexists(folder):
        return
    if is_archive(folder):
        raise ArchiveError(Message("the folder is an archive already"))
    others = sorted(set(os.listdir(folder)).difference(_OWN))
    packs = os.path.join(folder, PACKS)
    if not others and os.path.isdir(packs):  # of an archive that has lost its log
        others = [f"{PACKS}/{name}" for name in sorted(os.listdir(packs))]
    if others:
        raise ArchiveError(
            Message(
                "the folder has other files, such as {name}; give an empty or a new folder",
                name=others[0],
            )
        )


def _declaration() -> bytes:
    members: dict[str, JSON] = {
        "kind": KIND,
        "layout": LAYOUT_VERSION,
        "digest": "sha256",
        "created": now(),
        "name": f"urn:uuid:{_random_uuid()}",
    }
    return f"{json_text(members, 2)}\n".encode()


def _random_uuid() -> str:
    import uuid

    return str(uuid.uuid4())


class StoreWriter:
    """
    The writer of an archive, whose lock is held.

    Args:
        folder: The archive.
        log: Its log.

    Attributes:
        recovered: Number of files, and parts of lines, of a stopped run that were removed.
        has_completed: Whether files of a stopped run were put in their places.
    """

    def __init__(self, folder: str, log: Log) -> None:
        self.folder = folder
        self.log = log
        self.recovered = 0
        self.has_completed = False

    def path(self, name: str) -> str:
        """Return the path of a file of the archive."""
        return os.path.join(self.folder, name)

    def event(  # noqa: PLR0913 - the members of an event
        self,
        kind: EventType,
        *,
        agent: str | None = None,
        documents: Sequence[str] = (),
        files: Sequence[FileState] = (),
        note: str | None = None,
        detail: Mapping[str, JSON] | None = None,
        time: str = "",
    ) -> ArchiveEvent:
        """Make an event that has no place in the log yet."""
        return ArchiveEvent(
            number=0,
            previous="",
            time=time or now(),
            type=kind,
            agent=agent,
            program=PROGRAM,
            documents=tuple(documents),
            files=tuple(files),
            note=note,
            detail=detail or {},
        )

    def append(self, event: ArchiveEvent) -> ArchiveEvent:
        """
        Commit an event, and return it with its place.

        Raises:
            ArchiveError: The event could not be read again.
            OSError: The line cannot be written; the log is as before.
        """
        try:
            placed, line = next_event(self.log, event)
            parse_event(line)
        except (TypeError, ValueError) as error:
            problem = Message("the log cannot have this event: {problem}", problem=str(error))
            raise ArchiveError(problem) from error
        path = self.path(self.log.path_of(placed.time))
        size = os.path.getsize(path) if os.path.exists(path) else 0
        try:
            disk.append(path, line)
            if not size:  # the name of the file may be new, or left by a crash
                disk.sync_folder(self.path(LOG))
        except OSError:
            with suppress(OSError):  # else the next writer cuts the line
                disk.truncate(path, size)
            raise
        self.log.take(placed)
        return placed

    def new_pack(self, time: str) -> PackWriter:
        """Begin a pack."""
        return PackWriter(self.folder, self.log.next_pack(), PROGRAM, time)

    def commit(self, pack: PackWriter, event: ArchiveEvent) -> ArchiveEvent:
        """
        Move a pack into its place, and commit it with its event.

        Raises:
            OSError: A file cannot be written; the archive is as before.
        """
        states: list[FileState] = []
        try:
            states = pack.finish()
            self._put_in_place(states)
            detail: dict[str, JSON] = {"pack": pack.number, **event.detail}
            if pack.faults:
                detail["faults"] = pack.faults
            return self.append(
                evolve(event, files=tuple(states), documents=tuple(pack.documents), detail=detail)
            )
        except OSError:
            self._remove(each.path for each in states)
            raise
        finally:
            pack.close()
            self.clear_staging()

    def _put_in_place(self, states: Sequence[FileState]) -> None:
        folders = dict.fromkeys(os.path.dirname(each.path) for each in states)
        if WARCS in folders and not os.path.isdir(self.path(WARCS)):
            disk.make_folder(self.path(WARCS))
            disk.sync_folder(self.folder)
        for state in states:
            disk.rename(self.path(staged_path(state.path)), self.path(state.path))
        for folder in folders:
            disk.sync_folder(self.path(folder))

    def clear_staging(self) -> None:
        """Remove staged files."""
        for name in os.listdir(self.path(STAGING)):
            with suppress(OSError):
                disk.remove(self.path(f"{STAGING}/{name}"))

    def update_manifest(self) -> None:
        """
        Write the manifest of all files that the log names.

        Raises:
            OSError: It cannot be written; the next writer does it.
        """
        wanted = manifest_lines(self.log.files().values())
        path = self.path(MANIFEST)
        present = manifest_content(self.folder) or b""
        if present == wanted:
            return
        if present and wanted.startswith(present):
            disk.append(path, wanted[len(present) :])
            return
        staged = self.path(f"{STAGING}/{MANIFEST}")
        disk.write_anew(staged, [wanted])
        disk.rename(staged, path)
        disk.sync_folder(self.folder)

    def update_seal(self) -> None:
        """
        Write the seal of the last event, after the manifest.

        Raises:
            OSError: It cannot be written; the next writer does it.
        """
        wanted = f"{seal_of(self.log.events[-1])}\n"
        if seal_content(self.folder) == wanted:
            return
        staged = self.path(f"{STAGING}/{SEAL}")
        disk.write_anew(staged, [wanted.encode()])
        disk.rename(staged, self.path(SEAL))
        disk.sync_folder(self.folder)

    def _remove(self, paths: Iterable[str]) -> None:
        for path in paths:
            with suppress(OSError):
                disk.remove(self.path(path))

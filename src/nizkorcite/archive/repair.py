"""
Repairing an archive from a copy of the same archive.

A damaged file is kept in `quarantine`, and the copy's file takes its place if its digest is the one
that the log names. A damaged log is replaced if the copy's chain is whole and begins as ours does.
What makes a folder an archive, its declaration and its log, is put back first.
"""

import os
from collections.abc import Sequence

from attrs import frozen

from nizkorcite.archive import disk
from nizkorcite.archive.events import FileState
from nizkorcite.archive.fixity import file_damage
from nizkorcite.archive.layout import DECLARATION, LOG, PACKS, SHIPPED_TEXTS, STAGING
from nizkorcite.archive.log import (
    Log,
    file_state,
    log_files,
    read_log,
)
from nizkorcite.archive.log_checks import has_lost_end, lost_files, read_witnesses
from nizkorcite.archive.packs import staged_path
from nizkorcite.archive.quarantine import keep_in_quarantine
from nizkorcite.archive.store import StoreWriter
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message


@frozen
class Repaired:
    """
    A damaged file.

    Attributes:
        path: The file, relative to the archive.
        is_mended: Whether the copy had it as it was written.
    """

    path: str
    is_mended: bool


def restore_frame(folder: str, copy: str) -> Sequence[Repaired]:
    """
    Put back the declaration, the log and the folders that an archive cannot be opened without.

    Args:
        folder: What is left of the archive: at least one file that the copy has too.
        copy: The copy, an archive.

    Raises:
        ArchiveError: The folder of quarantine is a link.
        OSError: A file cannot be read or written.
    """
    restored = [path for path in (PACKS, LOG) if _make_place(folder, path)]
    missing = _missing_frame(folder, copy)
    disk.make_folder(os.path.join(folder, STAGING))
    for path in missing:
        _replace(folder, copy, path)
    return [Repaired(path, is_mended=True) for path in (*restored, *missing)]


def _make_place(folder: str, name: str) -> bool:
    """Make a folder that is missing; keep what is in its place. Return whether it was made."""
    path = os.path.join(folder, name)
    if os.path.isdir(path) and not os.path.islink(path):
        return False
    keep_in_quarantine(folder, name)
    disk.make_folder(path)
    disk.sync_folder(folder)
    return True


def _missing_frame(folder: str, copy: str) -> Sequence[str]:
    """Return the files without which nothing can be read: the declaration, and a log of no line."""
    paths = [] if os.path.isfile(os.path.join(folder, DECLARATION)) else [DECLARATION]
    sizes = (os.path.getsize(os.path.join(folder, path)) for path in log_files(folder))
    return [*paths, *([] if any(sizes) else log_files(copy))]


def refuse_stranger(folder: str, copy: str) -> None:
    """
    Refuse a folder that has no file of the copied archive.

    Raises:
        ArchiveError: It has none.
        OSError: The log of the copy cannot be read.
    """
    for state in read_log(copy).files().values():
        if state.path not in SHIPPED_TEXTS and file_damage(folder, state) is None:
            return
    raise ArchiveError(
        Message("{folder} has no file of the archive that was copied", folder=folder)
    )


def repair_log(folder: str, copy: str) -> Sequence[Repaired]:
    """
    Replace a damaged log, and a damaged declaration, by those of a copy.

    Raises:
        ArchiveError: The copy is another archive, or its log is damaged or shorter.
        OSError: A file cannot be read or written.
    """
    theirs = read_log(copy)
    paths = [DECLARATION, *log_files(copy)]
    if not _is_log_damaged(folder):
        return ()
    _refuse_unfit(folder, theirs)
    damaged = [path for path in paths if not _is_equal(folder, copy, path)]
    for path in damaged:
        _replace(folder, copy, path)
    return [Repaired(path, is_mended=True) for path in damaged]


def repair_files(writer: StoreWriter, copy: str, agent: str | None) -> Sequence[Repaired]:
    """
    Replace damaged files by those of a copy, and record that.

    Raises:
        OSError: A file cannot be written.
    """
    damaged = [each for each in writer.log.files().values() if file_damage(writer.folder, each)]
    results = [Repaired(each.path, is_mended=_mend(writer.folder, copy, each)) for each in damaged]
    mended = [each.path for each in results if each.is_mended]
    if mended:
        writer.append(writer.event("replacement", agent=agent, detail={"replaced": list(mended)}))
    return results


def _is_log_damaged(folder: str) -> bool:
    ours = read_log(folder)
    witnesses = read_witnesses(folder)
    return (
        bool(ours.broken)
        or ours.is_declaration_altered
        or bool(lost_files(ours, witnesses.manifest))
        or has_lost_end(ours, witnesses.seal)
    )


def _refuse_unfit(folder: str, theirs: Log) -> None:
    """Refuse a log that does not contain what ours has until its damage."""
    ours = read_log(folder)
    witnesses = read_witnesses(folder)
    # The event before a broken link, or before the lost end, may be the one that was changed.
    is_last_sure = not ours.broken and not has_lost_end(ours, witnesses.seal)
    sure = ours.events[: ours.intact - (not is_last_sure)]
    lost = lost_files(theirs, witnesses.manifest)
    begins_as_ours = [each.sha256 for each in theirs.events[: len(sure)]] == [
        each.sha256 for each in sure
    ]
    first = [each.previous for each in ours.events[:1]]
    is_same = theirs.events[0].previous in (*first, file_state(folder, DECLARATION).sha256)
    last = max((each.number for each in ours.events), default=0)
    is_older = len(theirs.events) < last or has_lost_end(theirs, witnesses.seal)
    if theirs.broken or lost or is_older or not (begins_as_ours and is_same):
        raise ArchiveError(
            Message("the log of the copy is damaged, older, or that of another archive")
        )


def _mend(folder: str, copy: str, state: FileState) -> bool:
    if file_damage(copy, state):
        return False
    _replace(folder, copy, state.path)
    return True


def _replace(folder: str, copy: str, path: str) -> None:
    """Stage a file of the copy, put ours in quarantine, and move the staged one into its place."""
    staged = os.path.join(folder, staged_path(path))
    with open(os.path.join(copy, path), "rb") as file:
        disk.write_anew(staged, iter(lambda: file.read(1 << 20), b""))
    disk.sync_folder(os.path.join(folder, STAGING))
    keep_in_quarantine(folder, path)
    target = os.path.join(folder, path)
    disk.rename(staged, target)
    disk.sync_folder(os.path.dirname(target))


def _is_equal(folder: str, copy: str, path: str) -> bool:
    try:
        with (
            open(os.path.join(folder, path), "rb") as ours,
            open(os.path.join(copy, path), "rb") as theirs,
        ):
            return ours.read() == theirs.read()
    except OSError:
        return False

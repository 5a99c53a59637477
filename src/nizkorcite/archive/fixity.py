"""
Verifying an archive: names and lengths, digests, and what the files say together.

The log is the reference: its chain is checked first, and every file that it names is compared with
it. Nothing is repaired here.
"""

import hashlib
import os
import re
import stat
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Final, Literal

from attrs import define, field, frozen

from nizkorcite.archive.checks import Unit, ranges_of, units_of
from nizkorcite.archive.damage import Damage
from nizkorcite.archive.events import FileState
from nizkorcite.archive.layout import (
    INDEX_FILE,
    LOCK,
    LOG,
    MANIFEST,
    PACKS,
    QUARANTINE,
    SEAL,
    STAGING,
    WARCS,
)
from nizkorcite.archive.log import Log, log_files
from nizkorcite.archive.log_checks import LogWitnesses, is_begun, log_damages, read_witnesses
from nizkorcite.archive.recovery import leftovers
from nizkorcite.display import visible
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON

Scope = Literal["quick", "full", "deep"]
"""``quick`` compares names and lengths, ``full`` every byte, ``deep`` also what the files say."""

_BLOCK: Final = 1 << 20
_OURS: Final = (MANIFEST, SEAL, INDEX_FILE, f"{INDEX_FILE}-journal", LOCK)
_OUR_FOLDERS: Final = (PACKS, WARCS, LOG, STAGING, QUARANTINE)
_QUARANTINED: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{6}Z-[0-9a-f]{6}-[^/]+")


@frozen(kw_only=True)
class FixityReport:
    """
    What a verification has found, and what it has not looked at.

    Attributes:
        scope: What was compared.
        damages: Everything that is not as it was written.
        files: Number of files that the log names.
        bytes: Number of their bytes.
        bytes_read: Number of bytes that were read in this run.
        unread: Numbers of the packs of which not every byte was read; 0 for the files that the
            archive begins with.
        oldest_check: The instant of the oldest check of any pack, this run counted.
        unverifiable: Number of documents without bytes in the archive, which nothing can compare.
        is_unfinished: Whether a stopped run left anything, which `recover` removes.
        sound: Numbers of the packs that were read whole and have no damage.
        unrecorded: The reason why this check could not be recorded, as in a read-only folder.
    """

    scope: Scope
    damages: Sequence[Damage]
    files: int
    bytes: int
    bytes_read: int
    unread: Sequence[int]
    oldest_check: str
    unverifiable: int
    is_unfinished: bool
    sound: Sequence[int]
    unrecorded: Message | None = None

    @property
    def is_sound(self) -> bool:
        """Whether nothing is damaged, as far as it was read."""
        return not self.damages

    def detail(self) -> dict[str, JSON]:
        """Return what the event of the check says."""
        damaged = sorted({visible(each.path) for each in self.damages})
        return {
            "scope": self.scope,
            "outcome": "success" if self.is_sound else "failure",
            "checked": [[first, last] for first, last in ranges_of(self.sound)],
            "damaged": list(damaged),
            "bytes": self.bytes_read,
        }


@define
class FixityCheck:
    """
    A verification in progress.

    Attributes:
        folder: The archive.
        log: Its log.
        witnesses: What its manifest and seal say, read before the log.
        scope: What is compared.
        jobs: Number of threads that read.
        seconds: The time after which no further pack is begun; `None` for no limit.
        not_since: Packs checked at this instant or later are not read again.
        watch: Called with the number of bytes read and of all bytes to read.
        read: Numbers of the packs read whole until now.
        sound: Those of them without damage.
        damages: What was found until now.
        bytes_read: Number of bytes read until now.
    """

    folder: str
    log: Log
    witnesses: LogWitnesses
    scope: Scope = "full"
    jobs: int = 1
    seconds: float | None = None
    not_since: str | None = None
    watch: Callable[[int, int], object] = lambda _done, _total: None
    read: list[int] = field(factory=list)
    sound: list[int] = field(factory=list)
    damages: list[Damage] = field(factory=list)
    bytes_read: int = 0

    def run(self) -> None:
        """
        Compare everything that the scope and the time allow.

        Raises:
            OSError: A folder cannot be read.
        """
        self.damages += log_damages(self.folder, self.log, self.witnesses)
        strangers = _strangers(self.folder, self.log)
        self.damages += [each for each in strangers if each not in self.damages]
        units = units_of(self.log)
        for unit in units:
            self.damages += (each for each in map(self._stated, unit.files) if each)
        if self.scope != "quick":
            self._read(units)

    def _stated(self, state: FileState) -> Damage | None:
        """Compare kind and length of a file."""
        return kind_damage(self.folder, state)

    def _read(self, units: Sequence[Unit]) -> None:
        due = [each for each in units if self.not_since is None or each.checked < self.not_since]
        total = sum(each.bytes for each in due)
        done = 0
        with ThreadPoolExecutor(self.jobs) as pool:
            for unit, found in self._in_order(pool, due):
                new = [each for each in found if each not in self.damages]
                self.damages += new
                unread = {each.path for each in found if each.code != "altered"}
                self.bytes_read += sum(each.bytes for each in unit.files if each.path not in unread)
                done += unit.bytes
                if not unread:
                    self.read.append(unit.number)
                self.watch(done, total)
                if not found:
                    self.sound.append(unit.number)

    def _in_order(
        self, pool: ThreadPoolExecutor, units: Sequence[Unit]
    ) -> Iterator[tuple[Unit, list[Damage]]]:
        """Yield each unit with its damages; begin none but the first after the time."""
        end = None if self.seconds is None else time.monotonic() + self.seconds
        waiting: list[tuple[Unit, Future[list[Damage]]]] = []
        try:
            for unit in units:
                if end is not None and unit is not units[0] and time.monotonic() >= end:
                    break
                waiting.append((unit, pool.submit(unit_damages, self.folder, unit)))
                if len(waiting) >= self.jobs:
                    first, future = waiting.pop(0)
                    yield first, future.result()
            for first, future in waiting:
                yield first, future.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def unit_damages(folder: str, unit: Unit) -> list[Damage]:
    """Read the files of a unit, and return those that differ."""
    found = (file_damage(folder, each) for each in unit.files)
    return [each for each in found if each]


def file_damage(folder: str, state: FileState) -> Damage | None:
    """Compare a file, every byte of it."""
    if damage := kind_damage(folder, state):
        return damage
    try:
        digest = _digest(os.path.join(folder, state.path))
    except OSError:
        return Damage("unreadable", state.path)
    return None if digest == state.sha256 else Damage("altered", state.path)


def kind_damage(folder: str, state: FileState) -> Damage | None:
    """Compare what a file is, and its length."""
    path = os.path.join(folder, state.path)
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return Damage("missing", state.path)
    except OSError:
        return Damage("unreadable", state.path)
    if stat.S_ISLNK(status.st_mode):
        return Damage("link", state.path)
    if not stat.S_ISREG(status.st_mode):
        return Damage("not-a-file", state.path)
    if status.st_size == state.bytes:
        return None
    return Damage("truncated" if status.st_size < state.bytes else "grown", state.path)


def _digest(path: str) -> str:
    with open(path, "rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def has_unfinished(folder: str, log: Log) -> bool:
    """Check whether a stopped run left files, a part of a line, or a manifest to complete."""
    return bool(leftovers(folder, log)) or is_begun(log, read_witnesses(folder))


def _strangers(folder: str, log: Log) -> Iterator[Damage]:
    """Yield what is no part of the archive, and what is no file or folder in a place of one."""
    months = {*log_files(folder)} - {*log.empty}
    known = {*log.files(), *months, *_OURS, *leftovers(folder, log).files}
    forms = {_form(path): path for path in known}
    for path in _all_paths(folder):
        if path.rstrip("/") not in known and not _is_kept(path):
            is_twin = forms.setdefault(_form(path), path) != path
            yield Damage("name-twin" if is_twin else "unexpected", path)
    for path in (*_OUR_FOLDERS, *months, *_OURS):
        yield from _kind_damages(folder, path)


def _kind_damages(folder: str, path: str) -> Iterator[Damage]:
    """Name a link, or another kind of thing, in the place of a file or folder of the archive."""
    whole = os.path.join(folder, path)
    if os.path.islink(whole):
        yield Damage("link", path)
    elif os.path.exists(whole):
        is_right = os.path.isdir(whole) if path in _OUR_FOLDERS else os.path.isfile(whole)
        if not is_right:
            yield Damage("not-a-file", path)


def _is_kept(path: str) -> bool:
    """Check for a damaged file that a repair has put into quarantine."""
    folder, _, name = path.partition("/")
    return folder == QUARANTINE and _QUARANTINED.fullmatch(name) is not None


def _form(path: str) -> str:
    """Return a name as file systems compare it that know no case, or only one form of Unicode."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _all_paths(folder: str) -> Iterator[str]:
    """Yield all files, links and empty folders but the staged ones; folders end with a slash."""
    for place, folders, files in os.walk(folder):
        inside = os.path.relpath(place, folder).replace(os.sep, "/")
        if inside == ".":
            folders[:] = [each for each in folders if each != STAGING]
        prefix = "" if inside == "." else f"{inside}/"
        links = [each for each in folders if os.path.islink(os.path.join(place, each))]
        paths = [prefix + name for name in (*files, *links)]
        yield from (path for path in paths if path not in _OUR_FOLDERS)
        if not (files or folders or inside in _OUR_FOLDERS):
            yield prefix


def oldest_check(log: Log, now: str, sound: Sequence[int]) -> str:
    """Return the instant of the oldest check, when some packs are found sound now."""
    with suppress(ValueError):
        return min(now if each.number in sound else each.checked for each in units_of(log))
    return now

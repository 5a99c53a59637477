"""
Archives whose writing is stopped at every call of the system, and disks that lose power.

    python tests/stopped_archives.py [NUMBER [NUMBER]]

All writes of an archive go through `nizkorcite.archive.disk`, whose `os` is replaced here. A stop
ends the process before a call, after it, or half-way through a write; an error makes a call fail. A
loss of power is simulated on the list of calls: what was not synced is kept, lost, or kept in part,
each write and each name by itself. Afterwards what was acknowledged must be there and sound, and a
second run must reach the archive of an undisturbed one. The numbers are those of stops and errors,
and of losses.
"""

import errno
import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from attrs import define, field, frozen

from archives import addition
from nizkorcite.archive import Archive, RecordEdit, adding, disk
from nizkorcite.archive.log import manifest_content, manifest_lines
from nizkorcite.archive.store import is_archive
from nizkorcite.loading.field_values import parse_change

DOCUMENTS = 12
A_PACK = 2
ERASED, WITHDRAWN, EDITED = "example.org:1", "example.org:2", "example.org:3"
CALLS = ("open", "write", "fsync", "replace", "unlink", "mkdir", "ftruncate")
SCRATCH = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - files in memory
"""Nothing here depends on a disk, and syncs of a real one take minutes."""
Call = tuple[str, tuple[Any, ...], Any]
"""Name, arguments and result of a call."""


def write_archive(folder: Path, acknowledge: Callable[[str], object]) -> None:
    """Make an archive unless there is one, add documents, and say what is there for good."""
    if not is_archive(str(folder)):
        Archive.create(folder).close()
    acknowledge("created")
    with Archive(folder) as archive:
        for added in archive.add(map(addition, range(1, DOCUMENTS + 1))):
            acknowledge(added.id)
        archive.recover()
        if archive.lookup.current_number(EDITED) == 1:
            edit = RecordEdit(id=EDITED, changes=[parse_change("title=A better title")])
            list(archive.edit([edit], by="Ana", note="misprint"))
        acknowledge("edited")
        if not archive.lookup.withdrawal(WITHDRAWN):
            archive.withdraw(WITHDRAWN, by="Ana", note="asked by the author")
        acknowledge("withdrawn")
        if not archive.lookup.erasure(ERASED):
            archive.erase(ERASED, by="Ana", note="ordered by a court")
        acknowledge("erased")
    acknowledge("closed")


@contextmanager
def small_packs() -> Iterator[None]:
    """Commit after two documents, so that a few documents make many commits."""
    before = adding._MOST_DOCUMENTS  # noqa: SLF001 - a limit that no user can set
    adding._MOST_DOCUMENTS = A_PACK  # type: ignore[misc] # noqa: SLF001
    try:
        yield
    finally:
        adding._MOST_DOCUMENTS = before  # type: ignore[misc] # noqa: SLF001


@contextmanager
def replaced_calls(
    around: Callable[[str, Callable[..., Any], tuple[Any, ...]], Any],
) -> Iterator[None]:
    """Let a function make the calls of the system for the archive."""

    def wrapped(name: str) -> Callable[..., Any]:
        real = getattr(os, name)
        return lambda *words: around(name, real, words)

    members = {name: getattr(os, name) for name in dir(os)}
    calls = SimpleNamespace(**members | {name: wrapped(name) for name in CALLS})
    vars(disk)["os"] = calls
    try:
        yield
    finally:
        vars(disk)["os"] = os


def fault(folder: Path, acknowledged: Sequence[str]) -> str:
    """What is wrong with an archive after a stop; nothing, if all is well."""
    if not is_archive(str(folder)):
        return "no archive" if acknowledged else ""
    with Archive(folder) as archive:
        first = manifest_lines(archive.log.events[0].files)
        if acknowledged[-1:] == ["created"] and not manifest_content(str(folder)).startswith(first):
            return "no whole manifest in a new archive"
        if "closed" in acknowledged:
            report = archive.verify("deep")
            files = archive.log.files().values()
            if report.damages or manifest_content(str(folder)) != manifest_lines(files):
                return f"after a whole run: {report.damages}"
        archive.recover()
    with Archive(folder) as archive:
        report = archive.verify("deep")
        if report.damages or report.is_unfinished:
            return f"after recovery: {report.damages}"
        if lost := {*acknowledged} - _there(archive):
            return f"lost: {sorted(lost)}"
    return ""


def _there(archive: Archive) -> set[str]:
    """What can be acknowledged of an archive."""
    found = {each.id for each in archive.documents()} | {"created", "closed"}
    if archive.lookup.current_number(EDITED) == 2:
        found |= {"edited"}
    if archive.lookup.withdrawal(WITHDRAWN):
        found |= {"withdrawn", WITHDRAWN}
    if archive.lookup.erasure(ERASED):
        found |= {"erased", ERASED}
        page = max(addition(1).payloads.values(), key=len)
        if any(page in path.read_bytes() for path in Path(archive.folder, "packs").iterdir()):
            return set()
    return found


def fault_after_rerun(folder: Path, acknowledged: Sequence[str], digest: str) -> str:
    """What is wrong after a stop, or with what a second run makes of it."""
    if found := fault(folder, acknowledged):
        return found
    write_archive(folder, lambda _: None)
    with Archive(folder) as archive:
        return "" if archive.tree_digest() == digest else "another tree digest"


# Stops and errors


def stopped(folder: Path, number: int, how: str) -> list[str]:
    """Write an archive in a process that ends at the call of that number; what it acknowledged."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        with replaced_calls(_stop_at(number, how)):
            write_archive(folder, lambda word: os.write(theirs, f"{word}\n".encode()))
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, encoding="utf-8") as file:
        words = file.read().split()
    os.waitpid(child, 0)
    return words


def _stop_at(number: int, how: str) -> Callable[..., Any]:
    left = number

    def around(name: str, real: Callable[..., Any], words: tuple[Any, ...]) -> Any:
        nonlocal left
        left -= 1
        if left:
            return real(*words)
        if name == "write" and how == "half":
            real(words[0], words[1][: len(words[1]) // 2])
        elif how == "after":
            real(*words)
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    return around


def failed(folder: Path, number: int, code: int, *, is_lasting: bool) -> list[str]:
    """Write an archive while the call of that number fails, and perhaps all writes after it."""
    left = number

    def around(name: str, real: Callable[..., Any], words: tuple[Any, ...]) -> Any:
        nonlocal left
        left -= 1
        if left == 0 or (left < 0 and is_lasting and name == "write"):
            if name == "write":
                real(words[0], words[1][: len(words[1]) // 3])
            raise OSError(code, os.strerror(code))
        return real(*words)

    acknowledged: list[str] = []
    with replaced_calls(around):
        try:
            write_archive(folder, acknowledged.append)
        except OSError as error:
            if error.errno != code:
                raise
    return acknowledged


# Losses of power


@define
class Inode:
    """A file: its synced bytes, and what was written since."""

    synced: bytes = b""
    waiting: list[tuple[str, Any]] = field(factory=list)

    def after_loss(self, choice: random.Random) -> bytes:
        """The bytes after a loss of power: each write kept, lost, zeros, or kept in part."""
        data = self.synced
        for kind, value in self.waiting:
            fate = choice.choice(("kept", "kept", "lost", "zeros", "part"))
            if kind == "cut":
                data = data[:value] if fate == "kept" else data
            elif fate == "kept":
                data += value
            elif fate == "zeros":
                data += bytes(len(value))
            elif fate == "part":
                data += value[: choice.randrange(len(value) + 1)]
        return data


@define
class Disk:
    """A disk of files and folders, of which only what was synced is sure to survive."""

    names: dict[str, Inode | None] = field(factory=dict)
    synced_names: dict[str, Inode | None] = field(factory=dict)
    waiting: list[tuple[str, Inode | None, bool]] = field(factory=list)
    open: dict[int, str] = field(factory=dict)

    def name(self, path: str, inode: Inode | None, *, is_there: bool = True) -> None:
        """Give a file or folder (`None`) a name, or take it away."""
        if is_there:
            self.names[path] = inode
        else:
            self.names.pop(path, None)
        self.waiting.append((path, inode, is_there))

    def sync_names(self, folder: str) -> None:
        """Make the names in a folder survive."""
        mine = [each for each in self.waiting if _above(each[0]) == folder]
        self.waiting = [each for each in self.waiting if _above(each[0]) != folder]
        _apply(self.synced_names, mine)

    def after_loss(self, choice: random.Random) -> dict[str, bytes | None]:
        """Files and folders after a loss of power."""
        names = dict(self.synced_names)
        _apply(names, [each for each in self.waiting if choice.random() < 0.5])
        there = {path: inode for path, inode in names.items() if _is_reachable(path, names)}
        return {
            path: None if inode is None else inode.after_loss(choice)
            for path, inode in there.items()
        }


def _apply(
    names: dict[str, Inode | None], changes: Sequence[tuple[str, Inode | None, bool]]
) -> None:
    for path, inode, is_there in changes:
        if is_there:
            names[path] = inode
        elif names.get(path) is inode:
            del names[path]


def _above(path: str) -> str:
    return path.rpartition("/")[0]


def _is_reachable(path: str, names: dict[str, Inode | None]) -> bool:
    above = _above(path)
    return not above or (above in names and _is_reachable(above, names))


@frozen
class Recording:
    """
    The calls of one undisturbed run, and its result.

    Attributes:
        calls: The calls and acknowledgements, with paths relative to the folder above the archive.
        digest: The tree digest.
    """

    calls: Sequence[Call]
    digest: str

    @property
    def syncs(self) -> list[str]:
        """The kinds of things that are synced."""
        return list(
            dict.fromkeys(_kind(words[0]) for name, words, _ in self.calls if name == "fsync")
        )


def recording(above: Path) -> Recording:
    """Record a run in a folder."""
    calls: list[Call] = []
    opened: dict[int, str] = {}

    def around(name: str, real: Callable[..., Any], words: tuple[Any, ...]) -> Any:
        result = real(*words)
        if name == "open":
            opened[result] = os.path.relpath(words[0], above)
            calls.append((name, (opened[result], words[1]), None))
        elif name in ("write", "fsync", "ftruncate"):
            data = bytes(words[1])[:result] if name == "write" else words[-1]
            calls.append((name, (opened[words[0]], data), None))
        else:
            paths = tuple(os.path.relpath(word, above) for word in words)
            calls.append((name, paths, None))
        return result

    with replaced_calls(around):
        write_archive(above / "a", lambda word: calls.append(("acknowledge", (word,), None)))
    with Archive(above / "a") as archive:
        return Recording(calls, archive.tree_digest())


def _kind(path: str) -> str:
    """The kind of a synced path: packs differ in number alone, and logs in month."""
    if path.endswith((".warc", ".jsonl")) and "log" not in path:
        return f"pack {Path(path).suffix}"
    return "log" if path.endswith(".jsonl") else path


def after_loss(
    record: Recording, until: int, choice: random.Random, without: str = ""
) -> tuple[dict[str, bytes | None], list[str]]:
    """
    What is on the disk if power is lost after so many calls, and what was acknowledged before.

    Args:
        record: The run.
        until: The number of calls.
        choice: Decides what is lost of all that was not synced.
        without: The kind of syncs that are left out.
    """
    state, acknowledged = Disk(), []
    for name, words, _ in record.calls[:until]:
        path = words[0]
        if name == "acknowledge":
            acknowledged.append(path)
        elif name == "mkdir":
            state.name(path, None)
        elif name == "open" and words[1] & os.O_CREAT and path not in state.names:
            state.name(path, Inode())
        elif name == "unlink":
            state.name(path, state.names[path], is_there=False)
        elif name == "replace":
            inode = state.names[path]
            state.name(words[1], inode)
            state.name(path, inode, is_there=False)
        elif name == "write":
            _inode(state, path).waiting.append(("write", words[1]))
        elif name == "ftruncate":
            _inode(state, path).waiting.append(("cut", words[1]))
        elif name == "fsync" and _kind(path) != without:
            _sync(state, path)
    return state.after_loss(choice), acknowledged


def _inode(state: Disk, path: str) -> Inode:
    inode = state.names[path]
    assert inode is not None
    return inode


def _sync(state: Disk, path: str) -> None:
    inode = state.names.get(path)
    if inode is None:
        state.sync_names("" if path == "." else path)
        return
    for kind, value in inode.waiting:
        inode.synced = inode.synced[:value] if kind == "cut" else inode.synced + value
    inode.waiting.clear()


def put_on_disk(found: dict[str, bytes | None], above: Path) -> None:
    """Write files and folders."""
    for path in sorted(found):
        data = found[path]
        if data is None:
            (above / path).mkdir()
        else:
            (above / path).write_bytes(data)


def losses(record: Recording, number: int, seed: int, without: str = "") -> Iterator[str]:
    """What is wrong after each of so many losses of power."""
    choice = random.Random(seed)
    for _ in range(number):
        end = len(record.calls)
        until = choice.choice((choice.randrange(end), choice.randrange(end), end))
        found, acknowledged = after_loss(record, until, choice, without)
        with tempfile.TemporaryDirectory(dir=SCRATCH) as above:
            put_on_disk(found, Path(above))
            try:
                yield fault_after_rerun(Path(above, "a"), acknowledged, record.digest)
            except OSError as error:
                yield f"{type(error).__name__}: {error}"


def stops(record: Recording, number: int, seed: int) -> Iterator[str]:
    """What is wrong after each of so many stops, one in four of which is followed by another."""
    choice = random.Random(seed)
    points = sum(name != "acknowledge" for name, _, _ in record.calls)
    for _ in range(number):
        with tempfile.TemporaryDirectory(dir=SCRATCH) as above:
            folder = Path(above, "a")
            acknowledged: list[str] = []
            for _ in range(choice.choice((1, 1, 1, 2))):
                at, how = choice.randint(1, points), choice.choice(("before", "after", "half"))
                acknowledged += stopped(folder, at, how)
            yield fault_after_rerun(folder, acknowledged, record.digest)


def errors(record: Recording, number: int, seed: int) -> Iterator[str]:
    """What is wrong after each of so many errors of the disk."""
    choice = random.Random(seed)
    points = sum(name != "acknowledge" for name, _, _ in record.calls)
    for _ in range(number):
        with tempfile.TemporaryDirectory(dir=SCRATCH) as above:
            folder = Path(above, "a")
            code = choice.choice((errno.ENOSPC, errno.EIO))
            acknowledged = failed(
                folder, choice.randint(1, points), code, is_lasting=code == errno.ENOSPC
            )
            yield fault_after_rerun(folder, acknowledged, record.digest)


if __name__ == "__main__":
    many, lost = (*map(int, sys.argv[1:]), 500, 500)[:2]
    with small_packs(), tempfile.TemporaryDirectory(dir=SCRATCH) as place:
        run = recording(Path(place))
        shutil.rmtree(Path(place, "a"))
        print(f"calls: {len(run.calls)}")  # noqa: T201
        for kind, results in (
            ("stops", stops(run, many, 1)),
            ("errors", errors(run, many, 1)),
            ("losses of power", losses(run, lost, 1)),
            *((f"... without syncing {each}", losses(run, lost, 1, each)) for each in run.syncs),
        ):
            found = list(results)
            broken = Counter(filter(None, found))
            print(f"{kind}: {len(found)}, broken: {broken.total()}", *broken.most_common(2))  # noqa: T201

"""
Archives whose writing is stopped at every call of the system, and disks that lose power.

    python tests/stopped_archives.py [NUMBER [NUMBER [NAME...]]]

All writes of an archive go through `nizkorcite.archive.disk`, whose `os` is replaced here. A stop
ends the process before a call, after it, or half-way through a write; an error makes a call fail. A
loss of power is simulated on the list of calls: what was not synced is kept, lost, or kept in part,
each write and each name by itself. Afterwards what was acknowledged must be there and sound, and a
second run must reach the archive of an undisturbed one. The numbers are those of stops and errors,
and of losses; the names those of `WORKS`.
"""

import errno
import gzip
import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from attrs import define, field, frozen

from archives import addition
from nizkorcite.archive import Archive, RecordEdit, adding, disk
from nizkorcite.archive.crawl_reading import CrawlReader
from nizkorcite.archive.imports import union
from nizkorcite.archive.imports.packages import read_package
from nizkorcite.archive.log import manifest_content, manifest_lines
from nizkorcite.archive.seals import is_seal, seal_content, sealed_event
from nizkorcite.archive.store import is_archive
from nizkorcite.errors import ArchiveError
from nizkorcite.loading.documents import Supplied
from nizkorcite.loading.field_values import parse_change
from nizkorcite.web_archives.piece_reading import CollectionOptions
from nizkorcite.web_archives.selection import CaptureSelection
from warc_files import crawl, gzipped, info, page, response

DOCUMENTS = 12
A_PACK = 2
ERASED, WITHDRAWN, EDITED = "example.org:1", "example.org:2", "example.org:3"
CALLS = ("open", "write", "fsync", "replace", "link", "unlink", "mkdir", "ftruncate")
SCRATCH = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - files in memory
"""Nothing here depends on a disk, and syncs of a real one take minutes."""
Call = tuple[str, tuple[Any, ...], Any]
"""Name, arguments and result of a call."""


Acknowledge = Callable[[str], object]


@frozen(kw_only=True)
class Work:
    """
    Something that writes into the archive `a` of a folder, and can be begun again.

    Attributes:
        begin: Makes what is there before.
        write: Writes, and acknowledges what is there for good.
        damaged: Files that are damaged before, and may be so after a stop.
    """

    begin: Callable[[Path], object]
    write: Callable[[Path, Acknowledge], object]
    damaged: frozenset[str] = frozenset()


def title_of(id_: str, title: str) -> RecordEdit:
    """Another title for a record."""
    return RecordEdit(id=id_, changes=[parse_change(f"title={title}")])


def filled(folder: Path, numbers: range) -> None:
    """A new archive with these documents, two in a pack."""
    with Archive.create(folder) as archive:
        list(archive.add(map(addition, numbers)))


def begin_with_nothing(_above: Path) -> None:
    """There is no archive yet."""


def begin_with_documents(above: Path) -> None:
    """An archive of documents, some of which have a second version in another pack."""
    filled(above / "a", range(1, DOCUMENTS + 1))
    with Archive(above / "a") as archive:
        for number in (1, 4):
            edits = [title_of(f"example.org:{number}", "An edited title")]
            list(archive.edit(edits, by="Ana", note="misprint"))


def write_new_archive(above: Path, acknowledge: Acknowledge) -> None:
    """Make an archive unless there is one, add documents, and do a little of everything."""
    folder = above / "a"
    if not is_archive(str(folder)):
        Archive.create(folder).close()
    acknowledge("created")
    with Archive(folder) as archive:
        for added in archive.add(map(addition, range(1, DOCUMENTS + 1))):
            acknowledge(added.id)
        archive.recover()
        if archive.lookup.current_number(EDITED) == 1:
            list(archive.edit([title_of(EDITED, "A better title")], by="Ana", note="misprint"))
        acknowledge(f"edited {EDITED}")
    write_removals(above, acknowledge, [WITHDRAWN], [ERASED])
    acknowledge("closed")


def write_edits(above: Path, acknowledge: Acknowledge) -> None:
    """Edit each of the first documents, two at a time."""
    with Archive(above / "a") as archive:
        for number in range(2, DOCUMENTS, 2):
            ids = [f"example.org:{number}", f"example.org:{number + 1}"]
            edits = [title_of(each, "A better title") for each in ids]
            list(archive.edit(edits, by="Ana", note="misprint"))
            for each in ids:
                acknowledge(f"edited {each}")


def write_removals(
    above: Path, acknowledge: Acknowledge, withdrawn: Sequence[str], erased: Sequence[str]
) -> None:
    """Withdraw and erase documents, each by itself."""
    with Archive(above / "a") as archive:
        for each in withdrawn:
            if not archive.lookup.withdrawal(each):
                archive.withdraw(each, by="Ana", note="asked by the author")
            acknowledge(f"withdrawn {each}")
        for each in erased:
            if not archive.lookup.erasure(each):
                archive.erase(each, by="Ana", note="ordered by a court")
            acknowledge(f"erased {each}")


def write_withdrawals(above: Path, acknowledge: Acknowledge) -> None:
    """Withdraw half of the documents."""
    ids = [f"example.org:{number}" for number in range(1, DOCUMENTS + 1, 2)]
    write_removals(above, acknowledge, ids, [])


def write_erasures(above: Path, acknowledge: Acknowledge) -> None:
    """Erase documents, one of them with versions in two packs."""
    write_removals(above, acknowledge, [], [f"example.org:{number}" for number in (1, 3, 4)])


DAMAGED = frozenset({"packs/000001.warc", "packs/000002.jsonl", "packs/000003.warc", "README.txt"})


def begin_with_damage(above: Path) -> None:
    """A damaged archive, and a sound copy of it."""
    begin_with_documents(above)
    shutil.copytree(above / "a", above / "b")
    for path, data in zip(sorted(DAMAGED), (b"", b"x", None, b"y" * 300_000), strict=True):
        if data is None:
            (above / "a" / path).unlink()
        else:
            (above / "a" / path).write_bytes(data)
    (log,) = (above / "a/log").iterdir()
    log.write_bytes(log.read_bytes().replace(b'"ingestion"', b'"Ingestion"', 1))


def write_repairs(above: Path, acknowledge: Acknowledge) -> None:
    """Repair the archive from its copy."""
    with Archive(above / "a") as archive:
        archive.repair(above / "b", by="Ana")
    for path in sorted(DAMAGED):
        acknowledge(f"repaired {path}")


def begin_with_two_archives(above: Path) -> None:
    """Two archives that have documents in common, each with changes of its own."""
    filled(above / "a", range(1, 9))
    filled(above / "b", range(5, DOCUMENTS + 3))
    with Archive(above / "a") as ours, Archive(above / "b") as theirs:
        list(ours.edit([title_of("example.org:6", "Our title")], by="Ana", note="a"))
        list(theirs.edit([title_of("example.org:6", "Their title")], by="Eva", note="b"))
        list(theirs.edit([title_of("example.org:7", "Their title")], by="Eva", note="b"))
        theirs.withdraw("example.org:8", by="Eva", note="asked by the author")
        theirs.erase("example.org:5", by="Eva", note="ordered by a court")


def write_import(above: Path, acknowledge: Acknowledge) -> None:
    """Take over what the other archive holds."""
    with Archive(above / "a") as archive:
        for added in archive.take_over(read_package(str(above / "b")), by="Ana"):
            acknowledge(added.id)
    acknowledge("erased example.org:5")
    acknowledge("withdrawn example.org:8")


def begin_with_a_crawl(above: Path) -> None:
    """An archive of documents, and two crawls that are not in it."""
    begin_with_documents(above)
    (above / "one.warc.gz").write_bytes(gzipped(crawl(5)))
    (above / "two.warc").write_bytes(b"".join([info(), *map(response, (5, 6, 7))]))


def write_crawls(above: Path, acknowledge: Acknowledge) -> None:
    """Add the crawls, and erase a page that both of them have."""
    page_of_both = "harbour.example.org:5.html"
    with Archive(above / "a") as archive:
        if not archive.lookup.erasure(page_of_both):
            options = CollectionOptions(
                supplied=Supplied(), selection=CaptureSelection(), lang="en"
            )
            reader = CrawlReader.of(str(above / "a"), archive.log, options, "test 1")
            for name in ("one.warc.gz", "two.warc"):
                found = reader.read(str(above / name), Counter())
                added = archive.add(each.addition for each in found if not isinstance(each, str))
                for each in added:
                    acknowledge(each.id)
            archive.erase(page_of_both, by="Ana", note="ordered by a court")
    acknowledge(f"erased {page_of_both}")


_PAGES = {
    f"example.org:{number}": max(addition(number).payloads.values(), key=len)
    for number in range(1, DOCUMENTS + 3)
} | {f"harbour.example.org:{number}.html": page(number) for number in range(1, 8)}


def _pages_on_disk(folder: Path) -> list[bytes]:
    paths = [path for name in ("packs", "warc") for path in folder.glob(f"{name}/*")]
    files = [path.read_bytes() for path in paths]
    return [gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data for data in files]


def what_is_there(archive: Archive) -> set[str]:
    """What can be acknowledged of an archive."""
    ids = {version.id for version in archive.documents()}
    found = {"created", "closed", *ids}
    found |= {f"repaired {path}" for path in DAMAGED}  # which `verify` looks at
    titles = ("A better title",)
    found |= {f"edited {each.id}" for each in archive.documents() if each.document.title in titles}
    files = _pages_on_disk(Path(archive.folder))
    for id_, content in _PAGES.items():
        if archive.lookup.withdrawal(id_):
            found |= {id_, f"withdrawn {id_}"}
        if archive.lookup.erasure(id_) and not any(content in data for data in files):
            found |= {id_, f"erased {id_}"}
    return found


WORKS = {
    "new": Work(begin=begin_with_nothing, write=write_new_archive),
    "edit": Work(begin=begin_with_documents, write=write_edits),
    "withdraw": Work(begin=begin_with_documents, write=write_withdrawals),
    "erase": Work(begin=begin_with_documents, write=write_erasures),
    "repair": Work(
        begin=begin_with_damage,
        write=write_repairs,
        damaged=DAMAGED | {"manifest-sha256.txt"},
    ),
    "crawl": Work(begin=begin_with_a_crawl, write=write_crawls),
    "import": Work(begin=begin_with_two_archives, write=write_import),
}


@contextmanager
def small_packs() -> Iterator[None]:
    """Commit after two documents, so that a few documents make many commits."""
    limits = [(adding, "_MOST_DOCUMENTS"), (union, "_MOST_VERSIONS")]  # which no user can set
    before = [getattr(*each) for each in limits]
    for module, name in limits:
        setattr(module, name, A_PACK)
    try:
        yield
    finally:
        for (module, name), value in zip(limits, before, strict=True):
            setattr(module, name, value)


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


def fault(work: Work, above: Path, acknowledged: Sequence[str]) -> str:
    """What is wrong with an archive after a stop; nothing, if all is well."""
    folder = above / "a"
    if not is_archive(str(folder)):
        return "no archive" if acknowledged else ""
    with Archive(folder) as archive:
        if found := _fault_before_recovery(archive, acknowledged):
            return found
        manifest = manifest_content(str(folder))
        if "closed" in acknowledged:
            report = archive.verify("deep")
            files = archive.log.files().values()
            if report.damages or manifest != manifest_lines(files):
                return f"after a whole run: {report.damages}"
        with suppress(ArchiveError) if work.damaged else nullcontext():  # a damaged log
            archive.recover()
    if work.damaged and not any(each.startswith("repaired") for each in acknowledged):
        return ""
    with Archive(folder) as archive:
        return _damages(archive) or _losses(archive, acknowledged)


def _fault_before_recovery(archive: Archive, acknowledged: Sequence[str]) -> str:
    if not archive.log.events:
        return "no events"
    first = manifest_lines(archive.log.events[0].files)
    manifest, seal = manifest_content(archive.folder) or b"", seal_content(archive.folder)
    if acknowledged[-1:] == ["created"] and not manifest.startswith(first):
        return "no whole manifest in a new archive"
    if seal is None:
        return "no seal" if acknowledged else ""
    if not is_seal(seal):
        return "no whole seal"
    if archive.log.broken:  # before a repair
        return ""
    sealed = manifest_lines(archive.log.files(sealed_event(archive.log, seal)).values())
    is_behind = not manifest.startswith(sealed)
    whole = manifest_lines(archive.log.files().values())
    return "the manifest is behind the seal" if is_behind and manifest != whole else ""


def _damages(archive: Archive) -> str:
    report = archive.verify("deep")
    is_whole = not report.damages and not report.is_unfinished
    return "" if is_whole else f"after recovery: {report.damages}"


def _losses(archive: Archive, acknowledged: Sequence[str]) -> str:
    lost = {*acknowledged} - what_is_there(archive)
    return f"lost: {sorted(lost)}" if lost else ""


def fault_after_rerun(record: "Recording", above: Path, acknowledged: Sequence[str]) -> str:
    """What is wrong after a stop, or with what a second run makes of it."""
    if found := fault(record.work, above, acknowledged):
        return found
    again: list[str] = []
    record.work.write(above, again.append)
    with Archive(above / "a") as archive:
        if found := _damages(archive) or _losses(archive, again):
            return f"after a second run: {found}"
        return "" if archive.tree_digest() == record.digest else "another tree digest"


# Stops and errors


def stopped(work: Work, above: Path, number: int, how: str) -> list[str]:
    """Write into an archive in a process that ends at the call of that number; what it acknowledged."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        with replaced_calls(_stop_at(number, how)):
            work.write(above, lambda words: os.write(theirs, f"{words}\n".encode()))
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, encoding="utf-8") as file:
        acknowledged = file.read().splitlines()
    os.waitpid(child, 0)
    return acknowledged


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


def failed(work: Work, above: Path, number: int, code: int, *, is_lasting: bool) -> list[str]:
    """Write into an archive while the call of that number fails, and perhaps all writes after it."""
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
            work.write(above, acknowledged.append)
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
        contents: dict[int, bytes] = {}  # of a file that has two names
        for inode in there.values():
            if inode is not None and id(inode) not in contents:
                contents[id(inode)] = inode.after_loss(choice)
        return {
            path: None if inode is None else contents[id(inode)] for path, inode in there.items()
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
    One undisturbed run.

    Attributes:
        work: The work.
        begin: The files and folders before, with paths relative to the folder above the archive.
        calls: The calls and acknowledgements, with paths of the same kind.
        digest: The tree digest.
    """

    work: Work
    begin: dict[str, bytes | None]
    calls: Sequence[Call]
    digest: str

    @property
    def syncs(self) -> list[str]:
        """The kinds of things that are synced."""
        return list(
            dict.fromkeys(_kind(words[0]) for name, words, _ in self.calls if name == "fsync")
        )


def recording(name: str) -> Recording:
    """Record a run of a work."""
    with tempfile.TemporaryDirectory(dir=SCRATCH) as above, small_packs():
        return _recording(WORKS[name], Path(above))


def _recording(work: Work, above: Path) -> Recording:
    work.begin(above)
    begin = _on_disk(above)
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
        work.write(above, lambda words: calls.append(("acknowledge", (words,), None)))
    with Archive(above / "a") as archive:
        return Recording(work, begin, calls, archive.tree_digest())


def _on_disk(above: Path) -> dict[str, bytes | None]:
    """Files and folders, but for what every run makes anew."""
    return {
        str(path.relative_to(above)): path.read_bytes() if path.is_file() else None
        for path in sorted(above.rglob("*"))
        if path.name not in ("index.sqlite", ".lock")
    }


def _kind(path: str) -> str:
    """The kind of a synced path: packs differ in number alone, and logs in month."""
    if path.endswith((".warc", ".jsonl")) and "log" not in path:
        return f"pack {Path(path).suffix}"
    if path.endswith(".warc.gz"):  # under its digest
        return "whole file"
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
    names = {path: None if data is None else Inode(data) for path, data in record.begin.items()}
    state, acknowledged = Disk({**names}, {**names}), []
    for name, words, _ in record.calls[:until]:
        path = words[0]
        if name == "acknowledge":
            acknowledged.append(path)
        elif name != "fsync" or _kind(path) != without:
            _apply_call(state, name, words)
    return state.after_loss(choice), acknowledged


def _apply_call(state: Disk, name: str, words: tuple[Any, ...]) -> None:
    path = words[0]
    if name == "mkdir":
        state.name(path, None)
    elif name == "open" and words[1] & os.O_CREAT and path not in state.names:
        state.name(path, Inode())
    elif name == "link":
        state.name(words[1], state.names[path])
    elif name == "unlink":
        state.name(path, state.names[path], is_there=False)
    elif name == "replace":  # each half is kept or lost by itself
        inode = state.names[path]
        state.name(words[1], inode)
        state.name(path, inode, is_there=False)
    elif name == "write":
        _inode(state, path).waiting.append(("write", words[1]))
    elif name == "ftruncate":
        _inode(state, path).waiting.append(("cut", words[1]))
    elif name == "fsync":
        _sync(state, path)


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
                yield fault_after_rerun(record, Path(above), acknowledged)
            except (OSError, ArchiveError) as error:
                yield f"{type(error).__name__}: {error}"


def stops(record: Recording, number: int, seed: int) -> Iterator[str]:
    """What is wrong after each of so many stops, one in four of which is followed by another."""
    choice = random.Random(seed)
    points = sum(name != "acknowledge" for name, _, _ in record.calls)
    for _ in range(number):
        with tempfile.TemporaryDirectory(dir=SCRATCH) as above:
            put_on_disk(record.begin, Path(above))
            acknowledged: list[str] = []
            for _ in range(choice.choice((1, 1, 1, 2))):
                at, how = choice.randint(1, points), choice.choice(("before", "after", "half"))
                acknowledged += stopped(record.work, Path(above), at, how)
            yield fault_after_rerun(record, Path(above), acknowledged)


def errors(record: Recording, number: int, seed: int) -> Iterator[str]:
    """What is wrong after each of so many errors of the disk."""
    choice = random.Random(seed)
    points = sum(name != "acknowledge" for name, _, _ in record.calls)
    for _ in range(number):
        with tempfile.TemporaryDirectory(dir=SCRATCH) as above:
            put_on_disk(record.begin, Path(above))
            code = choice.choice((errno.ENOSPC, errno.EIO))
            at, is_lasting = choice.randint(1, points), code == errno.ENOSPC
            acknowledged = failed(record.work, Path(above), at, code, is_lasting=is_lasting)
            yield fault_after_rerun(record, Path(above), acknowledged)


def main() -> None:
    """Print what stops, errors and losses of power have broken of each work."""
    numbers = [int(each) for each in sys.argv[1:3]]
    many, lost = (*numbers, 500, 500)[:2] if len(numbers) != 1 else (numbers[0], 500)
    for name in sys.argv[3:] or WORKS:
        with small_packs():
            run = recording(name)
            print(f"{name}: calls: {len(run.calls)}", flush=True)  # noqa: T201
            for kind, results in (
                ("stops", stops(run, many, 1)),
                ("errors", errors(run, many, 1)),
                ("losses of power", losses(run, lost, 1)),
            ):
                found = list(results)
                broken = Counter(filter(None, found))
                words = f"  {kind}: {len(found)}, broken: {broken.total()}"
                print(words, *broken.most_common(2), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

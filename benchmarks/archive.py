"""
An archive of generated documents beside plain loops that write the same bytes.

    python benchmarks/archive.py [DOCUMENTS [FOLDER]]

Writing, best of five interleaved rounds in wall time: a loop that writes and syncs the same packs,
one that writes and syncs a file a page and a file a record in the same batches, and the archive's
own writing of the same bytes. Then, once: adding with everything that belongs to it, the
three kinds of verification beside `sha256sum -c`, and 200 searches.
"""

import hashlib
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from nizkorcite.archive import Addition, Archive, Query, Source
from nizkorcite.archive.layout import LOG, PACKS, payloads_path, records_path
from nizkorcite.archive.log import read_log
from nizkorcite.archive.store import StoreWriter, now
from nizkorcite.dates import PartialDate
from nizkorcite.record.model import (
    Capture,
    Document,
    Evidence,
    Original,
    Place,
    Republication,
    TextDigest,
    organisation,
)

ROUNDS, A_PACK, A_FEW, SEARCHES, FIFTHS = 5, 1000, 200, 200, 5
_FILES = "a loop over a file a page, a text and a record"
_CHOICE = random.Random(1)
_WORDS = [f"{a}{b}{c}" for a in "btkmsr" for b in ("a", "er", "in", "ol", "us") for c in
          ("da", "ción", "ment", "te", "ras", "lo", "ings", "dad", "ó", "")]  # fmt: skip
_WORDS = [one + other for one in _WORDS for other in ("", *_WORDS[:40])]
_WEIGHTS = [1 / (rank + 3) for rank in range(len(_WORDS))]
_PARTS = [" ".join(_CHOICE.choices(_WORDS, _WEIGHTS, k=60)) for _ in range(2000)]


def addition(number: int) -> Addition:
    """A page of 500 words, with its text and evidence."""
    choice = random.Random(number)
    title = f"{choice.choice(_PARTS)[:60]} {number}"
    body = "\n".join(choice.choices(_PARTS, k=8))
    text = f"{title}\n{body}\n".encode()
    page = f"<html><head><title>{title}</title></head><body><p>{body}</p></body></html>".encode()
    page += b" " * 3000  # frames and menus
    sha256, of_text = (hashlib.sha256(each).hexdigest() for each in (page, text))
    document = Document(
        id=f"example.org:{number}",
        type="news_article",
        title=title,
        language="es",
        original=Original(
            attribution="stated",
            publishers=[organisation(f"Agency {number % 50}")],
            place=Place(name="Dushanbe"),
            date=PartialDate(f"20{number % 20:02}-02-27"),
        ),
        republication=Republication(
            publishers=[organisation("Equipo Nizkor")],
            date=PartialDate(f"20{number % 20:02}-02-28"),
            url=f"https://example.org/{number}",
            section="Derechos",
        ),
        captures=[Capture(sha256=sha256, byte_length=len(page), media_type="text/html")],
        evidence=[
            Evidence(
                field=field, method="page", quote=title, line=1, start=0, end=len(title),
                rule="general.title", capture=0,
            )
            for field in ("/title", "/original/date", "/republication/date")
        ],
        text=TextDigest(sha256=of_text, characters=len(text.decode())),
    )  # fmt: skip
    return Addition(
        document=document,
        source=Source(sha256, "benchmark", f"{number}.html"),
        payloads={sha256: page, of_text: text},
    )


def packs(number: int) -> Iterator[list[Addition]]:
    """So many documents, in batches."""
    for begin in range(1, number + 1, A_PACK):
        yield [addition(each) for each in range(begin, min(begin + A_PACK, number + 1))]


def _synced(path: Path, data: bytes, *, mode: str = "wb") -> None:
    with path.open(mode) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def pack_loop(folder: Path, batches: list[list[bytes]]) -> None:
    """Write and sync the same files and lines, and nothing else."""
    for number, (pages, records, line) in enumerate(batches):
        _synced(folder / f"{number}.warc", pages)
        _synced(folder / f"{number}.jsonl", records)
        _synced(folder / "log.jsonl", line, mode="ab")


def digest_loop(folder: Path, batches: list[list[bytes]]) -> None:
    """Do the same, and compute the digests of the files, as any manifest needs them."""
    for pages, records, _ in batches:
        hashlib.sha256(pages)
        hashlib.sha256(records)
    pack_loop(folder, batches)


def file_loop(folder: Path, documents: list[list[Addition]]) -> None:
    """Write a file a page, a text and a record, and sync those of a batch together."""
    for batch in documents:
        opened = []
        for each in batch:
            contents = [*each.payloads.values(), repr(each.document.evidence).encode()]
            for place, data in enumerate(contents):
                file = (folder / f"{each.document.id}-{place}").open("wb")
                file.write(data)
                file.flush()
                opened.append(file)
        for file in opened:
            os.fsync(file.fileno())
            file.close()


def archive_writing(folder: Path, batches: list[list[bytes]]) -> None:
    """Write the same bytes, with all that makes a crash harmless: the protocol of the archive."""
    writer = StoreWriter(str(folder / "a"), read_log(str(folder / "a")))
    for pages, records, _ in batches:
        pack = writer.new_pack(now())
        for path, data in (
            (payloads_path(pack.number), pages),
            (records_path(pack.number), records),
        ):
            pack._file(path).write(data)  # noqa: SLF001 - what it does with each line
        writer.commit(pack, writer.event("ingestion"))
    writer.update_manifest()


def timed(work: Callable[[Path], object], above: str) -> float:
    """Wall time of work in a folder of its own."""
    with tempfile.TemporaryDirectory(dir=above) as folder:
        Archive.create(Path(folder, "a")).close()
        begin = time.perf_counter()
        work(Path(folder))
        return time.perf_counter() - begin


def writing(documents: list[list[Addition]], above: str) -> None:
    """Compare three ways to write the same documents."""
    with tempfile.TemporaryDirectory(dir=above) as folder:
        with Archive.create(Path(folder, "a")) as archive:
            for batch in documents:
                list(archive.add(batch))
        log, packs_folder = Path(folder, "a", LOG), Path(folder, "a", PACKS)
        lines = b"".join(path.read_bytes() for path in log.iterdir()).splitlines(True)
        files = sorted(packs_folder.iterdir())
        batches = [
            [warc.read_bytes(), records.read_bytes(), line]
            for records, warc, line in zip(files[::2], files[1::2], lines[1:], strict=True)
        ]
    ways: dict[str, Callable[[Path], object]] = {
        "a loop over packs": lambda folder: pack_loop(folder, batches),
        "the same, with the digests of the packs": lambda folder: digest_loop(folder, batches),
        _FILES: lambda folder: file_loop(folder, [documents[0][:A_FEW]]),
        "the archive": lambda folder: archive_writing(folder, batches),
    }
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        for name, way in ways.items():
            best[name] = min(best[name], timed(way, above))
    numbers = dict.fromkeys(ways, sum(map(len, documents))) | {_FILES: A_FEW}
    times = {name: seconds / numbers[name] for name, seconds in best.items()}
    print("\n| writing | documents a second | time of the loop over packs |\n| --- | --- | --- |")
    for name, each in times.items():
        print(f"| {name} | {1 / each:,.0f} | {each / times['a loop over packs']:.2f} |")


class _Source:
    """Generated documents, and the time that it takes to make them."""

    def __init__(self, number: int) -> None:
        self._number = number
        self.seconds = self.cpu = 0.0

    def additions(self) -> Iterator[Addition]:
        for number in range(1, self._number + 1):
            begin, begin_cpu = time.perf_counter(), time.process_time()
            made = addition(number)
            self.seconds += time.perf_counter() - begin
            self.cpu += time.process_time() - begin_cpu
            yield made


def adding(number: int, folder: Path) -> None:
    """Add documents, verify and search them."""
    archive = Archive.create(folder)
    source = _Source(number)
    begin, begin_cpu, marks = time.perf_counter(), time.process_time(), [0.0]
    for done, added in enumerate(archive.add(source.additions()), 1):
        assert added.outcome == "new"
        if done % (number // FIFTHS) == 0:
            marks.append(time.process_time() - begin_cpu - source.cpu)
    seconds = time.perf_counter() - begin - source.seconds
    cpu = (time.process_time() - begin_cpu - source.cpu) / number
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\nadd: {number / seconds:,.0f} documents a second, {cpu * 1e6:.0f} us of CPU "
          f"each, at most {memory} MB")  # fmt: skip
    growth = (marks[-1] - marks[-2]) / (marks[1] - marks[0])
    print(f"CPU of the last fifth of the documents: {growth:.2f} times that of the first")
    size = sum(path.stat().st_size for path in (folder / PACKS).iterdir())
    index = (folder / "index.sqlite").stat().st_size
    print(f"packs: {size / 1e6:,.0f} MB, index: {index / 1e6:,.0f} MB")
    for scope in ("quick", "full", "deep"):
        begin, begin_cpu = time.perf_counter(), time.process_time()
        assert archive.verify(scope).is_sound
        wall, own = time.perf_counter() - begin, time.process_time() - begin_cpu
        print(f"verify, {scope}: {wall:.2f} s, CPU {own:.2f} s")
    _sha256sum(folder)
    _searches(archive)


def _sha256sum(folder: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = ["/usr/bin/sha256sum", "--quiet", "-c", "manifest-sha256.txt"]
    subprocess.run(words, cwd=folder, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"sha256sum -c: CPU {cpu:.2f} s")


def _searches(archive: Archive) -> None:
    choice, times = random.Random(7), []
    for _ in range(SEARCHES):
        words = " ".join(choice.choices(_WORDS, _WEIGHTS, k=choice.choice((1, 1, 2, 3))))
        begin = time.process_time()
        archive.find(Query(words=words), 20)
        times.append((time.process_time() - begin) * 1000)
    times.sort()
    print(f"search, CPU ms: median {times[len(times) // 2]:.1f}, "
          f"95 % {times[len(times) * 95 // 100]:.1f}, most {times[-1]:.1f}")  # fmt: skip


if __name__ == "__main__":
    count = int(sys.argv[1]) if sys.argv[1:] else 50_000
    place = sys.argv[2] if sys.argv[2:] else tempfile.gettempdir()
    writing(list(packs(min(count, 2000))), place)
    target = Path(tempfile.mkdtemp(dir=place))
    adding(count, target / "a")
    shutil.rmtree(target)

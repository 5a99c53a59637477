"""
Pages of a crawl a second, beside fastwarc and trafilatura on the same file in the same run.

    python benchmarks/crawls.py [PAGES]      with the extras bench and warc

CPU time of one process, the best of three interleaved rounds; then whole runs of the program, with
one process and with two, and the peak of their memory.
"""

import gzip
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType

from nizkorcite.loading.documents import Supplied
from nizkorcite.saved_forms.containers.warc_record import WarcRecord
from nizkorcite.web_archives.archive_parts import ArchivePiece, archive_parts
from nizkorcite.web_archives.piece_reading import CollectionOptions, read_piece
from nizkorcite.web_archives.selection import CaptureSelection

ROUNDS = 3
SAMPLE = 20  # trafilatura reads one page of so many
SOURCE = random.Random(20170227)
LETTERS = "eeeettaaooiinnsshhrrddlucmfwygpbvk"
VOCABULARY = ["".join(SOURCE.choices(LETTERS, k=SOURCE.randint(2, 9))) for _ in range(5000)]
OPTIONS = CollectionOptions(supplied=Supplied(), selection=CaptureSelection(), lang="en")


def page(number: int) -> bytes:
    """A page of 16 KB, as archives of news have them."""
    words = " ".join(SOURCE.choices(VOCABULARY, k=2500))
    paragraphs = "</p>\n<p>".join(words[at : at + 500] for at in range(0, len(words), 500))
    return (
        f"<html><head><title>Story {number}</title></head><body><h1>Story {number}</h1>\n"
        f"<p>{paragraphs}</p>\n<p>[Source: Itar Tass, Dushanbe, 27Feb17]</p>\n<hr>\n"
        "<p>This document has been published on 28Feb17 by the Equipo Nizkor and Derechos Human "
        "Rights.</p></body></html>"
    ).encode()


def records(number: int) -> tuple[bytes, bytes]:
    """What a crawler asked for, and the answer."""
    body = page(number)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    request = f"GET /{number}.html HTTP/1.1\r\nHost: example.org\r\n\r\n".encode()
    return _record("request", number, request), _record("response", number, head + body)


def _record(kind: str, number: int, block: bytes) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Date: 2017-03-01T12:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"WARC-Target-URI: http://example.org/news/{number}.html\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def write_crawl(path: Path, pages: int) -> None:
    """Write a file with a gzip member for each record."""
    with path.open("wb") as file:
        for number in range(pages):
            file.writelines(gzip.compress(each, 6) for each in records(number))


def by_fastwarc(path: Path) -> None:
    """Read every page with fastwarc."""
    with path.open("rb") as file:
        for each in ArchiveIterator(file, record_types=WarcRecordType.response):
            each.reader.read()


def found_by_nizkorcite(path: Path) -> None:
    """Find every record, its checksum verified, without reading the page in it."""
    for part in archive_parts(str(path)):
        with part.open() as file:
            for event, _ in file.records(0, part.size):
                assert isinstance(event, WarcRecord)


def read_by_nizkorcite(path: Path) -> None:
    """Make a record of every page."""
    for part in archive_parts(str(path)):
        read_piece(OPTIONS, ArchivePiece(part=part, start=0, stop=part.size, is_exact=True))


def by_trafilatura(path: Path) -> None:
    """Extract text and metadata of a sample."""
    with path.open("rb") as file:
        for number, each in enumerate(ArchiveIterator(file, record_types=WarcRecordType.response)):
            if number % SAMPLE == 0:
                trafilatura.bare_extraction(each.reader.read(), with_metadata=True)


CONTENDERS: dict[str, tuple[Callable[[Path], None], int]] = {
    "fastwarc: pages": (by_fastwarc, 1),
    "nizkorcite: records found and verified": (found_by_nizkorcite, 1),
    "nizkorcite: records of pages, with the digest of their text": (read_by_nizkorcite, 1),
    "trafilatura: text and metadata": (by_trafilatura, SAMPLE),
}


def seconds_of(work: Callable[[Path], None], path: Path) -> float:
    """CPU time of a round."""
    begin = time.process_time()
    work(path)
    return time.process_time() - begin


def print_rates(path: Path, pages: int) -> None:
    """Print how many pages a second of CPU time each contender reads."""
    best = dict.fromkeys(CONTENDERS, float("inf"))
    for _ in range(ROUNDS):
        for name, (work, sample) in CONTENDERS.items():
            best[name] = min(best[name], seconds_of(work, path) * sample)
    limit = best["fastwarc: pages"]
    print("| what | pages a second | CPU, over fastwarc |\n| --- | --- | --- |")
    for name, taken in best.items():
        print(f"| {name} | {pages / taken:,.0f} | {taken / limit:.1f} |")


def whole_run(path: Path, jobs: int) -> tuple[float, float, int]:
    """Wall time of the program, CPU time of all its processes, and the peak of its memory in MB."""
    code = (
        "import sys; from nizkorcite.cli import command\n"
        "command(sys.argv[1:], standalone_mode=False)\n"
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0], file=sys.stderr)"
    )
    output = path.with_suffix(".jsonl")
    words = ["read", "-q", "-j", str(jobs), "-o", str(output), str(path)]
    begin, cpu = time.monotonic(), cpu_of_children()
    ran = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
    )
    taken = time.monotonic() - begin
    output.unlink()
    return taken, cpu_of_children() - cpu, int(ran.stderr.split()[-1]) // 1024


def cpu_of_children() -> float:
    """CPU time of all processes that have ended, in seconds."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print the tables."""
    pages = int(sys.argv[1]) if sys.argv[1:] else 2000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "crawl.warc.gz")
        write_crawl(path, pages)
        print_rates(path, pages)
        one, one_cpu, memory = whole_run(path, 1)
        two, two_cpu, _ = whole_run(path, 2)
        print(f"\nspeed with two processes, relative to one: {one / two:.2f}")
        print(f"CPU time of two processes, relative to one: {two_cpu / one_cpu:.2f}")
        write_crawl(path, 4 * pages)
        print(f"peak memory: {memory} MB; of four times as many pages: {whole_run(path, 1)[2]} MB")


if __name__ == "__main__":
    main()

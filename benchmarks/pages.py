"""
How fast pages are read, beside trafilatura on the same pages in the same run.

    python benchmarks/pages.py [FOLDER]

Without FOLDER only generated pages are read, in the forms of one archive; with it also its pages
(``*.html``). Rounds are interleaved, in CPU time of one process, and the least time counts. The
last rows compare the command line with the library: the cost of one more page in a folder.
"""

import logging
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import nizkorcite as nz
from nizkor_pages import FACTS, as_html

ROUNDS = 5
SCRIPT = """
import sys
from pathlib import Path
import nizkorcite as nz
for path in sorted(Path(sys.argv[1]).iterdir()):
    nz.read(path)
"""
PROGRAMS = {
    "a script with `nz.read`, one page more": [sys.executable, "-c", SCRIPT],
    "`nizkorcite read FOLDER`, one page more": [sys.executable, "-m", "nizkorcite", "read", "-q"],
}
WORDS = (
    "the ministers met on tuesday to speak of guarding the border and of the return of refugees "
    "who had left the region in winter nobody expected that talks would bring more than words"
).split()


def archive_pages() -> list[bytes]:
    """Return pages of 4 to 30 kB with masthead, source line, note and notice."""
    chance = random.Random(7)
    return [_with_body(as_html(facts), chance) for facts in FACTS]


def _with_body(page: bytes, chance: random.Random) -> bytes:
    """Put paragraphs below the title."""
    body: list[str] = []
    size = chance.choice([4_000, 9_000, 16_000, 30_000])
    while sum(map(len, body)) < size:
        words = chance.choices(WORDS, k=chance.randint(40, 130))
        body.append(f"<p>{' '.join(words).capitalize()}.")
    return page.replace(b"</center>", b"</center>" + "\n".join(body).encode(), 1)


def contenders() -> Iterator[tuple[str, Callable[[bytes], object]]]:
    """Yield nizkorcite, and trafilatura if it is installed."""
    yield "`nz.read`", nz.read
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return
    logging.disable(logging.CRITICAL)
    yield "trafilatura, with metadata", lambda page: bare_extraction(page, with_metadata=True)


def least_milliseconds(pages: Sequence[bytes]) -> Mapping[str, float]:
    """Return the least time for a page of each contender."""
    least: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, read in contenders():
            begin = time.process_time()
            for page in pages:
                read(page)
            taken = (time.process_time() - begin) * 1000 / len(pages)
            least[name] = min(least.get(name, taken), taken)
    return least


def marginal_milliseconds(pages: Sequence[bytes]) -> Mapping[str, float]:
    """Return the cost of one more page in a folder, for a script and for the command line."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as name:
        few = _folder_of(pages, Path(name, "few"))
        many = _folder_of([*pages] * 9, Path(name, "many"))
        for _ in range(ROUNDS):
            for program, command in PROGRAMS.items():
                times[program].append((_cpu_seconds(command, few), _cpu_seconds(command, many)))
    return {program: _difference(each) * 1000 / (8 * len(pages)) for program, each in times.items()}


def _difference(times: Sequence[tuple[float, float]]) -> float:
    few, many = (min(each) for each in zip(*times, strict=True))
    return many - few


def _folder_of(pages: Sequence[bytes], folder: Path) -> Path:
    folder.mkdir()
    for number, page in enumerate(pages):
        (folder / f"{number}.html").write_bytes(page)
    return folder


def _cpu_seconds(command: Sequence[str], folder: Path) -> float:
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*command, str(folder)], check=True, stdout=subprocess.DEVNULL)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime - begin.ru_utime + end.ru_stime - begin.ru_stime


def main() -> None:
    """Print a table of the least times and their ratios."""
    kinds = {"pages of an archive": archive_pages()}
    if sys.argv[1:]:
        kinds["real pages"] = [
            each.read_bytes() for each in sorted(Path(sys.argv[1]).glob("*.html"))
        ]
    print("| pages | program | ms a page | over `nz.read` |\n| --- | --- | --- | --- |")
    for kind, pages in kinds.items():
        kilobytes = sum(map(len, pages)) / len(pages) / 1000
        what = f"{kind} ({len(pages)}, {kilobytes:.0f} kB)"
        least = dict(least_milliseconds(pages))
        least |= marginal_milliseconds(pages)
        for name, taken in least.items():
            ratio = taken / least["`nz.read`"]
            print(f"| {what} | {name} | {taken:.2f} | {ratio:.2f} |", flush=True)


if __name__ == "__main__":
    main()

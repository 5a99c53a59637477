"""
How the time and the memory of citing and converting grow with the number of items.

    python benchmarks/long_lists.py [LARGEST]

Whole processes read files of 1, 1,000, 10,000 and 100,000 items of `citations.py`. The exponent is
that of the growth of the processor's time between the last two sizes, without the start, and is 1
for linear time; the least of some rounds counts, of 100,000 items one round. LARGEST is 10,000 or
more.
"""

import math
import os
import subprocess
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path

PROGRAM = [sys.executable, "-m", "nizkorcite"]
SIZES = (1, 1_000, 10_000, 100_000)
ROUNDS = 3
COMMANDS = {
    "APA list of CSL-JSON": ["cite", "--bibliography", "{n}.json"],
    "APA one by one, of CSL-JSON": ["cite", "{n}.json"],
    "APA one by one, of BibTeX": ["cite", "{n}.bib"],
    "BibTeX to CSL-JSON, with losses": ["convert", "{n}.bib", "--to", "csl-json"],
    "BibTeX to CSL-JSON, --quiet": ["convert", "{n}.bib", "--to", "csl-json", "--quiet"],
}


def write_files(folder: Path, size: int) -> None:
    """Write the files of a size."""
    # What this process loads would count as memory of the programs that it starts.
    import json

    from citations import KINDS, items, plain

    from nizkorcite.formats.bibtex import bibtex
    from nizkorcite.formats.csl_json.parser import read_all

    text = json.dumps([plain(each) for each in items(size, 1, KINDS)], ensure_ascii=False)
    (folder / f"{size}.json").write_text(text, "utf-8")
    (folder / f"{size}.bib").write_text(bibtex.write_all(read_all(text).references), "utf-8")


def used(command: list[str], folder: Path) -> tuple[float, float]:
    """The seconds of the processor and the megabytes that a process takes."""
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=nowhere, stderr=nowhere, cwd=folder) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def least(arguments: list[str], size: int, folder: Path) -> tuple[float, float]:
    """The least seconds and megabytes of some rounds."""
    command = [*PROGRAM, *(each.replace("{n}", str(size)) for each in arguments)]
    rounds = [used(command, folder) for _ in range(ROUNDS if size < SIZES[-1] else 1)]
    return min(seconds for seconds, _ in rounds), min(size for _, size in rounds)


def main() -> None:
    """Print a table of seconds, megabytes and exponents."""
    largest = max(int(sys.argv[1]), SIZES[-2]) if sys.argv[1:] else SIZES[-1]
    sizes = [size for size in SIZES if size <= largest]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            writer = get_context("spawn").Process(target=write_files, args=(folder, size))
            writer.start()
            writer.join()
        print(f"| whole process | {' | '.join(f'{size:,}' for size in sizes)} | exponent |")
        print(f"| --- |{' --- |' * (len(sizes) + 1)}")
        for what, arguments in COMMANDS.items():
            found = [least(arguments, size, folder) for size in sizes]
            (start, _), *_, (less, _), (more, _) = found
            exponent = math.log((more - start) / (less - start), sizes[-1] / sizes[-2])
            cells = " | ".join(f"{seconds:.2f} s, {size:.0f} MB" for seconds, size in found)
            print(f"| {what} | {cells} | {exponent:.2f} |", flush=True)


if __name__ == "__main__":
    main()

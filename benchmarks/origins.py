"""
Which pages republish one original: precision and recall of pairs, time, memory and growth.

    python benchmarks/origins.py [SEED]

The pages are those of the tests (`wire_stories`). Each size runs in a process of its own; CPU time
is that of finding, without making the pages, and memory that of the whole process.
"""

import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from nizkorcite.origins import Story, find_origins
from origin_quality import Measured, Quality, measured
from wire_stories import planted_stories

_SIZES = (5_000, 50_000)


def main(seed: int) -> None:
    """Print the tables of docs/benchmarks.md."""
    for wrong in (0.0, 0.1):
        _print_quality(f"{wrong:.0%} of the facts wrong", measured(_SIZES[0], seed, wrong=wrong))
    seconds = [_print_size(size, seed) for size in _SIZES]
    growth = math.log(seconds[1] / seconds[0]) / math.log(_SIZES[1] / _SIZES[0])
    print(f"exponent of growth: {growth:.2f}")


def _print_quality(name: str, found: Measured) -> None:
    of_kinds = ", ".join(f"{kind} {recall:.3f}" for kind, recall in found.recall_of.items())
    print(f"{name}: grouped {_shares(found.grouped)}; with differing", end=" ")
    print(f"{_shares(found.with_differing)}; recall of {of_kinds}")


def _shares(found: Quality) -> str:
    return f"precision {found.precision:.3f}, recall {found.recall:.3f}"


def _print_size(size: int, seed: int) -> float:
    command = [sys.executable, __file__, str(seed), str(size)]
    line = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(line, end="")
    return float(line.split()[2])


class _Stopwatch:
    """The stories of a run, and the CPU time that making them took."""

    def __init__(self, size: int, seed: int) -> None:
        self._planted = planted_stories(size, seed)
        self.seconds = 0.0

    def stories(self) -> Iterator[Story]:
        """Yield the stories."""
        start = time.process_time()
        for each in self._planted:
            self.seconds += time.process_time() - start
            yield each.story
            start = time.process_time()


def measure_size(size: int, seed: int) -> None:
    """Print the time and memory of one size."""
    made = _Stopwatch(size, seed)
    start = time.process_time()
    find_origins(made.stories())
    seconds = time.process_time() - start - made.seconds
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{size} pages: {seconds:.1f} s, {memory} MB")


if __name__ == "__main__":
    if sys.argv[2:]:
        measure_size(int(sys.argv[2]), int(sys.argv[1]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 1)

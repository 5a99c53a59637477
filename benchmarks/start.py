"""
How long the program takes to start, over the start of bare Python, in one run.

    python benchmarks/start.py [ROUNDS]

Rounds are interleaved, so that a busy machine slows all alike; the least of each is compared.
"""

import compileall
import subprocess
import sys
import time
from pathlib import Path

PAGE = Path(__file__).parents[1] / "examples/putin-tajikistan.html"
NIZKORCITE = [sys.executable, "-c", "from nizkorcite.cli import main; main()"]
CONTENDERS = {
    "bare Python": [sys.executable, "-c", "pass"],
    "import nizkorcite": [sys.executable, "-c", "import nizkorcite"],
    "import click": [sys.executable, "-c", "import click"],
    "nizkorcite --help": [*NIZKORCITE, "--help"],
    "nizkorcite cite PAGE": [*NIZKORCITE, "cite", str(PAGE)],
    "nizkorcite read PAGE": [*NIZKORCITE, "read", str(PAGE)],
    "nizkorcite validate RECORD": [*NIZKORCITE, "validate", str(PAGE.with_suffix(".json"))],
    "import jsonschema": [sys.executable, "-c", "import jsonschema"],
}


def seconds(command: list[str]) -> float:
    """The wall time of one command."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begin


def main() -> None:
    """Print a table of the least times and their ratios."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 20
    # An installation compiles its modules; those of a checkout may not be, and are here.
    compileall.compile_dir(Path(__file__).parents[1] / "src", quiet=1)
    least = dict.fromkeys(CONTENDERS, float("inf"))
    for _ in range(rounds):
        for name, command in CONTENDERS.items():
            least[name] = min(least[name], seconds(command))
    bare = least["bare Python"]
    print("| command | ms | over bare Python |\n| --- | --- | --- |")
    for name, time_taken in least.items():
        print(f"| {name} | {time_taken * 1000:.0f} | {time_taken / bare:.1f} |")


if __name__ == "__main__":
    main()

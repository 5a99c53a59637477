"""
All tables of docs/benchmarks.md, or those of some sections.

    python benchmarks [WORDS]

Runs each script in a process of its own, under the heading of its section; WORDS select sections by
parts of their names. Node, TeX and the extras that scripts name are needed; a script that fails is
named at the end, and the exit code is 1. Real pages (`pages.py`, `quality.py`) are those of the
folder in the environment variable PAGES; without it, `pages.py` is not run. All of it takes hours.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PAGES = [os.environ["PAGES"]] if "PAGES" in os.environ else []
SECTIONS: dict[str, list[list[str]]] = {
    "Citing": [["citations.py"], ["long_lists.py"]],
    "Validation": [["validation.py"]],
    "Crawls": [["crawls.py", "600"]],
    "Typed documents": [["typed.py"]],
    "Reading pages": [["pages.py", *PAGES]] if PAGES else [],
    "Origins": [["origins.py", "41"]],
    "Starting": [["start.py"]],
    "Fuzzing": [["fuzz_validation.py", "-max_total_time=300"],
                ["fuzz_citations.py", "-max_total_time=300"],
                ["fuzz_options.py", "-max_total_time=300"]],
    "Stopped runs": [["stops.py"]],
    "The archive": [["archive.py"], ["../tests/stopped_archives.py"]],
    "Growth": [["growth.py"]],
    "Quality of readings": [["quality.py"]],
    "TeX": [["tex.py"]],
}  # fmt: skip
"""The scripts of each section of docs/benchmarks.md that has a table, with their arguments."""


def main(words: list[str]) -> int:
    """Print the tables of the sections, and return the exit code."""
    failed = []
    for section, scripts in SECTIONS.items():
        if words and not any(word.lower() in section.lower() for word in words):
            continue
        print(f"\n## {section}\n", flush=True)
        for script, *arguments in scripts:
            done = subprocess.run([sys.executable, HERE / script, *arguments], check=False)
            failed += [script] if done.returncode else []
    for script in failed:
        print(f"{script} failed", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

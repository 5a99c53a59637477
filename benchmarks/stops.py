"""
What runs leave that are stopped at every moment of their writing, in every format.

    python benchmarks/stops.py [signal:SIGKILL|signal:SIGINT|error:ENOSPC|...]...

A line a kind of stop: the number of moments; of the files that the runs change, how many were as
before, as after a whole run, and neither; other files left, at once and after the next run.
"""

import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from nizkorcite.citing import FORMATS, STYLES
from nizkorcite.citing.conversion import TARGETS
from nizkorcite.cli.findings.reports import REPORTS
from stopped_runs import moments

EXAMPLES = Path(__file__).parents[1] / "examples"
PAGE = str(EXAMPLES / "putin-tajikistan.html")
RECORD = str(EXAMPLES / "putin-tajikistan.json")
BROKEN = EXAMPLES / "broken/three-faults.json"
STOPS = ("signal:SIGKILL", "signal:SIGINT", "signal:SIGTERM", "signal:SIGHUP", "error:ENOSPC",
         "error:EIO")  # fmt: skip
RUNS = [
    ["new"],
    ["read", PAGE],
    ["read", "--explain", PAGE],
    *(["cite", "--style", name, PAGE] for name in (*STYLES, *FORMATS)),
    *(["convert", "--to", name, RECORD] for name in TARGETS),
    *(["validate", "--format", name, str(BROKEN)] for name in REPORTS),
    ["validate", "--fix", "--write", "folder"],
]


def _left(how: str) -> Iterator[dict[str, Any]]:
    for words in RUNS:
        shutil.rmtree("folder", ignore_errors=True)
        Path("folder").mkdir()
        Path("folder/out").write_text("old\n", "utf-8")
        if "--fix" in words:
            for name in ("a.json", "b.json"):
                shutil.copy(BROKEN, Path("folder", name))
        for path in Path("folder").iterdir():
            path.chmod(0o666)
        yield from moments(how, Path("folder"), [*words, "--force", "-o", "folder/out"])


def main() -> None:
    """Print the table, in a folder that is removed."""
    print("stop, moments, old, new, half, left over, after the next run")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for how in sys.argv[1:] or STOPS:
            left = list(_left(how))
            states = Counter(state for each in left for state in each["files"].values())
            others = sum(len(each["others"]) for each in left)
            after = sum(len(each["next"]["others"]) for each in left if "next" in each)
            print(how, len(left), states["old"], states["new"], states["half"], others, after)


if __name__ == "__main__":
    main()

"""
How many dates, pages, records and citations a second, each beside a peer in the same run.

    python benchmarks/rates.py [SECONDS]

A contender works for some seconds of CPU time in interleaved rounds; the best round counts.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema

import nizkorcite as nz
from nizkorcite.dates.printed import read_printed
from nizkorcite.record.schema import schema, schema_registry

PAGE = (Path(__file__).parents[1] / "examples/putin-tajikistan.html").read_bytes()
DOCUMENT = nz.read(PAGE).document
RECORD = nz.to_record(DOCUMENT)
TEXT = json.dumps(RECORD)
VALIDATOR = jsonschema.Draft202012Validator(schema(), registry=schema_registry())
CONTENDERS: dict[str, Callable[[], object]] = {
    "dates: `date.fromisoformat` (days only)": lambda: date.fromisoformat("2017-02-27"),
    "dates: `PartialDate`": lambda: nz.PartialDate("2017-02-27"),
    "dates: `read_printed`": lambda: read_printed("27Feb17", window=range(1970, 2070)),
    "pages: `read` (3 KB of HTML)": lambda: nz.read(PAGE),
    "records: `jsonschema` alone": lambda: VALIDATOR.is_valid(RECORD),
    "records: `iter_findings` of text": lambda: list(nz.iter_findings(TEXT)),
    "records: `from_record`": lambda: nz.from_record(RECORD),
    "citations: `apa`": lambda: nz.cite(DOCUMENT, "apa"),
    "citations: `bibtex`": lambda: nz.cite(DOCUMENT, "bibtex"),
}
ROUNDS = 5


def rate(work: Callable[[], object], seconds: float) -> float:
    """Calls a second of CPU time."""
    calls = 0
    begin = time.process_time()
    while time.process_time() - begin < seconds:
        for _ in range(20):
            work()
        calls += 20
    return calls / (time.process_time() - begin)


def main() -> None:
    """Print a table of the best rates."""
    seconds = float(sys.argv[1]) if sys.argv[1:] else 2.0
    best = dict.fromkeys(CONTENDERS, 0.0)
    for _ in range(ROUNDS):
        for name, work in CONTENDERS.items():
            best[name] = max(best[name], rate(work, seconds / ROUNDS))
    print("| what | a second |\n| --- | --- |")
    for name, value in best.items():
        print(f"| {name} | {value:,.0f} |")


if __name__ == "__main__":
    main()

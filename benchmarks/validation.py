"""
Validation beside its peers, as ratios in one run.

    python benchmarks/validation.py [RECORDS]

Needs check-jsonschema for the last ratio (the extra ``bench``). RECORDS (50,000) records as
`collection` makes them are written to a temporary file. Contenders read it in interleaved rounds on
one core; the least CPU time of each counts. jsonschema, which is slow, reads a fiftieth of it.
"""

import compileall
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

import collection
import jsonschema
import jsonschema_rs
import orjson

from nizkorcite.bulk.validation import check_inputs
from nizkorcite.record.schema import schema, schema_registry
from nizkorcite.validation import Validator

ROUNDS = 5
SHARE = 50
PROGRAM = [sys.executable, "-c", "from nizkorcite.cli import main; main()", "validate"]
ONE = Path(__file__).parents[1] / "examples/putin-tajikistan.json"
Reading = Callable[[Path], object]


def by_peer(path: Path) -> None:
    """The schema verdict of jsonschema-rs on what orjson parses, and nothing else."""
    validator = jsonschema_rs.Draft202012Validator(dict(schema()), offline=True)
    with path.open("rb") as file:
        for line in file:
            validator.is_valid(orjson.loads(line))


def by_jsonschema(path: Path) -> None:
    """The verdict of jsonschema on what orjson parses."""
    validator = jsonschema.Draft202012Validator(schema(), registry=schema_registry())
    with path.open("rb") as file:
        for line in file:
            validator.is_valid(orjson.loads(line))


def by_iter_errors(path: Path) -> None:
    """All errors that jsonschema has, without places."""
    validator = jsonschema.Draft202012Validator(schema(), registry=schema_registry())
    with path.open("rb") as file:
        for line in file:
            list(validator.iter_errors(orjson.loads(line)))


def by_us(**options: bool) -> Reading:
    """What the command line does before it prints."""

    def read(path: Path) -> None:
        for each in check_inputs([str(path)], Validator(**options)):
            [str(finding) for finding in each.findings]

    return read


def cpu(read: Reading, path: Path) -> float:
    """Seconds of CPU time."""
    begin = time.process_time()
    read(path)
    return time.process_time() - begin


def best(contenders: dict[str, tuple[Reading, Path, int]]) -> dict[str, float]:
    """Records a second of each contender in its best round."""
    rates = dict.fromkeys(contenders, 0.0)
    for _ in range(ROUNDS):
        for name, (read, path, count) in contenders.items():
            rates[name] = max(rates[name], count / cpu(read, path))
    return rates


def wall(command: list[str], rounds: int = ROUNDS) -> float:
    """The least wall time of a command."""
    least = float("inf")
    for _ in range(rounds):
        begin = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        least = min(least, time.perf_counter() - begin)
    return least


def peak(data: bytes, times: int) -> int:
    """The most memory (KiB) of a run that reads a text so many times, each time with other ids."""
    code = (
        "import re, sys; from nizkorcite.cli import command\n"
        "command.main(['validate', '-'], standalone_mode=False)\n"
        "print(re.search(r'VmHWM:\\s*([0-9]+)', open('/proc/self/status').read())[1])"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe) as program:
        assert program.stdin
        assert program.stdout
        for number in range(times):
            program.stdin.write(data.replace(b'"example.org:', b'"example%d.org:' % number))
        program.stdin.close()
        return int(program.stdout.read())


def written(path: Path, lines: Iterable[bytes]) -> Path:
    """A file with these lines."""
    with path.open("wb") as file:
        file.writelines(lines)
    return path


def main() -> None:
    """Print a table of the ratios, each beside what is wanted of it."""
    count = int(sys.argv[1]) if sys.argv[1:] else 50_000
    with tempfile.TemporaryDirectory() as folder:
        right = written(Path(folder, "right.jsonl"), collection.lines(count))
        wrong = written(Path(folder, "wrong.jsonl"), collection.lines(count, broken=0.02))
        few = written(Path(folder, "few.jsonl"), islice(right.open("rb"), count // SHARE))
        few_wrong = written(Path(folder, "some.jsonl"), islice(wrong.open("rb"), count // SHARE))
        broken = written(Path(folder, "broken.jsonl"), collection.lines(count // SHARE, broken=1.0))
        rates = best(
            {
                "jsonschema-rs + orjson": (by_peer, right, count),
                "nizkorcite --schema-only": (by_us(schema_only=True), right, count),
                "nizkorcite": (by_us(), right, count),
                "jsonschema": (by_jsonschema, few, count // SHARE),
                "jsonschema iter_errors, 2 % broken": (by_iter_errors, few_wrong, count // SHARE),
                "nizkorcite, 2 % broken": (by_us(), wrong, count),
                "jsonschema iter_errors, all broken": (by_iter_errors, broken, count // SHARE),
                "nizkorcite, all broken": (by_us(), broken, count // SHARE),
            }
        )
        print("| contender | records a second |\n| --- | --- |")
        for name, rate in rates.items():
            print(f"| {name} | {rate:,.0f} |")
        peer = rates["jsonschema-rs + orjson"]
        ratios = [
            ("schema alone over that peer", rates["nizkorcite --schema-only"] / peer, ">= 0.9"),
            ("all rules over that peer", rates["nizkorcite"] / peer, ">= 0.6"),
            ("all rules over jsonschema", rates["nizkorcite"] / rates["jsonschema"], ">= 25"),
            (
                "2 % broken, over jsonschema's iter_errors",
                rates["nizkorcite, 2 % broken"] / rates["jsonschema iter_errors, 2 % broken"],
                ">= 15",
            ),
            (
                "all broken, over jsonschema's iter_errors",
                rates["nizkorcite, all broken"] / rates["jsonschema iter_errors, all broken"],
                ">= 3",
            ),
            (
                "two processes over one (wall time)",
                wall([*PROGRAM, str(right)]) / wall([*PROGRAM, "--jobs", "2", str(right)]),
                ">= 1.6",
            ),
            (
                "memory of 20 times the records over once",
                peak(right.read_bytes(), 20) / peak(right.read_bytes(), 1),
                "<= 1.5",
            ),
        ]  # fmt: skip
        if other := shutil.which("check-jsonschema", path=Path(sys.executable).parent):
            # As an installer does.
            compileall.compile_dir(Path(__file__).parents[1] / "src", quiet=1)
            name = written(Path(folder, "schema.json"), [orjson.dumps(dict(schema()))])
            peers = wall([other, "--schemafile", str(name), str(ONE)])
            ratios.append(
                ("one record over check-jsonschema", wall([*PROGRAM, str(ONE)]) / peers, "<= 0.35")
            )
    print("\n| ratio | measured | wanted |\n| --- | --- | --- |")
    for name, ratio, wanted in ratios:
        print(f"| {name} | {ratio:.2f} | {wanted} |")


if __name__ == "__main__":
    main()

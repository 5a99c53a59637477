"""Work shared among processes: order, bounds, errors, and processes that are ended from outside."""

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from multiprocessing import active_children
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from nizkorcite.bulk.pool import results
from nizkorcite.errors import WorkerError

# Seconds; a hang is a failure, a busy machine is none.
BOUND = 300
RECORD = '{"schema_version": "1.0", "id": "a:1", "type": "report", "language": "en", "original": {"attribution": "unknown"}}\n'
FAULTY = b"{}\n" * 100
PROGRAM = [sys.executable, "-m", "nizkorcite", "validate", "--jobs", "2"]


def slowly_negative(number: int) -> int:
    """The first of three comes last."""
    time.sleep(0.3 if number == 1 else 0)
    return -number


def test_results_have_the_order_of_the_items() -> None:
    """Whichever is there first."""
    assert [(1, -1), (2, -2), (3, -3)] == list(results(slowly_negative, [1, 2, 3], workers=2))


def test_items_are_read_no_further_than_workers_get_on_with_them() -> None:
    """So memory is bounded by the number of workers, not by that of the items."""
    read: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1, 1000):
            read.append(number)
            yield number

    found = results(slowly_negative, items(), workers=2)
    assert isinstance(found, Generator)

    assert (1, -1) == next(found)
    assert len(read) <= 2 * 3 + 1
    found.close()
    assert [] == active_children()


def test_nothing_to_do_needs_no_process() -> None:
    """No items have no results."""
    assert [] == list(results(slowly_negative, [], workers=2))


def dies_within_its_result(_: object) -> None:
    """As where the system ends a process that is writing: its message stops in the middle."""
    for each in gc.get_objects():
        if isinstance(each, Connection) and not each.closed:
            with suppress(BrokenPipeError):  # that of a worker before
                os.write(each.fileno(), b"\0\0\x10\0half of it")
    os.kill(os.getpid(), signal.SIGKILL)


def dies_of_the_second(number: int) -> int:
    """It works until then."""
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("work", [os._exit, dies_within_its_result, dies_of_the_second])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_is_gone_is_seen(work: Callable[[int], object], workers: int) -> None:
    """Before its work, in it, or within the result; none of the others stays."""
    with pytest.raises(WorkerError):
        list(results(work, [1, 2, 3, 4], workers))

    assert [] == active_children()


def test_a_worker_that_is_gone_does_not_take_the_next_item() -> None:
    """An item of any size is not waited for where nobody reads it, and another takes it."""

    def items() -> Iterator[bytes]:
        yield b""
        time.sleep(0.2)
        for worker in active_children():
            worker.kill()
        yield b"a" * 5_000_000

    assert [0, 5_000_000] == [length for _, length in results(len, items(), workers=1)]
    assert [] == active_children()


def dies_once(mark: Path) -> str:
    """The first worker that has the item is killed at it."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return mark.name


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_an_item_whose_worker_was_killed_is_done_again(workers: int, tmp_path: Path) -> None:
    """Every result comes once, in the order of the items."""
    marks = [tmp_path / str(number) for number in range(7)]

    assert [mark.name for mark in marks] == [name for _, name in results(dies_once, marks, workers)]
    assert [] == active_children()


class OddError(Exception):
    """An error that does not come back from its pickle."""

    def __init__(self, text: str, number: int) -> None:
        super().__init__(f"{text} {number}")


def raises_odd_error(number: int) -> None:
    """A function with an error of its own."""
    raise OddError("no", number)


def test_what_the_function_raises_is_raised() -> None:
    """With the place where it was raised; in words where it cannot be sent as it is."""
    with pytest.raises(ValueError, match=r"^invalid literal") as error:
        list(results(int, ["1", "b"], workers=2))
    with pytest.raises(RuntimeError, match=r"^OddError: no 1$"):
        list(results(raises_odd_error, [1], workers=2))

    assert "pool.py" in error.value.__notes__[0]
    assert [] == active_children()


LOST = "Error: a process was killed or could not start; use fewer --jobs\n"


def validated(path: Path, change: str = "") -> tuple[int, str, str]:
    """Exit code, results and words of a run with three processes, of a program that is changed."""
    code = f"import os; from nizkorcite.cli import main\n{change}\nmain()"
    ran = subprocess.run(
        [sys.executable, "-c", code, "validate", "--jobs", "3", str(path)],
        capture_output=True, check=False, text=True, timeout=BOUND,
    )  # fmt: skip
    return ran.returncode, ran.stdout, ran.stderr


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A file of enough records to be shared, some of them faulty."""
    path = tmp_path / "a.jsonl"
    path.write_text((RECORD * 2_000 + "{}\n") * 10, "utf-8")
    return path


def test_processes_that_die_as_they_start_are_told(many: Path) -> None:
    """As a system short of memory ends them; there is no traceback, no silence and no waiting."""
    assert (3, "", LOST) == validated(
        many, "os.register_at_fork(after_in_child=lambda: os._exit(9))"
    )


@pytest.mark.parametrize("allowed", [0, 1])
def test_processes_that_cannot_be_started_are_done_without(allowed: int, many: Path) -> None:
    """Where the system allows one, it does all; where it allows none, that is reported."""
    change = (
        f"allowed, fork = [True] * {allowed}, os.fork\n"
        "def refused(): raise BlockingIOError(11, 'Resource temporarily unavailable')\n"
        "os.fork = lambda: fork() if allowed and allowed.pop() else refused()"
    )

    assert (validated(many) if allowed else (3, "", LOST)) == validated(many, change)


@pytest.fixture
def validating() -> Iterator[subprocess.Popen[bytes]]:
    """A run that shares its work, has printed the first findings, and waits for more input."""
    with subprocess.Popen(
        [*PROGRAM, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as run:
        assert run.stdin
        assert run.stdout
        run.stdin.write(FAULTY + RECORD.encode() * 10_000)
        run.stdin.flush()
        run.stdout.readline()
        yield run
        run.kill()


def workers_of(run: subprocess.Popen[bytes]) -> list[int]:
    """The processes that a run has started."""
    return [
        int(each) for each in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
    ]


def test_the_work_of_processes_that_are_killed_is_done_again(
    validating: subprocess.Popen[bytes],
) -> None:
    """Also where they had nothing to do then; no record is left out."""
    for worker in workers_of(validating):
        os.kill(worker, signal.SIGKILL)
    _, said = validating.communicate(RECORD.encode() * 10_000, timeout=BOUND)

    assert (1, b"100 errors in 100 of 20100 records, 0 warnings\n") == (validating.returncode, said)


def test_an_interruption_ends_every_process(validating: subprocess.Popen[bytes]) -> None:
    """It is reported once, by the process that the user started."""
    os.killpg(validating.pid, signal.SIGINT)
    _, said = validating.communicate(timeout=BOUND)

    assert (130, b"\ninterrupted\n") == (validating.returncode, said)


def test_no_process_stays_where_the_first_is_killed(validating: subprocess.Popen[bytes]) -> None:
    """They hold its streams: these end only when all have gone."""
    validating.kill()
    _, said = validating.communicate(timeout=BOUND)

    assert (-signal.SIGKILL, b"") == (validating.returncode, said)

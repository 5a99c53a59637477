"""
Work shared among processes: results in the order of the items, in bounded memory.

Own code: `concurrent.futures` may wait for ever if its processes die. Before Python 3.11.5 one of
its threads blocks on a pipe that nobody reads (gh-94777), and every release waits for the rest of a
result whose writer has died. Here each worker has a pipe of its own, whose other end no other
process holds, so that the death of a worker is noticed at once, and its item done again by another.
"""

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from traceback import format_exc
from typing import Generic, TypeVar

from nizkorcite.errors import WorkerError

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

# Enough that no worker waits for a slow one, and no more, so that memory does not grow.
_AHEAD = 3
# An item at which so many workers die kills them itself, as where the memory does not suffice.
_MOST_TRIES = 3


def results(
    work: Callable[[_Item], _Result], items: Iterable[_Item], workers: int
) -> Iterator[tuple[_Item, _Result]]:
    """
    Apply a function to items in several processes, and yield results in order.

    An item whose worker was killed is done again, so that nothing is lost and nothing comes twice.

    Args:
        work: The function; an exception that it raises is raised here too.
        items: Items, read only a little ahead of the workers.
        workers: The maximum number of processes.

    Raises:
        WorkerError: Three workers were killed in turn at one item.

    >>> list(results(abs, [-1, 2], workers=2))
    [(-1, 1), (2, 2)]
    """
    pool = _Workers(work, workers)
    tasks: deque[_Task[_Item]] = deque()
    try:
        for item in items:
            tasks.append(pool.begin(item))
            while tasks and (tasks[0].answer or len(tasks) > workers * _AHEAD):
                yield tasks[0].item, pool.result(tasks.popleft())
        while tasks:
            yield tasks[0].item, pool.result(tasks.popleft())
    finally:
        pool.end()


class _Task(Generic[_Item]):
    """An item, and the pickled answer of a worker once received."""

    def __init__(self, item: _Item) -> None:
        self.item = item
        self.answer = b""
        self._tries = 0

    def count_death(self, error: WorkerError) -> None:
        """Count a worker that died at the item; raise its error if too many did."""
        self._tries += 1
        if self._tries == _MOST_TRIES:
            raise error


class _Workers(Generic[_Item, _Result]):
    """Processes, started as they are needed."""

    def __init__(self, work: Callable[[_Item], _Result], most: int) -> None:
        self._work = work
        self._most = most
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, _Task[_Item]]] = {}
        self._orphans: list[_Task[_Item]] = []

    def begin(self, item: _Item) -> _Task[_Item]:
        """Give an item to an idle worker; wait for one if all are busy."""
        task = _Task(item)
        self._give(task)
        return task

    def result(self, task: _Task[_Item]) -> _Result:
        """Wait for the result of a task; raise the exception that the function raised."""
        while not task.answer:
            while self._orphans:
                self._give(self._orphans.pop())
            self._collect()
        result: _Result
        result, error = pickle.loads(task.answer)  # noqa: S301 - our own worker wrote it
        if error:
            raise error
        return result

    def _give(self, task: _Task[_Item]) -> None:
        """Give a task to a worker that lives."""
        while True:
            worker = self._idle_worker()
            try:
                worker.ask(task.item)
            except WorkerError as error:
                worker.end()
                task.count_death(error)
            else:
                self._busy[worker.pipe] = worker, task
                return

    def _idle_worker(self) -> "_Worker":
        self._collect(timeout=0)
        while not self._idle:
            if len(self._busy) < self._most:
                self._start()
            else:
                self._collect()
        return self._idle.pop()

    def end(self) -> None:
        """End the workers; an idle one ends when its pipe is closed."""
        busy = [worker for worker, _ in self._busy.values()]
        for worker in busy:
            worker.process.kill()
        for worker in (*busy, *self._idle):
            worker.pipe.close()  # of all, as later processes hold copies of our ends
        for worker in (*busy, *self._idle):
            worker.process.join()

    def _start(self) -> None:
        """Start a worker; where the system allows no more, go on with those there are."""
        try:
            self._idle.append(_Worker(self._work))
        except OSError as error:
            self._most = len(self._busy)
            if not self._busy:
                raise WorkerError from error

    def _collect(self, timeout: float | None = None) -> None:
        """Collect the answers that have arrived; by default, wait for one."""
        for pipe in set(self._busy).intersection(wait(self._busy, timeout)):
            worker, task = self._busy.pop(pipe)
            try:
                task.answer = worker.answer()
            except WorkerError as error:
                worker.end()
                self._orphans.append(task)
                task.count_death(error)
            else:
                self._idle.append(worker)


class _Worker:
    """A process and our end of its pipe."""

    def __init__(self, work: Callable[..., object]) -> None:
        self.pipe, theirs = Pipe()
        self.process = Process(target=_serve, args=(work, self.pipe, theirs), daemon=True)
        # From here on only the worker holds the other end, so that its death closes the pipe.
        with theirs:
            self.process.start()

    def end(self) -> None:
        """Close the pipe of a process that was killed, and wait for its end."""
        self.pipe.close()
        self.process.join()

    def ask(self, item: object) -> None:
        try:
            self.pipe.send_bytes(pickle.dumps(item))
        except OSError as error:
            raise WorkerError from error

    def answer(self) -> bytes:
        try:
            return self.pipe.recv_bytes()
        except (EOFError, OSError) as error:
            raise WorkerError from error


def _serve(work: Callable[..., object], ours: Connection, pipe: Connection) -> None:
    """Answer items until the pipe ends, in a process of its own."""
    # An interruption is reported once, by the process that the user started.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ours.close()
    with suppress(EOFError, OSError):  # the other process has ended
        while True:
            pipe.send_bytes(_answer(work, pipe.recv_bytes()))


def _answer(work: Callable[..., object], item: bytes) -> bytes:
    try:
        return pickle.dumps((work(pickle.loads(item)), None))  # noqa: S301 - our own pool wrote it
    except Exception as error:  # noqa: BLE001 - it is raised in the waiting process
        error.add_note(format_exc())  # a traceback cannot be sent
        return _sent(error)


def _sent(error: Exception) -> bytes:
    """Pickle an error; as text, if its pickle cannot be restored."""
    try:
        data = pickle.dumps((None, error))
        pickle.loads(data)  # noqa: S301 - written above
    except Exception:  # noqa: BLE001 - an error may raise anything there
        return pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))
    return data

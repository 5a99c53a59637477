"""A collection read in steps, whose results come in one order whatever the number of processes."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Final, TypeVar

from attrs import frozen

from nizkorcite.files.listing import problem_with
from nizkorcite.loading.inputs import Listed, Unreadable
from nizkorcite.web_archives.archive_parts import (
    ArchivePiece,
    ArchiveRecords,
    archive_parts,
    pieces_of,
)
from nizkorcite.web_archives.capture_index import indexed_steps
from nizkorcite.web_archives.journal import Journal
from nizkorcite.web_archives.piece_reading import (
    CollectionOptions,
    PieceResult,
    read_indexed_records,
    read_page_file,
    read_piece,
)
from nizkorcite.web_archives.recognition import is_index
from nizkorcite.web_archives.revisits import RecordPlace, Revisit, found_originals, read_revisits

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
Step = ArchivePiece | ArchiveRecords | Listed | Unreadable
"""A piece of an archive file, records of an index, a page, or a file that cannot be read."""
_BATCH: Final = 50_000
_CHUNK: Final = 200


@frozen(kw_only=True)
class CaptureCollection:
    """
    Files to read.

    Attributes:
        steps: What is read, in this order.
        options: How they are read.
        jobs: Number of processes.
    """

    steps: Sequence[Step]
    options: CollectionOptions
    jobs: int

    def results(self, journal: Journal) -> Iterator[tuple[int, PieceResult]]:
        """
        Read what the journal does not have yet.

        Yields:
            The number of each step, with what it gave. It is to be noted in the journal before the
            next one is asked for.

        Raises:
            WorkerError: Processes were killed again and again.
        """
        last = deque(journal.entries(), maxlen=1)
        done = last[0].step + 1 if last else 0
        read = partial(_step_result, self.options)
        answers = _shared(read, self.steps[done:], self.jobs)
        end = last[0].result.end if last else 0
        yield from enumerate(_exact_results(read, answers, end), min(done, len(self.steps)))
        yield from self._revisit_results(journal, done)

    def _revisit_results(self, journal: Journal, done: int) -> Iterator[tuple[int, PieceResult]]:
        """Read the records that repeat others, a batch after the other."""
        number = len(self.steps)
        for batch in _batches(self._revisits(journal), _BATCH):
            chunks = list(enumerate(_batches(batch, _CHUNK), number))
            number += len(chunks)
            if left := [each for each in chunks if each[0] >= done]:
                found = self._originals(batch)
                resolved = ([each.resolved(found) for each in chunk] for _, chunk in left)
                answers = _shared(partial(read_revisits, self.options), resolved, self.jobs)
                for (step, _), (_, result) in zip(left, answers, strict=True):
                    yield step, result

    def _revisits(self, journal: Journal) -> Iterator[Revisit]:
        for entry in journal.entries():
            for start, end, keys in entry.result.revisits:
                step = self.steps[entry.step]
                assert isinstance(step, ArchivePiece | ArchiveRecords)
                yield Revisit(RecordPlace(step.part, start), end, keys)

    def _originals(self, revisits: Iterable[Revisit]) -> Mapping[str, RecordPlace]:
        """Find the records that revisits may repeat, the first in the collection of each key."""
        needed = frozenset(key for each in revisits for key in each.keys)
        parts = {
            each.part: None
            for each in self.steps
            if isinstance(each, ArchivePiece | ArchiveRecords)
        }
        pieces = (piece for part in parts for piece in pieces_of(part))
        places: dict[str, RecordPlace] = {}
        for piece, found in _shared(partial(found_originals, needed), pieces, self.jobs):
            for key, start in found.items():
                places.setdefault(key, RecordPlace(piece.part, start))
        return places


def steps_of(files: Iterable[Listed], is_collection: Callable[[str], bool]) -> Iterator[Step]:
    """
    Divide files into steps.

    Args:
        files: The files.
        is_collection: Whether a file is to be divided; any other is a step of its own.
    """
    for each in files:
        if not is_collection(each.name):
            yield each
            continue
        try:
            if is_index(each.name):
                yield from indexed_steps(each.name)
                continue
            for part in archive_parts(each.name):
                yield from pieces_of(part)
        except OSError as error:
            yield Unreadable(name=each.name, problem=problem_with(each.name, error))


def _step_result(options: CollectionOptions, step: Step) -> PieceResult:
    if isinstance(step, ArchivePiece):
        return read_piece(options, step)
    if isinstance(step, ArchiveRecords):
        return read_indexed_records(options, step)
    return read_page_file(options, step.read() if isinstance(step, Listed) else step)


def _exact_results(
    read: Callable[[ArchivePiece], PieceResult],
    answers: Iterable[tuple[Step, PieceResult]],
    end: int,
) -> Iterator[PieceResult]:
    """Read a piece again that was not begun where the one before had ended."""
    for step, answer in answers:
        result = answer
        if isinstance(step, ArchivePiece):
            end = 0 if step.start == 0 else end
            result = _exact_result(read, step, answer, end)
            end = result.end
        yield result


def _exact_result(
    read: Callable[[ArchivePiece], PieceResult], piece: ArchivePiece, result: PieceResult, end: int
) -> PieceResult:
    if end >= piece.stop:
        return PieceResult(end=end)
    is_exact = result.problem or result.first == end
    return result if is_exact else read(piece.from_start(end))


def _shared(
    work: Callable[[_Item], _Result], items: Iterable[_Item], jobs: int
) -> Iterable[tuple[_Item, _Result]]:
    if jobs == 1:
        return ((each, work(each)) for each in items)
    from nizkorcite.bulk.pool import results  # one process needs none

    return results(work, items, jobs)


def _batches(items: Iterable[_Item], size: int) -> Iterator[Sequence[_Item]]:
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch

"""Validation of many inputs, in the order in which they were given."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from nizkorcite.bulk.checked import Checked, Piece, check_piece
from nizkorcite.files.kinds import RECORD_ENDINGS
from nizkorcite.files.listing import PassedOver, check_regular, list_files, problem_with
from nizkorcite.files.opening import open_records
from nizkorcite.validation import Validator
from nizkorcite.validation.input.chunk import Chunk
from nizkorcite.validation.input.splitter import chunks

if TYPE_CHECKING:
    from nizkorcite.bulk.collection import InputCollection
    from nizkorcite.validation.rules.collection import RecordSummary


def check_inputs(  # noqa: PLR0913 - a run has several options
    names: Sequence[str],
    validator: Validator,
    *,
    jobs: int = 1,
    collection: "InputCollection | None" = None,
    watch: Callable[[Iterator[Piece | Checked]], Iterator[Piece | Checked]] | None = None,
    passed_over: PassedOver | None = None,
) -> Iterator[Checked]:
    """
    Check every record of files, folders and standard input.

    Args:
        names: Files, folders and ``-`` as the user gave them.
        validator: The validator.
        jobs: Number of processes that share the work.
        collection: Compares the records with each other, if given.
        watch: Passes the pieces on, and counts them.
        passed_over: Gets what is in folders and is not checked.
    """
    pieces = _pieces(names, collection, passed_over, is_shared=jobs > 1)
    if watch:
        pieces = watch(pieces)
    if jobs > 1:
        from nizkorcite.bulk.processes import check_in_processes

        yield from check_in_processes(pieces, validator, jobs, collection)
    else:
        yield from _check_in_turn(pieces, validator, collection)
    if collection:
        yield from collection.check()


def _check_in_turn(
    pieces: Iterable[Piece | Checked], validator: Validator, collection: "InputCollection | None"
) -> Iterator[Checked]:
    for each in pieces:
        if isinstance(each, Checked):
            yield each
        else:
            facts: list[RecordSummary] | None = [] if collection else None
            try:
                yield from check_piece(validator, each, facts)
            except OSError as error:  # YAML needs an extra
                yield Checked(name=each.name, problem=problem_with(each.name, error))
            if collection and facts:
                collection.add_facts(each.number, facts)


def _pieces(
    names: Iterable[str],
    collection: "InputCollection | None",
    passed_over: PassedOver | None,
    *,
    is_shared: bool,
) -> Iterator[Piece | Checked]:
    """Divide the inputs into pieces; report those that cannot be read."""
    for name in names:
        for path in list_files(name, RECORD_ENDINGS, passed_over):
            try:
                number = collection.add_input(path) if collection else 0
                ranges = list(_ranges(path, number)) if is_shared and path != "-" else []
                if path != name:
                    check_regular(path)
                yield from ranges or _pieces_of(path, collection, number)
            except OSError as error:
                yield Checked(name=path, problem=problem_with(path, error))


def _ranges(path: str, number: int) -> Iterator[Piece]:
    from nizkorcite.bulk.byte_ranges import byte_ranges  # only processes need them

    for each in byte_ranges(path):
        yield Piece(path, Chunk(), each.stop, number, each)


def _pieces_of(path: str, collection: "InputCollection | None", number: int) -> Iterator[Piece]:
    with open_records(path) as file:
        stream = collection.keep_copy(file) if collection and path == "-" else file
        for chunk in chunks(stream, file.name):
            yield Piece(path, chunk, file.position, number)

"""Inputs become checked records, one after the other, in the order in which they were given."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BufferedReader
from typing import TYPE_CHECKING, cast

from nizkorcite.files.listing import check_regular, files, problem_with
from nizkorcite.files.opening import opened, unpacked
from nizkorcite.validation import Validator
from nizkorcite.validation.input.chunk import Chunk
from nizkorcite.validation.input.splitter import chunks

if TYPE_CHECKING:
    from nizkorcite.bulk.collection import Across
    from nizkorcite.validation.rules.collection import RecordSummary
from nizkorcite.bulk.checked import ENDINGS, Checked, Piece, check_piece


def check(
    names: Sequence[str],
    validator: Validator,
    *,
    jobs: int = 1,
    across: "Across | None" = None,
    counted: "Callable[[Iterator[Piece | Checked]], Iterator[Piece | Checked]] | None" = None,
) -> Iterator[Checked]:
    """
    Check every record of files, folders and standard input.

    Args:
        names: Files, folders and ``-`` as the user gave them.
        validator: What they are checked by.
        jobs: How many processes share the work.
        across: Compares the records with each other, where that is asked for.
        counted: Passes the pieces on, and counts them.
    """
    pieces = _pieces(names, across, are_shared=jobs > 1)
    if counted:
        pieces = counted(pieces)
    if jobs > 1:
        from nizkorcite.bulk.processes import check_in_processes

        yield from check_in_processes(pieces, validator, jobs, across)
    else:
        yield from _check(pieces, validator, across)
    if across:
        yield from across.checked()


def _check(
    pieces: "Iterable[Piece | Checked]", validator: Validator, across: "Across | None"
) -> Iterator[Checked]:
    for each in pieces:
        if isinstance(each, Checked):
            yield each
        else:
            facts: list[RecordSummary] | None = [] if across else None
            try:
                yield from check_piece(validator, each, facts)
            except OSError as error:  # YAML needs an extra
                yield Checked(name=each.name, problem=problem_with(each.name, error))
            if across and facts:
                across.take(each.number, facts)


def _pieces(
    names: Iterable[str], across: "Across | None", *, are_shared: bool
) -> Iterator[Piece | Checked]:
    """The inputs piece by piece, and what cannot be read of them."""
    for name in names:
        for path in files(name, ENDINGS):
            try:
                number = across.number_of(path) if across else 0
                cut = list(_cut(path, number)) if are_shared and path != "-" else []
                yield from cut or _of_file(path, across, number, is_named=path == name)
            except OSError as error:
                yield Checked(name=path, problem=problem_with(path, error))


def _cut(path: str, number: int) -> Iterator[Piece]:
    from nizkorcite.bulk.byte_ranges import stretches  # only processes need it

    for each in stretches(path):
        yield Piece(path, Chunk(), each.stop, number, each)


def _of_file(path: str, across: "Across | None", number: int, *, is_named: bool) -> Iterator[Piece]:
    if path == "-":
        stream = unpacked(cast(BufferedReader, sys.stdin.buffer), path)
        kept = across.copied(stream) if across else stream
        for chunk in chunks(kept, stream.name):
            yield Piece(path, chunk, 0, number)
        return
    if not is_named:
        check_regular(path)
    with opened(path) as stream:
        for chunk in chunks(stream, stream.name):
            yield Piece(path, chunk, stream.position, number)

"""
Records that repeat an earlier capture (ISO 28500:2017, 6.7), read with the page of that capture.

A crawler that meets the same bytes again keeps only a record that refers to those it has. The page
may lie anywhere in the collection, so revisits are read after all other records.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from nizkorcite.messages import Message
from nizkorcite.saved_forms.containers.warc_record import WarcRecord
from nizkorcite.web_archives.archive_parts import ArchivePart, ArchivePiece
from nizkorcite.web_archives.archive_records import ArchiveFile
from nizkorcite.web_archives.digests import fits_block_digest
from nizkorcite.web_archives.lost_bytes import UNRESOLVED, LostBytes
from nizkorcite.web_archives.piece_reading import (
    CollectionOptions,
    PieceReader,
    PieceResult,
    software_of,
    unreadable_result,
)
from nizkorcite.web_archives.record_keys import record_keys

_KEPT: Final = ("warc-record-id", "warc-target-uri", "warc-date")


@frozen
class RecordPlace:
    """The place of a record: a part of the collection, and the offset in it."""

    part: ArchivePart
    start: int


@frozen
class Revisit:
    """
    A record that repeats a capture.

    Attributes:
        place: Its place.
        end: Where it ends.
        keys: What it states about the record that it repeats.
        original: The place of that record; `None` if the collection lacks it.
    """

    place: RecordPlace
    end: int
    keys: Sequence[str]
    original: RecordPlace | None = None

    def resolved(self, places: Mapping[str, RecordPlace]) -> "Revisit":
        """Return the revisit with the place of the record that it repeats."""
        found = (places[key] for key in self.keys if key in places)
        return evolve(self, original=next(found, None))


def found_originals(needed: frozenset[str], piece: ArchivePiece) -> Mapping[str, int]:
    """Find the records of a piece that revisits may repeat; return their offsets by key."""
    found: dict[str, int] = {}
    try:
        with piece.part.open() as file:
            start = piece.start if piece.is_exact else file.next_start(piece.start)
            if start is not None:
                for event, _ in file.records(start, piece.stop):
                    if isinstance(event, WarcRecord):
                        for key in needed.intersection(record_keys(event.fields)):
                            found.setdefault(key, event.start)
    except OSError:
        return found  # it was reported when its records were read
    return found


def read_revisits(options: CollectionOptions, revisits: Sequence[Revisit]) -> PieceResult:
    """Read the captures of revisits."""
    result = PieceResult()
    for each in revisits:
        try:
            _read_revisit(options, each, result)
        except OSError as error:
            return unreadable_result(each.place.part.path, error, options.lang)
    return result


def _read_revisit(options: CollectionOptions, revisit: Revisit, result: PieceResult) -> None:
    part, start = revisit.place.part, revisit.place.start
    with part.open() as file:
        record = _record_at(file, start)
        reader = PieceReader(options, part, software_of(file), result)
    original = _original(revisit)
    response = original.response() if original else None
    if record is None or original is None or response is None:
        reason = Message("the record repeats one that the collection does not have")
        reader.lose(LostBytes(start=start, end=revisit.end, code=UNRESOLVED, reason=reason))
    elif options.selection.takes_answer(response):
        own = {name: record.fields[name] for name in _KEPT if name in record.fields}
        reader.read_capture(
            evolve(original, fields={**original.fields, **own}, start=start), revisit.end, response
        )
    else:
        reader.skip()


def _original(revisit: Revisit) -> WarcRecord | None:
    if revisit.original is None:
        return None
    with revisit.original.part.open() as file:
        record = _record_at(file, revisit.original.start)
    is_sound = record is not None and fits_block_digest(record.fields, record.block) is not False
    return record if is_sound else None


def _record_at(file: ArchiveFile, start: int) -> WarcRecord | None:
    event, _ = next(file.records(start, start + 1), (None, 0))
    return event if isinstance(event, WarcRecord) else None

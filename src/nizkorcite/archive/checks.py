"""When each part of an archive was checked last, as the log says."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from attrs import frozen

from nizkorcite.archive.events import ArchiveEvent, FileState
from nizkorcite.archive.layout import PACKS, WARCS, pack_of
from nizkorcite.archive.log import Log

FIRST_FILES: Final = 0
"""The number of the unit that is no pack: the files that the archive begins with."""


@frozen
class Unit:
    """
    Files that are checked together: those of a pack, or those that the archive begins with.

    Attributes:
        number: The number of the pack, or `FIRST_FILES`.
        files: The files.
        checked: The instant of the last check, or of the first writing.
        event: The number of its event.
    """

    number: int
    files: Sequence[FileState]
    checked: str
    event: int

    @property
    def bytes(self) -> int:
        """The length of the files together."""
        return sum(each.bytes for each in self.files)


def units_of(log: Log) -> list[Unit]:
    """Return the units of an archive, those checked longest ago first."""
    places = unit_numbers(log)
    files: dict[int, list[FileState]] = {}
    for state in log.files().values():
        files.setdefault(places[state.path], []).append(state)
    numbers = sorted(files)
    last: dict[int, ArchiveEvent] = {}
    for event in log.events:
        written = (places[each.path] for each in event.files)
        last |= dict.fromkeys(chain(written, _checked_units(event, numbers)), event)
    units = [
        Unit(number, states, last[number].time, last[number].number)
        for number, states in files.items()
    ]
    return sorted(units, key=lambda each: (each.event, each.number))


def _checked_units(event: ArchiveEvent, numbers: Sequence[int]) -> Iterable[int]:
    """Yield those of sorted numbers of units that an event says were checked and are sound."""
    ranges = event.detail.get("checked") if event.type == "fixity check" else None
    for each in ranges if isinstance(ranges, list) else ():
        match each:
            case [int(first), int(last)]:
                yield from numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def ranges_of(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """
    Return whole numbers as ranges.

    >>> ranges_of([3, 1, 2, 7])
    [(1, 3), (7, 7)]
    """
    ranges: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return ranges


def age_in_days(time: str, now: str) -> int:
    """
    Return the number of whole days between two instants.

    >>> age_in_days("2026-11-01T00:00:00Z", "2026-11-03T12:00:00Z")
    2
    """
    from datetime import datetime

    return (datetime.fromisoformat(now) - datetime.fromisoformat(time)).days


def unit_numbers(log: Log) -> Mapping[str, int]:
    """Return the number of the unit of each file; a whole WARC file came with a pack."""
    numbers: dict[str, int] = {}
    for event in log.events:
        pack = event.detail.get("pack")
        for path in (each.path for each in event.files):
            if path.startswith(f"{PACKS}/"):
                numbers[path] = pack_of(path)
            elif path.startswith(f"{WARCS}/") and isinstance(pack, int):
                numbers.setdefault(path, pack)
            else:
                numbers.setdefault(path, FIRST_FILES)
    return numbers


def erased_bytes(log: Log) -> frozenset[str]:
    """Return the digests of bytes that were erased."""
    stated = (each.detail.get("bytes") for each in log.events if each.type == "deletion")
    return frozenset(
        str(digest)
        for digests in stated
        for digest in (digests if isinstance(digests, list) else ())
    )


def known_faults(log: Log) -> Mapping[str, set[int]]:
    """Return the offsets of records of whole files that were faulty as they came, or are erased."""
    faults: dict[str, set[int]] = {}
    for event in log.events:
        for path, offsets in faulty_records(event).items():
            faults.setdefault(path, set()).update(offsets)
    return faults


def faulty_records(event: ArchiveEvent) -> Mapping[str, Sequence[int]]:
    """Return the offsets of records that an event names as faulty from then on, by file."""
    stated = event.detail.get("faults")
    return {
        path: [each for each in offsets if isinstance(each, int)]
        for path, offsets in (stated.items() if isinstance(stated, Mapping) else ())
        if isinstance(offsets, list)
    }

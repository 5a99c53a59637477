"""How long ago each part of an archive was compared with its digests, as its log says."""

from collections.abc import Iterator

from attrs import frozen

from nizkorcite.archive.checks import age_in_days, units_of
from nizkorcite.archive.events import ArchiveEvent
from nizkorcite.archive.log import Log


@frozen
class CheckedPart:
    """
    Files that are checked together.

    Attributes:
        bytes: Their length.
        days: Days since they were read, or written if nobody has read them since.
        is_read: Whether a check has read them since they were written.
    """

    bytes: int
    days: int
    is_read: bool


def checked_parts(log: Log, now: str) -> Iterator[CheckedPart]:
    """
    Yield the parts of an archive, those checked longest ago first.

    Args:
        log: The log.
        now: The instant that ages are counted until.
    """
    kinds = {event.number: event.type for event in log.events}
    for unit in units_of(log):
        days = max(0, age_in_days(unit.checked, now))
        yield CheckedPart(unit.bytes, days, kinds[unit.event] == "fixity check")


def last_check(log: Log) -> ArchiveEvent | None:
    """Return the event of the last check of any part; `None` if there was none."""
    return next((each for each in reversed(log.events) if each.type == "fixity check"), None)


def damaged_since(log: Log, check: ArchiveEvent) -> tuple[str, ...]:
    """Return the files that a check found damaged, and that no later event has replaced."""
    named = check.detail.get("damaged")
    later = (event for event in log.events if event.number > check.number)
    mended = {state.path for event in later for state in event.files}
    paths = [str(each) for each in named] if isinstance(named, list) else []
    return tuple(each for each in paths if each not in mended)

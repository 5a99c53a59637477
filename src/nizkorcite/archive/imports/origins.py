"""Who made a version and when, also of versions that came by imports."""

from collections.abc import Mapping
from typing import Self

from attrs import frozen

from nizkorcite.archive.events import ArchiveEvent
from nizkorcite.archive.log import Log
from nizkorcite.archive.versions import StoredVersion
from nizkorcite.record.json_types import JSON

_MEMBERS = ("time", "type", "agent", "program", "note")


@frozen
class VersionOrigins:
    """
    The origins of versions.

    Attributes:
        events: The event of each number.
        imported: The origin that an import stated, by id and number of the version.
    """

    events: Mapping[int, ArchiveEvent]
    imported: Mapping[tuple[JSON, JSON], Mapping[str, JSON]]

    @classmethod
    def of(cls, log: Log) -> Self:
        """Find the origins that a log states."""
        imported: dict[tuple[JSON, JSON], Mapping[str, JSON]] = {}
        for event in log.events:
            stated = event.detail.get("imported")
            for each in stated if isinstance(stated, list) else ():
                if isinstance(each, dict) and isinstance(each.get("time"), str):
                    imported[each.get("id"), each.get("version")] = _members(each)
        return cls({each.number: each for each in log.events}, imported)

    def origin(self, version: StoredVersion) -> Mapping[str, JSON]:
        """Return time, kind, person, program and reason of a version."""
        if found := self.imported.get((version.id, version.number)):
            return found
        event = self.events[version.event]
        return _members({name: getattr(event, name) for name in _MEMBERS})


def _members(stated: Mapping[str, JSON]) -> Mapping[str, JSON]:
    return {name: stated[name] for name in _MEMBERS if stated.get(name) is not None}

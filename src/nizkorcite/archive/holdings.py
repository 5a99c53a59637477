"""All that an archive holds at one moment, read from its log and packs without an index."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Protocol

from attrs import define, evolve, field, frozen

from nizkorcite.archive.damage import Damage
from nizkorcite.archive.events import ArchiveEvent
from nizkorcite.archive.fixity import file_damage
from nizkorcite.archive.layout import records_path
from nizkorcite.archive.log import Log
from nizkorcite.archive.plain_files import open_plain
from nizkorcite.archive.versions import StoredObject, StoredVersion, parse_version
from nizkorcite.archive.whole_warcs import stored_bytes
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message


class Holdings(Protocol):
    """What is taken over by an import: the events, and the versions with their bytes."""

    @property
    def log(self) -> Log:
        """The events."""

    def ids(self) -> Sequence[str]:
        """Return the ids of the documents that have versions, in the order of their arrival."""

    def versions(self, id_: str) -> Iterator[StoredVersion]:
        """
        Yield the versions of a document, the first one first.

        Raises:
            OSError: A file cannot be read.
        """

    def payload(self, sha256: str) -> bytes | None:
        """
        Return bytes by their digest; `None` if they are not held.

        Raises:
            OSError: Their file cannot be read.
        """


@frozen
class _Place:
    event: int
    path: str
    offset: int
    length: int


@define
class StoredHoldings:
    """
    The holdings of an archive.

    Attributes:
        folder: The archive; nothing is written into it.
        log: Its log.
    """

    folder: str
    log: Log
    _objects: dict[str, StoredObject] = field(factory=dict, init=False)

    def ids(self) -> Sequence[str]:
        """Return the ids of the documents that have versions, in the order of their arrival."""
        return list(self._places)

    def versions(self, id_: str) -> Iterator[StoredVersion]:
        """
        Yield the versions of a document, the first one first.

        Raises:
            OSError: A pack cannot be read.
        """
        for place in self._places[id_]:
            version = parse_version(self._bytes(place.path, place.offset, place.length))
            if version:
                yield evolve(version, event=place.event)

    def payload(self, sha256: str) -> bytes | None:
        """
        Return bytes by their digest; `None` if they are not held.

        Raises:
            OSError: Their pack cannot be read.
        """
        _ = self._places
        stored = self._objects.get(sha256)
        if stored is None or stored.file not in self._files:  # a line can name any file
            return None
        return stored_bytes(self.folder, stored)

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(self.log.files())

    @cached_property
    def _places(self) -> Mapping[str, Sequence[_Place]]:
        places: dict[str, list[_Place]] = {}
        for event in self.log.events:
            pack = event.detail.get("pack")
            path = records_path(pack) if isinstance(pack, int) else ""
            if any(each.path == path for each in event.files) and event.type != "deletion":
                for id_, place in self._lines(event.number, path):
                    places.setdefault(id_, []).append(place)
        return places

    def _lines(self, event: int, path: str) -> Iterator[tuple[str, _Place]]:
        offset = 0
        with open_plain(self.folder, path) as file:
            for line in file:
                if version := parse_version(line):
                    self._objects |= {each.sha256: each for each in version.objects}
                    yield version.id, _Place(event, path, offset, len(line))
                offset += len(line)

    def _bytes(self, path: str, offset: int, length: int) -> bytes:
        with open_plain(self.folder, path) as file:
            file.seek(offset)
            return file.read(length)


def refuse_damaged(holdings: StoredHoldings, known: Iterable[Damage]) -> None:
    """
    Refuse an archive of which a file is not as its log says: an export would hide the damage.

    Args:
        holdings: What the archive holds.
        known: Damages to its log, which may have lost what was withdrawn.

    Raises:
        ArchiveError: A file is damaged.
        OSError: A folder cannot be read.
    """
    states = holdings.log.files().values()
    damages = (file_damage(holdings.folder, each) for each in states)
    for damage in chain(known, filter(None, damages)):
        raise ArchiveError(
            Message(
                "{path} is damaged, so nothing is exported; run `nizkorcite archive verify "
                "{folder}`",
                path=damage.path,
                folder=holdings.folder,
            )
        )


def removals(log: Log, kind: str) -> Mapping[str, ArchiveEvent]:
    """
    Return the first event of each document that was removed.

    Args:
        log: The log.
        kind: ``deaccession`` for withdrawals, ``deletion`` for erasures.
    """
    found: dict[str, ArchiveEvent] = {}
    for event in log.events:
        if event.type == kind:
            found = dict.fromkeys(event.documents, event) | found
    return found


def published_versions(holdings: Holdings) -> Iterator[StoredVersion]:
    """
    Yield the current version of each document that was neither withdrawn nor erased.

    Raises:
        OSError: A file cannot be read.
    """
    removed = {**removals(holdings.log, "deaccession"), **removals(holdings.log, "deletion")}
    for id_ in holdings.ids():
        if id_ not in removed:
            yield [*holdings.versions(id_)][-1]

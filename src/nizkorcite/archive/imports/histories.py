"""Two histories of one document united: the same versions whichever comes first."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from nizkorcite.archive.imports.origins import VersionOrigins
from nizkorcite.archive.versions import StoredVersion, record_digest
from nizkorcite.errors import NizkorciteError
from nizkorcite.record.codec import to_record
from nizkorcite.record.json_types import JSON

_Origin = Mapping[str, JSON]


@frozen
class History:
    """
    The versions of a document in one archive.

    Attributes:
        versions: The versions, the first one first.
        origins: Where they come from.
    """

    versions: Sequence[StoredVersion]
    origins: VersionOrigins

    @property
    def last(self) -> int:
        """The number of the last version; 0 if there is none."""
        return self.versions[-1].number if self.versions else 0

    def origin(self, version: StoredVersion) -> _Origin:
        """Return where a version comes from."""
        return self.origins.origin(version)

    def digests(self) -> set[str]:
        """Return the digests of the records."""
        return {record_digest(each.record) for each in self.versions}

    def objects(self) -> set[str]:
        """Return the digests of the bytes that are at hand."""
        return {each.sha256 for version in self.versions for each in version.objects}


@frozen
class United:
    """
    What is added to a history.

    Attributes:
        additions: Versions with their origins, in their order.
    """

    additions: Sequence[tuple[StoredVersion, _Origin]]


def united(own: History, other: History) -> United:
    """Return what an archive's own history lacks of another one."""
    additions = list(_missing(own, other))
    head = _head(own, other)
    last = additions[-1][0] if additions else (own.versions or other.versions)[-1]
    if record_digest(last.record) != record_digest(head[0].record):
        additions.append(head)
    return United([
        (evolve(version, number=own.last + place), origin)
        for place, (version, origin) in enumerate(additions, 1)
    ])  # fmt: skip


def _missing(own: History, other: History) -> Iterator[tuple[StoredVersion, _Origin]]:
    known, objects = own.digests(), own.objects()
    for version in other.versions:
        held = {each.sha256 for each in version.objects}
        if record_digest(version.record) not in known or not held <= objects:
            known.add(record_digest(version.record))
            objects |= held
            yield version, other.origin(version)


def _head(own: History, other: History) -> tuple[StoredVersion, _Origin]:
    """Return the version that is current in the union."""
    heads = [
        (each.versions[-1], each.origin(each.versions[-1]))
        for each in (own, other)
        if each.versions
    ]
    if len(heads) == 1:
        return heads[0]
    first, second = (record_digest(version.record) for version, _ in heads)
    is_behind, is_ahead = first in other.digests(), second in own.digests()
    if is_behind != is_ahead:
        return heads[1] if is_behind else heads[0]
    earlier, later = sorted(
        heads, key=lambda each: (str(each[1]["time"]), record_digest(each[0].record))
    )
    return _with_captures(later[0], earlier[0]), later[1]


def _with_captures(later: StoredVersion, earlier: StoredVersion) -> StoredVersion:
    """Add the captures that only the earlier record has, if they fit the later one."""
    document = later.document
    known = {each.sha256 for each in document.captures}
    more = [each for each in earlier.document.captures if each.sha256 not in known]
    if not more:
        return later
    try:
        joined = evolve(document, captures=[*document.captures, *more])
    except NizkorciteError:  # they contradict its dates
        return later
    return evolve(later, source=None, record=to_record(joined))

"""
The union of two archives: the same in whichever order they are imported.

Nothing is lost: all versions of both stay, with who made them and when. Where both have gone on
from one version, the later record is the current one, with the captures of both. A removal in one
archive is one in both.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from typing import Final

from attrs import define, evolve, field

from nizkorcite.archive.adding import Added, blocks_of
from nizkorcite.archive.checks import erased_bytes, known_faults
from nizkorcite.archive.events import ArchiveEvent
from nizkorcite.archive.holdings import Holdings, StoredHoldings, removals
from nizkorcite.archive.imports.histories import History, united
from nizkorcite.archive.imports.origins import VersionOrigins
from nizkorcite.archive.imports.refusals import Refusal
from nizkorcite.archive.index import Index
from nizkorcite.archive.lookup import Lookup
from nizkorcite.archive.merging import differing_values
from nizkorcite.archive.packs import PackWriter
from nizkorcite.archive.removal import erase_documents
from nizkorcite.archive.store import StoreWriter, now
from nizkorcite.archive.versions import StoredObject, StoredVersion, digests_of
from nizkorcite.archive.whole_warcs import WholeWarc, has_pages, is_whole_warc, whole_file
from nizkorcite.errors import RecordError
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON

_MOST_VERSIONS: Final = 1000
_MOST_BYTES: Final = 1 << 24


@define
class Union:
    """
    Takes over the holdings of another archive.

    Attributes:
        writer: The writer of the archive.
        index: Its index, which has caught up.
        holdings: What is taken over.
        agent: The person responsible, if named.
    """

    writer: StoreWriter
    index: Index
    holdings: Holdings
    agent: str | None = None
    _pack: PackWriter | None = None
    _origins: list[JSON] = field(factory=list)
    _objects: dict[str, StoredObject] = field(factory=dict)
    _whole: dict[str, bool] = field(init=False)

    @_whole.default
    def _whole_files(self) -> dict[str, bool]:
        return dict.fromkeys(filter(is_whole_warc, self.writer.log.files()), True)

    @property
    def _lookup(self) -> Lookup:
        return Lookup(self.index)

    def take_over(self) -> Iterator[Added]:
        """
        Take over everything, and yield what became of each document once it is committed.

        Raises:
            ArchiveError: Bytes to erase are damaged here.
            OSError: A file cannot be read or written; the batch is not part of the archive.
        """
        self._erase()
        waiting: list[Added] = []
        own, other = VersionOrigins.of(self.writer.log), VersionOrigins.of(self.holdings.log)
        try:
            for id_ in self.holdings.ids():
                waiting.append(self._taken_over(id_, own, other))
                if self._pack and self._is_full(self._pack):
                    self._commit()
                    yield from waiting
                    waiting = []
            self._commit()
            yield from waiting
        finally:
            self._abandon()
        self._append_events()

    def _taken_over(self, id_: str, own: VersionOrigins, other: VersionOrigins) -> Added:
        versions = list(self.holdings.versions(id_))
        if problem := self._problem(id_, versions):
            return Added(name=id_, id=id_, version=0, outcome=None, problem=problem)
        before = [self._lookup.version(self.writer.folder, id_, n) for n in self._numbers(id_)]
        history = History([each for each in before if each], own)
        result = united(history, History(versions, other))
        for version, origin in result.additions:
            self._write(version, origin)
        number = history.last + len(result.additions)
        if not result.additions:
            return Added(name=id_, id=id_, version=number, outcome="known")
        old = dict(history.versions[-1].record) if history.versions else {}
        return Added(
            name=id_,
            id=id_,
            version=number,
            outcome="version" if old else "new",
            differing=differing_values(old, dict(result.additions[-1][0].record)) if old else (),
        )

    def _numbers(self, id_: str) -> Sequence[int]:
        return self._lookup.numbers(id_)

    def _problem(self, id_: str, versions: Sequence[StoredVersion]) -> Message | None:
        try:
            documents = [each.document for each in versions]
        except RecordError as error:
            return Message("{name}: {problem}", name=id_, problem=error.message)
        digests = [digest for each in documents for digest in digests_of(each)]
        if event := self._lookup.erasure(id_, digests):
            return Message('"{id}" was erased (event {event})', id=id_, event=event)
        if any(each.id != id_ for each in documents) or not all(map(self._is_sound, digests)):
            return Message(
                "{name}: {problem}", name=id_, problem=Refusal("bad-contents", id_).message
            )
        return None

    def _is_sound(self, digest: str) -> bool:
        """Check that bytes which are new here have the digest by which they are found."""
        if digest in self._objects or self._lookup.object(digest):
            return True
        data = self.holdings.payload(digest)
        return data is None or sha256(data).hexdigest() == digest

    def _write(self, version: StoredVersion, origin: Mapping[str, JSON]) -> None:
        self._pack = self._pack or self.writer.new_pack(now())
        objects = tuple(self._stored(version, self._pack))
        self._pack.add_version(evolve(version, objects=objects, event=0))
        self._origins.append({"id": version.id, "version": version.number, **origin})

    def _stored(self, version: StoredVersion, pack: PackWriter) -> Iterator[StoredObject]:
        """Yield the places of a version's bytes here, and write those that are new."""
        document = version.document
        for digest in dict.fromkeys(digests_of(document)):
            stored = self._objects.get(digest) or self._lookup.object(digest)
            stored = stored or self._in_whole_file(version, digest, pack)
            data = None if stored else self.holdings.payload(digest)
            if data is not None:
                for block in islice(blocks_of(document, {digest: data}), 1):
                    stored = self._objects[digest] = pack.add_block(block)
            if stored:
                yield stored

    def _in_whole_file(
        self, version: StoredVersion, digest: str, pack: PackWriter
    ) -> StoredObject | None:
        """Return the place of bytes in a file that is taken over whole, if they are in one."""
        for place in version.objects:
            if place.sha256 == digest and self._is_taken_over(place.file, pack):
                return place
        return None

    def _is_taken_over(self, path: str, pack: PackWriter) -> bool:
        """Take over a file, unless it has bytes that were erased here."""
        holdings = self.holdings
        if not (is_whole_warc(path) and isinstance(holdings, StoredHoldings)):
            return False
        if path not in self._whole:
            state = holdings.log.files().get(path)
            part = whole_file(os.path.join(holdings.folder, path))
            erased = erased_bytes(self.writer.log)
            self._whole[path] = state is not None and not has_pages(part, erased)
            if state and self._whole[path]:
                faults = sorted(known_faults(holdings.log).get(path, ()))
                pack.add_whole(WholeWarc(part, path, state.sha256, faults))
        return self._whole[path]

    def _is_full(self, pack: PackWriter) -> bool:
        return len(pack.documents) >= _MOST_VERSIONS or pack.size >= _MOST_BYTES

    def _commit(self) -> None:
        if self._pack:
            pack, self._pack = self._pack, None
            origins, self._origins = self._origins, []
            detail: dict[str, JSON] = {"imported": origins, "from": self._state()}
            self.writer.commit(
                pack, self.writer.event("ingestion", agent=self.agent, detail=detail)
            )

    def _abandon(self) -> None:
        if self._pack:
            self._pack.close()
            self._pack = None
            self.writer.clear_staging()
        self.index.catch_up(self.writer.log)

    def _state(self) -> JSON:
        log = self.holdings.log
        return {
            "declaration": log.events[0].previous,
            "event": len(log.events),
            "sha256": log.events[-1].sha256,
        }

    def _erase(self) -> None:
        """Erase here what was erased there."""
        for id_, event in removals(self.holdings.log, "deletion").items():
            if self._lookup.erasure(id_):
                continue
            agent, note = event.agent or event.program, event.note or ""
            if self._lookup.numbers(id_):
                erase_documents(self.writer, self._lookup, [id_], agent, note)
            else:
                self._append(event, [id_], bytes=self._bytes_nowhere(event))
            self.index.catch_up(self.writer.log)

    def _bytes_nowhere(self, event: ArchiveEvent) -> list[JSON]:
        stated = event.detail.get("bytes")
        digests = map(str, stated if isinstance(stated, list) else ())
        return [each for each in digests if not self._lookup.object(each)]

    def _append_events(self) -> None:
        """Append withdrawals and decisions that this archive does not have."""
        for id_, event in removals(self.holdings.log, "deaccession").items():
            if not self._lookup.withdrawal(id_):
                self._append(event, [id_])
        known = [_decision(each) for each in self.writer.log.events]
        for event in self.holdings.log.events:
            if event.type == "decision" and _decision(event) not in known:
                self._append(event, event.documents, **event.detail)
                known.append(_decision(event))

    def _append(self, event: ArchiveEvent, ids: Sequence[str], **detail: JSON) -> None:
        detail.setdefault("imported", event.time)
        self.writer.append(
            self.writer.event(
                event.type, agent=event.agent, documents=ids, note=event.note, detail=detail
            )
        )


def _decision(event: ArchiveEvent) -> tuple[object, ...]:
    detail = {name: value for name, value in event.detail.items() if name != "imported"}
    time = event.detail.get("imported", event.time)
    return event.type, event.agent, event.documents, event.note, detail, time

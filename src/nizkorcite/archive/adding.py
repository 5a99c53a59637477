"""Adding documents: batches of versions, each committed by one event."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import define, evolve, field, frozen

from nizkorcite.archive.index import Index
from nizkorcite.archive.lookup import Lookup
from nizkorcite.archive.merging import Addition, Merged, Outcome, merged
from nizkorcite.archive.packs import PackWriter
from nizkorcite.archive.store import StoreWriter, now, utc
from nizkorcite.archive.versions import StoredObject, StoredVersion, digests_of
from nizkorcite.archive.warc_file import Block, record_id_of
from nizkorcite.archive.whole_warcs import is_whole_warc
from nizkorcite.dates import Instant
from nizkorcite.errors import ArchiveError, NizkorciteError
from nizkorcite.messages import Message
from nizkorcite.record.codec import to_record
from nizkorcite.record.model import Document

_MOST_DOCUMENTS: Final = 1000
_MOST_BYTES: Final = 1 << 24
_BETWEEN_INDEXINGS: Final = 10_000
_TEXT: Final = "text/plain; charset=utf-8"


@frozen(kw_only=True)
class Added:
    """
    What became of an addition.

    Attributes:
        name: Name of the input.
        id: Id of the document.
        version: Number of the version that the document has now; 0 if it is refused.
        outcome: What is new; ``refused`` with a problem.
        differing: Pointers of the values in which the addition differs from the last version.
        problem: Why the archive does not take it in.
    """

    name: str
    id: str
    version: int
    outcome: Outcome | None
    differing: tuple[str, ...] = ()
    problem: Message | None = None


@define
class _Pending:
    """What was written since the index caught up."""

    versions: dict[str, StoredVersion] = field(factory=dict)
    sources: dict[tuple[str, str], str] = field(factory=dict)
    objects: dict[str, StoredObject] = field(factory=dict)

    def take(self, version: StoredVersion) -> None:
        self.versions[version.id] = version
        if version.source:
            self.sources[version.source.sha256, version.source.rules] = version.id
        self.objects |= {each.sha256: each for each in version.objects}


@define
class Adder:
    """
    Adds documents to an archive.

    Attributes:
        writer: The writer of the archive.
        index: Its index, which has caught up.
        agent: The person responsible, if named.
    """

    writer: StoreWriter
    index: Index
    agent: str | None = None
    _pack: PackWriter | None = None
    _pending: _Pending = field(factory=_Pending)
    _has_removals: bool = field(init=False)
    _kept: set[str] = field(init=False)

    @_kept.default
    def _whole_files(self) -> set[str]:
        return set(filter(is_whole_warc, self.writer.log.files()))

    @_has_removals.default
    def _look_for_removals(self) -> bool:
        return Lookup(self.index).has_removals()

    def add(self, additions: Iterable[Addition]) -> Iterator[Added]:
        """
        Add documents, and yield what became of each once it is committed.

        Raises:
            OSError: A file cannot be written; the batch is not part of the archive.
        """
        waiting: list[Added] = []
        try:
            for addition in additions:
                waiting.append(self._added(addition))
                if self._pack is None or self._is_full(self._pack):
                    yield from self._committed(waiting)
            yield from self._committed(waiting)
        finally:
            self._abandon()
            self.index.catch_up(self.writer.log)

    def _committed(self, waiting: list[Added]) -> list[Added]:
        """Commit the batch, and return what has been waiting for that."""
        if self._pack:
            pack, self._pack = self._pack, None
            self.writer.commit(pack, self.writer.event("ingestion", agent=self.agent))
        if len(self._pending.versions) >= _BETWEEN_INDEXINGS:
            self.index.catch_up(self.writer.log)
            self._pending = _Pending()
        done, waiting[:] = list(waiting), []
        return done

    def _is_full(self, pack: PackWriter) -> bool:
        return len(pack.documents) >= _MOST_DOCUMENTS or pack.size >= _MOST_BYTES

    def _abandon(self) -> None:
        if self._pack:
            self._pack.close()
            self._pack = None
            self.writer.clear_staging()

    def _added(self, addition: Addition) -> Added:
        name, document = addition.source.name, addition.document
        try:
            return self._taken_in(addition)
        except NizkorciteError as error:
            return Added(name=name, id=document.id, version=0, outcome=None, problem=error.message)

    def _taken_in(self, addition: Addition) -> Added:
        lookup, source = Lookup(self.index), addition.source
        known = self._pending.sources.get((source.sha256, source.rules)) or lookup.id_of_source(
            source
        )
        if known:
            return Added(name=source.name, id=known, version=self._number(known), outcome="known")
        if self._has_removals:
            _refuse_removed(addition, lookup)
        id_ = addition.document.id
        current = self._pending.versions.get(id_) or lookup.current(self.writer.folder, id_)
        result = merged(addition, current)
        number = current.number if current else 0
        if result.outcome != "known":
            number += 1
            self._write(addition, result, number)
        return Added(
            name=source.name,
            id=id_,
            version=number,
            outcome=result.outcome,
            differing=result.differing,
        )

    def _number(self, id_: str) -> int:
        pending = self._pending.versions.get(id_)
        return pending.number if pending else Lookup(self.index).current_number(id_)

    def _write(self, addition: Addition, result: Merged, number: int) -> None:
        self._pack = self._pack or self.writer.new_pack(now())
        if addition.whole and addition.whole.path not in self._kept:
            self._pack.add_whole(addition.whole)
            self._kept.add(addition.whole.path)
        version = StoredVersion(
            id=result.document.id,
            number=number,
            source=addition.source,
            objects=tuple(self._objects(addition, result.document, self._pack)),
            record=to_record(result.document),
        )
        self._pack.add_version(version)
        self._pending.take(version)

    def _objects(
        self, addition: Addition, document: Document, pack: PackWriter
    ) -> Iterator[StoredObject]:
        """Yield the places of a document's bytes; write those that the archive does not have."""
        blocks = {each.sha256: each for each in blocks_of(addition.document, addition.payloads)}
        if addition.place and addition.place.record_id:
            page = addition.place.record_id
            blocks = {digest: evolve(each, text_of=page) for digest, each in blocks.items()}
        for digest in dict.fromkeys(digests_of(document)):
            stored = self._pending.objects.get(digest) or Lookup(self.index).object(digest)
            if stored is None and addition.place and addition.place.sha256 == digest:
                stored = addition.place
            if stored is None and digest in blocks:
                stored = pack.add_block(blocks[digest])
            if stored:
                yield stored


def _refuse_removed(addition: Addition, lookup: Lookup) -> None:
    """Refuse what was withdrawn or erased: it does not come back unnoticed."""
    document = addition.document
    if event := lookup.withdrawal(document.id):
        raise ArchiveError(
            Message('"{id}" was withdrawn (event {event})', id=document.id, event=event)
        )
    if event := lookup.erasure(document.id, digests_of(document)):
        raise ArchiveError(
            Message('"{id}" was erased (event {event})', id=document.id, event=event)
        )


def blocks_of(document: Document, payloads: Mapping[str, bytes]) -> Iterator[Block]:
    """Yield the bytes of a document that are at hand, with what their heads state."""
    for capture in document.captures:
        if capture.sha256 in payloads:
            accessed = capture.accessed if isinstance(capture.accessed, Instant) else None
            yield Block(
                data=payloads[capture.sha256],
                sha256=capture.sha256,
                media_type=capture.media_type or "application/octet-stream",
                url=capture.url,
                accessed=accessed and utc(accessed.datetime),
            )
    text = document.text
    if text and text.sha256 in payloads and document.captures:
        yield Block(
            data=payloads[text.sha256],
            sha256=text.sha256,
            media_type=_TEXT,
            text_of=record_id_of(document.captures[0].sha256),
        )

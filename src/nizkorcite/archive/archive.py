"""The archive as Python sees it: a folder that is read, added to, and verified."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from attrs import evolve

from nizkorcite.archive.adding import Added, Adder
from nizkorcite.archive.arguments import (
    refuse_below,
    refuse_no_documents,
    refuse_unfit_texts,
    refuse_unknown_scope,
    utc_instant,
)
from nizkorcite.archive.checks import known_faults, unit_numbers, units_of
from nizkorcite.archive.contents import ContentsCheck, count_unverifiable
from nizkorcite.archive.damage import Damage
from nizkorcite.archive.editing import RecordEdit, edit_versions
from nizkorcite.archive.events import ArchiveEvent, EventType
from nizkorcite.archive.fixity import (
    FixityCheck,
    FixityReport,
    Scope,
    has_unfinished,
    kind_damage,
    oldest_check,
)
from nizkorcite.archive.holdings import Holdings, StoredHoldings, refuse_damaged
from nizkorcite.archive.imports.union import Union
from nizkorcite.archive.index import Index
from nizkorcite.archive.layout import INDEX_FILE, MANIFEST, SEAL
from nizkorcite.archive.lock import writer_lock
from nizkorcite.archive.log import Log, read_log
from nizkorcite.archive.log_checks import is_complete, log_damages, read_witnesses
from nizkorcite.archive.lookup import Lookup
from nizkorcite.archive.merging import Addition
from nizkorcite.archive.plain_files import damaged_file
from nizkorcite.archive.recovery import leftovers, open_writer, refuse_unless_archive
from nizkorcite.archive.removal import erase_documents, withdraw_documents
from nizkorcite.archive.repair import (
    Repaired,
    refuse_stranger,
    repair_files,
    repair_log,
    restore_frame,
)
from nizkorcite.archive.seals import seal_of, sealed_event
from nizkorcite.archive.search import Hits, Query, find
from nizkorcite.archive.store import StoreWriter, create_store, is_archive, now
from nizkorcite.archive.tree_digest import tree_digest_of
from nizkorcite.archive.versions import StoredObject, StoredVersion
from nizkorcite.archive.whole_warcs import is_whole_warc, stored_bytes
from nizkorcite.errors import ArchiveError, DocumentError, problem_of
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON


class Archive:
    """
    An archive of documents in a folder; a context manager that closes its index.

    Reading waits for nobody; each method that writes holds the lock of the archive while it runs.
    An object is for the thread that made it; another thread opens the archive again.

    Args:
        folder: The folder.

    Raises:
        ArchiveError: The folder is no archive.
        OSError: It cannot be read.

    >>> import tempfile
    >>> from nizkorcite import Original, Document
    >>> from nizkorcite.archive import Addition, Source
    >>> document = Document(id="a", type="other", language="en", title="A title",
    ...                     original=Original(attribution="unknown"))
    >>> with tempfile.TemporaryDirectory() as folder, Archive.create(folder) as archive:
    ...     [added.outcome for added in archive.add([Addition.of(document)])]
    ...     [version.document.title for version in archive.documents()]
    ['new']
    ['A title']
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self._folder = os.fspath(folder)
        refuse_unless_archive(self._folder)
        self._witnesses = read_witnesses(self._folder)  # before the log, which is ahead of them
        self._log = read_log(self._folder)

    @classmethod
    def create(cls, folder: str | os.PathLike[str], *, by: str | None = None) -> Self:
        """
        Make an archive in a new or empty folder, and open it.

        Args:
            folder: The folder; the one above it exists.
            by: The person responsible.

        Raises:
            ArchiveError: The folder is an archive already, or has other files.
            OSError: It cannot be written.
        """
        refuse_unfit_texts(by)
        create_store(os.fspath(folder), by)
        return cls(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the index."""
        if "_index" in self.__dict__:
            self._index.close()
            del self._index

    @property
    def folder(self) -> str:
        """The folder."""
        return self._folder

    @property
    def log(self) -> Log:
        """The log, as it was when the archive was opened or last written by this object."""
        return self._log

    @property
    def lookup(self) -> Lookup:
        """Look-ups in the index."""
        return Lookup(self._index)

    def noticed_damages(self) -> list[Damage]:
        """
        Return the damages that reading notices, in the log and in the packs of records.

        Documents may be missing because of them. `verify` looks for all damages.

        Raises:
            OSError: A file cannot be read.
        """
        states = self._log.files()
        gaps = (states[path] for path in self._index.gaps() if path in states)
        of_packs = (
            kind_damage(self._folder, each) or Damage("altered", each.path) for each in gaps
        )
        return [*self._log_damages(), *of_packs]

    def _log_damages(self) -> Iterator[Damage]:
        return log_damages(self._folder, self._log, self._witnesses)

    def documents(self) -> Iterator[StoredVersion]:
        """
        Yield the current version of each document, those changed last at the end.

        Withdrawn and erased documents are left out.

        Raises:
            DamagedArchiveError: A pack is missing or damaged.
        """
        for id_ in self.lookup.current_ids():
            version = self.document(id_)
            if version:
                yield version

    def document(self, id_: str) -> StoredVersion | None:
        """
        Return the current version of a document; `None` if it is unknown, withdrawn or erased.

        Raises:
            DamagedArchiveError: Its pack is missing or damaged.
        """
        if self.lookup.withdrawal(id_):
            return None
        return self.lookup.current(self._folder, id_)

    def find(self, query: Query, most: int | None = None) -> Hits:
        """
        Find documents by words, names, places, dates and completeness.

        Args:
            query: What to find.
            most: The maximum number of hits.

        Raises:
            ArchiveError: The maximum is negative.
        """
        refuse_below(0, most=most)
        return find(self._index, query, most)

    def versions(self, id_: str) -> Iterator[StoredVersion]:
        """
        Yield all versions of a document, the first one first, also of a withdrawn one.

        Raises:
            DamagedArchiveError: A pack is missing or damaged.
        """
        for number in self.lookup.numbers(id_):
            version = self.lookup.version(self._folder, id_, number)
            if version:
                yield version

    def ids(self, name: str) -> Sequence[str]:
        """
        Return the ids of the documents that a name means.

        Args:
            name: An id, an address of a layer or capture, or a digest of a capture or its start.
        """
        return self.lookup.ids(name)

    def stored(self, sha256: str) -> StoredObject | None:
        """Return the place of bytes; `None` if the archive does not have them."""
        return self.lookup.object(sha256)

    def payload(self, sha256: str) -> bytes | None:
        """
        Return the bytes of a digest, of a capture or a text, as they are on the disk.

        Returns:
            The bytes; `None` if the archive does not have them.

        Raises:
            DamagedArchiveError: Their file is missing, or they are not those of the digest.
        """
        stored = self.stored(sha256)
        if stored is None:
            return None
        try:
            data = stored_bytes(self._folder, stored)
        except OSError as error:
            raise damaged_file(self._folder, stored.file, error) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise damaged_file(self._folder, stored.file)
        return data

    def text(self, version: StoredVersion) -> str | None:
        """
        Return the visible text of a version's page; `None` if the archive does not have it.

        Raises:
            DamagedArchiveError: Its file is missing, or it is not that of the digest.
        """
        text = version.document.text
        data = self.payload(text.sha256) if text else None
        return None if data is None else data.decode("utf-8", "replace")

    def events(self, id_: str | None = None) -> Iterator[ArchiveEvent]:
        """
        Yield the events of the archive, or those of one document, the first one first.

        Args:
            id_: Id of a document.
        """
        return (each for each in self._log.events if id_ is None or id_ in each.documents)

    def add(self, additions: Iterable[Addition], *, by: str | None = None) -> Iterator[Added]:
        """
        Add documents in batches, and yield what became of each once its batch is committed.

        What the archive has already is recognised by the digest of its source and the rules that
        read it. A document of a known id gets a further version, or a further capture.

        Args:
            additions: The documents, with their bytes; read as they are needed.
            by: The person responsible.

        Raises:
            ArchiveError: Another process writes into the archive, or its log is damaged.
            OSError: A file cannot be read or written.
        """
        with self._writer(by) as writer:
            yield from Adder(writer, self._index, by).add(additions)

    def edit(self, edits: Iterable[RecordEdit], *, by: str, note: str) -> Iterator[Added]:
        """
        Make further versions of records, all or none, and yield what became of each edit.

        Args:
            edits: What to set; one that cannot be made is reported, and the others are made.
            by: The person responsible.
            note: The reason.

        Raises:
            ArchiveError: Same as in `add`.
            OSError: A file cannot be read or written.
        """
        with self._writer(by, note) as writer:
            yield from edit_versions(writer, self.lookup, edits, by, note)

    def withdraw(self, *ids: str, by: str, note: str) -> ArchiveEvent:
        """
        Withdraw documents: they are no longer listed, found or published; all bytes stay.

        Args:
            ids: Ids of documents.
            by: The person responsible.
            note: The reason.

        Raises:
            DocumentError: A document does not exist or was removed before.
            ArchiveError: No id is given, person or reason are empty, or as in `add`.
            OSError: The log cannot be written.
        """
        refuse_no_documents(ids)
        with self._writer(by, note) as writer:
            return withdraw_documents(writer, self.lookup, ids, by, note)

    def erase(self, *ids: str, by: str, note: str) -> ArchiveEvent:
        """
        Erase documents: bytes and records are overwritten; ids, digests and reason stay.

        Bytes that another document has too are kept. Backups and copies are not reached.

        Args:
            ids: Ids of documents, also of withdrawn ones.
            by: The person responsible.
            note: The reason.

        Raises:
            DocumentError: A document does not exist or was erased before, a pack is damaged, or as
                in `add`.
            OSError: A file cannot be read or written.
        """
        refuse_no_documents(ids)
        with self._writer(by, note) as writer:
            return erase_documents(writer, self.lookup, ids, by, note)

    def repair(self, copy: str | os.PathLike[str], *, by: str | None = None) -> Sequence[Repaired]:
        """
        Replace what is damaged by files of a copy of the same archive.

        Damaged files are kept in the folder ``quarantine``.

        Args:
            copy: Folder of the copy.
            by: The person responsible.

        Returns:
            The damaged files, and whether each is mended.

        Raises:
            ArchiveError: The copy is no archive or another one, or as in `add`.
            OSError: A file cannot be read or written.
        """
        refuse_unless_archive(os.fspath(copy))
        with writer_lock(self._folder):
            mended = repair_log(self._folder, os.fspath(copy))
        self._log = read_log(self._folder)
        with self._writer(by) as writer:
            self._index.discard()  # it may be made from damaged packs
            return [*mended, *repair_files(writer, os.fspath(copy), by)]

    @staticmethod
    def restore(folder: str | os.PathLike[str], copy: str | os.PathLike[str]) -> Sequence[Repaired]:
        """
        Put back what makes a folder an archive, so that it can be opened and repaired.

        Args:
            folder: What is left of the archive.
            copy: Folder of a copy of it.

        Returns:
            The files and folders put back: declaration and log, if they are missing.

        Raises:
            ArchiveError: The copy is no archive, or nothing in the folder is of the archive.
            OSError: A file cannot be read or written.
        """
        refuse_unless_archive(os.fspath(copy))
        if not is_archive(os.fspath(folder)):
            refuse_stranger(os.fspath(folder), os.fspath(copy))
        with writer_lock(os.fspath(folder)):
            return restore_frame(os.fspath(folder), os.fspath(copy))

    def holdings(self) -> StoredHoldings:
        """
        Return all that the archive holds now, for an export, after every byte was compared.

        Raises:
            ArchiveError: A file is damaged.
            OSError: A file cannot be read.
        """
        holdings = StoredHoldings(self._folder, self._log)
        refuse_damaged(holdings, self._log_damages())
        return holdings

    def take_over(self, holdings: Holdings, *, by: str | None = None) -> Iterator[Added]:
        """
        Take over what another archive holds, and yield what became of each document.

        The result is the same whichever of two archives takes over the other. All versions of both
        stay; of two current ones the later one is current, with the captures of both. What was
        withdrawn or erased in either of them is so in the result.

        Args:
            holdings: What `nizkorcite.archive.imports.packages` has read.
            by: The person responsible.

        Raises:
            ArchiveError: Bytes are not those of their digest, or as in `add`.
            OSError: A file cannot be read or written.
        """
        with self._writer(by) as writer:
            yield from Union(writer, self._index, holdings, by).take_over()

    def append_event(
        self,
        kind: EventType,
        *,
        by: str | None = None,
        documents: Sequence[str] = (),
        note: str | None = None,
        detail: Mapping[str, JSON] | None = None,
    ) -> ArchiveEvent:
        """
        Record something that a person decided or a program did, which changes no file.

        Args:
            kind: ``decision`` or ``fixity check``; what else happens is recorded where it is done.
            by: The person responsible.
            documents: Ids of the documents concerned, which exist.
            note: The reason.
            detail: What else belongs to it; not the words of a document, since the log is never
                changed.

        Raises:
            DocumentError: A document does not exist.
            ArchiveError: The event is of another kind, or no JSON, or as for `add`.
            OSError: The log cannot be written.
        """
        if kind not in ("decision", "fixity check"):
            raise ArchiveError(
                Message(
                    'events of the type "{type}" are written by what they report', type=str(kind)
                )
            )
        for id_ in documents:
            if not self.lookup.numbers(id_):
                raise DocumentError(Message('no document has the id "{id}"', id=id_))
        with self._writer(by, note) as writer:
            return writer.append(
                writer.event(kind, agent=by, documents=documents, note=note, detail=detail)
            )

    def verify(  # noqa: PLR0913 - what a check can be limited to
        self,
        scope: Scope = "full",
        *,
        by: str | None = None,
        jobs: int = 1,
        seconds: float | None = None,
        not_since: str | None = None,
        watch: Callable[[int, int], object] = lambda _done, _total: None,
    ) -> FixityReport:
        """
        Compare the archive with its log, those packs first that were checked longest ago.

        Nothing is repaired. A check that has read packs is recorded as an event, also one that is
        interrupted, if the archive can be written.

        Args:
            scope: ``quick`` compares names and lengths, ``full`` every byte, ``deep`` also what
                the files say: blocks of WARC files, versions, records, digests, quotes.
            by: The person responsible.
            jobs: Number of threads that read.
            seconds: The time after which no further pack is begun.
            not_since: Instant with a zone (RFC 3339); packs checked then or later are not read
                again.
            watch: Called with the number of bytes read, and of those to read.

        Raises:
            ArchiveError: A number is too small, or the person's name empty.
            DateError: The instant is none.
            UnknownNameError: There is no such scope.
            OSError: A folder cannot be read.
        """
        refuse_unknown_scope(scope)
        refuse_below(1, jobs=jobs)
        refuse_below(0, seconds=seconds)
        refuse_unfit_texts(by)
        since = utc_instant(not_since)
        witnesses = read_witnesses(self._folder)  # before the log, which is ahead of them
        self._log = read_log(self._folder)
        check = FixityCheck(self._folder, self._log, witnesses, scope, jobs, seconds, since, watch)
        try:
            check.run()
            if scope == "deep":
                check.damages += self._contents_damages(check)
        except KeyboardInterrupt:
            self._record(check, by)
            raise
        unrecorded = self._record(check, by)
        return evolve(self._report(check), unrecorded=unrecorded)

    def recover(self) -> int:
        """
        Remove what a stopped run has left, as every method that writes does before all else.

        Returns:
            The number of files, and parts of lines of the log, that were removed.

        Raises:
            ArchiveError: Same as in `add`.
            OSError: A file cannot be removed.
        """
        with self._writer() as writer:
            return writer.recovered

    def is_complete(self) -> bool:
        """
        Check that manifest and seal are those of the whole log, so that no run makes them anew.

        Raises:
            OSError: A file cannot be read.
        """
        return is_complete(self._log, read_witnesses(self._folder))

    def seal(self) -> str:
        """
        Return one line that fixes all that is in the archive until now.

        Kept elsewhere, it shows later whether the archive as a whole was replaced (`is_sealed_by`).
        """
        return seal_of(self._log.events[-1])

    def is_sealed_by(self, seal: str) -> bool:
        """
        Check that the archive goes on from the state that a seal was made of.

        Args:
            seal: A line that `seal` has returned.

        Raises:
            ArchiveError: The text is no seal.
        """
        return sealed_event(self._log, seal) is not None

    def tree_digest(self) -> str:
        """
        Return a digest of all documents: equal for archives that contain the same.

        It covers ids, records of all versions, current versions and bytes, and neither times nor
        the division into packs.

        Raises:
            OSError: A pack cannot be read.
        """
        return tree_digest_of(self._folder, self.lookup)

    def _contents_damages(self, check: FixityCheck) -> list[Damage]:
        with TemporaryDirectory() as place, closing(Index(self._folder, place)) as index:
            index.catch_up(self._log)
            found = self._contents(check, Lookup(index))
            if self._index.differs_from(index):
                found.append(Damage("index", INDEX_FILE))
        return found

    def _contents(self, check: FixityCheck, lookup: Lookup) -> list[Damage]:
        contents = ContentsCheck(self._folder, lookup)
        units = unit_numbers(self._log)
        packs = dict.fromkeys(units.values())
        found = [each for number in packs if number for each in contents.pack_damages(number)]
        found += contents.order_damages()
        faults = known_faults(self._log)
        for path in filter(is_whole_warc, units):
            found += contents.whole_damages(path, faults.get(path, ()))
        faulty = {units[each.path] for each in found}
        check.sound[:] = [number for number in check.sound if number not in faulty]
        return found

    def _record(self, check: FixityCheck, by: str | None) -> Message | None:
        """
        Record a check that has read bytes, unless the archive is to be mended first.

        Returns:
            The reason why the log cannot be written, if so.
        """
        has_own_damage = any(each.path in (MANIFEST, SEAL) for each in check.damages)
        is_to_be_mended = has_own_damage or bool(leftovers(self._folder, self._log))
        if check.bytes_read == 0 or is_to_be_mended or not self.is_complete():
            return None  # a run that writes would make manifest and seal anew
        detail = self._report(check).detail()
        try:
            with self._writer(by) as writer:
                writer.append(writer.event("fixity check", agent=by, detail=detail))
        except OSError as error:
            return problem_of(error)
        return None

    def _report(self, check: FixityCheck) -> FixityReport:
        states = self._log.files().values()
        units = {each.number for each in units_of(self._log)}
        unread = units.difference(check.read)
        return FixityReport(
            scope=check.scope,
            damages=tuple(check.damages),
            files=len(states),
            bytes=sum(each.bytes for each in states),
            bytes_read=check.bytes_read,
            unread=sorted(unread),
            oldest_check=oldest_check(self._log, now(), check.sound),
            unverifiable=count_unverifiable(self.lookup),
            is_unfinished=has_unfinished(self._folder, self._log),
            sound=tuple(check.sound),
        )

    @cached_property
    def _index(self) -> Index:
        index = Index(self._folder)
        index.catch_up(self._log)
        return index

    @contextmanager
    def _writer(self, *texts: str | None) -> Iterator[StoreWriter]:
        """Open the archive for writing; refuse texts that the log is not to have."""
        refuse_unfit_texts(*texts)
        with open_writer(self._folder) as writer:
            self._log = writer.log
            if writer.has_completed:
                self._index.discard()
            self._index.catch_up(writer.log)
            yield writer
            self._index.catch_up(writer.log)

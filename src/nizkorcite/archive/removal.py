"""
Withdrawing and erasing documents, each with a reason that stays.

A withdrawn document is no longer listed, found or published, and all its bytes stay. Of an erased
one, bytes and records are overwritten in their packs, whose lengths and other contents stay: a copy
of each pack is staged without them, the event names its digest, and then it takes the pack's place.
In WARC files that are kept whole, the records that have the bytes, and those about an address that
no other document has, are overwritten in the same way. Files in quarantine, which may contain them
too, are removed.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field

from nizkorcite.archive import disk
from nizkorcite.archive.editing import existing_version
from nizkorcite.archive.events import ArchiveEvent, FileState
from nizkorcite.archive.fixity import file_damage
from nizkorcite.archive.layout import QUARANTINE, STAGING, records_path
from nizkorcite.archive.log import file_state
from nizkorcite.archive.lookup import Lookup
from nizkorcite.archive.packs import staged_path
from nizkorcite.archive.plain_files import bytes_in, damaged_file
from nizkorcite.archive.recovery import complete_committed, names_below
from nizkorcite.archive.store import StoreWriter
from nizkorcite.archive.versions import StoredObject, erased_line
from nizkorcite.archive.warc_erasure import blank_records
from nizkorcite.archive.whole_warcs import is_whole_warc
from nizkorcite.errors import ArchiveError, DocumentError
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON

_PIECE: Final = 1 << 20
_LONGEST_HEAD: Final = 1 << 17  # of a record that an archive writes: its longest line is an address


def withdraw_documents(
    writer: StoreWriter, lookup: Lookup, ids: Sequence[str], agent: str, note: str
) -> ArchiveEvent:
    """
    Record that documents are withdrawn.

    Raises:
        DocumentError: One of them does not exist, or was removed before.
        OSError: The log cannot be written.
    """
    for id_ in ids:
        existing_version(lookup, writer.folder, id_)
    return writer.append(writer.event("deaccession", agent=agent, documents=ids, note=note))


def erase_documents(
    writer: StoreWriter, lookup: Lookup, ids: Sequence[str], agent: str, note: str
) -> ArchiveEvent:
    """
    Overwrite bytes and records of documents, also of withdrawn ones.

    Bytes that another document has too are kept.

    Raises:
        DocumentError: One of them does not exist, or was erased before.
        OSError: A file cannot be read or written; nothing is erased.
    """
    erasure = _Erasure()
    for id_ in ids:
        _refuse_erased(lookup, id_)
        erasure.take(writer, lookup, id_, ids)
    erasure.take_records(writer)
    try:
        event = writer.append(_erasure_event(writer, erasure, ids, agent, note))
    except OSError:
        writer.clear_staging()
        raise
    complete_committed(writer)
    lookup.index.discard()  # whoever read in between has made it from the packs before
    return event


def _erasure_event(
    writer: StoreWriter, erasure: "_Erasure", ids: Sequence[str], agent: str, note: str
) -> ArchiveEvent:
    """Stage the packs without what is erased, and return the event that names them."""
    states = [_stage(writer, path, patches) for path, patches in sorted(erasure.patches.items())]
    disk.sync_folder(writer.path(STAGING))
    detail: dict[str, JSON] = {
        "bytes": list[JSON](sorted(erasure.digests)),
        "quarantine": list[JSON](names_below(writer.folder, QUARANTINE)),
    }
    if erasure.records:
        detail["faults"] = {path: list[JSON](starts) for path, starts in erasure.records.items()}
    return writer.event(
        "deletion", agent=agent, documents=ids, files=states, note=note, detail=detail
    )


def _refuse_erased(lookup: Lookup, id_: str) -> None:
    if event := lookup.erasure(id_):
        raise DocumentError(Message('"{id}" was erased (event {event})', id=id_, event=event))
    if not lookup.numbers(id_):
        raise DocumentError(Message('no document has the id "{id}"', id=id_))


@define
class _Erasure:
    """
    What to overwrite.

    Attributes:
        patches: New bytes by offset, by file; each is as long as what it replaces.
        digests: Digests of the bytes that are erased.
        addresses: Addresses that only the erased documents have.
        records: Offsets of the records that are erased in WARC files that are kept whole.
    """

    patches: dict[str, dict[int, bytes]] = field(factory=dict)
    digests: set[str] = field(factory=set)
    addresses: set[str] = field(factory=set)
    records: dict[str, list[int]] = field(factory=dict)

    def take(self, writer: StoreWriter, lookup: Lookup, id_: str, ids: Sequence[str]) -> None:
        """Add the versions of a document, and the bytes that it alone has."""
        for pack, offset, length in lookup.places(id_):
            self._patch(records_path(pack), offset, erased_line(id_, length))
        for stored in lookup.objects_of(id_):
            if not set(lookup.ids_of_bytes(stored.sha256)).difference(ids):
                self.digests.add(stored.sha256)
                if not is_whole_warc(stored.file):
                    self._blank(writer.folder, stored)
        for address in lookup.addresses(id_):
            if not set(lookup.ids_of_address(address)).difference(ids):
                self.addresses.add(address)

    def take_records(self, writer: StoreWriter) -> None:
        """Add the records of whole files that have the bytes, or are about the addresses."""
        for path in filter(is_whole_warc, writer.log.files()):
            for start, blank in blank_records(writer.path(path), self.digests, self.addresses):
                self._patch(path, start, blank)
                self.records.setdefault(path, []).append(start)

    def _blank(self, folder: str, stored: StoredObject) -> None:
        """Put zeros in the place of a block, and their digest in its head, so that it is true."""
        zeros = bytes(stored.bytes)
        begin = max(0, stored.offset - _LONGEST_HEAD)
        label = b"\r\nWARC-Block-Digest: sha256:"
        try:
            head = bytes_in(folder, stored.file, begin, stored.offset - begin)
        except OSError as error:
            raise damaged_file(folder, stored.file, error) from error
        if label not in head:
            raise damaged_file(folder, stored.file)
        self._patch(stored.file, stored.offset, zeros)
        place = begin + head.rindex(label) + len(label)
        self._patch(stored.file, place, hashlib.sha256(zeros).hexdigest().encode())

    def _patch(self, path: str, offset: int, data: bytes) -> None:
        self.patches.setdefault(path, {})[offset] = data


def _stage(writer: StoreWriter, path: str, patches: Mapping[int, bytes]) -> FileState:
    """
    Write a copy of a file without what is erased, and return its state.

    Raises:
        ArchiveError: The file is damaged: its new digest would hide the damage.
    """
    known = writer.log.files()[path]
    if damage := file_damage(writer.folder, known):
        raise ArchiveError(
            Message(
                "{path} is damaged: {problem}; mend it first with `nizkorcite archive repair`",
                path=path,
                problem=damage.message,
            )
        )
    disk.write_anew(writer.path(staged_path(path)), _patched(writer.path(path), patches))
    sha256 = file_state(writer.folder, staged_path(path)).sha256
    return FileState(path, known.bytes, sha256)


def _patched(path: str, patches: Mapping[int, bytes]) -> Iterator[bytes]:
    """Yield the bytes of a file with others in their places."""
    with open(path, "rb") as file:
        for offset, data in sorted(patches.items()):
            while file.tell() < offset:
                yield file.read(min(_PIECE, offset - file.tell()))
            yield data
            file.seek(offset + len(data))
        yield from iter(lambda: file.read(_PIECE), b"")

"""
Withdrawing and erasing documents, each with a reason that stays.

A withdrawn document is no longer listed, found or published, and all its bytes stay. Of an erased
one, bytes and records are overwritten in their packs, whose lengths and other contents stay: a copy
of each pack is staged without them, the event names its digest, and then it takes the pack's place.
Files in quarantine, which may contain them too, are removed.
"""

import hashlib
from collections.abc import Sequence

from attrs import define, field

from nizkorcite.archive import disk
from nizkorcite.archive.editing import existing_version
from nizkorcite.archive.events import ArchiveEvent, FileState
from nizkorcite.archive.fixity import file_damage
from nizkorcite.archive.layout import QUARANTINE, STAGING, records_path
from nizkorcite.archive.lookup import Lookup
from nizkorcite.archive.packs import staged_path
from nizkorcite.archive.recovery import complete_committed, names_below
from nizkorcite.archive.store import StoreWriter
from nizkorcite.archive.versions import StoredObject, erased_line
from nizkorcite.errors import ArchiveError, DocumentError
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON


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
        erasure.take(lookup, id_, ids)
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
    states = [_stage(writer, path, erasure) for path in sorted(erasure.paths())]
    disk.sync_folder(writer.path(STAGING))
    detail: dict[str, JSON] = {
        "bytes": list[JSON](sorted(erasure.digests())),
        "quarantine": list[JSON](names_below(writer.folder, QUARANTINE)),
    }
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
        lines: The offset and the new content of lines, by file.
        objects: Bytes, by file.
    """

    lines: dict[str, dict[int, bytes]] = field(factory=dict)
    objects: dict[str, list[StoredObject]] = field(factory=dict)

    def take(self, lookup: Lookup, id_: str, ids: Sequence[str]) -> None:
        """Add the versions of a document, and the bytes that it alone has."""
        for pack, offset, length in lookup.places(id_):
            self.lines.setdefault(records_path(pack), {})[offset] = erased_line(id_, length)
        for stored in lookup.objects_of(id_):
            if not set(lookup.ids_of_bytes(stored.sha256)).difference(ids):
                self.objects.setdefault(stored.file, []).append(stored)

    def paths(self) -> set[str]:
        """Return the files that change."""
        return {*self.lines, *self.objects}

    def digests(self) -> set[str]:
        """Return the digests of the bytes that are erased."""
        return {each.sha256 for objects in self.objects.values() for each in objects}

    def apply(self, path: str, data: bytearray) -> None:
        """Overwrite a file's content."""
        for offset, line in self.lines.get(path, {}).items():
            data[offset : offset + len(line)] = line
        for stored in self.objects.get(path, ()):
            _overwrite(data, stored)


def _overwrite(data: bytearray, stored: StoredObject) -> None:
    """Put zeros in the place of a block, and their digest in its head, so that it is true."""
    end = stored.offset + stored.bytes
    data[stored.offset : end] = bytes(stored.bytes)
    digest = hashlib.sha256(bytes(stored.bytes)).hexdigest().encode()
    label = b"\r\nWARC-Block-Digest: sha256:"
    begin = data.rindex(label, 0, stored.offset) + len(label)
    data[begin : begin + len(digest)] = digest


def _stage(writer: StoreWriter, path: str, erasure: _Erasure) -> FileState:
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
    with open(writer.path(path), "rb") as file:
        data = bytearray(file.read())
    erasure.apply(path, data)
    disk.write_synced(writer.path(staged_path(path)), [bytes(data)])
    return FileState(path, len(data), hashlib.sha256(data).hexdigest())

"""What the files of an archive say together: blocks, versions, records, digests and quotes."""

import hashlib
import os
from collections.abc import Collection, Iterator

from attrs import frozen

from nizkorcite.archive.damage import Damage
from nizkorcite.archive.layout import pack_of, payloads_path, records_path
from nizkorcite.archive.lookup import Lookup
from nizkorcite.archive.plain_files import open_plain
from nizkorcite.archive.versions import StoredObject, StoredVersion, digests_of, parse_version
from nizkorcite.archive.warc_file import FoundRecord, WarcDamageError, iter_records_of
from nizkorcite.archive.whole_warcs import (
    is_faulty,
    is_whole_warc,
    record_events,
    stored_bytes,
    whole_file,
)
from nizkorcite.errors import RecordError
from nizkorcite.record.model import Document
from nizkorcite.web_archives.plain_records import LargeRecord


@frozen
class ContentsCheck:
    """
    A comparison of packs with themselves and with each other.

    Attributes:
        folder: The archive.
        lookup: Look-ups in its index.
    """

    folder: str
    lookup: Lookup

    def pack_damages(self, pack: int) -> Iterator[Damage]:
        """Read a pack, and yield what does not hold together."""
        blocks: dict[int, FoundRecord] = {}
        yield from self._warc_damages(payloads_path(pack), blocks)
        path = records_path(pack)
        if not os.path.isfile(os.path.join(self.folder, path)):
            return
        with open_plain(self.folder, path) as file:
            offset = 0
            for number, line in enumerate(file, 1):
                yield from self._line_damages(_Line(path, number, offset, line), blocks)
                offset += len(line)

    def order_damages(self) -> Iterator[Damage]:
        """Yield the versions that do not follow the one before, in the order of the packs."""
        rows = self.lookup.index.rows(
            "SELECT id, pack, number, row_number() OVER (PARTITION BY id ORDER BY pack, offset) "
            "AS place FROM versions"
        )
        for id_, pack, number, place in rows:
            if number != place:
                yield Damage("version-order", records_path(pack), id=id_)

    def whole_damages(self, path: str, faults: Collection[int]) -> Iterator[Damage]:
        """
        Read a WARC file that is kept whole, and yield the records that are not sound.

        Args:
            path: The file.
            faults: Offsets of records that were not sound when they came, or are erased.
        """
        name = os.path.join(self.folder, path)
        if not os.path.isfile(name):
            return
        try:
            for event, _ in record_events(whole_file(name)):
                start = event.head.start if isinstance(event, LargeRecord) else event.start
                if is_faulty(event) and start not in faults:
                    yield Damage("bad-warc", path, offset=start)
        except OSError:
            yield Damage("bad-warc", path, offset=0)

    def _warc_damages(self, path: str, blocks: dict[int, FoundRecord]) -> Iterator[Damage]:
        if not os.path.isfile(os.path.join(self.folder, path)):
            return
        with open_plain(self.folder, path) as file:
            try:
                for each in iter_records_of(file):
                    blocks[each.offset] = each
                    if not each.is_intact and not self.lookup.erasure("", [each.sha256]):
                        yield Damage("bad-warc", path, offset=each.start)
            except WarcDamageError as error:
                yield Damage("bad-warc", path, offset=error.start)

    def _line_damages(self, line: "_Line", blocks: dict[int, FoundRecord]) -> Iterator[Damage]:
        try:
            version = parse_version(line.data)
        except ValueError:
            yield Damage("bad-line", line.path, line=line.number)
            return
        if version is None:
            return
        if self.lookup.place(version.id, version.number) != (pack_of(line.path), line.offset):
            yield Damage("version-order", line.path, line=line.number, id=version.id)
        try:
            document = version.document
        except RecordError:
            yield Damage("bad-record", line.path, line=line.number, id=version.id)
            return
        if self._has_wrong_digest(version, document, blocks, line.path):
            yield Damage("wrong-digest", line.path, line=line.number, id=version.id)
        elif self._has_wrong_quote(version, document):
            yield Damage("evidence", line.path, line=line.number, id=version.id)

    def _has_wrong_digest(
        self,
        version: StoredVersion,
        document: Document,
        blocks: dict[int, FoundRecord],
        path: str,
    ) -> bool:
        named = digests_of(document)
        stored = {each.sha256: each for each in version.objects}
        lengths = {each.sha256: each.byte_length for each in document.captures}
        if version.id != document.id or not stored.keys() <= set(named):
            return True
        for digest, each in stored.items():
            if lengths.get(digest, each.bytes) != each.bytes:
                return True
            if each.file == payloads_path(pack_of(path)):
                found = blocks.get(each.offset)
                if found is None or (found.sha256, found.length) != (digest, each.bytes):
                    return True
            elif self.lookup.object(digest) != each or not self._has_page(each):
                return True
        return False

    def _has_page(self, stored: StoredObject) -> bool:
        """Compare the page of a record in a whole file, unless the file is missing."""
        is_there = os.path.isfile(os.path.join(self.folder, stored.file))
        if not (is_there and is_whole_warc(stored.file)):
            return True
        return hashlib.sha256(stored_bytes(self.folder, stored)).hexdigest() == stored.sha256

    def _has_wrong_quote(self, version: StoredVersion, document: Document) -> bool:
        text = self._text(version, document)
        return text is not None and any(
            each.quote is not None
            and each.start is not None
            and text[each.start : each.end] != each.quote
            for each in document.evidence
        )

    def _text(self, version: StoredVersion, document: Document) -> str | None:
        for each in version.objects:
            if document.text and each.sha256 == document.text.sha256:
                return stored_bytes(self.folder, each).decode("utf-8", "replace")
        return None


@frozen
class _Line:
    path: str
    number: int
    offset: int
    data: bytes


def count_unverifiable(lookup: Lookup) -> int:
    """Return the number of documents of whose captures the archive has no bytes."""
    query = (
        "SELECT count(*) FROM documents WHERE id NOT IN "
        "(SELECT digests.id FROM digests JOIN objects USING (sha256) WHERE is_capture) "
        "AND id NOT IN (SELECT id FROM erased)"
    )
    return int(lookup.index.rows(query)[0][0])

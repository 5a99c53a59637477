"""
WARC and ARC files that an archive keeps whole, and the bytes of pages in them.

A capture is the payload of a record, found by the offset of the record; the encodings of its
transfer are undone.
"""

import hashlib
import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from typing import Final

from attrs import frozen

from nizkorcite.archive.layout import WARCS
from nizkorcite.archive.plain_files import open_plain
from nizkorcite.archive.versions import StoredObject
from nizkorcite.errors import InputError
from nizkorcite.saved_forms.containers.http_response import payload
from nizkorcite.saved_forms.containers.warc_record import WarcRecord
from nizkorcite.web_archives.archive_parts import ArchivePart
from nizkorcite.web_archives.digests import fits_block_digest
from nizkorcite.web_archives.lost_bytes import LostBytes
from nizkorcite.web_archives.plain_records import RecordEvent

_PIECE: Final = 1 << 20


def is_whole_warc(path: str) -> bool:
    """
    Check whether a file of an archive is a WARC file that is kept whole.

    >>> is_whole_warc("packs/000001.warc")
    False
    """
    return path.startswith(f"{WARCS}/")


@frozen
class WholeWarc:
    """
    A WARC or ARC file that is to be kept whole.

    Attributes:
        part: The file, or a member of a WACZ file.
        path: Its path in the archive.
        sha256: Its digest.
        faults: Offsets of the records that are damaged, or have another digest than they state.
    """

    part: ArchivePart
    path: str
    sha256: str
    faults: Sequence[int] = ()

    def pieces(self) -> Iterator[bytes]:
        """
        Yield the bytes.

        Raises:
            OSError: The file cannot be read.
        """
        with open(self.part.path, "rb") as file:
            file.seek(self.part.start)
            left = self.part.size
            while left and (piece := file.read(min(left, _PIECE))):
                left -= len(piece)
                yield piece


def stored_bytes(folder: str, stored: StoredObject) -> bytes:
    """
    Return bytes as they are on the disk; none if a record of a whole file is damaged.

    Raises:
        OSError: Their file cannot be read.
    """
    with open_plain(folder, stored.file) as opened:
        if not is_whole_warc(stored.file):
            opened.seek(stored.offset)
            return opened.read(stored.bytes)
    with whole_file(os.path.join(folder, stored.file)).open() as file:
        event, _ = next(file.records(stored.offset, stored.offset + 1), (None, 0))
    return page_of(event) if isinstance(event, WarcRecord) else b""


def page_of(record: WarcRecord) -> bytes:
    """Return the page that a record keeps; nothing if it keeps none that can be read."""
    with suppress(InputError):
        if response := record.response():
            return payload(response)
    return b""


def whole_file(path: str) -> ArchivePart:
    """
    Return a file as what is read.

    Raises:
        OSError: There is no such file.
    """
    return ArchivePart(path, 0, os.path.getsize(path))


def record_events(part: ArchivePart) -> Iterator[tuple[RecordEvent, int]]:
    """
    Read the records of a file, each with the offset at which the next one begins.

    Raises:
        OSError: The file cannot be read.
    """
    with part.open() as file:
        yield from file.records(0, part.size)


def has_pages(part: ArchivePart, digests: Collection[str]) -> bool:
    """
    Check whether a file has one of these pages.

    Raises:
        OSError: The file cannot be read.
    """
    return bool(digests) and any(
        isinstance(event, WarcRecord) and hashlib.sha256(page_of(event)).hexdigest() in digests
        for event, _ in record_events(part)
    )


def is_faulty(event: RecordEvent) -> bool:
    """Check for bytes that are no record, and for a record with another digest than it states."""
    if isinstance(event, WarcRecord):
        return fits_block_digest(event.fields, event.block) is False
    return isinstance(event, LostBytes)

"""
Records of WARC files that are kept whole, overwritten so that all others stay in their places.

What takes the place of a record has its length: a record with zeros for a block where the file is
not packed; where it is, a gzip member of that, filled up with a comment (RFC 1952, section 2.3), or
a Zstandard frame that is skipped (RFC 8878, section 3.1.2).
"""

import gzip
import hashlib
import struct
from collections.abc import Collection, Iterator
from typing import Final

from nizkorcite.archive.whole_warcs import page_of, record_events, whole_file
from nizkorcite.readers.addresses import address_key
from nizkorcite.saved_forms.containers.warc_record import WarcRecord

_COMMENT: Final = 16  # the flag of a gzip member (FCOMMENT)
_SKIPPED: Final = struct.Struct("<II")
_SKIPPED_FRAME: Final = 0x184D2A50


def blank_records(
    path: str, digests: Collection[str], addresses: Collection[str]
) -> Iterator[tuple[int, bytes]]:
    """
    Yield what takes the place of records, by their offsets.

    Args:
        path: The file.
        digests: Digests of the pages that are erased.
        addresses: Addresses of which every record is erased, as `address_key` makes them.

    Raises:
        OSError: The file cannot be read.
    """
    with open(path, "rb") as file:
        for event, end in record_events(whole_file(path)):
            if isinstance(event, WarcRecord) and _is_erased(event, digests, addresses):
                file.seek(event.start)
                yield event.start, blank_bytes(file.read(end - event.start), event)


def _is_erased(record: WarcRecord, digests: Collection[str], addresses: Collection[str]) -> bool:
    # Crawlers keep the text of a page under urn:text:ADDRESS, and so on.
    _, is_about, about = record.url.partition(":http")
    named = (record.url, f"http{about}") if is_about else (record.url,)
    is_of_address = bool(record.url) and any(address_key(each) in addresses for each in named)
    return is_of_address or hashlib.sha256(page_of(record)).hexdigest() in digests


def blank_bytes(data: bytes, record: WarcRecord) -> bytes:
    """
    Return what takes the place of a record, of the same length.

    Args:
        data: The record as the file has it, packed or not.
        record: What it is.
    """
    if data.startswith(b"\x1f\x8b"):
        return _blank_member(gzip.decompress(data), record, len(data))
    if data.startswith((b"WARC/", b"http", b"ftp", b"dns", b"filedesc")):
        return _without_block(data, record)
    return _SKIPPED.pack(_SKIPPED_FRAME, len(data) - _SKIPPED.size) + bytes(
        len(data) - _SKIPPED.size
    )


def _without_block(data: bytes, record: WarcRecord) -> bytes:
    begin = data.rindex(record.block) if record.block else len(data)
    end = begin + len(record.block)
    return data[:begin] + bytes(len(record.block)) + data[end:]


def _blank_member(data: bytes, record: WarcRecord, length: int) -> bytes:
    """Return a gzip member of so many bytes, with the head of a record and zeros."""
    for unpacked in (_without_block(data, record), b""):
        packed = gzip.compress(unpacked, mtime=0)
        missing = length - len(packed)
        if missing == 0:
            return packed
        if missing > 0:
            flagged = packed[:3] + bytes([_COMMENT]) + packed[4:10]
            return flagged + b" " * (missing - 1) + b"\0" + packed[10:]
    return bytes(length)  # no record is packed to less than nothing is

"""
WARC files that an archive writes (ISO 28500:2017): bytes as they were saved, and their texts.

Own writer of three kinds of records, since only the block and a head of eight lines are written and
the place of each block must be known; the tests read the files with another program's eyes, by the
standard. A record states an address and an instant only if both are known of the capture: else its
target is the digest of the bytes, and its date that of the archive.
"""

import hashlib
import os
import re
import uuid
from collections.abc import Iterator
from typing import BinaryIO, Final

from attrs import frozen

WARC_VERSION: Final = "WARC/1.1"
_END: Final = b"\r\n\r\n"
_NAMESPACE: Final = uuid.NAMESPACE_URL.bytes + b"urn:sha256:"
_LONGEST_LINE: Final = 1 << 16
_MOST_FIELDS: Final = 100


@frozen(kw_only=True)
class Block:
    """
    The bytes of a record, and what its head states.

    Attributes:
        data: The bytes.
        sha256: Their digest.
        media_type: Their media type.
        url: Address of the capture, if known together with `accessed`.
        accessed: Instant of the capture in UTC.
        text_of: Record id of the page that the bytes are the text of.
    """

    data: bytes
    sha256: str
    media_type: str
    url: str | None = None
    accessed: str | None = None
    text_of: str | None = None

    @property
    def record_id(self) -> str:
        """The id of the record, which follows from the digest."""
        return record_id_of(self.sha256)


def record_id_of(sha256: str) -> str:
    """
    Return the id of the record that keeps bytes of this digest (RFC 4122, version 5).

    >>> record_id_of("0" * 64) == uuid.uuid5(uuid.NAMESPACE_URL, f"urn:sha256:{'0' * 64}").urn
    True
    """
    # As uuid.uuid5, which takes six times as long.
    name = _NAMESPACE + sha256.encode()
    digest = bytearray(hashlib.sha1(name, usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def head_of(block: Block, archived: str) -> bytes:
    """
    Return the head of a record.

    Args:
        block: What follows.
        archived: The instant at which the archive takes it in, in UTC.
    """
    target, date = f"urn:sha256:{block.sha256}", archived
    if block.url and block.accessed:
        target, date = block.url, block.accessed
    kind, refers_to = "resource", ""
    if block.text_of:
        kind, refers_to = "conversion", f"WARC-Refers-To: <{block.text_of}>\r\n"
    return (
        f"{WARC_VERSION}\r\n"
        f"WARC-Type: {kind}\r\n"
        f"WARC-Record-ID: <{block.record_id}>\r\n"
        f"WARC-Date: {date}\r\n"
        f"WARC-Target-URI: {target}\r\n"
        f"WARC-Block-Digest: sha256:{block.sha256}\r\n"
        f"{refers_to}"
        f"Content-Type: {block.media_type}\r\n"
        f"Content-Length: {len(block.data)}\r\n\r\n"
    ).encode()


def file_head(pack: int, program: str, archived: str) -> bytes:
    """Return the first record of a file, which says who wrote it (warcinfo)."""
    text = f"software: {program}\r\nformat: WARC File Format 1.1\r\n".encode()
    name = f"nizkorcite:pack:{pack}:{archived}"
    fields = {
        "WARC-Type": "warcinfo",
        "WARC-Record-ID": f"<{uuid.uuid5(uuid.NAMESPACE_URL, name).urn}>",
        "WARC-Date": archived,
        "Content-Type": "application/warc-fields",
        "Content-Length": str(len(text)),
    }
    lines = "".join(f"{field}: {value}\r\n" for field, value in fields.items())
    return f"{WARC_VERSION}\r\n{lines}\r\n".encode() + text + _END


def record_pieces(block: Block, archived: str) -> tuple[bytes, bytes, bytes]:
    """Return the head of a record, its block, and its end."""
    return head_of(block, archived), block.data, _END


class WarcDamageError(ValueError):
    """
    Bytes of a WARC file that are no record.

    Attributes:
        start: The byte at which the record should begin.
    """

    def __init__(self, start: int) -> None:
        super().__init__(start)
        self.start = start


@frozen
class FoundRecord:
    """
    A record of a WARC file that was read.

    Attributes:
        start: Its first byte in the file.
        offset: The first byte of its block.
        length: The length of its block.
        sha256: The digest of its block that the head states, or an empty text.
        kind: WARC-Type.
        is_intact: Whether the block has that digest; true if none is stated.
    """

    start: int
    offset: int
    length: int
    sha256: str
    kind: str
    is_intact: bool


def iter_records_of(file: BinaryIO) -> Iterator[FoundRecord]:
    """
    Read the records of a WARC file that an archive wrote, each block by its digest.

    Raises:
        WarcDamageError: The file is damaged from the last record on.
    """
    start, size = 0, os.fstat(file.fileno()).st_size
    while line := file.readline(_LONGEST_LINE):
        head = _head_fields(file, line, start)
        offset = file.tell()
        digits = head.get("content-length", "")
        length = int(digits) if re.fullmatch("[0-9]{1,18}", digits) else size
        if offset + length > size:
            raise WarcDamageError(start)
        block = file.read(length)
        if file.read(len(_END)) != _END:
            raise WarcDamageError(start)
        sha256 = head.get("warc-block-digest", "").removeprefix("sha256:")
        is_intact = not sha256 or hashlib.sha256(block).hexdigest() == sha256
        yield FoundRecord(start, offset, length, sha256, head.get("warc-type", ""), is_intact)
        start = file.tell()


def _head_fields(file: BinaryIO, line: bytes, start: int) -> dict[str, str]:
    if line.rstrip() != WARC_VERSION.encode():
        raise WarcDamageError(start)
    fields: dict[str, str] = {}
    while (field := file.readline(_LONGEST_LINE)) != b"\r\n":
        name, colon, value = field.decode("utf-8", "replace").partition(":")
        if not colon or len(fields) > _MOST_FIELDS:
            raise WarcDamageError(start)
        fields[name.lower()] = value.strip()
    return fields

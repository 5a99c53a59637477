"""
Versions of documents, as lines of a pack, and the places of bytes in the packs' WARC files.

A line has the id and the number of the version, the source that it was made from, the places of the
bytes, and the record itself, which says nothing of the archive.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Final, cast

import orjson
from attrs import field, frozen

from nizkorcite.archive.layout import PACKS, WARCS, checked_path
from nizkorcite.record.codec import from_record
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Document

_MOST_BYTES: Final = 1 << 30
_LONGEST_FILE: Final = 1 << 53
_MOST_VERSIONS: Final = 1 << 53


@frozen
class StoredObject:
    """
    Bytes in the archive: a saved page, or the text of one.

    In a file of `warc`, which is kept whole, the page is the payload of the record at the offset.

    Attributes:
        sha256: Digest of the bytes.
        bytes: Their number.
        file: The WARC file that contains them, relative to the archive.
        offset: Their first byte in that file, from 0; the record's head comes before. In a file of
            `warc`, the first byte of the record, packed as it is.
        record_id: WARC-Record-ID, without angle brackets.
    """

    sha256: str
    bytes: int
    file: str
    offset: int
    record_id: str


@frozen
class Source:
    """
    The input that a version was made from: the key by which an input is known again.

    Attributes:
        sha256: Digest of the file, or of the record that was added.
        rules: The program with its version, and the site description, that read it; empty for
            records, which are not read.
        name: Name of the file as it was added.
    """

    sha256: str
    rules: str = ""
    name: str = ""


@frozen(kw_only=True)
class StoredVersion:
    """
    A version of a document.

    Attributes:
        id: Id of the document.
        number: Number of the version, from 1.
        source: The input; `None` for a version made by an edit.
        objects: Places of the bytes of its captures and of its text, as far as the archive has
            them.
        record: The record (JSON).
        event: Number of the event that brought it in; 0 in a line, which does not say it.
    """

    id: str
    number: int
    source: Source | None = None
    objects: tuple[StoredObject, ...] = ()
    record: Mapping[str, JSON] = field(repr=False)
    event: int = 0

    @property
    def document(self) -> Document:
        """
        The document.

        Raises:
            RecordError: The record is invalid, as after damage.
        """
        return from_record(self.record)


def stored_object(
    sha256: str,
    bytes: int,  # noqa: A002 - the name of the member
    file: str,
    offset: int,
    record_id: str,
) -> StoredObject:
    """
    Make the place of bytes that a file states.

    Raises:
        ValueError: The place is in no pack, or of no size that bytes in an archive have.
    """
    is_typed = isinstance(bytes, int) and isinstance(offset, int)
    is_sized = is_typed and 0 <= bytes <= _MOST_BYTES and 0 <= offset <= _LONGEST_FILE
    is_named = isinstance(sha256, str) and isinstance(record_id, str)
    if not (is_sized and is_named and file.startswith((PACKS, WARCS))):
        raise ValueError(file)
    return StoredObject(sha256, bytes, checked_path(file), offset, record_id)


def version_line(version: StoredVersion) -> bytes:
    """Encode a version as a line of a pack."""
    source = version.source
    stated: dict[str, object] = {"id": version.id, "version": version.number}
    if source:
        members = {"sha256": source.sha256, "rules": source.rules, "name": source.name}
        stated["source"] = {name: value for name, value in members.items() if value}
    if version.objects:
        stated["objects"] = [_object_members(each) for each in version.objects]
    stated["record"] = version.record
    return orjson.dumps(stated, option=orjson.OPT_APPEND_NEWLINE)


def parse_version(line: bytes) -> StoredVersion | None:
    """
    Parse a line of a pack; `None` where a version was erased.

    Raises:
        ValueError: The line is no version.
    """
    match stated := orjson.loads(line):
        case {"erased": _}:
            return None
        case {"id": str(id_), "version": int(number), "record": dict(record)}:
            source, objects = stated.get("source"), stated.get("objects", ())
        case _:
            raise ValueError(line)
    if not 0 < number <= _MOST_VERSIONS:
        raise ValueError(number)
    try:
        return StoredVersion(
            id=id_,
            number=number,
            source=_source(**source) if source else None,
            objects=tuple(stored_object(**each) for each in objects),
            record=cast(Mapping[str, JSON], record),
        )
    except TypeError as error:
        raise ValueError from error


def _source(sha256: str, rules: str = "", name: str = "") -> Source:
    if not all(isinstance(each, str) for each in (sha256, rules, name)):
        raise TypeError
    return Source(sha256, rules, name)


def record_bytes(record: Mapping[str, JSON]) -> bytes:
    """Return the canonical form of a record: on one line, in UTF-8, in its own order."""
    return orjson.dumps(record)


def record_digest(record: Mapping[str, JSON]) -> str:
    """Return the digest of a record in its canonical form."""
    return hashlib.sha256(record_bytes(record)).hexdigest()


def erased_line(document: str, length: int) -> bytes:
    r"""
    Return the line that takes the place of an erased version, of the same length.

    >>> erased_line("a", 20)
    b'{"erased": "a"}    \n'
    """
    text = orjson.dumps({"erased": document}).replace(b":", b": ", 1)
    return text.ljust(length - 1) + b"\n"


def digests_of(document: Document) -> Sequence[str]:
    """Return the digests of the bytes that a document names: of its captures and its text."""
    captures = [each.sha256 for each in document.captures]
    return [*captures, *([document.text.sha256] if document.text else [])]


def _object_members(stored: StoredObject) -> dict[str, object]:
    return {
        "sha256": stored.sha256,
        "bytes": stored.bytes,
        "file": stored.file,
        "offset": stored.offset,
        "record_id": stored.record_id,
    }

"""The WARC and ARC files of a collection, and pieces of them to be read apart from each other."""

import os
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import evolve, frozen

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.web_archives.archive_bytes import FileBytes
from nizkorcite.web_archives.archive_records import ArchiveFile, open_web_archive

PIECE: Final = 1 << 21
"""How many bytes of a file are read as one piece of work."""
_ZIP_START: Final = b"PK\x03\x04"
_LOCAL_HEAD: Final = struct.Struct("<26xHH")  # APPNOTE 6.3.10, section 4.3.7: lengths at its end
_MEMBER: Final = re.compile(r"archive/.+\.(?:warc|arc)(?:\.gz|\.zst)?", re.I)


class PackedMemberError(InputError):
    """A WACZ file whose WARC files cannot be read where they are."""


@frozen
class ArchivePart:
    """
    A WARC or ARC file: a file of its own, or a member of a WACZ file.

    Attributes:
        path: The file.
        start: Where the part begins in the file.
        size: Its number of bytes.
        member: Its name in the WACZ file.
    """

    path: str
    start: int
    size: int
    member: str | None = None

    @property
    def name(self) -> str:
        """The name of the file, and of the member in it."""
        return f"{self.path}/{self.member}" if self.member else self.path

    @contextmanager
    def open(self) -> Iterator[ArchiveFile]:
        """
        Open the part.

        Raises:
            OSError: The file cannot be read, or needs the extra ``warc``.
        """
        is_arc = self.name.lower().endswith((".arc", ".arc.gz"))
        with open(self.path, "rb") as file:
            yield open_web_archive(FileBytes(file, self.start, self.size), is_arc=is_arc)


@frozen(kw_only=True)
class ArchivePiece:
    """
    A range of a part, in which records begin.

    Attributes:
        part: The part.
        start: The first byte at which a record may begin.
        stop: The first byte at which no record is begun any more.
        is_exact: Whether a record begins at `start`; otherwise the first one after it is sought.
    """

    part: ArchivePart
    start: int
    stop: int
    is_exact: bool

    def from_start(self, start: int) -> "ArchivePiece":
        """Return the piece beginning where a record is known to begin."""
        return evolve(self, start=start, is_exact=True)


@frozen(kw_only=True)
class ArchiveRecords:
    """
    Records of a part, as an index names them.

    Attributes:
        part: The part.
        offsets: Where they begin.
    """

    part: ArchivePart
    offsets: tuple[int, ...]


def archive_parts(path: str) -> Iterator[ArchivePart]:
    """
    List the WARC and ARC files in a file.

    Raises:
        OSError: The file cannot be read, or is a WACZ file without WARC files.
    """
    with open(path, "rb") as file:
        if file.read(4) != _ZIP_START:
            yield ArchivePart(path, 0, os.fstat(file.fileno()).st_size)
            return
    try:
        with ZipFile(path) as archive, open(path, "rb") as file:
            members = [each for each in archive.infolist() if _MEMBER.fullmatch(each.filename)]
            if not members:
                raise InputError(Message("holds no WARC file, so no page"))
            for member in members:
                file.seek(member.header_offset)
                yield _stored_part(path, member, file.read(_LOCAL_HEAD.size))
    except (BadZipFile, struct.error) as error:
        raise InputError(Message("the zip file is damaged or cut off")) from error


def _stored_part(path: str, member: ZipInfo, head: bytes) -> ArchivePart:
    if member.compress_type != ZIP_STORED or member.flag_bits & 1:
        raise PackedMemberError(
            Message(
                "{member} in it is packed or encrypted, which WACZ does not allow; unpack the file "
                "and give the WARC files",
                member=member.filename,
            )
        )
    start = member.header_offset + _LOCAL_HEAD.size + sum(_LOCAL_HEAD.unpack(head))
    return ArchivePart(path, start, member.file_size, member.filename)


def pieces_of(part: ArchivePart) -> Iterator[ArchivePiece]:
    """Cut a part into pieces; only of the first is it known that a record begins there."""
    for start in range(0, max(1, part.size), PIECE):
        stop = min(start + PIECE, part.size)
        yield ArchivePiece(part=part, start=start, stop=stop, is_exact=start == 0)

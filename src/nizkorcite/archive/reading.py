"""Additions read from files: pages in any saved form, and records with the files they name."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from typing import Final

from attrs import evolve, frozen

from nizkorcite.archive.index import Index
from nizkorcite.archive.layout import INDEX_FILE
from nizkorcite.archive.lookup import Lookup
from nizkorcite.archive.merging import Addition
from nizkorcite.archive.store import PROGRAM
from nizkorcite.archive.versions import Source, record_digest
from nizkorcite.display import visible
from nizkorcite.errors import ArchiveError, InputError, NizkorciteError, problem_of
from nizkorcite.files.listing import check_regular, problem_with
from nizkorcite.loading.documents import Supplied, completed, parts_of, read_page
from nizkorcite.loading.inputs import Input
from nizkorcite.loading.records import Record
from nizkorcite.messages import Language, Message
from nizkorcite.readers import Remark, read
from nizkorcite.record.codec import to_record
from nizkorcite.record.model import Document, WarcLocation
from nizkorcite.saved_forms.containers.http_response import payload
from nizkorcite.saved_forms.containers.warc_record import WarcRecord
from nizkorcite.web_archives.archive_parts import ArchivePart, archive_parts

_MOST_BYTES: Final = 1 << 29


@frozen(kw_only=True)
class Known:
    """
    An input that the archive has already.

    Attributes:
        id: Id of its document.
    """

    id: str


@frozen(kw_only=True)
class ReadAddition:
    """
    A document read from an input.

    Attributes:
        addition: The document with its bytes.
        remarks: What a person should check.
    """

    addition: Addition
    remarks: tuple[Remark, ...] = ()


@frozen(kw_only=True)
class AdditionReader:
    """
    Reads inputs for an archive, in any process; pages that the archive has are not read again.

    Attributes:
        folder: The archive.
        supplied: Facts that the user supplies.
        lang: Language of findings in invalid records.
    """

    folder: str
    supplied: Supplied
    lang: Language = "en"

    @property
    def rules(self) -> str:
        """The program that reads pages, with the site description that the user chose."""
        site = self.supplied.site
        return f"{PROGRAM}, {site.name}" if site else PROGRAM

    def parts(self, each: Input) -> Iterator[Input | Record]:
        """
        Split an input into its page or its records.

        Raises:
            NizkorciteError: It is neither a page nor records.
        """
        return parts_of(each, lang=self.lang)

    def read(self, part: Input | Record) -> ReadAddition | Known:
        """
        Read a page or record.

        Raises:
            NizkorciteError: The page cannot be read, or the record is invalid, or a file that the
                record names is missing or another one.
        """
        return self._of_record(part) if isinstance(part, Record) else self._of_page(part)

    def _of_page(self, page: Input) -> ReadAddition | Known:
        source = Source(
            hashlib.sha256(page.data).hexdigest(),
            self.rules,
            visible(page.path_in_folder or page.name),
        )
        lookup = _lookup(self.folder, _identity(self.folder))
        if lookup and (known := lookup.id_of_source(source)):
            return Known(id=known)
        reading = read_page(page, self.supplied)
        loaded = completed(reading, page.name, self.supplied)
        document, payloads = loaded.document, {source.sha256: page.data}
        if document.text:
            payloads[document.text.sha256] = reading.page.text.encode()
        addition = Addition(document=document, source=source, payloads=payloads)
        return ReadAddition(addition=addition, remarks=tuple(loaded.remarks))

    def _of_record(self, record: Record) -> ReadAddition:
        stated = self.supplied.corrected(record.document())
        folder = os.path.dirname(record.name)
        payloads = dict(_payloads(stated, folder))
        payloads |= _text_again(stated, payloads)
        document = without_paths(stated)
        source = Source(
            record_digest(to_record(document)), name=visible(os.path.basename(record.name))
        )
        return ReadAddition(addition=Addition(document=document, source=source, payloads=payloads))


@cache  # one a process and index, which an erasure replaces
def _lookup(folder: str, _identity: int) -> Lookup | None:
    """Open the index; `None` where the disk has no room for one, or another process makes it."""
    index = Index(folder)
    if index.is_usable():
        return Lookup(index)
    index.close()
    return None


def _identity(folder: str) -> int:
    path = os.path.join(folder, INDEX_FILE)
    return os.stat(path).st_ino if os.path.exists(path) else 0


def without_paths(document: Document) -> Document:
    """Leave out where files were; a place in a WARC file stays, as the origin of the bytes."""
    captures = [evolve(each, path=None) for each in document.captures]
    text = evolve(document.text, path=None) if document.text else None
    return evolve(document, captures=captures, text=text)


def _payloads(document: Document, folder: str) -> Iterator[tuple[str, bytes]]:
    for capture in document.captures:
        if capture.path:
            data = _read_whole(folder, capture.path)
        elif capture.warc and capture.warc.offset is not None:
            data = _read_capture(folder, capture.warc)
        else:
            continue
        yield capture.sha256, _checked(data, capture.sha256, capture.path or capture.url or "")
    text = document.text
    if text and text.path:
        data = _read_whole(folder, text.path)
        yield text.sha256, _checked(data, text.sha256, text.path)


def _text_again(document: Document, payloads: Mapping[str, bytes]) -> dict[str, bytes]:
    """Read the text of a page again, if the record's own digest confirms it."""
    text = document.text
    for capture in document.captures[:1]:
        if text and text.sha256 not in payloads and capture.sha256 in payloads:
            with suppress(NizkorciteError):
                page = read(payloads[capture.sha256], name=capture.path, capture=capture).page
                data = page.text.encode()
                if hashlib.sha256(data).hexdigest() == text.sha256:
                    return {text.sha256: data}
    return {}


def _file_of(folder: str, path: str) -> str:
    """
    Return the name of a file that a record names, within the folder of the record.

    Raises:
        ArchiveError: The file is outside.
        InputError: It is missing, or no ordinary file.
    """
    name = os.path.join(folder, path)
    within = os.path.join(os.path.realpath(folder or "."), "")
    if not os.path.realpath(name).startswith(within):
        raise ArchiveError(Message('"{path}" is outside the folder of the record', path=path))
    try:
        check_regular(name)
    except OSError as error:
        raise _unreadable(path, problem_with(name, error)) from error
    return name


def _unreadable(path: str, problem: Message) -> InputError:
    return InputError(
        Message('the record names the file "{path}": {problem}', path=path, problem=problem)
    )


@contextmanager
def _reading(path: str) -> Iterator[None]:
    """
    Report failures of the system as those of a file that a record names.

    Raises:
        InputError: The file cannot be opened or read.
    """
    try:
        yield
    except NizkorciteError:
        raise
    except OSError as error:
        raise _unreadable(path, problem_of(error)) from error


def _read_whole(folder: str, path: str) -> bytes:
    with _reading(path), open(_file_of(folder, path), "rb") as file:
        return file.read(_MOST_BYTES + 1)


def _read_capture(folder: str, place: WarcLocation) -> bytes:
    """Read the page of one record of a WARC file, which may be a member of a WACZ file."""
    start = place.offset or 0
    with _reading(place.file), _part_of(folder, place.file).open() as file:
        for record, _ in file.records(start, start + 1):
            response = record.response() if isinstance(record, WarcRecord) else None
            return payload(response) if response else b""
    return b""


def _part_of(folder: str, path: str) -> ArchivePart:
    outer, is_member, inner = path.partition(".wacz/")
    name = _file_of(folder, f"{outer}.wacz" if is_member else path)
    parts = {part.member: part for part in archive_parts(name)}
    member = inner if is_member else None
    if member not in parts:
        raise _unreadable(path, Message("holds no WARC file, so no page"))
    return parts[member]


def _checked(data: bytes, sha256: str, path: str) -> bytes:
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ArchiveError(
            Message(
                'the digest of "{path}" is not that in the record; `nizkorcite validate --files` '
                "shows both",
                path=path,
            )
        )
    return data

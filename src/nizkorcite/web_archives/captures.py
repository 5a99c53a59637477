"""Captures of pages: the record of an archive file that holds a page, read into a document."""

from typing import Final

from attrs import evolve, frozen

from nizkorcite.dates import Instant
from nizkorcite.errors import InputError
from nizkorcite.loading.capture_paths import MissingPath, with_warc_file
from nizkorcite.loading.documents import Supplied, remaining_remarks
from nizkorcite.messages import Message
from nizkorcite.readers import Reading, Remark, read_opened
from nizkorcite.readers.opened import Opened, open_record
from nizkorcite.readers.record_id import document_id
from nizkorcite.record.constraints import LONGEST_ID
from nizkorcite.record.model import Document
from nizkorcite.saved_forms.containers.http_response import Response, payload
from nizkorcite.saved_forms.containers.warc import page_of_record, warc_place
from nizkorcite.saved_forms.containers.warc_record import WarcRecord
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage
from nizkorcite.web_archives.archive_parts import ArchivePart
from nizkorcite.web_archives.digests import fits_block_digest, fits_payload_digest
from nizkorcite.web_archives.lost_bytes import FALSE_DIGEST

_LONGEST_NAME: Final = LONGEST_ID - 15


class DigestError(InputError):
    """A record whose bytes do not have the digest that it states."""


@frozen(kw_only=True)
class CapturedDocument:
    """
    The document of a capture.

    Attributes:
        document: The document.
        address: The address of the page.
        remarks: What a person should check.
        text: The visible text of the page.
        missing_path: Why the record does not lead to the file although its folder is known.
    """

    document: Document
    address: str
    remarks: tuple[Remark, ...]
    text: str = ""
    missing_path: MissingPath | None = None


def captured_document(
    record: WarcRecord,
    response: Response,
    part: ArchivePart,
    supplied: Supplied,
    software: FormFacts,
) -> CapturedDocument:
    """
    Read the page of a record.

    Args:
        record: The record.
        response: The answer of the server in it.
        part: The file.
        supplied: Facts that the user supplies.
        software: The program that the file names.

    Raises:
        DigestError: The page does not have the digest that the record states.
        NizkorciteError: The page cannot be read.
    """
    remarks = _digest_remarks(record, response)
    container = SavedPage(data=b"", name=part.name, forms=("warc",))
    page = page_of_record(container, record, response, warc_place(record, record.start), software)
    opened = open_record(page, part.name, response.status, supplied.encoding)
    reading = read_opened(opened, id=_capture_id(opened), site=supplied.site)
    return _completed(reading, record.url, part, supplied, remarks)


def check_block_digest(record: WarcRecord) -> None:
    """
    Compare the block of a record with its digest.

    Raises:
        DigestError: They differ.
    """
    if fits_block_digest(record.fields, record.block) is False:
        raise DigestError(Message("the record does not have the digest that it states"))


def _digest_remarks(record: WarcRecord, response: Response) -> tuple[Remark, ...]:
    """Compare the payload with its digest; a right digest of the whole record outweighs it."""
    forms = (response.body, payload(response))
    if fits_payload_digest(record.fields, *forms) is not False:
        return ()
    message = Message("the page does not have the digest that the record states")
    if fits_block_digest(record.fields, record.block) is None:
        raise DigestError(message)
    return (Remark(FALSE_DIGEST, "/captures/0/sha256", message),)


def _capture_id(opened: Opened) -> str:
    """Return the page's address with the instant, as pages are captured again and again."""
    capture = opened.capture
    name = document_id(capture.url, capture.sha256)
    if len(name) > _LONGEST_NAME:
        name = document_id(None, capture.sha256)
    if not isinstance(capture.accessed, Instant):
        return name
    return f"{name}:{capture.accessed.datetime:%Y%m%d%H%M%S}"


def _completed(
    reading: Reading,
    address: str,
    part: ArchivePart,
    supplied: Supplied,
    remarks: tuple[Remark, ...],
) -> CapturedDocument:
    """Add the path of the file to a document, and apply the corrections."""
    document, missing = reading.document, None
    if supplied.base:
        located = with_warc_file(document, part.name, supplied.base)
        if isinstance(located, MissingPath):
            missing = evolve(located, page=part.path)
        else:
            document = located
    document = supplied.corrected(document)
    return CapturedDocument(
        document=document,
        address=address,
        remarks=(*remaining_remarks(reading, document), *remarks),
        text=reading.page.text,
        missing_path=missing,
    )

"""
A piece of a collection read into records, in any process.

What a piece gives depends on its bytes alone, so that a piece may be read again by another process,
and every number of processes gives the same records.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import Factory, define, frozen

from nizkorcite.display import json_text, visible
from nizkorcite.errors import InputError, NizkorciteError
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.loading.capture_paths import MissingPath
from nizkorcite.loading.documents import Supplied, completed, read_page
from nizkorcite.loading.inputs import Input, Unreadable
from nizkorcite.messages import Language, Message
from nizkorcite.readers import Remark
from nizkorcite.record.codec import to_record
from nizkorcite.saved_forms.containers.http_response import Response, parse_response
from nizkorcite.saved_forms.containers.warc import software_facts
from nizkorcite.saved_forms.containers.warc_record import WarcRecord
from nizkorcite.saved_forms.saved_page import FormFacts
from nizkorcite.web_archives.archive_parts import ArchivePart, ArchivePiece, ArchiveRecords
from nizkorcite.web_archives.archive_records import ArchiveFile
from nizkorcite.web_archives.captures import (
    CapturedDocument,
    DigestError,
    captured_document,
    check_block_digest,
)
from nizkorcite.web_archives.lost_bytes import (
    CUT_OFF,
    FALSE_DIGEST,
    TOO_LARGE,
    UNREADABLE,
    LostBytes,
)
from nizkorcite.web_archives.plain_records import LargeRecord, RecordEvent
from nizkorcite.web_archives.record_keys import original_keys
from nizkorcite.web_archives.selection import CaptureSelection

_FIRST: Final = 1


@frozen(kw_only=True)
class CollectionOptions:
    """
    How a collection is read.

    Attributes:
        supplied: Facts that the user supplies.
        selection: The captures to read.
        lang: The language of reports.
    """

    supplied: Supplied
    selection: CaptureSelection
    lang: Language


@frozen
class PageWarning:
    """
    A warning on a page.

    Attributes:
        kind: Warnings of one kind may be counted instead of printed.
        line: The page and the warning in words.
    """

    kind: str
    line: str


@define(kw_only=True)
class PieceResult:
    """
    What a piece gave.

    Attributes:
        first: Where its first record begins; `None` if none begins in it.
        end: Where the first record after it begins.
        records: Records, each as a line of JSON.
        losses: Findings on bytes that gave no record, in words.
        warnings: Warnings on pages.
        missing_paths: Files that records do not lead to.
        revisits: Start and end of each record that repeats a capture, and what it states about
            that one.
        counts: How many records of the file were ``read``, ``skipped`` and ``lost``.
        problem: Why the file cannot be read, in words.
    """

    first: int | None = None
    end: int = 0
    records: list[str] = Factory(list)
    losses: list[str] = Factory(list)
    warnings: list[PageWarning] = Factory(list)
    missing_paths: list[MissingPath] = Factory(list)
    revisits: list[tuple[int, int, Sequence[str]]] = Factory(list)
    counts: Counter[str] = Factory(Counter)
    problem: str | None = None

    def add_remarks(self, page: str, remarks: Iterable[Remark], lang: Language) -> None:
        """Add the remarks of a reader on a page."""
        for remark in remarks:
            line = f"{visible(page)}: {remark.text(lang)}"
            self.warnings.append(PageWarning(f"{remark.code} {remark.message.template}", line))


def read_piece(options: CollectionOptions, piece: ArchivePiece) -> PieceResult:
    """Read the captures of a piece."""
    result = PieceResult(end=piece.stop)
    try:
        with piece.part.open() as file:
            start = piece.start if piece.is_exact else file.next_start(piece.start)
            if start is None or start >= piece.stop:
                return result
            result.first = result.end = start
            reader = PieceReader(options, piece.part, software_of(file), result)
            for event, end in file.records(start, piece.stop):
                reader.read(event, end)
                result.end = end
    except OSError as error:
        return unreadable_result(piece.part.path, error, options.lang)
    return result


def read_indexed_records(options: CollectionOptions, step: ArchiveRecords) -> PieceResult:
    """Read the captures that an index names."""
    result = PieceResult()
    try:
        with step.part.open() as file:
            reader = PieceReader(options, step.part, software_of(file), result)
            for offset in step.offsets:
                event, end = next(file.records(offset, offset + 1), (_missing(offset), offset))
                reader.read(event, end)
    except OSError as error:
        return unreadable_result(step.part.path, error, options.lang)
    return result


def _missing(offset: int) -> LostBytes:
    reason = Message("the index names a record after the end of the file")
    return LostBytes(start=offset, end=offset, code=CUT_OFF, reason=reason)


def read_page_file(options: CollectionOptions, page: Input | Unreadable) -> PieceResult:
    """Read a file of one page, as one among the files of a collection."""
    result = PieceResult(counts=Counter(lost=1))
    if isinstance(page, Unreadable):
        result.problem = unreadable(page.name, page.problem).text(options.lang)
        return result
    try:
        reading = read_page(page, options.supplied)
        loaded = completed(reading, page.name, options.supplied)
    except NizkorciteError as error:
        result.problem = unreadable(page.name, error.message).text(options.lang)
        return result
    result.counts = Counter(read=1)
    result.records.append(json_text(to_record(loaded.document)))
    result.add_remarks(page.name, loaded.remarks, options.lang)
    if loaded.missing_path:
        result.missing_paths.append(loaded.missing_path)
    return result


def unreadable_result(path: str, error: OSError, lang: Language) -> PieceResult:
    """Return what a file gives that cannot be read."""
    return PieceResult(problem=unreadable(path, problem_with(path, error)).text(lang))


def software_of(file: ArchiveFile) -> FormFacts:
    """Return the program that the first record of a file names."""
    for event, _ in file.records(0, _FIRST):
        if isinstance(event, WarcRecord):
            return software_facts(event)
    return FormFacts()


class PieceReader:
    """
    Reads the records of a piece one by one.

    Args:
        options: How they are read.
        part: The file.
        software: The program that the file names.
        result: Gets what they give.
    """

    def __init__(
        self,
        options: CollectionOptions,
        part: ArchivePart,
        software: FormFacts,
        result: PieceResult,
    ) -> None:
        self._options = options
        self._part = part
        self._software = software
        self._result = result

    def read(self, event: RecordEvent, end: int) -> None:
        """Read what a file has at a place, up to an offset."""
        if isinstance(event, LostBytes):
            self.lose(event)
        elif isinstance(event, WarcRecord):
            self._read_record(event, end)
        elif self._is_wanted(event):
            reason = Message("the record is larger than a page may be")
            self.lose(LostBytes(start=event.head.start, end=end, code=TOO_LARGE, reason=reason))
        else:
            self.skip()

    def lose(self, loss: LostBytes) -> None:
        """Report a loss."""
        self._result.losses.append(
            loss.finding(self._part.name, self._options.lang).text(self._options.lang)
        )
        self._result.counts["lost"] += loss.records

    def skip(self) -> None:
        """Count a record that is no page, or not a selected one."""
        self._result.counts["skipped"] += 1

    def read_capture(self, record: WarcRecord, end: int, response: Response) -> None:
        """Read a capture, or report why it cannot be read."""
        try:
            captured = captured_document(
                record, response, self._part, self._options.supplied, self._software
            )
        except NizkorciteError as error:
            self._lose_record(record, end, error)
        else:
            self._keep(captured)

    def _read_record(self, record: WarcRecord, end: int) -> None:
        selection = self._options.selection
        try:
            check_block_digest(record)
        except DigestError as error:
            self._lose_record(record, end, error)
            return
        if not selection.takes_target(record.fields):
            self.skip()
        elif record.fields.get("warc-type") == "revisit":
            keys = original_keys(record.fields)
            self._result.revisits.append((record.start, end, keys))
        elif response := record.response():
            if selection.takes_answer(response):
                self.read_capture(record, end, response)
            else:
                self.skip()
        elif _is_answer(record):
            self._lose_record(record, end, InputError(Message("the answer has no HTTP header")))
        else:
            self.skip()

    def _is_wanted(self, record: LargeRecord) -> bool:
        """Check whether a record that is too large would be read."""
        response = parse_response(record.start)
        selection = self._options.selection
        return (
            response is not None
            and selection.takes_target(record.head.fields)
            and selection.takes_answer(response)
        )

    def _lose_record(self, record: WarcRecord, end: int, error: NizkorciteError) -> None:
        code = FALSE_DIGEST if isinstance(error, DigestError) else UNREADABLE
        self.lose(LostBytes(start=record.start, end=end, code=code, reason=error.message))

    def _keep(self, captured: CapturedDocument) -> None:
        result, lang = self._result, self._options.lang
        result.records.append(json_text(to_record(captured.document)))
        result.counts["read"] += 1
        result.add_remarks(captured.address, captured.remarks, lang)
        if captured.missing_path and captured.missing_path not in result.missing_paths:
            result.missing_paths.append(captured.missing_path)


def _is_answer(record: WarcRecord) -> bool:
    """Check whether a record should have the answer of a web server."""
    is_response = record.fields.get("warc-type") == "response"
    return is_response and record.url.startswith(("http:", "https:"))

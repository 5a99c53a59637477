"""
Additions read from WARC, ARC and WACZ files of many pages, which the archive keeps whole.

Each capture of a page is one of its document, which the archive finds by the address; the bytes of
the page stay in the file, and its visible text is added to a pack. A record that repeats an earlier
capture is read with the page of that one, which may be in a file that the archive has.
"""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Self

from attrs import define, evolve, field, frozen

from nizkorcite.archive.checks import erased_bytes
from nizkorcite.archive.layout import whole_warc_path
from nizkorcite.archive.log import Log
from nizkorcite.archive.merging import Addition
from nizkorcite.archive.reading import ReadAddition
from nizkorcite.archive.versions import Source, StoredObject
from nizkorcite.archive.whole_warcs import (
    WholeWarc,
    is_faulty,
    is_whole_warc,
    page_of,
    record_events,
    whole_file,
)
from nizkorcite.display import visible
from nizkorcite.errors import ArchiveError, InputError, NizkorciteError
from nizkorcite.messages import Message
from nizkorcite.readers.record_id import document_id
from nizkorcite.record.constraints import LONGEST_ID
from nizkorcite.saved_forms.containers.http_response import Response
from nizkorcite.saved_forms.containers.warc_record import WarcRecord
from nizkorcite.web_archives.archive_parts import ArchivePart, archive_parts, pieces_of
from nizkorcite.web_archives.captures import CapturedDocument, captured_document
from nizkorcite.web_archives.lost_bytes import UNRESOLVED, LostBytes
from nizkorcite.web_archives.piece_reading import (
    CollectionOptions,
    PieceReader,
    PieceResult,
    software_of,
)
from nizkorcite.web_archives.plain_records import LargeRecord, RecordEvent
from nizkorcite.web_archives.revisits import found_originals

_KEPT: Final = ("warc-record-id", "warc-target-uri", "warc-date")


@define(kw_only=True)
class CrawlReader:
    """
    Reads the captures of files.

    Attributes:
        folder: The archive.
        whole_paths: The files that the archive has whole, relative to it.
        erased: Digests of bytes that were erased.
        options: How captures are read.
        rules: The program that reads pages.
        files: The files that were read until now.
    """

    folder: str
    whole_paths: Sequence[str]
    erased: frozenset[str]
    options: CollectionOptions
    rules: str
    files: list[WholeWarc] = field(factory=list)

    @classmethod
    def of(cls, folder: str, log: Log, options: CollectionOptions, rules: str) -> Self:
        """Return the reader for an archive with this log."""
        return cls(
            folder=folder,
            whole_paths=list(filter(is_whole_warc, log.files())),
            erased=erased_bytes(log),
            options=options,
            rules=rules,
        )

    def read(self, path: str, counts: Counter[str]) -> Iterator[ReadAddition | str]:
        """
        Yield the captures of a file, and each loss in words.

        Args:
            path: A WARC, ARC or WACZ file.
            counts: Gets how many records are skipped and lost.

        Raises:
            InputError: Its records are packed together, so that one alone cannot be read.
            ArchiveError: It has bytes that were erased.
            OSError: It cannot be read.
        """
        files = [self._surveyed(part) for part in archive_parts(path)]
        self.files += files
        revisits: list[_Revisit] = []
        for file in files:
            yield from self._captures(file, revisits, counts)
        originals = self._originals(revisits)
        for each in revisits:
            yield from self._repeated(each, originals, counts)

    def _surveyed(self, part: ArchivePart) -> WholeWarc:
        """Read a file once: its digest, and what stands against keeping it."""
        faults, last = [], -1
        for event, end in record_events(part):
            if isinstance(event, WarcRecord):
                if end == last:
                    raise _packed_together()
                last = end
                self._refuse_erased(event)
            if is_faulty(event):
                faults.append(_start_of(event))
        whole = WholeWarc(part, "", "", faults)
        digest = hashlib.sha256()
        for piece in whole.pieces():
            digest.update(piece)
        sha256 = digest.hexdigest()
        return evolve(whole, path=whole_warc_path(sha256, part.name), sha256=sha256)

    def _refuse_erased(self, record: WarcRecord) -> None:
        if self.erased and hashlib.sha256(page_of(record)).hexdigest() in self.erased:
            raise ArchiveError(
                Message(
                    "it has a page that was erased ({address}), so it is not kept; make records of "
                    "the other pages with `nizkorcite read`, and add those",
                    address=record.url,
                )
            )

    def _captures(
        self, file: WholeWarc, revisits: "list[_Revisit]", counts: Counter[str]
    ) -> Iterator[ReadAddition | str]:
        result = PieceResult()
        reader = _CaptureReader(self.options, file, result, self.rules)
        for event, end in record_events(file.part):
            reader.read(event, end)
            yield from reader.taken()
        revisits += [_Revisit(file, start, end, keys) for start, end, keys in result.revisits]
        counts.update(result.counts)

    def _originals(self, revisits: "Iterable[_Revisit]") -> "Mapping[str, tuple[WholeWarc, int]]":
        """Find the records that are repeated: in the files read, or in those of the archive."""
        needed = frozenset(key for each in revisits for key in each.keys)
        here = (WholeWarc(whole_file(os.path.join(self.folder, path)), path, "")
                for path in self.whole_paths)  # fmt: skip
        places: dict[str, tuple[WholeWarc, int]] = {}
        for file in (*self.files, *here) if needed else ():
            for piece in pieces_of(file.part):
                for key, start in found_originals(needed, piece).items():
                    places.setdefault(key, (file, start))
        return places

    def _repeated(
        self,
        revisit: "_Revisit",
        originals: "Mapping[str, tuple[WholeWarc, int]]",
        counts: Counter[str],
    ) -> Iterator[ReadAddition | str]:
        """Read the capture of a record that repeats another."""
        result = PieceResult()
        found = next((originals[key] for key in revisit.keys if key in originals), None)
        original = _record_at(found[0].part, found[1]) if found else None
        own = _record_at(revisit.file.part, revisit.start)
        response = original.response() if original else None
        reader = _CaptureReader(self.options, revisit.file, result, self.rules)
        if found is None or original is None or own is None or response is None:
            reason = Message(
                "the record repeats one that is neither in the file nor in the archive"
            )
            start, end = revisit.start, revisit.end
            reader.lose(LostBytes(start=start, end=end, code=UNRESOLVED, reason=reason))
        elif self.options.selection.takes_answer(response):
            reader.original = found
            stated = {name: own.fields[name] for name in _KEPT if name in own.fields}
            record = evolve(original, fields={**original.fields, **stated}, start=revisit.start)
            reader.read_capture(record, revisit.end, response)
        else:
            reader.skip()
        counts.update(result.counts)
        yield from reader.taken()


@frozen
class _Revisit:
    """A record that repeats a capture, and what it states about that one."""

    file: WholeWarc
    start: int
    end: int
    keys: Sequence[str]


class _CaptureReader(PieceReader):
    """Reads records one by one into additions."""

    def __init__(
        self, options: CollectionOptions, whole: WholeWarc, result: PieceResult, rules: str
    ) -> None:
        with whole.part.open() as file:
            software = software_of(file)
        super().__init__(options, whole.part, software, result)
        self._whole = whole
        self._rules = rules
        self._found: list[ReadAddition] = []
        self.original: tuple[WholeWarc, int] | None = None

    def taken(self) -> Iterator[ReadAddition | str]:
        """Yield what was found since, and what was lost."""
        yield from self._found
        yield from self._result.losses
        self._found.clear()
        self._result.losses.clear()

    def read_capture(self, record: WarcRecord, end: int, response: Response) -> None:
        """Read a capture, or report why it cannot be read."""
        try:
            captured = captured_document(
                record, response, self._part, self._options.supplied, self._software
            )
            self._found.append(self._addition(captured, record))
        except NizkorciteError as error:
            self._lose_record(record, end, error)

    def _addition(self, captured: CapturedDocument, record: WarcRecord) -> ReadAddition:
        document = captured.document
        capture = document.captures[0]
        name = document_id(capture.url, capture.sha256)
        if len(name) <= LONGEST_ID:
            document = evolve(document, id=name)
        file, start = self.original or (self._whole, record.start)
        record_id = record.fields.get("warc-record-id", "").strip("<>")
        place = StoredObject(capture.sha256, capture.byte_length, file.path, start, record_id)
        key = f"{capture.sha256} {capture.url} {capture.accessed}"
        source = Source(
            hashlib.sha256(key.encode()).hexdigest(),
            self._rules,
            visible(os.path.basename(self._part.name)),
        )
        text = captured.text.encode()
        of_text = document.text and document.text.sha256
        return ReadAddition(
            addition=Addition(
                document=document,
                source=source,
                payloads={of_text: text} if of_text else {},
                whole=self._whole,
                place=place,
            ),
            remarks=captured.remarks,
        )


def _record_at(part: ArchivePart, start: int) -> WarcRecord | None:
    with part.open() as file:
        event, _ = next(file.records(start, start + 1), (None, 0))
    is_sound = isinstance(event, WarcRecord) and not is_faulty(event)
    return event if is_sound and isinstance(event, WarcRecord) else None


def _start_of(event: RecordEvent) -> int:
    return event.head.start if isinstance(event, LargeRecord) else event.start


def _packed_together() -> InputError:
    return InputError(
        Message(
            "its records are packed together, so that none can be read alone; unpack it, as with "
            "gunzip or unzstd, and add the .warc file"
        )
    )

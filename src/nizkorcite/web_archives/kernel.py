"""
The work of a cluster, as functions from Arrow batches to Arrow batches; no engine is imported.

Whatever a row asks for, the answer has rows: a record, a finding, or a file that cannot be read.
The last row of each file has the numbers of its records, by whose sum a loss on the way is noticed.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from tempfile import TemporaryFile
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pyarrow as pa

from nizkorcite.display import json_text
from nizkorcite.errors import InputError, NizkorciteError
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.files.opening import open_records
from nizkorcite.findings import Finding
from nizkorcite.loading.documents import Supplied
from nizkorcite.loading.inputs import Listed
from nizkorcite.messages import Message
from nizkorcite.readers import read
from nizkorcite.record.codec import to_record
from nizkorcite.validation import Chunk, Validator, chunks
from nizkorcite.web_archives.capture_collection import CaptureCollection, steps_of
from nizkorcite.web_archives.journal import Journal, JournalEntry
from nizkorcite.web_archives.piece_reading import CollectionOptions, PieceResult
from nizkorcite.web_archives.recognition import is_collection
from nizkorcite.web_archives.record_table import RECORD_COLUMNS, record_batches, record_row
from nizkorcite.web_archives.selection import CaptureSelection

_COUNTS: Final = ("read", "skipped", "lost")
READ_TABLE: Final = pa.schema(
    (
        pa.field("kind", pa.string()),
        pa.field("file", pa.string()),
        pa.field("message", pa.string()),
        *(pa.field(name, pa.int64()) for name in _COUNTS),
        *RECORD_COLUMNS,
    )
)
"""Rows of `read_batches`: ``record``, ``loss`` with a message, and ``tally`` with the numbers."""
FINDING_TABLE: Final = pa.schema(
    (
        *(pa.field(name, pa.string()) for name in ("kind", "file", "code", "severity")),
        *(pa.field(name, pa.string()) for name in ("pointer", "message", "hint")),
        *(pa.field(name, pa.int64()) for name in ("record", "line", "column")),
        *(pa.field(name, pa.int64()) for name in ("valid", "invalid")),
    )
)
"""Rows of `validate_batches`: ``finding``, and ``tally`` with the numbers of records."""
DEFAULT_OPTIONS: Final = CollectionOptions(
    supplied=Supplied(), selection=CaptureSelection(), lang="en"
)
_Row = dict[str, object]


def read_batches(
    batches: Iterator[pa.RecordBatch], options: CollectionOptions = DEFAULT_OPTIONS
) -> Iterator[pa.RecordBatch]:
    """
    Read pages into records.

    Args:
        batches: Rows with a ``path``, of an archive file or a page; or with the bytes of a page in
            ``html``, and its ``url`` and ``accessed`` where these are known. Paths are absolute, as
            the processes of a cluster have other working folders.
        options: How the pages are read.

    Yields:
        Rows as `READ_TABLE` has them.
    """
    rows = (row for batch in batches for each in batch.to_pylist() for row in _read(each, options))
    yield from record_batches(rows, READ_TABLE)


def validate_batches(
    batches: Iterator[pa.RecordBatch], validator: Validator | None = None
) -> Iterator[pa.RecordBatch]:
    """
    Validate records.

    Args:
        batches: Rows with the JSON of a record in ``record``, or with the ``path`` of a file of
            records. Rules about several records together see those of one file.
        validator: The validator; by default that of the base profile.

    Yields:
        Rows as `FINDING_TABLE` has them.

    Raises:
        InputError: The rows have neither column.
    """
    checker = validator or Validator()
    rows = (row for batch in batches for row in _validated(batch.to_pylist(), checker))
    yield from record_batches(rows, FINDING_TABLE)


def _read(row: _Row, options: CollectionOptions) -> Iterator[_Row]:
    path = row.get("path")
    if isinstance(path, str):
        yield from _read_file(path, options)
    else:
        yield from _read_page(row, options)


def _read_file(path: str, options: CollectionOptions) -> Iterator[_Row]:
    counts = Counter[str]()
    try:
        local = local_path(path)
        for result in _results(local, options):
            counts.update(result.counts)
            problem = [result.problem] if result.problem else []
            for message in (*problem, *result.losses):
                yield {"kind": "loss", "file": path, "message": message}
            for line in result.records:
                yield {"kind": "record", "file": path, **record_row(json.loads(line), line)}
    except OSError as error:
        counts["lost"] += 1
        message = unreadable(path, problem_with(path, error)).text(options.lang)
        yield {"kind": "loss", "file": path, "message": message}
    yield {"kind": "tally", "file": path, **{name: counts[name] for name in _COUNTS}}


def _results(path: str, options: CollectionOptions) -> Iterator[PieceResult]:
    steps = list(steps_of([Listed(path)], is_collection))
    collection = CaptureCollection(steps=steps, options=options, jobs=1)
    with TemporaryFile() as file:
        journal = Journal(file, "")
        journal.begin()
        for step, result in collection.results(journal):
            journal.append(JournalEntry(step=step, size=0, result=result))
            yield result


def _read_page(row: _Row, options: CollectionOptions) -> Iterator[_Row]:
    file = str(row.get("url") or "")
    try:
        line = _page_line(row, options)
    except NizkorciteError as error:
        message = error.message.text(options.lang)
        yield {"kind": "loss", "file": file, "message": message}
        yield {"kind": "tally", "file": file, "read": 0, "skipped": 0, "lost": 1}
        return
    yield {"kind": "record", "file": file, **record_row(json.loads(line), line)}
    yield {"kind": "tally", "file": file, "read": 1, "skipped": 0, "lost": 0}


def _page_line(row: _Row, options: CollectionOptions) -> str:
    html, url, accessed = row.get("html"), row.get("url"), row.get("accessed")
    data = html.encode() if isinstance(html, str) else html
    if not isinstance(data, bytes):
        raise InputError(Message("a row has neither a path nor the bytes of a page in html"))
    reading = read(
        data,
        url=url if isinstance(url, str) else None,
        accessed=accessed if isinstance(accessed, str) else None,
        site=options.supplied.site,
    )
    return json_text(to_record(options.supplied.corrected(reading.document)))


def _validated(rows: list[_Row], validator: Validator) -> Iterator[_Row]:
    """Validate the files of some rows one by one, and their records together."""
    lines = []
    for row in rows:
        path, record = row.get("path"), row.get("record")
        if isinstance(path, str):
            yield from _validated_file(path, validator)
        elif "record" in row:
            lines.append(record if isinstance(record, str) and record.strip() else "null")
        else:
            raise InputError(Message("a row has neither a path nor the JSON of a record in record"))
    if lines:
        data = "\n".join(line.replace("\n", " ") for line in lines).encode("utf-8", "surrogatepass")
        yield from _findings(None, chunks(BytesIO(data), ".jsonl"), validator)


def _validated_file(path: str, validator: Validator) -> Iterator[_Row]:
    try:
        with open_records(local_path(path)) as file:
            yield from _findings(path, chunks(file, file.name), validator)
    except OSError as error:
        message = unreadable(path, problem_with(path, error)).text("en")
        yield {"kind": "finding", "file": path, "severity": "error", "message": message}
        yield {"kind": "tally", "file": path, "valid": 0, "invalid": 0}


def _findings(file: str | None, parts: Iterable[Chunk], validator: Validator) -> Iterator[_Row]:
    counts = Counter[bool]()
    for chunk in parts:
        for found in validator.chunk_findings(chunk, file):
            counts[any(each.severity == "error" for each in found.findings)] += 1
            yield from (_finding_row(each) for each in found.findings)
    yield {"kind": "tally", "file": file, "valid": counts[False], "invalid": counts[True]}


def _finding_row(finding: Finding) -> _Row:
    names = ("file", "code", "severity", "pointer", "message", "hint", "record", "line", "column")
    return {"kind": "finding", **{name: getattr(finding, name) for name in names}}


def local_path(path: str) -> str:
    """
    Return the path of a file on this machine.

    Raises:
        InputError: The path is relative, or the file is on another machine.

    >>> local_path("file:///crawls/a.warc.gz")
    '/crawls/a.warc.gz'
    """
    scheme, _, rest = path.partition("://")
    if scheme == "file" and rest:
        path = url2pathname(urlsplit(path).path)
    elif rest:
        raise InputError(
            Message(
                "only files of the machine itself are read; mount what {name} names",
                name=path,
            )
        )
    if not os.path.isabs(path):
        raise InputError(Message("give an absolute path: each process has a folder of its own"))
    return path

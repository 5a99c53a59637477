"""
Indexes of captures: CDX and CDXJ files, which name the records to read by file and offset.

CDX (Internet Archive, 2003 and 2015) has a legend of its columns on the first line; CDXJ (pywb,
WACZ 1.1.1) has an object of JSON after the key and the time. Files are looked for beside the index,
and in the folder ``archive`` beside that of the index.
"""

import gzip
import json
import os
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Final

from attrs import frozen

from nizkorcite.errors import InputError
from nizkorcite.loading.inputs import Unreadable
from nizkorcite.messages import Message
from nizkorcite.web_archives.archive_parts import ArchivePart, ArchiveRecords

_STEP: Final = 200
_LEGEND: Final = " CDX "
_FILE, _OFFSET = "g", "V"
_OFFSET_DIGITS: Final = re.compile("[0-9]{1,18}")


@frozen
class IndexedRecord:
    """
    A line of an index.

    Attributes:
        file: The name of the archive file.
        offset: Where the record begins in it.
    """

    file: str
    offset: int


def indexed_steps(path: str) -> Iterator[ArchiveRecords | Unreadable]:
    """
    List the records that an index names, those of one file after the other together.

    Raises:
        OSError: The index cannot be read.
    """
    for name, lines in groupby(_lines(path), _file_of):
        if name is None:
            yield from (line for line in lines if isinstance(line, Unreadable))
            continue
        found = _found(path, name)
        if found is None:
            problem = Message("there is no such file beside the index {index}", index=path)
            yield Unreadable(name=name, problem=problem)
            continue
        part = ArchivePart(found, 0, os.path.getsize(found))
        offsets = (line.offset for line in lines if isinstance(line, IndexedRecord))
        while some := tuple(islice(offsets, _STEP)):
            yield ArchiveRecords(part=part, offsets=some)


def _file_of(line: IndexedRecord | Unreadable) -> str | None:
    return line.file if isinstance(line, IndexedRecord) else None


def _found(index: str, name: str) -> str | None:
    """Find a file by its name, never by a path that leads out of the index's folder."""
    folder = os.path.dirname(index)
    above = os.path.join(folder, os.pardir, "archive")
    leads_out = os.path.isabs(name) or os.pardir in name.split("/")
    places = (
        *(() if leads_out else (os.path.join(folder, name),)),
        *(os.path.join(each, os.path.basename(name)) for each in (folder, above)),
    )
    return next((each for each in places if os.path.isfile(each)), None)


def _lines(path: str) -> Iterator[IndexedRecord | Unreadable]:
    columns: Sequence[str] = ()
    try:
        with open(path, "rb") as start:
            is_packed = start.read(2) == b"\x1f\x8b"
        with (gzip.open if is_packed else open)(
            path, "rt", encoding="utf-8", errors="replace"
        ) as file:
            for number, line in enumerate(file, 1):
                if line.startswith(_LEGEND):
                    columns = line.split()[1:]
                elif line.strip() and not line.startswith("!"):
                    yield _record(line, columns) or _bad_line(path, number)
    except (EOFError, zlib.error) as error:
        raise InputError(Message("the compressed data is damaged")) from error


def _record(line: str, columns: Sequence[str]) -> IndexedRecord | None:
    stated = dict(zip(columns, line.split(), strict=False)) if columns else _json_of(line)
    file = stated.get(_FILE, stated.get("filename"))
    offset = str(stated.get(_OFFSET, stated.get("offset")))
    if not isinstance(file, str) or not _OFFSET_DIGITS.fullmatch(offset):
        return None
    return IndexedRecord(file, int(offset))


def _json_of(line: str) -> Mapping[str, object]:
    try:
        value = json.loads(line[line.index("{") :])
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _bad_line(path: str, number: int) -> Unreadable:
    message = Message("line {number} names no file and offset as CDX or CDXJ do", number=number)
    return Unreadable(name=path, problem=message)

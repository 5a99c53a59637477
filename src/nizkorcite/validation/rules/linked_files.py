"""
Rules between a record and its files: NZ212, NZ231 and NZ234.

Files are read and never written. A path that points outside the folder, even through a link, is not
followed, and only regular files are opened.
"""

import hashlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from nizkorcite.display import in_quotes
from nizkorcite.errors import ReplacedInputError
from nizkorcite.faults import Fault
from nizkorcite.files.atomic import same_file
from nizkorcite.files.within import UnfitError, path_within, reason_of
from nizkorcite.findings import Finding
from nizkorcite.messages import Language, Message
from nizkorcite.record.json_types import JSON
from nizkorcite.record.navigation import indexed_items, is_whole_number, member

_MAXIMUM_TEXT = 64 * 1024 * 1024
# Enough of a digest to recognise it; the file's own is printed in full, to be copied.
_DIGITS = 12
_CHANGED = Message("has the file changed?")
_START = Message("paths start from the folder of the record, or from --base")
_NAMED = Message("`nizkorcite read -o FILE` writes the path of each page into its record")
_Faults = Iterator[Fault]


def file_faults(record: JSON, folder: Path, output: str | None = None) -> _Faults:
    """
    Compare captures, text and quotes with the files of a record.

    Args:
        record: A record of any shape.
        folder: The folder from which the record's paths start.
        output: A file that will be replaced, and must not be one of them.

    Raises:
        ReplacedInputError: The record names the output.
    """
    if not _names_file(record):
        message = Message("the record names no file, so nothing was compared")
        yield Fault("NZ234", message, hint=_NAMED, offset=0)
        return
    for index, capture in indexed_items(member(record, "captures")):
        yield from _bytes_faults(capture, f"/captures/{index}", folder, output)
    yield from _text_faults(record, folder, output)


def no_file_finding(nameless: int, records: int, folder: str, lang: Language) -> Finding:
    """
    Report NZ234 once for a whole run.

    The finding is a warning where no record names a file, else a note.

    Args:
        nameless: How many records name no file.
        records: How many records were validated.
        folder: The name of the inputs in the finding.
        lang: The language of message and hint.

    >>> print(no_file_finding(2, 2, "records", "en").message)
    0 of 2 records name a file, so nothing was compared
    """
    return Finding(
        code="NZ234",
        severity="warning" if nameless == records else "info",
        pointer="",
        message=_summary(nameless, records).text(lang),
        hint=_NAMED.text(lang),
        file=folder,
    )


def _summary(nameless: int, records: int) -> Message:
    if records == 1:
        return Message("0 of 1 record names a file, so nothing was compared")
    if nameless == records:
        return Message(
            "0 of {records} records name a file, so nothing was compared", records=records
        )
    return Message(
        "{nameless} of {records} records name no file and were not compared",
        nameless=nameless,
        records=records,
    )


def _names_file(record: JSON) -> bool:
    paths = (member(each, "path") for _, each in indexed_items(member(record, "captures")))
    return any(isinstance(path, str) for path in (*paths, member(record, "text", "path")))


def _bytes_faults(capture: object, pointer: str, folder: Path, output: str | None) -> _Faults:
    path, digest = member(capture, "path"), member(capture, "sha256")
    if not isinstance(path, str):
        return
    try:
        with _open(folder, path, output) as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
            length = stream.tell()
    except (OSError, UnfitError) as error:
        yield _not_compared(pointer, path, error)
        return
    stated = member(capture, "byte_length")
    if isinstance(digest, str) and found != digest:
        yield _digest_fault(f"{pointer}/sha256", path, digest, found)
    elif is_whole_number(stated) and length != stated:
        message = Message(
            "{path} has {length} bytes, not {stated}",
            path=in_quotes(path),
            length=length,
            stated=stated,
        )
        yield Fault("NZ231", message, f"{pointer}/byte_length")


def _digest_fault(pointer: str, path: str, stated: str, found: str) -> Fault:
    message = Message(
        "{path} does not match: the record says SHA-256 {stated}, the file has {found}",
        path=in_quotes(path),
        stated=f"{stated[:_DIGITS]}...",
        found=found,
    )
    return Fault("NZ231", message, pointer, hint=_CHANGED)


def _text_faults(record: JSON, folder: Path, output: str | None) -> _Faults:
    path, digest = member(record, "text", "path"), member(record, "text", "sha256")
    if not isinstance(path, str):
        return
    try:
        with _open(folder, path, output) as stream:
            data = stream.read(_MAXIMUM_TEXT + 1)
        text = _decode(data)
    except (OSError, UnfitError) as error:
        yield _not_compared("/text", path, error)
        return
    found = hashlib.sha256(data).hexdigest()
    stated = member(record, "text", "characters")
    if isinstance(digest, str) and found != digest:
        yield _digest_fault("/text/sha256", path, digest, found)
        return  # the spans of the evidence count in another text
    if is_whole_number(stated) and len(text) != stated:
        message = Message(
            "{path} has {length} characters, not {stated}",
            path=in_quotes(path),
            length=len(text),
            stated=stated,
        )
        yield Fault("NZ231", message, "/text/characters")
    yield from _quote_faults(record, text)


def _quote_faults(record: JSON, text: str) -> _Faults:
    for index, evidence in indexed_items(member(record, "evidence")):
        quote, start, end = (member(evidence, name) for name in ("quote", "start", "end"))
        if not (isinstance(quote, str) and is_whole_number(start) and is_whole_number(end)):
            continue
        found = text[int(start) : int(end)]
        if found != quote:
            message = Message(
                "the text has {found} at {start}:{end}, not {quote}",
                found=in_quotes(found),
                start=start,
                end=end,
                quote=in_quotes(quote),
            )
            yield Fault("NZ212", message, f"/evidence/{index}/quote", hint=_quote_hint(quote, text))


def _quote_hint(quote: str, text: str) -> Message:
    start = text.find(quote)
    if start < 0:
        return Message("the text does not contain the quote")
    return Message("the quote is at {start}:{end}", start=start, end=start + len(quote))


def _decode(data: bytes) -> str:
    if len(data) > _MAXIMUM_TEXT:
        raise UnfitError(Message("has more than {most} bytes", most=_MAXIMUM_TEXT))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnfitError(Message("is not UTF-8 from byte {byte} on", byte=error.start)) from error


def _open(folder: Path, name: str, output: str | None) -> BufferedReader:
    path = path_within(folder, name)
    if output and same_file(output, [str(path)]):
        raise ReplacedInputError(str(path))
    return path.open("rb")


def _not_compared(pointer: str, path: str, error: OSError | UnfitError) -> Fault:
    message = Message(
        "{path} {why}; nothing was compared with it", path=in_quotes(path), why=reason_of(error)
    )
    hint = _START if isinstance(error, FileNotFoundError) else None
    return Fault("NZ231", message, f"{pointer}/path", hint=hint)

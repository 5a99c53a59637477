"""
A record against the files that it names: NZ212, NZ231 and NZ234.

Files are read and never written; a path that leads out of the folder, also through a link, is not
followed, and what is no regular file is not opened.
"""

import hashlib
import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from nizkorcite.errors import ReplacedInputError, problem_of
from nizkorcite.files.atomic import same_file
from nizkorcite.findings import Finding
from nizkorcite.messages import Language, Message
from nizkorcite.record.json_types import JSON
from nizkorcite.validation.fault import Fault, quoted
from nizkorcite.validation.rules.navigation import at, is_count, items

MAXIMUM_TEXT = 64 * 1024 * 1024
_CHANGED = Message("has the file changed?")
_START = Message("paths start from the folder of the record, or from --base")
_NAMED = Message("`nizkorcite read -o FILE` writes the path of each page into its record")
_Faults = Iterator[Fault]


class _UnfitError(ValueError):
    """A file cannot be compared with; `why` says so in words."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.why = why


def file_faults(record: JSON, folder: Path, output: str | None = None) -> _Faults:
    """
    Compare the captures and the text of a record with their files, and quotes with the text.

    Args:
        record: A record of any shape.
        folder: What its paths start from.
        output: A file that will be replaced, and must not be one of them.

    Raises:
        ReplacedInputError: The record names the output.
    """
    if not _names_file(record):
        message = Message("the record names no file, so nothing was compared")
        yield Fault("NZ234", message, hint=_NAMED, offset=0)
        return
    for index, capture in items(at(record, "captures")):
        yield from _bytes_faults(capture, f"/captures/{index}", folder, output)
    yield from _text_faults(record, folder, output)


def no_file_finding(nameless: int, records: int, folder: str, lang: Language) -> Finding:
    """
    The finding NZ234 of a whole run: a warning where no record names a file, else a note.

    Args:
        nameless: How many records name no file.
        records: How many there are.
        folder: What the finding calls the inputs.
        lang: The language of message and hint.

    >>> print(no_file_finding(2, 2, "records", "en").message)
    0 of 2 records name a file, so nothing was compared
    """
    return Finding(
        code="NZ234",
        severity="warning" if nameless == records else "info",
        pointer="",
        message=_counted(nameless, records).text(lang),
        hint=_NAMED.text(lang),
        file=folder,
    )


def _counted(nameless: int, records: int) -> Message:
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
    paths = (at(each, "path") for _, each in items(at(record, "captures")))
    return any(isinstance(path, str) for path in (*paths, at(record, "text", "path")))


def _bytes_faults(capture: JSON, pointer: str, folder: Path, output: str | None) -> _Faults:
    path, digest = at(capture, "path"), at(capture, "sha256")
    if not isinstance(path, str):
        return
    try:
        with _opened(folder, path, output) as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
            length = stream.tell()
    except (OSError, _UnfitError) as error:
        yield _not_compared(pointer, path, error)
        return
    stated = at(capture, "byte_length")
    if isinstance(digest, str) and found != digest:
        message = Message(
            "{path} has another digest, {digest}, and {length} bytes",
            path=quoted(path),
            digest=found,
            length=length,
        )
        yield Fault("NZ231", message, f"{pointer}/sha256", hint=_CHANGED)
    elif is_count(stated) and length != stated:
        message = Message(
            "{path} has {length} bytes, not {stated}",
            path=quoted(path),
            length=length,
            stated=stated,
        )
        yield Fault("NZ231", message, f"{pointer}/byte_length")


def _text_faults(record: JSON, folder: Path, output: str | None) -> _Faults:
    path, digest = at(record, "text", "path"), at(record, "text", "sha256")
    if not isinstance(path, str):
        return
    try:
        with _opened(folder, path, output) as stream:
            data = stream.read(MAXIMUM_TEXT + 1)
        text = _decoded(data)
    except (OSError, _UnfitError) as error:
        yield _not_compared("/text", path, error)
        return
    found = hashlib.sha256(data).hexdigest()
    stated = at(record, "text", "characters")
    if isinstance(digest, str) and found != digest:
        message = Message(
            "{path} has another digest, {digest}, and {length} characters",
            path=quoted(path),
            digest=found,
            length=len(text),
        )
        yield Fault("NZ231", message, "/text/sha256", hint=_CHANGED)
        return  # the spans of the evidence count in another text
    if is_count(stated) and len(text) != stated:
        message = Message(
            "{path} has {length} characters, not {stated}",
            path=quoted(path),
            length=len(text),
            stated=stated,
        )
        yield Fault("NZ231", message, "/text/characters")
    yield from _quote_faults(record, text)


def _quote_faults(record: JSON, text: str) -> _Faults:
    for index, evidence in items(at(record, "evidence")):
        quote, start, end = (at(evidence, name) for name in ("quote", "start", "end"))
        if not (isinstance(quote, str) and is_count(start) and is_count(end)):
            continue
        found = text[int(start) : int(end)]
        if found != quote:
            message = Message(
                "the text has {found} at {start}:{end}, not {quote}",
                found=quoted(found),
                start=start,
                end=end,
                quote=quoted(quote),
            )
            yield Fault("NZ212", message, f"/evidence/{index}/quote", hint=_where(quote, text))


def _where(quote: str, text: str) -> Message:
    """Where the text has a quote."""
    start = text.find(quote)
    if start < 0:
        return Message("the text does not have the quote")
    return Message("the quote is at {start}:{end}", start=start, end=start + len(quote))


def _decoded(data: bytes) -> str:
    if len(data) > MAXIMUM_TEXT:
        raise _UnfitError(Message("has more than {most} bytes", most=MAXIMUM_TEXT))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _UnfitError(Message("is not UTF-8 from byte {byte} on", byte=error.start)) from error


def _opened(folder: Path, name: str, output: str | None) -> BufferedReader:
    try:
        path = Path(os.path.realpath(folder / name, strict=True))  # of a circle it says OSError
    except ValueError as error:  # a zero, or half a character
        raise _UnfitError(Message("is not a path")) from error
    if not path.is_relative_to(folder.resolve()):
        raise _UnfitError(Message("leads out of the folder"))
    if not path.is_file():
        raise _UnfitError(Message("is not a file"))
    if output and same_file(output, [str(path)]):
        raise ReplacedInputError(str(path))
    return path.open("rb")


def _not_compared(pointer: str, path: str, error: OSError | _UnfitError) -> Fault:
    message = Message(
        "{path} {why}; nothing was compared with it", path=quoted(path), why=_why(error)
    )
    hint = _START if isinstance(error, FileNotFoundError) else None
    return Fault("NZ231", message, f"{pointer}/path", hint=hint)


def _why(error: OSError | _UnfitError) -> Message:
    if isinstance(error, _UnfitError):
        return error.why
    if isinstance(error, FileNotFoundError):
        return Message("does not exist")
    return Message("cannot be read: {problem}", problem=problem_of(error))

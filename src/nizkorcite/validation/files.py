"""
A record against the files that it names: NZ212 and NZ231.

Files are read and never written; a path that leads out of the folder, also through a link, is not
followed, and what is no regular file is not opened.
"""

import hashlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from nizkorcite.codec import JSON
from nizkorcite.validation.codes import Fault
from nizkorcite.validation.lookup import at, is_count, items
from nizkorcite.validation.words import quoted

MAXIMUM_TEXT = 64 * 1024 * 1024
_Faults = Iterator[Fault]


def file_faults(record: JSON, folder: Path) -> _Faults:
    """
    Compare the captures and the text of a record with their files, and quotes with the text.

    Args:
        record: A record of any shape.
        folder: What its paths start from.
    """
    for index, capture in items(at(record, "captures")):
        yield from _bytes_faults(capture, f"/captures/{index}", folder)
    yield from _text_faults(record, folder)


def _bytes_faults(capture: JSON, pointer: str, folder: Path) -> _Faults:
    path, digest = at(capture, "path"), at(capture, "sha256")
    if not isinstance(path, str):
        return
    try:
        with _opened(folder, path) as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
            length = stream.tell()
    except (OSError, ValueError) as error:
        yield _not_compared(pointer, path, error)
        return
    stated = at(capture, "byte_length")
    if isinstance(digest, str) and found != digest:
        message = f"{quoted(path)} has another digest, {found}, and {length} bytes"
        yield Fault("NZ231", message, f"{pointer}/sha256", hint="was the file changed?")
    elif is_count(stated) and length != stated:
        message = f"{quoted(path)} has {length} bytes, not {stated}"
        yield Fault("NZ231", message, f"{pointer}/byte_length")


def _text_faults(record: JSON, folder: Path) -> _Faults:
    path, digest = at(record, "text", "path"), at(record, "text", "sha256")
    if not isinstance(path, str):
        return
    try:
        with _opened(folder, path) as stream:
            data = stream.read(MAXIMUM_TEXT + 1)
        text = _decoded(data)
    except (OSError, ValueError) as error:
        yield _not_compared("/text", path, error)
        return
    found = hashlib.sha256(data).hexdigest()
    stated = at(record, "text", "characters")
    if isinstance(digest, str) and found != digest:
        message = f"{quoted(path)} has another digest, {found}, and {len(text)} characters"
        yield Fault("NZ231", message, "/text/sha256", hint="was the file changed?")
        return  # the spans of the evidence count in another text
    if is_count(stated) and len(text) != stated:
        message = f"{quoted(path)} has {len(text)} characters, not {stated}"
        yield Fault("NZ231", message, "/text/characters")
    yield from _quote_faults(record, text)


def _quote_faults(record: JSON, text: str) -> _Faults:
    for index, evidence in items(at(record, "evidence")):
        quote, start, end = (at(evidence, name) for name in ("quote", "start", "end"))
        if not (isinstance(quote, str) and is_count(start) and is_count(end)):
            continue
        found = text[int(start) : int(end)]
        if found != quote:
            elsewhere = text.find(quote)
            hint = f"the quote stands at {elsewhere}:{elsewhere + len(quote)}"
            yield Fault(
                "NZ212",
                f"the text has {quoted(found)} at {start}:{end}, not {quoted(quote)}",
                f"/evidence/{index}/quote",
                hint=hint if elsewhere >= 0 else "the text does not have the quote",
            )


def _decoded(data: bytes) -> str:
    if len(data) > MAXIMUM_TEXT:
        raise ValueError(f"has more than {MAXIMUM_TEXT} bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"is no UTF-8 from byte {error.start} on") from error


def _opened(folder: Path, name: str) -> BufferedReader:
    path = (folder / name).resolve(strict=True)
    if not path.is_relative_to(folder.resolve()):
        raise ValueError("leads out of the folder")
    if not path.is_file():
        raise ValueError("is no file")
    return path.open("rb")


def _not_compared(pointer: str, path: str, error: OSError | ValueError) -> Fault:
    """A record may travel without its files, so a file that can not be read is no error."""
    why = str(error)
    if isinstance(error, FileNotFoundError):
        why = "is not there"
    elif isinstance(error, OSError):
        why = f"can not be read: {(error.strerror or why).lower()}"
    message = f"{quoted(path)} {why}; nothing was compared with it"
    return Fault("NZ231", message, f"{pointer}/path", severity="warning")

"""Texts of documents, from the files that their records name."""

import hashlib
from pathlib import Path

from nizkorcite.errors import NizkorciteError
from nizkorcite.files.within import UnfitError, path_within, reason_of
from nizkorcite.messages import Message
from nizkorcite.record.model import Capture, Document


def document_text(document: Document, folder: Path) -> str | Message | None:
    """
    Return the visible text that the evidence of a document counts in.

    Args:
        document: The document of a record.
        folder: The folder from which the record's paths start.

    Returns:
        The text; why it cannot be used; or ``None`` if the record names no file. A text is used
        only if it has the digest that the record states.
    """
    found: str | Message | None = None
    if document.text and document.text.path:
        found = _of_file(document.text.path, folder)
    for capture in document.captures:
        if isinstance(found, str):
            break
        if capture.path:
            found = _of_page(capture, folder)
    return checked_text(found, document) if isinstance(found, str) else found


def checked_text(text: str, document: Document) -> str | Message:
    """Return a text if it is the one that the record describes, or else that it is not."""
    digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    if document.text is None or digest == document.text.sha256:
        return text
    return Message("the text of its file is not the one that the record describes")


def _of_file(name: str, folder: Path) -> str | Message:
    try:
        return path_within(folder, name).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return _unusable(name, Message("is not UTF-8 from byte {byte} on", byte=error.start))
    except (OSError, UnfitError) as error:
        return _unusable(name, reason_of(error))


def _of_page(capture: Capture, folder: Path) -> str | Message:
    from nizkorcite.readers.opened import open_file  # many records name no page

    name = str(capture.path)
    charset = (capture.charset, capture.charset_from or "given") if capture.charset else None
    try:
        path = path_within(folder, name)
        return open_file(path.read_bytes(), str(path), None, charset).page.text
    except (NizkorciteError, OSError, UnfitError) as error:
        return _unusable(name, reason_of(error))


def _unusable(name: str, why: Message) -> Message:
    return Message("{path} {why}", path=name, why=why)

"""Stories: documents with the text of their pages, read from pages or from what records name."""

import re
from pathlib import Path
from typing import Final, cast

from attrs import evolve

from nizkorcite.loading.documents import Supplied, read_page
from nizkorcite.loading.inputs import Input
from nizkorcite.loading.records import Record
from nizkorcite.loading.texts import document_text
from nizkorcite.origins import Story
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Document
from nizkorcite.record.navigation import member

_TEXT: Final = "text"
_TEXT_MEMBER: Final = re.compile(rb'"text"\s*:\s*"')


def load_story(part: Input | Record, folder: str) -> Story:
    """
    Load the document of a page or record with the text of its page.

    The text of a record is its member `text`, if that is a text in place of the digest; or else
    that of the files that the record names.

    Args:
        part: The page or record.
        folder: The folder from which the paths of a record start.

    Returns:
        The story; its text is empty where no file has it.

    Raises:
        NizkorciteError: The page cannot be read, or the record is invalid.
    """
    if isinstance(part, Input):
        reading = read_page(part, Supplied())
        return _story(reading.document, reading.page.text)
    stated = _stated_text(part)
    if stated is not None:
        return _story(_without_text(part).document(), stated)
    document = part.document()
    text = document_text(document, Path(folder))
    return _story(document, text if isinstance(text, str) else "")


def _stated_text(record: Record) -> str | None:
    """Return the text that a record has in place of its digest."""
    if record.value is None and not _TEXT_MEMBER.search(record.text):
        return None
    text = member(record.parsed(), _TEXT)
    return text if isinstance(text, str) else None


def _without_text(record: Record) -> Record:
    value = dict(cast(dict[str, JSON], record.parsed()))
    del value[_TEXT]
    return evolve(record, value=value, judge=None)


def _story(document: Document, text: str) -> Story:
    return Story(key=document.id, document=document, text=text)

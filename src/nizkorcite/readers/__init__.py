"""
From pages to documents: one reader an archive, and a general one for all other pages.

A reader is a module with `NAME`, `matches(page)` (cheap) and `read(page)` (the facts); its name
stands in the table below. Readers from elsewhere are found by the entry point group
``nizkorcite.readers``, which is looked at only where no built-in reader knows a page's form.
"""

from importlib import import_module
from os import PathLike
from typing import Protocol

from nizkorcite.dates import Instant
from nizkorcite.files.opening import open_page
from nizkorcite.page import Page
from nizkorcite.readers.document import assemble
from nizkorcite.readers.facts import Facts, Unread
from nizkorcite.readers.reading import Reading

__all__ = ["Reading", "Unread", "read"]


class Reader(Protocol):
    """What a reader's module offers."""

    NAME: str

    def matches(self, page: Page, /) -> bool:
        """Tell whether the page has the form this reader knows."""

    def read(self, page: Page, /) -> Facts:
        """Take from the page what its form states."""


def read(
    source: str | PathLike[str] | bytes | Page,
    *,
    url: str | None = None,
    accessed: str | Instant | None = None,
    id: str | None = None,  # noqa: A002 - the record's own word
    charset: str | None = None,
) -> Reading:
    r"""
    Read a saved page.

    Args:
        source: A file's path, or a page's bytes, or a page. Nothing is ever fetched.
        url: The page's address, where it is known.
        accessed: When the page was fetched, RFC 3339: ``2026-11-24T10:10:00Z``.
        id: The record's id; made from the address, else from the bytes.
        charset: The page's encoding, where it is known better than the page tells.

    Returns:
        The document with the words of each value, and what was looked for and not found.

    Raises:
        OSError: The file cannot be read.
        PageError: The bytes are no page, or the encoding is not known.
        DateError: `accessed` is no instant.
        ModelError: `url` or `id` cannot stand in a record.

    >>> page = b"Title\n\nBody.\n[Source: Itar Tass, Dushanbe, 27Feb17]\n"
    >>> read(page).evidence["/original/date"].quote
    '27Feb17'
    """
    page = source if isinstance(source, Page) else _page(source, charset)
    instant = Instant(accessed) if isinstance(accessed, str) else accessed
    reader = _reader_of(page)
    return assemble(page, reader.read(page), reader=reader.NAME, url=url, accessed=instant, id=id)


def _page(source: str | PathLike[str] | bytes, charset: str | None) -> Page:
    if isinstance(source, bytes):
        return Page.from_bytes(source, charset=charset)
    with open_page(source) as file:
        return Page.from_bytes(file.read(), charset=charset)


def _reader_of(page: Page) -> Reader:
    for name in _BUILT_IN:
        reader: Reader = import_module(f"nizkorcite.readers.{name}")
        if reader.matches(page):
            return reader
    return _reader_from_elsewhere(page) or import_module("nizkorcite.readers.embedded.reader")


def _reader_from_elsewhere(page: Page) -> Reader | None:
    from importlib.metadata import entry_points  # slow, and most pages need it not

    for entry in entry_points(group="nizkorcite.readers"):
        reader: Reader = entry.load()
        if reader.matches(page):
            return reader
    return None


_BUILT_IN = ("nizkor",)

"""
Readers of saved pages: one for each archive, and one for all other pages.

A reader has `NAME` and `read(page)`, which returns the facts of a page, or ``None`` for a page in
another form. The reader of Nizkor is tried first, then that of the site whose description fits the
page, then those of other packages (entry points in the group ``nizkorcite.readers``), then the
reader of embedded metadata, which reads any page.
"""

from collections.abc import Iterator
from functools import cache
from os import PathLike
from typing import TYPE_CHECKING, Protocol

from attrs import evolve

from nizkorcite.dates import Instant
from nizkorcite.files.opening import open_page
from nizkorcite.page import Page
from nizkorcite.readers.document import build_reading
from nizkorcite.readers.facts import Facts, Remark, Unread
from nizkorcite.readers.reading import Reading
from nizkorcite.record.model import Capture

if TYPE_CHECKING:
    from nizkorcite.readers.sites.description import Site

__all__ = ["Reading", "Remark", "Unread", "read"]


class Reader(Protocol):
    """A module or object that reads the pages of an archive."""

    @property
    def NAME(self) -> str:  # noqa: N802 - a constant of modules
        """The name of the reader."""

    def read(self, page: Page, /) -> Facts | None:
        """Return the facts of a page, or ``None`` for a page in another form."""


def read(  # noqa: PLR0913 - everything a user may know about a page
    source: str | PathLike[str] | bytes | Page,
    *,
    url: str | None = None,
    accessed: str | Instant | None = None,
    capture: Capture | None = None,
    id: str | None = None,  # noqa: A002 - the record's own word
    charset: str | None = None,
    site: "Site | None" = None,
) -> Reading:
    r"""
    Read a saved page.

    Args:
        source: Path of a file, bytes of a page, or a page. Nothing is ever fetched.
        url: Address of the page, if known.
        accessed: Time at which the page was fetched, RFC 3339: ``2026-11-24T10:10:00Z``.
        capture: Everything known about the saved bytes, as when a page is read again for its
            record; `url` and `accessed` replace those of the capture.
        id: Id of the record; made from the address or the bytes if left out.
        charset: Encoding of the page, if known better than the page states.
        site: The site that the page comes from, with its forms (`load_site`); recognised by the
            address or by the page's words if left out.

    Returns:
        The document with the words of each value, and remarks on values not read.

    Raises:
        OSError: The file cannot be read.
        PageError: The bytes are not a page, or the encoding is unknown.
        DateError: `accessed` is not an instant.
        ModelError: `url` or `id` is not valid in a record.

    >>> page = b"Title\n\nBody.\n[Source: Itar Tass, Dushanbe, 27Feb17]\n"
    >>> read(page).evidence["/original/date"].quote
    '27Feb17'
    """
    page = source if isinstance(source, Page) else _page(source, charset, capture)
    instant = Instant(accessed) if isinstance(accessed, str) else accessed
    address = url or (capture.url if capture else None)
    reader, facts = _facts_of(page, address, site)
    return build_reading(
        page, facts, reader=reader.NAME, capture=_capture(page, capture, url, instant), id=id
    )


def _page(
    source: str | PathLike[str] | bytes, charset: str | None, capture: Capture | None
) -> Page:
    if not isinstance(source, bytes):
        with open_page(source) as file:
            source = file.read()
    if capture and capture.charset and not charset:
        by = capture.charset_from or "given"
        return Page.from_bytes(source, charset=capture.charset, charset_from=by)
    return Page.from_bytes(source, charset=charset)


def _facts_of(page: Page, address: str | None, site: "Site | None") -> tuple[Reader, Facts]:
    for reader in _readers(page, address, site):
        facts = reader.read(page)
        if facts is not None:
            return reader, facts
    raise AssertionError("the last reader reads any page")


def _readers(page: Page, address: str | None, site: "Site | None") -> Iterator[Reader]:
    if site:
        from nizkorcite.readers.sites.reader import SiteReader  # few users name the site

        yield SiteReader(site, address, is_chosen=True)
    from nizkorcite.readers import nizkor  # its patterns take 7 ms, and records need no reader

    yield nizkor
    from nizkorcite.readers.sites.shipped import site_reader  # Nizkor's pages do without

    if reader_of_site := site_reader(page, address):
        yield reader_of_site
    yield from _readers_of_packages()
    from nizkorcite.readers.embedded import reader  # archives' own pages do without

    yield reader


@cache
def _readers_of_packages() -> tuple[Reader, ...]:
    """Load the readers of other packages, once: finding them takes 3 ms with 37 packages."""
    from importlib.metadata import entry_points  # slow to load

    return tuple(entry.load() for entry in entry_points(group="nizkorcite.readers"))


def _capture(
    page: Page, known: Capture | None, url: str | None, accessed: Instant | None
) -> Capture:
    capture = known or Capture(sha256=page.sha256, byte_length=page.byte_length)
    return evolve(
        capture,
        media_type=capture.media_type or page.media_type,
        url=url or capture.url,
        accessed=accessed or capture.accessed,
        charset=page.charset,
        charset_from=page.charset_from,
    )

"""
Readers of saved pages: one for each archive, and one for all other pages.

A reader has `NAME` and `read(page)`, which returns the facts of a page, or ``None`` for a page in
another form. The reader of Nizkor is tried first, then that of the site whose description fits the
page, then those of other packages (entry points in the group ``nizkorcite.readers``), then the
reader of embedded metadata, which reads any page.
"""

from collections.abc import Iterator
from functools import cache
from os import PathLike, fspath
from os.path import exists
from typing import TYPE_CHECKING, Protocol

from attrs import evolve, fields

from nizkorcite.dates import Instant, PartialDate, instant_or_day
from nizkorcite.errors import InputError
from nizkorcite.files.opening import open_page
from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.document import build_reading
from nizkorcite.readers.facts import Facts, Remark, Unread
from nizkorcite.readers.form_facts import form_remarks, with_form_facts
from nizkorcite.readers.opened import Opened, open_file, open_parsed_page
from nizkorcite.readers.reading import Reading
from nizkorcite.record.constraints import CharsetSource
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
    name: str | None = None,
    url: str | None = None,
    accessed: str | Instant | PartialDate | None = None,
    capture: Capture | None = None,
    id: str | None = None,  # noqa: A002 - the record's own word
    charset: str | None = None,
    site: "Site | None" = None,
) -> Reading:
    r"""
    Read a saved page.

    Args:
        source: Path of a file (`pathlib.Path` or `str`), bytes of a file, or a page. Nothing
            is ever fetched. A file may be a page (HTML or text) or hold a page: web archives, mail,
            clippings, prints.
        name: Path of the file that the bytes are from, if known.
        url: Address of the page, or of an archived copy, if known.
        accessed: Day or time at which the page was fetched: ``2026-11-24``, or in RFC 3339
            ``2026-11-24T10:10:00Z``.
        capture: Everything known about the saved bytes, as when a page is read again for its
            record; `url` and `accessed` replace those of the capture.
        id: Id of the record; made from the address or the bytes if left out.
        charset: Encoding of the page, if known better than the page states.
        site: The site that the page comes from, with its forms (`load_site`); recognised by the
            address or by the page's words if left out.

    Returns:
        The document with the words of each value, and remarks on values not read.

    Raises:
        OSError: The file cannot be read, or holds no page or several ones.
        PageError: The bytes are not a page, or the encoding is unknown.
        DateError: `accessed` is neither a day nor an instant.
        ModelError: `url` or `id` is not valid in a record.

    >>> page = b"Title\n\nBody.\n[Source: Itar Tass, Dushanbe, 27Feb17]\n"
    >>> read(page).evidence["/original/date"].quote
    '27Feb17'
    """
    opened = _opened(source, name, url, _charset(charset, capture))
    fetched = instant_or_day(accessed) if isinstance(accessed, str) else accessed
    if capture or fetched:
        opened = evolve(opened, capture=_capture(opened.capture, capture, url, fetched))
    return read_opened(opened, id=id, site=site)


def read_opened(
    opened: Opened,
    *,
    id: str | None = None,  # noqa: A002 - the record's own word
    site: "Site | None" = None,
) -> Reading:
    """
    Read a page that was taken out of its file, with its capture.

    Args:
        opened: The page.
        id: As for `read`.
        site: As for `read`.

    Raises:
        ModelError: `id` is not valid in a record.
    """
    reader, facts = _facts_of(opened, site)
    if remarks := tuple(form_remarks(opened)):
        facts = evolve(facts, warnings=(*facts.warnings, *remarks))
    return build_reading(opened, facts, reader=reader.NAME, id=id)


def _opened(
    source: str | PathLike[str] | bytes | Page,
    name: str | None,
    url: str | None,
    charset: tuple[str, CharsetSource] | None,
) -> Opened:
    if isinstance(source, Page):
        return open_parsed_page(source, url)
    if isinstance(source, bytes):
        return open_file(source, name, url, charset)
    if isinstance(source, str):
        _refuse_content(source)
    with open_page(source) as file:
        data = file.read_as_kept()
    return open_file(data, name or fspath(source), url, charset)


def _refuse_content(path: str) -> None:
    """Refuse the text of a page or record, which would be a file that does not exist."""
    is_content = "\n" in path or path.lstrip().startswith(("<", "{"))
    if is_content and not exists(path):  # noqa: PTH110 - pathlib fails for a long text
        raise InputError(
            Message(
                "a text is the path of a page here; give the content of a page as bytes, and a "
                "record to nizkorcite.validate"
            )
        )


def _charset(given: str | None, capture: Capture | None) -> tuple[str, CharsetSource] | None:
    if given:
        return given, "given"
    if capture and capture.charset:
        return capture.charset, capture.charset_from or "given"
    return None


def _facts_of(opened: Opened, site: "Site | None") -> tuple[Reader, Facts]:
    for of_archive in _readers_of_archives(opened.page, opened.capture.url, site):
        facts = of_archive.read(opened.page)
        if facts is not None:
            return of_archive, facts
    # archives' own pages do without
    from nizkorcite.readers.embedded import reader
    from nizkorcite.readers.printed_sources.layers import with_printed_source

    own = with_form_facts(reader.markup_facts(opened.page), opened.form)
    return reader, with_printed_source(opened.page, own)


def _readers_of_archives(page: Page, address: str | None, site: "Site | None") -> Iterator[Reader]:
    if site:
        from nizkorcite.readers.sites.reader import SiteReader  # few users name the site

        yield SiteReader(site, address, is_chosen=True)
    from nizkorcite.readers import nizkor  # its patterns take 7 ms, and records need no reader

    yield nizkor
    from nizkorcite.readers.sites.shipped import site_reader  # Nizkor's pages do without

    if reader_of_site := site_reader(page, address):
        yield reader_of_site
    yield from _readers_of_packages()


@cache
def _readers_of_packages() -> tuple[Reader, ...]:
    """Load the readers of other packages, once: finding them takes 3 ms with 37 packages."""
    from importlib.metadata import entry_points  # slow to load

    return tuple(entry.load() for entry in entry_points(group="nizkorcite.readers"))


def _capture(
    found: Capture,
    known: Capture | None,
    url: str | None,
    accessed: Instant | PartialDate | None,
) -> Capture:
    """Add what the caller knows to the capture found in a file."""
    if known is None:
        return evolve(found, accessed=accessed) if accessed else found
    capture = _filled(known, found)
    return evolve(
        capture,
        url=found.url if url else capture.url,
        accessed=accessed or capture.accessed,
        charset=found.charset,
        charset_from=found.charset_from,
    )


def _filled(known: Capture, found: Capture) -> Capture:
    missing = [each.name for each in fields(Capture) if getattr(known, each.name) is None]
    return evolve(known, **{name: getattr(found, name) for name in missing})

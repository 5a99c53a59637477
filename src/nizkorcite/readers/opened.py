"""Pages taken out of the files that they were kept in, with the capture of each file."""

import hashlib
from collections.abc import Iterator
from typing import TypeVar

from attrs import evolve, frozen

from nizkorcite.errors import ModelError
from nizkorcite.files.beside import reader_beside
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact
from nizkorcite.record.constraints import CharsetSource
from nizkorcite.record.model import Capture, WarcLocation
from nizkorcite.saved_forms.recognition import read_inner_forms, read_saved_page
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, Stated

_T = TypeVar("_T")
_LONGEST_TOOL = 200


@frozen(kw_only=True, eq=False, repr=False)
class Opened:
    """
    A page with its capture.

    Attributes:
        page: The page.
        capture: Capture of the file that holds the page.
        form: What the form of the file states, and the address supplied.
    """

    page: Page
    capture: Capture
    form: FormFacts


def open_parsed_page(page: Page, url: str | None) -> Opened:
    """
    Return a page that was not read from a file.

    Raises:
        ModelError: The address is not valid in a record.
    """
    form = _address_facts(url)
    return Opened(page=page, capture=_capture(page, form), form=form)


def open_file(
    data: bytes, path: str | None, url: str | None, charset: tuple[str, CharsetSource] | None
) -> Opened:
    """
    Take the page out of a file.

    Args:
        data: The bytes of the file.
        path: Its path; files beside it are read where the page is part of a snapshot.
        url: The address supplied.
        charset: The encoding supplied, with its source.

    Raises:
        PageError, InputError: The file holds no page that can be read.
        ModelError: The address is not valid in a record.
    """
    beside = reader_beside(path) if path else None
    saved = read_saved_page(data, path or "", _address_facts(url), beside)
    page = _page(saved, charset)
    capture = _capture(page, saved.facts, path)
    if saved.data is not data:
        capture = _capture_of_file(capture, data, saved)
    return Opened(page=page, capture=capture, form=saved.facts)


def open_record(saved: SavedPage, path: str, status: int, charset: str | None) -> Opened:
    """
    Return the page of a record in a collection, whose capture describes the page's own bytes.

    Args:
        saved: The page as the record has it, with what the record states.
        path: Path of the WARC file.
        status: HTTP status code of the answer.
        charset: The encoding supplied.

    Raises:
        PageError, InputError: The record holds no page that can be read.
    """
    inner = read_inner_forms(saved)
    page = _page(inner, (charset, "given") if charset else None)
    capture = evolve(_capture(page, inner.facts, path), status=status)
    if inner.data is not saved.data:
        capture = _capture_of_file(capture, saved.data, inner)
    return Opened(page=page, capture=capture, form=inner.facts)


def _address_facts(url: str | None) -> FormFacts:
    if url is None:
        return FormFacts()
    from nizkorcite.saved_forms.archive_addresses import supplied_address  # many pages need none

    return supplied_address(url)


def _page(saved: SavedPage, charset: tuple[str, CharsetSource] | None) -> Page:
    stated = saved.facts.charset
    if saved.is_text:
        charset = None  # of the file, from which the text was decoded already
    elif charset is None and stated and _decodes(saved.data, stated.value):
        charset = stated.value, "http"
    name, source = charset or (None, "given")
    return Page.from_bytes(
        saved.data, charset=name, charset_from=source, media_type=saved.media_type
    )


def _decodes(data: bytes, charset: str) -> bool:
    """Check an encoding, since servers and programs also state wrong ones."""
    try:
        data.decode(charset)
    except UnicodeError:
        return False
    return True


def _capture(page: Page, form: FormFacts, path: str | None = None) -> Capture:
    memento = form.memento.value if form.memento else None
    return Capture(
        sha256=page.sha256,
        byte_length=page.byte_length,
        media_type=page.media_type,
        url=form.url.value if form.url else None,
        accessed=form.accessed.value if form.accessed else None,
        charset=page.charset,
        charset_from=page.charset_from,
        memento=memento.url if memento else None,
        memento_datetime=memento.instant if memento else None,
        tool=form.tool.value[:_LONGEST_TOOL].strip() if form.tool else None,
        warc=_warc_location(form, path),
    )


def _warc_location(form: FormFacts, path: str | None) -> WarcLocation | None:
    """Return the place in a WARC file; who writes the record knows the path from its folder."""
    name = (path or "").replace("\\", "/").rpartition("/")[2]
    if form.warc is None or not name:
        return None
    place = form.warc.value
    try:
        return WarcLocation(file=name, record_id=place.record_id, offset=place.offset)
    except ModelError:  # the name has a character that a path in a record may not have
        return None


def _capture_of_file(capture: Capture, data: bytes, saved: SavedPage) -> Capture:
    """Describe the bytes of the file instead of those of the page inside."""
    return evolve(
        capture,
        sha256=hashlib.sha256(data).hexdigest(),
        byte_length=len(data),
        media_type=saved.file_type or capture.media_type,
        charset=None if saved.is_text else capture.charset,
        charset_from=None if saved.is_text else capture.charset_from,
    )


def capture_facts(opened: Opened) -> Iterator[tuple[str, Fact[object]]]:
    """Return the words behind each member of the capture that the file states."""
    form = opened.form
    memento = form.memento.value if form.memento else None
    members: tuple[tuple[str, object, Stated[object] | None], ...] = (
        ("url", form.url and form.url.value, form.url),
        ("accessed", form.accessed and form.accessed.value, form.accessed),
        ("memento", memento and memento.url, form.memento),
        ("memento_datetime", memento and memento.instant, form.memento),
        ("tool", form.tool and form.tool.value, form.tool),
    )
    if form.warc and opened.capture.warc and opened.capture.warc.record_id:
        record_id = form.warc.carrying(opened.capture.warc.record_id)
        yield "/captures/0/warc/record_id", form_fact("warc-record-id", record_id)
    for name, value, stated in members:
        if stated and value is not None and getattr(opened.capture, name) == value:
            yield f"/captures/0/{name}", form_fact(name, stated.carrying(value))


def form_fact(name: str, stated: Stated[_T]) -> Fact[_T]:
    """Return a fact that the form of a file states."""
    is_verbatim = str(stated.value) in stated.quote
    return Fact(
        value=stated.value,
        rule=f"saved-form.{name.replace('_', '-')}",
        quote=stated.quote,
        method="page" if is_verbatim else "rule",
    )

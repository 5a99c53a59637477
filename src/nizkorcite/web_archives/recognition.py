"""Which files are collections: those with the captures of several pages."""

import os
import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from nizkorcite.errors import InputError
from nizkorcite.files.kinds import ARCHIVE_ENDINGS, INDEX_ENDINGS, PAGE_ENDINGS
from nizkorcite.saved_forms.containers.http_response import parse_response
from nizkorcite.saved_forms.containers.warc_record import WarcRecord
from nizkorcite.saved_forms.limits import PAGE_BYTES
from nizkorcite.saved_forms.recognition import read_saved_page
from nizkorcite.web_archives.archive_parts import ArchivePart, PackedMemberError, archive_parts
from nizkorcite.web_archives.lost_bytes import LostBytes
from nizkorcite.web_archives.record_keys import original_keys, record_keys
from nizkorcite.web_archives.selection import PAGE_TYPES, CaptureSelection

_FRAME: Final = re.compile(rb"<i?frame[\s>]", re.I)
_START: Final = b"WARC/"
_REPEATED: Final = b"repeated"  # in place of a page that another record has
_READ_HERE_ALONE: Final = (".arc", ".arc.gz", ".warc.zst")  # pages alone are in no such file


def is_collection(path: str) -> bool:
    """
    Check whether a file has several pages, or is too large to be that of one page.

    A page with its frames is one page, as is one that a WACZ file names. A file that cannot be read
    is none: whoever reads it as a page reports why.
    """
    if is_index(path):
        return True
    is_alone = path.lower().endswith(_READ_HERE_ALONE)
    return is_web_archive(path) and (is_alone or _has_several_pages(path))


def _has_several_pages(path: str) -> bool:
    try:
        parts = list(archive_parts(path))
        if any(each.size > PAGE_BYTES for each in parts):
            return True
        pages = _first_pages(parts)
    except PackedMemberError:
        return not _has_one_page(path)
    except OSError:
        return False
    if _REPEATED in pages.values():
        return True
    may_be_one = parts[0].member is not None or any(map(_FRAME.search, pages.values()))
    return len(pages) > 1 and not (may_be_one and _has_one_page(path))


def is_index(path: str) -> bool:
    """Check whether a file is an index of captures, by its name."""
    return path.lower().endswith(INDEX_ENDINGS) and os.path.isfile(path)


def is_web_archive(path: str) -> bool:
    """Check whether a file is a WARC, ARC, WACZ or index file that can be opened."""
    if is_index(path):
        return True
    name = path.lower()
    is_named = name.endswith(ARCHIVE_ENDINGS)
    if not is_named and name.endswith(PAGE_ENDINGS):
        return False
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            is_started = file.read(len(_START)) == _START
        return is_started or (is_named and any(archive_parts(path)))
    except PackedMemberError:
        return True
    except OSError:
        return False


def _first_pages(parts: Iterable[ArchivePart]) -> dict[str, bytes]:
    """Return the first two pages by their addresses; bytes that are lost count as a page."""
    pages: dict[str, bytes] = {}
    for address, page in _pages(parts):
        pages.setdefault(address, page)
        if len(pages) > 1:
            break
    return pages


def _pages(parts: Iterable[ArchivePart]) -> Iterator[tuple[str, bytes]]:
    selection = CaptureSelection()
    keys = set[str]()
    for part in parts:
        with part.open() as file:
            for event, end in file.records(0, part.size):
                if isinstance(event, LostBytes):
                    yield f"{part.name} {end}", b""
                elif isinstance(event, WarcRecord):
                    response = event.response()
                    if response and selection.takes_answer(response):
                        keys.update(record_keys(event.fields))
                        yield event.url, response.body
                    elif _repeats_page(event, keys):
                        yield f"{event.url} {end}", _REPEATED


def _repeats_page(record: WarcRecord, keys: AbstractSet[str]) -> bool:
    """
    Check whether a record repeats a page: a capture of its own, even of one address.

    Args:
        record: The record.
        keys: Keys of the pages before it. Beside a page, a record without a media type (status
            304) may repeat one of its pictures.
    """
    if record.fields.get("warc-type") != "revisit":
        return False
    response = parse_response(record.block)
    media_type = response.media_type if response else ""
    is_known = not keys or not keys.isdisjoint(original_keys(record.fields))
    return media_type in PAGE_TYPES or (not media_type and is_known)


def _has_one_page(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            read_saved_page(file.read(), path)
    except InputError:
        return False
    return True

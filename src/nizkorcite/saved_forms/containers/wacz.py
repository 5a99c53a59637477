"""
WACZ with one page (Web Archive Collection Zipped 1.1.1): Browsertrix, ArchiveWeb.page, Perma.cc.

``pages/pages.jsonl`` lists the pages; those that the program made of its own pictures and notes
have no http address. ``datapackage.json`` may name the main page and the program.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.containers.warc import many_pages, saved_record
from nizkorcite.saved_forms.containers.warc_record import warc_records
from nizkorcite.saved_forms.containers.zip_archive import ZipArchive
from nizkorcite.saved_forms.limits import decompress_gzip, joined
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, Stated, combined

_PAGES = "pages/pages.jsonl"
_PACKAGE = "datapackage.json"
_LIST_BYTES = 1 << 24


def page_of_wacz(page: SavedPage, archive: ZipArchive) -> SavedPage:
    """
    Return the one page of a WACZ file.

    Raises:
        InputError: It has several pages or none, or is damaged.
    """
    package = _package(archive)
    pages = list(dict.fromkeys(_listed_pages(archive)))
    if len(pages) > 1:
        raise InputError(many_pages(len(pages)))
    facts = _facts(package, next(iter(pages), ""))
    found = list(warc_records(joined(_warc_files(archive))))
    return saved_record(page.inner(facts), found, facts.url.value if facts.url else None)


def _facts(package: dict[str, Any], listed: str) -> FormFacts:
    software = _text(package, "software")
    url = listed or _text(package, "mainPageUrl")
    tool = FormFacts(tool=Stated(software, software) if software else None)
    return combined(tool, address_facts(Stated(url, url) if url else None))


def _package(archive: ZipArchive) -> dict[str, Any]:
    value = _parsed(archive.read(_PACKAGE, _LIST_BYTES))
    return value if isinstance(value, dict) else {}


def _text(package: dict[str, Any], name: str) -> str:
    value = package.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _listed_pages(archive: ZipArchive) -> Iterator[str]:
    if _PAGES not in archive.names:
        return
    for line in archive.read(_PAGES, _LIST_BYTES).splitlines():
        entry = _parsed(line)
        url = entry.get("url") if isinstance(entry, dict) else None
        if isinstance(url, str) and url.startswith(("http://", "https://")):
            yield url


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _warc_files(archive: ZipArchive) -> Iterator[bytes]:
    names = [name for name in archive.names if re.fullmatch(r"archive/.+\.warc(\.gz)?", name)]
    if not names:
        raise InputError(Message("holds no WARC file, so no page"))
    for name in names:
        data = archive.read(name)
        yield decompress_gzip(data) if data.startswith(b"\x1f\x8b") else data

"""
Zip files with one page: WebScrapBook's .htz, .maff, SingleFile's own kind, and WACZ.

The members tell which it is, whatever the file is called; a zip file of another kind (a word
processor's, an e-book) is left to be refused as such.
"""

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.containers.wacz import page_of_wacz
from nizkorcite.saved_forms.containers.zip_archive import ZipArchive
from nizkorcite.saved_forms.facts import accessed_facts, charset_facts
from nizkorcite.saved_forms.instants import javascript_instant
from nizkorcite.saved_forms.marks.single_file import comment_facts
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, Stated, combined

_PAGES: Final = ("index.html", "index.htm", "index.xhtml")
_OTHER_KINDS: Final = frozenset(("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"))
_PROPERTY: Final = re.compile(
    r"""<(?:\w+:)?(originalurl|title|archivetime|indexfilename|charset)\s+(?:\w+:)?resource\s*=\s*"""
    r"""(?:"([^"]*)"|'([^']*)')""",
    re.I,
)
_DESCRIPTION_BYTES = 1 << 20
_ENDINGS: Final = (".htz", ".maff", ".wacz")


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the one page of the zip file; `None` where it is a file of another kind.

    Raises:
        InputError: It is damaged, or has several pages.
    """
    archive = ZipArchive(page.data)
    names = set(archive.names)
    if names & _OTHER_KINDS:
        return None
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        return page_of_wacz(page, archive)
    if found := [name for name in archive.names if re.fullmatch(r"[^/]+/index\.rdf", name)]:
        return _maff_page(page, archive, found)
    if index := next((name for name in _PAGES if name in names), None):
        data = archive.read(index)
        return page.inner(comment_facts(page.data), data, name=index, media_type="text/html")
    if page.name.lower().endswith(_ENDINGS):
        raise InputError(Message("has no index.html, so no page that can be read"))
    return None


def _maff_page(page: SavedPage, archive: ZipArchive, found: Sequence[str]) -> SavedPage:
    """Return the page of a .maff file, which describes each page in RDF."""
    if len(found) > 1:
        raise InputError(Message("holds {number} pages; save one page alone", number=len(found)))
    text = archive.read(found[0], _DESCRIPTION_BYTES).decode("utf-8", "replace")
    properties = _properties(text)
    folder = found[0].rpartition("/")[0]
    index = properties.get("indexfilename")
    name = f"{folder}/{index.value if index else 'index.html'}"
    media_type = "text/html" if re.search(r"\.x?html?$", name, re.I) else None
    return page.inner(_maff_facts(properties), archive.read(name), name=name, media_type=media_type)


def _properties(text: str) -> dict[str, Stated[str]]:
    """Return the properties that have a value, by name in lower case."""
    return {
        match[1].lower(): Stated(value, " ".join(match[0].split()))
        for match in _PROPERTY.finditer(text)
        if (value := unescape(match[2] or match[3] or "").strip())
    }


def _maff_facts(properties: dict[str, Stated[str]]) -> FormFacts:
    return combined(
        address_facts(properties.get("originalurl")),
        accessed_facts(properties.get("archivetime"), javascript_instant),
        charset_facts(properties.get("charset")),
    )

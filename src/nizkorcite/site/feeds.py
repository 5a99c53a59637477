"""Files for harvesters, with full addresses: sitemap, Atom feed, OAI-PMH static repository."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from nizkorcite.citing import cite
from nizkorcite.dates import Instant
from nizkorcite.formats.dublin_core import statements
from nizkorcite.formats.xml_text import xml_text
from nizkorcite.record.model import Document
from nizkorcite.reference import refer
from nizkorcite.site.entries import SiteFile, SiteSettings
from nizkorcite.site.paths import document_path

FEED: Final = "feed.xml"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST_ADDRESSES = 50_000  # sitemaps.org, "Sitemap file location and limits"
_ATOM = "http://www.w3.org/2005/Atom"
_MOST_NEWS = 50
_REPOSITORY = "http://www.openarchives.org/OAI/2.0/static-repository"
_OAI = "http://www.openarchives.org/OAI/2.0/"
_OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DC = "http://purl.org/dc/elements/1.1/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
# Terms of DCMI that refine an element of the first fifteen, which alone are in oai_dc.
_REFINED: Final = {
    "abstract": "description", "accessRights": "rights", "alternative": "title",
    "hasFormat": "relation", "isPartOf": "relation", "isVersionOf": "relation", "issued": "date",
    "provenance": "description",
}  # fmt: skip


def sitemaps(paths: Sequence[str], settings: SiteSettings) -> Iterator[SiteFile]:
    """Yield the sitemap of the pages; of very many, parts and their index (sitemaps.org 0.9)."""
    parts = [
        paths[start : start + _MOST_ADDRESSES] for start in range(0, len(paths), _MOST_ADDRESSES)
    ]
    if len(parts) == 1:
        yield SiteFile("sitemap.xml", _sitemap("urlset", "url", paths, settings))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield SiteFile(name, _sitemap("urlset", "url", part, settings))
    yield SiteFile("sitemap.xml", _sitemap("sitemapindex", "sitemap", names, settings))


def _sitemap(root: str, item: str, paths: Sequence[str], settings: SiteSettings) -> str:
    document = ET.Element(root, {"xmlns": _SITEMAP})
    for path in paths:
        _add(ET.SubElement(document, item), "loc", settings.address_of(path))
    return xml_text(document)


def atom_feed(documents: Sequence[Document], settings: SiteSettings) -> SiteFile:
    """Return the feed of the first documents (RFC 4287), each with its citation."""
    home = settings.address_of("")
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": settings.lang})
    _add(feed, "id", home)
    _add(feed, "title", settings.title)
    _add(feed, "updated", _rfc_3339(settings.built))
    _add(ET.SubElement(feed, "author"), "name", settings.title)
    ET.SubElement(feed, "link", {"rel": "self", "href": str(settings.address_of(FEED))})
    ET.SubElement(feed, "link", {"href": str(home)})
    for document in documents[:_MOST_NEWS]:
        _add_entry(feed, document, settings)
    return SiteFile(FEED, xml_text(feed))


def _add_entry(feed: ET.Element, document: Document, settings: SiteSettings) -> None:
    address = settings.address_of(document_path(document.id))
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", address)
    _add(entry, "title", document.title or document.id)
    _add(entry, "updated", _rfc_3339(_updated(document, settings)))
    ET.SubElement(entry, "link", {"href": str(address)})
    _add(entry, "summary", cite(document, "plain", lang=settings.lang))


def oai_repository(documents: Sequence[Document], settings: SiteSettings) -> SiteFile:
    """
    Return the documents as an OAI-PMH static repository (its specification of 2004).

    A gateway serves the file as an OAI-PMH repository; the base address is the file's own, which
    the gateway puts behind its own.
    """
    repository = ET.Element(
        "Repository", {"xmlns": _REPOSITORY, "xmlns:oai": _OAI, "xmlns:xsi": _XSI}
    )
    days = [_day(document, settings) for document in documents]
    identity = ET.SubElement(repository, "Identify")
    for name, value in (
        ("repositoryName", settings.title),
        ("baseURL", settings.address_of("oai.xml")),
        ("protocolVersion", "2.0"),
        ("adminEmail", settings.email),
        ("earliestDatestamp", min(days, default=_utc(settings.built).date().isoformat())),
        ("deletedRecord", "no"),
        ("granularity", "YYYY-MM-DD"),
    ):
        _add(identity, f"oai:{name}", value)
    _add_format(ET.SubElement(repository, "ListMetadataFormats"))
    records = ET.SubElement(repository, "ListRecords", {"metadataPrefix": "oai_dc"})
    for document, day in zip(documents, days, strict=True):
        _add_record(records, document, day, settings)
    return SiteFile("oai.xml", xml_text(repository))


def _add_format(formats: ET.Element) -> None:
    each = ET.SubElement(formats, "oai:metadataFormat")
    _add(each, "oai:metadataPrefix", "oai_dc")
    _add(each, "oai:schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
    _add(each, "oai:metadataNamespace", _OAI_DC)


def _add_record(records: ET.Element, document: Document, day: str, settings: SiteSettings) -> None:
    record = ET.SubElement(records, "oai:record")
    header = ET.SubElement(record, "oai:header")
    host = urlsplit(settings.address or "").hostname
    _add(header, "oai:identifier", f"oai:{host}:{document.id}")
    _add(header, "oai:datestamp", day)
    metadata = ET.SubElement(record, "oai:metadata")
    names = {
        "xmlns:oai_dc": _OAI_DC,
        "xmlns:dc": _DC,
        "xsi:schemaLocation": f"{_OAI_DC} {_OAI_DC.rstrip('/')}.xsd",
    }
    values = ET.SubElement(metadata, "oai_dc:dc", names)
    _add(values, "dc:identifier", settings.address_of(document_path(document.id)))
    for each in statements(refer(document)):
        _add(values, f"dc:{_REFINED.get(each.term, each.term)}", each.value)


def _add(parent: ET.Element, name: str, text: str | None) -> None:
    ET.SubElement(parent, name).text = text


def _updated(document: Document, settings: SiteSettings) -> Instant:
    """Return the time of the last capture; where the record states none, that of the build."""
    instants = [each.accessed for each in document.captures if isinstance(each.accessed, Instant)]
    return max(instants, key=lambda each: each.datetime, default=settings.built)


def _day(document: Document, settings: SiteSettings) -> str:
    return _utc(_updated(document, settings)).date().isoformat()


def _utc(instant: Instant) -> dt.datetime:
    return instant.datetime.astimezone(dt.UTC)


def _rfc_3339(instant: Instant) -> str:
    return _utc(instant).isoformat(timespec="seconds").replace("+00:00", "Z")

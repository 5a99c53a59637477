"""Links of a document's page for programs: FAIR Signposting, and the link set (RFC 9264)."""

from collections.abc import Iterator, Mapping
from posixpath import basename
from typing import Final

from attrs import frozen

from nizkorcite.display import json_text
from nizkorcite.formats.schema_org import work_type
from nizkorcite.record.model import Document
from nizkorcite.reference import refer
from nizkorcite.site.citations import DOWNLOADS
from nizkorcite.site.entries import SiteDocument, SiteSettings
from nizkorcite.site.paths import document_path

LINKSET: Final = "linkset.json"
_LINKSET_TYPE = "application/linkset+json"
# Of the identifiers in records, the form of these is checked.
_AUTHORITIES: Final[Mapping[str, str]] = {
    "isni": "https://isni.org/isni/",
    "orcid": "https://orcid.org/",
}


@frozen
class Link:
    """
    A link of a page.

    Attributes:
        relation: The relation (IANA, Link Relations).
        href: The address, relative to the page or in full.
        media_type: Media type of the target, if it is a file.
    """

    relation: str
    href: str
    media_type: str | None = None


def links_of(entry: SiteDocument, settings: SiteSettings) -> tuple[Link, ...]:
    """
    Return the links of a document's page (FAIR Signposting, level 1 and the link set of level 2).

    ``cite-as`` is the address by which the work is cited: its DOI, else that of the republication,
    else that of the page itself.
    """
    return (*_work_links(entry, settings), *_file_links(entry))


def linkset(entry: SiteDocument, settings: SiteSettings) -> str:
    """Return the link set of a document, in JSON; its addresses are relative to the set."""
    document = entry.document
    page = basename(document_path(document.id))
    own: dict[str, list[dict[str, str]]] = {}
    for link in (*_work_links(entry, settings), *_mementos(document), *_descriptions(document)):
        own.setdefault(link.relation, []).append(_target(link))
    described = [
        {"anchor": link.href, "describes": [{"href": page, "type": "text/html"}]}
        for link in _descriptions(document)
    ]
    return json_text({"linkset": [{"anchor": page, **own}, *described]}, indent=2) + "\n"


def _target(link: Link) -> dict[str, str]:
    return {"href": link.href, **({"type": link.media_type} if link.media_type else {})}


def _work_links(entry: SiteDocument, settings: SiteSettings) -> Iterator[Link]:
    document = entry.document
    reference = refer(document)
    doi = f"https://doi.org/{reference.doi}" if reference.doi else None
    if cited := doi or reference.url or settings.address_of(document_path(document.id)):
        yield Link("cite-as", cited)
    yield Link("type", "https://schema.org/AboutPage")
    yield Link("type", f"https://schema.org/{work_type(reference)}")
    for agent in reference.author:
        for each in agent.identifiers:
            if base := _AUTHORITIES.get(each.scheme):
                yield Link("author", f"{base}{each.value.replace(' ', '')}")
    if reference.rights_uri:
        yield Link("license", reference.rights_uri)
    if entry.text is not None:
        yield Link("item", basename(document_path(document.id, "txt")), "text/plain")


def _file_links(entry: SiteDocument) -> Iterator[Link]:
    yield from _descriptions(entry.document)
    yield Link("linkset", basename(document_path(entry.document.id, LINKSET)), _LINKSET_TYPE)


def _descriptions(document: Document) -> Iterator[Link]:
    for kind in DOWNLOADS:
        path = document_path(document.id, kind.ending)
        yield Link("describedby", basename(path), kind.media_type)


def _mementos(document: Document) -> Iterator[Link]:
    """Yield the page's own address and its archived copies (RFC 7089)."""
    if document.republication and document.republication.url:
        yield Link("original", document.republication.url)
    for capture in document.captures:
        if capture.memento:
            yield Link("memento", capture.memento)

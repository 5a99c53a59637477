"""The files of a site, from its documents."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from nizkorcite.site.citations import files_beside
from nizkorcite.site.entries import SiteDocument, SiteFile, SiteSettings
from nizkorcite.site.feeds import atom_feed, oai_repository, sitemaps
from nizkorcite.site.groups import (
    KINDS,
    DocumentGroup,
    GroupKind,
    ListedDocument,
    grouped,
    listed,
    newest_first,
)
from nizkorcite.site.page_templates import ASSETS
from nizkorcite.site.paths import document_path
from nizkorcite.site.rendering import Renderer
from nizkorcite.site.search_index import search_files
from nizkorcite.site.signposts import LINKSET, linkset

_MOST_NEW = 10


def site_files(entries: Sequence[SiteDocument], settings: SiteSettings) -> Iterator[SiteFile]:
    """
    Turn documents into the files of a site.

    Args:
        entries: The documents, each id once.
        settings: The settings; they decide on the files that need the site's full address.

    Returns:
        The files, one at a time; their paths never leave the folder of the site.
    """
    renderer = Renderer(settings)
    yield from (
        SiteFile(asset.name, asset.read_text("utf-8")) for asset in sorted(ASSETS.iterdir())
    )
    titles = {entry.document.id: entry.document.title for entry in entries}
    for entry in entries:
        yield renderer.document(entry, titles)
        yield from files_beside(entry)
        yield SiteFile(document_path(entry.document.id, LINKSET), linkset(entry, settings))
    described = [(entry, listed(entry.document, settings.lang)) for entry in entries]
    yield from search_files(described)
    lists = list(_lists(described, renderer))
    yield from lists
    if settings.address:
        pages = [each.path for each in lists if each.path != "index.html"]
        documents = [document_path(entry.document.id) for entry in entries]
        yield from _harvested(described, ["", *pages, *documents], settings)


def _lists(
    described: Sequence[tuple[SiteDocument, ListedDocument]], renderer: Renderer
) -> Iterator[SiteFile]:
    documents = [(entry.document, each) for entry, each in described]
    groups: Mapping[GroupKind, Sequence[DocumentGroup]] = {
        kind: grouped(documents, kind) for kind in KINDS
    }
    yield renderer.front(newest_first(each for _, each in described)[:_MOST_NEW], groups)
    yield renderer.search()
    for kind in KINDS:
        yield renderer.overview(kind, groups[kind])
    yield from map(renderer.group, chain.from_iterable(groups.values()))


def _harvested(
    described: Sequence[tuple[SiteDocument, ListedDocument]],
    pages: Sequence[str],
    settings: SiteSettings,
) -> Iterator[SiteFile]:
    newest = sorted(described, key=lambda each: each[1].order, reverse=True)
    documents = [entry.document for entry, _ in newest]
    yield from sitemaps(pages, settings)
    yield atom_feed(documents, settings)
    if settings.email:
        yield oai_repository(documents, settings)

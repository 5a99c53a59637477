"""The head of a document's page: what programs read of it."""

from collections.abc import Iterator, Sequence
from html import escape

from markupsafe import Markup

from nizkorcite.citing import cite
from nizkorcite.display import script_json
from nizkorcite.formats.dates import iso_date
from nizkorcite.formats.dublin_core_meta import meta_element, zotero_name
from nizkorcite.page.html import RECORD_ID
from nizkorcite.record.codec import to_record
from nizkorcite.record.model import Document
from nizkorcite.reference import Reference, refer
from nizkorcite.site.signposts import Link


def page_head(document: Document, links: Sequence[Link]) -> Markup:
    """
    Return the elements for the head of a document's page.

    They are Highwire's tags, Dublin Core with Zotero's own fields, JSON-LD, the record itself, and
    links (FAIR Signposting). There are no COinS, because Zotero would prefer them.
    """
    record = script_json(to_record(document))
    pieces = (
        *(meta_element(name, value) for name, value in _highwire(document)),
        cite(document, "dublin-core-meta"),
        *map(_link_element, links),
        f'<script type="application/ld+json">{cite(document, "json-ld")}</script>',
        f'<script id="{RECORD_ID}" type="application/json">{record}</script>',
    )
    return Markup("\n".join(pieces))  # noqa: S704 - escaped above


def _link_element(link: Link) -> str:
    kind = f' type="{escape(link.media_type)}"' if link.media_type else ""
    return f'<link rel="{link.relation}" href="{escape(link.href)}"{kind}>'


def _highwire(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the tags that Google Scholar and Zotero read (Inclusion Guidelines for Webmasters)."""
    reference = refer(document)
    for agent in reference.author:
        yield "citation_author", zotero_name(agent)
    for agent in reference.publisher:
        yield "citation_publisher", agent.name
    for name, value in _texts(reference):
        if value:
            yield f"citation_{name}", value


def _texts(reference: Reference) -> Iterator[tuple[str, str | None]]:
    yield "title", reference.title
    yield "publication_date", (iso_date(reference.issued) or "").replace("-", "/")
    yield "language", reference.language
    yield "public_url", reference.url
    yield "doi", reference.doi
    yield "keywords", "; ".join(reference.keyword)

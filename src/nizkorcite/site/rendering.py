"""The pages of a site, rendered with Jinja2."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from nizkorcite.messages import Message
from nizkorcite.record.model import Relation
from nizkorcite.site.citations import DOWNLOADS, format_citations, style_citations
from nizkorcite.site.entries import SiteDocument, SiteFile, SiteSettings
from nizkorcite.site.facts import FactSheet
from nizkorcite.site.groups import KINDS, DocumentGroup, GroupKind, ListedDocument
from nizkorcite.site.head import page_head
from nizkorcite.site.labels import RELATIONS, SITE_LABELS, translated
from nizkorcite.site.marked_text import MarkedText, marked_text
from nizkorcite.site.page_templates import page_templates
from nizkorcite.site.paths import document_path, relative_address
from nizkorcite.site.signposts import links_of

_TEMPLATES = Path(__file__).parent / "templates"
# Nothing is loaded from elsewhere, and no script runs that a text of the documents might contain.
# Pages opened from a disk have no origin that 'self' could mean, so their scheme is named too.
_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self' file:" for kind in ("img", "script", "style")),
        "form-action 'self' file:",
        "base-uri 'none'",
    )
)
_LABELS_OF_NONE: Final[Mapping[GroupKind, str]] = {
    "dates": "no_date",
    "sources": "no_source",
    "sections": "no_section",
}


class Renderer:
    """
    Renders the pages of one site.

    Args:
        settings: The settings of the site.
    """

    def __init__(self, settings: SiteSettings) -> None:
        self._settings = settings
        self._common = {
            "kinds": KINDS,
            "lang": settings.lang,
            "none_of": _LABELS_OF_NONE,
            "policy": _POLICY,
            "site": settings,
            "t": translated(SITE_LABELS, settings.lang),
        }

    def document(self, entry: SiteDocument, titles: Mapping[str, str | None]) -> SiteFile:
        """
        Render the page of a document.

        Args:
            entry: The document.
            titles: The titles of all documents of the site, by their ids.
        """
        document, lang = entry.document, self._settings.lang
        path = document_path(document.id)
        facts = FactSheet(document, lang)
        text = _marked(entry, facts)
        return self._page(
            path,
            "document",
            captures=facts.captures(),
            citations=list(style_citations(document, lang)),
            document=document,
            downloads=list(_downloads(entry)),
            evidence=facts.evidence(),
            facts=facts,
            formats=list(format_citations(document)),
            head=page_head(document, links_of(entry, self._settings)),
            marked=text.numbers if text else frozenset(),
            relations=[self._related(each, path, titles) for each in document.relations],
            rights=facts.rights(),
            text=text.html if text else None,
        )

    def _related(
        self, relation: Relation, path: str, titles: Mapping[str, str | None]
    ) -> Mapping[str, str | None]:
        """Return the words of a relation, and the title and address of the related work."""
        return {
            "type": RELATIONS[relation.type].text(self._settings.lang),
            "title": relation.title or titles.get(relation.target) or relation.target,
            "address": _target(relation, path, titles),
        }

    def front(
        self, newest: Sequence[ListedDocument], groups: Mapping[GroupKind, Sequence[DocumentGroup]]
    ) -> SiteFile:
        """Render the first page: the newest documents, and the lists."""
        number = len({each.path for group in groups["dates"] for each in group.documents})
        summary = Message("{number} documents", number=number)
        if number == 1:
            summary = Message("1 document")
        text = summary.text(self._settings.lang)
        return self._page("index.html", "index", newest=newest, groups_by_kind=groups, summary=text)

    def overview(self, kind: GroupKind, groups: Sequence[DocumentGroup]) -> SiteFile:
        """Render the list of all groups of a kind."""
        return self._page(f"{kind}/index.html", "groups", kind=kind, groups=groups, here=kind)

    def group(self, group: DocumentGroup) -> SiteFile:
        """Render the list of the documents of a group."""
        return self._page(group.path, "group", group=group, here=group.kind)

    def search(self) -> SiteFile:
        """Render the page of the search."""
        return self._page("search.html", "search", here="search")

    def _page(self, path: str, template: str, here: str = "", **values: object) -> SiteFile:
        page = page_templates(_TEMPLATES).get_template(f"{template}.html.j2")
        values |= {**self._common, "here": here, "link": partial(relative_address, path)}
        return SiteFile(path, page.render(values) + "\n")


def _marked(entry: SiteDocument, facts: FactSheet) -> MarkedText | None:
    if entry.text is None:
        return None
    evidence = entry.document.evidence
    titles = {number: facts.field(each.field) for number, each in enumerate(evidence, start=1)}
    return marked_text(entry.text, evidence, titles)


def _downloads(entry: SiteDocument) -> Iterator[Mapping[str, str]]:
    for kind in DOWNLOADS:
        path = document_path(entry.document.id, kind.ending)
        yield {"name": kind.name, "path": path, "media_type": kind.media_type}
    if entry.text is not None:
        path = document_path(entry.document.id, "txt")
        yield {"name": "text", "path": path, "media_type": "text/plain"}


def _target(relation: Relation, path: str, ids: Collection[str]) -> str | None:
    """Return the address of a related work: its page here, or the address that is stated."""
    if relation.target in ids:
        return relative_address(path, document_path(relation.target))
    return relation.target if relation.target.startswith(("http://", "https://")) else None

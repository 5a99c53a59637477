"""The journal of an article and its identifiers: Highwire, PRISM and Dublin Core."""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from nizkorcite.errors import ModelError
from nizkorcite.page import Page
from nizkorcite.readers.embedded.json_ld import types_of
from nizkorcite.readers.embedded.meta import meta_facts
from nizkorcite.readers.facts import Fact, Facts
from nizkorcite.record.identifiers import bare_doi
from nizkorcite.record.model import Identifier
from nizkorcite.record.vocabulary import DocumentType, IdentifierScheme

_CONTAINER = (
    "citation_journal_title",
    "citation_conference_title",
    "citation_inbook_title",
    "prism.publicationname",
)
_VOLUME = ("citation_volume", "prism.volume", "dc.citation.volume")
_ISSUE = ("citation_issue", "prism.number", "prism.issue", "dc.citation.issue")
_FIRST_PAGE = ("citation_firstpage", "prism.startingpage", "dc.citation.spage")
_LAST_PAGE = ("citation_lastpage", "prism.endingpage", "dc.citation.epage")
_IDENTIFIERS: Mapping[IdentifierScheme, Sequence[str]] = {
    "doi": (
        "citation_doi",
        "prism.doi",
        "dc.identifier",
        "dcterms.identifier",
        "dc.identifier.doi",
    ),
    "issn": ("citation_issn", "prism.issn", "prism.eissn"),
    "isbn": ("citation_isbn", "prism.isbn"),
}
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|(?:urn:)?doi:\s*)?10\.[0-9]{4,9}/\S+", re.IGNORECASE
)
_LONGEST = 100  # the record's limit for volumes, issues and pages
# Types of schema.org and Open Graph that say more than that the page is a page.
_TYPES: Mapping[str, DocumentType] = {
    "NewsArticle": "news_article",
    "ReportageNewsArticle": "news_article",
    "AnalysisNewsArticle": "news_article",
    "BackgroundNewsArticle": "news_article",
    "OpinionNewsArticle": "news_article",
    "ReviewNewsArticle": "news_article",
    "ScholarlyArticle": "article",
    "MedicalScholarlyArticle": "article",
    "Report": "report",
    "Book": "book",
    "Chapter": "book_chapter",
    "Legislation": "law",
}


def document_type(page: Page, article: Mapping[str, object]) -> DocumentType | None:
    """Return the kind of work, if the markup states one more telling than a page."""
    stated = {_TYPES[each] for each in types_of(article) if each in _TYPES}
    if len(stated) == 1:
        return stated.pop()
    if next(meta_facts(page, ("citation_journal_title", "prism.publicationname")), None):
        return "article"
    kind = next(meta_facts(page, ("og:type",)), None)
    return "book" if kind and kind.value.lower() in ("book", "books.book") else None


def with_periodical(facts: Facts, page: Page) -> Facts:
    """Add the journal, volume, issue, pages and identifiers that a page's metadata states."""
    return evolve(
        facts,
        container_title=next(meta_facts(page, _CONTAINER), None),
        volume=_first(page, _VOLUME),
        issue=_first(page, _ISSUE),
        pages=_pages(page),
        identifiers=tuple(_identifiers(page)),
    )


def _first(page: Page, keys: Sequence[str]) -> Fact[str] | None:
    return next((fact for fact in meta_facts(page, keys) if len(fact.value) <= _LONGEST), None)


def _pages(page: Page) -> Fact[str] | None:
    first, last = _first(page, _FIRST_PAGE), _first(page, _LAST_PAGE)
    if first is None or last is None or first.value == last.value:
        return first
    return evolve(first, value=f"{first.value}-{last.value}")


def _identifiers(page: Page) -> Iterator[Fact[Identifier]]:
    for scheme, keys in _IDENTIFIERS.items():
        for fact in meta_facts(page, keys):
            identifier = _identifier(scheme, fact.value)
            if identifier:
                yield fact.with_value(identifier)
                break


def _identifier(scheme: IdentifierScheme, text: str) -> Identifier | None:
    if scheme == "doi" and not _DOI.fullmatch(text):
        return None
    value = bare_doi(text.removeprefix("urn:")) if scheme == "doi" else text
    try:
        return Identifier(scheme=scheme, value=value or text)
    except ModelError:
        return None

"""The citations to copy from a document's page, and the files beside the page."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen
from markupsafe import Markup

from nizkorcite.citing import cite
from nizkorcite.display import json_text
from nizkorcite.languages import Language
from nizkorcite.messages import Message
from nizkorcite.record.codec import to_record
from nizkorcite.record.model import Document
from nizkorcite.site.entries import SiteDocument, SiteFile
from nizkorcite.site.paths import document_path

_STYLES: Final = {
    "apa": Message("APA 7"),
    "plain": Message("Full sentence"),
    "short": Message("Short footnote"),
}
_TO_COPY: Final = {
    "bibtex": "BibTeX", "biblatex": "BibLaTeX", "ris": "RIS", "csl-json": "CSL-JSON",
    "hayagriva": "Hayagriva (Typst)", "wikipedia": "Wikipedia (en)",
    "wikipedia-es": "Wikipedia (es)",
}  # fmt: skip


@frozen
class PageCitation:
    """
    A citation on a page.

    Attributes:
        name: Name of its style or format, for people.
        text: The citation: in HTML, or the text of a format.
    """

    name: str
    text: Markup | str


@frozen
class FileKind:
    """
    A kind of file beside a document's page.

    Attributes:
        name: Its name for people.
        ending: How its path ends.
        media_type: Its media type.
        format: Format of the citation in it; none for the record.
    """

    name: str
    ending: str
    media_type: str
    format: str | None = None


DOWNLOADS: Final = (
    FileKind("BibLaTeX", "bib", "application/x-bibtex", "biblatex"),
    FileKind("RIS", "ris", "application/x-research-info-systems", "ris"),
    FileKind("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", "csl-json"),
    FileKind("MODS", "mods.xml", "application/mods+xml", "mods"),
    FileKind("JSON", "json", "application/json"),
)
"""The files beside each page that describe its document."""


def style_citations(document: Document, lang: Language) -> Iterator[PageCitation]:
    """Yield the citations for people, in a language."""
    for style, name in _STYLES.items():
        text = Markup(cite(document, style, markup="html", lang=lang))  # noqa: S704 - escaped there
        yield PageCitation(name.text(lang), text)


def format_citations(document: Document) -> Iterator[PageCitation]:
    """Yield the citations for programs."""
    for name, shown in _TO_COPY.items():
        lines = cite(document, name).replace("\r\n", "\n").removesuffix("\r")
        yield PageCitation(shown, lines)


def files_beside(entry: SiteDocument) -> Iterator[SiteFile]:
    """Yield the files beside a document's page: citations, the record, and the text if known."""
    for kind in DOWNLOADS:
        yield SiteFile(document_path(entry.document.id, kind.ending), _content(entry, kind))
    if entry.text is not None:
        yield SiteFile(document_path(entry.document.id, "txt"), entry.text)


def _content(entry: SiteDocument, kind: FileKind) -> str:
    if kind.format is None:
        return f"{json_text(to_record(entry.document), indent=2)}\n"
    return f"{cite(entry.document, kind.format)}\n"

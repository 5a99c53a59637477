"""Lists of a site's documents: by date, source and section."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Literal

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.languages import Language
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.prose import in_words, joined_names, year_words
from nizkorcite.record.model import Document
from nizkorcite.site.paths import document_path, group_path

GroupKind = Literal["dates", "sources", "sections"]
KINDS: Final[tuple[GroupKind, ...]] = ("dates", "sources", "sections")


@frozen
class ListedDocument:
    """
    A document in a list.

    Attributes:
        path: Path of its page.
        title: Its title, if it has one.
        language: Language of the title (BCP 47).
        original: Publishers, place and date of the original, in words.
        republication: Publishers and date of the republication, in words.
        order: What it is sorted by: its latest date, then its id.
    """

    path: str
    title: str | None
    language: str
    original: str
    republication: str
    order: tuple[str, str]


@frozen
class DocumentGroup:
    """
    The documents of one year, source or section.

    Attributes:
        kind: What the group has in common.
        name: The year, source or section; empty where none is stated.
        documents: The documents, the newest first.
    """

    kind: GroupKind
    name: str
    documents: tuple[ListedDocument, ...]

    @property
    def path(self) -> str:
        """The path of its list."""
        return group_path(self.kind, self.name)


def listed(document: Document, lang: Language) -> ListedDocument:
    """Describe a document for a list, in the words of a language."""
    words = locale_words(lang)
    original, copy = document.original, document.republication

    def layer(names: str, place: str | None, date: PartialDate | None) -> str:
        return ", ".join(filter(None, (names, place, in_words(date, words) if date else None)))

    return ListedDocument(
        path=document_path(document.id),
        title=document.title,
        language=document.language,
        original=layer(
            joined_names(original.publishers, words),
            original.place.name if original.place else None,
            original.date,
        ),
        republication=layer(joined_names(copy.publishers, words), None, copy.date) if copy else "",
        order=(_latest(document), document.id),
    )


def newest_first(documents: Iterable[ListedDocument]) -> tuple[ListedDocument, ...]:
    """Sort documents by their latest date; those without a date come last."""
    return tuple(sorted(documents, key=lambda each: each.order, reverse=True))


def grouped(
    documents: Sequence[tuple[Document, ListedDocument]], kind: GroupKind
) -> tuple[DocumentGroup, ...]:
    """
    DocumentGroup documents; a document of two sources is in the list of each.

    Returns:
        Years with the latest first, other groups by name; the group without a name comes last.
    """
    found = defaultdict[str, list[ListedDocument]](list)
    for document, each in documents:
        for name in _NAMES[kind](document) or [""]:
            found[name].append(each)
    names = sorted(found, key=lambda name: (name.casefold(), name), reverse=kind == "dates")
    names.sort(key=lambda name: not name)
    return tuple(DocumentGroup(kind, name, newest_first(found[name])) for name in names)


def _years(document: Document) -> list[str]:
    date = document.original.date
    return [year_words(date) or str(date)] if date else []


def _sources(document: Document) -> list[str]:
    return list(dict.fromkeys(agent.name for agent in document.original.publishers))


def _sections(document: Document) -> list[str]:
    section = document.republication and document.republication.section
    return [section] if section else []


_NAMES: Final[Mapping[GroupKind, Callable[[Document], list[str]]]] = {
    "dates": _years, "sources": _sources, "sections": _sections,
}  # fmt: skip


def _latest(document: Document) -> str:
    layers = (document.original, document.republication)
    return max((str(layer.date) for layer in layers if layer and layer.date), default="")

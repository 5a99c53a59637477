"""
BibLaTeX, with the original layer as data and in words.

`origdate`, `origpublisher` and `origlocation` carry the data; the standard styles print none of
them (biblatex manual, section 2.2.2), so `addendum` tells the layer in a sentence.
"""

from collections.abc import Sequence

from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.writers.bib_file import Entry, Fields, braced, entry, file_text
from nizkorcite.writers.keys import citation_keys
from nizkorcite.writers.latex import (
    encode_keywords,
    encode_list,
    encode_names,
    encode_text,
    encode_title,
    encode_verbatim,
)
from nizkorcite.writers.provenance import provenance

_TYPES: dict[ReferenceType, str] = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "broadcast": "audio",
    "chapter": "incollection",
    "document": "misc",
    "interview": "misc",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "paper-conference": "inproceedings",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "report": "report",
    "speech": "misc",
    "thesis": "thesis",
    "treaty": "legal",
    "webpage": "online",
}
_WITH_PUBLISHER = frozenset(("book", "incollection", "inproceedings"))
_CONTAINERS = {"article": "journaltitle", "incollection": "booktitle", "inproceedings": "booktitle"}
# Names of babel, which biblatex asks for in langid.
_LANGUAGES = {
    "ca": "catalan",
    "de": "ngerman",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fr": "french",
    "gl": "galician",
    "it": "italian",
    "pt": "portuguese",
    "pt-BR": "brazilian",
    "ru": "russian",
}


def write_all(references: Sequence[Reference]) -> str:
    """
    The text of a BibLaTeX file in UTF-8.

    >>> from nizkorcite.model import organisation
    >>> print(write_all([Reference(id="a", type="webpage", title="A law",
    ...                            publisher=(organisation("A"), organisation("B")))]), end="")
    @online{anda,
      title = {A law},
      organization = {{A} and {B}},
    }
    """
    keys = citation_keys(references)
    return file_text([_entry(*each) for each in zip(references, keys, strict=True)])


def advice(reference: Reference) -> tuple[str, ...]:
    """Types that BibLaTeX has no entry for are told."""
    if reference.type in _TYPES:
        return ()
    return (f'BibLaTeX has no entry type for "{reference.type}"; written as @misc',)


def _entry(reference: Reference, key: str) -> Entry:
    kind = _TYPES.get(reference.type, "misc")
    return entry(kind, key, _fields(reference, kind))


def _fields(reference: Reference, kind: str) -> Fields:
    yield "author", braced(encode_names(reference.author))
    yield "editor", braced(encode_names(reference.editor))
    yield "translator", braced(encode_names(reference.translator))
    yield "title", braced(encode_title(reference.title)) if reference.title else None
    yield "shorttitle", _text(reference.title_short)
    yield _CONTAINERS.get(kind, "maintitle"), _text(reference.container_title)
    yield from _publication(reference, kind)
    yield "edition", _text(reference.edition)
    yield "volume", _text(reference.volume)
    yield "number", _text(reference.issue or reference.number)
    yield "pages", _text(reference.page)
    yield "type", _text(reference.genre)
    yield "doi", _verbatim(reference.doi)
    yield "isbn", _text(reference.isbn)
    yield "issn", _text(reference.issn)
    yield "url", _verbatim(reference.url)
    yield "urldate", braced(str(reference.accessed)) if reference.accessed else None
    yield "langid", braced(_language(reference.language))
    yield "keywords", braced(encode_keywords(reference.keyword))
    yield "abstract", _text(reference.abstract)
    yield from _first_publication(reference)
    yield "addendum", _text(provenance(reference))


def _publication(reference: Reference, kind: str) -> Fields:
    field = "publisher" if kind in _WITH_PUBLISHER else "organization"
    field = "institution" if kind in ("report", "thesis") else field
    names = () if reference.publisher == reference.author else reference.publisher
    yield field, braced(encode_list(agent.name for agent in names))
    yield "location", _list(reference.publisher_place)
    yield "date", braced(str(reference.issued)) if reference.issued else None


def _first_publication(reference: Reference) -> Fields:
    title = reference.original_title
    yield "origtitle", _text(title) if title != reference.title else None
    yield "origdate", braced(str(reference.original_date)) if reference.original_date else None
    yield "origpublisher", braced(encode_list(each.name for each in reference.original_publisher))
    yield "origlocation", _list(reference.original_publisher_place)
    yield "origlanguage", braced(_language(reference.original_language))


def _language(tag: str | None) -> str | None:
    if tag is None:
        return None
    return _LANGUAGES.get(tag) or _LANGUAGES.get(tag.partition("-")[0])


def _list(text: str | None) -> str | None:
    return braced(encode_list([text])) if text else None


def _text(text: str | None) -> str | None:
    return braced(encode_text(text)) if text else None


def _verbatim(address: str | None) -> str | None:
    return braced(encode_verbatim(address)) if address else None

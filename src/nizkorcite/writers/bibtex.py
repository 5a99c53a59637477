"""
BibTeX for the classic styles.

They print `note` and `howpublished` and know nothing of a second layer, so the original stands there
in words. `day` is no field of theirs; it is written so that the day is not lost.
"""

from collections.abc import Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.writers.bib_file import Entry, Fields, braced, entry, file_text
from nizkorcite.writers.keys import citation_keys
from nizkorcite.writers.latex import (
    encode_keywords,
    encode_names,
    encode_text,
    encode_title,
    encode_verbatim,
)
from nizkorcite.writers.provenance import provenance
from nizkorcite.writers.words import joined, year_words

_TYPES: dict[ReferenceType, str] = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_MISC: frozenset[ReferenceType] = frozenset(("document", "webpage", "post", "post-weblog"))
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHERS = {
    "book": "publisher",
    "incollection": "publisher",
    "inproceedings": "publisher",
    "techreport": "institution",
    "phdthesis": "school",
}


def write_all(references: Sequence[Reference]) -> str:
    """
    The text of a BibTeX file in UTF-8.

    >>> from nizkorcite.model import organisation
    >>> print(write_all([Reference(id="a", type="webpage", title="A law",
    ...                            author=(organisation("Itar Tass"),))]), end="")
    @misc{itartassndlaw,
      author = {{Itar Tass}},
      title = {A law},
    }
    """
    keys = citation_keys(references)
    return file_text([_entry(*each) for each in zip(references, keys, strict=True)])


def advice(reference: Reference) -> tuple[str, ...]:
    """Types that BibTeX has no entry for are told."""
    if reference.type in _TYPES or reference.type in _MISC:
        return ()
    return (f'BibTeX has no entry type for "{reference.type}"; written as @misc',)


def _entry(reference: Reference, key: str) -> Entry:
    kind = _TYPES.get(reference.type, "misc")
    return entry(kind, key, _fields(reference, kind))


def _fields(reference: Reference, kind: str) -> Fields:
    yield "author", braced(encode_names(reference.author))
    yield "editor", braced(encode_names(reference.editor))
    yield "title", braced(encode_title(reference.title)) if reference.title else None
    if reference.container_title:
        yield _CONTAINERS.get(kind, "howpublished"), _text(reference.container_title)
    if kind in _PUBLISHERS or not reference.container_title:
        publishers = None if _is_author(reference) else _text(joined(reference.publisher))
        yield _PUBLISHERS.get(kind, "howpublished"), publishers
    yield "address", _text(reference.publisher_place)
    yield "edition", _text(reference.edition)
    yield "volume", _text(reference.volume)
    yield "number", _text(reference.issue or reference.number)
    yield "pages", _pages(reference.page)
    yield from _date_fields(reference.issued)
    yield "doi", _verbatim(reference.doi)
    yield "isbn", _text(reference.isbn)
    yield "issn", _text(reference.issn)
    yield "url", _verbatim(reference.url)
    yield "keywords", braced(encode_keywords(reference.keyword))
    yield "abstract", _text(reference.abstract)
    yield "note", _text(provenance(reference))


def _is_author(reference: Reference) -> bool:
    """A publisher that is the author needs no second field (BibTeX prints both)."""
    return reference.publisher == reference.author


def _date_fields(date: PartialDate | None) -> Fields:
    if date is None:
        return
    yield "year", _text(year_words(date) or str(date))
    yield "month", _MONTHS[date.month - 1] if date.month else None
    yield "day", braced(str(date.day)) if date.day else None


def _pages(pages: str | None) -> str | None:
    """Page ranges have two hyphens, which TeX prints as a dash."""
    if pages is None:
        return None
    first, hyphen, last = pages.partition("-")
    is_range = bool(hyphen) and first.strip().isalnum() and last.strip().isalnum()
    return braced(f"{first.strip()}--{last.strip()}") if is_range else _text(pages)


def _text(text: str | None) -> str | None:
    return braced(encode_text(text)) if text else None


def _verbatim(address: str | None) -> str | None:
    return braced(encode_verbatim(address)) if address else None

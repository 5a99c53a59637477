"""Fields and entry types of BibTeX and BibLaTeX, mapped to a reference's."""

from collections.abc import Callable

from nizkorcite.dates import PartialDate
from nizkorcite.formats.bibtex.latex import (
    decode_keywords,
    decode_list,
    decode_names,
    decode_text,
    decode_verbatim,
)
from nizkorcite.record.model import Agent, organisation
from nizkorcite.reference import ReferenceType


def _publishers(value: str) -> tuple[Agent, ...]:
    return tuple(organisation(" ".join(name.split())) for name in decode_list(value) if name)


def _site(value: str) -> tuple[Agent, ...]:
    return tuple(organisation(name) for name in decode_verbatim(value).split("; ") if name)


def publisher_in_remark(value: str) -> tuple[Agent, ...]:
    """Read one publisher, in whose name "and" may be a word."""
    name = " ".join(decode_text(value).split())
    return (organisation(name),) if name else ()


def _place(value: str) -> str:
    return ", ".join(decode_list(value))


def _date(value: str) -> PartialDate:
    return PartialDate(value.strip())


def _language(value: str) -> str | None:
    from nizkorcite.formats.bibtex.languages import language_tag

    return language_tag(value.strip())


def _genre(value: str) -> str:
    """Read the genre of a work; BibLaTeX has keys for common ones."""
    return _GENRES.get(value.strip().lower()) or decode_text(value)


NAME_FIELDS = frozenset(("author", "editor", "translator", "compiler"))
"""Variables of people and groups."""

_GENRES = {
    "bathesis": "Bachelor’s thesis", "mathesis": "Master’s thesis",
    "phdthesis": "Doctoral dissertation", "candthesis": "Candidate thesis",
    "techreport": "Technical report", "resreport": "Research report",
}  # fmt: skip
GENRES_OF_TYPES = {name: _GENRES[key] for name, key in
                 {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}.items()}  # fmt: skip
"""Genres that an entry type states by itself."""

PATENT_OFFICES = {
    "patentus": "U.S.", "patenteu": "European", "patentde": "German", "patentfr": "French",
    "patentuk": "British",
}  # fmt: skip
"""BibLaTeX's keys for patent offices."""

_STATES = {
    "inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming",
    "inpress": "in press", "prepublished": "prepublished",
}  # fmt: skip
NUMBERED_TYPES = frozenset(
    ("report", "techreport", "patent", "standard", "manual", "misc", "online", "thesis",
     "jurisdiction", "legislation", "legal")
)  # fmt: skip
"""Entry types whose ``number`` is that of the work itself."""

NUMBERED_IN_SERIES = frozenset(
    ("book", "mvbook", "collection", "proceedings", "inbook", "incollection", "inproceedings",
     "conference", "reference", "inreference")
)  # fmt: skip
"""Entry types whose ``number`` counts the volumes of a ``series``."""

_Decoder = Callable[[str], object]
_TEXTS = {
    "title": "title", "shorttitle": "title_short", "titleaddon": "genre",
    "journal": "container_title", "journaltitle": "container_title",
    "booktitle": "container_title", "maintitle": "container_title", "series": "collection_title",
    "volume": "volume", "number": "issue", "issue": "issue", "edition": "edition",
    "version": "version", "origtitle": "original_title", "eventtitle": "event_title",
    "venue": "event_place", "library": "archive", "isbn": "isbn", "issn": "issn",
    "abstract": "abstract", "note": "note", "addendum": "note", "annotation": "note",
    "eid": "number", "recordid": "id",
}  # fmt: skip
FIELDS: dict[str, tuple[str, _Decoder]] = {
    **{name: (variable, decode_text) for name, variable in _TEXTS.items()},
    "type": ("genre", _genre),
    "pubstate": ("status", lambda value: _STATES.get(value.strip(), decode_text(value))),
    **{name: (name, decode_names) for name in ("author", "editor", "translator")},
    "pages": ("page", lambda value: decode_text(value).replace("\u2013", "-")),
    "editora": ("compiler", decode_names),
    **dict.fromkeys(
        ("publisher", "organization", "institution", "school", "howpublished"),
        ("publisher", _publishers),
    ),
    **dict.fromkeys(("address", "location"), ("publisher_place", _place)),
    "date": ("issued", _date),
    "origdate": ("original_date", _date),
    "originaldate": ("original_date", _date),
    "urldate": ("accessed", _date),
    "eventdate": ("event_date", _date),
    "origpublisher": ("original_publisher", _publishers),
    "origlocation": ("original_publisher_place", _place),
    "site": ("publisher", _site),
    "doi": ("doi", decode_verbatim),
    "url": ("url", decode_verbatim),
    "keywords": ("keyword", decode_keywords),
    "langid": ("language", _language),
    "language": ("language", _language),
    "origlanguage": ("original_language", _language),
}
"""Fields, the variable that each states, and the function that reads its value."""

FIELDS_READ_TOGETHER = frozenset(
    ("year", "month", "day", "editoratype", "entrysubtype", "related", "relatedtype", "options")
)
"""Fields that are read together with others, or have no use in a reference."""

ENTRY_TYPES: dict[str, ReferenceType] = {
    "article": "article-journal", "book": "book", "mvbook": "book", "booklet": "pamphlet",
    "collection": "collection", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference",
    "proceedings": "book", "inreference": "entry-encyclopedia", "reference": "book",
    "manual": "book", "misc": "document", "online": "webpage", "electronic": "webpage",
    "www": "webpage", "patent": "patent", "periodical": "periodical", "report": "report",
    "techreport": "report", "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis",
    "unpublished": "manuscript", "dataset": "dataset", "software": "software",
    "letter": "personal_communication", "video": "broadcast", "movie": "motion_picture",
    "music": "song", "performance": "performance", "standard": "standard", "image": "graphic",
    "jurisdiction": "legal_case", "legislation": "legislation", "legal": "treaty",
}  # fmt: skip
"""Entry types, and the CSL item type of each."""

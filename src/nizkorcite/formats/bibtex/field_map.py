"""Fields and entry types of BibTeX and BibLaTeX, mapped to a reference's."""

from collections.abc import Callable

from nizkorcite.formats.bibtex.dates import stated_date
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


def _place(value: str) -> str:
    return ", ".join(decode_list(value))


def _language(value: str) -> str | None:
    from nizkorcite.formats.bibtex.languages import language_tag

    return language_tag(value.strip())


def _genre(value: str) -> str:
    """Read the genre of a work; BibLaTeX has keys for common ones."""
    return _GENRES.get(value.strip().lower()) or decode_text(value)


EDITOR_ROLES = {"editor": "editor", "compiler": "compiler", "director": "director"}
"""Types of editors (``editortype``, ``editoratype``), and the variable of each."""

_GENRES = {
    "bathesis": "Bachelor’s thesis", "mathesis": "Master’s thesis",
    "phdthesis": "Doctoral dissertation", "candthesis": "Candidate thesis",
    "techreport": "Technical report", "resreport": "Research report",
}  # fmt: skip
GENRES_OF_TYPES = {name: _GENRES[key] for name, key in
                 {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}.items()}  # fmt: skip
GENRES_OF_TYPES["video"] = "Video"
"""Genres that an entry type states by itself."""

PATENT_OFFICES = {
    "patentus": "U.S.", "patenteu": "European", "patentde": "German", "patentfr": "French",
    "patentuk": "British",
}  # fmt: skip
"""BibLaTeX's keys for patent offices."""

PUBLICATION_STATES = {
    "inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming",
    "inpress": "in press", "prepublished": "prepublished",
}  # fmt: skip
"""BibLaTeX's keys of ``pubstate``."""

NUMBERED_TYPES = frozenset(
    ("report", "techreport", "patent", "standard", "manual", "misc", "online", "thesis",
     "jurisdiction", "legislation", "legal")
)  # fmt: skip
"""Entry types whose ``number`` is that of the work itself."""

NUMBERED_IN_SERIES = frozenset(
    ("book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "inbook",
     "bookinbook", "suppbook", "incollection", "suppcollection", "inproceedings", "conference",
     "reference", "mvreference", "inreference")
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
    "eid": "number", "articleno": "number", "pages": "page", "recordid": "id",
}  # fmt: skip
FIELDS: dict[str, tuple[str, _Decoder]] = {
    **{name: (variable, decode_text) for name, variable in _TEXTS.items()},
    "type": ("genre", _genre),
    "pubstate": (
        "status",
        lambda value: PUBLICATION_STATES.get(value.strip().lower(), decode_text(value)),
    ),
    **{name: (name, decode_names) for name in ("author", "translator")},
    **dict.fromkeys(("editor", "editora", "editorb", "editorc"), ("editor", decode_names)),
    "bookauthor": ("container_author", decode_names),
    **dict.fromkeys(
        ("publisher", "organization", "institution", "school", "howpublished"),
        ("publisher", _publishers),
    ),
    **dict.fromkeys(("address", "location"), ("publisher_place", _place)),
    "origdate": ("original_date", stated_date),
    "originaldate": ("original_date", stated_date),
    "urldate": ("accessed", stated_date),
    "eventdate": ("event_date", stated_date),
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
    ("date", "year", "month", "day", "editortype", "editoratype", "editorbtype", "editorctype",
     "entrysubtype", "related", "relatedtype", "options")
)  # fmt: skip
"""Fields that are read together with others, or have no use in a reference."""

COMPOSED_FIELDS = frozenset(
    ("subtitle", "booksubtitle", "mainsubtitle", "journalsubtitle", "eprint", "eprinttype",
     "eprintclass", "archiveprefix", "primaryclass")
)  # fmt: skip
"""Fields that become part of other fields before they are read."""

ENTRY_TYPES: dict[str, ReferenceType] = {
    "article": "article-journal", "artwork": "graphic", "audio": "song", "book": "book",
    "bookinbook": "chapter", "booklet": "pamphlet", "collection": "book", "commentary": "book",
    **dict.fromkeys(("customa", "customb", "customc", "customd", "custome", "customf"), "document"),
    "conference": "paper-conference", "dataset": "dataset", "electronic": "webpage",
    "image": "graphic", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case", "legal": "treaty", "legislation": "legislation",
    "letter": "personal_communication", "manual": "book", "mastersthesis": "thesis",
    "misc": "document", "movie": "motion_picture", "music": "song", "mvbook": "book",
    "mvcollection": "book", "mvproceedings": "book", "mvreference": "book", "online": "webpage",
    "patent": "patent", "performance": "performance", "periodical": "periodical",
    "phdthesis": "thesis", "proceedings": "book", "reference": "book", "report": "report",
    "review": "review", "software": "software", "standard": "standard", "suppbook": "chapter",
    "suppcollection": "chapter", "suppperiodical": "article-journal", "techreport": "report",
    "thesis": "thesis", "unpublished": "manuscript", "video": "motion_picture", "www": "webpage",
}  # fmt: skip
"""Entry types of BibTeX and biblatex 3.20, and the CSL item type of each."""

SUBTYPES: dict[ReferenceType, tuple[str, str]] = {
    "article": ("online", "preprint"), "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"), "bill": ("legislation", "bill"),
    "broadcast": ("video", "broadcast"), "entry-dictionary": ("inreference", "dictionary"),
    "figure": ("image", "figure"), "map": ("image", "map"), "post": ("online", "post"),
    "post-weblog": ("online", "blog"), "regulation": ("legislation", "regulation"),
    "review-book": ("article", "bookreview"),
}  # fmt: skip
"""CSL item types that BibLaTeX writes as a subtype (``entrysubtype``) of an entry type."""

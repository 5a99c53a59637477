"""
One entry of BibTeX or BibLaTeX as a reference.

What our own writers add in words for the styles that print nothing else (``howpublished``,
``note``, ``addendum``) is dropped where it says again what the data fields say; any other remark is
kept as a note.
"""

from collections.abc import Callable, Mapping

from attrs import define, evolve, field

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, ModelError
from nizkorcite.findings import Finding
from nizkorcite.formats.latex import (
    decode_keywords,
    decode_list,
    decode_names,
    decode_text,
    decode_verbatim,
)
from nizkorcite.model import Agent, organisation
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.wording.provenance import provenance


@define
class BibEntry:
    """An entry while it is read."""

    entry_type: str
    key: str
    line: int
    is_own: bool = field(init=False, default=False)
    findings: list[Finding] = field(factory=list)

    def read(self, fields: Mapping[str, str]) -> Reference:
        """The reference that an entry's fields tell; what can not be read is told and left out."""
        values: dict[str, object] = {}
        fields = _with_address(self._with_site(fields))
        self.is_own = "recordid" in fields
        for name, value in fields.items():
            if value.strip() and name not in _TOGETHER:
                values |= self._member(name, value)
        issued = self._issued(fields)
        reference = Reference(
            **{"id": self.key, "citation_key": self.key, "issued": issued, **values},  # type: ignore[arg-type]
            type=self._type(fields),
            layers="both"
            if any(name.startswith("original_") for name in values)
            else "republication",
        )
        return _without_repetition(reference)

    def _with_site(self, fields: Mapping[str, str]) -> Mapping[str, str]:
        """The site that biblatex-apa has in ``eprint``, which else is a number in an archive."""
        if self.entry_type != "online" or "eprinttype" in fields or "organization" in fields:
            return fields
        return {"site" if name == "eprint" else name: value for name, value in fields.items()}

    def _member(self, name: str, value: str) -> Mapping[str, object]:
        if name not in _FIELDS:
            self._tell("NZ403", f'a reference has no place for "{name}"; it is left out')
            return {}
        variable, decode = _FIELDS[name]
        if name == "howpublished" and not self.is_own:
            decode = _publisher
        try:
            found = decode(value)
        except (DateError, ModelError) as error:
            self._tell("NZ402", f"{name}: {error}; it is left out")
            return {}
        return {variable: found} if found else {}

    def _type(self, fields: Mapping[str, str]) -> ReferenceType:
        if self.entry_type not in _TYPES:
            self._tell("NZ403", f"@{self.entry_type} is no type that is known; read as a document")
        if self.entry_type == "misc" and (fields.get("url") or fields.get("howpublished")):
            return "webpage"
        return _TYPES.get(self.entry_type, "document")

    def _issued(self, fields: Mapping[str, str]) -> PartialDate | None:
        """BibLaTeX has ``date``, BibTeX its parts."""
        if "date" in fields or "year" not in fields:
            return None
        parts = [decode_text(fields["year"]).strip().replace("\u2013", "/")]
        for name in ("month", "day"):
            number = fields.get(name, "").strip()
            if not number.isdecimal():
                break
            parts.append(f"{int(number):02d}")
        try:
            return PartialDate("-".join(parts))
        except DateError as error:
            self._tell("NZ402", f"year: {error}; it is left out")
            return None

    def _tell(self, code: str, message: str) -> None:
        self.findings.append(
            Finding(
                code=code,
                severity="warning",
                pointer="",
                message=f"{self.key}: {message}",
                line=self.line,
            )
        )


def with_original(reference: Reference, original: Reference) -> Reference:
    """A copy with what the entry of its original tells, unless the copy's own tells of it."""
    if any(getattr(reference, name) for name in _ORIGINALS):
        return reference
    told = {name: getattr(original, of_original) for name, of_original in _ORIGINALS.items()}
    return evolve(reference, layers="both", **told)


def _without_repetition(reference: Reference) -> Reference:
    """A note that says in words what the data say is the writer's, not the author's."""
    words = provenance(reference)
    for repeated in (words, f"({words})"):
        if words and reference.note and reference.note.endswith(repeated):
            rest = reference.note.removesuffix(repeated).rstrip().removesuffix(".")
            return evolve(reference, note=rest or None)
    return reference


def _with_address(fields: Mapping[str, str]) -> Mapping[str, str]:
    """The address that classic styles have in ``howpublished``, under its own name."""
    how = fields.get("howpublished", "")
    if not how.lstrip().startswith(("\\url", "http")) or "url" in fields:
        return fields
    rest = {name: value for name, value in fields.items() if name != "howpublished"}
    return {**rest, "url": how}


def _publishers(value: str) -> tuple[Agent, ...]:
    return tuple(organisation(" ".join(name.split())) for name in decode_list(value) if name)


def _site(value: str) -> tuple[Agent, ...]:
    return tuple(organisation(name) for name in decode_verbatim(value).split("; ") if name)


def _publisher(value: str) -> tuple[Agent, ...]:
    """In a remark of somebody else, "and" may be part of a name."""
    name = " ".join(decode_text(value).split())
    return (organisation(name),) if name else ()


def _place(value: str) -> str:
    return ", ".join(decode_list(value))


def _date(value: str) -> PartialDate:
    return PartialDate(value.strip())


def _language(value: str) -> str | None:
    from nizkorcite.formats.bib_file import language_tag

    return language_tag(value.strip())


_Decoder = Callable[[str], object]
_TEXTS = {
    "title": "title", "shorttitle": "title_short", "type": "genre", "titleaddon": "genre",
    "journal": "container_title", "journaltitle": "container_title",
    "booktitle": "container_title", "maintitle": "container_title", "series": "collection_title",
    "volume": "volume", "number": "issue", "issue": "issue", "edition": "edition",
    "version": "version", "origtitle": "original_title", "eventtitle": "event_title",
    "venue": "event_place", "library": "archive", "isbn": "isbn", "issn": "issn",
    "abstract": "abstract", "note": "note", "addendum": "note", "annotation": "note",
    "pubstate": "status", "recordid": "id",
}  # fmt: skip
_FIELDS: dict[str, tuple[str, _Decoder]] = {
    **{name: (variable, decode_text) for name, variable in _TEXTS.items()},
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
_TOGETHER = frozenset(
    ("year", "month", "day", "editoratype", "entrysubtype", "related", "relatedtype", "options")
)
_ORIGINALS = {
    "original_title": "title", "original_container_title": "container_title",
    "original_volume": "volume", "original_issue": "issue", "original_page": "page",
    "original_publisher": "publisher", "original_publisher_place": "publisher_place",
    "original_date": "issued", "original_url": "url",
}  # fmt: skip
_TYPES: dict[str, ReferenceType] = {
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

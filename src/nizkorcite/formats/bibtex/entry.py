"""
One entry of BibTeX or BibLaTeX as a reference.

What our own writers add in words for the styles that print nothing else (``howpublished``,
``note``, ``addendum``) is dropped where it says again what the data fields say; any other remark is
kept as a note.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, ModelError
from nizkorcite.formats.bibtex.field_map import (
    FIELDS,
    IN_SERIES,
    KIND_OF_TYPE,
    NAMES,
    NUMBERED,
    OFFICES,
    TOGETHER,
    TYPES,
    publisher,
)
from nizkorcite.formats.bibtex.inheritance import (
    Fields,
    with_address,
    with_eprint,
    with_site,
    with_subtitles,
)
from nizkorcite.formats.bibtex.latex import decode_text
from nizkorcite.formats.citation_file import Remarks, reference_of
from nizkorcite.formats.dates import within_year
from nizkorcite.locale.provenance import provenance
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.reference.original import ORIGINAL_VARIABLES

_OTHERS = re.compile(r"\sand\s+others\s*$", re.IGNORECASE)
_HELD = {"journal", "journaltitle"}


@define
class BibEntry:
    """
    An entry while it is read.

    Attributes:
        entry_type: Its type, in small letters.
        key: Its citation key.
        remarks: What is told of it.
    """

    entry_type: str
    key: str
    remarks: Remarks

    def read(self, fields: Fields) -> Reference:
        """The reference that an entry's fields tell; what can not be read is told and left out."""
        fields = with_address(with_site(self.entry_type, with_eprint(with_subtitles(fields))))
        stated = self._stated(fields)
        made = {"id": self.key, "citation_key": self.key, "issued": self._issued(fields)}
        kind = {**self._from_type(), "type": self._type(fields)}
        return _without_repetition(reference_of({**made, **kind, **stated}))

    def _stated(self, fields: Fields) -> dict[str, object]:
        """The variables that the fields tell each by itself."""
        values: dict[str, object] = {}
        # Where both are stated, the number counts, and the issue is a further name of it.
        for name, value in sorted(fields.items(), key=lambda each: each[0] == "issue"):
            if value.strip() and name not in TOGETHER:
                self._add(name, self._member(name, value, fields), values)
        return values

    def miss(self, keys: Sequence[str]) -> None:
        """Tell of entries that this one takes fields from, and that the file has not."""
        for key in keys:
            self.remarks.tell("NZ403", f'"{key}" is no entry of the file; nothing is taken from it')

    def _add(self, name: str, member: Mapping[str, object], values: dict[str, object]) -> None:
        """Two fields may tell one variable: names and remarks add up, else the first holds."""
        for variable, found in member.items():
            before = values.get(variable)
            if before is None or name == "originaldate":
                values[variable] = found
            elif isinstance(before, tuple) and isinstance(found, tuple):
                values[variable] = tuple(dict.fromkeys((*before, *found)))
            elif variable == "note":
                values[variable] = f"{str(before).removesuffix('.')}. {found}"
            elif found != before and not _is_same_language(variable, before, found):
                self.remarks.unlike(name, "a field before it")

    def _member(self, name: str, value: str, fields: Fields) -> Mapping[str, object]:
        if name not in FIELDS:
            self.remarks.no_place(name)
            return {}
        variable, decode = FIELDS[name]
        if name == "type" and self.entry_type == "patent" and value in OFFICES:
            return {"authority": OFFICES[value]}
        if name == "howpublished" and "recordid" not in fields:
            decode = publisher
        try:
            found = decode(value)
        except (DateError, ModelError) as error:
            self.remarks.leave_out(name, error)
            return {}
        if variable in NAMES and _OTHERS.search(value):
            self.remarks.leave_out(name, '"and others" names nobody')
        if not found:
            self.remarks.leave_out(name, f'"{value}" is nothing that is known')
            return {}
        return {self._variable(name, variable, fields): found}

    def _variable(self, name: str, variable: str, fields: Fields) -> str:
        """What a number counts: issues of a periodical, volumes of a series, or works."""
        if name != "number":
            return variable
        if self.entry_type in NUMBERED:
            return "number"
        in_series = self.entry_type in IN_SERIES and "series" in fields
        return "collection_number" if in_series else variable

    def _from_type(self) -> Mapping[str, str]:
        """What the entry type alone tells of the kind of work."""
        kind = KIND_OF_TYPE.get(self.entry_type)
        return {"genre": kind} if kind else {}

    def _type(self, fields: Fields) -> ReferenceType:
        if self.entry_type not in TYPES:
            self.remarks.tell(
                "NZ403", f"@{self.entry_type} is no type that is known; read as a document"
            )
        if self.entry_type == "misc" and (fields.get("url") or fields.get("howpublished")):
            return "webpage"
        if self.entry_type == "article" and "howpublished" in fields and not _HELD & {*fields}:
            return "article"  # a preprint
        return TYPES.get(self.entry_type, "document")

    def _issued(self, fields: Fields) -> PartialDate | None:
        """BibLaTeX has ``date``, BibTeX its parts."""
        if "date" in fields or not fields.get("year", "").strip():
            return None
        year = decode_text(fields["year"]).strip().replace("\u2013", "/")
        if lettered := re.fullmatch("([0-9]{4})[a-z]", year):
            # A list makes its own letters.
            self.remarks.tell("NZ402", f'year: the letter of "{year}" is left out')
            year = lettered[1]
        try:
            return self._day_of(PartialDate(year), fields)
        except DateError as error:
            self.remarks.leave_out("year", error)
            return None

    def _day_of(self, year: PartialDate, fields: Fields) -> PartialDate:
        """The year with what else is stated: a month as number, name or macro, or with its day."""
        month = decode_text(fields.get("month", "")).replace("\u00a0", " ").strip("# ")
        if not month:
            return year
        day = fields.get("day", "").strip()
        try:
            if day and month.isdecimal():
                return PartialDate(f"{year}-{int(month):02d}-{day.zfill(2)}")
            return within_year(f"{day} {month}".strip(), str(year))
        except DateError as error:
            self.remarks.leave_out("month", error)
            return year


def with_original(reference: Reference, original: Reference) -> Reference:
    """A copy with what the entry of its original tells, unless the copy's own tells of it."""
    if any(getattr(reference, name) for name in ORIGINAL_VARIABLES):
        return reference
    told = {
        name: getattr(original, of_original) for name, of_original in ORIGINAL_VARIABLES.items()
    }
    return evolve(reference, layers="both", **told)


def _without_repetition(reference: Reference) -> Reference:
    """Remove from the note what our writers add to it in words and the data fields say too."""
    note = reference.note or ""
    for repeated in _repetitions(reference, note):
        if repeated and note.endswith(repeated):
            rest = note.removesuffix(repeated).rstrip().removesuffix(".")
            return evolve(reference, note=rest or None)
    return reference


def _repetitions(reference: Reference, note: str) -> Iterator[str]:
    words = provenance(reference)
    yield words
    if words and note.endswith(")"):
        from nizkorcite.formats.bibtex.biblatex_apa import reprint_words  # loads the style APA

        yield f"({words})"
        yield reprint_words(reference)


def _is_same_language(variable: str, one: object, other: object) -> bool:
    """BibLaTeX has ``language`` for readers and ``langid`` for hyphenation."""
    return variable == "language" and str(one).split("-")[0] == str(other).split("-")[0]

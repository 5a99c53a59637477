"""
One entry of BibTeX or BibLaTeX as a reference.

Our writers add words for styles that print nothing else (``howpublished``, ``note``,
``addendum``); the parser drops these words if they repeat data fields, and keeps any other remark
as a note.
"""

import re
from collections.abc import Iterator, Mapping

from attrs import define, evolve

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, ModelError
from nizkorcite.formats.bibtex.field_map import (
    ENTRY_TYPES,
    FIELDS,
    FIELDS_READ_TOGETHER,
    GENRES_OF_TYPES,
    NAME_FIELDS,
    NUMBERED_IN_SERIES,
    NUMBERED_TYPES,
    PATENT_OFFICES,
    publisher_in_remark,
)
from nizkorcite.formats.bibtex.inheritance import (
    Fields,
    with_address,
    with_eprint,
    with_site,
    with_subtitles,
)
from nizkorcite.formats.bibtex.latex import decode_text
from nizkorcite.formats.citation_file import Remarks, reference_from_variables
from nizkorcite.formats.dates import read_date_of_year
from nizkorcite.locale.provenance import provenance
from nizkorcite.messages import Message
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.reference.original import ORIGINAL_VARIABLES

_OTHERS = re.compile(r"\sand\s+others\s*$", re.IGNORECASE)
_HELD = {"journal", "journaltitle"}


@define
class BibEntry:
    """
    An entry while its fields are read.

    Attributes:
        entry_type: The entry type in small letters.
        key: The citation key.
        remarks: Findings on the entry.
    """

    entry_type: str
    key: str
    remarks: Remarks

    def read(self, fields: Fields) -> Reference:
        """Make a reference of the entry's fields; values that cannot be read are reported."""
        fields = with_address(with_site(self.entry_type, with_eprint(with_subtitles(fields))))
        variables = self._variables(fields)
        general = {"id": self.key, "citation_key": self.key, "issued": self._issue_date(fields)}
        kind = {**self._genre(), "type": self._csl_type(fields)}
        return _without_repetition(reference_from_variables({**general, **kind, **variables}))

    def _variables(self, fields: Fields) -> dict[str, object]:
        """Read the fields that state a variable by themselves."""
        values: dict[str, object] = {}
        # If an entry has both, the number counts, and the issue is a title of that number.
        for name, value in sorted(fields.items(), key=lambda each: each[0] == "issue"):
            if value.strip() and name not in FIELDS_READ_TOGETHER:
                self._add(name, self._variable(name, value, fields), values)
        return values

    def _add(self, name: str, member: Mapping[str, object], values: dict[str, object]) -> None:
        """Add a field's variable; names and notes of two fields add up."""
        for variable, found in member.items():
            before = values.get(variable)
            if before is None or name == "originaldate":
                values[variable] = found
            elif isinstance(before, tuple) and isinstance(found, tuple):
                values[variable] = tuple(dict.fromkeys((*before, *found)))
            elif variable == "note":
                values[variable] = f"{str(before).removesuffix('.')}. {found}"
            elif found != before and not _is_same_language(variable, before, found):
                contradiction = Message(
                    '"{field}" contradicts an earlier field; left out', field=name
                )
                self.remarks.report("NZ403", contradiction)

    def _variable(self, name: str, value: str, fields: Fields) -> Mapping[str, object]:
        if name not in FIELDS:
            self.remarks.report_field(name)
            return {}
        variable, decode = FIELDS[name]
        if name == "type" and self.entry_type == "patent" and value in PATENT_OFFICES:
            return {"authority": PATENT_OFFICES[value]}
        if name == "howpublished" and "recordid" not in fields:
            decode = publisher_in_remark
        try:
            found = decode(value)
        except (DateError, ModelError) as error:
            self.remarks.report_value(name, error)
            return {}
        if variable in NAME_FIELDS and _OTHERS.search(value):
            self.remarks.report_value(name, Message('"and others" names nobody'))
        if not found:
            self.remarks.report_value(name, Message('"{value}" is not a known value', value=value))
            return {}
        return {self._counted_variable(name, variable, fields): found}

    def _counted_variable(self, name: str, variable: str, fields: Fields) -> str:
        """Decide what a number counts: issues, volumes of a series, or works."""
        if name != "number":
            return variable
        if self.entry_type in NUMBERED_TYPES:
            return "number"
        in_series = self.entry_type in NUMBERED_IN_SERIES and "series" in fields
        return "collection_number" if in_series else variable

    def _genre(self) -> Mapping[str, str]:
        """Return the genre that the entry type states by itself."""
        kind = GENRES_OF_TYPES.get(self.entry_type)
        return {"genre": kind} if kind else {}

    def _csl_type(self, fields: Fields) -> ReferenceType:
        if self.entry_type not in ENTRY_TYPES:
            unknown = Message(
                'unknown type "{type}"; read as a document', type=f"@{self.entry_type}"
            )
            self.remarks.report("NZ403", unknown)
        if self.entry_type == "misc" and (fields.get("url") or fields.get("howpublished")):
            return "webpage"
        if self.entry_type == "article" and "howpublished" in fields and not _HELD & {*fields}:
            return "article"  # a preprint
        return ENTRY_TYPES.get(self.entry_type, "document")

    def _issue_date(self, fields: Fields) -> PartialDate | None:
        """Read year, month and day of BibTeX, unless the entry has BibLaTeX's ``date``."""
        if "date" in fields or not fields.get("year", "").strip():
            return None
        year = decode_text(fields["year"]).strip().replace("\u2013", "/")
        if lettered := re.fullmatch("([0-9]{4})[a-z]", year):
            letter = Message(
                'year: removed the letter of "{year}"; reference lists add letters', year=year
            )
            self.remarks.report("NZ402", letter)
            year = lettered[1]
        try:
            return self._day_of(PartialDate(year), fields)
        except DateError as error:
            self.remarks.report_value("year", error)
            return None

    def _day_of(self, year: PartialDate, fields: Fields) -> PartialDate:
        """Add month and day to a year."""
        month = decode_text(fields.get("month", "")).replace("\u00a0", " ").strip("# ")
        if not month:
            return year
        day = fields.get("day", "").strip()
        try:
            if day and month.isdecimal():
                return PartialDate(f"{year}-{int(month):02d}-{day.zfill(2)}")
            return read_date_of_year(f"{day} {month}".strip(), str(year))
        except DateError as error:
            self.remarks.report_value("month", error)
            return year


def with_original(reference: Reference, original: Reference) -> Reference:
    """Complete a copy without an original by the original's own entry."""
    if any(getattr(reference, name) for name in ORIGINAL_VARIABLES):
        return reference
    stated = {
        name: getattr(original, of_original) for name, of_original in ORIGINAL_VARIABLES.items()
    }
    return evolve(reference, layers="both", **stated)


def _without_repetition(reference: Reference) -> Reference:
    """Remove the words from a note in which our writers repeat data fields."""
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
    """Compare ``language``, which is for readers, and ``langid``, which is for hyphenation."""
    return variable == "language" and str(one).split("-")[0] == str(other).split("-")[0]

"""
Entries of EndNote: the meaning of its fields, some of which depends on the type.

A field has the name of its tag in the tagged format, of which ``%B`` is the journal of an article,
the book of a section, and the series of a book.
"""

import re
from collections.abc import Mapping, Sequence

from attrs import define, field

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, ModelError
from nizkorcite.formats.dates import parse_date, publication_date, read_date_of_year
from nizkorcite.formats.names import read_names
from nizkorcite.formats.variables import EntryField, Variables, serial_number_variable
from nizkorcite.messages import Message
from nizkorcite.record.identifiers import bare_doi
from nizkorcite.record.model import organisation
from nizkorcite.reference import Reference, ReferenceType


def read_entry(variables: Variables, tags: Sequence[EntryField]) -> Reference:
    """
    Make the reference of an entry's tags.

    >>> from nizkorcite.formats.citation_file import Remarks
    >>> read_entry(Variables(Remarks()), [(1, "%0", "Book"), (2, "%T", "Law")]).type
    'book'
    """
    return EndNoteEntry(variables).read(tags)


@define
class EndNoteEntry:
    """
    An entry while its fields are read.

    Attributes:
        variables: The variables found so far.
        kind: The type of the entry in small letters, such as ``journal article``.
        days: The fields with the year and with the day, and their lines.
    """

    variables: Variables
    kind: str = ""
    days: dict[str, tuple[int | None, str]] = field(factory=dict)

    def read(self, fields: Sequence[EntryField]) -> Reference:
        """Make the reference of an entry's fields; values that cannot be read are reported."""
        kinds = [value for _, tag, value in fields if tag == "%0"]
        self.kind = kinds[0].strip().casefold() if kinds else "generic"
        self.variables.values["type"] = self._csl_type(kinds[0] if kinds else "Generic")
        if self.kind == "press release":
            self.variables.values["genre"] = "Press release"
        for line, tag, value in fields:
            self.variables.remarks.line = line
            if value.strip() and tag != "%0":
                self._read_field(tag, value.strip())
        self._set_date()
        return self.variables.reference()

    def _csl_type(self, name: str) -> ReferenceType:
        if self.kind not in _TYPES:
            self.variables.remarks.report(
                "NZ403", Message('unknown type "{type}"; read as a document', type=name)
            )
        return _TYPES.get(self.kind, "document")

    def _read_field(self, tag: str, value: str) -> None:
        try:
            if not self._store(tag, value):
                self.variables.report_unused(tag)
        except (DateError, ModelError) as error:
            self.variables.remarks.report_value(tag, error)

    def _store(self, tag: str, value: str) -> bool:
        """Store a field's value; return false for a field without a variable."""
        if tag in ("%D", "%8"):
            self.days.setdefault(tag, (self.variables.remarks.line, value))
        elif tag == "%[":
            self.variables.set(tag, "accessed", parse_date(value))
        elif tag == "%(":
            self.variables.set(tag, "original_date", parse_date(value))
        elif variable := _OF_TYPE.get((self.kind, tag), _TEXTS.get(tag)):
            self.variables.set(tag, variable, " ".join(value.split()))
        elif variable := _NAMES_OF_TYPE.get((self.kind, tag), _NAMES.get(tag)):
            self._add_names(tag, variable, " ".join(value.split()))
        elif tag == "%I":
            self.variables.append("publisher", organisation(" ".join(value.split())))
        else:
            return self._store_special(tag, value)
        return True

    def _add_names(self, tag: str, variable: str, value: str) -> None:
        """Add names; a comma at the end is EndNote's mark of a group."""
        if value.endswith(","):
            self.variables.append(variable, organisation(value.rstrip(", ")))
            return
        is_first = variable not in self.variables.lists
        for agent in read_names(tag, value, self.variables.remarks, is_first=is_first):
            self.variables.append(variable, agent)

    def _store_special(self, tag: str, value: str) -> bool:
        if tag == "%K":
            words = (word.strip() for word in re.split(r"[\n;]", value))
            self.variables.lists.setdefault("keyword", []).extend(filter(None, words))
        elif tag == "%Z":
            self.variables.append("note", value)
        elif tag == "%@":
            self.variables.set(tag, serial_number_variable(value) or "number", value)
        elif tag == "%R" and (bare_doi(value) or "").startswith("10."):
            self.variables.set(tag, "doi", value)
        elif tag == "%G":
            self.variables.set_language(tag, value)
        elif tag == "%9":
            self._set_genre(value)
        else:
            return False
        return True

    def _set_genre(self, value: str) -> None:
        """Set the genre, but for one that only repeats the type."""
        if value.casefold() != self.kind:
            self.variables.set("%9", "genre", value)

    def _set_date(self) -> None:
        """Set the date, which two fields may state in part."""
        year_line, year = self.days.get("%D", (None, ""))
        day_line, day = self.days.get("%8", (None, ""))
        try:
            if day:
                self.variables.remarks.line = day_line
                self.variables.values["issued"] = _date(day, year)
                return
        except DateError as error:
            self.variables.remarks.report_value("%8", error)
        self.variables.remarks.line = year_line
        self.variables.values |= self._year(year)

    def _year(self, year: str) -> Mapping[str, PartialDate | str]:
        if year.casefold() in _STATUSES:
            return {"status": year}
        found = publication_date(year)
        if "issued_literal" in found:
            self.variables.remarks.report_literal_date("%D", year)
        return found


def _date(day: str, year: str) -> PartialDate:
    """Read a day that may lack its year; one of another year than the stated is refused."""
    if re.search("[0-9]{4}", day):
        date = parse_date(day.replace("/", "-"))
        if year.isdecimal() and date.year != int(year):
            raise DateError(Message('"{text}" is not of the year {year}', text=day, year=year))
        return date
    if not year:
        raise DateError(Message('"{text}" has no year', text=day))
    return read_date_of_year(day, year)


_STATUSES = frozenset(("in press", "forthcoming", "submitted", "en prensa"))
_IN_SERIES = ("book", "edited book", "report", "government document", "map", "computer program")
_SECTIONS = ("book section", "conference proceedings", "encyclopedia", "dictionary")
_TEXTS = {
    "%B": "container_title", "%C": "publisher_place", "%F": "id",
    "%J": "container_title", "%N": "issue", "%P": "page", "%Q": "title_translated",
    "%S": "collection_title", "%T": "title", "%U": "url", "%V": "volume", "%X": "abstract",
    "%!": "title_short", "%7": "edition",
}  # fmt: skip
"""Fields of one text."""
_NAMES = {"%A": "author", "%E": "editor"}
# A field without a variable is reported as unused.
_OF_TYPE = {
    **{(kind, "%B"): "collection_title" for kind in _IN_SERIES},
    **{(kind, "%N"): "number" for kind in (*_IN_SERIES, "patent", "standard", "bill", "case")},
    **{("thesis", tag): "" for tag in ("%B", "%V")},
    ("thesis", "%7"): "",
    ("conference paper", "%B"): "event_title",
}
_NAMES_OF_TYPE = {
    ("edited book", "%A"): "editor",
    **{(kind, "%E"): "" for kind in ("book", "edited book", "thesis")},
    **{(kind, "%?"): "translator" for kind in ("book", "edited book", *_SECTIONS)},
}
_TYPES: dict[str, ReferenceType] = {
    "ancient text": "classic", "artwork": "graphic", "audiovisual material": "motion_picture",
    "bill": "bill", "blog": "post-weblog", "book": "book", "book section": "chapter",
    "case": "legal_case", "chart or table": "figure", "classical work": "classic",
    "computer program": "software", "conference paper": "paper-conference",
    "conference proceedings": "paper-conference", "dataset": "dataset",
    "dictionary": "entry-dictionary", "edited book": "book", "electronic article":
    "article-journal", "electronic book": "book", "electronic book section": "chapter",
    "encyclopedia": "entry-encyclopedia", "figure": "figure",
    "film or broadcast": "motion_picture", "generic": "document", "government document": "report",
    "hearing": "hearing", "interview": "interview", "journal article": "article-journal",
    "legal rule or regulation": "regulation", "magazine article": "article-magazine",
    "manuscript": "manuscript", "map": "map", "music": "song",
    "newspaper article": "article-newspaper", "online database": "dataset",
    "pamphlet": "pamphlet", "patent": "patent", "personal communication":
    "personal_communication", "podcast": "broadcast", "press release": "webpage",
    "report": "report", "serial": "periodical", "standard": "standard", "statute": "legislation",
    "thesis": "thesis", "unpublished work": "manuscript", "web page": "webpage",
}  # fmt: skip

"""Entries of RIS: the meaning of tags, some of which depends on the type."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from attrs import define, evolve, field

from nizkorcite.dates import PartialDate
from nizkorcite.display import without_controls
from nizkorcite.errors import DateError, ModelError
from nizkorcite.formats.citation_file import Remarks, reference_from_variables
from nizkorcite.formats.dates import parse_date, publication_date, read_date_of_year
from nizkorcite.formats.names import read_names
from nizkorcite.formats.ris.writer import (
    NAME_TAGS,
    RIS_TYPES,
    SECTION_TYPES,
    SERIES_TYPES,
    TEXT_TAGS,
)
from nizkorcite.formats.zotero_extra import read_line
from nizkorcite.locale.provenance import provenance
from nizkorcite.messages import Message
from nizkorcite.record.identifiers import bare_doi
from nizkorcite.record.model import organisation
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.reference.names import ET_AL

TagLine = tuple[int, str, str]
"""The number of a line, its tag and its value."""
_Postponed = tuple[int | None, str, str]
"""The line, tag and value of a tag whose meaning depends on other tags."""
_Reading = Mapping[str, PartialDate | str]
"""The variables that a stated date sets."""


@define
class RisEntry:
    """
    An entry while its tags are read.

    Attributes:
        remarks: Findings on the entry.
        name: The entry's type in capitals, such as ``JOUR``.
        stated: The tags that the entry has a value for.
        values, lists: Variables of one value, and variables of several different values.
        tags: The tag from which each of `values` was read.
        dates: Dates of publication, which several tags may state in part.
        links: Addresses, one of which may be the address of the work.
    """

    remarks: Remarks
    name: str = ""
    values: dict[str, object] = field(factory=dict)
    lists: dict[str, dict[object, None]] = field(factory=dict)
    tags: dict[str, str] = field(factory=dict)
    stated: frozenset[str] = frozenset()
    dates: list[_Postponed] = field(factory=list)
    links: list[_Postponed] = field(factory=list)

    def read(self, tags: Sequence[TagLine]) -> Reference:
        """Make a reference of the entry's tags; values that cannot be read are reported."""
        (_, _, name), *members = tags
        self.name = name.strip().upper()
        self.stated = frozenset(tag for _, tag, value in members if value.strip())
        self.values["type"] = self._csl_type(name.strip())
        for line, tag, value in members:
            self.remarks.line = line
            if value.strip():
                self._read_tag(tag, value.strip())
        self._set_date()
        self._set_address()
        return self._reference()

    def _reference(self) -> Reference:
        """Make the reference, without a note in which our writer repeats data in words."""
        notes = self.lists.pop("note", {})
        several = {
            name: tuple(sorted(found, key=lambda each: each == ET_AL))
            for name, found in self.lists.items()
        }
        given = {"id": f"item{self.remarks.record}", **self.values, **several}
        reference = reference_from_variables(given, self.remarks)
        if not notes:
            return reference
        words = provenance(reference)
        own = "\n".join(str(note) for note in notes if note != words)
        return evolve(reference, note=without_controls(own) or None)

    def _set_date(self) -> None:
        """Set the date from all tags that state one; the more precise of two counts."""
        years = (match[0] for *_, text in self.dates if (match := _YEAR.search(text)))
        year = next(years, "")
        later_tags = sorted(self.dates, key=lambda each: each[1] == "PY")
        readings = [(each, _publication_date(each[2], year)) for each in later_tags]
        # A date that is read makes one that cannot be read superfluous.
        for each, found in sorted(readings, key=lambda each: "issued" not in each[1]):
            self.remarks.line = each[0]
            self._add_date(each, found)

    def _add_date(self, stated: _Postponed, found: _Reading) -> None:
        _, tag, text = stated
        before = self.values.get("issued")
        if "issued_literal" in found:
            self._add_literal(tag, text)
        elif before is None or str(found.get("issued", "")).startswith(str(before)):
            self.values |= found
        elif not str(before).startswith(str(found.get("issued", ""))):
            self.remarks.report("NZ403", _contradiction(tag))

    def _add_literal(self, tag: str, text: str) -> None:
        """Keep a date that cannot be read as printed, if no other date is stated."""
        if not {"issued", "issued_literal"}.isdisjoint(self.values):
            self.remarks.report_value(tag, Message('"{text}" is not a date', text=text))
            return
        self.values["issued_literal"] = text
        self.remarks.report_literal_date(tag, text)

    def _set_address(self) -> None:
        """Set the address; an archived copy comes from a note of our writer."""
        for line, tag, address in self.links:
            self.remarks.line = line
            if tag == "LK" and "url" not in self.values:
                self.values["url"] = address
            elif address not in (self.values.get("archived_url"), self.values.get("url")):
                self.remarks.report_field(tag)

    def _read_tag(self, tag: str, value: str) -> None:
        try:
            if not self._store(tag, value):
                self.remarks.report_field(tag)
        except (DateError, ModelError) as error:
            self.remarks.report_value(tag, error)

    def _store(self, tag: str, value: str) -> bool:
        """Store a tag's value; return false for an unknown tag."""
        meaning = self._meaning(tag)
        if meaning == "UR":
            for address in _ADDRESSES.split(value):
                self._set(tag, "url", address)
        elif meaning in _ONE:
            self._set(tag, _ONE[meaning], value)
        elif meaning in _SEVERAL:
            self._add_names(tag, _SEVERAL[meaning], value)
        elif tag in ("PB", "PU"):
            self._append("publisher", organisation(" ".join(value.split())))
        elif tag == "KW":
            self._append("keyword", value)
        elif tag in ("N1", "M2", "RN"):
            self._add_note(value)
        elif tag in _LINKS:
            self.links.append((self.remarks.line, tag, value))
        else:
            return self._store_special(meaning, value)
        return True

    def _meaning(self, tag: str) -> str:
        """Return the tag that has the meaning of this one in entries of other types."""
        # A2 of a book is the editor of its series, if it is in one.
        if tag == "A2" and self.name in _BOOKS and {"T2", "T3"}.isdisjoint(self.stated):
            return "ED"
        return _OF_TYPE.get((self.name, tag), tag)

    def _add_names(self, tag: str, variable: str, value: str) -> None:
        names = read_names(tag, value, self.remarks, is_first=variable not in self.lists)
        self._append(variable, *names)

    def _set(self, tag: str, variable: str, value: str) -> None:
        """Set a variable of one value; a journal's full title replaces its short one."""
        before = self.values.setdefault(variable, value)
        if _comparable(variable, before) == _comparable(variable, value):
            self.tags.setdefault(variable, tag)
            return
        first = self.tags.get(variable, tag)
        if first in _SHORT and tag not in _SHORT:
            self.values[variable], self.tags[variable] = value, tag
            tag = first
        self.remarks.report("NZ403", _contradiction(tag))

    def _store_special(self, tag: str, value: str) -> bool:
        if tag in _DATES:
            self.dates.append((self.remarks.line, tag, value))
        elif tag == "Y2":
            self.values["accessed"] = _access_date(value)
        elif tag == "OP":
            self.values["original_date"] = parse_date(value)
        elif tag == "SP":
            end = self.values.get("page")
            self.values["page"] = _page_range(value, str(end)) if end else value
        elif tag == "EP":
            self.values["page"] = _page_range(self.values.get("page"), value)
        elif tag == "SN":
            self._set_serial_number(value)
        elif tag == "M3":
            self._set_genre(value)
        else:
            return False
        return True

    def _csl_type(self, name: str) -> ReferenceType:
        if name.upper() not in _CSL_TYPES:
            self.remarks.report(
                "NZ403", Message('unknown type "{type}"; read as a document', type=name)
            )
        return _CSL_TYPES.get(name.upper(), "document")

    def _set_serial_number(self, value: str) -> None:
        """Set ISSN (8 digits), ISBN (10 or 13), or a report's number."""
        digits = re.sub(r"[^0-9Xx]", "", value)
        is_number = self.name in _NUMBERED_BY_SN and len(digits) not in (_ISSN, *_ISBN)
        self._set(
            "SN", "number" if is_number else "issn" if len(digits) == _ISSN else "isbn", value
        )

    def _set_genre(self, value: str) -> None:
        """Set the genre; M3 may be a DOI."""
        if (bare_doi(value) or "").startswith("10."):
            self._set("M3", "doi", value)
        else:
            self._set("M3", "genre", value)

    def _add_note(self, value: str) -> None:
        variable, found = read_line(value) or ("note", (value,))
        if isinstance(found, tuple):
            self._append(variable, *found)
        else:
            self.values[variable] = found

    def _append(self, variable: str, *values: object) -> None:
        """Add values that the variable lacks; AU and A1 may state the same names."""
        self.lists.setdefault(variable, {}).update(dict.fromkeys(values))


def _page_range(start: object, end: str) -> str:
    """Join first and last page; some programs state the whole range as the first."""
    if not start or start == end:
        return end
    return str(start) if re.search("[-\u2013]", str(start)) else f"{start}-{end}"


def _publication_date(value: str, year: str) -> _Reading:
    """Read a date of publication; a day without a year is of the year of another tag."""
    value = value.rstrip("/ ")
    if slashed := _SLASHED.fullmatch(value):
        try:
            return {"issued": _slashed_date(*slashed.groups(""))}
        except DateError:
            return {"issued_literal": value}
    if year and not _YEAR.search(value):
        try:
            return {"issued": read_date_of_year(value, year)}
        except DateError:
            pass
    return publication_date(value)


def _access_date(value: str) -> PartialDate:
    slashed = _SLASHED.fullmatch(value)
    return _slashed_date(*slashed.groups("")) if slashed else parse_date(value)


def _slashed_date(year: str, month: str, day: str, words: str) -> PartialDate:
    """Read ``2017/02/28/`` or a part of it, or the season, month or day in words after it."""
    stated = [part.zfill(2) for part in takewhile(bool, (year, month, day))]
    if len(stated) == 1 and words:
        try:
            return read_date_of_year(words, year)
        except DateError:
            return PartialDate(year)
    return PartialDate("-".join(stated))


def _contradiction(tag: str) -> Message:
    return Message('"{field}" contradicts another tag; left out', field=tag)


def _comparable(variable: str, value: object) -> object:
    """Return a value without differences that are none: case and space, a DOI's address."""
    text = str(value)
    return (
        (bare_doi(text) or "").casefold()
        if variable == "doi"
        else " ".join(text.split()).casefold()
    )


_ADDRESSES = re.compile("[; ]+(?=https?://)")
_ISSN, _ISBN = 8, (10, 13)
_YEAR = re.compile("[0-9]{4}")
_SLASHED = re.compile("([0-9]{4})/([0-9]{0,2})(?:/([0-9]{0,2})(?:/(.*))?)?")
_LINKS = frozenset(("L1", "L2", "L3", "L4", "LK"))
_SHORT = frozenset(("JO", "JA", "J1", "J2"))
_NUMBERED_BY_SN = frozenset(("RPRT", "PAT", "STAND"))
_ONE = {
    **{tag: variable for variable, tag in TEXT_TAGS.items() if tag not in ("L2", "M3")},
    "ID": "id",
    "T1": "title",
    "CT": "title",
    "JO": "container_title",
    "JF": "container_title",
    "BT": "container_title",
    "JA": "container_title",
    "J1": "container_title",
    "J2": "container_title",
    "N2": "abstract",
    "C7": "number",
    "PI": "publisher_place",
    "PP": "publisher_place",
    "section": "section",
}
_SEVERAL = {
    **{tag: variable for variable, tag in NAME_TAGS.items()},
    "A1": "author",
    "A2": "editor",
    "A3": "editor",
}
_BOOKS = ("BOOK", "EBOOK", "EDBOOK")
# Tags with another meaning in certain types; a tag after "-" is reported as unused.
_OF_TYPE = {
    # The database that an article was found in is no archive that keeps it (APA 7, 9.30).
    **{
        (name, tag): f"-{tag}"
        for name in ("JOUR", "EJOUR", "ABST", "INPR", "MGZN", "NEWS")
        for tag in ("DB", "AN")
    },
    **{(name, "T2"): "T3" for name in (*SERIES_TYPES, "EBOOK", "EDBOOK")},
    **{(name, "A2"): "-A2" for name in (*_BOOKS, "CASE", "BILL", "THES")},
    **{("EDBOOK", tag): "ED" for tag in ("AU", "A1")},
    **{(name, "SE"): "section" for name in SECTION_TYPES},
    **{(name, "A3"): "-A3" for name in ("CHAP", "CPAPER", "CONF", "DICT", "ENCYC", "RPRT", "THES")},
}
_DATES = frozenset(("PY", "Y1", "DA"))
_CSL_TYPES: dict[str, ReferenceType] = {
    **{name: csl for csl, name in RIS_TYPES.items()},
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic",
    "CHART": "figure", "CLSWK": "classic", "CONF": "paper-conference", "DBASE": "dataset",
    "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal",
    "FIGURE": "figure", "GOVDOC": "report", "ICOMM": "personal_communication",
    "INPR": "article-journal", "JFULL": "periodical", "MANSCPT": "manuscript",
    "SER": "book", "SLIDE": "speech", "SOUND": "song", "UNBILL": "bill", "UNPD": "manuscript",
    "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip

"""Entries of RIS: the meaning of tags, some of which depends on the type."""

import re
from collections.abc import Sequence
from itertools import takewhile

from attrs import define, evolve, field

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, ModelError
from nizkorcite.formats.citation_file import Remarks, reference_from_variables
from nizkorcite.formats.dates import parse_date, read_date_of_year
from nizkorcite.formats.ris.writer import NAME_TAGS, RIS_TYPES, SERIES_TYPES, TEXT_TAGS
from nizkorcite.formats.zotero_extra import read_line
from nizkorcite.locale.prose import SEASONS
from nizkorcite.locale.provenance import provenance
from nizkorcite.messages import Message
from nizkorcite.record.identifiers import bare_doi
from nizkorcite.record.model import Agent, organisation, person
from nizkorcite.reference import Reference, ReferenceType

TagLine = tuple[int, str, str]
"""The number of a line, its tag and its value."""
_Postponed = tuple[int | None, str, str]
"""The line, tag and value of a tag whose meaning depends on other tags."""


@define
class RisEntry:
    """
    An entry while its tags are read.

    Attributes:
        remarks: Findings on the entry.
        name: The entry's type in capitals, such as ``JOUR``.
        values, lists: Variables of one value, and variables of several values.
        tags: The tag from which each of `values` was read.
        days: Dates without a year, which another tag may state.
        links: Addresses, one of which may be the address of the work.
    """

    remarks: Remarks
    name: str = ""
    values: dict[str, object] = field(factory=dict)
    lists: dict[str, list[object]] = field(factory=dict)
    tags: dict[str, str] = field(factory=dict)
    days: list[_Postponed] = field(factory=list)
    links: list[_Postponed] = field(factory=list)

    def read(self, tags: Sequence[TagLine]) -> Reference:
        """Make a reference of the entry's tags; values that cannot be read are reported."""
        (_, _, name), *members = tags
        self.name = name.strip().upper()
        self.values["type"] = self._csl_type(name.strip())
        for line, tag, value in members:
            self.remarks.line = line
            if value.strip():
                self._read_tag(tag, value)
        self._set_date()
        self._set_address()
        return self._reference()

    def _reference(self) -> Reference:
        """Make the reference, without a note in which our writer repeats data in words."""
        notes = self.lists.pop("note", [])
        several = {name: tuple(found) for name, found in self.lists.items()}
        given = {"id": f"item{self.remarks.record}", **self.values, **several}
        reference = reference_from_variables(given)
        words = provenance(reference)
        own = "\n".join(str(note) for note in notes if note != words)
        return evolve(reference, note=own or None)

    def _set_date(self) -> None:
        """Set the date, or join year and day of two tags."""
        year = self.values.pop("year", None)
        if "issued" in self.values or year is None:
            self._refuse_days()
            return
        self.values["issued"] = year
        for line, tag, text in self.days[:1]:
            self.remarks.line = line
            try:
                self.values["issued"] = read_date_of_year(text, str(year))
            except DateError as error:
                self.remarks.report_value(tag, error)

    def _refuse_days(self) -> None:
        for line, tag, text in self.days:
            self.remarks.line = line
            self.remarks.report_value(tag, Message('"{text}" has no year', text=text))

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
        tag = _OF_TYPE.get((self.name, tag), tag)
        if tag in _ONE:
            self._set(tag, _ONE[tag], value)
        elif tag in _SEVERAL:
            self._append(_SEVERAL[tag], _agent(value))
        elif tag == "PB":
            self._append("publisher", organisation(_on_one_line(value)))
        elif tag == "KW":
            self._append("keyword", value)
        elif tag in ("N1", "M2", "RN"):
            self._add_note(value)
        elif tag in _LINKS:
            self.links.append((self.remarks.line, tag, value))
        else:
            return self._store_special(tag, value)
        return True

    def _set(self, tag: str, variable: str, value: str) -> None:
        """Set a variable of one value; a journal's full title replaces its short one."""
        before = self.values.setdefault(variable, value)
        if before == value:
            self.tags.setdefault(variable, tag)
            return
        first = self.tags.get(variable, tag)
        if first in _SHORT and tag not in _SHORT:
            self.values[variable], self.tags[variable] = value, tag
            tag = first
        self.remarks.report(
            "NZ403", Message('"{field}" contradicts another tag; left out', field=tag)
        )

    def _store_special(self, tag: str, value: str) -> bool:
        if tag in _DATES:
            self._add_date(tag, value)
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

    def _add_date(self, tag: str, value: str) -> None:
        if tag == "DA" and not _HAS_YEAR.search(value):
            self.days.append((self.remarks.line, tag, value.strip()))
        else:
            self.values[_DATES[tag]] = _date(value)

    def _set_serial_number(self, value: str) -> None:
        """Set ISSN (8 digits), ISBN (10 or 13), or a report's number."""
        digits = re.sub(r"[^0-9Xx]", "", value)
        is_number = self.name in _NUMBERED_BY_SN and len(digits) not in (_ISSN, *_ISBN)
        self._set(
            "SN", "number" if is_number else "issn" if len(digits) == _ISSN else "isbn", value
        )

    def _set_genre(self, value: str) -> None:
        """Set the genre; an article's M3 may be a DOI, or repeat the type."""
        if self.name == "JOUR" and (bare_doi(value) or "").startswith("10."):
            self.values.setdefault("doi", value)
        elif value.strip().lower() not in _PLAIN_KINDS.get(self.name, ()):
            self._set("M3", "genre", value)

    def _add_note(self, value: str) -> None:
        variable, found = read_line(value) or ("note", (value,))
        if isinstance(found, tuple):
            self._append(variable, *found)
        else:
            self.values[variable] = found

    def _append(self, variable: str, *values: object) -> None:
        self.lists.setdefault(variable, []).extend(values)


def _page_range(start: object, end: str) -> str:
    """Join first and last page; some programs state the whole range as the first."""
    if not start or start == end:
        return end
    return str(start) if re.search("[-\u2013]", str(start)) else f"{start}-{end}"


def _date(value: str) -> PartialDate:
    """Read ``2017/02/28/`` or a part of it, a season, a printed day or EDTF."""
    if "/" not in value:
        return parse_date(value)
    *numbers, words = [part.strip() for part in [*value.split("/", 3), "", "", ""][:4]]
    stated = [part.zfill(2) for part in takewhile(bool, numbers)]
    if len(stated) == 1 and words in _SEASONS:
        stated.append(_SEASONS[words])
    return PartialDate("-".join(stated))


def _agent(value: str) -> Agent:
    """Read a name; a comma separates family name and given name."""
    if ",," in value:
        return organisation(_on_one_line(value.replace(",,", ",", 1)))
    family, *rest = (_on_one_line(part) for part in value.split(","))
    if not rest or not family:
        return organisation(_on_one_line(value))
    return person(family, rest[0], suffix=", ".join(rest[1:]))


def _on_one_line(value: str) -> str:
    return " ".join(value.split())


_SEASONS = {name: str(number) for number, name in SEASONS.items()}
_ISSN, _ISBN = 8, (10, 13)
_HAS_YEAR = re.compile("[0-9]{4}")
_LINKS = frozenset(("L1", "L2", "L3", "L4", "LK"))
_SHORT = frozenset(("JO", "JA", "J1", "J2"))
_NUMBERED_BY_SN = frozenset(("RPRT", "PAT", "STAND"))
_PLAIN_KINDS = {"JOUR": ("article", "journal article", "research article", "original article")}
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
    "PP": "publisher_place",
}
_SEVERAL = {
    **{tag: variable for variable, tag in NAME_TAGS.items()},
    "A1": "author",
    "A2": "editor",
    "A3": "editor",
}
# Tags with another meaning in certain types; a tag after "-" is reported as unused.
_OF_TYPE = {
    # The database that an article was found in is no archive that keeps it (APA 7, 9.30).
    **{
        (name, tag): f"-{tag}" for name in ("JOUR", "EJOUR", "ABST", "INPR") for tag in ("DB", "AN")
    },
    **{(name, "T2"): "T3" for name in (*SERIES_TYPES, "EBOOK", "EDBOOK")},
    **{(name, "A2"): "-A2" for name in ("BOOK", "EBOOK", "EDBOOK", "CASE", "BILL", "THES")},
    **{(name, "A3"): "-A3" for name in ("CHAP", "CPAPER", "CONF", "DICT", "ENCYC", "RPRT", "THES")},
}
_DATES = {"PY": "year", "Y1": "issued", "DA": "issued", "Y2": "accessed"}
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

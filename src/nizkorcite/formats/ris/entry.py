"""One entry of RIS as a reference: what each tag tells, which may depend on the type."""

import re
from collections.abc import Sequence
from itertools import takewhile

from attrs import define, evolve, field

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, ModelError
from nizkorcite.formats.citation_file import Remarks, reference_of
from nizkorcite.formats.dates import stated_date, within_year
from nizkorcite.formats.ris.writer import IN_SERIES, NAMES, TEXTS, TYPES
from nizkorcite.formats.zotero_extra import read_line
from nizkorcite.locale.prose import SEASONS
from nizkorcite.locale.provenance import provenance
from nizkorcite.record.identifiers import bare_doi
from nizkorcite.record.model import Agent, organisation, person
from nizkorcite.reference import Reference, ReferenceType

Line = tuple[int, str, str]
"""The number of a line, its tag and its value."""
_Waiting = tuple[int | None, str, str]
"""The same of a tag whose meaning depends on others."""


@define
class RisEntry:
    """
    An entry while it is read.

    Attributes:
        remarks: What is told of it.
        name: Its type, in capitals.
        values, lists: Variables that are stated once, and those of several values.
        tags: The tag that each of the former was read from.
        days: Dates without a year, which may stand in another tag.
        links: Addresses, of which one may be that of the work.
    """

    remarks: Remarks
    name: str = ""
    values: dict[str, object] = field(factory=dict)
    lists: dict[str, list[object]] = field(factory=dict)
    tags: dict[str, str] = field(factory=dict)
    days: list[_Waiting] = field(factory=list)
    links: list[_Waiting] = field(factory=list)

    def read(self, tags: Sequence[Line]) -> Reference:
        """The reference that an entry's tags tell; what can not be read is told and left out."""
        (_, _, name), *members = tags
        self.name = name.strip().upper()
        self.values["type"] = self._type(name.strip())
        for line, tag, value in members:
            self.remarks.line = line
            if value.strip():
                self._member(tag, value)
        self._date_and_year()
        self._links()
        return self._reference()

    def _reference(self) -> Reference:
        """The reference of what was read; a note that says in words what the data say is ours."""
        notes = self.lists.pop("note", [])
        several = {name: tuple(found) for name, found in self.lists.items()}
        given = {"id": f"item{self.remarks.record}", **self.values, **several}
        reference = reference_of(given)
        words = provenance(reference)
        own = "\n".join(str(note) for note in notes if note != words)
        return evolve(reference, note=own or None)

    def _date_and_year(self) -> None:
        """The date where one is stated, else the year, with the day that stands apart from it."""
        year = self.values.pop("year", None)
        if "issued" in self.values or year is None:
            self._refuse_days()
            return
        self.values["issued"] = year
        for line, tag, text in self.days[:1]:
            self.remarks.line = line
            try:
                self.values["issued"] = within_year(text, str(year))
            except DateError as error:
                self.remarks.leave_out(tag, error)

    def _refuse_days(self) -> None:
        for line, tag, text in self.days:
            self.remarks.line = line
            self.remarks.leave_out(tag, f'"{text}" is no date without its year')

    def _links(self) -> None:
        """Links to a text or file; the copy that does not change is told in a note of ours."""
        for line, tag, address in self.links:
            self.remarks.line = line
            if tag == "LK" and "url" not in self.values:
                self.values["url"] = address
            elif address not in (self.values.get("archived_url"), self.values.get("url")):
                self.remarks.no_place(tag)

    def _member(self, tag: str, value: str) -> None:
        try:
            if not self._take(tag, value):
                self.remarks.no_place(tag)
        except (DateError, ModelError) as error:
            self.remarks.leave_out(tag, error)

    def _take(self, tag: str, value: str) -> bool:
        tag = _OF_TYPE.get((self.name, tag), tag)
        if tag in _ONE:
            self._set(tag, _ONE[tag], value)
        elif tag in _SEVERAL:
            self._append(_SEVERAL[tag], _agent(value))
        elif tag == "PB":
            self._append("publisher", organisation(_squashed(value)))
        elif tag == "KW":
            self._append("keyword", value)
        elif tag in ("N1", "M2", "RN"):
            self._note(value)
        elif tag in _LINKS:
            self.links.append((self.remarks.line, tag, value))
        else:
            return self._take_special(tag, value)
        return True

    def _set(self, tag: str, variable: str, value: str) -> None:
        """A value that is stated once; a journal's whole title takes the place of a short one."""
        before = self.values.setdefault(variable, value)
        if before == value:
            self.tags.setdefault(variable, tag)
            return
        first = self.tags.get(variable, tag)
        if first in _SHORT and tag not in _SHORT:
            self.values[variable], self.tags[variable] = value, tag
            tag = first
        self.remarks.unlike(tag, "another tag")

    def _take_special(self, tag: str, value: str) -> bool:
        if tag in _DATES:
            self._date(tag, value)
        elif tag == "SP":
            end = self.values.get("page")
            self.values["page"] = _spanned(value, str(end)) if end else value
        elif tag == "EP":
            self.values["page"] = _spanned(self.values.get("page"), value)
        elif tag == "SN":
            self._serial(value)
        elif tag == "M3":
            self._kind(value)
        else:
            return False
        return True

    def _type(self, name: str) -> ReferenceType:
        if name.upper() not in _CSL_TYPES:
            self.remarks.tell("NZ403", f'"{name}" is no type that is known; read as a document')
        return _CSL_TYPES.get(name.upper(), "document")

    def _date(self, tag: str, value: str) -> None:
        if tag == "DA" and not _HAS_YEAR.search(value):
            self.days.append((self.remarks.line, tag, value.strip()))
        else:
            self.values[_DATES[tag]] = _date(value)

    def _serial(self, value: str) -> None:
        """An ISSN has 8 digits, an ISBN 10 or 13; a report or patent may have its number here."""
        digits = re.sub(r"[^0-9Xx]", "", value)
        is_number = self.name in _NUMBERED_BY_SN and len(digits) not in (_ISSN, *_ISBN)
        self._set(
            "SN", "number" if is_number else "issn" if len(digits) == _ISSN else "isbn", value
        )

    def _kind(self, value: str) -> None:
        """The kind of work; that of a journal's article says no more than its type, or is a DOI."""
        if self.name == "JOUR" and (bare_doi(value) or "").startswith("10."):
            self.values.setdefault("doi", value)
        elif value.strip().lower() not in _PLAIN_KINDS.get(self.name, ()):
            self._set("M3", "genre", value)

    def _note(self, value: str) -> None:
        told = read_line(value)
        if told is None:
            self._append("note", value)
        elif isinstance(told[1], tuple):
            self._append(told[0], *told[1])
        else:
            self.values[told[0]] = told[1]

    def _append(self, variable: str, *values: object) -> None:
        self.lists.setdefault(variable, []).extend(values)


def _spanned(start: object, end: str) -> str:
    """First and last page; some programs state the whole range as the first."""
    if not start or start == end:
        return end
    return str(start) if re.search("[-\u2013]", str(start)) else f"{start}-{end}"


def _date(value: str) -> PartialDate:
    """``2017/02/28/`` as far as it goes, or a season after it; else a printed day or EDTF."""
    if "/" not in value:
        return stated_date(value)
    *numbers, words = [part.strip() for part in [*value.split("/", 3), "", "", ""][:4]]
    stated = [part.zfill(2) for part in takewhile(bool, numbers)]
    if len(stated) == 1 and words in _SEASONS:
        stated.append(_SEASONS[words])
    return PartialDate("-".join(stated))


def _agent(value: str) -> Agent:
    """A comma parts family and given name; a name without one is a group's, as one with two."""
    if ",," in value:
        return organisation(_squashed(value.replace(",,", ",", 1)))
    family, *rest = (_squashed(part) for part in value.split(","))
    if not rest or not family:
        return organisation(_squashed(value))
    return person(family, rest[0], suffix=", ".join(rest[1:]))


def _squashed(value: str) -> str:
    return " ".join(value.split())


_SEASONS = {name: str(number) for number, name in SEASONS.items()}
_ISSN, _ISBN = 8, (10, 13)
_HAS_YEAR = re.compile("[0-9]{4}")
_LINKS = frozenset(("L1", "L2", "L3", "L4", "LK"))
_SHORT = frozenset(("JO", "JA", "J1", "J2"))
_NUMBERED_BY_SN = frozenset(("RPRT", "PAT", "STAND"))
_PLAIN_KINDS = {"JOUR": ("article", "journal article", "research article", "original article")}
_ONE = {
    **{tag: variable for variable, tag in TEXTS.items() if tag not in ("L2", "M3")},
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
    **{tag: variable for variable, tag in NAMES.items()},
    "A1": "author",
    "A2": "editor",
    "A3": "editor",
}
# What programs write under one tag depends on the type; "-" has no place in a reference.
_OF_TYPE = {
    # The database that an article was found in is no archive that keeps it (APA 7, 9.30).
    **{
        (name, tag): f"-{tag}" for name in ("JOUR", "EJOUR", "ABST", "INPR") for tag in ("DB", "AN")
    },
    **{(name, "T2"): "T3" for name in (*IN_SERIES, "EBOOK", "EDBOOK")},
    **{(name, "A2"): "-A2" for name in ("BOOK", "EBOOK", "EDBOOK", "CASE", "BILL", "THES")},
    **{(name, "A3"): "-A3" for name in ("CHAP", "CPAPER", "CONF", "DICT", "ENCYC", "RPRT", "THES")},
}
_DATES = {"PY": "year", "Y1": "issued", "DA": "issued", "Y2": "accessed"}
_CSL_TYPES: dict[str, ReferenceType] = {
    **{name: csl for csl, name in TYPES.items()},
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic",
    "CHART": "figure", "CLSWK": "classic", "CONF": "paper-conference", "DBASE": "dataset",
    "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal",
    "FIGURE": "figure", "GOVDOC": "report", "ICOMM": "personal_communication",
    "INPR": "article-journal", "JFULL": "periodical", "MANSCPT": "manuscript",
    "SER": "book", "SLIDE": "speech", "SOUND": "song", "UNBILL": "bill", "UNPD": "manuscript",
    "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip

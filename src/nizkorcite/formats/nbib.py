"""
Parser of PubMed's format (MEDLINE), in files that end in ``.nbib``.

The meaning of the tags is that of the National Library of Medicine's "MEDLINE/PubMed Data Element
(Field) Descriptions". Tags about the entry in the database, not about the work, are skipped; every
other tag without a variable is reported. The page ranges of PubMed leave out the digits that do not
change (``1321-6``); they are completed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, ModelError
from nizkorcite.formats.citation_file import CitationFile, Remarks
from nizkorcite.formats.dates import parse_date, read_date_of_year
from nizkorcite.formats.lines import lines_of_pieces
from nizkorcite.formats.variables import (
    EntryField,
    Variables,
    iter_references,
    named_agent,
    read_entries,
    serial_number_variable,
)
from nizkorcite.messages import Language, Message
from nizkorcite.record.model import Agent, organisation, person
from nizkorcite.reference import Reference, ReferenceType

_LINE = re.compile(r"([A-Z]{2,4}) {0,2}- ?(.*)")


def read_all(text: str, lang: Language = "en") -> CitationFile:
    r"""
    Read the entries of a PubMed file.

    Args:
        text: The whole file.
        lang: Language of the findings.

    >>> read_all("PMID- 1\nTI  - On law.\nJT  - Law\nPG  - 1321-6\n").references[0].page
    '1321-1326'
    """
    remarks = Remarks(lang=lang)
    entries = list(_entries([text.removeprefix("\ufeff")], remarks))
    if text.strip() and not entries and not remarks.findings:
        remarks.report("NZ401", _NO_ENTRY, line=1)
    return read_entries(entries, _read_entry, remarks)


def read_pieces(
    open_pieces: Callable[[], Iterable[str]], remarks: Remarks
) -> Iterator[Reference] | None:
    """Yield the references of a file given in pieces; ``None`` if it has no entry."""
    number = sum(1 for _ in _entries(open_pieces(), Remarks()))
    return (
        iter_references(_entries(open_pieces(), remarks), _read_entry, remarks) if number else None
    )


def _entries(pieces: Iterable[str], remarks: Remarks) -> Iterator[list[EntryField]]:
    """Yield the tags of each entry; an entry begins with its number."""
    entry: list[EntryField] = []
    for line in _tags(pieces, remarks):
        if line[1] == "PMID" and entry:
            yield entry
            entry = []
        entry.append(line)
    if entry:
        yield entry


def _tags(pieces: Iterable[str], remarks: Remarks) -> Iterator[EntryField]:
    """Yield tags with their lines; an indented line continues the value before it."""
    start, tag, parts = 0, "", [""]
    for number, line in enumerate(lines_of_pieces(pieces), 1):
        if match := _LINE.fullmatch(line):
            if tag:
                yield start, tag, " ".join(parts)
            start, tag, parts = number, match[1], [match[2].strip()]
        elif line.strip() and tag:
            parts.append(line.strip())
        elif line.strip():
            remarks.report("NZ401", _NO_ENTRY, line=number)
    if tag:
        yield start, tag, " ".join(parts)


def _read_entry(variables: Variables, tags: Sequence[EntryField]) -> Reference:
    return _Entry(variables).read(tags)


class _Entry:
    """An entry while its tags are read."""

    def __init__(self, variables: Variables) -> None:
        self.variables = variables
        self.kinds: set[str] = set()
        self.texts: dict[str, str] = {}
        self.has_full_name = False

    def read(self, tags: Sequence[EntryField]) -> Reference:
        """Make the reference of an entry's tags."""
        for line, tag, value in tags:
            self.variables.remarks.line = line
            if value:
                self._read_tag(tag, value)
        self._set_titles()
        self._set_date()
        self.variables.values["type"] = self._type()
        return self.variables.reference()

    def _read_tag(self, tag: str, value: str) -> None:
        if tag in _POSTPONED:
            self.texts.setdefault(tag, value)
        elif tag in _TEXTS:
            self.variables.set(tag, _TEXTS[tag], value)
        elif read := _READERS.get(tag):
            try:
                read(self, tag, value)
            except ModelError as error:
                self.variables.remarks.report_value(tag, error)
        elif tag not in _OF_THE_DATABASE:
            self.variables.report_unused(tag)

    def add_name(self, tag: str, value: str) -> None:
        """Add a name; the short form after a full one repeats it."""
        is_full = tag in ("FAU", "FED")
        if not is_full and tag != "CN" and self.has_full_name:
            self.has_full_name = False
            return
        self.has_full_name = is_full
        name = (
            organisation(value) if tag == "CN" else (_full_name if is_full else _short_name)(value)
        )
        self.variables.append(_NAMES[tag], name)

    def set_id(self, _tag: str, value: str) -> None:
        """Make an id of PubMed's number."""
        self.variables.values["id"] = f"pmid:{value}"

    def add_kind(self, _tag: str, value: str) -> None:
        """Keep a kind of publication; an entry has several."""
        self.kinds.add(value.casefold())

    def set_pages(self, tag: str, value: str) -> None:
        """Set the pages, with whole numbers."""
        self.variables.set(tag, "page", _RANGE.sub(_whole_range, value))

    def set_identifier(self, tag: str, value: str) -> None:
        """Set the DOI; the publisher's item number is one of the database."""
        number, _, scheme = value.rpartition(" ")
        if scheme == "[doi]":
            self.variables.set(tag, "doi", number)
        elif scheme != "[pii]":
            self.variables.report_unused(tag)

    def set_serial_number(self, tag: str, value: str) -> None:
        """Set the ISSN, that of the printed journal before others, or the ISBN."""
        variable = serial_number_variable(value)
        if variable is None:
            self.variables.report_unused(tag)
        elif variable not in self.variables.values or "(Print)" in value:
            self.variables.values[variable] = value.partition(" (")[0]

    def set_language(self, tag: str, value: str) -> None:
        """Set the language, of the three letters of ISO 639-2."""
        self.variables.set_language(tag, value)

    def add_keyword(self, _tag: str, value: str) -> None:
        """Add a keyword; an asterisk marks a main one."""
        self.variables.append("keyword", value.replace("*", ""))

    def add_publisher(self, _tag: str, value: str) -> None:
        """Add a publisher, which is a group."""
        self.variables.append("publisher", organisation(value))

    def _set_titles(self) -> None:
        """Set the titles; a translated one is in brackets, beside the title in its own language."""
        title = _without_stop(self.texts.get("TI"))
        book = _without_stop(self.texts.get("BTI"))
        vernacular = _without_stop(self.texts.get("TT"))
        if vernacular and title:
            self.variables.values |= {"title": vernacular, "title_translated": title.strip("[]")}
        elif title or book:
            self.variables.values["title"] = title or book
        container = book if title else None
        journal = self.texts.get("JT") or self.texts.get("TA")
        if container or journal:
            self.variables.values["container_title"] = container or journal
        if "BTI" in self.texts and (place := self.texts.get("PL")):
            self.variables.values["publisher_place"] = place

    def _set_date(self) -> None:
        for tag in ("DP", "DEP"):
            if text := self.texts.get(tag):
                self.variables.values["issued"] = self._date(tag, text)
                return

    def _date(self, tag: str, text: str) -> PartialDate | None:
        """Read a date; of one that is not understood the year, with a report."""
        try:
            return _date(text)
        except DateError as error:
            year = re.match(r"[0-9]{4}(?![0-9])", text)
            if year is None:
                self.variables.remarks.report_value(tag, error)
                return None
            message = Message('{field}: of "{text}" only the year is read', field=tag, text=text)
            self.variables.remarks.report("NZ402", message)
            return PartialDate(year[0])

    def _type(self) -> ReferenceType:
        if "BTI" in self.texts:
            return "chapter" if "TI" in self.texts else "book"
        found = (csl for kind, csl in _TYPES.items() if kind in self.kinds)
        return next(found, "article-journal")


def _date(text: str) -> PartialDate:
    """Read ``2017 Feb 27``, ``20170227``, or two days or months with a hyphen between them."""
    if re.fullmatch("[0-9]{8}", text):
        return PartialDate(f"{text[:4]}-{text[4:6]}-{text[6:]}")
    first, hyphen, last = text.partition("-")
    start = first.split()
    if not hyphen:
        return _day(start)
    end = last.split()
    shared = [] if re.match("[0-9]{4}", last) else start[:1] if last[:1].isalpha() else start[:2]
    return PartialDate(f"{_day(start)}/{_day([*shared, *end])}")


def _day(words: list[str]) -> PartialDate:
    year, *rest = words or [""]
    if not re.fullmatch("[0-9]{4}", year):
        return parse_date(" ".join(words))
    return read_date_of_year(" ".join(rest), year) if rest else PartialDate(year)


def _full_name(name: str) -> Agent:
    """Read ``King, Martin Luther Jr``."""
    family, comma, given = name.partition(",")
    match = _SUFFIX.fullmatch(given.strip())
    return named_agent(f"{family}{comma}{match[1]},{match[2]}" if match else name)


def _short_name(name: str) -> Agent:
    """Read ``King ML Jr``, where the initials have no stops."""
    match = _SHORT_NAME.fullmatch(name)
    if match is None:
        return organisation(name)
    initials = " ".join(f"{letter}." for letter in match[2])
    return person(family=match[1], given=initials, suffix=match[3] or "")


def _whole_range(pages: re.Match[str]) -> str:
    start, end = pages.groups()
    return f"{start}-{start[: max(0, len(start) - len(end))]}{end}"


def _without_stop(title: str | None) -> str | None:
    """Remove the full stop that PubMed adds to titles, but not that of an abbreviation."""
    if title is None or not title.endswith(".") or re.search(r"\.\S*\.$", title):
        return title
    return title[:-1]


_NO_ENTRY = Message("no entry found; an entry starts with a line such as PMID- 12345678")
_RANGE = re.compile(r"(?<![0-9])([0-9]{1,9})-([0-9]{1,9})(?![0-9])")
_SUFFIX = re.compile(r"(.*) (Jr|Sr|2nd|3rd|4th)\.?")
_SHORT_NAME = re.compile(r"(\S.*?) ([^\W\d_a-z]{1,4})(?: (Jr|Sr|2nd|3rd|4th))?")
_NAMES = {"FAU": "author", "AU": "author", "CN": "author", "FED": "editor", "ED": "editor"}
_POSTPONED = frozenset(("TI", "BTI", "TT", "JT", "TA", "DP", "DEP", "PL"))
_TEXTS = {
    "AB": "abstract", "CI": "rights", "CTI": "collection_title", "EN": "edition", "IP": "issue",
    "VI": "volume",
}  # fmt: skip
_READERS: Mapping[str, Callable[[_Entry, str, str], None]] = {
    **dict.fromkeys(_NAMES, _Entry.add_name),
    "AID": _Entry.set_identifier,
    "IS": _Entry.set_serial_number,
    "ISBN": _Entry.set_serial_number,
    "LA": _Entry.set_language,
    "LID": _Entry.set_identifier,
    "MH": _Entry.add_keyword,
    "OT": _Entry.add_keyword,
    "PB": _Entry.add_publisher,
    "PG": _Entry.set_pages,
    "PMID": _Entry.set_id,
    "PT": _Entry.add_kind,
}
_TYPES: Mapping[str, ReferenceType] = {
    "newspaper article": "article-newspaper",
    "dataset": "dataset",
    "preprint": "article",
}
"""Kinds of publication that are no journal articles."""
_OF_THE_DATABASE = frozenset(
    "AUID CRDT DCOM DRDT EDAT IRAD JID LR MHDA MID OTO OWN PHST PMCR PST PUBM SB SO STAT".split()
)

"""Reading RIS: the exports of Zotero, EndNote and databases, and our own, as references."""

import re
from collections.abc import Iterator
from itertools import takewhile

from attrs import define, evolve, field

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, ModelError
from nizkorcite.findings import Finding
from nizkorcite.formats.extra import read_line
from nizkorcite.formats.imported import Imported
from nizkorcite.formats.ris import NAMES, TEXTS, TYPES
from nizkorcite.model import Agent, organisation
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.wording.provenance import provenance
from nizkorcite.wording.words import SEASONS

_LINE = re.compile(r"([A-Za-z][A-Za-z0-9]) {0,2}- ?(.*)", re.DOTALL)
_BREAK = re.compile(r"\r\n?|\n")
_Tag = tuple[int, str, str]


def read_all(text: str) -> Imported:
    r"""
    The entries of a RIS file.

    >>> read_all("TY  - BOOK\nTI  - Law\nER  - \n").references[0].title
    'Law'
    """
    findings: list[Finding] = []
    references = []
    seen: set[str] = set()
    for number, tags in enumerate(_entries(text, findings), 1):
        entry = _Entry(number, tags[0][0])
        reference = entry.read(tags)
        if reference.id in seen:
            entry.tell("NZ404", f'"{reference.id}" is the id of two entries')
        seen.add(reference.id)
        references.append(reference)
        findings += entry.findings
    ordered = sorted(findings, key=lambda finding: finding.line or 0)
    return Imported(references=tuple(references), findings=tuple(ordered))


def _entries(text: str, findings: list[Finding]) -> Iterator[list[_Tag]]:
    """The tags of each entry with their lines; what stands in no entry is told."""
    tags: list[_Tag] = []
    for number, tag, value in _tags(text, findings):
        if tag == "TY" and tags:
            findings.append(_broken(tags[0][0], "the entry has no end (ER)"))
            yield tags
            tags = []
        if tag == "ER":
            if tags:
                yield tags
            tags = []
        elif tags or tag == "TY":
            tags.append((number, tag, value))
        else:
            findings.append(_broken(number, f"{tag} stands before the type (TY) of any entry"))
    if tags:
        findings.append(_broken(tags[0][0], "the entry has no end (ER)"))
        yield tags


def _tags(text: str, findings: list[Finding]) -> Iterator[_Tag]:
    """Tags with their lines; a line without a tag goes on with the value before it."""
    last: _Tag | None = None
    for number, line in enumerate(_BREAK.split(text.removeprefix("\ufeff")), 1):
        match = _LINE.fullmatch(line)
        if match:
            if last:
                yield last
            last = (number, match[1].upper(), match[2])
        elif line.strip() and last and last[1] != "ER":
            last = (last[0], last[1], f"{last[2]} {line.strip()}")
        elif line.strip():
            findings.append(_broken(number, "the line has no tag, such as TI  - "))
    if last:
        yield last


def _broken(line: int, message: str) -> Finding:
    return Finding(code="NZ401", severity="error", pointer="", message=message, line=line)


@define
class _Entry:
    """An entry while it is read."""

    number: int
    line: int
    findings: list[Finding] = field(factory=list)
    values: dict[str, object] = field(factory=dict)
    lists: dict[str, list[object]] = field(factory=dict)

    def read(self, tags: list[_Tag]) -> Reference:
        for line, tag, value in tags:
            self.line = line
            if value.strip():
                self._member(tag, value)
        self.values.setdefault("id", f"item{self.number}")
        if "issued" not in self.values and "year" in self.values:
            self.values["issued"] = self.values["year"]
        self.values.pop("year", None)
        several: dict[str, object] = {name: tuple(found) for name, found in self.lists.items()}
        notes = [str(note) for note in self.lists.pop("note", [])]
        several.pop("note", None)
        has_original = any(name.startswith("original_") for name in (*self.values, *several))
        reference = Reference(
            **{**self.values, **several},  # type: ignore[arg-type]
            layers="both" if has_original else "republication",
        )
        words = provenance(reference)
        own = "\n".join(note for note in notes if note != words)
        return evolve(reference, note=own or None)

    def tell(self, code: str, message: str) -> None:
        """A warning at the line being read."""
        self.findings.append(
            Finding(
                code=code,
                severity="warning",
                pointer="",
                message=message,
                line=self.line,
                record=self.number,
            )
        )

    def _member(self, tag: str, value: str) -> None:
        try:
            if not self._take(tag, value):
                self.tell("NZ403", f'a reference has no place for "{tag}"; it is left out')
        except (DateError, ModelError) as error:
            self.tell("NZ402", f"{tag}: {error}; it is left out")

    def _take(self, tag: str, value: str) -> bool:
        if tag in _ONE:
            self.values.setdefault(_ONE[tag], value)
        elif tag in _SEVERAL:
            self._append(_SEVERAL[tag], _agent(value))
        elif tag == "PB":
            self._append("publisher", organisation(_squashed(value)))
        elif tag == "KW":
            self._append("keyword", value)
        elif tag in ("N1", "M2", "RN"):
            self._note(value)
        else:
            return self._take_special(tag, value)
        return True

    def _take_special(self, tag: str, value: str) -> bool:
        if tag == "TY":
            self.values["type"] = _type(value.strip())
        elif tag in _DATES:
            self.values[_DATES[tag]] = _date(value)
        elif tag == "SP":
            self.values["page"] = value
        elif tag == "EP":
            start = self.values.get("page")
            self.values["page"] = f"{start}-{value}" if start else value
        elif tag == "SN":
            digits = re.sub(r"[^0-9Xx]", "", value)
            self.values["issn" if len(digits) == _ISSN else "isbn"] = value
        else:
            return False
        return True

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


def _type(name: str) -> ReferenceType:
    return _CSL_TYPES.get(name.upper(), "document")


def _date(value: str) -> PartialDate:
    """``2017/02/28/`` as far as it goes, or a season after it; other words are no date."""
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
    given, suffix = rest[0] or None, ", ".join(rest[1:]) or None
    whole = (given, family, suffix)
    return Agent(
        kind="person",
        name=" ".join(part for part in whole if part),
        family=family,
        given=given,
        suffix=suffix,
    )


def _squashed(value: str) -> str:
    return " ".join(value.split())


_SEASONS = {name: str(number) for number, name in SEASONS.items()}
_ISSN = 8
_ONE = {
    **{tag: variable for variable, tag in TEXTS.items()},
    "ID": "id",
    "T1": "title",
    "CT": "title",
    "JO": "container_title",
    "JF": "container_title",
    "BT": "container_title",
    "L1": "archived_url",
    "N2": "abstract",
    "PP": "publisher_place",
}
_SEVERAL = {
    **{tag: variable for variable, tag in NAMES.items()},
    "A1": "author",
    "A2": "editor",
    "A3": "editor",
}
_DATES = {"PY": "year", "Y1": "issued", "DA": "issued", "Y2": "accessed"}
_CSL_TYPES: dict[str, ReferenceType] = {
    **{name: csl for csl, name in TYPES.items()},
    "WEB": "webpage",
    "CONF": "paper-conference",
    "EJOUR": "article-journal",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "ABST": "article-journal",
}

"""Reading RIS: the exports of Zotero, EndNote and databases, and our own, as references."""

import re
from collections.abc import Iterator

from nizkorcite.findings import Finding
from nizkorcite.formats.imported import Imported
from nizkorcite.formats.ris_entry import RisEntry, Tag

_LINE = re.compile(r"([A-Za-z][A-Za-z0-9]) {0,2}- ?(.*)", re.DOTALL)
_TYPE = re.compile(r"^\s*TY {0,2}-", re.MULTILINE | re.IGNORECASE)
_BREAK = re.compile(r"\r\n?|\n")


def read_all(text: str) -> Imported:
    r"""
    The entries of a RIS file.

    >>> read_all("TY  - BOOK\nTI  - Law\nER  - \n").references[0].title
    'Law'
    """
    findings: list[Finding] = []
    references = []
    seen: set[str] = set()
    if text.strip() and not _TYPE.search(text):
        return Imported(references=(), findings=(_broken(1, "no line has a type, as TY  - BOOK"),))
    for number, tags in enumerate(_entries(text, findings), 1):
        entry = RisEntry(number, tags[0][0])
        reference = entry.read(tags)
        if reference.id in seen:
            entry.tell("NZ404", f'"{reference.id}" is the id of two entries')
        seen.add(reference.id)
        references.append(reference)
        findings += entry.findings
    ordered = sorted(findings, key=lambda finding: finding.line or 0)
    return Imported(references=tuple(references), findings=tuple(ordered))


def _entries(text: str, findings: list[Finding]) -> Iterator[list[Tag]]:
    """The tags of each entry with their lines; what stands in no entry is told."""
    tags: list[Tag] = []
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


def _tags(text: str, findings: list[Finding]) -> Iterator[Tag]:
    """Tags with their lines; a line without a tag goes on with the value before it."""
    last: Tag | None = None
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

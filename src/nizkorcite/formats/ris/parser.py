"""Reading RIS: the exports of Zotero, EndNote and databases, and our own, as references."""

import re
from collections.abc import Iterator

from nizkorcite.findings import Finding
from nizkorcite.formats.citation_file import CitationFile, Remarks, by_line, finding
from nizkorcite.formats.ris.entry import Line, RisEntry

_LINE = re.compile(r"([A-Za-z][A-Za-z0-9]) {0,2}- ?(.*)", re.DOTALL)
_TYPE = re.compile(r"^\s*TY {0,2}-", re.MULTILINE | re.IGNORECASE)
_BREAK = re.compile(r"\r\n?|\n")


def read_all(text: str) -> CitationFile:
    r"""
    The entries of a RIS file.

    >>> read_all("TY  - BOOK\nTI  - Law\nER  - \n").references[0].title
    'Law'
    """
    findings: list[Finding] = []
    references = []
    seen: set[str] = set()
    if text.strip() and not _TYPE.search(text):
        untyped = finding("NZ401", "no line has a type, as TY  - BOOK", line=1)
        return CitationFile(references=(), findings=(untyped,))
    for number, lines in enumerate(_entries(text, findings), 1):
        remarks = Remarks(record=number, line=lines[0][0], findings=findings)
        reference = RisEntry(remarks).read(lines)
        if reference.id in seen:
            remarks.tell("NZ404", f'"{reference.id}" is the id of two entries')
        seen.add(reference.id)
        references.append(reference)
    return CitationFile(references=tuple(references), findings=by_line(findings))


def _entries(text: str, findings: list[Finding]) -> Iterator[list[Line]]:
    """The tags of each entry with their lines; what stands in no entry is told."""
    tags: list[Line] = []
    for number, tag, value in _tags(text, findings):
        if tag == "TY" and tags:
            findings.append(finding("NZ401", "the entry has no end (ER)", line=tags[0][0]))
            yield tags
            tags = []
        if tag == "ER":
            if tags:
                yield tags
            tags = []
        elif tags or tag == "TY":
            tags.append((number, tag, value))
        else:
            findings.append(
                finding("NZ401", f"{tag} stands before the type (TY) of any entry", line=number)
            )
    if tags:
        findings.append(finding("NZ401", "the entry has no end (ER)", line=tags[0][0]))
        yield tags


def _tags(text: str, findings: list[Finding]) -> Iterator[Line]:
    """Tags with their lines; a line without a tag goes on with the value before it."""
    last: Line | None = None
    for number, line in enumerate(_BREAK.split(text.removeprefix("\ufeff")), 1):
        match = _LINE.fullmatch(line)
        if match:
            if last:
                yield last
            last = (number, match[1].upper(), match[2])
        elif line.strip() and last and last[1] != "ER":
            last = (last[0], last[1], f"{last[2]} {line.strip()}")
        elif line.strip():
            findings.append(finding("NZ401", "the line has no tag, such as TI  - ", line=number))
    if last:
        yield last

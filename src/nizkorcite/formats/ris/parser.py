"""
Parser of RIS: exports of Zotero, EndNote and databases, and our own.

Own code, measured beside rispy 0.10: rispy splits tags in a sixth of the time, but drops entries
without ER, and tags in small letters or with one space before the hyphen, without an error, and
keeps no line numbers for findings.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from nizkorcite.formats.citation_file import CitationFile, Remarks
from nizkorcite.formats.lines import lines_of_pieces
from nizkorcite.formats.ris.entry import RisEntry, TagLine
from nizkorcite.messages import Language, Message
from nizkorcite.reference import Reference

_LINE = re.compile(r"([A-Za-z][A-Za-z0-9]) {0,2}- ?(.*)", re.DOTALL)
_TYPE = re.compile(r"^\s*TY {0,2}-", re.MULTILINE | re.IGNORECASE)


def read_all(text: str, lang: Language = "en") -> CitationFile:
    r"""
    Read the entries of a RIS file.

    Args:
        text: The whole file.
        lang: Language of the findings.

    >>> read_all("TY  - BOOK\nTI  - Law\nER  - \n").references[0].title
    'Law'
    """
    remarks = Remarks(lang=lang)
    if text.strip() and not _TYPE.search(text):
        missing = Message("no entry found; an entry starts with a line such as TY  - BOOK")
        remarks.report("NZ401", missing, line=1)
        return CitationFile(references=(), findings=tuple(remarks.findings))
    references = tuple(_references([text.removeprefix("\ufeff")], remarks))
    return CitationFile(references=references, findings=remarks.sorted_findings())


def read_pieces(
    open_pieces: Callable[[], Iterable[str]], remarks: Remarks
) -> Iterator[Reference] | None:
    """Yield the references of a file given in pieces; ``None`` if it has no entry."""
    has_entry = False
    for line in lines_of_pieces(open_pieces()):
        has_entry = has_entry or _TYPE.match(line) is not None
    return _references(open_pieces(), remarks) if has_entry else None


def _references(pieces: Iterable[str], remarks: Remarks) -> Iterator[Reference]:
    ids: set[str] = set()
    for number, lines in enumerate(_entries(pieces, remarks), 1):
        item = next((value.strip() for _, tag, value in lines if tag == "ID"), f"item{number}")
        entry_remarks = remarks.on_entry(item=item, record=number, line=lines[0][0])
        reference = RisEntry(entry_remarks).read(lines)
        if reference.id in ids:
            entry_remarks.report(
                "NZ404", Message('two entries have the id "{id}"', id=reference.id)
            )
        ids.add(reference.id)
        yield reference


def _entries(pieces: Iterable[str], remarks: Remarks) -> Iterator[list[TagLine]]:
    """Yield the tags of each entry; tags outside of entries are reported."""
    tags: list[TagLine] = []
    for number, tag, value in _tags(pieces, remarks):
        if tag == "TY" and tags:
            _report_open_entry(tags, remarks)
            yield tags
            tags = []
        if tag == "ER":
            if tags:
                yield tags
            tags = []
        elif tags or tag == "TY":
            tags.append((number, tag, value))
        else:
            early = Message("tag {tag} is outside an entry; entries start with TY", tag=tag)
            remarks.report("NZ401", early, line=number)
    if tags:
        _report_open_entry(tags, remarks)
        yield tags


def _report_open_entry(tags: list[TagLine], remarks: Remarks) -> None:
    remarks.report("NZ401", Message("the entry has no end (a line ER  - )"), line=tags[0][0])


def _tags(pieces: Iterable[str], remarks: Remarks) -> Iterator[TagLine]:
    """Yield tags with their lines; a line without a tag continues the value before it."""
    last: TagLine | None = None
    continued: list[str] = []
    for number, line in enumerate(lines_of_pieces(pieces), 1):
        match = _LINE.fullmatch(line)
        if match:
            if last:
                yield _with_lines(last, continued)
            last, continued = (number, match[1].upper(), match[2]), []
        elif line.strip() and last and last[1] != "ER":
            continued.append(line.strip())
        elif line.strip():
            remarks.report("NZ401", Message('no tag such as "TI  - " in this line'), line=number)
    if last:
        yield _with_lines(last, continued)


def _with_lines(tag: TagLine, continued: list[str]) -> TagLine:
    return (*tag[:2], " ".join((tag[2], *continued)))

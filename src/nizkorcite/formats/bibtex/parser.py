"""
Reading BibTeX and BibLaTeX: entries as references.

bibtexparser 2 reads the container and finds broken entries; values are decoded here, by kind of
field (`nizkorcite.formats.bibtex.latex`), because its own decoder loses characters and splits
corporate authors. Both dialects are read alike: a field of either name means the same.
"""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from nizkorcite.findings import Finding
from nizkorcite.formats.bibtex.entry import BibEntry, with_original
from nizkorcite.formats.bibtex.inheritance import Entries, Fields, inherited
from nizkorcite.formats.citation_file import CitationFile, Remarks, by_line, finding
from nizkorcite.reference import Reference

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry, ParsingFailedBlock

_DATA = "xdata"  # holds fields for other entries, and is no item
_PIECE = re.compile(r'\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|"[^"]*"|[^\s#{}"]+')


def read_all(text: str) -> CitationFile:
    """
    The entries of a BibTeX or BibLaTeX file.

    >>> read_all("@book{law, title = {A law of {Spain}}, year = 1998}").references[0].title
    'A law of Spain'
    """
    from bibtexparser import splitter  # slow to load

    logging.getLogger(splitter.__name__).disabled = True  # what it logs becomes a finding
    library = splitter.Splitter(text.removeprefix("\ufeff")).split()
    macros = {each.key.lower(): _plain(str(each.value), {}) for each in library.strings}
    findings: list[Finding] = []
    blocks = [(entry, _fields(entry, macros)) for entry in _entries(library.blocks, findings)]
    entries = {entry.key.lower(): (entry.entry_type.lower(), each) for entry, each in blocks}
    read = [
        _read(number, entry, own, entries, findings)
        for number, (entry, own) in enumerate(blocks, 1)
        if entry.entry_type.lower() != _DATA
    ]
    return CitationFile(references=_related(read), findings=by_line(findings))


def _read(
    number: int, entry: "Entry", own: Fields, entries: Entries, findings: list[Finding]
) -> tuple[Reference, Fields]:
    """The reference of an entry, and its fields with those that it takes from others."""
    entry_type, key = entry.entry_type.lower(), entry.key or f"item{number}"
    fields, missing = inherited(entry_type, own, entries)
    remarks = Remarks(opening=f"{key}: ", line=(entry.start_line or 0) + 1, findings=findings)
    reading = BibEntry(entry_type, key, remarks)
    reading.miss(missing)
    reference = reading.read(fields)
    return (reference if entry.key else evolve(reference, citation_key=None)), fields


def _related(read: Sequence[tuple[Reference, Fields]]) -> tuple[Reference, ...]:
    """References, each with the original that has an entry of its own; that one is no item."""
    originals = {
        reference.citation_key: reference
        for reference, fields in read
        if "dataonly" in fields.get("options", "")
    }
    firsts = [originals.get(fields.get("related")) for _, fields in read]
    used = [id(first) for first in firsts]
    return tuple(
        with_original(reference, first) if first else reference
        for (reference, _), first in zip(read, firsts, strict=True)
        if id(reference) not in used
    )


def _entries(blocks: "Sequence[Block]", findings: list[Finding]) -> "Iterator[Entry]":
    for block in blocks:
        if (entry := _entry(block, findings)) is not None:
            yield entry


def _entry(block: "Block", findings: list[Finding]) -> "Entry | None":
    """The entry of a block; of one that says a field or key twice, what can be read of it."""
    from bibtexparser.model import DuplicateBlockKeyBlock, Entry, ParsingFailedBlock

    if not isinstance(block, ParsingFailedBlock):
        return block if isinstance(block, Entry) else None
    if not isinstance(block, DuplicateBlockKeyBlock) or block.key:
        findings.append(_fault(block))
    repaired = block.ignore_error_block
    return repaired if isinstance(repaired, Entry) else None


def _fault(block: "ParsingFailedBlock") -> Finding:
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        return finding("NZ404", f'"{block.key}" is the key of two entries', line=line)
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(f'"{name}"' for name in sorted(block.duplicate_keys))
        return finding("NZ402", f"the entry has {names} twice; the last is read", line=line)
    message = "the entry can not be read: is a brace or a quotation mark missing?"
    return finding("NZ401", message, line=line)


def _fields(entry: "Entry", macros: Mapping[str, str]) -> dict[str, str]:
    return {field.key.lower(): _plain(str(field.value), macros) for field in entry.fields}


def _plain(raw: str, macros: Mapping[str, str]) -> str:
    """
    A value without what encloses it, its macros resolved and its parts joined at ``#``.

    Those of months stand for their names, and are read as such.
    """
    raw = raw.strip()
    if raw.startswith("{") and _closes_at_end(raw):
        return raw[1:-1]
    return "".join(_pieces(raw, macros))


def _pieces(raw: str, macros: Mapping[str, str]) -> Iterator[str]:
    for piece in _PIECE.findall(raw):
        yield piece[1:-1] if piece[0] in '{"' else macros.get(piece.lower(), piece)


def _closes_at_end(raw: str) -> bool:
    depth = 0
    for index, character in enumerate(raw):
        depth += (character == "{") - (character == "}")
        if not depth:
            return index == len(raw) - 1
    return False

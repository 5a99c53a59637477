"""
Parser of BibTeX and BibLaTeX files.

bibtexparser 2 splits the file into entries and finds broken ones. Values are decoded by kind of
field in `nizkorcite.formats.bibtex.latex`, because bibtexparser's decoder loses characters and
splits corporate authors. Fields of both dialects are read in every file.
"""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from nizkorcite.formats.bibtex.entry import BibEntry, with_original
from nizkorcite.formats.bibtex.inheritance import Entries, Fields, with_inherited
from nizkorcite.formats.citation_file import CitationFile, Remarks
from nizkorcite.messages import Language, Message
from nizkorcite.reference import Reference

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry, ParsingFailedBlock

_DATA = "xdata"  # holds fields for other entries, and is no item
_PIECE = re.compile(r'\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|"[^"]*"|[^\s#{}"]+')


def read_all(text: str, lang: Language = "en") -> CitationFile:
    """
    Read the entries of a BibTeX or BibLaTeX file.

    Args:
        text: The whole file.
        lang: Language of the findings.

    >>> read_all("@book{law, title = {A law of {Spain}}, year = 1998}").references[0].title
    'A law of Spain'
    """
    from bibtexparser import splitter  # slow to load

    logging.getLogger(splitter.__name__).disabled = True  # what it logs becomes a finding
    library = splitter.Splitter(text.removeprefix("\ufeff")).split()
    macros = {each.key.lower(): _without_quotes(str(each.value), {}) for each in library.strings}
    remarks = Remarks(lang=lang)
    blocks = [(entry, _fields(entry, macros)) for entry in _entries(library.blocks, remarks)]
    entries = {entry.key.lower(): (entry.entry_type.lower(), each) for entry, each in blocks}
    read = [
        _read(number, entry, own, entries, remarks)
        for number, (entry, own) in enumerate(blocks, 1)
        if entry.entry_type.lower() != _DATA
    ]
    references = _with_originals(read)
    return CitationFile(references=references, findings=remarks.sorted_findings())


def _read(
    number: int, entry: "Entry", own: Fields, entries: Entries, remarks: Remarks
) -> tuple[Reference, Fields]:
    """Return the reference of an entry, and its fields with inherited ones."""
    entry_type, key = entry.entry_type.lower(), entry.key or f"item{number}"
    fields, missing = with_inherited(entry_type, own, entries)
    on_entry = remarks.on_entry(key, line=(entry.start_line or 0) + 1)
    for other in missing:
        lost = Message('the file has no entry "{key}" to take fields from', key=other)
        on_entry.report("NZ403", lost)
    reference = BibEntry(entry_type, key, on_entry).read(fields)
    return (reference if entry.key else evolve(reference, citation_key=None)), fields


def _with_originals(read: Sequence[tuple[Reference, Fields]]) -> tuple[Reference, ...]:
    """Complete references by their originals' own entries, which are not references themselves."""
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


def _entries(blocks: "Sequence[Block]", remarks: Remarks) -> "Iterator[Entry]":
    for block in blocks:
        if (entry := _entry(block, remarks)) is not None:
            yield entry


def _entry(block: "Block", remarks: Remarks) -> "Entry | None":
    """Return the entry of a block, if any; report its syntax errors."""
    from bibtexparser.model import DuplicateBlockKeyBlock, Entry, ParsingFailedBlock

    if not isinstance(block, ParsingFailedBlock):
        return block if isinstance(block, Entry) else None
    if not isinstance(block, DuplicateBlockKeyBlock) or block.key:
        _report_block(block, remarks)
    repaired = block.ignore_error_block
    return repaired if isinstance(repaired, Entry) else None


def _report_block(block: "ParsingFailedBlock", remarks: Remarks) -> None:
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        message = Message('two entries have the key "{key}"', key=block.key)
        remarks.report("NZ404", message, line=line)
    elif isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(f'"{name}"' for name in sorted(block.duplicate_keys))
        message = Message("{fields}: given twice; the last value was used", fields=names)
        remarks.report("NZ402", message, line=line)
    else:
        message = Message("cannot read the entry; is a brace or quotation mark missing?")
        remarks.report("NZ401", message, line=line)


def _fields(entry: "Entry", macros: Mapping[str, str]) -> dict[str, str]:
    return {field.key.lower(): _without_quotes(str(field.value), macros) for field in entry.fields}


def _without_quotes(raw: str, macros: Mapping[str, str]) -> str:
    """
    Remove a value's braces, resolve its macros, and join its parts.

    Macros of months stay: a date is read with them.
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

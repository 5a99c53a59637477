"""
Entries of a BibTeX or BibLaTeX file, with their values still in LaTeX.

`pieces` splits the file and its usual entries; bibtexparser 2 splits all others and finds broken
ones. Values are taken apart here: bibtexparser neither resolves a string that contains strings nor
notices a missing comma between two fields.
"""

import logging
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from nizkorcite.formats.bibtex.heads import NO_ENTRY, with_readable_heads
from nizkorcite.formats.bibtex.latex.journals import journal_name
from nizkorcite.formats.bibtex.latex.macros import Macro, defined_macros, expand_macros
from nizkorcite.formats.bibtex.pieces import (
    BibPiece,
    SplitEntry,
    StatedField,
    pieces,
    regular_entry,
)
from nizkorcite.formats.bibtex.values import joined_values
from nizkorcite.formats.citation_file import Remarks
from nizkorcite.locale.prose import MONTHS
from nizkorcite.messages import Message

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry, Field, String

_LONGEST_STRING = 100_000
_MONTH_MACROS = frozenset(month[:3].lower() for month in MONTHS)
_JOURNALS = frozenset(("journal", "journaltitle", "shortjournal"))
_FIELDS_OF_NO_ENTRY = re.compile(r"\s*,?\s*[A-Za-z][\w+-]*\s*=\s*[{\"\d]")


@frozen
class RawEntry:
    """
    An entry whose values are still in LaTeX.

    Attributes:
        entry_type: The entry type in small letters.
        key: The citation key; empty if the entry has none.
        fields: Values without their outer braces, by names in small letters. Macros of months stay.
        line: The line of the entry, from 1.
    """

    entry_type: str
    key: str
    fields: Mapping[str, str]
    line: int


def raw_entries(text: str, remarks: Remarks) -> Sequence[RawEntry]:
    """
    Split a file into entries, and report what cannot be read.

    >>> raw_entries('@string{a = "Itar "} @misc{k, author = a # {Tass}}', Remarks())[0].fields
    {'author': 'Itar Tass'}
    """
    split = list(readable_pieces(BibPiece(text.removeprefix("\ufeff"), 0), remarks))
    return list(entries_of_pieces(split, (piece for piece in split if piece.defines), remarks))


def readable_pieces(section: BibPiece, remarks: Remarks) -> Iterator[BibPiece]:
    """Split a file, or a section of one, into pieces with beginnings that are repaired."""
    readable = with_readable_heads(section.text, remarks, section.lines_before)
    return pieces(readable, section.lines_before)


def entries_of_pieces(
    split: Iterable[BibPiece], defining: Iterable[BibPiece], remarks: Remarks
) -> Iterator[RawEntry]:
    """
    Yield the entries of the pieces of a file.

    Args:
        split: The pieces, in their order.
        defining: Those that may have strings or preambles.
        remarks: Findings on the file.
    """
    strings, preambles = _definitions(defining)
    values = _Values(remarks, strings)
    values.define_macros(preambles)
    keys = set[str]()
    for piece in split:
        if entry := regular_entry(piece):
            _report_second(entry.key, keys, remarks.on_line(piece.line))
            yield values.raw_entry(entry, piece.line)
        elif "@" in piece.text:
            for line, entry in _entries(piece, keys, remarks):
                yield values.raw_entry(entry, line)


def _blocks(piece: BibPiece) -> "Sequence[tuple[int, Block]]":
    """Split a piece of any form into blocks, each with its line from 1."""
    from bibtexparser import splitter  # slow to load, and few files need it

    logging.getLogger(splitter.__name__).disabled = True  # what it logs becomes a finding
    blocks = splitter.Splitter(piece.text).split().blocks
    return [(piece.line + (block.start_line or 0), block) for block in blocks]


def _definitions(split: Iterable[BibPiece]) -> "tuple[list[tuple[int, String]], list[str]]":
    """Return all strings, also those of a name that is defined before, and the preambles."""
    blocks = [each for piece in split for each in _blocks(piece)]
    if not blocks:
        return [], []
    from bibtexparser.model import DuplicateBlockKeyBlock, Preamble, String

    strings = []
    for line, block in blocks:
        each = block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock) else block
        strings += [(line, each)] if isinstance(each, String) else []
    return strings, [str(each.value) for _, each in blocks if isinstance(each, Preamble)]


class _Values:
    """The strings and macros of a file, and the values that use them."""

    def __init__(self, remarks: Remarks, strings: "Sequence[tuple[int, String]]") -> None:
        self._remarks = remarks
        self._strings: dict[str, str] = {}
        self._macros: Mapping[str, Macro] = {}
        self._undefined: set[str] = set()
        first: dict[str, str] = {}
        self._redefined: deque[tuple[int, str, str]] = deque()
        for line, string in strings:  # one is made of those before it
            name = string.key.lower()
            value = self._string(string, remarks.on_entry(line=line))
            if first.setdefault(name, value) != value:
                self._report_redefined(string.key, line)
            self._redefined.append((line, name, value))
            self._strings[name] = value
        self._strings |= first

    def _string(self, string: "String", on_string: Remarks) -> str:
        value = self._text(string.key, str(string.value), on_string)
        return value if len(value) <= _LONGEST_STRING else ""

    def _redefine(self, line: int) -> None:
        """Give each string the text that it has from its last definition before a line."""
        while self._redefined and self._redefined[0][0] <= line:
            _, name, value = self._redefined.popleft()
            self._strings[name] = value

    def define_macros(self, preambles: Sequence[str]) -> None:
        """Define the macros of ``@preamble``."""
        texts = (self._text("@preamble", raw, self._remarks) for raw in preambles)
        self._macros = defined_macros("".join(texts))

    def raw_entry(self, entry: SplitEntry, line: int) -> RawEntry:
        """Take the values of an entry apart; one that cannot be read costs itself alone."""
        self._redefine(line)
        on_entry = self._remarks.on_entry(entry.key, line=line)
        fields: dict[str, str] = {}
        twice = []
        for name, parts in entry.fields:
            twice += [name] if name in fields else []
            fields[name] = self._value(name, parts, on_entry)
        if twice:
            names = ", ".join(f'"{name}"' for name in sorted(set(twice)))
            given_twice = Message("{fields}: given twice; the last value was used", fields=names)
            self._remarks.report("NZ402", given_twice, line=line)
        entry_type = entry.entry_type.lower().removeprefix(NO_ENTRY)
        return RawEntry(entry_type, entry.key, fields, line)

    def _value(self, name: str, parts: Sequence[str], on_entry: Remarks) -> str:
        value = "".join(self._pieces(parts, name, on_entry))
        if name in _JOURNALS:
            value = journal_name(value) or value
        return expand_macros(value, self._macros) if self._macros and "\\" in value else value

    def _text(self, name: str, raw: str, remarks: Remarks) -> str:
        """Return the text of a string or preamble; report one that cannot be read."""
        stated = joined_values(name, raw)
        if len(stated) == 1:
            return "".join(self._pieces(stated[0][1], name, remarks))
        _report_value(name, remarks)
        return ""

    def _pieces(self, parts: Sequence[str], field: str, on_entry: Remarks) -> Iterator[str]:
        for piece in parts:
            if piece[0] in '{"':
                yield piece[1:-1]
                continue
            name = piece.lower()
            if name not in self._strings:
                self._report_undefined(name, field, on_entry)
            yield self._strings.get(name, piece)

    def _report_redefined(self, name: str, line: int) -> None:
        problem = Message(
            'the string "{name}" is defined again; entries after it have the new text', name=name
        )
        self._remarks.report("NZ402", problem, line=line)

    def _report_undefined(self, name: str, field: str, on_entry: Remarks) -> None:
        """Report a string that no ``@string`` defines, once a file."""
        known = name in _MONTH_MACROS or not name[0].isalpha() or field in _UNQUOTED
        if not known and name not in self._undefined:
            self._undefined.add(name)
            problem = Message('no @string defines "{name}"; printed as it is', name=name)
            on_entry.report_doubt(field, problem)


# Programs write the words of these without braces.
_UNQUOTED = frozenset(("month", "year", "day", "langid", "language", "crossref"))


def _stated(field: "Field", line: int, on_entry: Remarks) -> Sequence[StatedField]:
    """Return the fields that a field states, more than one if a comma is missing; report both."""
    name = field.key.lower()
    stated = joined_values(name, str(field.value))
    if len(stated) == 1:
        return stated
    on_field = on_entry.on_line(line)
    if not stated:
        _report_value(name, on_field)
    for before, _ in stated[:-1]:
        on_field.report_doubt(before, Message("a comma is missing after the value"))
    return stated


def _report_value(name: str, remarks: Remarks) -> None:
    problem = Message(
        'cannot read the value of "{field}"; put it in braces, and a comma after it', field=name
    )
    remarks.report("NZ401", problem)


def _entries(piece: BibPiece, keys: set[str], remarks: Remarks) -> Iterator[tuple[int, SplitEntry]]:
    """Yield the entries of a piece of any form, each with its line."""
    before: Entry | None = None
    for line, block in _blocks(piece):
        if before is not None:
            _report_fields_outside(block, remarks.on_line(line))
        before = _entry(block, keys, remarks.on_line(line))
        if before is not None:
            on_entry = remarks.on_entry(before.key, line=line)
            stated = (
                each
                for field in before.fields
                for each in _stated(field, piece.line + (field.start_line or 0), on_entry)
            )
            yield line, SplitEntry(before.entry_type, before.key, stated)


def _report_fields_outside(block: "Block", on_block: Remarks) -> None:
    """Report the text after an entry if it has fields, which the entry was to have."""
    from bibtexparser.model import ImplicitComment

    if isinstance(block, ImplicitComment) and _FIELDS_OF_NO_ENTRY.match(block.comment):
        message = Message("fields outside an entry were not read; is a brace too many before them?")
        on_block.report("NZ401", message)


def _entry(block: "Block", keys: set[str], on_block: Remarks) -> "Entry | None":
    """Return the entry of a block, if any; report its syntax errors."""
    from bibtexparser.model import (
        DuplicateFieldKeyBlock,
        Entry,
        ParsingFailedBlock,
        String,
    )

    repaired = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
    if isinstance(repaired, String):
        return None
    if isinstance(repaired, Entry) and not isinstance(block, DuplicateFieldKeyBlock):
        _report_second(repaired.key, keys, on_block)
    elif isinstance(block, ParsingFailedBlock) and not isinstance(block, DuplicateFieldKeyBlock):
        message = Message("cannot read the entry; is a brace or quotation mark missing?")
        on_block.report("NZ401", message)
    return repaired if isinstance(repaired, Entry) else None


def _report_second(key: str, keys: set[str], on_entry: Remarks) -> None:
    """Report a key that an entry before has; a missing one is none."""
    if key and key in keys:
        on_entry.report("NZ404", Message('two entries have the key "{key}"', key=key))
    keys.add(key)

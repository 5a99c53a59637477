"""
Entries of a BibTeX or BibLaTeX file, with their values still in LaTeX.

bibtexparser 2 splits the file into blocks and finds broken ones. Values are taken apart here: it
neither resolves a string that contains strings nor notices a missing comma between two fields.
"""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from nizkorcite.formats.bibtex.latex.journals import journal_name
from nizkorcite.formats.bibtex.latex.macros import Macro, defined_macros, expand_macros
from nizkorcite.formats.citation_file import Remarks
from nizkorcite.locale.prose import MONTHS
from nizkorcite.messages import Message

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry, Field, ParsingFailedBlock, String

_LONGEST_STRING = 100_000
_MONTH_MACROS = frozenset(month[:3].lower() for month in MONTHS)
_JOURNALS = frozenset(("journal", "journaltitle", "shortjournal"))

# bibtexparser reads every type that begins with these letters as a comment.
_LIKE_COMMENT = re.compile(r"^([ \t]*@)(?=comment\w)", re.IGNORECASE | re.MULTILINE)
_NO_ENTRY = "_"
_WORD = re.compile(r"""[^\s#{}"=]+""")
_MARK = re.compile(r"""(?<!\\)[{}"]""")
_KEYLESS = re.compile(r"@\w*\s*[{(]\s*(?P<key>[^\s,={}]+\s+)?[\w+-]+\s*=")


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
    from bibtexparser import splitter  # slow to load

    logging.getLogger(splitter.__name__).disabled = True  # what it logs becomes a finding
    marked = _LIKE_COMMENT.sub(rf"\1{_NO_ENTRY}", text.removeprefix("\ufeff"))
    library = splitter.Splitter(marked).split()
    values = _Values(remarks, library.strings)
    values.define_macros([str(each.value) for each in library.preambles])
    read = (values.raw_entry(entry) for entry in _entries(library.blocks, remarks))
    return [entry for entry in read if entry is not None]


class _Values:
    """The strings and macros of a file, and the values that use them."""

    def __init__(self, remarks: Remarks, strings: "Sequence[String]") -> None:
        self._remarks = remarks
        self._strings: dict[str, str] = {}
        self._macros: Mapping[str, Macro] = {}
        self._undefined: set[str] = set()
        for string in strings:  # one is made of those before it
            raw, on_string = str(string.value), remarks.on_entry(line=(string.start_line or 0) + 1)
            value = "".join(self._pieces(raw, string.key, on_string)) if _is_value(raw) else ""
            self._strings[string.key.lower()] = value if len(value) <= _LONGEST_STRING else ""

    def define_macros(self, preambles: Sequence[str]) -> None:
        """Define the macros of ``@preamble``."""
        preamble = "".join("".join(self._pieces(raw)) for raw in preambles if _is_value(raw))
        self._macros = defined_macros(preamble)

    def raw_entry(self, entry: "Entry") -> RawEntry | None:
        """Take the values of an entry apart; report one that cannot be read."""
        line = (entry.start_line or 0) + 1
        on_entry = self._remarks.on_entry(entry.key, line=line)
        fields: dict[str, str] = {}
        twice = []
        for field in entry.fields:
            name = field.key.lower()
            if not _is_value(str(field.value)):
                _report_value(field, on_entry)
                return None
            twice += [name] if name in fields else []
            fields[name] = self._value(name, str(field.value), on_entry)
        if twice:
            names = ", ".join(f'"{name}"' for name in sorted(set(twice)))
            given_twice = Message("{fields}: given twice; the last value was used", fields=names)
            self._remarks.report("NZ402", given_twice, line=line)
        entry_type = entry.entry_type.lower().removeprefix(_NO_ENTRY)
        return RawEntry(entry_type, entry.key, fields, line)

    def _value(self, name: str, raw: str, on_entry: Remarks) -> str:
        value = "".join(self._pieces(raw, name, on_entry))
        if name in _JOURNALS:
            value = journal_name(value) or value
        return expand_macros(value, self._macros) if self._macros and "\\" in value else value

    def _pieces(self, raw: str, field: str = "", on_entry: Remarks | None = None) -> Iterator[str]:
        for piece in _operands(raw) or ():
            if piece[0] in '{"':
                yield piece[1:-1]
                continue
            name = piece.lower()
            if on_entry and name not in self._strings:
                self._report_undefined(name, field, on_entry)
            yield self._strings.get(name, piece)

    def _report_undefined(self, name: str, field: str, on_entry: Remarks) -> None:
        """Report a string that no ``@string`` defines, once a file."""
        known = name in _MONTH_MACROS or not name[0].isalpha() or field in _UNQUOTED
        if not known and name not in self._undefined:
            self._undefined.add(name)
            problem = Message('no @string defines "{name}"; printed as it is', name=name)
            on_entry.report_doubt(field, problem)


# Programs write the words of these without braces.
_UNQUOTED = frozenset(("month", "year", "day", "langid", "language", "crossref"))


def _report_value(field: "Field", on_entry: Remarks) -> None:
    problem = Message(
        'cannot read the value of "{field}"; put it in braces, and a comma after it',
        field=field.key,
    )
    on_entry.report("NZ401", problem, line=(field.start_line or 0) + 1)


def _is_value(raw: str) -> bool:
    return _operands(raw) is not None


def _operands(raw: str) -> Sequence[str] | None:
    """
    Split a value at ``#``; ``None`` if something else is between two of its parts.

    >>> _operands('"10~" # apr'), _operands("{A title} file = {x}")
    (['"10~"', 'apr'], None)
    """
    parts: list[str] = []
    index, is_joined = 0, True
    while index < len(raw):
        if raw[index].isspace():
            index += 1
        elif raw[index] == "#":
            index, is_joined = index + 1, True
        else:
            end = _operand_end(raw, index) if is_joined else index
            if end == index:
                return None
            parts.append(raw[index:end])
            index, is_joined = end, False
    return parts


def _operand_end(raw: str, start: int) -> int:
    """Return the index after a word, a group or a quotation; the start itself if none is there."""
    if raw[start] not in '{"':
        word = _WORD.match(raw, start)
        return word.end() if word else start
    depth = 0
    for mark in _MARK.finditer(raw, start):
        depth += (mark[0] == "{") - (mark[0] == "}")
        closes = mark[0] == ("}" if raw[start] == "{" else '"') and mark.start() > start
        if closes and not depth:
            return mark.end()
    return start


def _entries(blocks: "Sequence[Block]", remarks: Remarks) -> "Iterator[Entry]":
    for block in blocks:
        if (entry := _entry(block, remarks)) is not None:
            yield entry


def _entry(block: "Block", remarks: Remarks) -> "Entry | None":
    """Return the entry of a block, if any; report its syntax errors."""
    from bibtexparser.model import (
        DuplicateBlockKeyBlock,
        DuplicateFieldKeyBlock,
        Entry,
        ParsingFailedBlock,
    )

    if not isinstance(block, ParsingFailedBlock):
        return block if isinstance(block, Entry) else None
    if isinstance(block, DuplicateBlockKeyBlock) and block.key:
        message = Message('two entries have the key "{key}"', key=block.key)
        remarks.report("NZ404", message, line=(block.start_line or 0) + 1)
    elif not isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        remarks.report("NZ401", _syntax_error(block), line=(block.start_line or 0) + 1)
    repaired = block.ignore_error_block
    return repaired if isinstance(repaired, Entry) else None


def _syntax_error(block: "ParsingFailedBlock") -> Message:
    keyless = _KEYLESS.match(str(block.raw))
    if keyless is None:
        return Message("cannot read the entry; is a brace or quotation mark missing?")
    if keyless["key"]:
        return Message('a comma is missing after the key "{key}"', key=keyless["key"].strip())
    return Message("the entry has no key; write one before the first field, and a comma after it")

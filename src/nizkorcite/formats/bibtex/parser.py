"""
Parser of BibTeX and BibLaTeX files.

`syntax` splits the file into entries, `inheritance` completes them from each other, and values are
decoded by kind of field. Fields of both dialects are read in every file.
"""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from attrs import define, evolve, field

from nizkorcite.formats.bibtex.entry import BibEntry
from nizkorcite.formats.bibtex.field_map import FIELDS
from nizkorcite.formats.bibtex.inheritance import Inherited, with_inherited
from nizkorcite.formats.bibtex.latex import decode_verbatim, unread_latex
from nizkorcite.formats.bibtex.pieces import BibPiece, sections
from nizkorcite.formats.bibtex.related import ReadEntry, with_related
from nizkorcite.formats.bibtex.syntax import (
    RawEntry,
    entries_of_pieces,
    raw_entries,
    readable_pieces,
)
from nizkorcite.formats.citation_file import CitationFile, Remarks
from nizkorcite.messages import Language, Message
from nizkorcite.reference import Reference

_NO_ITEMS = frozenset(("xdata", "set", "bibnote"))  # fields, lists and notes for other entries
_OF_OTHER_ENTRIES = ("crossref", "xdata", "related")
_IN_LATEX = frozenset(name for name, (_, decode) in FIELDS.items() if decode is not decode_verbatim)


def read_all(text: str, lang: Language = "en") -> CitationFile:
    """
    Read the entries of a BibTeX or BibLaTeX file.

    Args:
        text: The whole file.
        lang: Language of the findings.

    >>> read_all("@book{law, title = {A law of {Spain}}, year = 1998}").references[0].title
    'A law of Spain'
    """
    remarks = Remarks(lang=lang)
    entries = raw_entries(text, remarks)
    keys = {entry.key.lower() for entry in entries}
    unread = _UnreadLatex()
    completed = with_inherited([(each.key, each.entry_type, each.fields) for each in entries])
    read = []
    for number, (entry, inherited) in enumerate(zip(entries, completed, strict=True), 1):
        unread.add(entry)
        read.append(_read(number, entry, inherited, keys, remarks))
    unread.report(remarks)
    references = with_related(list(filter(None, read)))
    return CitationFile(references=references, findings=remarks.sorted_findings())


def read_pieces(
    open_pieces: Callable[[], Iterable[str]], remarks: Remarks
) -> Iterator[Reference] | None:
    """
    Yield the references of a file given in pieces; ``None`` if it can only be read whole.

    Strings are looked for first. A file whose entries may take fields from others is read whole.
    """
    defining: list[BibPiece] = []
    for section in sections(open_pieces()):
        folded = section.text.lower()
        if any(word in folded for word in _OF_OTHER_ENTRIES):
            return None
        if section.defines:
            readable = readable_pieces(section, Remarks())  # reported when entries are read
            defining += [piece for piece in readable if piece.defines]
    return _references_of_pieces(sections(open_pieces()), defining, remarks)


def _references_of_pieces(
    found: Iterable[BibPiece], defining: Iterable[BibPiece], remarks: Remarks
) -> Iterator[Reference]:
    split = (piece for section in found for piece in readable_pieces(section, remarks))
    unread = _UnreadLatex()
    for number, entry in enumerate(entries_of_pieces(split, defining, remarks), 1):
        unread.add(entry)
        if read := _read(number, entry, (entry.fields, ()), frozenset(), remarks):
            yield read.reference
    unread.report(remarks)


def _read(
    number: int, entry: RawEntry, inherited: Inherited, keys: AbstractSet[str], remarks: Remarks
) -> ReadEntry | None:
    """Read an entry, with inherited fields; ``None`` for data of other entries."""
    key = entry.key or f"item{number}"
    fields, missing = inherited
    on_entry = remarks.on_entry(key, line=entry.line)
    for other in missing:
        on_entry.report("NZ403", _not_taken(other, is_in_file=other.lower() in keys))
    if entry.entry_type in _NO_ITEMS:
        return None
    reference = BibEntry(entry.entry_type, key, on_entry).read(fields)
    own_key = reference if entry.key else evolve(reference, citation_key=None)
    return ReadEntry(own_key, fields, on_entry)


def _not_taken(key: str, *, is_in_file: bool) -> Message:
    """Return the reason why an entry has no fields of another one: a circle, or no such entry."""
    if is_in_file:
        return Message(
            '"{key}" takes its own fields from this entry; nothing is taken from it', key=key
        )
    return Message('the file has no entry "{key}" to take fields from', key=key)


@define
class _UnreadLatex:
    """
    Commands that are not known, and formulas kept as LaTeX, each reported once a file.

    Attributes:
        commands: For each command, the first line with it and the number of values with it.
        formulas: The lines of the first entries that have each formula.
    """

    commands: dict[str, tuple[int, int]] = field(factory=dict)
    formulas: dict[str, int] = field(factory=dict)

    def add(self, entry: RawEntry) -> None:
        """Look for them in an entry."""
        for name, value in entry.fields.items():
            unknown, kept = unread_latex(value) if name in _IN_LATEX else ((), ())
            for command in dict.fromkeys(unknown):
                line, number = self.commands.get(command, (entry.line, 0))
                self.commands[command] = line, number + 1
            for formula in kept:
                self.formulas.setdefault(formula, entry.line)

    def report(self, remarks: Remarks) -> None:
        """Report them."""
        for command, (line, number) in self.commands.items():
            message = Message(
                "{command}: unknown LaTeX command; its arguments are kept (values: {number})",
                command=command,
                number=number,
            )
            remarks.report("NZ402", message, line=line)
        for formula, line in list(self.formulas.items())[:1]:
            message = Message(
                "{formula}: formula without a form in Unicode; kept as LaTeX (formulas: {number})",
                formula=formula,
                number=len(self.formulas),
            )
            remarks.report("NZ402", message, line=line)

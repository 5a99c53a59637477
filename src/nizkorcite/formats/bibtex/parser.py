"""
Parser of BibTeX and BibLaTeX files.

`syntax` splits the file into entries, `inheritance` completes them from each other, and values are
decoded by kind of field. Fields of both dialects are read in every file.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from attrs import evolve

from nizkorcite.formats.bibtex.entry import BibEntry
from nizkorcite.formats.bibtex.field_map import FIELDS
from nizkorcite.formats.bibtex.inheritance import Inherited, with_inherited
from nizkorcite.formats.bibtex.latex import decode_verbatim, unread_latex
from nizkorcite.formats.bibtex.related import ReadEntry, with_related
from nizkorcite.formats.bibtex.syntax import RawEntry, raw_entries
from nizkorcite.formats.citation_file import CitationFile, Remarks
from nizkorcite.messages import Language, Message

_NO_ITEMS = frozenset(("xdata", "set", "bibnote"))  # fields, lists and notes for other entries
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
    _report_unread_latex(entries, remarks)
    completed = with_inherited([(each.key, each.entry_type, each.fields) for each in entries])
    read = [
        _read(number, entry, inherited, keys, remarks)
        for number, (entry, inherited) in enumerate(zip(entries, completed, strict=True), 1)
    ]
    references = with_related(list(filter(None, read)))
    return CitationFile(references=references, findings=remarks.sorted_findings())


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


def _report_unread_latex(entries: Sequence[RawEntry], remarks: Remarks) -> None:
    """Report commands that are not known, and formulas kept as LaTeX, once a file."""
    commands: dict[str, list[int]] = {}
    formulas: dict[str, int] = {}
    for entry in entries:
        for name, value in entry.fields.items():
            unknown, kept = unread_latex(value) if name in _IN_LATEX else ((), ())
            for command in dict.fromkeys(unknown):
                commands.setdefault(command, []).append(entry.line)
            for formula in kept:
                formulas.setdefault(formula, entry.line)
    for command, lines in commands.items():
        message = Message(
            "{command}: unknown LaTeX command; its arguments are kept (values: {number})",
            command=command,
            number=len(lines),
        )
        remarks.report("NZ402", message, line=lines[0])
    for formula, line in list(formulas.items())[:1]:
        message = Message(
            "{formula}: formula without a form in Unicode; kept as LaTeX (formulas: {number})",
            formula=formula,
            number=len(formulas),
        )
        remarks.report("NZ402", message, line=line)

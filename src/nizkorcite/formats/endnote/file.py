"""The references of EndNote's entries, whichever format they were in."""

from collections.abc import Iterable, Sequence

from nizkorcite.formats.citation_file import CitationFile, Remarks
from nizkorcite.formats.endnote.entry import EndNoteEntry, Field
from nizkorcite.formats.variables import Variables
from nizkorcite.messages import Message
from nizkorcite.reference import Reference


def read_entries(entries: Iterable[Sequence[Field]], remarks: Remarks) -> CitationFile:
    """
    Read entries, given as their fields.

    >>> read_entries([[(1, "%0", "Book"), (2, "%T", "Law")]], Remarks()).references[0].type
    'book'
    """
    references: list[Reference] = []
    ids: set[str] = set()
    for number, fields in enumerate(entries, 1):
        on_entry = remarks.on_entry(record=number, line=fields[0][0])
        reference = EndNoteEntry(Variables(on_entry)).read(fields)
        if reference.id in ids:
            on_entry.report("NZ404", Message('two entries have the id "{id}"', id=reference.id))
        ids.add(reference.id)
        references.append(reference)
    return CitationFile(references=tuple(references), findings=remarks.sorted_findings())

"""Parser of EndNote's tagged format (.enw), in which a tag is a percent sign and a character."""

import re
from collections.abc import Iterator, Sequence

from nizkorcite.formats.citation_file import CitationFile, Remarks
from nizkorcite.formats.endnote.entry import read_entry
from nizkorcite.formats.variables import EntryField, read_entries
from nizkorcite.messages import Language, Message

_LINE = re.compile(r"%([0-9A-Z!\[\]@?+^>#$()*&~=<|]) ?(.*)")
_TYPE = re.compile(r"^\ufeff?%0 ", re.MULTILINE)


def read_all(text: str, lang: Language = "en") -> CitationFile:
    r"""
    Read the entries of a tagged file.

    Args:
        text: The whole file.
        lang: Language of the findings.

    >>> read_all("%0 Book\n%T Law\n%D 2017\n").references[0].title
    'Law'
    """
    remarks = Remarks(lang=lang)
    return read_entries(list(_entries(text, remarks)), read_entry, remarks)


def _entries(text: str, remarks: Remarks) -> Iterator[list[EntryField]]:
    """Yield the fields of each entry; in a file without types, a blank line ends it."""
    entry: list[tuple[int, str, list[str]]] = []
    has_types, is_ended = bool(_TYPE.search(text)), False
    for number, line in enumerate(re.split(r"\r\n?|\n", text.removeprefix("\ufeff")), 1):
        match = _LINE.fullmatch(line)
        if match and entry and (match[1] == "0" if has_types else is_ended):
            yield _fields(entry)
            entry = []
        if match:
            entry.append((number, f"%{match[1]}", [match[2]]))
        elif line.strip() and entry:
            entry[-1][2].append(line.strip())
        elif line.strip():
            early = Message('no tag such as "%T " in this line')
            remarks.report("NZ401", early, line=number)
        is_ended = not line.strip()
    if entry:
        yield _fields(entry)


def _fields(entry: Sequence[tuple[int, str, list[str]]]) -> list[EntryField]:
    return [(line, tag, "\n".join(parts)) for line, tag, parts in entry]

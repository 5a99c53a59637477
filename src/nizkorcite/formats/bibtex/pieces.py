"""
Pieces of a BibTeX file, each with the entries of one ``@`` at the beginning of a line.

bibtexparser ends a broken entry where a line begins with the next one. So a file can be split there
first, and its pieces be read one by one, with the same result. Most pieces are one entry whose
values are single groups, quotations or words: those are read here, in a third of the time.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

StatedField = tuple[str, Sequence[str]]
"""A field: its name in small letters, and the operands of its value."""

_START = re.compile(r"^[ \t]*@\w*[ \t]*[{(]", re.MULTILINE)
_HEAD = re.compile(
    r"[ \t]*@(?!comment|preamble|string)(\w+)[ \t]*\{\s*+([^\s,{}\"=@\\]*+)\s*+,", re.IGNORECASE
)
# A brace after a backslash is text (in bibtexparser too, however many backslashes there are).
_TEXT = r"[^{}\\]*+(?:\\++.[^{}\\]*+)*+"
_GROUP = rf"\{{{_TEXT}\}}"
for _ in range(3):
    _GROUP = rf"\{{{_TEXT}(?:{_GROUP}{_TEXT})*+\}}"
_FIELD = re.compile(
    rf"\s*+([A-Za-z][\w+-]*+)\s*+=\s*+({_GROUP}|\"[^\"{{}}\\]*+\"|[\w.:-]++)\s*+(,?)", re.DOTALL
)
_END = re.compile(r"\s*+\}\s*+")
_START_IN_VALUE = re.compile(r"\n[^\S\n]*@")


@frozen(eq=False, repr=False)
class BibPiece:
    """
    A part of a file that can be read by itself.

    Attributes:
        text: The part: what precedes the first entry, or one entry and what follows it.
        lines_before: The number of lines before it.
    """

    text: str
    lines_before: int

    @property
    def line(self) -> int:
        """The number of its first line, from 1."""
        return self.lines_before + 1

    @property
    def defines(self) -> bool:
        """Whether the piece may have strings or a preamble."""
        folded = self.text.lower()
        return "@string" in folded or "@preamble" in folded


@frozen(eq=False, repr=False)
class SplitEntry:
    """
    An entry with the operands of its values.

    Attributes:
        entry_type: The entry type as it is written.
        key: The citation key; empty if the entry has none.
        fields: Its fields, in their order.
    """

    entry_type: str
    key: str
    fields: Iterable[StatedField]


def sections(texts: Iterable[str]) -> Iterator[BibPiece]:
    r"""
    Group a file that is given in pieces of any length into sections of whole entries.

    >>> [each.text for each in sections(["@misc{a}\n", "@misc{b}\n@misc{c}"])]
    ['@misc{a}\n@misc{b}\n', '@misc{c}']
    """
    rest: list[str] = []
    lines = length = wanted = 0
    for text in texts:
        rest.append(text)
        length += len(text)
        if length < wanted:  # of a long entry, so that it is searched in linear time
            continue
        whole = "".join(rest)
        end = max((match.start() for match in _START.finditer(whole)), default=0)
        if end:
            yield BibPiece(whole[:end], lines)
            lines += whole.count("\n", 0, end)
        rest, length = [whole[end:]], len(whole) - end
        wanted = 2 * length
    yield BibPiece("".join(rest), lines)


def pieces(text: str, lines_before: int = 0) -> Iterator[BibPiece]:
    r"""
    Split a section, or a whole file, before each ``@`` that begins a line.

    >>> [(each.text, each.lines_before) for each in pieces("x\n@misc{a}\n@misc{b}")]
    [('x\n', 0), ('@misc{a}\n', 1), ('@misc{b}', 2)]
    """
    start, lines = 0, lines_before
    for match in _START.finditer(text):
        if piece := text[start : match.start()]:
            yield BibPiece(piece, lines)
            lines += piece.count("\n")
        start = match.start()
    yield BibPiece(text[start:], lines)


def regular_entry(piece: BibPiece) -> SplitEntry | None:
    """
    Split a piece that is one entry of the usual form; ``None`` for any other.

    >>> regular_entry(BibPiece("@misc{a, title = {A {law}}, month = feb}", 0)).fields
    [('title', ['{A {law}}']), ('month', ['feb'])]
    >>> regular_entry(BibPiece("@misc{a, title = {A} # law}", 0)) is None
    True
    """
    text = piece.text
    head = _HEAD.match(text)
    if head is None:
        return None
    end, comma = head.end(), ","
    fields: list[StatedField] = []
    while comma and (match := _FIELD.match(text, end)):
        name, value, comma = match.groups()
        fields.append((name.lower(), [value]))
        end = match.end()
    is_whole = _END.fullmatch(text, end) and not _START_IN_VALUE.search(text, head.end())
    return SplitEntry(head[1], head[2], fields) if is_whole and _are_distinct(fields) else None


def _are_distinct(fields: Sequence[StatedField]) -> bool:
    return len({name for name, _ in fields}) == len(fields)

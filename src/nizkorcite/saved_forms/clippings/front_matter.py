"""
Front matter: the lines of YAML that clippers write before Markdown.

Only what clippers write is read: a name and one value, or a list of values, each on a line; quotes,
lists in brackets, folded texts. Anything else has no value here, and nothing is worked out of it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

_FENCE: Final = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_ENTRY: Final = re.compile(r"([A-Za-z][\w .-]{0,60}?)[ \t]*::?(?:[ \t]+(.*))?$")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(.*)$")
_BELOW: Final = re.compile(r"[ \t]*-[ \t]+.|[ \t]+\S")
_QUOTED: Final = re.compile(r'(?:"((?:[^"\\]|\\.)*)"|\'((?:[^\']|\'\')*)\')\s*(?:#.*)?')
_LIST_ITEM: Final = re.compile(r'(?:"[^"]*"|\'[^\']*\'|\[\[.*?\]\]|[^,])+')
_ESCAPES: Final[Mapping[str, str]] = {"n": " ", "t": " ", "r": " "}
_BLOCK: Final = re.compile(r"[|>][+-]?[0-9]?$")
_NOTHING: Final = frozenset(("", "null", "~", "[]", '""', "''"))
_MOST_LINES = 500
_LONGEST_QUOTE = 300


@frozen
class Entry:
    """
    A name with its values.

    Attributes:
        values: Without quotation marks; at least one.
        quote: The line or lines, with white space collapsed.
    """

    values: Sequence[str]
    quote: str


def front_matter(lines: Sequence[str]) -> tuple[Mapping[str, Entry], int] | None:
    """
    Read the entries between two fences, by name in lower case with ``_`` between words.

    Args:
        lines: The text's lines; the first is the opening fence.

    Returns:
        The entries, and the index of the line after the closing fence; `None` without one.

    >>> front_matter(["---", "Title: 'It''s'", "tags: [a, b]", "---"])[0]["tags"].values
    ['a', 'b']
    """
    if not lines or not _FENCE.match(lines[0]):
        return None
    fences = (i for i, line in enumerate(lines[:_MOST_LINES]) if i and _FENCE.match(line))
    end = next(fences, None)
    return None if end is None else (entries(lines[1:end]), end + 1)


def entries(lines: Sequence[str]) -> Mapping[str, Entry]:
    """Read lines of entries; one without a value is left out, and of two the first is taken."""
    found: dict[str, Entry] = {}
    for index, line in enumerate(lines):
        match = _ENTRY.match(line)
        if match is None:
            continue
        end = index + 1
        while end < len(lines) and _BELOW.match(lines[end]):
            end += 1
        name = re.sub(r"[ .-]+", "_", match[1].strip()).lower()
        texts = _values((match[2] or "").strip(), lines[index + 1 : end])
        values = [text for text in texts if text not in _NOTHING]
        quote = " ".join(" ".join(lines[index:end]).split())[:_LONGEST_QUOTE]
        if values:
            found.setdefault(name, Entry(values, quote))
    return found


def _values(value: str, below: Sequence[str]) -> Sequence[str]:
    """Return the values of one entry: on its line, or on the lines below it."""
    items = [item[1] for line in below if (item := _ITEM.match(line))]
    folded = "" if items else " ".join(line.strip() for line in below)
    if _BLOCK.fullmatch(value):
        return [folded]
    if not value or value.startswith("#"):
        return [_scalar(item) for item in items]
    if re.match(r"\[(?!\[).*\]$", value):
        return [_scalar(item) for item in _LIST_ITEM.findall(value[1:-1])]
    return [_scalar(f"{value} {folded}")]


def _scalar(text: str) -> str:
    """Return a value without quotation marks, escapes and a comment after it."""
    text = text.strip()
    quoted = _QUOTED.fullmatch(text)
    if quoted is None:
        return re.sub(r"\s+#.*$", "", text).strip()
    if quoted[1] is None:
        return quoted[2].replace("''", "'").strip()
    return re.sub(r"\\(.)", lambda each: _ESCAPES.get(each[1], each[1]), quoted[1]).strip()

"""Beginnings of entries as people write them, in the form that bibtexparser reads."""

import re

from nizkorcite.formats.citation_file import Remarks
from nizkorcite.messages import Message

NO_ENTRY = "_"
"""Put before types that begin like ``comment``, which bibtexparser would skip."""

_NO_FIELDS = frozenset(("comment", "preamble", "string"))
_HEAD = re.compile(
    r"^(?P<at>[ \t]*@)[ \t]*(?P<type>\w+)(?P<open>\s*[{(]\s*)"
    r"(?:(?P<key>[^\s,=#%\\\"'(){}~]+)(?P<gap>\s+)(?=[\w+-]+\s*=)|(?P<field>(?=[\w+-]+\s*=)))?",
    re.MULTILINE,
)


def with_readable_heads(text: str, remarks: Remarks, lines_before: int = 0) -> str:
    """
    Repair the beginnings of entries, and report those without a key or the comma after one.

    Args:
        text: A file, or a section of one.
        remarks: Findings on the file.
        lines_before: The number of lines before the section.

    >>> with_readable_heads("@ book{law title = {Law}} @comments{a, title = {T}}", Remarks())
    '@book{law, title = {Law}} @comments{a, title = {T}}'
    >>> with_readable_heads("@commentary{title = {T}}", Remarks())
    '@_commentary{,title = {T}}'
    """
    line, counted = lines_before + 1, 0

    def repaired(head: re.Match[str]) -> str:
        nonlocal line, counted
        line, counted = line + text.count("\n", counted, head.start()), head.start()
        return _repaired(head, remarks.on_entry(line=line))

    return _HEAD.sub(repaired, text)


def _repaired(head: re.Match[str], remarks: Remarks) -> str:
    at, entry_type, opening, key, gap, keyless = head.groups()
    if entry_type.lower() in _NO_FIELDS:
        return f"{at}{head[0][len(at) :].lstrip()}"
    mark = NO_ENTRY if entry_type.lower().startswith("comment") else ""
    start = f"{at}{mark}{entry_type}{opening}"
    if keyless is not None:
        remarks.report("NZ402", Message("the entry has no key; write one before the first field"))
        return f"{start},"
    if key is None:
        return start
    message = Message('a comma is missing after the key "{key}"', key=key)
    remarks.report("NZ402", message)
    return f"{start}{key},{gap}"

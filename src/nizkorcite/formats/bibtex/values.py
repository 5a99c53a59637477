"""Values of BibTeX before their strings are replaced: words, groups and quotations."""

import re
from collections.abc import Sequence

_WORD = re.compile(r"""[^\s#{}"=]+""")
_MARK = re.compile(r"""(?<!\\)[{}"]""")
_JOINT = re.compile(r"\s*(?:#\s*)?")
_NEXT_FIELD = re.compile(r"([A-Za-z][\w+-]*)\s*=\s*")


def joined_values(name: str, raw: str) -> Sequence[tuple[str, Sequence[str]]]:
    """
    Split a value at ``#``, and from fields that follow it without a comma.

    Args:
        name: The name of the field.
        raw: The text between its equals sign and the next comma.

    Returns:
        Each field and the parts of its value; nothing if the text is no value.

    >>> joined_values("month", '"10~" # apr')
    [('month', ['"10~"', 'apr'])]
    >>> joined_values("title", "{Fog} file = {x}"), joined_values("title", "{Fog} and more")
    ([('title', ['{Fog}']), ('file', ['{x}'])], [])
    """
    found: list[tuple[str, Sequence[str]]] = []
    index = 0
    while True:
        parts, index = _operands(raw, index)
        found.append((name, parts))
        following = _NEXT_FIELD.match(raw, index)
        if not parts or not following:
            return found if parts and index == len(raw) else []
        name, index = following[1].lower(), following.end()


def _operands(raw: str, start: int) -> tuple[Sequence[str], int]:
    """Return the operands of one value, none if one is missing, and the index behind them."""
    parts: list[str] = []
    is_joined = True
    while is_joined and (end := _operand_end(raw, start)) > start:
        parts.append(raw[start:end])
        start = _joint_end(raw, end)
        is_joined = "#" in raw[end:start]
    return [] if is_joined else parts, start


def _joint_end(raw: str, start: int) -> int:
    joint = _JOINT.match(raw, start)
    return joint.end() if joint else start


def _operand_end(raw: str, start: int) -> int:
    """Return the index after a word, a group or a quotation; the start itself if none is there."""
    if raw[start : start + 1] not in ("{", '"'):
        word = _WORD.match(raw, start)
        return word.end() if word else start
    depth = 0
    for mark in _MARK.finditer(raw, start):
        depth += (mark[0] == "{") - (mark[0] == "}")
        closes = mark[0] == ("}" if raw[start] == "{" else '"') and mark.start() > start
        if closes and not depth:
            return mark.end()
    return start

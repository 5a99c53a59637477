r"""Bounds of TOML text: Python's parser calls itself for each level, so depth is checked before."""

import re
from typing import Final

MOST_LEVELS: Final = 64
# Texts and comments (TOML 1.0), whose characters open nothing; then what opens or separates.
_TOKENS = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|"(?:\\.|[^"\\\n])*"'
    r"|'''.*?'{3,5}|'[^'\n]*'"
    r"|#[^\n]*|[\[\]{}.,=\n]",
    re.DOTALL,
)


def line_beyond_levels(text: str) -> int | None:
    r"""
    Return the line, from 1, at which lists, tables and dotted keys exceed `MOST_LEVELS`.

    >>> line_beyond_levels("a.b = [[1], {c = 2}]")
    >>> line_beyond_levels("a = 1\nb = " + 65 * "[")
    2
    """
    level = dots = 0
    for token in _TOKENS.finditer(text):
        sign = token[0]
        level += (sign in "[{") - (sign in "]}")
        dots = dots + 1 if sign == "." else 0 if sign in "[]{},=\n" else dots
        if level + dots > MOST_LEVELS:
            return text.count("\n", 0, token.start()) + 1
    return None

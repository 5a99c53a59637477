"""Constraints on texts: the fast check accepts what the pattern accepts."""

import re
import sys

from nizkorcite.record import constraints

PRINTABLE = "".join(char for char in map(chr, range(sys.maxunicode + 1)) if char.isprintable())


def test_a_printable_line_is_a_line_by_the_pattern() -> None:
    """No character that Python prints is refused by the pattern, save a space at an end."""
    edges = PRINTABLE.replace(" ", "")

    assert len(PRINTABLE) > 100_000
    assert re.fullmatch(constraints._LINE, f"a{PRINTABLE}a")  # noqa: SLF001 - no part of the face
    assert re.fullmatch(f"(?:{constraints._EDGE})*", edges)  # noqa: SLF001 - no part of the face


def test_texts_with_spaces_at_their_ends_or_controls_are_refused() -> None:
    """What is not printable is left to the pattern."""
    odd = ["", " ", " a", "a ", "a\n", "\ufeffa", "a\u3000", "a\x00b", "a\u2028b"]

    assert [] == [text for text in odd if constraints.is_single_line(text)]
    assert all(map(constraints.is_single_line, ["a", "a b", "a\u00a0b", "\u202ea", "a\u200db"]))

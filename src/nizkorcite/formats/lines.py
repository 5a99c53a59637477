"""Lines of a text that is given in pieces."""

import re
from collections.abc import Iterable, Iterator

_BREAK = re.compile(r"\r\n?|\n")


def lines_of_pieces(pieces: Iterable[str]) -> Iterator[str]:
    r"""
    Yield the lines of a text, without their breaks (``\n``, ``\r\n`` or ``\r``).

    >>> list(lines_of_pieces(["a\r", "\nb", "c\n"]))
    ['a', 'bc', '']
    """
    rest: list[str] = []
    for piece in pieces:
        # The last break may go on in the next piece.
        if "\n" not in piece and "\r" not in piece and not (rest and rest[-1].endswith("\r")):
            rest.append(piece)
            continue
        text = "".join((*rest, piece))
        end = max(text.rfind("\n"), text.rfind("\r", 0, -1)) + 1
        *lines, _ = _BREAK.split(text[:end])
        yield from lines
        rest = [text[end:]]
    yield from _BREAK.split("".join(rest))

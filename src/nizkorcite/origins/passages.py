"""
Passages of texts: each run of four words as a number, and those that a collection repeats.

Case and accents make no difference (Unicode, NFKD). A number has 32 bits and depends on the words
alone, so that every run finds the same.
"""

import re
import unicodedata
from array import array
from collections.abc import Collection
from typing import Final, TypeAlias
from zlib import crc32

Passages: TypeAlias = "array[int]"
"""The passages of a text in its order, each by the number of its four words."""

_WORD: Final = re.compile(r"\w+")
_MARKS: Final = re.compile("[\u0300-\u036f]+")
_BITS: Final = 0xFFFFFFFF
_SLOTS: Final = 1 << 20
_HIGHEST_COUNT: Final = 0xFFFF
_LEAST_REPEATED: Final = 20
_SHARE_REPEATED: Final = 20  # one page in so many


def passages_of(text: str) -> Passages:
    """
    Return the passages of a text.

    >>> passages_of("¿Qué dijo el fiscal?") == passages_of("que dijo EL fiscal")
    True
    """
    folded = text.casefold()
    if not folded.isascii():
        folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded))
    codes = [crc32(word.encode("utf-8", "surrogatepass")) for word in _WORD.findall(folded)]
    runs = zip(codes, codes[1:], codes[2:], codes[3:], strict=False)
    return array("I", [number & _BITS for number in map(hash, runs)])


def repeated_passages(texts: Collection[Passages]) -> set[int]:
    """
    Return the passages that many pages have, such as the notice at the foot of each.

    Many are more than one page in 20, and more than 20. The pages of a passage are counted in one
    of a million slots, so that the memory does not grow; the other passages of its slot are few.
    """
    most = min(max(_LEAST_REPEATED, len(texts) // _SHARE_REPEATED), _HIGHEST_COUNT - 1)
    counts = array("H", bytes(2 * _SLOTS))
    repeated: set[int] = set()
    for text in texts:
        for number in set(text):
            slot = number % _SLOTS
            if counts[slot] < most:
                counts[slot] += 1
            else:
                repeated.add(number)
    return repeated


def own_passages(text: Passages, repeated: set[int]) -> Passages:
    """Return the passages of a text that are not repeated."""
    if repeated.isdisjoint(text):
        return text
    return array("I", [number for number in text if number not in repeated])

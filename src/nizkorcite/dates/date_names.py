"""The names and forms of dates in one language."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from attrs import frozen

PrintedLanguage: TypeAlias = Literal[
    "en", "es", "fr", "pt", "de", "it", "nl", "sv", "da", "nb", "fi", "ca", "ro", "pl", "cs", "hu",
    "ru", "uk", "bg", "el", "tr", "id", "zh", "ko",
]  # fmt: skip
"""A language whose printed dates are read (ISO 639-1); ``zh`` stands for Japanese, too."""


@frozen(kw_only=True, eq=False, repr=False)
class DateNames:
    """Names of months, from 1, and weekdays, from 0 (Monday), and forms of dates."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    forms: tuple[str, ...]


def numbered(first: int, names: str) -> dict[str, int]:
    """
    Return the numbers of names; commas separate the numbers, spaces the names of one.

    >>> numbered(1, "enero ene, febrero")
    {'enero': 1, 'ene': 1, 'febrero': 2}
    """
    each = (line.split() for line in names.split(","))
    return {name: number for number, line in enumerate(each, first) for name in line}

"""
Names of months in the notes that archives write in the language of their visitors.

The names of printed dates are in `dates.printed_forms`; here are further abbreviations of CLDR. A
name that means two months in two languages is in neither: "lis" is October in Croatian and November
in Polish and Czech, "srp" July in Croatian and August in Czech.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache

from nizkorcite.dates.printed_forms import DATE_NAMES

_OTHERS = (
    "ян led sty sij ιαν ian oca",
    "uno lut vel φεβ sub",
    "bre mrt ozu μαρ marc",
    "dub kwi tra απρ nis",
    "kve maj mei svi μαι",
    "cvn cze ιουν iun haz",
    "cvc ιουλ iul tem",
    "sie kol avg αυγ agu",
    "сент zar wrz ruj σεπ szept eyl",
    "rij paz οκτ eki",
    "нояб stu νοε kas",
    "gru pro δεκ des ara",
)


def month_number(name: str) -> int | None:
    """
    Return the number of a month by its name or abbreviation, in any of some twenty languages.

    >>> month_number("Okt"), month_number("févr."), month_number("lis")
    (10, 2, None)
    """
    return _months().get(_folded(name))


@cache
def _months() -> Mapping[str, int]:
    found: dict[str, set[int]] = {}
    tables = [names.months for names in DATE_NAMES.values()]
    tables += [dict.fromkeys(line.split(), number) for number, line in enumerate(_OTHERS, 1)]
    for table in tables:
        for name, number in table.items():
            found.setdefault(_folded(name), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.casefold().rstrip("."))
    return "".join(char for char in decomposed if not unicodedata.combining(char))

"""Dates and lists of names in English words, for styles and for the notes of formats."""

from collections.abc import Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.model import Agent

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
_SPANS = {"decade": 10, "century": 100}


def in_words(date: PartialDate) -> str:
    """
    A date as English prose has it, day first, as precise as it is.

    >>> in_words(PartialDate("2017-02-27")), in_words(PartialDate("1848-05~"))
    ('27 February 2017', 'about May 1848')
    """
    if date.precision == "interval":
        return _interval(date)
    parts = (str(date.day or ""), month_name(date), year_words(date))
    words = " ".join(part for part in parts if part)
    return f"about {words}" if date.qualifier else words


def month_name(date: PartialDate) -> str:
    """The month or season of a date, or nothing where none is stated."""
    return MONTHS[date.month - 1] if date.month else SEASONS.get(date.season or 0, "")


def year_words(date: PartialDate) -> str:
    """
    The year of a date; of a decade or century its first and last year.

    >>> year_words(PartialDate("201X"))
    '2010–2019'
    """
    if date.year is not None:
        return str(date.year)
    if date.precision in _SPANS and date.earliest and date.latest:
        return f"{date.earliest.year}–{date.latest.year}"
    return ""


def joined(agents: Sequence[Agent]) -> str:
    """
    Names as a list in English prose.

    >>> from nizkorcite.model import organisation
    >>> joined([organisation("A"), organisation("B"), organisation("C")])
    'A, B, and C'
    """
    names = [agent.name for agent in agents]
    if len(names) <= 2:  # noqa: PLR2004 - two names take no comma
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _interval(date: PartialDate) -> str:
    start = in_words(date.start) if date.start else ""
    end = in_words(date.end) if date.end else ""
    if start and end:
        return f"{start} to {end}"
    return f"from {start}" if start else f"until {end}"

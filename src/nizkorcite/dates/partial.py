"""Dates of different precision, in a subset of EDTF (ISO 8601-2:2019, annex A)."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal, final

from attrs import field, frozen

from nizkorcite.dates.errors import calendar_fault, invalid_date, not_a_date
from nizkorcite.messages import Message

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval"]
"""The smallest part that a date states in full; an interval has none."""

Qualifier = Literal["uncertain", "approximate", "both"]
"""The meaning of ``?``, ``~`` and ``%`` after a date."""

_Bounds = tuple[dt.date | None, dt.date | None]

_DATE: Final = re.compile(
    r"(?:(?P<year>[0-9]{4})(?:-(?:(?P<season>2[1-4])|XX(?:-XX)?"
    r"|(?P<month>[0-9]{2})(?:-(?:(?P<day>[0-9]{2})|XX))?))?"
    r"|(?P<decade>[0-9]{3})X|(?P<century>[0-9]{2})XX)[?~%]?"
)
_PARTS: Final[tuple[Precision, ...]] = ("day", "month", "season", "year", "decade", "century")
_QUALIFIERS: Final[dict[str, Qualifier]] = {"?": "uncertain", "~": "approximate", "%": "both"}
_SUMMER_AND_WINTER: Final = ("22", "24")
_NOT_STATED: Final = ("", "..")
_FORM: Final = Message("a date such as 2017-02-27, 2017-02 or 2017")


@final
@frozen(init=False, repr=False)
class PartialDate:
    """
    A date as precise as stated, in EDTF; equal if spelt equally.

    Level 0: ``2017``, ``2017-02``, ``2017-02-27``, intervals ``a/b``. Of level 1: one trailing
    ``?``, ``~`` or ``%`` on a date or an end; unspecified digits from the right (``201X``,
    ``20XX``, ``2017-XX``, ``2017-XX-XX``, ``2017-02-XX``); seasons (``2017-21`` spring, 22 summer,
    23 autumn, 24 winter); one open or unknown end (``../1848-05-31``, ``1848/..``, ``1848/``).
    Years 0001 to 9999 and days of the Gregorian calendar, also before it was in use. `str` returns
    the spelling unchanged.

    ``<`` is not defined, since dates of different precision have no order: `before`, `after`,
    `overlaps` and `may_be_before` compare the days that a date can mean.

    Args:
        text: The date in EDTF, and nothing else.

    Attributes:
        text: The date as it was given.
        earliest: The first day that the date can mean; ``None`` if the start is open or unknown. A
            qualifier does not move this day, since it does not say how wrong the date may be.
        latest: The last day that the date can mean; ``None`` if the end is open or unknown. A
            season starts with its year; summer and winter last to the end of the next February,
            because the hemisphere is not stated (but never past the year 9999).

    Raises:
        DateError: The text is not in this form, names no day of the calendar, or is an interval
            that ends before it begins.

    >>> date = PartialDate("2017-02")
    >>> date.precision, date.latest
    ('month', datetime.date(2017, 2, 28))
    """

    text: str
    earliest: dt.date | None = field(eq=False)
    latest: dt.date | None = field(eq=False)

    def __init__(self, text: str) -> None:
        self.__attrs_init__(text, *_bounds(text))

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    def __str__(self) -> str:
        return self.text

    @property
    def precision(self) -> Precision:
        """The precision of the date; ``2017-XX`` is as precise as a year."""
        return _precision(self.text)

    @property
    def qualifier(self) -> Qualifier | None:
        """The qualifier of the date, or of both ends of an interval."""
        return _qualifier(self.text)

    @property
    def year(self) -> int | None:
        """The year; ``None`` for an interval, a decade and a century."""
        return _parts(self.text).get("year")

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, if stated."""
        return _parts(self.text).get("month")

    @property
    def day(self) -> int | None:
        """The day of the month, if stated."""
        return _parts(self.text).get("day")

    @property
    def season(self) -> int | None:
        """The season, 21 to 24, if stated."""
        return _parts(self.text).get("season")

    @property
    def start(self) -> "PartialDate | None":
        """The first date of an interval; ``None`` if open or unknown."""
        start, _, _ = self.text.rpartition("/")
        return None if start in _NOT_STATED else PartialDate(start)

    @property
    def end(self) -> "PartialDate | None":
        """The last date of an interval; ``None`` if open or unknown."""
        _, _, end = self.text.partition("/")
        return None if end in _NOT_STATED else PartialDate(end)

    def before(self, other: "PartialDate") -> bool:
        """
        Check whether this date is certainly before another, whatever days they mean.

        A qualified date, or one with an unknown bound on the other's side, is never certain.

        >>> PartialDate("2016").before(PartialDate("2017-02"))
        True
        >>> PartialDate("2016?").before(PartialDate("2017-02"))
        False
        """
        return not (self.qualifier or other.qualifier) and _ends_before(self, other)

    def after(self, other: "PartialDate") -> bool:
        """
        Check whether this date is certainly after another: the reverse of `before`.

        >>> PartialDate("2017-02-28").after(PartialDate("2017-02-27"))
        True
        """
        return other.before(self)

    def overlaps(self, other: "PartialDate") -> bool:
        """
        Check whether both dates can mean the same day.

        An open or unknown end has no limit. Of two dates without a qualifier exactly one of
        `before`, `overlaps` and `after` holds.

        >>> PartialDate("2017").overlaps(PartialDate("2017-02-27"))
        True
        """
        return not (_ends_before(self, other) or _ends_before(other, self))

    def may_be_before(self, other: "PartialDate") -> bool:
        """
        Check whether this date can mean a day before the other.

        An open or unknown end has no limit; a qualifier does not widen a date, or every qualified
        date might be before any other. A day is not before itself.

        >>> PartialDate("2017").may_be_before(PartialDate("2017-02-27"))
        True
        >>> PartialDate("2017-02-27").may_be_before(PartialDate("2017-02-27"))
        False
        """
        if self.earliest is None or other.latest is None:
            return True
        return self.earliest < other.latest


def _ends_before(one: PartialDate, other: PartialDate) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _bounds(text: str) -> _Bounds:
    match = _DATE.fullmatch(text) if isinstance(text, str) else None
    if match:
        return _period(text, match)
    if isinstance(text, str) and text.count("/") == 1:
        return _interval(text)
    raise not_a_date(text, _FORM)


def _interval(text: str) -> _Bounds:
    start, end = text.split("/")
    if start in _NOT_STATED and end in _NOT_STATED:
        raise invalid_date(text, Message("an interval needs a start or an end"))
    earliest = _end_bounds(text, start)[0]
    latest = _end_bounds(text, end)[1]
    if earliest and latest and earliest > latest:
        raise invalid_date(text, Message("the interval ends before it begins"))
    return earliest, latest


def _end_bounds(text: str, end: str) -> _Bounds:
    if end in _NOT_STATED:
        return None, None
    match = _DATE.fullmatch(end)
    if match is None:
        raise not_a_date(text, _FORM)
    return _period(text, match)


def _period(text: str, match: re.Match[str]) -> tuple[dt.date, dt.date]:
    """Return the first and last day of one date; errors quote `text`."""
    year, season, month, day, decade, century = match.groups()
    if day is not None:  # first, since most dates are days
        only = _day(text, int(year), int(month), int(day))
        return only, only
    if month is not None:
        return _month(text, int(year), int(month))
    if season is not None:
        return _season(text, int(year), season)
    if year is not None:
        return _years(text, int(year), 1)
    return _years(text, int(decade) * 10, 10) if decade else _years(text, int(century) * 100, 100)


def _day(text: str, year: int, month: int, day: int) -> dt.date:
    why = calendar_fault(year, month, day)
    if why:
        raise invalid_date(text, why)
    return dt.date(year, month, day)


def _month(text: str, year: int, month: int) -> tuple[dt.date, dt.date]:
    first = _day(text, year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1])


def _season(text: str, year: int, season: str) -> tuple[dt.date, dt.date]:
    first, last = _years(text, year, 1)
    if season in _SUMMER_AND_WINTER and year < dt.MAXYEAR:
        last = dt.date(year + 1, 2, monthrange(year + 1, 2)[1])
    return first, last


def _years(text: str, first: int, count: int) -> tuple[dt.date, dt.date]:
    return _day(text, first, 1, 1), dt.date(first + count - 1, 12, 31)


# A citation reads the parts of a date many times, and an archive repeats the same days.
@lru_cache(1 << 14)
def _parts(text: str) -> Mapping[Precision, int]:
    """Return the parts that a date states; an interval states none."""
    match = _DATE.fullmatch(text)
    return {part: int(match[part]) for part in _PARTS if match[part]} if match else {}


@lru_cache(1 << 14)
def _precision(text: str) -> Precision:
    return next((part for part in _PARTS if part in _parts(text)), "interval")


@lru_cache(1 << 14)
def _qualifier(text: str) -> Qualifier | None:
    marks = [mark for mark in _QUALIFIERS if mark in text]
    if len(marks) > 1:
        return "both"
    return _QUALIFIERS[marks[0]] if marks else None

"""
Dates of unequal precision: a subset of EDTF (ISO 8601-2:2019, annex A), and instants with a zone.

Own code: the ``edtf`` package takes 2017-02-29 for a day and reads about a hundred dates a second;
a hundred thousand and more are needed to check a collection.
"""

import datetime as dt
import re
from calendar import monthrange
from functools import cached_property
from typing import Literal

from attrs import frozen

from nizkorcite.errors import DateError

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval"]
Qualifier = Literal["uncertain", "approximate", "both"]

_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?[?~%]?"
    r"|(?P<decade>[0-9]{3})X[?~%]?|(?P<century>[0-9]{2})XX[?~%]?"
)
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
_QUALIFIERS: dict[str, Qualifier] = {"?": "uncertain", "~": "approximate", "%": "both"}
_SPRING, _WINTER = 21, 24
_SUMMER = 22
_DECEMBER = 12
_LONGEST = 32


@frozen(repr=False)
class PartialDate:
    """
    A date as precise as it is stated, spelt in EDTF.

    Level 0 (``2017``, ``2017-02``, ``2017-02-27``, intervals ``a/b``) and of level 1: one trailing
    ``?`` (uncertain), ``~`` (approximate) or ``%`` (both); unspecified digits from the right
    (``201X``, ``20XX``, ``2017-XX``, ``2017-02-XX``); seasons (``2017-21`` spring to ``2017-24``
    winter); open and unknown ends (``../1848-05-31``, ``1848/``). Years 0001 to 9999, days of the
    Gregorian calendar. `str` gives the spelling back byte for byte. There is no ``<``: dates of
    unequal precision are compared by `before`, `after` and `overlaps`.

    Raises:
        DateError: The text is no such date, names no day of the calendar, or is an interval that
            ends before it begins.

    >>> PartialDate("2017-02").latest
    datetime.date(2017, 2, 28)
    """

    text: str

    def __attrs_post_init__(self) -> None:
        _check(self.text)

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    def __str__(self) -> str:
        return self.text

    @property
    def start(self) -> "PartialDate | None":
        """An interval's first date; ``None`` where it is open, unknown, or this is no interval."""
        return _end(self.text, 0)

    @property
    def end(self) -> "PartialDate | None":
        """An interval's last date; ``None`` where it is open, unknown, or this is no interval."""
        return _end(self.text, 1)

    @property
    def precision(self) -> Precision:
        """What is stated: a day, a month, a season, a year, a decade, a century, an interval."""
        return _precision(self.text)

    @property
    def qualifier(self) -> Qualifier | None:
        """What the mark at the end says; of an interval, what either of its ends says."""
        marks = {self.text[-1], self.text.split("/")[0][-1:]}
        return next((_QUALIFIERS[mark] for mark in "%~?" if mark in marks), None)

    @property
    def year(self) -> int | None:
        """The year, where one is stated."""
        return _number(self.text, "year")

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, where one is stated."""
        month = _number(self.text, "month")
        return month if month is not None and month <= _DECEMBER else None

    @property
    def season(self) -> int | None:
        """The season, 21 (spring) to 24 (winter), where one is stated."""
        month = _number(self.text, "month")
        return month if month is not None and month >= _SPRING else None

    @property
    def day(self) -> int | None:
        """The day of the month, where one is stated."""
        return _number(self.text, "day")

    @property
    def earliest(self) -> dt.date | None:
        """The first day that can be meant; ``None`` where the beginning is open or unknown."""
        if "/" in self.text:
            return self.start.earliest if self.start else None
        return _bounds(self.text)[0]

    @property
    def latest(self) -> dt.date | None:
        """
        The last day that can be meant; ``None`` where the end is open or unknown.

        The hemisphere of a season is not known: summer and winter may last to the following
        February, and every season counts as beginning with its year.
        """
        if "/" in self.text:
            return self.end.latest if self.end else None
        return _bounds(self.text)[1]

    def before(self, other: "PartialDate") -> bool:
        """
        Whether every day meant here is earlier than every day meant there, for certain.

        A qualified date is certain of nothing.

        >>> PartialDate("2016").before(PartialDate("2017-02")), PartialDate("2017").before(
        ...     PartialDate("2017-02"))
        (True, False)
        """
        if self.qualifier or other.qualifier or self.latest is None or other.earliest is None:
            return False
        return self.latest < other.earliest

    def after(self, other: "PartialDate") -> bool:
        """Whether every day meant here is later than every day meant there, for certain."""
        return other.before(self)

    def overlaps(self, other: "PartialDate") -> bool:
        """Whether the same day can be meant."""
        return not (_ends_before(self, other) or _ends_before(other, self))

    def may_be_before(self, other: "PartialDate") -> bool:
        """
        Whether a day meant here can be earlier than a day meant there.

        >>> PartialDate("2017").may_be_before(PartialDate("2017-02-27"))
        True
        """
        if self.qualifier or other.qualifier or self.earliest is None or other.latest is None:
            return True
        return self.earliest < other.latest


@frozen(repr=False)
class Instant:
    """
    An instant with its zone (RFC 3339; WARC-Date), spelt as it was given.

    Seconds 00 to 59: a leap second is refused, since programs do not agree on it.

    Raises:
        DateError: The text is no such instant.

    >>> Instant("2026-11-24T10:10:00Z").date
    PartialDate('2026-11-24')
    """

    text: str

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str) or not _INSTANT.fullmatch(self.text):
            message = f'"{self.text}" is no instant such as 2026-11-24T10:10:00Z'
            raise DateError(message)
        try:
            _ = self.datetime
        except ValueError as error:
            message = f'"{self.text}" is no instant of the calendar and the clock'
            raise DateError(message) from error

    def __repr__(self) -> str:
        return f"Instant({self.text!r})"

    def __str__(self) -> str:
        return self.text

    @cached_property
    def datetime(self) -> dt.datetime:
        """The instant as Python has it; fractions beyond a microsecond are cut."""
        return dt.datetime.fromisoformat(self.text)

    @property
    def date(self) -> PartialDate:
        """The day as written, in the instant's own zone."""
        return PartialDate(self.text[:10])


def _ends_before(one: PartialDate, other: PartialDate) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _check(text: object) -> None:
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise _no_date(text)
    if "/" in text:
        _check_interval(text)
    else:
        _check_single(text)


def _check_single(text: str) -> None:
    match = _DATE.fullmatch(text)
    if match is None:
        raise _no_date(text)
    year, month, day = match["year"], match["month"], match["day"]
    if "0000" in (year, f"{match['decade']}0", f"{match['century']}00"):
        message = f'"{text}": years are counted from 0001'
        raise DateError(message)
    if month is not None and month != "XX":
        _check_month(text, int(year), int(month), day)
    elif month == "XX" and day not in (None, "XX"):
        raise _no_date(text)


def _check_month(text: str, year: int, month: int, day: str | None) -> None:
    if _SPRING <= month <= _WINTER and day is None:
        return
    if not 1 <= month <= _DECEMBER:
        message = f'"{text}": there is no month {month:02d}'
        raise DateError(message)
    if day is None or day == "XX":
        return
    last = _last_day(year, month)
    if not 1 <= int(day) <= last:
        message = f'"{text}": {_MONTHS[month - 1]} {year} has {last} days'
        raise DateError(message)


def _check_interval(text: str) -> None:
    ends = text.split("/")
    if len(ends) != 2 or not any(_is_stated(end) for end in ends):  # noqa: PLR2004 - first and last
        raise _no_date(text)
    first, last = (PartialDate(end) if _is_stated(end) else None for end in ends)
    if first and last and first.earliest and last.latest and first.earliest > last.latest:
        message = f'"{text}": the interval ends before it begins'
        raise DateError(message)


def _is_stated(end: str) -> bool:
    return end not in ("", "..")


def _no_date(text: object) -> DateError:
    shown = str(text) if len(str(text)) <= _LONGEST else f"{str(text)[:_LONGEST]}..."
    return DateError(f'"{shown}" is no date such as 2017-02-27, 2017-02 or 2017')


def _end(text: str, index: int) -> PartialDate | None:
    if "/" not in text:
        return None
    end = text.split("/")[index]
    return PartialDate(end) if _is_stated(end) else None


def _precision(text: str) -> Precision:
    if "/" in text:
        return "interval"
    match = _parsed(text)
    if match["decade"] or match["century"]:
        return "decade" if match["decade"] else "century"
    month, day = match["month"], match["day"]
    if month in (None, "XX"):
        return "year"
    if int(month) >= _SPRING:
        return "season"
    return "month" if day in (None, "XX") else "day"


def _number(text: str, part: str) -> int | None:
    value = None if "/" in text else _parsed(text)[part]
    return None if value in (None, "XX") else int(value)


def _parsed(text: str) -> re.Match[str]:
    match = _DATE.fullmatch(text)
    if match is None:  # a PartialDate was checked when it was made
        raise _no_date(text)
    return match


def _bounds(text: str) -> tuple[dt.date, dt.date]:
    match = _parsed(text)
    if match["decade"]:
        return _years(int(match["decade"]) * 10, 9)
    if match["century"]:
        return _years(int(match["century"]) * 100, 99)
    year = int(match["year"])
    month, day = match["month"], match["day"]
    if month in (None, "XX"):
        return _years(year, 0)
    if int(month) >= _SPRING:
        return _season_bounds(year, int(month))
    if day in (None, "XX"):
        return dt.date(year, int(month), 1), dt.date(year, int(month), _last_day(year, int(month)))
    return dt.date(year, int(month), int(day)), dt.date(year, int(month), int(day))


def _years(first: int, more: int) -> tuple[dt.date, dt.date]:
    return dt.date(max(first, 1), 1, 1), dt.date(first + more, 12, 31)


def _season_bounds(year: int, season: int) -> tuple[dt.date, dt.date]:
    if season in (_SUMMER, _WINTER) and year < dt.MAXYEAR:
        return dt.date(year, 1, 1), dt.date(year + 1, 2, _last_day(year + 1, 2))
    return _years(year, 0)


def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1]


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

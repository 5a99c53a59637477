"""Dates as the files of other programs state them: EDTF, a printed day or month, a season."""

import re

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError


def iso_date(date: PartialDate | None) -> str | None:
    """
    A date as ISO 8601 and the W3C's profile of it have them: a year, a month or a day.

    >>> iso_date(PartialDate("2017-02")), iso_date(PartialDate("2017~"))
    ('2017-02', None)
    """
    if date is None or date.qualifier or date.precision not in ("year", "month", "day"):
        return None
    return str(date)


_SEASONS = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
    "primavera": 21, "verano": 22, "otoño": 23, "invierno": 24,
}  # fmt: skip


_SEASON = re.compile(r"([^\W\d_]+),?(?: de)? ([0-9]{4})")


_SPAN = re.compile(r"([^\W\d_]+)\.? ?[-–/] ?([^\W\d_]+\.?)")


def stated_date(text: str) -> PartialDate:
    """
    Read a date that has one reading.

    Raises:
        DateError: It has none, or several.

    >>> stated_date("2017-02"), stated_date("27 February 2017"), stated_date("Spring 2017")
    (PartialDate('2017-02'), PartialDate('2017-02-27'), PartialDate('2017-21'))
    """
    text = " ".join(text.split())
    season = _SEASON.fullmatch(text)
    if season and (number := _SEASONS.get(season[1].casefold())):
        return PartialDate(f"{season[2]}-{number}")
    try:
        return PartialDate(text)
    except DateError:
        return read_printed(text)


def within_year(text: str, year: str) -> PartialDate:
    """
    Read a day, a month, two months or a season of a year that stands elsewhere.

    Args:
        text: ``Feb 28``, ``28 feb``, ``2``, ``March-April`` or ``spring``.
        year: Four digits.

    Raises:
        DateError: There is no such day, or the text has several readings.

    >>> within_year("Feb 28", "2017"), within_year("Mar.-Apr.", "2017"), within_year("2", "2017")
    (PartialDate('2017-02-28'), PartialDate('2017-03/2017-04'), PartialDate('2017-02'))
    """
    if text.isdecimal():
        return PartialDate(f"{year}-{int(text):02d}")
    if months := _SPAN.fullmatch(text):
        start, end = (stated_date(f"{month} {year}") for month in months.groups())
        return PartialDate(f"{start}/{end}")
    return stated_date(f"{text} {year}")

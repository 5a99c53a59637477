"""Dates in the files of other programs: EDTF, printed days and months, seasons."""

import re

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError
from nizkorcite.messages import Message


def iso_date(date: PartialDate | None) -> str | None:
    """
    Return a year, month or day in the W3C's profile of ISO 8601.

    >>> [iso_date(PartialDate(text)) for text in ("2017-02", "2017-XX", "2017~")]
    ['2017-02', '2017', None]
    """
    if date is None or date.qualifier or date.precision not in ("year", "month", "day"):
        return None
    return str(date).partition("-X")[0]


_SEASONS = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
    "primavera": 21, "verano": 22, "otoño": 23, "invierno": 24,
}  # fmt: skip


_SEASON = re.compile(r"([^\W\d_]+),?(?: de)? ([0-9]{4})")


_SPAN = re.compile(r"([^\W\d_]+)\.? ?[-–/] ?([^\W\d_]+\.?)")


def unwritten_date(format_name: str, date: PartialDate) -> Message:
    """Return the note on a date that a format has no form for."""
    return Message(
        "{format} cannot express the date {date}; left out", format=format_name, date=str(date)
    )


def parse_date(text: str) -> PartialDate:
    """
    Read a date that has only one meaning.

    Raises:
        DateError: The text is not a date, or has several meanings.

    >>> parse_date("2017-02"), parse_date("27 February 2017"), parse_date("Spring 2017")
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


def read_date_of_year(text: str, year: str) -> PartialDate:
    """
    Read a day, month, two months or season of a year stated elsewhere.

    Args:
        text: ``Feb 28``, ``28 feb``, ``2``, ``March-April`` or ``spring``.
        year: Four digits.

    Raises:
        DateError: The calendar has no such day, or the text has several meanings.

    >>> read_date_of_year("Feb 28", "2017"), read_date_of_year("Mar.-Apr.", "2017")
    (PartialDate('2017-02-28'), PartialDate('2017-03/2017-04'))
    """
    if text.isdecimal():
        return PartialDate(f"{year}-{int(text):02d}")
    if months := _SPAN.fullmatch(text):
        start, end = (parse_date(f"{month} {year}") for month in months.groups())
        return PartialDate(f"{start}/{end}")
    return parse_date(f"{text} {year}")

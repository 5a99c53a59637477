"""Dates in the files of other programs: EDTF, printed days and months, seasons."""

import re
from collections.abc import Callable
from functools import lru_cache

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


def unwritten_date(format_name: str, date: PartialDate | str) -> Message:
    """Return the note on a date that a format has no form for."""
    return Message(
        "{format} cannot express the date {date}; left out", format=format_name, date=str(date)
    )


# A file has the same years over and over.
@lru_cache(1 << 12)
def parse_date(text: str) -> PartialDate:
    """
    Read a date that has only one meaning, in the forms of databases and reference managers.

    Besides EDTF and the printed dates of `read_printed`, these are year first (``2015 Oct 3``,
    ``2015/october``, ``2015-3-7``, ``20150307``), month and year, two months or days, two years, a
    time of day, which is dropped, and a year with ``c.``, ``©``, brackets or a full stop.

    Raises:
        DateError: The text is not a date, or has several meanings.

    >>> parse_date("27 February 2017"), parse_date("2015/october"), parse_date("ca. 1890")
    (PartialDate('2017-02-27'), PartialDate('2015-10'), PartialDate('1890~'))
    """
    try:
        return PartialDate(text.strip())
    except DateError:
        bare = _TIME.sub("", " ".join(text.split())).strip("[](),;. ")
        bare = _UNKNOWN_PARTS.sub("", bare)
    for form, read in _FORMS:
        if match := form.fullmatch(bare):
            return read(match)
    return read_printed(bare)


def publication_date(text: str) -> dict[str, PartialDate | str]:
    """
    Return the variables of a reference that a stated publication date sets.

    Returns:
        ``issued``; ``issued_literal`` for a date that cannot be read; ``status`` for a work in
        press; ``original_date`` too for a reprint's two years; nothing for "n.d." and the like.

    >>> publication_date("[1923] 1961")
    {'original_date': PartialDate('1923'), 'issued': PartialDate('1961')}
    >>> publication_date("Holy Week 1999"), publication_date("s.f.")
    ({'issued_literal': 'Holy Week 1999'}, {})
    """
    words = " ".join(text.split())
    bare = words.casefold().strip("[]()")
    if not bare or bare.replace(" ", "") in _UNDATED:
        return {}
    if bare in _IN_PRESS:
        return {"status": "in press"}
    if reprint := _REPRINT.fullmatch(words):
        return {"original_date": PartialDate(reprint[1]), "issued": PartialDate(reprint[2])}
    try:
        return {"issued": parse_date(words)}
    except DateError:
        return {"issued_literal": words}


@lru_cache(1 << 12)
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
    text = text.strip("() ")
    if text.isdecimal():
        return PartialDate(f"{year}-{int(text):02d}")
    return parse_date(f"{text} {year}")


def _season(match: re.Match[str]) -> PartialDate:
    if number := _SEASONS.get(match[1].casefold()):
        return PartialDate(f"{match[2]}-{number}")
    return read_printed(match[0])


def _numbers(match: re.Match[str]) -> PartialDate:
    """Read year, month and day in numbers, whatever their order in the text."""
    numbers = match.groupdict()
    day = f"-{int(numbers['day']):02d}" if numbers.get("day") else ""
    return PartialDate(f"{numbers['year']}-{int(numbers['month']):02d}{day}")


def _year_first(match: re.Match[str]) -> PartialDate:
    return read_date_of_year(_BEFORE_DAY.sub(" ", match[2]), match[1])


def _months(match: re.Match[str]) -> PartialDate:
    start, end = (read_printed(f"{month} {match['year']}") for month in match.group(1, 2))
    return PartialDate(f"{start}/{end}")


def _days(match: re.Match[str]) -> PartialDate:
    month = f"{match['month']} {match['year']}"
    start, end = (parse_date(f"{day} {month}") for day in match.group("first", "last"))
    return PartialDate(f"{start}/{end}")


def _years(match: re.Match[str]) -> PartialDate:
    """Read two years, the second of which may lack its century."""
    start, end = match[1], match[2]
    return PartialDate(f"{start}/{start[: -len(end)]}{end}")


def _span(match: re.Match[str]) -> PartialDate:
    start, end = map(parse_date, match.groups())
    return PartialDate(f"{start}/{end}")


def _open_span(match: re.Match[str]) -> PartialDate:
    return PartialDate(f"{match[2]}/.." if match[1].casefold() == "from" else f"../{match[2]}")


def _about(match: re.Match[str]) -> PartialDate:
    return PartialDate(f"{match[1]}~")


def _year(match: re.Match[str]) -> PartialDate:
    return PartialDate(match[1])


_SEASONS = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
    "primavera": 21, "verano": 22, "otoño": 23, "invierno": 24,
}  # fmt: skip
_WORD = r"[^\W\d_]+"
_YEAR = "(?P<year>[0-9]{4})"
_SPAN_OF_DAYS = "(?P<first>[0-9]{1,2}) ?[-–] ?(?P<last>[0-9]{1,2})"
_TIME = re.compile(
    r"(?<=[0-9])(?:T| |, )[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r" ?(?:Z|UTC|GMT|[AaPp]\.?[Mm]\.?|[+-][0-9]{2}:?[0-9]{2})?$"
)
_WORDS_OF_DATE = r"[^\W_]+(?: [^\W_]+){0,2}"
_REPRINT = re.compile(r"\[([0-9]{4})\] ([0-9]{4})")
_UNKNOWN_PARTS = re.compile("(?:[-/.]00){1,2}$")  # as databases write them: 2012-05-00
_BEFORE_DAY = re.compile(r"(?<=[^\W\d_])[-/.]+(?=[0-9])")
_IN_PRESS = frozenset(("in press", "inpress", "en prensa"))
_UNDATED = frozenset(
    (
        "n.d.",
        "n.d",
        "nd",
        "nodate",
        "undated",
        "s.f.",
        "s.f",
        "s/f",
        "sinfecha",
        "s.d.",
        "s.a.",
        "o.j.",
    )
)
# No form has two readings: a day and a month in numbers, "03/04/2012", match none of them.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], PartialDate]], ...] = tuple(
    (re.compile(form, re.IGNORECASE), read)
    for form, read in (
        ("about ([0-9]{4})", _about),  # these three are the words of our writers
        ("(from|until) ([0-9]{4})", _open_span),
        (rf"({_WORDS_OF_DATE}) to ({_WORDS_OF_DATE})", _span),
        (rf"({_WORD}),?(?: de)? ([0-9]{{4}})", _season),
        (r"([0-9]{4}) ?[-–/] ?([0-9]{4}|1[3-9]|[2-9][0-9])", _years),
        (rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})", _numbers),
        (rf"{_YEAR}([-/.])(?P<month>[0-9]{{1,2}})(?:\2(?P<day>[0-9]{{1,2}}))?", _numbers),
        (rf"(?P<month>[0-9]{{1,2}})[-/.]{_YEAR}", _numbers),
        (rf"([0-9]{{4}})[-/ ,.]+(\(?{_WORD}.*)", _year_first),
        (rf"({_WORD}\.?) ?[-–/] ?({_WORD}\.?),? {_YEAR}", _months),
        (rf"{_SPAN_OF_DAYS} (?P<month>{_WORD}\.?),? {_YEAR}", _days),
        (rf"(?P<month>{_WORD}\.?) {_SPAN_OF_DAYS},? {_YEAR}", _days),
        (r"(?:c\.|ca\.?|circa|hacia) ?([0-9]{4})", _about),
        (r"(?:c|p|©|℗|cop\.?|copyright) ?([0-9]{4})", _year),
        (r"([0-9]{4}\??)", _year),
    )
)

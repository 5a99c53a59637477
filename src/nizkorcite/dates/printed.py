"""
Dates as pages print them in some twenty languages.

A date is read only if it is the whole text, has one reading, and is a day of the calendar.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Final, Literal, get_args

from attrs import frozen

from nizkorcite.dates.date_names import DateNames, PrintedLanguage
from nizkorcite.dates.errors import calendar_fault, invalid_date, not_a_date
from nizkorcite.dates.partial import PartialDate
from nizkorcite.dates.printed_forms import DATE_NAMES, forms
from nizkorcite.errors import DateError, UnknownNameError
from nizkorcite.messages import Message

Order = Literal["dmy", "mdy"]
"""The order of day and month in dates of numbers alone."""

_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMERIC: Final = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_FIRST_IN: Final[Mapping[str, Message]] = {
    "dmy": Message("day first"), "mdy": Message("month first"), "ymd": Message("year first"),
}  # fmt: skip
# Grave, acute, circumflex, tilde, breve, dot, diaeresis, ring, caron, cedilla and ogonek. Folding
# them alone, and not by compatibility (NFKD), keeps "1²" from becoming the number 12.
_ACCENTS: Final = dict.fromkeys(
    (0x300, 0x301, 0x302, 0x303, 0x306, 0x307, 0x308, 0x30A, 0x30C, 0x327, 0x328)
)
_WORDS: Final = re.compile(r"[^\W\d_]+|[0-9]+")
_LONGEST = 80
_CENTURY = 100
_WEEKDAYS = (
    Message("that day was a Monday"), Message("that day was a Tuesday"),
    Message("that day was a Wednesday"), Message("that day was a Thursday"),
    Message("that day was a Friday"), Message("that day was a Saturday"),
    Message("that day was a Sunday"),
)  # fmt: skip


@frozen(eq=False, repr=False)
class _Stated:
    """The numbers of a printed date; the year in full."""

    year: int
    month: int
    day: int | None
    weekday: int | None = None


def read_printed(
    text: str,
    *,
    languages: Sequence[PrintedLanguage] = tuple(DATE_NAMES),
    order: Order | None = None,
    window: range | None = None,
) -> PartialDate:
    """
    Read a printed date; case, accents and surrounding white space do not matter.

    Forms: ``27Feb17`` and ``15aoû2014``, ``27-Feb-2017``; ``1 June 1848``, ``June 1st, 1848``,
    ``12 de octubre de 1998``, ``Diciembre 10 de 1997``, ``18 de septiembre de 2.013``, ``1er
    juin 1848``, ``1.º de maio de 2010``, ``1. Mai 2010``, ``1° maggio 2010``, ``3 марта 2012
    г.``, ``2012年3月3日``, each with or without a day of the week before it; ``October 1916``;
    ``13/02/2010``, also with stops or hyphens; ``2017-02-27``. Names may be abbreviated as the
    language does it. All names in one date are of one language.

    Args:
        text: The date and nothing else.
        languages: Languages whose names and forms are read.
        order: Order of a date of numbers alone, ``"dmy"`` or ``"mdy"``. Without `order`, a date
            with several readings, such as ``03/04/2012``, is refused.
        window: The hundred years that a year of two digits lies in, such as ``range(1970, 2070)``.
            Without `window`, a year of two digits is refused.

    Returns:
        A day, or a month if the text states no day. Nothing is filled in.

    Raises:
        DateError: The text has another form or several readings, the calendar lacks the day, or
            the text gives the wrong day of the week.
        UnknownNameError: `languages` or `order` has an unknown name.
        ValueError: `window` is not a hundred consecutive years.

    >>> read_printed("27Feb17", window=range(1970, 2070))
    PartialDate('2017-02-27')
    >>> read_printed("domingo, 14 de diciembre de 2014")
    PartialDate('2014-12-14')
    >>> read_printed("03/04/2012", order="dmy")
    PartialDate('2012-04-03')
    """
    _check_arguments(languages, order, window)
    text = " ".join(text.split())
    words = _fold(text)
    if _ISO.fullmatch(words):
        return PartialDate(words)
    numeric = _NUMERIC.fullmatch(words)
    if numeric:
        return _only_reading(text, _readings(text, numeric, order, window))
    return _date(text, _named(text, words, languages, window))


def _check_arguments(languages: Sequence[str], order: str | None, window: range | None) -> None:
    for language in languages:
        if language not in DATE_NAMES:
            raise UnknownNameError("language of printed dates", language, list(DATE_NAMES))
    if order is not None and order not in get_args(Order):
        raise UnknownNameError("order", order, get_args(Order))
    if window is not None and (len(window) != _CENTURY or window.step != 1):
        message = "window must be a hundred years in a row, such as range(1970, 2070)"
        raise ValueError(message)


def _fold(text: str) -> str:
    """Return a text in lower case without accents."""
    if len(text) > _LONGEST:
        raise _unknown(text)
    return without_accents(text)


def without_accents(text: str) -> str:
    """
    Return a text in lower case without accents, as the names of dates are listed.

    >>> without_accents("Μαρτίου"), without_accents("Réveillon")
    ('μαρτιου', 'reveillon')
    """
    letters = unicodedata.normalize("NFD", text.casefold()).translate(_ACCENTS)
    return unicodedata.normalize("NFC", letters)  # joins the parts of Korean syllables


def _named(
    text: str,
    words: str,
    languages: Sequence[PrintedLanguage],
    window: range | None,
) -> _Stated:
    each_word = frozenset(_WORDS.findall(words))
    for language in languages:
        if each_word.isdisjoint(DATE_NAMES[language].months):
            continue
        for form in forms(language):
            match = form.fullmatch(words)
            if match and _has_names(DATE_NAMES[language], match):
                return _stated(text, match.groupdict(), DATE_NAMES[language], window)
    raise _unknown(text)


def _has_names(names: DateNames, match: re.Match[str]) -> bool:
    weekday = match.groupdict().get("weekday")
    return match["month"] in names.months and (weekday is None or weekday in names.weekdays)


def _stated(
    text: str, said: Mapping[str, str | None], names: DateNames, window: range | None
) -> _Stated:
    day, weekday = said.get("day"), said.get("weekday")
    return _Stated(
        year=_full_year(text, said["year"] or "", window),
        month=names.months[said["month"] or ""],
        day=int(day) if day else None,
        weekday=names.weekdays[weekday] if weekday else None,
    )


def _readings(
    text: str, match: re.Match[str], order: Order | None, window: range | None
) -> dict[str, _Stated]:
    """Return the possible meanings of three numbers, by their order."""
    first, second, third = match.group(1, 3, 4)
    year = _full_year(text, third, window)
    readings = {
        "dmy": _Stated(year, month=int(second), day=int(first)),
        "mdy": _Stated(year, month=int(first), day=int(second)),
    }
    if order:
        return {order: readings[order]}
    if len(first) == len(third):  # 10/02/13 may also be 2010-02-13
        full = _full_year(text, first, window)
        readings["ymd"] = _Stated(full, month=int(second), day=int(third))
    return readings


def _only_reading(text: str, readings: Mapping[str, _Stated]) -> PartialDate:
    faults = {name: _fault(stated) for name, stated in readings.items()}
    dates = {name: _partial_date(readings[name]) for name, fault in faults.items() if fault is None}
    if len(set(dates.values())) == 1:
        return next(iter(dates.values()))
    if dates:
        each = [
            Message("{date} ({order})", date=str(date), order=_FIRST_IN[name])
            for name, date in dates.items()
        ]
        either = reduce(lambda one, other: Message("{one} or {other}", one=one, other=other), each)
        raise invalid_date(text, Message("may be {dates}", dates=either))
    whys = [
        Message("{order}, {why}", order=_FIRST_IN[name], why=fault)
        for name, fault in faults.items()
        if fault
    ]
    raise invalid_date(
        text, reduce(lambda one, other: Message("{one}; {other}", one=one, other=other), whys)
    )


def _date(text: str, stated: _Stated) -> PartialDate:
    why = _fault(stated) or _wrong_weekday(stated)
    if why:
        raise invalid_date(text, why)
    return _partial_date(stated)


def _fault(stated: _Stated) -> Message | None:
    return calendar_fault(stated.year, stated.month, 1 if stated.day is None else stated.day)


def _wrong_weekday(stated: _Stated) -> Message | None:
    if stated.weekday is None or stated.day is None:
        return None
    weekday = dt.date(stated.year, stated.month, stated.day).weekday()
    return None if weekday == stated.weekday else _WEEKDAYS[weekday]


def _partial_date(stated: _Stated) -> PartialDate:
    month = f"{stated.year:04d}-{stated.month:02d}"
    return PartialDate(month if stated.day is None else f"{month}-{stated.day:02d}")


def _full_year(text: str, digits: str, window: range | None) -> int:
    if len(digits) > 2:  # noqa: PLR2004 - two digits leave the century open
        return int(digits.replace(".", ""))
    if window is None:
        why = Message(
            "the year has two digits; give the window of years it lies in, such as 1970 to 2069"
        )
        raise invalid_date(text, why)
    return window.start + (int(digits) - window.start) % _CENTURY


def _unknown(text: str) -> DateError:
    return not_a_date(
        text, Message("a date in a known form such as 27 February 2017 or 2017-02-27")
    )

"""
The forms in which English, Spanish, French and Portuguese pages print dates.

Own table: dateparser 1.5 reads ``31Feb17`` as 2031-02-17 and ``1998`` as today's day of that year,
takes 03/04/2012 without a word for one of its two readings, and needs about 0.7 milliseconds a
date; htmldate invents days. A date is read here only where it is whole and has one reading.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from nizkorcite.dates.partial import PartialDate
from nizkorcite.errors import DateError

Language = Literal["en", "es", "fr", "pt"]
Order = Literal["dmy", "mdy"]

# Full names and the abbreviations that pages print, without accents; from CLDR 44, and from pages
# "setiembre", "juil" and "aou" (the archive's four- and three-letter forms).
_MONTHS: dict[Language, str] = {
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
    "september|sept|sep october|oct november|nov december|dec",
    "es": "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
    "septiembre|setiembre|sept|sep|set octubre|oct noviembre|nov diciembre|dic",
    "fr": "janvier|janv|jan fevrier|fevr|fev mars|mar avril|avr mai juin|jui juillet|juil|jul "
    "aout|aou septembre|sept|sep octobre|oct novembre|nov decembre|dec",
    "pt": "janeiro|jan fevereiro|fev marco|mar abril|abr maio|mai junho|jun julho|jul agosto|ago "
    "setembro|set outubro|out novembro|nov dezembro|dez",
}
_WEEKDAYS: dict[Language, str] = {
    "en": "monday|mon tuesday|tue wednesday|wed thursday|thu friday|fri saturday|sat sunday|sun",
    "es": "lunes martes miercoles jueves viernes sabado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "pt": "segunda-feira|segunda terca-feira|terca quarta-feira|quarta quinta-feira|quinta "
    "sexta-feira|sexta sabado domingo",
}

_YEAR = r"(?P<year>[0-9]{4}|[0-9]\.[0-9]{3}|[0-9]{2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[a-z]{3,})\.?"
_OF = r"(?:de |del |of )?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_DAY}{_MONTH}{_YEAR}",  # 27feb17
        rf"{_DAY}(?:st|nd|rd|th|er|\.?o)? {_OF}{_MONTH},? {_OF}{_YEAR}",  # 12 de octubre de 1998
        rf"{_DAY}-{_MONTH}-{_YEAR}",  # 27-feb-2017
        rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_OF}{_YEAR}",  # june 1, 1848
        rf"{_MONTH},? {_OF}(?P<year>[0-9]{{4}})",  # october 1916
    )
)
_NUMERIC = re.compile(rf"(?P<first>[0-9]{{1,2}})([/.-])(?P<second>[0-9]{{1,2}})\2{_YEAR}")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_CENTURY = 100
_MONTHS_OF_YEAR = 12


def read_printed(
    text: str,
    *,
    languages: Sequence[Language] = ("en", "es", "fr", "pt"),
    order: Order | None = None,
    window: range | None = None,
) -> PartialDate:
    """
    Read a date as a page prints it.

    Args:
        text: The date and nothing else; white space around it, case and accents do not matter.
        languages: Whose names of months and days of the week are known.
        order: What a numeric date means: ``dmy`` or ``mdy``. Without it 03/04/2012 is refused.
        window: The hundred years that two-digit years mean, such as ``range(1970, 2070)``. Without
            it they are refused.

    Returns:
        A day, or a month where no day is printed.

    Raises:
        DateError: The text has another form, has two readings, names no day of the calendar, or
            names a day of the week that the day was not.

    >>> read_printed("27Feb17", window=range(1970, 2070))
    PartialDate('2017-02-27')
    >>> read_printed("12 de octubre de 1998")
    PartialDate('1998-10-12')
    """
    words = _folded(text)
    if _ISO.fullmatch(words):
        return PartialDate(words)
    weekday, words = _split_weekday(words, languages)
    match = _NUMERIC.fullmatch(words)
    read = _numeric(text, match, order, window) if match else _named(text, words, languages, window)
    return _on_weekday(text, read, weekday)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    letters = (character for character in plain if not unicodedata.combining(character))
    return " ".join("".join(letters).casefold().split())


def _split_weekday(words: str, languages: Sequence[Language]) -> tuple[int | None, str]:
    """The day of the week that opens the text (0 is Monday), and the rest."""
    first, _, rest = words.partition(" ")
    for language in languages:
        for number, names in enumerate(_WEEKDAYS[language].split()):
            if first.rstrip(",.") in names.split("|"):
                return number, rest
    return None, words


def _named(
    text: str, words: str, languages: Sequence[Language], window: range | None
) -> PartialDate:
    for form in _FORMS:
        match = form.fullmatch(words)
        month = _month(match["month"], languages) if match else None
        if match and month:
            return _made(text, match["year"], month, match.groupdict().get("day"), window)
    raise _refused(text, "has no form of a date that is known")


def _month(name: str, languages: Sequence[Language]) -> int | None:
    for language in languages:
        for number, names in enumerate(_MONTHS[language].split(), 1):
            if name in names.split("|"):
                return number
    return None


def _numeric(
    text: str, match: re.Match[str], order: Order | None, window: range | None
) -> PartialDate:
    first, second = int(match["first"]), int(match["second"])
    if order is None and max(first, second) <= _MONTHS_OF_YEAR and first != second:
        readings = [
            _made(text, match["year"], month, str(day), window)
            for day, month in ((first, second), (second, first))
        ]
        raise _refused(text, f"can be {readings[0]} or {readings[1]}; say which order is meant")
    monthly = order == "mdy" or (order is None and second > _MONTHS_OF_YEAR)
    month, day = (first, second) if monthly else (second, first)
    return _made(text, match["year"], month, str(day), window)


def _made(text: str, year: str, month: int, day: str | None, window: range | None) -> PartialDate:
    parts = [f"{_full_year(text, year, window):04d}", f"{month:02d}"]
    parts += [f"{int(day):02d}"] if day else []
    try:
        return PartialDate("-".join(parts))
    except DateError as error:
        raise _refused(text, str(error).partition(": ")[2] or "is no day") from error


def _full_year(text: str, year: str, window: range | None) -> int:
    if len(year) > 2:  # noqa: PLR2004 - two digits leave the century open
        return int(year.replace(".", ""))
    if window is None or len(window) != _CENTURY:
        raise _refused(text, "has a year of two digits, and no hundred years to place it in")
    return next(full for full in window if full % _CENTURY == int(year))


def _on_weekday(text: str, read: PartialDate, weekday: int | None) -> PartialDate:
    day = read.earliest if read.precision == "day" else None
    if weekday is not None and day is not None and day.weekday() != weekday:
        raise _refused(text, f"names another day of the week than that of {read}")
    return read


def _refused(text: str, why: str) -> DateError:
    return DateError(f'"{" ".join(text.split())}" {why}')

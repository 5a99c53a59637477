"""Dates, words and checks of lines used for all parts of the archive's pages."""

import re

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.dates.errors import invalid_date
from nizkorcite.dates.printed import read_printed
from nizkorcite.dates.printed_forms import DATE_NAMES
from nizkorcite.errors import DateError
from nizkorcite.messages import Message
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.text import collapse_space, fold

# Compact dates occur from 2005 to 2023, on pages from the 1990s on. A year in both windows is
# certain: 70 to 99 belong to the last century, 00 to 39 to this one, 40 to 69 may be of either.
_WINDOWS = (range(1940, 2040), range(1970, 2070))
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_COMPACT_DATE = re.compile(r"[0-9]{1,2}[^\W\d_]{3,5}\.?[0-9]{2}(?:[0-9]{2})?")
_NUMBERS = re.compile(r"[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{1,4}")
_LONGEST_DATE = 60
_LONGEST_LINE = 300

MASTHEAD = frozenset(
    "informacion information informations equipo nizkor derechos tienda de libros donaciones "
    "donations online on-line bookshop donate radio".split()
)
NAVIGATION = MASTHEAD | frozenset(
    "humanos en el mundo indice busca cafe enlaces contactanos small logo -".split()
)


@frozen
class ReadDate:
    """A date that was read, or the reason why it was not."""

    fact: Fact[PartialDate] | None = None
    unread: Unread | None = None


def is_compact_date(text: str) -> bool:
    """
    Check whether a text has the archive's date form, even if it names no day.

    >>> is_compact_date("31juil13"), is_compact_date("Moscou")
    (True, False)
    """
    return bool(_COMPACT_DATE.fullmatch(text))


def is_date(page: Page, span: Span) -> bool:
    """Check whether a span has the form of a date, even of an unclear one."""
    words = collapse_space(page.quote(span)) if span.end - span.start <= _LONGEST_DATE else ""
    if is_compact_date(words) or _NUMBERS.fullmatch(words):
        return True
    date = read_date(page, span, field="", rule="").fact if words else None
    return date is not None and date.value.precision != "year"


def is_weekday(text: str) -> bool:
    """
    Check whether a text is the name of a weekday, as in "Monday, 27 February 2017".

    >>> is_weekday("Miércoles"), is_weekday("Madrid")
    (True, False)
    """
    return any(fold(text).rstrip(".") in names.weekdays for names in DATE_NAMES.values())


def read_date(page: Page, span: Span, *, field: str, rule: str) -> ReadDate:
    """Read the printed date of a span; years of two digits are 1970 to 2039."""
    printed = page.quote(span).rstrip(". ")
    span = Span(span.start, span.start + len(printed))
    words = collapse_space(printed)
    try:
        values = sorted({str(_read(words, window)) for window in _WINDOWS})
        if len(values) > 1:
            one, other = values
            either = Message("{one} or {other}", one=one, other=other)
            raise invalid_date(words, Message("may be {dates}", dates=either))
    except DateError as error:
        code = "NZ631" if _has_readings(words) else "NZ621"
        return ReadDate(unread=Unread.at(page, span, code, field, error.message))
    return ReadDate(fact=Fact(value=PartialDate(values[0]), rule=rule, span=span, method="rule"))


def _read(words: str, window: range) -> PartialDate:
    return PartialDate(words) if _YEAR.fullmatch(words) else read_printed(words, window=window)


def _has_readings(words: str) -> bool:
    """Check whether a date lacks only the order of its numbers, or the century."""
    try:
        return bool(read_printed(words, order="dmy", window=_WINDOWS[0]))
    except DateError:
        return False


def verbatim(page: Page, span: Span, rule: str) -> Fact[str]:
    """Return the words of a span as a value, on one line."""
    return Fact(value=collapse_space(page.quote(span)), rule=rule, span=span)


def consists_of(words: frozenset[str], text: str) -> bool:
    """Check whether a line has certain words and table pipes only."""
    if len(text) > _LONGEST_LINE:
        return False
    own = fold(text).replace("|", " ").split()
    return bool(own) and words.issuperset(own)


def has_words(text: str) -> bool:
    """Check whether a line has a letter or digit, and not just stops and pipes."""
    return any(character.isalnum() for character in text)

"""Words, dates and value forms that all parts of the archive's pages share."""

import re

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.dates.printed_forms import DATE_NAMES
from nizkorcite.errors import DateError
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Reason, Unread
from nizkorcite.readers.text import folded, one_line

# Compact dates are seen from 2005 to 2023, on pages from the 1990s on. What lies in both windows is
# certain: 70 to 99 are years of the last century, 00 to 39 of this one, all between may be either.
_WINDOWS = (range(1940, 2040), range(1970, 2070))

_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")

_COMPACT_DATE = re.compile(r"[0-9]{1,2}[^\W\d_]{3,5}\.?[0-9]{2}(?:[0-9]{2})?")

MASTHEAD = frozenset(
    "informacion information informations equipo nizkor derechos tienda de libros donaciones "
    "donations online on-line bookshop donate radio".split()
)
NAVIGATION = MASTHEAD | frozenset(
    "humanos en el mundo indice busca cafe enlaces contactanos small logo -".split()
)

_NUMBERS = re.compile(r"[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{1,4}")
_LONGEST_DATE = 60
_LONGEST_LINE = 300


@frozen
class ReadDate:
    """A date that was read, or why it was not."""

    fact: Fact[PartialDate] | None = None
    unread: Unread | None = None


def is_compact_date(text: str) -> bool:
    """
    Whether a text has the archive's date form, even if it names no day.

    >>> is_compact_date("31juil13"), is_compact_date("Moscou")
    (True, False)
    """
    return bool(_COMPACT_DATE.fullmatch(text))


def is_date(page: Page, span: Span) -> bool:
    """Whether a span has a date's form, whichever, even if it names no day or several."""
    words = one_line(page.quote(span)) if span.end - span.start <= _LONGEST_DATE else ""
    if is_compact_date(words) or _NUMBERS.fullmatch(words):
        return True
    date = read_date(page, span, field="", rule="").fact if words else None
    return date is not None and date.value.precision != "year"


def is_weekday(text: str) -> bool:
    """
    Whether a text is a day's name, as in "Monday, 27 February 2017".

    >>> is_weekday("Miércoles"), is_weekday("Madrid")
    (True, False)
    """
    return any(folded(text).rstrip(".") in names.weekdays for names in DATE_NAMES.values())


def read_date(page: Page, span: Span, *, field: str, rule: str) -> ReadDate:
    """Read the printed date of a span; two digits mean 1970 to 2039, and 40 to 69 nothing."""
    printed = page.quote(span).rstrip(". ")
    words = one_line(printed)
    try:
        values = sorted({str(_read(words, window)) for window in _WINDOWS})
    except DateError as error:
        reason: Reason = "ambiguous" if _has_readings(words) else "unreadable"
        return ReadDate(unread=Unread(field=field, reason=reason, message=str(error)))
    if len(values) > 1:
        message = f'"{words}" may be {" or ".join(values)}'
        return ReadDate(unread=Unread(field=field, reason="ambiguous", message=message))
    span = Span(span.start, span.start + len(printed))
    return ReadDate(fact=Fact(value=PartialDate(values[0]), rule=rule, span=span, method="rule"))


def _read(words: str, window: range) -> PartialDate:
    return PartialDate(words) if _YEAR.fullmatch(words) else read_printed(words, window=window)


def _has_readings(words: str) -> bool:
    """Whether a date that was not read could be, if the order of its numbers were known."""
    try:
        return bool(read_printed(words, order="dmy", window=_WINDOWS[0]))
    except DateError:
        return False


def verbatim(page: Page, span: Span, rule: str) -> Fact[str]:
    """The words of a span as a value, on one line."""
    return Fact(value=one_line(page.quote(span)), rule=rule, span=span)


def consists_of(words: frozenset[str], text: str) -> bool:
    """Whether a line is made of nothing but certain words and table pipes."""
    if len(text) > _LONGEST_LINE:
        return False
    own = folded(text).replace("|", " ").split()
    return bool(own) and words.issuperset(own)


def says_something(text: str) -> bool:
    """Whether a line holds a letter or digit; lone stops and pipes do not."""
    return any(character.isalnum() for character in text)

"""Facts that printed words state: dates, and the words as they are."""

import re
from functools import lru_cache

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.dates.errors import invalid_date
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError
from nizkorcite.messages import Message
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.text import collapse_space

# Compact dates occur from 2005 to 2023, on pages from the 1990s on. A year in both windows is
# certain: 70 to 99 belong to the last century, 00 to 39 to this one, 40 to 69 may be of either.
_WINDOWS = (range(1940, 2040), range(1970, 2070))
_DOUBTFUL_YEARS = range(1940, 1970)  # of the first window, whose two digits are of another there
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")


@frozen(eq=False, repr=False)
class ReadDate:
    """A date that was read, or the reason why it was not."""

    fact: Fact[PartialDate] | None = None
    unread: Unread | None = None


@frozen(eq=False, repr=False)
class _Unreadable:
    """The code and the message of a remark on words that are no date, or several."""

    code: str
    message: Message


def read_date(page: Page, span: Span, *, field: str, rule: str) -> ReadDate:
    """Read the printed date of a span; years of two digits are 1970 to 2039."""
    printed = page.quote(span).rstrip(". ")
    span = Span(span.start, span.start + len(printed))
    found = _date_of(collapse_space(printed))
    if isinstance(found, _Unreadable):
        return ReadDate(unread=Unread.at(page, span, found.code, field, found.message))
    return ReadDate(fact=Fact(value=found, rule=rule, span=span, method="rule"))


@lru_cache(1024)  # a line is asked for several times, and pages of an archive have days in common
def _date_of(words: str) -> PartialDate | _Unreadable:
    try:
        return _only_date(words)
    except DateError as error:
        return _Unreadable("NZ631" if _has_readings(words) else "NZ621", error.message)


def _only_date(words: str) -> PartialDate:
    """
    Return the date of printed words.

    Raises:
        DateError: They are no date, or may be one of two centuries.
    """
    date = _read(words, _WINDOWS[0])
    if int(str(date)[:4]) in _DOUBTFUL_YEARS and (other := _read(words, _WINDOWS[1])) != date:
        either = Message("{one} or {other}", one=str(date), other=str(other))
        raise invalid_date(words, Message("may be {dates}", dates=either))
    return date


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

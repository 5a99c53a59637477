"""Instants with a zone, as RFC 3339 and WARC write them."""

import datetime as dt
import re
from typing import Final, final

from attrs import field, frozen

from nizkorcite.dates.errors import invalid_date, not_a_date
from nizkorcite.dates.partial import PartialDate
from nizkorcite.messages import Message

_INSTANT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?P<second>[0-5][0-9]|60)"
    r"(?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@final
@frozen(init=False, repr=False)
class Instant:
    """
    An instant with its zone, as written; equal if spelt equally.

    RFC 3339, section 5.6, with capital ``T`` and ``Z``, which is the WARC-Date of ISO 28500:2017
    with any zone: seconds always, a fraction of 1 to 9 digits, ``Z`` or ``+hh:mm``. `str` returns
    the spelling unchanged.

    Args:
        text: The instant, and nothing else.

    Attributes:
        text: The instant as it was given.
        datetime: The instant as a `datetime` with its zone, cut to microseconds. Compare these to
            find which of two instants was first.

    Raises:
        DateError: The text is not an instant of this form, names no day of the calendar, or is a
            leap second, which some date validators accept and others refuse.

    >>> Instant("2026-11-24T10:10:00+01:00").date
    PartialDate('2026-11-24')
    """

    text: str
    datetime: dt.datetime = field(eq=False)

    def __init__(self, text: str) -> None:
        self.__attrs_init__(text, _datetime(text))

    def __repr__(self) -> str:
        return f"Instant({self.text!r})"

    def __str__(self) -> str:
        return self.text

    @property
    def date(self) -> PartialDate:
        """The day in the instant's own zone."""
        return PartialDate(self.text[:10])


def proven_instant(text: str) -> Instant:
    """
    Make an instant from a text that is proven to be one, without checking it again.

    >>> proven_instant("2026-11-24T10:10:00Z") == Instant("2026-11-24T10:10:00Z")
    True
    """
    instant = object.__new__(Instant)
    instant.__attrs_init__(text, dt.datetime.fromisoformat(text))
    return instant


def instant_or_day(text: str) -> Instant | PartialDate:
    """
    Read the time of an access, or the day where no more is known.

    Raises:
        DateError: The text is neither.

    >>> instant_or_day("2026-11-24")
    PartialDate('2026-11-24')
    """
    if isinstance(text, str) and _DAY.fullmatch(text):
        return PartialDate(text)
    if not isinstance(text, str) or not _INSTANT.fullmatch(text):
        form = Message("a day, or a date and time; write 2026-11-24 or 2026-11-24T10:10:00Z")
        raise not_a_date(text, form)
    return Instant(text)


def day_of(access: Instant | PartialDate) -> PartialDate:
    """
    Return the day of an access, in its own zone.

    >>> day_of(Instant("2026-11-24T10:10:00+01:00"))
    PartialDate('2026-11-24')
    """
    return access.date if isinstance(access, Instant) else access


def _datetime(text: str) -> dt.datetime:
    match = _INSTANT.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise not_a_date(text, Message("a date and time; write 2026-11-24T10:10:00Z"))
    if match["second"] == "60":
        raise invalid_date(text, Message("leap seconds are not supported; write the second as 59"))
    PartialDate(text[:10])  # raises a DateError if the calendar lacks the day
    return dt.datetime.fromisoformat(text)

"""Instants with a zone, as RFC 3339 and WARC write them."""

import datetime as dt
import re
from typing import Final, final

from attrs import field, frozen

from nizkorcite.dates.errors import refused, unlike
from nizkorcite.dates.partial import PartialDate
from nizkorcite.messages import Message

_INSTANT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?P<second>[0-5][0-9]|60)"
    r"(?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)


@final
@frozen(init=False, repr=False)
class Instant:
    """
    An instant with its zone, spelt as it was given; equal where the spelling is equal.

    RFC 3339, section 5.6, with capital ``T`` and ``Z``, which is the WARC-Date of ISO 28500:2017
    with any zone: seconds always, a fraction of 1 to 9 digits, ``Z`` or ``+hh:mm``. `str` gives the
    spelling back byte for byte.

    Args:
        text: The instant, and nothing else.

    Attributes:
        text: The instant as it was given.
        datetime: The instant as Python has it, with its zone; digits beyond a microsecond are cut.
            Compare these to tell which of two instants was first.

    Raises:
        DateError: The text is no such instant, names no day of the calendar, or is a leap second,
            which some validators of dates accept and others refuse.

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
        """The day as written, in the instant's own zone."""
        return PartialDate(self.text[:10])


def _datetime(text: str) -> dt.datetime:
    match = _INSTANT.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise unlike(text, Message("an instant such as 2026-11-24T10:10:00Z"))
    if match["second"] == "60":
        raise refused(text, Message("leap seconds are not kept; write the second as 59"))
    PartialDate(text[:10])  # raises in words where the calendar has no such day
    return dt.datetime.fromisoformat(text)

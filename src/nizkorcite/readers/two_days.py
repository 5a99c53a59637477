"""Two days that a page gives for its publication."""

import datetime as dt

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.readers.facts import Remark, Unread


def are_near(one: PartialDate, other: PartialDate) -> bool:
    """
    Check for dates that can be one day, or the same day in two zones.

    >>> are_near(PartialDate("2017-02-27"), PartialDate("2017-02-28"))
    True
    """
    if str(one).startswith(str(other)) or str(other).startswith(str(one)):
        return True
    if not one.precision == other.precision == "day":
        return False
    days = (dt.date.fromisoformat(str(each)).toordinal() for each in (one, other))
    return abs(next(days) - next(days)) <= 1


def contradiction(one: PartialDate, other: PartialDate, field: str) -> Unread:
    """Return the remark on two days of publication of which neither is used."""
    message = Message(
        "the page was published on {one} or {other}; neither date is used",
        one=str(one),
        other=str(other),
    )
    return Unread("NZ632", field, message)


def another_day(used: PartialDate, other: PartialDate, field: str) -> Remark:
    """Return the remark on a day beside that of publication, perhaps of a change."""
    message = Message(
        "the page also gives the date {other}, perhaps that of a change; {date} is used",
        other=str(other),
        date=str(used),
    )
    return Remark("NZ654", field, message)

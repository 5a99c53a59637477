"""Why a text is no date: every refusal of this room, in two forms."""

import datetime as dt
from calendar import monthrange

from nizkorcite.display import visible
from nizkorcite.errors import DateError
from nizkorcite.messages import Message

_LONGEST = 40
_MONTHS = (
    Message("January"), Message("February"), Message("March"), Message("April"), Message("May"),
    Message("June"), Message("July"), Message("August"), Message("September"), Message("October"),
    Message("November"), Message("December"),
)  # fmt: skip


def unlike(text: object, form: Message) -> DateError:
    r"""
    Make the error for a text that has not the form asked for, quoting it.

    >>> print(unlike("2017\n", Message("an EDTF date")))
    "2017\n" is not an EDTF date
    """
    if not isinstance(text, str):
        return DateError(Message("a date is text, not {type}", type=type(text).__name__))
    return DateError(Message("{text} is not {form}", text=_quoted(text), form=form))


def refused(text: str, why: Message) -> DateError:
    """
    Make the error for a text that has the right form but is no date, quoting it.

    >>> print(refused("31Feb17", impossible(2017, 2, 31)))
    "31Feb17": February 2017 has 28 days
    """
    return DateError(Message("{text}: {why}", text=_quoted(text), why=why))


def impossible(year: int, month: int, day: int = 1) -> Message | None:
    """
    Say why the Gregorian calendar of the years 0001 to 9999 lacks a day; ``None`` where it has it.

    >>> print(impossible(2017, 2, 31))
    February 2017 has 28 days
    """
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return Message("years are counted from 0001 to 9999")
    if not 1 <= month <= len(_MONTHS):
        return Message("there is no month {month}", month=f"{month:02d}")
    if day == 0:
        return Message("there is no day 00")
    last = monthrange(year, month)[1]
    if day <= last:
        return None
    return Message("{month} {year} has {days} days", month=_MONTHS[month - 1], year=year, days=last)


def _quoted(text: str) -> str:
    return f'"{visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")}"'

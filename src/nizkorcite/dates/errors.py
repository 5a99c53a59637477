"""Errors for texts that are not dates: of another form, or not in the calendar."""

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


def not_a_date(text: object, form: Message) -> DateError:
    r"""
    Return the error for a text of another form, quoting the text.

    >>> print(not_a_date("2017\n", Message("an EDTF date")))
    "2017\n" is not an EDTF date
    """
    if not isinstance(text, str):
        return DateError(Message("a date is text, not {type}", type=type(text).__name__))
    return DateError(Message("{text} is not {form}", text=_quoted(text), form=form))


def invalid_date(text: str, why: Message) -> DateError:
    """
    Return the error for a date that does not exist, quoting its text.

    >>> print(invalid_date("31Feb17", calendar_fault(2017, 2, 31)))
    "31Feb17": February 2017 has 28 days
    """
    return DateError(Message("{text}: {why}", text=_quoted(text), why=why))


def calendar_fault(year: int, month: int, day: int = 1) -> Message | None:
    """
    Return why the Gregorian calendar lacks a day, or ``None`` for a day it has.

    Years 0001 to 9999; month and day as numbers.

    >>> print(calendar_fault(2017, 2, 31))
    February 2017 has 28 days
    """
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return Message("years range from 0001 to 9999")
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

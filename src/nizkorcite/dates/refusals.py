"""Why a text is no date: every refusal of this room, in two forms."""

import datetime as dt
from calendar import monthrange

from nizkorcite.errors import DateError

_LONGEST = 40
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def unlike(text: object, form: str) -> DateError:
    r"""
    Make the error for a text that has not the form asked for, quoting it.

    >>> print(unlike("2017\n", "date such as 2017-02-27"))
    "2017\n" is no date such as 2017-02-27
    """
    if not isinstance(text, str):
        return DateError(f"a date is text, not {type(text).__name__}")
    return DateError(f"{_quoted(text)} is no {form}")


def refused(text: str, why: str) -> DateError:
    """
    Make the error for a text that has the right form but is no date, quoting it.

    >>> print(refused("31Feb17", "February 2017 has 28 days"))
    "31Feb17": February 2017 has 28 days
    """
    return DateError(f"{_quoted(text)}: {why}")


def impossible(year: int, month: int, day: int = 1) -> str | None:
    """
    Say why the Gregorian calendar of the years 0001 to 9999 lacks a day; ``None`` where it has it.

    >>> impossible(2017, 2, 31)
    'February 2017 has 28 days'
    """
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return "years are counted from 0001 to 9999"
    if not 1 <= month <= len(_MONTHS):
        return f"there is no month {month:02d}"
    if day == 0:
        return "there is no day 00"
    last = monthrange(year, month)[1]
    return None if day <= last else f"{_MONTHS[month - 1]} {year} has {last} days"


def _quoted(text: str) -> str:
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
    # A control character would move the cursor of the terminal that shows the message.
    visible = (char if char.isprintable() else ascii(char)[1:-1] for char in shown)
    return f'"{"".join(visible)}"'

"""
Instants as the programs that save pages write them.

Each function reads one form and returns nothing for a text of another form, a day that the calendar
lacks, or a local time without an offset: such a time names no instant.
"""

import re
from collections.abc import Mapping
from typing import Final

from nizkorcite.dates import Instant, PartialDate
from nizkorcite.errors import DateError
from nizkorcite.saved_forms.month_names import month_number

_CLOCK: Final = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
_ISO: Final = re.compile(
    r"(?P<year>[0-9]{4})-?(?P<month>[0-9]{2})-?(?P<day>[0-9]{2})[T ]"
    r"(?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2})(?::?(?P<second>[0-9]{2})(?P<part>\.[0-9]{1,9})?)?"
    r"\s*(?:\(UTC )?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})\)?",
    re.I,
)
# RFC 5322, section 3.3, with the comment that may follow, and section 4.3 for its zones.
_MAIL: Final = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(?P<day>[0-9]{1,2})[ -](?P<month>[a-z]{3})[a-z]*[ -](?P<year>[0-9]{4})"
    rf"\s+{_CLOCK}\s+(?P<zone>[+-][0-9]{{4}}|[a-z]{{1,3}})(?:\s*\(.*)?",
    re.I | re.S,
)
# ECMA-262, Date.prototype.toString; Internet Explorer has the year last. The zone's name in
# brackets is in the language of the browser and adds nothing to the offset.
_JAVASCRIPT: Final = re.compile(
    rf"\S{{2,9}}\s(?P<month>[a-z]{{3}})\s(?P<day>[0-9]{{1,2}})\s(?:(?P<year>[0-9]{{4}})\s)?{_CLOCK}"
    r"\s(?:GMT|UTC)(?P<zone>[+-][0-9]{4})?(?:\s(?P<late_year>[0-9]{4}))?(?:\s*\(.*)?",
    re.I | re.S,
)
_DIGITS: Final = re.compile(
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})"
)
_CLOCK_AND_DAY: Final = re.compile(
    rf"{_CLOCK}\s+(?:(?P<month>[^\W\d_]+\.?|[0-9]{{1,2}}[月월])\s+(?P<day>[0-9]{{1,2}})"
    r"|(?P<first_day>[0-9]{1,2})\.?\s+(?P<late_month>[^\W\d_]+\.?)),?\s+(?P<year>[0-9]{4})"
)
_DAY_AND_CLOCK: Final = re.compile(
    r"(?:(?P<month>[^\W\d_]+\.?)\s(?P<day>[0-9]{1,2})|(?P<first_day>[0-9]{1,2})\.?\s(?:de\s)?"
    rf"(?P<late_month>[^\W\d_]+\.?)),?\s(?:de\s)?(?P<year>[0-9]{{4}}),?\s{_CLOCK}\s(?:GMT|UTC)"
)
_PDF: Final = re.compile(
    r"D:(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?P<hour>[0-9]{2})"
    r"(?P<minute>[0-9]{2})(?P<second>[0-9]{2})?(?P<zone>Z|[+-][0-9]{2}(?:'?[0-9]{2})?)[0-9']*"
)
# RFC 5322, section 4.3; of other letters it says that they are to be taken as no zone at all.
_ZONES: Final[Mapping[str, str]] = {
    "": "Z", "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z", "est": "-0500", "edt": "-0400",
    "cst": "-0600", "cdt": "-0500", "mst": "-0700", "mdt": "-0600", "pst": "-0800", "pdt": "-0700",
}  # fmt: skip


def iso_instant(text: str) -> Instant | None:
    """
    Read ISO 8601 with an offset: ``2024-03-05 09:11:12Z``, ``20240305T091112Z``.

    >>> iso_instant("2024-03-05T10:11:12 (UTC +01:00)")
    Instant('2024-03-05T10:11:12+01:00')
    """
    return _instant(_ISO.fullmatch(text.strip()))


def mail_instant(text: str) -> Instant | None:
    """
    Read the date of a mail or an HTTP header (RFC 5322, section 3.3; RFC 9110, section 5.6.7).

    >>> mail_instant("Tue, 5 Mar 2024 09:11:12 -0000")
    Instant('2024-03-05T09:11:12Z')
    """
    return _instant(_MAIL.fullmatch(text.strip()))


def javascript_instant(text: str) -> Instant | None:
    """
    Read the text that JavaScript gives of a date, in any zone and language.

    >>> javascript_instant("Tue Mar 05 2024 10:11:12 GMT+0100 (hora estándar de Europa central)")
    Instant('2024-03-05T10:11:12+01:00')
    """
    text = text.strip()
    return _instant(_JAVASCRIPT.fullmatch(text)) or mail_instant(text) or iso_instant(text)


def digits_instant(text: str) -> Instant | None:
    """
    Read the 14 digits of web archives, which are UTC.

    >>> digits_instant("20170301120000")
    Instant('2017-03-01T12:00:00Z')
    """
    return _instant(_DIGITS.fullmatch(text))


def clock_and_day_instant(text: str) -> Instant | None:
    """
    Read the notes of the Wayback Machine, in UTC and with the month in the reader's language.

    >>> clock_and_day_instant("22:26:55 Okt 20, 2014")
    Instant('2014-10-20T22:26:55Z')
    """
    return _instant(_CLOCK_AND_DAY.fullmatch(text.strip()))


def day_and_clock_instant(text: str) -> Instant | None:
    """
    Find the instant in the note of a search engine's cache, which ends with ``GMT``.

    >>> day_and_clock_instant("as it appeared on Aug 7, 2018 15:53:18 GMT.")
    Instant('2018-08-07T15:53:18Z')
    """
    return _instant(_DAY_AND_CLOCK.search(text))


def pdf_instant(text: str) -> Instant | None:
    """
    Read the date of a PDF file (ISO 32000-1, section 7.9.4) where it has an offset.

    >>> pdf_instant("D:20240305101112+01'00'")
    Instant('2024-03-05T10:11:12+01:00')
    """
    return _instant(_PDF.fullmatch(text.strip()))


def stated_day(text: str) -> PartialDate | None:
    """
    Read the day of a date or instant in numbers, year first, as it is written.

    >>> stated_day("2017-02-27T08:00:00Z"), stated_day("27/02/17")
    (PartialDate('2017-02-27'), None)
    """
    text = text.strip()
    match = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])", text)
    if match is None:
        instant = mail_instant(text) or iso_instant(text)
        return instant.date if instant else None
    return _partial(match[0])


def _partial(text: str) -> PartialDate | None:
    try:
        return PartialDate(text)
    except DateError:
        return None


def _instant(match: re.Match[str] | None) -> Instant | None:
    parts = match.groupdict() if match else {}
    month = _month(parts.get("month") or parts.get("late_month") or "")
    if not month:
        return None
    year = parts.get("year") or parts.get("late_year")
    day = parts.get("day") or parts["first_day"] or ""
    clock = f"{parts['hour']:>02}:{parts['minute']}:{parts['second'] or '00'}"
    return _spelt(
        f"{year}-{month:02d}-{day:>02}T{clock}{parts.get('part') or ''}", parts.get("zone") or ""
    )


def _month(name: str) -> int | None:
    digits = name.rstrip("月월")
    return int(digits) if digits.isascii() and digits.isdigit() else month_number(name)


def _spelt(text: str, zone: str) -> Instant | None:
    offset = _ZONES.get(zone.lower(), zone).replace(":", "").replace("'", "")
    if re.fullmatch(r"[+-][0-9]{2}(?:[0-9]{2})?", offset):
        offset = "Z" if not offset.strip("+-0") else f"{offset[:3]}:{offset[3:] or '00'}"
    try:
        return Instant(text + offset)
    except DateError:
        return None

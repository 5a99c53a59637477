"""Days as markup spells them: ISO 8601, its relatives, mail, Java, and printed dates."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError
from nizkorcite.readers.facts import Fact

# The first instants of .NET and of Unix, which programs write for a missing date.
_NO_DATE = re.compile(r"000|1970-?01-?01T00:?00")
_TIME = r"(?P<hour>[01]?[0-9]|2[0-3]):?(?P<minute>[0-5][0-9])(?::?[0-5][0-9](?:[.,][0-9]+)?)?"
_ZONE = r"(?P<zone>Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?"
_CLOCK = rf"(?:(?:T| ?[ ,] ?){_TIME} ?{_ZONE}(?: ?\(?[A-Z]{{2,5}}\)?)?)?"
# 2017-02-27T08:00:00+01:00, 2017-02, 2017, 2022-5-5 22:17:36, 2010/5/12, 20180619T055000+0900
_ISO = re.compile(
    rf"(?P<year>[0-9]{{4}})(?:(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})"
    rf"(?:(?P=mark)(?P<day>[0-9]{{1,2}}){_CLOCK})?)?",
    re.IGNORECASE,
)
_BASIC = re.compile(
    rf"(?P<year>[0-9]{{4}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){_CLOCK}", re.IGNORECASE
)
_ISO_PREFIX = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?=[T ])")
# RFC 5322, section 3.3: Mon, 27 Feb 2017 08:00:00 +0100; also without the time
_PRINTED = re.compile(
    rf"(?P<date>.*?[0-9]{{4}})"
    rf"(?:,? (?:at )?{_TIME}(?: ?[ap]m\b.*| ?{_ZONE})?(?: ?\(?[A-Z]{{2,5}}\)?)?)?",
    re.IGNORECASE,
)
# Java: Mon Feb 27 08:00:00 CET 2017
_JAVA = re.compile(
    r"(?P<weekday>[A-Z][a-z]{2}) (?P<month>[A-Z][a-z]{2}) (?P<day>[0-9]{1,2}) "
    r"[0-9:]{8} (?:[A-Z+0-9:-]{1,9} )?(?P<year>[0-9]{4})"
)
_EASTERNMOST = timedelta(hours=14)
_WESTERNMOST = timedelta(hours=-12)


@frozen
class Day:
    """
    A day that markup states.

    Attributes:
        date: The day in the zone of the statement.
        instant: The minute, if a time and a zone are stated.
        words: The statement as a fact.
    """

    date: PartialDate
    instant: datetime | None
    words: Fact[str]

    @property
    def is_universal(self) -> bool:
        """The day is that of Universal Time, which may not be the publisher's."""
        return self.instant is not None and self.instant.utcoffset() == timedelta()

    def agrees_with(self, other: "Day") -> bool:
        """
        Check whether two statements can mean one day.

        One instant in two zones is one day, and so is a day that an instant of Universal Time
        has somewhere on earth. A month agrees with its days.
        """
        if self.instant and other.instant and (self.is_universal or other.is_universal):
            return self.instant == other.instant or self.date == other.date
        one, two = sorted((str(self.date), str(other.date)), key=len)
        return two.startswith(one) or _meets(self, other) or _meets(other, self)


def _meets(universal: Day, local: Day) -> bool:
    if not universal.is_universal or local.instant or universal.instant is None:
        return False
    offsets = (_WESTERNMOST, _EASTERNMOST)
    days = [(universal.instant + offset).date().isoformat() for offset in offsets]
    return str(local.date) in days


def read_day(stated: Fact[str]) -> Day | None:
    """
    Return the day that a text of the markup states, in its own zone.

    >>> from nizkorcite.readers.embedded.meta import text_fact
    >>> for text in ("20180619T055000+0900", "Mon Feb 27 08:00:00 CET 2017", "02/03/2017"):
    ...     day = read_day(text_fact(text, "meta"))
    ...     print(day and day.date)
    2018-06-19
    2017-02-27
    None
    """
    text = stated.value
    if _NO_DATE.match(text):
        return None
    match = _ISO.fullmatch(text) or _BASIC.fullmatch(text) or _ISO_PREFIX.match(text)
    try:
        return _numbered_day(match, stated) if match else _printed_day(stated)
    except DateError:
        return None


def _numbered_day(match: re.Match[str], stated: Fact[str]) -> Day:
    parts = [part.zfill(2) for part in match.group("year", "month", "day") if part]
    date = PartialDate("-".join(parts))
    return Day(date, _instant(date, match), stated)


def _printed_day(stated: Fact[str]) -> Day | None:
    java = _JAVA.fullmatch(stated.value)
    if java:
        words = "{weekday}, {day} {month} {year}".format_map(java.groupdict())
        return Day(read_printed(words, languages=("en",)), None, stated)
    match = _PRINTED.fullmatch(stated.value)
    if not match:
        return None
    date = read_printed(match["date"])
    return Day(date, _instant(date, match), stated)


def _instant(date: PartialDate, match: re.Match[str]) -> datetime | None:
    clock = match.groupdict()
    zone = clock.get("zone")
    if not zone:
        return None
    clock_time = f"{clock['hour']}:{clock['minute']}"
    try:
        local = datetime.strptime(f"{date} {clock_time}", "%Y-%m-%d %H:%M")  # noqa: DTZ007
        return local.replace(tzinfo=_zone(zone))
    except ValueError:
        return None


def _zone(text: str) -> timezone:
    digits = text[1:].replace(":", "").ljust(4, "0")
    if not digits.isdecimal():
        return UTC
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def agreeing_day(days: Sequence[Day]) -> Day | None:
    """
    Return the most precise statement of the day, if all statements agree.

    Of statements of one day, the publisher's own (a day, or an instant in a zone of its own) comes
    before that of Universal Time.
    """
    if not all(one.agrees_with(two) for one in days for two in days):
        return None
    return min(days, key=lambda day: (-len(str(day.date)), day.is_universal), default=None)

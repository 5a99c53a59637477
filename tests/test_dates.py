"""Dates: EDTF as stated, instants with a zone, and the forms in which pages print dates."""

import copy
import datetime as dt
import pickle
import unicodedata
from datetime import date as day
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from nizkorcite.dates import Instant, PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.dates.printed_forms import DATE_NAMES
from nizkorcite.errors import DateError, NizkorciteError, UnknownNameError

law = settings(deadline=None, derandomize=True)

WINDOW = range(1970, 2070)


# ---------------------------------------------------------------- EDTF: what can be stated

STATED = {
    # text: precision, earliest, latest, (year, month, day, season), qualifier
    "2017": ("year", day(2017, 1, 1), day(2017, 12, 31), (2017, None, None, None), None),
    "2017-02": ("month", day(2017, 2, 1), day(2017, 2, 28), (2017, 2, None, None), None),
    "2016-02": ("month", day(2016, 2, 1), day(2016, 2, 29), (2016, 2, None, None), None),
    "2017-02-27": ("day", day(2017, 2, 27), day(2017, 2, 27), (2017, 2, 27, None), None),
    "0001": ("year", day(1, 1, 1), day(1, 12, 31), (1, None, None, None), None),
    "9999-12-31": ("day", day(9999, 12, 31), day(9999, 12, 31), (9999, 12, 31, None), None),
    "1848?": ("year", day(1848, 1, 1), day(1848, 12, 31), (1848, None, None, None), "uncertain"),
    "1848-05~": ("month", day(1848, 5, 1), day(1848, 5, 31), (1848, 5, None, None), "approximate"),
    "1848-05-31%": ("day", day(1848, 5, 31), day(1848, 5, 31), (1848, 5, 31, None), "both"),
    "201X": ("decade", day(2010, 1, 1), day(2019, 12, 31), (None, None, None, None), None),
    "20XX": ("century", day(2000, 1, 1), day(2099, 12, 31), (None, None, None, None), None),
    "18XX~": (
        "century",
        day(1800, 1, 1),
        day(1899, 12, 31),
        (None, None, None, None),
        "approximate",
    ),
    "2017-XX": ("year", day(2017, 1, 1), day(2017, 12, 31), (2017, None, None, None), None),
    "2017-XX-XX": ("year", day(2017, 1, 1), day(2017, 12, 31), (2017, None, None, None), None),
    "2017-02-XX": ("month", day(2017, 2, 1), day(2017, 2, 28), (2017, 2, None, None), None),
    "2017-21": ("season", day(2017, 1, 1), day(2017, 12, 31), (2017, None, None, 21), None),
    "2017-22": ("season", day(2017, 1, 1), day(2018, 2, 28), (2017, None, None, 22), None),
    "2017-23": ("season", day(2017, 1, 1), day(2017, 12, 31), (2017, None, None, 23), None),
    "2015-24?": ("season", day(2015, 1, 1), day(2016, 2, 29), (2015, None, None, 24), "uncertain"),
    "9999-24": ("season", day(9999, 1, 1), day(9999, 12, 31), (9999, None, None, 24), None),
}

INTERVALS = {
    # text: start, end, earliest, latest, qualifier
    "2016/2017": ("2016", "2017", day(2016, 1, 1), day(2017, 12, 31), None),
    "1848-05/1848-06-01": ("1848-05", "1848-06-01", day(1848, 5, 1), day(1848, 6, 1), None),
    "2017/2017": ("2017", "2017", day(2017, 1, 1), day(2017, 12, 31), None),
    "2017-02-27/2017": ("2017-02-27", "2017", day(2017, 2, 27), day(2017, 12, 31), None),
    "2017/2017-02": ("2017", "2017-02", day(2017, 1, 1), day(2017, 2, 28), None),
    "2016-24/2017-01-15": ("2016-24", "2017-01-15", day(2016, 1, 1), day(2017, 1, 15), None),
    "2017-21/2018-XX": ("2017-21", "2018-XX", day(2017, 1, 1), day(2018, 12, 31), None),
    "1848?/1849~": ("1848?", "1849~", day(1848, 1, 1), day(1849, 12, 31), "both"),
    "1848/1849?": ("1848", "1849?", day(1848, 1, 1), day(1849, 12, 31), "uncertain"),
    "1848~/1849~": ("1848~", "1849~", day(1848, 1, 1), day(1849, 12, 31), "approximate"),
    "../1848-05-31": (None, "1848-05-31", None, day(1848, 5, 31), None),
    "/1848": (None, "1848", None, day(1848, 12, 31), None),
    "1848/..": ("1848", None, day(1848, 1, 1), None, None),
    "1848%/": ("1848%", None, day(1848, 1, 1), None, "both"),
}

NO_DATE = " is not a date such as 2017-02-27, 2017-02 or 2017"
REFUSED = {
    "": NO_DATE,
    " 2017": NO_DATE,
    "17": NO_DATE,
    "02017": NO_DATE,
    "-2017": NO_DATE,
    "Y12017": NO_DATE,
    "2017-2": NO_DATE,
    "2017-02-7": NO_DATE,
    "20170227": NO_DATE,
    "2017-058": NO_DATE,
    "2017-W09-1": NO_DATE,
    "2017-02-27T10:00:00Z": NO_DATE,
    "2017/02/27": NO_DATE,
    "2017??": NO_DATE,
    "?2017": NO_DATE,
    "2017?-02": NO_DATE,
    "2XXX": NO_DATE,
    "XXXX": NO_DATE,
    "201x": NO_DATE,
    "201X-02": NO_DATE,
    "2017-XX-27": NO_DATE,
    "2017-02-2X": NO_DATE,
    "27Feb17": NO_DATE,
    "\u0662\u0660\u0661\u0667": NO_DATE,  # 2017 in Arabic digits
    "2017\uff0d02": NO_DATE,
    "2017/banana": NO_DATE,
    "2016/2017/2018": NO_DATE,
    "..": NO_DATE,
    "/": ": an interval needs a start or an end",
    "../..": ": an interval needs a start or an end",
    "../": ": an interval needs a start or an end",
    "0000": ": years range from 0001 to 9999",
    "0000-01-01": ": years range from 0001 to 9999",
    "000X": ": years range from 0001 to 9999",
    "00XX": ": years range from 0001 to 9999",
    "0000-24": ": years range from 0001 to 9999",
    "2017-00": ": there is no month 00",
    "2017-13": ": there is no month 13",
    "2017-13-XX": ": there is no month 13",
    "2017-25": ": there is no month 25",
    "2017-21-05": ": there is no month 21",
    "2017-21-XX": ": there is no month 21",
    "2017-02-00": ": there is no day 00",
    "2017-02-29": ": February 2017 has 28 days",
    "1900-02-29": ": February 1900 has 28 days",
    "2016-02-30": ": February 2016 has 29 days",
    "2017-04-31?": ": April 2017 has 30 days",
    "2017-12-32": ": December 2017 has 31 days",
    "2017-02-29/2018": ": February 2017 has 28 days",
    "2018/2017": ": the interval ends before it begins",
    "2017-02-28/2017-02-27": ": the interval ends before it begins",
    "2018?/2017": ": the interval ends before it begins",
}


@pytest.mark.parametrize(("text", "expected"), STATED.items(), ids=STATED)
def test_a_date_tells_what_it_states_and_the_days_it_can_mean(
    text: str, expected: tuple[Any, ...]
) -> None:
    """A date says its precision, the parts that are stated, its qualifier and its bounds."""
    date = PartialDate(text)
    parts = (date.year, date.month, date.day, date.season)
    assert expected == (date.precision, date.earliest, date.latest, parts, date.qualifier)
    assert (None, None) == (date.start, date.end)


@pytest.mark.parametrize(("text", "expected"), INTERVALS.items(), ids=INTERVALS)
def test_an_interval_has_a_start_and_an_end(text: str, expected: tuple[Any, ...]) -> None:
    """An interval gives its two dates, None for an open or unknown one, and the widest bounds."""
    date = PartialDate(text)
    start, end, *rest = expected
    assert (start and PartialDate(start), end and PartialDate(end)) == (date.start, date.end)
    assert rest == [date.earliest, date.latest, date.qualifier]
    assert ("interval", None, None, None, None) == (
        date.precision, date.year, date.month, date.day, date.season,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "why"), REFUSED.items(), ids=[text or "empty" for text in REFUSED]
)
def test_what_is_no_date_is_refused_with_a_reason(text: str, why: str) -> None:
    """A text that is no date, or a day that no calendar has, is refused in words."""
    with pytest.raises(DateError) as caught:
        PartialDate(text)
    assert f'"{text}"{why}' == str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2017-02-27\n", rf'"2017-02-27\n"{NO_DATE}'),
        ("\x1b[2J", rf'"\x1b[2J"{NO_DATE}'),
        ("2" * 1_000_000, f'"{"2" * 40}..."{NO_DATE}'),
        ("/" * 1_000_000, f'"{"/" * 40}..."{NO_DATE}'),
        (2017, "a date is text, not int"),
        (None, "a date is text, not NoneType"),
        (b"2017", "a date is text, not bytes"),
        (["2017"], "a date is text, not list"),
    ],
    ids=[
        "final newline",
        "terminal control",
        "long",
        "many slashes",
        "int",
        "None",
        "bytes",
        "list",
    ],
)
def test_a_refusal_shows_odd_text_safely(text: object, message: str) -> None:
    """A refusal shortens long text, makes control characters visible and names other types."""
    with pytest.raises(DateError) as caught:
        PartialDate(text)  # type: ignore[arg-type]
    assert message == str(caught.value)


def test_a_refusal_is_a_value_error_of_this_library() -> None:
    """One `except` catches a refused date, whether as ValueError or as NizkorciteError."""
    assert (True, True) == (
        issubclass(DateError, ValueError),
        issubclass(DateError, NizkorciteError),
    )


# ---------------------------------------------------------------- EDTF: laws

days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
qualifiers = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """A date that is no interval, in EDTF."""
    year, month, number = draw(days).isoformat().split("-")
    forms = [year, f"{year}-{month}", f"{year}-{month}-{number}", f"{year}-XX", f"{year}-XX-XX"]
    forms += [f"{year}-{month}-XX", f"{year}-{draw(st.integers(21, 24))}"]
    forms += [f"{year[:3]}X"] if int(year) >= 10 else []
    forms += [f"{year[:2]}XX"] if int(year) >= 100 else []
    return draw(st.sampled_from(forms)) + draw(qualifiers)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """An interval in EDTF that may end as it begins, but not before."""
    ends = [draw(single_dates()), draw(single_dates())]
    ends.sort(key=lambda end: PartialDate(end).earliest or dt.date.min)
    open_end = draw(st.sampled_from([None, None, 0, 1]))
    if open_end is not None:
        ends[open_end] = draw(st.sampled_from(["", ".."]))
    return "/".join(ends)


texts = single_dates() | intervals()
dates = texts.map(PartialDate)


@law
@given(texts)
def test_the_spelling_comes_back_byte_for_byte(text: str) -> None:
    """`str` of a date is the text it was made from, and `repr` makes the date again."""
    date = PartialDate(text)
    assert (text, f"PartialDate({text!r})") == (str(date), repr(date))
    assert date == eval(repr(date))  # noqa: S307 - the law is about eval


@law
@given(dates)
def test_a_date_survives_pickle_and_copy(date: PartialDate) -> None:
    """A date that was pickled or copied is equal, has an equal hash and the same bounds."""
    for twin in (pickle.loads(pickle.dumps(date)), copy.copy(date), copy.deepcopy(date)):
        assert (date, hash(date)) == (twin, hash(twin))
        assert (date.earliest, date.latest, date.precision) == (
            twin.earliest,
            twin.latest,
            twin.precision,
        )


@law
@given(days)
def test_every_day_of_the_calendar_is_a_date(value: dt.date) -> None:
    """Every day from 0001-01-01 to 9999-12-31 is accepted, and its bounds are that day."""
    date = PartialDate(value.isoformat())
    assert (value, value, "day") == (date.earliest, date.latest, date.precision)
    assert (value.year, value.month, value.day) == (date.year, date.month, date.day)


@law
@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
@example(1900, 2, 29)
@example(2000, 2, 29)
@example(2017, 2, 29)
@example(0, 1, 1)
def test_only_days_of_the_calendar_are_dates(year: int, month: int, number: int) -> None:
    """Four, two and two digits are a date exactly where Python's own calendar has the day."""
    assert _calendar_has(year, month, number) == _accepts(f"{year:04d}-{month:02d}-{number:02d}")


def _calendar_has(year: int, month: int, number: int) -> bool:
    try:
        dt.date(year, month, number)
    except ValueError:
        return False
    return True


def _accepts(text: str) -> bool:
    try:
        PartialDate(text)
    except DateError:
        return False
    return True


@law
@given(st.text(alphabet="0123456789-X/.?~%WTZ \n", max_size=24) | st.text(max_size=24))
def test_other_text_is_refused_by_one_exception_only(text: str) -> None:
    """Any text is either a date that spells itself again, or a DateError; nothing else happens."""
    try:
        value = PartialDate(text)
    except DateError:
        return
    assert text == str(value)


@law
@given(single_dates())
def test_bounds_contain_what_is_stated(text: str) -> None:
    """The first and last day of a date begin with what it states, except a season's last."""
    date = PartialDate(text)
    assert date.earliest is not None
    assert date.latest is not None
    assert date.earliest <= date.latest
    if date.season is None:
        stated = text.rstrip("?~%").rstrip("X-")
        assert [True, True] == [str(end).startswith(stated) for end in (date.earliest, date.latest)]


@law
@given(single_dates(), single_dates())
def test_an_interval_is_refused_only_where_it_is_reversed_for_certain(one: str, other: str) -> None:
    """Two dates make an interval unless the first day of one is after the last of the other."""
    start, end = PartialDate(one), PartialDate(other)
    assert start.earliest is not None
    assert end.latest is not None
    assert (start.earliest <= end.latest) == _accepts(f"{one}/{other}")


@law
@given(texts)
def test_dates_are_equal_by_spelling(text: str) -> None:
    """Dates are equal where their text is; a date is not equal to a text or to a day."""
    assert PartialDate(text) == PartialDate(text)
    assert PartialDate(text) != text  # type: ignore[comparison-overlap]
    assert 1 == len({PartialDate(text), PartialDate(text)})


def test_spellings_of_the_same_period_are_different_dates() -> None:
    """`2017` and `2017-XX` mean the same days but say different things."""
    assert PartialDate("2017") != PartialDate("2017-XX")


@pytest.mark.parametrize("value", [PartialDate("2017"), Instant("2026-11-24T10:10:00Z")], ids=repr)
def test_values_are_frozen(value: PartialDate | Instant) -> None:
    """Nothing of a date or an instant can be changed or added."""
    for name in ("text", "earliest", "datetime", "other"):
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(value, name, "2018")


# ---------------------------------------------------------------- EDTF: order

ORDER = [
    # one, other: before, overlaps, after, may be before
    ("2017-02-27", "2017-02-28", (True, False, False, True)),
    ("2017-02-27", "2017-02-27", (False, True, False, False)),
    ("2017-02-28", "2017-02-27", (False, False, True, False)),
    ("2017-02", "2017-02-27", (False, True, False, True)),
    ("2017-02", "2017-02-01", (False, True, False, False)),
    ("2017-02-28", "2017-02", (False, True, False, False)),
    ("2017-02-27", "2017-02", (False, True, False, True)),
    ("2017", "2017", (False, True, False, True)),
    ("2016", "2017-02", (True, False, False, True)),
    ("2016-24", "2017-02", (False, True, False, True)),
    ("2016-23", "2017-02", (True, False, False, True)),
    ("201X", "2020", (True, False, False, True)),
    ("1848?", "2017", (False, False, False, True)),
    ("2017", "1848?", (False, False, False, False)),
    ("2017-02-27~", "2017-02-28", (False, False, False, True)),
    ("2015/2016", "2017", (True, False, False, True)),
    ("2015?/2016", "2017", (False, False, False, True)),
    ("../1848-05-31", "1848-06-01", (True, False, False, True)),
    ("1848-06-01", "../1848-05-31", (False, False, True, False)),
    ("../1848-05-31", "1848-05-31", (False, True, False, True)),
    ("1848/..", "2017", (False, True, False, True)),
    ("2017", "1848/", (False, True, False, True)),
    ("2017", "2018/", (True, False, False, True)),
    ("../1848", "2017/..", (True, False, False, True)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), ORDER, ids=[f"{a} {b}" for a, b, _ in ORDER])
def test_dates_are_compared_by_the_days_they_can_mean(
    one: str, other: str, expected: tuple[Any, ...]
) -> None:
    """Before and after are certain; overlaps and may_be_before go by what is stated."""
    a, b = PartialDate(one), PartialDate(other)
    assert expected == (a.before(b), a.overlaps(b), a.after(b), a.may_be_before(b))


@law
@given(dates, dates)
def test_before_and_after_are_each_other_turned_round(one: PartialDate, other: PartialDate) -> None:
    """One date is before another exactly where the other is after it, and never both ways."""
    assert one.before(other) == other.after(one)
    assert one.after(other) == other.before(one)
    assert not (one.before(other) and one.after(other))


@law
@given(dates, dates)
def test_dates_without_qualifier_are_before_or_overlap_or_are_after(
    one: PartialDate, other: PartialDate
) -> None:
    """Of two dates without a qualifier exactly one of the three relations holds."""
    assume(not one.qualifier and not other.qualifier)
    assert 1 == sum((one.before(other), one.overlaps(other), one.after(other)))


@law
@given(dates, dates)
def test_overlapping_goes_both_ways(one: PartialDate, other: PartialDate) -> None:
    """A date overlaps itself, and overlaps another exactly where the other overlaps it."""
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)


@law
@given(dates, dates)
def test_what_is_certain_is_also_possible(one: PartialDate, other: PartialDate) -> None:
    """A date that is certainly before another may be before it; one certainly after may not."""
    assert one.may_be_before(other) >= one.before(other)
    assert not (one.after(other) and one.may_be_before(other))


@law
@given(dates, dates, dates)
def test_before_is_transitive(one: PartialDate, other: PartialDate, third: PartialDate) -> None:
    """What is before a date that is before a third is before the third."""
    assert one.before(third) >= (one.before(other) and other.before(third))


@law
@given(dates, dates)
def test_a_qualified_date_is_certain_of_nothing(one: PartialDate, other: PartialDate) -> None:
    """A date with ?, ~ or % is neither before nor after any other."""
    assume(one.qualifier)
    assert (False, False) == (one.before(other), one.after(other))


def test_dates_have_no_less_than() -> None:
    """`<` is refused, since a month has no order with a day in it."""
    with pytest.raises(TypeError):
        assert PartialDate("2017") < PartialDate("2018")


# ---------------------------------------------------------------- instants

UTC = dt.UTC
INSTANTS = {
    "2026-11-24T10:10:00Z": dt.datetime(2026, 11, 24, 10, 10, tzinfo=UTC),
    "2026-11-24T10:10:00.5Z": dt.datetime(2026, 11, 24, 10, 10, 0, 500_000, tzinfo=UTC),
    "2026-11-24T10:10:00.123456789Z": dt.datetime(2026, 11, 24, 10, 10, 0, 123_456, tzinfo=UTC),
    "2026-11-24T23:59:59.999999999+00:00": dt.datetime(
        2026, 11, 24, 23, 59, 59, 999_999, tzinfo=UTC
    ),
    "2024-02-29T00:00:00-03:00": dt.datetime(2024, 2, 29, 3, tzinfo=UTC),
    "2026-11-24T00:30:00+23:59": dt.datetime(2026, 11, 23, 0, 31, tzinfo=UTC),
    "2026-11-24T00:30:00-00:00": dt.datetime(2026, 11, 24, 0, 30, tzinfo=UTC),
}

NO_INSTANT = " is not a date and time; write 2026-11-24T10:10:00Z"
NO_INSTANTS = {
    "": NO_INSTANT,
    "2026-11-24": NO_INSTANT,
    "2026-11-24T10:10:00": NO_INSTANT,
    "2026-11-24T10:10Z": NO_INSTANT,
    "2026-11-24 10:10:00Z": NO_INSTANT,
    "2026-11-24t10:10:00Z": NO_INSTANT,
    "2026-11-24T10:10:00z": NO_INSTANT,
    "20261124T101000Z": NO_INSTANT,
    "2026-11-24T24:00:00Z": NO_INSTANT,
    "2026-11-24T10:60:00Z": NO_INSTANT,
    "2026-11-24T10:10:61Z": NO_INSTANT,
    "2026-11-24T10:10:00.Z": NO_INSTANT,
    "2026-11-24T10:10:00,5Z": NO_INSTANT,
    "2026-11-24T10:10:00.1234567890Z": NO_INSTANT,
    "2026-11-24T10:10:00+0100": NO_INSTANT,
    "2026-11-24T10:10:00+01": NO_INSTANT,
    "2026-11-24T10:10:00+24:00": NO_INSTANT,
    "2026-11-24T10:10:00+01:60": NO_INSTANT,
    "2026-11-24T10:10:00+01:00:00": NO_INSTANT,
    "\u0662026-11-24T10:10:00Z": NO_INSTANT,
    "2016-12-31T23:59:60Z": ": leap seconds are not supported; write the second as 59",
}


@pytest.mark.parametrize(("text", "expected"), INSTANTS.items(), ids=INSTANTS)
def test_an_instant_is_read_with_its_zone(text: str, expected: dt.datetime) -> None:
    """An instant is a moment with a zone, cut to the microsecond, and its day is as written."""
    instant = Instant(text)
    assert expected == instant.datetime
    assert instant.datetime.utcoffset() is not None
    assert (text, f"Instant({text!r})") == (str(instant), repr(instant))
    assert PartialDate(text[:10]) == instant.date


@pytest.mark.parametrize(
    ("text", "why"), NO_INSTANTS.items(), ids=[t or "empty" for t in NO_INSTANTS]
)
def test_what_is_no_instant_is_refused(text: str, why: str) -> None:
    """Instants without zone, in small letters, or of other forms of ISO 8601 are refused."""
    with pytest.raises(DateError) as caught:
        Instant(text)
    assert f'"{text}"{why}' == str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-02-29T10:10:00Z", '"2026-02-29": February 2026 has 28 days'),
        ("2026-13-01T10:10:00Z", '"2026-13-01": there is no month 13'),
        ("0000-01-01T10:10:00Z", '"0000-01-01": years range from 0001 to 9999'),
        ("2026-11-24T10:10:00Z\n", rf'"2026-11-24T10:10:00Z\n"{NO_INSTANT}'),
        (20261124, "a date is text, not int"),
    ],
    ids=["29 February", "month 13", "year 0", "final newline", "int"],
)
def test_an_instant_needs_a_day_of_the_calendar(text: object, message: str) -> None:
    """The day of an instant is checked as that of a date, and refused in the same words."""
    with pytest.raises(DateError) as caught:
        Instant(text)  # type: ignore[arg-type]
    assert message == str(caught.value)


moments = st.builds(
    "{:%Y-%m-%dT%H:%M:%S}{}{}".format,
    st.datetimes(dt.datetime(1000, 1, 1)),  # noqa: DTZ001 - the zone is the next argument but one
    st.just("") | st.from_regex(r"\.[0-9]{1,9}", fullmatch=True),
    st.just("Z") | st.from_regex(r"[+-]([01][0-9]|2[0-3]):[0-5][0-9]", fullmatch=True),
)


@law
@given(moments, moments)
def test_instants_come_back_and_can_be_compared(one: str, other: str) -> None:
    """Every instant spells itself again, survives pickle, and its moment compares with any other."""
    first, second = Instant(one), Instant(other)
    assert one == str(pickle.loads(pickle.dumps(first)))
    assert first == copy.deepcopy(first)
    assert 1 == sum((
        first.datetime < second.datetime,
        first.datetime == second.datetime,
        first.datetime > second.datetime,
    ))  # fmt: skip


def test_instants_are_equal_by_spelling() -> None:
    """The same moment in two zones is two instants; `datetime` tells that they are one moment."""
    one, other = Instant("2026-11-24T10:00:00Z"), Instant("2026-11-24T11:00:00+01:00")
    assert one != other
    assert one.datetime == other.datetime
    assert one != Instant("2026-11-24T10:00:00.0Z")


# ---------------------------------------------------------------- printed forms

COMPACT = {
    "27Feb17": "2017-02-27",
    "09Sep15": "2015-09-09",
    "02Apr12": "2012-04-02",
    "03ago12": "2012-08-03",
    "12ene06": "2006-01-12",
    "03dic11": "2011-12-03",
    "20abr05": "2005-04-20",
    "15aoû14": "2014-08-15",
    "11déc12": "2012-12-11",
    "11dec12": "2012-12-11",
    "31juil13": "2013-07-31",
    "22fév13": "2013-02-22",
    "22FÉV13": "2013-02-22",
    "03mar10": "2010-03-03",
    "24set07": "2007-09-24",
    "24sept07": "2007-09-24",
    "05out09": "2009-10-05",
    "31dez99": "1999-12-31",
    "01jan70": "1970-01-01",
    "01jan69": "2069-01-01",
    "3ago12": "2012-08-03",
    "27Feb.17": "2017-02-27",
    "29feb2016": "2016-02-29",
    " \u00a027Feb17\u2003\n": "2017-02-27",
}

PRINTED = {
    "2017-02-27": "2017-02-27",
    "27-Feb-2017": "2017-02-27",
    # English
    "June 1, 1848": "1848-06-01",
    "June 1 1848": "1848-06-01",
    "1 June 1848": "1848-06-01",
    "1 June, 1848": "1848-06-01",
    "1st of June 1848": "1848-06-01",
    "DECEMBER 24, 1814": "1814-12-24",
    "Jun 18th, 2007": "2007-06-18",
    "March 21st, 2005": "2005-03-21",
    "October 30th, 2012": "2012-10-30",
    "Sept. 3, 2010": "2010-09-03",
    "3 Sept. 2010": "2010-09-03",
    "31 Dec 2018": "2018-12-31",
    "October 1916": "1916-10",
    "Oct. 1916": "1916-10",
    "May 2010": "2010-05",
    "Monday, 27 February 2017": "2017-02-27",
    "Monday, May 10, 2004": "2004-05-10",
    "Tue, 25 Feb 2020": "2020-02-25",
    "Thurs. 19 June 2003": "2003-06-19",
    # Spanish
    "12 de octubre de 1998": "1998-10-12",
    "07 de enero de 2022": "2022-01-07",
    "4 abril 2012": "2012-04-04",
    "3 de mayo del 2005": "2005-05-03",
    "Diciembre 10 de 1997": "1997-12-10",
    "Diciembre 10, 1997": "1997-12-10",
    "18 DE SEPTIEMBRE DE 2.013": "2013-09-18",
    "18 de setiembre de 2013": "2013-09-18",
    "1º de mayo de 1998": "1998-05-01",
    "1.º de mayo de 1998": "1998-05-01",
    "1ro de mayo de 1998": "1998-05-01",
    "octubre de 1998": "1998-10",
    "Jueves, 19 de junio de 2003": "2003-06-19",
    "viernes, 14 de mayo de 2010": "2010-05-14",
    "Domingo 22 de abril de 2012": "2012-04-22",
    "miércoles 27 de diciembre de 2017": "2017-12-27",
    "mar 3, 2010": "2010-03-03",
    # French
    "1er juin 1848": "1848-06-01",
    "1 er juin 1848": "1848-06-01",
    "2 juillet 2013": "2013-07-02",
    "mardi 2 juillet 2013": "2013-07-02",
    "15 août 2014": "2014-08-15",
    "22 févr. 2013": "2013-02-22",
    "3 janv. 2013": "2013-01-03",
    "décembre 2012": "2012-12",
    # Portuguese
    "3 de março de 2010": "2010-03-03",
    "1.º de maio de 2010": "2010-05-01",
    "1º de maio de 2010": "2010-05-01",
    "1o de maio de 2.010": "2010-05-01",
    "quarta-feira, 3 de março de 2010": "2010-03-03",
    "quarta, 3 de março de 2010": "2010-03-03",
    "março de 2010": "2010-03",
    "5 out. 2009": "2009-10-05",
    # numbers alone, with one reading
    "13/02/2010": "2010-02-13",
    "13.02.2010": "2010-02-13",
    "13-02-2010": "2010-02-13",
    "02/13/2010": "2010-02-13",
    "5/5/2010": "2010-05-05",
    "31/12/2021": "2021-12-31",
    # further languages
    "zaterdag 3 maart 2012": "2012-03-03",
    "den 3 mars 2012": "2012-03-03",
    "3. marts 2012": "2012-03-03",
    "lørdag 3. desember 2011": "2011-12-03",
    "3. maaliskuuta 2012": "2012-03-03",
    "3 de març de 2012": "2012-03-03",
    "3 d’abril de 2012": "2012-04-03",
    "3 martie 2012": "2012-03-03",
    "sobota, 3 marca 2012": "2012-03-03",
    "3 września 2012": "2012-09-03",
    "3. března 2012": "2012-03-03",
    "2012. március 3.": "2012-03-03",
    "3 марта 2012 г.": "2012-03-03",
    "3 мая 2012 года": "2012-05-03",
    "май 2012": "2012-05",
    "3 березня 2012 р.": "2012-03-03",
    "3 март 2012": "2012-03-03",
    "3 Μαρτίου 2012": "2012-03-03",
    "3 Mart 2012": "2012-03-03",
    "3 AĞUSTOS 2012": "2012-08-03",
    "3 Maret 2012": "2012-03-03",
    "2012年3月3日": "2012-03-03",
    "2012年03月": "2012-03",
    "2012년 3월 3일": "2012-03-03",
    # white space within
    "27\u00a0February\n 2017": "2017-02-27",
}


@pytest.mark.parametrize(("text", "expected"), COMPACT.items(), ids=COMPACT)
def test_compact_dates_are_read_within_their_window(text: str, expected: str) -> None:
    """Day, short month and two digits of the year are read in four languages, in any case."""
    assert PartialDate(expected) == read_printed(text, window=WINDOW)


@pytest.mark.parametrize(("text", "expected"), PRINTED.items(), ids=PRINTED)
def test_printed_dates_are_read_as_precisely_as_they_are_printed(text: str, expected: str) -> None:
    """Long, numeric and ISO dates give a day; a month without a day stays a month."""
    assert PartialDate(expected) == read_printed(text)


@pytest.mark.parametrize("text", [*COMPACT, *PRINTED])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("case", [str.lower, str.upper, str.title], ids=["lower", "upper", "title"])
def test_case_and_composition_of_accents_do_not_matter(
    text: str, form: Any, case: type[str]
) -> None:
    """A date reads the same in small and capital letters, composed or decomposed."""
    expected = read_printed(text, window=WINDOW)
    assert expected == read_printed(unicodedata.normalize(form, case(text)), window=WINDOW)


UNKNOWN = " is not a date in a known form such as 27 February 2017 or 2017-02-27"
TWO_DIGITS = ": the year has two digits; give the window of years it lies in, such as 1970 to 2069"
MISREAD = {
    # other forms
    "": UNKNOWN,
    "banana": UNKNOWN,
    "1998": UNKNOWN,
    "2017-02": UNKNOWN,
    "February": UNKNOWN,
    "27 February": UNKNOWN,
    "27 Feb 17": UNKNOWN,
    "February 17": UNKNOWN,
    "today": UNKNOWN,
    "1 hour ago": UNKNOWN,
    "27 February 2017.": UNKNOWN,
    "on 27 February 2017": UNKNOWN,
    "05may15 - vi) / msjes.": UNKNOWN,
    "Jun 18, 2007, 00:43": UNKNOWN,
    "27 February 2017 28 February 2017": UNKNOWN,
    "27 de": UNKNOWN,
    "27 Foo 2017": UNKNOWN,
    "03jui2012": UNKNOWN,  # June or July
    "2012/04/13": UNKNOWN,
    "13/02-2010": UNKNOWN,
    "13/02/010": UNKNOWN,
    "2er juin 1848": UNKNOWN,
    "11er juin 1848": UNKNOWN,
    "18 September 2.013": UNKNOWN,
    "27 Feb 20170": UNKNOWN,
    "\u0662\u0667 February 2017": UNKNOWN,
    "27 Fe\u0336bruary 2017": UNKNOWN,
    # two languages in one date
    "Monday, 27 de febrero de 2017": UNKNOWN,
    "lunes, 27 February 2017": UNKNOWN,
    "1 de June de 1848": UNKNOWN,
    "1st juin 1848": UNKNOWN,
    # "mar" is March and no short Tuesday
    "mar 2 de marzo de 2010": UNKNOWN,
    "mar. 2 mars 2010": UNKNOWN,
    # two-digit years without a window
    "27Feb17": TWO_DIGITS,
    "13/02/10": TWO_DIGITS,
    # several readings
    "03/04/2012": ": may be 2012-04-03 (day first) or 2012-03-04 (month first)",
    "02.08.2019": ": may be 2019-08-02 (day first) or 2019-02-08 (month first)",
    # no day of the calendar
    "31Feb2017": ": February 2017 has 28 days",
    "February 29, 1900": ": February 1900 has 28 days",
    "31 de abril de 2010": ": April 2010 has 30 days",
    "0 June 1848": ": there is no day 00",
    "1 June 0000": ": years range from 0001 to 9999",
    "2017-02-29": ": February 2017 has 28 days",
    "31/02/2010": ": day first, February 2010 has 28 days; month first, there is no month 31",
    "45/13/2010": ": day first, there is no month 13; month first, there is no month 45",
    # another day of the week
    "Thursday, 27 February 2017": ": that day was a Monday",
    "viernes, 19 de junio de 2003": ": that day was a Thursday",
    "Tuesday, 31 February 2017": ": February 2017 has 28 days",
}


@pytest.mark.parametrize(
    ("text", "why"), MISREAD.items(), ids=[text or "empty" for text in MISREAD]
)
def test_what_can_not_be_read_for_certain_is_refused(text: str, why: str) -> None:
    """No part of a date is guessed: another form, two readings or an impossible day is refused."""
    with pytest.raises(DateError) as caught:
        read_printed(text)
    assert f'"{text}"{why}' == str(caught.value)


WINDOWED = {
    "31Feb17": ": February 2017 has 28 days",
    "03jui12": UNKNOWN,
    "27Feb017": UNKNOWN,
    "13/02/10": ": may be 2010-02-13 (day first) or 2013-02-10 (year first)",
    "03/04/12": ": may be 2012-04-03 (day first) or 2012-03-04 (month first) or 2003-04-12 (year first)",
}


@pytest.mark.parametrize(("text", "why"), WINDOWED.items(), ids=WINDOWED)
def test_a_window_does_not_make_other_doubts_go_away(text: str, why: str) -> None:
    """With a window of years the day must still exist and have one reading."""
    with pytest.raises(DateError) as caught:
        read_printed(text, window=WINDOW)
    assert f'"{text}"{why}' == str(caught.value)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("03/04/2012", "dmy", "2012-04-03"),
        ("03/04/2012", "mdy", "2012-03-04"),
        ("02.08.2019", "dmy", "2019-08-02"),
        ("13/02/10", "dmy", "2010-02-13"),
        ("02/13/10", "mdy", "2010-02-13"),
        ("12/12/12", None, "2012-12-12"),
        ("31/05/99", None, "1999-05-31"),
        ("June 1, 1848", "dmy", "1848-06-01"),
    ],
)
def test_an_order_decides_what_numbers_mean(text: str, order: str | None, expected: str) -> None:
    """A stated order makes an ambiguous date of numbers one date, and changes no other form."""
    assert PartialDate(expected) == read_printed(text, order=order, window=WINDOW)  # type: ignore[arg-type]


def test_an_order_is_not_overruled_by_an_impossible_month() -> None:
    """Where the order is stated, a date that fits only the other order is refused."""
    with pytest.raises(DateError) as caught:
        read_printed("02/13/2010", order="dmy")
    assert '"02/13/2010": day first, there is no month 13' == str(caught.value)


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (range(1970, 2070), "2017"),
        (range(1917, 2017), "1917"),
        (range(1918, 2018), "2017"),
        (range(1800, 1900), "1817"),
    ],
    ids=str,
)
def test_the_window_places_two_digits(window: range, expected: str) -> None:
    """A year of two digits is the one year of the window that ends in them."""
    assert PartialDate(f"{expected}-03-27") == read_printed("27Mar17", window=window)


@pytest.mark.parametrize("languages", [("en",), ("es",), ("fr",), ("pt",)], ids="-".join)
def test_names_are_read_only_in_the_languages_asked_for(languages: tuple[Any, ...]) -> None:
    """A month's name of a language that was not asked for is refused."""
    full = {
        "en": "1 August 2012",
        "es": "1 de agosto de 2012",
        "fr": "1 août 2012",
        "pt": "1 de outubro de 2012",
    }
    refused = [
        text for code, text in full.items() if code not in languages and not _reads(text, languages)
    ]
    shared = {"pt": ["1 de agosto de 2012"]}.get(languages[0], [])
    assert [
        text for code, text in full.items() if code not in languages and text not in shared
    ] == refused
    assert _reads(full[languages[0]], languages)


def test_no_month_has_two_numbers() -> None:
    """A name of a month is that of the same month in every language."""
    numbers: dict[str, set[int]] = {}
    for names in DATE_NAMES.values():
        for name, number in names.months.items():
            numbers.setdefault(name, set()).add(number)

    assert {} == {name: found for name, found in numbers.items() if len(found) > 1}


def _reads(text: str, languages: tuple[Any, ...]) -> bool:
    try:
        read_printed(text, languages=languages, window=WINDOW)
    except DateError:
        return False
    return True


def test_numbers_need_no_language() -> None:
    """With no language at all, ISO dates and numbers are read still."""
    assert PartialDate("2010-02-13") == read_printed("13/02/2010", languages=())
    assert PartialDate("2017-02-27") == read_printed("2017-02-27", languages=())


@pytest.mark.parametrize("text", [*COMPACT, *PRINTED])
def test_no_name_means_two_things_in_two_languages(text: str) -> None:
    """A date that several languages can read is the same date in each of them."""
    codes = [code for code in DATE_NAMES if _reads(text, (code,))]
    found = {read_printed(text, languages=(code,), window=WINDOW) for code in codes}
    assert {read_printed(text, window=WINDOW)} == found


@pytest.mark.parametrize(
    ("arguments", "kind", "message"),
    [
        ({"languages": ("xx",)}, UnknownNameError, 'no language of printed dates "xx". Known: en, es, fr, pt, de, it, nl, sv, da, nb, fi, ca, ro, pl, cs, hu, ru, uk, bg, el, tr, id, zh, ko'),
        ({"order": "ymd"}, UnknownNameError, 'no order "ymd"; did you mean "mdy"? Known: dmy, mdy'),
        ({"window": range(1970, 2069)}, ValueError, "window must be a hundred years in a row, such as range(1970, 2070)"),
        ({"window": range(1970, 2170, 2)}, ValueError, "window must be a hundred years in a row, such as range(1970, 2070)"),
    ],
    ids=["language", "order", "99 years", "every second year"],
)  # fmt: skip
def test_wrong_arguments_are_told_apart_from_unreadable_dates(
    arguments: dict[str, Any], kind: type[Exception], message: str
) -> None:
    """An unknown language, an unknown order or a wrong window is not taken for a refused date."""
    with pytest.raises(kind) as caught:
        read_printed("2017-02-27", **arguments)
    assert message == str(caught.value)
    assert not isinstance(caught.value, DateError)


def test_long_text_is_refused_at_once() -> None:
    """A text longer than any date is refused, and shown shortened."""
    with pytest.raises(DateError) as caught:
        read_printed("27 February 2017 " * 100_000)
    assert f'"27 February 2017 27 February 2017 27 Feb..."{UNKNOWN}' == str(caught.value)


# ---------------------------------------------------------------- printed forms: laws

NAMES = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "fr": "janv fév mars avr mai juin juil aoû sept oct nov déc",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}
DAYS_OF_WEEK = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
}
LONG = {
    "en": ["{day} {month} {year}", "{month} {day}, {year}", "{weekday}, {day} {month} {year}"],
    "es": ["{day} de {month} de {year}", "{month} {day} de {year}", "{weekday}, {day} de {month} de {year}"],
    "fr": ["{day} {month} {year}", "{weekday} {day} {month} {year}"],
    "pt": ["{day} de {month} de {year}", "{weekday}, {day} de {month} de {year}"],
}  # fmt: skip


@law
@given(days, st.sampled_from(sorted(LONG)), st.data())
def test_every_day_printed_in_full_is_read_back(
    value: dt.date, language: str, data: st.DataObject
) -> None:
    """A day printed in the long forms of a language is read as that day."""
    text = data.draw(st.sampled_from(LONG[language])).format(
        day=value.day,
        month=NAMES[language].split()[value.month - 1],
        year=f"{value.year:04d}",
        weekday=DAYS_OF_WEEK[language].split()[value.weekday()],
    )
    assert PartialDate(value.isoformat()) == read_printed(text)


@law
@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)), st.sampled_from(sorted(SHORT)))
def test_every_day_printed_compactly_is_read_back(value: dt.date, language: str) -> None:
    """Two digits, a short month and two digits are read as the day within the window."""
    text = f"{value:%d}{SHORT[language].split()[value.month - 1]}{value:%y}"
    assert PartialDate(value.isoformat()) == read_printed(text, window=WINDOW)


@law
@given(days, st.integers(0, 6))
def test_a_day_of_the_week_must_be_the_right_one(value: dt.date, weekday: int) -> None:
    """A date with a day of the week is read exactly where the calendar agrees."""
    text = f"{DAYS_OF_WEEK['en'].split()[weekday]}, {value.day} {NAMES['en'].split()[value.month - 1]} {value.year:04d}"
    assert (weekday == value.weekday()) == _reads(text, ("en",))


@law
@given(st.integers(1, 31), st.integers(1, 31), st.integers(1, 9999))
def test_numbers_are_read_exactly_where_they_have_one_reading(
    first: int, second: int, year: int
) -> None:
    """A date of numbers is read where day first and month first leave one day of the calendar."""
    both = {(second, first), (first, second)}
    possible = {dt.date(year, m, d).isoformat() for m, d in both if _calendar_has(year, m, d)}
    text = f"{first}/{second}/{year:04d}"
    if len(possible) == 1:
        assert PartialDate(possible.pop()) == read_printed(text)
    else:
        with pytest.raises(DateError):
            read_printed(text)


@law
@given(
    st.lists(
        st.sampled_from(
            ["27", "1", "31", "2017", "17", "Feb", "mar", "juin", "de", "of", "st", "er", "º", ".", ",", "-", "/", " ", " ", "Monday", "lunes"]
        ),
        max_size=9,
    ).map("".join)
    | st.text(max_size=30)
)  # fmt: skip
def test_any_text_is_a_date_that_it_states_or_refused(text: str) -> None:
    """Whatever is read, its day and the digits of its year stand in the text."""
    try:
        date = read_printed(text, window=WINDOW)
    except DateError:
        return
    assert str(date.year)[-2:] in text.replace(".", "")
    assert date.day is None or str(date.day) in text

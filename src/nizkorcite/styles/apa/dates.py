"""Dates in entries and texts (sections 8.13 to 8.15, 9.13 to 9.17)."""

from nizkorcite.dates import PartialDate
from nizkorcite.locale.prose import month_name, year_words
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.styles.apa.terms.en import APA_EN
from nizkorcite.styles.apa.terms.terms import ApaTerms
from nizkorcite.styles.apa.titles import is_edited

_WITH_DAY: frozenset[ReferenceType] = frozenset(
    (
        *("article-magazine", "article-newspaper", "broadcast", "collection", "document", "event"),
        *("motion_picture", "pamphlet", "performance", "personal_communication", "post"),
        *("post-weblog", "song", "speech", "webpage"),
    )
)
_IN_PRESS = frozenset(("in press", "inpress", "forthcoming", "to appear"))
_WITH_DAY_UNPUBLISHED: frozenset[ReferenceType] = frozenset(("interview", "paper-conference"))


def entry_date(reference: Reference, suffix: str, terms: ApaTerms) -> str:
    """
    Return an entry's date: for books and reports the year (9.14).

    Args:
        reference: The item.
        suffix: Letter that distinguishes works of one author and year (8.19).
        terms: The language.
    """
    if reference.issued is None:
        return f"{_words_without_date(reference, terms)}{suffix and f'-{suffix}'}"
    year = printed_year(reference.issued, terms)
    spelled = printed_date(reference.issued, terms)
    if not prints_day(reference) or (suffix and not spelled.startswith(year)):
        return f"{year}{suffix}"
    return f"{year}{suffix}{spelled.removeprefix(year)}" if suffix else spelled


def is_in_press(reference: Reference) -> bool:
    """Check whether a work is accepted but not published yet (section 9.14)."""
    stated = ((each or "").casefold() for each in (reference.status, reference.issued_literal))
    return reference.issued is None and not _IN_PRESS.isdisjoint(stated)


def _words_without_date(reference: Reference, terms: ApaTerms) -> str:
    """Return the words for a date that is not known, or the date as it is printed."""
    return terms.in_press if is_in_press(reference) else reference.issued_literal or terms.no_date


def prints_day(reference: Reference) -> bool:
    """Check whether an entry has month and day: periodicals, events, archival papers (9.14)."""
    if reference.type == "manuscript":
        return bool(reference.archive or reference.archive_collection)
    return reference.type in _WITH_DAY or (
        reference.type in _WITH_DAY_UNPUBLISHED and not is_edited(reference)
    )


def text_date(reference: Reference, suffix: str, terms: ApaTerms) -> str:
    """Return the year in a text, or both years (8.13 and 8.15)."""
    undated = _words_without_date(reference, terms)
    issued = printed_year(reference.issued, terms) if reference.issued else undated
    # The letter belongs to the copy, whatever the original's year.
    own = f"{issued}{'-' if suffix and not reference.issued else ''}{suffix}"
    original = printed_year(reference.original_date, terms) if reference.original_date else issued
    return own if original == issued else f"{original}/{own}"


def printed_date(date: PartialDate, terms: ApaTerms = APA_EN) -> str:
    """
    Write a date year first: "2017, February 28"; an interval has an en dash.

    >>> printed_date(PartialDate("2017-02-28")), printed_date(PartialDate("2016/2017"))
    ('2017, February 28', '2016–2017')
    """
    if date.precision == "interval":
        return _span(date, terms)
    parts = (printed_year(date, terms), _month_day(date, str(date.day or ""), terms))
    return ", ".join(part for part in parts if part)


def printed_year(date: PartialDate, terms: ApaTerms = APA_EN) -> str:
    """
    Write the year of a date, an approximate one with "ca." (section 9.14).

    >>> printed_year(PartialDate("1930~")), printed_year(PartialDate("2016-11/2017-02"))
    ('ca. 1930', '2016–2017')
    """
    if date.precision == "interval":
        ends = (
            printed_year(date.start, terms) if date.start else "",
            printed_year(date.end, terms) if date.end else "",
        )
        return ends[0] if ends[0] == ends[1] else terms.words.dash.join(ends)
    year = year_words(date, terms.words)
    return terms.circa.format(year) if date.qualifier else year


def retrieval_date(date: PartialDate, terms: ApaTerms = APA_EN) -> str:
    """
    Write a retrieval date as prose has it: "November 24, 2026".

    >>> retrieval_date(PartialDate("2026-11-24")), retrieval_date(PartialDate("2026-11"))
    ('November 24, 2026', 'November 2026')
    """
    month, year = month_name(date, terms.words), year_words(date, terms.words)
    if date.day:
        return terms.month_day_year.format(day=date.day, month=month, year=year)
    return terms.words.of.join(part for part in (month, year) if part)


def _month_day(date: PartialDate, days: str, terms: ApaTerms) -> str:
    month = month_name(date, terms.words)
    return terms.month_day.format(month=month, day=days) if days else month


def _span(date: PartialDate, terms: ApaTerms) -> str:
    """Write both ends of an interval, with the year and month they share only once."""
    start, end, dash = date.start, date.end, terms.words.dash
    if start == end and start:
        return printed_date(start, terms)
    if start is None or end is None:
        ends = (printed_date(date, terms) if date else "" for date in (start, end))
        return dash.join(ends)
    if not _share_year(start, end):
        return f"{printed_date(start, terms)}{dash}{printed_date(end, terms)}"
    if start.month and start.month == end.month and start.day and end.day:
        year = printed_year(start, terms)
        return f"{year}, {_month_day(start, f'{start.day}{dash}{end.day}', terms)}"
    return f"{printed_date(start, terms)}{dash}{_month_day(end, str(end.day or ''), terms)}"


def _share_year(start: PartialDate, end: PartialDate) -> bool:
    """Check whether both ends are of one year, state more, and are equally certain."""
    ends = (start, end)
    tell_more = all(each.month or each.season for each in ends)
    return tell_more and start.year == end.year and start.qualifier == end.qualifier

"""Dates (sections 8.13 to 8.15, 9.13 to 9.17)."""

from nizkorcite.dates import PartialDate
from nizkorcite.locale.prose import month_name, year_words
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.styles.apa.terms.en import ENGLISH
from nizkorcite.styles.apa.terms.terms import Terms
from nizkorcite.styles.apa.titles import is_edited

_WITH_DAY: frozenset[ReferenceType] = frozenset(
    (
        *("article-magazine", "article-newspaper", "broadcast", "collection", "document", "event"),
        *("motion_picture", "pamphlet", "performance", "personal_communication", "post"),
        *("post-weblog", "song", "speech", "webpage"),
    )
)
_WITH_DAY_UNPUBLISHED: frozenset[ReferenceType] = frozenset(("interview", "paper-conference"))


def entry_date(reference: Reference, suffix: str, terms: Terms) -> str:
    """
    The date of a list: year alone for books and reports, else as precise as stated (9.14).

    Args:
        reference: The item.
        suffix: Letter that tells works of one author and year apart (8.19).
        terms: The language.
    """
    if reference.issued is None:
        return f"{_undated(reference, terms)}{suffix and f'-{suffix}'}"
    year = year_alone(reference.issued, terms)
    spelled = day(reference.issued, terms)
    if not tells_day(reference) or (suffix and not spelled.startswith(year)):
        return f"{year}{suffix}"
    return f"{year}{suffix}{spelled.removeprefix(year)}" if suffix else spelled


def is_in_press(reference: Reference) -> bool:
    """Whether a work is accepted and not out yet (section 9.14)."""
    return reference.issued is None and (reference.status or "").casefold() == "in press"


def _undated(reference: Reference, terms: Terms) -> str:
    return terms.in_press if is_in_press(reference) else terms.no_date


def tells_day(reference: Reference) -> bool:
    """What comes out often, or was held or shown on a day; archival papers too (9.14)."""
    if reference.type == "manuscript":
        return bool(reference.archive or reference.archive_collection)
    return reference.type in _WITH_DAY or (
        reference.type in _WITH_DAY_UNPUBLISHED and not is_edited(reference)
    )


def text_date(reference: Reference, suffix: str, terms: Terms) -> str:
    """The year of a text, and the original's where it is another (sections 8.13 and 8.15)."""
    undated = _undated(reference, terms)
    issued = year_alone(reference.issued, terms) if reference.issued else undated
    # The letter is that of the copy, whatever the original's year.
    own = f"{issued}{'-' if suffix and not reference.issued else ''}{suffix}"
    original = year_alone(reference.original_date, terms) if reference.original_date else issued
    return own if original == issued else f"{original}/{own}"


def day(date: PartialDate, terms: Terms = ENGLISH) -> str:
    """
    Year first: "2017, February 28"; a span has an en dash.

    >>> day(PartialDate("2017-02-28")), day(PartialDate("2016/2017"))
    ('2017, February 28', '2016–2017')
    """
    if date.precision == "interval":
        return _span(date, terms)
    parts = (year_alone(date, terms), _month_day(date, str(date.day or ""), terms))
    return ", ".join(part for part in parts if part)


def year_alone(date: PartialDate, terms: Terms = ENGLISH) -> str:
    """
    The year, approximate ones with "ca." (section 9.14).

    >>> year_alone(PartialDate("1930~")), year_alone(PartialDate("2016-11/2017-02"))
    ('ca. 1930', '2016–2017')
    """
    if date.precision == "interval":
        ends = (
            year_alone(date.start, terms) if date.start else "",
            year_alone(date.end, terms) if date.end else "",
        )
        return ends[0] if ends[0] == ends[1] else terms.words.dash.join(ends)
    year = year_words(date, terms.words)
    return terms.circa.format(year) if date.qualifier else year


def retrieved(date: PartialDate, terms: Terms = ENGLISH) -> str:
    """
    As prose has it: "November 24, 2026".

    >>> retrieved(PartialDate("2026-11-24")), retrieved(PartialDate("2026-11"))
    ('November 24, 2026', 'November 2026')
    """
    month, year = month_name(date, terms.words), year_words(date, terms.words)
    if date.day:
        return terms.month_day_year.format(day=date.day, month=month, year=year)
    return terms.words.of.join(part for part in (month, year) if part)


def _month_day(date: PartialDate, days: str, terms: Terms) -> str:
    month = month_name(date, terms.words)
    return terms.month_day.format(month=month, day=days) if days else month


def _span(date: PartialDate, terms: Terms) -> str:
    """Both ends; of one year, and of one month, what they share stands once."""
    start, end, dash = date.start, date.end, terms.words.dash
    if start == end and start:
        return day(start, terms)
    if start is None or end is None:
        return f"{day(start, terms) if start else ''}{dash}{day(end, terms) if end else ''}"
    if not _share_year(start, end):
        return f"{day(start, terms)}{dash}{day(end, terms)}"
    if start.month and start.month == end.month and start.day and end.day:
        year = year_alone(start, terms)
        return f"{year}, {_month_day(start, f'{start.day}{dash}{end.day}', terms)}"
    return f"{day(start, terms)}{dash}{_month_day(end, str(end.day or ''), terms)}"


def _share_year(start: PartialDate, end: PartialDate) -> bool:
    """Whether the year may stand once: both ends tell more, and as surely."""
    ends = (start, end)
    tell_more = all(each.month or each.season for each in ends)
    return tell_more and start.year == end.year and start.qualifier == end.qualifier

"""Dates (sections 8.13 to 8.15, 9.13 to 9.17)."""

from nizkorcite.dates import PartialDate
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.styles.apa.titles import is_edited
from nizkorcite.wording.words import month_name, year_words

_WITH_DAY: frozenset[ReferenceType] = frozenset(
    (
        *("article-magazine", "article-newspaper", "broadcast", "collection", "document", "event"),
        *("motion_picture", "pamphlet", "performance", "personal_communication", "post"),
        *("post-weblog", "song", "speech", "webpage"),
    )
)
_WITH_DAY_UNPUBLISHED: frozenset[ReferenceType] = frozenset(("interview", "paper-conference"))


def entry_date(reference: Reference, suffix: str) -> str:
    """
    The date of a list: year alone for books and reports, else as precise as stated (9.14).

    Args:
        reference: The item.
        suffix: Letter that tells works of one author and year apart (8.19).
    """
    if reference.issued is None:
        return f"n.d.{suffix and f'-{suffix}'}"
    year = f"{year_alone(reference.issued)}{suffix}"
    if not _tells_day(reference):
        return year
    spelled = day(reference.issued)
    return year + spelled.removeprefix(year_alone(reference.issued)) if suffix else spelled


def _tells_day(reference: Reference) -> bool:
    """What comes out often, or was held or shown on a day; archival papers too (9.14)."""
    if reference.type == "manuscript":
        return bool(reference.archive or reference.archive_collection)
    return reference.type in _WITH_DAY or (
        reference.type in _WITH_DAY_UNPUBLISHED and not is_edited(reference)
    )


def text_date(reference: Reference, suffix: str) -> str:
    """The year of a text, and the original's where it is another (sections 8.13 and 8.15)."""
    issued = year_alone(reference.issued) if reference.issued else "n.d."
    if reference.original_date is None or not _is_earlier(reference.original_date, issued):
        first = ""
    else:
        first = f"{year_alone(reference.original_date)}/"
    # The letter is that of the copy, whatever the original's year.
    return f"{first}{issued}{suffix and ('-' if issued == 'n.d.' else '')}{suffix}"


def day(date: PartialDate) -> str:
    """
    Year first: "2017, February 28"; a span has an en dash.

    >>> day(PartialDate("2017-02-28")), day(PartialDate("2016/2017"))
    ('2017, February 28', '2016–2017')
    """
    if date.precision == "interval":
        return _span(date)
    month = " ".join(str(part) for part in (month_name(date), date.day) if part)
    return ", ".join(part for part in (year_alone(date), month) if part)


def year_alone(date: PartialDate) -> str:
    """
    The year, approximate ones with "ca." (section 9.14).

    >>> year_alone(PartialDate("1930~")), year_alone(PartialDate("2016-11/2017-02"))
    ('ca. 1930', '2016–2017')
    """
    if date.precision == "interval":
        ends = (
            year_alone(date.start) if date.start else "",
            year_alone(date.end) if date.end else "",
        )
        return ends[0] if ends[0] == ends[1] else "–".join(ends)
    return f"{'ca. ' if date.qualifier else ''}{year_words(date)}"


def retrieved(date: PartialDate) -> str:
    """Month first: "November 24, 2026"."""
    month = " ".join(str(part) for part in (month_name(date), date.day) if part)
    return ", ".join(part for part in (month, year_words(date)) if part)


def _span(date: PartialDate) -> str:
    """Both ends; of one year, and of one month, what they share stands once."""
    start, end = date.start, date.end
    if start == end and start:
        return day(start)
    if start is None or end is None:
        return f"{day(start) if start else ''}–{day(end) if end else ''}"
    if start.year != end.year or start.year is None or not start.month or not end.month:
        return f"{day(start)}–{day(end)}"
    if start.month == end.month and start.day and end.day:
        return f"{day(start)}–{end.day}"
    return f"{day(start)}–{' '.join(str(part) for part in (month_name(end), end.day) if part)}"


def _is_earlier(original: PartialDate, issued: str) -> bool:
    return year_alone(original) != issued

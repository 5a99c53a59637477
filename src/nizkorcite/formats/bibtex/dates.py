"""Publication dates of BibTeX (``year``, ``month``, ``day``) and BibLaTeX (``date``)."""

import re
from collections.abc import Mapping

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError
from nizkorcite.formats.bibtex.latex import decode_text
from nizkorcite.formats.citation_file import Remarks
from nizkorcite.formats.dates import parse_date, publication_date, read_date_of_year
from nizkorcite.messages import Message

_LETTERED = re.compile(r"([0-9]{4})[a-z]")
_BEFORE_YEAR_1 = re.compile(r"(?:-[0-9]{4}|0000)[~?%]?(?:/(?:-[0-9]{4}|0000)[~?%]?)?")
_APPROXIMATE = re.compile(r"~(?=\s*(?:/|$))")


def stated_date(value: str) -> PartialDate:
    """
    Read a date in EDTF, or in the forms of other programs.

    Raises:
        DateError: The text is not a date, or has several meanings.

    >>> stated_date("2004-04-05T14:34:00")
    PartialDate('2004-04-05')
    """
    return parse_date(_plain(value))


def issue_date(fields: Mapping[str, str], remarks: Remarks) -> Mapping[str, object]:
    """
    Read the publication date of an entry; ``date`` is completed by ``year``.

    Returns:
        Variables of a reference, as of `publication_date`.

    >>> issue_date({"date": "Mar 3", "year": "2006"}, Remarks())
    {'issued': PartialDate('2006-03-03')}
    """
    date, year = _plain(fields.get("date", "")), _plain(fields.get("year", ""))
    if not date:
        return _year_month_day(year, fields, remarks)
    if year and (of_year := _date_of_year(date, year)):
        return {"issued": of_year}
    found = _publication(date)
    if "issued_literal" not in found or _BEFORE_YEAR_1.fullmatch(date):
        return found
    if year:
        remarks.report_value("date", Message('"{text}" is not a date', text=date))
        return _year_month_day(year, fields, remarks)
    remarks.report_literal_date("date", date)
    return found


def _date_of_year(date: str, year: str) -> PartialDate | None:
    """Read a date without a year, such as "Mar 3", with the year of another field."""
    if re.search("[0-9]{4}", date):
        return None
    try:
        return read_date_of_year(date, year)
    except DateError:
        return None


def _year_month_day(year: str, fields: Mapping[str, str], remarks: Remarks) -> Mapping[str, object]:
    if not year:
        noted = _publication(_plain(fields.get("note", "")).rstrip("."))
        return noted if "status" in noted else {}  # as the classic styles want it: "To appear"
    if lettered := _LETTERED.fullmatch(year):
        letter = Message(
            'year: removed the letter of "{year}"; reference lists add letters', year=year
        )
        remarks.report("NZ402", letter)
        year = lettered[1]
    found = _publication(year)
    issued = found.get("issued")
    if isinstance(issued, PartialDate):
        return {**found, "issued": _with_month(issued, fields, remarks)}
    if "issued_literal" in found and not _BEFORE_YEAR_1.fullmatch(year):
        remarks.report_literal_date("year", year)
    return found


def _with_month(year: PartialDate, fields: Mapping[str, str], remarks: Remarks) -> PartialDate:
    """Add month and day to a year."""
    month = _plain(fields.get("month", "")).strip("# ")
    if not month or year.precision != "year" or year.qualifier:
        return year
    day = _plain(fields.get("day", ""))
    try:
        if day and month.isdecimal():
            return PartialDate(f"{year}-{int(month):02d}-{day.zfill(2)}")
        return read_date_of_year(f"{day} {month}".strip(), str(year))
    except DateError as error:
        remarks.report_value("month", error)
        return year


def _publication(text: str) -> Mapping[str, object]:
    if _BEFORE_YEAR_1.fullmatch(text):
        return {"issued_literal": _before_common_era(text)}
    if (status := text.casefold().strip("()[] ")) in _STATUSES:
        return {"status": status}
    return publication_date(text)


def _before_common_era(text: str) -> str:
    """
    Write years before 1 as APA prints them; the year 0 is 1 B.C.E. (EDTF, section 5.1).

    >>> _before_common_era("-0043~"), _before_common_era("-0384/-0321")
    ('ca. 44 B.C.E.', '385–322 B.C.E.')
    """
    years = [str(1 - int(date.rstrip("~?%"))) for date in text.split("/")]
    about = "" if {*"~?%"}.isdisjoint(text) else "ca. "
    return f"{about}{'–'.join(years)} B.C.E."


def _plain(value: str) -> str:
    """Return the text of a date on one line, with the blanks and hyphens of a keyboard."""
    text = decode_text(_APPROXIMATE.sub(r"\\textasciitilde{}", value))  # no tie, but EDTF's mark
    return " ".join(text.replace("\u2013", "-").split())


_STATUSES = frozenset(
    ("forthcoming", "to appear", "submitted", "in preparation", "in review", "prepublished")
)

"""The words of a report, in English and Spanish, and its numbers as people write them."""

from collections.abc import Mapping
from typing import Final

from nizkorcite.languages import Language
from nizkorcite.messages import Message

REPORT_LABELS: Final[Mapping[str, Message]] = {
    "report": Message("Report on an archive"),
    "made": Message("As of"),
    "documents": Message("Documents"),
    "saved_copies": Message("Saved copies"),
    "withdrawn": Message("Withdrawn"),
    "erased": Message("Erased"),
    "files": Message("Files"),
    "size": Message("Size"),
    "packs": Message("Packs"),
    "empty": Message("The archive has no documents."),
    "years": Message("Documents over time"),
    "years_hint": Message(
        "By the date of each layer. A date that spans more than one column is in none of them."
    ),
    "no_dates": Message("No record states a date."),
    "numbers": Message("The numbers as a table"),
    "time": Message("Time"),
    "vague": Message("Date not exact enough"),
    "undated": Message("Date not stated"),
    "delays": Message("Delay between the layers"),
    "delays_hint": Message("From the date of the original to that of the republication."),
    "before": Message("Republished before the original"),
    "same_day": Message("The same day"),
    "next_day": Message("The next day"),
    "week": Message("2 to 7 days"),
    "month": Message("8 to 30 days"),
    "year": Message("31 days to a year"),
    "decade": Message("1 to 10 years"),
    "more": Message("More than 10 years"),
    "one_layer_undated": Message("A layer without date"),
    "top_sources": Message("Sources"),
    "sources_hint": Message(
        "Publishers of the originals, as records name them; a document of two counts for each."
    ),
    "top_sections": Message("Sections"),
    "completeness": Message("Completeness by field"),
    "completeness_hint": Message("Documents whose record states the field."),
    "complete": Message("All that a full citation of both layers needs"),
    "held": Message("Bytes of a saved copy"),
    "rights_stated": Message("Rights"),
    "fixity": Message("Fixity"),
    "fixity_hint": Message(
        "Bytes by the time since they were last read and compared with their digests."
    ),
    "day_old": Message("Up to a day"),
    "week_old": Message("2 to 7 days"),
    "month_old": Message("8 to 30 days"),
    "quarter_old": Message("31 to 90 days"),
    "year_old": Message("91 days to a year"),
    "older": Message("More than a year"),
    "never_read": Message("Not read since they were written"),
    "no_check": Message("No file has been read since it was written."),
}
"""Words of the page by the names that its template uses; others are those of a site."""

_LEAST_APART: Final = 10_000
_STEP: Final = 1000


def spelled_number(number: int, lang: Language) -> str:
    """
    Write a whole number with its thousands apart.

    In Spanish, a narrow space parts numbers of five digits or more (Ortografía de la lengua
    española, 2010, VIII 2.1.1).

    >>> spelled_number(1234567, "en"), spelled_number(1234, "es")
    ('1,234,567', '1234')
    """
    if lang == "en":
        return f"{number:,}"
    return str(number) if number < _LEAST_APART else f"{number:,}".replace(",", "\u202f")


def spelled_size(number: int, lang: Language) -> str:
    """
    Write a number of bytes in the largest unit of which there is one (SI).

    >>> print(spelled_size(999_999, "en"), spelled_size(1_250_000, "es"), sep="; ")
    1.0 MB; 1,2 MB
    """
    size, unit = float(number), "B"
    for larger in ("kB", "MB", "GB", "TB"):
        if round(size, 1) < _STEP:
            break
        size, unit = size / _STEP, larger
    text = f"{size:.0f}" if unit == "B" else f"{size:.1f}"
    mark = "." if lang == "en" else ","
    return f"{text.replace('.', mark)}\N{NO-BREAK SPACE}{unit}"


def spelled_share(number: int, whole: int, lang: Language) -> str:
    """
    Write a number with its share of a whole; only the whole is 100 %.

    >>> print(spelled_share(999, 1000, "en"))
    999 (99 %)
    """
    share = 100 * number // whole if whole else 0
    return f"{spelled_number(number, lang)} ({share}\N{NO-BREAK SPACE}%)"

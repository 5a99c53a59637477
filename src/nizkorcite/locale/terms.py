"""Words and signs of a language, as in the locales of CSL."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, get_args

from attrs import frozen

from nizkorcite.reference.locators import LocatorLabel

Lang = Literal["en", "es"]
"""A language of citations (BCP 47)."""


CITATION_LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)


@frozen(kw_only=True, eq=False, repr=False)
class LocaleWords:
    """
    The words and signs of one language.

    Attributes:
        months, seasons: Names of the months in their order, and of seasons by EDTF number.
        of: Separator of day, month and year.
        about, span, day_span, since, until: Patterns of approximate dates and of intervals.
        on, during: Patterns of the day, and of the month or year, of an action such as accessing.
        no_date, untitled: Words for a missing date and a missing title.
        conjunction: Function that returns the word before the last name of a list.
        serial_comma: Whether a comma precedes the conjunction in lists of three or more.
        quotes: The quotation marks.
        inner: Replacements of quotation marks within a quotation.
        comma_inside: Whether a comma precedes the closing quotation mark.
        dash: Separator of the ends of a range.
        labels: Labels of locators, singular and plural.
        heading: Pattern of a section that has a name, not a number.
    """

    months: Sequence[str]
    seasons: Mapping[int, str]
    of: str
    about: str
    span: str
    day_span: str
    since: str
    until: str
    on: str
    during: str
    no_date: str
    untitled: str
    conjunction: Callable[[str], str]
    serial_comma: bool
    quotes: tuple[str, str]
    inner: Mapping[str, str]
    comma_inside: bool
    dash: str
    labels: Mapping[LocatorLabel, tuple[str, str]]
    heading: str

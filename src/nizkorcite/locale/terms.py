"""How a language writes dates, lists of names, quotations and places within a work."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, get_args

from attrs import frozen

from nizkorcite.reference.locators import LocatorLabel

Lang = Literal["en", "es"]
"""A language that citations are written in (BCP 47)."""


LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)


@frozen(kw_only=True)
class Words:
    """
    The words and signs of one language.

    Attributes:
        months, seasons: Names of the months in their order, and of seasons by EDTF number.
        of: What stands between day, month and year.
        about, span, day_span, since, until: Patterns of dates that are approximate, or have ends.
        on, during: Patterns of a day, and of a month or year, on which something was done.
        no_date, untitled: What stands where there is none.
        conjunction: The word before the last name of a list, given that name.
        serial_comma: Whether a comma stands before it where there are three or more.
        quotes: The quotation marks.
        inner: What quotation marks within a quotation become.
        comma_inside: Whether a comma stands inside the closing mark.
        dash: What stands between the ends of a range.
        labels: Locators in singular and plural.
        heading: Pattern of a section that is named, not numbered.
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

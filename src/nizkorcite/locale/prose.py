"""Dates, names, quotations and locators in prose, by default in English."""

import re
from collections.abc import Iterable, Mapping, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.locale.en import EN
from nizkorcite.locale.terms import LocaleWords
from nizkorcite.record.model import Agent
from nizkorcite.reference.locators import Locator, LocatorLabel
from nizkorcite.reference.names import ET_AL

MONTHS = EN.months
SEASONS = EN.seasons
_SPANS = {"decade": 10, "century": 100}
_BETWEEN = re.compile(r"(?<=[0-9ivxlcdm])\s*[-–]\s*(?=[0-9ivxlcdm])", re.IGNORECASE)
_NUMBER = re.compile(r".*[0-9].*|[ivxlcdm]+|[a-z]", re.IGNORECASE)


def in_words(date: PartialDate, words: LocaleWords = EN) -> str:
    """
    Spell a date out, day first, as precisely as it is known.

    >>> in_words(PartialDate("2017-02-27")), in_words(PartialDate("1848-05~"))
    ('27 February 2017', 'about May 1848')
    """
    if date.precision == "interval":
        return _interval(date, words)
    parts = (str(date.day or ""), month_name(date, words), year_words(date, words))
    spelled = words.of.join(part for part in parts if part)
    return words.about.format(spelled) if date.qualifier else spelled


def accessed_date(date: PartialDate, words: LocaleWords = EN) -> str:
    """
    Spell out the date of an action, as after "accessed".

    >>> from nizkorcite.locale.lookup import locale_words
    >>> es = locale_words("es")
    >>> [accessed_date(PartialDate(text), es) for text in ("2017-02-27", "2017", "2017~")]
    ['el 27 de febrero de 2017', 'en 2017', 'hacia 2017']
    """
    spelled = in_words(date, words)
    if date.qualifier or date.precision == "interval":
        return spelled
    return (words.on if date.day else words.during).format(spelled)


def month_name(date: PartialDate, words: LocaleWords = EN) -> str:
    """Return the name of a date's month or season; empty if neither is known."""
    return words.months[date.month - 1] if date.month else words.seasons.get(date.season or 0, "")


def year_words(date: PartialDate, words: LocaleWords = EN) -> str:
    """
    Return a date's year; of a decade or century, both ends.

    >>> year_words(PartialDate("201X"))
    '2010–2019'
    """
    if date.year is not None:
        return str(date.year)
    if date.precision in _SPANS and date.earliest and date.latest:
        return f"{date.earliest.year}{words.dash}{date.latest.year}"
    return ""


def in_quotation_marks(text: str, words: LocaleWords = EN, comma: str = "") -> str:
    """
    Put a text, and the comma after it, in quotation marks.

    >>> in_quotation_marks("On “war”", comma=","), in_quotation_marks("What next?", comma=",")
    ('"On ‘war’,"', '"What next?"')
    """
    opening, closing = words.quotes
    inner = "".join(words.inner.get(character, character) for character in text)
    if not words.comma_inside:
        return f"{opening}{inner}{closing}{comma}"
    return f"{opening}{inner}{'' if inner[-1] in '?!,;:' else comma}{closing}"


def joined_names(agents: Sequence[Agent], words: LocaleWords = EN) -> str:
    """
    Join names as a list in prose.

    >>> from nizkorcite.record.model import organisation
    >>> joined_names([organisation("A"), organisation("B"), organisation("C")])
    'A, B, and C'
    """
    names = [agent.name for agent in agents]
    if len(names) <= 1:
        return "".join(names)
    comma = "," if words.serial_comma and len(names) > 2 else ""  # noqa: PLR2004 - two take none
    if agents[-1] == ET_AL:
        return f"{', '.join(names[:-1])}{comma} {ET_AL.name}"
    return f"{', '.join(names[:-1])}{comma} {words.conjunction(names[-1])} {names[-1]}"


def locators_in_prose(
    locators: Iterable[Locator],
    words: LocaleWords = EN,
    labels: Mapping[LocatorLabel, tuple[str, str]] | None = None,
) -> str:
    """
    Write locators with their labels, separated by commas.

    Args:
        locators: The locators.
        words: The language.
        labels: Labels of a style, which replace those of the language.

    >>> locators_in_prose([Locator("chapter", "2"), Locator("page", "5-7", several=True)])
    'ch. 2, pp. 5–7'
    """
    forms = {**words.labels, **(labels or {})}
    return ", ".join(_locator_in_prose(each, words, forms) for each in locators)


def _locator_in_prose(
    locator: Locator, words: LocaleWords, forms: Mapping[LocatorLabel, tuple[str, str]]
) -> str:
    if locator.label == "timestamp":
        return locator.value
    if locator.label == "section" and not _NUMBER.fullmatch(locator.value):
        return words.heading.format(locator.value)
    value = _BETWEEN.sub(words.dash, locator.value) if locator.several else locator.value
    return f"{forms[locator.label][locator.several]} {value}"


def _interval(date: PartialDate, words: LocaleWords) -> str:
    start, end = date.start, date.end
    if start and end:
        form = words.day_span if _is_day(start) and _is_day(end) else words.span
        return form.format(in_words(start, words), in_words(end, words))
    if start:
        return words.since.format(_as_end(start, words))
    return words.until.format(_as_end(end, words)) if end else ""


def _is_day(date: PartialDate) -> bool:
    return bool(date.day) and not date.qualifier


def _as_end(date: PartialDate, words: LocaleWords) -> str:
    """Spell out one end of an interval; Spanish puts an article before a day."""
    spelled = in_words(date, words)
    return words.on.format(spelled) if _is_day(date) else spelled

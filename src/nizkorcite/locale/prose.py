"""Dates, lists of names and places within a work in words; English, unless told otherwise."""

import re
from collections.abc import Iterable, Mapping, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.locale.en import ENGLISH
from nizkorcite.locale.terms import Words
from nizkorcite.record.model import Agent
from nizkorcite.reference.locators import Locator, LocatorLabel

MONTHS = ENGLISH.months
SEASONS = ENGLISH.seasons
_SPANS = {"decade": 10, "century": 100}
_BETWEEN = re.compile(r"(?<=[0-9ivxlcdm])\s*[-–]\s*(?=[0-9ivxlcdm])", re.IGNORECASE)
_NUMBER = re.compile(r".*[0-9].*|[ivxlcdm]+|[a-z]", re.IGNORECASE)


def in_words(date: PartialDate, words: Words = ENGLISH) -> str:
    """
    A date as prose has it, day first, as precise as it is.

    >>> in_words(PartialDate("2017-02-27")), in_words(PartialDate("1848-05~"))
    ('27 February 2017', 'about May 1848')
    """
    if date.precision == "interval":
        return _interval(date, words)
    parts = (str(date.day or ""), month_name(date, words), year_words(date, words))
    spelled = words.of.join(part for part in parts if part)
    return words.about.format(spelled) if date.qualifier else spelled


def done(date: PartialDate, words: Words = ENGLISH) -> str:
    """
    A date after the word for what was done then, such as "accessed".

    >>> from nizkorcite.locale.lookup import words_of
    >>> [done(PartialDate(text), words_of("es")) for text in ("2017-02-27", "2017", "2017~")]
    ['el 27 de febrero de 2017', 'en 2017', 'hacia 2017']
    """
    spelled = in_words(date, words)
    if date.qualifier or date.precision == "interval":
        return spelled
    return (words.on if date.day else words.during).format(spelled)


def month_name(date: PartialDate, words: Words = ENGLISH) -> str:
    """The month or season of a date, or nothing where none is stated."""
    return words.months[date.month - 1] if date.month else words.seasons.get(date.season or 0, "")


def year_words(date: PartialDate, words: Words = ENGLISH) -> str:
    """
    The year of a date; of a decade or century its first and last year.

    >>> year_words(PartialDate("201X"))
    '2010–2019'
    """
    if date.year is not None:
        return str(date.year)
    if date.precision in _SPANS and date.earliest and date.latest:
        return f"{date.earliest.year}{words.dash}{date.latest.year}"
    return ""


def quoted(text: str, words: Words = ENGLISH, comma: str = "") -> str:
    """
    A text in quotation marks, and the comma that follows it on its side of the mark.

    >>> quoted("On “war”", comma=","), quoted("What next?", comma=",")
    ('"On ‘war’,"', '"What next?"')
    """
    opening, closing = words.quotes
    inner = "".join(words.inner.get(character, character) for character in text)
    if not words.comma_inside:
        return f"{opening}{inner}{closing}{comma}"
    return f"{opening}{inner}{'' if inner[-1] in '?!,;:' else comma}{closing}"


def joined(agents: Sequence[Agent], words: Words = ENGLISH) -> str:
    """
    Names as a list in prose.

    >>> from nizkorcite.record.model import organisation
    >>> joined([organisation("A"), organisation("B"), organisation("C")])
    'A, B, and C'
    """
    names = [agent.name for agent in agents]
    if len(names) <= 1:
        return "".join(names)
    comma = "," if words.serial_comma and len(names) > 2 else ""  # noqa: PLR2004 - two take none
    return f"{', '.join(names[:-1])}{comma} {words.conjunction(names[-1])} {names[-1]}"


def located(
    locators: Iterable[Locator],
    words: Words = ENGLISH,
    labels: Mapping[LocatorLabel, tuple[str, str]] | None = None,
) -> str:
    """
    Places within a work, with commas between them.

    Args:
        locators: The places.
        words: Their language.
        labels: Forms that a style has instead of the language's own.

    >>> located([Locator("chapter", "2"), Locator("page", "5-7", several=True)])
    'ch. 2, pp. 5–7'
    """
    forms = {**words.labels, **(labels or {})}
    return ", ".join(_located(each, words, forms) for each in locators)


def _located(locator: Locator, words: Words, forms: Mapping[LocatorLabel, tuple[str, str]]) -> str:
    if locator.label == "timestamp":
        return locator.value
    if locator.label == "section" and not _NUMBER.fullmatch(locator.value):
        return words.heading.format(locator.value)
    value = _BETWEEN.sub(words.dash, locator.value) if locator.several else locator.value
    return f"{forms[locator.label][locator.several]} {value}"


def _interval(date: PartialDate, words: Words) -> str:
    start, end = date.start, date.end
    if start and end:
        form = words.day_span if _is_day(start) and _is_day(end) else words.span
        return form.format(in_words(start, words), in_words(end, words))
    if start:
        return words.since.format(_as_end(start, words))
    return words.until.format(_as_end(end, words)) if end else ""


def _is_day(date: PartialDate) -> bool:
    return bool(date.day) and not date.qualifier


def _as_end(date: PartialDate, words: Words) -> str:
    """A day takes an article in some languages: "hasta el 31 de mayo"."""
    spelled = in_words(date, words)
    return words.on.format(spelled) if _is_day(date) else spelled

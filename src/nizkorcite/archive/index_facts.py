"""What the index says of a record: values to find it by, folded as the words of its text are."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError
from nizkorcite.readers.addresses import address_key
from nizkorcite.readers.text import fold
from nizkorcite.record.json_types import JSON
from nizkorcite.record.navigation import indexed_items, member
from nizkorcite.record.schema import SCHEMAS
from nizkorcite.validation.fast.schema_verdict import is_valid

_SEPARATOR: Final = "\n"
_EVER: Final = ("0001-01-01", "9999-12-31")


@frozen(kw_only=True)
class IndexFacts:
    """
    Values of a record that it is found by.

    Attributes:
        title: The title, or an empty text.
        original_publishers, republication_publishers: Names, folded.
        place, section: Folded; empty if not stated.
        language: The tag in lower case.
        original_from, original_to: The days that the date can mean; empty without a date.
        republication_from, republication_to: The same for the other layer.
        is_complete: Whether the record says what a full citation of both layers needs.
        names: Names of people, publishers and places, to be searched as words.
    """

    title: str
    original_publishers: str
    republication_publishers: str
    place: str
    section: str
    language: str
    original_from: str
    original_to: str
    republication_from: str
    republication_to: str
    is_complete: bool
    names: str


def facts_of_record(record: JSON) -> IndexFacts:
    """Return the values by which a record is found."""
    original, republication = member(record, "original"), member(record, "republication")
    original_from, original_to = _days(member(original, "date"))
    republication_from, republication_to = _days(member(republication, "date"))
    place, section = (
        _text(member(original, "place", "name")),
        _text(member(republication, "section")),
    )
    publishers = [_names(original, "publishers"), _names(republication, "publishers")]
    return IndexFacts(
        title=_text(member(record, "title")),
        original_publishers=_folded(publishers[0]),
        republication_publishers=_folded(publishers[1]),
        place=_folded(place),
        section=_folded(section),
        language=_text(member(record, "language")).lower(),
        original_from=original_from,
        original_to=original_to,
        republication_from=republication_from,
        republication_to=republication_to,
        is_complete=is_valid(record, SCHEMAS["complete"]),
        names=_SEPARATOR.join([_names(record, "creators"), *publishers, place, section]),
    )


def addresses_of(record: JSON) -> frozenset[str]:
    """Return the addresses of a record's layers and captures, as `address_key` makes them."""
    found = [member(record, layer, "url") for layer in ("original", "republication")]
    for _, capture in indexed_items(member(record, "captures")):
        found += [member(capture, "url"), member(capture, "memento")]
    return frozenset(address_key(each) for each in found if isinstance(each, str))


@lru_cache(maxsize=4096)  # and many of a publisher, place or section
def _folded(name: str) -> str:
    return fold(name)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _names(value: object, list_name: str) -> str:
    return _SEPARATOR.join(_names_in(member(value, list_name)))


def _names_in(agents: object) -> Iterator[str]:
    for _, agent in indexed_items(agents):
        if name := _text(member(agent, "name")):
            yield name


def _days(value: object) -> tuple[str, str]:
    """Return the first and last day that a date can mean; empty texts if there is no date."""
    return _days_of_text(value) if isinstance(value, str) else ("", "")


@lru_cache(maxsize=4096)  # an archive has many documents of a day
def _days_of_text(value: str) -> tuple[str, str]:
    try:
        date = PartialDate(value)
    except DateError:
        return "", ""
    return days_of(date)


def days_of(date: PartialDate) -> tuple[str, str]:
    """
    Return the first and last day that a date can mean.

    >>> days_of(PartialDate("2017-02"))
    ('2017-02-01', '2017-02-28')
    """
    first, last = _EVER
    return (
        date.earliest.isoformat() if date.earliest else first,
        date.latest.isoformat() if date.latest else last,
    )

"""One English sentence on the other layer, for formats without fields."""

from collections.abc import Callable, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.locale.prose import in_words, joined_names, year_words
from nizkorcite.record.model import Agent
from nizkorcite.reference import Layers, Reference


def provenance(reference: Reference) -> str:
    """
    Describe the layer that a reference does not cite.

    Returns:
        A sentence without a full stop, or an empty text: for both layers, the first publication;
        for the republication alone, the original's year if it differs; for the original alone, the
        copy that was read.

    >>> from nizkorcite.record.model import organisation
    >>> provenance(Reference(id="a", type="webpage", layers="both",
    ...     original_publisher=(organisation("Itar Tass"),), original_publisher_place="Dushanbe",
    ...     original_date=PartialDate("2017-02-27")))
    'Originally published by Itar Tass, Dushanbe, 27 February 2017'
    """
    return _SENTENCES[reference.layers](reference)


def stated_history(reference: Reference) -> str:
    """
    Return a citation file's own statement on other layers (CSL 1.0.2, ``references``).

    A source label that a page prints in square brackets is no such statement.

    >>> stated_history(Reference(id="a", type="book", source_line="(Reprinted from Law, 1984.)"))
    'Reprinted from Law, 1984'
    """
    line = (reference.source_line or "").strip()
    if reference.document or line.startswith("["):
        return ""
    if line.startswith("(") and line.endswith(")"):
        line = line[1:-1]
    return line if line.endswith("..") else line.removesuffix(".")


def is_earlier_work(reference: Reference) -> bool:
    """Check whether the original and the layer cited are of different years."""
    original, issued = reference.original_date, reference.issued
    if original is None:
        return False
    return issued is None or year_words(original) != year_words(issued)


def _first_publication(reference: Reference) -> str:
    place, date = reference.original_publisher_place, reference.original_date
    publishers = _by(reference.original_publisher)
    source = " ".join(filter(None, (_other_title(reference), _container(reference), publishers)))
    details = _joined_by_commas((place, _day(date), reference.original_url))
    if not source:
        return f"Originally published {details}" if details else ""
    return _joined_by_commas((f"Originally published {source}", details))


def _other_title(reference: Reference) -> str:
    title = reference.original_title
    return f"as “{title}”" if title and title != reference.title else ""


def _container(reference: Reference) -> str:
    if not reference.original_container_title:
        return ""
    parts = {
        "volume": reference.original_volume,
        "number": reference.original_issue,
        "pages": reference.original_page,
    }
    numbers = (f"{name} {value}" for name, value in parts.items() if value)
    return f"in {_joined_by_commas((reference.original_container_title, *numbers))}"


def _by(publishers: Sequence[Agent]) -> str:
    return f"by {joined_names(publishers)}" if publishers else ""


def _other_year(reference: Reference) -> str:
    date = reference.original_date
    if date is None or not is_earlier_work(reference):
        return ""
    return f"Original work published {year_words(date) or in_words(date)}"


def _copy_read(reference: Reference) -> str:
    if not reference.republisher:
        return ""
    layer = (joined_names(reference.republisher), _day(reference.republished))
    return f"Not consulted; republished by {_joined_by_commas(layer)}"


def _day(date: PartialDate | None) -> str:
    return in_words(date) if date else ""


def _joined_by_commas(parts: Sequence[str | None]) -> str:
    return ", ".join(part for part in parts if part)


_SENTENCES: dict[Layers, Callable[[Reference], str]] = {
    "both": _first_publication,
    "republication": _other_year,
    "original": _copy_read,
}

"""The other layer of a reference in one English sentence, for formats that have no field for it."""

from nizkorcite.dates import PartialDate
from nizkorcite.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.writers.words import in_words, joined, year_words


def provenance(reference: Reference) -> str | None:
    """
    What the layer cited does not tell by itself.

    Returns:
        A sentence without a stop, or ``None`` where there is nothing to add: for both layers the
        first publication, for the republication alone its year where it is another, for the
        original alone the copy that was read.

    >>> from nizkorcite.model import organisation
    >>> provenance(Reference(id="a", type="webpage", layers="both",
    ...     original_publisher=(organisation("Itar Tass"),), original_publisher_place="Dushanbe",
    ...     original_date=PartialDate("2017-02-27")))
    'Originally published by Itar Tass, Dushanbe, 27 February 2017'
    """
    if reference.republisher:
        layer = _layer(reference.republisher, None, reference.republished)
        return f"Not consulted; republished by {layer}"
    if reference.layers == "both" and (reference.original_publisher or reference.original_date):
        return _original(reference)
    return _other_year(reference.original_date, reference.issued)


def _original(reference: Reference) -> str:
    layer = _layer(
        reference.original_publisher,
        reference.original_publisher_place,
        reference.original_date,
    )
    return f"Originally published {'by ' if reference.original_publisher else ''}{layer}"


def _other_year(original: PartialDate | None, issued: PartialDate | None) -> str | None:
    if original is None or (issued is not None and year_words(original) == year_words(issued)):
        return None
    return f"Original work published {year_words(original)}"


def _layer(publishers: tuple[Agent, ...], place: str | None, date: PartialDate | None) -> str:
    parts = (joined(publishers), place, in_words(date) if date else None)
    return ", ".join(part for part in parts if part)

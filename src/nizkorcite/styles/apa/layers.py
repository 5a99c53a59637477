"""What an entry says of the layer that it does not cite, in brackets (sections 9.39 to 9.41)."""

from collections.abc import Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.styles.apa.when import day, year_alone
from nizkorcite.styles.rich import RichText, Run


def layer_note(reference: Reference) -> RichText:
    """The remark at the end of an entry, or nothing."""
    words = _words(reference)
    return (Run(f" ({words})"),) if words else ()


def _words(reference: Reference) -> str:
    if reference.republisher:
        layer = _named(reference.republisher, None, reference.republished)
        return f"Not consulted; republished by {layer}"
    is_named = reference.original_publisher or reference.original_container_title
    if reference.layers == "both" and is_named:
        return f"Reprinted from {_reprinted(reference)}"
    original, issued = reference.original_date, reference.issued
    if original is None or (issued is not None and year_alone(original) == year_alone(issued)):
        return ""
    return f"Original work published {year_alone(original)}"


def _reprinted(reference: Reference) -> str:
    """Section 9.40; the manual's order, with agency and place where it has the periodical."""
    title = reference.original_title
    other_title = f"“{title},” " if title and title != reference.title else ""
    container = reference.original_container_title
    layer = _named(
        reference.original_publisher, reference.original_publisher_place, reference.original_date
    )
    return f"{other_title}{f'{container}, ' if container else ''}{layer}"


def _named(publishers: Sequence[Agent], place: str | None, date: PartialDate | None) -> str:
    names = "; ".join(agent.name for agent in publishers)
    parts = (names, place, day(date) if date else None)
    return ", ".join(part for part in parts if part)

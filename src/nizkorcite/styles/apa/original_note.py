"""What an entry says of the layer that it does not cite, in brackets (sections 9.39 to 9.41)."""

from collections.abc import Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.styles.apa.dates import day, year_alone
from nizkorcite.styles.apa.periodicals import paged, with_volume
from nizkorcite.styles.apa.terms.terms import Terms
from nizkorcite.styles.apa.titles import quoted
from nizkorcite.styles.rich_text import Run, Runs, without_empty_runs


def layer_note(reference: Reference, terms: Terms) -> Runs:
    """The remark at the end of an entry, or nothing."""
    pattern, words = _remark(reference, terms)
    if not words:
        return ()
    before, after = pattern.split("{}")
    return (Run(f" ({before}"), *words, Run(f"{after})"))


def _remark(reference: Reference, terms: Terms) -> tuple[str, Runs]:
    if reference.republisher:
        layer = named(reference.republisher, None, reference.republished, terms)
        return terms.not_consulted, (Run(layer),)
    is_named = reference.original_publisher or reference.original_container_title
    if reference.layers == "both" and is_named:
        return terms.reprinted, _reprinted(reference, terms)
    original, issued = reference.original_date, reference.issued
    if original is None or (issued is not None and year_alone(original) == year_alone(issued)):
        return terms.first_published, ()
    return terms.first_published, (Run(year_alone(original, terms)),)


def _reprinted(reference: Reference, terms: Terms) -> Runs:
    """Section 9.40: title where it is another, periodical, then agency, place and day; address."""
    title = reference.original_title
    other_title = f"{quoted(title, terms, ',')} " if title and title != reference.title else ""
    layer = named(
        reference.original_publisher,
        reference.original_publisher_place,
        reference.original_date,
        terms,
    )
    tail = ", ".join(part for part in (layer, reference.original_url) if part)
    periodical = _periodical(reference, terms)
    comma = ", " if periodical and tail else ""
    return without_empty_runs((Run(other_title), *periodical, Run(f"{comma}{tail}")))


def _periodical(reference: Reference, terms: Terms) -> Runs:
    title, volume = reference.original_container_title, reference.original_volume
    if not title:
        return ()
    rest = paged(volume, reference.original_issue, reference.original_page, terms)
    return (Run(with_volume(title, volume), italic=True), Run(rest))


def named(
    publishers: Sequence[Agent], place: str | None, date: PartialDate | None, terms: Terms
) -> str:
    """Publishers with semicolons between them, place and day."""
    names = "; ".join(agent.name for agent in publishers)
    parts = (names, place, day(date, terms) if date else None)
    return ", ".join(part for part in parts if part)

"""Bracketed notes on the layer not cited (sections 9.39 to 9.41)."""

from collections.abc import Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.locale.provenance import stated_history
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.styles.apa.authors import names_in_order, role_label
from nizkorcite.styles.apa.dates import printed_date, printed_year
from nizkorcite.styles.apa.periodicals import issue_and_pages, with_volume
from nizkorcite.styles.apa.terms.en import APA_EN
from nizkorcite.styles.apa.terms.terms import ApaTerms
from nizkorcite.styles.apa.titles import title_in_quotes
from nizkorcite.styles.rich_text import Run, Runs, without_empty_runs


def layer_note(reference: Reference, terms: ApaTerms) -> Runs:
    """Compose the note on the other layer at an entry's end."""
    note = _not_consulted(reference, terms) or _stated_note(reference)
    note = note or reprint_note(reference, terms) or _first_published(reference, terms)
    return (Run(" ("), *note, Run(")")) if note else ()


def reprint_note(reference: Reference, terms: ApaTerms = APA_EN) -> Runs:
    """
    Compose "Reprinted from" with periodical or agency, place, date and address (9.40).

    >>> from nizkorcite.record.model import organisation
    >>> note = reprint_note(Reference(id="a", type="webpage", layers="both",
    ...     original_publisher=(organisation("Itar Tass"),), original_publisher_place="Dushanbe",
    ...     original_date=PartialDate("2017-02-27")))
    >>> "".join(run.text for run in note)
    'Reprinted from Itar Tass, Dushanbe, 2017, February 27'
    """
    is_named = reference.original_publisher or reference.original_container_title
    if reference.layers != "both" or not is_named:
        return ()
    title = reference.original_title
    other_title = (
        f"{title_in_quotes(title, terms, ',')} " if title and title != reference.title else ""
    )
    layer = publication_details(
        reference.original_publisher,
        reference.original_publisher_place,
        reference.original_date,
        terms,
    )
    tail = ", ".join(part for part in (layer, reference.original_url) if part)
    periodical = _periodical(reference, terms)
    comma = ", " if periodical and tail else ""
    words = (Run(other_title), *periodical, Run(f"{comma}{tail}"))
    before, after = terms.reprinted.split("{}")
    return without_empty_runs((Run(before), *words, Run(after)))


def _not_consulted(reference: Reference, terms: ApaTerms) -> Runs:
    if not reference.republisher:
        return ()
    layer = publication_details(reference.republisher, None, reference.republished, terms)
    return (Run(terms.not_consulted.format(layer)),)


def _stated_note(reference: Reference) -> Runs:
    statement = stated_history(reference)
    return (Run(statement),) if statement else ()


def _first_published(reference: Reference, terms: ApaTerms) -> Runs:
    original, issued = reference.original_date, reference.issued
    if original is None or (issued is not None and printed_year(original) == printed_year(issued)):
        return ()
    return (Run(terms.first_published.format(printed_year(original, terms))),)


def _periodical(reference: Reference, terms: ApaTerms) -> Runs:
    title, volume = reference.original_container_title, reference.original_volume
    if not title:
        return ()
    rest = issue_and_pages(volume, reference.original_issue, reference.original_page, terms)
    editors = reference.original_editor
    if editors:
        named = f"{names_in_order(editors, terms)}, {role_label(terms.editor, editors)}"
        rest += f", {terms.by.format(named)}"
    return (Run(with_volume(title, volume), italic=True), Run(rest))


def publication_details(
    publishers: Sequence[Agent], place: str | None, date: PartialDate | None, terms: ApaTerms
) -> str:
    """Join publishers by semicolons, and add place and date."""
    names = "; ".join(agent.name for agent in publishers)
    parts = (names, place, printed_date(date, terms) if date else None)
    return ", ".join(part for part in parts if part)

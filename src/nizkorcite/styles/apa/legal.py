"""
Legal works (chapter 11): cases, laws and treaties, in the manual's order of elements.

The manual follows American law, but archives hold law of many countries. So number, body and date
are printed as the record states them, and no reporter is invented.
"""

from attrs import evolve

from nizkorcite.reference import Reference
from nizkorcite.styles.apa.dates import printed_date, printed_year, retrieval_date
from nizkorcite.styles.apa.periodicals import with_range_dash
from nizkorcite.styles.apa.source import address
from nizkorcite.styles.apa.terms.terms import ApaTerms
from nizkorcite.styles.apa.titles import with_full_stop
from nizkorcite.styles.rich_text import Run, Runs


def legal_entry(reference: Reference, suffix: str, terms: ApaTerms) -> Runs:
    """Compose title, number, body and year; a treaty has its date (11.4 to 11.8)."""
    parts = (reference.title or terms.untitled, *_numbers(reference, terms))
    if reference.type == "treaty" and reference.issued:
        parts = (*parts, retrieval_date(reference.issued, terms))
    words = f"{', '.join(parts)}{_body_and_year(reference, suffix, terms)}"
    return (Run(with_full_stop(words, terms)), Run(address(reference, terms)))


def is_republished(reference: Reference) -> bool:
    """Check whether the layer cited is a copy whose original is known."""
    return reference.layers != "original" and bool(reference.original_publisher)


def with_work_date(reference: Reference) -> Reference:
    """Replace a copy's date by the date of the work itself (11.4)."""
    if not is_republished(reference):
        return reference
    own_date = reference.original_date
    return evolve(reference, issued=own_date, issued_literal=None, original_date=None)


def copy_note(reference: Reference, terms: ApaTerms) -> Runs:
    """Compose the note on the republication of a work."""
    names = "; ".join(agent.name for agent in reference.publisher)
    day = printed_date(reference.issued, terms) if reference.issued else ""
    copy = ", ".join(filter(None, (names and terms.by.format(names), day)))
    return (Run(f" ({terms.republished.format(copy)})"),) if copy else ()


def legal_name(reference: Reference, terms: ApaTerms) -> Runs:
    """Compose a work's name for an in-text citation; a case is in italics (11.4)."""
    title = reference.title_short or reference.title or terms.untitled
    return (Run(title, italic=reference.type == "legal_case"),)


def _numbers(reference: Reference, terms: ApaTerms) -> tuple[str, ...]:
    number = reference.number
    # "347 U.S. 483" is a page of a reporter, not a number.
    is_number = number and number[0].isdecimal() and " " not in number
    label = terms.number.format(number) if is_number else number
    pages = with_range_dash(reference.page, terms) if reference.page else None
    parts = (reference.volume, reference.container_title, pages)
    volume = " ".join(part for part in parts if part)
    return tuple(part for part in (label, volume) if part)


def _body_and_year(reference: Reference, suffix: str, terms: ApaTerms) -> str:
    courts = tuple(agent for agent in reference.author if agent.kind != "person")
    agents = courts or reference.original_publisher or reference.publisher
    names = "; ".join(agent.name for agent in agents)
    body = reference.authority or (names if reference.type == "legal_case" else "")
    if reference.type == "treaty":
        return ""
    undated = reference.issued_literal or terms.no_date
    year = printed_year(reference.issued, terms) if reference.issued else undated
    year += f"{'' if reference.issued or not suffix else '-'}{suffix}"
    return f" ({' '.join(part for part in (body, year) if part)})"

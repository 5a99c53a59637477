"""
Legal works (chapter 11): cases, laws and treaties, in the manual's order of elements.

The manual follows American law; an archive holds that of many countries, so the number, the body
and the date are printed as the record names them, and no reporter is made up.
"""

from attrs import evolve

from nizkorcite.reference import Reference
from nizkorcite.styles.apa.dates import retrieved, year_alone
from nizkorcite.styles.apa.original_note import named
from nizkorcite.styles.apa.periodicals import spanned
from nizkorcite.styles.apa.source import address
from nizkorcite.styles.apa.terms.terms import Terms
from nizkorcite.styles.rich_text import Run, Runs


def entry(reference: Reference, suffix: str, terms: Terms) -> Runs:
    """Title, number, body with year (11.4, 11.5); a treaty has its day instead (11.8)."""
    parts = (reference.title or terms.untitled, *_numbers(reference, terms))
    if reference.type == "treaty" and reference.issued:
        parts = (*parts, retrieved(reference.issued, terms))
    tail = _body_and_year(reference, suffix, terms)
    return (Run(f"{', '.join(parts)}{tail}."), Run(address(reference, terms)))


def is_republished(reference: Reference) -> bool:
    """Whether the layer cited is a copy, and the work itself is told beside it."""
    return reference.layers != "original" and bool(reference.original_publisher)


def dated(reference: Reference) -> Reference:
    """The work with its own date: the year of the decision or law names it (11.4), no copy's."""
    if not is_republished(reference):
        return reference
    return evolve(reference, issued=reference.original_date, original_date=None)


def copy_note(reference: Reference, terms: Terms) -> Runs:
    """Who republished the work."""
    copy = named(reference.publisher, None, reference.issued, terms)
    return (Run(f" ({terms.republished.format(copy)})"),)


def name(reference: Reference, terms: Terms) -> Runs:
    """What a text calls the work: a case in italics (11.4), a law or treaty in roman."""
    title = reference.title_short or reference.title or terms.untitled
    return (Run(title, italic=reference.type == "legal_case"),)


def _numbers(reference: Reference, terms: Terms) -> tuple[str, ...]:
    number = reference.number
    # "347 U.S. 483" is a place in a reporter, not a number.
    is_number = number and number[0].isdecimal() and " " not in number
    label = terms.number.format(number) if is_number else number
    pages = spanned(reference.page, terms) if reference.page else None
    parts = (reference.volume, reference.container_title, pages)
    volume = " ".join(part for part in parts if part)
    return tuple(part for part in (label, volume) if part)


def _body_and_year(reference: Reference, suffix: str, terms: Terms) -> str:
    courts = tuple(agent for agent in reference.author if agent.kind != "person")
    agents = courts or reference.original_publisher or reference.publisher
    names = "; ".join(agent.name for agent in agents)
    body = reference.authority or (names if reference.type == "legal_case" else "")
    if reference.type == "treaty":
        return ""
    year = year_alone(reference.issued, terms) if reference.issued else terms.no_date
    year += f"{'' if reference.issued or not suffix else '-'}{suffix}"
    return f" ({' '.join(part for part in (body, year) if part)})"

"""
Legal works (chapter 11): cases, laws and treaties, in the manual's order of elements.

The manual follows American law; an archive holds that of many countries, so the number, the body
and the date are printed as the record names them, and no reporter is made up.
"""

from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.styles.apa.sources import address
from nizkorcite.styles.apa.terms import Terms
from nizkorcite.styles.apa.when import retrieved, year_alone
from nizkorcite.styles.rich import RichText, Run

FORMS: frozenset[ReferenceType] = frozenset(("legal_case", "legislation", "bill", "treaty"))


def entry(reference: Reference, terms: Terms) -> RichText:
    """Title, number, body with year (11.4, 11.5); a treaty has its day instead (11.8)."""
    parts = (reference.title or terms.untitled, *_numbers(reference, terms))
    if reference.type == "treaty" and reference.issued:
        parts = (*parts, retrieved(reference.issued, terms))
    tail = _body_and_year(reference, terms)
    return (Run(f"{', '.join(parts)}{tail}."), Run(address(reference, terms)))


def name(reference: Reference, terms: Terms) -> RichText:
    """What a text calls the work: a case in italics (11.4), a law or treaty in roman."""
    title = reference.title_short or reference.title or terms.untitled
    return (Run(title, italic=reference.type == "legal_case"),)


def _numbers(reference: Reference, terms: Terms) -> tuple[str, ...]:
    number = reference.number
    label = terms.number.format(number) if number and number[0].isdecimal() else number
    volume = " ".join(
        part for part in (reference.volume, reference.container_title, reference.page) if part
    )
    return tuple(part for part in (label, volume) if part)


def _body_and_year(reference: Reference, terms: Terms) -> str:
    names = "; ".join(agent.name for agent in (reference.author or reference.publisher))
    body = reference.authority or (names if reference.type == "legal_case" else "")
    if reference.type == "treaty":
        return ""
    year = year_alone(reference.issued, terms) if reference.issued else terms.no_date
    return f" ({' '.join(part for part in (body, year) if part)})"

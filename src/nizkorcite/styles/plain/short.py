"""
The style short: footnotes for works cited in full before.

Form: ``Agency, "First words of the title…," day (republished day), p. 5.`` After The Chicago Manual
of Style, 18th edition, chapter 13 (shortened citations): family names, a short title, the place.
"""

from nizkorcite.locale.prose import in_quotation_marks, locators_in_prose
from nizkorcite.reference import Reference
from nizkorcite.reference.names import ET_AL, family_name
from nizkorcite.styles.context import DEFAULT, CitationContext
from nizkorcite.styles.plain.in_text import (
    as_sentence,
    first_date_in_words,
    in_text,
    narrative,
    republished_without_publishers,
    short_form_agents,
)
from nizkorcite.styles.plain.order import FOOTNOTES, advice, sort_and_disambiguate
from nizkorcite.styles.plain.terms import FootnoteTerms, footnote_terms
from nizkorcite.styles.rich_text import Runs

__all__ = ["FOOTNOTES", "advice", "entry", "in_text", "narrative", "sort_and_disambiguate"]

_MOST_NAMED = 2
_MOST_WORDS = 6


def entry(reference: Reference, context: CitationContext = DEFAULT) -> Runs:
    """
    Compose the short footnote, with locators.

    >>> from nizkorcite.dates import PartialDate
    >>> entry(Reference(id="a", type="webpage", title="T", issued=PartialDate("2017-02")))[0].text
    '"T," February 2017.'
    """
    terms = footnote_terms(context.lang)
    when = first_date_in_words(reference, terms)
    parts = (
        f"{when}{_other_layer(reference, terms)}",
        locators_in_prose(context.locators, terms.words),
    )
    opening = (
        _names(reference, terms),
        _short_title(reference, terms),
        ", ".join(filter(None, parts)),
    )
    return as_sentence(" ".join(filter(None, opening)))


def _names(reference: Reference, terms: FootnoteTerms) -> str:
    agents = short_form_agents(reference)
    names = [family_name(agent) for agent in agents]
    if len(names) > _MOST_NAMED or ET_AL in agents[1:]:
        return f"{names[0]} {terms.others},"
    return f"{f' {terms.words.conjunction(names[-1])} '.join(names)}," if names else ""


def _short_title(reference: Reference, terms: FootnoteTerms) -> str:
    """Return the short title, else the first words of the title and an ellipsis."""
    title = reference.title_short or reference.title
    if title is None:
        return f"{terms.words.untitled},"
    words = title.split()
    if not reference.title_short and len(words) > _MOST_WORDS:
        title = f"{' '.join(words[:_MOST_WORDS]).rstrip(',;:.')}…"
    return in_quotation_marks(title, terms.words, ",")


def _other_layer(reference: Reference, terms: FootnoteTerms) -> str:
    if reference.republisher:
        return f" ({terms.not_consulted})"
    if reference.layers != "both" or not (reference.original_publisher or reference.original_date):
        return ""
    return f" ({republished_without_publishers(reference, terms)})"

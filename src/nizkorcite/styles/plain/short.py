"""
The short form of a footnote, for works that were cited in full before.

Form: ``Agency, "First words of the title…," day (republished day), p. 5.`` After The Chicago Manual
of Style, 18th edition, chapter 13 (shortened citations): family names, a short title, the place.
"""

from collections.abc import Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.locale.prose import done, in_words, located, quoted
from nizkorcite.locale.terms import Lang
from nizkorcite.reference import Reference
from nizkorcite.reference.locators import Locator
from nizkorcite.reference.names import family_name
from nizkorcite.styles.disambiguation import ALONE, Disambiguation
from nizkorcite.styles.plain.in_text import in_text, named_first, narrative, sentence, told_date
from nizkorcite.styles.plain.order import advice, sort_and_disambiguate
from nizkorcite.styles.plain.terms import Terms, terms_of
from nizkorcite.styles.rich_text import Runs

__all__ = ["advice", "entry", "in_text", "narrative", "note", "sort_and_disambiguate"]

_MOST_NAMED = 2
_MOST_WORDS = 6


def entry(reference: Reference, disambiguation: Disambiguation = ALONE, lang: Lang = "en") -> Runs:  # noqa: ARG001 - every style takes these
    """
    The short form.

    >>> from nizkorcite.dates import PartialDate
    >>> entry(Reference(id="a", type="webpage", title="T", issued=PartialDate("2017-02")))[0].text
    '"T," February 2017.'
    """
    return note(reference, lang)


def note(reference: Reference, lang: Lang = "en", locators: Sequence[Locator] = ()) -> Runs:
    """The short form, with the place within the work that a footnote speaks of."""
    terms = terms_of(lang)
    date = told_date(reference)
    when = in_words(date, terms.words) if date else terms.words.no_date
    parts = (f"{when}{_other_layer(reference, terms)}", located(locators, terms.words))
    opening = (
        _names(reference, terms),
        _short_title(reference, terms),
        ", ".join(filter(None, parts)),
    )
    return sentence(" ".join(filter(None, opening)))


def _names(reference: Reference, terms: Terms) -> str:
    names = [family_name(agent) for agent in named_first(reference)]
    if len(names) > _MOST_NAMED:
        return f"{names[0]} {terms.others},"
    return f"{f' {terms.words.conjunction(names[-1])} '.join(names)}," if names else ""


def _short_title(reference: Reference, terms: Terms) -> str:
    """The record's own short title, else the first words, with dots where some are left out."""
    title = reference.title_short or reference.title
    if title is None:
        return f"{terms.words.untitled},"
    words = title.split()
    if not reference.title_short and len(words) > _MOST_WORDS:
        title = f"{' '.join(words[:_MOST_WORDS]).rstrip(',;:.')}…"
    return quoted(title, terms.words, ",")


def _other_layer(reference: Reference, terms: Terms) -> str:
    if reference.republisher:
        return f" ({terms.not_consulted})"
    if reference.layers != "both" or not (reference.original_publisher or reference.original_date):
        return ""
    return f" ({terms.republished.format(_done(reference.issued, terms)).rstrip()})"


def _done(date: PartialDate | None, terms: Terms) -> str:
    return done(date, terms.words) if date else ""

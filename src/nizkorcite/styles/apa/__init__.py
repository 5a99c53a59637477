"""
The style APA, 7th edition: reference list entries and citations in text.

Own code: no engine measured prints the original layer of a republished wire story, and the
reference implementation differs from the manual in nine of the cases that matter to an archive.
Section numbers are those of the Publication Manual, 7th edition (2020). Titles keep their capitals.
Spanish citations have the same elements in the same order; see `terms`.
"""

from collections.abc import Callable, Iterator

from nizkorcite.locale.prose import locators_in_prose
from nizkorcite.messages import Message
from nizkorcite.reference import Reference
from nizkorcite.styles.apa import legal
from nizkorcite.styles.apa.authors import LEGAL, author_element, names_in_list, names_in_text
from nizkorcite.styles.apa.dates import entry_date, is_in_press, text_date
from nizkorcite.styles.apa.disambiguation import sort_and_disambiguate
from nizkorcite.styles.apa.original_note import layer_note
from nizkorcite.styles.apa.source import source_element
from nizkorcite.styles.apa.terms.lookup import apa_terms
from nizkorcite.styles.apa.terms.terms import ApaTerms
from nizkorcite.styles.apa.title_case import looks_title_cased
from nizkorcite.styles.apa.titles import (
    is_english,
    short_title,
    title_as_author,
    title_element,
    with_comma,
    with_full_stop,
)
from nizkorcite.styles.context import DEFAULT, CitationContext
from nizkorcite.styles.rich_text import Run, Runs, without_empty_runs

__all__ = ["advice", "entry", "in_text", "narrative", "sort_and_disambiguate"]


def entry(reference: Reference, context: CitationContext = DEFAULT) -> Runs:
    """
    Compose the entry of a reference list (chapters 9 to 11).

    >>> from nizkorcite.record.model import organisation
    >>> entry(Reference(id="a", type="webpage", title="A title",
    ...                 author=(organisation("Example News"),)))[0].text
    'Example News. (n.d.). '
    """
    terms, suffix = apa_terms(context.lang), context.disambiguation.year_suffix
    if reference.type in LEGAL:
        note = legal.copy_note if legal.is_republished(reference) else layer_note
        work = legal.legal_entry(legal.with_work_date(reference), suffix, terms)
        return without_empty_runs((*work, *note(reference, terms)))
    opening = _opening(reference, f"({entry_date(reference, suffix, terms)}).", terms)
    source = source_element(reference, terms)
    return without_empty_runs((*opening, *source, *layer_note(reference, terms)))


def _opening(reference: Reference, date: str, terms: ApaTerms) -> Runs:
    who = author_element(reference, terms)
    if not who.agents:  # section 9.12: the title takes the author's place
        title, kind = title_as_author(reference, terms)
        return (*title, Run(f" {date}{' ' if kind else ''}"), *kind)
    names = names_in_list(who.agents, terms) + (f" ({who.role})" if who.role else "")
    return (Run(f"{with_full_stop(names, terms)} {date} "), *title_element(reference, terms))


def in_text(reference: Reference, context: CitationContext = DEFAULT) -> Runs:
    """
    Compose the citation in brackets, with both years if they differ (8.10 to 8.17).

    >>> from nizkorcite.dates import PartialDate
    >>> in_text(Reference(id="a", type="chapter", title="A law", container_title="Laws",
    ...                   issued=PartialDate("2017")))[0].text
    '(“A Law,” 2017)'
    """
    terms = apa_terms(context.lang)
    names = _names(reference, context, terms, terms.joint)
    year = _year_and_locators(reference, context, terms)
    return _merge_runs((Run("("), *with_comma(names, terms), Run(f" {year})")))


def narrative(reference: Reference, context: CitationContext = DEFAULT) -> Runs:
    """Compose the citation in a sentence: names, and the year in brackets (section 8.11)."""
    terms = apa_terms(context.lang)
    names = _names(reference, context, terms, terms.words.conjunction)
    return _merge_runs((*names, Run(f" ({_year_and_locators(reference, context, terms)})")))


def _year_and_locators(reference: Reference, context: CitationContext, terms: ApaTerms) -> str:
    """Return the year and the locators (section 8.13)."""
    work = legal.with_work_date(reference) if reference.type in LEGAL else reference
    year = text_date(work, context.disambiguation.year_suffix, terms)
    place = locators_in_prose(context.locators, terms.words, terms.labels)
    return ", ".join(filter(None, (year, place)))


def advice(reference: Reference) -> Iterator[Message]:
    """Yield notes on missing values, and on titles that a person must check."""
    if reference.title is None:
        yield Message(
            "no title found; cited as [Untitled]. Add a title, or a description in brackets "
            "(section 9.22)"
        )
    elif is_english(reference) and looks_title_cased(reference.title):
        yield Message("the title seems to be in title case; APA uses sentence case (section 6.17)")
    if reference.container_title in {agent.name for agent in reference.publisher}:
        yield Message("site and publisher have the same name, printed twice; remove one of them")
    if not (reference.issued or reference.issued_literal or is_in_press(reference)):
        yield Message("no date found; cited as n.d.")


def _names(
    reference: Reference,
    context: CitationContext,
    terms: ApaTerms,
    conjunction: Callable[[str], str],
) -> Runs:
    if reference.type in LEGAL:
        return legal.legal_name(reference, terms)
    agents = author_element(reference).agents
    if not agents:
        return short_title(reference, terms)
    return (Run(names_in_text(agents, context.disambiguation, terms, conjunction)),)


def _merge_runs(text: Runs) -> Runs:
    """Join neighbouring runs in the same formatting."""
    runs: list[Run] = []
    for run in text:
        if runs and runs[-1].italic == run.italic:
            runs[-1] = Run(runs[-1].text + run.text, italic=run.italic)
        else:
            runs.append(run)
    return tuple(runs)

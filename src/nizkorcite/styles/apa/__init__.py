"""
APA style, 7th edition: reference list entries and citations in text.

Own code: no engine measured prints the original layer of a republished wire story, and the
reference implementation differs from the manual in nine of the cases that matter to an archive.
Section numbers are those of the Publication Manual, 7th edition (2020). Titles keep the capitals
they came with. In Spanish the same elements stand in the same order; see `terms`.
"""

from collections.abc import Iterator, Sequence

from nizkorcite.locale.prose import located
from nizkorcite.locale.terms import Lang
from nizkorcite.reference import Reference
from nizkorcite.reference.locators import Locator
from nizkorcite.styles.apa import legal
from nizkorcite.styles.apa.authors import LEGAL, cited, listed, responsible
from nizkorcite.styles.apa.dates import entry_date, is_in_press, text_date
from nizkorcite.styles.apa.disambiguation import sort_and_disambiguate
from nizkorcite.styles.apa.original_note import layer_note
from nizkorcite.styles.apa.source import source
from nizkorcite.styles.apa.terms.lookup import terms_of
from nizkorcite.styles.apa.terms.terms import Terms
from nizkorcite.styles.apa.title_case import looks_title_cased
from nizkorcite.styles.apa.titles import (
    is_english,
    short_title,
    stopped,
    title_first,
    titled,
    with_comma,
)
from nizkorcite.styles.disambiguation import ALONE, Disambiguation
from nizkorcite.styles.rich_text import Run, Runs, without_empty_runs

__all__ = ["advice", "entry", "in_text", "narrative", "sort_and_disambiguate"]


def entry(reference: Reference, disambiguation: Disambiguation = ALONE, lang: Lang = "en") -> Runs:
    """
    The entry of a reference list (chapters 9 to 11).

    >>> from nizkorcite.record.model import organisation
    >>> entry(Reference(id="a", type="webpage", title="A title",
    ...                 author=(organisation("Example News"),)))[0].text
    'Example News. (n.d.). '
    """
    terms = terms_of(lang)
    if reference.type in LEGAL:
        return _legal_entry(reference, disambiguation, terms)
    opening = _opening(
        reference, f"({entry_date(reference, disambiguation.year_suffix, terms)}).", terms
    )
    return without_empty_runs((*opening, *source(reference, terms), *layer_note(reference, terms)))


def _legal_entry(reference: Reference, disambiguation: Disambiguation, terms: Terms) -> Runs:
    note = legal.copy_note if legal.is_republished(reference) else layer_note
    work = legal.entry(legal.dated(reference), disambiguation.year_suffix, terms)
    return without_empty_runs((*work, *note(reference, terms)))


def _opening(reference: Reference, date: str, terms: Terms) -> Runs:
    who = responsible(reference, terms)
    if not who.agents:  # section 9.12: the title takes the author's place
        title, kind = title_first(reference, terms)
        return (*title, Run(f" {date}{' ' if kind else ''}"), *kind)
    names = listed(who.agents, terms) + (f" ({who.role})" if who.role else "")
    return (Run(f"{stopped(names, terms)} {date} "), *titled(reference, terms))


def in_text(
    reference: Reference,
    disambiguation: Disambiguation = ALONE,
    lang: Lang = "en",
    locators: Sequence[Locator] = (),
) -> Runs:
    """
    The citation in brackets (sections 8.10 to 8.17), both years where they differ (8.15).

    >>> from nizkorcite.dates import PartialDate
    >>> in_text(Reference(id="a", type="chapter", title="A law", container_title="Laws",
    ...                   issued=PartialDate("2017")))[0].text
    '(“A Law,” 2017)'
    """
    terms = terms_of(lang)
    names = _named(reference, terms, disambiguation, parenthetical=True)
    when = _when_and_where(reference, disambiguation, terms, locators)
    return _joined((Run("("), *with_comma(names, terms), Run(f" {when})")))


def narrative(
    reference: Reference,
    disambiguation: Disambiguation = ALONE,
    lang: Lang = "en",
    locators: Sequence[Locator] = (),
) -> Runs:
    """The citation as part of a sentence (section 8.11): names, and the year in brackets."""
    terms = terms_of(lang)
    names = _named(reference, terms, disambiguation, parenthetical=False)
    return _joined(
        (*names, Run(f" ({_when_and_where(reference, disambiguation, terms, locators)})"))
    )


def _when_and_where(
    reference: Reference, disambiguation: Disambiguation, terms: Terms, locators: Sequence[Locator]
) -> str:
    """The year, and the place within the work (section 8.13)."""
    work = legal.dated(reference) if reference.type in LEGAL else reference
    place = located(locators, terms.words, terms.labels)
    return ", ".join(filter(None, (text_date(work, disambiguation.year_suffix, terms), place)))


def advice(reference: Reference) -> tuple[str, ...]:
    """Name what a reader of the entry will miss, and titles that need a person's eye."""
    return tuple(_advice(reference))


def _advice(reference: Reference) -> Iterator[str]:
    if reference.title is None:
        yield "the document has no title; add one, or a description in brackets (section 9.22)"
    elif is_english(reference) and looks_title_cased(reference.title):
        yield "the title looks like title case; APA has sentence case (section 6.17)"
    if reference.container_title in {agent.name for agent in reference.publisher}:
        yield "the site and the publisher have one name, printed twice; leave one of them out"
    if reference.issued is None and not is_in_press(reference):
        yield "no date is stated; printed as n.d."


def _named(
    reference: Reference, terms: Terms, disambiguation: Disambiguation, *, parenthetical: bool
) -> Runs:
    if reference.type in LEGAL:
        return legal.name(reference, terms)
    agents = responsible(reference).agents
    if not agents:
        return short_title(reference, terms)
    join = terms.joint if parenthetical else terms.words.conjunction
    return (Run(cited(agents, disambiguation, terms, join)),)


def _joined(text: Runs) -> Runs:
    """Neighbours of one shape as one run."""
    runs: list[Run] = []
    for run in text:
        if runs and runs[-1].italic == run.italic:
            runs[-1] = Run(runs[-1].text + run.text, italic=run.italic)
        else:
            runs.append(run)
    return tuple(runs)

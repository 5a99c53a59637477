"""
APA style, 7th edition: reference list entries and citations in text.

Own code: no engine measured prints the original layer of a republished wire story, and the
reference implementation differs from the manual in nine of the cases that matter to an archive.
Section numbers are those of the Publication Manual, 7th edition (2020). Titles keep the capitals
they came with.
"""

from collections.abc import Iterator

from nizkorcite.reference import Reference
from nizkorcite.styles.among import ALONE, Among
from nizkorcite.styles.apa import legal
from nizkorcite.styles.apa.authors import cited, listed, responsible
from nizkorcite.styles.apa.layers import layer_note
from nizkorcite.styles.apa.sources import source
from nizkorcite.styles.apa.titles import (
    is_english,
    looks_title_cased,
    short_title,
    stopped,
    title_first,
    titled,
    with_comma,
)
from nizkorcite.styles.apa.together import arrange
from nizkorcite.styles.apa.when import entry_date, text_date
from nizkorcite.styles.rich import RichText, Run, tidy

__all__ = ["advice", "arrange", "entry", "in_text", "narrative"]


def entry(reference: Reference, among: Among = ALONE) -> RichText:
    """
    The entry of a reference list (chapters 9 to 11).

    >>> from nizkorcite.model import organisation
    >>> entry(Reference(id="a", type="webpage", title="A title",
    ...                 author=(organisation("Example News"),)))[0].text
    'Example News. (n.d.). '
    """
    if reference.type in legal.FORMS:
        return tidy((*legal.entry(reference), *layer_note(reference)))
    who = responsible(reference)
    date = f"({entry_date(reference, among.suffix)})."
    if who.agents:
        role = f" ({who.role})" if who.role else ""
        opening = (Run(f"{stopped(listed(who.agents) + role)} {date} "), *titled(reference))
    else:  # section 9.12: the title takes the author's place
        title, kind = title_first(reference)
        opening = (*title, Run(f" {date}{kind and f' {kind}'}"))
    return tidy((*opening, *source(reference), *layer_note(reference)))


def in_text(reference: Reference, among: Among = ALONE) -> RichText:
    """
    The citation in brackets (sections 8.10 to 8.17), both years where they differ (8.15).

    >>> from nizkorcite.dates import PartialDate
    >>> in_text(Reference(id="a", type="chapter", title="A law", container_title="Laws",
    ...                   issued=PartialDate("2017")))
    (Run(text='(“A Law,” 2017)', italic=False),)
    """
    year = text_date(reference, among.suffix)
    return _joined((Run("("), *with_comma(_named(reference, among, "&")), Run(f" {year})")))


def narrative(reference: Reference, among: Among = ALONE) -> RichText:
    """The citation as part of a sentence (section 8.11): names, and the year in brackets."""
    year = text_date(reference, among.suffix)
    return _joined((*_named(reference, among, "and"), Run(f" ({year})")))


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
    if reference.issued is None:
        yield "no date is stated; printed as n.d."


def _named(reference: Reference, among: Among, conjunction: str) -> RichText:
    if reference.type in legal.FORMS:
        return legal.name(reference)
    agents = responsible(reference).agents
    if not agents:
        return short_title(reference)
    names = cited(agents, among.shown, conjunction, with_initials=among.with_initials)
    return (Run(names),)


def _joined(text: RichText) -> RichText:
    """Neighbours of one shape as one run."""
    runs: list[Run] = []
    for run in text:
        if runs and runs[-1].italic == run.italic:
            runs[-1] = Run(runs[-1].text + run.text, italic=run.italic)
        else:
            runs.append(run)
    return tuple(runs)

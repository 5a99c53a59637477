"""Citations in text for the footnote styles: author and date."""

from collections.abc import Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.locale.prose import (
    accessed_date,
    in_quotation_marks,
    in_words,
    joined_names,
    locators_in_prose,
)
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.reference.locators import Locator
from nizkorcite.styles.context import DEFAULT, CitationContext
from nizkorcite.styles.plain.terms import FootnoteTerms, footnote_terms
from nizkorcite.styles.rich_text import Run, Runs


def in_text(reference: Reference, context: CitationContext = DEFAULT) -> Runs:
    """Compose author, date and locators in brackets."""
    terms = footnote_terms(context.lang)
    parts = (_who(reference, terms), *_when_and_where(reference, context.locators, terms))
    return (Run(f"({', '.join(parts)})"),)


def narrative(reference: Reference, context: CitationContext = DEFAULT) -> Runs:
    """Compose the author, and in brackets date and locators."""
    terms = footnote_terms(context.lang)
    when = ", ".join(_when_and_where(reference, context.locators, terms))
    return (Run(f"{_who(reference, terms)} ({when})"),)


def first_date(reference: Reference) -> PartialDate | None:
    """Return the original's date if both layers are cited, else that of the layer cited."""
    first = reference.original_date if reference.layers == "both" else None
    return first or reference.issued


def first_date_in_words(reference: Reference, terms: FootnoteTerms) -> str:
    """Spell out the first date, or return it or the status as stated; else the words for none."""
    if date := first_date(reference):
        return in_words(date, terms.words)
    return reference.issued_literal or reference.status or terms.words.no_date


def republished_without_publishers(reference: Reference, terms: FootnoteTerms) -> str:
    """Return "republished" and the date of the copy, if it is known."""
    date = reference.issued
    when = accessed_date(date, terms.words) if date else reference.issued_literal or ""
    return terms.republished.format(when).rstrip()


def as_sentence(text: str) -> Runs:
    """
    Make runs of a text, and end it with a full stop.

    A question mark, an abbreviation and the quotation marks of English after them take no stop.

    >>> [as_sentence(text)[0].text for text in ("Why?", '"Smith Co."', "«¿Por qué?»")]
    ['Why?', '"Smith Co."', '«¿Por qué?».']
    """
    is_ended = text.rstrip('"”’').endswith((".", "?", "!", "…"))
    return (Run(text if is_ended else f"{text}."),)


def author_names(reference: Reference, terms: FootnoteTerms) -> str:
    """Join authors or directors, else editors; empty if no one is named."""
    if makers := reference.author or reference.director:
        return joined_names(makers, terms.words)
    if not reference.editor:
        return ""
    pattern = terms.editors if len(reference.editor) > 1 else terms.editor
    return pattern.format(joined_names(reference.editor, terms.words))


def short_form_agents(reference: Reference) -> tuple[Agent, ...]:
    """Return the agents that a short form names."""
    return reference.author or reference.director or reference.editor


def _who(reference: Reference, terms: FootnoteTerms) -> str:
    title = reference.title_short or reference.title
    named = joined_names(short_form_agents(reference), terms.words)
    return named or (in_quotation_marks(title, terms.words) if title else terms.words.untitled)


def _when_and_where(
    reference: Reference, locators: Sequence[Locator], terms: FootnoteTerms
) -> tuple[str, ...]:
    when = first_date_in_words(reference, terms)
    return tuple(filter(None, (when, locators_in_prose(locators, terms.words))))

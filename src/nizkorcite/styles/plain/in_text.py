"""What a text says of a work that a footnote cites: who and when."""

from collections.abc import Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.locale.prose import in_words, joined, located, quoted
from nizkorcite.locale.terms import Lang
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.reference.locators import Locator
from nizkorcite.styles.disambiguation import ALONE, Disambiguation
from nizkorcite.styles.plain.terms import Terms, terms_of
from nizkorcite.styles.rich_text import Run, Runs


def in_text(
    reference: Reference,
    disambiguation: Disambiguation = ALONE,  # noqa: ARG001 - every style takes these
    lang: Lang = "en",
    locators: Sequence[Locator] = (),
) -> Runs:
    """Who, when and where, in brackets."""
    terms = terms_of(lang)
    parts = (_who(reference, terms), *_when_and_where(reference, locators, terms))
    return (Run(f"({', '.join(parts)})"),)


def narrative(
    reference: Reference,
    disambiguation: Disambiguation = ALONE,  # noqa: ARG001 - every style takes these
    lang: Lang = "en",
    locators: Sequence[Locator] = (),
) -> Runs:
    """Who, and in brackets when and where."""
    terms = terms_of(lang)
    when = ", ".join(_when_and_where(reference, locators, terms))
    return (Run(f"{_who(reference, terms)} ({when})"),)


def told_date(reference: Reference) -> PartialDate | None:
    """The original's day where both layers are told, else that of the layer cited."""
    first = reference.original_date if reference.layers == "both" else None
    return first or reference.issued


def sentence(text: str) -> Runs:
    """A text that ends with a stop."""
    return (Run(text if text.endswith(".") else f"{text}."),)


def responsible(reference: Reference, terms: Terms) -> str:
    """The authors or directors, else the editors; nothing where no one is named."""
    if makers := reference.author or reference.director:
        return joined(makers, terms.words)
    if not reference.editor:
        return ""
    pattern = terms.editors if len(reference.editor) > 1 else terms.editor
    return pattern.format(joined(reference.editor, terms.words))


def named_first(reference: Reference) -> tuple[Agent, ...]:
    """Those whom a short form names."""
    return reference.author or reference.director or reference.editor


def _who(reference: Reference, terms: Terms) -> str:
    title = reference.title_short or reference.title
    named = joined(named_first(reference), terms.words)
    return named or (quoted(title, terms.words) if title else terms.words.untitled)


def _when_and_where(
    reference: Reference, locators: Sequence[Locator], terms: Terms
) -> tuple[str, ...]:
    date = told_date(reference)
    when = in_words(date, terms.words) if date else terms.words.no_date
    return tuple(filter(None, (when, located(locators, terms.words))))

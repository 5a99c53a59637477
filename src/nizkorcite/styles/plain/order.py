"""Order of lists in the footnote styles, and notes for the user."""

from collections.abc import Iterable

from nizkorcite.messages import Message
from nizkorcite.reference import Reference
from nizkorcite.reference.names import inverted_name
from nizkorcite.styles.context import ALONE, Disambiguation

FOOTNOTES = True
"""Mark of a style whose entries are footnotes, and take locators."""


def sort_and_disambiguate(
    references: Iterable[Reference],
) -> tuple[tuple[Reference, Disambiguation], ...]:
    """Sort by author or title, then by date; sentences need no letters."""
    return tuple((reference, ALONE) for reference in sorted(references, key=_sort_key))


def _sort_key(reference: Reference) -> tuple[str, ...]:
    names = [inverted_name(agent) for agent in reference.author] or [reference.title or ""]
    return (
        *(name.casefold() for name in names),
        str(reference.issued or reference.issued_literal or ""),
    )


def advice(reference: Reference) -> tuple[Message, ...]:
    """Return a note if the title is missing."""
    return () if reference.title else (Message("no title found"),)

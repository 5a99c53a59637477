"""Lists of footnotes: their order, and what a user should be told."""

from collections.abc import Iterable

from nizkorcite.reference import Reference
from nizkorcite.reference.names import inverted_name
from nizkorcite.styles.disambiguation import ALONE, Disambiguation


def sort_and_disambiguate(
    references: Iterable[Reference],
) -> tuple[tuple[Reference, Disambiguation], ...]:
    """By author or title, then by date; sentences need no letters."""
    return tuple((reference, ALONE) for reference in sorted(references, key=_place))


def _place(reference: Reference) -> tuple[str, ...]:
    names = [inverted_name(agent) for agent in reference.author] or [reference.title or ""]
    return (*(name.casefold() for name in names), str(reference.issued or ""))


def advice(reference: Reference) -> tuple[str, ...]:
    """A sentence has room for every type of reference."""
    return () if reference.title else ("the document has no title",)

"""Equal works: several references to one work, such as a record and a citation file made of it."""

import re
from collections.abc import Hashable, Iterable, Iterator

from nizkorcite.reference import Reference
from nizkorcite.reference.names import inverted_name

_SEPARATOR = re.compile("; | and ")


def distinct_works(references: Iterable[Reference]) -> list[Reference]:
    """
    Return the first reference to each work.

    >>> law = Reference(id="a", type="book", title="Law")
    >>> distinct_works([law, Reference(id="a", type="report", title="Law")]) == [law]
    True
    """
    named = [("", reference) for reference in references]
    return [reference for _, reference, first in with_first(named) if first is None]


def with_first(
    named: Iterable[tuple[str, Reference]],
) -> Iterator[tuple[str, Reference, str | None]]:
    """
    Yield references with their inputs and, for a work named before, the first input.

    Works are equal if all that identifies a work in a citation is: title, names, dates, container,
    publishers, numbers and addresses. Works of different ids are never equal if both are of one
    input or have a record, nor are works without a title.

    Args:
        named: References, each with the name of its input.
    """
    listed: dict[Hashable, list[tuple[str, Reference]]] = {}
    for name, reference in named:
        earlier = listed.setdefault(_identity(reference), [])
        equal = (each for each in earlier if not _are_two(each, (name, reference)))
        first, _ = next(equal, (None, reference))
        yield name, reference, first
        if first is None:
            earlier.append((name, reference))


def _are_two(one: tuple[str, Reference], other: tuple[str, Reference]) -> bool:
    have_records = bool(one[1].document and other[1].document)
    return one[1].id != other[1].id and (have_records or one[0] == other[0])


def _identity(reference: Reference) -> Hashable:
    if not reference.title:
        return reference
    site, publishers = reference.site_and_publishers
    return (
        reference.title.casefold(),
        tuple(inverted_name(agent).casefold() for agent in (*reference.author, *reference.editor)),
        (reference.issued, reference.issued_literal, reference.original_date),
        _names([site or "", *(agent.name for agent in publishers)]),
        _names(agent.name for agent in reference.original_publisher),
        (reference.volume, reference.issue, reference.page, reference.number, reference.edition),
        (reference.doi, reference.url),
    )


def _names(names: Iterable[str]) -> tuple[str, ...]:
    """Return names one by one, whether a format keeps them apart or joins them."""
    return tuple(each for name in names for each in _SEPARATOR.split(name.casefold()) if each)

"""Equal works: several references to one work, such as a record and a citation file made of it."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from attrs import Factory, define

from nizkorcite.reference import Reference
from nizkorcite.reference.names import inverted_name

_SEPARATOR = re.compile("; | and ")


@define
class _Listed:
    """
    The references to one work, found without a comparison with each.

    Attributes:
        input_of: The input of each id.
        inputs: The inputs in order.
        without_record: The inputs of references that have no record.
    """

    input_of: dict[str, str] = Factory(dict)
    inputs: dict[str, None] = Factory(dict)
    without_record: dict[str, None] = Factory(dict)

    def first_input(self, name: str, reference: Reference) -> str | None:
        if reference.id in self.input_of:
            return self.input_of[reference.id]
        others = self.without_record if reference.document else self.inputs
        return next((other for other in others if other != name), None)

    def add(self, name: str, reference: Reference) -> None:
        self.input_of[reference.id] = name
        self.inputs[name] = None
        if not reference.document:
            self.without_record[name] = None


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
    once: dict[int, tuple[str, Reference] | None] = {}  # most works; small, since a list has many
    listed: dict[Hashable, _Listed] = defaultdict(_Listed)
    for name, reference in named:
        identity = _identity(reference)
        number = hash(identity)
        if number not in once:
            once[number] = name, reference
            yield name, reference, None
            continue
        if before := once[number]:
            listed[_identity(before[1])].add(*before)
            once[number] = None
        work = listed[identity]
        first = work.first_input(name, reference)
        yield name, reference, first
        if first is None:
            work.add(name, reference)


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

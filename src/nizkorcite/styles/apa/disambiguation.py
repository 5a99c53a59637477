"""Order and disambiguation of a reference list (sections 8.18 to 8.20, 9.44 to 9.49)."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain, pairwise, takewhile
from typing import TypeVar

from attrs import frozen

from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.reference.names import family_name, initials
from nizkorcite.styles.apa.authors import (
    agent_identity,
    author_element,
    is_person,
    sort_letters,
    sort_name,
)
from nizkorcite.styles.apa.dates import is_in_press, printed_year, prints_day
from nizkorcite.styles.context import Disambiguation

_Key = TypeVar("_Key", bound=Hashable)
_ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)
_LETTERS = 26
_LATEST = 10_000  # after the last year of four digits


@frozen
class _Item:
    """
    An item of a list, with values that are read several times.

    Attributes:
        reference: The item.
        agents: The agents of the author element.
        families: Their family names in small letters.
        year: The printed year of the copy; empty if unknown.
    """

    reference: Reference
    agents: tuple[Agent, ...]
    families: tuple[str, ...]
    year: str


def sort_and_disambiguate(
    references: Iterable[Reference],
) -> tuple[tuple[Reference, Disambiguation], ...]:
    """
    Sort the items of a list, and distinguish those whose citations would be equal.

    >>> from nizkorcite.dates import PartialDate
    >>> same = [Reference(id=name, type="book", title=name, issued=PartialDate("2017"),
    ...                   author=(Agent(kind="organisation", name="EFE"),)) for name in ("B", "A")]
    >>> [(each.id, found.year_suffix) for each, found in sort_and_disambiguate(same)]
    [('A', 'a'), ('B', 'b')]
    """
    ordered = sorted(map(_item, references), key=_sort_key)
    suffixes = _suffixes(ordered)
    shown = _names_shown(ordered)
    alike = _of_one_name(ordered)
    return tuple(
        (
            item.reference,
            Disambiguation(
                year_suffix=suffixes.get(index, ""),
                names_shown=shown.get(index, 1),
                with_initials=index in alike,
            ),
        )
        for index, item in enumerate(ordered)
    )


def _item(reference: Reference) -> _Item:
    agents = author_element(reference).agents
    families = tuple([_folded(family_name(agent)) for agent in agents])
    year = printed_year(reference.issued) if reference.issued else reference.issued_literal or ""
    return _Item(reference, agents, families, year)


@lru_cache(maxsize=16_384)  # a list has the same names many times, and this keeps one of each
def _folded(name: str) -> str:
    return name.casefold()


def _sort_key(item: _Item) -> tuple[object, ...]:
    """Return the sort key: authors, date (less precise first), title (9.44 to 9.47)."""
    title = _without_article(item.reference.title or "")
    # Name and initials of each in turn: as many objects less as a long list has names.
    names = tuple(chain.from_iterable(map(sort_name, item.agents))) or (title, "")
    return (names, _chronology(item.reference), title)


def _chronology(reference: Reference) -> tuple[int, int, int]:
    """
    Return the sort key of the date printed; the original's date is ignored (8.19).

    A work dated by its year precedes works of a month or day (9.47), even if more of its date is
    known.
    """
    if is_in_press(reference):  # after all that is out (9.46)
        return (_LATEST, 0, 0)
    date = reference.issued
    start = date.start or date if date else None
    if start is None or start.earliest is None:
        return (0, 0, 0)
    if not prints_day(reference):
        return (start.earliest.year, 0, 0)
    return (start.earliest.year, start.month or 0, start.day or 0)


def _without_article(title: str) -> str:
    """Return the letters by which a title is sorted, without a first article (section 9.49)."""
    return sort_letters(_ARTICLE.sub("", title, count=1) if _ARTICLE.match(title) else title)


def _suffixes(ordered: Sequence[_Item]) -> dict[int, str]:
    """Return the letters that distinguish works of the same authors and year (section 8.19)."""
    groups = _groups(ordered, _authors_and_year)
    return {
        index: _letter(position)
        for members in groups.values()
        if len(members) > 1
        for position, index in enumerate(members)
    }


def _letter(position: int) -> str:
    """
    Return the letter of a position, after "z" a pair of letters.

    >>> _letter(0), _letter(26)
    ('a', 'aa')
    """
    before, rest = divmod(position, _LETTERS)
    return (_letter(before - 1) if before else "") + chr(ord("a") + rest)


def _authors_and_year(item: _Item) -> tuple[object, ...]:
    """Return the parts by which two citations are equal; a title replaces missing authors."""
    reference = item.reference
    names = tuple(agent_identity(agent) for agent in item.agents)
    year = item.year or str(is_in_press(reference))
    return (names or (reference.title_short or reference.title or "", reference.type), year)


def _names_shown(ordered: Sequence[_Item]) -> dict[int, int]:
    """Return the number of names that distinguishes author lists of one year (section 8.18)."""
    shown = {}
    for members in _groups(ordered, _shortened_citation).values():
        common = _names_in_common({ordered[index].families for index in members})
        if len(common) > 1:
            shown.update({index: 1 + common[ordered[index].families] for index in members})
    return shown


def _names_in_common(lists: AbstractSet[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """Return for each list the most names with which another begins too; a neighbour has them."""
    common = dict.fromkeys(sorted(lists), 0)
    for one, other in pairwise(common):
        number = _common(one, other)
        common[one] = max(common[one], number)
        common[other] = number
    return common


def _shortened_citation(item: _Item) -> tuple[str, str] | None:
    """Return the citation that "et al." would shorten; ``None`` if all names are given."""
    return (item.families[0], item.year) if len(item.families) > 2 else None  # noqa: PLR2004 - the number says itself


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _of_one_name(ordered: Sequence[_Item]) -> frozenset[int]:
    """Return the positions of items whose first author needs initials (section 8.20)."""
    people = defaultdict(set)
    firsts = [_first_person(item) for item in ordered]
    for family, given in filter(None, firsts):
        people[family].add(given)
    return frozenset(
        index for index, first in enumerate(firsts) if first and len(people[first[0]]) > 1
    )


def _first_person(item: _Item) -> tuple[str, str] | None:
    first = item.agents[0] if item.agents else None
    if first is None or not is_person(first) or not first.given:
        return None
    return item.families[0], initials(first.given)


def _groups(
    ordered: Sequence[_Item], key: Callable[[_Item], _Key | None]
) -> Mapping[_Key, list[int]]:
    groups: dict[_Key, list[int]] = defaultdict(list)
    for index, item in enumerate(ordered):
        if (found := key(item)) is not None:
            groups[found].append(index)
    return groups

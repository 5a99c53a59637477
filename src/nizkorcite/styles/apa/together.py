"""A list's order, and what tells its items apart (sections 8.18 to 8.20, 9.44 to 9.49)."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import TypeVar

from nizkorcite.model import Agent
from nizkorcite.names import family_name, initials
from nizkorcite.reference import Reference
from nizkorcite.styles.among import Among
from nizkorcite.styles.apa.authors import identity, is_person, letters, responsible, sort_name
from nizkorcite.styles.apa.when import is_in_press, tells_day, year_alone

_K = TypeVar("_K", bound=Hashable)
_ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)
_LETTERS = 26
_LATEST = 10_000  # after the last year of four digits


def arrange(references: Iterable[Reference]) -> tuple[tuple[Reference, Among], ...]:
    """
    The items in the order of a list, each with what tells it from the others.

    >>> from nizkorcite.dates import PartialDate
    >>> same = [Reference(id=name, type="book", title=name, issued=PartialDate("2017"),
    ...                   author=(Agent(kind="organisation", name="EFE"),)) for name in ("B", "A")]
    >>> [(reference.id, among.suffix) for reference, among in arrange(same)]
    [('A', 'a'), ('B', 'b')]
    """
    ordered = sorted(references, key=_place)
    suffixes = _suffixes(ordered)
    shown = _shown(ordered)
    alike = _of_one_name(ordered)
    return tuple(
        (
            reference,
            Among(
                suffix=suffixes.get(index, ""),
                shown=shown.get(index, 1),
                with_initials=index in alike,
            ),
        )
        for index, reference in enumerate(ordered)
    )


def _place(reference: Reference) -> tuple[object, ...]:
    """By authors, then by date, where less stands before more, then by title (9.44 to 9.47)."""
    agents = responsible(reference).agents
    title = _without_article(reference.title or "")
    names = tuple(sort_name(agent) for agent in agents) or ((title, ""),)
    return (names, _chronology(reference), title)


def _chronology(reference: Reference) -> tuple[int, int, int]:
    """
    The copy's own date as it is printed; the original's has no part in it (8.19).

    A work that is dated by its year stands before those of a month or day (9.47), also where more
    of its date is known.
    """
    if is_in_press(reference):  # after all that is out (9.46)
        return (_LATEST, 0, 0)
    date = reference.issued
    start = date.start or date if date else None
    if start is None or start.earliest is None:
        return (0, 0, 0)
    if not tells_day(reference):
        return (start.earliest.year, 0, 0)
    return (start.earliest.year, start.month or 0, start.day or 0)


def _without_article(title: str) -> str:
    """Section 9.49."""
    return letters(_ARTICLE.sub("", title, count=1) if _ARTICLE.match(title) else title)


def _suffixes(ordered: Sequence[Reference]) -> dict[int, str]:
    """Letters for works of the same authors and year (section 8.19)."""
    groups = _grouped(ordered, _authors_and_year)
    return {
        index: _letter(position)
        for members in groups.values()
        if len(members) > 1
        for position, index in enumerate(members)
    }


def _letter(position: int) -> str:
    """
    Small letters in their order, then pairs of them.

    >>> _letter(0), _letter(26)
    ('a', 'aa')
    """
    before, rest = divmod(position, _LETTERS)
    return (_letter(before - 1) if before else "") + chr(ord("a") + rest)


def _authors_and_year(reference: Reference) -> tuple[object, ...] | None:
    """What makes two citations equal but for a letter; a title stands in for an author."""
    agents = responsible(reference).agents
    year = year_alone(reference.issued) if reference.issued else ""
    names = tuple(identity(agent) for agent in agents)
    year = year or str(is_in_press(reference))
    return (names or (reference.title_short or reference.title or "", reference.type), year)


def _shown(ordered: Sequence[Reference]) -> dict[int, int]:
    """How many names tell longer author lists of one year apart (section 8.18)."""
    shown = {}
    for members in _grouped(ordered, _shortened).values():
        lists = {index: _families(responsible(ordered[index]).agents) for index in members}
        for index, names in lists.items():
            others = [other for other in lists.values() if other != names]
            if others:
                shown[index] = 1 + max(_common(names, other) for other in others)
    return shown


def _shortened(reference: Reference) -> tuple[object, ...] | None:
    agents = responsible(reference).agents
    if len(agents) <= 2:  # noqa: PLR2004 - they are all named
        return None
    year = year_alone(reference.issued) if reference.issued else ""
    return (family_name(agents[0]).casefold(), year)


def _families(agents: Sequence[Agent]) -> tuple[str, ...]:
    return tuple(family_name(agent).casefold() for agent in agents)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _of_one_name(ordered: Sequence[Reference]) -> frozenset[int]:
    """Items whose first author shares the family name with another first author (8.20)."""
    people = defaultdict(set)
    firsts = [_first_person(reference) for reference in ordered]
    for family, given in filter(None, firsts):
        people[family].add(given)
    return frozenset(
        index for index, first in enumerate(firsts) if first and len(people[first[0]]) > 1
    )


def _first_person(reference: Reference) -> tuple[str, str] | None:
    agents = responsible(reference).agents
    if not agents or not is_person(agents[0]) or not agents[0].given:
        return None
    return family_name(agents[0]).casefold(), initials(agents[0].given)


def _grouped(
    ordered: Sequence[Reference], key: Callable[[Reference], _K | None]
) -> Mapping[_K, list[int]]:
    groups: dict[_K, list[int]] = defaultdict(list)
    for index, reference in enumerate(ordered):
        if (found := key(reference)) is not None:
            groups[found].append(index)
    return groups

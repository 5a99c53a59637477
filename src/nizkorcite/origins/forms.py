"""Forms: fixed words that are filled in again and again, as in a weather report."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nizkorcite.origins.results import Group, Proposal

_LEAST_SOURCES: Final = 5
_SHARE_OF_SOURCES: Final = 0.6

_Source = Group | str


def filled_in_forms(
    differing: Sequence[Proposal], group_of: Mapping[str, Group]
) -> Iterator[Proposal]:
    """
    Yield the pairs that are forms filled in twice.

    Where a wrong fact is the reason that pages differ, most of those with the text agree. Of pages
    that name five sources or more, more than six for ten pages, nearly all differ from all others:
    each has a day of its own, and none is a reprint.

    Args:
        differing: The pairs that share their text and are not grouped.
        group_of: The group of each page that is in one.
    """
    families: dict[_Source, set[_Source]] = {}
    for each in differing:
        _join(families, *(group_of.get(page, page) for page in (each.first, each.second)))
    for each in differing:
        if _is_form(families[group_of.get(each.first, each.first)]):
            yield each


def _join(families: dict[_Source, set[_Source]], source: _Source, other: _Source) -> None:
    family = families.setdefault(source, {source})
    others = families.setdefault(other, {other})
    if family is others:
        return
    smaller, larger = sorted((family, others), key=len)
    larger |= smaller
    families |= dict.fromkeys(smaller, larger)


def _is_form(sources: set[_Source]) -> bool:
    pages = sum(1 if isinstance(each, str) else len(each.pages) for each in sources)
    return len(sources) >= _LEAST_SOURCES and len(sources) > _SHARE_OF_SOURCES * pages

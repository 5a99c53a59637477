"""The pages of a group in the order of their reasons, from the fullest text on."""

from collections.abc import Iterator, Sequence

from nizkorcite.origins.compared import ComparedPages
from nizkorcite.origins.facts import PrintedFacts
from nizkorcite.origins.results import Group, Proposal


def ordered_group(compared: ComparedPages, pages: set[str], reasons: Sequence[Proposal]) -> Group:
    """Return a group in which each page but the first has a reason that names a page before it."""
    fullest = min(pages, key=lambda page: (-len(compared.texts[page]), page))
    tied = dict(_tied_pages(fullest, reasons))
    ordered = (fullest, *tied)
    facts = _joined_facts([compared.facts[page] for page in ordered])
    return Group(pages=ordered, reasons=tuple(tied.values()), facts=facts)


def _tied_pages(page: str, reasons: Sequence[Proposal]) -> Iterator[tuple[str, Proposal]]:
    """Yield the pages that a page is tied to, directly or through others, with their reasons."""
    ties: dict[str, list[Proposal]] = {}
    for each in reasons:
        ties.setdefault(each.first, []).append(each)
        ties.setdefault(each.second, []).append(each)
    reached, waiting = {page}, [page]
    for current in waiting:
        for each in ties[current]:
            other = each.second if each.first == current else each.first
            if other not in reached:
                reached.add(other)
                waiting.append(other)
                yield other, each


def _joined_facts(facts: Sequence[PrintedFacts]) -> PrintedFacts:
    return PrintedFacts(
        publishers=next((each.publishers for each in facts if each.publishers), ()),
        place=next((each.place for each in facts if each.place), None),
        date=next((each.date for each in facts if each.date), None),
    )

"""The origins of a collection: overlaps of texts, judged by printed facts and joined to groups."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from nizkorcite.origins.compared import ComparedPages, compared_pages
from nizkorcite.origins.decisions import Decided, Decision
from nizkorcite.origins.facts import compared_facts
from nizkorcite.origins.forms import filled_in_forms
from nizkorcite.origins.grouping import Grouping
from nizkorcite.origins.ordering import ordered_group
from nizkorcite.origins.overlap import LEAST_PASSAGES, Overlap, iter_overlaps, overlap_of
from nizkorcite.origins.results import Group, Origins, Proposal, Story

_LEAST_SHARES: Final = (0.3, 0.45, 0.65, 0.85)  # by the number of facts that contradict
_MOST_GAP: Final = 0.25
_SOURCE: Final = {"publisher", "date"}


def find_origins(stories: Iterable[Story], decisions: Iterable[Decision] = ()) -> Origins:
    """
    Find the pages of a collection that republish one original.

    Two pages are proposed if they share at least 30 % of the shorter text. Unless publisher and
    date agree in print, the common passages must be spread over the text: a quotation, or the
    background of an earlier story, is in one piece. Pages are not grouped if a printed fact
    contradicts; with 45, 65 or 85 % of the text and one, two or three such facts they are returned
    among `Origins.differing`. Texts of less than 80 words are not compared.

    Args:
        stories: The pages; each is read once, and of its text only numbers are kept. Of two pages
            with one key, the first is taken.
        decisions: What a person decided; decisions on other pages have no effect.

    Raises:
        DecisionError: The decisions contradict each other.

    >>> from nizkorcite.record.model import Document, Original
    >>> text = " ".join(f"word{number}" for number in range(100))
    >>> def story(key: str) -> Story:
    ...     return Story(key=key, text=text, document=Document(id=key, type="other", language="en",
    ...                  title=key, original=Original(attribution="unknown")))
    >>> find_origins([story("a"), story("b")]).groups[0].pages
    ('a', 'b')
    """
    decided = Decided(decisions)
    compared = compared_pages(stories)
    proposals = list(_proposals(compared, decided))
    allowed = [each for each in proposals if each.decision or not each.contradicting]
    grouping = Grouping(compared.facts, decided, allowed)
    groups = [ordered_group(compared, *each) for each in grouping]
    return _origins(compared, groups, proposals)


def _proposals(compared: ComparedPages, decided: Decided) -> Iterator[Proposal]:
    """Yield what was decided to be the same, and what text and facts propose."""
    texts = compared.texts
    for each in decided.same:
        if each.first in texts and each.second in texts:
            overlap = overlap_of(texts[each.first], texts[each.second])
            yield evolve(_proposal(compared, each.first, each.second, overlap), decision="same")
    for first, second, overlap in iter_overlaps(texts):
        if overlap.share >= _LEAST_SHARES[0] and decided.on(first, second) is None:
            proposal = _proposal(compared, first, second, overlap)
            if _is_proposed(proposal, overlap):
                yield proposal


def _proposal(compared: ComparedPages, first: str, second: str, overlap: Overlap) -> Proposal:
    texts, facts = compared.texts, compared.facts
    if len(texts[first]) < len(texts[second]):
        first, second = second, first
    return Proposal(
        first=first,
        second=second,
        share=overlap.share,
        is_whole=texts[first] == texts[second],
        facts=compared_facts(facts[first], facts[second]),
    )


def _is_proposed(proposal: Proposal, overlap: Overlap) -> bool:
    contradictions = len(proposal.contradicting)
    if not contradictions and {each.name for each in proposal.agreeing} >= _SOURCE:
        return True
    return overlap.share >= _LEAST_SHARES[contradictions] and overlap.gap <= _MOST_GAP


def _origins(
    compared: ComparedPages, groups: Iterable[Group], proposals: Sequence[Proposal]
) -> Origins:
    group_of = {page: group for group in groups for page in group.pages}
    differing = [
        each
        for each in proposals
        if each.first not in group_of or group_of[each.first] is not group_of.get(each.second)
    ]
    forms = dict.fromkeys(filled_in_forms(differing, group_of))
    in_order = dict.fromkeys(group_of[key] for key in compared.texts if key in group_of)
    return Origins(
        groups=tuple(in_order),
        differing=tuple(each for each in differing if each not in forms),
        forms=tuple(forms),
        confirmed=tuple(each for each in proposals if each.decision),
        single=tuple(key for key in compared.texts if key not in group_of),
        short=tuple(key for key, text in compared.texts.items() if len(text) < LEAST_PASSAGES),
    )

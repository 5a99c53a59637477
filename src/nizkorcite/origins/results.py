"""Stories that are compared, and what was found: groups, proposals and their reasons."""

from collections.abc import Iterator

from attrs import field, frozen

from nizkorcite.origins.decisions import DecisionValue
from nizkorcite.origins.facts import ComparedFact, PrintedFacts
from nizkorcite.record.model import Document


@frozen(kw_only=True)
class Story:
    """
    A page to compare.

    Attributes:
        key: Names the page in results and decisions: the id of its record.
        document: Its document.
        text: Its visible text; empty where it is not known.
    """

    key: str
    document: Document
    text: str = field(repr=False)


@frozen(kw_only=True)
class Proposal:
    """
    Two pages that share their text, and the reasons for and against one original.

    Attributes:
        first: Key of the page with the fuller text.
        second: Key of the other page.
        share: Share of the second text that the first one has, 0 to 1.
        is_whole: Whether the texts have the same words.
        facts: The printed facts that both pages state.
        decision: What a person decided, if anything.
    """

    first: str
    second: str
    share: float
    is_whole: bool
    facts: tuple[ComparedFact, ...]
    decision: DecisionValue | None = None

    @property
    def agreeing(self) -> tuple[ComparedFact, ...]:
        """The facts that agree."""
        return tuple(each for each in self.facts if each.agrees)

    @property
    def contradicting(self) -> tuple[ComparedFact, ...]:
        """The facts that contradict each other."""
        return tuple(each for each in self.facts if not each.agrees)


@frozen(kw_only=True, cache_hash=True)
class Group:
    """
    Pages that republish one original, as far as text and facts show.

    Attributes:
        pages: Keys of the pages, the fullest text first.
        reasons: For each page but the first, the proposal that ties it to a page before it.
        facts: The facts that the pages state of the original, each from the first that states it.
    """

    pages: tuple[str, ...]
    reasons: tuple[Proposal, ...]
    facts: PrintedFacts

    def __iter__(self) -> Iterator[tuple[str, Proposal | None]]:
        """Yield each page with its reason; the first one has none."""
        return zip(self.pages, (None, *self.reasons), strict=True)


@frozen(kw_only=True)
class Origins:
    """
    What was found in a collection.

    Attributes:
        groups: Groups of two pages or more, in the order of their first pages in the input.
        differing: Pairs that share their text and are not grouped, since a fact contradicts that
            the two pages, or those grouped with them, state.
        forms: Such pairs among five or more pages that nearly all differ from one another: words
            that are filled in anew each time.
        confirmed: Pairs that a person decided to be the same.
        single: Keys of the pages that are in no group.
        short: Keys of the pages that were not compared, since their own text has less than 80
            words or is not known.
    """

    groups: tuple[Group, ...]
    differing: tuple[Proposal, ...]
    forms: tuple[Proposal, ...]
    confirmed: tuple[Proposal, ...]
    single: tuple[str, ...]
    short: tuple[str, ...]

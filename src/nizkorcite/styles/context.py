"""The context in which a style cites an item: language, locators and distinctions."""

from collections.abc import Sequence

from attrs import frozen

from nizkorcite.locale.terms import Lang
from nizkorcite.reference.locators import Locator


@frozen(kw_only=True)
class Disambiguation:
    """
    Distinctions of one item within a reference list; an item alone needs none.

    Attributes:
        year_suffix: A letter after the year (APA 7, section 8.19).
        names_shown: Number of authors named before "et al." (section 8.18).
        with_initials: Whether citations in text give the first author's initials (section 8.20).
    """

    year_suffix: str = ""
    names_shown: int = 1
    with_initials: bool = False


ALONE = Disambiguation()
"""The distinctions of an item cited by itself: none."""


@frozen(kw_only=True)
class CitationContext:
    """
    The context in which an item is cited.

    Attributes:
        lang: Language of the style's words.
        locators: Places within the work, for citations in text and footnotes.
        disambiguation: Distinctions from the other items of a list.
    """

    lang: Lang = "en"
    locators: Sequence[Locator] = ()
    disambiguation: Disambiguation = ALONE


DEFAULT = CitationContext()

"""Distinctions between items of one reference list whose citations would be equal."""

from attrs import frozen


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

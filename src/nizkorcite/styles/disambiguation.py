"""What tells an item from others of the same list."""

from attrs import frozen


@frozen(kw_only=True)
class Among:
    """
    An item's distinctions within a list; alone, it needs none.

    Attributes:
        suffix: A letter after the year (section 8.19).
        shown: Authors named before "et al." (section 8.18).
        with_initials: Whether the first author needs initials in text (section 8.20).
    """

    suffix: str = ""
    shown: int = 1
    with_initials: bool = False


ALONE = Among()
"""An item that is cited by itself."""

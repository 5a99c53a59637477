"""Variables of the original's publication: one mapping for both layers, one layer and records."""

from collections.abc import Mapping
from typing import Any, Final

from nizkorcite.record.model import Original

ORIGINAL_VARIABLES: Final[Mapping[str, str]] = {
    "original_title": "title",
    "original_container_title": "container_title",
    "original_volume": "volume",
    "original_issue": "issue",
    "original_page": "page",
    "original_publisher": "publisher",
    "original_publisher_place": "publisher_place",
    "original_date": "issued",
    "original_url": "url",
}
"""Variables of a reference to a republication, and of a reference to its original alone."""
RECORD_MEMBERS: Final[Mapping[str, str]] = {
    "container_title": "container_title",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "publisher": "publishers",
    "publisher_place": "place",
    "issued": "date",
    "url": "url",
}
"""Variables of a reference to an original alone, and members of ``original`` in a record."""


def original_publication(original: Original) -> dict[str, Any]:
    """
    Return the variables of a reference to an original alone, but for its title.

    >>> original_publication(Original(attribution="unknown", pages="1-9"))["page"]
    '1-9'
    """
    values = {name: getattr(original, member) for name, member in RECORD_MEMBERS.items()}
    return {**values, "publisher_place": original.place.name if original.place else None}

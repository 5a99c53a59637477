"""
monolith, the command: ``<!-- Saved from URL at 2024-03-05T09:11:12Z using monolith v2.8.1 -->``.

A page made of a local file has "local source" in place of an address.
"""

import re
from typing import Final

from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.facts import accessed_facts
from nizkorcite.saved_forms.instants import javascript_instant
from nizkorcite.saved_forms.markup import body_start, matched, without
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, combined

_COMMENT: Final = re.compile(
    rb"<!--\s*Saved from (?:(?P<url>\S+)|local source) at (?P<date>[^<>]{10,60}?) using "
    rb"(?P<tool>monolith[^<>]{0,40}?)\s*-->\s?",
    re.I,
)


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the page without the comment."""
    comment = _COMMENT.search(page.data, 0, body_start(page.data))
    if comment is None:
        return None
    facts = combined(
        FormFacts(tool=matched(comment, "tool")),
        accessed_facts(matched(comment, "date"), javascript_instant),
        address_facts(matched(comment, "url") if comment["url"] else None),
    )
    return page.inner(facts, without(page.data, [comment.span()]), media_type="text/html")

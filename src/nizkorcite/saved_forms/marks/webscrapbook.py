"""
WebScrapBook and its forerunner ScrapBook X: attributes of ``<html>`` and of the user's notes.

``data-scrapbook-create`` has 17 digits, UTC to the millisecond. Highlights stand around words of
the page and stay; notes, stickers and the editor's bar go.
"""

import re
from typing import Final

from nizkorcite.dates import Instant
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.facts import accessed_facts
from nizkorcite.saved_forms.instants import digits_instant
from nizkorcite.saved_forms.markup import elements, matched, matched_attribute, tag_with, without
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, combined

_ROOT: Final = re.compile(rb"<html\b[^<>]*\sdata-scrapbook-[^<>]*>", re.I)
_OWN_ELEMENTS: Final = tag_with(
    r"""data-(?:scrapbook-elem|sb-obj)=["']?"""
    r"(?:toolbar|infobar|sticky|freenote|annotation|[a-z]+-loader)"
)
_OWN_ATTRIBUTES: Final = re.compile(
    rb"""\sdata-scrapbook-[a-z-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)""", re.I
)
_TO_SECONDS = 14


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the page without WebScrapBook's attributes and notes."""
    root = _ROOT.search(page.data)
    if root is None:
        return None
    cuts = [each.span() for each in _OWN_ATTRIBUTES.finditer(page.data, *root.span())]
    cuts += elements(page.data, _OWN_ELEMENTS)
    facts = combined(
        FormFacts(tool=matched(root).carrying("WebScrapBook")),
        address_facts(matched_attribute(root, "data-scrapbook-source")),
        accessed_facts(matched_attribute(root, "data-scrapbook-create"), _created),
    )
    return page.inner(facts, without(page.data, cuts), media_type="text/html")


def _created(digits: str) -> Instant | None:
    return digits_instant(digits[:_TO_SECONDS])

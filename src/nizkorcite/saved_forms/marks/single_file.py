"""
SingleFile, the browser extension and command; Zotero's snapshots are made with it.

The comment before the page's body has a line each for the address, the date and a note of the
user's. The header was "Archive processed by SingleFile" until 2020; the date can be switched off.
"""

import re
from typing import Final

from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.facts import accessed_facts
from nizkorcite.saved_forms.instants import javascript_instant
from nizkorcite.saved_forms.markup import body_start, comments, elements, matched, tag_with, without
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, combined

_HEADER: Final = re.compile(
    rb"<!--\s*(?:Page saved with|Archive processed by) (?P<tool>SingleFileZ?(?:[ /]v?[0-9.]+)?)",
    re.I,
)
_URL: Final = re.compile(rb"^[ \t]*url:([^\r\n]+)", re.M | re.I)
_DATE: Final = re.compile(rb"^[ \t]*saved date:([^\r\n]+)", re.M | re.I)
_OWN_ELEMENTS: Final = (
    tag_with(r"""class=["']?single-?file-ui-element"""),
    re.compile(rb"<single-?file-(?:infobar|note|mask)\b[^<>]*>", re.I),
)


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the page without SingleFile's comment, notes and bar."""
    facts = comment_facts(page.data)
    if facts.tool is None:
        return None
    own = [cut for each in _OWN_ELEMENTS for cut in elements(page.data, each)]
    notes = (cut for cut in comments(page.data) if _HEADER.match(page.data, *cut))
    return page.inner(facts, without(page.data, [*own, *notes]), media_type="text/html")


def comment_facts(data: bytes) -> FormFacts:
    """Return what SingleFile's comment states; nothing where there is none."""
    start = body_start(data)
    for cut in comments(data):
        if cut[0] < start and (header := _HEADER.match(data, *cut)):
            url, date = _URL.search(data, *cut), _DATE.search(data, *cut)
            return combined(
                FormFacts(tool=matched(header, "tool")),
                address_facts(matched(url, 1) if url else None),
                accessed_facts(matched(date, 1) if date else None, javascript_instant),
            )
    return FormFacts()

"""
The mark of the web: Internet Explorer, Edge and Chrome write it into a page saved as a whole.

``<!-- saved from url=(0045)https://... -->``; the number is the length of the address. Pages of the
user's own machine and of mail have "about:internet" and the like, which is no address.
"""

import re
from typing import Final

from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.markup import body_start, matched, without
from nizkorcite.saved_forms.saved_page import SavedPage

_COMMENT: Final = re.compile(rb"<!--\s*saved from url=\([0-9]+\)(?P<url>[^<>\s]+)\s*-->\s?", re.I)


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the page without the comment."""
    comment = _COMMENT.search(page.data, 0, body_start(page.data))
    if comment is None:
        return None
    address = matched(comment, "url")
    # A comment may not contain two hyphens, so the browser escapes them.
    facts = address_facts(address.carrying(address.value.replace("%2D%2D", "--")))
    return page.inner(facts, without(page.data, [comment.span()]), media_type="text/html")

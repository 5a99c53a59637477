"""
HTTrack Website Copier: a comment before the page and one after it, which users may change.

``<!-- Mirrored from host/path by HTTrack Website Copier/3.x [...], Wed, 07 Jan 2015 12:27:45 GMT
-->`` has an address without scheme, which is taken from the page's own address if that is the same
otherwise.
"""

import re
from typing import Final

from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.facts import accessed_facts, charset_facts
from nizkorcite.saved_forms.instants import mail_instant
from nizkorcite.saved_forms.markup import OWN_ADDRESS, attribute, between, matched, without
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, combined

_COMMENT: Final = re.compile(
    rb"<!--\s*Mirrored from (?P<url>[^\s<>]+) by (?P<tool>HTTrack Website Copier/[^\s<>,]+)"
    rb"[^<>]{0,60}?,\s+(?P<date>[^<>]{10,50}?)\s*-->\s?",
    re.I,
)
_ADDED_BEGIN: Final = re.compile(rb"<!--\s*Added by HTTrack\s*-->")
_ADDED_END: Final = re.compile(rb"<!--\s*/Added by HTTrack\s*-->\s?")
# HTTrack writes the encoding of the HTTP header into the page.
_CHARSET: Final = re.compile(
    rb"<!--\s*Added by HTTrack\s*--><meta[^<>]*\bcharset=(?P<name>[^\s;\"'<>]+)", re.I
)


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the page without HTTrack's comments and tags."""
    comments = list(_COMMENT.finditer(page.data))
    if not comments:
        return None
    added = between(page.data, _ADDED_BEGIN, _ADDED_END)
    content = without(page.data, [*added, *(each.span() for each in comments)])
    return page.inner(_facts(page.data, comments[0]), content, media_type="text/html")


def _facts(data: bytes, comment: re.Match[bytes]) -> FormFacts:
    address, charset = matched(comment, "url"), _CHARSET.search(data)
    return combined(
        FormFacts(tool=matched(comment, "tool")),
        address_facts(address.carrying(_with_scheme(address.value, data))),
        accessed_facts(matched(comment, "date"), mail_instant),
        charset_facts(matched(charset, "name") if charset else None),
    )


def _with_scheme(address: str, data: bytes) -> str:
    """Return the page's own address where it is the one without scheme, else that one."""
    for tag in OWN_ADDRESS.finditer(data):
        own = attribute(tag[0], "href") or attribute(tag[0], "content") or ""
        if own.partition("://")[2].rstrip("/") == address.rstrip("/"):
            return own
    return address

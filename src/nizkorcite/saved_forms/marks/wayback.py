"""
The Wayback Machine and OpenWayback: pages saved from the browser, of any year of theirs.

What they add: scripts at the start of the head, a toolbar, and a note of two instants at the end.
``FILE ARCHIVED ON 12:00:00 Mar 01, 2017 AND RETRIEVED FROM THE INTERNET ARCHIVE ON ...``; before
2011 with 14 digits, in a script that rewrote the links. The month may be in the reader's language.
"""

import re
from collections.abc import Iterator
from typing import Final

from nizkorcite.dates import Instant
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.facts import accessed_facts
from nizkorcite.saved_forms.instants import clock_and_day_instant, digits_instant
from nizkorcite.saved_forms.markup import (
    Cut,
    between,
    comments,
    elements,
    matched,
    matched_attribute,
    scripts,
    tag_with,
    without,
    words_of,
)
from nizkorcite.saved_forms.saved_page import FormFacts, Memento, SavedPage, Stated, combined

_NOTE: Final = re.compile(
    rb"FILE ARCHIVED ON\s+(?P<archived>[^<>]{8,40}?)\s+AND\s+RETRIEVED\s+FROM\s+"
    rb"[^<>]{3,80}?\s+ON\s+(?P<retrieved>[^<>\r\n]{8,40})"
)
_INIT: Final = re.compile(
    rb"""__wm\.wombat\(\s*["'](?P<url>[^"'<>\s]+)["']\s*,\s*["'](?P<stamp>\d{14})["']\s*,"""
    rb"""\s*["'](?P<host>[^"'<>\s]+)["']\s*,\s*["'](?P<collection>[^"'<>\s]+)["']"""
)
_OLD_INIT: Final = re.compile(
    rb"""(?:WB_wombat_Init\(|sWayBackCGI\s*=)\s*["']https?://[^"'<>\s]+?"""
    rb"""(?:/(?P<prefix_stamp>\d{14})(?:[a-z]{2}_)?/?)?["'](?:\s*,\s*["'](?P<stamp>\d{14})["'])?""",
)
_PRINTED: Final = re.compile(rb"The Wayback Machine\s+-\s+(?P<address>https?://[^\s<>\"]+)")
_TOOLBAR_URL: Final = re.compile(rb"""<input\b[^<>]*\bid\s*=\s*["']?wmtbURL\b[^<>]*>""", re.I)
_TOOLBAR_DATE: Final = re.compile(
    rb"""<input\b[^<>]*\bname\s*=\s*["']?date\b[^<>]*\bvalue\s*=\s*["']?(\d{14})\b[^<>]*>""", re.I
)

_TOOLBAR_BEGIN: Final = re.compile(rb"<!--\s*BEGIN WAYBACK TOOLBAR INSERT\s*-->")
_TOOLBAR_END: Final = re.compile(rb"<!--\s*END WAYBACK TOOLBAR INSERT\s*-->\s?")
_HEAD_END: Final = re.compile(rb"<!--\s*End Wayback Rewrite JS Include\s*-->\s?", re.I)
_INCLUDE: Final = re.compile(
    rb"<(?:script|link)\b[^<>]*(?:archive\.org/(?:includes|_?static)/|/_static/(?:js|css)/|"
    rb"bundle-playback\.js|wombat\.js|banner-styles\.css|iconochive\.css|playback\.bundle)[^<>]*>"
    rb"(?:\s*</script>)?",
    re.I,
)
_IN_SCRIPTS: Final = re.compile(
    rb"__wm\.|WB_wombat_Init|archive_analytics|RufflePlayer|FILE ARCHIVED ON"
)
_IN_COMMENTS: Final = re.compile(
    rb"FILE ARCHIVED ON|playback timings \(ms\)|BY (?:THE )?WAYBACK MACHINE"
)
_OWN_ELEMENTS: Final = tag_with(
    r"""id=["']?(?:wm-ipp|wm-ipp-base|wm-ipp-print|wm-capinfo|donato)(?=["'\s>])"""
)
_HEAD = 64 * 1024
_START = 4096


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the page without the archive's scripts, toolbar and notes."""
    facts = _facts(page.data)
    cuts = list(_cuts(page.data))
    if facts == FormFacts() and not cuts:
        return None
    return page.inner(facts, without(page.data, cuts), media_type="text/html")


def _facts(data: bytes) -> FormFacts:
    printed, date = _PRINTED.search(data), _TOOLBAR_DATE.search(data)
    return combined(
        _from_script(data),
        address_facts(matched(printed, "address") if printed else None),
        _captured(matched(date, 1)) if date else FormFacts(),
        address_facts(matched_attribute(_TOOLBAR_URL.search(data), "value")),
        _from_note(data),
    )


def _from_script(data: bytes) -> FormFacts:
    if init := _INIT.search(data):
        parts = (words_of(init[name]) for name in ("host", "collection", "stamp", "url"))
        host, collection, stamp, url = parts
        address = f"{host.rstrip('/')}/{collection.strip('/')}/{stamp}/{url}"
        return address_facts(matched(init).carrying(address))
    if init := _OLD_INIT.search(data):
        return _captured(matched(init, "prefix_stamp" if init["prefix_stamp"] else "stamp"))
    return FormFacts()


def _captured(words: Stated[str]) -> FormFacts:
    instant = _instant(words.value)
    return FormFacts(memento=words.carrying(Memento(instant=instant)) if instant else None)


def _from_note(data: bytes) -> FormFacts:
    """Return what the note states; one in the page's words is a quotation."""
    unseen = (*comments(data), *scripts(data))
    note = next((each for cut in unseen if (each := _NOTE.search(data, *cut))), None)
    if note is None:
        return FormFacts()
    retrieved = accessed_facts(matched(note, "retrieved"), _instant)
    return combined(_captured(matched(note, "archived")), retrieved)


def _instant(text: str) -> Instant | None:
    words = text.rstrip(".")
    return digits_instant(words) or clock_and_day_instant(words)


def _cuts(data: bytes) -> Iterator[Cut]:
    yield from _head_cuts(data)
    yield from between(data, _TOOLBAR_BEGIN, _TOOLBAR_END)
    yield from elements(data, _OWN_ELEMENTS)
    yield from (cut for cut in scripts(data) if _IN_SCRIPTS.search(data, *_start_of(cut)))
    yield from (cut for cut in comments(data) if _IN_COMMENTS.search(data, *_start_of(cut)))


def _start_of(cut: Cut) -> Cut:
    """The archive's own scripts and comments say at their start what they are."""
    return cut[0], min(cut[1], cut[0] + _START)


def _head_cuts(data: bytes) -> Iterator[Cut]:
    """Cut the archive's includes: up to their end mark, else one by one."""
    end = _HEAD_END.search(data, 0, _HEAD)
    includes = list(_INCLUDE.finditer(data, 0, _HEAD))
    if end and includes and includes[0].start() < end.start():
        yield includes[0].start(), end.end()
    yield from (each.span() for each in includes)

"""
Markdown of web clippers: the page's text, with notes on the page before it.

Front matter (Obsidian Web Clipper, MarkDownload, Joplin, trafilatura and others), the labels of
Jina Reader, the properties of Notion's export. ``created`` and the like are when the page was
clipped, ``published`` and the like are the page's own date. ``date`` is the page's in trafilatura's
notes alone, and in notes without a page's address.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from nizkorcite.dates import Instant, PartialDate
from nizkorcite.messages import Message
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.clippings.front_matter import Entry, entries, front_matter
from nizkorcite.saved_forms.facts import accessed_facts
from nizkorcite.saved_forms.instants import iso_instant, javascript_instant, stated_day
from nizkorcite.saved_forms.markup import decoded
from nizkorcite.saved_forms.saved_page import FormFacts, FormRemark, SavedPage, Stated, combined

_ADDRESSES: Final = (
    "source", "source_url", "url_source", "url", "link", "canonical_url", "original_url", "uri",
)  # fmt: skip
_AUTHORS: Final = ("author", "authors", "byline", "by", "creator")
_PUBLISHED: Final = (
    "published", "published_time", "date_published", "publish_date", "published_date", "pubdate",
    "publication_date", "published_at", "datepublished", "publisheddate",
)  # fmt: skip
_CLIPPED: Final = (
    "created", "clipped", "saved", "date_saved", "saved_at", "date_clipped", "clipped_at",
    "date_created", "retrieved", "accessed", "archived", "fetched", "captured", "created_time",
)  # fmt: skip
_PUBLISHERS: Final = ("sitename", "site_name", "publisher", "site", "website", "publication")
_TRAFILATURA: Final = frozenset(("hostname", "sitename", "fingerprint"))
_READER_LINE: Final = re.compile(
    r"(Title|URL Source|Published Time|Markdown Content|Warning|Number of Pages|Description):"
    r"[ \t]*(.*)$"
)
_HEADING: Final = re.compile(r"#[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$")
_PROPERTY: Final = re.compile(r"[^\W\d_][\w ()./-]{0,60}:[ \t]+\S")
_EXCERPT: Final = re.compile(r">[ \t]*##[ \t]*Excerpt[ \t]*$", re.I)
_RULE: Final = re.compile(r"(?:[-*_][ \t]*){3,}$")
_LINK: Final = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]|\[([^\]]+)\]\([^)\s]*\)")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_URL: Final = r"((?:https?|file|about|view-source):[^\s<>]+)"
_ABSOLUTE: Final = re.compile(rf"\[.*?\]\({_URL}\)|<{_URL}>|{_URL}", re.I)
_HEAD_LINES = 60


@frozen
class _Notes:
    """What is before the text: entries by name, the title's line, and the index of the text."""

    entries: Mapping[str, Entry]
    title: Entry | None
    body: int

    def first(self, names: Sequence[str]) -> Stated[str] | None:
        """Return the first value of the first of some names that has any."""
        entry = next((self.entries[name] for name in names if name in self.entries), None)
        return Stated(entry.values[0], entry.quote) if entry else None


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the text, without the notes; `None` where no clipper's notes are before it."""
    lines = decoded(page.data).splitlines()
    notes = _reader_notes(lines) or _front_matter_notes(lines) or _property_notes(lines)
    if notes is None:
        return None
    body = "\n".join(lines[notes.body :]).strip("\n")
    return page.inner(_facts(notes), f"{body}\n", media_type="text/plain")


def _reader_notes(lines: Sequence[str]) -> _Notes | None:
    """Read the labels of Jina Reader, which end with that of the text."""
    found: dict[str, Entry] = {}
    for index, line in enumerate(lines[:_HEAD_LINES]):
        label = _READER_LINE.match(line)
        if label is None and line.strip():
            return None
        if label and label[1] == "Markdown Content":
            return _Notes(found, found.get("title"), index + 1) if "url_source" in found else None
        if label and label[2].strip():
            found[label[1].lower().replace(" ", "_")] = Entry([label[2].strip()], line.strip())
    return None


def _front_matter_notes(lines: Sequence[str]) -> _Notes | None:
    """Read front matter, before the title or after it."""
    start = _next_line(lines, 0)
    above = _heading(lines, start)
    fence = _next_line(lines, start + 1) if above else start
    notes, length = front_matter(lines[fence:]) or ({}, 0)
    # Front matter with a schema's version is a record of ours.
    if "schema_version" in notes or not any(name in notes for name in (*_ADDRESSES, "title")):
        return None
    below = _heading(lines, _next_line(lines, fence + length))
    title = notes.get("title") or above or below
    return _Notes(notes, title, _after_excerpt(lines, fence + length))


def _after_excerpt(lines: Sequence[str], start: int) -> int:
    """Return where the text begins: MarkDownload has the page's description before it."""
    index = _next_line(lines, start)
    if _heading(lines, index):
        index = _next_line(lines, index + 1)
    if index >= len(lines) or not _EXCERPT.match(lines[index]):
        return start
    while index < len(lines) and (lines[index].startswith(">") or not lines[index].strip()):
        index += 1
    return index + 1 if index < len(lines) and _RULE.match(lines[index]) else index


def _property_notes(lines: Sequence[str]) -> _Notes | None:
    """Read the properties that Notion prints below the title."""
    start = _next_line(lines, 0)
    title = _heading(lines, start)
    first = end = _next_line(lines, start + 1)
    while end < len(lines) and _PROPERTY.match(lines[end]):
        end += 1
    notes = _Notes(entries(lines[first:end]), title, end)
    return notes if title and _address(notes, ("url",)) else None


def _next_line(lines: Sequence[str], start: int) -> int:
    """Return the index of the next line that is not blank; the number of lines where none is."""
    return next((i for i in range(start, len(lines)) if lines[i].strip()), len(lines))


def _heading(lines: Sequence[str], index: int) -> Entry | None:
    heading = _HEADING.match(lines[index]) if index < len(lines) else None
    return Entry([heading[1]], lines[index].strip()) if heading else None


def _facts(notes: _Notes) -> FormFacts:
    address = address_facts(_address(notes, _ADDRESSES))
    is_clipped = bool(address.url)  # a note of one's own is created, not fetched
    is_dated = not is_clipped or bool(_TRAFILATURA & notes.entries.keys())
    return combined(
        address,
        FormFacts(title=_words(notes.title), authors=_authors(notes), publisher=_publisher(notes)),
        _published(notes.first((*_PUBLISHED, "date") if is_dated else _PUBLISHED)),
        accessed_facts(notes.first(_CLIPPED) if is_clipped else None, _clipped),
    )


def _words(entry: Entry | None) -> Stated[str] | None:
    return _unlinked(Stated(entry.values[0], entry.quote)) if entry else None


def _unlinked(stated: Stated[str]) -> Stated[str]:
    """Replace links by their words."""
    text = _LINK.sub(lambda link: link[1] or link[2], stated.value)
    return stated.carrying(" ".join(text.split()))


def _address(notes: _Notes, names: Sequence[str]) -> Stated[str] | None:
    for name in names:
        stated = notes.first((name,))
        absolute = _ABSOLUTE.fullmatch(stated.value) if stated else None
        if stated and absolute:
            return stated.carrying(absolute[absolute.lastindex or 0])
    return None


def _authors(notes: _Notes) -> tuple[Stated[str], ...]:
    entry = next((notes.entries[name] for name in _AUTHORS if name in notes.entries), None)
    if entry is None:
        return ()
    names = (name for value in entry.values for name in value.split(";") if name.strip())
    return tuple(_unlinked(Stated(name, entry.quote)) for name in names)


def _published(stated: Stated[str] | None) -> FormFacts:
    if stated is None:
        return FormFacts()
    if day := stated_day(stated.value):
        return FormFacts(date=stated.carrying(day))
    message = Message(
        'the clipping gives "{text}" as the page\'s date, which is not read; set it: --set '
        "/original/date=...",
        text=stated.value[:100],
    )
    return FormFacts(remarks=(FormRemark("date", message),))


def _clipped(text: str) -> Instant | PartialDate | None:
    """Return the instant of a clipping, or its day: Obsidian writes no more."""
    day = stated_day(text) if _DAY.fullmatch(text.strip()) else None
    return day or iso_instant(text) or javascript_instant(text)


def _publisher(notes: _Notes) -> Stated[str] | None:
    stated = notes.first(_PUBLISHERS)
    return None if stated is None or _ABSOLUTE.fullmatch(stated.value) else _unlinked(stated)

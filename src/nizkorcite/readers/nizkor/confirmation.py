"""The title's line, compared with the titles that the markup states."""

import re
from collections.abc import Sequence

from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.nizkor.forms import MASTHEAD, MENU, consists_of
from nizkorcite.readers.text import fold

_TITLE_KEYS = ("og:title", "twitter:title", "dc.title")
_PART = re.compile(r"\s[-|–—·»:]+\s")
_MOST_LINES = 4
_SHORTEST = 8


def confirmed_title(
    page: Page, lines: Sequence[Line], span: Span | None, *, has_masthead: bool
) -> Span | None:
    """
    Return the title's span, or that of the heading or ``<title>`` that contradicts its place.

    Pages of the archive print their title first, below the masthead. Without one, the first line
    may be that of a menu; ``None`` if the titles that the markup states leave a doubt.

    Args:
        page: The page.
        lines: The lines above the body.
        span: The words where pages of the archive have their title.
        has_masthead: True for a page with the archive's masthead.
    """
    own = fold(page.quote(span)) if span else ""
    stated, heading = _stated(page), _heading(page)
    if heading and not any(each != heading and _place_of(lines, each) for each in stated):
        return _unless_doubtful(lines, stated, span if _are_one(own, heading) else None, heading)
    if has_masthead:
        return span
    if not stated:
        return None if consists_of(MENU, own) or _is_link(page, own) else span
    if any(_are_one(own, each) for each in stated) and not _other_parts(lines, stated, own):
        return span
    places = [place for each in _titles_and_parts(stated) if (place := _place_of(lines, each))]
    return places[0] if len(set(places)) == 1 else None


def _unless_doubtful(
    lines: Sequence[Line], stated: Sequence[str], span: Span | None, heading: str
) -> Span | None:
    """Return the heading's place; none for a site's name, with the title of ``<title>`` below."""
    doubtful = any(heading in _PART.split(each) for each in stated)
    if doubtful and _other_parts(lines, stated, heading):
        return None
    return span or _place_of(lines, heading)


def _stated(page: Page) -> list[str]:
    titles = [content for key, content in page.markup.metadata if key in _TITLE_KEYS]
    return [fold(each) for each in (*titles, page.markup.title) if each]


def _heading(page: Page) -> str | None:
    """Return the only heading, or the one with which a stated title begins; not the masthead."""
    headings = {fold(each) for each in page.markup.headings if not consists_of(MASTHEAD, each)}
    if len(headings) == 1:
        return headings.pop()
    stated = _stated(page)
    return next(
        (each for each in headings if any(title.startswith(each) for title in stated)), None
    )


def _is_link(page: Page, own: str) -> bool:
    return own in {fold(words) for words, _ in page.markup.links}


def _are_one(one: str, other: str) -> bool:
    """Check for titles of which one may be cut, or have a site's name after it."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST and long.startswith(short))


def _titles_and_parts(stated: Sequence[str]) -> list[str]:
    parts = (part for each in stated for part in (each, *_PART.split(each)))
    return [part for part in parts if part and not consists_of(MASTHEAD, part)]


def _other_parts(lines: Sequence[Line], stated: Sequence[str], own: str) -> bool:
    """Check for another part of a stated title on a line below: the title, below a site's name."""
    place = _place_of(lines, own)
    parts = [part for part in _titles_and_parts(stated) if part not in own and own not in part]
    others = [other for part in parts if (other := _place_of(lines, part))]
    return any(place is None or other.start > place.start for other in others)


def _place_of(lines: Sequence[Line], title: str) -> Span | None:
    """Return the span of the lines that are a title."""
    for at, first in enumerate(lines):
        for last in lines[at : at + _MOST_LINES] if title.startswith(fold(first.words)) else ():
            words = " ".join(each.words for each in lines[at:] if each.span.end <= last.span.end)
            if first.words and fold(words) == title:
                return Span(first.span.start, last.span.end)
    return None

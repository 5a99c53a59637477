"""The head of a page: masthead, date line, language switch, title."""

import re
from collections.abc import Sequence

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.nizkor.forms import (
    MASTHEAD,
    ReadDate,
    consists_of,
    is_compact_date,
    read_date,
    says_something,
    verbatim,
)
from nizkorcite.readers.words import folded

_MARKS = frozenset(("nizkor", "derechos"))
_GENRES = frozenset(("informe", "informes", "comunicado", "documento", "documentos", "report"))
_LANGUAGE_SWITCH = frozenset(
    "english espanol castellano francais portugues deutsch italiano catala euskera".split()
)
_LABEL = re.compile(r"\[.*|.*:|ir al? .*|[íi]ndice\b.*|nota documental.*", re.IGNORECASE)
_BRACKETED = re.compile(r"\[.*\]")
_CONTINUING = re.compile(r"[^\W\d_A-ZÀ-ÖØ-Þ]|[0-9(«\"“'‘]")
_HANGING = re.compile(r"(?:\b[^\W\d_A-ZÀ-ÖØ-Þ]{1,4}|[,:;–—-])$")

_MAXIMUM_TITLE = 1000
_MAXIMUM_TITLE_LINES = 4


@frozen(kw_only=True)
class Head:
    """
    What stands above the body.

    Attributes:
        date_line: The line under the masthead; the date of the original.
        body_start: First code point after the title.
    """

    title: Fact[str] | None = None
    date_line: Fact[PartialDate] | None = None
    body_start: int = 0
    unread: tuple[Unread, ...] = ()


def read_head(page: Page, end: int) -> Head:
    """
    Read the lines above the body.

    Args:
        page: The page.
        end: Where the source line or the foot begins; the head is read before it only.
    """
    lines = [line for line in page.lines if line.span.end <= end and line.span.start < end]
    at = _skip_silent(lines, masthead_end(lines))
    date, at = _date_line(page, lines, at)
    at = _skip_switch(lines, at)
    span = _title_span(page, lines, at)
    no_title = span is None or span.end - span.start > _MAXIMUM_TITLE
    missing = (_no_title(),) if no_title else ()
    return Head(
        title=None if span is None or no_title else verbatim(page, span, "nizkor.title"),
        date_line=date.fact if date else None,
        body_start=span.end if span else 0,
        unread=(*((date.unread,) if date and date.unread else ()), *missing),
    )


def masthead_end(lines: Sequence[Line]) -> int:
    """The number of lines that the masthead takes; 0 where there is none."""
    end, marked = 0, False
    for at, line in enumerate(lines):
        if consists_of(MASTHEAD, line.words):
            end = at + 1
            marked = marked or not _MARKS.isdisjoint(folded(line.words).split())
        elif says_something(line.words) and not _is_genre(lines, at):
            break
    return end if marked else 0


def _is_genre(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a genre between two lines of the masthead: "Informe" above "DERECHOS"."""
    below = _skip_silent(lines, at + 1)
    return (
        folded(lines[at].words) in _GENRES
        and below < len(lines)
        and consists_of(MASTHEAD, lines[below].words)
    )


def _skip_silent(lines: Sequence[Line], at: int) -> int:
    while at < len(lines) and not says_something(lines[at].words):
        at += 1
    return at


def _date_line(page: Page, lines: Sequence[Line], at: int) -> tuple[ReadDate | None, int]:
    if at >= len(lines) or not is_compact_date(lines[at].words):
        return None, at
    date = read_date(page, lines[at].span, field="/original/date", rule="nizkor.date-line")
    return date, _skip_silent(lines, at + 1)


def _skip_switch(lines: Sequence[Line], at: int) -> int:
    """Pass the links to other languages, and the archive's name where it stands over a title."""
    while at < len(lines) and (
        consists_of(_LANGUAGE_SWITCH, lines[at].words) or folded(lines[at].words) == "equipo nizkor"
    ):
        at = _skip_silent(lines, at + 1)
    return at


def _title_span(page: Page, lines: Sequence[Line], at: int) -> Span | None:
    if at >= len(lines) or _BRACKETED.fullmatch(lines[at].words):
        return None
    last = _title_end(page, lines, at)
    return Span(lines[at].span.start, lines[last].span.end)


def _title_end(page: Page, lines: Sequence[Line], at: int) -> int:
    """
    The index of the title's last line.

    A title of several lines is taken whole where two blank lines close it; one of two lines also
    where the second goes on with the first's sentence. Pages in table pipes have one-line titles.
    """
    end = at
    while end + 1 < len(lines) and says_something(lines[end + 1].words):
        end += 1
    more = lines[at + 1 : end + 1]
    closed = all(not line.words for line in lines[end + 1 : end + 3]) and end + 2 < len(lines)
    if not more or _in_pipes(page) or any(_LABEL.fullmatch(line.words) for line in more):
        return at
    if closed and len(more) < _MAXIMUM_TITLE_LINES:
        return end
    return end if len(more) == 1 and _goes_on(lines[at].words, more[0].words) else at


def _in_pipes(page: Page) -> bool:
    """Whether a page is a table extraction: a line in its head is nothing but pipes, or ends so."""
    head = [line.raw.strip() for line in page.lines[:8]]
    return any(raw.endswith("|") for raw in head)


def _goes_on(first: str, second: str) -> bool:
    return bool(_CONTINUING.match(second) or _HANGING.search(first))


def _no_title() -> Unread:
    message = "no line of title length stands between masthead and body"
    return Unread(field="/title", reason="absent", message=message)

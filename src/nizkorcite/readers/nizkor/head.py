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
    is_date,
    read_date,
    says_something,
    verbatim,
)
from nizkorcite.readers.text import folded

_MARKS = frozenset(("nizkor", "derechos"))
_GENRES = frozenset(("informe", "informes", "comunicado", "documento", "documentos", "report"))
_LANGUAGE_SWITCH = frozenset(
    "english espanol castellano francais portugues deutsch italiano catala euskera".split()
)
_LABEL = re.compile(r"\[.*|.*:|ir al? .*|[íi]ndice\b.*|nota documental.*", re.IGNORECASE)
_BRACKETED = re.compile(r"\[.*\]")
_CONTINUING = re.compile(r"[^\W\d_A-ZÀ-ÖØ-Þ]|[0-9(«\"“'‘]")
_HANGING = re.compile(r"(?:\b[^\W\d_A-ZÀ-ÖØ-Þ]{1,4}|[,:;–—-])$")

# What a program that prints a page puts above it.
_PRINTED = re.compile(
    r"(?:https?://|www\.)\S+|[0-9/.-]{6,10},? +[0-9]{1,2}:[0-9]{2}.{0,20}"
    r"|(?:versi[oó]n (?:para imprimir|imprimible)|version imprimable|print(?:er-friendly)? version"
    r"|print|imprimir|imprimer)",
    re.IGNORECASE,
)
_TRANSLATION = re.compile(
    r"[(\[]?(?:traducci[oó]n no oficial|unofficial translation|traduction non officielle"
    r"|tradução não oficial)\b[^.:;]{0,60}[)\].]*",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?:[Bb]y|[Pp]or|[Pp]ar)(?: {_NAME}){{2,4}}(?: (?:and|y|et|e)(?: {_NAME}){{2,4}})?"
)

_LONGEST_GENRE = 40
_MAXIMUM_TITLE = 1000
# The longest title met of a wire has 118 characters; a paragraph that is all there is may be text.
_LONGEST_ALONE = 120
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
    at = _skip_silent(lines, masthead_end(lines) or _printed_end(lines))
    date, at = _date_line(page, lines, at)
    at = _skip_switch(lines, at)
    span = _title_span(page, lines, at)
    no_title = span is None or not _may_be_title(page, span, end)
    missing = (_no_title(),) if no_title else ()
    return Head(
        title=None if span is None or no_title else verbatim(page, span, "nizkor.title"),
        date_line=date.fact if date else None,
        body_start=span.end if span else 0,
        unread=(
            *((date.unread,) if date and date.unread else ()),
            *missing,
            *(_byline(lines, span) if span else ()),
        ),
    )


def _may_be_title(page: Page, span: Span, end: int) -> bool:
    length = span.end - span.start
    alone = not says_something(page.text[span.end : min(end, span.end + _LONGEST_ALONE)])
    return length <= (_LONGEST_ALONE if alone else _MAXIMUM_TITLE)


def _byline(lines: Sequence[Line], title: Span) -> tuple[Unread, ...]:
    """A line below the title that may name a writer; no page with one has been seen."""
    at = next((at for at, line in enumerate(lines) if line.span.start >= title.end), len(lines))
    at = _skip_silent(lines, at)
    if at >= len(lines) or not _BYLINE.fullmatch(lines[at].words):
        return ()
    message = f'the line below the title may name a writer: "{lines[at].words}"'
    return (Unread(field="/creators", reason="ambiguous", message=message),)


def masthead_end(lines: Sequence[Line]) -> int:
    """The number of lines that the masthead takes; 0 where there is none."""
    end, marked = 0, False
    first = _printed_end(lines)
    for at, line in enumerate(lines[first:], first):
        if consists_of(MASTHEAD, line.words):
            end = at + 1
            marked = marked or not _MARKS.isdisjoint(folded(line.words).split())
        elif says_something(line.words) and not _is_genre(lines, at):
            break
    return end if marked else 0


def is_masthead(line: Line) -> bool:
    """Whether a line alone is the archive's name, as mastheads have it."""
    return consists_of(MASTHEAD, line.words) and not _MARKS.isdisjoint(folded(line.words).split())


def _printed_end(lines: Sequence[Line]) -> int:
    """The number of lines at the top that come from printing the page."""
    at = _skip_silent(lines, 0)
    while at < len(lines) and _PRINTED.fullmatch(lines[at].words):
        at = _skip_silent(lines, at + 1)
    return at


def _is_genre(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a genre between two lines of the masthead: "Informe" above "DERECHOS"."""
    words = lines[at].words
    if len(words) > _LONGEST_GENRE or folded(words) not in _GENRES:
        return False
    below = _skip_silent(lines, at + 1)
    return below < len(lines) and consists_of(MASTHEAD, lines[below].words)


def _skip_silent(lines: Sequence[Line], at: int) -> int:
    while at < len(lines) and not says_something(lines[at].words):
        at += 1
    return at


def _date_line(page: Page, lines: Sequence[Line], at: int) -> tuple[ReadDate | None, int]:
    if at >= len(lines) or not is_date(page, lines[at].span):
        return None, at
    date = read_date(page, lines[at].span, field="/original/date", rule="nizkor.date-line")
    return date, _skip_silent(lines, at + 1)


def _skip_switch(lines: Sequence[Line], at: int) -> int:
    """Pass the links to other languages, and the archive's name where it stands over a title."""
    while at < len(lines) and (
        consists_of(_LANGUAGE_SWITCH, lines[at].words)
        or lines[at].words.casefold() == "equipo nizkor"
        or _TRANSLATION.fullmatch(lines[at].words)
    ):
        at = _skip_silent(lines, at + 1)
    return at


def _title_span(page: Page, lines: Sequence[Line], at: int) -> Span | None:
    if at >= len(lines) or _BRACKETED.fullmatch(lines[at].words):
        return None
    if is_date(page, lines[at].span):
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
    if not more or _in_pipes(page) or any(_is_label(line) for line in more):
        return at
    if closed and len(more) < _MAXIMUM_TITLE_LINES:
        return end
    return end if len(more) == 1 and _goes_on(lines[at].words, more[0].words) else at


def _is_label(line: Line) -> bool:
    forms = (_LABEL, _TRANSLATION, _BYLINE)
    return any(form.fullmatch(line.words) for form in forms)


def _in_pipes(page: Page) -> bool:
    """Whether a page is a table extraction: a line in its head is nothing but pipes, or ends so."""
    head = [line.raw.strip() for line in page.lines[:8]]
    return any(raw.endswith("|") for raw in head)


def _goes_on(first: str, second: str) -> bool:
    return bool(_CONTINUING.match(second) or _HANGING.search(first))


def _no_title() -> Unread:
    message = "no line of title length stands between masthead and body"
    return Unread(field="/title", reason="absent", message=message)

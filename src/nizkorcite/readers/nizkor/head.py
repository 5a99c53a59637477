"""Head of a page: masthead, date line, language switch, title."""

import re
from collections.abc import Sequence

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.nizkor.confirmation import confirmed_title
from nizkorcite.readers.nizkor.forms import (
    MASTHEAD,
    consists_of,
    has_words,
    is_date,
)
from nizkorcite.readers.printed_facts import ReadDate, read_date, verbatim
from nizkorcite.readers.text import fold

_MARKS = frozenset(("nizkor", "derechos"))
_GENRES = frozenset(("informe", "informes", "comunicado", "documento", "documentos", "report"))
_LANGUAGE_SWITCH = frozenset(
    "english espanol castellano francais portugues deutsch italiano catala euskera".split()
)
_LABEL = re.compile(r"\[.*|.*:|ir al? .*|[íi]ndice\b.*|nota documental.*", re.IGNORECASE)
_BRACKETED = re.compile(r"\[.*\]")
_CONTINUING = re.compile(r"[^\W\d_A-ZÀ-ÖØ-Þ]|[0-9(«\"“'‘]")
_HANGING = re.compile(r"(?:\b[^\W\d_A-ZÀ-ÖØ-Þ]{1,4}|[,:;–—-])$")

# Lines that programs add at the top of a printed page.
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


@frozen(kw_only=True, eq=False, repr=False)
class Head:
    """
    Values above the body.

    Attributes:
        date_line: Line below the masthead with the date of the original.
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
        end: Start of the source line or the foot; only lines before it are read.
    """
    lines = _lines_before(page, end)
    masthead = masthead_end(lines)
    at = _skip_blank(lines, masthead or _printed_end(lines))
    date, at = _date_line(page, lines, at)
    at = _skip_switch(lines, at)
    first = _title_span(page, lines, at)
    span = confirmed_title(page, lines, first, has_masthead=masthead > 0)
    no_title = span is None or not _may_be_title(page, span, end)
    return Head(
        title=None if span is None or no_title else verbatim(page, span, "nizkor.title"),
        date_line=date.fact if date else None,
        body_start=span.end if span else 0,
        unread=(
            *((date.unread,) if date and date.unread else ()),
            *((_NO_TITLE,) if no_title else ()),
            *(_byline(page, lines, span) if span else ()),
        ),
    )


def _lines_before(page: Page, end: int) -> Sequence[Line]:
    """Return the lines whose words end before a place of the text."""
    lines = page.lines[: page.line_number_at(end)]
    last = lines[-1].span
    return lines if last.end <= end and last.start < end else lines[:-1]


def _may_be_title(page: Page, span: Span, end: int) -> bool:
    length = span.end - span.start
    alone = not has_words(page.text[span.end : min(end, span.end + _LONGEST_ALONE)])
    return length <= (_LONGEST_ALONE if alone else _MAXIMUM_TITLE)


_NO_TITLE = Unread("NZ602", "/title", Message("no title found between masthead and text"))


def _byline(page: Page, lines: Sequence[Line], title: Span) -> tuple[Unread, ...]:
    """Report a line below the title that may name an author."""
    at = _skip_blank(lines, page.line_number_at(title.end))
    if at >= len(lines) or not _BYLINE.fullmatch(lines[at].words):
        return ()
    message = Message('"{words}" below the title may name an author', words=lines[at].words)
    return (Unread.at(page, lines[at].span, "NZ634", "/creators/0", message),)


def masthead_end(lines: Sequence[Line]) -> int:
    """Return the number of lines of the masthead; 0 without a masthead."""
    end, marked = 0, False
    first = _printed_end(lines)
    for at in range(first, len(lines)):
        line = lines[at]
        if consists_of(MASTHEAD, line.words):
            end = at + 1
            marked = marked or is_masthead(line)
        elif has_words(line.words) and not _is_genre(lines, at):
            break
    return end if marked else 0


def is_masthead(line: Line) -> bool:
    """Check whether a line of a masthead has the archive's name."""
    return consists_of(MASTHEAD, line.words) and not _MARKS.isdisjoint(fold(line.words).split())


def _printed_end(lines: Sequence[Line]) -> int:
    """Return the number of lines at the top that come from printing the page."""
    at = _skip_blank(lines, 0)
    while at < len(lines) and _PRINTED.fullmatch(lines[at].words):
        at = _skip_blank(lines, at + 1)
    return at


def _is_genre(lines: Sequence[Line], at: int) -> bool:
    """Check for a genre between two lines of the masthead: "Informe" above "DERECHOS"."""
    words = lines[at].words
    if len(words) > _LONGEST_GENRE or fold(words) not in _GENRES:
        return False
    below = _skip_blank(lines, at + 1)
    return below < len(lines) and consists_of(MASTHEAD, lines[below].words)


def _skip_blank(lines: Sequence[Line], at: int) -> int:
    while at < len(lines) and not has_words(lines[at].words):
        at += 1
    return at


def _date_line(page: Page, lines: Sequence[Line], at: int) -> tuple[ReadDate | None, int]:
    if at >= len(lines) or not is_date(page, lines[at].span):
        return None, at
    date = read_date(page, lines[at].span, field="/original/date", rule="nizkor.date-line")
    return date, _skip_blank(lines, at + 1)


def _skip_switch(lines: Sequence[Line], at: int) -> int:
    """Skip the links to other languages, and the archive's name above a title."""
    while at < len(lines) and (
        consists_of(_LANGUAGE_SWITCH, lines[at].words)
        or lines[at].words.casefold() == "equipo nizkor"
        or _TRANSLATION.fullmatch(lines[at].words)
    ):
        at = _skip_blank(lines, at + 1)
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
    Return the index of the title's last line.

    A title of several lines ends with two blank lines. A title of two lines also ends without them
    if the second line continues the sentence of the first. Pages in table pipes have one-line
    titles.
    """
    end = at
    while end + 1 < len(lines) and has_words(lines[end + 1].words):
        end += 1
    more = lines[at + 1 : end + 1]
    # The archive's pages have two blank lines after the title, one between paragraphs.
    closed = all(not line.words for line in lines[end + 1 : end + 3]) and end + 2 < len(lines)
    if not more or _in_pipes(page) or any(_is_label(line) for line in more):
        return at
    if closed and len(more) < _MAXIMUM_TITLE_LINES:
        return end
    return end if len(more) == 1 and _continues(lines[at].words, more[0].words) else at


def _is_label(line: Line) -> bool:
    forms = (_LABEL, _TRANSLATION, _BYLINE)
    return any(form.fullmatch(line.words) for form in forms)


def _in_pipes(page: Page) -> bool:
    """Check for a page extracted as a table, with pipes at line ends."""
    head = [line.raw.strip() for line in page.lines[:8]]
    return any(raw.endswith("|") for raw in head)


def _continues(first: str, second: str) -> bool:
    return bool(_CONTINUING.match(second) or _HANGING.search(first))

"""The foot of a page: publication note, rights notice, section label."""

import re

from attrs import field, frozen

from nizkorcite.dates import PartialDate
from nizkorcite.model import LegalBasis, LegalBasisKind
from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.nizkor.forms import (
    NAVIGATION,
    consists_of,
    read_date,
    says_something,
    verbatim,
)
from nizkorcite.readers.words import trimmed

_BEGINS = re.compile(r"This\s+document\s+has\s+been\s+published\b", re.IGNORECASE)
_NOTE = re.compile(
    r"This\s+document\s+has\s+been\s+published\s+on\s+(?P<date>\S+)\s+by\s+(?:the\s+)?"
    r"(?P<publishers>[^.\[\]]{2,300}?)\s*\.",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"In\s+accordance\s+with\s+Title\b", re.IGNORECASE)
_STATUTE = re.compile(
    r"Title\s+(?P<title>[0-9]+)\s+U\.\s?S\.\s?C\.\s+Section\s+(?P<section>[0-9]+)(?=[,;\s])",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*,\s*(?:and|y|et|e)\s+|\s*,\s*|\s+(?:and|y|et|e)\s+")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|\Z")

# The alternative text of a logo may be glued to the note: "small logoThis document".
_LONGEST_LOGO = 40


@frozen(kw_only=True)
class Foot:
    """
    What stands below the source line.

    Attributes:
        start: Where the note begins, whole or cut; the text's end where there is none.
        line: Number of the line that holds it, which a logo's text may open.
        has_note: Whether the note is there and whole.
    """

    start: int
    line: int
    has_note: bool = False
    statement: Fact[str] | None = None
    republishers: tuple[Fact[str], ...] = ()
    republished: Fact[PartialDate] | None = None
    notice: Fact[str] | None = None
    legal_basis: Fact[LegalBasis] | None = None
    unread: tuple[Unread, ...] = field(default=())


def read_foot(page: Page) -> Foot:
    """Read the note and the notice, or say what of them is missing."""
    start = _note_start(page)
    if start is None:
        message = "no line says when and by whom the document has been published; is the page cut?"
        absent = Unread(field="/republication", reason="absent", message=message)
        return Foot(start=len(page.text), line=len(page.lines) + 1, unread=(absent,))
    note = _NOTE.match(page.text, start)
    if note is None:
        message = "the publication note ends before its full stop"
        cut = Unread(field="/republication", reason="cut", message=message)
        return Foot(start=start, line=page.line_at(start), unread=(cut,))
    return _whole_foot(page, note)


def section(page: Page, start: int, foot: Foot) -> Fact[str] | None:
    """
    The section label: the one line between source line and note that is no navigation.

    Args:
        page: The page.
        start: End of the source line.
        foot: The page's foot.
    """
    if not foot.has_note:
        return None
    lines = page.lines[page.line_at(start) : foot.line - 1]
    labels = [line for line in lines if _is_label(line)]
    return verbatim(page, labels[0].span, "nizkor.section-label") if len(labels) == 1 else None


def _note_start(page: Page) -> int | None:
    """The last place where the note's first words open a line, but for a logo's text."""
    starts = [match.start() for match in _BEGINS.finditer(page.text)]
    return next((start for start in reversed(starts) if _opens_line(page, start)), None)


def _opens_line(page: Page, start: int) -> bool:
    before = page.text[page.text.rfind("\n", 0, start) + 1 : start].strip(" \t|\xa0")
    return len(before) <= _LONGEST_LOGO and not re.search(r"[.,;:!?\"“«']", before)


def _whole_foot(page: Page, note: re.Match[str]) -> Foot:
    date = read_date(
        page, Span(*note.span("date")), field="/republication/date", rule="nizkor.publication-note"
    )
    notice, unread = _notice(page, note.end())
    return Foot(
        start=note.start(),
        line=page.line_at(note.start()),
        has_note=True,
        statement=verbatim(page, Span(*note.span()), "nizkor.publication-note"),
        republishers=_republishers(page, Span(*note.span("publishers"))),
        republished=date.fact,
        notice=notice,
        legal_basis=_legal_basis(page, note.end()),
        unread=tuple(each for each in (date.unread, unread) if each),
    )


def _republishers(page: Page, span: Span) -> tuple[Fact[str], ...]:
    spans, start = [], span.start
    for separator in _SEPARATOR.finditer(page.text, span.start, span.end):
        spans.append(Span(start, separator.start()))
        start = separator.end()
    spans.append(Span(start, span.end))
    return tuple(verbatim(page, each, "nizkor.publication-note") for each in spans)


def _notice(page: Page, start: int) -> tuple[Fact[str] | None, Unread | None]:
    """The rights notice to the end of its paragraph; nothing of it where it is cut."""
    where = "/republication/rights/statement"
    begin = _NOTICE.search(page.text, start)
    if begin is None:
        message = "no rights notice follows the publication note"
        return None, Unread(field=where, reason="absent", message=message)
    end = _PARAGRAPH_END.search(page.text, begin.start())
    span = trimmed(page, begin.start(), end.start() if end else len(page.text))
    if not page.quote(span).endswith("."):
        message = "the rights notice ends before its full stop"
        return None, Unread(field=where, reason="cut", message=message)
    return verbatim(page, span, "nizkor.rights-notice"), None


def _legal_basis(page: Page, start: int) -> Fact[LegalBasis] | None:
    """The statute that the notice names; fair use (17 U.S.C. 107) is an exception to copyright."""
    statute = _STATUTE.search(page.text, start)
    if statute is None:
        return None
    title, number = statute["title"], statute["section"]
    kind: LegalBasisKind | None = "exception" if (title, number) == ("17", "107") else None
    return Fact(
        value=LegalBasis(citation=f"{title} U.S.C. § {number}", jurisdiction="US", kind=kind),
        rule="nizkor.rights-notice",
        span=Span(*statute.span()),
        method="rule",
    )


def _is_label(line: Line) -> bool:
    return says_something(line.words) and not consists_of(NAVIGATION, line.words)

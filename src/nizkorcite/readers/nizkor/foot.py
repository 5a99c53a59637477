"""The foot of a page: publication note, rights notice, section label."""

import re

from attrs import field, frozen

from nizkorcite.dates import PartialDate
from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.nizkor.forms import NAVIGATION, ReadDate, consists_of, read_date, verbatim
from nizkorcite.readers.text import one_line, trimmed
from nizkorcite.record.model import LegalBasis
from nizkorcite.record.vocabulary import LegalBasisKind

# Only the English note has been seen, and only with "has been published"; the others say the same.
_OPENING = (
    r"(?:This\s+document\s+(?:has\s+been|was|is)\s+published"
    r"|Este\s+documento\s+(?:ha\s+sido|fue|es)\s+publicado|Este\s+documento\s+foi\s+publicado"
    r"|Ce\s+document\s+(?:a\s+été|est)\s+publié)\b"
)
_BEGINS = re.compile(_OPENING, re.IGNORECASE)
# A stop inside a name ("St. John", "Watch Inc. and ...") does not end the note.
_NOTE = re.compile(
    rf"{_OPENING}(?:\s+(?:on|el|le|em)\s+(?P<date>[^\[\]]{{1,60}}?))?\s+(?:by|por|par)\s+"
    r"(?P<publishers>[^\[\]]{2,300}?)\s*(?<!\bSt)(?<!\bDr)\.(?=[\s|]|\Z)(?!\s+(?:and|y|et|e)\s)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"In\s+accordance\s+with\s+Title\b"
    r"|(?:De|En)\s+(?:conformidad|acuerdo)\s+con\s+(?:el\s+)?T[íi]tulo\b",
    re.IGNORECASE,
)
_STATUTE = re.compile(
    r"T(?:itle|[íi]tulo)\s+(?P<title>[0-9]+)\s+U\.\s?S\.\s?C\.,?\s+Sec(?:tion|ci[óo]n)\s+"
    r"(?P<section>[0-9]+)(?=[,;\s])",
    re.IGNORECASE,
)
_AND = r"(?:and|y|et|e)"
_SEPARATOR = re.compile(rf"\s*,\s*{_AND}\s+|\s*,\s*|\s+{_AND}\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|el|la|los|las|le|les|o|a)\s+|l['’]")
_ARTICLE_IN_CAPITALS = re.compile(r"THE\s+")
_LONGEST_NOTICE = 10_000
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|\Z")

_CHROME = re.compile(
    r"(?:back to|volver|ir al?|subir|arriba|top|up|share|compartir|print|imprimir|home|inicio"
    r"|next|previous|siguiente|anterior)\b.{0,30}",
    re.IGNORECASE,
)

# The alternative text of a logo may be glued to the note: "small logoThis document".
_LONGEST_LOGO = 40
_LONG_PARAGRAPH = 150
_WIDEST_MARGIN = 1000


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
    start = next(reversed(note_starts(page)), None)
    if start is None:
        message = "no line says when and by whom the document has been published; is the page cut?"
        absent = Unread(field="/republication", reason="absent", message=message)
        return Foot(start=len(page.text), line=len(page.lines) + 1, unread=(absent,))
    note = _NOTE.match(page.text, start)
    if note is None:
        message = "the publication note ends before its full stop, or says not by whom"
        cut = Unread(field="/republication", reason="cut", message=message)
        return Foot(start=start, line=page.line_number_at(start), unread=(cut,))
    if _text_follows(page, note.end()):
        message = "text follows the publication note, so it may be quoted from another page"
        quoted = Unread(field="/republication", reason="ambiguous", message=message)
        return Foot(start=len(page.text), line=len(page.lines) + 1, unread=(quoted,))
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
    lines = page.lines[page.line_number_at(start) : foot.line - 1]
    labels = [line for line in lines if _is_label(line)]
    return verbatim(page, labels[0].span, "nizkor.section-label") if len(labels) == 1 else None


def _text_follows(page: Page, start: int) -> bool:
    """Whether paragraphs of a text stand below note and notice."""
    notice = _NOTICE.search(page.text, start)
    end = _PARAGRAPH_END.search(page.text, notice.start() if notice else start)
    below = page.lines[page.line_number_at(end.start() if end else start) :]
    return sum(len(line.words) > _LONG_PARAGRAPH for line in below) > 1


def note_starts(page: Page) -> list[int]:
    """Where the note's first words open a line, but for a logo's text; more than once if quoted."""
    starts = (match.start() for match in _BEGINS.finditer(page.text))
    return [start for start in starts if _opens_line(page, start)]


def _opens_line(page: Page, start: int) -> bool:
    # No more than this is looked at: a line of megabytes may hold the words a million times.
    earliest = max(0, start - _WIDEST_MARGIN)
    line = page.text.rfind("\n", earliest, start) + 1
    if line == 0 and earliest > 0:
        return False
    before = page.text[line:start].strip(" \t|\xa0")
    return len(before) <= _LONGEST_LOGO and not re.search(r"[.,;:!?\"“«']", before)


def _whole_foot(page: Page, note: re.Match[str]) -> Foot:
    date = _date(page, note)
    names, joined = _republishers(page, Span(*note.span("publishers")))
    notice, unread = _notice(page, note.end())
    return Foot(
        start=note.start(),
        line=page.line_number_at(note.start()),
        has_note=True,
        statement=verbatim(page, Span(*note.span()), "nizkor.publication-note"),
        republishers=names,
        republished=date.fact,
        notice=notice,
        legal_basis=_legal_basis(page, note.end()),
        unread=tuple(each for each in (joined, date.unread, unread) if each),
    )


def _date(page: Page, note: re.Match[str]) -> ReadDate:
    where = "/republication/date"
    if note["date"] is None:
        message = "the publication note says not when"
        return ReadDate(unread=Unread(field=where, reason="absent", message=message))
    return read_date(page, Span(*note.span("date")), field=where, rule="nizkor.publication-note")


def _republishers(page: Page, span: Span) -> tuple[tuple[Fact[str], ...], Unread | None]:
    """The names that the note joins; none where it does not tell how, or says more than names."""
    spans, start = [], span.start
    joints = list(_SEPARATOR.finditer(page.text, span.start, span.end))
    for separator in joints:
        spans.append(_without_article(page, Span(start, separator.start())))
        start = separator.end()
    spans.append(_without_article(page, Span(start, span.end)))
    conjunctions = [joint for joint in joints if joint[0].strip() != ","]
    if len(conjunctions) <= 1 and all(_is_name(page.quote(each)) for each in spans):
        return tuple(verbatim(page, each, "nizkor.publication-note") for each in spans), None
    message = f'the publication note does not tell the names in "{one_line(page.quote(span))}"'
    return (), Unread(field="/republication/publishers", reason="ambiguous", message=message)


def _without_article(page: Page, span: Span) -> Span:
    words = page.quote(span)
    article = _ARTICLE.match(words) or (words.isupper() and _ARTICLE_IN_CAPITALS.match(words))
    return Span(span.start + article.end(), span.end) if article else span


def _is_name(words: str) -> bool:
    return bool(words) and (words[0].isupper() or words[0].isdigit())


def _notice(page: Page, start: int) -> tuple[Fact[str] | None, Unread | None]:
    """The rights notice to the end of its paragraph; nothing of it where it is cut."""
    where = "/republication/rights/statement"
    begin = _NOTICE.search(page.text, start)
    if begin is None:
        message = "no rights notice follows the publication note"
        return None, Unread(field=where, reason="absent", message=message)
    end = _PARAGRAPH_END.search(page.text, begin.start())
    span = trimmed(page, begin.start(), end.start() if end else len(page.text))
    if span.end - span.start > _LONGEST_NOTICE:
        message = f"the rights notice has more than {_LONGEST_NOTICE} characters"
        return None, Unread(field=where, reason="unreadable", message=message)
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
    words = line.words
    return (
        any(map(str.isalpha, words))
        and not consists_of(NAVIGATION, words)
        and not _CHROME.fullmatch(words)
        and words[0] not in "[("
        and ":" not in words
    )

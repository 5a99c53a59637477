"""Foot of a page: publication note, rights notice, section label."""

import re
from collections.abc import Iterator
from itertools import chain

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.nizkor.forms import NAVIGATION, consists_of
from nizkorcite.readers.printed_facts import ReadDate, read_date, verbatim
from nizkorcite.readers.text import collapse_space, places, trim_span
from nizkorcite.record.model import LegalBasis
from nizkorcite.record.vocabulary import LegalBasisKind

# Pages seen have the English note with "has been published"; the other forms mean the same.
_OPENING = (
    r"(?:This\s+document\s+(?:has\s+been|was|is)\s+published"
    r"|Este\s+documento\s+(?:ha\s+sido|fue|es)\s+publicado|Este\s+documento\s+foi\s+publicado"
    r"|Ce\s+document\s+(?:a\s+été|est)\s+publié)\b"
)
_BEGINS = re.compile(_OPENING, re.IGNORECASE)
_SECOND_WORDS = ("document", "Document", "DOCUMENT")
_FIRST_WORD = re.compile(r"(?:This|Este|Ce)\s+\Z", re.IGNORECASE)
_WIDEST_GAP = 40
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

# The alternative text of a logo may precede the note without a space: "small logoThis document".
_LONGEST_LOGO = 40
_LONG_PARAGRAPH = 150
_WIDEST_MARGIN = 1000


@frozen(kw_only=True, eq=False, repr=False)
class Foot:
    """
    Values below the source line.

    Attributes:
        start: Start of the note, whole or cut; the end of the text without a note.
        line: Number of the note's line, which may begin with the text of a logo.
        has_note: True for a whole note.
    """

    start: int
    line: int
    has_note: bool = False
    statement: Fact[str] | None = None
    republishers: tuple[Fact[str], ...] = ()
    republished: Fact[PartialDate] | None = None
    notice: Fact[str] | None = None
    legal_basis: Fact[LegalBasis] | None = None
    unread: tuple[Unread, ...] = ()


def read_foot(page: Page, notes: list[int]) -> Foot:
    """Read note and notice; `notes` are the offsets of `note_starts`."""
    where = "/republication"
    if not notes:
        message = Message(
            "no publication note with date and publishers found; is the page cut off?"
        )
        return _no_foot(page, Unread("NZ602", where, message))
    line = page.line_number_at(notes[-1])
    note = _NOTE.match(page.text, notes[-1])
    if note is None:
        message = Message("the publication note is cut off, or names no publisher")
        return Foot(
            start=notes[-1], line=line, unread=(Unread("NZ611", where, message, line=line),)
        )
    if _text_follows(page, note.end()):
        message = Message(
            "text follows the publication note, so the note may be quoted from another page"
        )
        return _no_foot(page, Unread("NZ637", where, message, line=line))
    return _whole_foot(page, note)


def _no_foot(page: Page, reason: Unread) -> Foot:
    return Foot(start=len(page.text), line=len(page.lines) + 1, unread=(reason,))


def section_label(page: Page, start: int, foot: Foot) -> Fact[str] | None:
    """
    Return the section label: the only line between source line and note beside navigation.

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
    """Check for paragraphs of text below note and notice."""
    notice = _NOTICE.search(page.text, start)
    end = _PARAGRAPH_END.search(page.text, notice.start() if notice else start)
    below = page.lines[page.line_number_at(end.start() if end else start) :]
    return sum(len(line.words) > _LONG_PARAGRAPH for line in below) > 1


def note_starts(page: Page) -> list[int]:
    """Return the offsets of publication notes that begin a line; more than one if quoted."""
    found = (match.start() for match in _openings(page.text) if _opens_line(page, match.start()))
    return sorted(found)


def _openings(text: str) -> Iterator[re.Match[str]]:
    """Find the openings of notes by their second word: ten times as fast as by their pattern."""
    for place in chain.from_iterable(places(text, word) for word in _SECOND_WORDS):
        first = _FIRST_WORD.search(text, max(0, place - _WIDEST_GAP), place)
        opening = first and _BEGINS.match(text, first.start())
        if opening:
            yield opening


def _opens_line(page: Page, start: int) -> bool:
    # The search backwards is limited: a line of megabytes may hold the words a million times.
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
        message = Message("the publication note gives no date")
        return ReadDate(unread=Unread("NZ602", where, message))
    return read_date(page, Span(*note.span("date")), field=where, rule="nizkor.publication-note")


def _republishers(page: Page, span: Span) -> tuple[tuple[Fact[str], ...], Unread | None]:
    """Return the names that the note joins; none if their joints are unclear."""
    spans, start = [], span.start
    joints = list(_SEPARATOR.finditer(page.text, span.start, span.end))
    for separator in joints:
        spans.append(_without_article(page, Span(start, separator.start())))
        start = separator.end()
    spans.append(_without_article(page, Span(start, span.end)))
    conjunctions = [joint for joint in joints if joint[0].strip() != ","]
    if len(conjunctions) <= 1 and all(_is_name(page.quote(each)) for each in spans):
        return tuple(verbatim(page, each, "nizkor.publication-note") for each in spans), None
    message = Message(
        'the names in the publication note cannot be separated: "{names}"',
        names=collapse_space(page.quote(span)),
    )
    return (), Unread.at(page, span, "NZ633", "/republication/publishers", message)


def _without_article(page: Page, span: Span) -> Span:
    words = page.quote(span)
    article = _ARTICLE.match(words) or (words.isupper() and _ARTICLE_IN_CAPITALS.match(words))
    return Span(span.start + article.end(), span.end) if article else span


def _is_name(words: str) -> bool:
    return bool(words) and (words[0].isupper() or words[0].isdigit())


def _notice(page: Page, start: int) -> tuple[Fact[str] | None, Unread | None]:
    """Return the rights notice to the end of its paragraph, unless it is cut."""
    where = "/republication/rights/statement"
    begin = _NOTICE.search(page.text, start)
    if begin is None:
        message = Message("no rights notice follows the publication note")
        return None, Unread("NZ602", where, message)
    end = _PARAGRAPH_END.search(page.text, begin.start())
    span = trim_span(page, begin.start(), end.start() if end else len(page.text))
    line = page.line_number_at(span.start)
    if span.end - span.start > _LONGEST_NOTICE:
        message = Message("the rights notice has more than {most} characters", most=_LONGEST_NOTICE)
        return None, Unread("NZ621", where, message, line=line)
    if not page.quote(span).endswith("."):
        message = Message("the rights notice is cut off: it ends without a full stop")
        return None, Unread("NZ611", where, message, line=line)
    return verbatim(page, span, "nizkor.rights-notice"), None


def _legal_basis(page: Page, start: int) -> Fact[LegalBasis] | None:
    """Return the statute that the notice names; fair use is an exception (17 U.S.C. 107)."""
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

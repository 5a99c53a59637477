"""
Reader of pages of Equipo Nizkor and Derechos Human Rights (derechos.org and its mirrors).

Both ends of such a page are fixed and its middle is free: masthead, date line and title above;
source line, navigation, section label, publication note and rights notice below. The page is read
from the bottom, and a value is used only if the page's form leaves one reading. The date line below
the masthead is the original's date; the republication's date is in the note alone.
"""

from nizkorcite.messages import Message
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Facts, Remark, Unread
from nizkorcite.readers.language import language_of
from nizkorcite.readers.nizkor.foot import note_starts, read_foot, section_label
from nizkorcite.readers.nizkor.head import Head, is_masthead, masthead_end, read_head
from nizkorcite.readers.nizkor.source import SourceLine, last_label, read_source_line

NAME = "nizkor"


def read(page: Page) -> Facts | None:
    r"""
    Return the facts of a page of the archive; ``None`` for other pages.

    A page of the archive, whole or cut, has a masthead, a note, or a dated source line.

    >>> facts = read(Page.from_bytes(b"A title\n\nText.\n[Source: Reuters, Moscow, 09Sep15]"))
    >>> facts.title.value, facts.place.value, facts.date.value
    ('A title', 'Moscow', PartialDate('2015-09-09'))
    >>> read(Page.from_bytes(b"A title\n\nText."))
    """
    notes = note_starts(page)
    foot = read_foot(page, notes)
    found = read_source_line(page, foot)
    if found is None and foot.start == len(page.text) and not masthead_end(page.lines):
        return None
    if _has_several_documents(page, notes):
        return Facts(unread=_SEVERAL_DOCUMENTS)
    source = found or _no_source_line(page, foot.start)
    head = read_head(page, source.span.start)
    return Facts(
        title=head.title,
        attribution="stated" if source.publishers else "unknown",
        publishers=source.publishers,
        place=source.place,
        date=source.date or head.date_line,  # both date the original
        original_url=source.address,
        source_line=source.text,
        republishers=foot.republishers,
        republished=foot.republished,
        section=section_label(page, source.span.end, foot),
        statement=foot.statement,
        notice=foot.notice,
        legal_basis=foot.legal_basis,
        language=_language(page.text[head.body_start : source.span.start], head),
        unread=(*head.unread, *source.unread, *foot.unread),
        warnings=(*_disagreement(source, head), *source.warnings),
    )


def _has_several_documents(page: Page, notes: list[int]) -> bool:
    """Check for a masthead between two publication notes: two pages in one file."""
    if len(notes) <= 1:
        return False
    between = page.lines[page.line_number_at(notes[0]) : page.line_number_at(notes[-1])]
    return any(is_masthead(line) for line in between)


_SEVERAL_DOCUMENTS = tuple(
    Unread(
        "NZ636",
        field,
        Message("the file holds several documents, each with its note; save each in its own file"),
    )
    for field in ("/title", "/original/publishers", "/republication")
)


def _language(body: str, head: Head) -> Fact[str] | None:
    title = head.title.value if head.title else ""
    language = language_of(f"{title}\n{body}")
    return Fact(value=language, rule="language.n-grams", method="model") if language else None


def _no_source_line(page: Page, end: int) -> SourceLine:
    """Return a source line without values, at the end of the text, and why none was found."""
    line = last_label(page)
    message = (
        Message('no "[Source: ...]" line found at the end of the text; is the page cut off?')
        if line is None
        else Message(
            "line {line} names a source, but does not end the text in a known form", line=line
        )
    )
    unread = Unread("NZ601", "/original/publishers", message, line=line)
    return SourceLine(span=Span(end, end), unread=(unread,))


def _disagreement(source: SourceLine, head: Head) -> tuple[Remark, ...]:
    if not source.date or not head.date_line or source.date.value == head.date_line.value:
        return ()
    message = Message(
        "the source line is dated {date}, the date line {other}; the source line's date is used",
        date=str(source.date.value),
        other=str(head.date_line.value),
    )
    return (Remark("NZ645", "/original/date", message),)

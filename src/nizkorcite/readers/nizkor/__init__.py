"""
Reader of pages of Equipo Nizkor and Derechos Human Rights (derechos.org and its mirrors).

Both ends of such a page are fixed and its middle is free: masthead, date line and title above;
source line, navigation, section label, publication note and rights notice below. The page is read
from the bottom, and a value is used only if the page's form leaves one reading. The date line below
the masthead is the original's date; the republication's date is in the note alone.
"""

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Page
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
    source = read_source_line(page, foot)
    if source is None and foot.start == len(page.text) and not masthead_end(page.lines):
        return None
    if _has_several_documents(page, notes):
        return Facts(unread=_SEVERAL_DOCUMENTS)
    body_end = source.span.start if source else foot.start
    head = read_head(page, body_end)
    return Facts(
        title=head.title,
        attribution="stated" if source and source.publishers else "unknown",
        publishers=source.publishers if source else (),
        place=source.place if source else None,
        date=_original_date(source, head),
        original_url=source.address if source else None,
        source_line=source.text if source else None,
        republishers=foot.republishers,
        republished=foot.republished,
        section=section_label(page, source.span.end if source else foot.start, foot),
        statement=foot.statement,
        notice=foot.notice,
        legal_basis=foot.legal_basis,
        language=_language(page.text[head.body_start : body_end], head),
        unread=(*head.unread, *(source.unread if source else (_no_source(page),)), *foot.unread),
        warnings=(*_disagreement(source, head), *(source.warnings if source else ())),
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


def _original_date(source: SourceLine | None, head: Head) -> Fact[PartialDate] | None:
    """Return the source line's date, or the date line's, which means the same."""
    return (source.date if source else None) or head.date_line


def _language(body: str, head: Head) -> Fact[str] | None:
    title = head.title.value if head.title else ""
    language = language_of(f"{title}\n{body}")
    return Fact(value=language, rule="language.n-grams", method="model") if language else None


def _no_source(page: Page) -> Unread:
    line = last_label(page)
    message = (
        Message('no "[Source: ...]" line found at the end of the text; is the page cut off?')
        if line is None
        else Message(
            "line {line} names a source, but does not end the text in a known form", line=line
        )
    )
    return Unread("NZ601", "/original/publishers", message, line=line)


def _disagreement(source: SourceLine | None, head: Head) -> tuple[Remark, ...]:
    stated = source.date.value if source and source.date else None
    above = head.date_line.value if head.date_line else None
    if stated is None or above is None or stated == above:
        return ()
    message = Message(
        "the source line is dated {date}, the date line {other}; the source line's date is used",
        date=str(stated),
        other=str(above),
    )
    return (Remark("NZ645", "/original/date", message),)

"""
Pages of Equipo Nizkor and Derechos Human Rights (derechos.org and its mirrors).

The two ends of such a page are fixed and its middle is free: masthead, date line and title above;
source line, navigation, section label, publication note and rights notice below. The page is read
from the bottom, and a value is taken only where the page's form leaves one reading. The date line
under the masthead is the original's date; the republication's stands in the note alone.
"""

from nizkorcite.dates import PartialDate
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact, Facts, Unread
from nizkorcite.readers.language import language_of
from nizkorcite.readers.nizkor.foot import note_starts, read_foot, section
from nizkorcite.readers.nizkor.head import Head, is_masthead, masthead_end, read_head
from nizkorcite.readers.nizkor.source import Source, last_label, read_source

NAME = "nizkor"


def matches(page: Page) -> bool:
    """
    Tell whether a page has the archive's form: its masthead, its note, or a dated source line.

    >>> matches(Page.from_bytes(b"[Source: Reuters, Moscow, 09Sep15]"))
    True
    """
    if masthead_end(page.lines) > 0:
        return True
    foot = read_foot(page)
    return foot.start < len(page.text) or read_source(page, foot) is not None


def read(page: Page) -> Facts:
    r"""
    Take from a page what its form states.

    Args:
        page: A page in any of the archive's forms, whole or cut.

    Returns:
        The values with their places, and what was looked for and not found.

    >>> facts = read(Page.from_bytes(b"A title\n\nText.\n[Source: Reuters, Moscow, 09Sep15]"))
    >>> facts.title.value, facts.place.value, facts.date.value
    ('A title', 'Moscow', PartialDate('2015-09-09'))
    """
    if _holds_several(page):
        return Facts(unread=_several())
    foot = read_foot(page)
    source = read_source(page, foot)
    body_end = source.span.start if source else foot.start
    head = read_head(page, body_end)
    return Facts(
        title=head.title,
        attribution="stated" if source and source.publishers else "unknown",
        publishers=source.publishers if source else (),
        place=source.place if source else None,
        date=_original_date(source, head),
        original_url=source.address if source else None,
        source_line=source.source_line if source else None,
        republishers=foot.republishers,
        republished=foot.republished,
        section=section(page, source.span.end if source else foot.start, foot),
        statement=foot.statement,
        notice=foot.notice,
        legal_basis=foot.legal_basis,
        language=_language(page.text[head.body_start : body_end], head),
        unread=(*head.unread, *(source.unread if source else _no_source(page)), *foot.unread),
        warnings=(*_disagreement(source, head), *(source.warnings if source else ())),
    )


def _holds_several(page: Page) -> bool:
    """Whether a masthead stands between two publication notes: two pages in one file."""
    notes = note_starts(page)
    if len(notes) <= 1:
        return False
    between = page.lines[page.line_number_at(notes[0]) : page.line_number_at(notes[-1])]
    return any(is_masthead(line) for line in between)


def _several() -> tuple[Unread, ...]:
    message = "the file holds several documents, each with its note; read each from its own file"
    fields = ("/title", "/original/publishers", "/republication")
    return tuple(Unread(field=each, reason="ambiguous", message=message) for each in fields)


def _original_date(source: Source | None, head: Head) -> Fact[PartialDate] | None:
    """The source line's date; where it has none, the date line's, which means the same."""
    return (source.date if source else None) or head.date_line


def _language(body: str, head: Head) -> Fact[str] | None:
    title = head.title.value if head.title else ""
    language = language_of(f"{title}\n{body}")
    return Fact(value=language, rule="language.n-grams", method="model") if language else None


def _no_source(page: Page) -> tuple[Unread, ...]:
    message = 'no line "[Source: ...]" or "[Fuente: ...]" closes the text; is the page cut?'
    if seen := last_label(page):
        message = f"line {seen} names a source, but it does not close the text in a known form"
    return (Unread(field="/original/publishers", reason="absent", message=message),)


def _disagreement(source: Source | None, head: Head) -> tuple[str, ...]:
    stated = source.date.value if source and source.date else None
    above = head.date_line.value if head.date_line else None
    if stated is None or above is None or stated == above:
        return ()
    return (f"the source line says {stated}, the date line {above}; the source line is taken",)

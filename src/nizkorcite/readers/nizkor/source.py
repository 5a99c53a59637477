"""The source line: ``[Source: PUBLISHERS, PLACE, ddMMMyy]``, split from the right."""

import re
from collections.abc import Sequence

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.nizkor.foot import Foot
from nizkorcite.readers.nizkor.forms import (
    NAVIGATION,
    consists_of,
    is_compact_date,
    read_date,
    says_something,
    verbatim,
)
from nizkorcite.readers.words import trimmed

_LINE = re.compile(
    r"\[\s*(?:source|fuente|fonte)s?\s*:(?P<inside>[^\[\]]{1,1000})\]", re.IGNORECASE
)
_COMMA = re.compile(",")
_BYLINE = re.compile(r"(?:by|por|par)\s", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-Z]\.?[A-Z]\.?")
_YEAR = re.compile(r"[0-9]{4}")
_RULE = "nizkor.source-line"

# Below the source line stand navigation, the section label and the note, all short.
_FOOTER_LINES = 8
_LABELS = 2
_LABEL_WIDTH = 60


@frozen(kw_only=True)
class Source:
    """
    A page's source line.

    Attributes:
        span: The line with its brackets.
    """

    span: Span
    source_line: Fact[str]
    publishers: tuple[Fact[str], ...] = ()
    place: Fact[str] | None = None
    date: Fact[PartialDate] | None = None
    unread: tuple[Unread, ...] = ()


def read_source(page: Page, foot: Foot) -> Source | None:
    """
    Read the last source line above the foot.

    A bracket counts only where it fills its line and nothing but the page's foot follows it; on a
    page without a note it must also end in a date, for a cut page may end in a picture's caption.
    """
    below: list[Line] = []
    for line in reversed(page.lines[: foot.line - 1]):
        match = _LINE.match(page.text, line.span.start, foot.start)
        if match and _fills_its_line(page, match):
            source = _split(page, match)
            certain = _may_follow(below, foot) and (foot.has_note or source.date is not None)
            return source if certain else None
        if says_something(line.words):
            below.insert(0, line)
        if len(below) > _FOOTER_LINES:
            return None
    return None


def _fills_its_line(page: Page, match: re.Match[str]) -> bool:
    """Whether nothing follows the bracket, and at most one line break stands in it."""
    line_end = page.text.find("\n", match.end())
    rest = page.text[match.end() : line_end if line_end >= 0 else len(page.text)]
    return not says_something(rest) and match["inside"].count("\n") <= 1


def _may_follow(lines: Sequence[Line], foot: Foot) -> bool:
    """Whether lines can be a page's foot: navigation, and short labels that are no sentences."""
    others = [line for line in lines if not consists_of(NAVIGATION, line.words)]
    if any(len(line.words) > _LABEL_WIDTH or line.words[-1] in ".,;:?!" for line in others):
        return False
    if foot.has_note:
        return len(others) <= _LABELS
    # Without the note only navigation tells a label from the next words of a body.
    return not others or (len(others) == 1 and others[0] is lines[-1] and len(lines) > 1)


def _split(page: Page, match: re.Match[str]) -> Source:
    span = Span(*match.span())
    parts = _comma_parts(page, Span(*match.span("inside")))
    date_span, parts = _take_date(page, parts)
    names, bylines = _take_bylines(page, parts)
    publishers, place, ambiguous = _publishers_and_place(page, names, dated=date_span is not None)
    date = read_date(page, date_span, field="/original/date", rule=_RULE) if date_span else None
    missing = date.unread if date else _no_date(page, span)
    return Source(
        span=span,
        source_line=verbatim(page, span, _RULE),
        publishers=tuple(verbatim(page, name, _RULE) for name in publishers),
        place=verbatim(page, place, _RULE) if place else None,
        date=date.fact if date else None,
        unread=tuple(each for each in (missing, ambiguous, *bylines) if each),
    )


def _comma_parts(page: Page, inside: Span) -> list[Span]:
    commas = [comma.start() for comma in _COMMA.finditer(page.text, inside.start, inside.end)]
    edges = zip([inside.start, *(at + 1 for at in commas)], [*commas, inside.end], strict=True)
    spans = (trimmed(page, start, end) for start, end in edges)
    return [span for span in spans if span.start < span.end]


def _take_date(page: Page, parts: list[Span]) -> tuple[Span | None, list[Span]]:
    """The date at the right end, which an English page may break at a comma: "June 1, 1848"."""
    if not parts:
        return None, parts
    *rest, last = parts
    if rest and _YEAR.fullmatch(page.quote(last)) and re.search("[0-9]", page.quote(rest[-1])):
        return Span(rest[-1].start, last.end), rest[:-1]
    if is_compact_date(page.quote(last)) or read_date(page, last, field="", rule="").fact:
        return last, rest
    return None, parts


def _take_bylines(page: Page, parts: list[Span]) -> tuple[list[Span], list[Unread]]:
    """Parts that name a writer ("By ...") are no publishers; no page with one has been seen."""
    bylines = [part for part in parts if _BYLINE.match(page.quote(part))]
    message = 'the source line names a writer: "{}"'
    return [part for part in parts if part not in bylines], [
        Unread(field="/creators", reason="ambiguous", message=message.format(page.quote(part)))
        for part in bylines
    ]


def _publishers_and_place(
    page: Page, names: list[Span], *, dated: bool
) -> tuple[list[Span], Span | None, Unread | None]:
    """
    The last name is the place and all before are publishers, where a date stands after them.

    Two readings leave the doubtful names out: "El Mundo, EFE" without a date, and a place that
    seems to hold a comma itself ("Washington, DC").
    """
    if len(names) <= 1:
        return names, None, None
    doubtful = len(names) > 2 and _ABBREVIATION.fullmatch(page.quote(names[-1]))  # noqa: PLR2004
    if dated and not doubtful:
        return names[:-1], names[-1], None
    rest = ", ".join(page.quote(name) for name in names[1:])
    message = f'the source line does not tell whether "{rest}" is a place or publishers'
    return names[:1], None, Unread(field="/original/place", reason="ambiguous", message=message)


def _no_date(page: Page, span: Span) -> Unread:
    message = f'the source line "{page.quote(span)}" ends in no date'
    return Unread(field="/original/date", reason="absent", message=message)

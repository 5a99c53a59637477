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
    ReadDate,
    consists_of,
    is_compact_date,
    is_weekday,
    read_date,
    says_something,
    verbatim,
)
from nizkorcite.readers.nizkor.places import is_country
from nizkorcite.readers.text import one_line, trimmed

_LABEL = r"(?:sources?|fuentes?|fontes?|fonti|quellen?)\s*:"
_LINE = re.compile(rf"\[\s*{_LABEL}(?P<inside>[^\[\]]{{1,1000}})\]", re.IGNORECASE)
# Without its square brackets a line is taken only where it is dated and a note stands below.
_OTHER_BRACKETS = re.compile(
    rf"[(\{{]\s*{_LABEL}(?P<inside>[^\[\]\n]{{1,300}})[)}}]", re.IGNORECASE
)
_NO_BRACKETS = re.compile(rf"{_LABEL}(?P<inside>[^\[\]\n]{{1,300}})", re.IGNORECASE)
_OPENS_LINE = re.compile(rf"^[^\S\n|]*[\[({{]?{_LABEL}", re.IGNORECASE | re.MULTILINE)
_COMMA = re.compile(",")
_BYLINE = re.compile(
    r"(?:by|por|par)\s|translat|traduc|tradu[iz]|traduzione|[üu]bersetz", re.IGNORECASE
)
_ABBREVIATION = re.compile(r"[A-Z]\.?[A-Z]\.?")
_YEAR = re.compile(r"[0-9]{4}")
_DATE_LIKE = re.compile(r"(?:1[5-9]|20)[0-9]{2}|[0-9]{1,4}[^0-9].*[0-9].*")
_CLOCK = (
    r"[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?\s*"
    r"(?:h|hs|hrs?|[ap]\.?\s?m|GMT|UTC|MSK|CET|CEST|EST|EDT)?\.?"
)
_TIME = re.compile(_CLOCK, re.IGNORECASE)
_TRAILING_TIME = re.compile(rf"(?<=[0-9])\s+{_CLOCK}\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+", re.IGNORECASE)
_FULL_ADDRESS = re.compile(r"https?://[!-~]+")
_OTHER_DIVISION = re.compile(r";|\s[-–—|]\s")
_JOINED = re.compile(r"\s(?:and|y|e|et|und|&)\s|\w\s?/\s?[^\W\d_]")
_LEGAL_FORM = re.compile(r"(?:Inc|Ltd|Corp)\.?|LLC|LLP|PLC|GmbH|S\.A\.?|S\.L\.?|S\.R\.L\.?")
_NO_NAMES = frozenset(
    ("unknown", "desconocida", "desconocido", "inconnue", "desconhecida", "n/a", "s/d", "?")
)
_RULE = "nizkor.source-line"

# Below the source line stand navigation, the section label and the note, all short.
_FOOTER_LINES = 8
_LABELS = 2
_LABEL_WIDTH = 60
_MAXIMUM_NAMES = 20
_LONGEST_BROKEN = 200


@frozen(kw_only=True)
class Source:
    """
    A page's source line.

    Attributes:
        span: The line with its brackets.
        states_day: Whether it ends in a day, even one that the calendar lacks.
    """

    span: Span
    source_line: Fact[str] | None = None
    states_day: bool = False
    address: Fact[str] | None = None
    publishers: tuple[Fact[str], ...] = ()
    place: Fact[str] | None = None
    date: Fact[PartialDate] | None = None
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()


def read_source(page: Page, foot: Foot) -> Source | None:
    """
    Read the last source line above the foot.

    A bracket counts only where it fills its line and nothing but the page's foot follows it; on a
    page without a note it must also end in a day, for a cut page may end in a picture's caption.
    Of two that stand together neither is taken.
    """
    below: list[Line] = []
    for line in reversed(page.lines[: foot.line - 1]):
        match = _source_at(page, line, foot)
        if match:
            source = _split(page, match)
            after = [each for each in below if each.span.start >= match.end()]
            certain = _may_follow(after, foot) and (foot.has_note or source.states_day)
            return _alone(page, match, source) if certain and _is_one(match, source) else None
        if says_something(line.words):
            below.insert(0, line)
        if len(below) > _FOOTER_LINES:
            return None
    return None


def last_label(page: Page) -> int | None:
    """The number of the last line that opens as a source line does."""
    labels = list(_OPENS_LINE.finditer(page.text))
    return page.line_number_at(labels[-1].start()) if labels else None


def _source_at(page: Page, line: Line, foot: Foot) -> re.Match[str] | None:
    """The source line that begins at a line's first word."""
    match = _LINE.match(page.text, line.span.start, foot.start)
    if match:
        return match if _fills_its_line(page, match) else None
    if not foot.has_note:
        return None
    end = line.span.end
    for form in (_OTHER_BRACKETS, _NO_BRACKETS):
        match = form.match(page.text, line.span.start, end)
        if match and match.end() == end and _split(page, match).states_day:
            return match
    return None


def _fills_its_line(page: Page, match: re.Match[str]) -> bool:
    line_end = page.text.find("\n", match.end())
    rest = page.text[match.end() : line_end if line_end >= 0 else len(page.text)]
    return not says_something(rest)


def _is_one(match: re.Match[str], source: Source) -> bool:
    """Whether a bracket is one line: at most one break stands in it, or it ends in a date."""
    return match["inside"].count("\n") <= 1 or (
        source.date is not None and len(match["inside"]) <= _LONGEST_BROKEN
    )


def _alone(page: Page, match: re.Match[str], source: Source) -> Source:
    """The source line, unless another stands directly above it."""
    above = page.text.rfind("[", 0, match.start())
    other = _LINE.match(page.text, above) if above >= 0 else None
    if other is None or says_something(page.text[other.end() : match.start()]):
        return source
    if other["inside"] == match["inside"]:
        return source
    message = (
        f'two source lines stand together, "{one_line(other[0])}" and "{one_line(match[0])}"; '
        "nothing tells which is the source"
    )
    fields = ("/original/publishers", "/original/place", "/original/date")
    return Source(
        span=Span(other.start(), match.end()),
        unread=tuple(Unread(field=each, reason="ambiguous", message=message) for each in fields),
    )


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
    parts, address, addresses = _take_addresses(
        page, _comma_parts(page, Span(*match.span("inside")))
    )
    date_span, parts = _take_date(page, parts)
    names, bylines = _take_bylines(page, parts)
    publishers, place, unread = _publishers_and_place(page, names, dated=date_span is not None)
    if bylines and parts[0] not in names and len(names) == 1:
        publishers, place, unread = [], None, _doubtful(page, names)
    date = read_date(page, date_span, field="/original/date", rule=_RULE) if date_span else None
    missing = date.unread if date else _no_date(page, span)
    publishers = [name for name in publishers if page.quote(name).casefold() not in _NO_NAMES]
    return Source(
        span=span,
        source_line=verbatim(page, span, _RULE),
        states_day=_states_day(page, date_span, date),
        address=address,
        publishers=tuple(verbatim(page, name, _RULE) for name in publishers),
        place=verbatim(page, place, _RULE) if place else None,
        date=date.fact if date else None,
        unread=tuple(
            each
            for each in (
                None if publishers else _no_publisher(),
                missing,
                unread,
                *bylines,
                *addresses,
            )
            if each
        ),
        warnings=tuple(_joined(page, name) for name in publishers if _joins(page, name)),
    )


def _comma_parts(page: Page, inside: Span) -> list[Span]:
    """What stands between commas; a part that is empty keeps its place, but for the last."""
    commas = [comma.start() for comma in _COMMA.finditer(page.text, inside.start, inside.end)]
    edges = zip([inside.start, *(at + 1 for at in commas)], [*commas, inside.end], strict=True)
    spans: list[Span] = []
    for start, end in edges:
        part = trimmed(page, start, end)
        if _LEGAL_FORM.fullmatch(page.quote(part)) and spans and _is_there(spans[-1]):
            spans[-1] = Span(spans[-1].start, part.end)  # "Human Rights Watch, Inc."
        else:
            spans.append(part)
    while spans and not _is_there(spans[-1]):
        spans.pop()
    return spans


def _states_day(page: Page, span: Span | None, date: ReadDate | None) -> bool:
    if span is None or date is None:
        return False
    if is_compact_date(page.quote(span)):
        return True
    return date.fact is not None and date.fact.value.precision == "day"


def _is_there(part: Span) -> bool:
    return part.start < part.end


def _take_addresses(
    page: Page, parts: list[Span]
) -> tuple[list[Span], Fact[str] | None, list[Unread]]:
    """Parts that are addresses are no names; where there is one, it is the original's."""
    found = [part for part in parts if _ADDRESS.fullmatch(page.quote(part))]
    others = [part for part in parts if part not in found]
    if len(found) == 1 and _FULL_ADDRESS.fullmatch(page.quote(found[0])):
        return others, verbatim(page, found[0], _RULE), []
    message = 'the source line has an address that is not taken: "{}"'
    return (
        others,
        None,
        [
            Unread(
                field="/original/url", reason="ambiguous", message=message.format(page.quote(part))
            )
            for part in found
        ],
    )


def _take_date(page: Page, parts: list[Span]) -> tuple[Span | None, list[Span]]:
    """The date at the right end, without a time; what has a date's form is no name."""
    while parts and _TIME.fullmatch(page.quote(parts[-1])):
        parts = parts[:-1]
    if not parts:
        return None, parts
    *rest, last = parts
    time = _TRAILING_TIME.search(page.quote(last))
    last = Span(last.start, last.start + time.start()) if time else last
    if rest and _YEAR.fullmatch(page.quote(last)) and re.search("[0-9]", page.quote(rest[-1])):
        rest, last = rest[:-1], Span(rest[-1].start, last.end)  # "June 1, 1848"
    if not (_DATE_LIKE.fullmatch(one_line(page.quote(last))) or _is_date(page, last)):
        return None, parts
    if rest and is_weekday(page.quote(rest[-1])):
        day = rest.pop()
        last = last if is_compact_date(page.quote(last)) else Span(day.start, last.end)
    return last, rest


def _is_date(page: Page, part: Span) -> bool:
    words = page.quote(part)
    return is_compact_date(words) or read_date(page, part, field="", rule="").fact is not None


def _take_bylines(page: Page, parts: list[Span]) -> tuple[list[Span], list[Unread]]:
    """Parts that name a writer or translator ("By ...") are no publishers; none has been seen."""
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
    seems to hold a comma itself ("Washington, DC", "Bogotá, Colombia").
    """
    there = [name for name in names if _is_there(name)]
    if len(there) > _MAXIMUM_NAMES or any(";" in page.quote(name) for name in there):
        return [], None, _doubtful(page, there)
    if len(names) <= 1:
        return _only_name(page, there)
    last = page.quote(names[-1])
    doubtful = len(names) > 2 and (_ABBREVIATION.fullmatch(last) or is_country(last))  # noqa: PLR2004 - the number says itself
    if dated and not doubtful:
        *publishers, place = names
        there = [name for name in publishers if _is_there(name)]
        return (there, place, None) if _is_there(place) else (there, None, _no_place())
    return there[:1], None, _doubtful(page, there[1:])


def _only_name(page: Page, names: list[Span]) -> tuple[list[Span], Span | None, Unread | None]:
    if not names:
        return [], None, None
    if _OTHER_DIVISION.search(page.quote(names[0])):
        return [], None, _doubtful(page, names)
    return names, None, _no_place()


def _no_place() -> Unread:
    message = "the source line names no place"
    return Unread(field="/original/place", reason="absent", message=message)


def _no_publisher() -> Unread:
    message = "the source line names no publisher, or none that can be told from the rest"
    return Unread(field="/original/publishers", reason="absent", message=message)


def _doubtful(page: Page, names: list[Span]) -> Unread:
    words = one_line(", ".join(page.quote(name) for name in names))
    message = f'the source line does not tell whether "{words}" is a place or publishers'
    return Unread(field="/original/place", reason="ambiguous", message=message)


def _joins(page: Page, name: Span) -> bool:
    return bool(_JOINED.search(page.quote(name)))


def _joined(page: Page, name: Span) -> str:
    return f'"{one_line(page.quote(name))}" may be several publishers; it is kept as one name'


def _no_date(page: Page, span: Span) -> Unread:
    message = f'the source line "{one_line(page.quote(span))}" ends in no date'
    return Unread(field="/original/date", reason="absent", message=message)

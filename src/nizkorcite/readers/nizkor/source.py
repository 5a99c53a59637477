"""Source line: ``[Source: PUBLISHERS, PLACE, ddMMMyy]``, split from the right."""

import re
from collections.abc import Sequence

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.facts import Fact, Remark, Unread
from nizkorcite.readers.nizkor.foot import Foot
from nizkorcite.readers.nizkor.forms import (
    NAVIGATION,
    consists_of,
    has_words,
    is_compact_date,
    is_weekday,
)
from nizkorcite.readers.nizkor.places import is_country
from nizkorcite.readers.printed_facts import ReadDate, read_date, verbatim
from nizkorcite.readers.text import collapse_space, trim_span

_LABEL = r"(?:sources?|fuentes?|fontes?|fonti|quellen?)\s*:"
_LABEL_WORDS = ("source", "fuente", "fonte", "fonti", "quelle")
_LINE = re.compile(rf"\[\s*{_LABEL}(?P<inside>[^\[\]]{{1,1000}})\]", re.IGNORECASE)
# Without square brackets, only a dated line above a note is a source line.
_OTHER_BRACKETS = re.compile(
    rf"[(\{{]\s*{_LABEL}(?P<inside>[^\[\]\n]{{1,300}})[)}}]", re.IGNORECASE
)
_NO_BRACKETS = re.compile(rf"{_LABEL}(?P<inside>[^\[\]\n]{{1,300}})", re.IGNORECASE)
_OPENS_LINE = re.compile(rf"^[^\S\n|]*[\[({{]?{_LABEL}", re.IGNORECASE | re.MULTILINE)
_COMMA = re.compile(",")
_BYLINE = re.compile(
    r"(?:by|por|par)\s|translat|traduc|tradu[iz]|traduzione|[üu]bersetz", re.IGNORECASE
)
_ABBREVIATION = re.compile(r"[A-Z]\.?[A-Z]\.?|[A-Z][a-z]{1,4}\.")
# A unit of the body before it, or a publisher.
_UNIT = re.compile(
    r"(?:press|information|media|public)\s(?:service|office|relations|affairs)|(?:servicio|oficina"
    r"|gabinete|departamento)\s(?:de\s)?(?:prensa|informaci[oó]n|comunicaci[oó]n)"
    r"|service\sde\s(?:presse|l.information)|pressestelle|(?:department|division|directorate)\sof\b",
    re.IGNORECASE,
)
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
    (
        *("unknown", "desconocida", "desconocido", "inconnue", "desconhecida", "n/a", "s/d", "?"),
        *("the author", "author", "el autor", "la autora", "l'auteur", "l’auteur", "o autor"),
    )
)
_RULE = "nizkor.source-line"

# Navigation, the section label and the note follow the source line, all short.
_FOOTER_LINES = 8
_LABELS = 2
_LABEL_WIDTH = 60
_MAXIMUM_NAMES = 20
_LONGEST_BROKEN = 200


@frozen(kw_only=True, eq=False, repr=False)
class SourceLine:
    """
    Source line of a page.

    Attributes:
        span: The line with its brackets.
        text: The line as a value of the record.
        states_day: True for a line that ends in a day, even one that the calendar lacks.
    """

    span: Span
    text: Fact[str] | None = None
    states_day: bool = False
    address: Fact[str] | None = None
    publishers: tuple[Fact[str], ...] = ()
    place: Fact[str] | None = None
    date: Fact[PartialDate] | None = None
    unread: tuple[Unread, ...] = ()
    warnings: tuple[Remark, ...] = ()


def read_source_line(page: Page, foot: Foot) -> SourceLine | None:
    """
    Read the last source line above the foot.

    A bracket must fill its line, with nothing but the page's foot below; on a page without a note
    the bracket must also end in a day, for a cut page may end in a picture's caption. Of two source
    lines in a row neither is used.
    """
    below: list[Line] = []
    for line in reversed(page.lines[: foot.line - 1]):
        match = _source_at(page, line, foot)
        if match:
            source = _split(page, match)
            after = [each for each in below if each.span.start >= match.end()]
            certain = _may_follow(after, foot) and (foot.has_note or source.states_day)
            return (
                _unless_second(page, match, source) if certain and _is_line(match, source) else None
            )
        if has_words(line.words):
            below.insert(0, line)
        if len(below) > _FOOTER_LINES:
            return None
    return None


def last_label(page: Page) -> int | None:
    """Return the number of the last line that begins as a source line does."""
    folded = page.text.casefold()
    if not any(word in folded for word in _LABEL_WORDS):
        return None
    labels = list(_OPENS_LINE.finditer(page.text))
    return page.line_number_at(labels[-1].start()) if labels else None


def _source_at(page: Page, line: Line, foot: Foot) -> re.Match[str] | None:
    """Match the source line that begins at a line's first word."""
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
    return not has_words(rest)


def _is_line(match: re.Match[str], source: SourceLine) -> bool:
    """Check for a bracket with at most one line break, or with a date."""
    return match["inside"].count("\n") <= 1 or (
        source.date is not None and len(match["inside"]) <= _LONGEST_BROKEN
    )


def _unless_second(page: Page, match: re.Match[str], source: SourceLine) -> SourceLine:
    """Return the source line, or one without values if another is directly above."""
    above = page.text.rfind("[", 0, match.start())
    other = _LINE.match(page.text, above) if above >= 0 else None
    if other is None or has_words(page.text[other.end() : match.start()]):
        return source
    if other["inside"] == match["inside"]:
        return source
    message = Message(
        'two source lines in a row, "{one}" and "{other}"; neither is used',
        one=collapse_space(other[0]),
        other=collapse_space(match[0]),
    )
    span = Span(other.start(), match.end())
    fields = ("/original/publishers", "/original/place", "/original/date")
    return SourceLine(
        span=span, unread=tuple(Unread.at(page, span, "NZ635", each, message) for each in fields)
    )


def _may_follow(lines: Sequence[Line], foot: Foot) -> bool:
    """Check whether lines can be a foot: navigation and short labels, not sentences."""
    others = [line for line in lines if not consists_of(NAVIGATION, line.words)]
    if any(len(line.words) > _LABEL_WIDTH or line.words[-1] in ".,;:?!" for line in others):
        return False
    if foot.has_note:
        return len(others) <= _LABELS
    # Without a note, only navigation separates a label from the next words of a body.
    return not others or (len(others) == 1 and others[0] is lines[-1] and len(lines) > 1)


def _split(page: Page, match: re.Match[str]) -> SourceLine:
    span = Span(*match.span())
    parts, address, addresses = _split_addresses(
        page, _comma_parts(page, Span(*match.span("inside")))
    )
    date_span, parts = _split_date(page, parts)
    names, bylines = _split_bylines(page, parts)
    publishers, place, unread = _publishers_and_place(page, names, dated=date_span is not None)
    if bylines and parts[0] not in names and len(names) == 1:
        publishers, place, unread = [], None, _unclear_names(page, names)
    date = read_date(page, date_span, field="/original/date", rule=_RULE) if date_span else None
    date_unread = date.unread if date else _no_date(page, span)
    publishers = [name for name in publishers if page.quote(name).casefold() not in _NO_NAMES]
    return SourceLine(
        span=span,
        text=verbatim(page, span, _RULE),
        states_day=_states_day(page, date_span, date),
        address=address,
        publishers=tuple(verbatim(page, name, _RULE) for name in publishers),
        place=verbatim(page, place, _RULE) if place else None,
        date=date.fact if date else None,
        unread=tuple(
            each
            for each in (
                None if publishers else _no_publisher(page, span),
                date_unread,
                unread,
                *bylines,
                *addresses,
            )
            if each
        ),
        warnings=tuple(
            _joined_names(page, name) for name in publishers if _JOINED.search(page.quote(name))
        ),
    )


def _comma_parts(page: Page, inside: Span) -> list[Span]:
    """Split at commas; empty parts are kept, except at the end."""
    commas = [comma.start() for comma in _COMMA.finditer(page.text, inside.start, inside.end)]
    edges = zip([inside.start, *(at + 1 for at in commas)], [*commas, inside.end], strict=True)
    spans: list[Span] = []
    for start, end in edges:
        part = trim_span(page, start, end)
        if _LEGAL_FORM.fullmatch(page.quote(part)) and spans and _has_text(spans[-1]):
            spans[-1] = Span(spans[-1].start, part.end)  # "Human Rights Watch, Inc."
        else:
            spans.append(part)
    while spans and not _has_text(spans[-1]):
        spans.pop()
    return spans


def _states_day(page: Page, span: Span | None, date: ReadDate | None) -> bool:
    if span is None or date is None:
        return False
    if is_compact_date(page.quote(span)):
        return True
    return date.fact is not None and date.fact.value.precision == "day"


def _has_text(part: Span) -> bool:
    return part.start < part.end


def _split_addresses(
    page: Page, parts: list[Span]
) -> tuple[list[Span], Fact[str] | None, list[Unread]]:
    """Separate the addresses; a single one is the original's address."""
    found = [part for part in parts if _ADDRESS.fullmatch(page.quote(part))]
    others = [part for part in parts if part not in found]
    if len(found) == 1 and _FULL_ADDRESS.fullmatch(page.quote(found[0])):
        return others, verbatim(page, found[0], _RULE), []
    return others, None, [_unused_address(page, part) for part in found]


def _unused_address(page: Page, part: Span) -> Unread:
    message = Message(
        'the address in the source line is incomplete or one of several: "{address}"; not used',
        address=page.quote(part),
    )
    return Unread.at(page, part, "NZ638", "/original/url", message)


def _split_date(page: Page, parts: list[Span]) -> tuple[Span | None, list[Span]]:
    """Separate the date at the right end, without its time of day."""
    while parts and _TIME.fullmatch(page.quote(parts[-1])):
        parts = parts[:-1]
    if not parts:
        return None, parts
    *rest, last = parts
    time = _TRAILING_TIME.search(page.quote(last))
    last = Span(last.start, last.start + time.start()) if time else last
    if rest and _YEAR.fullmatch(page.quote(last)) and re.search("[0-9]", page.quote(rest[-1])):
        rest, last = rest[:-1], Span(rest[-1].start, last.end)  # "June 1, 1848"
    if not (_DATE_LIKE.fullmatch(collapse_space(page.quote(last))) or _is_date(page, last)):
        return None, parts
    if rest and is_weekday(page.quote(rest[-1])):
        day = rest.pop()
        last = last if is_compact_date(page.quote(last)) else Span(day.start, last.end)
    return last, rest


def _is_date(page: Page, part: Span) -> bool:
    words = page.quote(part)
    return is_compact_date(words) or read_date(page, part, field="", rule="").fact is not None


def _split_bylines(page: Page, parts: list[Span]) -> tuple[list[Span], list[Unread]]:
    """Separate parts that name a writer or translator ("By ...")."""
    bylines = [part for part in parts if _BYLINE.match(page.quote(part))]
    return (
        [part for part in parts if part not in bylines],
        [_named_writer(page, part) for part in bylines],
    )


def _named_writer(page: Page, part: Span) -> Unread:
    message = Message(
        'the source line names a writer or translator: "{words}"', words=page.quote(part)
    )
    return Unread.at(page, part, "NZ634", "/creators/0", message)


def _publishers_and_place(
    page: Page, names: list[Span], *, dated: bool
) -> tuple[list[Span], Span | None, Unread | None]:
    """
    Split names into publishers and place: before a date, the last name is the place.

    Names with two readings are left out: "El Mundo, EFE" without a date, and a place that may have
    a comma itself ("Washington, DC", "Bogotá, Colombia").
    """
    filled = [name for name in names if _has_text(name)]
    if len(filled) > _MAXIMUM_NAMES or any(";" in page.quote(name) for name in filled):
        return [], None, _unclear_names(page, filled)
    if len(names) <= 1:
        return _single_name(page, filled)
    last = page.quote(names[-1])
    doubtful = len(names) > 2 and (_ABBREVIATION.fullmatch(last) or is_country(last))  # noqa: PLR2004 - the number says itself
    if dated and not doubtful:
        *publishers, place = names
        filled = [name for name in publishers if _has_text(name)]
        units = [name for name in filled[1:] if _UNIT.match(page.quote(name))]
        if units:
            return (
                [name for name in filled if name not in units],
                place,
                _unclear_names(page, units),
            )
        return (filled, place, None) if _has_text(place) else (filled, None, _NO_PLACE)
    return filled[:1], None, _unclear_names(page, filled[1:])


def _single_name(page: Page, names: list[Span]) -> tuple[list[Span], Span | None, Unread | None]:
    if not names:
        return [], None, None
    if _OTHER_DIVISION.search(page.quote(names[0])):
        return [], None, _unclear_names(page, names)
    return names, None, _NO_PLACE


_NO_PLACE = Unread("NZ602", "/original/place", Message("the source line names no place"))


def _no_publisher(page: Page, span: Span) -> Unread:
    message = Message("the source line names no publisher, or none apart from other names")
    return Unread.at(page, span, "NZ601", "/original/publishers", message)


def _unclear_names(page: Page, names: list[Span]) -> Unread:
    message = Message(
        '"{names}" in the source line may be a place or publishers',
        names=collapse_space(", ".join(page.quote(name) for name in names)),
    )
    field = "/original/place"
    if not names:
        return Unread("NZ633", field, message)
    return Unread.at(page, Span(names[0].start, names[-1].end), "NZ633", field, message)


def _joined_names(page: Page, name: Span) -> Remark:
    words = collapse_space(page.quote(name))
    message = Message('"{name}" may be several publishers; kept as one name', name=words)
    return Remark.at(page, name, "NZ646", "/original/publishers", message)


def _no_date(page: Page, span: Span) -> Unread:
    message = Message(
        'no date at the end of the source line "{line}"', line=collapse_space(page.quote(span))
    )
    return Unread.at(page, span, "NZ602", "/original/date", message)

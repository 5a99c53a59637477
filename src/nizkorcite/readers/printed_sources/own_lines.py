"""Author and day that a page prints for itself, where its markup states none."""

from collections.abc import Sequence

from attrs import evolve

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Facts, Unread
from nizkorcite.readers.printed_sources.statements import SourceStatement
from nizkorcite.readers.text import fold
from nizkorcite.readers.two_days import another_day, are_near, contradiction

_DATE = "/original/date"
_LEFT_OUT = "NZ634"
_MAY_BE_PRINTED = frozenset(("NZ602", "NZ621", "NZ631"))


def own_lines_of(statements: Sequence[SourceStatement], facts: Facts) -> list[Facts]:
    """Return what the page's own lines state, without those that give another title an author."""
    title = fold(facts.title.value) if facts.title else ""
    stated = [each.facts for each in statements if each.formula.rank == "own"]
    return [
        each
        for each in stated
        if each.original_title is None or fold(each.original_title.value).rstrip(".") in title
    ]


def with_byline(facts: Facts, lines: Sequence[Facts]) -> Facts:
    """Add the authors of the page's own lines, or the remark on names that are left out."""
    if any(each.value.role is None for each in facts.creators):
        return facts
    by_name = {fold(fact.value.name): fact for each in lines for fact in each.creators}
    others = tuple(each for each in facts.unread if each.code != _LEFT_OUT)
    if by_name:
        return evolve(facts, creators=(*by_name.values(), *facts.creators), unread=others)
    left_out = [each for line in lines for each in line.unread if each.code == _LEFT_OUT]
    return evolve(facts, unread=(*facts.unread, *left_out[:1])) if others == facts.unread else facts


def printed_day(lines: Sequence[Facts]) -> Fact[PartialDate] | None:
    """Return the day of the page's own lines, unless they differ."""
    days = _days(lines)
    return days[0] if len({each.value for each in days}) == 1 else None


def _days(lines: Sequence[Facts]) -> list[Fact[PartialDate]]:
    """Return the days of publication, or else the days without a label."""
    published = [each.republished for each in lines if each.republished]
    return published or [each.date for each in lines if each.date]


def is_labelled(lines: Sequence[Facts]) -> bool:
    """Check whether a line says of its day that the page was published on it."""
    return any(each.republished for each in lines)


def with_printed_day(facts: Facts, lines: Sequence[Facts]) -> Facts:
    """Add the printed day, or why it was not read, if the markup has none and no two days."""
    missing = [each for each in facts.unread if each.field == _DATE]
    if facts.date:
        return _with_comparison(facts, facts.date.value, lines)
    if any(each.code not in _MAY_BE_PRINTED for each in missing):
        return facts
    day = printed_day(lines)
    why = [] if day else _reasons(lines)
    others = [each for each in facts.unread if each not in missing]
    return evolve(facts, date=day, unread=(*others, *(why or ([] if day else missing))[:1]))


def _with_comparison(facts: Facts, used: PartialDate, lines: Sequence[Facts]) -> Facts:
    """Compare the day of the markup with the printed one; of two days of publication, use none."""
    printed = printed_day(lines)
    if printed is None or are_near(used, printed.value):
        return facts
    if is_labelled(lines):
        unread = (*facts.unread, contradiction(used, printed.value, _DATE))
        return evolve(facts, date=None, unread=unread)
    warnings = (*facts.warnings, another_day(used, printed.value, _DATE))
    return evolve(facts, warnings=warnings)


def _reasons(lines: Sequence[Facts]) -> list[Unread]:
    """Return the reasons why no day of the page's own lines is used."""
    days = _days(lines)
    if not days:
        return [each for line in lines for each in line.unread if each.field == _DATE]
    return [contradiction(days[0].value, days[-1].value, _DATE)]


def of_unknown_layer(page: Page, day: Fact[PartialDate]) -> Unread:
    """Return the remark on a day beside a source without one."""
    message = Message(
        "{date} may be the day of the source or of the page; it is not used", date=str(day.value)
    )
    return Unread.at(page, day.span or Span(0, 0), "NZ631", _DATE, message)

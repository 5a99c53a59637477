"""Values of a matched line: texts, dates and people."""

import re
from collections.abc import Mapping, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError
from nizkorcite.messages import Message
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.sites.description import Site
from nizkorcite.readers.sites.lines import FoundLine
from nizkorcite.readers.sites.people import may_be_organisation, names_in, organisations_in
from nizkorcite.readers.text import collapse_space, trim_span
from nizkorcite.record.model import Agent
from nizkorcite.record.vocabulary import AgentRole, EvidenceMethod

_YEAR = re.compile("[0-9]{4}")
_ROLES: Mapping[str, AgentRole] = {
    "translator": "translator", "editor": "editor", "transcriber": "transcriber",
    "interviewer": "interviewer",
}  # fmt: skip


def line_text(page: Page, line: FoundLine, part: str) -> Fact[str]:
    """Return the words of a part on one line, or the description's spelling of fixed words."""
    span = line.span(page, part)
    printed = collapse_space(page.quote(span))
    value = line.form.spelling(part, printed)
    method: EvidenceMethod = "page" if value == printed else "rule"
    return Fact(value=value, rule=line.rule_name, span=span, method=method)


def line_date(
    page: Page, line: FoundLine, part: str, field: str
) -> tuple[Fact[PartialDate] | None, tuple[Unread, ...]]:
    """Return the date of a part, or the reason why it cannot be read."""
    span = trim_span(page, *line.match.span(part))
    try:
        value = _read_date(page.quote(span), line.site)
    except DateError as error:
        return None, (Unread.at(page, span, "NZ621", field, error.message),)
    return Fact(value=value, rule=line.rule_name, span=span, method="rule"), ()


def _read_date(printed: str, site: Site) -> PartialDate:
    words = collapse_space(printed)
    if _YEAR.fullmatch(words):
        return PartialDate(words)
    return read_printed(words, languages=site.languages, order=site.order, window=site.years)


def line_people(
    page: Page, line: FoundLine, part: str
) -> tuple[tuple[Fact[Agent], ...], tuple[Unread, ...]]:
    """Return the people of a part; none if their names cannot be separated."""
    span = line.span(page, part)
    names = names_in(page.quote(span), line.site.languages)
    if part not in line.form.fixed and (problem := _doubt(page.quote(span), names)):
        return (), (Unread.at(page, span, "NZ634", "/creators/0", problem),)
    return tuple(_person(page, line, span, name, _ROLES.get(part)) for name in names), ()


def _doubt(printed: str, names: Sequence[str]) -> Message | None:
    """Return the reason why names may not be those of people, if there is one."""
    if len(names) > 1 and not all(" " in name for name in names):
        return Message('the names in "{names}" cannot be separated', names=collapse_space(printed))
    if name := next(filter(may_be_organisation, names), None):
        return Message(
            '"{name}" may be a person or an organisation; left out', name=collapse_space(name)
        )
    return None


def _person(
    page: Page, line: FoundLine, span: Span, name: str, role: AgentRole | None
) -> Fact[Agent]:
    start = page.text.index(name, span.start)
    agent = Agent(kind="person", name=collapse_space(name), role=role)
    return Fact(value=agent, rule=line.rule_name, span=Span(start, start + len(name)))


def line_organisations(page: Page, line: FoundLine) -> tuple[Fact[Agent], ...]:
    """Return the organisations named as authors."""
    span = line.span(page, "organisation")
    names = organisations_in(page.quote(span), line.site.languages)
    return tuple(_organisation(page, line, span, name) for name in names)


def _organisation(page: Page, line: FoundLine, span: Span, name: str) -> Fact[Agent]:
    start = page.text.index(name, span.start)
    return Fact(
        value=Agent(kind="organisation", name=collapse_space(name)),
        rule=line.rule_name,
        span=Span(start, start + len(name)),
    )

"""Values of a matched line: texts, dates and people."""

import re
from collections.abc import Mapping

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.people import creator_named, name_spans, organisation_spans, read_people
from nizkorcite.readers.sites.description import Site
from nizkorcite.readers.sites.lines import FoundLine
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
    """Return the people of a part; none if their names are not certain."""
    span, role, languages = line.span(page, part), _ROLES.get(part), line.site.languages
    if part not in line.form.fixed:
        return read_people(page, span, role, line.rule_name, languages)
    spans = name_spans(page, span, languages)
    return tuple(creator_named(page, each, "person", role, line.rule_name) for each in spans), ()


def line_organisations(page: Page, line: FoundLine) -> tuple[Fact[Agent], ...]:
    """Return the organisations named as authors."""
    spans = organisation_spans(page, line.span(page, "organisation"), line.site.languages)
    return tuple(creator_named(page, each, "organisation", None, line.rule_name) for each in spans)

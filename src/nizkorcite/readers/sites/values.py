"""Values of a matched line: texts, dates and people."""

import re
from collections.abc import Mapping

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError
from nizkorcite.messages import Message
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.sites.description import LineRule, Site
from nizkorcite.readers.sites.form import PEOPLE_PARTS, Form
from nizkorcite.readers.text import collapse_space, trim_span
from nizkorcite.record.model import Agent
from nizkorcite.record.vocabulary import AgentRole, EvidenceMethod

_YEAR = re.compile("[0-9]{4}")
_CENTURY = 100
# "J. M." and "Wood Inc." keep their last stop, which is not that of the line.
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]|\b(?:Bros|Co|Corp|Inc|Jr|Ltd|Sr))\Z")
_JOINT = {
    "de": "und", "en": "and", "es": "y|e", "fr": "et", "it": "e", "pt": "e",
}  # fmt: skip
_PARTICLE = re.compile(r"[^\W\d_]{1,3}\.?|l['’]")
_MOST_WORDS = 7
_ROLES: Mapping[str, AgentRole] = {
    "translator": "translator", "editor": "editor", "transcriber": "transcriber",
    "interviewer": "interviewer",
}  # fmt: skip


@frozen
class FoundLine:
    """A line of the page that has one of the forms of a kind of line."""

    site: Site
    rule: LineRule
    form: Form
    match: re.Match[str]

    @property
    def rule_name(self) -> str:
        """The name of the rule in evidence: ``rebelion.source``."""
        return f"{self.site.name}.{self.rule.name}"

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the form that the line has."""
        return tuple(name for name, words in self.match.groupdict().items() if words is not None)

    def span(self, page: Page, part: str) -> Span:
        """Return the span of a part, with the stop of an abbreviation at its end."""
        span = trim_span(page, *self.match.span(part))
        stop = page.text.startswith(".", span.end) and _ABBREVIATED.search(page.quote(span))
        return Span(span.start, span.end + 1) if stop else span

    def has_names_of_people(self, page: Page) -> bool:
        """Check whether all names of people look like names, and not like a sentence."""
        return all(
            may_be_person(name)
            for part in self.parts
            if part in PEOPLE_PARTS
            for name in _names(page.quote(self.span(page, part)), self.site)
        )


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
    return read_printed(
        words, languages=site.languages, order=site.order, window=_window(site.window)
    )


def _window(first: int | None) -> range | None:
    return None if first is None else range(first, first + _CENTURY)


def line_people(
    page: Page, line: FoundLine, part: str
) -> tuple[tuple[Fact[Agent], ...], tuple[Unread, ...]]:
    """Return the people of a part; none if their names cannot be separated."""
    span = line.span(page, part)
    names = _names(page.quote(span), line.site)
    if len(names) > 1 and not all(" " in name for name in names):
        message = Message(
            'the names in "{names}" cannot be separated', names=collapse_space(page.quote(span))
        )
        return (), (Unread.at(page, span, "NZ634", "/creators/0", message),)
    return tuple(_person(page, line, span, name, _ROLES.get(part)) for name in names), ()


def _person(
    page: Page, line: FoundLine, span: Span, name: str, role: AgentRole | None
) -> Fact[Agent]:
    start = page.text.index(name, span.start)
    agent = Agent(kind="person", name=collapse_space(name), role=role)
    return Fact(value=agent, rule=line.rule_name, span=Span(start, start + len(name)))


def _names(printed: str, site: Site) -> list[str]:
    """Split names at commas and at the conjunctions of the site's languages."""
    joints = "|".join(_JOINT[language] for language in site.languages)
    return [name for name in re.split(rf"\s*,\s*|\s+(?:{joints}|&)\s+", printed) if name]


def may_be_person(words: str) -> bool:
    """
    Check whether words have the form of a person's name.

    >>> may_be_person("Ludwig van der Berg"), may_be_person("The talks went on in the capital")
    (True, False)
    """
    parts = words.split()
    named = [part for part in parts if not _PARTICLE.fullmatch(part) or part[0].isupper()]
    return (
        0 < len(parts) <= _MOST_WORDS
        and bool(named)
        and not any(part[0].islower() for part in named)
        and not re.search(r"[0-9@:;!?]", words)
    )


def line_organisations(page: Page, line: FoundLine) -> tuple[Fact[Agent], ...]:
    """Return the organisations named as authors."""
    span = line.span(page, "organisation")
    joints = "|".join(_JOINT[language] for language in line.site.languages)
    names = re.split(rf"\s+(?:{joints})\s+", page.quote(span))
    return tuple(_organisation(page, line, span, name) for name in names)


def _organisation(page: Page, line: FoundLine, span: Span, name: str) -> Fact[Agent]:
    start = page.text.index(name, span.start)
    return Fact(
        value=Agent(kind="organisation", name=collapse_space(name)),
        rule=line.rule_name,
        span=Span(start, start + len(name)),
    )


def address_date(site: Site, address: str, part: str) -> Fact[PartialDate] | None:
    """
    Return the date that a page's address gives: ``/2013/12/`` gives 2013-12.

    Args:
        site: The site.
        address: The whole address.
        part: ``date`` or ``republished``.
    """
    path = re.sub(r"\Ahttps?://[^/]*", "", address)
    for form in site.address_forms:
        match = form.pattern.match(path)
        units = match.groupdict() if match else {}
        if year := units.get(f"{part}_year"):
            rest = [units[name] for unit in ("month", "day") if (name := f"{part}_{unit}") in units]
            return _dated("-".join([_full_year(year, site), *rest]), site, address)
    return None


def _dated(text: str, site: Site, address: str) -> Fact[PartialDate] | None:
    try:
        date = PartialDate(text)
    except DateError:
        return None
    return Fact(value=date, rule=f"{site.name}.address", quote=address, method="address")


def _full_year(digits: str, site: Site) -> str:
    if len(digits) > 2 or site.window is None:  # noqa: PLR2004 - two digits leave the century open
        return digits
    return str(site.window + (int(digits) - site.window) % _CENTURY)

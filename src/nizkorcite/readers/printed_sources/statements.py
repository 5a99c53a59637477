"""What the lines of a page state about its source, formula by formula."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from attrs import evolve, frozen

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Facts, Unread
from nizkorcite.readers.people import has_word_of_organisations, read_people
from nizkorcite.readers.printed_facts import ReadDate, read_date, verbatim
from nizkorcite.readers.printed_sources.agencies import AGENCIES
from nizkorcite.readers.printed_sources.article import Article
from nizkorcite.readers.printed_sources.cities import is_city
from nizkorcite.readers.printed_sources.formula import PARTS, Formula, Rank, Zone, compiled_formula
from nizkorcite.readers.printed_sources.formulas import FORMULAS
from nizkorcite.readers.printed_sources.labels import LANGUAGE_OF_LABEL
from nizkorcite.readers.printed_sources.links import original_address
from nizkorcite.readers.printed_sources.source_words import (
    is_name,
    read_source_date,
    slash_parts,
    split_source,
    stripped,
)
from nizkorcite.readers.text import collapse_space
from nizkorcite.record.model import LegalBasis
from nizkorcite.record.vocabulary import AgentRole, LegalBasisKind

_Groups: TypeAlias = Mapping[str, Span]

_ROLES: Final[tuple[AgentRole, ...]] = ("author", "translator", "transcriber", "interviewer")
_GRANTS: Final[Mapping[LegalBasisKind, re.Pattern[str]]] = {
    "licence": re.compile(PARTS["licence"], re.IGNORECASE),
    "permission": re.compile(
        PARTS["permission"] + r"|con (?:el )?permiso(?: del autor| de la autora)?"
        r"|con (?:la )?(?:debida )?autorización|com (?:a )?(?:devida )?(?:permissão|autorização)"
        r"|avec (?:l[’'](?:aimable )?)?autorisation|mit freundlicher Genehmigung",
        re.IGNORECASE,
    ),
}
_LINKED: Final[tuple[Rank, ...]] = ("first", "copied")
_GRANTED: Final[tuple[Rank, ...]] = (*_LINKED, "contributor")
_MOST_DAYS_BEFORE = 31
_MOST_STATEMENTS = 100
_SHORT_STATE = re.compile(r", [A-Z][a-z]{1,4}\.\Z")
_ZONES_OF_SENTENCES: Final[tuple[Zone, ...]] = ("article", "foot", "edges")


@frozen(kw_only=True)
class SourceStatement:
    """
    A line that a formula reads.

    Attributes:
        formula: The formula.
        span: The line.
        facts: The values that the line states, of the original and of the republication; those of
            a page's own line have its day as the original's, a day of publication as the
            republication's.
        is_placed: False for a line elsewhere than the formula is believed, as below a chart.
    """

    formula: Formula
    span: Span
    facts: Facts
    is_placed: bool = True

    @property
    def names_source(self) -> bool:
        """True for a line of which publisher, date, address or title of the source was read."""
        facts = self.facts
        return bool(facts.publishers or facts.date or facts.original_url or facts.original_title)


def read_statements(
    page: Page, title: str | None, day: PartialDate | None, language: str
) -> list[SourceStatement]:
    """
    Return what the lines of a page state, in page order, after the lines that are not placed.

    Args:
        page: The page.
        title: The title of its article, if known.
        day: The page's own day, which gives the year of "Feb 27 (Reuters)".
        language: Language of the page, which gives the order of 3.12.2015.
    """
    article = Article(page.text, title)
    by_line: dict[int, SourceStatement] = {}  # the table lists the more specific formula first
    elsewhere: list[SourceStatement] = []
    for formula in FORMULAS:
        for index in article.lines_with(formula.cues, formula.zone):
            if len(by_line) == _MOST_STATEMENTS:
                break
            match = _match(formula, page, article, index)
            if match is None or match.start() in by_line:
                continue
            span = Span(*match.span())
            if article.has_in(formula.zone, index) and not _is_apart(page, span):
                statement = _statement(page, formula, match, day, language)
                if statement:
                    by_line[span.start] = statement
            elif formula.rank in _LINKED:
                elsewhere.append(
                    SourceStatement(formula=formula, span=span, facts=Facts(), is_placed=False)
                )
    return [*elsewhere, *(by_line[start] for start in sorted(by_line))]


def _match(formula: Formula, page: Page, article: Article, index: int) -> re.Match[str] | None:
    """Match a line, or else sentences of a note below the text."""
    pattern, line = compiled_formula(formula.pattern), article.span_of(index)
    match = pattern.fullmatch(page.text, line.start, line.end)
    if match and _are_known(match):
        return match
    if formula.zone not in _ZONES_OF_SENTENCES:
        return None
    parts = (
        pattern.fullmatch(page.text, sentence.start, end)
        for sentence in article.sentences_of(index)
        for end in (line.end, sentence.end)
    )
    return next((part for part in parts if part and _are_known(part)), None)


def _is_apart(page: Page, span: Span) -> bool:
    """Check for words that are on the page only in figures, footnotes, menus and comments."""
    words = page.quote(span)
    own = collapse_space(words)
    holding = {each for each in page.markup.elements.apart if own in each}
    # A caption is in a figure, and counts once.
    outer = [each for each in holding if not any(each in other for other in holding - {each})]
    return 0 < page.text.count(words) <= sum(each.count(own) for each in outer)


def _statement(
    page: Page, formula: Formula, match: re.Match[str], day: PartialDate | None, language: str
) -> SourceStatement | None:
    line, rule = _line(formula, match), f"printed.{formula.name}"
    groups = {
        name: _with_stop(page, stripped(page, Span(*match.span(name))), match.end(name))
        for name, words in match.groupdict().items()
        if words
    }
    facts = _source(page, groups, rule, _language(formula, match))
    if facts is None:
        return None
    facts = _with_original(page, facts, groups, rule)
    facts = _with_people(page, facts, groups, rule)
    if "author" in groups and "source" in groups and formula.zone == "head" and not facts.creators:
        return None  # without a person before it, the source may be anything
    if "author" in groups and "known" in groups and not facts.creators:
        facts = Facts(unread=facts.unread)
    facts = _with_republication(page, facts, groups, rule)
    facts = _with_own_day(page, facts, groups, rule, language)
    if "day" in groups and day:
        facts = evolve(facts, date=_day_before(page, groups["day"], day, rule))
    return SourceStatement(
        formula=formula, span=line, facts=_with_line(page, facts, formula, line, rule)
    )


def _with_stop(page: Page, span: Span, end: int) -> Span:
    """Keep the stop of a state's short name ("MOBILE, Ala.")."""
    short = _SHORT_STATE.search(page.text, span.start, end)
    return Span(span.start, end) if short and short.end() == end == span.end + 1 else span


def _line(formula: Formula, match: re.Match[str]) -> Span:
    """Return the span of the line, of a paragraph its dateline up to the agency's bracket."""
    groups = match.groupdict()
    names = [name for name in ("agency", "publisher", "unknown") if groups.get(name)]
    if formula.zone == "opening" and names:
        return Span(match.start(), match.end(names[0]) + 1)
    return Span(*match.span())


def _language(formula: Formula, match: re.Match[str]) -> str:
    """Return the language of the wording, which for a label is the label's."""
    label = match.groupdict().get("label")
    return LANGUAGE_OF_LABEL[_plain(label)] if label else formula.language


def _plain(label: str) -> str:
    return " ".join(label.lower().split())


def _source(page: Page, groups: _Groups, rule: str, language: str) -> Facts | None:
    if "source" not in groups:
        return Facts()
    return split_source(page, groups["source"], rule, language)


def _with_line(page: Page, facts: Facts, formula: Formula, line: Span, rule: str) -> Facts:
    """Add what the line says as a whole: itself, its link, and the change of the text."""
    modified = formula.modifications
    link = original_address(page, line, rule) if formula.rank in _LINKED else None
    return evolve(
        facts,
        original_url=facts.original_url or link,
        modifications=Fact(value=modified, rule=rule, span=line, method="rule")
        if modified
        else None,
        legal_basis=_grant(page, line, rule) if formula.rank in _GRANTED else None,
        source_line=verbatim(page, line, rule),
    )


def _are_known(match: re.Match[str]) -> bool:
    """Check that what a formula takes for a label, city, agency or organisation is one."""
    groups = match.groupdict()
    label, agencies = groups.get("label"), groups.get("agency") or groups.get("credit")
    organisation = groups.get("organisation") or groups.get("hosting_organisation")
    if organisation and not has_word_of_organisations(organisation):
        return False
    if (city := groups.get("city")) and not is_city(city):
        return False
    if label:
        return _plain(label) in LANGUAGE_OF_LABEL
    return not agencies or all(name.strip() in AGENCIES for name in agencies.split("/"))


def _with_original(page: Page, facts: Facts, groups: _Groups, rule: str) -> Facts:
    """Add the values of the original that a formula names one by one."""
    date = groups.get("date")
    several, one = _first(groups, "publisher", "agency"), _first(groups, "known", "organisation")
    names = slash_parts(page, several) if several else [one] if one else []
    read = read_date(page, date, field="/original/date", rule=rule) if date else None
    return evolve(
        facts,
        publishers=facts.publishers or tuple(verbatim(page, each, rule) for each in names),
        place=facts.place or _text(page, _first(groups, "place", "city"), rule),
        original_title=_text(page, groups.get("title"), rule),
        issue=facts.issue or _text(page, groups.get("issue"), rule),
        pages=facts.pages or _text(page, groups.get("pages"), rule),
        date=facts.date or (read.fact if read else None),
        unread=(*facts.unread, *(_reason(read) if read else ())),
    )


def _first(groups: _Groups, *names: str) -> Span | None:
    """Return the first of some groups that matched."""
    return next((groups[name] for name in names if name in groups), None)


def _text(page: Page, span: Span | None, rule: str) -> Fact[str] | None:
    return verbatim(page, span, rule) if span else None


def _with_people(page: Page, facts: Facts, groups: _Groups, rule: str) -> Facts:
    for role in _ROLES:
        if role in groups:
            stated = None if role == "author" else role
            people, unread = read_people(page, groups[role], stated, rule)
            facts = evolve(
                facts, creators=(*facts.creators, *people), unread=(*facts.unread, *unread)
            )
    return facts


def _with_republication(page: Page, facts: Facts, groups: _Groups, rule: str) -> Facts:
    """Add the republisher and its date."""
    date, name = groups.get("republished"), _first(groups, "republisher", "hosting_organisation")
    read = read_date(page, date, field="/republication/date", rule=rule) if date else None
    return evolve(
        facts,
        republishers=(verbatim(page, name, rule),) if name and is_name(page.quote(name)) else (),
        republished=read.fact if read else None,
    )


def _with_own_day(page: Page, facts: Facts, groups: _Groups, rule: str, language: str) -> Facts:
    """Add the day of a page's own line."""
    if "own_day" in groups:
        read = _own_day(page, groups["own_day"], rule, language)
        return evolve(facts, date=read.fact, unread=(*facts.unread, *_reason(read)))
    if "own_published" in groups:
        read = _own_day(page, groups["own_published"], rule, language)
        return evolve(facts, republished=read.fact, unread=(*facts.unread, *_reason(read)))
    return facts


def _own_day(page: Page, span: Span, rule: str, language: str) -> ReadDate:
    """Read a day; a month or year says little beside a title."""
    read = read_source_date(page, span, rule, language)
    return read if read.unread or (read.fact and read.fact.value.precision == "day") else ReadDate()


def _reason(read: ReadDate) -> tuple[Unread, ...]:
    return (read.unread,) if read.unread else ()


def _grant(page: Page, line: Span, rule: str) -> Fact[LegalBasis] | None:
    """Return the licence or permission that a line names."""
    for kind, form in _GRANTS.items():
        match = form.search(page.text, line.start, line.end)
        if match:
            basis = LegalBasis(citation=collapse_space(match[0]), kind=kind)
            return Fact(value=basis, rule=rule, span=Span(*match.span()), method="rule")
    return None


def _day_before(page: Page, span: Span, day: PartialDate, rule: str) -> Fact[PartialDate] | None:
    """Return the last such day of a calendar, "Feb 27", up to a page's own day."""
    if day.precision != "day":
        return None
    own = dt.date.fromisoformat(str(day))
    words = page.quote(span).strip(" .,")
    for year in (own.year, own.year - 1):
        value = _printed(words, year)
        if value and 0 <= (own - dt.date.fromisoformat(str(value))).days <= _MOST_DAYS_BEFORE:
            return Fact(value=value, rule=rule, span=span, method="rule")
    return None


def _printed(words: str, year: int) -> PartialDate | None:
    try:
        value = read_printed(f"{words} {year}")
    except DateError:
        return None
    return value if value.precision == "day" else None

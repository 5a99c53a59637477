"""The two layers of a page that prints its source."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact, Facts, Remark, Unread
from nizkorcite.readers.printed_sources.formula import Rank
from nizkorcite.readers.printed_sources.own_lines import (
    is_labelled,
    of_unknown_layer,
    own_lines_of,
    printed_day,
    with_byline,
    with_printed_day,
)
from nizkorcite.readers.printed_sources.statements import SourceStatement, read_statements
from nizkorcite.readers.text import collapse_space, fold
from nizkorcite.readers.two_days import contradiction
from nizkorcite.record.model import Agent
from nizkorcite.record.vocabulary import DocumentType

_PUBLISHERS = "/original/publishers"
_NO_SOURCE = "NZ601"
_LEFT_OUT = "NZ634"
_STRENGTH: tuple[Rank, ...] = ("first", "copied", "agency")
_ARTICLE = re.compile(r"(?:the|el|la|los|las|le|les|il|der|die|das|o|a)\s")
_SITE_KEYS = ("og:site_name", "application-name", "dc.publisher", "citation_publisher")
_TITLE_TAIL = re.compile(r"\s[|–—·:-]\s")


def with_printed_source(page: Page, facts: Facts) -> Facts:
    r"""
    Add the source that a page prints to the facts of its markup.

    The page's own publisher and date become the republication's, since a page that prints a source
    did not publish the text first. If the source cannot be read, or the lines contradict each
    other, the original has no publisher. A page that names itself stays as it is.

    >>> page = Page.from_bytes(b"The talks ended.\n\nSource: The Lantern, 24 June 2015\n")
    >>> with_printed_source(page, Facts()).publishers[0].value
    'The Lantern'
    """
    elsewhere, statements, own_lines = _statements(page, facts)
    facts = with_byline(facts, own_lines)
    if not statements:
        facts = with_printed_day(facts, own_lines)
        return _with_line_elsewhere(page, facts, elsewhere[-1]) if elsewhere else facts
    facts = _with_creators(facts, [each.facts for each in statements])
    if facts.attribution == "stated":  # JSON-LD names what the page is based on
        return facts
    sources = [each for each in statements if each.formula.rank != "contributor"]
    others = [each for each in sources if not _names_itself(page, facts, each)]
    if len(others) < len(sources):
        facts = _with_own_name(facts, next(each.facts for each in sources if each not in others))
    if all(each.formula.rank == "edition" for each in others) and not _is_translated(statements):
        return _with_edition(with_printed_day(facts, own_lines), others)
    original = _original(page, facts, others)
    facts, original = _with_day(page, facts, original, own_lines)
    return _with_layers(facts, original, statements)


def _statements(
    page: Page, facts: Facts
) -> tuple[list[SourceStatement], list[SourceStatement], list[Facts]]:
    """Return lines that are not placed, lines that name sources and persons, and own lines."""
    own_date = _own_date(facts)
    title = facts.title.value if facts.title else None
    language = facts.language.value if facts.language else ""
    found = read_statements(page, title, own_date.value if own_date else None, language)
    own_lines = own_lines_of(found, facts)
    day = None if own_date else printed_day(own_lines)
    if day and any(each.facts.place for each in found):  # "PARIS, Feb 27 (AFP)" has no year
        found = read_statements(page, title, day.value, language)
    return (
        [each for each in found if not each.is_placed],
        [each for each in found if each.is_placed and each.formula.rank != "own"],
        own_lines,
    )


def _with_day(
    page: Page, facts: Facts, original: Facts, own_lines: Sequence[Facts]
) -> tuple[Facts, Facts]:
    """Add the printed day to the page's own layer, unless it may be the day of the source."""
    day = None if _own_date(facts) else printed_day(own_lines)
    if day and not original.date and not is_labelled(own_lines):
        unread = (*original.unread, of_unknown_layer(page, day))
        return facts, evolve(original, unread=unread)
    return with_printed_day(facts, own_lines), original


def _with_line_elsewhere(page: Page, facts: Facts, statement: SourceStatement) -> Facts:
    """Say of a page that a line looks like its source, instead of that none does."""
    others = _without_no_source(facts)
    if len(others) == len(facts.unread):
        return facts
    line = page.line_number_at(statement.span.start)
    message = Message(
        "line {line} names a source, but does not end the text in a known form", line=line
    )
    unread = Unread.at(page, statement.span, _NO_SOURCE, _PUBLISHERS, message)
    return evolve(facts, unread=(*others, unread))


def _with_creators(facts: Facts, printed: Sequence[Facts]) -> Facts:
    """Add the persons of printed lines, each once, and the remarks on names left out."""
    by_name = {fold(fact.value.name): fact for each in printed for fact in each.creators}
    known = {fold(each.value.name) for each in facts.creators}
    creators = (*facts.creators, *(by_name[name] for name in by_name if name not in known))
    left_out = [
        evolve(remark, field=f"/creators/{len(creators)}")
        for each in printed
        for remark in each.unread
        if remark.code == _LEFT_OUT
    ]
    return evolve(facts, creators=creators, unread=(*facts.unread, *left_out))


def _own_date(facts: Facts) -> Fact[PartialDate] | None:
    """Return the page's own day: the republication's, if the markup names an original."""
    return facts.republished if facts.republishers else facts.date


def _is_translated(statements: Sequence[SourceStatement]) -> bool:
    """Check for a change of the text, or a republisher, which the page's own layer cannot have."""
    return any(each.facts.modifications or each.facts.republishers for each in statements)


def _names_itself(page: Page, facts: Facts, statement: SourceStatement) -> bool:
    """Check whether a line names the page's own site, or repeats the page's own date."""
    stated = statement.facts
    if stated.publishers:
        own = set(_own_names(page, facts))
        return all(any(_is_own(each.value, name) for name in own) for each in stated.publishers)
    if stated.source_line and not statement.names_source:
        name = stated.source_line.value.partition(",")[0]
        return any(_letters(name) == _letters(own) for own in _own_names(page, facts))
    own_date = _own_date(facts)
    return bool(
        stated.date
        and not stated.original_url
        and not stated.original_title
        and own_date
        and _agree(own_date.value, stated.date.value)
    )


def _own_names(page: Page, facts: Facts) -> Iterator[str]:
    """Return every name of the page's own site: stated, at the end of the title, its host."""
    yield from (each.value for each in (*facts.publishers, *facts.republishers))
    markup = page.markup
    yield from (content for key, content in markup.metadata if key in _SITE_KEYS)
    yield from _TITLE_TAIL.split(markup.title or "")[1:]
    addresses = (content for key, content in markup.metadata if key == "og:url")
    for address in (markup.canonical, *addresses):
        host = _host(address or "")
        yield from (host, host.rpartition(".")[0])


def _is_own(name: str, own: str) -> bool:
    """
    Check whether a printed name is one of the site's own, or an abbreviation of it.

    >>> _is_own("The Lantern", "lantern"), _is_own("AP", "AP News"), _is_own("Harbour", "Lantern")
    (True, True, False)
    """
    return (
        _letters(name) == _letters(own)
        or _letters(name) == _initials(own)
        or _plain(own).startswith(f"{_plain(name)} ")
    )


def _host(address: str) -> str:
    from urllib.parse import urlsplit  # slow to load, and few pages print a source

    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # half a bracket
        return ""


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, _plain(name)))


def _plain(name: str) -> str:
    """Return a name for comparison, without an article before it and ``www.``."""
    return _ARTICLE.sub("", fold(name).removeprefix("www."), count=1)


def _agree(one: PartialDate, other: PartialDate) -> bool:
    return str(one).startswith(str(other)) or str(other).startswith(str(one))


def _with_own_name(facts: Facts, stated: Facts) -> Facts:
    """Add the name by which a page states itself as its source, if the markup has none."""
    facts = evolve(facts, unread=_without_no_source(facts))
    if facts.publishers or not stated.publishers:
        return facts
    return evolve(
        facts, attribution="stated", publishers=stated.publishers, type=facts.type or "web_page"
    )


def _without_no_source(facts: Facts) -> tuple[Unread, ...]:
    return tuple(each for each in facts.unread if each.code != _NO_SOURCE)


def _with_edition(facts: Facts, editions: Sequence[SourceStatement]) -> Facts:
    """Add day and pages of the printed edition, if the page states no other day."""
    if facts.date or not editions:
        return facts
    stated = editions[0].facts
    unread = tuple(each for each in facts.unread if each.field != "/original/date")
    return evolve(facts, date=stated.date, pages=stated.pages, unread=unread)


def _original(page: Page, facts: Facts, sources: Sequence[SourceStatement]) -> Facts:
    """Return what the strongest lines state together, or why nothing is used."""
    stated = [each for each in sources if each.names_source and each.formula.rank in _STRENGTH]
    named = [each for each in stated if each.facts.publishers] or stated
    if not named:
        unclear = [each for each in sources if each.formula.rank in _STRENGTH]
        return _unclear(page, unclear[-1]) if unclear else Facts(unread=_only_no_source(facts))
    strongest = min(_STRENGTH.index(each.formula.rank) for each in named)
    one, *others = [each for each in named if each.formula.rank == _STRENGTH[strongest]]
    original = evolve(one.facts, type=_type(one))
    for other in others:
        if _contradict(original, other.facts):
            return _contradiction(page, one, other)
        original = _merged(original, other.facts)
    return _completed(original, [each.facts for each in stated if not each.facts.publishers])


def _completed(original: Facts, others: Sequence[Facts]) -> Facts:
    """Add the only address and the only title that lines without a publisher give."""
    urls = [each.original_url for each in others if each.original_url]
    titles = [each.original_title for each in others if each.original_title]
    return evolve(
        original,
        original_url=original.original_url or (urls[0] if len(set(urls)) == 1 else None),
        original_title=original.original_title or (titles[0] if len(titles) == 1 else None),
    )


def _type(statement: SourceStatement) -> DocumentType:
    return "news_article" if statement.formula.rank == "agency" else "web_page"


def _only_no_source(facts: Facts) -> tuple[Unread, ...]:
    return tuple(each for each in facts.unread if each.code == _NO_SOURCE)


def _unclear(page: Page, statement: SourceStatement) -> Facts:
    line = collapse_space(page.quote(statement.span))
    message = Message(
        'the line "{line}" names a source in a form that is not understood', line=line
    )
    unread = Unread.at(page, statement.span, "NZ622", _PUBLISHERS, message)
    return Facts(source_line=statement.facts.source_line, unread=(unread, *statement.facts.unread))


def _contradiction(page: Page, one: SourceStatement, other: SourceStatement) -> Facts:
    message = Message(
        'two lines state different sources, "{one}" and "{other}"; neither is used',
        one=collapse_space(page.quote(one.span)),
        other=collapse_space(page.quote(other.span)),
    )
    return Facts(unread=(Unread.at(page, one.span, "NZ635", _PUBLISHERS, message),))


def _contradict(one: Facts, other: Facts) -> bool:
    if one.date and other.date and not _agree(one.date.value, other.date.value):
        return True
    pairs = zip(one.publishers, other.publishers, strict=False)
    return any(not _is_same(a.value, b.value) for a, b in pairs)


def _is_same(one: str, other: str) -> bool:
    """
    Check whether two names are of one publisher.

    >>> _is_same("AFP", "Agence France-Presse"), _is_same("dpa", "dpa-infocom")
    (True, True)
    >>> _is_same("AFP", "EFE")
    False
    """
    a, b = (f" {_plain(each)} ".replace("-", " ") for each in (one, other))
    abbreviated = _letters(one) == _initials(other) or _letters(other) == _initials(one)
    return a in b or b in a or abbreviated


def _initials(name: str) -> str:
    return "".join(word[:1] for word in re.split(r"[\s-]+", _plain(name)))


def _merged(one: Facts, other: Facts) -> Facts:
    """Return one line's facts, completed with those of another."""
    return evolve(
        one,
        publishers=one.publishers or other.publishers,
        date=one.date or other.date,
        place=one.place or other.place,
        original_url=one.original_url or other.original_url,
        original_title=one.original_title or other.original_title,
        volume=one.volume or other.volume,
        issue=one.issue or other.issue,
        pages=one.pages or other.pages,
        unread=(*one.unread, *other.unread),
    )


def _with_layers(facts: Facts, original: Facts, statements: Sequence[SourceStatement]) -> Facts:
    """Return the original's facts, with the page's own layer as the republication."""
    printed = [each.facts for each in statements]
    own = (*facts.publishers, *facts.republishers)
    host = tuple(each for fact in printed for each in fact.republishers)
    republished, unread = _republished(facts, printed)
    grant = next((each for each in printed if each.legal_basis), None)
    return evolve(
        facts,
        type=facts.type or original.type,
        creators=_without_publishers(facts.creators, original.publishers),
        attribution="stated" if original.publishers else "unknown",
        publishers=original.publishers,
        place=original.place,
        date=original.date,
        original_url=original.original_url or facts.original_url,
        original_title=_other_title(facts, original),
        container_title=None,
        volume=original.volume,
        issue=original.issue,
        pages=original.pages,
        identifiers=(),
        source_line=original.source_line,
        republishers=tuple({_letters(each.value): each for each in (*host, *own)}.values()),
        republished=republished,
        modifications=next((each.modifications for each in printed if each.modifications), None),
        legal_basis=grant.legal_basis if grant else None,
        notice=grant.source_line if grant else None,
        unread=(*_of_own_layer(facts), *_without_left_out(original), *unread),
        warnings=tuple(map(_in_own_layer, facts.warnings)),
    )


def _other_title(facts: Facts, original: Facts) -> Fact[str] | None:
    """Return the original's title, unless the page has the same."""
    title, own = original.original_title, facts.title
    return None if title and own and fold(title.value) == fold(own.value) else title


def _republished(
    facts: Facts, printed: Sequence[Facts]
) -> tuple[Fact[PartialDate] | None, tuple[Unread, ...]]:
    """Return the day of the page's metadata or lines, if they agree."""
    own = _own_date(facts)
    stated = [each.republished for each in printed if each.republished]
    days = [*([own] if own else []), *stated]
    if all(_agree(days[0].value, each.value) for each in days[1:]):
        return (days[0] if days else None), ()
    return None, (contradiction(days[0].value, days[1].value, "/republication/date"),)


def _without_publishers(
    creators: Sequence[Fact[Agent]], publishers: Sequence[Fact[str]]
) -> tuple[Fact[Agent], ...]:
    """Drop the authors that are the original's publisher ("By Associated Press")."""
    names = {_letters(each.value) for each in publishers}
    return tuple(each for each in creators if _letters(each.value.name) not in names)


def _of_own_layer(facts: Facts) -> tuple[Unread, ...]:
    return tuple(evolve(each, field=_own_field(each.field)) for each in _without_no_source(facts))


def _without_left_out(original: Facts) -> tuple[Unread, ...]:
    """Return the remarks on a source but those on persons, which the facts have already."""
    return tuple(each for each in original.unread if each.code != _LEFT_OUT)


def _in_own_layer(remark: Remark) -> Remark:
    return evolve(remark, field=_own_field(remark.field))


def _own_field(field: str) -> str:
    return field.replace("/original/", "/republication/")

"""
Reader of the pages of a site that has a description.

Lines are matched with the forms of the description, in its order: the first kind of line that gives
a value wins. Of two lines that have one kind and differ neither is used. The republisher is known
from the page's address or from the page's words; marks only show which forms a page has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.embedded import reader as embedded
from nizkorcite.readers.facts import Fact, Facts, Remark, Unread
from nizkorcite.readers.sites.description import LineRule, Region, Site
from nizkorcite.readers.sites.form import DATE_PARTS, NEXT_LABEL, PEOPLE_PARTS, Form, searchable
from nizkorcite.readers.sites.values import (
    FoundLine,
    address_date,
    line_date,
    line_organisations,
    line_people,
    line_text,
)
from nizkorcite.readers.text import collapse_space, fold, trim_span
from nizkorcite.record.model import Agent
from nizkorcite.record.vocabulary import Modifications

_HOST = re.compile(r"https?://(?:[^/@]*@)?(?:www\.)?([^/:?#]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_NEXT_LABEL = re.compile(NEXT_LABEL)
_REST = re.compile(rf"[^\n]{{0,200}}?(?=\n|\Z|{NEXT_LABEL})")
_LONGEST_HEADER = 1000
_JOINED = re.compile(r"\s(?:and|y|e|et|und|&)\s|,|\w\s?/\s?[^\W\d_]")
_FIELDS = {
    "date": "/original/date",
    "issue": "/original/issue",
    "pages": "/original/pages",
    "place": "/original/place",
    "publisher": "/original/publishers",
    "republished": "/republication/date",
    "republisher": "/republication/publishers",
    "section": "/republication/section",
    "unclear": "/original/publishers",
    "volume": "/original/volume",
    **dict.fromkeys((*PEOPLE_PARTS, "organisation"), "/creators/0"),
}


@frozen
class SiteReader:
    """
    Reader of one site's pages.

    Attributes:
        site: The description.
        address: The address of the page, if known otherwise than from its markup.
        is_chosen: The user names the site, so that the page need not show it.
    """

    site: Site
    address: str | None = None
    is_chosen: bool = field(default=False, kw_only=True)

    @property
    def NAME(self) -> str:  # noqa: N802 - as the modules that are readers
        """The name of the site."""
        return self.site.name

    def read(self, page: Page) -> Facts | None:
        """
        Return the facts of a page; ``None`` if the page shows none of the site's lines.

        Only at the site's own address is a page without such lines a page of the site.
        """
        address = self.address or page_address(page)
        republishers = _republishers(self.site, address, is_chosen=self.is_chosen)
        base = _with_own_title(embedded.read(page), self.site)
        lines = found_lines(page, self.site, base.title.value if base.title else "")
        if not (lines.by_part or republishers or self.is_chosen):
            return None
        facts = _facts_of_lines(page, lines)
        if not self.is_chosen and _is_elsewhere(self.site, address, base):
            facts = _without_republication(facts)
        facts = _with_address(facts, self.site, address, republishers)
        return _with_base(facts, _without_lines(base, lines.spans))


def page_address(page: Page) -> str | None:
    """Return the address that a page's markup states: its canonical link, or ``og:url``."""
    stated = page.markup.canonical or dict(page.markup.metadata).get("og:url")
    return stated if stated and _HOST.match(stated) else None


def host_of(address: str | None) -> str:
    """
    Return the host of an address, without ``www.``; the empty text without an address.

    >>> host_of("http://www.Example.org./a")
    'example.org'
    """
    match = _HOST.match(address or "")
    return match[1].lower().rstrip(".") if match else ""


def _republishers(site: Site, address: str | None, *, is_chosen: bool) -> tuple[Fact[str], ...]:
    """Return the names of the site for its own pages, not for copies on other hosts."""
    host = host_of(address)
    if site.has_host(host):
        return tuple(
            Fact(value=name, rule=f"{site.name}.host", quote=address, method="address")
            for name in site.publishers
        )
    if is_chosen and not site.is_mirrored_at(host):
        return tuple(
            Fact(value=name, rule=f"{site.name}.chosen", method="editor")
            for name in site.publishers
        )
    return ()


def _is_elsewhere(site: Site, address: str | None, base: Facts) -> bool:
    """Check whether a page with the forms of a site was published by another site."""
    host = host_of(address)
    if host:
        return not (site.has_host(host) or site.is_mirrored_at(host))
    own = _own_names(site)
    return base.attribution == "inferred" and not any(
        fold(publisher.value) in own for publisher in base.publishers
    )


def _own_names(site: Site) -> set[str]:
    return {fold(name) for name in (site.title, *site.publishers)}


def _without_republication(facts: Facts) -> Facts:
    return evolve(facts, republishers=(), republished=None, section=None, statement=None)


@frozen
class FoundLines:
    """
    Lines of a page that have the forms of a site.

    Attributes:
        by_part: The line that gives each part; ``None`` if several lines differ.
        differing: A remark on each field that differs.
        spans: The spans of all lines.
    """

    by_part: Mapping[str, FoundLine | None]
    differing: tuple[Unread, ...]
    spans: tuple[Span, ...]


def found_lines(page: Page, site: Site, title: str) -> FoundLines:
    """
    Find the lines that have the forms of a site, in the order of its description.

    Args:
        page: The page.
        site: The site.
        title: The title of the page, without the site's words.
    """
    regions = _regions(page, site, fold(title))
    used: list[Span] = []
    by_part: dict[str, FoundLine | None] = {}
    differing: list[Unread] = []
    folded = searchable(page.text)
    for rule in site.lines:
        forms = site.forms_of(rule, folded)
        starts = [start for line in regions[rule.at] for start in _starts(line)]
        candidates = (_line_at(page, site, rule, forms, start) for start in starts)
        found = list(_unused(candidates, used))
        differ = len({_values(line) for line in found}) > 1
        differing += _differing(page, found) if differ else ()
        for line in found:
            for part in line.parts:
                by_part.setdefault(part, None if differ else line)
    return FoundLines(by_part, tuple(differing), tuple(used))


def lines_without_form(page: Page, site: Site, title: str) -> tuple[Line, ...]:
    """Return the lines in the regions of a site that have none of the site's forms."""
    spans = found_lines(page, site, title).spans
    in_regions = {
        line.number: line
        for region in _regions(page, site, fold(title)).values()
        for line in region
    }
    return tuple(
        line
        for _, line in sorted(in_regions.items())
        if fold(line.words) != fold(title)
        and not any(span.start <= line.span.start < span.end for span in spans)
    )


def _regions(page: Page, site: Site, title: str) -> Mapping[Region, Sequence[Line]]:
    lines = [line for line in page.lines if any(map(str.isalnum, line.words))]
    ignored = {line.number for line in lines if _has_some_form(page, line, site.ignored_forms)}
    at = next((at for at, line in enumerate(lines) if title and fold(line.words) == title), None)
    above = [] if at is None else lines[max(0, at - site.head) : at]
    below = [] if at is None else lines[at + 1 : at + 1 + site.head]
    regions: dict[Region, list[Line]] = {
        "head": lines[: site.head] if at is None else [*above, *below],
        "above_title": above,
        "below_title": below,
        "foot": lines[-site.foot :],
    }
    return {
        name: [line for line in region if line.number not in ignored]
        for name, region in regions.items()
    }


def _has_some_form(page: Page, line: Line, forms: Sequence[Form]) -> bool:
    return any(form.pattern.match(page.text, line.span.start) for form in forms)


def _starts(line: Line) -> Iterator[int]:
    """Return the offsets at which a form may begin: the line's start, and labels in the line."""
    yield line.span.start
    if len(line.words) <= _LONGEST_HEADER:
        yield from (line.span.start + label.end() for label in _NEXT_LABEL.finditer(line.words))


def _line_at(
    page: Page, site: Site, rule: LineRule, forms: Sequence[Form], start: int
) -> FoundLine | None:
    """Match the forms of one kind of line at an offset; the first that fits wins."""
    matches = ((form, form.pattern.match(page.text, start)) for form in forms)
    lines = (FoundLine(site, rule, form, match) for form, match in matches if match)
    return next((line for line in lines if line.has_names_of_people(page)), None)


def _unused(lines: Iterable[FoundLine | None], used: list[Span]) -> Iterator[FoundLine]:
    """Return the lines that no line before has used, and add them to those that are used."""
    for line in lines:
        if line and not any(span.start <= line.match.start() < span.end for span in used):
            used.append(Span(*line.match.span()))
            yield line


def _values(line: FoundLine) -> tuple[str, ...]:
    return tuple(f"{part}={fold(line.match[part])}" for part in line.parts)


def _differing(page: Page, lines: Sequence[FoundLine]) -> Iterator[Unread]:
    one, other = (collapse_space(line.match[0]) for line in lines[:2])
    message = Message(
        'two lines differ, "{one}" and "{other}"; neither is used', one=one, other=other
    )
    span = Span(*lines[0].match.span())
    for pointer in sorted({_FIELDS[part] for line in lines for part in line.parts}):
        yield Unread.at(page, span, "NZ635", pointer, message)


def _with_own_title(base: Facts, site: Site) -> Facts:
    """Cut the site's own words from the title."""
    if base.title is None:
        return base
    matches = (form.pattern.match(base.title.value) for form in site.title_forms)
    title = next((match["title"].strip() for match in matches if match), None)
    return evolve(base, title=evolve(base.title, value=title, method="rule")) if title else base


def _facts_of_lines(page: Page, lines: FoundLines) -> Facts:
    """Return the facts of the lines, without those of markup and address."""
    found = {part: line for part, line in lines.by_part.items() if line}
    publishers, original_url, publishers_unread = _publishers(page, found)
    date, date_unread = _date(page, found, "date")
    republished, republished_unread = _date(page, found, "republished")
    creators, creators_unread = _creators(page, found)
    return Facts(
        creators=creators,
        attribution="stated" if publishers else "unknown",
        publishers=publishers,
        place=_text(page, found, "place"),
        date=date,
        original_url=original_url,
        volume=_text(page, found, "volume"),
        issue=_text(page, found, "issue"),
        pages=_text(page, found, "pages"),
        source_line=_whole(page, found, "publisher"),
        republishers=_texts(page, found, "republisher"),
        republished=republished,
        section=_text(page, found, "section"),
        modifications=_modifications(page, found),
        statement=_whole(page, found, "republisher") or _whole(page, found, "republished"),
        unread=(
            *lines.differing, *publishers_unread, *date_unread, *republished_unread,
            *creators_unread, *_unclear(page, found),
        ),
        warnings=tuple(_joined(page, name) for name in publishers if _JOINED.search(name.value)),
    )  # fmt: skip


def _publishers(
    page: Page, found: Mapping[str, FoundLine]
) -> tuple[tuple[Fact[str], ...], Fact[str] | None, tuple[Unread, ...]]:
    """Return the publisher, or the address that a line gives in its place."""
    name = _text(page, found, "publisher")
    if name is None or name.span is None:
        return (), None, ()
    if _ADDRESS.fullmatch(name.value):
        return (), name, ()
    if "," in name.value and "publisher" not in found["publisher"].form.starred:
        message = Message('the names in "{names}" cannot be separated', names=name.value)
        unread = Unread.at(page, name.span, "NZ633", _FIELDS["publisher"], message)
        return (), None, (unread,)
    return (name,), None, ()


def _text(page: Page, found: Mapping[str, FoundLine], part: str) -> Fact[str] | None:
    return line_text(page, found[part], part) if part in found else None


def _texts(page: Page, found: Mapping[str, FoundLine], part: str) -> tuple[Fact[str], ...]:
    fact = _text(page, found, part)
    return (fact,) if fact else ()


def _whole(page: Page, found: Mapping[str, FoundLine], part: str) -> Fact[str] | None:
    """Return the whole line that gives a part."""
    if part not in found:
        return None
    match = found[part].match
    span = trim_span(page, match.start(), _line_end(page, match.end()))
    return Fact(value=collapse_space(page.quote(span)), rule=found[part].rule_name, span=span)


def _line_end(page: Page, end: int) -> int:
    """Return the end of the line, or of its part before the next label, if it is near."""
    rest = _REST.match(page.text, end)
    return rest.end() if rest else end


def _modifications(page: Page, found: Mapping[str, FoundLine]) -> Fact[Modifications] | None:
    lines = (line for line in found.values() if line.rule.modifications)
    if (line := next(lines, None)) is None or line.rule.modifications is None:
        return None
    span = trim_span(page, *line.match.span())
    return Fact(value=line.rule.modifications, rule=line.rule_name, span=span, method="rule")


def _date(
    page: Page, found: Mapping[str, FoundLine], part: str
) -> tuple[Fact[PartialDate] | None, tuple[Unread, ...]]:
    return line_date(page, found[part], part, _FIELDS[part]) if part in found else (None, ())


def _creators(
    page: Page, found: Mapping[str, FoundLine]
) -> tuple[tuple[Fact[Agent], ...], tuple[Unread, ...]]:
    """Return authors and other contributors, and remarks on names that are not clear."""
    organisations = (
        line_organisations(page, found["organisation"]) if "organisation" in found else ()
    )
    read = [line_people(page, found[part], part) for part in PEOPLE_PARTS if part in found]
    people = (fact for facts, _ in read for fact in facts)
    return (*organisations, *people), tuple(each for _, unread in read for each in unread)


def _unclear(page: Page, found: Mapping[str, FoundLine]) -> Iterator[Unread]:
    if line := found.get("unclear"):
        span = line.span(page, "unclear")
        message = Message(
            '"{words}" may be an author, a publisher or both',
            words=collapse_space(page.quote(span)),
        )
        yield Unread.at(page, span, "NZ633", _FIELDS["unclear"], message)


def _joined(page: Page, name: Fact[str]) -> Remark:
    message = Message('"{name}" may be several publishers; kept as one name', name=name.value)
    assert name.span
    return Remark.at(page, name.span, "NZ646", _FIELDS["publisher"], message)


def _with_address(
    facts: Facts, site: Site, address: str | None, republishers: tuple[Fact[str], ...]
) -> Facts:
    """Add what only the address of the page gives."""
    dates = {part: address_date(site, address or "", part) for part in DATE_PARTS}
    return _unless_own_work(
        evolve(
            facts,
            republishers=facts.republishers or republishers,
            date=facts.date or dates["date"],
            republished=facts.republished or dates["republished"],
        ),
        site,
    )


def _unless_own_work(facts: Facts, site: Site) -> Facts:
    """Drop the republication of a text whose source is the site itself."""
    own = _own_names(site)
    if not any(fold(publisher.value) in own for publisher in facts.publishers):
        return facts
    return evolve(_without_republication(facts), date=facts.date or facts.republished)


def _without_lines(base: Facts, spans: Sequence[Span]) -> Facts:
    """Leave out what was read from lines of which the description knows better."""
    if base.source_line and _is_within(base.source_line, spans):
        base = evolve(base, attribution="unknown", publishers=(), date=None)
    creators = tuple(each for each in base.creators if not _is_within(each, spans))
    return evolve(base, creators=creators)


def _is_within(fact: Fact[object], spans: Sequence[Span]) -> bool:
    return fact.span is not None and any(span.start <= fact.span.start < span.end for span in spans)


def _with_base(facts: Facts, base: Facts) -> Facts:
    """Add what the markup states: title, language, authors and, without a line, the original."""
    has_author = any(creator.value.role is None for creator in facts.creators)
    own_date = base.republished or (None if base.attribution == "stated" else base.date)
    is_own_site = base.attribution == "inferred" and bool(facts.publishers)
    merged = evolve(
        facts,
        republishers=facts.republishers or (base.publishers if is_own_site else ()),
        title=base.title,
        language=base.language,
        creators=facts.creators if has_author else (*base.creators, *facts.creators),
        republished=facts.republished or own_date,
        warnings=(*(each for each in base.warnings if not each.field), *facts.warnings),
    )
    is_open = not any((facts.publishers, facts.source_line, facts.original_url))
    if base.attribution == "stated" and is_open:
        merged = _with_original(merged, base)
    return evolve(merged, unread=(*merged.unread, *_missing(merged, base)))


def _with_original(facts: Facts, base: Facts) -> Facts:
    return evolve(
        facts,
        attribution="stated",
        publishers=base.publishers,
        place=base.place,
        date=facts.date or base.date,
        original_url=base.original_url,
        source_line=base.source_line,
    )


def _missing(facts: Facts, base: Facts) -> Iterator[Unread]:
    yield from (each for each in base.unread if each.field == "/title")
    named = {each.field for each in facts.unread}
    if not facts.publishers and _FIELDS["publisher"] not in named:
        message = Message("no line of the page names its source in a form of the site description")
        yield Unread("NZ601", _FIELDS["publisher"], message)
    if not facts.date and _FIELDS["date"] not in named:
        message = Message("no line of the page gives the date of the original")
        yield Unread("NZ602", _FIELDS["date"], message)

"""
Reader of the pages of a site that has a description.

Lines are matched with the forms of the description, in its order: the first kind of line that gives
a value wins. Of two lines that have one kind and differ neither is used. The republisher is known
from the page's address or from the page's words; marks only show which forms a page has.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from nizkorcite.messages import Message
from nizkorcite.page import Page, Span
from nizkorcite.readers.embedded import reader as embedded
from nizkorcite.readers.facts import Fact, Facts, Unread
from nizkorcite.readers.sites.address import address_date, host_of, page_address
from nizkorcite.readers.sites.description import Site
from nizkorcite.readers.sites.form import DATE_PARTS, FIELD_OF_PART
from nizkorcite.readers.sites.line_facts import facts_of_lines
from nizkorcite.readers.sites.lines import found_lines
from nizkorcite.readers.text import fold


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
        base = _with_own_title(embedded.markup_facts(page), self.site)
        lines = found_lines(page, self.site, base.title.value if base.title else "")
        if not (lines.by_part or republishers or self.is_chosen):
            return None
        facts = facts_of_lines(page, lines)
        if not self.is_chosen and _is_elsewhere(self.site, address, base):
            facts = _without_republication(facts)
        facts = _with_address(facts, self.site, address, republishers)
        merged = _with_base(facts, _without_lines(base, lines.spans))
        return _unless_own_work(merged, self.site)


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


def _with_own_title(base: Facts, site: Site) -> Facts:
    """Cut the site's own words from the title."""
    if base.title is None:
        return base
    matches = (form.pattern.match(base.title.value) for form in site.title_forms)
    title = next((match["title"].strip() for match in matches if match), None)
    return evolve(base, title=evolve(base.title, value=title, method="rule")) if title else base


def _with_address(
    facts: Facts, site: Site, address: str | None, republishers: tuple[Fact[str], ...]
) -> Facts:
    """Add what only the address of the page gives."""
    dates = {part: address_date(site, address or "", part) for part in DATE_PARTS}
    return evolve(
        facts,
        republishers=facts.republishers or republishers,
        date=facts.date or dates["date"],
        republished=facts.republished or dates["republished"],
    )


def _unless_own_work(facts: Facts, site: Site) -> Facts:
    """Drop the republication of a text whose source is the site itself."""
    own = _own_names(site) | {fold(name.value) for name in facts.republishers}
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
        base,
        creators=facts.creators if has_author else (*base.creators, *facts.creators),
        republishers=facts.republishers or (base.publishers if is_own_site else ()),
        republished=facts.republished or own_date,
        section=facts.section,
        modifications=facts.modifications,
        statement=facts.statement,
        warnings=(*(each for each in base.warnings if not each.field), *facts.warnings),
    )
    is_open = not any((facts.publishers, facts.source_line, facts.original_url))
    if base.attribution == "stated" and is_open:
        merged = evolve(merged, date=facts.date or base.date)
    else:
        merged = _with_original(merged, facts)
    return evolve(merged, unread=(*facts.unread, *_missing(merged, facts, base)))


def _with_original(base: Facts, facts: Facts) -> Facts:
    return evolve(
        base,
        attribution=facts.attribution,
        publishers=facts.publishers,
        place=facts.place,
        date=facts.date,
        original_url=facts.original_url,
        volume=facts.volume,
        issue=facts.issue,
        pages=facts.pages,
        source_line=facts.source_line,
    )


def _missing(merged: Facts, facts: Facts, base: Facts) -> Iterator[Unread]:
    yield from (each for each in base.unread if each.field == "/title")
    named = {each.field for each in facts.unread}
    if not merged.publishers and FIELD_OF_PART["publisher"] not in named:
        message = Message("no line of the page names its source in a form of the site description")
        yield Unread("NZ601", FIELD_OF_PART["publisher"], message)
    if not merged.date and FIELD_OF_PART["date"] not in named:
        message = Message("no line of the page gives the date of the original")
        yield Unread("NZ602", FIELD_OF_PART["date"], message)

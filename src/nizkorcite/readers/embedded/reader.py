"""
Any page: only what its markup states of itself.

JSON-LD (schema.org), Open Graph, Highwire and Dublin Core names, and ``<title>``. A page names its
own publisher but seldom its source, so that publisher is taken as the original's with attribution
``inferred``; where JSON-LD says what a page is based on, both layers are told. Dates of change,
dates in the text and dates in the address are never taken. Where the JSON-LD describes several
articles, the page's own is the one with the page's address or title; if none has it, none is taken.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from nizkorcite.dates import PartialDate
from nizkorcite.page import Page
from nizkorcite.readers.embedded.json_ld import _linked_data, _mapping, _mappings, _types
from nizkorcite.readers.embedded.meta import (
    _DATES,
    _PUBLISHERS,
    _TITLES,
    _day,
    _first,
    _meta,
    _stated,
)
from nizkorcite.readers.facts import Fact, Facts, Unread
from nizkorcite.readers.language import language_of
from nizkorcite.readers.text import folded
from nizkorcite.record.model import Agent, person
from nizkorcite.record.vocabulary import AgentKind, Attribution

NAME = "general"


_NOT_A_NAME = re.compile(r"https?://|(?:by|por|par)\s|.*[;|]", re.IGNORECASE)


_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")


_URL = re.compile(r"https?://[!-~]+")


_KINDS: dict[str, AgentKind] = {
    "Person": "person",
    "Organization": "organisation",
    "NewsMediaOrganization": "organisation",
}


_MOST_FRAMES = 10


def matches(page: Page) -> bool:  # noqa: ARG001 - every reader answers the same question
    """
    Tell whether a page can be read here: any can.

    >>> matches(Page.from_bytes(b"x"))
    True
    """
    return True


def read(page: Page) -> Facts:
    """
    Take from a page what its markup states.

    >>> html = b"<title>A</title><meta property='og:site_name' content='Example News'><p>text"
    >>> facts = read(Page.from_bytes(html))
    >>> facts.title.value, facts.publishers[0].value, facts.date
    ('A', 'Example News', None)
    """
    linked, warnings = _linked_data(page)
    base, base_address = _base(linked)
    own_date, date_unread = _date(page, linked)
    own_publishers = _publishers(page, linked)
    sources = _publishers_of(base)
    based = bool(base or base_address)
    title = _title(page, linked)
    return Facts(
        title=title,
        creators=_creators(page, linked),
        attribution=_attribution(sources, () if based else own_publishers),
        publishers=sources if based else own_publishers,
        date=_linked_date(base) if based else own_date,
        original_url=base_address,
        republishers=own_publishers if based else (),
        republished=own_date if based else None,
        language=_language(page),
        unread=(
            *(() if title else (_absent("/title", "title"),)),
            *(() if sources else (_absent("/original/publishers", "source"),)),
            *(evolve(each, field="/republication/date") if based else each for each in date_unread),
        ),
        warnings=(
            *warnings,
            *_no_text(page),
            *_other_publishers(page, own_publishers),
            *_unnamed_kind(page, linked),
        ),
    )


def _attribution(sources: tuple[Fact[str], ...], own: tuple[Fact[str], ...]) -> Attribution:
    """A source that is named is stated; a page's own publisher is only likely to be its source."""
    if sources:
        return "stated"
    return "inferred" if own else "unknown"


def _base(linked: Mapping[str, object]) -> tuple[Mapping[str, object], Fact[str] | None]:
    """What the page says it is based on: a described work, or an address alone."""
    value = linked.get("isBasedOn")
    base = _mapping(value)
    return base, _address(base or {"url": value})


def _no_text(page: Page) -> tuple[str, ...]:
    if any(map(str.isalnum, page.text)):
        return ()
    if page.markup.frames:
        files = ", ".join(page.markup.frames[:_MOST_FRAMES])
        return (f"the page is made of frames; read the files that they show: {files}",)
    return ("the page shows no text; is it cut, or made by a script?",)


def _other_publishers(page: Page, taken: tuple[Fact[str], ...]) -> tuple[str, ...]:
    names = {folded(fact.value) for fact in taken}
    other = [fact.value for fact in _meta(page, _PUBLISHERS) if folded(fact.value) not in names]
    if not taken or not other:
        return ()
    return (
        f'the page\'s markup names "{taken[0].value}" and "{other[0]}" as publishers; '
        "the first is taken",
    )


def _absent(field: str, what: str) -> Unread:
    message = f"the page's markup states no {what}; only JSON-LD, meta tags and <title> are read"
    return Unread(field=field, reason="absent", message=message)


def _title(page: Page, linked: Mapping[str, object]) -> Fact[str] | None:
    headline = _stated(linked.get("headline"), "json-ld")
    return headline or _first((*_meta(page, _TITLES), _stated(page.markup.title, "title-element")))


def _publishers(page: Page, linked: Mapping[str, object]) -> tuple[Fact[str], ...]:
    named = _first(_meta(page, _PUBLISHERS))
    return _publishers_of(linked) or ((named,) if named else ())


def _publishers_of(thing: Mapping[str, object]) -> tuple[Fact[str], ...]:
    stated = thing.get("publisher")
    names = [each.get("name") for each in _mappings(stated)] or [stated]
    return tuple(fact for name in names if (fact := _stated(name, "json-ld")))


def _address(thing: Mapping[str, object]) -> Fact[str] | None:
    fact = _stated(thing.get("url") or thing.get("@id"), "json-ld")
    return fact if fact and _URL.fullmatch(fact.value) else None


def _creators(page: Page, linked: Mapping[str, object]) -> tuple[Fact[Agent], ...]:
    """Authors whose kind is stated: JSON-LD tells it, and Highwire names persons."""
    stated = tuple(
        Fact(value=Agent(kind=kind, name=name.value), rule=name.rule, quote=name.quote)
        for author in _mappings(linked.get("author"))
        if (kind := _kind(author))
        and (name := _stated(author.get("name"), "json-ld"))
        and not _NOT_A_NAME.match(name.value)
    )
    return stated or tuple(
        _person(name)
        for name in dict.fromkeys(_meta(page, ("citation_author",)))
        if not _NOT_A_NAME.match(name.value)
    )


def _kind(author: Mapping[str, object]) -> AgentKind | None:
    kinds = {_KINDS[kind] for kind in _types(author) if kind in _KINDS}
    return next(iter(kinds)) if len(kinds) == 1 else None


def _person(name: Fact[str]) -> Fact[Agent]:
    family, comma, given = name.value.partition(", ")
    inverted = bool(comma) and bool(family) and bool(given) and "," not in given
    agent = person(family, given) if inverted else Agent(kind="person", name=name.value)
    return Fact(value=agent, rule=name.rule, quote=name.quote)


def _unnamed_kind(page: Page, linked: Mapping[str, object]) -> tuple[str, ...]:
    authors = (
        author if isinstance(author, str) else author.get("name")
        for author in _texts_and_mappings(linked.get("author"))
        if isinstance(author, str) or _kind(author) is None
    )
    stated = [fact for author in authors if (fact := _stated(author, "json-ld"))]
    names = [*stated, *_meta(page, ("author", "dc.creator", "dcterms.creator"))]
    if not names:
        return ()
    return (
        f'the page names "{names[0].value}" as its author but not whether that is a person or an '
        "organisation; not taken",
    )


def _texts_and_mappings(value: object) -> Iterator[str | Mapping[str, object]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str | dict):
            yield item


def _date(
    page: Page, linked: Mapping[str, object]
) -> tuple[Fact[PartialDate] | None, tuple[Unread, ...]]:
    """The day the page says it was published, where all its statements agree."""
    published = _stated(linked.get("datePublished"), "json-ld")
    stated = [*((published,) if published else ()), *_meta(page, _DATES)]
    days = [day for fact in stated if (day := _day(fact))]
    dates = sorted(days, key=lambda fact: -len(str(fact.value)))
    if not dates:
        return None, (_no_date(stated),)
    if all(str(dates[0].value).startswith(str(fact.value)) for fact in dates):
        return dates[0], ()
    values = ", ".join(sorted({str(fact.value) for fact in dates}))
    message = f"the page's markup states different dates of publication: {values}"
    return None, (Unread(field="/original/date", reason="ambiguous", message=message),)


def _no_date(stated: Sequence[Fact[str]]) -> Unread:
    if not stated:
        return _absent("/original/date", "date of publication")
    message = f'the page\'s markup gives "{stated[0].value}" as its date, which is none in ISO 8601'
    return Unread(field="/original/date", reason="unreadable", message=message)


def _linked_date(thing: Mapping[str, object]) -> Fact[PartialDate] | None:
    stated = _stated(thing.get("datePublished"), "json-ld")
    return _day(stated) if stated else None


def _language(page: Page) -> Fact[str] | None:
    """The text's language; where the detector is not sure, what the page declares."""
    detected = language_of(page.text)
    if detected:
        return Fact(value=detected, rule="language.n-grams", method="model")
    declared = page.markup.language
    if declared and _LANGUAGE.fullmatch(declared):
        return Fact(value=declared, rule="general.html-lang", quote=declared)
    return None

"""
Any page: only what its markup states of itself.

JSON-LD (schema.org), Open Graph, Highwire and Dublin Core names, and ``<title>``. A page names its
own publisher but seldom its source, so that publisher is taken as the original's with attribution
``inferred``; where JSON-LD says what a page is based on, both layers are told. Dates of change,
dates in the text and dates in the address are never taken. Where the JSON-LD describes several
articles, the page's own is the one with the page's address or title; if none has it, none is taken.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from attrs import evolve

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact, Facts, Unread
from nizkorcite.readers.language import language_of
from nizkorcite.readers.words import folded, one_line
from nizkorcite.record.model import Agent, person
from nizkorcite.record.vocabulary import AgentKind, Attribution

NAME = "general"

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting Report "
    "ScholarlyArticle OpinionNewsArticle".split()
)
# What wraps an article, or stands for one where none is described.
_WRAPPERS = frozenset(("WebPage", "CreativeWork"))
_SCHEMA_ORG = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)")
_SCRIPT_WRAPPING = re.compile(r"\A\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*\Z")
_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title")
_PUBLISHERS = ("citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name")
_DATES = (
    "article:published_time",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
)
_DAY = re.compile(r"([0-9]{4})(?:[-/]([0-9]{2})(?:[-/]([0-9]{2}))?)?(?=$|[T ])")
_UNPADDED = re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})")  # Google Scholar: 2010/5/12
# What programs write where they have no date: the first instants of .NET and of Unix.
_NO_DATE = re.compile(r"000|1970-01-01T00:00:00")
_PLACEHOLDER = re.compile(r"\{\{|\}\}|%[A-Z_]+%|\$\{")
_NOT_A_NAME = re.compile(r"https?://|(?:by|por|par)\s|.*[;|]", re.IGNORECASE)
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_URL = re.compile(r"https?://[!-~]+")
_KINDS: dict[str, AgentKind] = {
    "Person": "person",
    "Organization": "organisation",
    "NewsMediaOrganization": "organisation",
}
_MAXIMUM_LINE = 500
_MAXIMUM_LIST = 100
_MOST_FRAMES = 10
_REFERRING = ("author", "publisher")


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


def _stated(value: object, name: str) -> Fact[str] | None:
    """A text of the markup; what is none, empty, over-long or a template's gap is not taken."""
    words = one_line(value) if isinstance(value, str) else ""
    if not words or len(words) > _MAXIMUM_LINE or _NOT_TEXT.search(words):
        return None
    if _PLACEHOLDER.search(words):
        return None
    return Fact(value=words, rule=f"general.{name}", quote=words)


def _meta(page: Page, names: Sequence[str]) -> Iterator[Fact[str]]:
    """What the page's meta elements say under some names, in the order of the names."""
    for name in names:
        contents = (content for key, content in page.markup.metadata if key == name)
        for content in islice(contents, _MAXIMUM_LIST):
            if fact := _stated(content, "meta"):
                yield fact


def _first(facts: Iterable[Fact[str] | None]) -> Fact[str] | None:
    return next((fact for fact in facts if fact), None)


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


def _day(stated: Fact[str]) -> Fact[PartialDate] | None:
    """The day of an ISO 8601 date or instant, as written."""
    match = _DAY.match(stated.value) or _UNPADDED.fullmatch(stated.value)
    if match is None or _NO_DATE.match(stated.value):
        return None
    try:
        value = PartialDate("-".join(part.zfill(2) for part in match.groups() if part))
    except DateError:
        return None
    return Fact(value=value, rule=stated.rule, quote=stated.quote, method="rule")


def _language(page: Page) -> Fact[str] | None:
    """The text's language; where the detector is not sure, what the page declares."""
    detected = language_of(page.text)
    if detected:
        return Fact(value=detected, rule="language.n-grams", method="model")
    declared = page.markup.language
    if declared and _LANGUAGE.fullmatch(declared):
        return Fact(value=declared, rule="general.html-lang", quote=declared)
    return None


def _linked_data(page: Page) -> tuple[Mapping[str, object], tuple[str, ...]]:
    """The page's own article, as its JSON-LD describes it, with what it refers to."""
    things, broken = _described(page)
    articles = [thing for thing in things if not _ARTICLES.isdisjoint(_types(thing))]
    wrappers = [thing for thing in things if not _WRAPPERS.isdisjoint(_types(thing))]
    own = articles if len(articles) <= 1 else [each for each in articles if _is_own(page, each)]
    warnings = ("the page's JSON-LD is broken; it was passed over",) if broken else ()
    if len(own) == 1 or (not articles and wrappers):
        return _resolved((own or wrappers)[0], things), warnings
    if not articles:
        return {}, warnings
    several = (
        f"the page's JSON-LD describes {len(articles)} articles; none is told to be the page's"
    )
    return {}, (*warnings, several)


def _described(page: Page) -> tuple[list[Mapping[str, object]], bool]:
    """Everything the page's JSON-LD describes, and whether some of it is broken."""
    things: list[Mapping[str, object]] = []
    broken = False
    for script in page.markup.linked_data:
        try:
            things += _things(json.loads(_SCRIPT_WRAPPING.sub("", script), strict=False))
        except (ValueError, RecursionError):
            broken = True
    return things, broken


def _is_own(page: Page, thing: Mapping[str, object]) -> bool:
    """Whether an article has the page's own address or title."""
    addresses = {page.markup.canonical, *(fact.value for fact in _meta(page, ("og:url",)))}
    main = thing.get("mainEntityOfPage")
    stated = [thing.get("url"), thing.get("@id"), main, _mapping(main).get("@id")]
    if any(isinstance(each, str) and each in addresses for each in stated):
        return True
    headline = _stated(thing.get("headline"), "json-ld")
    titles = {folded(fact.value) for fact in _meta(page, _TITLES)}
    return headline is not None and folded(headline.value) in titles


def _resolved(
    thing: Mapping[str, object], things: Sequence[Mapping[str, object]]
) -> Mapping[str, object]:
    """A thing whose author and publisher, where they are only referred to, are those described."""
    by_id = {
        name: each for each in things if isinstance(name := each.get("@id"), str) and len(each) > 1
    }

    def looked_up(value: object) -> object:
        if isinstance(value, list):
            return [looked_up(item) for item in value[:_MAXIMUM_LIST]]
        reference = value.get("@id") if isinstance(value, dict) and "name" not in value else None
        return by_id.get(reference, value) if isinstance(reference, str) else value

    return {**thing, **{key: looked_up(thing[key]) for key in _REFERRING if key in thing}}


def _types(thing: Mapping[str, object]) -> set[str]:
    kinds = thing.get("@type")
    each = kinds if isinstance(kinds, list) else [kinds]
    return {_SCHEMA_ORG.sub("", kind) for kind in each if isinstance(kind, str)}


def _things(described: object) -> Iterator[Mapping[str, object]]:
    for thing in _mappings(described):
        yield thing
        yield from _mappings(thing.get("@graph"))
        yield from _mappings(thing.get("mainEntity"))


def _mappings(value: object) -> tuple[Mapping[str, object], ...]:
    """The objects of a JSON-LD value, which may be one or a list."""
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, dict))


def _mapping(value: object) -> Mapping[str, object]:
    return next(iter(_mappings(value)), {})

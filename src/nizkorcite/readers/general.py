"""
Any page: only what its markup states of itself.

JSON-LD (schema.org), Open Graph, Highwire and Dublin Core names, and ``<title>``. A page names its
own publisher but seldom its source, so that publisher is taken as the original's with attribution
``inferred``; where JSON-LD says what a page is based on, both layers are told. Dates of change,
dates in the text and dates in the address are never taken.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError
from nizkorcite.model import Agent, AgentKind, person
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact, Facts, Unread
from nizkorcite.readers.language import language_of
from nizkorcite.readers.words import one_line

NAME = "general"

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting Report WebPage "
    "ScholarlyArticle OpinionNewsArticle CreativeWork".split()
)
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
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_URL = re.compile(r"https?://[!-~]+")
_KINDS: dict[str, AgentKind] = {
    "Person": "person",
    "Organization": "organisation",
    "NewsMediaOrganization": "organisation",
}
_MAXIMUM_LINE = 500


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
    base = _mapping(linked.get("isBasedOn"))
    own_date, date_unread = _date(page, linked)
    own_publishers = _publishers(page, linked)
    based = bool(_publishers_of(base))
    title = _title(page, linked)
    return Facts(
        title=title,
        creators=_creators(page, linked),
        attribution="stated" if based else "inferred" if own_publishers else "unknown",
        publishers=_publishers_of(base) if based else own_publishers,
        date=_linked_date(base) if based else own_date,
        original_url=_address(base) if based else None,
        republishers=own_publishers if based else (),
        republished=own_date if based and own_publishers else None,
        language=_language(page),
        unread=(
            *(() if title else (_absent("/title", "title"),)),
            *(() if based else (_absent("/original/publishers", "source"),)),
            *date_unread,
        ),
        warnings=(*warnings, *_unnamed_kind(page)),
    )


def _absent(field: str, what: str) -> Unread:
    message = f"the page's markup states no {what}; only JSON-LD, meta tags and <title> are read"
    return Unread(field=field, reason="absent", message=message)


def _stated(value: object, name: str) -> Fact[str] | None:
    """A text of the markup as a value; what is no text, empty or over-long is not taken."""
    words = one_line(value) if isinstance(value, str) else ""
    if not words or len(words) > _MAXIMUM_LINE:
        return None
    return Fact(value=words, rule=f"general.{name}", quote=words)


def _meta(page: Page, names: Sequence[str]) -> Iterator[Fact[str]]:
    """What the page's meta elements say under some names, in the order of the names."""
    for name in names:
        for key, content in page.markup.metadata:
            if key == name and (fact := _stated(content, "meta")):
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
    names = (each.get("name") for each in _mappings(thing.get("publisher")))
    return tuple(fact for name in names if (fact := _stated(name, "json-ld")))


def _address(thing: Mapping[str, object]) -> Fact[str] | None:
    fact = _stated(thing.get("url") or thing.get("@id"), "json-ld")
    return fact if fact and _URL.fullmatch(fact.value) else None


def _creators(page: Page, linked: Mapping[str, object]) -> tuple[Fact[Agent], ...]:
    """Authors whose kind is stated: JSON-LD tells it, and Highwire names persons."""
    stated = tuple(
        Fact(value=Agent(kind=kind, name=name.value), rule=name.rule, quote=name.quote)
        for author in _mappings(linked.get("author"))
        if (kind := _KINDS.get(str(author.get("@type"))))
        and (name := _stated(author.get("name"), "json-ld"))
    )
    return stated or tuple(_person(name) for name in _meta(page, ("citation_author",)))


def _person(name: Fact[str]) -> Fact[Agent]:
    family, comma, given = name.value.partition(", ")
    inverted = bool(comma) and bool(family) and bool(given) and "," not in given
    agent = person(family, given) if inverted else Agent(kind="person", name=name.value)
    return Fact(value=agent, rule=name.rule, quote=name.quote)


def _unnamed_kind(page: Page) -> tuple[str, ...]:
    names = [fact.value for fact in _meta(page, ("author", "dc.creator", "dcterms.creator"))]
    if not names:
        return ()
    return (
        f'the page names "{names[0]}" as its author but not whether that is a person or an '
        "organisation; not taken",
    )


def _date(
    page: Page, linked: Mapping[str, object]
) -> tuple[Fact[PartialDate] | None, tuple[Unread, ...]]:
    """The day the page says it was published, where all its statements agree."""
    stated = [_linked_date(linked), *(_day(fact) for fact in _meta(page, _DATES))]
    dates = sorted((fact for fact in stated if fact), key=lambda fact: -len(str(fact.value)))
    if not dates:
        return None, (_absent("/original/date", "date of publication"),)
    if all(str(dates[0].value).startswith(str(fact.value)) for fact in dates):
        return dates[0], ()
    values = ", ".join(sorted({str(fact.value) for fact in dates}))
    message = f"the page's markup states different dates of publication: {values}"
    return None, (Unread(field="/original/date", reason="ambiguous", message=message),)


def _linked_date(thing: Mapping[str, object]) -> Fact[PartialDate] | None:
    stated = _stated(thing.get("datePublished"), "json-ld")
    return _day(stated) if stated else None


def _day(stated: Fact[str]) -> Fact[PartialDate] | None:
    """The day of an ISO 8601 date or instant, as written."""
    match = _DAY.match(stated.value)
    if match is None:
        return None
    try:
        value = PartialDate("-".join(part for part in match.groups() if part))
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
    """The first article that the page's JSON-LD describes."""
    warnings: list[str] = []
    for script in page.markup.linked_data:
        try:
            described = json.loads(script)
        except (ValueError, RecursionError):
            warnings.append("the page's JSON-LD is broken; it was passed over")
            continue
        for thing in _things(described):
            kinds = thing.get("@type")
            if not _ARTICLES.isdisjoint(map(str, kinds if isinstance(kinds, list) else [kinds])):
                return thing, tuple(warnings)
    return {}, tuple(warnings)


def _things(described: object) -> Iterator[Mapping[str, object]]:
    for thing in _mappings(described):
        yield thing
        yield from _mappings(thing.get("@graph"))


def _mappings(value: object) -> tuple[Mapping[str, object], ...]:
    """The objects of a JSON-LD value, which may be one or a list."""
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, dict))


def _mapping(value: object) -> Mapping[str, object]:
    return next(iter(_mappings(value)), {})

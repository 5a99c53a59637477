"""Articles described in JSON-LD (schema.org)."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from nizkorcite.page import Page
from nizkorcite.readers.embedded.meta import _MAXIMUM_LIST, _TITLES, _meta, _stated
from nizkorcite.readers.text import folded

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting Report "
    "ScholarlyArticle OpinionNewsArticle".split()
)


# What wraps an article, or stands for one where none is described.
_WRAPPERS = frozenset(("WebPage", "CreativeWork"))


_SCHEMA_ORG = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)")


_SCRIPT_WRAPPING = re.compile(r"\A\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*\Z")


_REFERRING = ("author", "publisher")


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

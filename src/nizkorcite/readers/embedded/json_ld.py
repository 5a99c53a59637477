"""Articles described in JSON-LD (schema.org)."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.embedded.meta import MAXIMUM_ITEMS, TITLE_KEYS, meta_facts, text_fact
from nizkorcite.readers.facts import Remark
from nizkorcite.readers.text import fold

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting Report "
    "ScholarlyArticle OpinionNewsArticle".split()
)
# Types that contain an article, or replace one on pages that describe none.
_WRAPPERS = frozenset(("WebPage", "CreativeWork"))
_SCHEMA_ORG = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)")
_SCRIPT_WRAPPING = re.compile(r"\A\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*\Z")
_REFERRING = ("author", "publisher")


def page_article(page: Page) -> tuple[Mapping[str, object], tuple[Remark, ...]]:
    """
    Return the JSON-LD object of the page's own article, and remarks.

    Of several articles, the page's own has the page's address or title; if none has, the object is
    empty. An author or publisher given by its id is replaced with the object of that id.
    """
    things, is_broken = _described_things(page)
    articles = [thing for thing in things if not _ARTICLES.isdisjoint(types_of(thing))]
    wrappers = [thing for thing in things if not _WRAPPERS.isdisjoint(types_of(thing))]
    own = articles if len(articles) <= 1 else [each for each in articles if _is_own(page, each)]
    remarks = (_BROKEN,) if is_broken else ()
    if len(own) == 1 or (not articles and wrappers):
        return _with_references((own or wrappers)[0], things), remarks
    return {}, (*remarks, _several(len(articles))) if articles else remarks


_BROKEN = Remark("NZ642", "", Message("the page's JSON-LD is not valid JSON and was skipped"))


def _several(number: int) -> Remark:
    message = Message(
        "the page's JSON-LD describes {number} articles, and none can be identified as this page's",
        number=number,
    )
    return Remark("NZ643", "", message)


def _described_things(page: Page) -> tuple[list[Mapping[str, object]], bool]:
    """Return all objects described in the page's JSON-LD, and whether any script is broken."""
    things: list[Mapping[str, object]] = []
    is_broken = False
    for script in page.markup.linked_data:
        try:
            things += _things(json.loads(_SCRIPT_WRAPPING.sub("", script), strict=False))
        except (ValueError, RecursionError):
            is_broken = True
    return things, is_broken


def _is_own(page: Page, thing: Mapping[str, object]) -> bool:
    """Check whether an article has the page's own address or title."""
    addresses = {page.markup.canonical, *(fact.value for fact in meta_facts(page, ("og:url",)))}
    main = thing.get("mainEntityOfPage")
    stated = [thing.get("url"), thing.get("@id"), main, first_object(main).get("@id")]
    if any(isinstance(each, str) and each in addresses for each in stated):
        return True
    headline = text_fact(thing.get("headline"), "json-ld")
    titles = {fold(fact.value) for fact in meta_facts(page, TITLE_KEYS)}
    return headline is not None and fold(headline.value) in titles


def _with_references(
    thing: Mapping[str, object], things: Sequence[Mapping[str, object]]
) -> Mapping[str, object]:
    """Replace an author or publisher given by ``@id`` alone with the object of that id."""
    by_id = {
        name: each for each in things if isinstance(name := each.get("@id"), str) and len(each) > 1
    }

    def look_up(value: object) -> object:
        if isinstance(value, list):
            return [look_up(item) for item in value[:MAXIMUM_ITEMS]]
        reference = value.get("@id") if isinstance(value, dict) and "name" not in value else None
        return by_id.get(reference, value) if isinstance(reference, str) else value

    return {**thing, **{key: look_up(thing[key]) for key in _REFERRING if key in thing}}


def types_of(thing: Mapping[str, object]) -> set[str]:
    """Return the types of an object, without the address of schema.org."""
    kinds = thing.get("@type")
    each = kinds if isinstance(kinds, list) else [kinds]
    return {_SCHEMA_ORG.sub("", kind) for kind in each if isinstance(kind, str)}


def _things(described: object) -> Iterator[Mapping[str, object]]:
    for thing in objects(described):
        yield thing
        yield from objects(thing.get("@graph"))
        yield from objects(thing.get("mainEntity"))


def objects(value: object) -> tuple[Mapping[str, object], ...]:
    """Return the objects of a JSON-LD value, which may be one object or a list."""
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, dict))


def first_object(value: object) -> Mapping[str, object]:
    """Return the first object of a JSON-LD value, or an empty one."""
    return next(iter(objects(value)), {})

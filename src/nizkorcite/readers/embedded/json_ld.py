"""Articles described in JSON-LD (schema.org)."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence

from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.addresses import address_key
from nizkorcite.readers.embedded.meta import MAXIMUM_ITEMS, TITLE_KEYS, meta_facts, text_fact
from nizkorcite.readers.facts import Remark
from nizkorcite.readers.text import fold

_ARTICLES = frozenset(
    "Report Review ClaimReview Recipe HowTo Question Book Chapter Legislation".split()
)
_ARTICLE_ENDINGS = ("Article", "Posting")
# Types that contain an article, or replace one on pages that describe none.
_WRAPPERS = frozenset(("WebPage", "CreativeWork"))
_SCHEMA_ORG = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)")
_SCRIPT_WRAPPING = re.compile(
    r"\A\s*(?:/\*|//)?\s*(?:<!\[CDATA\[|<!--)(?:\s*\*/)?|(?:/\*|//)?\s*(?:\]\]>|-->)(?:\s*\*/)?[\s;]*\Z"
)
_REFERRING = ("author", "creator", "publisher")
# Strings are matched first, so that nothing inside them is taken for a comment or a comma.
_STRING_OR_EXTRA = re.compile(
    r'("(?:[^"\\]|\\.)*+")|//[^\n]*|/\*.*?\*/|,(?=\s*(?:[}\]]|\Z))', re.DOTALL
)
_NEXT = re.compile(r"[^\s;,]")


def page_article(page: Page) -> tuple[Mapping[str, object], tuple[Remark, ...]]:
    """
    Return the JSON-LD object of the page's own article, and remarks.

    Of several articles, the page's own has the page's address or title. Several that may be the
    page's own give the members in which they agree, and all their dates. An author or publisher
    given by its id is replaced with the object of that id.
    """
    things, remarks = _described_things(page)
    articles = [thing for thing in things if is_article(types_of(thing))]
    own = articles if len(articles) <= 1 else [each for each in articles if _is_own(page, each)]
    candidates = own or articles or [each for each in things if _is_wrapper(each)][:1]
    if not candidates:
        return {}, remarks
    article = _with_references(_common_members(candidates), things)
    if own or len(candidates) == 1 or _is_of_one_day(article):
        return article, remarks
    undated = {key: value for key, value in article.items() if key != "datePublished"}
    return undated, (*remarks, _several(len(articles)))


_BROKEN = Remark("NZ642", "", Message("the page's JSON-LD is not valid JSON and was skipped"))
_TOO_DEEP = Remark("NZ642", "", Message("the page's JSON-LD nests too deeply and was skipped"))


def _several(number: int) -> Remark:
    message = Message(
        "the page's JSON-LD describes {number} articles, and none can be identified as this page's",
        number=number,
    )
    return Remark("NZ643", "", message)


def is_article(types: set[str]) -> bool:
    """Check whether one of an object's types is that of an article or a like work."""
    return not _ARTICLES.isdisjoint(types) or any(each.endswith(_ARTICLE_ENDINGS) for each in types)


def _is_wrapper(thing: Mapping[str, object]) -> bool:
    return not _WRAPPERS.isdisjoint(types_of(thing))


def _common_members(things: Sequence[Mapping[str, object]]) -> Mapping[str, object]:
    """Return the members that are equal in all objects, and the dates of all."""
    first, *others = things
    common = {
        key: value for key, value in first.items() if all(each.get(key) == value for each in others)
    }
    dates = [each["datePublished"] for each in things if "datePublished" in each]
    return {**common, "datePublished": dates} if dates else common


def _is_of_one_day(article: Mapping[str, object]) -> bool:
    dates = article.get("datePublished")
    return isinstance(dates, list) and len({str(date)[:10] for date in dates}) == 1


def _described_things(page: Page) -> tuple[list[Mapping[str, object]], tuple[Remark, ...]]:
    """Return all objects described in the page's JSON-LD, and remarks on scripts skipped."""
    things: list[Mapping[str, object]] = []
    skipped: list[Remark] = []
    for script in page.markup.linked_data:
        try:
            for value in _values(_SCRIPT_WRAPPING.sub("", script.lstrip("\ufeff"))):
                things += _things(value)
        except ValueError:
            skipped.append(_BROKEN)
        except RecursionError:
            skipped.append(_TOO_DEEP)
    return things, tuple(dict.fromkeys(skipped))


def _values(script: str) -> list[object]:
    """
    Parse the JSON values of a script, with the slips that search engines forgive.

    Comments, commas before a bracket, semicolons and several values, and JSON escaped as HTML.

    >>> _values('{"a": 1,}; // end')
    [{'a': 1}]
    """
    try:
        return [json.loads(script, strict=False)]
    except ValueError:
        text = html.unescape(script) if "&quot;" in script and '"' not in script else script
        return _sequence(_STRING_OR_EXTRA.sub(lambda match: match[1] or " ", text))


def _sequence(text: str) -> list[object]:
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    at = _after_space(text, 0)
    while at < len(text):
        value, end = decoder.raw_decode(text, at)
        values.append(value)
        at = _after_space(text, end)
    return values


def _after_space(text: str, at: int) -> int:
    """Return the first place from `at` without white space, semicolon or comma."""
    match = _NEXT.search(text, at)
    return match.start() if match else len(text)


def _is_own(page: Page, thing: Mapping[str, object]) -> bool:
    """Check whether an article has the page's own address or title."""
    stated = (page.markup.canonical, *(fact.value for fact in meta_facts(page, ("og:url",))))
    addresses = {address_key(each) for each in stated if each}
    if any(address_key(each) in addresses for each in stated_addresses(thing)):
        return True
    headline = text_fact(thing.get("headline"), "json-ld")
    titles = {fold(fact.value) for fact in meta_facts(page, TITLE_KEYS)}
    return headline is not None and fold(headline.value) in titles


def stated_addresses(thing: Mapping[str, object]) -> Iterator[str]:
    """Return the addresses that an object states for itself and its page."""
    main = thing.get("mainEntityOfPage")
    for each in (thing.get("url"), main, first_object(main).get("@id"), thing.get("@id")):
        if isinstance(each, str):
            yield each


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
        yield {key: _plain_value(value) for key, value in thing.items()}
        yield from objects(thing.get("@graph"))
        yield from objects(thing.get("mainEntity"))


def _plain_value(value: object) -> object:
    """Return the text of a value with a type or language (JSON-LD 1.1, section 4.2)."""
    return value["@value"] if isinstance(value, dict) and "@value" in value else value


def objects(value: object) -> tuple[Mapping[str, object], ...]:
    """Return the objects of a JSON-LD value, which may be one object or a list."""
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, dict))


def first_object(value: object) -> Mapping[str, object]:
    """Return the first object of a JSON-LD value, or an empty one."""
    return next(iter(objects(value)), {})

"""
Reader of any page: metadata that the markup states.

JSON-LD (schema.org), Open Graph, Highwire and Dublin Core names, and ``<title>``. A page names its
own publisher but seldom its source, so that publisher becomes the original's with attribution
``inferred``; JSON-LD that names what a page is based on gives both layers. Dates of change, dates
in the text and dates in the address are never used.

Own code, since the text needs the page parsed anyway: ``extruct`` (0.18) takes 0.28 s to import,
brings 20 packages, parses the page a second time with lxml, and raises an exception for a page with
one broken JSON-LD script or one in a CDATA comment.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.embedded.json_ld import first_object, objects, page_article, types_of
from nizkorcite.readers.embedded.meta import (
    DATE_KEYS,
    PUBLISHER_KEYS,
    TITLE_KEYS,
    day_fact,
    meta_facts,
    text_fact,
)
from nizkorcite.readers.facts import Fact, Facts, Remark, Unread
from nizkorcite.readers.language import language_of
from nizkorcite.readers.printed_sources.layers import with_printed_source
from nizkorcite.readers.text import fold
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


def read(page: Page) -> Facts:
    """
    Return the facts that a page's markup states.

    >>> html = b"<title>A</title><meta property='og:site_name' content='Example News'><p>text"
    >>> facts = read(Page.from_bytes(html))
    >>> facts.title.value, facts.publishers[0].value, facts.date
    ('A', 'Example News', None)
    """
    article, warnings = page_article(page)
    base, base_address = _base(article)
    based = bool(base or base_address)
    own_layer = "/republication" if based else "/original"
    own_date, date_unread = _date(page, article, f"{own_layer}/date")
    own_publishers = _publishers(page, article)
    sources = _publishers_of(base)
    title = _title(page, article)
    creators = _creators(page, article)
    facts = Facts(
        title=title,
        creators=creators,
        attribution=_attribution(sources, () if based else own_publishers),
        publishers=sources if based else own_publishers,
        date=_linked_date(base) if based else own_date,
        original_url=base_address,
        republishers=own_publishers if based else (),
        republished=own_date if based else None,
        language=_language(page),
        unread=(
            *(() if title else (_not_found("/title", Message("title")),)),
            *(() if sources else (_NO_SOURCE,)),
            *date_unread,
            *_left_out_author(page, article, creators),
        ),
        warnings=(
            *warnings,
            *_no_text(page),
            *_other_publisher(page, own_publishers, f"{own_layer}/publishers"),
        ),
    )
    return with_printed_source(page, facts)


_NO_SOURCE = Unread(
    "NZ601",
    "/original/publishers",
    Message(
        'no "[Source: ...]" line found on this page; title, author and date were read from its '
        "metadata only"
    ),
)


def _attribution(sources: tuple[Fact[str], ...], own: tuple[Fact[str], ...]) -> Attribution:
    """Return ``stated`` for a named source, ``inferred`` for the page's own publisher."""
    if sources:
        return "stated"
    return "inferred" if own else "unknown"


def _base(article: Mapping[str, object]) -> tuple[Mapping[str, object], Fact[str] | None]:
    """Return the work that an article is based on, as described, and its address."""
    value = article.get("isBasedOn")
    base = first_object(value)
    return base, _address(base or {"url": value})


def _no_text(page: Page) -> tuple[Remark, ...]:
    if any(map(str.isalnum, page.text)):
        return ()
    if page.markup.frames:
        files = ", ".join(page.markup.frames[:_MOST_FRAMES])
        message = Message("the page consists of frames; read their files: {files}", files=files)
    else:
        message = Message("the page shows no text; is it cut off, or built by a script?")
    return (Remark("NZ641", "", message),)


def _other_publisher(page: Page, used: tuple[Fact[str], ...], field: str) -> tuple[Remark, ...]:
    names = {fold(fact.value) for fact in used}
    others = (fact.value for fact in meta_facts(page, PUBLISHER_KEYS))
    other = next((name for name in others if fold(name) not in names), None)
    if not used or not other:
        return ()
    message = Message(
        'the page\'s metadata names two publishers, "{one}" and "{other}"; the first is used',
        one=used[0].value,
        other=other,
    )
    return (Remark("NZ644", field, message, quote=other),)


def _not_found(field: str, what: Message) -> Unread:
    message = Message(
        "no {what} found in the page's metadata (JSON-LD, meta tags, <title>)", what=what
    )
    return Unread("NZ602", field, message)


def _title(page: Page, article: Mapping[str, object]) -> Fact[str] | None:
    headline = text_fact(article.get("headline"), "json-ld")
    stated = headline or next(meta_facts(page, TITLE_KEYS), None)
    return stated or text_fact(page.markup.title, "title-element")


def _publishers(page: Page, article: Mapping[str, object]) -> tuple[Fact[str], ...]:
    named = next(meta_facts(page, PUBLISHER_KEYS), None)
    return _publishers_of(article) or ((named,) if named else ())


def _publishers_of(thing: Mapping[str, object]) -> tuple[Fact[str], ...]:
    stated = thing.get("publisher")
    names = [each.get("name") for each in objects(stated)] or [stated]
    return tuple(fact for name in names if (fact := text_fact(name, "json-ld")))


def _address(thing: Mapping[str, object]) -> Fact[str] | None:
    fact = text_fact(thing.get("url") or thing.get("@id"), "json-ld")
    return fact if fact and _URL.fullmatch(fact.value) else None


def _creators(page: Page, article: Mapping[str, object]) -> tuple[Fact[Agent], ...]:
    """Return the authors whose kind is known: JSON-LD states it, and Highwire names persons."""
    stated = tuple(
        Fact(value=Agent(kind=kind, name=name.value), rule=name.rule, quote=name.quote)
        for author in objects(article.get("author"))
        if (kind := _kind(author))
        and (name := text_fact(author.get("name"), "json-ld"))
        and not _NOT_A_NAME.match(name.value)
    )
    return stated or tuple(
        _person(name)
        for name in dict.fromkeys(meta_facts(page, ("citation_author",)))
        if not _NOT_A_NAME.match(name.value)
    )


def _kind(author: Mapping[str, object]) -> AgentKind | None:
    kinds = {_KINDS[kind] for kind in types_of(author) if kind in _KINDS}
    return next(iter(kinds)) if len(kinds) == 1 else None


def _person(name: Fact[str]) -> Fact[Agent]:
    family, comma, given = name.value.partition(", ")
    inverted = bool(comma) and bool(family) and bool(given) and "," not in given
    agent = person(family, given) if inverted else Agent(kind="person", name=name.value)
    return Fact(value=agent, rule=name.rule, quote=name.quote)


def _left_out_author(
    page: Page, article: Mapping[str, object], creators: Sequence[Fact[Agent]]
) -> tuple[Unread, ...]:
    """Report the first author of unknown kind whose name was not read."""
    stated = (text_fact(name, "json-ld") for name in _authors_of_no_kind(article))
    metadata = meta_facts(page, ("author", "dc.creator", "dcterms.creator"))
    read_names = {fold(creator.value.name) for creator in creators}
    names = (fact.value for fact in (*stated, *metadata) if fact)
    name = next((name for name in names if fold(name) not in read_names), None)
    if name is None:
        return ()
    message = Message(
        'left out author "{name}": the page does not say whether it is a person or an organisation',
        name=name,
    )
    return (Unread("NZ634", f"/creators/{len(creators)}", message, quote=name),)


def _authors_of_no_kind(article: Mapping[str, object]) -> Iterator[object]:
    value = article.get("author")
    for author in value if isinstance(value, list) else [value]:
        if isinstance(author, str):
            yield author
        elif isinstance(author, dict) and _kind(author) is None:
            yield author.get("name")


def _date(
    page: Page, article: Mapping[str, object], field: str
) -> tuple[Fact[PartialDate] | None, tuple[Unread, ...]]:
    """Return the page's day of publication if all its statements agree."""
    published = text_fact(article.get("datePublished"), "json-ld")
    stated = [*((published,) if published else ()), *meta_facts(page, DATE_KEYS)]
    days = [day for fact in stated if (day := day_fact(fact))]
    dates = sorted(days, key=lambda fact: -len(str(fact.value)))
    if not dates:
        return None, (_no_date(stated, field),)
    if all(str(dates[0].value).startswith(str(fact.value)) for fact in dates):
        return dates[0], ()
    message = Message(
        "the page's metadata gives different dates of publication: {dates}",
        dates=", ".join(sorted({str(fact.value) for fact in dates})),
    )
    return None, (Unread("NZ632", field, message),)


def _no_date(stated: Sequence[Fact[str]], field: str) -> Unread:
    if not stated:
        return _not_found(field, Message("date of publication"))
    message = Message(
        '"{text}" in the page\'s metadata is not an ISO 8601 date', text=stated[0].value
    )
    return Unread("NZ621", field, message, quote=stated[0].value)


def _linked_date(thing: Mapping[str, object]) -> Fact[PartialDate] | None:
    stated = text_fact(thing.get("datePublished"), "json-ld")
    return day_fact(stated) if stated else None


def _language(page: Page) -> Fact[str] | None:
    """Return the text's language, or the declared one if the detector is unsure."""
    detected = language_of(page.text)
    if detected:
        return Fact(value=detected, rule="language.n-grams", method="model")
    declared = page.markup.language
    if declared and _LANGUAGE.fullmatch(declared):
        return Fact(value=declared, rule="general.html-lang", quote=declared)
    return None

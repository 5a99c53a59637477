"""
Reader of any page: metadata that the markup states.

JSON-LD (schema.org), Open Graph, Highwire, PRISM and Dublin Core names, microdata, ``<time>``,
author links, ``<h1>`` and ``<title>``. A page names its own publisher but seldom its source, so
that publisher becomes the original's with attribution ``inferred``; JSON-LD that names the
publisher of the work that a page is based on gives both layers. Dates of change, dates in the text
and dates in the address are never used.

Own code, since the text needs the page parsed anyway: ``extruct`` (0.18) takes 0.28 s to import,
brings 20 packages, parses the page a second time with lxml, and raises an exception for a page with
one broken JSON-LD script or one in a CDATA comment.
"""

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.addresses import address_key
from nizkorcite.readers.embedded.authors import page_authors
from nizkorcite.readers.embedded.days import read_day
from nizkorcite.readers.embedded.json_ld import (
    first_object,
    objects,
    page_article,
    stated_addresses,
    types_of,
)
from nizkorcite.readers.embedded.meta import (
    PUBLISHER_KEYS,
    SITE_KEYS,
    TITLE_KEYS,
    address_fact,
    meta_facts,
    text_fact,
)
from nizkorcite.readers.embedded.periodical import document_type, with_periodical
from nizkorcite.readers.embedded.published import day_of_publication, linked_dates
from nizkorcite.readers.embedded.titles import page_titles
from nizkorcite.readers.facts import Fact, Facts, Remark, Unread
from nizkorcite.readers.language import is_undetectable, language_of
from nizkorcite.readers.text import fold
from nizkorcite.record.model import Relation
from nizkorcite.record.vocabulary import Attribution

NAME = "general"

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
# An article about a study is not that study.
_STUDIES = frozenset(("ScholarlyArticle", "MedicalScholarlyArticle", "Dataset", "Report", "Book"))
_MOST_FRAMES = 10
_ADDRESS_INSIDE = re.compile(r"/https?:/")  # rewritten by an archive, not the page's own


def read(page: Page) -> Facts:
    """
    Return the facts that a page's markup states.

    >>> html = b"<title>A</title><meta property='og:site_name' content='Example News'><p>text"
    >>> facts = read(Page.from_bytes(html))
    >>> facts.title.value, facts.publishers[0].value, facts.date
    ('A', 'Example News', None)
    """
    article, warnings = page_article(page)
    addresses = tuple(_addresses(page, article))
    base = _base(article, addresses)
    own_layer = "/republication" if base.publishers else "/original"
    publishers, publisher_warnings = _publishers(page, article, f"{own_layer}/publishers")
    sites = tuple(_site_names(page, publishers, addresses))
    titles = page_titles(page, article, sites)
    authors = page_authors(page, article, sites)
    published = day_of_publication(page, article, f"{own_layer}/date")
    facts = Facts(
        type=document_type(page, article),
        title=titles.title,
        alternative_title=titles.alternative,
        creators=authors.creators,
        attribution=_attribution(base, publishers),
        publishers=base.publishers or publishers,
        date=base.date if base.publishers else published.date,
        original_url=base.address if base.publishers else None,
        republishers=publishers if base.publishers else (),
        republished=published.date if base.publishers else None,
        language=_language(page),
        addresses=addresses,
        relation=_relation(base),
        unread=(
            *(() if titles.title else (_NO_TITLE,)),
            *(() if base.publishers else (_NO_SOURCE,)),
            *published.unread,
            *authors.unread,
        ),
        warnings=(
            *warnings,
            *_no_text(page),
            *publisher_warnings,
            *titles.warnings,
            *published.warnings,
        ),
    )
    return facts if base.publishers else with_periodical(facts, page)


_NO_SOURCE = Unread(
    "NZ601",
    "/original/publishers",
    Message(
        'no "[Source: ...]" line found on this page; title, author and date were read from its '
        "metadata only"
    ),
)
_NO_TITLE = Unread(
    "NZ602",
    "/title",
    Message("no title found in the page's metadata (JSON-LD, meta tags, <title>, <h1>)"),
)


@frozen(kw_only=True)
class _Base:
    """The work that the page's article is based on."""

    publishers: tuple[Fact[str], ...] = ()
    address: Fact[str] | None = None
    date: Fact[PartialDate] | None = None


def _base(article: Mapping[str, object], own: tuple[Fact[str], ...]) -> _Base:
    """Return the work that an article is based on, unless that is the article itself."""
    value = article.get("isBasedOn")
    described = first_object(value)
    address = _address(described or {"url": value})
    if address and address_key(address.value) in {address_key(fact.value) for fact in own}:
        return _Base()
    if not _STUDIES.isdisjoint(types_of(described)):
        return _Base(address=address)
    days = [day for fact in linked_dates(described) if (day := read_day(fact))]
    return _Base(
        publishers=_publishers_of(described),
        address=address,
        date=Fact(
            value=days[0].date, rule=days[0].words.rule, quote=days[0].words.quote, method="markup"
        )
        if len(days) == 1
        else None,
    )


def _address(thing: Mapping[str, object]) -> Fact[str] | None:
    return address_fact(thing.get("url") or thing.get("@id"), "json-ld")


def _relation(base: _Base) -> Fact[Relation] | None:
    """Return the tie to a work whose publisher is not stated."""
    address = base.address
    if address is None or base.publishers:
        return None
    relation = Relation(type="is_derived_from", target=address.value)
    return Fact(value=relation, rule=address.rule, quote=address.quote, method="markup")


def _attribution(base: _Base, own: tuple[Fact[str], ...]) -> Attribution:
    """Return ``stated`` for a named source, ``inferred`` for the page's own publisher."""
    if base.publishers:
        return "stated"
    return "inferred" if own else "unknown"


def _addresses(page: Page, article: Mapping[str, object]) -> Iterator[Fact[str]]:
    """Return the addresses that the page states for itself."""
    canonical = address_fact(page.markup.canonical, "canonical")
    social = (address_fact(fact.quote, "meta") for fact in meta_facts(page, ("og:url",)))
    linked = (address_fact(each, "json-ld") for each in stated_addresses(article))
    found = (fact for fact in (canonical, *social, *linked) if fact)
    return (fact for fact in found if not _ADDRESS_INSIDE.search(fact.value))


def _no_text(page: Page) -> tuple[Remark, ...]:
    if any(map(str.isalnum, page.text)):
        return ()
    if page.markup.frames:
        files = ", ".join(page.markup.frames[:_MOST_FRAMES])
        message = Message("the page consists of frames; read their files: {files}", files=files)
    else:
        message = Message("the page shows no text; is it cut off, or built by a script?")
    return (Remark("NZ641", "", message),)


def _publishers(
    page: Page, article: Mapping[str, object], field: str
) -> tuple[tuple[Fact[str], ...], tuple[Remark, ...]]:
    """Return the page's publishers, and a remark on another publisher that metadata names."""
    headlines = (text_fact(article.get("headline"), ""), *meta_facts(page, TITLE_KEYS))
    titles = {fold(fact.value) for fact in headlines if fact}
    named = [fact for fact in meta_facts(page, PUBLISHER_KEYS) if fold(fact.value) not in titles]
    linked = tuple(fact for fact in _publishers_of(article) if fold(fact.value) not in titles)
    used = linked or tuple(named[:1])
    names = {fold(fact.value) for fact in used}
    other = next((fact.value for fact in named if fold(fact.value) not in names), None)
    if not used or not other:
        return used, ()
    message = Message(
        'the page\'s metadata names two publishers, "{one}" and "{other}"; the first is used',
        one=used[0].value,
        other=other,
    )
    return used, (Remark("NZ644", field, message, quote=other),)


def _publishers_of(thing: Mapping[str, object]) -> tuple[Fact[str], ...]:
    stated = thing.get("publisher")
    described = [each for each in objects(stated) if "Person" not in types_of(each)]
    names = [each.get("name") for each in described] or [stated]
    return tuple(fact for name in names if (fact := text_fact(name, "json-ld")))


def _site_names(
    page: Page, publishers: tuple[Fact[str], ...], addresses: tuple[Fact[str], ...]
) -> Iterator[str]:
    """Return the names of the site: that of Open Graph, the publisher's, and the host."""
    titles = {fold(fact.value) for fact in meta_facts(page, TITLE_KEYS)}
    for fact in (*meta_facts(page, SITE_KEYS), *publishers):
        if fold(fact.value) not in titles:
            yield fact.value
    for fact in addresses[:1]:
        yield address_key(fact.value).partition("/")[0]


def _language(page: Page) -> Fact[str] | None:
    """Return the text's language, or the declared one where no detector can decide."""
    declared = page.markup.language
    detected = language_of(page.text, declared)
    if detected:
        return Fact(value=detected, rule="language.n-grams", method="model")
    if declared and _LANGUAGE.fullmatch(declared) and is_undetectable(page.text, declared):
        return Fact(value=declared, rule="general.html-lang", quote=declared, method="markup")
    return None

"""
Reader of any page: metadata that the markup states.

JSON-LD (schema.org), Open Graph, Highwire, PRISM and Dublin Core names, microdata, ``<time>``,
author links, ``<h1>`` and ``<title>``. A page names its own publisher but seldom its source, so
that publisher becomes the original's with attribution ``inferred``; JSON-LD that names the
publisher of the work that a page is based on gives both layers. Where the markup states no author
or day, a byline printed beside the title does. Dates of change, in the text and in the address are
never used.

Own code, since the text needs the page parsed anyway: ``extruct`` (0.18) takes 0.28 s to import,
brings 20 packages, parses the page a second time with lxml, and raises an exception for a page with
one broken JSON-LD script or one in a CDATA comment.
"""

import re
from collections.abc import Iterator, Mapping

from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.embedded.authors import page_authors
from nizkorcite.readers.embedded.base_work import base_work, with_base_work
from nizkorcite.readers.embedded.json_ld import page_article, stated_addresses
from nizkorcite.readers.embedded.meta import address_fact, meta_facts
from nizkorcite.readers.embedded.periodical import document_type, with_periodical
from nizkorcite.readers.embedded.published import day_of_publication
from nizkorcite.readers.embedded.publishers import names_of_site, page_publishers
from nizkorcite.readers.embedded.titles import page_titles
from nizkorcite.readers.facts import Fact, Facts, Remark, Unread
from nizkorcite.readers.language import is_undetectable, language_of
from nizkorcite.readers.printed_sources.layers import with_printed_source

NAME = "general"

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_MOST_FRAMES = 10
# Rewritten by an archive or a translator, not the page's own.
_ADDRESS_INSIDE = re.compile(r"[/=]https?(?::|%3A)/?", re.IGNORECASE)


def read(page: Page) -> Facts:
    """
    Return the facts that a page's markup states, and the source that the page prints.

    >>> page = Page.from_bytes(b"<title>A</title><p>The talks ended.<p>Source: The Lantern")
    >>> read(page).publishers[0].value
    'The Lantern'
    """
    return with_printed_source(page, markup_facts(page))


def markup_facts(page: Page) -> Facts:
    """
    Return the facts that a page's markup states.

    >>> html = b"<title>A</title><meta property='og:site_name' content='Example News'><p>text"
    >>> facts = markup_facts(Page.from_bytes(html))
    >>> facts.title.value, facts.publishers[0].value, facts.date
    ('A', 'Example News', None)
    """
    article, warnings = page_article(page)
    addresses = tuple(_addresses(page, article))
    base = base_work(article, addresses)
    own_layer = "/republication" if base.publishers else "/original"
    publishers, other_publisher = page_publishers(page, article, f"{own_layer}/publishers")
    sites = names_of_site(page, publishers, addresses)
    titles = page_titles(page, article, sites)
    authors = page_authors(page, article, sites)
    published = day_of_publication(page, article, f"{own_layer}/date")
    facts = Facts(
        type=document_type(page, article),
        title=titles.title,
        alternative_title=titles.alternative,
        creators=authors.creators,
        attribution="inferred" if publishers else "unknown",
        publishers=publishers,
        date=published.date,
        language=_language(page),
        addresses=addresses,
        relation=base.relation,
        unread=(
            *(() if titles.title else (_NO_TITLE,)),
            *(() if base.publishers else (_NO_SOURCE,)),
            *published.unread,
            *authors.unread,
        ),
        warnings=(
            *warnings,
            *_no_text(page),
            *other_publisher,
            *titles.warnings,
            *published.warnings,
        ),
    )
    return with_base_work(facts, base) if base.publishers else with_periodical(facts, page)


_NO_SOURCE = Unread(
    "NZ601",
    "/original/publishers",
    Message("no line found on this page that names its source"),
)
_NO_TITLE = Unread(
    "NZ602",
    "/title",
    Message("no title found in the page's metadata (JSON-LD, meta tags, <title>, <h1>)"),
)


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


def _language(page: Page) -> Fact[str] | None:
    """Return the text's language, or the declared one where no detector can decide."""
    declared = page.markup.language
    detected = language_of(page.text, declared)
    if detected:
        return Fact(value=detected, rule="language.n-grams", method="model")
    if declared and _LANGUAGE.fullmatch(declared) and is_undetectable(page.text, declared):
        return Fact(value=declared, rule="general.html-lang", quote=declared, method="markup")
    return None

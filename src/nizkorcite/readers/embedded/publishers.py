"""The page's publishers and the names of its site."""

from collections.abc import Iterator, Mapping

from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.addresses import address_key
from nizkorcite.readers.embedded.json_ld import is_article, objects, types_of
from nizkorcite.readers.embedded.meta import TITLE_KEYS, meta_facts, text_fact
from nizkorcite.readers.facts import Fact, Remark
from nizkorcite.readers.text import fold

_PUBLISHER_KEYS = ("citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name")
_SITE_KEYS = ("og:site_name", "application-name")


def page_publishers(
    page: Page, article: Mapping[str, object], field: str
) -> tuple[tuple[Fact[str], ...], tuple[Remark, ...]]:
    """
    Return the page's publishers, and a remark on another publisher that metadata names.

    Args:
        page: The page.
        article: The page's own article in JSON-LD.
        field: Pointer of the publishers in the record.
    """
    # Some content systems write the headline into the name of the site.
    headlines = (text_fact(article.get("headline"), "json-ld"), *meta_facts(page, TITLE_KEYS))
    titles = {fold(fact.value) for fact in headlines if fact} | _printed_title(page)
    stated = (*meta_facts(page, _PUBLISHER_KEYS), *_microdata(page))
    named = [fact for fact in stated if fold(fact.value) not in titles]
    linked = [fact for fact in linked_publishers(article) if fold(fact.value) not in titles]
    used = tuple(linked or named[:1])
    names = {fold(fact.value) for fact in used}
    other = next((fact.value for fact in named if fold(fact.value) not in names), None)
    return used, (_two_publishers(used[0].value, other, field),) if used and other else ()


def _printed_title(page: Page) -> set[str]:
    """Return the title that the page prints as its only heading, too."""
    title = fold(page.markup.title or "")
    return {title} if {title} == {fold(each) for each in page.markup.headings} else set()


def _microdata(page: Page) -> Iterator[Fact[str]]:
    """Return the publishers of articles in microdata; comments have none."""
    articles = (
        each
        for each in page.markup.elements.properties
        if each.name == "publisher" and is_article(set(each.owner_types))
    )
    return (fact for each in articles if (fact := text_fact(each.value, "microdata")))


def linked_publishers(thing: Mapping[str, object]) -> tuple[Fact[str], ...]:
    """Return the names of an object's publishers in JSON-LD; a person is no house."""
    stated = thing.get("publisher")
    described = [each for each in objects(stated) if "Person" not in types_of(each)]
    names = [each.get("name") for each in described] or [stated]
    return tuple(fact for name in names if (fact := text_fact(name, "json-ld")))


def names_of_site(
    page: Page, publishers: tuple[Fact[str], ...], addresses: tuple[Fact[str], ...]
) -> tuple[str, ...]:
    """Return the names of the site: as stated, its publishers', and its host."""
    titles = {fold(fact.value) for fact in meta_facts(page, TITLE_KEYS)}
    stated = (*meta_facts(page, _SITE_KEYS), *publishers)
    names = [fact.value for fact in stated if fold(fact.value) not in titles]
    hosts = [address_key(fact.value).partition("/")[0] for fact in addresses[:1]]
    return (*names, *hosts)


def _two_publishers(one: str, other: str, field: str) -> Remark:
    message = Message(
        'the page\'s metadata names two publishers, "{one}" and "{other}"; the first is used',
        one=one,
        other=other,
    )
    return Remark("NZ644", field, message, quote=other)

"""
Elements that may name a page's author, publisher or day.

Microdata (HTML Living Standard, section 5), ``<time>``, author links (``rel="author"``) and name
cards (``author vcard`` and ``p-author``, the classes of hAtom and h-entry); and elements that stand
apart from the article: figures, footnotes, menus, sidebars and comments.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_PROPERTIES = frozenset(("datePublished", "author", "publisher"))
_PUBLICATION_CLASSES = frozenset(("published", "entry-date", "dt-published"))
_SELECTOR = ", ".join(f'[itemprop~="{name}"]' for name in sorted(_PROPERTIES))
_AUTHOR_LINKS = 'a[rel~="author"]'
_AUTHOR_CARDS = ".author.vcard, .byline.vcard, .p-author"
_CARD_NAMES = ".fn, .p-name"
TIMES = "time[datetime], abbr.published[title]"
"""Selector of the elements with a day; no two parts match one node."""
# Classes and identifiers of what is beside an article.
_APART_NAMES = frozenset(
    "advert advertisement banner breadcrumb breadcrumbs colophon comment comments comments-area"
    " comment-content comment-list comments-list cookie-banner cookie-bar cookie-consent"
    " cookie-notice disqus_thread footer footnotes menu more-stories most-popular most-read"
    " newsletter popular promo read-more recommended reflist references related related-articles"
    " related-content related-links related-news related-posts related-stories respond share"
    " sidebar site-footer social ticker topbar top-bar trending widget widgets"
    " wp-block-footnotes wp-caption-text".split()
)
# HTML, sections 4.3 and 4.4.13; DPUB-ARIA, section 3; WAI-ARIA, section 5.3.4.
_APART = (
    "figure, aside:not(article aside), nav, body > footer, :not(figure) > figcaption,"
    " p.wp-caption-text,"
    ' [role="dialog"], [role="complementary"], [role="doc-endnotes"], [role="doc-footnote"]'
)
# One look at these costs a third of a selector with every name.
_NAMED = "div[class], section[class], ul[class], ol[class], div[id], section[id]"
_TIMES_OF_COMMENTS = ", ".join(
    f"{each} :is(time, abbr.published)"
    for each in ("#comments", ".comments-area", ".comment", '[itemtype$="/Comment"]')
)
_ANOTHER_EVENT = re.compile(
    r"\b(?:updated|modified|edited|corrected|event|deadline|expires|due|actualizad[oa]|modificad[oa]"
    r"|evento|aktualisiert|geändert|veranstaltung|mis à jour|modifié|aggiornato|atualizado"
    r"|обновлено|更新)\W*(?:\w{1,3}\W*)?\Z",
    re.IGNORECASE,
)
_IN_PHRASE = re.compile(r"\w \b(?:of|since|until|after|before|de|del|der|vom|du|dal)\W*\Z")
_GOES_ON = re.compile(r"\s+(?!by\b|por\b|von\b|par\b|di\b)[a-zß-öø-ÿ]{2,}")
_SHORTEST_SENTENCE = 60
_MOST = 500  # elements of one kind; more are a list of articles, not a page


@frozen(kw_only=True, repr=False)
class Property:
    """
    A property in microdata.

    Attributes:
        name: ``datePublished``, ``author`` or ``publisher``.
        value: Its ``content``, ``datetime`` or text; of an item, the name.
        types: Types of the value, if it is an item: ``Person``.
        owner: Number of the item that has the property, unique on the page; 0 outside items.
        owner_types: Types of that item.
    """

    name: str
    value: str
    types: tuple[str, ...] = ()
    owner: int = 0
    owner_types: tuple[str, ...] = ()


@frozen(kw_only=True, repr=False)
class TimeElement:
    """
    A ``<time>`` element, or an ``<abbr>`` with the day of publication.

    Attributes:
        datetime: Content of the attribute with the machine-readable day.
        words: The visible words.
        is_publication: Marked as the day of publication (``pubdate``, class ``published``).
        is_apart: Outside the article, so that its day is none of publication.
    """

    datetime: str
    words: str
    is_publication: bool
    is_apart: bool = False


@frozen(kw_only=True, repr=False)
class Elements:
    """
    Elements of a page that may name its author or day.

    Attributes:
        properties: Microdata on authors, publishers and days of publication.
        times: ``<time>`` elements with a ``datetime``, other than days of change and of comments.
        author_links, author_cards: Names in the bylines of the page, one group a byline.
        apart: Texts of figures, footnotes, menus, sidebars and comments: no part of the article.
    """

    properties: tuple[Property, ...] = ()
    times: tuple[TimeElement, ...] = ()
    author_links: tuple[tuple[str, ...], ...] = ()
    author_cards: tuple[tuple[str, ...], ...] = ()
    apart: tuple[str, ...] = ()


def read_elements(root: "LexborNode", times: "Sequence[LexborNode]") -> Elements:
    """Return the elements of a tree that may name an author or a day; `times` match `TIMES`."""
    apart = _apart(root)
    outside = frozenset(node.mem_id for node in (*apart, *_other_articles(root)))
    links, cards = root.css(_AUTHOR_LINKS)[:_MOST], root.css(_AUTHOR_CARDS)[:_MOST]
    return Elements(
        properties=tuple(_properties(root)),
        times=tuple(_times(root, times, outside)),
        author_links=tuple(_bylines(link for link in links if not _is_in(link, outside))),
        author_cards=tuple(
            _bylines(_card_name(card) for card in cards if not _is_in(card, outside))
        ),
        apart=tuple(dict.fromkeys(" ".join(node.text().split()) for node in apart)),
    )


def _other_articles(root: "LexborNode") -> "Sequence[LexborNode]":
    """Return the articles beside the only one that has the heading of the page."""
    articles = root.css("article")
    own = [article for article in articles if article.css_first("h1")]
    return [article for article in articles if len(own) == 1 and not article.css_first("h1")]


def _is_in(node: "LexborNode", outside: frozenset[int]) -> bool:
    """Check whether an element is within one of those that are no part of the article."""
    parent = node.parent if outside else None
    while parent is not None:
        if parent.mem_id in outside:
            return True
        parent = parent.parent
    return False


def _apart(root: "LexborNode") -> "Sequence[LexborNode]":
    named = [
        node
        for node in root.css(_NAMED)
        if not _APART_NAMES.isdisjoint(_tokens(node, "class") + _tokens(node, "id"))
    ]
    return [*root.css(_APART), *named][:_MOST]


def _properties(root: "LexborNode") -> Iterator[Property]:
    for node in root.css(_SELECTOR)[:_MOST]:
        for name in _PROPERTIES.intersection(_tokens(node, "itemprop")):
            if value := _value(node):
                owner = _owner(node)
                yield Property(
                    name=name,
                    value=value,
                    types=_types(node),
                    owner=owner.mem_id if owner else 0,
                    owner_types=_types(owner) if owner else (),
                )


def _value(node: "LexborNode") -> str:
    """Return the value of a property; of an item, its name."""
    if "itemscope" in node.attributes:
        named = node.css_first('[itemprop~="name"]')
        return _value(named) if named and "itemscope" not in named.attributes else ""
    stated = node.attributes.get("content") or node.attributes.get("datetime")
    return " ".join((stated or node.text()).split())


def _owner(node: "LexborNode") -> "LexborNode | None":
    owner = node.parent
    while owner is not None and "itemscope" not in owner.attributes:
        owner = owner.parent
    return owner


def _types(node: "LexborNode") -> tuple[str, ...]:
    return tuple(each.rpartition("/")[2] for each in _tokens(node, "itemtype"))


def _times(
    root: "LexborNode", nodes: "Sequence[LexborNode]", outside: frozenset[int]
) -> Iterator[TimeElement]:
    of_comments = {node.mem_id for node in root.css(_TIMES_OF_COMMENTS)} if nodes else frozenset()
    for node in nodes[:_MOST]:
        if node.mem_id in of_comments:
            continue
        classes = set(_tokens(node, "class"))
        if "dateModified" in _tokens(node, "itemprop") or classes == {"updated"}:
            continue
        is_publication = "pubdate" in node.attributes or not _PUBLICATION_CLASSES.isdisjoint(
            classes
        )
        # hAtom: <abbr class="published" title="2017-02-27">
        stated = node.attributes.get("datetime") or node.attributes.get("title")
        datetime = " ".join((stated or "").split())
        words = " ".join(node.text().split())
        if datetime and (is_publication or not _is_of_something_else(node, words)):
            yield TimeElement(
                datetime=datetime,
                words=words,
                is_publication=is_publication,
                is_apart=_is_in(node, outside),
            )


def _is_of_something_else(node: "LexborNode", words: str) -> bool:
    """Check for a day in a sentence, or behind a word for another event than publication."""
    around = " ".join(node.parent.text().split()) if node.parent else words
    before, _, after = around.partition(words)
    is_sentence = len(before) + len(after) > _SHORTEST_SENTENCE
    if _IN_PHRASE.search(before) and _GOES_ON.match(after):  # "The law of 1 May says"
        return True
    return bool(_ANOTHER_EVENT.search(before)) or (
        is_sentence and node.parent is not None and node.parent.tag in ("p", "li", "dd")
    )


def _card_name(card: "LexborNode") -> "LexborNode":
    return card.css_first(_CARD_NAMES) or card


def _bylines(nodes: "Iterable[LexborNode]") -> Iterator[tuple[str, ...]]:
    """Return the names in each byline; names with one parent are in one byline."""
    bylines: dict[int, list[str]] = {}
    for node in nodes:
        name = " ".join(node.text().split())
        if name:
            bylines.setdefault(node.parent.mem_id if node.parent else 0, []).append(name)
    return (tuple(dict.fromkeys(names)) for names in bylines.values())


def _tokens(node: "LexborNode", name: str) -> list[str]:
    return (node.attributes.get(name) or "").split()

"""The page's authors, from all that its markup states."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from attrs import evolve, frozen

from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.page.elements import Property
from nizkorcite.readers.embedded.json_ld import is_article, types_of
from nizkorcite.readers.embedded.meta import MAXIMUM_ITEMS, meta_facts, text_fact
from nizkorcite.readers.embedded.titles import squeezed
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.people import has_word_of_organisations
from nizkorcite.readers.text import fold
from nizkorcite.record.model import Agent, person
from nizkorcite.record.vocabulary import AgentKind

_KINDS: Mapping[str, AgentKind] = {
    "Person": "person",
    "Organization": "organisation",
    "NewsMediaOrganization": "organisation",
    "Corporation": "organisation",
    "NGO": "organisation",
    "GovernmentOrganization": "organisation",
}
_KEYS = (
    "author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_INVERTED_KEYS = ("dc.creator", "dcterms.creator")
# Reads "Roe, Ann" and "van Roe, A. B."; in "Ann Roe, Bo Doe" and "Ann Roe, Berlin" are two names.
_INVERTED = re.compile(
    r"(?P<family>(?:[a-zà-ÿ'’]+ ){0,3}[^\W\d_][\w'’-]+),\s"
    r"(?P<given>(?:[^\W\d_][\w'’-]+(?: [^\W\d_]\.)*|[^\W\d_]\.(?: ?[^\W\d_]\.)*))"
)
_LABEL = re.compile(r"by:?\s+(?=\S)", re.IGNORECASE)
_OTHER_LABEL = re.compile(r"(?:por|par|von|door)\s|(?:author|autor|auteur|autore)\b", re.IGNORECASE)
_SUFFIX = re.compile(r",\s*((?:jr|sr)\.?|i{2,3}|iv|ph\.?\s?d\.?|m\.?d\.?)$", re.IGNORECASE)
_WITH_ADDITION = re.compile(
    r"(?P<name>.+?)(?:(?:,| [-|/\u2013\u2014]) | \()(?P<addition>[^,|()]+)\)?"
)
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[a-z]{2,10}){1,2}", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"[@/|;<>{}\[\]()=_\u2022\u00b7]|https?:|[0-9]|\.(?:com|org|net)\b", re.IGNORECASE
)
_SEVERAL = re.compile(r"\s(?:and|&|und|y|e|et|en|och|og|with|i|и)\s|,|\s\+\s", re.IGNORECASE)
# Accounts and labels that content systems write where no author is known, folded.
_ACCOUNTS = frozenset(
    "admin administrator anonymous anonimo author autor autore auteur by contributor desk editor "
    "editorial editors guest koordinator master n/a na newsdesk newsroom nobody none null online "
    "redaccion redaction redaktion redazione redacao root staff system test undefined unknown user "
    "webadmin webmaster webteam wordpress writer".split()
)
_WORDS = re.compile(r"[^\W\d_]+")
_ROLES = re.compile(
    r"\b(?:staff|admin|editors?|editorial|redaktion|redaccion|redaction|redazione|webmaster|"
    r"newsroom|correspondent|reporter|contributors?|guest|author|desk|web|online|team|writers?|"
    r"of|the|and|news|our|post|blog)\b"
)
_LONGEST = 60
_MOST_WORDS = 7


@frozen(kw_only=True)
class Authors:
    """The authors whose names are certain, and a remark on a name that was left out."""

    creators: tuple[Fact[Agent], ...] = ()
    unread: tuple[Unread, ...] = ()


@frozen
class _Name:
    """A name as stated, with its kind and the parts of a person's."""

    words: Fact[str]
    kind: AgentKind = "unknown"
    family: str | None = None
    given: str | None = None


def page_authors(page: Page, article: Mapping[str, object], sites: Sequence[str]) -> Authors:
    """
    Return the page's authors: those of the first kind of statement that names any.

    A name whose kind is not stated is of kind ``unknown``. Accounts, addresses, labels, the
    publisher under the name of a person, and several names in one are left out and reported.

    Args:
        page: The page.
        article: The page's own article in JSON-LD.
        sites: Names of the site and its publisher, and its host.
    """
    left_out: list[tuple[_Name, Message]] = []
    for stated in _statements(page, article):
        creators, problems = _creators_and_problems(stated, sites)
        if creators:
            return Authors(creators=creators, unread=_left_out(problems, creators))
        left_out += problems
    return Authors(unread=_left_out(left_out, ()))


def named_authors(names: Iterable[Fact[str]]) -> Authors:
    """Return authors of unknown kind; leave out and report what is no name, as `page_authors`."""
    creators, problems = _creators_and_problems(map(_Name, names), ())
    return Authors(creators=creators, unread=_left_out(problems, creators))


def _creators_and_problems(
    stated: Iterable[_Name], sites: Sequence[str]
) -> tuple[tuple[Fact[Agent], ...], list[tuple[_Name, Message]]]:
    agents: dict[str, Fact[Agent]] = {}
    problems: list[tuple[_Name, Message]] = []
    for name in map(partial(_without_additions, sites=sites), stated):
        problem = _problem(name, sites)
        if problem:
            problems.append((name, problem))
        else:
            agents.setdefault(fold(name.words.value), _agent(name))
    return tuple(agents.values()), problems


def _statements(page: Page, article: Mapping[str, object]) -> Iterator[Sequence[_Name]]:
    elements = page.markup.elements
    yield list(_linked_authors(article))
    yield [_highwire_name(name) for name in _highwire_authors(page)]
    yield _microdata_authors(elements.properties)
    for key in _KEYS:
        named = _inverted_name if key in _INVERTED_KEYS else _Name
        yield [named(fact) for fact in meta_facts(page, (key,))]
    yield _byline(elements.author_links, "author-link")
    yield _byline(elements.author_cards, "author-card")


def _microdata_authors(properties: Sequence[Property]) -> list[_Name]:
    """Return the authors of the only article that has any in microdata."""
    authors = [
        each
        for each in properties
        if each.name == "author" and (not each.owner_types or is_article(set(each.owner_types)))
    ]
    if len({each.owner for each in authors}) != 1:
        return []
    facts = ((text_fact(each.value, "microdata"), each) for each in authors)
    return [_Name(fact, _kind(set(each.types))) for fact, each in facts if fact]


def _byline(bylines: Sequence[tuple[str, ...]], rule: str) -> list[_Name]:
    """Return the names of the only byline; several bylines may be those of other articles."""
    if len(set(bylines)) != 1:
        return []
    return [_Name(fact) for name in bylines[0] if (fact := text_fact(name, rule))]


def _linked_authors(article: Mapping[str, object]) -> Iterator[_Name]:
    value = article.get("author") or article.get("creator")
    for author in value[:MAXIMUM_ITEMS] if isinstance(value, list) else [value]:
        if isinstance(author, dict):
            yield from _described_author(author)
        elif fact := text_fact(author, "json-ld"):
            yield _Name(fact)


def _described_author(author: Mapping[str, object]) -> Iterator[_Name]:
    kind = _kind(types_of(author))
    family, given = (text_fact(author.get(key), "json-ld") for key in ("familyName", "givenName"))
    parts = " ".join(fact.value for fact in (given, family) if fact)
    names = author.get("name")
    for each in names if isinstance(names, list) else [names or parts]:
        if name := text_fact(each, "json-ld"):
            # The parts are those of the name only if they make it up.
            is_whole = kind == "person" and family and fold(parts) == fold(name.value)
            yield _Name(
                name,
                kind,
                family.value if is_whole and family else None,
                given.value if is_whole and given else None,
            )


def _kind(types: set[str]) -> AgentKind:
    kinds = {_KINDS[each] for each in types if each in _KINDS}
    return next(iter(kinds)) if len(kinds) == 1 else "unknown"


def _highwire_authors(page: Page) -> Iterator[Fact[str]]:
    """Return the names of Highwire, of which the older ``citation_authors`` is a list."""
    yield from meta_facts(page, ("citation_author",))
    for names in meta_facts(page, ("citation_authors",)):
        for name in names.value.split(";"):
            if words := name.strip():
                yield evolve(names, value=words, quote=words)


def _highwire_name(name: Fact[str]) -> _Name:
    """Split a name at its comma: Highwire names persons, the family name first."""
    family, comma, given = name.value.partition(", ")
    if comma and family and given and "," not in given and not _SUFFIX.search(name.value):
        return _Name(name, "person", family, given)
    return _Name(name, "person")


def _inverted_name(name: Fact[str]) -> _Name:
    """Split a name of Dublin Core, which has the family name of a person first, at its comma."""
    match = _INVERTED.fullmatch(name.value)
    parts = match.groups() if match else ()
    is_person = parts and not any(
        len(part) > 1 and part.isupper() for part in _WORDS.findall(name.value)
    )
    if not is_person or has_word_of_organisations(name.value) or _SUFFIX.search(name.value):
        return _Name(name)
    return _Name(name, "person", *parts)


def _without_additions(name: _Name, sites: Sequence[str]) -> _Name:
    """Cut off what is no part of a name: the label before it, the publisher or host after it."""
    words = _LABEL.sub("", name.words.value, count=1)
    match = _WITH_ADDITION.fullmatch(words)
    if match and (_HOST.fullmatch(match["addition"]) or _is_house(match["addition"], sites)):
        return _Name(evolve(name.words, value=match["name"]), name.kind)
    return evolve(name, words=evolve(name.words, value=words))


def _is_house(words: str, sites: Sequence[str]) -> bool:
    return squeezed(words) in {squeezed(site) for site in sites}


def _agent(name: _Name) -> Fact[Agent]:
    words = name.words.value
    if name.family:
        return name.words.with_value(person(family=name.family, given=name.given))
    return name.words.with_value(Agent(kind=_believed_kind(words, name.kind), name=words))


def _believed_kind(words: str, kind: AgentKind) -> AgentKind:
    if kind != "person":
        return kind
    is_acronym = " " not in words and (words.isupper() or words.islower())
    return "unknown" if is_acronym or has_word_of_organisations(words) else "person"


def _problem(name: _Name, sites: Sequence[str]) -> Message | None:
    """Return the reason why a name is not that of one author."""
    words = name.words.value
    if _is_no_name(words):
        return Message("an address, account or label is not a name")
    if name.kind == "organisation":
        return None
    if _is_house(words, sites):
        return Message("the publisher has this name")
    if not name.family and _SEVERAL.search(_SUFFIX.sub("", words)):
        return Message("perhaps several names in one")
    return None


def _is_no_name(words: str) -> bool:
    folded = fold(words)
    return (
        not words[:1].isalpha()
        or len(words) > _LONGEST
        or len(words.split()) > _MOST_WORDS
        or bool(_NOT_A_NAME.search(words) or _OTHER_LABEL.match(words))
        or folded in _ACCOUNTS
        or not _ROLES.sub("", folded).strip(" ,.-")
    )


def _left_out(
    names: Sequence[tuple[_Name, Message]], creators: Sequence[Fact[Agent]]
) -> tuple[Unread, ...]:
    """Report the first name that was left out."""
    for name, problem in names:
        quote = name.words.quote
        message = Message('left out author "{name}": {problem}', name=quote or "", problem=problem)
        return (Unread("NZ634", f"/creators/{len(creators)}", message, quote=quote),)
    return ()

"""The page's title, from its metadata and its heading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.embedded.meta import OTHER_TITLE_KEYS, TITLE_KEYS, meta_facts, text_fact
from nizkorcite.readers.facts import Fact, Remark
from nizkorcite.readers.text import fold

_SHORTEST_HEADING = 6
_LONGEST_TITLE = 500
_LONGEST_NAME = 4  # words
_LONGEST_NAME_LETTERS = 30
# A colon or comma separates the parts of one title as well.
_SEPARATOR = r"\s+(?:[|\u00b7\u2022\u00bb\u00ab/\u2013\u2014~-]|--|::|\|\|)\s+|\s*\|\s*"
_PARTS = re.compile(f"({_SEPARATOR})")
# Scripts without spaces have none around a separator either.
_DENSE = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u3008-\u3011\uff01-\uff1f]"
_DENSE_SEPARATOR = r"\s*[_\u2013\u2014\uff0d\uff3f\uff5c-]+\s*"
_DENSE_PARTS = f"((?<={_DENSE}){_DENSE_SEPARATOR}|{_DENSE_SEPARATOR}(?={_DENSE}))"


# What editors of pages write for a title that nobody gave, folded.
_UNTITLED = frozenset(
    (
        *("untitled document", "untitled", "untitled page", "new page", "new page 1", "no title"),
        *("documento sin titulo", "pagina nueva 1", "documento senza titolo", "sin titulo"),
        *("document sans nom", "document sans titre", "sans titre", "nouvelle page 1"),
        *("unbenanntes dokument", "neue seite 1", "documento sem titulo", "sem titulo"),
        *("naamloos document", "документ без названия", "новая страница 1", "无标题文档"),
    )
)
# Names of a site's first page and of views of a page, folded; no text has them for its title.
_PAGES_OF_SITES = frozenset(
    (
        *("home", "home page", "homepage", "welcome", "main page", "front page", "index"),
        *("inicio", "pagina de inicio", "pagina principal", "portada", "bienvenidos"),
        *("accueil", "page d'accueil", "bienvenue", "startseite", "willkommen", "hauptseite"),
        *("pagina inicial", "главная", "главная страница", "首页", "ホーム"),
        *("print", "print page", "print version", "print view", "printable version"),
        *("printer friendly", "printer-friendly version", "printer friendly version"),
        *("imprimir", "version para imprimir", "version imprimable", "druckversion"),
        *("versao para impressao", "versione stampabile", "версия для печати"),
    )
)
# Old WordPress and phpBB: "Site » Blog Archive » Title", "Site :: View topic - Title", folded.
_VIEWS = frozenset(
    (
        *("blog archive", "blog archives", "blog archief", "blog-archiv", "archivo del blog"),
        *("archives du blog", "arquivo do blog", "view topic", "view thread", "view single post"),
        *("ver tema", "thema anzeigen", "voir le sujet", "leggi argomento", "просмотр темы"),
        *("zobacz temat", "exibir topico", "ver topico"),
    )
)
_WELCOME = re.compile(
    r"(?:welcome to|bienvenidos a|bienvenue sur|willkommen bei|benvenuti su)\s+(?:the )?(.+)"
)
# The name of the page's file, which editors fill in: "index.html", "Microsoft Word - talks.doc".
_FILE = re.compile(
    r"[^\s/]+\.(?:x?html?|php[0-9]?|aspx?|jsp|cgi|cfm|docx?|rtf|txt|pdf)|microsoft word - .+"
)
_FEWEST_WORDS = 3  # of a heading found within a title
_BYLINES = ("by ", "por ", "par ", "von ", "di ")
_NOTE = re.compile(r"\[[^\[\]]+\]|\([^()]+\)")


@frozen(kw_only=True)
class Titles:
    """
    The page's title and another title that its metadata gives it.

    Attributes:
        title: The title as printed, if metadata confirms the heading; otherwise as metadata states.
        alternative: The headline for search engines or social media, if it is another.
        warnings: A remark on a heading that no metadata confirms.
    """

    title: Fact[str] | None = None
    alternative: Fact[str] | None = None
    warnings: tuple[Remark, ...] = ()


def page_titles(page: Page, article: Mapping[str, object], sites: Sequence[str]) -> Titles:
    """
    Return the page's titles, without the site's name.

    Args:
        page: The page.
        article: The page's own article in JSON-LD.
        sites: Names of the site and its publisher, and its host.

    The printed heading is the title that readers know and scholars cite; it is taken where a
    statement of the metadata is the heading alone, or the heading and more.
    """
    heading = _heading(page, sites)
    stated = _whole_titles(list(_titles_without_site(page, article, sites)), heading)
    if not stated:
        return Titles(title=heading)
    first = stated[0]
    if heading is None:
        return Titles(title=_printed_start(page, first))
    if _is_same(heading, first) or _extends(page, stated, heading):
        return Titles(title=first)
    if _is_all_but_names(page, heading, first, sites):
        return Titles(title=heading)
    if any(_is_same(heading, fact) or _is_part(page, heading, fact) for fact in stated[1:]):
        return Titles(title=heading, alternative=first)
    return Titles(title=first, warnings=(_other_heading(heading, first),))


def _titles_without_site(
    page: Page, article: Mapping[str, object], sites: Sequence[str]
) -> Iterator[Fact[str]]:
    """Return the stated titles, without those that name the site or the page's file alone."""
    for stated in _stated_titles(page, article):
        fact = _without_site(stated, sites)
        if not _is_no_title(fact.value, sites):
            yield fact


def _is_no_title(words: str, sites: Sequence[str]) -> bool:
    """Check whether words are those of a site, of its first page, or the name of a file."""
    return _is_beside(words, sites) or _FILE.fullmatch(fold(words)) is not None


def _stated_titles(page: Page, article: Mapping[str, object]) -> Iterator[Fact[str]]:
    facts = (
        text_fact(article.get("headline"), "json-ld"),
        *meta_facts(page, TITLE_KEYS),
        text_fact(page.markup.title, "title-element"),
        text_fact(article.get("name"), "json-ld"),
        *meta_facts(page, OTHER_TITLE_KEYS),
    )
    return (fact for fact in facts if fact and fold(fact.value) not in _UNTITLED)


def _whole_titles(stated: Sequence[Fact[str]], heading: Fact[str] | None) -> list[Fact[str]]:
    """Leave out titles cut with an ellipsis whose whole is stated elsewhere."""
    whole = [fold(fact.value) for fact in (*stated, *((heading,) if heading else ()))]

    def is_cut(fact: Fact[str]) -> bool:
        words = fold(fact.value)
        start = words.removesuffix("...").rstrip()
        return start != words and any(other.startswith(start) and other != words for other in whole)

    return [fact for fact in stated if not is_cut(fact)]


def _heading(page: Page, sites: Sequence[str]) -> Fact[str] | None:
    """Return the only heading of the page, unless it is the site's name."""
    headings = {fold(text): text for text in page.markup.headings}
    if len(headings) != 1:
        return None
    fact = text_fact(next(iter(headings.values())), "heading")
    if fact is None or len(fact.value) < _SHORTEST_HEADING or _is_no_title(fact.value, sites):
        return None
    return fact


def _without_site(fact: Fact[str], sites: Sequence[str]) -> Fact[str]:
    """Cut the names of the site and of its views off both ends of a title."""
    title = _joined_without_site(_after_view(_PARTS.split(fact.value)), sites)
    if not title.isascii():
        title = _joined_without_site(re.split(_DENSE_PARTS, title), sites)
    return evolve(fact, value=title) if title else fact


def _after_view(parts: list[str]) -> list[str]:
    """Leave out the name of a view of a page, with the name of the site before it."""
    views = (at for at in range(0, len(parts) - 2, 2) if fold(parts[at]) in _VIEWS)
    view = next(views, None)
    return parts if view is None else parts[view + 2 :]


def _joined_without_site(parts: list[str], sites: Sequence[str]) -> str:
    """Join the parts of a title, which are separators at odd indices."""
    while len(parts) > 1 and _is_beside(parts[-1], sites):
        del parts[-2:]
    while len(parts) > 1 and _is_beside(parts[0], sites):
        del parts[:2]
    return "".join(parts)


def _is_beside(words: str, sites: Sequence[str]) -> bool:
    """Check whether words name the site, its first page or a view of a page."""
    welcome = _WELCOME.fullmatch(fold(words))
    return fold(words) in _PAGES_OF_SITES or _is_site(welcome[1] if welcome else words, sites)


def _is_site(words: str, sites: Sequence[str]) -> bool:
    hosts = (site for site in sites if "." in site and " " not in site)
    is_with_host = any(fold(host).removeprefix("www.") in fold(words).split() for host in hosts)
    return is_with_host or squeezed(words) in {squeezed(site) for site in sites}


@lru_cache(maxsize=1024)
def squeezed(name: str) -> str:
    """
    Return a name without case, accents, spaces, signs, article and the end of a host.

    >>> squeezed("The Harbour-Daily"), squeezed("www.theharbourdaily.co.uk")
    ('harbourdaily', 'harbourdaily')
    """
    words = fold(name).removeprefix("www.")
    host = re.fullmatch(r"([a-z0-9-]+)(?:\.[a-z]{2,10}){1,2}", words)
    return re.sub(r"[\W_]+", "", host[1] if host else words).removeprefix("the")


def _is_same(one: Fact[str], other: Fact[str]) -> bool:
    return re.sub(r"\W+", " ", fold(one.value)) == re.sub(r"\W+", " ", fold(other.value))


def _is_all_but_names(
    page: Page, heading: Fact[str], stated: Fact[str], sites: Sequence[str]
) -> bool:
    """Check whether a title is the heading and names of the site, its sections or a note."""
    return (
        _is_part(page, heading, stated)
        or _follows_site(heading, stated, sites)
        or _is_within(page, heading, stated)
    )


def _is_part(page: Page, heading: Fact[str], stated: Fact[str]) -> bool:
    """
    Check whether a title is the heading, a separator and the name of the site.

    Old pages have the name of the site as their only heading, and print the title elsewhere. Sites
    put their name last, so of two short parts that are both printed only the first is a title.
    """
    words = fold(heading.value)
    parts = _PARTS.split(fold(stated.value))
    for at in range(1, len(parts), 2):
        first, last = "".join(parts[:at]), "".join(parts[at + 1 :])
        if words in (first, last):
            other = last if words == first else first
            is_known = _is_sentence(words) or not _is_sentence(other)
            is_surer = words == first or _is_sentence(words) != _is_sentence(other)
            return is_known and (is_surer or not _is_line(page, other))
    return False


def _follows_site(heading: Fact[str], stated: Fact[str], sites: Sequence[str]) -> bool:
    """Check whether a title is the site's name, a colon and the heading."""
    before, _, rest = stated.value.partition(": ")
    return fold(rest) == fold(heading.value) and _is_site(before, sites)


def _is_within(page: Page, heading: Fact[str], stated: Fact[str]) -> bool:
    """
    Check whether a title is a heading with words around it that are no line of the page.

    Sites set their name and sections around it: "RE: Title - Forum - Page 3", "Title (PHOTOS)". A
    name and a colon before it may be printed too.
    """
    words = fold(heading.value)
    before, found, after = fold(stated.value).partition(words)
    is_cut_out = found and not re.search(r"\w", before[-1:] + after[:1])
    if not is_cut_out or len(words.split()) < _FEWEST_WORDS:
        return False
    around = ("" if before.endswith(": ") else before, "" if _is_note(page, after) else after)
    return not any(_is_line(page, each.strip(" -|:")) for each in around if each)


def _is_note(page: Page, words: str) -> bool:
    """Check whether words after a title are in brackets, or the byline that the page prints."""
    note = words.strip()
    return bool(_NOTE.fullmatch(note)) or (note.startswith(_BYLINES) and _is_line(page, note))


def _is_line(page: Page, words: str) -> bool:
    """Check whether a page prints words on a line of their own."""
    lines = (line for line in page.text.split("\n") if len(line) <= _LONGEST_TITLE)
    return any(fold(line) == words for line in lines)


def _is_sentence(words: str) -> bool:
    """Check whether words are too long for the name of a site."""
    return len(words.split()) > _LONGEST_NAME or len(words) > _LONGEST_NAME_LETTERS


def _printed_start(page: Page, stated: Fact[str]) -> Fact[str]:
    """
    Return the start of a title that the page prints on a line, if only names follow it.

    Sites without a name in their metadata add sections and their name: "Title » Local » News". Such
    a page prints the title alone, in a heading of a lower level.
    """
    parts = _PARTS.split(stated.value)
    for at in range(1, len(parts), 2):
        start = "".join(parts[:at])
        is_title = _is_sentence(start) and not any(map(_is_sentence, parts[at + 1 :: 2]))
        if is_title and _is_line(page, fold(start)) and not _is_line(page, fold(stated.value)):
            return evolve(stated, value=start)
    return stated


def _extends(page: Page, stated: Sequence[Fact[str]], heading: Fact[str]) -> bool:
    """Check whether a title is the heading and further words of the same sentence, no note."""
    title = fold(stated[0].value)
    rest = title.removeprefix(fold(heading.value))
    if rest == title or _is_note(page, rest) or _is_for_browsers(heading, stated):
        return False
    return not _is_part(page, heading, stated[0])


def _is_for_browsers(heading: Fact[str], stated: Sequence[Fact[str]]) -> bool:
    """Check whether ``<title>`` alone states a title, to which programs add, of a long heading."""
    is_alone = all(fact.rule == "general.title-element" for fact in stated)
    return is_alone and len(heading.value.split()) > _LONGEST_NAME


def _other_heading(heading: Fact[str], stated: Fact[str]) -> Remark:
    message = Message(
        'the page is headed "{heading}", but its metadata says "{title}"; the latter is used',
        heading=heading.value,
        title=stated.value,
    )
    return Remark("NZ652", "/title", message, quote=heading.quote)

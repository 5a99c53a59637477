"""The words that name a source, split into names, date, issue and pages."""

import re
from collections.abc import Iterator

from attrs import evolve

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Facts
from nizkorcite.readers.people import ABBREVIATED, has_word_of_organisations
from nizkorcite.readers.printed_facts import ReadDate, read_date, verbatim
from nizkorcite.readers.printed_sources.agencies import AGENCIES
from nizkorcite.readers.printed_sources.cities import is_city
from nizkorcite.readers.printed_sources.formula import compiled_formula
from nizkorcite.readers.printed_sources.links import ADDRESS
from nizkorcite.readers.printed_sources.publications import PUBLICATIONS

_DATE = "/original/date"
_LONGEST_NAME = 80
_MOST_WORDS = 9
_MOST_LOWER = 2

_QUOTES = " \t\xa0\"'“”„«»‘’‹›《》「」『』*_"
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/)?", re.IGNORECASE)
_SITE = re.compile(r"https?://(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)/?")
_ISSUE_OF = re.compile(
    r"(?:the|a) (?P<date>.{4,30}?) (?:print )?(?:issue|edition|number) of (?P<name>.+)",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"(?:the )?(?:issue|number|no\.|nº|núm\.|numéro|heft)\s(?:no\.?\s)?(?P<issue>[0-9]{1,5})"
    r"\s(?:of|de)\s(?P<rest>.+)",
    re.IGNORECASE,
)
_APPOSITION = re.compile(
    r",\s+(?:an?|the|which|where|now|formerly|una?|une|eine?|der|die|das|le|la|el)\s(?=[^\W\d_])"
)
_NEXT_LABEL = re.compile(r"\s+[^\W\d_]\w{1,14}\s?(?::\s|：)")
_BEFORE_DATE = re.compile(
    r"\s*,\s+(?:on|em|el|am|le|il|op|den|vom|del?)\s+(?=[0-9])|\s*[,|、，]\s*|\s*[.;]\s+|\s*[(（]|(?<=[》」』])(?=[0-9])|\s+[-–—]\s+"
    r"|(?<![0-9])\s*/\s*|\s+(?:on|in|of|from|el|em|en|am|vom|im|le|du|il|op|den|van|del|de|dated)\s+|\s+(?=[0-9]|[^\W\d_]+\s[0-9])"
)
_HAS_YEAR = re.compile(
    r"(?:[0-9]{2}(?: ?(?:г|года|р|року))?|[0-9] ?[年月日년월일]"
    r"|[0-9]{4}\. [^\W\d_]{3,12} [0-9])\W*\Z"
)
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_DOTTED = re.compile(r"[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?[0-9]{4}")
_YEAR_FIRST = re.compile(r"(?:1[5-9]|20)[0-9]{2}([./])(?:0?[1-9]|1[0-2])\1[0-9]{1,2}")
# Languages of countries that write dates with stops, all of them with the day first (CLDR).
_DAY_FIRST = frozenset("az be bg cs da de et fi hy is ka lv nn pl ro ru sl sr tr uk".split())
_ENDS_IN_NUMBER = re.compile(r"\s[0-9]+\Z")
_NUMERIC = re.compile(r"[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{1,4}")
_PAGES = re.compile(
    r"[,;]?\s+(?:pp?|págs?|pages?|S|Seiten?)\.?\s*"
    r"(?P<pages>[A-Z]?[0-9]+(?:\s?[-–]\s?[A-Z]?[0-9]+)?)\.?\Z"
)
_ISSUE = re.compile(
    r"[,;]?[”»\"’]*\s+\(?(?:№|#|(?:Issue|Nos?|Nr|Núm|N|n|no|nr|núm)\.?\s?[°º]?)\s?(?P<issue>[0-9]+(?:[/-][0-9]+)?)\Z"
)
# 2015, № 6; 2015年第6期
_YEAR_AND_ISSUE = re.compile(
    r"(?:[,;]?\s*((?:1[5-9]|20)[0-9]{2}),?\s+(?:г\.,? )?"
    r"(?:№|[Nn]os?\.|[Nn]r\.?|[Nn][º°]|núm\.)\s?"
    r"([0-9]+(?:[/-][0-9]+)?)"
    r"|((?:1[5-9]|20)[0-9]{2})年,?总?第?([0-9]{1,3})[期号號])\W*\Z"
)
_ACCESSED = re.compile(
    r"[,;.]?\s+\(?(?:updated|last updated|actualizado|aktualisiert"
    r"|abgerufen|zugriff|accessed|retrieved|last accessed|consultado|consulté"
    r"|acesso em|consultato|geraadpleegd|hämtad|hentet|дата обращения)\b[^\n]*\Z|(?<=日)付け?\Z",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\s*\((?P<acronym>[A-ZÀ-Þ]{2,8})\)\Z")
_BRACKETED_SITE = re.compile(
    r"\s*[(\[](?:https?://)?(?:www\.)?(?:[\w-]+\.)+[a-z]{2,12}/?[)\]]?\s*\Z", re.IGNORECASE
)
_VOLUME = re.compile(
    r"[,;]?\s+\(?(?:[Vv]ol(?:ume|umen)?|Bd|Band|[Tt]omo?|Jg|Jahrgang)\.?\s(?P<volume>[0-9]+|[IVXLC]+)\Z"
)
_SEASON = re.compile(
    r"(?:Spring|Summer|Autumn|Fall|Winter|Primavera|Verano|Otoño|Invierno|Printemps|Été|Automne"
    r"|Hiver|Frühjahr|Frühling|Sommer|Herbst|Estate|Autunno|Inverno|Outono|Verão)\s+(?:de\s+)?"
    r"(?P<year>(?:1[5-9]|20)[0-9]{2})",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:the|el|la|los|las|le|les|il|lo|gli|o|os|as|der|die|das|dem|den|de|het)\s+(?=[^\W_])"
    r"|l['’](?=[^\W_])"
)
_PUBLICATIONS = frozenset(each.casefold() for each in PUBLICATIONS)
_DESK = re.compile("[a-z]{2,4}")
_QUOTED = re.compile(
    r"(?:газет[аи]|журнал|вестник|весник|сайт|портал|издание|агентство|агенция|часопис|видання"
    r"|gazeta|dziennik|tygodnik|časopis|deník|ziarul|revista|lapja|gazetesi|dergisi)\s"
    r"[«„“”\"](?P<name>[^«»„“”\"\n]{2,60})[»“”\"]?",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:['’]s)?\s+(?:website|web site|site|blog|newspaper|magazine|newsletter|page|homepage)\Z"
)
# "The Lantern's March issue": a part of a publication; "Spanish in The Lantern": two facts.
_NOT_WHOLE = re.compile(
    r"\A(?i:letters?|issue|number|chapter|part|volume|no\.|wikipedia|cartas?|número|lettre)\s"
    r"(?:\S+\s)?(?:[0-9]|(?:of|from|to|by|del?|al?|d[eu])\s|contributors|authors|editors|users)"
    r"|['’]s\s|\b(?:issue|edition|number|website|blog|newsletter|section)\Z"
    r"|\s[-–—]\s|\s(?:in|on|at|en|em|su|sur|dans|bei|auf)\s(?:the\s)?[^\W\d_a-z]"
    r"|\b(?:Copyright|Reprinted)\b|[©®]"
    r"|\s(?:with|by|con|com|mit|avec|with\skind|met|с)\s(?:\S+\s){0,3}(?i:permis\w*|autori[sz]\w*|genehmigung)"
    r"|\s[0-9]{1,2}\.?\s(?:\w+\s){1,2}[0-9]{4}\Z|[0-9]\s?[年년]"
)
_CONNECTING = frozenset(
    "of the and for in on at to de la las los el del y e et und der die das des du do da dos das"
    " von für à al a i d' le les di della delle dei och og en van het".split()
)
_TWO_SENTENCES = re.compile(r"[^\W\d_]{4,}\.\s")
_JOINED = re.compile(r"\s(?:and|y|et|und|e|&)\s|;")
# Words for several agencies, or for no house, in further languages.
_NO_HOUSE = re.compile(
    r"وكالات|متابعات|مواقع|خبرگزاری ?ها|סוכנויות|ajanslar|haber merkezi|πρακτορεία|διαδίκτυο"
    r"|интернет|агентства|сми|інтернет|网络|互联网|本站|本网|综合|網路|網絡|インターネット"
    r"|인터넷|nhiều nguồn|media lain|berbagai sumber|agencje|agentury",
    re.IGNORECASE,
)
_TIME = re.compile(r"[0-9]{1,2}[:.h][0-9]{2}")
# What charts, pictures, share buttons and site menus have beside "Source" or "Via".
_NO_SOURCE = re.compile(
    r"(?:own|(?:the )?author[’']?s?|screenshot|press release|shutterstock|istock|unsplash|pexels"
    r"|pixabay|flickr|wikimedia|imago|captura|archivo|archive|elaboración|elaborazione|elaboração|eigene|calculat|photos?|fotos?"
    r"|images?|bild|picture|whatsapp|facebook|twitter|e-?mail|getty|youtube|instagram|wordpress"
    r"|google|pinterest|telegram teilen|linkedin)\b"
    r"|(?:staff|agency|agencies|agencias?|agenturen|agences|agenzie|redacción|redaktion|internet"
    r"|various|varios|unknown|anonymous|here|wikipedia|company|press|media|wire|print|paper|full"
    r"|\w+day|english|spanish|french|german|portuguese|italian|russian|arabic|chinese|dutch|inglés"
    r"|español|francés|alemán|anglais|espagnol|englisch|spanisch|inglese|inglês|january|february"
    r"|march|april|may|june|july|august|september|october|november|december)\Z"
    r"|wikipedia contributors\Z|letters? to the editor\Z|carta al director\Z|leserbrief\Z"
    r"|.*\b(?:data|research|survey|statistics|estimates|calculations|filings)\Z",
    re.IGNORECASE,
)
_NAME_AND_PLACE = re.compile(r"(?P<name>[^,;:/()\n]+),\s+(?P<place>[^\W\d_][^,;:/()\n0-9]{1,40})")
# "The Minister's Speech, London, 3 May 2015", "Press Office, Lima": what is no house.
_DOCUMENT = re.compile(
    r"\b(?:photo\w*|files?|constitution|treaty|agreement|convention|charter|law|act|decree"
    r"|resolution|report|minutes|transcript|records|judge?ment|verdict|diary|notes|memoirs|works"
    r"|fotos?|fotografía|constitución|tratado|acuerdo|convenio|ley|decreto|resolución|informe|acta"
    r"|sentencia|memorias|obras|traité|accord|loi|décret|résolution|rapport|procès"
    r"|verfassung|vertrag|abkommen|gesetz|bericht|urteil|trattato|legge|rapporto|sentenza|relatório"
    r"|speech|address|letter|interview|statement|testimony|remarks|telegram|cable|memo"
    r"|declaration|lecture|sermon|communiqu[eé]|discurso|carta|entrevista|declaraci[oó]n"
    r"|comunicado|conferencia|discours|lettre|entretien|déclaration|rede|brief|erklärung"
    r"|discorso|lettera|intervista|dichiarazione|comunicato|declaração|речь|письмо|интервью"
    r"|press\s(?:service|office|release|conference|briefing))\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(?:No|Nr|Núm|n|Vol|pp?)\.?[°º]?\s*\Z", re.IGNORECASE)


def split_source(page: Page, span: Span, rule: str, language: str) -> Facts | None:
    """
    Split the words of a source; ``None`` for words that name none ("own calculations").

    Args:
        page: The page.
        span: The words, such as "The Lantern No. 25, 24 June 2015, p. 3".
        rule: Name of the rule that found them.
        language: Language of the wording; in most, 3.12.2015 is the third of December.

    Returns:
        Publisher, date, address, volume, issue and pages of the original; no publisher if the words
        have no certain reading.
    """
    span = _until_next_label(page, stripped(page, span))
    words = page.quote(span)
    if not words or _names_no_source(words):
        return None
    if ADDRESS.fullmatch(words):
        return _at(page, span, rule)
    span = _without_site(page, span)
    span = _without_access(page, span)
    return _of_issue(page, span, rule) or _dated(page, span, rule, language)


def _names_no_source(words: str) -> bool:
    return any((_NO_SOURCE.match(words), _TIME.match(words), _NO_HOUSE.fullmatch(words)))


def _dated(page: Page, span: Span, rule: str, language: str) -> Facts:
    """Read a source, with its pages and date at the end."""
    pages, span = _cut(page, span, _PAGES, "pages", rule)
    date, span = _split_date(page, span, rule, language)
    place, span = _cut_place(page, span, date.fact, rule) if date else (None, span)
    facts = _named(page, span, rule)
    if not facts.publishers and page.quote(stripped(page, span)):
        return Facts()  # a date or page beside words that are no name says little
    if date and any(_ENDS_IN_NUMBER.search(each.value) for each in facts.publishers):
        return Facts()  # "The Lantern 25 (2015)": an issue, or a part of the name
    return evolve(
        facts,
        place=place,
        date=date.fact if date else None,
        pages=pages or facts.pages,
        unread=(date.unread,) if date and date.unread else (),
    )


def _cut_place(
    page: Page, span: Span, date: Fact[PartialDate] | None, rule: str
) -> tuple[Fact[str] | None, Span]:
    """Separate the place after an agency, or before a day the city after a sure publisher."""
    match = _NAME_AND_PLACE.fullmatch(page.text, span.start, span.end)
    if match is None:
        return None, span
    name, place = (Span(*match.span(group)) for group in ("name", "place"))
    is_day = date is not None and date.value.precision == "day"  # a year is that of a book
    is_sure = is_day and is_city(match["place"]) and _is_publisher(match["name"])
    return (
        (verbatim(page, place, rule), name)
        if is_sure or match["name"] in AGENCIES
        else (None, span)
    )


def _is_publisher(words: str) -> bool:
    """Check for a name that shows by itself that it is a publisher's."""
    words = words.strip(_QUOTES)
    return words in PUBLICATIONS or (
        not _DOCUMENT.search(words)
        and (
            has_word_of_organisations(words)
            or bool(compiled_formula("{publication}").fullmatch(words))
        )
    )


def _without_site(page: Page, span: Span) -> Span:
    """Return the words without the site's address in brackets after them."""
    site = _BRACKETED_SITE.search(page.text, span.start, span.end)
    return stripped(page, Span(span.start, site.start())) if site else span


def _without_access(page: Page, span: Span) -> Span:
    """Return the words without the day on which somebody looked, or 付 after a day."""
    accessed = _ACCESSED.search(page.text, span.start, span.end)
    return stripped(page, Span(span.start, accessed.start())) if accessed else span


def _of_issue(page: Page, span: Span, rule: str) -> Facts | None:
    """Read a source of which the issue is named by a date before, or a year and number after."""
    issue_of = _ISSUE_OF.fullmatch(page.text, span.start, span.end)
    if issue_of:
        read = read_date(page, Span(*issue_of.span("date")), field=_DATE, rule=rule)
        return evolve(_named(page, Span(*issue_of.span("name")), rule), date=read.fact)
    number_of = _NUMBER_OF.fullmatch(page.text, span.start, span.end)
    if number_of:
        facts = _dated(page, Span(*number_of.span("rest")), rule, "en")
        return evolve(facts, issue=verbatim(page, Span(*number_of.span("issue")), rule))
    numbered = _YEAR_AND_ISSUE.search(page.text, span.start, span.end)
    return _numbered(page, Span(span.start, numbered.start()), numbered, rule) if numbered else None


def _numbered(page: Page, name: Span, numbered: re.Match[str], rule: str) -> Facts:
    facts = _named(page, name, rule)
    if not facts.publishers:
        return Facts()
    year, issue = [
        Span(*numbered.span(at)) for at, words in enumerate(numbered.groups(), 1) if words
    ]
    date = Fact(value=PartialDate(page.quote(year)), rule=rule, span=year, method="rule")
    return evolve(facts, date=date, issue=verbatim(page, issue, rule))


def _at(page: Page, span: Span, rule: str) -> Facts:
    """Read an address: of a text, or of a site, which then is the name of the publisher."""
    site = _SITE.fullmatch(page.text, span.start, span.end)
    if site:
        return Facts(publishers=(verbatim(page, Span(*site.span("host")), rule),))
    return Facts(original_url=verbatim(page, span, rule))


def _named(page: Page, span: Span, rule: str) -> Facts:
    """Read the publisher, with volume, issue and pages after it."""
    pages, span = _cut(page, _without_acronym(page, stripped(page, span)), _PAGES, "pages", rule)
    issue, span = _cut(page, span, _ISSUE, "issue", rule)
    volume, span = _cut(page, span, _VOLUME, "volume", rule)
    span = stripped(page, _without_apposition(page, span))
    # A volume without an issue is one of collected works, and these are no publisher.
    names = [] if volume and not issue else _names(page, span)
    return Facts(
        publishers=tuple(verbatim(page, each, rule) for each in names),
        pages=pages,
        issue=issue,
        volume=volume,
    )


def _without_acronym(page: Page, span: Span) -> Span:
    """Return a name without its own initials in brackets after it."""
    acronym = _ACRONYM.search(page.text, span.start, span.end)
    if acronym is None:
        return span
    words = page.text[span.start : acronym.start()].split()
    initials = "".join(word[0] for word in words if word[0].isupper())
    return Span(span.start, acronym.start()) if initials == acronym["acronym"] else span


def _names(page: Page, span: Span) -> list[Span]:
    """Return one name, or several that end in an agency's ("The Lantern / AP")."""
    if _is_publication(page, span):
        return [span]  # also Página/12
    parts = slash_parts(page, span)
    if page.quote(parts[0]) in AGENCIES and all(map(_DESK.fullmatch, map(page.quote, parts[1:]))):
        return parts[:1]  # "dpa/lby"
    if len(parts) > 1 and page.quote(parts[-1]) not in AGENCIES:
        return []
    names = [_bare_name(page, _within_quotes(page, each)) for each in parts]
    return (
        names
        if all(_is_publication(page, each) or is_name(page.quote(each)) for each in names)
        else []
    )


def _within_quotes(page: Page, span: Span) -> Span:
    """Return the name that a kind of publication precedes: газета «Фонарь», вестник „Устие“."""
    quoted = _QUOTED.fullmatch(page.text, span.start, span.end)
    return Span(*quoted.span("name")) if quoted else span


def is_name(words: str) -> bool:
    """
    Check whether words can be the name of one publisher, and nothing else.

    >>> is_name("The Lantern"), is_name("the second time"), is_name("Lantern, Harbour")
    (True, False, False)
    """
    if _DOMAIN.fullmatch(words) or words in AGENCIES:
        return True
    if is_city(words):
        return False  # "Originally published in London in 1910"
    if len(words) > _LONGEST_NAME or re.search(r'[,;:!?"“”„«»()\[\]{}<>=|/\\@#]', words):
        return False
    each = words.split()
    if not any(map(str.isalpha, words)) or each[0].islower() or _YEAR.match(words):
        return False
    lower = [word for word in each if word[0].islower() and word not in _CONNECTING]
    return (
        len(each) <= _MOST_WORDS
        and len(lower) <= _MOST_LOWER
        and each[-1] not in _CONNECTING
        and not _NOT_WHOLE.search(words)
        and not _JOINED.search(words)
        and not _TWO_SENTENCES.search(words)
        and not _NO_SOURCE.match(words)
    )


def _split_date(page: Page, span: Span, rule: str, language: str) -> tuple[ReadDate | None, Span]:
    """Separate the longest date at the end, after a comma, stop, bracket or preposition."""
    if not _HAS_YEAR.search(page.quote(span)):
        return None, span
    for start, end in ((span.start, span.start), *_joints(page, span)):
        last = stripped(page, Span(end, span.end))
        words = page.quote(last)
        if _YEAR.fullmatch(words) and start < end and page.text[start:end].isspace():
            continue  # "Area 2000"
        if _NUMBERED.search(page.quote(Span(span.start, end))):
            continue  # "No. 3, June 2004"
        read = read_source_date(page, last, rule, language)
        if read.fact or _NUMERIC.fullmatch(words):
            return read, Span(span.start, start)
    return None, span


def read_source_date(page: Page, span: Span, rule: str, language: str) -> ReadDate:
    """Read a printed date; in the languages of most countries, 3.12.2015 has the day first."""
    words = page.quote(span)
    season = _SEASON.fullmatch(page.text, span.start, span.end)
    if season:  # no form of a record, but its year is one
        year = Span(*season.span("year"))
        return ReadDate(
            fact=Fact(value=PartialDate(season["year"]), rule=rule, span=year, method="rule")
        )
    if language in _DAY_FIRST and _DOTTED.fullmatch(words):
        try:
            value = read_printed("".join(words.split()), order="dmy")
            return ReadDate(fact=Fact(value=value, rule=rule, span=span, method="rule"))
        except DateError:
            pass
    if _YEAR_FIRST.fullmatch(words):
        return _year_first(words, span, rule)
    return read_date(page, span, field=_DATE, rule=rule)


def _year_first(words: str, span: Span, rule: str) -> ReadDate:
    year, month, day = re.split("[./]", words)
    try:
        value = PartialDate(f"{year}-{month:0>2}-{day:0>2}")
    except DateError:
        return ReadDate()
    return ReadDate(fact=Fact(value=value, rule=rule, span=span, method="rule"))


def _joints(page: Page, span: Span) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _BEFORE_DATE.finditer(page.text, span.start, span.end))


def _cut(
    page: Page, span: Span, form: re.Pattern[str], name: str, rule: str
) -> tuple[Fact[str] | None, Span]:
    """Separate the end of a span that has a form."""
    match = form.search(page.text, span.start, span.end)
    if match is None or match.start() == span.start:
        return None, span
    return verbatim(page, Span(*match.span(name)), rule), Span(span.start, match.start())


def _until_next_label(page: Page, span: Span) -> Span:
    """Return the span up to the next label on the same line ("Source: X Country: Y")."""
    label = _NEXT_LABEL.search(page.text, span.start, span.end)
    return stripped(page, Span(span.start, label.start())) if label else span


def _without_apposition(page: Page, span: Span) -> Span:
    apposition = _APPOSITION.search(page.text, span.start, span.end)
    return Span(span.start, apposition.start()) if apposition else span


def _is_publication(page: Page, span: Span) -> bool:
    """Check for a listed publication, also one that writes itself small (il manifesto)."""
    return page.quote(span).casefold() in _PUBLICATIONS


def _bare_name(page: Page, span: Span) -> Span:
    """Return a name without the article before it, unless the article is a part of the name."""
    return span if _is_publication(page, span) else _without_article(page, span)


def _without_article(page: Page, span: Span) -> Span:
    article = _ARTICLE.match(page.text, span.start, span.end)
    span = Span(article.end(), span.end) if article else span
    thing = _THING.search(page.quote(span))
    return Span(span.start, span.start + thing.start()) if thing else span


def slash_parts(page: Page, span: Span) -> list[Span]:
    """Return the spans of names joined by slashes ("AP/Reuters")."""
    edges = [match.start() for match in re.finditer("/", page.quote(span))]
    starts = [span.start, *(span.start + edge + 1 for edge in edges)]
    ends = [*(span.start + edge for edge in edges), span.end]
    return [stripped(page, Span(*each)) for each in zip(starts, ends, strict=True)]


def stripped(page: Page, span: Span) -> Span:
    """Return a span without white space, quotation marks, stops and open joints at its ends."""
    words = page.quote(span)
    start = len(words) - len(words.lstrip(_QUOTES + ",;:–—-("))
    end = len(words.rstrip(_QUOTES + ",;:–—-("))
    bare = words[:end].rstrip(".")
    end = end if ABBREVIATED.search(bare) else len(bare)
    if words[start:end].endswith(")") and "(" not in words[start:end]:
        end -= 1
    return Span(span.start + start, span.start + max(start, end))

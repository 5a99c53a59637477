"""
Writer of Wikipedia's citation templates, English (Citation Style 1) and Spanish (Módulo:Citas).

The templates have parameters for both layers and for the archived copy. The publisher of the
original is ``publisher``, or ``agency`` for a news story without a periodical; the archive that
republishes a page or report is ``via``, the day of its copy ``date``, that of the original
``orig-date``. A reprinted book or article keeps its publisher, and ``orig-date``, which takes any
text, names the original. Addresses are percent-encoded; markup in a value becomes HTML entities.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError
from nizkorcite.formats.dates import unwritten_date
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.prose import in_words, joined_names
from nizkorcite.locale.terms import Lang, LocaleWords
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent, organisation
from nizkorcite.reference import Reference, ReferenceType, in_layers
from nizkorcite.reference.names import ET_AL, family_name

_Pairs = Iterator[tuple[str, str | None]]


def write_all(references: Sequence[Reference]) -> str:
    r"""
    Write references as templates of the English Wikipedia, one a line.

    >>> write_all([Reference(id="a", type="book", title="Law {1}", volume="2")])
    '{{cite book |title=Law &#123;1&#125; |volume=2}}\n'
    """
    return "".join(f"{_template(reference, _ENGLISH)}\n" for reference in references)


def write_spanish(references: Sequence[Reference]) -> str:
    r"""
    Write references as templates of the Spanish Wikipedia, one a line.

    >>> write_spanish([Reference(id="a", type="book", title="Ley", volume="2")])
    '{{cita libro |título=Ley |volumen=2}}\n'
    """
    return "".join(f"{_template(reference, _SPANISH)}\n" for reference in references)


def advice(reference: Reference) -> Iterator[Message]:
    """Yield notes on dates that the templates refuse, and on a copy archived on an unknown day."""
    for date in (reference.issued, reference.original_date, reference.accessed):
        if date and not _is_accepted(date):
            yield unwritten_date("Wikipedia", date)
    archived = reference.archived_url if reference.url else None
    if archived and not _archive_date(archived):
        yield Message(
            "the address of the archived copy has no date; add the day of archiving to the template"
        )


@frozen(kw_only=True)
class _Wiki:
    """
    One Wikipedia.

    Attributes:
        lang: Language of its dates and lists.
        templates: Its templates by the English names without ``cite``.
        parameters: Its parameters by the English names without numbers; others are equal.
        is_live: Value of ``url-status`` for an address that still leads to the page.
        as_written: Pattern of a name that is not a list in spite of its commas.
    """

    lang: Lang
    templates: Mapping[str, str]
    parameters: Mapping[str, str]
    is_live: str
    as_written: str


def _template(reference: Reference, wiki: _Wiki) -> str:
    name = _template_name(reference)
    pairs = _parameters(reference, name, wiki)
    written = "".join(
        f" |{_parameter(parameter, wiki)}={_value(parameter, value, wiki)}"
        for parameter, value in pairs
        if value
    )
    return f"{{{{{wiki.templates[name]}{written}}}}}"


def _template_name(reference: Reference) -> str:
    """Name the template; a template that would lack its web page or periodical is not used."""
    if reference.genre == "Press release":
        return "press release"
    if reference.type == "webpage" and _is_news(reference):
        return "news"
    name = _TEMPLATES.get(reference.type, "web")
    required = (
        reference.url or reference.archived_url if name == "web" else reference.container_title
    )
    return "citation" if name in _DEMANDING and not required else name


def _is_news(reference: Reference) -> bool:
    """Recognize a news story by its record, or by its original publisher, as records are made."""
    if reference.document:
        return reference.document.type == "news_article"
    return reference.layers == "both" and bool(reference.original_publisher)


def _parameter(name: str, wiki: _Wiki) -> str:
    stem = name.rstrip("0123456789")
    return wiki.parameters.get(stem, stem) + name[len(stem) :]


def _value(parameter: str, value: str, wiki: _Wiki) -> str:
    if parameter.endswith("url"):
        return _ADDRESS_MARKUP.sub(lambda match: quote(match[0]), value)
    escaped = " ".join(_MARKUP.sub(_entities, value).split())
    is_group = re.fullmatch(r"(?:author|editor|translator)[0-9]*", parameter)
    return wiki.as_written.format(escaped) if is_group and re.search("[,;]", value) else escaped


def _entities(markup: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in markup[0])


def _parameters(reference: Reference, template: str, wiki: _Wiki) -> _Pairs:
    words = locale_words(wiki.lang)
    yield from _authors(reference)
    yield from _people("editor", "editor-", reference.editor)
    yield "translator", "; ".join(agent.name for agent in reference.translator)
    yield from _publication(reference, template, words)
    yield from _numbers(reference)
    yield from _addresses(reference, wiki, words)


def _addresses(reference: Reference, wiki: _Wiki, words: LocaleWords) -> _Pairs:
    """Yield the addresses; the templates refuse an archived copy or a day without ``url``."""
    archived = reference.archived_url
    yield "url", reference.url or archived
    if not reference.url:
        return
    yield "access-date", _date(reference.accessed, words)
    if archived:
        yield "archive-url", archived
        yield "archive-date", _date(_archive_date(archived), words)
        yield "url-status", wiki.is_live if reference.accessed else None


def _authors(reference: Reference) -> _Pairs:
    """Yield the authors, but for publishers, which have parameters of their own."""
    originals = () if reference.layers == "republication" else reference.original_publisher
    publishers = {agent.name for agent in (*originals, *reference.publisher)}
    authors = [agent for agent in reference.author if agent.name not in publishers]
    yield from _people("author", "", authors)


def _people(role: str, prefix: str, agents: Sequence[Agent]) -> _Pairs:
    for number, agent in enumerate(agents, 1):
        if agent == ET_AL:
            yield f"display-{role}s", "etal"
        elif agent.kind == "person" and agent.family:
            yield f"{prefix}last{number}", family_name(agent)
            yield f"{prefix}first{number}", " ".join(filter(None, (agent.given, agent.suffix)))
        else:
            yield f"{role}{number}", agent.name


def _publication(reference: Reference, template: str, words: LocaleWords) -> _Pairs:
    """Yield the publisher's part, of the original if the copy is a way to deliver it."""
    source, via, date = reference, reference.republisher, reference.issued
    original = _original_in_words(reference, words)
    if template in _DELIVERED and reference.layers == "both" and reference.original_publisher:
        source = in_layers(reference, "original")
        via = _publishers_of_copy(reference)
        date = reference.issued or reference.original_date
        original = _date(reference.original_date if reference.issued else None, words)
    yield "date", _date(date, words)
    yield "orig-date", original
    container, publishers = source.site_and_publishers
    if source.layers == "original" and template != "web":
        container, publishers = source.container_title, source.publisher
    yield from _titles(reference, template, container)
    is_wire = source.layers == "original" and template == "news" and not container
    yield "agency" if is_wire else "publisher", joined_names(publishers, words)
    yield "location", source.publisher_place
    yield "via", joined_names(via, words)


def _original_in_words(reference: Reference, words: LocaleWords) -> str | None:
    """Name the original of a reprint, without words of any language but those of its date."""
    if reference.layers != "both":
        return None
    parts = (
        reference.original_container_title,
        joined_names(reference.original_publisher, words),
        reference.original_publisher_place,
        _date(reference.original_date, words),
    )
    return ", ".join(part for part in parts if part)


def _publishers_of_copy(reference: Reference) -> tuple[Agent, ...]:
    """Return the publishers of the copy, with its site first."""
    site, publishers = reference.site_and_publishers
    return (*((organisation(site),) if site else ()), *publishers)


def _titles(reference: Reference, template: str, container: str | None) -> _Pairs:
    if reference.type == "chapter" and container:
        yield "chapter", reference.title
        yield "title", container
    else:
        yield "title", reference.title
        is_page = template == "news" and reference.type == "webpage"
        yield "work" if is_page else _CONTAINERS.get(template, "work"), container
    yield "trans-title", reference.title_translated


def _numbers(reference: Reference) -> _Pairs:
    is_range = re.search("[-–,]", reference.page or "")
    yield from (
        # A record's genre is a word of ours, in English.
        ("type", None if reference.document else reference.genre),
        ("series", reference.collection_title),
        ("conference", reference.event_title),
        ("volume", reference.volume),
        ("issue", reference.issue),
        ("pages" if is_range else "page", reference.page),
        ("edition", reference.edition),
        ("language", reference.language),
        ("doi", reference.doi),
        ("isbn", reference.isbn),
        ("issn", reference.issn),
        ("id", reference.number),
    )


def _is_accepted(date: PartialDate) -> bool:
    """Check for a year of three digits or more, a month, season or day, without a qualifier."""
    is_plain = date.precision in ("year", "month", "season", "day") and not date.qualifier
    return is_plain and (date.year or 0) >= _FIRST_YEAR


def _date(date: PartialDate | None, words: LocaleWords) -> str | None:
    return in_words(date, words) if date and _is_accepted(date) else None


def _archive_date(address: str) -> PartialDate | None:
    """Return the day in an archived copy's address (Wayback Machine, archive.today)."""
    match = _TIMESTAMP.search(address)
    try:
        return PartialDate("-".join(match.groups())) if match else None
    except DateError:
        return None


_FIRST_YEAR = 100  # Help:Citation Style 1, "Dates"
_TIMESTAMP = re.compile(r"/([0-9]{4})\.?([0-9]{2})\.?([0-9]{2})-?[0-9]{6}(?:[a-z]{2}_)?/")
_ADDRESS_MARKUP = re.compile(r"[\s|{}\[\]<>\"']")
# Templates, links, tags, references to characters, bold type, signatures, switches, addresses.
_MARKUP = re.compile(r"[|{}\[\]<>]|&(?=#?\w+;)|'{2,}|~{3,}|__|:(?=//)")
_DELIVERED = frozenset(("citation", "news", "press release", "report", "web"))
"""Templates of works that an archive delivers; others are reprinted."""
_TEMPLATES: Mapping[ReferenceType, str] = {
    "article-journal": "journal", "article-magazine": "magazine", "article-newspaper": "news",
    "book": "book", "chapter": "book", "classic": "book", "entry": "encyclopedia",
    "entry-dictionary": "encyclopedia", "entry-encyclopedia": "encyclopedia", "pamphlet": "book",
    "paper-conference": "conference", "report": "report", "thesis": "thesis",
}  # fmt: skip
"""CSL item types, and their templates; any other is a web page."""
_CONTAINERS = {
    "conference": "book-title",
    "encyclopedia": "encyclopedia",
    "journal": "journal",
    "magazine": "magazine",
    "news": "newspaper",
    "web": "website",
}
_DEMANDING = frozenset(("encyclopedia", "journal", "magazine", "web"))
_ENGLISH = _Wiki(
    lang="en",
    templates={
        name: "citation" if name == "citation" else f"cite {name}"
        for name in (*_TEMPLATES.values(), *_DELIVERED)
    },
    parameters={},
    is_live="live",
    as_written="(({}))",
)
_SPANISH = _Wiki(
    lang="es",
    templates={
        "book": "cita libro",
        "citation": "obra citada",
        "conference": "cita conferencia",
        "encyclopedia": "cita enciclopedia",
        "journal": "cita publicación",
        "magazine": "cita publicación",
        "news": "cita noticia",
        "press release": "obra citada |tipo=Comunicado de prensa",
        "report": "cita libro",
        "thesis": "cita tesis",
        "web": "cita web",
    },
    parameters={
        "access-date": "fechaacceso", "agency": "agencia", "archive-date": "fechaarchivo",
        "archive-url": "urlarchivo", "author": "autor", "book-title": "títulolibro",
        "chapter": "capítulo", "conference": "conferencia", "date": "fecha",
        "edition": "edición", "editor-first": "nombre-editor", "editor-last": "apellido-editor",
        "encyclopedia": "enciclopedia", "first": "nombre", "issue": "número",
        "journal": "publicación", "language": "idioma", "last": "apellidos",
        "location": "ubicación", "magazine": "publicación", "newspaper": "periódico",
        "orig-date": "año-original", "page": "página", "pages": "páginas",
        "publisher": "editorial", "series": "serie", "title": "título",
        "trans-title": "título-trad", "translator": "traductor", "type": "tipo",
        "url-status": "urlmuerta", "volume": "volumen", "website": "sitioweb", "work": "obra",
    },
    is_live="no",
    as_written="{}",
)  # fmt: skip

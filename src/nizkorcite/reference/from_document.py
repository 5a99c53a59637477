"""From a document to its reference: the one place that decides who, when and where."""

from typing import get_args

from attrs import evolve

from nizkorcite.dates import PartialDate, day_of
from nizkorcite.errors import UnknownNameError
from nizkorcite.record.model import Agent, Document, Original, Republication
from nizkorcite.record.vocabulary import DocumentType
from nizkorcite.reference.original import ORIGINAL_VARIABLES, original_publication
from nizkorcite.reference.reference import Layers, Reference, ReferenceType


def refer(document: Document, layers: Layers = "both") -> Reference:
    """
    Make the reference of a document.

    Args:
        document: The document.
        layers: ``both`` (the copy read, and the original in words), ``republication`` (the copy
            read alone) or ``original`` (the original alone). All three are equal for a document
            without a republication.

    Returns:
        A reference whose author is the stated author, else the original publisher as a group.

    Raises:
        UnknownNameError: `layers` is none of the three.
        TypeError: The argument is not a document.

    >>> from nizkorcite.record.model import Original, Republication, organisation
    >>> wire = Document(
    ...     id="example:wire", type="news_article", title="A title", language="en",
    ...     original=Original(attribution="stated", publishers=[organisation("Itar Tass")],
    ...                       date=PartialDate("2017-02-27")),
    ...     republication=Republication(publishers=[organisation("Equipo Nizkor")],
    ...                                 date=PartialDate("2017-02-28")))
    >>> refer(wire).issued, refer(wire, "original").issued
    (PartialDate('2017-02-28'), PartialDate('2017-02-27'))
    """
    if not isinstance(document, Document):
        raise TypeError(_type_problem(document))
    check_layers(layers)
    reference = _work(document)
    if document.republication is None:
        return _as_original(reference, document)
    if layers == "original":
        return _as_unread_original(reference, document, document.republication)
    return evolve(_as_republication(reference, document, document.republication), layers=layers)


def _type_problem(value: object) -> str:
    """Describe a wrong argument, and the way to a document."""
    problem = f"{type(value).__name__} is neither Document nor Reference"
    if hasattr(value, "document"):
        return f"{problem}; take its document"
    if isinstance(value, list | tuple):
        return f"{problem}; nizkorcite.bibliography cites several"
    return f"{problem}; nizkorcite.read reads pages"


def check_layers(layers: str) -> None:
    """
    Refuse a text that is not a choice of layers.

    Raises:
        UnknownNameError: The text is none of the three.
    """
    if layers not in _LAYERS:
        raise UnknownNameError("choice of layers", layers, _LAYERS)


def _work(document: Document) -> Reference:
    """Set the variables that both layers share."""
    original = document.original
    creators = _by_role(document)
    identifiers = {each.scheme: each.value for each in reversed(original.identifiers)}
    numbers = (identifiers.get(scheme) for scheme in ("docket", "un_symbol", "ecli", "celex"))
    titles = {title.kind: title.title for title in reversed(document.alternative_titles)}
    reference_type, genre = _TYPES[document.type]
    return Reference(
        id=document.id,
        type=reference_type,
        genre=genre,
        title=document.title,
        title_short=titles.get("short"),
        title_translated=titles.get("translated"),
        language=None if document.language == "und" else document.language,
        author=creators["author"] or original.publishers,
        editor=creators["editor"],
        translator=creators["translator"],
        compiler=creators["compiler"],
        interviewer=creators["interviewer"],
        edition=original.edition,
        number=next((number for number in numbers if number), None),
        doi=identifiers.get("doi"),
        isbn=identifiers.get("isbn"),
        issn=identifiers.get("issn"),
        source_line=original.source_line,
        keyword=document.keywords,
        abstract=document.description,
        accessed=_last_accessed(document),
        archived_url=_last_memento(document),
        document=document,
    )


def _as_original(reference: Reference, document: Document) -> Reference:
    original = document.original
    return evolve(
        reference,
        type=_periodical_type(reference, original),
        layers="original",
        original_title=original.title,
        original_language=original.language,
        **{**original_publication(original), "url": original.url or _last_url(document)},
    )


def _as_unread_original(
    reference: Reference, document: Document, republication: Republication
) -> Reference:
    return evolve(
        _as_original(reference, document),
        url=document.original.url,
        accessed=None,
        archived_url=None,
        republisher=republication.publishers,
        republished=republication.date,
    )


def _as_republication(
    reference: Reference, document: Document, republication: Republication
) -> Reference:
    original = document.original
    publication = {"title": original.title, **original_publication(original)}
    return evolve(
        reference,
        type="webpage" if reference.type in _PARTS_OF_WORKS else reference.type,
        publisher=republication.publishers,
        issued=republication.date,
        section=republication.section,
        rights=republication.rights.statement if republication.rights else None,
        rights_uri=republication.rights.uri if republication.rights else None,
        url=republication.url or _last_url(document),
        original_language=original.language,
        **{name: publication[own] for name, own in ORIGINAL_VARIABLES.items()},
    )


def _by_role(document: Document) -> dict[str, tuple[Agent, ...]]:
    roles = ("author", "editor", "translator", "compiler", "interviewer", "transcriber")
    return {
        role: tuple(agent for agent in document.creators if (agent.role or "author") == role)
        for role in roles
    }


def _periodical_type(reference: Reference, original: Original) -> ReferenceType:
    # A wire story is of no periodical and stays a web page (APA 7, 10.16 example 110).
    if reference.type == "webpage" and original.container_title:
        return "article-newspaper"
    return reference.type


def _last_accessed(document: Document) -> PartialDate | None:
    days = [day_of(capture.accessed) for capture in document.captures if capture.accessed]
    return days[-1] if days else None


def _last_memento(document: Document) -> str | None:
    addresses = [capture.memento for capture in document.captures if capture.memento]
    return addresses[-1] if addresses else None


def _last_url(document: Document) -> str | None:
    addresses = [capture.url for capture in document.captures if capture.url]
    return addresses[-1] if addresses else None


# A journal article or chapter becomes a page once an archive republishes it.
_PARTS_OF_WORKS = frozenset({"article-journal", "chapter"})

_LAYERS = get_args(Layers)
_TYPES: dict[DocumentType, tuple[ReferenceType, str | None]] = {
    "news_article": ("webpage", None),
    "press_release": ("webpage", "Press release"),
    "report": ("report", None),
    "statement": ("webpage", "Statement"),
    "speech": ("speech", "Speech"),
    "judgment": ("legal_case", None),
    "law": ("legislation", None),
    "treaty": ("treaty", None),
    "resolution": ("document", "Resolution"),
    "letter": ("personal_communication", "Letter"),
    "interview": ("interview", "Interview"),
    "article": ("article-journal", None),
    "book": ("book", None),
    "book_chapter": ("chapter", None),
    "broadcast": ("broadcast", None),
    "web_page": ("webpage", None),
    "other": ("document", None),
}

"""
From a document to what is cited: the one place that decides who, when and where.

A `Reference` has the variables of the Citation Style Language (CSL 1.0.2) with typed values. It is
also what importers of citation formats yield, so that such an item is cited without becoming a
record first.
"""

from typing import Literal

from attrs import evolve, frozen

from nizkorcite.dates import PartialDate
from nizkorcite.model import Agent, Document, DocumentType, Original, Republication

Layers = Literal["both", "original", "republication"]

ReferenceType = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]


@frozen(kw_only=True)
class Reference:
    """
    An item to cite, in CSL variables (hyphens written as underscores).

    Attributes:
        id: The item's own identifier.
        type: A CSL item type.
        layers: What `publisher` and `issued` speak of, and what is told beside them. ``both``: the
            copy read, and in words the original; ``republication``: the copy read; ``original``:
            the original, marked as not the copy read.
        author: Persons or groups; empty where none is known.
        container_title: Journal, newspaper, book or site that holds the item.
        publisher: Who published the layer cited.
        issued: When that layer was published.
        original_publisher, original_publisher_place, original_date and the other original ones:
            The first publication, where it is another than the layer cited.
        republisher, republished: The copy read, where `layers` is ``original``.
        section: The section the archive filed the item under.
        accessed: Day the copy was fetched.
        source_line: The page's own words on its source.
    """

    id: str
    type: ReferenceType
    layers: Layers = "republication"
    genre: str | None = None
    title: str | None = None
    title_short: str | None = None
    title_translated: str | None = None
    language: str | None = None
    author: tuple[Agent, ...] = ()
    editor: tuple[Agent, ...] = ()
    translator: tuple[Agent, ...] = ()
    compiler: tuple[Agent, ...] = ()
    interviewer: tuple[Agent, ...] = ()
    container_title: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    edition: str | None = None
    number: str | None = None
    publisher: tuple[Agent, ...] = ()
    publisher_place: str | None = None
    issued: PartialDate | None = None
    original_title: str | None = None
    original_language: str | None = None
    original_container_title: str | None = None
    original_volume: str | None = None
    original_issue: str | None = None
    original_page: str | None = None
    original_publisher: tuple[Agent, ...] = ()
    original_publisher_place: str | None = None
    original_date: PartialDate | None = None
    original_url: str | None = None
    republisher: tuple[Agent, ...] = ()
    republished: PartialDate | None = None
    section: str | None = None
    url: str | None = None
    accessed: PartialDate | None = None
    doi: str | None = None
    isbn: str | None = None
    issn: str | None = None
    source_line: str | None = None
    keyword: tuple[str, ...] = ()
    abstract: str | None = None


def refer(document: Document, layers: Layers = "both") -> Reference:
    """
    Decide what of a document is cited.

    Args:
        document: The document.
        layers: ``both`` (the copy read, and the original in words), ``republication`` (the copy
            read alone) or ``original`` (the original alone). A document without a republication
            has one layer, and all three mean the same.

    Returns:
        A reference whose author is the stated author, else the original publisher as a group.

    >>> from nizkorcite.model import Original, Republication, organisation
    >>> wire = Document(
    ...     id="example:wire", type="news_article", title="A title", language="en",
    ...     original=Original(attribution="stated", publishers=[organisation("Itar Tass")],
    ...                       date=PartialDate("2017-02-27")),
    ...     republication=Republication(publishers=[organisation("Equipo Nizkor")],
    ...                                 date=PartialDate("2017-02-28")))
    >>> refer(wire).issued, refer(wire, "original").issued
    (PartialDate('2017-02-28'), PartialDate('2017-02-27'))
    """
    reference = _work(document)
    if document.republication is None:
        return _as_original(reference, document)
    if layers == "original":
        return _as_unread_original(reference, document, document.republication)
    return evolve(_as_republication(reference, document, document.republication), layers=layers)


def _work(document: Document) -> Reference:
    """What both layers share."""
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
    )


def _as_original(reference: Reference, document: Document) -> Reference:
    original = document.original
    return evolve(
        reference,
        type=_periodical_type(reference, original),
        layers="original",
        container_title=original.container_title,
        volume=original.volume,
        issue=original.issue,
        page=original.pages,
        publisher=original.publishers,
        publisher_place=original.place.name if original.place else None,
        issued=original.date,
        original_title=original.title,
        original_language=original.language,
        url=original.url or _last_url(document),
    )


def _as_unread_original(
    reference: Reference, document: Document, republication: Republication
) -> Reference:
    return evolve(
        _as_original(reference, document),
        url=document.original.url,
        accessed=None,
        republisher=republication.publishers,
        republished=republication.date,
    )


def _as_republication(
    reference: Reference, document: Document, republication: Republication
) -> Reference:
    original = document.original
    return evolve(
        reference,
        type="webpage" if reference.type in _PARTS else reference.type,
        publisher=republication.publishers,
        issued=republication.date,
        section=republication.section,
        url=republication.url or _last_url(document),
        original_title=original.title,
        original_language=original.language,
        original_container_title=original.container_title,
        original_volume=original.volume,
        original_issue=original.issue,
        original_page=original.pages,
        original_publisher=original.publishers,
        original_publisher_place=original.place.name if original.place else None,
        original_date=original.date,
        original_url=original.url,
    )


def _by_role(document: Document) -> dict[str, tuple[Agent, ...]]:
    roles = ("author", "editor", "translator", "compiler", "interviewer", "transcriber")
    return {
        role: tuple(agent for agent in document.creators if (agent.role or "author") == role)
        for role in roles
    }


def _periodical_type(reference: Reference, original: Original) -> ReferenceType:
    # A wire story has no periodical behind it and stays a web page (APA 7, 10.16 example 110).
    if reference.type == "webpage" and original.container_title:
        return "article-newspaper"
    return reference.type


def _last_accessed(document: Document) -> PartialDate | None:
    days = [capture.accessed.date for capture in document.captures if capture.accessed]
    return days[-1] if days else None


def _last_url(document: Document) -> str | None:
    addresses = [capture.url for capture in document.captures if capture.url]
    return addresses[-1] if addresses else None


# What a journal or book holds is a page of its own once an archive republishes it.
_PARTS = frozenset({"article-journal", "chapter"})

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

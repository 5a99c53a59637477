"""
References: the variables of the Citation Style Language (CSL 1.0.2) with typed values.

Additions to CSL: the layers, several publishers, the original's container, address and numbers, the
source line of the page, rights, and the archived copy.
"""

import re
from collections.abc import Iterable
from operator import attrgetter
from typing import Literal, get_args

from attrs import field, fields, frozen

from nizkorcite.dates import PartialDate
from nizkorcite.display import has_controls, in_quotes, stated_repr
from nizkorcite.messages import Message
from nizkorcite.record.constraints import as_tuple, model_error
from nizkorcite.record.identifiers import bare_doi
from nizkorcite.record.model import Agent, Document

Layers = Literal["both", "original", "republication"]
"""The layers of a document that a reference has."""

ReferenceType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview",
    "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet",
    "paper-conference", "patent", "performance", "periodical", "personal_communication", "post",
    "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech",
    "standard", "thesis", "treaty", "webpage",
]  # fmt: skip
"""A type of item, as CSL 1.0.2 names it."""


# Type checkers cannot see through a generic converter; see nizkorcite.record.model.
def _agents(values: Iterable[Agent]) -> tuple[Agent, ...]:
    return values if type(values) is tuple else as_tuple(values)  # nearly all are; it is quicker


def _words(values: Iterable[str]) -> tuple[str, ...]:
    return as_tuple(values)


@frozen(kw_only=True, repr=False)
class Reference:
    """
    An item to cite, in CSL variables whose hyphens are written as underscores.

    Attributes:
        id: The item's own identifier.
        type: A CSL item type.
        layers: The layer that `publisher` and `issued` describe. ``both``: the copy read, and the
            original in words; ``republication``: the copy read; ``original``: the original, with
            the note that it was not read itself.
        citation_key: The key by which texts cite the item, if it has one already.
        genre: The kind of work, as in a bracketed description (``Press release``).
        author, editor, translator and the other names: Persons or groups; empty if unknown. The
            last one of a shortened list is `nizkorcite.reference.names.ET_AL`.
        reviewed_title, reviewed_genre, reviewed_author: The work that a review is about.
        status: Publication status of an unpublished work, such as ``in press``.
        container_title: Journal, newspaper, book or site that contains the item.
        collection_title, collection_number: The series.
        publisher: Publishers of the layer cited.
        issued: Publication date of that layer.
        issued_literal: That date as it is printed (CSL 1.0.2, ``literal``), if it is stated and
            cannot be read; `issued` is then absent.
        original_publisher, original_publisher_place, original_date and the other original ones:
            The first publication, if the layer cited is another.
        republisher, republished: The copy read, if `layers` is ``original``.
        authority: The court or body that issued a legal work.
        archive, archive_collection, archive_location, archive_place: The archive of a paper.
        section: The section in which the archive filed the item.
        accessed: Day on which the copy was fetched.
        doi: The DOI without an address or label before it.
        archived_url: Address of an archived copy that does not change (RFC 7089 memento).
        source_line: The page's own words on its source.
        rights, rights_uri: The rights notice of the copy read, and the address of a statement.
        note: Any other remark.
        document: The record that the reference was made from, for formats with room for more than
            a citation; ignored in comparisons.

    Raises:
        ModelError: The type is not one of CSL, `layers` is none of the three, a date is not a
            `PartialDate`, a name is not an `Agent`, an address is a program (``javascript:``), or a
            text has control characters.
    """

    id: str
    type: ReferenceType
    layers: Layers = "republication"
    citation_key: str | None = None
    genre: str | None = None
    medium: str | None = None
    title: str | None = None
    title_short: str | None = None
    title_translated: str | None = None
    language: str | None = None
    author: tuple[Agent, ...] = field(default=(), converter=_agents)
    editor: tuple[Agent, ...] = field(default=(), converter=_agents)
    translator: tuple[Agent, ...] = field(default=(), converter=_agents)
    compiler: tuple[Agent, ...] = field(default=(), converter=_agents)
    interviewer: tuple[Agent, ...] = field(default=(), converter=_agents)
    director: tuple[Agent, ...] = field(default=(), converter=_agents)
    recipient: tuple[Agent, ...] = field(default=(), converter=_agents)
    container_author: tuple[Agent, ...] = field(default=(), converter=_agents)
    original_author: tuple[Agent, ...] = field(default=(), converter=_agents)
    original_editor: tuple[Agent, ...] = field(default=(), converter=_agents)
    reviewed_author: tuple[Agent, ...] = field(default=(), converter=_agents)
    reviewed_genre: str | None = None
    reviewed_title: str | None = None
    container_title: str | None = None
    collection_title: str | None = None
    collection_number: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    edition: str | None = None
    version: str | None = None
    number: str | None = None
    authority: str | None = None
    publisher: tuple[Agent, ...] = field(default=(), converter=_agents)
    publisher_place: str | None = None
    issued: PartialDate | None = None
    issued_literal: str | None = None
    event_title: str | None = None
    event_place: str | None = None
    event_date: PartialDate | None = None
    original_title: str | None = None
    original_language: str | None = None
    original_container_title: str | None = None
    original_volume: str | None = None
    original_issue: str | None = None
    original_page: str | None = None
    original_publisher: tuple[Agent, ...] = field(default=(), converter=_agents)
    original_publisher_place: str | None = None
    original_date: PartialDate | None = None
    original_url: str | None = None
    republisher: tuple[Agent, ...] = field(default=(), converter=_agents)
    republished: PartialDate | None = None
    archive: str | None = None
    archive_collection: str | None = None
    archive_location: str | None = None
    archive_place: str | None = None
    section: str | None = None
    url: str | None = None
    archived_url: str | None = None
    accessed: PartialDate | None = None
    doi: str | None = field(default=None, converter=bare_doi)
    isbn: str | None = None
    issn: str | None = None
    status: str | None = None
    source_line: str | None = None
    rights: str | None = None
    rights_uri: str | None = None
    keyword: tuple[str, ...] = field(default=(), converter=_words)
    abstract: str | None = None
    note: str | None = None
    document: Document | None = field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.type not in _TYPES:
            message = Message(
                '"{type}" is not an item type of CSL 1.0.2, such as webpage', type=self.type
            )
            raise model_error(self, "/type", message)
        if self.layers not in _LAYERS:
            message = Message(
                "{value} is not one of {names}",
                value=in_quotes(self.layers),
                names=", ".join(_LAYERS),
            )
            raise model_error(self, "/layers", message)
        for name, date in zip(_DATES, _dates_of(self), strict=True):
            if date is not None and not isinstance(date, PartialDate):
                example = f'PartialDate("{date}")'
                raise model_error(
                    self, f"/{name}", Message("must be a PartialDate: {example}", example=example)
                )
        for name, values in zip(_LISTS, _lists_of(self), strict=True):
            if values != ():
                _check_list(self, name, values)
        _check_texts(self)

    def __repr__(self) -> str:
        return stated_repr(self)

    @property
    def site_and_publishers(self) -> tuple[str | None, tuple[Agent, ...]]:
        """
        The container and the publishers; a web page's first publisher is its site.

        >>> from nizkorcite.record.model import organisation
        >>> Reference(id="a", type="webpage",
        ...           publisher=(organisation("Equipo Nizkor"),)).site_and_publishers
        ('Equipo Nizkor', ())
        """
        if self.type != "webpage" or self.container_title or not self.publisher:
            return self.container_title, self.publisher
        return self.publisher[0].name, self.publisher[1:]


def is_program(address: str) -> bool:
    r"""
    Check whether browsers run an address, or show its text as a page.

    They ignore spaces and control characters in the scheme (WHATWG URL Standard, section 4.4).

    >>> is_program(" JavaScript\n:alert(1)"), is_program("https://example.org/javascript:")
    (True, False)
    """
    if address.startswith(("http", "10.")):
        return False
    return bool(_PROGRAM.match(_IGNORED_IN_SCHEMES.sub("", address)))


def _check_texts(reference: Reference) -> None:
    texts = _texts_of(reference)
    if not _are_plain(texts):
        for name, text in zip(_TEXTS, texts, strict=True):
            if text is not None:
                _check_text(reference, name, text)
    for name, address in zip(ADDRESSES, _addresses_of(reference), strict=True):
        if address is not None and is_program(address):
            problem = Message("must be the address of a page, not a program")
            raise model_error(reference, f"/{name}", problem)


def _are_plain(texts: Iterable[object]) -> bool:
    """Check for texts that a screen can print, as nearly all are; quicker than one by one."""
    try:
        return "".join([text for text in texts if text is not None]).isprintable()  # type: ignore[misc]  # checked here
    except TypeError:
        return False


def _check_text(reference: Reference, name: str, text: object) -> None:
    if not isinstance(text, str):
        raise model_error(reference, f"/{name}", Message("must be {kind}", kind=Message("text")))
    if has_controls(text):
        raise model_error(reference, f"/{name}", Message("must be text without control characters"))


def _check_list(reference: Reference, name: str, values: object) -> None:
    kind = str if name == "keyword" else Agent
    if not isinstance(values, tuple) or not all(isinstance(value, kind) for value in values):
        form = Message('a list of agents: [organisation("EFE")]')
        if kind is str:
            form = Message("a list of texts")
        raise model_error(reference, f"/{name}", Message("must be {kind}", kind=form))
    if kind is str:
        _check_text(reference, name, "\n".join(map(str, values)))


ADDRESSES = ("url", "original_url", "archived_url", "rights_uri", "doi")
"""The variables that programs follow as addresses."""
_addresses_of = attrgetter(*ADDRESSES)
_PROGRAM = re.compile("(?:javascript|data|vbscript|livescript|mocha):", re.IGNORECASE)
_IGNORED_IN_SCHEMES = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]+")
_TYPES = frozenset(get_args(ReferenceType))
_LAYERS = get_args(Layers)
_DATES = ("issued", "accessed", "event_date", "original_date", "republished")
_TEXTS = tuple(each.name for each in fields(Reference) if each.type in (str, str | None))
_texts_of = attrgetter(*_TEXTS)
_dates_of = attrgetter(*_DATES)
_LISTS = (
    *("author", "editor", "translator", "compiler", "interviewer", "director", "recipient"),
    *("container_author", "original_author", "original_editor", "reviewed_author", "publisher"),
    *("original_publisher", "republisher", "keyword"),
)
_lists_of = attrgetter(*_LISTS)

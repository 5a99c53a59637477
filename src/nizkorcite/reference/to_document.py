"""
From a reference to a document: the way back from `refer`, for items that come from elsewhere.

What a record can not hold is left out, never bent to fit: `nizkorcite.convert` names it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from nizkorcite.dates import PartialDate
from nizkorcite.errors import RecordError
from nizkorcite.record.codec import JSON, from_record, to_json
from nizkorcite.record.identifiers import identifier_problem
from nizkorcite.record.model import Agent, Document, organisation
from nizkorcite.record.vocabulary import DocumentType
from nizkorcite.reference.original import ORIGINAL_VARIABLES, RECORD_MEMBERS
from nizkorcite.reference.reference import Reference, ReferenceType

_Record = dict[str, JSON]
_NOT_IN_ID = re.compile(r"[^a-z0-9._~-]+")


def as_document(reference: Reference) -> Document:
    """
    The document that a reference tells.

    A reference that names a first publication beside the layer cited has two layers; any other has
    one, which is its original. An author who is the original's publisher is no creator of its own.

    Args:
        reference: Any reference; that of a record gives the record back.

    >>> as_document(Reference(id="Smith 2017", type="book", title="Law")).id
    'smith-2017'
    """
    return reference.document or _valid(_record(reference))


def _valid(record: _Record) -> Document:
    """The record's document, without the members that no record may have."""
    while True:
        try:
            return from_record(record)
        except RecordError as error:
            _remove(record, error.pointer)


def _remove(record: _Record, pointer: str) -> None:
    """Take away the smallest member that holds a fault, but nothing that every record has."""
    *path, last = pointer.split("/")[1:]
    holder: JSON = record
    for part in path:
        holder = holder[int(part)] if isinstance(holder, list) else _object(holder)[part]
    if isinstance(holder, list):
        del holder[int(last)]
    elif last in _object(holder):
        del _object(holder)[last]
    if not holder:
        _remove(record, "".join(f"/{part}" for part in path))


def _object(value: JSON) -> _Record:
    if not isinstance(value, dict):
        raise TypeError("pointers lead through objects and lists")
    return value


def _record(reference: Reference) -> _Record:
    both = _Layers(reference)
    return _stated(
        {
            "schema_version": "1.0",
            "id": _id(reference.id),
            "type": _type(reference, both.are_two),
            "title": _line(reference.title),
            "alternative_titles": _titles(reference),
            "language": reference.language or "und",
            "description": reference.abstract,
            "keywords": list(reference.keyword),
            "creators": _agents(_creators(reference, both.original_publishers)),
            "original": both.original(),
            "republication": both.republication(),
        }
    )


class _Layers:
    """What a reference says of the original and of the republication."""

    def __init__(self, reference: Reference) -> None:
        self._of = reference
        site = _site(reference)
        publishers = (*site, *reference.publisher)
        told = bool(_first_publication(reference))
        self._unread = bool(reference.republisher)
        self.are_two = self._unread or (told and bool(publishers))
        self.original_publishers = reference.original_publisher if told else reference.publisher
        self._republishers = reference.republisher if self._unread else publishers

    def original(self) -> _Record:
        reference = self._of
        return _stated(
            {
                "attribution": "stated" if self.original_publishers else "unknown",
                "publishers": _agents(self.original_publishers),
                **(_first_publication(reference) or _only_publication(reference)),
                "edition": reference.edition,
                "identifiers": list(_identifiers(reference)),
                "source_line": _line(reference.source_line),
            }
        )

    def republication(self) -> _Record:
        reference = self._of
        if not self.are_two:
            return {}
        date = reference.republished if self._unread else reference.issued
        return _stated(
            {
                "publishers": _agents(self._republishers),
                "date": _date(date),
                "url": None if self._unread else reference.url,
                "section": _line(reference.section),
                "rights": _stated({"statement": reference.rights, "uri": reference.rights_uri}),
            }
        )


def _first_publication(reference: Reference) -> _Record:
    if reference.layers == "original":
        return {}
    layer = _publication({own: name for name, own in ORIGINAL_VARIABLES.items()}, reference)
    # A title or language of the original alone may be that of a translated work.
    return {**layer, **_title_and_language(reference)} if layer else {}


def _only_publication(reference: Reference) -> _Record:
    own = {name: name for name in RECORD_MEMBERS}
    return {**_publication(own, reference), **_title_and_language(reference)}


def _publication(variables: Mapping[str, str], reference: Reference) -> _Record:
    """Make the members of ``original`` in a record, given the variable that states each."""
    values = {name: getattr(reference, variables[own]) for own, name in RECORD_MEMBERS.items()}
    return _stated({name: _VALUES.get(name, _as_is)(value) for name, value in values.items()})


def _title_and_language(reference: Reference) -> _Record:
    title, language = _line(reference.original_title), reference.original_language
    return _stated({"title": title, "language": language})


def _site(reference: Reference) -> Sequence[Agent]:
    """A web page's site publishes it; the container of anything else is a work."""
    if reference.type != "webpage" or not reference.container_title:
        return ()
    return (organisation(_line(reference.container_title) or ""),)


def _creators(reference: Reference, publishers: Sequence[Agent]) -> Iterator[Agent]:
    names = [agent.name for agent in reference.author]
    if names != [agent.name for agent in publishers]:
        yield from reference.author
    for role in ("editor", "translator", "compiler", "interviewer"):
        for agent in getattr(reference, role):
            yield evolve(agent, role=role)


def _titles(reference: Reference) -> list[JSON]:
    kinds = {"translated": reference.title_translated, "short": reference.title_short}
    return [{"title": _line(title), "kind": kind} for kind, title in kinds.items() if title]


def _identifiers(reference: Reference) -> Iterator[_Record]:
    for scheme in ("doi", "isbn", "issn"):
        value = _line(getattr(reference, scheme))
        if value and not identifier_problem(scheme, value):
            yield {"scheme": scheme, "value": value}
    if number := _line(reference.number):
        yield {"scheme": "ecli" if number.startswith("ECLI:") else "other", "value": number}


def _agents(agents: Sequence[Agent] | Iterator[Agent]) -> list[JSON]:
    return [to_json(agent) for agent in agents]


def _place(name: str | None) -> _Record:
    return _stated({"name": _line(name)})


def _date(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def _line(text: str | None) -> str | None:
    """One line: a record's titles and names have no breaks."""
    return " ".join(text.split()) if text else None


def _as_is(text: str | None) -> str | None:
    return text


def _stated(members: Mapping[str, JSON]) -> _Record:
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}


def _id(text: str) -> str:
    """An id in the record's form: small letters, digits, and segments between colons."""
    segments = (_NOT_IN_ID.sub("-", part).strip("-") for part in text.casefold().split(":"))
    return ":".join(filter(None, segments)) or "item"


def _type(reference: Reference, are_two_layers: bool) -> DocumentType:  # noqa: FBT001 - called within this module alone
    if reference.type == "webpage" and reference.genre in _GENRES:
        return _GENRES[reference.genre]
    if reference.type == "webpage" and are_two_layers and reference.original_publisher:
        return "news_article"  # as of a page whose source line names a publisher
    if reference.type == "document" and reference.genre == "Resolution":
        return "resolution"
    return _TYPES.get(reference.type, "other")


_VALUES: dict[str, Callable[[Any], JSON]] = {
    "publishers": _agents,
    "place": _place,
    "date": _date,
    "container_title": _line,
}
_GENRES: dict[str | None, DocumentType] = {
    "Press release": "press_release",
    "Statement": "statement",
}
_TYPES: dict[ReferenceType, DocumentType] = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "news_article",
    "bill": "law",
    "book": "book",
    "broadcast": "broadcast",
    "chapter": "book_chapter",
    "entry": "book_chapter",
    "entry-dictionary": "book_chapter",
    "entry-encyclopedia": "book_chapter",
    "interview": "interview",
    "legal_case": "judgment",
    "legislation": "law",
    "motion_picture": "broadcast",
    "personal_communication": "letter",
    "post": "web_page",
    "post-weblog": "web_page",
    "regulation": "law",
    "report": "report",
    "review": "article",
    "review-book": "article",
    "speech": "speech",
    "treaty": "treaty",
    "webpage": "web_page",
}

"""
From a reference to a document, for items of citation files: the reverse of `refer`.

Values that no record can hold are left out, never changed to fit; `nizkorcite.convert` reports
them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from nizkorcite.dates import PartialDate
from nizkorcite.errors import RecordError
from nizkorcite.record.codec import JSON, from_record, to_json
from nizkorcite.record.constraints import LONGEST_ID
from nizkorcite.record.identifiers import identifier_problem
from nizkorcite.record.model import Agent, Document, organisation
from nizkorcite.record.vocabulary import DocumentType
from nizkorcite.reference.names import ET_AL
from nizkorcite.reference.original import ORIGINAL_VARIABLES, RECORD_MEMBERS
from nizkorcite.reference.reference import Reference, ReferenceType

_Record = dict[str, JSON]
_NOT_IN_ID = re.compile(r"[^a-z0-9._~-]+")


def as_document(reference: Reference) -> Document:
    """
    Make a document of a reference.

    A reference with a first publication beside the layer cited becomes a document with two layers,
    any other a document with an original alone. An author who is the original's publisher does not
    become a creator.

    Args:
        reference: Any reference; for that of a record, the record's document is returned.

    >>> as_document(Reference(id="Smith 2017", type="book", title="Law")).id
    'smith-2017'
    """
    return reference.document or _document(_record(reference))


def _document(record: _Record) -> Document:
    """Make a document of a record, without members that are invalid."""
    while True:
        try:
            return from_record(record)
        except RecordError as error:
            _remove(record, error.pointer)


def _remove(record: _Record, pointer: str) -> None:
    """Remove the smallest member that contains a fault."""
    *path, last = pointer.split("/")[1:]
    holder: JSON = record
    for part in path:
        holder = holder[int(part)] if isinstance(holder, list) else _object(holder)[part]
    if isinstance(holder, list):
        del holder[int(last)]
    elif last in _object(holder):
        del _object(holder)[last]
    else:  # publishers that were removed, without whom no attribution is stated
        _object(holder)["attribution"] = "unknown"
    if not holder:
        _remove(record, "".join(f"/{part}" for part in path))


def _object(value: JSON) -> _Record:
    if not isinstance(value, dict):
        raise TypeError("a pointer leads through objects and lists")
    return value


def _record(reference: Reference) -> _Record:
    both = _Layers(reference)
    return _without_empty(
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
    """The original and the republication of a record, as a reference states them."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        site = _site(reference)
        publishers = (*site, *reference.publisher)
        has_first = bool(_first_publication(reference))
        self._unread = bool(reference.republisher)
        self.are_two = self._unread or (has_first and bool(publishers))
        self.original_publishers = (
            reference.original_publisher if has_first else reference.publisher
        )
        self._republishers = reference.republisher if self._unread else publishers

    def original(self) -> _Record:
        reference = self._reference
        return _without_empty(
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
        reference = self._reference
        if not self.are_two:
            return {}
        date = reference.republished if self._unread else reference.issued
        return _without_empty(
            {
                "publishers": _agents(self._republishers),
                "date": _date(date),
                "url": None if self._unread else reference.url,
                "section": _line(reference.section),
                "rights": _without_empty(
                    {"statement": reference.rights, "uri": reference.rights_uri}
                ),
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
    """Make the members of ``original`` in a record from the variables that state them."""
    values = {name: getattr(reference, variables[own]) for own, name in RECORD_MEMBERS.items()}
    return _without_empty(
        {name: _VALUES.get(name, _as_is)(value) for name, value in values.items()}
    )


def _title_and_language(reference: Reference) -> _Record:
    title, language = _line(reference.original_title), reference.original_language
    return _without_empty({"title": title, "language": language})


def _site(reference: Reference) -> Sequence[Agent]:
    """Return a web page's site, which publishes it; other containers are works."""
    if reference.type != "webpage" or not reference.container_title:
        return ()
    return (organisation(_line(reference.container_title) or ""),)


def _creators(reference: Reference, publishers: Sequence[Agent]) -> Iterator[Agent]:
    names = [agent.name for agent in reference.author]
    if names != [agent.name for agent in publishers]:
        yield from (agent for agent in reference.author if agent != ET_AL)
    for role in ("editor", "translator", "compiler", "interviewer"):
        for agent in getattr(reference, role):
            if agent != ET_AL:
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
    return _without_empty({"name": _line(name)})


def _date(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def _line(text: str | None) -> str | None:
    """Join a text's lines, since titles and names in records are one line."""
    return " ".join(text.split()) if text else None


def _as_is(text: str | None) -> str | None:
    return text


def _without_empty(members: Mapping[str, JSON]) -> _Record:
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}


def _id(text: str) -> str:
    """Make an id in the record's form and length: small letters, digits, segments at colons."""
    segments = (_NOT_IN_ID.sub("-", part).strip("-") for part in text.casefold().split(":"))
    return ":".join(filter(None, segments))[:LONGEST_ID].rstrip(":") or "item"


def _type(reference: Reference, are_two_layers: bool) -> DocumentType:  # noqa: FBT001 - called within this module alone
    if reference.type == "webpage" and reference.genre in _GENRES:
        return _GENRES[reference.genre]
    if reference.type == "webpage" and are_two_layers and reference.original_publisher:
        return "news_article"  # like a page whose source line names a publisher
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
    "article": "article", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "news_article", "bill": "law", "book": "book", "broadcast": "broadcast",
    "chapter": "book_chapter", "entry": "book_chapter", "entry-dictionary": "book_chapter",
    "entry-encyclopedia": "book_chapter", "interview": "interview", "legal_case": "judgment",
    "legislation": "law", "motion_picture": "broadcast", "personal_communication": "letter",
    "post": "web_page", "post-weblog": "web_page", "regulation": "law", "report": "report",
    "review": "article", "review-book": "article", "speech": "speech", "treaty": "treaty",
    "webpage": "web_page",
}  # fmt: skip

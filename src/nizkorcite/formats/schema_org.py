"""
Writer of schema.org in JSON-LD, for web pages and search engines.

The copy is the work described; ``isBasedOn`` describes the original, with its own publisher, day
and dateline. A date that ISO 8601 has no form for is left out, with a note. ``<`` is escaped, so
that no title can end the ``<script>`` around the text.
"""

from collections.abc import Iterator, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.display import script_json
from nizkorcite.formats.dates import iso_date, unwritten_date
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference, ReferenceType

_Node = dict[str, object]


SCHEMA_ORG_TYPES: dict[ReferenceType, str] = {
    "article": "Article", "article-journal": "ScholarlyArticle", "article-magazine": "Article",
    "article-newspaper": "NewsArticle", "bill": "Legislation", "book": "Book", "chapter": "Chapter",
    "dataset": "Dataset", "legislation": "Legislation", "map": "Map", "motion_picture": "Movie",
    "personal_communication": "Message", "post-weblog": "BlogPosting", "regulation": "Legislation",
    "report": "Report", "review": "Review", "software": "SoftwareApplication", "thesis": "Thesis",
    "webpage": "WebPage",
}  # fmt: skip
"""CSL item types, and their classes; any other is a ``CreativeWork``."""


def write_all(references: Sequence[Reference]) -> str:
    """
    Write one reference as a node, several as a graph.

    >>> '"@type": "Book"' in write_all([Reference(id="a", type="book", title="Law")])
    True
    """
    context = {"@context": "https://schema.org"}
    nodes = [_work(reference) for reference in references]
    value = {**context, **nodes[0]} if len(nodes) == 1 else {**context, "@graph": nodes}
    return script_json(value, indent=2) + "\n"


def advice(reference: Reference) -> tuple[Message, ...]:
    """Return notes on dates that ISO 8601 has no form for."""
    dates = (reference.issued, reference.original_date)
    unwritten: list[PartialDate | str] = [date for date in dates if date and not iso_date(date)]
    unwritten += [reference.issued_literal] if reference.issued_literal else []
    return tuple(unwritten_date("JSON-LD", date) for date in unwritten)


def _work(reference: Reference) -> _Node:
    return _without_empty(
        {
            "@type": work_type(reference),
            "@id": reference.url,
            "headline": reference.title,
            "name": reference.title,
            "alternativeHeadline": reference.title_translated,
            "genre": reference.genre,
            **_people(reference),
            "publisher": _agents(reference.publisher),
            "datePublished": iso_date(reference.issued),
            "locationCreated": _place(reference.publisher_place),
            "isPartOf": _container(reference),
            "pagination": reference.page,
            "bookEdition": reference.edition,
            "inLanguage": reference.language,
            "url": reference.url,
            "archivedAt": reference.archived_url,
            "identifier": [*_identifiers(reference)],
            "isbn": reference.isbn,
            "articleSection": reference.section,
            "abstract": reference.abstract,
            "keywords": list(reference.keyword),
            "creditText": reference.source_line,
            "copyrightNotice": reference.rights,
            "usageInfo": reference.rights_uri,
            "isBasedOn": _original(reference),
            "encoding": _captures(reference),
        }
    )


def work_type(reference: Reference) -> str:
    """Return the class of a work: that of the record's type, or of the item type."""
    record = reference.document
    if record and record.type == "news_article":
        return "NewsArticle"
    return SCHEMA_ORG_TYPES.get(reference.type, "CreativeWork")


def _original(reference: Reference) -> _Node:
    if reference.layers != "both":
        return {}
    known = _without_empty(
        {
            "headline": reference.original_title,
            "publisher": _agents(reference.original_publisher),
            "datePublished": iso_date(reference.original_date),
            "dateline": reference.original_publisher_place,
            "locationCreated": _place(reference.original_publisher_place),
            "inLanguage": reference.original_language,
            "isPartOf": _periodical(
                reference.original_container_title,
                reference.original_volume,
                reference.original_issue,
            ),
            "pagination": reference.original_page,
            "url": reference.original_url,
        }
    )
    return {"@type": work_type(reference), **known} if known else {}


def _captures(reference: Reference) -> list[_Node]:
    """Describe the saved bytes, with their digests."""
    captures = reference.document.captures if reference.document else ()
    return [
        _without_empty(
            {
                "@type": "MediaObject",
                "contentUrl": capture.url,
                "encodingFormat": capture.media_type,
                "contentSize": str(capture.byte_length),
                "sha256": capture.sha256,
            }
        )
        for capture in captures
    ]


def _people(reference: Reference) -> _Node:
    return {
        "author": _agents(reference.author),
        "editor": _agents(reference.editor),
        "translator": _agents(reference.translator),
        "contributor": _agents((*reference.compiler, *reference.interviewer)),
    }


def _agents(agents: Sequence[Agent]) -> list[_Node]:
    return [_agent(agent) for agent in agents]


# An agent of unknown kind has no type: schema.org names no class above Person and Organization.
_AGENT_TYPES = {"person": "Person", "organisation": "Organization"}


def _agent(agent: Agent) -> _Node:
    return _without_empty(
        {
            "@type": _AGENT_TYPES.get(agent.kind),
            "name": agent.name,
            "givenName": agent.given,
            "familyName": agent.family,
            "url": agent.url,
        }
    )


def _container(reference: Reference) -> _Node:
    if reference.type == "webpage" and reference.container_title:
        return {"@type": "WebSite", "name": reference.container_title}
    held = _periodical(reference.container_title, reference.volume, reference.issue)
    return {**held, "issn": reference.issn} if held and reference.issn else held


def _periodical(name: str | None, volume: str | None, issue: str | None) -> _Node:
    known = _without_empty({"name": name, "volumeNumber": volume, "issueNumber": issue})
    return {"@type": "PublicationVolume" if volume else "CreativeWork", **known} if known else {}


def _identifiers(reference: Reference) -> Iterator[_Node]:
    values = {"doi": reference.doi, "number": reference.number, "record": reference.id}
    for name, value in values.items():
        if value:
            yield {"@type": "PropertyValue", "propertyID": name, "value": value}


def _place(name: str | None) -> _Node:
    return {"@type": "Place", "name": name} if name else {}


def _without_empty(members: _Node) -> _Node:
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}

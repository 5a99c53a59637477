"""
CSL-JSON 1.0.2, the input of citation processors (Zotero, pandoc, citeproc).

CSL has one text for all publishers, and no place for a section, a rights notice or an original
address; a web page's first publisher is its site (``container-title``).
"""

import json
from collections.abc import Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.model import Agent
from nizkorcite.reference import Reference

LITERALS = (
    *("title", "title_short", "container_title", "collection_title", "collection_number"),
    *("volume", "issue", "page", "edition", "version", "number", "authority"),
    *("publisher_place", "event_title", "event_place"),
    *("original_title", "original_publisher_place"),
    *("archive", "archive_collection", "archive_location", "archive_place"),
    *("genre", "medium", "section", "status", "language", "abstract", "note"),
)
NAMES = (
    *("author", "editor", "translator", "compiler", "interviewer", "director", "recipient"),
    *("container_author", "original_author"),
)
DATES = ("issued", "original_date", "accessed", "event_date")
UPPER = {"url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN"}

CslItem = dict[str, object]


def item(reference: Reference) -> CslItem:
    """
    A reference as a CSL-JSON item.

    >>> item(Reference(id="a", type="webpage", issued=PartialDate("2017-02")))["issued"]
    {'date-parts': [[2017, 2]]}
    """
    site, publishers = _site_and_publishers(reference)
    values: CslItem = {"id": reference.id, "type": reference.type}
    values |= {name: getattr(reference, name) for name in LITERALS}
    values |= {name: [_name(agent) for agent in getattr(reference, name)] for name in NAMES}
    values |= {
        "container_title": site,
        "publisher": _joined(publishers),
        "original_publisher": _joined(reference.original_publisher),
        "keyword": ", ".join(reference.keyword),
        "references": reference.source_line,
    }
    values |= {name: _date(getattr(reference, name)) for name in DATES}
    values |= {UPPER[name]: getattr(reference, name) for name in UPPER}
    return {name.replace("_", "-"): value for name, value in values.items() if value}


def write_all(references: Sequence[Reference]) -> str:
    """The references as a JSON array, two spaces deep."""
    items = [item(reference) for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def advice(reference: Reference) -> tuple[str, ...]:  # noqa: ARG001 - every type has its place here
    """CSL-JSON has a place for every type of reference."""
    return ()


def _site_and_publishers(reference: Reference) -> tuple[str | None, tuple[Agent, ...]]:
    if reference.type != "webpage" or reference.container_title or not reference.publisher:
        return reference.container_title, reference.publisher
    return reference.publisher[0].name, reference.publisher[1:]


def _joined(agents: Sequence[Agent]) -> str:
    return "; ".join(agent.name for agent in agents)


def _name(agent: Agent) -> dict[str, str]:
    if agent.kind != "person" or not agent.family:
        return {"literal": agent.name}
    parts = {
        "family": agent.family,
        "given": agent.given,
        "non-dropping-particle": agent.particles,
        "suffix": agent.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def _date(date: PartialDate | None) -> dict[str, object] | None:
    if date is None:
        return None
    ends = (date.start, date.end) if date.precision == "interval" else (date,)
    parts = [_parts(end) if end else [] for end in ends]
    if not all(parts):  # CSL can not spell decades and open spans
        return {"literal": str(date)}
    value: dict[str, object] = {"date-parts": parts}
    if date.season:
        value["season"] = date.season - 20
    if date.qualifier:
        value["circa"] = True
    return value


def _parts(date: PartialDate) -> list[int]:
    """Year, month and day as far as they are stated; nothing where the year is not."""
    if date.year is None:
        return []
    return [part for part in (date.year, date.month, date.day) if part is not None]

"""
CSL-JSON 1.0.2, the input of citation processors (Zotero, pandoc, citeproc).

CSL has one text for all publishers, and no variable for a rights notice or an original address; a
web page's first publisher is its site (``container-title``). What CSL lacks stands in ``custom``,
the member that the CSL input schema leaves to programs: the whole record of an item that was made
from one, of any other the variables that CSL does not have. So nothing is lost on the way back.
"""

import json
from collections.abc import Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.record.codec import JSON, to_json, to_record
from nizkorcite.record.model import Agent, organisation
from nizkorcite.reference import Reference

LITERALS = (
    *("title", "title_short", "container_title", "collection_title", "collection_number"),
    *("volume", "issue", "page", "edition", "version", "number", "authority"),
    *("publisher_place", "event_title", "event_place"),
    *("original_title", "original_publisher_place"),
    *("archive", "archive_collection", "archive_location", "archive_place"),
    *("reviewed_genre", "reviewed_title"),
    *("genre", "medium", "section", "status", "language", "abstract", "note"),
)
NAMES = (
    *("author", "editor", "translator", "compiler", "interviewer", "director", "recipient"),
    *("container_author", "original_author", "reviewed_author"),
)
_UNDERSCORED = ("archive_collection", "archive_location")
UPPER = {"url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN"}

CUSTOM = "nizkorcite"
"""The member of ``custom`` that is ours."""
DATES = ("issued", "original_date", "accessed", "event_date")
LACKING = (
    *("layers", "title_translated", "publisher", "original_publisher", "original_language"),
    *("original_container_title", "original_volume", "original_issue", "original_page"),
    *("original_url", "republisher", "republished", "archived_url", "rights", "rights_uri"),
    "keyword",
    *DATES,
)
"""Variables of a reference that CSL has not, or not as a list, or not with every qualifier."""

CslItem = dict[str, object]


def item(reference: Reference) -> CslItem:
    """
    A reference as a CSL-JSON item.

    >>> item(Reference(id="a", type="webpage", issued=PartialDate("2017-02")))["issued"]
    {'date-parts': [[2017, 2]]}
    """
    site, publishers = reference.site_and_publishers
    values: CslItem = {"id": reference.id, "type": reference.type}
    values["citation_key"] = reference.citation_key
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
    return {spelled(name): value for name, value in values.items() if value}


def spelled(name: str) -> str:
    """
    CSL's name of a variable of a reference; two of an archive are written with underscores.

    >>> spelled("archive_place"), spelled("archive_location")
    ('archive-place', 'archive_location')
    """
    return name if name in _UNDERSCORED else name.replace("_", "-")


def keywords(text: str) -> tuple[str, ...]:
    """The words of CSL's one text for all keywords, each once."""
    words = (word.strip() for word in text.split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def write_all(references: Sequence[Reference]) -> str:
    """The references as a JSON array, two spaces deep."""
    return in_array([{**item(each), **_custom(each)} for each in references])


def in_array(items: Sequence[CslItem]) -> str:
    """Items as the text of a file."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def advice(reference: Reference) -> tuple[str, ...]:  # noqa: ARG001 - every type has its place here
    """CSL-JSON has a place for every type of reference."""
    return ()


def _custom(reference: Reference) -> CslItem:
    own = _record(reference) or _lacking(reference)
    return {"custom": {CUSTOM: own}} if own else {}


def _record(reference: Reference) -> dict[str, JSON]:
    document = reference.document
    return {"layers": reference.layers, "record": to_record(document)} if document else {}


def _lacking(reference: Reference) -> dict[str, JSON]:
    """What the item alone does not tell; the layers only beside other variables."""
    lacking = {
        name: to_json(value)
        for name in LACKING
        if (value := getattr(reference, name)) and not _is_told(reference, name)
    }
    return {"variables": lacking} if len(lacking) > 1 or reference.layers == "original" else {}


def _is_told(reference: Reference, name: str) -> bool:
    """Whether a value comes back: a list from CSL's one text for it, a date from its numbers."""
    value = getattr(reference, name)
    if name in DATES:
        return _is_whole(value)
    if not isinstance(value, tuple):
        return False
    if not isinstance(value[0], Agent):
        return value == keywords(", ".join(value))
    is_site = value == reference.publisher and value != reference.site_and_publishers[1]
    return not is_site and value == (organisation(value[0].name),)


def _is_whole(date: PartialDate) -> bool:
    """CSL can say that a date is approximate, but not that it is uncertain."""
    text = str(date)
    is_approximate = text.endswith("~") and "/" not in text
    return set("?%~").isdisjoint(text.removesuffix("~") if is_approximate else text)


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
    seasons = len(ends) > 1 and any(end and end.season for end in ends)
    if seasons or not all(parts):  # CSL cannot spell decades, open spans and spans of seasons
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

"""
Writer of CSL-JSON 1.0.2, the input of citation processors (Zotero, pandoc, citeproc).

CSL has one text for all publishers, and no variable for a rights notice or an original address; a
web page's first publisher is its site (``container-title``). ``custom``, the member that the CSL
input schema leaves to programs, holds the rest: the whole record of an item made from a record, and
of any other item the variables that CSL lacks. So the parser restores every reference. The id of an
item is the citation key that BibTeX has too, since texts cite items by their ids.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from nizkorcite.dates import PartialDate
from nizkorcite.display import json_text
from nizkorcite.formats.citation_keys import citation_keys
from nizkorcite.record.codec import JSON, to_json, to_record
from nizkorcite.record.model import Agent, organisation
from nizkorcite.reference import Reference
from nizkorcite.reference.names import ET_AL

TEXT_VARIABLES = (
    *("title", "title_short", "container_title", "collection_title", "collection_number"),
    *("volume", "issue", "page", "edition", "version", "number", "authority"),
    *("publisher_place", "event_title", "event_place"),
    *("original_title", "original_publisher_place"),
    *("archive", "archive_collection", "archive_location", "archive_place"),
    *("reviewed_genre", "reviewed_title"),
    *("genre", "medium", "section", "status", "language", "abstract", "note"),
)
NAME_VARIABLES = (
    *("author", "editor", "translator", "compiler", "interviewer", "director", "recipient"),
    *("container_author", "original_author", "reviewed_author"),
)
_UNDERSCORED = ("archive_collection", "archive_location")
UPPERCASE = {"url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN"}

CUSTOM = "nizkorcite"
"""The member of ``custom`` that nizkorcite writes."""
DATE_VARIABLES = ("issued", "original_date", "accessed", "event_date")
CUSTOM_VARIABLES = (
    *("layers", "title_translated", "publisher", "original_publisher", "original_language"),
    *("original_container_title", "original_volume", "original_issue", "original_page"),
    *("original_url", "republisher", "republished", "archived_url", "rights", "rights_uri"),
    "keyword",
    *DATE_VARIABLES,
)
"""Variables of a reference that CSL lacks, or has without lists or without every qualifier."""

CslItem = dict[str, object]
"""An item of CSL-JSON: its variables by their names (CSL 1.0.2)."""


def csl_item(reference: Reference, key: str | None = None) -> CslItem:
    """
    Make a CSL-JSON item of a reference.

    Args:
        reference: The reference.
        key: The citation key, for files that texts cite from; by default, the item has its own id.

    >>> csl_item(Reference(id="a", type="webpage", issued=PartialDate("2017-02")))["issued"]
    {'date-parts': [[2017, 2]]}
    """
    site, publishers = reference.site_and_publishers
    values: CslItem = {"id": key or reference.id, "type": reference.type}
    values["citation_key"] = key or reference.citation_key
    values |= zip(TEXT_VARIABLES, _texts_of(reference), strict=True)
    for name, agents in zip(NAME_VARIABLES, _names_of(reference), strict=True):
        values[name] = [_name(agent) for agent in agents]
    values |= {
        "container_title": site,
        "publisher": _joined_names(publishers),
        "original_publisher": _joined_names(reference.original_publisher),
        "keyword": ", ".join(reference.keyword),
        "references": reference.source_line,
    }
    values |= {name: _date(getattr(reference, name)) for name in DATE_VARIABLES}
    if reference.issued_literal:
        values["issued"] = {"literal": reference.issued_literal}
    values |= {UPPERCASE[name]: getattr(reference, name) for name in UPPERCASE}
    return {csl_name(name): value for name, value in values.items() if value}


_texts_of = attrgetter(*TEXT_VARIABLES)
_names_of = attrgetter(*NAME_VARIABLES)


def csl_name(name: str) -> str:
    """
    Return CSL's name of a variable; CSL writes two names of an archive with underscores.

    >>> csl_name("archive_place"), csl_name("archive_location")
    ('archive-place', 'archive_location')
    """
    return name if name in _UNDERSCORED else name.replace("_", "-")


def split_keywords(text: str) -> tuple[str, ...]:
    """Split CSL's one text for all keywords, and drop repeated ones."""
    words = (word.strip() for word in text.split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def write_all(references: Sequence[Reference]) -> str:
    """
    Write references as a JSON array, each once.

    >>> '"id": "law1998"' in write_all([Reference(id="example:1", type="book", title="Law",
    ...                                           issued=PartialDate("1998"))])
    True
    """
    return "".join(write_pieces(references))


def write_pieces(references: Sequence[Reference]) -> Iterator[str]:
    """Yield the text of `write_all` an item at a time."""
    each_once = tuple(dict.fromkeys(references))
    keyed = zip(each_once, citation_keys(each_once), strict=True)
    return json_array({**csl_item(each, key), **_custom(each, key)} for each, key in keyed)


def json_array(items: Iterable[CslItem]) -> Iterator[str]:
    """Yield a JSON array, indented by two spaces, an item at a time."""
    before = "[\n"
    for item in items:
        yield before + _member(item)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _member(item: CslItem) -> str:
    """Write an item as a member of an array; orjson does so six times as fast as json."""
    import orjson  # few commands write files

    try:
        text = orjson.dumps([item], option=orjson.OPT_INDENT_2).decode()
    except orjson.JSONEncodeError:  # an integer of more than 64 bits, half a character
        text = json_text([item], indent=2)
    is_plain = text.replace("\n", "").isprintable()
    return (text if is_plain else json_text([item], indent=2))[2:-2]


def _custom(reference: Reference, key: str) -> CslItem:
    own = _record(reference) or _custom_variables(reference, key)
    return {"custom": {CUSTOM: own}} if own else {}


def _record(reference: Reference) -> dict[str, JSON]:
    document = reference.document
    return {"layers": reference.layers, "record": to_record(document)} if document else {}


def _custom_variables(reference: Reference, key: str) -> dict[str, JSON]:
    """Return the variables that the item cannot restore; layers only beside other variables."""
    identity: dict[str, JSON] = {} if reference.id == key else {"id": reference.id}
    lacking = {
        name: to_json(value)
        for name in CUSTOM_VARIABLES
        if (value := getattr(reference, name)) and not _is_restored(reference, name)
    }
    if identity or len(lacking) > 1 or reference.layers == "original":
        return {"variables": identity | lacking}
    return {}


def _is_restored(reference: Reference, name: str) -> bool:
    """Check whether the parser restores a variable from CSL's text or numbers."""
    value = getattr(reference, name)
    if name in DATE_VARIABLES:
        return _is_expressible(value)
    if not isinstance(value, tuple):
        return False
    if not isinstance(value[0], Agent):
        return value == split_keywords(", ".join(value))
    is_site = value == reference.publisher and value != reference.site_and_publishers[1]
    return not is_site and value == (organisation(value[0].name),)


def _is_expressible(date: PartialDate) -> bool:
    """Check whether CSL can express a date: it may be approximate, but not uncertain."""
    text = str(date)
    is_approximate = text.endswith("~") and "/" not in text
    return set("?%~").isdisjoint(text.removesuffix("~") if is_approximate else text)


def _joined_names(agents: Sequence[Agent]) -> str:
    return "; ".join(agent.name for agent in agents)


def _name(agent: Agent) -> dict[str, str]:
    if agent.kind != "person" or not agent.family:
        return {"literal": "others" if agent == ET_AL else agent.name}  # as pandoc writes it
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
    if seasons or not all(
        parts
    ):  # CSL has no form for decades, open intervals and intervals of seasons
        return {"literal": str(date)}
    value: dict[str, object] = {"date-parts": parts}
    if date.season:
        value["season"] = date.season - 20
    if date.qualifier:
        value["circa"] = True
    return value


def _parts(date: PartialDate) -> list[int]:
    """Return year, month and day as far as stated; an empty list without a year."""
    if date.year is None:
        return []
    return [part for part in (date.year, date.month, date.day) if part is not None]

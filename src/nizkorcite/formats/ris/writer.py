"""
RIS, the exchange format of reference managers: one line a tag and value, never wrapped or cut.

RIS has no tags for a first publication, so it stands in ``N1`` twice: in words, for people, and as
``original-date: ...`` lines.
A group's name that has a comma has two, as EndNote's manual asks, or it would be split as a
person's. Dates are ``YYYY/MM/DD/`` as far as they are stated, a season being "other information".
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.formats.zotero_extra import extra_lines, original_lines
from nizkorcite.locale.prose import SEASONS
from nizkorcite.locale.provenance import provenance
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.reference.names import family_name

Tag = tuple[str, str]
"""A tag of two characters, and its value."""
TYPES: dict[ReferenceType, str] = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "bill": "BILL", "book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER",
    "dataset": "DATA", "document": "GEN", "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC", "graphic": "ART", "hearing": "HEAR", "legal_case": "CASE",
    "legislation": "STAT", "manuscript": "UNPB", "map": "MAP", "motion_picture": "MPCT",
    "pamphlet": "PAMP", "patent": "PAT", "personal_communication": "PCOMM",
    "post-weblog": "BLOG", "report": "RPRT", "software": "COMP", "song": "MUSIC",
    "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip
"""CSL item types and their types of RIS; any other is ``GEN``."""
TEXTS = {
    "title": "TI", "title_short": "ST", "title_translated": "TT", "container_title": "T2",
    "collection_title": "T3", "volume": "VL", "issue": "IS", "edition": "ET", "number": "M1",
    "genre": "M3", "publisher_place": "CY", "url": "UR", "archived_url": "L2", "doi": "DO",
    "language": "LA", "abstract": "AB", "archive": "DB", "archive_location": "AN",
}  # fmt: skip
"""Variables of one text, and their tags."""
IN_SERIES = frozenset(("BOOK", "COMP", "MAP", "RPRT"))
"""Types whose ``T2`` is the title of a series: nothing else holds a book or report."""
NAMES = {"author": "AU", "editor": "ED", "translator": "A4"}
_GENERAL = "GEN"


def write_all(references: Sequence[Reference]) -> str:
    r"""
    The references as a RIS file in UTF-8, each once.

    >>> write_all([Reference(id="a", type="book", title="Law")])
    'TY  - BOOK\r\nID  - a\r\nTI  - Law\r\nER  - \r\n'
    """
    return write_entries(map(_tags, dict.fromkeys(references)))


def write_zotero(references: Sequence[Reference]) -> str:
    r"""
    The references as a RIS file in UTF-8, each once.

    >>> from nizkorcite.dates import PartialDate
    >>> write_zotero([Reference(id="a", type="book", layers="both",
    ...                      original_date=PartialDate("1926"))]).splitlines()[-2]
    'M2  - original-date: 1926'
    """
    return write_entries(map(_zotero_tags, dict.fromkeys(references)))


def write_entries(entries: Iterable[Iterable[Tag]]) -> str:
    """A file of entries, given as tags and values."""
    return "\r\n".join(
        "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in (*entry, ("ER", "")))
        for entry in entries
    )


def advice(reference: Reference) -> tuple[str, ...]:
    """Name what RIS has no form for, and what was written instead."""
    return tuple(_advice(reference))


def _advice(reference: Reference) -> Iterator[str]:
    if reference.type not in TYPES:
        yield f'RIS has no type for "{reference.type}"; written as GEN'
    if reference.issued and _slashed(reference.issued) is None:
        yield f"RIS can not say the date {reference.issued}; left out"


def _tags(reference: Reference) -> Iterator[Tag]:
    yield from tags(reference)
    lines = (*original_lines(reference), *untagged_lines(reference))
    yield from (("N1", f"{name}: {value}") for name, value in lines)


def _zotero_tags(reference: Reference) -> Iterator[Tag]:
    """A web page has a site (``T2``) in Zotero, and no publisher."""
    site, _ = reference.site_and_publishers
    page = reference.type == "webpage"
    for tag, value in tags(reference):
        if not page or tag not in ("PB", "T2"):
            yield tag, value
    if page and site:
        yield "T2", site
    lines = (*extra_lines(reference), *untagged_lines(reference))
    yield from (("M2", f"{name}: {value}") for name, value in lines)


def untagged_lines(reference: Reference) -> Iterator[tuple[str, str]]:
    """
    What the tags alone would not bring back: ``L2`` is any link, and a book's ``T2`` a series.

    >>> list(untagged_lines(Reference(id="a", type="book", archived_url="https://example.org/1")))
    [('archived-url', 'https://example.org/1')]
    """
    if reference.archived_url:
        yield "archived-url", reference.archived_url
    if reference.container_title and TYPES.get(reference.type) in IN_SERIES:
        yield "container-title", reference.container_title


def tags(reference: Reference) -> Iterator[Tag]:
    """What RIS has tags for, and the original in words."""
    name = TYPES.get(reference.type, _GENERAL)
    yield "TY", name
    yield "ID", reference.id
    for variable, tag in NAMES.items():
        yield from ((tag, _name(agent)) for agent in getattr(reference, variable))
    for variable, tag in _texts(name).items():
        if value := getattr(reference, variable):
            yield tag, value
    yield from (("PB", agent.name) for agent in reference.publisher)
    yield from _pages(reference.page)
    yield from _dates(reference)
    yield from (("SN", number) for number in (reference.isbn, reference.issn) if number)
    yield from (("KW", word) for word in reference.keyword)
    yield from (("N1", note) for note in (reference.note, provenance(reference)) if note)


def _texts(name: str) -> dict[str, str]:
    if name not in IN_SERIES:
        return TEXTS
    others = {variable: tag for variable, tag in TEXTS.items() if variable != "container_title"}
    return {**others, "collection_title": TEXTS["container_title"]}


def _name(agent: Agent) -> str:
    """A comma makes a person, even of a family name alone; a group's first comma is doubled."""
    if agent.kind != "person" or not agent.family:
        return agent.name.replace(",", ",,", 1)
    return f"{family_name(agent)}, {agent.given or ''}{f', {agent.suffix}' if agent.suffix else ''}"


def _pages(page: str | None) -> Iterator[tuple[str, str]]:
    match = re.fullmatch(r"([^-\u2013]+)[-\u2013]+([^-\u2013]+)", page or "")
    if match:
        yield "SP", match[1]
        yield "EP", match[2]
    elif page:
        yield "SP", page


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.issued and (slashed := _slashed(reference.issued)):
        yield "PY", slashed[:4]
        yield "DA", slashed
    if reference.accessed and (slashed := _slashed(reference.accessed)):
        yield "Y2", slashed


def _slashed(date: PartialDate) -> str | None:
    """``YYYY/MM/DD/`` as far as it is stated; nothing where RIS has no form for the date."""
    if date.precision not in ("year", "month", "season", "day") or date.qualifier:
        return None
    if date.season:
        return f"{date.year:04d}///{SEASONS[date.season]}"
    numbers = [*str(date).split("-"), "", ""][:3]
    return f"{'/'.join(numbers)}/"


def _line(value: str) -> str:
    """One line: what breaks a line for some reader would end the value."""
    return " ".join(value.splitlines())

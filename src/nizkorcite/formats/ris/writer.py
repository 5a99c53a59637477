"""
Writer of RIS: one line for each tag and value, never wrapped or cut.

RIS has no tags for a first publication, so ``N1`` holds the original twice: in words for people,
and as lines such as ``original-date: 2017-02-27``. For Zotero these lines are in ``M2``, which
Zotero reads into its Extra field. The first comma of a group's name is doubled, as EndNote's manual
asks, or programs would split the name as a person's. Dates are ``YYYY/MM/DD/``, without the parts
not stated; a season is "other information", and other dates are words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.formats.dates import iso_date
from nizkorcite.formats.zotero_extra import extra_lines, original_lines
from nizkorcite.locale.prose import SEASONS, in_words
from nizkorcite.locale.provenance import provenance
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.reference.names import family_name

Tag = tuple[str, str]
"""A tag of two characters, and its value."""
RIS_TYPES: dict[ReferenceType, str] = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "bill": "BILL", "book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER",
    "dataset": "DATA", "document": "GEN", "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC", "graphic": "ART", "hearing": "HEAR", "legal_case": "CASE",
    "legislation": "STAT", "manuscript": "UNPB", "map": "MAP", "motion_picture": "MPCT",
    "pamphlet": "PAMP", "patent": "PAT", "personal_communication": "PCOMM",
    "post-weblog": "BLOG", "report": "RPRT", "software": "COMP", "song": "MUSIC",
    "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip
"""CSL item types, and their RIS types; any other is written as ``GEN``."""
TEXT_TAGS = {
    "title": "TI", "title_short": "ST", "title_translated": "TT", "container_title": "T2",
    "collection_title": "T3", "volume": "VL", "issue": "IS", "edition": "ET", "number": "M1",
    "genre": "M3", "publisher_place": "CY", "url": "UR", "archived_url": "L2", "doi": "DO",
    "language": "LA", "abstract": "AB", "archive": "DB", "archive_location": "AN",
}  # fmt: skip
"""Variables of one text, and the tags that hold them."""
SERIES_TYPES = frozenset(("BOOK", "COMP", "MAP", "RPRT"))
"""RIS types whose ``T2`` is the title of a series, since books and reports have no container."""
SECTION_TYPES = frozenset(("BILL", "CASE", "NEWS", "STAT"))
"""RIS types whose ``SE`` is a section; in a journal it is the first page."""
NAME_TAGS = {"author": "AU", "editor": "ED", "translator": "A4"}
_GENERAL = "GEN"


def write_all(references: Sequence[Reference]) -> str:
    r"""
    Write references as a RIS file, each once.

    >>> write_all([Reference(id="a", type="book", title="Law")])
    'TY  - BOOK\r\nID  - a\r\nTI  - Law\r\nER  - \r\n'
    """
    return write_tags(map(_tags, dict.fromkeys(references)))


def write_zotero(references: Sequence[Reference]) -> str:
    r"""
    Write references as a RIS file for Zotero, each once.

    >>> from nizkorcite.dates import PartialDate
    >>> write_zotero([Reference(id="a", type="book", layers="both",
    ...                      original_date=PartialDate("1926"))]).splitlines()[-2]
    'M2  - original-date: 1926'
    """
    return write_tags(map(_zotero_tags, dict.fromkeys(references)))


def write_tags(entries: Iterable[Iterable[Tag]]) -> str:
    """Write entries, given as tags and values, as one file."""
    return "\r\n".join(
        "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in (*entry, ("ER", "")))
        for entry in entries
    )


def advice(reference: Reference) -> Iterator[Message]:
    """Yield notes on types and dates that RIS has no form for."""
    if reference.type not in RIS_TYPES:
        yield Message('RIS has no type for "{type}"; written as GEN', type=reference.type)
    if reference.issued and _ris_date(reference.issued) is None:
        yield Message(
            '{format} cannot express the date {date}; written as "{words}"',
            format="RIS",
            date=str(reference.issued),
            words=in_words(reference.issued),
        )


def _tags(reference: Reference) -> Iterator[Tag]:
    yield from tags(reference)
    lines = (*original_lines(reference), *untagged_lines(reference))
    yield from (("N1", f"{name}: {value}") for name, value in lines)


def _zotero_tags(reference: Reference) -> Iterator[Tag]:
    """Yield tags for Zotero, where a web page has a site (``T2``) and no publisher."""
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
    Yield variables that tags cannot restore: ``L2`` may be any link.

    >>> list(untagged_lines(Reference(id="a", type="book", archived_url="https://example.org/1")))
    [('archived-url', 'https://example.org/1')]
    """
    if reference.archived_url:
        yield "archived-url", reference.archived_url
    if reference.container_title and RIS_TYPES.get(reference.type) in SERIES_TYPES:
        yield "container-title", reference.container_title


def tags(reference: Reference) -> Iterator[Tag]:
    """Yield the tags of a reference, with the original in words."""
    name = RIS_TYPES.get(reference.type, _GENERAL)
    yield "TY", name
    yield "ID", reference.id
    for variable, tag in NAME_TAGS.items():
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
    if name in SECTION_TYPES:
        return {**TEXT_TAGS, "section": "SE"}
    if name not in SERIES_TYPES:
        return TEXT_TAGS
    others = {variable: tag for variable, tag in TEXT_TAGS.items() if variable != "container_title"}
    return {**others, "collection_title": TEXT_TAGS["container_title"]}


def _name(agent: Agent) -> str:
    """Write a name; a comma marks a person, so a group's is doubled."""
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
    if reference.issued is None:
        words = reference.issued_literal or reference.status
        yield from (("DA", words),) if words else ()
    elif slashed := _ris_date(reference.issued):
        yield "PY", slashed[:4]
        yield "DA", slashed
    else:
        yield "DA", in_words(reference.issued)
    if reference.accessed and (slashed := _ris_date(reference.accessed)):
        yield "Y2", slashed


def _ris_date(date: PartialDate) -> str | None:
    """Write a date as ``YYYY/MM/DD/``; ``None`` if RIS has no form for it."""
    if date.season and not date.qualifier:
        return f"{date.year:04d}///{SEASONS[date.season]}"
    written = iso_date(date)
    return f"{'/'.join([*written.split('-'), '', ''][:3])}/" if written else None


def _line(value: str) -> str:
    """Join a value's lines, since any line break would end the value."""
    return " ".join(value.splitlines())

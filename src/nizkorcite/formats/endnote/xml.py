"""
Parser of EndNote's XML, read as the fields of the tagged format.

Texts are in elements that state their typeface, which is dropped.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from nizkorcite.formats.citation_file import CitationFile, Remarks
from nizkorcite.formats.endnote.entry import read_entry
from nizkorcite.formats.variables import EntryField, read_entries
from nizkorcite.messages import Language, Message


def read_all(text: str, lang: Language = "en") -> CitationFile:
    """
    Read the records of an XML file.

    Args:
        text: The whole file.
        lang: Language of the findings.

    >>> read_all("<xml><records><record><ref-type name='Book'>6</ref-type><titles><title>Law"
    ...          "</title></titles></record></records></xml>").references[0].title
    'Law'
    """
    remarks = Remarks(lang=lang)
    if "<!ENTITY" in text:
        remarks.report("NZ401", Message("the file declares entities; the file was not read"))
        return CitationFile(references=(), findings=tuple(remarks.findings))
    try:
        records = _records(text)
    except ET.ParseError as error:
        line, column = error.position
        message = Message("not XML; the file was not read")
        remarks.report("NZ401", message, line=line, column=column + 1)
        return CitationFile(references=(), findings=tuple(remarks.findings))
    if not records:
        remarks.report("NZ401", Message("no record found; EndNote's XML has them in <records>"))
    return read_entries([[*_fields(record)] for record in records], read_entry, remarks)


def _records(text: str) -> list[ET.Element]:
    """Parse a text; it is decoded already, whatever encoding its declaration states."""
    undeclared = re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", _line_breaks, text)
    root = ET.fromstring(undeclared)  # noqa: S314 - it declares no entities
    return [*root.findall("record"), *root.findall("records/record")]


def _line_breaks(declaration: re.Match[str]) -> str:
    """Keep the lines of a text without its declaration."""
    return "\n" * declaration[0].count("\n")


def _fields(record: ET.Element) -> Iterator[EntryField]:
    kind = record.find("ref-type")
    yield None, "%0", (kind.get("name") if kind is not None else None) or "Generic"
    for group in record:
        for tag, text in _texts(group):
            yield None, tag, text


def _texts(group: ET.Element, depth: int = 3) -> Iterator[tuple[str, str]]:
    """Yield the texts of a member of a record, or of its own members, of which few are nested."""
    if group.tag in _TAGS:
        yield _TAGS[group.tag], _words(group)
    elif group.tag in _GROUPS and depth:
        for member in group:
            yield from _texts(member, depth - 1)
    elif group.tag not in _OF_THE_DATABASE:
        yield group.tag, _words(group)
    if group.tag in _NAMES:
        yield from ((_NAMES[group.tag], _words(name)) for name in group)


def _words(element: ET.Element) -> str:
    return "".join(element.itertext()).replace("\r", "\n").strip()


_NAMES = {
    "authors": "%A",
    "secondary-authors": "%E",
    "tertiary-authors": "%Y",
    "subsidiary-authors": "%?",
}
_GROUPS = frozenset(
    ("contributors", "titles", "periodical", "dates", "pub-dates", "urls", "related-urls",
     "web-urls", "keywords", *_NAMES)
)  # fmt: skip
_TAGS = {
    "title": "%T", "secondary-title": "%B", "tertiary-title": "%S", "short-title": "%!",
    "translated-title": "%Q", "full-title": "%B", "pages": "%P", "volume": "%V", "number": "%N",
    "edition": "%7", "keyword": "%K", "year": "%D", "date": "%8", "pub-location": "%C",
    "publisher": "%I", "isbn": "%@", "electronic-resource-num": "%R", "url": "%U",
    "language": "%G", "abstract": "%X", "notes": "%Z", "label": "%F", "work-type": "%9",
    "access-date": "%[", "orig-pub": "%(",
}  # fmt: skip
_OF_THE_DATABASE = frozenset(
    ("database", "source-app", "rec-number", "foreign-keys", "ref-type", "author", "abbr-1",
     "abbr-2", "abbr-3", "modified-date", "remote-database-name", "remote-database-provider",
     "pdf-urls")
)  # fmt: skip

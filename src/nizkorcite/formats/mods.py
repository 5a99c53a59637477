"""
Writer of MODS 3.7, the Library of Congress's schema for catalogues and repositories.

The original is the related item of type ``original``; a copy that was read in place of the original
is one of type ``otherVersion``. Dates that the W3C's profile has no form for are EDTF.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.etree import ElementTree as ET

from nizkorcite.dates import PartialDate
from nizkorcite.formats.dates import iso_date
from nizkorcite.formats.xml_text import xml_text
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.reference.names import ET_AL

_MODS = "http://www.loc.gov/mods/v3"
_XLINK = "http://www.w3.org/1999/xlink"
_HOST = re.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*")
_REFUSED = re.compile(r"%(?![0-9A-Fa-f]{2})|[\[\]]")
_ROLES = {
    "author": "aut", "editor": "edt", "translator": "trl", "compiler": "com",
    "interviewer": "ivr", "director": "drt", "recipient": "rcp",
}  # fmt: skip
"""Names of a reference, and their MARC relators."""


def write_all(references: Sequence[Reference]) -> str:
    """
    Write references as one collection.

    >>> print(write_all([Reference(id="a", type="book", title="Law")]), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <modsCollection xmlns="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">
      <mods version="3.7">
        <titleInfo>
          <title>Law</title>
        </titleInfo>
        <typeOfResource>text</typeOfResource>
        <recordInfo>
          <recordIdentifier>a</recordIdentifier>
        </recordInfo>
      </mods>
    </modsCollection>
    """
    collection = ET.Element("modsCollection", {"xmlns": _MODS, "xmlns:xlink": _XLINK})
    for reference in references:
        mods = ET.SubElement(collection, "mods", version="3.7")
        mods.extend(_elements(reference))
    return xml_text(collection)


def _elements(reference: Reference) -> Iterator[ET.Element]:
    yield from _titles(reference)
    for variable, role in _ROLES.items():
        yield from (_name(agent, role) for agent in getattr(reference, variable))
    yield _text("typeOfResource", "text")
    yield from _texts("genre", reference.genre)
    yield from _origin(
        reference.publisher, reference.publisher_place, reference.issued, reference.edition
    )
    yield from _language(reference.language)
    yield from _texts("abstract", reference.abstract)
    yield from _texts("note", reference.note)
    yield from _texts("note", reference.source_line, type="original version")
    for word in reference.keyword:
        yield _with("subject", _text("topic", word))
    yield from _host(reference)
    yield from _series(reference)
    yield from _other_layer(reference)
    yield from _identifiers(reference)
    yield from _locations(reference)
    yield from _rights(reference)
    yield _with("recordInfo", _text("recordIdentifier", reference.id))


def _titles(reference: Reference) -> Iterator[ET.Element]:
    yield from _title(reference.title)
    yield from _title(reference.title_translated, type="translated")
    yield from _title(reference.title_short, type="abbreviated")


def _title(title: str | None, **attributes: str) -> Iterator[ET.Element]:
    if title:
        yield _with("titleInfo", _text("title", title), **attributes)


def _name(agent: Agent, role: str) -> ET.Element:
    term = _text("roleTerm", role, type="code", authority="marcrelator")
    if agent == ET_AL:
        return _with("name", ET.Element("etal"), _with("role", term))
    if agent.kind != "person":
        parts = [_text("namePart", agent.name)]
        return _with("name", *parts, _with("role", term), type="corporate")
    family = " ".join(filter(None, (agent.particles, agent.family)))
    values = {"family": family, "given": agent.given, "termsOfAddress": agent.suffix}
    parts = [_text("namePart", value, type=part) for part, value in values.items() if value]
    whole = parts if agent.family else [_text("namePart", agent.name)]
    return _with("name", *whole, _with("role", term), type="personal")


def _origin(
    publishers: Sequence[Agent],
    place: str | None,
    date: PartialDate | None,
    edition: str | None = None,
) -> Iterator[ET.Element]:
    """Yield the publication, if anything of it is known."""
    parts = [_with("place", _text("placeTerm", place, type="text"))] if place else []
    parts += [_text("publisher", agent.name) for agent in publishers]
    if date:
        encoding = "w3cdtf" if iso_date(date) else "edtf"
        parts.append(_text("dateIssued", iso_date(date) or str(date), encoding=encoding))
    parts += _texts("edition", edition)
    if parts:
        yield _with("originInfo", *parts)


def _language(tag: str | None) -> Iterator[ET.Element]:
    if tag:
        yield _with("language", _text("languageTerm", tag, type="code", authority="rfc5646"))


def _host(reference: Reference) -> Iterator[ET.Element]:
    part = _part(reference.volume, reference.issue, reference.page)
    names = [_name(agent, "aut") for agent in reference.container_author]
    parts = [*_title(reference.container_title), *names, *part]
    if reference.container_title and reference.issn:
        parts.append(_text("identifier", reference.issn, type="issn"))
    if parts:
        yield _with("relatedItem", *parts, type="host")


def _part(volume: str | None, issue: str | None, page: str | None) -> Iterator[ET.Element]:
    details = {"volume": volume, "issue": issue}
    parts = [
        _with("detail", _text("number", number), type=kind)
        for kind, number in details.items()
        if number
    ]
    if page:
        parts.append(_with("extent", _text("list", page), unit="pages"))
    if parts:
        yield _with("part", *parts)


def _series(reference: Reference) -> Iterator[ET.Element]:
    if title := reference.collection_title:
        number = _texts("partNumber", reference.collection_number)
        info = _with("titleInfo", _text("title", title), *number)
        yield _with("relatedItem", info, type="series")


def _other_layer(reference: Reference) -> Iterator[ET.Element]:
    if reference.layers == "both" and (parts := [*_original(reference)]):
        yield _with("relatedItem", *parts, type="original")
    if reference.layers == "original":
        parts = [*_origin(reference.republisher, None, reference.republished)]
        if parts:
            yield _with("relatedItem", *parts, type="otherVersion")


def _original(reference: Reference) -> Iterator[ET.Element]:
    yield from _title(reference.original_title)
    yield from (_name(agent, "aut") for agent in reference.original_author)
    yield from _origin(
        reference.original_publisher, reference.original_publisher_place, reference.original_date
    )
    yield from _language(reference.original_language)
    host = [
        *_title(reference.original_container_title),
        *_part(reference.original_volume, reference.original_issue, reference.original_page),
    ]
    if host:
        yield _with("relatedItem", *host, type="host")
    if reference.original_url:
        yield _location(reference.original_url)


def _identifiers(reference: Reference) -> Iterator[ET.Element]:
    issn = None if reference.container_title else reference.issn
    numbers = {"doi": reference.doi, "isbn": reference.isbn, "issn": issn}
    for scheme, number in {**numbers, "local": reference.number}.items():
        yield from _texts("identifier", number, type=scheme)


def _locations(reference: Reference) -> Iterator[ET.Element]:
    if reference.url:
        day = iso_date(reference.accessed)
        accessed = {"dateLastAccessed": day} if day else {}
        yield _location(reference.url, **accessed)
    if reference.archived_url:
        yield _location(reference.archived_url, note="archived copy")
    shelf = ", ".join(filter(None, (reference.archive_collection, reference.archive_location)))
    places = [*_texts("physicalLocation", reference.archive), *_texts("shelfLocator", shelf)]
    if places:
        yield _with("location", *places)


def _location(url: str, **attributes: str) -> ET.Element:
    """Return the location of an address; signs that xs:anyURI refuses are percent-encoded."""
    host = _HOST.match(url)
    start = host.end() if host else 0
    rest, mark, fragment = _REFUSED.sub(lambda sign: quote(sign[0]), url[start:]).partition("#")
    written = f"{url[:start]}{rest}{mark}{fragment.replace('#', '%23')}"
    return _with("location", _text("url", written, **attributes))


def _rights(reference: Reference) -> Iterator[ET.Element]:
    if reference.rights or reference.rights_uri:
        link = {"xlink:href": reference.rights_uri} if reference.rights_uri else {}
        condition = ET.Element("accessCondition", {"type": "use and reproduction", **link})
        condition.text = reference.rights
        yield condition


def _with(name: str, *parts: ET.Element, **attributes: str) -> ET.Element:
    element = ET.Element(name, attributes)
    element.extend(parts)
    return element


def _text(name: str, text: str, **attributes: str) -> ET.Element:
    element = ET.Element(name, attributes)
    element.text = text
    return element


def _texts(name: str, text: str | None, **attributes: str) -> list[ET.Element]:
    return [_text(name, text, **attributes)] if text else []

"""
Writer of Dublin Core (DCMI Metadata Terms) in XML.

Each publisher has an element of its own. ``source`` names the original in words, ``isVersionOf``
its address. ``spatial`` is about a text's subject, so only ``source`` names the original's place.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from xml.etree import ElementTree as ET

from attrs import frozen

from nizkorcite.formats.dates import iso_date
from nizkorcite.formats.xml_text import xml_text
from nizkorcite.locale.provenance import provenance
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference

TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


@frozen
class Statement:
    """A Dublin Core term, its value, and the value's encoding scheme."""

    term: str
    value: str
    scheme: str | None = None


def write_all(references: Sequence[Reference]) -> str:
    """
    Write references as one XML document.

    >>> print(write_all([Reference(id="a", type="book", title="Law")]), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <collection xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <record>
        <dcterms:type xsi:type="dcterms:DCMIType">Text</dcterms:type>
        <dcterms:identifier>a</dcterms:identifier>
        <dcterms:title>Law</dcterms:title>
      </record>
    </collection>
    """
    names = {"xmlns:dcterms": TERMS, "xmlns:xsi": _XSI}
    collection = ET.Element("collection", names)
    for reference in references:
        record = ET.SubElement(collection, "record")
        for each in statements(reference):
            scheme = {"xsi:type": f"dcterms:{each.scheme}"} if each.scheme else {}
            element = ET.SubElement(record, f"dcterms:{each.term}", scheme)
            element.text = each.value
    return xml_text(collection)


def advice(reference: Reference) -> tuple[Message, ...]:
    """Return a note on a date that W3C dates cannot express."""
    if reference.issued and not iso_date(reference.issued):
        date = str(reference.issued)
        return (
            Message("Dublin Core has no scheme for the date {date}; written as text", date=date),
        )
    return ()


def statements(
    reference: Reference, name_of: Callable[[Agent], str] = attrgetter("name")
) -> Iterator[Statement]:
    """Yield the Dublin Core terms of a reference, its people by the names that are asked for."""
    yield Statement("type", "Text", "DCMIType")
    yield Statement("identifier", reference.id)
    yield from _addresses(reference)
    yield from _texts(reference)
    yield from (Statement("creator", name_of(agent)) for agent in reference.author)
    contributors = (reference.editor, reference.translator, reference.compiler)
    for agents in (*contributors, reference.interviewer):
        yield from (Statement("contributor", name_of(agent)) for agent in agents)
    yield from (Statement("publisher", agent.name) for agent in reference.publisher)
    if reference.issued:
        scheme = "W3CDTF" if iso_date(reference.issued) else None
        yield Statement("issued", str(reference.issued), scheme)
    elif reference.issued_literal:
        yield Statement("issued", reference.issued_literal, None)
    yield from (Statement("subject", word) for word in reference.keyword)


def _addresses(reference: Reference) -> Iterator[Statement]:
    if reference.doi:
        yield Statement("identifier", f"https://doi.org/{reference.doi}", "URI")
    addresses = {
        "identifier": reference.url,
        "isVersionOf": reference.original_url if reference.layers == "both" else None,
        "hasFormat": reference.archived_url,
        "accessRights": reference.rights_uri,
    }
    for term, address in addresses.items():
        if address:
            yield Statement(term, address, "URI")


def _texts(reference: Reference) -> Iterator[Statement]:
    texts = (
        ("title", reference.title),
        ("alternative", reference.title_translated),
        ("alternative", reference.title_short),
        ("language", reference.language),
        ("abstract", reference.abstract),
        ("isPartOf", reference.container_title),
        ("source", provenance(reference)),
        ("provenance", reference.source_line),
        ("rights", reference.rights),
    )
    for term, text in texts:
        if text:
            yield Statement(term, text, "RFC4646" if term == "language" else None)

"""
Writer of ``<meta>`` elements for the head of a page: Dublin Core, and what Zotero needs besides.

Zotero's translator Embedded Metadata takes ``DCTERMS.source`` for the name of the site, so that
term is left out, and the original is in ``z:extra``, as lines of Zotero's Extra field. A name
without a comma is split at its last space, so a person is written "family, given", and a group with
a comma at its end. The elements are for one document a page: Zotero takes them all for one item,
and none of them where COinS are on the page too.
"""

from collections.abc import Iterator, Sequence
from html import escape

from nizkorcite.formats import dublin_core
from nizkorcite.formats.dublin_core import TERMS, statements
from nizkorcite.formats.zotero_extra import extra_lines
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.reference.names import inverted_name

ZOTERO_TYPES: dict[ReferenceType, str] = {
    "article": "preprint", "article-journal": "journalArticle",
    "article-magazine": "magazineArticle", "article-newspaper": "newspaperArticle", "bill": "bill",
    "book": "book", "broadcast": "tvBroadcast", "chapter": "bookSection", "dataset": "dataset",
    "entry-dictionary": "dictionaryEntry", "entry-encyclopedia": "encyclopediaArticle",
    "graphic": "artwork", "hearing": "hearing", "interview": "interview", "legal_case": "case",
    "legislation": "statute", "manuscript": "manuscript", "map": "map", "motion_picture": "film",
    "paper-conference": "conferencePaper", "patent": "patent",
    "personal_communication": "letter", "post": "forumPost", "post-weblog": "blogPost",
    "regulation": "statute", "report": "report", "software": "computerProgram",
    "song": "audioRecording", "speech": "presentation", "standard": "standard",
    "thesis": "thesis", "webpage": "webpage",
}  # fmt: skip
"""CSL item types, and those of Zotero; any other is a ``document``."""


def write_all(references: Sequence[Reference]) -> str:
    """
    Write references as elements for the head of an HTML page (DCMI, DC-HTML 2008).

    HTML has given up the attribute ``scheme`` (HTML Standard, section 16.2), so there is none.

    >>> print(write_all([Reference(id="a", type="book", title='"Law"')]), end="")
    <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">
    <meta name="DCTERMS.type" content="Text">
    <meta name="DCTERMS.identifier" content="a">
    <meta name="DCTERMS.title" content="&quot;Law&quot;">
    <meta name="z:itemType" content="book">
    """
    lines = [f'<link rel="schema.DCTERMS" href="{TERMS}">']
    lines += [line for reference in references for line in _elements(reference)]
    return "".join(f"{line}\n" for line in lines)


def advice(reference: Reference) -> Iterator[Message]:
    """Yield the notes of Dublin Core, and names that Zotero takes apart."""
    yield from dublin_core.advice(reference)
    for agent in reference.author:
        if _is_group(agent) and "," in agent.name:
            yield Message('Zotero splits the name "{name}" at its comma', name=agent.name)


def zotero_name(agent: Agent) -> str:
    """
    Return a name as Zotero reads it: a comma is behind a family name, or ends a group's name.

    >>> from nizkorcite.record.model import organisation
    >>> zotero_name(organisation("Itar Tass"))
    'Itar Tass,'
    """
    return f"{agent.name}," if _is_group(agent) else inverted_name(agent)


def _is_group(agent: Agent) -> bool:
    return agent.kind != "person" or not agent.family


def _elements(reference: Reference) -> Iterator[str]:
    for each in statements(reference, zotero_name):
        if each.term != "source":
            yield meta_element(f"DCTERMS.{each.term}", each.value)
    for name, value in _zotero_fields(reference):
        if value:
            yield meta_element(f"z:{name}", value)


def _zotero_fields(reference: Reference) -> Iterator[tuple[str, str | None]]:
    """Yield fields by Zotero's own names, which its translator RDF copies as they are."""
    yield "itemType", ZOTERO_TYPES.get(reference.type, "document")
    yield "publicationTitle", reference.site_and_publishers[0]
    yield "section", reference.section
    yield "url", reference.url
    yield "extra", "\n".join(f"{name}: {value}" for name, value in extra_lines(reference))


def meta_element(name: str, value: str) -> str:
    """Write an element on one line, with the line feeds of its value escaped."""
    content = escape(value).replace("\n", "&#10;")
    return f'<meta name="{name}" content="{content}">'

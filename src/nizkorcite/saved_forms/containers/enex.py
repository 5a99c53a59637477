"""
Evernote's export with one note (evernote-export4.dtd).

``source-url`` is the address of a clipped page, and ``created`` then the instant of clipping. The
note's ``author`` is the person who took it, so that it is no author of the page.
"""

from typing import Final
from xml.etree.ElementTree import Element, ParseError, XMLParser

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.facts import accessed_facts
from nizkorcite.saved_forms.instants import iso_instant
from nizkorcite.saved_forms.limits import check_size
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, Stated, combined

_PAGE: Final = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{note}</body></html>'


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the note.

    Raises:
        InputError: The file is damaged, or has several notes or none.
    """
    export = _parsed(check_size(page.data))
    notes = export.findall("note")
    if len(notes) != 1:
        raise InputError(Message("holds {number} notes; export one note alone", number=len(notes)))
    markup = notes[0].findtext("content", "")
    content = _PAGE.format(note=markup[max(markup.find("<en-note"), 0) :])
    facts = _facts(export, notes[0])
    return page.inner(facts, content, media_type="text/html")


def _parsed(data: bytes) -> Element:
    """
    Parse the file without expanding entities, which grow without bounds.

    Raises:
        InputError: It is no XML, or declares entities.
    """
    damaged = InputError(Message("Evernote's file is damaged or cut off"))
    if b"<!ENTITY" in data:
        raise damaged
    parser = XMLParser()  # noqa: S314 - entities are refused above
    try:
        parser.feed(data)
        return parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise damaged from error


def _facts(export: Element, note: Element) -> FormFacts:
    title = FormFacts(title=_stated(note, "title"))
    url = _stated(note, "note-attributes/source-url")
    if url is None:
        return title
    created = accessed_facts(_stated(note, "created"), iso_instant)
    program = " ".join(f"{export.get('application', '')} {export.get('version', '')}".split())
    tool = FormFacts(tool=Stated(program, program) if program else None)
    return combined(title, tool, created, address_facts(url))


def _stated(note: Element, path: str) -> Stated[str] | None:
    text = " ".join(note.findtext(path, "").split())
    return Stated(text, f"{path.rpartition('/')[2]}: {text}"[:300]) if text else None

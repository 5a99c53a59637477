"""
Writer of BibLaTeX (3.x, with biber): the other layer as data and in words.

``origdate``, ``origpublisher`` and ``origlocation`` hold the original for programs and for styles
that print them; the standard styles do not, so ``addendum`` names the original in words.
Publishers and places are lists, joined by "and", with each member in braces.
"""

from collections.abc import Mapping, Sequence

from nizkorcite.formats.bibtex.field_map import PUBLICATION_STATES
from nizkorcite.formats.bibtex.file import (
    Description,
    Dialect,
    credit_note,
    original_fields,
    record_field,
    sentences,
    text_fields,
    write_file,
)
from nizkorcite.formats.bibtex.languages import babel_language
from nizkorcite.formats.bibtex.latex import (
    encode_keywords,
    encode_list,
    encode_names,
    encode_text,
    encode_title,
    encode_verbatim,
)
from nizkorcite.locale.provenance import provenance
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference

_TYPES = {
    "article": "online", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "bill": "legislation", "book": "book", "broadcast": "video",
    "chapter": "incollection", "dataset": "dataset", "document": "misc",
    "entry": "incollection", "entry-dictionary": "inreference", "entry-encyclopedia": "inreference",
    "figure": "image", "graphic": "image", "legal_case": "jurisdiction",
    "legislation": "legislation", "manuscript": "unpublished", "map": "image",
    "motion_picture": "movie", "pamphlet": "booklet", "paper-conference": "inproceedings",
    "patent": "patent", "performance": "performance", "periodical": "periodical",
    "personal_communication": "letter", "post": "online", "post-weblog": "online",
    "regulation": "legislation", "report": "report", "review": "article", "review-book": "article",
    "software": "software", "song": "music", "standard": "standard", "thesis": "thesis",
    "treaty": "legal", "webpage": "online",
}  # fmt: skip
_CONTAINERS = {
    "article": "journaltitle",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "inreference": "booktitle",
}
_PUBLISHERS = {
    **dict.fromkeys(("article", "book", "collection", "incollection"), "publisher"),
    **dict.fromkeys(("inproceedings", "inreference", "periodical"), "publisher"),
    **dict.fromkeys(("report", "thesis"), "institution"),
}
_IN_SERIES = frozenset(("book", "collection", "incollection", "inproceedings", "inreference"))
_DIALECT = Dialect(
    name="BibLaTeX",
    types=_TYPES,
    containers=_CONTAINERS,
    publishers=_PUBLISHERS,
    in_series=_IN_SERIES,
)
_KEYS_OF_STATES = {state: key for key, state in PUBLICATION_STATES.items()}
_TYPED = frozenset({"patent", "report", "thesis"})
_NUMBERED = frozenset({"patent", "report", "standard"})


def write_all(references: Sequence[Reference]) -> str:
    """
    Write references as a BibLaTeX file, each once, with different keys.

    >>> from nizkorcite.dates import PartialDate
    >>> from nizkorcite.record.model import organisation
    >>> print(write_all([Reference(id="a", type="webpage", title="A law in Spain", language="en",
    ...                            author=(organisation("Itar Tass"),),
    ...                            issued=PartialDate("2017-02-28"))]), end="")
    @online{itartass2017spain,
      author = {{Itar Tass}},
      title = {A law in {Spain}},
      date = {2017-02-28},
      langid = {english},
    }
    """
    return write_file(references, describe)


def advice(reference: Reference) -> tuple[Message, ...]:
    """Return notes on types and addresses that BibLaTeX has no form for."""
    return tuple(_DIALECT.advice(reference))


def describe(reference: Reference) -> Description:
    """Describe a reference by its entry type and fields."""
    entry_type, status = _DIALECT.entry_type(reference), reference.status or ""
    return entry_type, {
        **_people(reference),
        "title": encode_title(reference.title or ""),
        **text_fields(_names_of_work(reference, entry_type)),
        **_publisher_fields(reference, entry_type),
        "entrysubtype": _DIALECT.subtype(reference, entry_type),
        "date": str(reference.issued or ""),
        "year": encode_text(reference.issued_literal or ""),
        "pubstate": _KEYS_OF_STATES.get(status, encode_text(status)),
        **original_fields(reference),
        "addendum": encode_text(_addendum(reference)),
        "doi": encode_verbatim(reference.doi or ""),
        **text_fields({"isbn": reference.isbn, "issn": reference.issn}),
        "url": encode_verbatim(reference.url or ""),
        "urldate": str(reference.accessed or ""),
        "langid": babel_language(reference.language),
        "keywords": encode_keywords(reference.keyword),
        "abstract": encode_text(reference.abstract or ""),
        **record_field(reference),
    }


def _people(reference: Reference) -> dict[str, str]:
    return {
        "author": encode_names(reference.author),
        "editor": encode_names(reference.editor),
        "editora": encode_names(reference.compiler),
        "editoratype": "compiler" if reference.compiler else "",
        "translator": encode_names(reference.translator),
    }


def _names_of_work(reference: Reference, entry_type: str) -> Mapping[str, str | None]:
    numbered = entry_type in _NUMBERED
    return {
        "shorttitle": reference.title_short,
        "titleaddon": _title_addon(reference, entry_type),
        **_DIALECT.container(reference, entry_type),
        "type": _kind(reference, entry_type),
        "edition": reference.edition,
        "volume": reference.volume,
        "number": reference.number
        if numbered
        else _DIALECT.issue_or_series_number(reference, entry_type),
        "pages": reference.page,
        "eid": reference.number if entry_type == "article" else None,
        "note": None if numbered or entry_type == "article" else reference.number,
    }


def _title_addon(reference: Reference, entry_type: str) -> str:
    translated = f"[{reference.title_translated}]" if reference.title_translated else ""
    genre = "" if entry_type in _TYPED else reference.genre
    return ", ".join(part for part in (translated, genre) if part)


def _kind(reference: Reference, entry_type: str) -> str | None:
    if entry_type == "thesis":  # the only entry type that needs one
        return reference.genre or "Thesis"
    return reference.genre if entry_type in _TYPED else None


def _publisher_fields(reference: Reference, entry_type: str) -> dict[str, str]:
    place = encode_list([reference.publisher_place] if reference.publisher_place else [])
    field = _DIALECT.publishers.get(entry_type)
    if field:
        return {field: _list(reference.publisher), "location": place}
    # A site's only field is ``organization``; an agency that is the author is not named again.
    site = [reference.container_title] if reference.container_title else []
    publishers = () if reference.publisher == reference.author else reference.publisher
    names = [*site, *(agent.name for agent in publishers)]
    return {"organization": encode_list(names), "location": place}


def _list(agents: Sequence[Agent]) -> str:
    return encode_list(agent.name for agent in agents)


def _addendum(reference: Reference) -> str:
    interview = credit_note("Interview by", reference.interviewer)
    return sentences([interview, reference.note or "", provenance(reference)])

"""
Writer of COinS: OpenURL context objects (ANSI/NISO Z39.88-2004) in ``<span>``, which Zotero finds.

Articles and books have matrices of their own; any other type is written as Dublin Core, whose
``rft.source`` names the original in words.
"""

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import urlencode

from nizkorcite.formats.dates import iso_date, unwritten_date
from nizkorcite.locale.provenance import provenance
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference, ReferenceType

_MATRICES: dict[ReferenceType, tuple[str, str]] = {
    "article-journal": ("journal", "article"),
    "article-magazine": ("journal", "article"),
    "article-newspaper": ("journal", "article"),
    "book": ("book", "book"),
    "chapter": ("book", "bookitem"),
    "report": ("book", "report"),
}
"""CSL item types, their matrix and their genre within it."""


def write_all(references: Sequence[Reference]) -> str:
    r"""
    Write references as ``<span>`` elements, one a line.

    >>> write_all([Reference(id="a", type="webpage", title="Law & order")])[-59:]
    '&amp;rft.type=webpage&amp;rft.title=Law+%26+order"></span>\n'
    """
    return "".join(f"{_span(reference)}\n" for reference in references)


def advice(reference: Reference) -> Iterator[Message]:
    """Yield notes on an original and on dates that COinS has no key for."""
    has_original = reference.original_publisher or reference.original_date
    if reference.type in _MATRICES and reference.layers == "both" and has_original:
        yield Message(
            'COinS has no key for the original of type "{type}"; left out', type=reference.type
        )
    if reference.issued and not iso_date(reference.issued):
        yield unwritten_date("COinS", reference.issued)
    if reference.issued_literal:
        yield unwritten_date("COinS", reference.issued_literal)


def _span(reference: Reference) -> str:
    keys = (("ctx_ver", "Z39.88-2004"), *_identifiers(reference), *_matrix(reference))
    return f'<span class="Z3988" title="{escape(urlencode(keys))}"></span>'


def _identifiers(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.doi:
        yield "rft_id", f"info:doi/{reference.doi}"
    if reference.url:
        yield "rft_id", reference.url


def _matrix(reference: Reference) -> Iterator[tuple[str, str]]:
    matrix, genre = _MATRICES.get(reference.type, ("dc", ""))
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{matrix}"
    members = _MEMBERS[matrix](reference, genre)
    yield from ((f"rft.{name}", value) for name, value in members if value)


def _journal(reference: Reference, genre: str) -> Iterator[tuple[str, str | None]]:
    yield from (
        ("genre", genre),
        ("atitle", reference.title),
        ("jtitle", reference.container_title),
        ("volume", reference.volume),
        ("issue", reference.issue),
        ("pages", reference.page),
        ("issn", reference.issn),
    )
    yield from _authors_and_date(reference)


def _book(reference: Reference, genre: str) -> Iterator[tuple[str, str | None]]:
    is_part = genre == "bookitem"
    yield from (
        ("genre", genre),
        ("atitle", reference.title if is_part else None),
        ("btitle", reference.container_title if is_part else reference.title),
        ("place", reference.publisher_place),
        ("pub", "; ".join(agent.name for agent in reference.publisher)),
        ("edition", reference.edition),
        ("pages", reference.page),
        ("isbn", reference.isbn),
    )
    yield from _authors_and_date(reference)


def _dublin_core(reference: Reference, _genre: str) -> Iterator[tuple[str, str | None]]:
    yield "type", reference.type
    yield "title", reference.title
    yield from (("creator", agent.name) for agent in reference.author)
    yield from (("publisher", agent.name) for agent in reference.publisher)
    yield "date", iso_date(reference.issued)
    yield "language", reference.language
    yield "source", provenance(reference)
    yield from (("subject", word) for word in reference.keyword)
    yield "description", reference.abstract
    yield "rights", reference.rights


def _authors_and_date(reference: Reference) -> Iterator[tuple[str, str | None]]:
    yield "date", iso_date(reference.issued)
    yield from _first_author(reference.author[:1])
    yield from (("au", agent.name) for agent in reference.author[1:])


def _first_author(agents: Sequence[Agent]) -> Iterator[tuple[str, str | None]]:
    for agent in agents:
        if agent.kind == "person" and agent.family:
            yield "aulast", agent.family
            yield "aufirst", agent.given
        else:
            yield "aucorp", agent.name


_MEMBERS = {"journal": _journal, "book": _book, "dc": _dublin_core}

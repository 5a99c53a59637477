"""Finding documents by words, names, places, dates and completeness."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from nizkorcite.archive.index import Index
from nizkorcite.archive.index_facts import days_of
from nizkorcite.dates import PartialDate
from nizkorcite.readers.text import fold

MOST_RANKED: Final = 2000
"""Of documents that have the words, so many are ranked: those changed last."""

_WORDS: Final = re.compile(r'"([^"]*)"|([^\s"]+)')


@frozen(kw_only=True)
class Query:
    """
    What documents to find; all conditions hold at once.

    Attributes:
        words: Words and "phrases in quotation marks" of title, names, places and text; a word that
            ends with ``*`` is the beginning of one. Case and accents make no difference.
        publisher: Part of the name of a publisher of either layer.
        place: Part of the place of the original.
        section: Part of the section.
        language: A language tag; ``es`` finds ``es-AR`` too.
        date: A date or interval (EDTF) that the date of a layer overlaps.
        is_complete: Whether the record says what a full citation of both layers needs.
    """

    words: str = ""
    publisher: str | None = None
    place: str | None = None
    section: str | None = None
    language: str | None = None
    date: PartialDate | None = None
    is_complete: bool | None = None


@frozen
class Hits:
    """
    Documents found.

    Attributes:
        ids: Their ids: ranked by the words, or else the ones changed last first.
        total: The number of documents that were found, of which `ids` may be the first; of those
            that are ranked, if there are more.
        is_cut: Whether more documents have the words than are ranked.
    """

    ids: tuple[str, ...]
    total: int
    is_cut: bool = False


def find(index: Index, query: Query, most: int | None = None) -> Hits:
    """
    Find documents.

    Args:
        index: The index of an archive.
        query: What to find.
        most: The maximum number of hits.
    """
    if query.words.strip():
        return _ranked(index, query, most)
    where, values = _conditions(query)
    source = f"FROM documents WHERE {where}"
    return _hits(index, source, "number DESC", values, most)


def _ranked(index: Index, query: Query, most: int | None) -> Hits:
    match = match_expression(query.words)
    if not match:
        return Hits((), 0)
    newest = index.rows(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?",
        (match, MOST_RANKED + 1),
    )
    if not newest:
        return Hits((), 0)
    first = newest[:MOST_RANKED][-1][0]
    where, values = _conditions(query)
    source = (
        "FROM words JOIN documents ON number = words.rowid "
        f"WHERE words MATCH ? AND words.rowid >= ? AND {where}"
    )
    order = "bm25(words, 10.0, 5.0, 1.0), number DESC"
    hits = _hits(index, source, order, [match, first, *values], most)
    return evolve(hits, is_cut=len(newest) > MOST_RANKED)


def _hits(
    index: Index, source: str, order: str, values: Sequence[str | int], most: int | None
) -> Hits:
    """Return the first documents of a source in an order, and their number in all."""
    rows = index.rows(
        f"SELECT id {source} ORDER BY {order} LIMIT ?", (*values, -1 if most is None else most)
    )
    total = len(rows)
    if total == most:
        total = index.rows(f"SELECT count(*) {source}", values)[0][0]
    return Hits(tuple(id_ for (id_,) in rows), total)


def match_expression(words: str) -> str:
    """
    Return the expression of FTS5 for words that people type; no sign in them is an operator.

    >>> match_expression('Dushanbe "base militar" tadj* AND')
    '"Dushanbe" "base militar" "tadj"* "AND"'
    """
    return " ".join(_phrases(words))


def _phrases(words: str) -> Iterator[str]:
    for phrase, word in _WORDS.findall(words):
        bare = (phrase or word).rstrip("*")
        if re.search(r"\w", bare):
            yield f'"{bare}"' + ("*" if word.endswith("*") else "")


def _conditions(query: Query) -> tuple[str, list[str]]:
    """Return the conditions on documents, and their values."""
    conditions = ["id NOT IN (SELECT id FROM withdrawn)", "id NOT IN (SELECT id FROM erased)"]
    values: list[str] = []
    for condition, given in (
        (_HAS_PUBLISHER, query.publisher),
        ("instr(place, ?1)", query.place),
        ("instr(section, ?1)", query.section),
    ):
        if given is not None:
            conditions.append(condition.replace("?1", "?"))
            values += [fold(given)] * condition.count("?1")
    if query.language is not None:
        conditions.append("(language = ? OR language LIKE ? || '-%')")
        values += [query.language.lower()] * 2
    if query.date is not None:
        conditions.append(_OVERLAPS)
        values += [*days_of(query.date)] * 2
    if query.is_complete is not None:
        conditions.append(f"is_complete = {int(query.is_complete)}")
    return " AND ".join(conditions), values


_HAS_PUBLISHER: Final = "(instr(original_publishers, ?1) OR instr(republication_publishers, ?1))"
_OVERLAPS: Final = (
    "((original_to >= ? AND original_from <= ? AND original_from <> '') OR "
    "(republication_to >= ? AND republication_from <= ? AND republication_from <> ''))"
)

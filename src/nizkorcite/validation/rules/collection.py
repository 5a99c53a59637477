"""
Rules across the records of a collection (NZ3xx).

Of each record only the hash of its id, its number, its file and its language are kept, and of each
relation the hash of its target, so that a million records fit in memory. A hash has 64 bits: one in
37 million collections of a million records has two ids with the same hash. Words and places are
found when the suspects are read a second time (`nizkorcite.validation.diagnosis.collection`).
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Final, NamedTuple

from nizkorcite.display import in_quotes
from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.record.constraints import ID_FORM
from nizkorcite.record.json_types import JSON
from nizkorcite.record.navigation import indexed_items, member
from nizkorcite.validation.rules.cycles import Edges, cycle_closing_edges

_PAIRS: Final = """is_cited_by cites, is_supplement_to is_supplemented_by,
is_continued_by continues, is_described_by describes, has_metadata is_metadata_for,
has_version is_version_of, is_new_version_of is_previous_version_of, is_part_of has_part,
is_referenced_by references, is_documented_by documents, is_compiled_by compiles,
is_variant_form_of is_original_form_of, is_identical_to is_identical_to, is_reviewed_by reviews,
is_derived_from is_source_of, is_required_by requires, obsoletes is_obsoleted_by,
is_collected_by collects, is_translation_of has_translation"""
INVERSES: Final[Mapping[str, str]] = {
    name: other
    for pair in _PAIRS.replace("\n", " ").split(", ")
    for name, other in (pair.split(), pair.split()[::-1])
}
"""The inverse of each relation: from the target back to the source."""

_KINDS: Final = (*INVERSES, "is_published_in")
_CODE: Final = {name: code for code, name in enumerate(_KINDS)}
_INVERSE: Final = {_CODE[name]: _CODE[other] for name, other in INVERSES.items()}
_TRANSLATION: Final = _CODE["is_translation_of"]
_ABOVE: Final = (_CODE["is_part_of"], _CODE["is_version_of"])
_ID: Final = re.compile(ID_FORM)
# Schemes of identifiers that look like the id of a record but name documents anywhere.
_ELSEWHERE: Final = frozenset(
    "urn http https doi handle hdl ark isbn issn isni orcid ror viaf wikidata ecli celex".split()
)
# Hashes are compared within one of this many parts at a time, which bounds the memory.
_PARTS: Final = 64
_NOWHERE: Final = -1
_UNKNOWN: Final = "und"


class RecordSummary(NamedTuple):
    """
    Summary of one record, from which the rules across records are decided.

    Attributes:
        record: Number of the record in its file; 1 where the file is one record.
        id: Hash of the record's id.
        language: Language tag of the record.
        relations: Index, kind and hash of the target of each relation to another record.
    """

    record: int
    id: int
    language: str
    relations: tuple[tuple[int, int, int], ...] = ()


class Suspect(NamedTuple):
    """
    A record that breaks a rule across records.

    Attributes:
        file, record: Number of the file, and of the record in the file.
        code: The rule's code.
        relation: Index of the relation that breaks the rule, or -1.
        other: File and record number of the other record involved, if any.
    """

    file: int
    record: int
    code: str
    relation: int = _NOWHERE
    other: tuple[int, int] | None = None


def summary_of(record: JSON, number: int) -> RecordSummary | None:
    """
    Summarise a record with an id for the rules across records.

    >>> summary_of({"id": "a:1", "language": "en"}, 1).language
    'en'
    """
    name, language = member(record, "id"), member(record, "language")
    if not isinstance(name, str):
        return None
    known = language if isinstance(language, str) else _UNKNOWN
    return RecordSummary(number, _hash(name), known, tuple(_relations(record)))


def is_record_id(target: object) -> bool:
    """
    Check whether a relation's target can only be a record's id.

    >>> is_record_id("example.org:doc:2"), is_record_id("https://example.org/")
    (True, False)
    """
    if not isinstance(target, str) or not _ID.fullmatch(target):
        return False
    return target.partition(":")[0] not in _ELSEWHERE


def suspect_fault(suspect: Suspect, record: JSON, other: Message | str) -> Fault:
    """
    Describe the rule that a record breaks with others.

    Args:
        suspect: The record and the rule.
        record: The value of the record.
        other: The other record's place in words, for an id used twice.
    """
    if suspect.code == "NZ301":
        name = in_quotes(str(member(record, "id")))
        return Fault(
            "NZ301", Message("{id} is also the id of {other}", id=name, other=other), "/id"
        )
    relations = member(record, "relations")
    relation = relations[suspect.relation] if isinstance(relations, list) else None
    kind, target = str(member(relation, "type")), in_quotes(str(member(relation, "target")))
    name, message = _relation_message(suspect.code, record, kind, target)
    return Fault(suspect.code, message, f"/relations/{suspect.relation}/{name}")


def _relation_message(code: str, record: JSON, kind: str, target: str) -> tuple[str, Message]:
    """Name the faulty member of a relation, and describe its fault."""
    if code == "NZ302":
        return "target", Message("no record here has the id {target}", target=target)
    if code == "NZ303":
        return "type", Message(
            "{target} does not state the inverse relation {inverse}",
            target=target,
            inverse=INVERSES[kind],
        )
    if code == "NZ304":
        return "type", Message("{kind} leads in a circle back to this record", kind=kind)
    return "type", Message(
        "{target} has the same language, {language}",
        target=target,
        language=in_quotes(str(member(record, "language"))),
    )


def _hash(name: str) -> int:
    """Hash an id to 64 bits, the same in every process."""
    digest = blake2b(name.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest)


def _relations(record: JSON) -> Iterator[tuple[int, int, int]]:
    for index, relation in indexed_items(member(record, "relations")):
        kind, target = member(relation, "type"), member(relation, "target")
        if isinstance(kind, str) and kind in _CODE and is_record_id(target):
            yield index, _CODE[kind], _hash(str(target))


class Collection:
    """Summaries of the records of a collection, in columns."""

    def __init__(self) -> None:
        self._files = array("I")
        self._records = array("I")
        self._ids = array("Q")
        self._languages = array("I")
        self._names = {_UNKNOWN: 0}
        self._sources = array("I")
        self._indices = array("I")
        self._kinds = array("I")
        self._targets = array("Q")

    def add(self, file: int, summaries: Iterable[RecordSummary]) -> None:
        """Add the records of a file, given by its number."""
        for each in summaries:
            for index, kind, target in each.relations:
                self._sources.append(len(self._ids))
                self._indices.append(index)
                self._kinds.append(kind)
                self._targets.append(target)
            self._files.append(file)
            self._records.append(each.record)
            self._ids.append(each.id)
            language = self._names.setdefault(each.language, len(self._names))
            self._languages.append(language)

    def suspects(self) -> list[Suspect]:
        """Find the records that break a rule, in their order."""
        found: list[Suspect] = []
        targets = array("q", [_NOWHERE]) * len(self._targets)
        firsts = {}
        for records, relations in zip(_parts(self._ids), _parts(self._targets), strict=True):
            first: dict[int, int] = {}
            for place in records:
                if (other := first.setdefault(self._ids[place], place)) != place:
                    firsts[place] = other
                    found.append(self._suspect("NZ301", place, other=other))
            for row in relations:
                targets[row] = first.get(self._targets[row], _NOWHERE)
        sources = array("I", (firsts.get(place, place) for place in self._sources))
        found += self._relation_suspects(sources, targets)
        return sorted(found, key=lambda each: each[:4])

    def _relation_suspects(
        self, sources: Sequence[int], targets: Sequence[int]
    ) -> Iterator[Suspect]:
        # The sum of both places is the same either way: a relation and its inverse share a part.
        pairs = (source + target for source, target in zip(sources, targets, strict=True))
        for rows in _parts(pairs):
            stated = {(sources[row], targets[row], self._kinds[row]) for row in rows}
            for row in rows:
                inverse = _INVERSE.get(self._kinds[row])
                is_returned = inverse is None or (targets[row], sources[row], inverse) in stated
                yield from self._suspects_of_row(
                    row, sources[row], targets[row], is_returned=is_returned
                )
        for kind in _ABOVE:
            edges = self._edges(kind, sources, targets)
            for edge in cycle_closing_edges(edges.in_possible_cycles(len(self._ids))):
                yield self._suspect_row("NZ304", edge.relation, targets[edge.relation])

    def _suspects_of_row(
        self, row: int, source: int, target: int, *, is_returned: bool
    ) -> Iterator[Suspect]:
        """Find the rules that one relation breaks."""
        if target == _NOWHERE:
            yield self._suspect_row("NZ302", row)
        elif not is_returned and target != source:
            yield self._suspect_row("NZ303", row, target)
        if self._is_no_translation(row, target) and not (
            is_returned and self._kinds[row] == _INVERSE[_TRANSLATION]
        ):
            yield self._suspect_row("NZ305", row, target)

    def _is_no_translation(self, row: int, target: int) -> bool:
        """Check whether a translation and its source state the same language."""
        language = self._languages[self._sources[row]]
        return (
            target != _NOWHERE
            and self._kinds[row] in (_TRANSLATION, _INVERSE[_TRANSLATION])
            and language == self._languages[target]
            and language != self._names[_UNKNOWN]
        )

    def _edges(self, above: int, sources: Sequence[int], targets: Sequence[int]) -> Edges:
        """Return the steps upwards, stated at either end."""
        edges = Edges()
        for row, (source, target) in enumerate(zip(sources, targets, strict=True)):
            if target != _NOWHERE and self._kinds[row] == above:
                edges.add(source, target, row)
            elif target != _NOWHERE and self._kinds[row] == _INVERSE[above]:
                edges.add(target, source, row)
        return edges

    def _suspect_row(self, code: str, row: int, other: int | None = None) -> Suspect:
        return self._suspect(code, self._sources[row], self._indices[row], other)

    def _suspect(
        self, code: str, place: int, relation: int = _NOWHERE, other: int | None = None
    ) -> Suspect:
        elsewhere = None if other is None else (self._files[other], self._records[other])
        return Suspect(self._files[place], self._records[place], code, relation, elsewhere)


def _parts(hashes: Iterable[int]) -> list["array[int]"]:
    """Split the places of hashes into parts; equal hashes share one."""
    parts = [array("I") for _ in range(_PARTS)]
    for place, each in enumerate(hashes):
        parts[each % _PARTS].append(place)
    return parts

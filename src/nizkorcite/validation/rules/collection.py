"""
Rules across the records of a collection (NZ3xx).

Of each record no more is kept than the hash of its id, its number, its file and its language, and
of each relation the hash of its target, so that a million records fit. A hash has 64 bits: two ids
of a million share one in one of 37 million such collections. Places are found when the records in
question are read a second time (`revisiting`).
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Final, NamedTuple

from nizkorcite.record.constraints import ID_FORM
from nizkorcite.record.json_types import JSON
from nizkorcite.validation.rules.cycles import Edges, closing
from nizkorcite.validation.rules.navigation import at, items

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
"""The relation that the target of another has to its source."""

_KINDS: Final = (*INVERSES, "is_published_in")
_CODE: Final = {name: code for code, name in enumerate(_KINDS)}
_INVERSE: Final = {_CODE[name]: _CODE[other] for name, other in INVERSES.items()}
_TRANSLATION: Final = _CODE["is_translation_of"]
_ABOVE: Final = (_CODE["is_part_of"], _CODE["is_version_of"])
_ID: Final = re.compile(ID_FORM)
# Identifiers that are written as ids are, but mean documents of the whole world.
_ELSEWHERE: Final = frozenset(
    "urn http https doi handle hdl ark isbn issn isni orcid ror viaf wikidata ecli celex".split()
)
# Hashes are compared with those of one of so many parts at a time.
_PARTS: Final = 64
_NOWHERE: Final = -1
_UNKNOWN: Final = "und"


class Facts(NamedTuple):
    """
    What is kept of one record.

    Attributes:
        record: Its number in its file; 1 where it fills the file.
        id: The hash of its id.
        language: Its language.
        relations: Of each relation to a record: its index, its kind and the hash of the target.
    """

    record: int
    id: int
    language: str
    relations: tuple[tuple[int, int, int], ...] = ()


class Suspect(NamedTuple):
    """
    A record that breaks a rule of collections.

    Attributes:
        file, record: Where the record stands: the number of its file, and its own in it.
        code: The rule.
        relation: The index of the relation meant, or -1.
        other: Where the other record stands, if there is one.
    """

    file: int
    record: int
    code: str
    relation: int = _NOWHERE
    other: tuple[int, int] | None = None


def facts_of(record: JSON, number: int) -> Facts | None:
    """
    What is kept of a record; nothing of one without an id.

    >>> facts_of({"id": "a:1", "language": "en"}, 1).language
    'en'
    """
    name, language = at(record, "id"), at(record, "language")
    if not isinstance(name, str):
        return None
    known = language if isinstance(language, str) else _UNKNOWN
    return Facts(number, _hash(name), known, tuple(_relations(record)))


def is_of_collection(target: JSON) -> bool:
    """
    Whether the target of a relation has the form of a record's id, and of nothing else.

    >>> is_of_collection("example.org:doc:2"), is_of_collection("https://example.org/")
    (True, False)
    """
    if not isinstance(target, str) or not _ID.fullmatch(target):
        return False
    return target.partition(":")[0] not in _ELSEWHERE


def _hash(name: str) -> int:
    """64 bits of an id, the same in every process."""
    digest = blake2b(name.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest)


def _relations(record: JSON) -> Iterator[tuple[int, int, int]]:
    for index, relation in items(at(record, "relations")):
        kind, target = at(relation, "type"), at(relation, "target")
        if isinstance(kind, str) and kind in _CODE and is_of_collection(target):
            yield index, _CODE[kind], _hash(str(target))


class Collection:
    """What is kept of the records of a collection, in columns."""

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

    def take(self, file: int, facts: Iterable[Facts]) -> None:
        """Keep what is known of the records of a file, which has a number."""
        for each in facts:
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
        """The records that break a rule, in the order of files and records."""
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
        found += self._of_relations(sources, targets)
        return sorted(found, key=lambda each: each[:4])

    def _of_relations(self, sources: Sequence[int], targets: Sequence[int]) -> Iterator[Suspect]:
        # What two records state of each other is in the same part.
        pairs = (source + target for source, target in zip(sources, targets, strict=True))
        for rows in _parts(pairs):
            stated = {(sources[row], targets[row], self._kinds[row]) for row in rows}
            for row in rows:
                inverse = _INVERSE.get(self._kinds[row])
                is_returned = inverse is None or (targets[row], sources[row], inverse) in stated
                yield from self._of_one(row, sources[row], targets[row], is_returned=is_returned)
        for kind in _ABOVE:
            edges = self._edges(kind, sources, targets)
            for edge in closing(edges.pruned(len(self._ids))):
                yield self._of_row("NZ304", edge.relation, targets[edge.relation])

    def _of_one(
        self, row: int, source: int, target: int, *, is_returned: bool
    ) -> Iterator[Suspect]:
        """What one relation breaks; whether the target states its inverse is known."""
        if target == _NOWHERE:
            yield self._of_row("NZ302", row)
        elif not is_returned and target != source:
            yield self._of_row("NZ303", row, target)
        if self._is_no_translation(row, target) and not (
            is_returned and self._kinds[row] == _INVERSE[_TRANSLATION]
        ):
            yield self._of_row("NZ305", row, target)

    def _is_no_translation(self, row: int, target: int) -> bool:
        """Whether a translation and its source state the same language."""
        language = self._languages[self._sources[row]]
        return (
            target != _NOWHERE
            and self._kinds[row] in (_TRANSLATION, _INVERSE[_TRANSLATION])
            and language == self._languages[target]
            and language != self._names[_UNKNOWN]
        )

    def _edges(self, above: int, sources: Sequence[int], targets: Sequence[int]) -> Edges:
        """Steps upwards, as the one or the other end of a relation states them."""
        edges = Edges()
        for row, (source, target) in enumerate(zip(sources, targets, strict=True)):
            if target != _NOWHERE and self._kinds[row] == above:
                edges.add(source, target, row)
            elif target != _NOWHERE and self._kinds[row] == _INVERSE[above]:
                edges.add(target, source, row)
        return edges

    def _of_row(self, code: str, row: int, other: int | None = None) -> Suspect:
        return self._suspect(code, self._sources[row], self._indices[row], other)

    def _suspect(
        self, code: str, place: int, relation: int = _NOWHERE, other: int | None = None
    ) -> Suspect:
        elsewhere = None if other is None else (self._files[other], self._records[other])
        return Suspect(self._files[place], self._records[place], code, relation, elsewhere)


def _parts(hashes: Iterable[int]) -> list["array[int]"]:
    """The places of hashes, in parts by their first bits: equal ones are in the same part."""
    parts = [array("I") for _ in range(_PARTS)]
    for place, each in enumerate(hashes):
        parts[each % _PARTS].append(place)
    return parts

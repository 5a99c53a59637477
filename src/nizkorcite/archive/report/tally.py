"""What the current records of an archive state, counted in one pass over them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final, Literal, get_args

from attrs import define, field

from nizkorcite.archive.archive import Archive
from nizkorcite.archive.index_facts import IndexFacts, facts_of_record
from nizkorcite.archive.versions import StoredVersion
from nizkorcite.record.json_types import JSON
from nizkorcite.record.navigation import indexed_items, member

Layer = Literal["original", "republication"]
LAYERS: Final[tuple[Layer, ...]] = get_args(Layer)
Years = tuple[int, int]
"""The first and the last year that a date can mean."""

COUNTED_FIELDS: Final = (
    "title",
    "language",
    "creators",
    "original/publishers",
    "original/place",
    "original/date",
    "republication/publishers",
    "republication/date",
    "republication/url",
    "republication/section",
    "republication/rights",
    "text",
)
"""Members of a record of which the report shows how many records state them."""


@define
class Tally:
    """
    Counts over the current documents of an archive.

    Attributes:
        documents: Number of documents that are neither withdrawn nor erased.
        captures: Number of their captures.
        unreadable: Number of documents whose record cannot be read.
        complete: Number of records that say what a full citation of both layers needs.
        held: Number of documents of which the archive has the bytes of a capture.
        years: For each layer, the documents by the years that their date can mean.
        delays: The documents by the least and greatest number of days between the layers.
        sources: Documents by the name of a publisher of the original.
        without_source: Number of documents that name none.
        sections: Documents by section.
        stated: Number of records that state each of the `COUNTED_FIELDS`.
    """

    documents: int = 0
    captures: int = 0
    unreadable: int = 0
    complete: int = 0
    held: int = 0
    years: dict[Layer, Counter[Years]] = field(factory=lambda: {each: Counter() for each in LAYERS})
    delays: Counter[tuple[int, int]] = field(factory=Counter)
    sources: Counter[str] = field(factory=Counter)
    without_source: int = 0
    sections: Counter[str] = field(factory=Counter)
    stated: Counter[str] = field(factory=Counter)

    def add(self, version: StoredVersion) -> None:
        """Count a document."""
        record = dict(version.record)
        facts = facts_of_record(record)
        self.documents += 1
        self.complete += facts.is_complete
        self._add_captures(record, version)
        self._add_dates(facts)
        names = set(_names(member(record, "original", "publishers")))
        self.sources.update(names)
        self.without_source += not names
        section = member(record, "republication", "section")
        self.sections.update([section] if isinstance(section, str) else [])
        self.stated.update(each for each in COUNTED_FIELDS if _states(record, each))

    def _add_captures(self, record: JSON, version: StoredVersion) -> None:
        digests = {member(each, "sha256") for _, each in indexed_items(member(record, "captures"))}
        self.captures += len(digests)
        self.held += any(each.sha256 in digests for each in version.objects)

    def _add_dates(self, facts: IndexFacts) -> None:
        original = _days(facts.original_from, facts.original_to)
        republication = _days(facts.republication_from, facts.republication_to)
        for layer, days in zip(LAYERS, (original, republication), strict=True):
            if days:
                self.years[layer][days[0].year, days[1].year] += 1
        if original and republication:
            least = (republication[0] - original[1]).days
            self.delays[least, (republication[1] - original[0]).days] += 1

    def undated(self, layer: Layer) -> int:
        """Return the number of documents of which a layer has no date."""
        return self.documents - self.years[layer].total()


def tally_of(archive: Archive) -> Tally:
    """Count the current documents of an archive; a record that is damaged is counted as such."""
    tally = Tally()
    for id_ in archive.lookup.current_ids():
        try:
            version = archive.document(id_)
        except (OSError, ValueError):
            tally.unreadable += 1
            continue
        if version:
            tally.add(version)
    return tally


def _days(first: str, last: str) -> tuple[date, date] | None:
    return (date.fromisoformat(first), date.fromisoformat(last)) if first else None


def _names(agents: object) -> Iterator[str]:
    for _, agent in indexed_items(agents):
        name = member(agent, "name")
        if isinstance(name, str):
            yield name


def _states(record: JSON, path: str) -> bool:
    value = member(record, *path.split("/"))
    return bool(value) and value != "und"

"""A version made of what is added and of what the archive has: captures join, edits stay."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Literal, Self, cast

from attrs import evolve, field, frozen

from nizkorcite.archive.index_facts import addresses_of
from nizkorcite.archive.versions import Source, StoredObject, StoredVersion, record_digest
from nizkorcite.archive.whole_warcs import WholeWarc
from nizkorcite.errors import ArchiveError
from nizkorcite.loading.corrections import Correction, set_member
from nizkorcite.messages import Message
from nizkorcite.record.codec import from_record, to_record
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Capture, Document
from nizkorcite.record.navigation import values_at, values_within

Outcome = Literal["new", "capture", "version", "known"]
"""What became of an addition: a new document, a further capture of a document, a further version of
its record, or nothing, because the archive has it."""

_EVIDENCE = "/evidence"
_OF_THE_COPY = ("captures", "evidence", "text")


@frozen(kw_only=True)
class Addition:
    """
    A document to add, with its bytes.

    Attributes:
        document: The document, without paths.
        source: The input that it comes from.
        payloads: The bytes of its captures and of its text, by digest, as far as they are at hand.
        whole: The WARC file that its capture is in, to be kept whole.
        place: The place of the capture's bytes in that file.
    """

    document: Document
    source: Source
    payloads: Mapping[str, bytes] = field(factory=dict, repr=False)
    whole: WholeWarc | None = None
    place: StoredObject | None = None

    @classmethod
    def of(cls, document: Document, payloads: "Mapping[str, bytes] | None" = None) -> Self:
        """Make an addition of a document that was made or corrected by other means."""
        digest = record_digest(to_record(document))
        return cls(document=document, source=Source(digest), payloads=payloads or {})


@frozen(kw_only=True)
class Merged:
    """
    The document of the next version.

    Attributes:
        document: The document.
        outcome: What is new.
        differing: Pointers of the values in which the addition differs from the last version.
    """

    document: Document
    outcome: Outcome
    differing: tuple[str, ...] = ()


def merged(addition: Addition, current: StoredVersion | None) -> Merged:
    """
    Merge an addition with the current version of its document.

    Raises:
        ArchiveError: The id is that of a page with another address.
        ModelError: The captures contradict the dates of the record.
    """
    document = addition.document
    if current is None:
        return Merged(document=document, outcome="new")
    _refuse_other_address(document, current)
    now = current.document
    if not addition.source.rules:
        new = document
    elif _has_capture(now, document.captures[0]):
        new = _read_again(document, now)
    else:
        new = evolve(now, captures=[*now.captures, *document.captures])
        return Merged(document=new, outcome="capture", differing=_differing(document, now))
    differing = differing_values(to_record(now), to_record(new))
    outcome: Outcome = "version" if differing else "known"
    return Merged(document=new, outcome=outcome, differing=differing)


def differing_values(before: JSON, after: JSON) -> tuple[str, ...]:
    """
    Return the pointers of values that only one of two records has, or that differ.

    Of the evidence, which follows the values, only the list is named, and only if nothing else
    differs.

    >>> differing_values({"title": "A", "language": "en"}, {"title": "B", "language": "en"})
    ('/title',)
    """
    old, new = dict(_values(before)), dict(_values(after))
    found = sorted(each for each in old.keys() | new.keys() if old.get(each) != new.get(each))
    values = tuple(each for each in found if not each.startswith(f"{_EVIDENCE}/"))
    return values or (_EVIDENCE,) * bool(found)


def _values(record: JSON) -> Sequence[tuple[str, object]]:
    return [each for each in values_within(record) if not isinstance(each[1], dict | list)]


def _differing(one: Document, other: Document) -> tuple[str, ...]:
    records = [to_record(one), to_record(other)]
    for record in records:
        for name in _OF_THE_COPY:
            record.pop(name, None)
    return differing_values(*records)


def _has_capture(document: Document, capture: Capture) -> bool:
    return any(_is_same(each, capture) for each in document.captures)


def _is_same(one: Capture, other: Capture) -> bool:
    """Compare captures; a crawler that comes again captures the same bytes at another instant."""
    is_again = one.warc and other.warc and one.accessed != other.accessed
    return one.sha256 == other.sha256 and not is_again


def _refuse_other_address(document: Document, current: StoredVersion) -> None:
    new, old = addresses_of(to_record(document)), addresses_of(dict(current.record))
    if new and old and new.isdisjoint(old):
        raise ArchiveError(
            Message(
                'the id "{id}" is that of a page with another address, {address}; give this one '
                "an id of its own with --id",
                id=document.id,
                address=min(old),
            )
        )


def _read_again(reading: Document, current: Document) -> Document:
    """Put a new reading of a capture beside the other captures, and keep what editors set."""
    own = reading.captures[0]
    captures = [own if _is_same(each, own) else each for each in current.captures]
    place = captures.index(own)
    evidence = [evolve(each, capture=place) for each in reading.evidence]
    record = to_record(evolve(reading, captures=captures, evidence=evidence))
    before = to_record(current)
    for each in current.evidence:
        if each.method == "editor":
            for _, value in values_at(before, each.field):
                set_member(record, Correction(pointer=each.field, value=_copy(value)))
    return from_record(record)


def _copy(value: object) -> JSON:
    return cast(JSON, deepcopy(value))  # a value of a record

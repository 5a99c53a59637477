"""
Rules between the values of one record (NZ2xx), each decided once.

The model refuses a document by `contradictions`, validation reports `consistency_faults`, and the
fast verdict compares with the same functions what it has looked up itself. A rule takes a record as
JSON of any shape or as a `Document`, whose attributes have the same names; it skips values that are
absent or malformed, which are the business of the schema.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from itertools import chain, groupby
from typing import Final, TypeAlias

from nizkorcite.dates import Instant, PartialDate, day_of, instant_or_day
from nizkorcite.display import in_quotes
from nizkorcite.errors import DateError
from nizkorcite.faults import Fault, Severity
from nizkorcite.messages import Message
from nizkorcite.record.navigation import (
    indexed_items,
    is_whole_number,
    member,
    parent_pointers,
    values_at,
)

_Rule: TypeAlias = Callable[[object], Iterator[Fault]]

READ_METHODS: Final = ("page", "markup", "rule")
"""The methods of evidence for values that a reader found in a page."""

READ_VALUES: Final = (
    "/title",
    "/original/publishers/*/name",
    "/original/place/name",
    "/original/date",
    "/original/source_line",
    "/republication/publishers/*/name",
    "/republication/date",
    "/republication/statement",
)
"""Pointers of the values that a reader finds in a page; ``*`` is any index."""

# A republication is later than its original, so that one wrong day may break both rules.
_LAYERS: Final = (
    ("NZ203", "original", ()),
    ("NZ202", "republication", ("/original/date",)),
)

# Evidence without one of these may support any value.
_PROVING: Final = ("field", "method")

# InC-EDU and the licences of Creative Commons are granted by whoever holds the rights.
_GRANTS: Final = re.compile(r"/vocab/InC-EDU/|creativecommons\.org/")


# The records of an archive have the same days over and over.
@lru_cache(1 << 14)
def partial_date(text: str) -> PartialDate:
    """
    Return the date of a text, from a cache.

    Raises:
        DateError: The text is not such a date.
    """
    return PartialDate(text)


def order_severity(republished: PartialDate, original: PartialDate) -> Severity | None:
    """
    Grade a republication that precedes its original.

    >>> order_severity(PartialDate("2017"), PartialDate("2017-02-27"))
    'warning'
    """
    if not republished.may_be_before(original):
        return None
    return "error" if republished.before(original) else "warning"


def backward_span(start: int, end: int) -> Message | None:
    """Describe a span that ends before it starts."""
    if end >= start:
        return None
    return Message("the span ends at {end}, before its start, {start}", end=end, start=start)


def contradictions(document: object, has: Callable[[str], bool]) -> Iterator[Fault]:
    """
    Find the contradictions for which the model refuses a document.

    Args:
        document: The document.
        has: Whether the document has a value at a JSON Pointer.
    """
    faults = (fault for rule in _REFUSED for fault in rule(document))
    yield from (fault for fault in faults if fault.severity != "warning")
    yield from _evidence_of_nothing(document, has)


def consistency_faults(record: object, has: Callable[[str], bool]) -> Iterator[Fault]:
    """
    Find every fault between the values of a record.

    Args:
        record: The value of a record.
        has: Whether the record has a value at a JSON Pointer.
    """
    yield from _evidence_of_nothing(record, has)
    for rule in _RULES:
        yield from rule(record)


def _republished_before_original(record: object) -> Iterator[Fault]:
    republished = _date(member(record, "republication", "date"))
    original = _date(member(record, "original", "date"))
    severity = republished and original and order_severity(republished, original)
    if severity == "error":
        message = Message(
            "{date} is earlier than the original's date, {original}",
            date=str(republished),
            original=str(original),
        )
        yield Fault("NZ201", message, "/republication/date", about=("/original/date",))
    elif severity:
        message = Message(
            "{date} may be earlier than the original's date, {original}",
            date=str(republished),
            original=str(original),
        )
        about = ("/original/date",)
        yield Fault("NZ201", message, "/republication/date", severity=severity, about=about)


def _dated_after_capture(record: object) -> Iterator[Fault]:
    accesses = (member(capture, "accessed") for _, capture in _list(record, "captures"))
    days = [day for each in accesses if (day := _day_of_access(each))]
    if not days:
        return
    last = max(days, key=str)
    for code, layer, about in _LAYERS:
        stated = _date(member(record, layer, "date"))
        if stated and stated.after(last):
            message = Message(
                "{date} is later than the last capture, {capture}",
                date=str(stated),
                capture=str(last),
            )
            yield Fault(code, message, f"/{layer}/date", about=about)


def _evidence_of_nothing(record: object, has: Callable[[str], bool]) -> Iterator[Fault]:
    for index, evidence in _list(record, "evidence"):
        field = member(evidence, "field")
        if isinstance(field, str) and not has(field):
            message = Message("this record has no value at {field}", field=in_quotes(field)[1:-1])
            yield Fault("NZ211", message, f"/evidence/{index}/field", about=(field,))


def _no_such_capture(record: object) -> Iterator[Fault]:
    captures = len(list(_list(record, "captures")))
    for index, evidence in _list(record, "evidence"):
        capture = member(evidence, "capture")
        if is_whole_number(capture) and capture >= captures:
            hint = Message(
                "captures are numbered from 0; this record has {captures}", captures=captures
            )
            message = Message("there is no capture {capture}", capture=capture)
            pointer = f"/evidence/{index}/capture"
            yield Fault("NZ213", message, pointer, hint=hint, about=("/captures",))
            if not captures:
                return  # one cause, however much evidence names a capture


def _without_evidence(record: object) -> Iterator[Fault]:
    """Find values read without evidence (NZ214); those of a layer are one fault."""
    proofs = [evidence for _, evidence in _list(record, "evidence")]
    if not any(member(evidence, "method") in READ_METHODS for evidence in proofs):
        return
    fields = {field for each in proofs if isinstance(field := member(each, "field"), str)}
    about = tuple(f"/evidence/{index}/{name}" for index in range(len(proofs)) for name in _PROVING)
    for layer, pointers in groupby(_read_without(record, fields), lambda each: each.split("/")[1]):
        pointer, message = _lack_of_evidence(f"/{layer}", list(pointers))
        yield Fault("NZ214", message, pointer, about=about)


def _lack_of_evidence(layer: str, pointers: list[str]) -> tuple[str, Message]:
    """Return the pointer and the message for values of a layer without evidence."""
    if len(pointers) == 1:
        return pointers[0], Message("no evidence supports this value")
    names = ", ".join(pointer.removeprefix(f"{layer}/") for pointer in pointers)
    return layer, Message("no evidence supports {names}", names=names)


def _read_without(record: object, fields: Collection[str]) -> Iterator[str]:
    """Yield the pointers of values read, neither they nor parents of which are among fields."""
    for pattern in READ_VALUES:
        for pointer, _ in values_at(record, pattern):
            if not any(each in fields for each in (pointer, *parent_pointers(pointer))):
                yield pointer


def _backward_spans(record: object) -> Iterator[Fault]:
    for index, evidence in _list(record, "evidence"):
        start, end = member(evidence, "start"), member(evidence, "end")
        if is_whole_number(start) and is_whole_number(end) and (why := backward_span(start, end)):
            yield Fault("NZ215", why, f"/evidence/{index}/end")


def _one_digest_two_lengths(record: object) -> Iterator[Fault]:
    """Find captures of the same bytes that differ in length (NZ232)."""
    lengths: dict[str, int] = {}
    for index, capture in _list(record, "captures"):
        digest, length = member(capture, "sha256"), member(capture, "byte_length")
        if not isinstance(digest, str) or not is_whole_number(length):
            continue
        if lengths.setdefault(digest, length) != length:
            message = Message(
                "{length} bytes, but another capture with the same digest has {other}",
                length=length,
                other=lengths[digest],
            )
            yield Fault("NZ232", message, f"/captures/{index}/byte_length")


def _one_place_two_captures(record: object) -> Iterator[Fault]:
    """Find captures at one place of a WARC file (NZ233)."""
    seen: dict[tuple[object, ...], object] = {}
    for index, capture in _list(record, "captures"):
        digest = member(capture, "sha256")
        for name, place in _warc_places(member(capture, "warc")):
            if seen.setdefault(place, digest) != digest:
                message = Message("another capture at the same place has another digest")
                yield Fault("NZ233", message, f"/captures/{index}/warc/{name}")
                break


def _warc_places(warc: object) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Name a place by a record id, and by file and offset."""
    file, offset, record_id = (member(warc, name) for name in ("file", "offset", "record_id"))
    if isinstance(record_id, str):
        yield "record_id", (record_id,)
    if isinstance(file, str) and is_whole_number(offset):
        yield "offset", (file, int(offset))


def _contradicting_rights(record: object) -> Iterator[Fault]:
    """Find a legal exception beside a granted statement (NZ243)."""
    rights = member(record, "republication", "rights")
    uri = member(rights, "uri")
    kinds = [member(basis, "kind") for _, basis in _list(rights, "legal_basis")]
    if isinstance(uri, str) and "exception" in kinds and _GRANTS.search(uri):
        message = Message(
            "only the rights holder can grant this rights statement, but the record relies on a "
            "legal exception"
        )
        hint = Message(
            "for a page that relies on an exception, use "
            "https://rightsstatements.org/vocab/InC/1.0/"
        )
        yield Fault("NZ243", message, "/republication/rights/uri", hint=hint)


# The fast verdict decides these by itself, since nearly every record has such values.
_FREQUENT: Final[tuple[_Rule, ...]] = (
    _dated_after_capture,
    _republished_before_original,
    _no_such_capture,
    _without_evidence,
    _backward_spans,
)
OCCASIONAL_RULES: Final[Mapping[str, tuple[_Rule, ...]]] = {
    "/captures/1": (_one_digest_two_lengths, _one_place_two_captures),
    "/republication/rights/uri": (_contradicting_rights,),
}
"""Other rules, by the JSON Pointer of a value without which they find nothing."""

_RULES: Final = (*_FREQUENT, *chain.from_iterable(OCCASIONAL_RULES.values()))
# A backward span is refused by the piece of evidence itself.
_REFUSED: Final[tuple[_Rule, ...]] = (
    _republished_before_original,
    _dated_after_capture,
    _no_such_capture,
    _one_digest_two_lengths,
)


def _list(holder: object, name: str) -> Iterator[tuple[int, object]]:
    return indexed_items(member(holder, name))


def _date(value: object) -> PartialDate | None:
    if isinstance(value, PartialDate):
        return value
    try:
        return partial_date(value) if isinstance(value, str) else None
    except DateError:
        return None


def _day_of_access(value: object) -> PartialDate | None:
    try:
        access = instant_or_day(value) if isinstance(value, str) else value
    except DateError:
        return None
    return day_of(access) if isinstance(access, Instant | PartialDate) else None

"""
What a schema cannot say of one record (NZ2xx, and NZ007).

The rules look at the record as it is, so that each is told even where other members are broken; a
value that is missing or has another type is the schema's business. What is an error here is also
refused by the classes of `nizkorcite.record.model`.
"""

import re
from collections.abc import Callable, Iterator

from nizkorcite.dates import Instant, PartialDate
from nizkorcite.errors import DateError
from nizkorcite.messages import Message
from nizkorcite.record.identifiers import identifier_problem
from nizkorcite.record.json_types import JSON, pointer_to
from nizkorcite.validation.fault import Fault, quoted
from nizkorcite.validation.rules.cached import are_alike, is_registered, partial_date
from nizkorcite.validation.rules.navigation import (
    at,
    has,
    holders,
    is_count,
    items,
    parts,
    parts_at,
)

_SURROGATE = re.compile("[\ud800-\udfff]")
_Faults = Iterator[Fault]


def rule_faults(record: JSON) -> _Faults:
    """
    Every fault that a rule beyond the schema finds.

    >>> [fault.code for fault in rule_faults({"original": {"date": "2017-02-29"}})]
    ['NZ204']
    """
    for rule in _RULES:
        yield from rule(record)
    for pointer, value in parts(record):
        if isinstance(value, str):
            yield from _of_text(pointer, value)
        elif isinstance(value, dict):
            yield from _of_object(pointer, value)


def rare_faults(record: JSON) -> _Faults:
    """
    What the rules find that speak of what few records have: several captures, an address of rights.

    >>> list(rare_faults({"captures": []}))
    []
    """
    for rule in _RARE:
        yield from rule(record)


def _of_text(pointer: str, value: str) -> _Faults:
    if not value.isascii() and _SURROGATE.search(value):
        yield Fault("NZ007", Message("the text holds half a character"), pointer)
    if pointer.endswith(_TAGGED):
        yield from _unknown_tags(pointer, value)


def _of_object(pointer: str, value: dict[str, JSON]) -> _Faults:
    for name in value:
        if not name.isascii() and _SURROGATE.search(name):
            where = pointer + pointer_to([name])
            message = Message("a member's name holds half a character")
            yield Fault("NZ007", message, where, at_name=True)
    if "scheme" in value:
        yield from _wrong_identifiers(pointer, value)
    if "literal" in value:
        yield from _unlike_names(pointer, value)


def _calendar(record: JSON) -> _Faults:
    for pointer, value in _dates(record):
        try:
            partial_date(value)
        except DateError as error:
            yield Fault("NZ204", error.message, pointer)
    for pointer, value in _accesses(record):
        try:
            Instant(value)
        except DateError as error:
            yield Fault("NZ204", error.message, pointer)


def _republished_before_original(record: JSON) -> _Faults:
    republished = _date(at(record, "republication", "date"))
    original = _date(at(record, "original", "date"))
    if republished is None or original is None:
        return
    where = "/republication/date"
    if republished.before(original):
        message = Message(
            "{date} is earlier than the original's date, {original}",
            date=str(republished),
            original=str(original),
        )
        yield Fault("NZ201", message, where)
    elif republished.may_be_before(original):
        message = Message(
            "{date} may be earlier than the original's date, {original}",
            date=str(republished),
            original=str(original),
        )
        yield Fault("NZ201", message, where, severity="warning")


def _dated_after_capture(record: JSON) -> _Faults:
    instants = [instant for _, text in _accesses(record) if (instant := _instant(text))]
    if not instants:
        return
    last = max(instants, key=lambda instant: instant.datetime).date
    for code, layer in (("NZ202", "republication"), ("NZ203", "original")):
        stated = _date(at(record, layer, "date"))
        if stated and stated.after(last):
            message = Message(
                "{date} is later than the last capture, {capture}",
                date=str(stated),
                capture=str(last),
            )
            yield Fault(code, message, f"/{layer}/date")


def _evidence_of_nothing(record: JSON) -> _Faults:
    for index, evidence in items(at(record, "evidence")):
        field = at(evidence, "field")
        if isinstance(field, str) and not has(record, field):
            message = Message(
                "there is nothing at {field} in this record", field=quoted(field)[1:-1]
            )
            yield Fault("NZ211", message, f"/evidence/{index}/field", about=field)


def _no_such_capture(record: JSON) -> _Faults:
    captures = len(list(items(at(record, "captures"))))
    for index, evidence in items(at(record, "evidence")):
        capture = at(evidence, "capture")
        if is_count(capture) and capture >= captures:
            hint = Message("there are {captures}, counted from 0", captures=captures)
            message = Message("there is no capture {capture}", capture=capture)
            yield Fault("NZ213", message, f"/evidence/{index}/capture", hint=hint)


def _without_evidence(record: JSON) -> _Faults:
    proofs = [evidence for _, evidence in items(at(record, "evidence"))]
    if not any(at(evidence, "method") in ("page", "rule") for evidence in proofs):
        return
    fields = {field for each in proofs if isinstance(field := at(each, "field"), str)}
    for pointer in _READ_VALUES:
        for found, _value in parts_at(record, pointer):
            if fields.isdisjoint((found, *holders(found))):
                yield Fault("NZ214", Message("the value has no evidence"), found)


def _backward_spans(record: JSON) -> _Faults:
    for index, evidence in items(at(record, "evidence")):
        start, end = at(evidence, "start"), at(evidence, "end")
        if is_count(start) and is_count(end) and end < start:
            message = Message(
                "the span ends at {end}, before its start, {start}", end=end, start=start
            )
            yield Fault("NZ215", message, f"/evidence/{index}/end")


def _one_digest_two_lengths(record: JSON) -> _Faults:
    """Captures of the same bytes have the same length (NZ232)."""
    lengths: dict[str, int] = {}
    for index, capture in items(at(record, "captures")):
        digest, length = at(capture, "sha256"), at(capture, "byte_length")
        if not isinstance(digest, str) or not is_count(length):
            continue
        if lengths.setdefault(digest, length) != length:
            message = Message(
                "{length} bytes, but another capture of the same digest has {other}",
                length=length,
                other=lengths[digest],
            )
            yield Fault("NZ232", message, f"/captures/{index}/byte_length")


def _one_place_two_captures(record: JSON) -> _Faults:
    """A record of a WARC file has one id, one offset and one payload (NZ233)."""
    seen: dict[tuple[JSON, ...], JSON] = {}
    for index, capture in items(at(record, "captures")):
        warc, digest = at(capture, "warc"), at(capture, "sha256")
        file, offset, name = (at(warc, member) for member in ("file", "offset", "record_id"))
        places: list[tuple[str, tuple[JSON, ...]]] = []
        if isinstance(name, str):
            places.append(("record_id", (name,)))
        if isinstance(file, str) and is_count(offset):
            places.append(("offset", (file, int(offset))))
        for member, place in places:
            if seen.setdefault(place, digest) != digest:
                message = Message("another capture at the same place has another digest")
                yield Fault("NZ233", message, f"/captures/{index}/warc/{member}")
                break


def _wrong_identifiers(pointer: str, value: JSON) -> _Faults:
    scheme, number = at(value, "scheme"), at(value, "value")
    if not isinstance(scheme, str) or not isinstance(number, str):
        return
    if problem := identifier_problem(scheme, number):
        message = Message(
            "{value} is not a valid {scheme}: {problem}",
            value=quoted(number),
            scheme=scheme,
            problem=problem,
        )
        yield Fault("NZ241", message, f"{pointer}/value")


def _unknown_tags(pointer: str, value: str) -> _Faults:
    if pointer.endswith("/language"):
        message = Message("{value} is not in the registry of languages", value=quoted(value))
        yield from _unregistered(value, message, pointer)
    else:
        message = Message("{value} is not a country of ISO 3166-1", value=quoted(value))
        yield from _unregistered(f"und-{value[:2]}", message, pointer)


def _unregistered(tag: str, message: Message, pointer: str) -> _Faults:
    if is_registered(tag):
        return
    usual = _usual(tag).removeprefix("und-")
    hint = None if usual == tag.removeprefix("und-") else Message("write {text}", text=usual)
    yield Fault("NZ242", message, pointer, hint=hint)


def _usual(tag: str) -> str:
    from langcodes import Language
    from langcodes.tag_parser import LanguageTagError

    try:
        return Language.get(tag).to_tag()
    except LanguageTagError:
        return tag


def _contradicting_rights(record: JSON) -> _Faults:
    """What a statement of rights grants needs no exception (NZ243)."""
    rights = at(record, "republication", "rights")
    uri = at(rights, "uri")
    kinds = [at(basis, "kind") for _, basis in items(at(rights, "legal_basis"))]
    if isinstance(uri, str) and "exception" in kinds and _GRANTS.search(uri):
        message = Message(
            "the statement comes from the holder of the rights, the exception from the law"
        )
        hint = Message(
            "a page that rests on an exception takes https://rightsstatements.org/vocab/InC/1.0/"
        )
        yield Fault("NZ243", message, "/republication/rights/uri", hint=hint)


def _unlike_names(pointer: str, value: JSON) -> _Faults:
    name, literal = at(value, "name"), at(value, "literal")
    if isinstance(name, str) and isinstance(literal, str) and not are_alike(name, literal):
        message = Message(
            "{literal} and {name} have no word in common",
            literal=quoted(literal),
            name=quoted(name),
        )
        yield Fault("NZ244", message, f"{pointer}/literal")


_RARE: tuple[Callable[[JSON], _Faults], ...] = (
    _one_digest_two_lengths,
    _one_place_two_captures,
    _contradicting_rights,
)
_RULES: tuple[Callable[[JSON], _Faults], ...] = (
    _calendar,
    _republished_before_original,
    _dated_after_capture,
    _evidence_of_nothing,
    _no_such_capture,
    _without_evidence,
    _backward_spans,
    *_RARE,
)
_TAGGED = ("/language", "/country", "/jurisdiction")
_GRANTS = re.compile(r"/vocab/InC-EDU/|creativecommons\.org/")
# The values that a reader reads; "*" is any index.
_READ_VALUES = (
    "/title",
    "/original/publishers/*/name",
    "/original/place/name",
    "/original/date",
    "/original/source_line",
    "/republication/publishers/*/name",
    "/republication/date",
    "/republication/statement",
)


def _dates(record: JSON) -> Iterator[tuple[str, str]]:
    for layer in ("original", "republication"):
        value = at(record, layer, "date")
        if isinstance(value, str):
            yield f"/{layer}/date", value


def _accesses(record: JSON) -> Iterator[tuple[str, str]]:
    for index, capture in items(at(record, "captures")):
        accessed = at(capture, "accessed")
        if isinstance(accessed, str):
            yield f"/captures/{index}/accessed", accessed


def _date(value: JSON) -> PartialDate | None:
    try:
        return partial_date(value) if isinstance(value, str) else None
    except DateError:
        return None


def _instant(text: str) -> Instant | None:
    try:
        return Instant(text)
    except DateError:
        return None

"""
Rules on single values of a record (NZ204, NZ24x and NZ007).

The rules examine a record as it is, so that each fault is reported even where other members are
broken; a value that is missing or mistyped is the schema's business. Rules between values are in
`nizkorcite.record.consistency`. The model refuses all that is an error here.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from attrs import evolve

from nizkorcite.dates import instant_or_day
from nizkorcite.display import in_quotes
from nizkorcite.errors import DateError
from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.record.consistency import consistency_faults, partial_date
from nizkorcite.record.identifiers import invalid_identifier
from nizkorcite.record.json_types import JSON, pointer_to
from nizkorcite.record.navigation import has_value, member, values_at, values_within
from nizkorcite.validation.rules.language_tags import country_fault, language_fault
from nizkorcite.validation.rules.names import are_alike

_SURROGATE = re.compile("[\ud800-\udfff]")
_CODED = ("/language", "/country", "/jurisdiction")
_DATES = ("/original/date", "/republication/date")
_INSTANTS = ("/captures/*/accessed", "/captures/*/memento_datetime")
_Faults = Iterator[Fault]


def rule_faults(record: JSON) -> _Faults:
    """
    Find every fault by the rules beyond the schema.

    >>> [fault.code for fault in rule_faults({"original": {"date": "2017-02-29"}})]
    ['NZ204']
    """
    yield from _calendar(record)
    yield from consistency_faults(record, partial(has_value, record))
    for pointer, value in values_within(record):
        if isinstance(value, str):
            yield from _of_text(pointer, value)
        elif isinstance(value, dict):
            yield from _of_object(pointer, value)


def _calendar(record: JSON) -> _Faults:
    for pointer, value in (each for date in _DATES for each in values_at(record, date)):
        yield from _impossible(partial_date, pointer, value)
    for pointer, value in (each for instant in _INSTANTS for each in values_at(record, instant)):
        yield from _impossible(instant_or_day, pointer, value)


def _impossible(kind: Callable[[str], object], pointer: str, value: object) -> _Faults:
    try:
        if isinstance(value, str):
            kind(value)
    except DateError as error:
        yield Fault("NZ204", error.message, pointer)


def _of_text(pointer: str, value: str) -> _Faults:
    if not value.isascii() and _SURROGATE.search(value):
        yield Fault("NZ007", Message("the text contains half a character"), pointer)
    if pointer.endswith(_CODED):
        yield from _wrong_codes(pointer, value)


def _of_object(pointer: str, value: dict[str, object]) -> _Faults:
    for name in value:
        if not name.isascii() and _SURROGATE.search(name):
            message = Message("a field name contains half a character")
            yield Fault("NZ007", message, pointer + pointer_to([name]), at_name=True)
    if "scheme" in value:
        yield from _wrong_identifiers(pointer, value)
    if "literal" in value:
        yield from _unlike_names(pointer, value)


def _wrong_identifiers(pointer: str, value: object) -> _Faults:
    scheme, number = member(value, "scheme"), member(value, "value")
    if not isinstance(scheme, str) or not isinstance(number, str):
        return
    if message := invalid_identifier(scheme, number):
        yield Fault("NZ241", message, f"{pointer}/value")


def _wrong_codes(pointer: str, value: str) -> _Faults:
    is_language = pointer.endswith("/language")
    if fault := language_fault(value) if is_language else country_fault(value[:2]):
        yield evolve(fault, pointer=pointer)


def _unlike_names(pointer: str, value: object) -> _Faults:
    name, literal = member(value, "name"), member(value, "literal")
    if isinstance(name, str) and isinstance(literal, str) and not are_alike(name, literal):
        message = Message(
            "{literal} and {name} have no word in common",
            literal=in_quotes(literal),
            name=in_quotes(name),
        )
        yield Fault("NZ244", message, f"{pointer}/literal", about=(f"{pointer}/name",))

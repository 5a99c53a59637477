"""
Whether it is proven that no rule beyond the schema has anything to say of a record.

`rules` alone says what is wrong; this looks at what they would look at, in the common forms, and
makes no pointer and no message. "Yes" is final, and "no" means that the rules are to be asked. A
test holds both together.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache, reduce
from operator import getitem
from typing import Any, cast

from nizkorcite.dates import PartialDate
from nizkorcite.record.identifiers import identifier_problem
from nizkorcite.record.json_types import JSON
from nizkorcite.validation.rules.cached import are_alike, is_registered, partial_date
from nizkorcite.validation.rules.navigation import INDEX, holders

_LISTS = frozenset(
    """alternative_titles captures creators evidence identifiers keywords legal_basis publishers
    relations""".split()
)
# A record that the schema accepts, looked into without asking for types again.
_Record = dict[str, Any]
_Names = tuple[str, ...]


def is_clear(record: dict[str, JSON]) -> bool:
    """
    Whether no rule is broken, not even one that only warns.

    Args:
        record: A record that its schema accepts.

    >>> is_clear({"language": "en", "original": {"attribution": "unknown"}})
    True
    >>> is_clear({"language": "en", "original": {"attribution": "unknown", "date": "2017-02-30"}})
    False
    """
    known = cast(_Record, record)
    try:
        return (
            _dates_are_clear(known)
            and _tags_are_known(known)
            and all(map(_agent_is_clear, _agents(known)))
            and _others_are_clear(known)
            and _evidence_is_clear(known)
        )
    except (LookupError, TypeError, ValueError):
        return False


def _dates_are_clear(record: _Record) -> bool:
    """Original, republication and captures, in this order for certain."""
    original = _date(record["original"])
    republished = _date(record.get("republication", {}))
    if original and republished and republished.may_be_before(original):
        return False
    for capture in record.get("captures", ()):
        if accessed := capture.get("accessed"):
            day = _day(accessed[:10])
            for stated in (original, republished):
                if stated and not (stated.latest and stated.latest <= day):
                    return False
    return True


def _date(layer: _Record) -> PartialDate | None:
    stated = layer.get("date")
    return partial_date(stated) if stated else None


@lru_cache(1 << 14)
def _day(text: str) -> date:
    return date.fromisoformat(text)


def _tags_are_known(record: _Record) -> bool:
    original = record["original"]
    tags = [record["language"]]
    if "language" in original:
        tags.append(original["language"])
    if "country" in original.get("place", ()):
        tags.append("und-" + original["place"]["country"])
    for name in ("alternative_titles", "relations"):
        tags += [part["language"] for part in record.get(name, ()) if "language" in part]
    for basis in record.get("republication", {}).get("rights", {}).get("legal_basis", ()):
        if "jurisdiction" in basis:
            tags.append("und-" + basis["jurisdiction"][:2])
    return all(map(is_registered, tags))


def _agents(record: _Record) -> Iterator[_Record]:
    republication = record.get("republication", {})
    yield from record.get("creators", ())
    yield from record["original"].get("publishers", ())
    yield from republication.get("publishers", ())
    if holder := republication.get("rights", {}).get("holder"):
        yield holder


def _agent_is_clear(agent: _Record) -> bool:
    if "literal" in agent and not are_alike(agent["name"], agent["literal"]):
        return False
    return "identifiers" not in agent or _are_right(agent["identifiers"])


def _are_right(identifiers: list[_Record]) -> bool:
    return not any(identifier_problem(each["scheme"], each["value"]) for each in identifiers)


def _others_are_clear(record: _Record) -> bool:
    """What few records have: other identifiers, several captures, an address of rights."""
    original = record["original"]
    if not _are_right(original.get("identifiers", [])):
        return False
    if not _are_right(original.get("place", {}).get("identifiers", [])):
        return False
    has_address = "uri" in record.get("republication", {}).get("rights", ())
    captures = record.get("captures", ())
    if not has_address and len(captures) < 2:  # noqa: PLR2004 - one capture agrees with itself
        return True
    from nizkorcite.validation.rules.record import rare_faults

    return not any(rare_faults(record))


def _evidence_is_clear(record: _Record) -> bool:
    """Pointers lead somewhere, spans go forward, captures are there, and read values are proven."""
    captures = len(record.get("captures", ()))
    fields: list[str] = []
    for each in record.get("evidence", ()):
        if each.get("capture", -1) >= captures or each.get("end", 0) < each.get("start", 0):
            return False
        fields.append(each["field"])
    return not fields or _are_usual(tuple(fields), *_outline(record)) or _are_proven(record)


def _are_proven(record: _Record) -> bool:
    """The same of any fields: that each leads somewhere, and that read values are among them."""
    evidence = record["evidence"]
    for each in evidence:
        reduce(_item, _path(each["field"]), record)
    if not any(each["method"] in ("page", "rule") for each in evidence):
        return True
    fields = {each["field"] for each in evidence}
    return all(
        not fields.isdisjoint(holders(pointer)) for pointer in _read(*_outline(record)) - fields
    )


# Indexing a value of any type is what mypy cannot follow.
_item: Callable[[Any, str | int], Any] = getitem


@lru_cache(1 << 12)
def _path(pointer: str) -> tuple[str | int, ...]:
    """
    The steps of a pointer; indices only into what is a list in every record.

    Raises:
        LookupError: A pointer of another form; the rules tell what it means.
    """
    names = pointer.split("/")[1:]
    steps: list[str | int] = []
    for name, above in zip(names, ["", *names], strict=False):
        is_index = above in _LISTS and INDEX.fullmatch(name)
        if not is_index and not re.fullmatch("[a-z_][a-z0-9_]*", name):
            raise LookupError(pointer)
        steps.append(int(name) if is_index else name)
    return tuple(steps)


def _outline(record: _Record) -> tuple[_Names, _Names, _Names, int, int]:
    """What is needed to tell whether the usual pointers lead somewhere."""
    original, republication = record["original"], record.get("republication", {})
    return (
        tuple(record),
        tuple(original),
        tuple(republication),
        len(original.get("publishers", ())),
        len(republication.get("publishers", ())),
    )


@lru_cache(1 << 10)
def _are_usual(  # noqa: PLR0913, PLR0917 - the fields, and the outline
    fields: _Names,
    members: _Names,
    original: _Names,
    republication: _Names,
    publishers: int,
    republishers: int,
) -> bool:
    """
    Whether fields are members of a record of this outline, all that a reader reads among them.

    The records of an archive have few outlines, so this is seldom worked out.
    """
    read = _read(members, original, republication, publishers, republishers)
    usual = {
        *(f"/{name}" for name in members),
        *(f"/original/{name}" for name in original),
        *(f"/republication/{name}" for name in republication),
    }
    return read <= set(fields) <= read | usual


@lru_cache(1 << 10)
def _read(
    members: _Names, original: _Names, republication: _Names, publishers: int, republishers: int
) -> frozenset[str]:
    """The pointers of what a reader reads, as far as it stands in a record of this outline."""
    stands = {
        "/title": "title" in members,
        "/original/place/name": "place" in original,
        "/original/date": "date" in original,
        "/original/source_line": "source_line" in original,
        "/republication/date": "date" in republication,
        "/republication/statement": "statement" in republication,
    }
    return frozenset(
        (
            *(pointer for pointer, is_there in stands.items() if is_there),
            *(f"/original/publishers/{index}/name" for index in range(publishers)),
            *(f"/republication/publishers/{index}/name" for index in range(republishers)),
        )
    )

"""The schema's verdict on a record in the output formats of JSON Schema (draft 2020-12)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from nizkorcite.findings import Finding
from nizkorcite.record.json_types import JSON, path_of, pointer_to
from nizkorcite.record.schema import SCHEMAS, Profile, absolute_location

OutputFormat = Literal["basic", "detailed"]
"""How the errors of an output unit stand: in one list, or below what they have in common."""

# The applicators of our schemas: those that are followed by a name of their own, those that step
# into the value, and the others.
_WITH_NAME = frozenset(("properties", "patternProperties"))
_INTO_VALUE = _WITH_NAME | {"additionalProperties", "items"}
_APPLICATORS = _INTO_VALUE | {"$ref", "then"}


class _Place(NamedTuple):
    """A part of a schema on its way to a keyword, and the part of the record that it judges."""

    keyword: str
    instance: str


class _Error(NamedTuple):
    """An error, and the places on the way to it, from the outmost on."""

    way: tuple[_Place, ...]
    unit: dict[str, JSON]


def basic_output(findings: Iterable[Finding], profile: Profile = "base") -> dict[str, JSON]:
    """
    An output unit of the format ``basic`` (section 12.4.2), with one error a cause.

    Args:
        findings: The findings of one record; those of other rules than the schema's are passed
            over, since they come from no keyword.
        profile: What the record was checked against.

    >>> basic_output([])
    {'valid': True, 'keywordLocation': '', 'instanceLocation': ''}
    """
    return _unit([error.unit for error in _errors(findings, SCHEMAS[profile])])


def detailed_output(findings: Iterable[Finding], profile: Profile = "base") -> dict[str, JSON]:
    """
    An output unit of the format ``detailed`` (section 12.4.3): errors below what they share.

    Arguments are those of `basic_output`.

    >>> detailed_output([])
    {'valid': True, 'keywordLocation': '', 'instanceLocation': ''}
    """
    name = SCHEMAS[profile]
    return _unit(list(_nested(list(_errors(findings, name)), 0, name)))


def _unit(errors: list[JSON]) -> dict[str, JSON]:
    unit: dict[str, JSON] = {"valid": not errors, "keywordLocation": "", "instanceLocation": ""}
    return unit | {"errors": errors} if errors else unit


def _errors(findings: Iterable[Finding], name: str) -> Iterator[_Error]:
    for finding in findings:
        if (location := finding.schema_location) is not None:
            unit = _located(_Place(location, finding.pointer), name)
            way = tuple(_way(path_of(location), path_of(finding.pointer)))
            yield _Error(way, unit | {"error": finding.message})


def _located(place: _Place, name: str) -> dict[str, JSON]:
    return {
        "valid": False,
        "keywordLocation": place.keyword,
        "absoluteKeywordLocation": absolute_location(name, place.keyword),
        "instanceLocation": place.instance,
    }


def _way(keywords: Sequence[str], instance: Sequence[str]) -> Iterator[_Place]:
    """The parts of the schema from its root to a keyword, without the keyword's own."""
    step = depth = 0
    while step < len(keywords):
        keyword = keywords[step]
        if keyword not in _APPLICATORS:
            return
        step += 2 if keyword in _WITH_NAME else 1
        depth += keyword in _INTO_VALUE
        if step < len(keywords):
            yield _Place(pointer_to(keywords[:step]), pointer_to(instance[:depth]))


def _nested(errors: Sequence[_Error], depth: int, name: str) -> Iterator[JSON]:
    """Errors below the places that they share; a place with one of them alone is left out."""
    for group in _groups(errors, depth):
        first, *others = group
        below: list[JSON] = [first.unit]
        if others:
            below = list(_nested(group, depth + 1, name))
        if len(below) == 1:
            yield from below
        else:
            unit: dict[str, JSON] = {**_located(first.way[depth], name), "errors": below}
            yield unit


def _groups(errors: Iterable[_Error], depth: int) -> Iterable[list[_Error]]:
    """Errors by their place at a depth, in the order of the first; each at its end alone."""
    groups: dict[_Place | int, list[_Error]] = {}
    for number, error in enumerate(errors):
        place: _Place | int = error.way[depth] if depth < len(error.way) else number
        groups.setdefault(place, []).append(error)
    return groups.values()

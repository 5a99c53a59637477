"""``--set POINTER=VALUE``: a record with some members set by hand."""

import json
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import pairwise

import click
from attrs import frozen

from nizkorcite.record.codec import JSON
from nizkorcite.record.json_types import path_of


@frozen(kw_only=True)
class Correction:
    """
    One member set by hand.

    Attributes:
        pointer: JSON Pointer of the member.
        value: The new value; ``None`` removes the member.
    """

    pointer: str
    value: JSON


def parse_correction(text: str) -> Correction:
    """
    Read ``POINTER=TEXT`` or ``POINTER:=JSON``.

    Raises:
        click.BadParameter: The text has neither form.

    >>> parse_correction("/original/date=2017-02-27")
    Correction(pointer='/original/date', value='2017-02-27')
    >>> parse_correction("/captures/0/status:=200").value
    200
    """
    name, equals, value = text.partition("=")
    if not equals or not name.startswith("/"):
        problem = f'"{text}" is not POINTER=VALUE; an example: /original/date=2017-02-27'
        raise click.BadParameter(problem)
    if not name.endswith(":"):
        return Correction(pointer=name, value=value or None)
    try:
        return Correction(pointer=name[:-1], value=json.loads(value))
    except ValueError as error:
        problem = f'what follows ":=" is not JSON: {value}'
        raise click.BadParameter(problem) from error


def correct(record: dict[str, JSON], corrections: Sequence[Correction]) -> dict[str, JSON]:
    """
    The record with its corrections, each with an editor as its evidence.

    Args:
        record: A record; it is not changed.
        corrections: Made in their order. A member that is missing on the way is added; an index one
            past a list's end adds an item.

    Raises:
        click.BadParameter: A pointer leads into a text or past a list's end.

    >>> correct({"title": "A"}, [Correction(pointer="/title", value="B")])
    {'title': 'B', 'evidence': [{'field': '/title', 'method': 'editor'}]}
    """
    edited = deepcopy(record)
    for correction in corrections:
        _set(edited, correction)
        _note_editor(edited, correction)
    return edited


def _set(record: dict[str, JSON], correction: Correction) -> None:
    parts = path_of(correction.pointer)
    last = parts[-1]
    holder: JSON = record
    for part, following in pairwise(parts):
        holder = _step(holder, part, [] if following.isdecimal() else {}, correction.pointer)
    if isinstance(holder, dict):
        _set_member(holder, last, correction.value)
    elif isinstance(holder, list):
        _set_item(holder, last, correction)
    else:
        raise _no_way(correction.pointer)


def _step(holder: JSON, part: str, new: JSON, pointer: str) -> JSON:
    if isinstance(holder, dict):
        return holder.setdefault(part, new)
    if isinstance(holder, list) and part.isdecimal() and int(part) <= len(holder):
        if int(part) == len(holder):
            holder.append(new)
        return holder[int(part)]
    raise _no_way(pointer)


def _set_member(holder: dict[str, JSON], name: str, value: JSON) -> None:
    if value is None:
        holder.pop(name, None)
    else:
        holder[name] = value


def _set_item(holder: list[JSON], index: str, correction: Correction) -> None:
    if not index.isdecimal() or int(index) > len(holder) or correction.value is None:
        raise _no_way(correction.pointer)
    holder[int(index) : int(index) + 1] = [correction.value]


def _no_way(pointer: str) -> click.BadParameter:
    return click.BadParameter(f'"{pointer}" leads to nothing that can be set in this record')


def _note_editor(record: dict[str, JSON], correction: Correction) -> None:
    """The words a value was read from prove nothing of the value set in its place."""
    evidence = record.pop("evidence", [])
    kept = [each for each in _items(evidence) if not _is_about(each, correction.pointer)]
    if correction.value is not None:
        kept.append({"field": correction.pointer, "method": "editor"})
    if kept:
        record["evidence"] = kept


def _items(value: JSON) -> Iterator[JSON]:
    yield from value if isinstance(value, list) else ()


def _is_about(evidence: JSON, pointer: str) -> bool:
    field = evidence.get("field") if isinstance(evidence, dict) else None
    return isinstance(field, str) and f"{field}/".startswith(f"{pointer}/")

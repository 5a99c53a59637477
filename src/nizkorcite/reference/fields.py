"""
Fields of a record by the names that people type: one table for options, corrections and tables.

A field is a member of the record, at a JSON Pointer, whose value is written as one text. ``date``,
``publisher`` and ``url`` are those of the page: of its republication if the record has one, else of
the original.
"""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final, cast, get_args

from attrs import evolve, frozen

from nizkorcite.errors import CorrectionError, UnknownNameError
from nizkorcite.messages import Message
from nizkorcite.record.codec import from_json, to_json
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Agent
from nizkorcite.record.vocabulary import AgentRole
from nizkorcite.reference.typed_names import (
    agents_as_typed,
    groups_as_typed,
    split_at_semicolons,
    typed_agents,
    typed_groups,
)


@frozen
class Field:
    """
    A member of the record that is written as one text.

    Attributes:
        pointer: JSON Pointer of the member.
        read: Turns a text into the value of the member.
        write: Turns the value into a text.
        role: The role of the agents, of members with agents of several roles.
    """

    pointer: str
    read: Callable[[str], JSON]
    write: Callable[[JSON], str]
    role: AgentRole | None = None


def _agents(value: JSON) -> tuple[Agent, ...]:
    items = value if isinstance(value, list) else []
    return tuple(cast(Agent, from_json(Agent, item)) for item in items)


def _whole_number(text: str) -> JSON:
    if not (text.isascii() and text.isdecimal()):
        raise CorrectionError(Message('"{text}" is not a whole number', text=text))
    return int(text)


def _texts_as_text(value: JSON) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _name_of_place(value: JSON) -> str:
    return str(value["name"]) if isinstance(value, dict) else str(value)


def _identifiers(text: str) -> JSON:
    pairs = (each.partition(" ") for each in split_at_semicolons(text))
    return [{"scheme": scheme, "value": value} for scheme, _, value in pairs]


def _identifiers_as_text(value: JSON) -> str:
    items = value if isinstance(value, list) else []
    pairs = [(str(item["scheme"]), str(item["value"])) for item in items if isinstance(item, dict)]
    return "; ".join(f"{scheme} {value}" for scheme, value in pairs if ";" not in value)


def _text(pointer: str) -> Field:
    return Field(pointer, str, str)


def _texts(pointer: str) -> Field:
    return Field(pointer, lambda text: [*split_at_semicolons(text)], _texts_as_text)


def _creators(role: AgentRole) -> Field:
    def read(text: str) -> JSON:
        stated = None if role == "author" else role
        return to_json(tuple(evolve(agent, role=stated) for agent in typed_agents(text)))

    return Field("/creators", read, lambda value: agents_as_typed(_agents(value)), role)


def _groups(pointer: str) -> Field:
    return Field(
        pointer,
        lambda text: to_json(typed_groups(text)),
        lambda value: groups_as_typed(_agents(value)),
    )


_ORIGINAL = "title language container_title volume issue pages edition date url source_line"
_REPUBLICATION = "date url section modifications statement"
_CAPTURE = "sha256 media_type url accessed charset path"

RECORD_FIELDS: Final[Mapping[str, Field]] = {
    **{name: _text(f"/{name}") for name in ("id", "type", "language", "title")},
    **{role: _creators(role) for role in get_args(AgentRole)},
    "description": _text("/description"),
    "keywords": _texts("/keywords"),
    "original_attribution": _text("/original/attribution"),
    "original_publisher": _groups("/original/publishers"),
    "original_place": Field("/original/place", lambda text: {"name": text}, _name_of_place),
    **{f"original_{name}": _text(f"/original/{name}") for name in _ORIGINAL.split()},
    "original_identifiers": Field("/original/identifiers", _identifiers, _identifiers_as_text),
    "republication_publisher": _groups("/republication/publishers"),
    **{f"republication_{name}": _text(f"/republication/{name}") for name in _REPUBLICATION.split()},
    "rights": _text("/republication/rights/statement"),
    "rights_uri": _text("/republication/rights/uri"),
    **{f"capture_{name}": _text(f"/captures/0/{name}") for name in _CAPTURE.split()},
    "capture_byte_length": Field("/captures/0/byte_length", _whole_number, str),
}
"""The fields of a record by name, in the order of a table's columns."""

OF_THE_PAGE: Final = ("publisher", "date", "url")
"""Names that stand for a field of the republication if there is one, else of the original."""

_SHORT: Final = {"place": "original_place", "accessed": "capture_accessed"}
NAMES: Final = (*RECORD_FIELDS, *OF_THE_PAGE, *_SHORT)
"""Every name of a field that people may type."""


_OWN: Final = re.compile("x_[a-z0-9_]{1,60}")
_WRITTEN_AS_JSON: Final = re.compile(r'true|false|-?[0-9]+|["\[].*', re.DOTALL)


def field_called(name: str) -> Field:
    """
    Return a field by its name in the table, or a member of the archive's own (``x_...``).

    >>> field_called("x_box").read("5"), field_called("x_box").write("5")
    (5, '"5"')
    """
    return RECORD_FIELDS.get(name) or Field(f"/{name}", _own_value, _own_value_as_text)


def is_own_member(name: str) -> bool:
    """
    Check for the name of a member of the archive's own.

    >>> is_own_member("x_box"), is_own_member("title")
    (True, False)
    """
    return _OWN.fullmatch(name) is not None


def _own_value(text: str) -> JSON:
    """Read a number, a truth value, a list or a quoted text as JSON; any other text as it is."""
    if _WRITTEN_AS_JSON.fullmatch(text):
        with suppress(ValueError, RecursionError):
            value: JSON = json.loads(text)
            return value
    return text


def _own_value_as_text(value: JSON) -> str:
    if isinstance(value, str) and _own_value(value) == value:
        return value
    return json.dumps(value, ensure_ascii=False)


def field_name(text: str, *, has_republication: bool) -> str:
    """
    Return the name in the table of a field as people type it.

    Args:
        text: The name, with hyphens or underscores.
        has_republication: Whether the record has one.

    Raises:
        UnknownNameError: No field has that name.

    >>> field_name("original-date", has_republication=False)
    'original_date'
    >>> field_name("date", has_republication=True)
    'republication_date'
    """
    name = text.replace("-", "_")
    if is_own_member(name):
        return name
    if name not in NAMES:
        raise UnknownNameError("field name", text, NAMES)
    if name in OF_THE_PAGE:
        return f"{'republication' if has_republication else 'original'}_{name}"
    return _SHORT.get(name, name)

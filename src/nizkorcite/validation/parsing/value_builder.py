"""The value of a JSON text that has faults, built part by part."""

import math
from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from nizkorcite.display import in_quotes
from nizkorcite.findings import Fault
from nizkorcite.messages import Message
from nizkorcite.record.constraints import MAXIMUM_INTEGER
from nizkorcite.record.json_types import JSON, pointer_to
from nizkorcite.validation.parsing.lines import Lines, lines_of
from nizkorcite.validation.parsing.tokens import Part, unquoted

_NUMBERS = Message(
    "numbers go from {least} to {most}", least=-MAXIMUM_INTEGER, most=MAXIMUM_INTEGER
)
_WORDS: Mapping[str, JSON] = {"true": True, "false": False, "null": None}


def number_of(literal: str) -> int | float:
    """
    A number of JSON.

    Raises:
        ValueError: Some programs cannot keep it: it is no number, infinite or too large.

    >>> number_of("1e3")
    1000.0
    """
    digits = literal.lstrip("-")
    if digits.isdecimal():
        if len(digits) <= len(str(MAXIMUM_INTEGER)) and int(digits) <= MAXIMUM_INTEGER:
            return int(literal)
        raise ValueError(literal)
    number = float(literal)
    if math.isfinite(number) and abs(number) <= MAXIMUM_INTEGER:
        return number
    raise ValueError(literal)


@frozen
class _Open:
    """An object or list that is being built, and where each name of an object stands."""

    value: dict[str, JSON] | list[JSON]
    names: dict[str, int] = field(factory=dict)


class Builder:
    """The value of a text, built part by part, and the faults met on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.value: JSON = None
        self.faults: list[Fault] = []
        self.stack: list[_Open] = []

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return lines_of(self.text)

    def take(self, part: Part) -> None:
        """Take the next part of the text."""
        if part.kind == "name":
            self.name(part)
        elif part.kind == "close":
            self.stack.pop()
        elif part.kind == "open":
            inner: dict[str, JSON] | list[JSON] = {} if self.text[part.start] == "{" else []
            self.put(part, inner)
            self.stack.append(_Open(inner))
        else:
            self.put(part, self.simple(part))

    def name(self, part: Part) -> None:
        """Tell a name that stands a second time."""
        name, names = str(part.path[-1]), self.stack[-1].names
        if name in names:
            first = self.lines.told(names[name], part.start)
            message = Message(
                "{name} appears twice; first at {place}", name=in_quotes(name), place=first
            )
            self.fault("NZ002", message, part, Message("delete one of the two"))
        names.setdefault(name, part.start)

    def put(self, part: Part, value: JSON) -> None:
        """Add a value to what holds it."""
        holder = self.stack[-1].value if self.stack else None
        if isinstance(holder, dict):
            holder[str(part.path[-1])] = value
        elif isinstance(holder, list):
            holder.append(value)
        else:
            self.value = value

    def simple(self, part: Part) -> JSON:
        """A text, number or word; in the place of a number that cannot be kept stands 0."""
        literal = self.text[part.start : part.end]
        if literal in _WORDS:
            return _WORDS[literal]
        if literal.startswith('"'):
            return unquoted(literal)
        try:
            return number_of(literal)
        except ValueError:
            message = Message("{number} cannot be kept exactly", number=literal[:40])
            self.fault("NZ003", message, part, _NUMBERS)
            return 0

    def fault(self, code: str, message: Message, part: Part, hint: Message) -> None:
        """Note a fault of the part at hand."""
        pointer = pointer_to(part.path)
        self.faults.append(Fault(code, message, pointer, hint, part.start, end=part.end))

"""Builder of a record's value, for JSON and YAML."""

from functools import cached_property

from attrs import define, field

from nizkorcite.display import in_quotes
from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON, pointer_to
from nizkorcite.validation.input.limits import MAXIMUM_FAULTS
from nizkorcite.validation.parsing.lines import Lines, lines_of
from nizkorcite.validation.parsing.positions import TextSpan


@define
class _Container:
    """
    An object or list under construction.

    Attributes:
        value: The object or list.
        step: Name or index of the value that comes next; `None` where a name comes next.
        names: Offset of each name of an object.
    """

    value: dict[str, JSON] | list[JSON]
    step: str | int | None
    names: dict[str, int] = field(factory=dict)


class ValueBuilder:
    """
    A value under construction, and the faults met on the way.

    Attributes:
        value: The value, complete at the end of the text.
        faults: Faults in the order of the text, at most one more than are reported of a record.

    >>> builder = ValueBuilder('{"a": 1, "a": 2}')
    >>> builder.open({})
    >>> for offset, number in (1, 1), (9, 2):
    ...     builder.name("a", TextSpan(offset, offset + 3))
    ...     builder.put(number)
    >>> print(builder.value, builder.faults[0].message)
    {'a': 2} "a" appears twice; first at column 2
    """

    def __init__(self, text: str) -> None:
        self.value: JSON = None
        self.faults: list[Fault] = []
        self._text = text
        self._containers: list[_Container] = []

    @property
    def depth(self) -> int:
        """Number of the objects and lists that are open."""
        return len(self._containers)

    @property
    def path(self) -> list[str | int]:
        """The path of the next value, or of its object."""
        steps = (container.step for container in self._containers)
        return [step for step in steps if step is not None]

    @property
    def expects_name(self) -> bool:
        """True where the next token must be a name."""
        return bool(self._containers) and self._containers[-1].step is None

    def open(self, value: dict[str, JSON] | list[JSON]) -> None:
        """Begin an object or list."""
        self._add(value)
        self._containers.append(_Container(value, None if isinstance(value, dict) else 0))

    def close(self) -> None:
        """End the innermost object or list."""
        self._containers.pop()
        self._advance()

    def name(self, name: str, span: TextSpan) -> None:
        """Add the name of a member; report a name used twice (NZ002)."""
        container = self._containers[-1]
        container.step = name
        if name in container.names:
            place = self._lines.position_in_words(container.names[name], span.start)
            message = Message(
                "{name} appears twice; first at {place}", name=in_quotes(name), place=place
            )
            self.fault("NZ002", message, span, Message("delete one of the two"))
        container.names.setdefault(name, span.start)

    def put(self, value: JSON) -> None:
        """Add a text, number, truth value or null."""
        self._add(value)
        self._advance()

    def fault(
        self, code: str, message: Message, span: TextSpan, hint: Message | None = None
    ) -> None:
        """Note a fault of the value or name at hand."""
        if len(self.faults) <= MAXIMUM_FAULTS:
            pointer = pointer_to(self.path)
            self.faults.append(Fault(code, message, pointer, hint, span.start, end=span.end))

    @cached_property
    def _lines(self) -> Lines:
        return lines_of(self._text)

    def _add(self, value: JSON) -> None:
        if not self._containers:
            self.value = value
            return
        container = self._containers[-1]
        if isinstance(container.value, list):
            container.value.append(value)
        else:
            container.value[str(container.step)] = value

    def _advance(self) -> None:
        """Go on to the next item or name."""
        if self._containers:
            container = self._containers[-1]
            container.step = container.step + 1 if isinstance(container.step, int) else None

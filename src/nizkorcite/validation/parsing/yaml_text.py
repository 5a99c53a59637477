"""
Records in YAML: the part of YAML that says what it looks like.

libyaml (by PyYAML) tells events with their places; what they mean is decided here and not by YAML,
whose releases read NO as false, 12:30:45 as a number and 017 as 15. A scalar is a text, unless the
schema has a number or a truth value in its place and it is written without quotation marks, as JSON
writes one; null, which no record has, is told wherever it stands so. There are no anchors, aliases
and tags, so that a short file cannot become a large record, and no name stands twice. Each
document is a record.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field

from nizkorcite.display import in_quotes
from nizkorcite.errors import InputError
from nizkorcite.findings import Fault
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON, pointer_to
from nizkorcite.record.schema import schema
from nizkorcite.validation.input.limits import MAXIMUM_DEPTH, MAXIMUM_FAULTS
from nizkorcite.validation.parsing.lines import lines_of
from nizkorcite.validation.parsing.positions import Positions, Span
from nizkorcite.validation.parsing.text import TOO_DEEP, Text, decoded, refused, too_deep, too_large
from nizkorcite.validation.parsing.yaml_errors import problem_of_yaml

if TYPE_CHECKING:
    from yaml import Event

MAXIMUM_YAML: Final = 4 * 1024 * 1024
_INSTALL: Final = "pip install 'nizkorcite[yaml]'"
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,15})")
_TRUTH: Final[Mapping[str, bool]] = {"true": True, "false": False}
_NULLS: Final = ("null", "~")


def yaml_texts(data: bytes) -> Iterator[Text]:
    r"""
    The records of a YAML file, each as far as it can be read.

    Args:
        data: The file; at most 4 MiB of it are read.

    Raises:
        OSError: PyYAML, which comes with the extra ``yaml``, is not installed.

    >>> [text.value for text in yaml_texts(b"country: NO\n---\ntitle: 2017-02-27\n")]
    [{'country': 'NO'}, {'title': '2017-02-27'}]
    """
    if len(data) > MAXIMUM_YAML:
        yield refused("", too_large(MAXIMUM_YAML))
        return
    text, fault = decoded(data)
    if fault:
        yield refused(text, fault)
    else:
        yield from _documents(text.removeprefix("\ufeff"))


def _documents(text: str) -> Iterator[Text]:
    try:
        from yaml import CSafeLoader, YAMLError, parse
    except ImportError as error:
        message = Message("YAML needs an extra: {command}", command=_INSTALL)
        raise InputError(message) from error
    builder, number = _Builder(text), 0
    try:
        for event in parse(text, Loader=CSafeLoader):
            builder.take(event)
            if type(event).__name__ == "DocumentEndEvent":
                yield builder.text()
                builder, number = _Builder(text), number + 1
            elif builder.is_over:
                yield builder.text()
                return
    except (YAMLError, UnicodeEncodeError) as error:
        yield refused(text, *builder.faults, _broken(text, error))
        return
    if not number:
        yield refused(text, Fault("NZ010", Message("the file is empty"), offset=0))


def _broken(text: str, error: Exception) -> Fault:
    words = getattr(error, "problem", None) or getattr(error, "reason", str(error))
    problem = problem_of_yaml(str(words))
    mark = getattr(error, "context_mark" if problem.is_of_the_start else "problem_mark", None)
    offset = min(mark.index, len(text)) if mark else getattr(error, "position", 0)
    if "nesting depth" in str(error):  # libyaml's own bound, far beyond ours
        return too_deep(offset)
    message = Message("not YAML: {problem}", problem=problem.message)
    return Fault("NZ012", message, hint=problem.hint, offset=offset)


@define
class _Open:
    """A mapping or list that is being built, and what the schema says of it."""

    value: dict[str, JSON] | list[JSON]
    part: Mapping[str, Any]
    name: str | None = None
    names: dict[str, int] = field(factory=dict)


class _Builder:
    """The value of one document, built event by event, and what is wrong with it."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.value: JSON = None
        self.start = 0
        self.faults: list[Fault] = []
        self.stack: list[_Open] = []
        self.path: list[str | int] = []
        self.values: dict[str, Span] = {}
        self.names: dict[str, Span] = {}
        self.is_over = False

    def take(self, event: "Event") -> None:
        """Take the next event of the parser."""
        assert event.start_mark  # the parser's own events have both
        assert event.end_mark
        kind = type(event).__name__
        span = Span(event.start_mark.index, event.end_mark.index)
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            message = Message("an anchor or alias of YAML, which records do not have")
            self.fault("NZ013", message, span)
        elif getattr(event, "tag", None) not in (None, "!"):
            self.fault("NZ013", Message("a tag of YAML, which records do not have"), span)
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            self.open({} if kind == "MappingStartEvent" else [], span)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self.stack.pop()
            self.next()
        elif kind in ("ScalarEvent", "AliasEvent"):
            self.scalar(getattr(event, "value", ""), span, is_plain=not getattr(event, "style", 1))

    def open(self, value: dict[str, JSON] | list[JSON], span: Span) -> None:
        """Begin a mapping or list."""
        if self.is_name():
            self.fault("NZ012", Message("a member's name must be a text"), span)
            self.is_over = True
            return
        if len(self.stack) >= MAXIMUM_DEPTH:
            self.fault("NZ004", TOO_DEEP, span)
            self.is_over = True
            return
        part = self.part()
        self.put(value, Span(span.start, span.start + 1))
        self.stack.append(_Open(value, part))
        self.path.append(0 if isinstance(value, list) else "")

    def scalar(self, value: str, span: Span, *, is_plain: bool) -> None:
        """Take a name or a value."""
        if not self.is_name():
            self.put(_typed(value, self.part()) if is_plain else value, span)
            self.next()
            return
        at = self.stack[-1]
        self.path[-1] = at.name = value
        if value in at.names:
            first = lines_of(self.source).told(at.names[value], span.start)
            message = Message(
                "{name} appears twice; first at {place}", name=in_quotes(value), place=first
            )
            self.fault("NZ002", message, span, Message("delete one of the two"))
        at.names.setdefault(value, span.start)
        self.names[pointer_to(self.path)] = span

    def is_name(self) -> bool:
        """Whether the next scalar is a member's name."""
        at = self.stack[-1] if self.stack else None
        return at is not None and isinstance(at.value, dict) and at.name is None

    def part(self) -> Mapping[str, Any]:
        """What the schema says of the value that comes next."""
        if not self.stack:
            return schema()
        at = self.stack[-1]
        if isinstance(at.value, list):
            return _resolved(at.part.get("items"))
        return _resolved(at.part.get("properties", {}).get(at.name)) or _own(at)

    def put(self, value: JSON, span: Span) -> None:
        """Add a value to what holds it."""
        self.values[pointer_to(self.path)] = span
        if not self.stack:
            self.value, self.start = value, span.start
            return
        holder = self.stack[-1].value
        if isinstance(holder, list):
            holder.append(value)
        else:
            holder[str(self.stack[-1].name)] = value

    def next(self) -> None:
        """A value has ended."""
        if len(self.path) > len(self.stack):
            self.path.pop()
        if self.stack:
            self.stack[-1].name = None
            last = self.path[-1]
            self.path[-1] = last + 1 if isinstance(last, int) else ""

    def fault(self, code: str, message: Message, span: Span, hint: Message | None = None) -> None:
        """Note a fault at a place."""
        if len(self.faults) <= MAXIMUM_FAULTS:
            pointer = pointer_to(self.path)
            end = span.end if code == "NZ002" else None
            self.faults.append(Fault(code, message, pointer, hint, span.start, end=end))

    def text(self) -> Text:
        """The record as far as it could be read."""
        if self.is_over or any(fault.code == "NZ013" for fault in self.faults):
            return refused(self.source, *self.faults)
        if not isinstance(self.value, dict):
            message = Message("a record is one object in braces")
            return refused(self.source, *self.faults, Fault("NZ009", message, offset=self.start))
        positions = Positions(values=self.values, names=self.names)
        return Text(
            text=self.source, value=self.value, faults=tuple(self.faults), positions=positions
        )


def _typed(value: str, part: Mapping[str, Any]) -> JSON:
    """A scalar without quotation marks, as the schema has it in its place; it never has null."""
    if value in _NULLS:
        return None
    kinds = part.get("type", ())
    if "integer" in kinds and _INTEGER.fullmatch(value):
        return int(value)
    return _TRUTH.get(value, value) if "boolean" in kinds else value


def _own(at: _Open) -> Mapping[str, Any]:
    """What the schema says of a member of the archive's own."""
    for pattern, part in at.part.get("patternProperties", {}).items():
        if re.search(pattern, str(at.name)):
            return _resolved(part)
    return {}


def _resolved(part: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """A part of the schema with what it refers to."""
    if part and "$ref" in part:
        definitions: Any = schema()["$defs"]
        return {**definitions[part["$ref"].rpartition("/")[2]], **part}
    return part or {}

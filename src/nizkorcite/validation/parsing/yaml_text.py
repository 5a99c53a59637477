"""
Parse records in the part of YAML whose meaning is plain.

libyaml (by PyYAML) yields events with their places. Their meaning is decided here and not by YAML,
whose releases read NO as false, 12:30:45 as a number and 017 as 15. A scalar is a text, unless the
schema has a number or a truth value in its place and the scalar is written without quotation marks,
as JSON writes such a value; null, which no record has, is reported wherever a scalar spells it.
Anchors, aliases and tags are refused, so that a short file cannot become a large record, and a name
may be used once. Each document is a record.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from nizkorcite.errors import InputError
from nizkorcite.extras import install_command
from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON, pointer_to
from nizkorcite.record.schema import schema
from nizkorcite.validation.input.limits import MAXIMUM_DEPTH
from nizkorcite.validation.parsing.positions import TextSpan, ValueSpans
from nizkorcite.validation.parsing.text import (
    TOO_DEEP,
    RecordText,
    decode_utf8,
    too_deep_fault,
    too_large_fault,
    unreadable_text,
)
from nizkorcite.validation.parsing.value_builder import ValueBuilder
from nizkorcite.validation.parsing.yaml_errors import problem_of_yaml

if TYPE_CHECKING:
    from yaml import Event

MAXIMUM_YAML_BYTES: Final = 4 * 1024 * 1024
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,15})")
_TRUTH: Final[Mapping[str, bool]] = {"true": True, "false": False}
_NULLS: Final = ("null", "~")


def yaml_texts(data: bytes) -> Iterator[RecordText]:
    r"""
    Parse the records of a YAML file, each as far as possible.

    Args:
        data: The file; more than 4 MiB are refused.

    Raises:
        OSError: PyYAML, which comes with the extra ``yaml``, is not installed.

    >>> [text.value for text in yaml_texts(b"country: NO\n---\ntitle: 2017-02-27\n")]
    [{'country': 'NO'}, {'title': '2017-02-27'}]
    """
    if len(data) > MAXIMUM_YAML_BYTES:
        yield unreadable_text("", too_large_fault(MAXIMUM_YAML_BYTES))
        return
    text, fault = decode_utf8(data)
    if fault:
        yield unreadable_text(text, fault)
    else:
        yield from _documents(text.removeprefix("\ufeff"))


def _documents(text: str) -> Iterator[RecordText]:
    try:
        from yaml import CSafeLoader, YAMLError, parse
    except ImportError as error:
        message = Message("YAML needs an extra: {command}", command=install_command("yaml"))
        raise InputError(message) from error
    document, number = _Document(text), 0
    try:
        for event in parse(text, Loader=CSafeLoader):
            document.add(event)
            if type(event).__name__ == "DocumentEndEvent":
                yield document.record_text()
                document, number = _Document(text), number + 1
            elif document.is_over:
                yield document.record_text()
                return
    except (YAMLError, UnicodeEncodeError) as error:
        yield unreadable_text(text, *document.builder.faults, _syntax_fault(text, error))
        return
    if not number:
        yield unreadable_text(text, Fault("NZ010", Message("the file is empty"), offset=0))


def _syntax_fault(text: str, error: Exception) -> Fault:
    words = getattr(error, "problem", None) or getattr(error, "reason", str(error))
    problem = problem_of_yaml(str(words))
    mark = getattr(error, "context_mark" if problem.is_at_start else "problem_mark", None)
    offset = min(mark.index, len(text)) if mark else getattr(error, "position", 0)
    if "nesting depth" in str(error):  # libyaml's own bound, far beyond ours
        return too_deep_fault(offset)
    message = Message("not YAML: {problem}", problem=problem.message)
    return Fault("NZ012", message, hint=problem.hint, offset=offset)


class _Document:
    """One document of YAML under construction."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.builder = ValueBuilder(text)
        self.start = 0
        self.parts: list[Mapping[str, Any]] = []
        self.values: dict[str, TextSpan] = {}
        self.names: dict[str, TextSpan] = {}
        self.is_over = False

    def add(self, event: "Event") -> None:
        """Add the next event of the parser."""
        assert event.start_mark  # the parser's own events have both
        assert event.end_mark
        kind = type(event).__name__
        span = TextSpan(event.start_mark.index, event.end_mark.index)
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            self.fault("NZ013", Message("YAML anchors and aliases are not supported"), span)
        elif getattr(event, "tag", None) not in (None, "!"):
            self.fault("NZ013", Message("records do not use tags of YAML"), span)
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            self.open({} if kind == "MappingStartEvent" else [], span)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self.builder.close()
            self.parts.pop()
        elif kind in ("ScalarEvent", "AliasEvent"):
            self.scalar(getattr(event, "value", ""), span, is_plain=not getattr(event, "style", 1))

    def open(self, value: dict[str, JSON] | list[JSON], span: TextSpan) -> None:
        """Begin a mapping or list."""
        if self.builder.expects_name:
            self.fault("NZ012", Message("a field name must be text"), span)
            self.is_over = True
        elif self.builder.depth >= MAXIMUM_DEPTH:
            self.fault("NZ004", TOO_DEEP, span)
            self.is_over = True
        else:
            self.place(TextSpan(span.start, span.start + 1))
            self.parts.append(self.schema_part())
            self.builder.open(value)

    def scalar(self, value: str, span: TextSpan, *, is_plain: bool) -> None:
        """Add a name or a value."""
        if self.builder.expects_name:
            self.builder.name(value, span)
            self.names[pointer_to(self.builder.path)] = span
        else:
            self.place(span)
            self.builder.put(_typed(value, self.schema_part()) if is_plain else value)

    def schema_part(self) -> Mapping[str, Any]:
        """Return the part of the schema for the next value."""
        return _inner_part(self.parts[-1], self.builder.path[-1]) if self.parts else schema()

    def place(self, span: TextSpan) -> None:
        """Note the span of the value that is added next."""
        if not self.builder.depth:
            self.start = span.start
        self.values[pointer_to(self.builder.path)] = span

    def fault(self, code: str, message: Message, span: TextSpan) -> None:
        """Note a fault at the first character of a span."""
        self.builder.fault(code, message, TextSpan(span.start, min(span.start + 1, len(self.text))))

    def record_text(self) -> RecordText:
        """Return the record, parsed as far as possible."""
        faults = tuple(self.builder.faults)
        if self.is_over or any(fault.code == "NZ013" for fault in faults):
            return unreadable_text(self.text, *faults)
        if not isinstance(self.builder.value, dict):
            return unreadable_text(self.text, *faults, self.no_mapping_fault())
        spans = ValueSpans(values=self.values, names=self.names)
        return RecordText(text=self.text, value=self.builder.value, faults=faults, spans=spans)

    def no_mapping_fault(self) -> Fault:
        """Report a document that is not a mapping; a list may be one of records."""
        message = Message("a record in YAML must be a mapping")
        is_list = isinstance(self.builder.value, list)
        hint = Message("separate records by a line with ---") if is_list else None
        return Fault("NZ009", message, hint=hint, offset=self.start)


def _typed(value: str, part: Mapping[str, Any]) -> JSON:
    """Convert a scalar without quotation marks to the schema's type."""
    if value in _NULLS:
        return None
    kinds = part.get("type", ())
    if "integer" in kinds and _INTEGER.fullmatch(value):
        return int(value)
    return _TRUTH.get(value, value) if "boolean" in kinds else value


def _inner_part(part: Mapping[str, Any], step: str | int) -> Mapping[str, Any]:
    """Return the part of the schema for an item or member."""
    if isinstance(step, int):
        return _with_definition(part.get("items"))
    if step in (members := part.get("properties", {})):
        return _with_definition(members[step])
    own = part.get("patternProperties", {}).items()
    return _with_definition(next((each for name, each in own if re.search(name, step)), None))


def _with_definition(part: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Merge a part of the schema with the definition it refers to."""
    if part and "$ref" in part:
        definitions: Any = schema()["$defs"]
        return {**definitions[part["$ref"].rpartition("/")[2]], **part}
    return part or {}

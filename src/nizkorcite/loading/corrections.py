"""Corrections by hand (``POINTER=VALUE``): members of a record set or removed."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import pairwise
from typing import Any, Final

from attrs import frozen

from nizkorcite.errors import CorrectionError
from nizkorcite.messages import Message
from nizkorcite.record.codec import JSON, from_record, to_record
from nizkorcite.record.json_types import path_of
from nizkorcite.record.model import Document
from nizkorcite.validation.input.limits import MAXIMUM_DEPTH

_PARTS: Final = ("original", "republication")
_OPTIONS: Final = ("author", "publisher", "place", "original_date", "original_publisher")


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
    Parse ``POINTER=TEXT`` or ``POINTER:=JSON``.

    Raises:
        CorrectionError: The text has neither form.

    >>> parse_correction("/original/date=2017-02-27")
    Correction(pointer='/original/date', value='2017-02-27')
    >>> parse_correction("/captures/0/status:=200").value
    200
    """
    pointer, equals, value = text.partition("=")
    if not equals or not pointer.startswith("/"):
        raise CorrectionError(_form_problem(text, pointer.removesuffix(":"), value))
    if not pointer.endswith(":"):
        return Correction(pointer=pointer, value=value or None)
    return Correction(pointer=pointer[:-1], value=_parsed_value(value))


def _parsed_value(text: str) -> JSON:
    from nizkorcite.validation.parsing.text import read_value  # few values are written as JSON

    read = read_value(text)
    for fault in read.faults:
        raise CorrectionError(
            Message('the text after ":=" cannot be read: {problem}', problem=fault.message)
        )
    return read.value


def correct(document: Document, *corrections: str) -> Document:
    """
    Set or remove members of a document by hand.

    The evidence of a value set names an editor, since the quote that the old value was read from
    does not support the new one.

    Args:
        document: A document, which is not changed.
        corrections: ``POINTER=TEXT`` or ``POINTER:=JSON``, in order. A missing object or list on
            the way is added; an index one past a list's end adds an item; an empty text removes
            the member.

    Raises:
        CorrectionError: A text is no correction, or its pointer leads into a text or past a list.
        RecordError: The values set make the record invalid.

    >>> from nizkorcite.record.model import Original
    >>> document = Document(id="a", type="other", language="en", title="A",
    ...                     original=Original(attribution="unknown"))
    >>> correct(document, "/title=B").title
    'B'
    """
    if not corrections:
        return document
    record = to_record(document)
    for each in corrections:
        set_member(record, parse_correction(each))
    return from_record(record)


def set_member(record: dict[str, JSON], correction: Correction) -> bool:
    """
    Set or remove a member of a record, whose evidence then names an editor.

    Returns:
        Whether the record has changed; the evidence of a value that was right is kept.

    Raises:
        CorrectionError: The pointer leads into a text or past a list.
    """
    before = deepcopy(record)
    _set(record, correction)
    has_changed = record != before
    if has_changed:
        _note_editor(record, correction)
    return has_changed


def _form_problem(text: str, name: str, value: str) -> Message:
    """Explain why a text is no correction; guess the pointers of a field name."""
    from nizkorcite.record.schema import schema  # only mistakes need it

    root: Mapping[str, Any] = schema()
    parts = {"": root, **{f"/{each}": root["$defs"][each] for each in _PARTS}}
    guesses = [f"{at}/{name}={value}" for at, part in parts.items() if name in part["properties"]]
    if len(guesses) > 1:
        return Message(
            'no such field "{name}"; did you mean {guess} or {other}?',
            name=name,
            guess=guesses[0],
            other=guesses[1],
        )
    if guesses:
        return Message('no such field "{name}"; did you mean {guess}?', name=name, guess=guesses[0])
    if name.replace("-", "_") in _OPTIONS:
        return Message(
            '"{name}" is no pointer; use --{name}, or a pointer such as /original/date=2017-02-27',
            name=name,
        )
    return Message('"{text}" is not POINTER=VALUE, such as /original/date=2017-02-27', text=text)


def _set(record: dict[str, JSON], correction: Correction) -> None:
    parts = path_of(correction.pointer)
    if len(parts) > MAXIMUM_DEPTH:
        raise _pointer_error(correction.pointer)
    last = parts[-1]
    holder: JSON = record
    for part, following in pairwise(parts):
        new: JSON = [] if following.isdecimal() else {}
        holder = _member_or_new(holder, part, new, correction.pointer)
    if isinstance(holder, dict):
        _set_member(holder, last, correction.value)
    elif isinstance(holder, list):
        _set_item(holder, last, correction)
    else:
        raise _pointer_error(correction.pointer)


def _member_or_new(holder: JSON, part: str, new: JSON, pointer: str) -> JSON:
    if isinstance(holder, dict):
        return holder.setdefault(part, new)
    if isinstance(holder, list) and part.isdecimal() and int(part) <= len(holder):
        if int(part) == len(holder):
            holder.append(new)
        return holder[int(part)]
    raise _pointer_error(pointer)


def _set_member(holder: dict[str, JSON], name: str, value: JSON) -> None:
    if value is None:
        holder.pop(name, None)
    else:
        holder[name] = value


def _set_item(holder: list[JSON], index: str, correction: Correction) -> None:
    if not index.isdecimal() or int(index) > len(holder) or correction.value is None:
        raise _pointer_error(correction.pointer)
    holder[int(index) : int(index) + 1] = [correction.value]


def _pointer_error(pointer: str) -> CorrectionError:
    return CorrectionError(
        Message('"{pointer}" leads to nothing that can be set in this record', pointer=pointer)
    )


def _note_editor(record: dict[str, JSON], correction: Correction) -> None:
    """Replace the evidence of a value by that of an editor."""
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

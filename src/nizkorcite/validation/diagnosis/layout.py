"""The layout of a JSON text: new members and items look as those beside them."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from nizkorcite.faults import Operation
from nizkorcite.record.json_types import JSON, path_of, pointer_to
from nizkorcite.record.schema import schema
from nizkorcite.validation.parsing.positions import TextSpan, ValueSpans, locate

Edit = tuple[int, int, str]
"""The span of a text to replace, and the new text."""

_INDENTED = re.compile(r"\n([ \t]+)")
_SPACE = " \t\r\n"


def additions(text: str, operations: Sequence[Operation]) -> Iterator[Edit]:
    """
    Yield the edits that add members and items; the holder of each keeps one of its own.

    A member of the record itself takes its place in the order of the schema, any other the last.

    >>> list(additions('{"a": [1]}', [Operation(op="add", path="/a/-", value="2")]))
    [(8, 8, ', 2')]
    """
    added = [each for each in operations if each.op == "add"]
    if not added:
        return
    removed = {each.path for each in operations if each.op == "remove"}
    record = json.loads(text)
    holders = {_holder(each): list(_children(record, _holder(each))) for each in added}
    spans = locate(text, list(chain.from_iterable(holders.values())))
    for each in added:
        children = holders[_holder(each)]
        anchor = _anchor(each, [child for child in children if child not in removed])
        end = spans.values[anchor].end
        yield end, end, _addition(text, each, children, spans)


def laid_out(value: str, text: str, indentation: str) -> str:
    """
    Lay out a value over several lines, as the text around it.

    Args:
        value: The value as JSON.
        text: The whole text.
        indentation: The white space at the start of the line on which the value begins.
    """
    unit = _INDENTED.search(text)
    lines = json.dumps(json.loads(value), ensure_ascii=False, indent=unit[1] if unit else 2)
    return lines.replace("\n", f"{_line_break(text)}{indentation}")


def indentation_at(text: str, offset: int) -> str:
    r"""
    Return the white space at the start of the line of an offset.

    >>> indentation_at('{\n  "a": 1}', 9)
    '  '
    """
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _holder(operation: Operation) -> str:
    return operation.path.rpartition("/")[0]


def _children(record: JSON, pointer: str) -> Iterator[str]:
    """Yield the pointers of the members or items of a value."""
    holder: Any = record
    for part in path_of(pointer):
        holder = holder[int(part)] if isinstance(holder, list) else holder[part]
    names = range(len(holder)) if isinstance(holder, list) else holder
    yield from (pointer + pointer_to([name]) for name in names)


def _anchor(operation: Operation, children: Sequence[str]) -> str:
    """Choose the member or item behind which the new one comes."""
    order: Any = schema()["properties"]
    ranks = {f"/{name}": rank for rank, name in enumerate(order)}
    rank = ranks.get(operation.path, len(ranks))
    before = [child for child in children if ranks.get(child, len(ranks)) < rank]
    return max(before, key=ranks.__getitem__) if before and rank < len(ranks) else children[-1]


def _addition(text: str, operation: Operation, children: Sequence[str], spans: ValueSpans) -> str:
    """Write a separator and the new member or item."""
    starts = [spans.names.get(child, spans.values[child]).start for child in children]
    space = _space_before(text, starts[0])
    separator = f",{space}"
    if "\n" not in space:
        separator = _separator(text, [spans.values[child] for child in children], starts)
    value = operation.value or ""
    if "\n" in space and not _is_on_one_line(text[slice(*spans.values[children[-1]])]):
        value = laid_out(value, text, space.rpartition("\n")[2])
    elif _is_compact(text):
        value = json.dumps(json.loads(value), ensure_ascii=False, separators=(",", ":"))
    name = path_of(operation.path)[-1]
    if children[0] in spans.names:
        colon = text[spans.names[children[0]].end : spans.values[children[0]].start]
        return f"{separator}{json.dumps(name, ensure_ascii=False)}{colon}{value}"
    return f"{separator}{value}"


def _separator(text: str, values: Sequence[TextSpan], starts: Sequence[int]) -> str:
    if len(values) > 1:
        return text[values[0].end : starts[1]]
    return "," if _is_compact(text) else ", "


def _space_before(text: str, offset: int) -> str:
    return text[len(text[:offset].rstrip(_SPACE)) : offset]


def _is_compact(text: str) -> bool:
    return '":' in text and '": ' not in text


def _is_on_one_line(value: str) -> bool:
    """Check whether an object or list is written on one line."""
    return value.startswith(("{", "[")) and "\n" not in value


def _line_break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"

"""The steps of a JSON Patch (RFC 6902) that turn one value into another."""

import json
from collections.abc import Iterator
from difflib import SequenceMatcher

from nizkorcite.faults import Operation
from nizkorcite.record.json_types import JSON, pointer_to


def operations_between(before: JSON, after: JSON, pointer: str = "") -> Iterator[Operation]:
    """
    Yield the steps from one value to another; every pointer is one of the value before.

    Values that stay are named by no step. An object or list of which nothing stays is replaced.

    >>> [step.path for step in operations_between({"a": 1, "b": [1]}, {"b": [1, 2]})]
    ['/a', '/b/-']
    """
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() & after.keys():
        yield from _of_members(before, after, pointer)
    elif isinstance(before, list) and isinstance(after, list) and (before and after):
        yield from _of_items(before, after, pointer)
    elif _text(before) != _text(after):
        yield Operation(op="replace", path=pointer, value=_text(after))


def _of_members(
    before: dict[str, JSON], after: dict[str, JSON], pointer: str
) -> Iterator[Operation]:
    for name, value in before.items():
        path = pointer + pointer_to([name])
        if name in after:
            yield from operations_between(value, after[name], path)
        else:
            yield Operation(op="remove", path=path)
    for name, value in after.items():
        if name not in before:
            yield Operation(op="add", path=pointer + pointer_to([name]), value=_text(value))


def _of_items(before: list[JSON], after: list[JSON], pointer: str) -> Iterator[Operation]:
    """Yield the steps between two lists, of which new items come last."""
    old_texts, new_texts = ([_text(item) for item in items] for items in (before, after))
    steps = SequenceMatcher(None, old_texts, new_texts, autojunk=False).get_opcodes()
    if any(
        new_end - new > old_end - old and old_end < len(before)
        for _, old, old_end, new, new_end in steps
    ):
        yield Operation(op="replace", path=pointer, value=_text(after))
        return
    for kind, old, old_end, new, new_end in steps:
        if kind == "equal":
            continue
        for index in range(old, old_end):
            place = f"{pointer}/{index}"
            if index - old < new_end - new:
                yield from operations_between(before[index], after[new + index - old], place)
            else:
                yield Operation(op="remove", path=place)
        for item in after[new + old_end - old : new_end]:
            yield Operation(op="add", path=f"{pointer}/-", value=_text(item))


def _text(value: JSON) -> str:
    return json.dumps(value, ensure_ascii=False)

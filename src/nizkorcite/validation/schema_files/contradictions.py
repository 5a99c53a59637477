"""Parts of a schema that no value can satisfy, and parts without effect (NZ504, NZ505)."""

from collections.abc import Iterator
from typing import Final

from nizkorcite.display import in_quotes, json_text
from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.record.navigation import indexed_items
from nizkorcite.validation.schema_check.dialect import hashable
from nizkorcite.validation.schema_files.parts import Part

# Keywords that bound the same: the lower, the upper, and whether both may be equal.
_BOUNDS: Final = (
    ("minimum", "maximum", True),
    ("minimum", "exclusiveMaximum", False),
    ("exclusiveMinimum", "maximum", False),
    ("exclusiveMinimum", "exclusiveMaximum", False),
    ("minLength", "maxLength", True),
    ("minItems", "maxItems", True),
    ("minProperties", "maxProperties", True),
    ("minContains", "maxContains", True),
)


def contradiction_faults(pointer: str, part: Part) -> Iterator[Fault]:
    """
    Find what contradicts itself or is repeated in one part of a schema.

    >>> [str(fault.message) for fault in contradiction_faults("", {"minimum": 2, "maximum": 1})]
    ['nothing can satisfy "minimum" 2 and "maximum" 1']
    """
    yield from _crossed_bounds(pointer, part)
    yield from _empty_choices(pointer, part)
    yield from _forbidden_names(pointer, part)
    yield from _repeated_values(pointer, part)


def _crossed_bounds(pointer: str, part: Part) -> Iterator[Fault]:
    for lower, upper, may_be_equal in _BOUNDS:
        least, most = part.get(lower), part.get(upper)
        if not isinstance(least, int | float) or not isinstance(most, int | float):
            continue
        if least > most or (least == most and not may_be_equal):
            message = Message(
                "nothing can satisfy {one} {least} and {other} {most}",
                one=in_quotes(lower),
                least=least,
                other=in_quotes(upper),
                most=most,
            )
            yield Fault("NZ504", message, f"{pointer}/{lower}")


def _empty_choices(pointer: str, part: Part) -> Iterator[Fault]:
    """Find a choice among nothing, and what must not be anything."""
    refused = part.get("not")
    if part.get("enum") == []:
        yield _never_satisfied(pointer, "enum", [])
    if refused is True or refused == {}:
        yield _never_satisfied(pointer, "not", refused)


def _never_satisfied(pointer: str, keyword: str, value: object) -> Fault:
    name = f"{in_quotes(keyword)} {json_text(value)}"
    return Fault("NZ504", Message("nothing can satisfy {name}", name=name), f"{pointer}/{keyword}")


def _forbidden_names(pointer: str, part: Part) -> Iterator[Fault]:
    """Find names that a part requires, and forbids since it does not declare them."""
    if part.get("additionalProperties") is not False or part.get("patternProperties"):
        return
    for index, name in indexed_items(part.get("required")):
        if isinstance(name, str) and name not in part.get("properties", ()):
            message = Message(
                "{name} is required, but neither declared nor allowed", name=in_quotes(name)
            )
            hint = Message('add it to "properties"')
            yield Fault("NZ504", message, f"{pointer}/required/{index}", hint)


def _repeated_values(pointer: str, part: Part) -> Iterator[Fault]:
    seen: set[object] = set()
    for index, value in indexed_items(part.get("enum")):
        if hashable(value) in seen:
            message = Message("the same value appears twice in the list")
            yield Fault("NZ505", message, f"{pointer}/enum/{index}")
        seen.add(hashable(value))

"""References of a schema: those that lead nowhere or in a circle, and parts that none leads to."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from nizkorcite.display import in_quotes
from nizkorcite.faults import Fault
from nizkorcite.messages import Message
from nizkorcite.record.navigation import parent_pointers
from nizkorcite.record.schema import schema_names, schema_registry
from nizkorcite.validation.schema_files.parts import Part, applied_parts, iter_parts

_REFERENCES: Final = ("$ref", "$dynamicRef")
_DEFINITIONS: Final = ("$defs", "definitions")
# Keywords of a schema that applies nothing.
_ANNOTATIONS: Final = {
    "$schema", "$id", "$anchor", "$dynamicAnchor", "$comment", "$vocabulary", "title",
    "description", *_DEFINITIONS,
}  # fmt: skip
# The address of a schema that states none.
_ADDRESS: Final = "urn:uuid:9c0ef1a5-2b6c-4f3c-8f5e-3a1c7a3b8d21"
# A reader follows no such chain, and some validators follow it by recursion.
_LONGEST_CHAIN: Final = 100


@frozen
class References:
    """
    The references of a schema.

    Attributes:
        parts: The parts of the schema, by pointer.
        targets: For each part, its references with the pointers that they lead to; `None` for a
            part of a shipped schema.
        lost: The pointers of references that lead nowhere, and the references.
    """

    parts: Mapping[str, Part]
    targets: Mapping[str, list[str | None]]
    lost: list[tuple[str, str]]


def references_of(schema: Part) -> References:
    """Resolve the references of a schema."""
    parts = dict(iter_parts(schema))
    pointers = {id(part): pointer for pointer, part in parts.items()}
    targets: dict[str, list[str | None]] = {}
    lost: list[tuple[str, str]] = []
    resolvers = _resolvers(schema, parts)
    for pointer, part in parts.items():
        for keyword in _REFERENCES:
            if not isinstance(part.get(keyword), str):
                continue
            try:
                target = resolvers[pointer].lookup(part[keyword]).contents
            except Unresolvable:
                lost.append((f"{pointer}/{keyword}", part[keyword]))
            else:
                targets.setdefault(pointer, []).append(pointers.get(id(target)))
    return References(parts, targets, lost)


def registry_of(schema: Part) -> "tuple[Registry[Any], str]":
    """Return the registry of a schema and those shipped here, and the schema's address."""
    resource = DRAFT202012.create_resource(schema)
    address = resource.id() or _ADDRESS
    return schema_registry().with_resource(address, resource), address


def _resolvers(schema: Part, parts: Mapping[str, Part]) -> dict[str, Any]:
    """Return the resolver of each part, whose base is the nearest ``$id`` around it."""
    registry, address = registry_of(schema)
    resolvers = {"": registry.resolver(address)}
    for pointer, part in parts.items():
        above = pointer
        while above not in resolvers:
            above = above.rpartition("/")[0]
        resolver = resolvers[above]
        if pointer and "$id" in part:
            resolver = resolver.in_subresource(DRAFT202012.create_resource(part))
        resolvers[pointer] = resolver
    return resolvers


def reference_faults(references: References) -> Iterator[Fault]:
    """Find lost references (NZ502), circles of them (NZ506) and unused parts (NZ505)."""
    for pointer, reference in references.lost:
        message = Message("{reference} refers to nothing", reference=in_quotes(reference))
        hint = Message(
            "nothing is fetched; schemas shipped with nizkorcite: {names}",
            names=", ".join(schema_names()),
        )
        yield Fault("NZ502", message, pointer, hint)
    if not references.lost:
        yield from _endless_chains(references)
        yield from _unused_definitions(references)


def _endless_chains(references: References) -> Iterator[Fault]:
    """
    Find references that lead back to their own part, or on and on, without a step into the value.

    The graph is walked without recursion, since a chain may be as long as a file.
    """
    height: dict[str, int] = {}
    for start in references.parts:
        path = [(start, iter(_applied(references, start)))]
        on_path = {start}
        while path and start not in height:
            pointer, following = path[-1]
            for target in following:
                if target in on_path:
                    yield _circle(pointer, target)
                elif target not in height:
                    path.append((target, iter(_applied(references, target))))
                    on_path.add(target)
                    break
            else:
                path.pop()
                on_path.discard(pointer)
                below = (height.get(target, 0) for target in _applied(references, pointer))
                height[pointer] = 1 + max(below, default=0)
                if height[pointer] == _LONGEST_CHAIN + 1:
                    yield _long_chain(pointer)


def _applied(references: References, pointer: str) -> list[str]:
    """Return the pointers of the parts that a part applies to the same value."""
    inner = (each for each, _ in applied_parts(pointer, references.parts[pointer]))
    referred = references.targets.get(pointer, ())
    return [each for each in (*inner, *referred) if each in references.parts]


def _circle(pointer: str, target: str) -> Fault:
    message = Message(
        "the schema refers to itself without end, by {pointer}", pointer=in_quotes(f"#{target}")
    )
    return Fault("NZ506", message, pointer)


def _long_chain(pointer: str) -> Fault:
    message = Message("a chain of more than {most} references begins here", most=_LONGEST_CHAIN)
    return Fault("NZ506", message, pointer)


def _unused_definitions(references: References) -> Iterator[Fault]:
    """Find definitions that the schema does not use; a schema of definitions alone has none."""
    if set(references.parts[""]) <= _ANNOTATIONS:
        return
    used = _reached(references)
    kept = used.union(*map(parent_pointers, used))
    for pointer in references.parts:
        above, _, name = pointer.rpartition("/")
        if above.rpartition("/")[2] in _DEFINITIONS and pointer not in kept:
            message = Message("nothing refers to the definition {name}", name=in_quotes(name))
            yield Fault("NZ505", message, pointer, at_name=True)


def _reached(references: References) -> set[str]:
    """Return the pointers of all parts that are applied, from the schema itself on."""
    below: dict[str, list[str]] = {}
    for pointer in references.parts:
        if pointer and (holder := _holder(pointer, references.parts)) is not None:
            below.setdefault(holder, []).append(pointer)
    reached: set[str] = set()
    stack = [""]
    while stack:
        pointer = stack.pop()
        if pointer in reached:
            continue
        reached.add(pointer)
        stack += below.get(pointer, ())
        stack += [each for each in references.targets.get(pointer, ()) if each is not None]
    return reached


def _holder(pointer: str, parts: Mapping[str, Part]) -> str | None:
    """Return the pointer of the part around a part; `None` for a definition."""
    above = pointer.rpartition("/")[0]
    if above.rpartition("/")[2] in _DEFINITIONS and above.rpartition("/")[0] in parts:
        return None
    while above not in parts:
        above = above.rpartition("/")[0]
    return above

"""
Typed documents from JSON Lines, and back, beside msgspec, pydantic and cattrs.

    python benchmarks/typed.py [RECORDS]

Needs the extra ``bench``. The models of msgspec and pydantic are made from the schema: the same
members, types, lengths, patterns and names, with dates as text. cattrs makes our own classes, whose
validators check the same. Each contender reads RECORDS (1,000) records as `collection` makes them,
once dropping each document and once keeping all, in interleaved rounds; the least CPU time counts.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Annotated, Any, Literal

import cattrs
import collection
import msgspec
import orjson
import pydantic

import nizkorcite as nz
from nizkorcite.dates import instant_or_day
from nizkorcite.record.proven import proven_document
from nizkorcite.record.schema import schema
from nizkorcite.validation import Validator

ROUNDS = 7
SCHEMA: Any = schema()
BOUNDS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
    "minItems": "min_length",
    "maxItems": "max_length",
    "minimum": "ge",
    "maximum": "le",
}
SCALARS: dict[str, type] = {"string": str, "integer": int}
PEER = "pydantic"
Make = Callable[[bytes], object]
Model = Callable[[str], type]
Works = dict[str, tuple[list[Any], Callable[[Any], object]]]


def member_type(part: dict[str, Any], model: Model, bound: Callable[..., object]) -> object:
    """The type of a member, with its bounds."""
    name = part.get("$ref", "").rpartition("/")[2]
    if name and SCHEMA["$defs"][name].get("type") == "object":
        return model(name)
    part = {**SCHEMA["$defs"].get(name, {}), **part}
    if "enum" in part:
        return Literal[tuple(part["enum"])]
    bounds = bound(**{own: part[key] for key, own in BOUNDS.items() if key in part})
    if part["type"] == "array":
        item: Any = member_type(part["items"], model, bound)
        return Annotated[tuple[item, ...], bounds]
    return Annotated[SCALARS[part["type"]], bounds]


def members(
    name: str, model: Model, bound: Callable[..., object]
) -> Iterator[tuple[str, Any, bool]]:
    """The members of an object of the schema: name, type, and whether each is required."""
    part = SCHEMA["$defs"].get(name, SCHEMA)
    for each, value in part["properties"].items():
        yield each, member_type(value, model, bound), each in part.get("required", ())


@cache
def pydantic_model(name: str = "") -> type[pydantic.BaseModel]:
    """The model of an object in pydantic."""
    fields: dict[str, Any] = {
        each: (kind, ...) if required else (kind | None, None)
        for each, kind, required in members(name, pydantic_model, pydantic.Field)
    }
    config = pydantic.ConfigDict(extra="forbid", frozen=True)
    return pydantic.create_model(name or "Document", __config__=config, **fields)


@cache
def msgspec_model(name: str = "") -> type[msgspec.Struct]:
    """The model of an object in msgspec."""
    fields = [
        (each, kind) if required else (each, kind | None, None)
        for each, kind, required in members(name, msgspec_model, msgspec.Meta)
    ]
    return msgspec.defstruct(
        name or "Document", fields, frozen=True, kw_only=True, forbid_unknown_fields=True
    )


def cattrs_reader() -> Make:
    """A converter to our own classes."""
    converter = cattrs.Converter()
    converter.register_structure_hook(nz.PartialDate, lambda text, _: nz.PartialDate(text))
    converter.register_structure_hook(nz.Instant, lambda text, _: nz.Instant(text))
    access: Any = nz.Instant | nz.PartialDate
    converter.register_structure_hook(access, lambda text, _: instant_or_day(text))
    converter.register_structure_hook(access | None, lambda text, _: text and instant_or_day(text))
    return lambda line: converter.structure(orjson.loads(line), nz.Document)


def readers() -> dict[str, Make]:
    """The contenders that read."""
    proven: Any = proven_document
    validator = Validator()
    return {
        "nizkorcite, lines proven before": lambda line: proven(orjson.loads(line)),
        "nizkorcite `validate`: all rules, then the document": validator.validate,
        "nizkorcite `from_record`": lambda line: nz.from_record(orjson.loads(line)),
        PEER: pydantic_model().model_validate_json,
        "msgspec": msgspec.json.Decoder(msgspec_model()).decode,
        "cattrs, with our classes": cattrs_reader(),
    }


def writers(lines: list[bytes]) -> Works:
    """The contenders that write, each with its documents."""
    documents = [nz.validate(line) for line in lines]
    models = [pydantic_model().model_validate_json(line) for line in lines]
    structs = [msgspec.json.decode(line, type=msgspec_model()) for line in lines]
    return {
        "nizkorcite `to_record`, orjson": (documents, lambda one: orjson.dumps(nz.to_record(one))),
        "nizkorcite `to_record`, json": (documents, lambda one: json.dumps(nz.to_record(one))),
        PEER: (models, lambda one: one.model_dump_json(exclude_none=True)),
        "msgspec": (structs, msgspec.json.encode),
    }


def dropping(work: Callable[[Any], object], items: Iterable[Any]) -> None:
    """Do the work for each item, and keep nothing."""
    for item in items:
        work(item)


def keeping(work: Callable[[Any], object], items: Iterable[Any]) -> None:
    """Do the work for each item, and keep everything."""
    _ = [work(item) for item in items]


def microseconds(works: Works, run: Callable[[Any, list[Any]], None]) -> dict[str, float]:
    """The CPU time an item of each contender, in its best round."""
    least = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, (items, work) in works.items():
            begin = time.process_time()
            run(work, items)
            least[name] = min(least[name], (time.process_time() - begin) / len(items) * 1e6)
    return least


def table(title: str, works: Works) -> None:
    """Print the contenders, each with its speed relative to pydantic."""
    dropped, kept = microseconds(works, dropping), microseconds(works, keeping)
    print(f"\n| {title} | a second | over {PEER} | all kept, over {PEER} |")
    print("| --- | --- | --- | --- |")
    for name, each in dropped.items():
        ratios = f"{dropped[PEER] / each:.2f} | {kept[PEER] / kept[name]:.2f}"
        print(f"| {name} | {1e6 / each:,.0f} | {ratios} |")


def main() -> None:
    """Print both tables."""
    lines = [line.strip() for line in collection.lines(int((sys.argv[1:] or ["1000"])[0]))]
    table("JSON Lines to documents", {name: (lines, make) for name, make in readers().items()})
    table("documents to JSON", writers(lines))


if __name__ == "__main__":
    main()

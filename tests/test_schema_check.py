"""What the author of a schema is told: mistakes that validators of records do not notice."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from nizkorcite.validation.schema_files.check import iter_schema_findings

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOCUMENT = "urn:uuid:f991993d-ca0b-455a-94e3-c4d825efbd2f"


def found(text: str, folder: Path) -> list[str]:
    """The findings of a schema file: code, pointer and message."""
    path = folder / "mine.schema.json"
    path.write_text(text, "utf-8")
    return [f"{each.code} {each.pointer} {each.message}" for each in iter_schema_findings(path)]


def chain(length: int, last: Any, step: Any = None) -> dict[str, Any]:
    """A schema of definitions, each of which refers to the next."""
    step = step or (lambda reference: reference)
    names = [f"a{number}" for number in range(length + 1)]
    parts = {one: step({"$ref": f"#/$defs/{two}"}) for one, two in pairwise(names)}
    return {"$ref": "#/$defs/a0", "$defs": {**parts, names[-1]: last}}


FAULTS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "pattern": (
        {"properties": {"a": {"pattern": "^(a"}}},
        ['NZ501 /properties/a/pattern not a schema: "^(a" is not a regular expression'],
    ),
    "address": (
        {"$id": "my schema", "$defs": {"a": {"$id": "a.json"}, "b": {"$id": "urn:a:b"}}, "$ref": "a.json",
         "properties": {"b": {"$ref": "urn:a:b"}}},
        ['NZ501 /$id "$id" is not an address'],
    ),
    "address of a part": (
        {"properties": {"a": {"$id": "https://example.org/<a>"}}},
        ['NZ501 /properties/a/$id "$id" is not an address'],
    ),
    "pattern of names": (
        {"patternProperties": {"[a-": {}}},
        ['NZ501 /patternProperties/[a- not a schema: "[a-" is not a regular expression'],
    ),
    "pattern of Python": (
        {"pattern": "\\Aa"},
        ['NZ503 /pattern ECMA-262 does not have "\\A" in patterns'],
    ),
    "keyword": (
        {"requried": ["a"]},
        ['NZ503 /requried unknown keyword "requried"; did you mean "required"?'],
    ),
    "older keyword": (
        {"$defs": {}, "dependencies": {}},
        ['NZ503 /dependencies unknown keyword "dependencies"'],
    ),
    "format": (
        {"format": "data-time"},
        ['NZ503 /format unknown format "data-time"; did you mean "date-time"?'],
    ),
    "bounds": (
        {"exclusiveMinimum": 3, "maximum": 3, "minItems": 2, "maxItems": 1},
        [
            'NZ504 /exclusiveMinimum nothing can satisfy "exclusiveMinimum" 3 and "maximum" 3',
            'NZ504 /minItems nothing can satisfy "minItems" 2 and "maxItems" 1',
        ],
    ),
    "choice among nothing": (
        {"properties": {"a": {"enum": []}, "b": {"not": {}}, "c": {"not": True}}},
        [
            'NZ504 /properties/a/enum nothing can satisfy "enum" []',
            'NZ504 /properties/b/not nothing can satisfy "not" {}',
            'NZ504 /properties/c/not nothing can satisfy "not" true',
        ],
    ),
    "required and forbidden": (
        {"properties": {"a": {}}, "required": ["a", "b"], "additionalProperties": False},
        ['NZ504 /required/1 "b" is required, but neither declared nor allowed'],
    ),
    "enum": ({"enum": [1, "a", 1.0]}, ["NZ505 /enum/2 the same value appears twice in the list"]),
    "unused": (
        {"$ref": "#/$defs/a", "$defs": {"a": {}, "b": {"$ref": "#/$defs/c"}, "c": {}}},
        [
            'NZ505 /$defs/b nothing refers to the definition "b"',
            'NZ505 /$defs/c nothing refers to the definition "c"',
        ],
    ),
    "lost": ({"$ref": "#/$defs/a"}, ['NZ502 /$ref "#/$defs/a" refers to nothing']),
    "circle": (
        {"$ref": "#/$defs/a", "$defs": {"a": {"allOf": [{"$ref": "#/$defs/a"}]}}},
        ['NZ506 /$defs/a/allOf/0 the schema refers to itself without end, by "#/$defs/a"'],
    ),
    "long chain": (
        chain(20_000, {}),
        ["NZ506 /$defs/a19900 a chain of more than 100 references begins here"],
    ),
    "references that double": (
        chain(40, {"type": "integer"}, lambda each: {"anyOf": [each, each]}) | {"examples": ["a"]},
        ["NZ506  too many references to compare all examples with the schema"],
    ),
    "example": (
        {"$ref": "#/$defs/a%20b", "$defs": {"a b": {"type": "integer"}}, "examples": [1, "a"]},
        ["NZ507 /examples/1 the example does not fit the schema: 'a' is not of type 'integer'"],
    ),
    "example of a record": (
        {"$ref": DOCUMENT, "examples": [{"id": "a"}]},
        ["NZ507 /examples/0 the example does not fit the schema: 'schema_version' is a required"
         " property"],
    ),
    "default": (
        {"pattern": "^a$", "default": "a\n"},
        ["NZ507 /default the default does not fit the schema: 'a\\n' does not match '^a$'"],
    ),
    "constant": (
        {"type": "integer", "const": "a"},
        ["NZ507 /const the rest of the schema does not allow this value: 'a' is not of type"
         " 'integer'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("schema", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_mistake_of_a_schema_is_named_at_its_place(
    schema: dict[str, Any], expected: list[str], tmp_path: Path
) -> None:
    """Each would otherwise be noticed when a wrong record is taken or a right one refused."""
    assert expected == found(json.dumps({"$schema": DIALECT, **schema}), tmp_path)


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": DOCUMENT, "required": ["keywords"]},
        {"properties": {"child": {"$ref": "#"}}, "examples": [{"child": {"child": {}}}]},
        {"$defs": {"a": {}, "b": {}}},
        {"$ref": "#a", "$defs": {"b": {"$anchor": "a"}}},
        {"pattern": "^(?<year>\\p{Nd}+)\\k<year>[^]$", "examples": [1]},
        {"pattern": "^(?=a)(a+)+\\1$"},
        {"pattern": "[*+-]+\\\\A[\\]++]\\u{1F600}+"},
        {"x-own": 1, "readingOrder": 2},
        {"properties": {"enum": {"type": "string"}, "requried": {}, "$defs": {}}},
        {"properties": {"$schema": {"type": "string"}}, "required": ["$schema"],
         "examples": [{"$schema": DIALECT}]},
        {"patternProperties": {"^x_": {}}, "required": ["x_a"], "additionalProperties": False},
        {"unevaluatedProperties": False, "examples": [{"a": 1}]},
        {"minimum": 1, "maximum": 1, "enum": [1]},
        {"enum": [1, True, "1", [1], [True]]},
    ],
    ids=["stricter record", "tree", "library", "anchor", "ECMA pattern", "slow pattern", "class", "own",
         "fields named like keywords", "dialect as a field", "own fields", "unevaluated", "one value",
         "unlike values"],
)  # fmt: skip
def test_a_sound_schema_has_no_finding(schema: dict[str, Any], tmp_path: Path) -> None:
    """Nothing is reported of a schema that means what it says."""
    assert [] == found(json.dumps({"$schema": DIALECT, **schema}), tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", []),
        (" false\n", []),
        ("[]", ["NZ501  a schema is an object, or true or false"]),
        ('"a"', ["NZ501  a schema is an object, or true or false"]),
        ("null", ["NZ501  a schema is an object, or true or false"]),
        ("{}", ['NZ501  the schema does not name its dialect, "$schema"']),
        ("", ["NZ010  the file is empty"]),
        ('{"not":' * 100_000, ["NZ004  nested more than 64 levels deep"]),
        ("[" * 100_000, ["NZ004  nested more than 64 levels deep"]),
        (" " * (1 << 20) + "true", ["NZ008  the record has more than 1048576 bytes"]),
    ],
    ids=[
        "true",
        "false",
        "list",
        "text",
        "null",
        "no dialect",
        "empty",
        "deep",
        "brackets",
        "large",
    ],
)
def test_a_file_that_is_no_object_has_its_own_answer(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    """`true` and `false` are schemas, other values are not; a bound is a finding."""
    assert expected == found(text, tmp_path)


def test_the_first_thousand_faults_are_reported(tmp_path: Path) -> None:
    """A last finding says that there are more."""
    schema = {"$schema": DIALECT, "enum": ["a"] * 3000}
    codes = [each[:5] for each in found(json.dumps(schema), tmp_path)]

    assert (1000, 1) == (codes.count("NZ505"), codes.count("NZ011"))


def test_a_misfit_is_described_in_the_language_of_the_user(tmp_path: Path) -> None:
    """Also where jsonschema has words of its own."""
    path = tmp_path / "a.json"
    path.write_text(
        '{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array", "maxItems": 1,'
        ' "items": {"additionalProperties": false}, "default": [{"x": 1}], "examples": [{}, [1, 2]]}',
        "utf-8",
    )

    assert [
        "el valor por omisión no cumple el esquema: 'x' no está permitido",
        "el ejemplo no cumple el esquema: {} no es del tipo 'array'",
        "el ejemplo no cumple el esquema: [1, 2] no cumple 'maxItems': 1",
    ] == [each.message for each in iter_schema_findings(path, lang="es")]

"""
The official test suite of JSON Schema, draft 2020-12, on the reference verdict.

Its files are not ours and are not kept here: the source archive of jsonschema carries them, and
`.ci/run` takes them from there. JSON_SCHEMA_SUITE names the folder ``draft2020-12``. Schemas of
records use no `format`, so its formats are not among the keywords; patterns tell the forms instead.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from referencing import Registry

from nizkorcite.record.schema import schema
from nizkorcite.validation.schema_check.dialect import validator_class

SUITE = os.environ.get("JSON_SCHEMA_SUITE", "")
# The suite's file of each keyword, where it is not its name.
FILES = {"$defs": "defs", "$ref": "ref", "if": "if-then-else", "then": "if-then-else"}
# These say nothing of a record.
RECORDS = ("document", "document.complete")
NOT_JUDGING = {"$schema", "$id", "title", "description", "examples"}


def keywords(part: Any) -> Iterator[str]:
    """The keywords that a schema uses."""
    for name, value in part.items():
        yield name
        if name in ("properties", "patternProperties", "$defs"):
            for inner in value.values():
                yield from keywords(inner)
        elif isinstance(value, dict) and name != "dependentRequired":
            yield from keywords(value)


USED = {word for name in RECORDS for word in keywords(schema(name))} - NOT_JUDGING


def test_the_suite_has_a_file_for_every_keyword_in_use() -> None:
    """A keyword that a schema begins to use is tested with it; none of them is `format`."""
    known = """additionalProperties const defs dependentRequired enum if-then-else items maxItems maxLength
        maximum minItems minLength minProperties minimum pattern patternProperties properties ref
        required type uniqueItems""".split()

    assert known == sorted({FILES.get(word, word) for word in USED})


@pytest.mark.skipif(not SUITE, reason="JSON_SCHEMA_SUITE is not set; .ci/run sets it")
@pytest.mark.parametrize("file", sorted({FILES.get(word, word) for word in USED}))
def test_the_reference_verdict_is_that_of_the_official_suite(file: str) -> None:
    """Every case of every keyword that the schemas use."""
    groups = json.loads((Path(SUITE) / f"{file}.json").read_text("utf-8"))
    cases = [(group, case) for group in groups for case in group["tests"]]
    verdicts = [
        validator_class()(group["schema"], registry=Registry()).is_valid(case["data"])
        for group, case in cases
    ]

    assert [case["valid"] for _, case in cases] == verdicts


@pytest.mark.skipif(not SUITE, reason="JSON_SCHEMA_SUITE is not set; .ci/run sets it")
def test_a_pattern_ends_where_ecma_262_says() -> None:
    """The suite's optional cases of ``$``, which means the very end and not before a line break."""
    path = Path(SUITE) / "optional/ecmascript-regex.json"
    groups = json.loads(path.read_text("utf-8"))
    (group,) = (each for each in groups if "$ does not match trailing" in each["description"])

    assert [case["valid"] for case in group["tests"]] == [
        validator_class()(group["schema"]).is_valid(case["data"]) for case in group["tests"]
    ]

"""
Write the pages that are made from tables: the record from its schema, a page for each finding.

    python docs/generate.py        writes them anew; a test fails where they are not current
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nizkorcite.record.schema import FILE_NAMES, schema, schema_names, schema_path
from nizkorcite.validation.catalogue.codes import CODES
from nizkorcite.validation.catalogue.rule import Page, Rule

HERE = Path(__file__).parent
_MADE = "<!-- Made by docs/generate.py from the code; change it there. -->\n\n"


def pages() -> dict[Path, str]:
    """Every generated page by its path."""
    made = {HERE / "reference/record.md": _record(), HERE / "reference/findings.md": _findings()}
    made[HERE.parent / "schemas/index.json"] = _index()
    for rule in CODES.values():
        made[HERE / f"reference/findings/{rule.code}.md"] = _finding(rule)
    return made


def _index() -> str:
    """The shipped schemas as a catalogue of SchemaStore's form, with addresses beside the file."""
    catalogue = {
        "version": 1,
        "schemas": [
            {
                "name": str(schema(name)["title"]),
                "description": str(schema(name)["description"]).partition(". ")[0],
                "fileMatch": list(FILE_NAMES.get(name, ())),
                "url": schema_path(name),
            }
            for name in schema_names()
        ],
    }
    return json.dumps(catalogue, indent=2, ensure_ascii=False) + "\n"


def _record() -> str:
    document: Any = schema("document")
    parts = ["# The record, version 1.0\n", *_object("document", document)]
    for name, definition in document["$defs"].items():
        if "properties" in definition:
            parts += _object(name, definition)
    return f"{_MADE}{_RECORD_HEAD}\n" + "\n".join(parts[1:])


def _object(name: str, definition: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {name}\n\n{definition['description']}\n"
    yield "| member | | value | meaning | example |\n| --- | --- | --- | --- | --- |"
    required = definition.get("required", ())
    for member, part in definition["properties"].items():
        mark = "R" if member in required else ""
        cells = (f"`{member}`", mark, _kind(part), part["description"], _example(part))
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
    yield ""


def _kind(part: Mapping[str, Any]) -> str:
    if "enum" in part:
        return "one of " + ", ".join(f"`{name}`" for name in part["enum"])
    if part.get("type") == "array":
        return f"list of {_kind(part['items'])}, 1 to {part['maxItems']:,}"
    if part.get("type") == "integer":
        return f"whole number, {part['minimum']} to {part['maximum']}"
    name = part.get("$ref", "").rpartition("/")[2]
    most = f", at most {part['maxLength']:,} characters" if "maxLength" in part else ""
    return f"{name or 'text'}{most}"


def _example(part: Mapping[str, Any]) -> str:
    example = part["examples"][0]
    return f"`{example}`" if isinstance(example, str | int) and len(str(example)) <= 60 else ""


def _findings() -> str:
    rows = [
        f"| [{rule.code}](findings/{rule.code}.md) | {rule.severity} | {rule.title} "
        f"| {rule.es_title} |"
        for rule in CODES.values()
    ]
    table = "\n".join(("| code | severity | | en español |\n| --- | --- | --- | --- |", *rows))
    return f"{_MADE}{_FINDINGS_HEAD}\n{table}\n\n{_FINDINGS_TREE}"


def _finding(rule: Rule) -> str:
    english, spanish = rule.page("en"), rule.page("es")
    return (
        f"{_MADE}# {rule.code}: {english.title}\n\nSeverity: {rule.severity}\n\n"
        f"{_explained(english, 'Wrong', 'Right')}\n"
        f"## {rule.code}: {spanish.title}\n\nGravedad: {rule.severity}\n\n"
        f"{_explained(spanish, 'Mal', 'Bien')}"
    )


def _explained(page: Page, wrong: str, right: str) -> str:
    return (
        f"{page.explanation}\n\n{wrong}:\n\n```text\n{page.wrong}\n```\n\n"
        f"{right}:\n\n```text\n{page.right}\n```\n"
    )


_RECORD_HEAD = """# The record, version 1.0

A record is one JSON object. `R` marks the members that every such object has; all others are left
out where nothing is known, and are never `null` or empty. Objects are closed, but every one of them
may have members of your own, named `x_` and lower-case letters, digits or underscores; their values
are texts, whole numbers, true or false. `nizkorcite schema show document` prints the schema
(JSON Schema, draft 2020-12), and `document.complete` is the same with more members required.
"""
_FINDINGS_HEAD = """# Findings

`nizkorcite validate` prints one finding per line: `path:line:column: severity CODE message (hint)`.
Only an error makes a record invalid. NZ0xx are about the file, NZ1xx about the schema, NZ2xx about
what a schema cannot state of one record, NZ3xx about several records together, NZ4xx about files of
citations, NZ5xx about schema files, NZ6xx about pages. `nizkorcite explain CODE` prints the page of a code, with
`--lang es` in Spanish. The tests have a failing and a passing example of each code, in files named
by the code.

A finding in an object or list is placed at the opening bracket, a missing field at the bracket of
its object. Lines and columns count from 1, columns in code points; the end is exclusive. Each cause
has one finding: a required field with a misspelt name is reported once, at that name.

Some findings can be fixed automatically: they carry a JSON Patch (RFC 6902) that leaves you no
choice to make. These are names and listed values in another spelling, a misspelt name of a
required field, a printed date with one reading, a digest, tag or country code in another case, a
whole number in quotation marks, a single item where a list is expected, a repeated item, white
space at the ends of a text, and an empty field that no object requires. A finding that needs a
choice has only a hint: `27Feb17` may be of two centuries, `03/04/2012` has two readings, a web
address without a scheme may have either scheme, and a misspelt name may stand for another.
"""
_FINDINGS_TREE = """```{toctree}
:hidden:
:glob:

findings/*
```
"""

if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

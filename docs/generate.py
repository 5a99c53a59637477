"""
Write the files that are generated: the record, the Python API, the findings, the printed sources,
the schema index, and the site descriptions as the program loads them.

    python docs/generate.py        a test fails if they are not current
"""

import ast
import inspect
import json
import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import nizkorcite as nz
from nizkorcite.faults import severity_word
from nizkorcite.readers.printed_sources.formula import Formula
from nizkorcite.readers.printed_sources.formulas import FORMULAS
from nizkorcite.readers.printed_sources.labels import LABELS
from nizkorcite.record.schema import FILE_NAMES, schema, schema_names, schema_path
from nizkorcite.validation.catalogue.codes import CODES
from nizkorcite.validation.catalogue.rule import Rule, RulePage

HERE = Path(__file__).parent
SITES = Path(nz.__file__).parent / "readers/sites"
_MADE = "<!-- Made by docs/generate.py from the code; change it there. -->\n\n"
# A page that no list of contents has: readers search for a code.
_UNLISTED = "---\norphan: true\n---\n\n"


def pages() -> dict[Path, str]:
    """Every generated page by its path."""
    made = {HERE / "reference/record.md": _record(), HERE / "reference/findings.md": _findings()}
    made[HERE / "reference/python.md"] = _python()
    made[HERE / "reference/printed-sources.md"] = _printed_sources()
    made[HERE.parent / "schemas/index.json"] = _index()
    made[SITES / "descriptions.json"] = _sites()
    made[HERE / "es/reference/findings.md"] = _spanish_findings()
    for rule in CODES.values():
        made[HERE / f"reference/findings/{rule.code}.md"] = _finding(rule)
        made[HERE / f"es/reference/findings/{rule.code}.md"] = _spanish_finding(rule)
    return made


def _sites() -> str:
    """The site descriptions without their examples; the program loads them faster than TOML."""
    paths = sorted((SITES / "descriptions").glob("*.toml"))
    data = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in paths}
    for site in data.values():
        del site["examples"]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _index() -> str:
    """The shipped schemas as a SchemaStore catalogue, with relative addresses."""
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


def _python() -> str:
    """The public names by topic, for Sphinx to show with their signatures and docstrings."""
    modules, constants = _public_modules(), _constants()
    topics: dict[str, list[str]] = {topic: [] for topic in _TOPICS.values()}
    for name in sorted(nz.__all__, key=str.islower, reverse=True):
        room = modules[name].split(".")[1]
        topics[_TOPICS[room]].append(_directive(name, constants))
    shown = (
        f"## {topic}\n\n```{{eval-rst}}\n" + "\n".join(directives) + "```\n"
        for topic, directives in topics.items()
        if directives
    )
    return f"{_MADE}{_PYTHON_HEAD}\n" + "\n".join(shown)


def _public_modules() -> dict[str, str]:
    """The module of each public name, as the package's front door states it."""
    door = ast.parse(Path(nz.__file__).read_text("utf-8"))
    imports = [node for node in ast.walk(door) if isinstance(node, ast.ImportFrom)]
    return {alias.name: str(node.module) for node in imports for alias in node.names}


def _directive(name: str, constants: Mapping[str, str]) -> str:
    value = getattr(nz, name)
    if isinstance(value, type):
        return f".. autoclass:: nizkorcite.{name}\n"
    if inspect.isfunction(value):
        return f".. autofunction:: nizkorcite.{name}\n"
    return f".. py:data:: nizkorcite.{name}\n\n{textwrap.indent(constants[name], '   ')}\n"


def _constants() -> dict[str, str]:
    """The text below the assignment of each constant that has one."""
    modules = (
        ast.parse(path.read_text("utf-8")) for path in Path(nz.__file__).parent.rglob("*.py")
    )
    pairs = chain.from_iterable(pairwise(module.body) for module in modules)
    return {
        target.id: inspect.cleandoc(str(below.value.value))
        for node, below in pairs
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else (node.target,))
        if isinstance(target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
    }


def _record() -> str:
    document: Any = schema("document")
    parts = ["# The record, version 1.0\n", *_object("document", document)]
    for name, definition in document["$defs"].items():
        if "properties" in definition:
            parts += _object(name, definition)
    return f"{_MADE}{_RECORD_HEAD}\n" + "\n".join(parts[1:])


def _object(name: str, definition: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {name}\n\n{definition['description']}\n"
    yield "| field | R | value | meaning | example |\n| --- | --- | --- | --- | --- |"
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
        f"| [{rule.code}](findings/{rule.code}.md) | {rule.severity} | {rule.title} |"
        for rule in CODES.values()
    ]
    table = "\n".join(("| code | severity | |\n| --- | --- | --- |", *rows))
    return f"{_MADE}{_FINDINGS_HEAD}\n{table}\n"


def _spanish_findings() -> str:
    rows = [
        f"| [{rule.code}](findings/{rule.code}.md) | {severity_word(rule.severity).text('es')} "
        f"| {rule.page('es').title} |"
        for rule in CODES.values()
    ]
    table = "\n".join(("| código | gravedad | |\n| --- | --- | --- |", *rows))
    return f"{_MADE}{_SPANISH_FINDINGS_HEAD}\n{table}\n"


def _finding(rule: Rule) -> str:
    page = rule.page("en")
    other = f"[En español](../../es/reference/findings/{rule.code}.md)"
    return (
        f"{_UNLISTED}{_MADE}# {rule.code}: {page.title}\n\n{other}\n\n"
        f"Severity: {rule.severity}\n\n{_explained(page, 'Wrong', 'Right')}"
    )


def _spanish_finding(rule: Rule) -> str:
    page = rule.page("es")
    other = f"[In English](../../../reference/findings/{rule.code}.md)"
    return (
        f"{_UNLISTED}{_MADE}# {rule.code}: {page.title}\n\n{other}\n\n"
        f"Gravedad: {severity_word(rule.severity).text('es')}\n\n{_explained(page, 'Mal', 'Bien')}"
    )


def _explained(page: RulePage, wrong: str, right: str) -> str:
    return (
        f"{page.explanation}\n\n{wrong}:\n\n```text\n{page.wrong}\n```\n\n"
        f"{right}:\n\n```text\n{page.right}\n```\n"
    )


def _printed_sources() -> str:
    """The labels by language, and each formula with what its examples state."""
    labels = "\n".join(f"| {language} | {words} |" for language, words in sorted(LABELS.items()))
    formulas = "\n".join(map(_formula, FORMULAS))
    return f"{_MADE}{_PRINTED_HEAD}\n{_LABELS_HEAD}\n{labels}\n\n{_FORMULAS_HEAD}\n{formulas}"


def _formula(formula: Formula) -> str:
    """A formula: the lines that it reads, and those that it must not read."""
    read = [f"- `{line}`: {_stated(values)}\n" for line, values in formula.examples.items()]
    refused = [f"- not `{line}`\n" for line in formula.counter_examples]
    place = f"{_PLACES[formula.zone]}; {_RANKS[formula.rank]}"
    return f"### {formula.name}\n\n{place} (`{formula.language}`).\n\n{''.join([*read, *refused])}"


def _stated(values: Mapping[str, str]) -> str:
    """The values of an example; without any, its line is kept and reported."""
    return ", ".join(f"{name} {value}" for name, value in values.items()) or "no value is read"


_PLACES: Mapping[str, str] = {
    "article": "Anywhere in the article",
    "head": "Above the first paragraph",
    "byline": "Beside the title",
    "foot": "Directly below the text",
    "edges": "At head or foot",
    "opening": "In the first paragraphs",
}
_RANKS: Mapping[str, str] = {
    "first": "the first publication",
    "copied": "where the text was taken from",
    "agency": "the agency that wrote the text",
    "edition": "a printed edition of the page's own publisher",
    "contributor": "a person or a licence, no source",
    "own": "the page's own author and day",
}
_PRINTED_HEAD = """# Printed sources

A page of any archive may print the source of its text. These are the wordings that are read. What a
line states is the original; the page's own site and day are then the republication. The evidence of
each value names the formula, as in `printed.dateline`. Where two lines state different sources
neither is used, and a line that is not understood is kept and reported (NZ622).
"""
_LABELS_HEAD = """## Labels

A label comes before a colon at the head or foot of the article: `Source: The Lantern, 24 June
2015`. Beside charts and pictures and in lists of references it says nothing of the page.

| language | labels |
| --- | --- |"""
_FORMULAS_HEAD = """## Formulas

Each with a place, a strength, and its examples, which are tests. If several lines name a source,
the first publication counts before the place that the text was taken from, and that before an
agency.
"""
_PYTHON_HEAD = """# Python API

```python
import nizkorcite as nz
```

Every public name, by topic. [The guide for developers](../guides/developer.md) shows them at work.
"""
# The room that a public name comes from decides its topic.
_TOPICS = {
    "readers": "Reading pages",
    "page": "Reading pages",
    "citing": "Citing",
    "reference": "Citing",
    "styles": "Citing",
    "locale": "Citing",
    "csl": "Citing",
    "formats": "Citing",
    "validation": "Validating records",
    "faults": "Validating records",
    "findings": "Validating records",
    "messages": "Validating records",
    "record": "Documents and records",
    "dates": "Documents and records",
    "loading": "Loading files",
    "files": "Loading files",
    "bulk": "Loading files",
    "errors": "Errors",
}
_RECORD_HEAD = """# The record, version 1.0

A record is one JSON object. `R` marks required fields. All other fields are left out if nothing is
known; they are never `null` or empty. Unknown fields are refused, but every object may have fields
of your own: their names are `x_` followed by lower-case letters, digits or underscores, and their
values are text, whole numbers, true or false, or lists of texts. `nizkorcite schema show document`
prints the schema (JSON Schema, draft 2020-12). `document.complete` is the same schema with more
required fields.

`line` is a single line of text, `lines` is text that may have several lines; neither begins or ends
with white space.
"""
_SPANISH_FINDINGS_HEAD = """# Hallazgos

[In English](../../reference/findings.md)

`nizkorcite validate` imprime un hallazgo por línea: `ruta:línea:columna: gravedad CÓDIGO mensaje
(consejo) [identificador campos]`, con el identificador del registro y los campos en cuestión.
Solo un error invalida un registro. NZ0xx trata del archivo; NZ1xx, del esquema; NZ2xx, de lo que
un esquema no puede decir de un registro; NZ3xx, de varios registros a la vez; NZ4xx, de los
archivos de citas; NZ5xx, de los archivos de esquemas, y NZ6xx, de las páginas.
`nizkorcite explain --lang es CÓDIGO` imprime la página de un código.
"""
_FINDINGS_HEAD = """# Findings

[En español](../es/reference/findings.md)

`nizkorcite validate` prints one finding per line: `path:line:column: severity CODE message (hint)
[id members]`, with the id of the record and the pointers of the members in question. Only an error
makes a record invalid. NZ0xx are about the file, NZ1xx about the schema, NZ2xx about what a schema
cannot state of one record, NZ3xx about several records together, NZ4xx about files of citations,
NZ5xx about schema files, NZ6xx about pages. `nizkorcite explain CODE` prints the page of a code,
with `--lang es` in Spanish. The tests have a failing and a passing example of each code, in files
named by the code.

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

if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

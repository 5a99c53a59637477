"""
CSL-YAML: the items of CSL-JSON in YAML, as pandoc keeps them below ``references``.

The parser takes ``2017-02-28``, ``no`` and ``12:30`` for texts, which PyYAML by itself takes for a
day, false and a number.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from nizkorcite.errors import InputError
from nizkorcite.extras import install_command
from nizkorcite.formats.citation_file import CitationFile, Remarks
from nizkorcite.formats.csl_json import parser as csl_json_parser
from nizkorcite.formats.csl_json import writer as csl_json_writer
from nizkorcite.formats.yaml_text import yaml_text
from nizkorcite.messages import Language, Message
from nizkorcite.reference import Reference
from nizkorcite.validation.input.limits import MAXIMUM_DEPTH
from nizkorcite.validation.parsing.text import TOO_DEEP
from nizkorcite.validation.parsing.yaml_errors import problem_of_yaml

if TYPE_CHECKING:
    from yaml import Node

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})")
_PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}


def write_all(references: Sequence[Reference]) -> str:
    """
    Write references as a list below ``references``.

    >>> write_all([Reference(id="a", type="book", title="Law")]).splitlines()[2:4]
    ['- id: "lawnd"', '  type: "book"']
    """
    items = json.loads(csl_json_writer.write_all(references))
    return f"---\n{yaml_text({'references': items})}...\n"


def read_all(text: str, lang: Language = "en") -> CitationFile:
    """
    Read the items of a CSL-YAML file: below ``references``, in a list, or one alone.

    Args:
        text: The whole file; metadata of a document beside ``references`` is skipped.
        lang: Language of the findings.

    Raises:
        InputError: PyYAML, which comes with the extra ``yaml``, is not installed.

    >>> read_all("references: [{id: 1, type: book, title: No}]").references[0].title
    'No'
    """
    remarks = Remarks(lang=lang)
    try:
        items = [item for node in _documents(text) for item in _items(_value(node, set()))]
    except _UnreadableError as error:
        remarks.report("NZ401", error.message, line=error.line, column=error.column)
        return CitationFile(references=(), findings=tuple(remarks.findings))
    except RecursionError:
        remarks.report("NZ401", TOO_DEEP)
        return CitationFile(references=(), findings=tuple(remarks.findings))
    if not items and text.strip():
        remarks.report("NZ401", Message("no item found; CSL-YAML has a list below references"))
        return CitationFile(references=(), findings=tuple(remarks.findings))
    return csl_json_parser.read_all(json.dumps(items), lang)


class _UnreadableError(Exception):
    """A fault that costs the whole file, with its place from 1."""

    def __init__(self, message: Message, line: int, column: int) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line + 1, column + 1


def _documents(text: str) -> Iterator["Node"]:
    try:
        from yaml import CSafeLoader, YAMLError, compose_all
    except ImportError as error:
        raise InputError(
            Message("YAML needs an extra: {command}", command=install_command("yaml"))
        ) from error
    try:
        yield from filter(None, compose_all(text.removeprefix("\ufeff"), CSafeLoader))
    except YAMLError as error:
        words = getattr(error, "problem", None) or getattr(error, "reason", str(error))
        mark = getattr(error, "problem_mark", None)
        message = Message("not YAML: {problem}", problem=problem_of_yaml(str(words)).message)
        place = (mark.line, mark.column) if mark else (0, 0)
        raise _UnreadableError(message, *place) from error


def _value(node: "Node", seen: set[int], depth: int = 1) -> object:
    """Return the value of a node as JSON has it; names without a value are left out."""
    if id(node) in seen:
        raise _at(node, Message("an alias of YAML is used here; write out what it stands for"))
    seen.add(id(node))
    if depth > MAXIMUM_DEPTH:
        raise _at(node, TOO_DEEP)
    if isinstance(node.value, str):
        return node.value if getattr(node, "style", None) else _typed(node.value)
    if type(node).__name__ == "SequenceNode":
        return [_value(each, seen, depth + 1) for each in node.value]
    members: dict[str, object] = {}
    for name, value in node.value:
        if not isinstance(name.value, str):
            raise _at(name, Message("a field name must be text"))
        if name.value in members:
            message = Message('the name "{name}" is given twice', name=name.value)
            raise _at(name, message)
        members[name.value] = _value(value, seen, depth + 1)
    return {name: value for name, value in members.items() if value is not None}


def _at(node: "Node", message: Message) -> _UnreadableError:
    mark = node.start_mark
    return _UnreadableError(message, mark.line, mark.column)


def _typed(text: str) -> object:
    """Return the value of a text without quotation marks (YAML 1.2.2, section 10.2)."""
    return int(text) if _INTEGER.fullmatch(text) else _PLAIN.get(text, text)


def _items(value: object) -> list[object]:
    """Return the items of a document; one item may stand alone."""
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping):
        return []
    listed = value.get("references", [value] if "type" in value else [])
    return listed if isinstance(listed, list) else []
